//! Why: a number traced back through what it is made of, as far as a person follows it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use engine::trace::Quantity;
use figures::Table;
use measure::why::{Note, Place, Row, Why};
use model::keys::Key;
use words::format::{self, Digits, Group, Measure};
use words::laboratory::{self, words};
use words::quantities;

use crate::view::figure::Numbers;
use crate::view::keyed::CellChoice;
use crate::view::live::{flag, part, shows, text};
use crate::view::rich::rich;
use crate::view::store::Store;

/// The symbol of a number, as a formula, with the step's number.
fn symbol(place: Place) -> String {
    let t = place.spot.step + 1;
    let symbol = match (place.operand.quantity, place.operand.quantity.symbol()) {
        (Quantity::CellTanh, _) => format!("tanh c_{{{t}}}"),
        (_, (letter, "")) => format!("{letter}_{{{t}}}"),
        (_, (letter, gate)) => format!("{letter}^{gate}_{{{t}}}"),
    };
    if place.operand.gradient { format!("$∂L/∂{symbol}$") } else { format!("${symbol}$") }
}

/// A number in words.
fn name(place: Place) -> String {
    let name = quantities::name(place.operand.quantity);
    let name = if place.operand.gradient { laboratory::why_gradient(name) } else { name.to_owned() };
    laboratory::why_place(&name, place.spot.step + 1, place.spot.unit + 1)
}

/// What is said beside the factors of a row.
fn said(note: Note) -> String {
    let words = words();
    let plain = match note {
        Note::Weight(weight) => return laboratory::why_weighted(&format::number(weight)),
        Note::Rest(terms) => return laboratory::why_rest(terms),
        Note::Nothing => "",
        Note::FromAbove => words.why_above,
        Note::FromLoss => words.why_loss,
        Note::Held => words.why_held,
        Note::Outside => words.why_outside,
        Note::Bias => words.why_bias,
    };
    plain.to_owned()
}

/// A way as it is written in the address.
fn written(way: &[Place]) -> String {
    way.iter().map(|place| place.written()).collect::<Vec<_>>().join(">")
}

fn trail(why: &Why) -> Vec<Place> {
    why.trail.iter().map(|(place, _)| *place).collect()
}

/// A name for each row that it keeps while its numbers change: its factors and the kind of its note; where two are alike, how
/// many came before.
fn keys(rows: &[Row]) -> Vec<(String, usize)> {
    let mut keys: Vec<(String, usize)> = vec![];
    for row in rows {
        let factors: Vec<Place> = row.factors.iter().map(|(place, _)| *place).collect();
        let kind = match row.note {
            Note::Weight(_) => "weight",
            Note::Rest(_) => "rest",
            Note::Bias => "bias",
            Note::Nothing | Note::FromAbove | Note::FromLoss | Note::Held | Note::Outside => "",
        };
        let name = format!("{} {kind}", written(&factors));
        let before = keys.iter().filter(|(other, _)| *other == name).count();
        keys.push((name, before));
    }
    keys
}

/// Leads along a way, and has the keyboard follow to its end.
#[derive(Clone, Copy)]
struct Guide {
    store: Store,
    /// The last step was pressed here: its button may be gone once the numbers come.
    pressed: StoredValue<bool>,
}

impl Guide {
    fn go(self, way: &[Place]) {
        self.pressed.set_value(true);
        self.store.choose_key(Key::Why, &written(way));
    }

    /// Gives the keyboard to the end of the way, once it is there.
    fn follow(self) {
        if self.pressed.try_update_value(std::mem::take).unwrap_or_default() {
            request_animation_frame(|| {
                let end = document().query_selector(".why-way [aria-current]").ok().flatten();
                if let Some(end) = end.and_then(|end| end.dyn_into::<HtmlElement>().ok()) {
                    // It can have the focus: it is a button.
                    let _ = end.focus();
                }
            });
        }
    }
}

/// A button that leads to a number, or back to it.
fn step(
    guide: Guide,
    place: Place,
    is_here: Signal<bool>,
    number: Option<Signal<String>>,
    go: impl Fn() + 'static,
) -> impl IntoView {
    let label = text(move || match number {
        Some(number) => laboratory::why_is(&name(place), &number.get()),
        None => name(place),
    });
    let unit = laboratory::why_of_unit(place.spot.unit + 1);
    let number = number.map(|number| view! { <span class="why-equals">" = " <b use:shows=number></b></span> });
    view! {
        <button
            type="button"
            class="kit-button why-step"
            aria-description=label
            aria-current=move || is_here.get().then_some("step")
            disabled=flag(move || guide.store.is_locked(Key::Why))
            on:click=move |_| go()
        >
            {rich(&symbol(place))}
            <small>{unit}</small>
            {number}
        </button>
    }
}

