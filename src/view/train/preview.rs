//! What was read of a person's table, before anything is learned from it: its rows, a plot, its columns, what was decided, and
//! each decision to be changed on the spot.

use figures::charts::brought;
use intake::{Choices, DateOrder, Decimal, Kind, Named, Note as Seen, Separator};
use kit::{Button, Checkbox, Choices as Options, Column, ColumnKind, Disclosure, Select, Table};
use leptos::prelude::*;
use measure::training::own::{LIMITS, Note, Preview, Shown, Told};
use port::Request;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use words::brought::{columns_full, read_anyway, read_instead, words};
use words::format;
use words::invisible::visible;

use super::brought::OwnSignals;
use super::told::{date_orders, note};
use crate::view::figure::ChartFigure;
use crate::view::live::{flag, part, text};
use crate::view::save::save;
use crate::view::store::Store;

/// The name of a file that is saved.
const FILE: &str = "series.csv";
/// The plot's height in CSS pixels.
const HEIGHT: f64 = 170.0;

/// How what was brought looks.
#[component]
pub fn PreviewPart() -> impl IntoView {
    let store: Store = expect_context();
    let training: OwnSignals = expect_context();
    let told = Memo::new(move |_| training.own.with(|own| own.as_ref().and_then(|own| own.as_ref().ok().cloned())));
    let all = RwSignal::new(true);
    let looks = move || {
        told.get().map(|told| match &told.preview {
            Preview::Text(_) => looks(told),
            Preview::Table(_) => {
                let label = text(|| words().was_read.to_owned());
                view! { <Disclosure label open=all id="train-was-read">{looks(told)}</Disclosure> }.into_any()
            }
        })
    };
    // What can be changed stays while the same table is read again, also where it cannot be used so.
    let columns = Memo::new(move |_| training.shown.with(|shown| shown.as_ref().map(|own| own.columns.clone())));
    let is_table = Memo::new(move |_| columns.with(Option::is_some));
    let open = RwSignal::new(false);
    let export = move |()| {
        let Some(name) = told.with_untracked(|told| told.as_ref().map(|told| told.name.clone())) else { return };
        training.export.set_value(Some(Callback::new(move |text: String| {
            let notes = told.with_untracked(|told| told.as_ref().map_or(vec![], |told| told.notes.clone()));
            // What was decided stands above the table, in lines that readers pass over.
            let above: String = notes.iter().map(|own| format!("# {}\n", note(own))).collect();
            // Where a browser makes no file, the rows are there to be read.
            let _ = save(FILE, &(above + &text));
        })));
        store.tell_artist(Request::Export(name));
    };
    let is_series = Memo::new(move |_| {
        told.with(|told| told.as_ref().is_some_and(|told| matches!(told.preview, Preview::Table(_))))
    });
    let saves = move || {
        is_series.get().then(|| {
            let press = Callback::new(export);
            view! { <Button label=words().save tip=words().save_tip press id="train-save" /> }
        })
    };
    let decisions = move || {
        is_table.get().then(|| {
            view! {
                <Disclosure label=text(|| words().choices_title.to_owned()) open id="train-choices">
                    <Decisions columns />
                </Disclosure>
            }
        })
    };
    view! { {part(looks)} {part(decisions)} {part(saves)} }
}

fn looks(told: Told) -> AnyView {
    let Told { notes, preview, .. } = told;
    let shown = match preview {
        Preview::Text(begin) => {
            let begin = format!("{}…", visible(&begin));
            return view! { <p class="train-written"><bdi>{begin}</bdi></p> }.into_any();
        }
        Preview::Table(shown) => *shown,
    };
    let chart = brought(&target(&shown), &shown.plot, &shown.filled, &shown.when, shown.is_timed);
    let found = notes.iter().filter(|note| matches!(note, Note::Read(_))).map(|own| {
        view! { <li>{note(own)} {otherwise(own, &shown)}</li> }
    });
    let list: Vec<_> = found.collect();
    let (rows, columns) = (rows(&shown), columns(&shown));
    view! {
        <div class="train-preview">
            <ChartFigure chart=Signal::stored(chart) height=HEIGHT />
            <div class="train-notes">
                <h4>{words().changed_title}</h4>
                {if list.is_empty() {
                    view! { <p>{words().changed_nothing}</p> }.into_any()
                } else {
                    view! { <ul>{list}</ul> }.into_any()
                }}
            </div>
            <Table caption=words().first_and_last columns=heads(&shown) rows=Signal::stored(rows) />
            <Table caption=words().columns_title columns=column_heads() rows=Signal::stored(columns) />
        </div>
    }
    .into_any()
}

