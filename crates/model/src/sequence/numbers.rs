//! A person's own numbers, as they stand in the address: `1,2;3,4`, with commas between columns and semicolons between
//! rows.

use super::series::forecast;
use super::{LONGEST, Row, SHORTEST, Sequence, decimal};

/// The most columns.
pub const MOST_COLUMNS: usize = 160;

/// The example used until a person enters numbers: squares.
pub const EXAMPLE: &str = "0;1;4;9;16;25;36;49;64;81;100";

/// [`SHORTEST`] to [`LONGEST`] rows of equally many numbers, 1 to [`MOST_COLUMNS`]. The last row is only a target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers(String);

impl Numbers {
    /// Reads numbers in their canonical form; `None` for any other form.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let numbers = Self(text.to_owned());
        let rows = numbers.rows()?;
        let width = rows[0].1.len();
        let fit = (SHORTEST..=LONGEST).contains(&rows.len()) && width <= MOST_COLUMNS;
        (fit && rows.iter().all(|(_, row)| row.len() == width)).then_some(numbers)
    }

    /// The numbers in their canonical form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The longest sequence: the row after each step is its target.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.0.split(';').count() - 1
    }

    fn rows(&self) -> Option<Vec<Row>> {
        let mut rows: Vec<Row> = vec![];
        for row in self.0.split(';') {
            let mut values = vec![];
            for cell in row.split(',') {
                values.push(decimal(cell)?);
            }
            rows.push(((rows.len() + 1).to_string(), values));
        }
        Some(rows)
    }

    /// The first `length` rows as a sequence; the next value of the first column is the target.
    #[must_use]
    pub fn sequence(&self, length: usize, normalised: bool) -> Sequence {
        forecast(&self.rows().unwrap_or_default(), length.min(self.longest()), normalised, "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sequence::Input;

    #[test]
    fn what_is_no_table_of_numbers_is_refused() {
        let columns = |n: usize| vec![vec!["1"; n].join(","); 5].join(";");
        let rows = |n: usize| vec!["1"; n].join(";");
        for good in [EXAMPLE, "1,2;3,4;-5,.6;7,8;9.5,0", &columns(64), &rows(5), &rows(500)] {
            assert!(Numbers::new(good).is_some_and(|numbers| numbers.as_str() == good), "{good}");
        }
        let bad = ["", "1", "1;2;3;4", "1;2;3;4;", "1;2;3;4;x", "1;2;3;4;NaN", "1,2;1,2;1,2;1,2;1", "1;2;3;4;1e999"];
        for bad in bad.into_iter().chain([&*columns(161), &rows(501), "1\n2\n3\n4\n5", "inf;1;2;3;4"]) {
            assert_eq!(Numbers::new(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_next_value_of_the_first_column_is_the_target() {
        let sequence = Numbers::new("1,2;3,4;5,6;7,8;9,10").map(|numbers| numbers.sequence(500, false));
        let Some(Input::Numbers { values, channels, next, .. }) = sequence.map(|s| s.input) else { panic!("numbers") };
        assert_eq!((values, channels), (vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], 2));
        assert_eq!(next, [3.0, 5.0, 7.0, 9.0]);
    }
}
