//! A text is read as a table, some rows at a time: cut into cells, looked at as a whole, and only then understood.

use std::collections::BTreeMap;

use crate::choices::{Choices, DateOrder, Decimal, Separator};
use crate::column::{Column, Kind, written};
use crate::decode::lines;
use crate::grid::{Comments, Cutter, Grid, Selected, sep_line, separator};
use crate::head::{Body, leave};
use crate::moment::{Fineness, Moment};
use crate::note::{Fault, Left, Note, Why, short};
use crate::order::Times;
use crate::unit::unit_in;

/// The most columns of numbers that are kept while reading.
const MOST_COLUMNS: usize = 40;

/// How far reading has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// This share is done.
    Share(f64),
    /// All of it is.
    Done,
}

/// A column that was read.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Named {
    /// Its name: that of the head, else its number, counted from 1.
    pub name: String,
    /// Its unit; empty if none is known.
    pub unit: String,
    /// What it holds.
    pub kind: Kind,
}

/// A table with its numbers, as it stands in the text, before any is left out for what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// All columns.
    pub columns: Vec<Named>,
    /// What separates cells.
    pub separator: Separator,
    /// The line of the head, counted from 1.
    pub head: Option<usize>,
    /// How most numbers are written.
    pub decimal: Decimal,
    /// How dates are written, if there are any whose order had to be decided.
    pub dates: Option<DateOrder>,
    /// The columns that say when.
    pub times: Vec<usize>,
    /// Whether rows have moments.
    pub is_timed: bool,
    /// The columns of numbers whose values are kept, with their values, one a row; NaN where there is none.
    pub values: Vec<(usize, Vec<f64>)>,
    /// How many columns of numbers there are.
    pub numbers: usize,
    /// What stands in the place of each row's time, brought to one form.
    pub labels: Labels,
    /// What was found.
    pub notes: Vec<Note>,
    /// Rows that were left out.
    pub left: Vec<Left>,
    /// Columns whose numbers are multiplied by a letter: the column, and a cell.
    pub multiplied: Vec<(usize, String)>,
    /// Cells of columns of numbers that are none.
    pub strange: Strange,
}

/// When each row was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// As texts.
    pub texts: Vec<String>,
    /// As microseconds since 1970, where rows have moments.
    pub instants: Vec<i64>,
    /// How finely moments are written.
    pub fineness: Option<Fineness>,
}

/// What is being done.
enum Stage {
    Cut(Box<Cutter>),
    Look(usize),
    Read(usize),
    Done,
}

/// A text that is being read.
pub struct Reading {
    choices: Choices,
    stage: Stage,
    /// The bytes of the text, to tell how far cutting has come.
    size: usize,
    begin: String,
    grid: Grid,
    comments: Comments,
    separator: Separator,
    body: Body,
    columns: Vec<Column>,
    decimals: Vec<Decimal>,
    times: Times,
    /// How finely most of its dates are written.
    fineness: Option<Fineness>,
    row: Row,
    sums: Sums,
    offsets: Offsets,
    table: Option<Table>,
    fault: Option<Fault>,
}

