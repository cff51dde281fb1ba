//! Own data: a person's table of numbers, checked here, and taken as the sequence once it is good.

use csv::{ReaderBuilder, StringRecord, Trim};

use measure::Scene;
use model::keys::Key;
use model::sequence::{LONGEST, MOST_COLUMNS, SHORTEST, decimal};
use model::settings::Source;
use words::fill;

use crate::html::{apply, escape, table};
use words::laboratory::{data_ragged, data_read, data_rounded, data_short, words};

/// The picture's parts.
pub const PARTS: [&str; 3] = ["data-field", "data-told", "data-table"];

/// The key of the text that was brought.
const KEY: &str = "csv";
/// So many bytes of a file or a text are read.
const LIMIT: usize = 65536;
/// Rows and columns of the preview.
const PREVIEW: (usize, usize) = (4, 6);
/// So much of what was found stands in a message.
const FOUND: usize = 40;

/// A table that can be used.
#[derive(Debug, PartialEq, Eq)]
struct Table {
    /// A name for each column: from the head row, else its number.
    names: Vec<String>,
    /// The numbers as they will stand in the address.
    rows: Vec<Vec<String>>,
    /// What was left out or rounded.
    notes: Vec<String>,
}

impl Table {
    /// What sets the settings: these numbers as the sequence.
    fn fragment(&self) -> String {
        format!("sequence=csv&numbers={}", self.numbers())
    }

    fn numbers(&self) -> String {
        self.rows.iter().map(|row| row.join(",")).collect::<Vec<_>>().join(";")
    }
}

/// What stands between the cells, by the first line: a semicolon or a tab, if there is one, else a comma.
fn delimiter(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
    [b';', b'\t'].into_iter().find(|mark| first.bytes().any(|byte| byte == *mark)).unwrap_or(b',')
}

/// The number of a cell, with a hyphen or a minus sign.
fn number(cell: &str) -> Option<f64> {
    cell.replace('−', "-").parse().ok()
}

/// A finite number without exponent and of at most 15 digits, as [`decimal`] reads it; none if it is too large.
fn written(cell: &str, number: f64) -> Option<String> {
    let cell = cell.replace('−', "-");
    if decimal(&cell).is_some() {
        return Some(cell);
    }
    let whole = format!("{:.0}", number.abs().trunc()).len();
    let text = format!("{number:.*}", 15_usize.checked_sub(whole)?);
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    decimal(text).map(|_| text.to_owned())
}

/// What was found, shortened and without markup.
fn found(cell: &str) -> String {
    let short: String = cell.chars().take(FOUND).collect();
    escape(&short) + if short.len() < cell.len() { "…" } else { "" }
}

/// One cell, or why it is no number.
fn check_cell(cell: &str) -> Result<String, &'static str> {
    let words = words();
    match number(cell) {
        _ if cell.is_empty() => Err(words.data_blank),
        Some(x) if !x.is_finite() => Err(words.data_infinite),
        Some(x) => written(cell, x).ok_or(words.data_large),
        None if number(&cell.replace(',', ".")).is_some() => Err(words.data_comma),
        None => Err(words.data_text),
    }
}

/// Checks a text; what is wrong is said with its place, what was found and expected, and what to do.
fn check(text: &str) -> Result<Table, String> {
    let words = words();
    let mut notes = vec![];
    let mut whole = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    if let (true, Some((kept, _))) = (text.len() >= LIMIT, whole.rsplit_once('\n')) {
        whole = kept.to_owned();
        notes.push(words.data_cut.to_owned());
    }
    if whole.trim().is_empty() {
        return Err(words.data_empty.to_owned());
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(&whole))
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(whole.as_bytes());
    // It is text, and read from memory: no record is an error.
    let records: Vec<StringRecord> = reader.records().filter_map(Result::ok).collect();
    let records: Vec<&StringRecord> = records.iter().filter(|record| **record != [""][..]).collect();
    let line = |record: &StringRecord| {
        let start = record.position().map_or(0, |position| position.byte() as usize);
        // Empty lines before it are passed over.
        let blank = whole[start..].bytes().take_while(|byte| *byte == b'\n').count();
        (1 + blank + whole[..start].matches('\n').count()).to_string()
    };
    let Some(first) = records.first() else { return Err(words.data_empty.to_owned()) };
    let width = first.len();
    if records.len() == 1 && width == 1 {
        return Err(fill(words.data_one_cell, &[("found", &found(&first[0]))]));
    }
    if width > MOST_COLUMNS {
        let values = [("line", line(first)), ("n", width.to_string()), ("most", MOST_COLUMNS.to_string())];
        return Err(fill(words.data_wide, &values.each_ref().map(|(name, value)| (*name, value.as_str()))));
    }
    let has_head = first.iter().all(|cell| number(cell).is_none()) && first.iter().any(|cell| !cell.is_empty());
    let number_of = |column: usize| (column + 1).to_string();
    let names = (0..width).map(|column| if has_head { found(&first[column]) } else { number_of(column) }).collect();
    let mut rows = vec![];
    let mut rounded = 0;
    let records = &records[usize::from(has_head)..];
    for record in records.iter().take(LONGEST) {
        if record.len() != width {
            return Err(data_ragged(&line(record), record.len(), width));
        }
        let mut row = vec![];
        for (column, cell) in record.iter().enumerate() {
            let text = check_cell(cell).map_err(|why| {
                let column = number_of(column)
                    + &if has_head { format!(" (“{}”)", found(&first[column])) } else { String::new() };
                fill(why, &[("line", &line(record)), ("column", &column), ("found", &found(cell))])
            })?;
            rounded += usize::from(decimal(&text) != number(cell));
            row.push(text);
        }
        rows.push(row);
    }
    if rows.len() < SHORTEST {
        return Err(data_short(rows.len(), SHORTEST));
    }
    if records.len() > LONGEST {
        notes.push(fill(words.data_long, &[("n", &records.len().to_string()), ("most", &LONGEST.to_string())]));
    }
    if rounded > 0 {
        notes.push(data_rounded(rounded));
    }
    Ok(Table { names, rows, notes })
}

