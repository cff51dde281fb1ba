//! The bracket counter: a text coloured by what one unit holds, what the network answers, which units follow what, and how deep three
//! networks count.

use leptos::prelude::*;

use figures::charts::{self, CounterOf, DepthsOf, correlation};
use figures::{Chart, Palette, Rgb, Tones};
use kit::{Button, ColourBar, Popover, TextField};
use measure::Going as Of;
use measure::brackets::{
    Brackets, Counter, DEEPER, MOST, READY, Refused, TASK, TEXTS, Trait, class, key, ranked, read,
};
use model::keys::Key;
use words::format::{Digits, Group, Measure};
use words::laboratory::{self, words};

use super::going::Going;
use super::here::Here;
use super::ships::shipped;
use crate::view::figure::{ChartFigure, hues};
use crate::view::keyed::{CellChoice, KeySegmented, KeySelect, lock, written};
use crate::view::live::{part, shows, text};
use crate::view::rich::rich;
use crate::view::stage::Stage;
use crate::view::store::Store;

/// The training behind the networks that ship, and how their example is read.
const STEPS: &str = "3000";
const SHAPE: &str = "units=16&length=48&read=48";

/// Units that are named of each ranking.
const NAMED: usize = 4;

/// What a unit is compared with, in a word.
fn followed(by: Trait) -> &'static str {
    match by {
        Trait::Depth => words().brackets_depth,
        Trait::Quoted => words().brackets_quotes,
        Trait::Position => words().brackets_position,
    }
}

/// The same as a title.
fn title(by: Trait) -> &'static str {
    match by {
        Trait::Depth => words().brackets_depth_title,
        Trait::Quoted => words().brackets_quotes_title,
        Trait::Position => words().brackets_position_title,
    }
}

/// Why a text can't be read.
fn told(why: Refused) -> String {
    match why {
        Refused::Empty => words().brackets_empty.to_owned(),
        Refused::Unknown(found) => laboratory::brackets_unknown(&found.to_string()),
        Refused::Unopened(place) => laboratory::brackets_unopened(place),
        Refused::Long(found) => laboratory::brackets_long(found, MOST),
    }
}

/// The picture.
#[component]
pub fn BracketsPicture(
    /// Its numbers.
    numbers: Memo<Brackets>,
) -> impl IntoView {
    let store: Store = expect_context();
    let is_there = Memo::new(move |_| numbers.with(|own| own.0.is_some()));
    let press = Callback::new(move |()| store.set_by_key("apply", &shipped(TASK, STEPS, SHAPE), true));
    part(move || match is_there.get() {
        true => {
            let first = numbers.with_untracked(|own| own.0.clone());
            // The last numbers, where there are none just now.
            let own = first.map(|first| {
                Memo::new(move |last: Option<&Counter>| {
                    numbers.with(|own| own.0.clone()).or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
                })
            });
            own.map(|own| view! { <There own /> }).into_any()
        }
        false => view! {
            <p class="read">{words().brackets_none}</p>
            <p>
                <Button label=Signal::stored(words().brackets_open.to_owned()) press />
            </p>
        }
        .into_any(),
    })
}

