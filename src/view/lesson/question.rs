//! A step's question, and how a guess is given.

use leptos::prelude::*;

use course::lesson::{DECADES, Marks, Question, Scale, Step, mark, minus};
use kit::range::Range;
use kit::{Button, Slider};
use model::keys::{Key, number};
use words::lesson::words;

use super::told::{free, of};
use crate::view::keyed::{lock, written};
use crate::view::live::{flag, part, text};
use crate::view::store::Store;

/// The steps of a slider of decades.
const PART_OF_A_DECADE: f64 = 0.05;

/// The question of the step that is told; nothing where it asks none.
#[component]
pub fn Ask(told: Memo<Option<Step>>) -> impl IntoView {
    // Of another step it is another question, even where it reads the same.
    let asked = of(told, |step| step.ask.clone().map(|ask| (step.name.clone(), ask)));
    let marks = of(told, |step| step.answer.as_ref().and_then(|answer| answer.marks));
    let marks = Memo::new(move |_| marks.get().flatten());
    part(move || asked.get().flatten().map(|(_, question)| view! { <Guess question marks /> }))
}

/// A question with what may be guessed.
#[component]
fn Guess(question: Question, marks: Memo<Option<Marks>>) -> impl IntoView {
    let Question { text: asked, scale } = question;
    let words = words();
    let how = match &scale {
        Scale::Ratio => words.ratio_how,
        Scale::Number { .. } => words.number_how,
        Scale::Choice(_) => words.choice_how,
    };
    let by = match scale {
        Scale::Choice(options) => view! { <Options options /> }.into_any(),
        scale => view! { <OnSlider scale marks /> }.into_any(),
    };
    view! {
        <section class="lesson-ask" aria-labelledby="lesson-question">
            <h3 id="lesson-question">{asked}</h3>
            <p class="lesson-how">{how}</p>
            {by}
        </section>
    }
}

/// One of several.
#[component]
fn Options(options: Vec<String>) -> impl IntoView {
    let store: Store = expect_context();
    let guess = written(store, Key::Guess);
    let option = |(n, name): (usize, String)| {
        let n = n.to_string();
        let own = n.clone();
        let pressed = flag(move || guess.with(|guess| *guess == own));
        let press = move || store.choose_key(Key::Guess, &n);
        view! { <Button label=name pressed press availability=free(store, Key::Guess) /> }
    };
    view! {
        <div class="lesson-options" role="group" aria-label=words().guess>
            {options.into_iter().enumerate().map(option).collect_view()}
        </div>
    }
}

/// A number on a slider.
#[component]
fn OnSlider(scale: Scale, marks: Memo<Option<Marks>>) -> impl IntoView {
    let store: Store = expect_context();
    let guess = written(store, Key::Guess);
    let (range, ends) = match &scale {
        Scale::Number { low, high, step, unit } => {
            let ends = [minus(&low.to_string()), format!("{} {unit}", minus(&high.to_string())).trim_end().to_owned()];
            (Range { low: *low, high: *high, step: *step }, ends.to_vec())
        }
        _ => {
            (Range { low: f64::from(-DECADES), high: 0.0, step: PART_OF_A_DECADE }, (-DECADES..=0).map(mark).collect())
        }
    };
    // One of its steps.
    let middle = range.low + ((range.high - range.low) / range.step / 2.0).floor() * range.step;
    let at = Memo::new(move |_| guess.with(|guess| number(guess)).unwrap_or(middle));
    let shown = text(move || scale.told(&at.get().to_string()).unwrap_or_default());
    let set = move |x: f64| store.set_by_key(Key::Guess.name(), &x.to_string(), false);
    view! {
        <Slider
            label=words().guess
            range=Signal::stored(range)
            value=at
            shown
            set=Callback::new(set)
            commit=Callback::new(move |()| store.commit())
            lock=lock(store, Key::Guess)
        />
        <div class="lesson-marks" aria-hidden="true">
            {ends.into_iter().map(|mark| view! { <span>{mark}</span> }).collect_view()}
        </div>
        <Ticks marks />
    }
}

/// The guess and the answer as two ticks on the scale. Their room is there before they are, and the verdict says the same in words.
#[component]
fn Ticks(marks: Memo<Option<Marks>>) -> impl IntoView {
    let words = words();
    let tick = move |class: &'static str, name: &'static str, place: fn(Marks) -> Option<f64>| {
        let place = Memo::new(move |_| marks.get().and_then(place));
        // Near an end the name stands towards the middle.
        let side = move || if place.get().unwrap_or_default() > 0.5 { "end" } else { "start" };
        view! {
            <span
                class=class
                data-side=text(side)
                hidden=flag(move || place.with(Option::is_none))
                style:inset-inline-start=text(move || format!("{:.2}%", 100.0 * place.get().unwrap_or_default()))
            >
                <i></i>
                <b>{name}</b>
            </span>
        }
    };
    view! {
        <div class="lesson-ticks" aria-hidden="true">
            <div>
                {tick("guess", words.tick_guess, |marks| marks.guess)}
                {tick("truth", words.tick_truth, |marks| Some(marks.answer))}
            </div>
        </div>
    }
}