impl Reading {
    /// Begins to read a text.
    #[must_use]
    pub fn new(text: String, choices: Choices) -> Self {
        let mut text = lines(text);
        let size = text.len();
        let first = text.trim_start().lines().next().unwrap_or_default().to_owned();
        let named = sep_line(&text);
        text.drain(..named.map_or(0, |(_, long)| long));
        let mut comments = Comments::of(&text);
        text.drain(..comments.long);
        comments.shift(usize::from(named.is_some()));
        if is_wrapped(&text) {
            text = unwrapped(&text);
        }
        let rest = &*text;
        let (found, is_pair) = separator(rest);
        let own = choices.separator.or(named.map(|own| own.0)).unwrap_or(found);
        let mut notes = vec![];
        notes.extend(named.map(|(own, _)| Note::SepLine(own)));
        if is_pair && choices.separator.is_none() && named.is_none() {
            let line = rest.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
            notes.push(Note::OneOrTwo(short(line.trim())));
        }
        let begins = first.trim_start().to_lowercase();
        let is_page = is_page(&begins);
        let fault = match () {
            () if text.trim().is_empty() => Some(Fault::Empty),
            () if is_page => Some(Fault::NoTable(short(&first))),
            () => None,
        };
        let begin = short(&first);
        let before = comments.lines + usize::from(named.is_some());
        let cutter = Cutter::new(text, own, before);
        let table = Table {
            columns: vec![],
            separator: own,
            head: None,
            decimal: Decimal::Point,
            dates: None,
            times: vec![],
            is_timed: false,
            values: vec![],
            numbers: 0,
            labels: Labels::default(),
            notes,
            left: vec![],
            multiplied: vec![],
            strange: Strange::default(),
        };
        Self {
            choices,
            stage: if fault.is_some() { Stage::Done } else { Stage::Cut(Box::new(cutter)) },
            size,
            begin,
            grid: Grid::default(),
            comments,
            separator: own,
            body: Body::default(),
            columns: vec![],
            decimals: vec![],
            times: Times::None(None),
            fineness: None,
            row: Row::default(),
            sums: Sums::default(),
            offsets: Offsets::default(),
            table: Some(table),
            fault,
        }
    }

    /// Goes on by so many rows.
    pub fn advance(&mut self, rows: usize) -> Progress {
        match &mut self.stage {
            Stage::Cut(cutter) => {
                if !cutter.advance(&mut self.grid, rows) {
                    self.understand();
                }
            }
            Stage::Look(next) => {
                let from = *next;
                let to = (from + rows).min(self.body.rows.len());
                for row in &self.body.rows[from..to] {
                    for (place, column) in self.body.places.iter().zip(&mut self.columns) {
                        column.look(self.grid.cell(*row as usize, *place));
                    }
                }
                self.stage = Stage::Look(to);
                if to == self.body.rows.len() {
                    self.decide();
                }
            }
            Stage::Read(next) => {
                let from = *next;
                let to = (from + rows).min(self.body.rows.len());
                self.stage = Stage::Read(to);
                (from..to).for_each(|place| self.take(place));
                if to == self.body.rows.len() {
                    self.finish();
                }
            }
            Stage::Done => {}
        }
        self.progress()
    }

    fn progress(&self) -> Progress {
        let of = |done: usize| done as f64 / self.body.rows.len().max(1) as f64;
        match &self.stage {
            Stage::Cut(_) => Progress::Share(0.4 * (self.grid.size() as f64 / self.size.max(1) as f64).min(1.0)),
            Stage::Look(row) => Progress::Share(0.4 + 0.3 * of(*row)),
            Stage::Read(row) => Progress::Share(0.7 + 0.3 * of(*row)),
            Stage::Done => Progress::Done,
        }
    }

    fn fail(&mut self, fault: Fault) {
        self.fault = Some(fault);
        self.stage = Stage::Done;
    }

    /// Once all is cut: which rows are the table.
    fn understand(&mut self) {
        self.body = Body::of(&self.grid, &self.comments, self.separator, &self.choices);
        let is_apart = self.separator == Separator::Space && self.body.is_apart(&self.grid);
        if is_apart
            && self.body.head.is_none()
            && let (Some(table), Some(row)) = (self.table.as_mut(), self.body.rows.last())
        {
            let line = short(&self.grid.row(*row as usize).collect::<Vec<_>>().join(" "));
            table.notes.extend(Some(Note::OneOrTwo(line)).filter(|_| !table.notes.iter().any(is_one_or_two)));
        }
        if let Some(narrow) = self.body.narrow.filter(|_| self.separator == Separator::Comma || is_apart) {
            let row = self.body.rows.first().map_or(0, |row| *row as usize);
            let between = self.separator.mark().to_string();
            let begin = short(&self.grid.row(row).collect::<Vec<_>>().join(&between));
            return self.fail(Fault::Commas(narrow, self.body.width, begin));
        }
        self.columns = vec![Column::default(); self.body.places.len()];
        self.stage = Stage::Look(0);
        if self.body.rows.is_empty() {
            let fault = if self.grid.is_empty() { Fault::Empty } else { Fault::NoNumbers(self.begin.clone()) };
            self.fail(fault);
        }
    }