/// The picture, where there are networks.
#[component]
fn There(
    /// Its numbers.
    own: Memo<Counter>,
) -> impl IntoView {
    let here: Here = expect_context();
    let [first, second] = [here.in_turn(own), here.in_turn(own)];
    let counted = Signal::derive(move || first.with(counted));
    let depths = Signal::derive(move || second.with(deep));
    let words = words();
    let by = Trait::ALL.map(|by| (key(by).to_owned(), followed(by).to_owned())).to_vec();
    let unit = move || {
        let all = own.with(|own| own.follows[0].len());
        let best = (String::new(), words.brackets_best.to_owned());
        std::iter::once(best).chain((1..=all).map(|unit| (unit.to_string(), unit.to_string()))).collect::<Vec<_>>()
    };
    let units = Memo::new(move |_| own.with(|own| own.follows[0].len()));
    view! {
        <Texts />
        <div class="counter-choices">
            <CellChoice />
            <KeySegmented key=Key::CounterBy label=words.brackets_by options=by />
            {part(move || {
                units.track();
                view! { <KeySelect key=Key::CounterUnit label=words.brackets_unit options=untrack(unit) /> }
            })}
        </div>
        <Tiles own />
        <ChartFigure chart=counted height=220.0 />
        <Ranks own />
        <h4>{words.brackets_deeper}</h4>
        <p class="read">{words.brackets_deeper_how}</p>
        <ChartFigure chart=depths height=280.0 />
        <Going going=Signal::derive(move || own.with(|own| own.going)) told=|of: Of| laboratory::brackets_going(of.done, of.all) />
        <p class="picture-about"><Popover word=words::page::words().about><p>{rich(words.brackets_about)}</p></Popover></p>
    }
}

fn counted(own: &Counter) -> Chart {
    let text: Vec<String> = own.text.iter().map(char::to_string).collect();
    charts::counter(&CounterOf {
        cell: own.cell,
        unit: own.unit,
        text: &text,
        states: &own.states,
        fitted: &own.fitted,
        followed: followed(own.by),
        r: own.follows[own.by as usize][own.unit].r,
        texts: TEXTS,
        right: own.given.iter().zip(&own.right).filter(|(given, right)| given == right).count(),
    })
}

fn deep(own: &Counter) -> Chart {
    let Counter { shares, guessed, trained, .. } = own;
    charts::depths(&DepthsOf { shares, guessed, trained: *trained, most: DEEPER * trained })
}

/// The text that is read: one to begin with, or the reader's own.
#[component]
fn Texts() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let written = written(store, Key::CounterText);
    let shown = text(move || if written.with(String::is_empty) { READY[0].to_owned() } else { written.get() });
    let judge = |text: String| read(&text).err().map(told);
    let take = move |text: String| {
        if read(&text).is_ok() {
            store.set_by_key(Key::CounterText.name(), &text, false);
        }
    };
    let names = [words.brackets_both, words.brackets_inside, words.brackets_deep];
    let ready = READY.into_iter().zip(names).map(|(text, name)| {
        let press = Callback::new(move |()| store.set_by_key(Key::CounterText.name(), text, true));
        view! { <Button label=Signal::stored(name.to_owned()) press /> }
    });
    view! {
        <div class="counter-texts">
            <TextField
                label=words.brackets_text
                shown
                judge=Callback::new(judge)
                take=Callback::new(take)
                commit=Callback::new(move |()| store.commit())
                tried=true
                id=Key::CounterText.name()
                lock=lock(store, Key::CounterText)
            />
            <div class="counter-ready" role="group" aria-label=words.brackets_ready>
                {ready.collect_view()}
            </div>
        </div>
    }
}

/// A colour and the text on it that stands out more.
fn tile(palette: &Palette, state: f64, most: f64) -> (Rgb, Rgb) {
    let ground = palette.signed.at(0.5 + 0.5 * state / most);
    let light = |colour: Rgb| {
        let part = |channel: u8| (f64::from(channel) / 255.0).powf(2.2);
        0.2126 * part(colour.0) + 0.7152 * part(colour.1) + 0.0722 * part(colour.2) + 0.05
    };
    let contrast = |colour: &Rgb| {
        let (a, b) = (light(*colour), light(ground));
        (a / b).max(b / a)
    };
    let all = [palette.ink, palette.paper];
    let on = all.into_iter().max_by(|a, b| contrast(a).total_cmp(&contrast(b)));
    (ground, on.unwrap_or_default())
}

/// The end of the colours: the largest state of the text, and at least 1.
fn most(own: &Counter) -> f64 {
    own.states.iter().fold(1.0_f64, |most, state| most.max(state.abs())).ceil()
}

