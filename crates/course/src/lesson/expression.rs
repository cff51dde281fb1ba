//! The numbers of the prose: expressions that are worked out on a run of the Lab, and on what runs of training came to.

use engine::linear::scan_work;
use engine::spectrum::norm2;
use engine::trace::{CellKind, Quantity, norm};
use learn::sweep::Row;
use model::lab::Run;
use words::format::{self, Digits, Group};

use crate::runs::{Slow, moved_at};

/// What came after the three cells, by the names in expressions.
const AFTER: [&str; 3] = ["mingru", "minlstm", "attention"];
/// The longest sequence whose scan is counted.
const MOST_STEPS: usize = 1_000_000;

/// What expressions are worked out on.
pub struct Figures<'a> {
    /// The entry's own settings, and what takes long to work out there.
    pub slow: &'a Slow,
    /// The run of the Lab at the entry's own settings.
    pub run: &'a Run,
    /// What the entry's runs of training came to, by their names; empty until they are made.
    pub rows: &'a [(&'a str, Option<Row>)],
}

/// Why an expression has no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Its run of training has not been made yet.
    Run,
    /// It cannot be read: what was found.
    Form(String),
}

/// An expression's number.
///
/// # Errors
/// See [`Lack`].
pub fn number(text: &str, figures: &Figures) -> Result<f64, Lack> {
    let mut reader = Reader { words: words(text)?, place: 0, figures };
    let value = reader.sum()?;
    if reader.place < reader.words.len() { Err(reader.wrong()) } else { Ok(value) }
}

/// An expression's number as it stands in prose: `left rnn 2` with three digits, `left rnn 2 %` as a share among others,
/// `parameters rnn #` whole; an ellipsis while its run is not made.
///
/// # Errors
/// What cannot be read.
pub fn written(text: &str, figures: &Figures, shares: &Group) -> Result<String, String> {
    let text = text.trim();
    let (plain, form) = match text.chars().last() {
        Some(form @ ('%' | '#')) => (&text[..text.len() - 1], form),
        _ => (text, ' '),
    };
    match number(plain, figures) {
        Ok(x) if form == '%' => Ok(shares.write(x, Digits::Headline)),
        Ok(x) if form == '#' => Ok(format::count(x.round() as usize)),
        // What is round stands so: a weight of 0.5.
        Ok(x) if (x * 100.0).round() / 100.0 == x && x.abs() < 1e4 => Ok(format::setting(x, false)),
        Ok(x) => Ok(format::number(x)),
        Err(Lack::Run) => Ok("…".to_owned()),
        Err(Lack::Form(wrong)) => Err(wrong),
    }
}

/// Whether a claim holds: two expressions with `<`, `>` or `~` (within 2 %) between them.
///
/// # Errors
/// See [`Lack`].
pub fn holds(claim: &str, figures: &Figures) -> Result<bool, Lack> {
    let place = claim.find(['<', '>', '~']).ok_or_else(|| Lack::Form(claim.to_owned()))?;
    let (left, right) = (number(&claim[..place], figures)?, number(&claim[place + 1..], figures)?);
    Ok(match claim.as_bytes()[place] {
        b'<' => left < right,
        b'>' => left > right,
        _ => (left - right).abs() <= 0.02 * left.abs().max(right.abs()),
    })
}

fn words(text: &str) -> Result<Vec<&str>, Lack> {
    let mut words = vec![];
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
        let length = if is_name(first) {
            rest.find(|c| !is_name(c)).unwrap_or(rest.len())
        } else if "+-*/^()".contains(first) {
            1
        } else {
            return Err(Lack::Form(text.to_owned()));
        };
        words.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    Ok(words)
}

struct Reader<'a, 'b> {
    words: Vec<&'a str>,
    place: usize,
    figures: &'b Figures<'b>,
}

