//! Which weights the Lab shows: drawn here, or those of a task's networks before and after training. The switch stands in the bar
//! of controls, and beside it what the weights are; at the right end of each lane stands what the trained network answers.

use leptos::prelude::*;

use engine::trace::CellKind;
use kit::{Button, Choices, Segmented};
use measure::training::{Answers, Lack, Unusable};
use model::command::{Command, TrainCommand};
use model::keys::Key;
use model::sequence::{TASKED, Tasked};
use model::settings::{Settings, Source};
use words::format::{self, Digits, Group, Measure};
use words::training::task;
use words::{models, page, trained};

use super::keyed::{lock, ready};
use super::later::{Part, later};
use super::live::{flag, part, shows, text};
use super::models::Models;
use super::store::Store;
use super::way_back::WayBack;

/// The switch, and what the weights are.
pub fn weights(store: Store) -> AnyView {
    let words = trained::words();
    let way_back: WayBack = expect_context();
    let models: Models = expect_context();
    let choose = move |after: bool| {
        let settings = store.settings.get_untracked();
        match settings.tasked() {
            Some(tasked) if !settings.is_trained() && after => {
                store.open(settings.with_example(tasked));
                if matches!(settings.source, Source::Own(_)) {
                    way_back.tell(words.leaves_own);
                }
            }
            // It was looked at before its first step: there is no other step to go to than the last.
            Some(tasked) if after && settings.whole(Key::Trained).unwrap_or_default() == 0 => {
                store.choose(|settings| {
                    settings.choose(Key::Trained, &tasked.end.to_string());
                    settings.choose(Key::Untrained, "");
                });
            }
            _ if settings.is_trained() => store.choose_key(Key::Untrained, if after { "" } else { "yes" }),
            _ => {}
        }
    };
    let after = Memo::new(move |_| store.settings.with(|s| s.is_trained() && !s.is_before_training()));
    let choices = Choices::new(vec![(false, words.before.to_owned()), (true, words.after.to_owned())], after, choose);
    let has_net = Memo::new(move |_| store.settings.with(|s| s.net().is_some()));
    let of_address = lock(store, Key::Trained);
    let locked = Signal::derive(move || {
        let none = || store.settings.with(|s| !s.is_trained() && s.tasked().is_none());
        of_address.get().or_else(|| none().then(|| words.none.to_owned()))
    });
    let is_trained = Memo::new(move |_| store.settings.with(Settings::is_trained));
    view! {
        <div class="weights">
            // A model of one's own is neither: what leads back stands beside it.
            {part(move || {
                (!has_net.get()).then(|| view! { <Segmented label=page::words().weights choices=choices.clone() lock=locked /> })
            })}
            <div class="weights-told">
                {part(move || {
                    if has_net.get() {
                        part(later(store, Part::OwnModel)).into_any()
                    } else if is_trained.get() {
                        view! { <Told /> }.into_any()
                    } else {
                        view! { <Drawn /> }.into_any()
                    }
                })}
                <Button
                    label=models::words().open
                    id="models-open"
                    availability=ready(store, Key::Net)
                    press=Callback::new(move |()| models.show(store))
                />
            </div>
        </div>
    }
    .into_any()
}

/// What weights are that are drawn here.
#[component]
fn Drawn() -> impl IntoView {
    let store: Store = expect_context();
    let said = move || {
        let is_text = store.settings.with(|s| matches!(s.source, Source::Sentence | Source::Own(_)));
        if is_text { page::words().untrained } else { page::words().untrained_numbers }
    };
    view! { <p use:shows=text(said)></p> }
}

/// What trained weights are, and the ways on.
#[component]
fn Told() -> impl IntoView {
    let store: Store = expect_context();
    let words = trained::words();
    let name = |settings: &Settings| task(settings.task()).name;
    let said = move || {
        let lack = store.lack.get();
        let absent = store.absent.get();
        store.settings.with(|settings| match (&lack, absent) {
            (Some(Lack::Unfetched(cause)), true) => trained::unfetched(cause),
            (Some(Lack::Broken(Unusable::Damaged)), true) => words.damaged.to_owned(),
            (Some(Lack::Broken(_)), true) => words.other.to_owned(),
            (None, true) => words.absent.to_owned(),
            (_, false) => {
                let step = settings.whole(Key::Trained).unwrap_or_default();
                let units = settings.units;
                if settings.is_before_training() {
                    trained::untrained(name(settings), units)
                } else {
                    trained::trained(name(settings), units, step)
                }
            }
        })
    };
    let is_example = Memo::new(move |_| store.settings.with(|s| s.source == Source::Example));
    let next = move |()| {
        let number = store.settings.with_untracked(|s| s.whole(Key::Example)).unwrap_or(1) % 1_000_000 + 1;
        store.choose_key(Key::Example, &number.to_string());
    };
    let seconds = move || {
        let (own, step) = store.settings.with(|s| (s.tasked(), s.whole(Key::Trained).unwrap_or_default()));
        own.map_or(10, |Tasked { seconds, end, .. }| (seconds * step.max(1)).div_ceil(end))
    };
    let train = move |()| {
        store.choose_key(Key::View, "train");
        store.command(Command::Train(TrainCommand::Start));
    };
    view! {
        <p use:shows=text(said)></p>
        <div class="weights-ways">
            <span hidden=flag(move || !is_example.get() || store.absent.get())>
                <Button label=words.another press=Callback::new(next) />
            </span>
            <span hidden=flag(move || store.absent.get())>
                <Button label=words.back press=Callback::new(move |()| store.choose_key(Key::View, "train")) />
            </span>
            <span hidden=flag(move || !store.absent.get())>
                <Button label=text(move || trained::train_now(seconds())) press=Callback::new(train) />
            </span>
        </div>
    }
}

