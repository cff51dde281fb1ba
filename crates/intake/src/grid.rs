//! A text cut into cells. The crate `csv` does not serve here: it takes a quote that never ends for a cell that holds the rest
//! of the file, without an error, and a quote after a space for a letter; people's files have both.

use crate::choices::{Decimal, Separator};
use crate::date::is_date;
use crate::number::{core, is_missing, value};

/// Lines that are looked at, from the beginning and from the end, to find what separates cells.
const SAMPLE: (usize, usize) = (300, 100);
/// The most bytes of them.
const BYTES: (usize, usize) = (1 << 18, 1 << 16);

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

    /// Adds a cell to the row that is being cut.
    fn push(&mut self, cell: &str) {
        let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if cell.contains('\n') {
            // A line break in a head is a space.
            self.cells.extend(cell.chars().map(|c| if c == '\n' { ' ' } else { c }));
        } else {
            self.cells.push_str(cell);
        }
        self.ends.push(self.cells.len() as u32);
    }

    /// Ends the row that is being cut.
    fn end(&mut self, line: usize) {
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
pub(crate) struct Cutter {
    text: String,
    separator: Separator,
    /// Where the next row begins.
    place: usize,
    /// Lines before it.
    line: usize,
    /// How many quotes that begin a cell were no such, and whether one has no end at all.
    lone: (usize, bool),
}

/// So many quotes that do not end where a cell does prove that quotes enclose no line breaks.
const LONE: usize = 100;

impl Cutter {
    /// For a text after its first lines, of which there are so many.
    pub(crate) fn new(text: String, separator: Separator, lines_before: usize) -> Self {
        Self { text, separator, place: 0, line: lines_before, lone: (0, false) }
    }

    /// Reads so many rows more. Returns `false` at the end.
    pub(crate) fn advance(&mut self, grid: &mut Grid, rows: usize) -> bool {
        for _ in 0..rows {
            // Empty lines are passed over.
            let blank = self.text.as_bytes()[self.place..].iter().take_while(|byte| **byte == b'\n').count();
            (self.place, self.line) = (self.place + blank, self.line + blank);
            if self.place == self.text.len() {
                return false;
            }
            let line = self.line + 1;
            match self.separator {
                Separator::Space => self.spaced(grid),
                _ => while self.marked(grid) {},
            }
            self.line += 1;
            grid.end(line);
        }
        true
    }

    /// Takes the cells of a line that spaces set apart.
    fn spaced(&mut self, grid: &mut Grid) {
        // A space that must not break a line stands within a cell.
        let is_space = |c: char| matches!(c, ' ' | '\t');
        let rest = &self.text[self.place..];
        let line = rest.split('\n').next().unwrap_or_default();
        let mut more = line.trim_matches(is_space);
        while !more.is_empty() {
            let quoted = more.strip_prefix('"').and_then(|inner| {
                let (cell, after) = inner.split_once('"')?;
                (after.is_empty() || after.starts_with(is_space)).then_some((cell, after))
            });
            let (cell, after) = quoted.or_else(|| more.split_once(is_space)).unwrap_or((more, ""));
            grid.push(cell);
            more = after.trim_start_matches(is_space);
        }
        self.place += (line.len() + 1).min(rest.len());
    }

    /// Takes a cell. Returns whether another one follows in the row.
    fn marked(&mut self, grid: &mut Grid) -> bool {
        let spaces = self.text.as_bytes()[self.place..].iter().take_while(|byte| **byte == b' ').count();
        let begin = self.place + spaces;
        let quoted = self.quoted(begin);
        let (bytes, mark) = (self.text.as_bytes(), self.separator.mark() as u8);
        let end = match quoted {
            Some((end, breaks)) => {
                let cell = &self.text[begin + 1..end];
                if cell.contains('"') {
                    grid.push(&cell.replace("\"\"", "\""));
                } else {
                    grid.push(cell);
                }
                self.line += breaks;
                // Up to the mark.
                end + 1 + bytes[end + 1..].iter().take_while(|byte| **byte != mark && **byte != b'\n').count()
            }
            None => {
                let long = bytes[self.place..].iter().take_while(|byte| **byte != mark && **byte != b'\n').count();
                grid.push(&self.text[self.place..self.place + long]);
                self.place + long
            }
        };
        let follows = bytes.get(end) == Some(&mark);
        self.place = (end + 1).min(bytes.len());
        follows
    }

    /// Where the quotes end that begin here, and how many lines do so within; `None` if none begin, or if no cell ends
    /// with them.
    fn quoted(&mut self, from: usize) -> Option<(usize, usize)> {
        let (bytes, mark) = (self.text.as_bytes(), self.separator.mark() as u8);
        if self.lone.1 || bytes.get(from) != Some(&b'"') {
            return None;
        }
        let (mut place, mut breaks) = (from + 1, 0);
        let end = loop {
            match bytes.get(place) {
                Some(b'"') if bytes.get(place + 1) == Some(&b'"') => place += 2,
                Some(b'"') => break place,
                Some(b'\n') if self.lone.0 >= LONE => return None,
                Some(byte) => (place, breaks) = (place + 1, breaks + usize::from(*byte == b'\n')),
                None => {
                    self.lone.1 = true;
                    return None;
                }
            }
        };
        let next = bytes[end + 1..].iter().find(|byte| !matches!(byte, b' ' | b'\t') || **byte == mark);
        let is_end = next.is_none_or(|byte| *byte == mark || *byte == b'\n');
        self.lone.0 += usize::from(!is_end);
        is_end.then_some((end, breaks))
    }
}

/// Signs at the beginning of a line above a table that make it no part of the table.
const COMMENTS: [&str; 3] = ["#", "%", "//"];

/// The lines above a table that are no part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Comments {
    /// Their bytes in the text.
    pub(crate) long: usize,
    /// Lines that they take, empty ones included.
    pub(crate) lines: usize,
    /// How many say anything.
    pub(crate) rows: usize,
    /// The first that does, and its line.
    pub(crate) first: (String, usize),
    /// The last one, without its sign, and its line; it stands directly above the table.
    pub(crate) last: Option<(String, usize)>,
}