/// A button for the other reading, where what was concluded cannot be proved.
fn otherwise(of: &Note, shown: &Shown) -> Option<AnyView> {
    let store: Store = expect_context();
    let own: OwnSignals = expect_context();
    let Note::Read(seen) = of else { return None };
    let words = words();
    type Change = Box<dyn Fn(&mut Choices) + Send + Sync>;
    let (label, change): (String, Change) = match seen {
        Seen::Unproved { cell, other, decimal, .. } if other.is_finite() => {
            let decimal = decimal.other();
            (read_instead(cell, *other), Box::new(move |own| own.decimal = Some(decimal)))
        }
        Seen::Dates { proved: false, order: DateOrder::DayFirst, .. } => {
            (words.month_first.to_owned(), Box::new(|own| own.dates = Some(DateOrder::MonthFirst)))
        }
        Seen::Dates { proved: false, .. } => {
            (words.day_first.to_owned(), Box::new(|own| own.dates = Some(DateOrder::DayFirst)))
        }
        Seen::OneOrTwo(_) if shown.separator == Separator::Comma => {
            let change = Choices { separator: Some(Separator::Semicolon), ..Choices::default() };
            (words.one_number.to_owned(), Box::new(move |own| own.clone_from(&change)))
        }
        Seen::OneOrTwo(_) => {
            let change = Choices { separator: Some(Separator::Comma), ..Choices::default() };
            (words.two_cells.to_owned(), Box::new(move |own| own.clone_from(&change)))
        }
        Seen::Derived(name, _) => {
            let place = shown.columns.iter().position(|own| own.name == *name)?;
            (read_anyway(name), Box::new(move |own| read(own, place, true)))
        }
        Seen::StandIn { .. } => (words.keep_numbers.to_owned(), Box::new(|own| own.stand_ins = Some(false))),
        _ => return None,
    };
    // What was kept of earlier data has no source any more that could be read again.
    own.shown.with_untracked(Option::is_some).then(|| {
        let press = Callback::new(move |()| {
            let mut choices = own.choices.get_untracked();
            change(&mut choices);
            // The button goes with what it was about: the keyboard stays at the head of the same part.
            keep_keyboard();
            own.decide(store, choices);
        });
        view! { <Button label press /> }.into_any()
    })
}

/// Reads a column, or leaves it out.
fn read(choices: &mut Choices, place: usize, is_read: bool) {
    let (into, from) = match is_read {
        true => (&mut choices.with, &mut choices.without),
        false => (&mut choices.without, &mut choices.with),
    };
    from.retain(|own| *own != place);
    if !into.contains(&place) {
        into.push(place);
    }
}

/// Gives the line over what was read the keyboard.
fn keep_keyboard() {
    let line = document().query_selector("#train-was-read > summary").ok().flatten();
    if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
        let _ = line.focus();
    }
}

/// The name of the column that is forecast, with its unit.
fn target(shown: &Shown) -> String {
    shown.used.first().and_then(|place| shown.columns.get(*place)).map_or(String::new(), named)
}

fn named(column: &Named) -> String {
    if column.unit.is_empty() || column.name.contains(&column.unit) {
        column.name.clone()
    } else {
        format!("{} ({})", column.name, column.unit)
    }
}

fn heads(shown: &Shown) -> Vec<Column> {
    let used = shown.used.iter().filter_map(|place| shown.columns.get(*place));
    let numbers = used.map(|own| Column { head: named(own), kind: ColumnKind::Numbers });
    std::iter::once(Column { head: words().time.to_owned(), kind: ColumnKind::Words }).chain(numbers).collect()
}

