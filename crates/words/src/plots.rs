//! The figures of papers redone: what stands along their axes, and what they say.

use serde::{Deserialize, Serialize};

use crate::format::{Digits, Group, Measure};

/// What stands along x.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Along {
    /// The length of the sequence: a line leads along it.
    Length,
    /// The largest singular value of the recurrent matrix: a line leads along it.
    Largest,
    /// Networks or their starts, each by its name.
    Networks,
}

/// What stands along y.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shows {
    /// The share of right answers at the end of training.
    Right,
    /// The share of the gradient that is left 49 steps back.
    Left,
    /// Steps of training until the task is solved, of so many at most.
    Steps(usize),
    /// Sequences until the task is solved, of so many at most.
    Sequences(usize),
    /// The loss at the end of training.
    Loss,
    /// The gradient at the noun that decides, over the mean of all words.
    Ratio,
}

/// What runs are compared with.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Mark {
    /// The paper's own number.
    Paper(f64),
    /// What the paper's formula gives.
    Formula(f64),
    /// What guessing scores.
    Guessing(f64),
    /// The mean of all words, which is 1.
    Mean,
    /// What can be left at most 49 steps back, by the paper's theorem: of a column whose number is below 1.
    Bound,
}

prose!("plots");

messages! {
    of_paper(number: &str);
    of_formula(number: &str);
    of_guessing(number: &str);
    of_task(task: &str, said: &str);
    right_said(a: &str, x: &str, b: &str, y: &str);
    left_said(a: &str, x: &str, b: &str, y: &str);
    steps_said(name: &str, n: usize => counted);
    sequences_said(name: &str, n: usize => counted);
    never_said(said: &str, names: &str);
    loss_said(a: &str, x: &str, b: &str, y: &str);
    diverged_said(said: &str, names: &str);
    ratio_said(a: &str, x: &str, b: &str, y: &str);
}

impl Along {
    /// The title of its axis.
    #[must_use]
    pub fn title(self) -> &'static str {
        let words = words();
        match self {
            Self::Length => words.length,
            Self::Largest => words.largest,
            Self::Networks => words.networks,
        }
    }
}

impl Shows {
    /// The title of its axis.
    #[must_use]
    pub fn title(self) -> &'static str {
        let words = words();
        match self {
            Self::Right => words.right,
            Self::Left => words.left,
            Self::Steps(_) => words.steps,
            Self::Sequences(_) => words.sequences,
            Self::Loss => words.loss,
            Self::Ratio => words.ratio,
        }
    }

    /// What its numbers measure.
    #[must_use]
    pub fn measure(self) -> Measure {
        match self {
            Self::Right | Self::Left => Measure::Share,
            Self::Steps(_) | Self::Sequences(_) => Measure::Count,
            Self::Loss | Self::Ratio => Measure::Number,
        }
    }

    /// The most that it can come to, which is what a run has that never solved its task; none where there is no such number.
    #[must_use]
    pub fn most(self) -> Option<f64> {
        if let Self::Steps(most) | Self::Sequences(most) = self { Some(most as f64) } else { None }
    }

    /// What is seen: the columns by their names with their medians, from left to right.
    #[must_use]
    pub fn said(self, columns: &[(&str, f64)]) -> String {
        let finite: Vec<(&str, f64)> = columns.iter().copied().filter(|own| own.1.is_finite()).collect();
        let by = |a: &&(&str, f64), b: &&(&str, f64)| a.1.total_cmp(&b.1);
        let (Some(first), Some(last)) = (finite.first(), finite.last()) else { return words().none.to_owned() };
        let (least, most) = (finite.iter().min_by(by).unwrap_or(first), finite.iter().max_by(by).unwrap_or(last));
        let of = |say: fn(&str, &str, &str, &str) -> String, a: &(&str, f64), b: &(&str, f64)| {
            let group = Group::new(self.measure(), [a.1, b.1]);
            say(a.0, &group.write(a.1, Digits::Headline), b.0, &group.write(b.1, Digits::Headline))
        };
        match self {
            Self::Right => of(right_said, first, last),
            Self::Left => of(left_said, first, last),
            Self::Ratio => of(ratio_said, most, least),
            Self::Loss => {
                let said = of(loss_said, least, most);
                let diverged = names(columns, |x| x.is_infinite());
                if diverged.is_empty() { said } else { diverged_said(&said, &diverged) }
            }
            Self::Steps(limit) | Self::Sequences(limit) => {
                let say = if matches!(self, Self::Steps(_)) { steps_said } else { sequences_said };
                let said = say(least.0, least.1 as usize);
                let never = names(columns, |x| x >= limit as f64);
                if never.is_empty() { said } else { never_said(&said, &never) }
            }
        }
    }
}

/// The names of the columns whose median does something.
fn names(columns: &[(&str, f64)], does: impl Fn(f64) -> bool) -> String {
    columns.iter().filter(|own| does(own.1)).map(|own| own.0).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seen_is_said() {
        let thin = '\u{202f}';
        assert_eq!(
            Shows::Right.said(&[("5", 0.99), ("10", 0.5), ("80", 0.12)]),
            format!("At T = 5, 99{thin}% of the answers are right; at T = 80, 12{thin}%")
        );
        assert_eq!(
            Shows::Steps(4000).said(&[("LSTM, bias 0", 4000.0), ("LSTM, bias 1", 1867.0)]),
            format!("Solved soonest: LSTM, bias 1, after 1{thin}867 steps; not solved by most runs: LSTM, bias 0")
        );
        assert_eq!(
            Shows::Loss.said(&[("tanh", 0.166), ("ReLU", f64::INFINITY), ("LSTM", 0.0224)]),
            "Lowest loss: 0.022 (LSTM); highest: 0.17 (tanh); diverged: ReLU"
        );
        assert_eq!(Shows::Ratio.said(&[]), words().none);
    }
}