impl Comments {
    /// Of a text at whose beginning they stand.
    pub(crate) fn of(text: &str) -> Self {
        let mut own = Self::default();
        for line in text.split_inclusive('\n') {
            let bare = line.trim();
            let sign = COMMENTS.iter().find_map(|sign| bare.strip_prefix(*sign));
            if sign.is_none() && !bare.is_empty() {
                break;
            }
            own.long += line.len();
            own.lines += 1;
            let words = sign.map(|rest| rest.trim_start_matches(['#', '%', '/'])).filter(|rest| !rest.is_empty());
            own.last = sign.map(|_| (words.unwrap_or_default().to_owned(), own.lines));
            if bare.contains(char::is_alphanumeric) {
                if own.rows == 0 {
                    own.first = (bare.to_owned(), own.lines);
                }
                own.rows += 1;
            }
        }
        // A text of such lines alone is no table with lines above it.
        let is_all = text[own.long..].trim().is_empty();
        if is_all || own.rows == 0 { Self::default() } else { own }
    }

    /// Counts lines from so many lines before them.
    pub(crate) fn shift(&mut self, before: usize) {
        self.first.1 += before;
        if let Some((_, line)) = &mut self.last {
            *line += before;
        }
    }

    /// The cells of the last one, if it may be a head.
    pub(crate) fn head(&self, separator: Separator) -> Grid {
        let mut grid = Grid::default();
        if let Some((last, _)) = &self.last {
            Cutter::new(last.clone(), separator, 0).advance(&mut grid, 1);
        }
        grid
    }
}

/// What a line `sep=;` at the beginning says, and how long the line is.
pub(crate) fn sep_line(text: &str) -> Option<(Separator, usize)> {
    let line = text.split('\n').next()?;
    let bare = line.trim().trim_matches('"');
    let rest = bare.get(..4).filter(|begin| begin.eq_ignore_ascii_case("sep=")).and(bare.get(4..))?;
    // A tab or a space at the end is white space, too.
    let last = line.trim_end_matches('"').chars().next_back().filter(|last| matches!(last, '\t' | ' '));
    let mark = rest.chars().next().or(last)?;
    let is_alone = rest.chars().count() <= 1 || rest.trim_matches([',', ';']).is_empty();
    Separator::of(mark).filter(|_| is_alone).map(|own| (own, (line.len() + 1).min(text.len())))
}