/// The first rows and the last, with a row between them where there are more.
fn rows(shown: &Shown) -> Vec<Vec<String>> {
    let [first, last] = &shown.rows;
    // Numbers as they are kept, with the sign that numbers have on the page.
    let cell = |(place, cell): (usize, &String)| match cell.parse() {
        Ok(number) if place > 0 => format::exact(number),
        _ => cell.clone(),
    };
    let row = |row: &Vec<String>| row.iter().enumerate().map(cell).collect::<Vec<_>>();
    let width = first.first().map_or(0, Vec::len);
    let between = (shown.count > first.len() + last.len()).then(|| vec![words().more_rows.to_owned(); width]);
    first.iter().map(row).chain(between).chain(last.iter().map(row)).collect()
}

fn column_heads() -> Vec<Column> {
    let words = words();
    let head = |head: &str| Column { head: head.to_owned(), kind: ColumnKind::Words };
    [words.column, words.holds, words.unit, words.used_for].map(head).into()
}

/// What each column holds, and what it is used for.
fn columns(shown: &Shown) -> Vec<Vec<String>> {
    let words = words();
    let row = |(place, column): (usize, &Named)| {
        let holds = match column.kind {
            Kind::Number => words.holds_numbers,
            Kind::Date => words.holds_dates,
            Kind::Multiplied => words.holds_multiplied,
            Kind::Text => words.holds_text,
            Kind::Empty => words.holds_nothing,
        };
        let used = match shown.used.iter().position(|own| *own == place) {
            Some(0) => words.use_target,
            Some(_) => words.use_read,
            None if column.kind == Kind::Date => words.use_time,
            None => words.use_not,
        };
        let unit = match column.kind {
            Kind::Number if column.unit.is_empty() => words.no_unit,
            _ => &column.unit,
        };
        [&column.name, holds, unit, used].map(str::to_owned).into()
    };
    shown.columns.iter().enumerate().map(row).collect()
}

/// Each decision, as it was taken, to be changed.
#[component]
fn Decisions(columns: Memo<Option<Vec<Named>>>) -> impl IntoView {
    let store: Store = expect_context();
    let training: OwnSignals = expect_context();
    let words = words();
    let decide = move |change: &dyn Fn(&mut Choices)| {
        let mut choices = training.choices.get_untracked();
        change(&mut choices);
        training.decide(store, choices);
    };
    // What a person has decided, else what was found.
    let separator = Memo::new(move |_| {
        let found = training.shown.with(|shown| shown.as_ref().map(|own| own.separator));
        training.choices.with(|own| own.separator).or(found).unwrap_or(Separator::Comma)
    });
    let head = Memo::new(move |_| {
        let found = training.shown.with(|shown| shown.as_ref().is_some_and(|own| own.head.is_some()));
        training.choices.with(|own| own.head).unwrap_or(found)
    });
    let decimal = Memo::new(move |_| {
        let found = training.shown.with(|shown| shown.as_ref().map(|own| own.decimal));
        training.choices.with(|own| own.decimal).or(found).unwrap_or(Decimal::Point)
    });
    let dates = Memo::new(move |_| {
        let found = training.shown.with(|shown| shown.as_ref().and_then(|own| own.dates));
        training.choices.with(|own| own.dates).or(found)
    });
    let name = |own: Separator| match own {
        Separator::Comma => words.separator_comma,
        Separator::Semicolon => words.separator_semicolon,
        Separator::Tab => words.separator_tab,
        Separator::Bar => words.separator_bar,
        Separator::Space => words.separator_space,
    };
    let separators = Separator::ALL.map(|own| (own, name(own).to_owned())).into();
    let separators = Options::new(separators, separator, move |new| {
        // With other cells there are other columns.
        decide(&|own| *own = Choices { separator: Some(new), ..Choices::default() });
    });
    let heads = vec![(true, words.head_names.to_owned()), (false, words.head_values.to_owned())];
    let heads = Options::new(heads, head, move |new| decide(&|own| own.head = Some(new)));
    let decimals =
        vec![(Decimal::Point, words.decimal_point.to_owned()), (Decimal::Comma, words.decimal_comma.to_owned())];
    let decimals = Options::new(decimals, decimal, move |new| decide(&|own| own.decimal = Some(new)));
    let has_dates = Memo::new(move |_| dates.with(Option::is_some));
    let dated = move || {
        has_dates.get().then(|| {
            let dates = Options::new(date_orders(), dates, move |new| decide(&|own| own.dates = new));
            view! { <Select label=said(|| self::words().dates) choices=dates /> }
        })
    };
    let anew = move || {
        training.choices.with(|own| *own != Choices::default()).then(|| {
            let press = Callback::new(move |()| training.decide(store, Choices::default()));
            view! { <Button label=self::words().anew press id="train-anew" /> }
        })
    };
    let switch =
        move |label: fn() -> &'static str, is: fn(&Choices) -> Option<bool>, change: fn(&mut Choices, bool)| {
            let on = Signal::derive(move || training.choices.with(|own| is(own) != Some(false)));
            let set = Callback::new(move |on: bool| decide(&|own| change(own, on)));
            view! { <Checkbox label=said(label) checked=on set /> }
        };
    view! {
        <div class="train-decisions">
            <Select label=said(|| self::words().separator) choices=separators />
            <Select label=said(|| self::words().head) choices=heads />
            <Select label=said(|| self::words().decimal) choices=decimals />
            {part(dated)}
            {part(move || columns.get().map(|columns| view! { <Uses columns /> }))}
            <div class="train-switches">
                {switch(|| self::words().stand_ins, |own| own.stand_ins, |own, on| own.stand_ins = Some(on))}
                {switch(|| self::words().totals, |own| own.totals, |own, on| own.totals = Some(on))}
                {switch(|| self::words().sorted, |own| own.sorted, |own, on| own.sorted = Some(on))}
            </div>
            {part(anew)}
        </div>
    }
}