    /// Once all was looked at: what the columns hold.
    fn decide(&mut self) {
        let Some(table) = self.table.as_mut() else { return };
        let body = &self.body;
        let local: Vec<usize> = body.places.clone();
        // The columns, counted anew, without those that are empty.
        let grid = Selected { grid: &self.grid, places: &local };
        self.times = Times::find(&grid, &body.rows, &body.names, &self.columns, &self.choices);
        let dates = match &self.times {
            Times::Dates { column, order, proved, .. } => Some((*column, *order, *proved)),
            _ => None,
        };
        let is_pointed = dates.is_some_and(|(_, order, _)| order == DateOrder::DayFirst);
        let is_comma_likely = self.separator != Separator::Comma && (self.separator != Separator::Space || is_pointed);
        let written = written(&self.columns, &self.choices, is_comma_likely);
        self.decimals = written.iter().map(|own| own.decimal).collect();
        table.head = body.head;
        table.times = self.times.columns();
        table.times.extend(self.times.beside(&grid, &body.rows, &body.names, &self.columns));
        table.is_timed = self.times.is_known();
        table.left.clone_from(&body.left);
        if body.head.is_none() {
            table.notes.push(Note::NoHead);
        }
        if let Some((column, order, proved)) = dates {
            let own = &self.columns[column];
            self.fineness = own.usual_fineness();
            table.dates = (own.unordered > 0).then_some(order);
            let dated = |wide: &dyn Fn(&crate::date::Pieces) -> bool| {
                body.rows.iter().find_map(|row| {
                    let cell = grid.cell(*row as usize, column);
                    let pieces = crate::date::pieces(cell).filter(|own| wide(own))?;
                    Some((short(cell), pieces.moment(order)?.label(), pieces.is_short_year()))
                })
            };
            if own.unordered > 0
                && let Some((cell, label, _)) = dated(&|own| own.needs_order())
            {
                let note = match self.choices.dates {
                    Some(_) => Note::DatesChosen(cell, label),
                    None => Note::Dates { order, proved, cell, label },
                };
                table.notes.push(note);
            }
            if let Some((cell, label, true)) = dated(&|_| true) {
                table.notes.push(Note::ShortYears(cell, label));
            }
        }
        if let Times::Unix { column, .. } = &self.times
            && let Some(row) = body.rows.first()
            && let Some(moment) = self.times.moment(&grid, *row as usize)
        {
            table.notes.push(Note::Unix(short(grid.cell(*row as usize, *column)), moment.label()));
        }
        if let Times::Days(column) = &self.times
            && let Some(row) = body.rows.first()
            && let Some(moment) = self.times.moment(&grid, *row as usize)
        {
            table.notes.push(Note::Days(short(grid.cell(*row as usize, *column)), moment.label()));
        }
        let name = |c: usize| if body.names[c].is_empty() { (c + 1).to_string() } else { short(&body.names[c]) };
        for (c, column) in self.columns.iter().enumerate() {
            let is_time = table.times.contains(&c) && (table.is_timed || column.kind() != Kind::Text);
            let kind = match column.kind() {
                _ if is_time => Kind::Date,
                Kind::Text if column.multiplied * 2 > column.filled => Kind::Multiplied,
                kind => kind,
            };
            table.columns.push(Named { name: name(c), unit: unit(column.unit(), &body.names[c]), kind });
            if kind == Kind::Multiplied {
                table.multiplied.push((c, short(&column.example)));
            }
        }
        let numeric: Vec<usize> = (0..self.columns.len())
            .filter(|c| table.columns[*c].kind == Kind::Number && !table.times.contains(c))
            .collect();
        table.numbers = numeric.len();
        table.notes.extend(self.choices.decimal.map(Note::DecimalChosen));
        let commas = numeric.iter().find(|c| self.decimals[**c] == Decimal::Comma && self.columns[**c].commas.0 > 0);
        if let Some(c) = commas
            && self.choices.decimal.is_none()
        {
            table.notes.push(Note::Commas(short(&self.columns[*c].commas.1)));
        }
        if let Some((c, cell)) = numeric.iter().find_map(|c| Some((*c, self.columns[*c].negative.as_ref()?))) {
            let value = self.columns[c].value(cell, self.decimals[c]).unwrap_or(f64::NAN);
            table.notes.push(Note::Negative(short(cell), value));
        }
        table.decimal =
            if numeric.iter().any(|c| self.decimals[*c] == Decimal::Comma) { Decimal::Comma } else { Decimal::Point };
        for c in numeric.iter().filter(|c| !written[**c].proved) {
            let (column, decimal) = (&self.columns[*c], self.decimals[*c]);
            let Some((cell, _)) = &column.either else { continue };
            let value = |decimal: Decimal| column.value(cell, decimal).unwrap_or(f64::NAN);
            let (read, other) = (value(decimal), value(decimal.other()));
            table.notes.push(Note::Unproved { column: name(*c), cell: short(cell), read, other, decimal });
        }
        let wanted = numeric.iter().filter(|c| self.choices.wants(**c));
        let others = numeric.iter().filter(|c| !self.choices.wants(**c));
        let mut kept: Vec<usize> = wanted.chain(others).take(MOST_COLUMNS).copied().collect();
        kept.sort_unstable();
        table.values = kept.into_iter().map(|c| (c, Vec::with_capacity(body.rows.len()))).collect();
        self.stage = Stage::Read(0);
        if numeric.is_empty() {
            let begin = self.begin.clone();
            self.fail(Fault::NoNumbers(begin));
        }
    }

