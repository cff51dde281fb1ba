//! A person's own series and text, to learn from: checked at the door, told, kept, and learned.

use crate::browser::{Page, STILL, Setup, Shifts};
use crate::training::{rest, said, say, type_into};

const TOLD: &str =
    "[...document.querySelectorAll('#train-told, .train-brought')].map(part => part.textContent).join(' ')";

/// Brings a text to the field, as if it had been pasted and left.
fn bring(page: &Page, text: &str) {
    page.wait_until("the field stands", "document.querySelector('.train-own textarea')");
    page.script(
        "const field = document.querySelector('.train-own textarea'); field.value = arguments[0]; \
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![text.into()],
    );
}

/// Brings a file of this content.
fn bring_file(page: &Page, name: &str, content: &str) {
    page.wait_until("the field stands", "document.querySelector('.train-own input[type=file]')");
    page.script(
        &format!(
            "const files = new DataTransfer(); files.items.add(new File([{content}], arguments[0])); \
             const field = document.querySelector('.train-own input[type=file]'); field.files = files.files; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        ),
        vec![name.into()],
    );
}

/// Brings a file of these bytes, from those that people have.
fn bring_case(page: &Page, name: &str) {
    let path = format!("{}/tests/fixtures/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    bring_file(page, name, &format!("new Uint8Array({bytes:?})"));
}

/// What stands beside the button, where there is nothing to train.
const WHY: &str = "document.querySelector('#train-why:not([hidden])')?.textContent ?? ''";

/// Whether there is something to train.
const READY: &str = "document.querySelector('#train-toggle')?.ariaDisabled === null";

#[test]
fn nothing_moves_when_an_own_series_begins_to_be_learned() {
    let page = Setup::default().noting_shifts().open("view=train&task=own_series");
    let rows: Vec<String> = (0..300).map(|n| format!("{n},{:.3}", 20.0 + 5.0 * (f64::from(n) / 7.0).sin())).collect();
    bring(&page, &rows.join("\n"));
    page.wait_until("it can be trained", READY);
    page.settle();
    page.script("window.shifts.length = 0", vec![]);
    say(&page, "start");
    let numbers = "document.querySelector('#train-rnn-numbers').textContent";
    page.wait_until("it has begun", &format!("{numbers}.includes('validation loss')"));
    say(&page, "pause");
    rest(&page);
    let shifts = Shifts::of(&page);
    assert!(shifts.sum() <= STILL, "{:.3}:\n{}", shifts.sum(), shifts.moved().join("\n"));
}

/// Trains what was brought until the GRU is better than every baseline, or just better.
fn learn(page: &Page, better: &str) {
    page.wait_until("it can be trained", READY);
    for cell in ["rnn", "lstm", "gru"] {
        page.wait_until("the lane stands", &format!("{}.startsWith('step')", said(cell)));
    }
    say(page, "start");
    let numbers = "document.querySelector('#train-gru-numbers').textContent";
    page.wait_until("it improves", &format!("{numbers}.includes('{better}') && !{numbers}.includes('no better')"));
    say(page, "pause");
    rest(page);
}

#[test]
fn a_table_is_checked_and_learned_and_is_still_there_after_a_reload() {
    let page = Setup::default().open("view=train&task=own_series&t_steps=999999");
    page.wait_until("it asks for data", &format!("({WHY}).includes('Paste a table of at least 30 rows')"));
    assert!(!page.holds(READY));
    // One button trains, and what is missing is said once.
    let text = page.text("document.querySelector('#training').innerText");
    assert_eq!(text.matches("at least 30 rows").count(), 1, "{text}");
    bring(&page, "month,sales\n2020-01,5");
    page.wait_until("one row is too few", &format!("{TOLD}.includes('Found 1\u{a0}row;')"));
    assert!(
        page.text(WHY).contains("Found 1\u{a0}row; expected at least 30 rows") && !page.holds(READY),
        "{}",
        page.text(WHY)
    );
    bring(&page, &"good,bad\n".repeat(50));
    page.wait_until("no numbers", &format!("{TOLD}.includes('no column of numbers')"));
    // Semicolons and decimal commas, a missing value, a constant column, and the last year first.
    let month = |n: usize| format!("{}-{:02}", 2000 + n / 12, n % 12 + 1);
    // The logistic map (May 1976): the next value is a parabola of the last, which no line foretells.
    let value = |n: usize| 100.0 * (0..n).fold(0.3, |x: f64, _| 3.9 * x * (1.0 - x));
    let row = |n: usize| match n {
        7 => format!("{};NA;1\n", month(n)),
        _ => format!("{};{};1\n", month(n), format!("{:.2}", value(n)).replace('.', ",")),
    };
    let rows: String = (400..412).chain(0..400).map(row).collect();
    bring(&page, &format!("month;sales;shop\n{rows}"));
    page.wait_until("it is read", &format!("{TOLD}.includes('Read 412\u{a0}rows')"));
    for said in ["decimal commas", "time order", "never change: shop", "missing value of “sales”, at 2000-08"] {
        assert!(page.text(TOLD).contains(said), "{said}: {}", page.text(TOLD));
    }
    learn(&page, "better than");
    page.reload();
    page.wait_until("it is still here", &format!("{}.includes('step')", said("gru")));
    // In another browser it would not be.
    page.go_to("view=train&task=own_series&t_own=own-series-0123456789abcdef");
    page.wait_until("it is told", &format!("({WHY}).includes('does not have')"));
    assert!(!page.holds(READY));
}

#[test]
fn what_stands_in_the_field_is_learned_from_and_nothing_else() {
    let page = Setup::default().open("view=train&task=own_series");
    page.wait_until("there is an example", "document.querySelector('#train-try')");
    page.script("document.querySelector('#train-try').click()", vec![]);
    page.wait_until("it is read", &format!("{TOLD}.includes('Read 144\u{a0}rows')"));
    page.wait_until("it can be trained", READY);
    page.wait_until("the address names it", "location.hash.includes('t_own=own-series-')");
    let first = page.fragment();
    // As it is typed, without the field being left.
    let type_in = |text: &str| {
        page.script(
            "const field = document.querySelector('.train-own textarea'); field.value = arguments[0]; \
             field.dispatchEvent(new Event('input', { bubbles: true }));",
            vec![text.into()],
        );
    };
    type_in("1\n2\n");
    page.wait_until("two rows are too few", &format!("({WHY}).includes('Found 2\u{a0}rows;')"));
    assert!(!page.holds(READY));
    type_in(&(0..60).map(|n| format!("{}\n", n * n % 17)).collect::<String>());
    page.wait_until("it can be trained again", READY);
    page.wait_until("it is another table", &format!("location.hash.slice(1) !== '{first}'"));
    page.go_to("view=train&task=own_text");
    page.wait_until("a text is asked for", &format!("({WHY}).includes('at least 100 characters')"));
    page.script("document.querySelector('#train-try').click()", vec![]);
    page.wait_until("the text can be trained", READY);
}

#[test]
fn a_window_longer_than_the_series_is_told() {
    let page = Setup::default().open("view=train&task=own_series&t_window=100");
    bring(&page, &(0..60).map(|n| format!("{}\n", n * n % 17)).collect::<String>());
    page.wait_until("it is read", &format!("{TOLD}.includes('Read 60\u{a0}rows')"));
    page.wait_until("the lane stands", &format!("{}.startsWith('step')", said("gru")));
    page.wait_until(
        "it is told",
        "document.querySelector('.train-controls .message:not([hidden])')?.textContent.includes('Found 100; expected 3 to')",
    );
}

#[test]
fn a_million_rows_and_fifty_megabytes_are_cut_and_three_characters_refused() {
    let page = Setup::default().open("view=train&task=own_series");
    bring_file(&page, "long.csv", "'t,x\\n' + Array.from({ length: 1e6 }, (_, t) => `${t},${t % 89}`).join('\\n')");
    page.wait_until("it is cut", &format!("{TOLD}.includes('the last 20\u{202f}000\u{a0}rows')"));
    page.go_to("view=train&task=own_text");
    bring(&page, "abc");
    page.wait_until("too short", &format!("{TOLD}.includes('Found 3\u{a0}characters')"));
    bring_file(&page, "long.txt", "'All work and no play makes Jack a dull boy. '.repeat(1.2e6)");
    page.wait_until("it is cut", &format!("{TOLD}.includes('the first 500\u{202f}000\u{a0}characters')"));
    assert!(page.text(TOLD).contains("A file of 53\u{202f}MB"), "{}", page.text(TOLD));
}

#[test]
fn a_text_is_learned_and_the_network_writes() {
    let page = Setup::default().open("view=train&task=own_text&t_knob=20&t_steps=999999");
    bring(&page, &"She sells sea shells by the sea shore. The shells she sells are surely seashells. ".repeat(12));
    page.wait_until("it is read", &format!("{TOLD}.includes('Read 98')"));
    learn(&page, "better than");
    let written = "document.querySelector('#train-gru-example .train-written').textContent";
    assert!(page.number(&format!("{written}.length")) > 100.0);
    let before = page.text(written);
    type_into(&page, "#t_temp", "2");
    page.wait_until("another temperature", "document.querySelector('#train-gru-example').textContent.includes('2.0') || document.querySelector('#train-gru-example').textContent.includes('Temperature 2')");
    assert_ne!(page.text(written), before);
}

/// Each file as people have it: what is said of it, and how its first row and its last begin.
#[test]
fn files_as_people_have_them_are_read_and_shown_before_they_are_learned() {
    let page = Setup::default().open("view=train&task=own_series");
    let rows = "[...document.querySelectorAll('.train-brought tbody')].slice(-2)[0].rows";
    let cases = [
        ("c01-footer.csv", "Read 48\u{a0}rows", "1949-01 100", "1952-12 184", "there is no number in them"),
        (
            "c02-airquality-layout.csv",
            "Read 60\u{a0}rows",
            "2004-03-10 00:00 2 1200 13",
            "2004-03-12 11:00 2.8 1790 17.1",
            "−200",
        ),
        (
            "c02b-airquality-comma-tail.csv",
            "Read 60\u{a0}rows",
            "2004-03-10 00:00 2 1200 13",
            "2004-03-12 11:00 2.8 1790 17.1",
            "−200",
        ),
        (
            "c03-newest-first-us-dates.csv",
            "Read 60\u{a0}rows",
            "2023-12-01 994",
            "2024-02-22 1235.79",
            "“Vol.” is left out",
        ),
        ("c04-trends-preamble.csv", "Read 60\u{a0}rows", "2023-01-01 10", "2024-02-18 32", "“<1”"),
        ("c07-three-decimals.csv", "Read 31\u{a0}rows", "2024-01-01 1.25", "2024-01-31 1.287", "“1,250”"),
        ("c08-accounting.csv", "Read 36\u{a0}rows", "2020-01 200 8", "2022-12 −974.71 6.9", "profit ($)"),
        ("c12-utf16le-bom.csv", "“Höhe” is forecast", "2024-01-01 0.5", "2024-02-12 8.5", "UTF-16"),
        ("c12d-excel-unicode-text.txt", "“Höhe” is forecast", "2024-01-01 0.5", "2024-02-12 8.5", "UTF-16"),
        ("c12b-utf8-bom.csv", "“Höhe” is forecast", "2024-01-01 0.5", "2024-02-12 8.5", "decimal commas"),
        ("c12c-windows-1252.csv", "“Höhe” is forecast", "2024-01-01 0.5", "2024-02-12 8.5", "Windows-1252"),
        ("c13-total-row.csv", "Read 36\u{a0}rows", "2020-01 200", "2022-12 260", "“Total, 9320”"),
    ];
    for (file, read, first, last, said) in cases {
        bring_case(&page, file);
        page.wait_until(file, &format!("{TOLD}.includes('{read}') && {TOLD}.includes('{said}')"));
        let row = |row: &str| {
            let cells = format!("[...{rows}].at({row}).cells");
            page.text(&format!("[...{cells}].map(cell => cell.textContent).join(' ')"))
        };
        assert!(row("0").starts_with(first), "{file}: {}", row("0"));
        assert!(row("-1").starts_with(last), "{file}: {}", row("-1"));
    }
}

/// What is decided can be changed on the spot, also where so it can't be used.
#[test]
fn a_decision_is_changed_and_taken_back() {
    let page = Setup::default().open("view=train&task=own_series");
    bring_case(&page, "c07-three-decimals.csv");
    page.wait_until("it is read", &format!("{TOLD}.includes('is read as 1.25')"));
    let choose = |label: &str, place: usize| {
        page.script(
            "document.querySelector('#train-choices').open = true; \
             const field = [...document.querySelectorAll('.train-decisions .kit-field')] \
               .find(field => field.textContent.includes(arguments[0])).querySelector('select'); \
             field.value = arguments[1]; field.dispatchEvent(new Event('change', { bubbles: true }));",
            vec![label.into(), place.to_string().into()],
        );
    };
    let first = "[...document.querySelectorAll('.train-brought tbody')].slice(-2)[0]?.rows[0].textContent ?? ''";
    choose("Decimals begin with", 0);
    page.wait_until("thousands", &format!("({first}).includes('1250')"));
    choose("Between cells", 3);
    page.wait_until("bars are between no cells", &format!("{TOLD}.includes('no column of numbers')"));
    assert!(!page.holds(READY));
    page.wait_until("there is a way back", "document.querySelector('#train-anew')");
    page.click("#train-anew");
    page.wait_until(
        "it is as it was found",
        &format!("({first}).includes('1.25') && {TOLD}.includes('is read as 1.25')"),
    );
    page.wait_until("it can be trained", READY);
}

#[test]
fn what_was_read_and_decided_is_still_there_when_one_comes_back() {
    let page = Setup::default().open("view=train&task=own_series");
    bring_case(&page, "c07-three-decimals.csv");
    page.wait_until("it is read", &format!("{TOLD}.includes('is read as 1.25')"));
    let named = "new URLSearchParams(location.hash.slice(1)).get('t_own')";
    page.wait_until("the address names it", named);
    let found = page.text(named);
    let decimals = "[...document.querySelectorAll('.train-decisions .kit-field')] \
        .find(field => field.textContent.includes('Decimals begin with')).querySelector('select')";
    page.script(
        &format!(
            "document.querySelector('#train-choices').open = true; const field = {decimals}; field.value = '0'; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }}));"
        ),
        vec![],
    );
    page.wait_until("it is read anew", &format!("{TOLD}.includes('as you chose')"));
    page.wait_until("the address names it", &format!("{named} !== '{found}'"));
    let own = page.text(named);
    page.go_to("view=reference");
    page.settle();
    page.go_to(&format!("view=train&task=own_series&t_own={own}"));
    page.wait_until("it is told again", &format!("{TOLD}.includes('as you chose')"));
    page.wait_until("it can be changed", "document.querySelector('#train-choices')");
    assert_eq!(page.text(&format!("{decimals}.value")), "0");
    page.script("document.querySelector('#train-choices').open = true", vec![]);
    page.script("document.querySelector('#train-anew').click()", vec![]);
    page.wait_until("it is as it was found", &format!("{TOLD}.includes('is read as 1.25')"));
}

/// What the reader leaves out is read where a person wants it, by the button beside the sentence or by its box.
#[test]
fn a_column_that_was_left_out_is_brought_back() {
    let page = Setup::default().open("view=train&task=own_series");
    bring_case(&page, "c03-newest-first-us-dates.csv");
    page.wait_until("it is read", &format!("{TOLD}.includes('it only says by how many per cent')"));
    let heads = "[...[...document.querySelectorAll('.train-brought table')].slice(-2)[0].querySelectorAll('thead th')] \
        .map(head => head.textContent).join(' ')";
    assert!(!page.text(heads).contains("Change %"), "{}", page.text(heads));
    let button =
        "[...document.querySelectorAll('.train-notes button')].find(own => own.textContent.includes('Change %'))";
    page.script(&format!("{button}.click()"), vec![]);
    page.wait_until("it is read too", &format!("({heads}).includes('Change %')"));
    assert!(!page.holds(&format!("{TOLD}.includes('it only says by how many per cent')")));
    // Its box is ticked, and takes it away again.
    page.script("document.querySelector('#train-choices').open = true", vec![]);
    let tick = "[...document.querySelectorAll('.train-decisions .kit-field')] \
        .find(own => own.textContent.includes('Change %') && own.querySelector('input')).querySelector('input')";
    assert!(page.holds(&format!("{tick}.checked")));
    page.script(&format!("{tick}.click()"), vec![]);
    page.wait_until("it is left out", &format!("!({heads}).includes('Change %')"));
    assert!(page.holds(&format!("{TOLD}.includes('Left out, as you chose: Change %')")));
    // What never changes has nothing to teach, and says so.
    bring(&page, &(0..40).map(|n| format!("{n},{},7", n * n)).collect::<Vec<_>>().join("\n"));
    page.wait_until("it is read", &format!("{TOLD}.includes('since they never change')"));
    let locked = "[...document.querySelectorAll('.train-decisions .kit-locked')].map(own => own.textContent).join()";
    page.wait_until("it is locked", &format!("({locked}).includes('It never changes')"));
}

#[test]
fn what_is_no_text_is_refused_by_its_name() {
    let page = Setup::default().open("view=train&task=own_series");
    for (name, bytes, said) in [
        ("a.xlsx", "'PK\\u0003\\u0004....[Content_Types].xml'", "a workbook or a document"),
        ("a.pdf", "'%PDF-1.7 1 0 obj'", "a PDF"),
        ("a.csv", "new Uint8Array([0x89, 80, 78, 71, 13, 10, 26, 10, 0, 0])", "a picture"),
        ("b.csv", "new Uint8Array([49, 44, 50, 10, 0, 0, 1, 2])", "bytes that never occur in text"),
        ("a.html", "'<!doctype html><title>404</title>'", "a web page"),
    ] {
        bring_file(&page, name, bytes);
        page.wait_until(name, &format!("{TOLD}.includes('{said}')"));
        assert!(!page.holds(READY), "{name}");
    }
    page.go_to("view=train&task=own_text");
    page.wait_until("a text is asked for", &format!("({WHY}).includes('at least 100 characters')"));
    bring_file(&page, "a.pdf", "'%PDF-1.7 1 0 obj'");
    page.wait_until("a PDF is no text", &format!("{TOLD}.includes('a PDF')"));
    bring_case(&page, "c15-byte-92.txt");
    page.wait_until("an apostrophe of Windows", &format!("{TOLD}.includes('It’s')"));
}

#[test]
fn a_failed_fetch_is_told_and_can_be_tried_again() {
    let page = Setup::default().refusing("sunspots-yearly.csv").open("view=train&task=sunspots");
    let cells = ["rnn", "lstm", "gru"];
    for cell in cells {
        let told = format!("{}.includes('could not be fetched: the server says 503')", said(cell));
        page.wait_until(&format!("the {cell} tells it"), &told);
    }
    page.refuse_nothing();
    for cell in cells {
        page.script(&format!("document.querySelector('#train-{cell}-progress button')?.click()"), vec![]);
        page.wait_until(&format!("the {cell} has come"), &format!("{}.startsWith('step')", said(cell)));
    }
}
