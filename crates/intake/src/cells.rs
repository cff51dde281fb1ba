//! A table as it stands, for who wants every cell to be a number: its rows, and how the numbers of each column are written.

use crate::choices::{Choices, Decimal, Separator};
use crate::column::{Column, written};
use crate::decode::lines;
use crate::grid::{Cutter, Grid, sep_line, separator};
use crate::number::{core, value};

/// The rows of a text. Rows without any cell are passed over.
pub struct Cells {
    /// The rows.
    pub grid: Grid,
    /// What separates cells.
    pub separator: Separator,
    /// Whether a line may hold two whole numbers or one with a decimal comma.
    pub is_doubtful: bool,
}

/// How the numbers of a column are written.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    /// What begins decimals.
    pub decimal: Decimal,
    /// Where that cannot be proved: a cell, what it is read as, and what it would be with the other mark.
    pub doubt: Option<(String, f64, f64)>,
}

/// Cuts a text into cells, by the separator that fits it.
#[must_use]
pub fn cells(text: String) -> Cells {
    let mut text = lines(text);
    let named = sep_line(&text);
    text.drain(..named.map_or(0, |(_, long)| long));
    let (found, is_doubtful) = separator(&text);
    let separator = named.map_or(found, |own| own.0);
    let mut grid = Grid::default();
    Cutter::new(text, separator, usize::from(named.is_some())).advance(&mut grid, usize::MAX);
    Cells { grid, separator, is_doubtful: is_doubtful && named.is_none() }
}

impl Cells {
    /// How the numbers of each of the first `width` columns are written, by all rows from `first` on.
    #[must_use]
    pub fn writing(&self, first: usize, width: usize) -> Vec<Writing> {
        let mut columns = vec![Column::default(); width];
        for row in first..self.grid.len() {
            columns.iter_mut().enumerate().for_each(|(c, column)| column.look(self.grid.cell(row, c)));
        }
        let written = written(&columns, &Choices::default(), self.separator == Separator::Semicolon);
        let one = |(column, own): (&Column, &crate::column::Written)| {
            let is_unusual = |cell: &&(String, bool)| cell.1 || own.decimal == Decimal::Comma;
            let doubt = column.either.as_ref().filter(is_unusual).filter(|_| !own.proved);
            let doubt = doubt.map(|(cell, _)| {
                let read = |decimal: Decimal| number(cell, decimal).unwrap_or(f64::NAN);
                (cell.clone(), read(own.decimal), read(own.decimal.other()))
            });
            Writing { decimal: own.decimal, doubt }
        };
        columns.iter().zip(&written).map(one).collect()
    }
}

/// A cell's number, if it is one without a unit.
#[must_use]
pub fn number(cell: &str, decimal: Decimal) -> Option<f64> {
    let core = core(cell).filter(|core| core.unit.is_empty())?;
    value(&core, decimal)
}