/// Which column is forecast, and which are read.
#[component]
fn Uses(columns: Vec<Named>) -> impl IntoView {
    let store: Store = expect_context();
    let training: OwnSignals = expect_context();
    let decide = move |change: &dyn Fn(&mut Choices)| {
        let mut choices = training.choices.get_untracked();
        change(&mut choices);
        training.decide(store, choices);
    };
    let numbers: Vec<(usize, String)> = (columns.into_iter().enumerate())
        .filter(|(_, own)| own.kind == Kind::Number)
        .map(|(place, own)| (place, own.name))
        .collect();
    let used = Memo::new(move |_| training.shown.with(|own| own.as_ref().map_or(vec![], |own| own.used.clone())));
    let target = Memo::new(move |_| used.with(|used| used.first().copied().unwrap_or_default()));
    let targets = Options::new(numbers.clone(), target, move |new| {
        decide(&|own| {
            own.target = Some(new);
            own.without.retain(|place| *place != new);
        });
    });
    let still = Memo::new(move |_| training.shown.with(|own| own.as_ref().map_or(vec![], |own| own.still.clone())));
    let box_of = |(place, name): (usize, String)| {
        let is_read = Signal::derive(move || {
            let [with, without] =
                training.choices.with(|own| [&own.with, &own.without].map(|own| own.contains(&place)));
            with || (!without && used.with(|used| used.contains(&place)))
        });
        let set = Callback::new(move |is_read: bool| decide(&|own| read(own, place, is_read)));
        let lock = Signal::derive(move || match () {
            () if is_read.get() => None,
            () if still.with(|still| still.contains(&place)) => Some(self::words().never_changes.to_owned()),
            () if used.with(|used| used.len() >= LIMITS.most_columns) => Some(columns_full(LIMITS.most_columns)),
            () => None,
        });
        let label = words::fill(words().read_too, &[("name", &name)]);
        // What is forecast is read in any case.
        let is_target = flag(move || target.get() == place);
        view! {
            <div hidden=is_target>
                <Checkbox label=text(move || label.clone()) checked=is_read set lock />
            </div>
        }
    };
    let reads = (numbers.len() > 1).then(|| numbers.iter().cloned().map(box_of).collect_view());
    view! {
        <Select label=said(|| words().target) choices=targets />
        <div class="train-switches">{reads}</div>
    }
}

fn said(what: fn() -> &'static str) -> Signal<String> {
    text(move || what().to_owned())
}