/// The field, what is to say of it with a preview and the button, and the whole table.
pub fn draw(scene: &Scene) -> Vec<String> {
    // Until something is written, the numbers that are read now.
    let now = match &scene.state.settings.source {
        Source::Numbers(numbers) => numbers.as_str().replace(';', "\n"),
        _ => String::new(),
    };
    let text = Some(scene.state.settings.text(Key::Csv)).filter(|text| !text.is_empty()).unwrap_or(&now);
    let checked = check(text);
    let class = if text.trim().is_empty() { "read" } else { "message" };
    let (told, head, rows) = match &checked {
        Ok(good) => (told(scene, good), &good.names[..], &good.rows[..]),
        Err(wrong) => (format!("<p class=\"{class}\" role=\"status\">{wrong}</p>"), &[][..], &[][..]),
    };
    vec![field(text), told, table(head, rows.iter().cloned())]
}

/// The field for the text, and one for a file. The line break after the tag is not part of the text; with it
/// the field is never changed in place, which would not change what it shows. Nothing else in it depends on the
/// text: while it is typed the field stays as it is.
fn field(text: &str) -> String {
    let words = words();
    format!(
        "<label class=\"data\"><span>{}</span><textarea id=\"csv\" data-key=\"{KEY}\" rows=\"9\" maxlength=\"{LIMIT}\" \
         spellcheck=\"false\" placeholder=\"{}\" aria-describedby=\"data-told\">\n{}</textarea></label>\
         <label class=\"data\"><span>{}</span><input type=\"file\" id=\"csv-file\" data-key=\"{KEY}\" \
         accept=\".csv,text/csv,text/plain\"></label>",
        words.data_label,
        words.data_example,
        escape(text),
        words.data_file,
    )
}