/// Each character in the colour of what the unit holds after it; below it the answer, and below a wrong one the right one.
#[component]
fn Tiles(
    /// Its numbers.
    own: Memo<Counter>,
) -> impl IntoView {
    let Stage { theme, .. } = expect_context();
    let palette = theme.palette;
    let count = Memo::new(move |_| own.with(|own| own.text.len()));
    let of = move |place: usize, tell: fn(&Counter, usize) -> Option<String>| {
        text(move || own.with(|own| tell(own, place)).unwrap_or_default())
    };
    let one = move |place: usize| {
        let colours = Memo::new(move |_| {
            own.with(|own| {
                let state = own.states.get(place).copied().unwrap_or_default();
                palette.with(|palette| tile(palette, state, most(own)))
            })
        });
        let wrong = of(place, |own, place| {
            let (given, right) = (own.given.get(place)?, own.right.get(place)?);
            (given != right).then(|| class(*right).to_owned())
        });
        let is_wrong = move || !wrong.with(String::is_empty);
        view! {
            <li>
                <b
                    style:--tile=move || colours.get().0.css()
                    style:--on=move || colours.get().1.css()
                    use:shows=of(place, |own, place| own.text.get(place).map(char::to_string))
                ></b>
                <small
                    class:counter-wrong=is_wrong
                    use:shows=of(place, |own, place| Some(class(*own.given.get(place)?).to_owned()))
                ></small>
                <span class="kit-hidden" use:shows=text(move || if is_wrong() { words().brackets_wrong } else { "" })></span>
                <small use:shows=wrong></small>
            </li>
        }
    };
    let ticks = Signal::derive(move || {
        let most = own.with(most);
        let group = Group::new(Measure::Number, [-most, 0.0, most]);
        [-most, 0.0, most].map(|x| group.write(x, Digits::Headline)).to_vec()
    });
    view! {
        <ul class="counter-text" tabindex="0" dir="ltr" aria-label=words().brackets_label>
            <For each=move || 0..count.get() key=|place| *place children=one />
        </ul>
        <ColourBar label=Signal::stored(words().brackets_scale.to_owned()) hues=hues(Tones::Signed) ticks />
    }
}

/// The units that follow the depth, the quotes and the position best; a press shows one.
#[component]
fn Ranks(
    /// Its numbers.
    own: Memo<Counter>,
) -> impl IntoView {
    let store: Store = expect_context();
    let rank = move |by: Trait| {
        let best = Memo::new(move |_| {
            own.with(|own| {
                let follows = &own.follows[by as usize];
                ranked(follows).into_iter().take(NAMED).map(|unit| (unit, follows[unit].r)).collect::<Vec<_>>()
            })
        });
        let one = move |place: usize| {
            let of = move || best.with(|best| best.get(place).copied()).unwrap_or_default();
            let is_shown = Memo::new(move |_| own.with(|own| own.by == by && own.unit == of().0));
            let label = text(move || laboratory::brackets_ranked(of().0 + 1, &correlation(of().1)));
            let press = move |_| {
                // The best stays the best in another cell.
                let unit = if place == 0 { String::new() } else { (of().0 + 1).to_string() };
                let to = format!("{}={}&{}={unit}", Key::CounterBy.name(), key(by), Key::CounterUnit.name());
                store.set_by_key("apply", &to, true);
            };
            view! {
                <li>
                    <button type="button" class="kit-chip kit-choice" aria-pressed=text(move || is_shown.get().to_string()) on:click=press>
                        <span use:shows=label></span>
                    </button>
                </li>
            }
        };
        let title = laboratory::brackets_goes_with(title(by));
        view! {
            <div>
                <p class="kit-label">{title.clone()}</p>
                <ol aria-label=title>
                    <For each=move || 0..best.with(Vec::len) key=|place| *place children=one />
                </ol>
            </div>
        }
    };
    view! { <div class="counter-ranks">{Trait::ALL.map(rank).collect_view()}</div> }
}