impl<'a> Reader<'a, '_> {
    fn wrong(&self) -> Lack {
        Lack::Form(format!("{} at {}", self.words.join(" "), self.words.get(self.place).unwrap_or(&"its end")))
    }

    fn next(&mut self) -> Result<&'a str, Lack> {
        let word = self.words.get(self.place).copied().ok_or_else(|| self.wrong())?;
        self.place += 1;
        Ok(word)
    }

    /// Takes a sign, if it stands here.
    fn takes(&mut self, sign: &str) -> bool {
        let here = self.words.get(self.place) == Some(&sign);
        self.place += usize::from(here);
        here
    }

    fn sum(&mut self) -> Result<f64, Lack> {
        let mut value = self.product()?;
        loop {
            if self.takes("+") {
                value += self.product()?;
            } else if self.takes("-") {
                value -= self.product()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn product(&mut self) -> Result<f64, Lack> {
        let mut value = self.power()?;
        loop {
            if self.takes("*") {
                value *= self.power()?;
            } else if self.takes("/") {
                value /= self.power()?;
            } else {
                return Ok(value);
            }
        }
    }

    fn power(&mut self) -> Result<f64, Lack> {
        let value = self.single()?;
        if self.takes("^") { Ok(value.powf(self.power()?)) } else { Ok(value) }
    }

    fn single(&mut self) -> Result<f64, Lack> {
        if self.takes("-") {
            return Ok(-self.single()?);
        }
        if self.takes("(") {
            let value = self.sum()?;
            return if self.takes(")") { Ok(value) } else { Err(self.wrong()) };
        }
        let word = self.next()?;
        if let Ok(number) = word.parse() {
            return Ok(number);
        }
        self.measure(word)
    }

    fn cell(&mut self) -> Result<CellKind, Lack> {
        let word = self.next()?;
        CellKind::ALL.into_iter().find(|cell| cell.key() == word).ok_or_else(|| self.wrong())
    }

    /// A number from 1 to `most`; counted from 0 from here on. `T` is the last.
    fn index(&mut self, most: usize) -> Result<usize, Lack> {
        let word = self.next()?;
        let number = if word == "T" { Some(most) } else { word.parse().ok() };
        number.filter(|n| (1..=most).contains(n)).map(|n| n - 1).ok_or_else(|| self.wrong())
    }

    fn quantity(&mut self, cell: CellKind) -> Result<Quantity, Lack> {
        let word = self.next()?;
        let all = cell.quantities().iter().copied().chain([Quantity::X]);
        all.into_iter().find(|quantity| quantity.key() == word).ok_or_else(|| self.wrong())
    }

    fn row(&mut self) -> Result<Row, Lack> {
        let word = self.next()?;
        let row = self.figures.rows.iter().find(|(name, _)| *name == word).ok_or_else(|| self.wrong())?;
        row.1.ok_or(Lack::Run)
    }

    fn measure(&mut self, name: &str) -> Result<f64, Lack> {
        let of_runs = match name {
            "steps" => Some((|row: &Row| row.steps) as fn(&Row) -> f64),
            "loss" => Some((|row: &Row| row.all.loss) as fn(&Row) -> f64),
            "right" => Some((|row: &Row| row.all.right) as fn(&Row) -> f64),
            "tested" => Some((|row: &Row| row.all.tested) as fn(&Row) -> f64),
            "unseen" | "alarms" | "followers" | "axes" | "deeper" => {
                Some((|row: &Row| row.all.extra) as fn(&Row) -> f64)
            }
            "micro" => Some((|row: &Row| 1000.0 * row.all.extra) as fn(&Row) -> f64),
            "solved" => Some((|row: &Row| row.solved as f64) as fn(&Row) -> f64),
            _ => None,
        };
        if let Some(of) = of_runs {
            return Ok(of(&self.row()?));
        }
        let (run, slow) = (self.figures.run, self.figures.slow);
        let any = run.lane(CellKind::Rnn).trace.top();
        match name {
            "H" => return Ok(any.hidden() as f64),
            "I" => return Ok(any.parameters.input() as f64),
            "T" => return Ok(any.steps() as f64),
            "readout" => {
                let unit = self.index(any.hidden())?;
                return Ok(run.lane(CellKind::Rnn).trace.readout_weights[unit]);
            }
            "moved" | "found" | "below" | "low" | "middle" | "high" => {
                let cell = self.cell()?;
                let read = run.lane(cell).trace.read;
                let t = self.index(read + 1)?;
                return Ok(match name {
                    "moved" => moved_at(&slow.fragment, cell)[t],
                    "found" => slow.found()[cell as usize][t],
                    "below" => slow.draws().below(cell, t, run.lane(cell).reach[t]) as f64,
                    "low" => slow.draws().band(cell, t)[0],
                    "middle" => slow.draws().band(cell, t)[1],
                    _ => slow.draws().band(cell, t)[2],
                });
            }
            "rounds" | "composed" => {
                let work = scan_work(self.index(MOST_STEPS)? + 1);
                return Ok(if name == "rounds" { work.rounds } else { work.operations } as f64);
            }
            "left" if self.words.get(self.place).is_some_and(|word| AFTER.contains(word)) => {
                return self.left_after(any.steps());
            }
            "share" => return Ok(slow.after().head.shares[self.index(any.steps())?]),
            "left" | "kept" | "value" | "mean" | "gradient" | "weight" | "bias" | "parameters" | "largest" => {}
            _ => return Err(self.wrong()),
        }
        let cell = self.cell()?;
        let lane = run.lane(cell);
        let layer = lane.trace.top();
        let (steps, hidden) = (layer.steps(), layer.hidden());
        Ok(match name {
            "left" => lane.reach[self.index(steps)?],
            "kept" => {
                let t = self.index(steps)?;
                if t == 0 {
                    return Err(self.wrong());
                }
                norm(&layer.state_gradient(t - 1)) / norm(&layer.state_gradient(t))
            }
            "value" => {
                let quantity = self.quantity(cell)?;
                let width = if quantity == Quantity::X { layer.parameters.input() } else { hidden };
                let unit = self.index(width)?;
                layer.value(quantity, self.index(steps)?)[unit]
            }
            "mean" => {
                let quantity = self.quantity(cell)?;
                let all = layer.value(quantity, self.index(steps)?);
                all.iter().sum::<f64>() / all.len() as f64
            }
            "gradient" => {
                let unit = self.index(hidden)?;
                layer.gradient(Quantity::Hidden, self.index(steps)?)[unit]
            }
            "weight" => {
                let of = match self.next()? {
                    "weight_ih_l0" => &layer.parameters.weight_ih,
                    "weight_hh_l0" => &layer.parameters.weight_hh,
                    _ => return Err(self.wrong()),
                };
                let row = self.index(of.nrows())?;
                of[(row, self.index(of.ncols())?)]
            }
            "bias" => {
                let of = match self.next()? {
                    "bias_ih_l0" => &layer.parameters.bias_ih,
                    "bias_hh_l0" => &layer.parameters.bias_hh,
                    _ => return Err(self.wrong()),
                };
                of[self.index(of.len())?]
            }
            "largest" => norm2(&layer.parameters.weight_hh),
            _ => layer.parameters.count() as f64,
        })
    }
}

impl Reader<'_, '_> {
    /// How much of the gradient is left in one of those that came after.
    fn left_after(&mut self, steps: usize) -> Result<f64, Lack> {
        let slow = self.figures.slow;
        let after = slow.after();
        let left = match self.next()? {
            "mingru" => after.minimal[0].reach(),
            "minlstm" => after.minimal[1].reach(),
            _ => after.head.reach(),
        };
        Ok(left[self.index(steps)?])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::sequence::Library;
    use model::settings::Settings;
    use words::format::Measure;

    fn worked_out(text: &str) -> Result<f64, Lack> {
        let settings = Settings::default();
        let run = Run::new(&settings, &settings.sequence(Library::shipped()));
        let row = Row { runs: 3, solved: 2, steps: 700.0, ..Row::default() };
        number(text, &Figures { slow: &Slow::default(), run: &run, rows: &[("a", Some(row)), ("b", None)] })
    }

    #[test]
    fn arithmetic_has_its_order() {
        for (text, value) in [
            ("1 + 2 * 3", 7.0),
            ("(1 + 2) * 3", 9.0),
            ("2^3^0 - 1", 1.0),
            ("-2 * -3 / 4", 1.5),
            ("8 - 2 - 1", 5.0),
            ("4*H*(H+I+2)", 4.0 * 12.0 * 22.0),
            ("parameters lstm - 4*H*(H+I+2)", 0.0),
            ("T", 13.0),
            ("steps a / solved a", 350.0),
        ] {
            assert_eq!(worked_out(text), Ok(value), "{text}");
        }
        assert_eq!(worked_out("2 * loss b"), Err(Lack::Run));
        for bad in ["", "1 +", "left", "left rnn 0", "left rnn 14", "nothing", "1 2", "value rnn forget 1 1", "1 < 2"] {
            assert!(matches!(worked_out(bad), Err(Lack::Form(_))), "{bad}: {:?}", worked_out(bad));
        }
    }

    #[test]
    fn measures_are_the_runs_own() {
        let settings = Settings::default();
        let run = Run::new(&settings, &settings.sequence(Library::shipped()));
        let lane = run.lane(CellKind::Lstm);
        assert_eq!(worked_out("left lstm 2"), Ok(lane.reach[1]));
        assert_eq!(worked_out("left lstm T"), Ok(1.0));
        let product = (3..=13).map(|t| format!("kept lstm {t}")).collect::<Vec<_>>().join(" * ");
        let off = worked_out(&format!("({product}) / left lstm 2 - 1"));
        assert!(off.clone().is_ok_and(|off| off.abs() < 1e-12), "{off:?}");
        assert_eq!(worked_out("value lstm forget 3 2"), Ok(lane.trace.top().value(Quantity::Forget, 1)[2]));
        // The RNN's first pre-activation, by hand.
        let by_hand = (1..=8).map(|k| format!("weight rnn weight_ih_l0 1 {k} * value rnn x {k} 1"));
        let by_hand = by_hand.collect::<Vec<_>>().join(" + ") + " + bias rnn bias_ih_l0 1 + bias rnn bias_hh_l0 1";
        let off = worked_out(&format!("value rnn pre_activation 1 1 - ({by_hand})"));
        assert!(off.clone().is_ok_and(|off| off.abs() < 1e-12), "{off:?}");
    }

    #[test]
    fn numbers_stand_in_prose_as_they_are_read() {
        let settings = Settings::default();
        let run = Run::new(&settings, &settings.sequence(Library::shipped()));
        let (slow, run) = (Slow::default(), run);
        let figures = Figures { slow: &slow, run: &run, rows: &[("b", None)] };
        let shares = Group::new(Measure::Share, [0.5, 1e-4]);
        let write = |text: &str| written(text, &figures, &shares);
        let said =
            ["0.5 %", "0.0001 %", "1234 #", "-0.5", "1/8", "steps b #"].map(|text| write(text).unwrap_or_default());
        assert_eq!(said, ["50\u{202f}%", "0.010\u{202f}%", "1\u{202f}234", "−0.5", "0.125", "…"]);
        assert!(write("left").is_err());
        assert_eq!(holds("left rnn T ~ 1.01", &figures), Ok(true));
        assert_eq!(holds("left rnn 1 > left rnn T", &figures), Ok(false));
    }
}