/// Whether a cell is a number in either way; behind a currency it begins with a digit.
fn is_number(cell: &str) -> bool {
    let Some(core) = core(cell) else { return false };
    let is_value = [Decimal::Point, Decimal::Comma].iter().any(|decimal| value(&core, *decimal).is_some());
    is_value && (core.unit.is_empty() || core.body.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a space stands between two digits.
fn is_cut(cell: &str) -> bool {
    cell.as_bytes().windows(3).any(|own| own[1] == b' ' && own[0].is_ascii_digit() && own[2].is_ascii_digit())
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
    /// Whether a row of the usual width holds names alone.
    named: bool,
    /// Whether the first row is one cell that is no number.
    first_alone: bool,
}

impl Fit {
    fn of(sample: &str, separator: Separator) -> Self {
        let (mut grid, mut cutter) = (Grid::default(), Cutter::new(sample.to_owned(), separator, 0));
        while cutter.advance(&mut grid, SAMPLE.0) {}
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
            // A number with a space inside may be two.
            clean += match () {
                () if is_missing(cell) || is_date(cell) => 1.0,
                () if separator == Separator::Comma && is_cut(cell) && core(cell).is_some() => 0.5,
                () => f64::from(u8::from(is_number(cell))),
            };
        }
        let first = rows.first().map_or(0, |row| grid.width(*row));
        let is_name = |cell: &str| cell.contains(char::is_alphabetic) && core(cell).is_none() && !is_date(cell);
        let named = rows.iter().take(20).any(|row| grid.width(*row) == width && grid.row(*row).all(is_name));
        let first_alone = rows.first().is_some_and(|row| grid.width(*row) == 1 && core(grid.cell(*row, 0)).is_none());
        let alike = count as f64 / rows.len().max(1) as f64;
        Self { separator, width, alike, clean: clean / f64::max(all, 1.0), first, named, first_alone }
    }

    /// How good it is: many rows alike, and cells that can be read.
    fn score(&self) -> f64 {
        let head = if self.first == self.width { 0.1 } else { 0.0 };
        if self.width < 2 { 0.0 } else { self.alike * (0.2 + self.clean) + head }
    }
}

/// The first and the last lines of a text.
fn sample(text: &str) -> String {
    let within = &text[..text.floor_char_boundary(BYTES.0)];
    let first: usize = within.split_inclusive('\n').take(SAMPLE.0).map(str::len).sum();
    let rest = &text[first..];
    let within = &rest[rest.ceil_char_boundary(rest.len().saturating_sub(BYTES.1))..];
    let last: usize = within.split_inclusive('\n').rev().take(SAMPLE.1).map(str::len).sum();
    let between = if last < rest.len() && !text[..first].ends_with('\n') { "\n" } else { "" };
    [&text[..first], between, &rest[rest.len() - last..]].concat()
}

/// What separates the cells of a text, by its first and last lines; and whether lines of two whole numbers might as well hold
/// one with a decimal comma.
pub(crate) fn separator(text: &str) -> (Separator, bool) {
    let sample = sample(text);
    let fits: Vec<Fit> = Separator::ALL[..4].iter().map(|own| Fit::of(&sample, *own)).collect();
    let best = fits.iter().rev().max_by(|a, b| a.score().total_cmp(&b.score()));
    let (whole, spaced) = (&fits[1], Fit::of(&sample, Separator::Space));
    let fits_well = spaced.width > 1 && spaced.alike > 0.6 && spaced.clean > 0.55;
    // Lines with commas, and how many of them are a number as a whole.
    let commas = || sample.lines().map(|line| line.trim().trim_matches('"')).filter(|line| line.contains(','));
    let (lines, ones) = (commas().count(), commas().filter(|line| is_number(line)).count());
    let Some(best) = best.filter(|best| best.score() > 0.0) else {
        // Spaces may as well set thousands apart; below a head of one cell they do.
        let is_pair = spaced.width > 1 && whole.clean > 0.7;
        let is_spaced = fits_well && spaced.score() > whole.clean && !(is_pair && spaced.first == 1);
        let is_pair = is_spaced && is_pair;
        let own = match () {
            () if is_spaced => Separator::Space,
            // Few lines have thousands.
            () if lines > 0 && ones == lines => Separator::Semicolon,
            () => Separator::Comma,
        };
        return (own, is_pair);
    };
    // Numbers with commas in one column: their head has one cell.
    let is_pair = lines > 0 && ones * 10 > lines * 7;
    // 1 234,50: spaces set thousands apart; (1,50): its parts are no numbers.
    let are_cut = ones == lines && (commas().any(is_cut) || best.clean < 0.9);
    if is_pair && whole.width == 1 && (whole.first_alone && best.first == 1 || are_cut) {
        return (Separator::Semicolon, !whole.first_alone);
    }
    // Decimal commas between spaces.
    if best.separator == Separator::Comma && !best.named && fits_well && spaced.score() > best.score() + 0.05 {
        return (Separator::Space, false);
    }
    // A head of two names proves that there are two.
    let is_pair = is_pair && best.separator == Separator::Comma && commas().next().is_some_and(is_number);
    (best.separator, is_pair)
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