/// The task whose example is read.
pub fn tasks(store: Store) -> AnyView {
    let options = TASKED.map(|own| (own.task, task(own.task).name.to_owned())).to_vec();
    let chosen = Memo::new(move |_| store.settings.with(Settings::task));
    let choose = move |key: &'static str| {
        if let Some(tasked) = Tasked::named(key) {
            store.open(store.settings.with_untracked(|s| s.with_example(tasked)));
        }
    };
    let choices = Choices::new(options, chosen, choose);
    view! { <kit::Select label=trained::words().task choices id="example-task" lock=lock(store, Key::Task) /> }
        .into_any()
}

/// A line of an answer: what is answered, how it is written, and the number behind it.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    name: String,
    shown: String,
    number: f64,
    is_right: bool,
}

/// Significant digits with which it can be seen how far off answers are.
fn digits(right: f64, given: &[f64; 3]) -> usize {
    let place = |x: f64| x.abs().max(1e-12).log10().floor() as i32;
    let nearest = given.iter().map(|answer| (answer - right).abs()).fold(f64::INFINITY, f64::min);
    usize::try_from(place(right) - place(nearest) + 1).unwrap_or(0).clamp(3, 6)
}

/// Classes that have a line.
const LINES: usize = 3;

fn lines(answers: &Answers, cell: CellKind) -> Vec<Line> {
    match answers {
        Answers::Classes { names, right, shares } => {
            let own = &shares[cell as usize];
            let mut classes: Vec<usize> = (0..own.len()).collect();
            // Of few all, as the task lists them; of many the likeliest.
            if classes.len() > LINES {
                classes.sort_by(|a, b| own[*b].total_cmp(&own[*a]));
                // The right one stands among them, last if it is none of the likeliest.
                if let Some(place @ LINES..) = classes.iter().position(|class| class == right) {
                    classes.swap(LINES - 1, place);
                }
                classes.truncate(LINES);
            }
            let line = |class: usize| Line {
                name: names.get(class).cloned().unwrap_or_default(),
                shown: format::percent(own[class]),
                number: own[class],
                is_right: class == *right,
            };
            classes.into_iter().map(line).collect()
        }
        Answers::Value { right, given, unit, of } => {
            let group = Group::new(Measure::Number, given.iter().copied().chain([*right]));
            let digits = Digits::Significant(digits(*right, given));
            let said = given[cell as usize];
            let number = group.write(said, digits);
            let shown = trained::says(&if unit.is_empty() { number } else { format!("{number} {unit}") });
            let truth = group.write(*right, digits);
            let truth = if of.is_empty() { trained::truth(&truth) } else { trained::truth_of(of, &truth) };
            vec![
                Line { name: String::new(), shown, number: said, is_right: false },
                Line { name: String::new(), shown: truth, number: *right, is_right: false },
            ]
        }
    }
}

/// What the network of a cell answers, at the right end of its lane; nothing where no example is read.
#[component]
pub fn Answer(
    /// The cell.
    cell: CellKind,
) -> impl IntoView {
    let store: Store = expect_context();
    let told = Memo::new(move |_| {
        let is_example = store.settings.with(|s| s.source == Source::Example);
        is_example.then(|| store.answers.with(|own| own.as_ref().map(|own| lines(own, cell)))).flatten()
    });
    let gap = Memo::new(move |_| store.answers.with(|own| matches!(own, Some(Answers::Classes { .. }))));
    let line = |line: Line| {
        let Line { name, shown, number, is_right } = line;
        view! {
            <li class:right=is_right data-number=number.to_string()>
                {(!name.is_empty()).then(|| view! { <b prop:textContent=name></b> " " })}
                <span prop:textContent=shown></span>
                {is_right.then(|| view! { <i aria-hidden="true">" ✓"</i> <span class="kit-hidden">{trained::words().right}</span> })}
            </li>
        }
    };
    let shown = move || {
        told.get().map(|lines| {
            view! {
                <div class="answer">
                    {part(move || gap.get().then(|| view! { <span class="gap" aria-hidden="true">{trained::words().gap}</span> }))}
                    <ul>{lines.into_iter().map(line).collect_view()}</ul>
                </div>
            }
        })
    };
    part(shown)
}
