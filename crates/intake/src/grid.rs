//! A text cut into cells.

use csv::{ByteRecord, Reader, ReaderBuilder, Trim};

use crate::choices::Separator;
use crate::date::pieces;
use crate::number::{core, is_missing};

/// Lines that are looked at, from the beginning and from the end, to find what separates cells.
const SAMPLE: (usize, usize) = (300, 100);

/// The cells of a text, without white space around them. Rows and columns are counted from 0; rows without any cell are
/// passed over.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    cells: String,
    /// Where each cell ends.
    ends: Vec<u32>,
    /// The number of cells before each row's end.
    rows: Vec<u32>,
    /// The line on which each row begins, counted from 1.
    lines: Vec<u32>,
}

impl Grid {
    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Bytes of its cells, with one more for what separates them.
    pub(crate) fn size(&self) -> usize {
        self.cells.len() + self.ends.len()
    }

    fn first(&self, row: usize) -> usize {
        if row == 0 { 0 } else { self.rows[row - 1] as usize }
    }

    /// The number of cells in a row.
    #[must_use]
    pub fn width(&self, row: usize) -> usize {
        self.rows[row] as usize - self.first(row)
    }

    /// A cell; empty where a row has none.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        if column >= self.width(row) {
            return "";
        }
        let place = self.first(row) + column;
        let from = if place == 0 { 0 } else { self.ends[place - 1] as usize };
        &self.cells[from..self.ends[place] as usize]
    }

    /// The cells of a row.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.width(row)).map(move |column| self.cell(row, column))
    }

    /// The line on which a row begins, counted from 1.
    #[must_use]
    pub fn line(&self, row: usize) -> usize {
        self.lines[row] as usize
    }

    /// Whether no cell of a row holds a letter or a digit.
    #[must_use]
    pub fn is_blank(&self, row: usize) -> bool {
        self.row(row).all(|cell| !cell.contains(|c: char| c.is_alphanumeric()))
    }

    fn push(&mut self, cells: impl Iterator<Item = impl AsRef<str>>, line: u64) {
        for cell in cells {
            // A line break in a head is a space.
            let cell = cell.as_ref().trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            if cell.contains('\n') {
                self.cells.extend(cell.chars().map(|c| if c == '\n' { ' ' } else { c }));
            } else {
                self.cells.push_str(cell);
            }
            self.ends.push(self.cells.len() as u32);
        }
        self.rows.push(self.ends.len() as u32);
        self.lines.push(line as u32);
    }
}

/// A grid without its empty columns.
pub(crate) struct Selected<'a> {
    pub(crate) grid: &'a Grid,
    pub(crate) places: &'a [usize],
}

impl<'a> Selected<'a> {
    pub(crate) fn cell(&self, row: usize, column: usize) -> &'a str {
        self.places.get(column).map_or("", |place| self.grid.cell(row, *place))
    }
}

/// Cuts a text into cells, some rows at a time.
pub(crate) enum Cutter {
    /// By a mark, with quotes.
    Marked { reader: Box<Reader<std::io::Cursor<Vec<u8>>>>, record: ByteRecord, lines_before: u64 },
    /// At runs of spaces.
    Spaced { text: String, place: usize, line: u64 },
}

impl Cutter {
    /// For a text after its first lines, of which there are so many.
    pub(crate) fn new(text: String, separator: Separator, lines_before: u64) -> Self {
        if separator == Separator::Space {
            return Self::Spaced { text, place: 0, line: lines_before };
        }
        let reader = ReaderBuilder::new()
            .delimiter(separator.mark() as u8)
            .has_headers(false)
            .flexible(true)
            .trim(Trim::All)
            .from_reader(std::io::Cursor::new(text.into_bytes()));
        Self::Marked { reader: Box::new(reader), record: ByteRecord::new(), lines_before }
    }

    /// Reads so many rows more. Returns `false` at the end.
    pub(crate) fn advance(&mut self, grid: &mut Grid, rows: usize) -> bool {
        for _ in 0..rows {
            match self {
                Self::Marked { reader, record, lines_before } => {
                    // It is text, and read from memory: no record is an error.
                    if !reader.read_byte_record(record).unwrap_or(false) {
                        return false;
                    }
                    let (byte, line) = record.position().map_or((0, 0), |own| (own.byte() as usize, own.line()));
                    // Empty lines before it are passed over.
                    let blank = reader.get_ref().get_ref()[byte..].iter().take_while(|byte| **byte == b'\n').count();
                    let line = line + *lines_before + blank as u64;
                    grid.push(record.iter().map(String::from_utf8_lossy), line);
                }
                Self::Spaced { text, place, line } => {
                    let Some(rest) = text.get(*place..).filter(|rest| !rest.is_empty()) else { return false };
                    let here = rest.split_inclusive('\n').next().unwrap_or_default();
                    *place += here.len();
                    *line += 1;
                    if !here.trim().is_empty() {
                        grid.push(here.split_whitespace(), *line);
                    }
                }
            }
        }
        true
    }
}

/// What a line `sep=;` at the beginning says, and how long the line is.
pub(crate) fn sep_line(text: &str) -> Option<(Separator, usize)> {
    let line = text.split('\n').next()?;
    let bare = line.trim().trim_matches('"');
    let rest = bare.get(..4).filter(|begin| begin.eq_ignore_ascii_case("sep=")).and(bare.get(4..))?;
    // A tab at the end is white space, too.
    let mark = if rest.is_empty() && line.contains('\t') { '\t' } else { rest.chars().next()? };
    let is_alone = rest.chars().count() <= 1 || rest.trim_matches([',', ';']).is_empty();
    Separator::of(mark).filter(|_| is_alone).map(|own| (own, (line.len() + 1).min(text.len())))
}