/// A term of the number: its factors, each of which can be followed, and what it brings.
fn term(guide: Guide, why: Memo<Why>, group: Memo<Vec<f64>>, key: (String, usize)) -> impl IntoView {
    let row = Memo::new(move |last: Option<&Option<Row>>| {
        let now = why.with(|why| {
            let place = keys(&why.rows).into_iter().position(|own| own == key)?;
            why.rows.get(place).cloned()
        });
        now.or_else(|| last.cloned().flatten())
    });
    let of = move |of: &dyn Fn(&Row) -> String| row.with(|row| row.as_ref().map(of).unwrap_or_default());
    let factors = row.with_untracked(|row| row.as_ref().map(|row| row.factors.clone())).unwrap_or_default();
    let factor = |(number, (place, _)): (usize, (Place, f64))| {
        let shown =
            text(move || of(&|row| row.factors.get(number).map(|(_, x)| format::number(*x)).unwrap_or_default()));
        let go = move || {
            let way = why.with_untracked(trail);
            guide.go(&[&way[..], &[place]].concat());
        };
        step(guide, place, Signal::stored(false), Some(shown), go)
    };
    let brings = text(move || {
        group.with(|brings| {
            let group = Group::new(Measure::Number, brings.iter().copied());
            of(&|row| group.column(row.brings, Digits::Table))
        })
    });
    view! {
        <tr>
            <th scope="row">
                {factors.into_iter().enumerate().map(factor).collect_view()}
                <span use:shows=text(move || of(&|row| said(row.note)))></span>
            </th>
            <td class="kit-numbers" data-number=text(move || of(&|row| format!("{:e}", row.brings))) use:shows=brings></td>
        </tr>
    }
}

/// The way so far, with its numbers in full.
fn table(why: &Why) -> Table {
    let row = |(place, number): &(Place, f64)| vec![name(*place), format::exact(*number)];
    Table {
        head: [words().why_of, words().why_number].map(str::to_owned).to_vec(),
        rows: why.trail.iter().map(row).collect(),
        notes: vec![],
    }
}

/// The picture.
#[component]
pub fn WhyPicture(
    /// Its numbers.
    why: Memo<Why>,
) -> impl IntoView {
    let store: Store = expect_context();
    let guide = Guide { store, pressed: StoredValue::new(false) };
    let way = Memo::new(move |_| why.with(trail));
    Effect::new(move |_| {
        way.track();
        guide.follow();
    });
    let stops = move || way.get().into_iter().enumerate();
    let stop = move |(n, place): (usize, Place)| {
        let is_last = flag(move || way.with(|way| way.len() == n + 1));
        let go = move || guide.go(&way.with_untracked(|way| way[..way.len().min(n + 1)].to_vec()));
        view! { <li>{step(guide, place, is_last, None, go)}</li> }
    };
    let here = Memo::new(move |_| way.with(|way| way.last().copied()));
    let value = move || why.with(|why| why.trail.last().map_or(f64::NAN, |(_, number)| *number));
    let title = move || {
        here.get().map(|place| {
            let unit = laboratory::why_of_unit(place.spot.unit + 1);
            view! { {rich(&symbol(place))} " " <small>{unit}</small> " = " }
        })
    };
    let end = text(move || {
        let step = here.get().map(|place| place.spot.step).unwrap_or_default();
        let token = store.sequence.with(|sequence| sequence.labels.get(step).cloned()).unwrap_or_default();
        laboratory::why_input(&token)
    });
    let is_end = Memo::new(move |_| why.with(|why| why.rows.is_empty()));
    let group = Memo::new(move |_| why.with(|why| why.rows.iter().map(|row| row.brings).collect::<Vec<_>>()));
    let terms = move || why.with(|why| keys(&why.rows));
    let made = move || {
        if is_end.get() {
            return view! { <p class="read" use:shows=end></p> }.into_any();
        }
        view! {
            <p class="read" id="why-press">{words().why_press}</p>
            <div class="kit-table">
                <table class="why-made" aria-labelledby="why-press">
                    <thead>
                        <tr>
                            <th scope="col">{words().why_of}</th>
                            <th scope="col" class="kit-numbers">{words().why_brings}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=terms key=Clone::clone children=move |key| term(guide, why, group, key) />
                    </tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let caption = text(move || here.get().map(name).unwrap_or_default());
    view! {
        <CellChoice />
        <nav class="why-way" aria-label=words().why_way>
            <ol>
                <For each=stops key=|(n, place)| (*n, place.written()) children=stop />
            </ol>
        </nav>
        <p class="why-number" data-number=text(move || format!("{:e}", value()))>
            {part(title)}
            <b use:shows=text(move || format::number(value()))></b>
        </p>
        {part(made)}
        <Numbers caption table=Signal::derive(move || why.with(table)) />
    }
}