    /// Takes a row's numbers.
    fn take(&mut self, place: usize) {
        let Some(table) = self.table.as_mut() else { return };
        let row = self.body.rows[place] as usize;
        let grid = Selected { grid: &self.grid, places: &self.body.places };
        let Row { values, odd } = &mut self.row;
        values.clear();
        odd.clear();
        for (c, _) in &table.values {
            let cell = grid.cell(row, *c);
            let value = self.columns[*c].value(cell, self.decimals[*c]);
            if value.is_none() && !crate::number::is_missing(cell) {
                odd.push(*c);
            }
            values.push(value.unwrap_or(f64::NAN));
        }
        let any = values.iter().any(|value| !value.is_nan());
        // A year between months, as a total of them has.
        let is_usual = |own: &Moment| !(own.fineness <= Fineness::Month && self.fineness > Some(own.fineness));
        let moment = self.times.moment(&grid, row).filter(is_usual);
        let instant = moment.and_then(|own| own.instant());
        if self.times.is_known() && instant.is_none() {
            if self.grid.row(row).all(str::is_empty) {
                return;
            }
            let why = match self.sums.against(values) {
                _ if !any => Why::NoNumber,
                Some(why) => why,
                None => Why::NoTime,
            };
            return leave(&mut table.left, why, &self.grid, row);
        }
        let number = table.labels.texts.len();
        odd.iter().for_each(|c| table.strange.push(*c, number, grid.cell(row, *c)));
        self.sums.add(values);
        table.values.iter_mut().zip(&*values).for_each(|((_, all), value)| all.push(*value));
        let text = match moment {
            Some(moment) => {
                table.labels.fineness = table.labels.fineness.max(Some(moment.fineness));
                self.offsets.look(moment.offset);
                moment.label()
            }
            None => self.times.raw(&grid, row).to_owned(),
        };
        table.labels.texts.push(if text.is_empty() { (number + 1).to_string() } else { text });
        table.labels.instants.extend(instant);
    }