/// How well a separator fits a sample.
struct Fit {
    separator: Separator,
    /// Cells of most rows.
    width: usize,
    /// The share of rows that have so many.
    alike: f64,
    /// The share of cells that are a number, a date, or say that nothing is there.
    clean: f64,
    /// Cells of the first row.
    first: usize,
}

impl Fit {
    fn of(sample: &str, separator: Separator) -> Self {
        let mut grid = Grid::default();
        Cutter::new(sample.to_owned(), separator, 0).advance(&mut grid, usize::MAX);
        let rows: Vec<usize> = (0..grid.len()).filter(|row| !grid.is_blank(*row)).collect();
        let mut widths: Vec<(usize, usize)> = vec![];
        for row in &rows {
            let width = grid.width(*row);
            match widths.iter_mut().find(|(own, _)| *own == width) {
                Some((_, count)) => *count += 1,
                None => widths.push((width, 1)),
            }
        }
        let (width, count) = widths.iter().copied().max_by_key(|(width, count)| (*count, *width)).unwrap_or((0, 0));
        let cells = rows.iter().filter(|row| grid.width(**row) == width).flat_map(|row| grid.row(*row));
        let (mut all, mut clean) = (0.0, 0.0);
        for cell in cells {
            all += 1.0;
            clean += f64::from(u8::from(is_missing(cell) || core(cell).is_some() || pieces(cell).is_some()));
        }
        let first = rows.first().map_or(0, |row| grid.width(*row));
        let alike = count as f64 / rows.len().max(1) as f64;
        Self { separator, width, alike, clean: clean / f64::max(all, 1.0), first }
    }

    /// How good it is: many rows alike, and cells that can be read.
    fn score(&self) -> f64 {
        if self.width < 2 { 0.0 } else { self.alike * (0.2 + self.clean) }
    }
}

/// What separates the cells of a text, by its first and last lines; and whether lines of two whole numbers might as well hold
/// one with a decimal comma.
pub(crate) fn separator(text: &str) -> (Separator, bool) {
    let lines: Vec<&str> = text.lines().collect();
    let sample = if lines.len() <= SAMPLE.0 + SAMPLE.1 {
        text.to_owned()
    } else {
        [&lines[..SAMPLE.0], &lines[lines.len() - SAMPLE.1..]].concat().join("\n")
    };
    let fits: Vec<Fit> = Separator::ALL[..4].iter().map(|own| Fit::of(&sample, *own)).collect();
    let best = fits.iter().rev().max_by(|a, b| a.score().total_cmp(&b.score()));
    let whole = &fits[1];
    let Some(best) = best.filter(|best| best.score() > 0.0) else {
        let spaced = Fit::of(&sample, Separator::Space);
        let is_spaced = spaced.width > 1 && spaced.alike > 0.8 && spaced.clean > 0.8 && spaced.score() > whole.clean;
        return (if is_spaced { Separator::Space } else { Separator::Comma }, false);
    };
    // Numbers with decimal commas in one column: their head has one cell.
    let is_pair = best.separator == Separator::Comma && best.width == 2 && whole.width == 1 && whole.clean > 0.7;
    if is_pair && best.first == 1 {
        return (Separator::Semicolon, false);
    }
    let digits = |line: &str| {
        line.trim()
            .split(',')
            .all(|part| !part.is_empty() && part.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit()))
    };
    (best.separator, is_pair && sample.lines().filter(|line| !line.trim().is_empty()).all(digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_makes_cells_that_can_be_read() {
        for (text, right) in [
            ("a,b\n1,2\n3,4", Separator::Comma),
            ("a;b\n1,5;2\n3,5;4", Separator::Semicolon),
            ("Zeit;kWh\n01.01.2024;1,250\n02.01.2024;1,509", Separator::Semicolon),
            ("a\tb\n1,5\t2\n3,5\t4", Separator::Tab),
            ("a|b\n1|2\n3|4", Separator::Bar),
            ("1.5  2.5\n 3.5 4.5\n5.5 6.5", Separator::Space),
            ("x\n1\n2", Separator::Comma),
            ("\"a;b\",c\n\"1\",2\n3,4", Separator::Comma),
            ("Wert\n1,5\n2,5\n3,5", Separator::Semicolon),
        ] {
            assert_eq!(separator(text).0, right, "{text}");
        }
        assert_eq!(separator("1,5\n2,5\n3,5"), (Separator::Comma, true));
    }

    #[test]
    fn a_sep_line_names_the_separator() {
        assert_eq!(sep_line("sep=;\na;b"), Some((Separator::Semicolon, 6)));
        assert_eq!(sep_line("\"SEP=,\"\n"), Some((Separator::Comma, 8)));
        assert_eq!(sep_line("sep=\t\na\tb"), Some((Separator::Tab, 6)));
        assert_eq!(sep_line("separate;x"), None);
    }

    #[test]
    fn cells_keep_their_lines() {
        let mut grid = Grid::default();
        Cutter::new("\"a\nb\";c\n\n1;2\n".to_owned(), Separator::Semicolon, 1).advance(&mut grid, usize::MAX);
        assert_eq!(grid.row(0).collect::<Vec<_>>(), ["a b", "c"]);
        assert_eq!((grid.len(), grid.line(0), grid.line(1), grid.cell(1, 1), grid.cell(1, 9)), (2, 2, 5, "2", ""));
    }
}