/// What was read, what of it is used, the first rows, and the button that takes them.
fn told(scene: &Scene, good: &Table) -> String {
    let words = words();
    let (rows, columns) = (good.rows.len(), good.names.len());
    let read = data_read(rows, columns, rows - 1);
    let notes: String = good.notes.iter().map(|note| format!(" {note}")).collect();
    let cut = |cells: &[String]| -> Vec<String> {
        let more = (cells.len() > PREVIEW.1).then(|| "…".to_owned());
        cells.iter().take(PREVIEW.1).cloned().chain(more).collect()
    };
    let preview = table(&cut(&good.names), good.rows.iter().take(PREVIEW.0).map(|row| cut(row)));
    let is_used =
        matches!(&scene.state.settings.source, Source::Numbers(numbers) if *numbers.as_str() == good.numbers());
    format!(
        "<p class=\"read\" role=\"status\">{read}{notes}</p><div class=\"scroll\">{preview}</div><div class=\"choices\">{}</div>",
        apply(&escape(&good.fragment()), words.data_use, is_used)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::sequence::Library;
    use model::sequence::{Input, Numbers};
    use model::settings::State;
    use proptest::prelude::*;

    fn wrong(text: &str) -> String {
        check(text).expect_err(text)
    }

    fn rows(text: &str) -> Vec<String> {
        check(text).unwrap_or_else(|wrong| panic!("{text}: {wrong}")).rows.iter().map(|row| row.join(" ")).collect()
    }

    #[test]
    fn every_delimiter_and_line_break_is_read() {
        for (mark, end) in [(",", "\n"), (";", "\r\n"), ("\t", "\n"), (", ", "\r"), (";", "\n\n")] {
            let lines: Vec<String> = (1..=5).map(|n| format!("{n}{mark}-{n}.50")).collect();
            for head in [String::new(), format!("\"a\"{mark}b{end}"), "\u{feff}".to_owned()] {
                let text = head.clone() + &lines.join(end) + end;
                assert_eq!(rows(&text), ["1 -1.50", "2 -2.50", "3 -3.50", "4 -4.50", "5 -5.50"], "{text:?}");
                let names = check(&text).map(|good| good.names);
                assert_eq!(
                    names.as_deref(),
                    Ok(&(if head.contains('a') { ["a", "b"] } else { ["1", "2"] }).map(str::to_owned)[..])
                );
            }
        }
    }

    #[test]
    fn numbers_are_brought_to_their_one_form() {
        assert_eq!(
            rows("1e3\n−2.5\n+7\n1.5E-2\n3.14159265358979323"),
            ["1000", "-2.5", "7", "0.015", "3.14159265358979"]
        );
        let notes = check("1e3\n−2.5\n+7\n1.5E-2\n3.14159265358979323").map(|good| good.notes);
        assert!(notes.is_ok_and(|notes| notes.len() == 1 && notes[0].starts_with('1')), "one was rounded");
        assert_eq!(rows("\"1\"\n2\n3\n4\n5")[0], "1");
    }

    #[test]
    fn what_is_empty_or_one_cell_is_told() {
        for empty in ["", " \n\t ", "\u{feff}", "\n\n"] {
            assert_eq!(wrong(empty), words().data_empty, "{empty:?}");
        }
        for (cell, shown) in [("42", "“42”"), ("hello\n", "“hello”"), ("<b>", "“&lt;b&gt;”")] {
            assert!(wrong(cell).contains("one cell") && wrong(cell).contains(shown), "{}", wrong(cell));
        }
    }

    /// Each message names the line, the column where there is one, and what was found.
    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let cases = [
            ("1,2\n3,4\n5\n6,7\n8,9", "Line 3", "1 column", "expected 2"),
            ("1,2\n3,4\n5,6,7\n6,7\n8,9", "Line 3", "3 column", "expected 2"),
            ("1,2\n\n3,4\n\n\n5,6,7\n6,7\n8,9", "Line 6", "3 column", "expected 2"),
            ("a,b\n1,2\n3,x\n5,6\n7,8\n9,0", "Line 3", "column 2 (“b”)", "“x”"),
            ("1,2\n3,<img>\n5,6\n7,8\n9,0", "Line 2", "column 2", "“&lt;img&gt;”"),
            ("1,x\n3,4\n5,6\n7,8\n9,0", "Line 1", "column 2", "“x”"),
            ("1,2\n3,NaN\n5,6\n7,8\n9,0", "Line 2", "column 2", "“NaN”"),
            ("1,2\n-inf,3\n5,6\n7,8\n9,0", "Line 2", "column 1", "“-inf”"),
            ("NaN\n1\n2\n3\n4\n5", "Line 1", "column 1", "“NaN”"),
            ("1\n1e999\n2\n3\n4\n5", "Line 2", "column 1", "“1e999”"),
            ("1\n1e15\n2\n3\n4\n5", "Line 2", "column 1", "“1e15”"),
            ("1\t2\n\n\t\n5\t6\n7\t8\n9\t0", "Line 3", "column 1", "nothing"),
            ("1,2\n3,\n5,6\n7,8\n9,0", "Line 2", "column 2", "nothing"),
            ("1;2\n3;4,5\n5;6\n7;8\n9;0", "Line 2", "column 2", "“4,5”"),
            ("day;x\n1;1,5\n2;2,5\n3;3,5\n4;4,5\n5;5,5", "Line 2", "column 2 (“x”)", "decimal point"),
            ("2020-01-01,3\n2020-01-02,4\n1,2\n1,2\n1,2", "Line 1", "column 1", "“2020-01-01”"),
        ];
        for (text, line, place, found) in cases {
            let told = wrong(text);
            for part in [line, place, found] {
                assert!(told.contains(part), "{text:?}: {told}");
            }
        }
        let long = format!("1\n{}\n2\n3\n4\n5", "x".repeat(10_000));
        assert!(wrong(&long).len() < 400 && wrong(&long).contains('…'));
    }

    #[test]
    fn too_few_too_many_and_too_wide_are_told() {
        assert!(wrong("1\n2\n3\n4").starts_with("Found 4 rows"), "{}", wrong("1\n2\n3\n4"));
        assert!(wrong("a,b").starts_with("Found 0 rows"), "{}", wrong("a,b"));
        assert!(wrong("x\n1\n2\n3\n4").starts_with("Found 4 rows"));
        let wide = vec![vec!["1"; 161].join(","); 5].join("\n");
        assert!(wrong(&wide).contains("Line 1: found 161 columns"), "{}", wrong(&wide));
        let most = vec![vec!["1"; 64].join(";"); 5].join("\n");
        assert!(check(&most).is_ok_and(|good| good.rows[4].len() == 64 && good.notes.is_empty()));
        let long: Vec<String> = (1..=612).map(|n| n.to_string()).collect();
        let good = check(&long.join("\n")).unwrap_or_else(|wrong| panic!("{wrong}"));
        assert_eq!((good.rows.len(), good.rows[499][0].as_str()), (500, "500"));
        assert!(good.notes[0].contains("612") && good.notes[0].contains("500"), "{:?}", good.notes);
        let cut = check(&"123456789\n".repeat(LIMIT / 10 + 1)[..LIMIT]).unwrap_or_else(|wrong| panic!("{wrong}"));
        assert!(cut.notes[0].contains("64 KB") && cut.rows.iter().all(|row| row == &["123456789"]));
    }

    /// The state with a text in the field, and the picture.
    fn drawn(text: &str, fragment: &str) -> (State, Vec<String>) {
        let mut state = State::from_fragment(fragment).0;
        assert_eq!(state.set(KEY, text), Ok(()));
        let sequence = state.settings.sequence(Library::shipped());
        let run = model::lab::Run::new(&state.settings, &sequence);
        let parts = draw(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false });
        (state, parts)
    }

    #[test]
    fn the_button_takes_the_numbers_and_the_field_keeps_its_text() {
        let text = "x;y\n1;0\n2,0;1";
        let (_, parts) = drawn(text, "");
        assert!(!parts[1].contains("data-key=\"apply\"") && parts[1].contains("class=\"message\""));
        assert!(parts[0].contains(">\nx;y\n1;0\n2,0;1</textarea>"));
        let text = "x;y\n1;0\n2;1\n4;-1\n8;0.5\n16;2e1";
        let (mut state, parts) = drawn(text, "read=3&gain=2");
        let value = parts[1].split("data-value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        assert_eq!(value, "sequence=csv&amp;numbers=1,0;2,1;4,-1;8,0.5;16,20");
        assert!(parts[1].contains("aria-pressed=\"false\""));
        for (key, value) in [("sequence", "csv"), ("numbers", "1,0;2,1;4,-1;8,0.5;16,20")] {
            assert_eq!(state.set(key, value), Ok(()));
        }
        let state = state.clamped();
        assert_eq!((state.settings.steps(), state.settings.gain, state.settings.text(Key::Csv)), (4, 2.0, text));
        let fragment = state.to_fragment();
        assert_eq!(State::from_fragment(&fragment), (state, vec![]), "{fragment}");
        assert!(drawn(text, &fragment).1[1].contains("aria-pressed=\"true\""));
    }

    #[test]
    fn a_field_is_never_changed_in_place() {
        let markup = |text: &str| crate::patch::Markup::parse(&field(text));
        assert_eq!(markup("1").since(&markup("2")), None);
        assert_eq!(markup("").since(&markup("2")), None);
    }

    proptest! {
        #[test]
        fn what_is_good_here_is_good_at_the_door(
            table in (1_usize..6).prop_flat_map(|width| {
                prop::collection::vec(prop::collection::vec(-1e14_f64..1e14, width), 5..20)
            })
        ) {
            let lines: Vec<String> =
                table.iter().map(|row| row.iter().map(|x| format!("{x:e}")).collect::<Vec<_>>().join(",")).collect();
            let good = check(&lines.join("\n")).map_err(TestCaseError::fail)?;
            let numbers = Numbers::new(&good.numbers()).ok_or_else(|| TestCaseError::fail(good.numbers()))?;
            let Input::Numbers { values, .. } = numbers.sequence(LONGEST, false).input else { panic!("numbers") };
            for (ours, theirs) in values.iter().zip(table.iter().flatten()) {
                prop_assert!((ours - theirs).abs() <= theirs.abs() * 1e-12 + 1e-13, "{ours} is not {theirs}");
            }
        }

        #[test]
        fn no_text_panics(text in "[0-9a-z,;.\\-\t\n\r\"’ ]{0,60}") {
            if let Ok(good) = check(&text) {
                prop_assert!(Numbers::new(&good.numbers()).is_some(), "{}", good.numbers());
            }
        }

        #[test]
        fn no_hostile_text_panics(text in "\\PC*") {
            let _ = check(&text);
        }
    }
}