    /// Once all is read.
    fn finish(&mut self) {
        self.stage = Stage::Done;
        let Some(table) = self.table.as_mut() else { return };
        // Without times a row of words is a time step with nothing known; but below the last number it is a caption.
        while !table.is_timed
            && let Some(number) = table.labels.texts.len().checked_sub(1)
            && table.values.iter().all(|(_, all)| all[number].is_nan())
            && table.strange.ends_in(number)
        {
            table.labels.texts.pop();
            table.values.iter_mut().for_each(|(_, all)| all.truncate(number));
            table.strange.forget_last(number);
            leave(&mut table.left, Why::NoNumber, &self.grid, self.body.rows[number] as usize);
        }
        // Seconds that are always 0 say nothing.
        let is_whole = |own: &i64| own % 60_000_000 == 0;
        if table.labels.fineness == Some(Fineness::Second) && table.labels.instants.iter().all(is_whole) {
            table.labels.fineness = Some(Fineness::Minute);
            table.labels.texts.iter_mut().for_each(|own| own.truncate("2024-01-31 05:00".len()));
        }
        // Times that are far from UTC by different hours are shown in UTC.
        if self.offsets.differ {
            let fineness = table.labels.fineness.unwrap_or(Fineness::Second);
            let label = |instant: &i64| Moment::of_instant(*instant, fineness).map_or(String::new(), |own| own.label());
            table.labels.texts = table.labels.instants.iter().map(label).collect();
            table.notes.push(Note::InUtc);
        }
    }

    /// The table, once it is done.
    ///
    /// # Errors
    /// Why there is none.
    pub fn table(&mut self) -> Result<Table, Fault> {
        match (&self.fault, self.table.take()) {
            (Some(fault), _) => Err(fault.clone()),
            (None, Some(table)) => Ok(table),
            (None, None) => Err(Fault::Empty),
        }
    }
}

/// What is within the quotes around a line, if they enclose all of it.
fn inner(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix('"')?.strip_suffix('"')?;
    (!inner.replace("\"\"", "").contains('"')).then_some(inner)
}

/// Whether quotes enclose whole lines, cells and what separates them, as where a table was written as one column.
fn is_wrapped(text: &str) -> bool {
    let is_row =
        |inner: &str| inner.contains([',', ';', '\t']) && crate::number::core(&inner.replace("\"\"", "")).is_none();
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(50).peekable();
    lines.peek().is_some() && lines.all(|line| inner(line).is_some_and(is_row))
}

/// A text without the quotes around its lines.
fn unwrapped(text: &str) -> String {
    let line = |line: &str| inner(line).map_or_else(|| line.to_owned(), |inner| inner.replace("\"\"", "\"")) + "\n";
    text.lines().map(line).collect()
}

fn is_one_or_two(note: &Note) -> bool {
    matches!(note, Note::OneOrTwo(_))
}

/// Whether a text that begins so is a page of the web, or data for a program.
fn is_page(begins: &str) -> bool {
    const TAGS: [&str; 11] = ["!", "?", "h", "table", "body", "div", "svg", "xml", "gpx", "kml", "rss"];
    let bare: String = begins.chars().filter(|c| !c.is_whitespace()).take(6).collect();
    begins.strip_prefix('<').is_some_and(|rest| TAGS.iter().any(|tag| rest.starts_with(tag)))
        || ["{\"", "[{", "[[", "{\\rtf"].iter().any(|begin| bare.starts_with(begin))
        || ["{", "["].contains(&&*bare)
}

