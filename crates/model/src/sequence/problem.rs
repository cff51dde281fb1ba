//! Synthetic problems that probe memory, of any length: impulse, adding, copy.

use engine::chance::Chance;

use super::{Input, LONGEST, SHORTEST, Sequence};

/// A sequence whose labels are the numbers of its steps. `values` is T × `channels`; `next` holds T targets or none.
fn numbered(values: Vec<f64>, channels: usize, next: Vec<f64>) -> Sequence {
    let labels = (1..=values.len() / channels).map(|t| t.to_string()).collect();
    Sequence { labels, input: Input::Numbers { values, channels, next, unit: "", scale: (0.0, 1.0) } }
}

/// `length` time steps of `width` numbers each: ones at the first, zeros after it.
#[must_use]
pub fn impulse(length: usize, width: usize) -> Sequence {
    let mut values = vec![0.0; length.clamp(SHORTEST, LONGEST) * width];
    values[..width].fill(1.0);
    numbered(values, width, vec![])
}

/// One sample of the adding problem (Hochreiter and Schmidhuber 1997), in the form that later work uses: a
/// value from U[0, 1) and a marker a step. Two markers are 1, one in each half; the target at every step is the
/// sum of the two values they mark.
#[must_use]
pub fn adding(length: usize) -> Sequence {
    let length = length.clamp(SHORTEST, LONGEST);
    let mut chance = Chance::new(1997);
    let half = length / 2;
    let mut among = |from: usize, to: usize| from + (chance.unit() * (to - from) as f64) as usize;
    let marked = [among(0, half), among(half, length)];
    let mut values = vec![];
    for t in 0..length {
        values.push(chance.unit());
        values.push(if marked.contains(&t) { 1.0 } else { 0.0 });
    }
    let sum = values[2 * marked[0]] + values[2 * marked[1]];
    numbered(values, 2, vec![sum; length])
}

/// The symbols to copy.
const SYMBOLS: [&str; 8] = ["C", "A", "F", "B", "H", "D", "A", "G"];
/// The symbol of a blank step.
const BLANK: &str = "·";

/// One sample of the copy problem (Hochreiter and Schmidhuber 1997; Arjovsky et al. 2016): up to 8 symbols,
/// blanks, "go", and as many blanks as symbols while they are to be recalled. There a step's name is the symbol
/// that is asked for, with a question mark; what is read is a blank.
#[must_use]
pub fn copy(length: usize) -> Sequence {
    let length = length.clamp(SHORTEST, LONGEST);
    let symbols = SYMBOLS.len().min((length - 1) / 2);
    let recall = length - symbols;
    let (mut labels, mut tokens) = (vec![], vec![]);
    for t in 0..length {
        let token = match t {
            t if t < symbols => SYMBOLS[t],
            t if t + 1 == recall => "go",
            _ => BLANK,
        };
        tokens.push(token.to_owned());
        labels.push(if t < recall { token.to_owned() } else { SYMBOLS[t - recall].to_owned() + "?" });
    }
    Sequence { labels, input: Input::Tokens(tokens) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LENGTHS: [usize; 6] = [SHORTEST, 6, 17, 100, 333, LONGEST];

    #[test]
    fn adding_has_a_marker_in_each_half_and_their_sum_as_its_target() {
        for length in LENGTHS {
            let Input::Numbers { values, channels, next, .. } = adding(length).input else { panic!("numbers") };
            assert_eq!((channels, values.len(), next.len()), (2, 2 * length, length));
            let marked: Vec<usize> = (0..length).filter(|t| values[2 * t + 1] == 1.0).collect();
            assert!((0..length).all(|t| [0.0, 1.0].contains(&values[2 * t + 1])));
            assert!((0..length).all(|t| (0.0..1.0).contains(&values[2 * t])));
            assert_eq!(marked.len(), 2);
            assert!(marked[0] < length / 2 && marked[1] >= length / 2, "{marked:?} of {length}");
            assert!(next.iter().all(|target| *target == values[2 * marked[0]] + values[2 * marked[1]]));
            assert_eq!(adding(length), adding(length));
        }
    }

    #[test]
    fn copy_asks_for_its_symbols_and_shows_blanks_meanwhile() {
        for length in LENGTHS {
            let sequence = copy(length);
            let Input::Tokens(tokens) = &sequence.input else { panic!("tokens") };
            assert_eq!((sequence.steps(), tokens.len()), (length, length));
            let go = tokens.iter().position(|token| token == "go").unwrap_or_default();
            let asked: Vec<&str> = sequence.labels[go + 1..].iter().map(|label| label.trim_end_matches('?')).collect();
            assert_eq!(asked, tokens[..asked.len()]);
            assert!(tokens[asked.len()..go].iter().chain(&tokens[go + 1..]).all(|token| token == BLANK));
            assert_eq!(sequence.labels[..=go], tokens[..=go]);
        }
    }
}