/// A row that is being read.
#[derive(Default)]
struct Row {
    values: Vec<f64>,
    /// Columns in which something else stands.
    odd: Vec<usize>,
}

/// Whether the clocks of all moments are as far from UTC.
#[derive(Default)]
struct Offsets {
    first: Option<Option<i32>>,
    differ: bool,
}

impl Offsets {
    fn look(&mut self, offset: Option<i32>) {
        self.differ |= *self.first.get_or_insert(offset) != offset;
    }
}

/// The sum of each column so far, and how many numbers it is of.
#[derive(Default)]
pub(crate) struct Sums(Vec<(f64, usize)>);

impl Sums {
    pub(crate) fn add(&mut self, values: &[f64]) {
        self.0.resize(values.len(), (0.0, 0));
        for ((sum, count), value) in self.0.iter_mut().zip(values).filter(|(_, value)| !value.is_nan()) {
            (*sum, *count) = (*sum + value, *count + 1);
        }
    }

    /// Whether values are the sum or the mean of those before them.
    pub(crate) fn against(&self, values: &[f64]) -> Option<Why> {
        let close = |a: f64, b: f64, within: f64| (a - b).abs() <= within * b.abs().max(1e-9);
        let (mut is_sum, mut is_mean, mut any) = (true, true, false);
        for (value, (sum, count)) in values.iter().zip(&self.0).filter(|(value, _)| !value.is_nan()) {
            if *count < 3 {
                return None;
            }
            any = true;
            is_sum &= close(*value, *sum, 1e-6);
            is_mean &= close(*value, sum / *count as f64, 1e-3);
        }
        match (any, is_sum, is_mean) {
            (true, true, _) => Some(Why::Total),
            (true, _, true) => Some(Why::Mean),
            _ => None,
        }
    }
}

/// Cells of columns of numbers that are none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strange {
    /// The column, the row, and the number of the text that stands there.
    cells: Vec<(u16, u32, u16)>,
    /// What stands in such cells, each text once and with its number; of very many only the first.
    texts: BTreeMap<String, u16>,
}

impl Strange {
    /// The most texts that are kept.
    const MOST: usize = 1000;

    fn push(&mut self, column: usize, row: usize, cell: &str) {
        let (text, count) = (short(cell), self.texts.len());
        let number = match self.texts.get(&text) {
            Some(number) => *number,
            None if count < Self::MOST => *self.texts.entry(text).or_insert(count as u16),
            None => u16::MAX,
        };
        self.cells.push((column as u16, row as u32, number));
    }

    /// Of a column and rows that are used: how many there are, the row of the first, and what stands there.
    pub(crate) fn of(&self, column: usize, is_used: &[bool]) -> Option<(usize, usize, &str)> {
        let mut own = self.cells.iter().filter(|own| usize::from(own.0) == column && is_used[own.1 as usize]);
        let (_, row, number) = own.next()?;
        let text = self.texts.iter().find(|(_, own)| *own == number).map_or("…", |own| own.0);
        Some((1 + own.count(), *row as usize, text))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Whether the last row holds such a cell.
    fn ends_in(&self, row: usize) -> bool {
        self.cells.last().is_some_and(|own| own.1 as usize == row)
    }

    /// Forgets those of the last row.
    fn forget_last(&mut self, row: usize) {
        while self.ends_in(row) {
            self.cells.pop();
        }
    }
}

/// A unit: of the cells, else of the name, in which it stands in brackets at the end.
fn unit(of_cells: &str, name: &str) -> String {
    if !of_cells.is_empty() {
        return of_cells.to_owned();
    }
    unit_in(name).to_owned()
}

/// Reads a text at once.
///
/// # Errors
/// Why it is no table.
pub fn read(text: &str, choices: &Choices) -> Result<Table, Fault> {
    let mut reading = Reading::new(text.to_owned(), choices.clone());
    while reading.advance(usize::MAX / 2) != Progress::Done {}
    reading.table()
}
