//! What of a run can be chosen.

use leptos::prelude::*;

use kit::Disclosure;
use measure::training::Shown;
use model::keys::{Key, RULES, SCHEDULES, SCHEMES, TASKS};
use words::training::{self, words};

use super::choices::AblationSelect;
use super::chosen::task;
use super::field::TrainNumber;
use super::slider::TrainSlider;
use crate::view::keyed::{KeyCheckbox, KeySelect};
use crate::view::live::{part, text};
use crate::view::store::Store;

/// Named as they stand in the address.
fn plain(names: &[&str]) -> Vec<(String, String)> {
    names.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect()
}

/// The controls of a run; those that are seldom used are folded.
#[component]
pub fn Controls() -> impl IntoView {
    let store: Store = expect_context();
    let words = words();
    let task = task(store);
    let has = move |key: Key| {
        Memo::new(move |_| store.training.task.with(|task| task.as_ref().is_some_and(|own| own.number(key).is_some())))
    };
    let (has_window, has_temperature, has_bias) = (has(Key::Window), has(Key::Temperature), has(Key::TrainBias));
    let forecasts = Memo::new(move |_| {
        store.training.task.with(|task| task.as_ref().is_some_and(|task| task.shown == Shown::Forecast))
    });
    let scheme = text(move || {
        store.training.task.with(|task| task.as_ref().map_or_else(|| "chrono".to_owned(), |task| task.scheme.clone()))
    });
    let tasks = TASKS.map(|key| (key.to_owned(), training::task(key).name.to_owned())).to_vec();
    let rates = [words.constant, words.cosine, words.halving, words.warmup].map(str::to_owned);
    let schedules = SCHEDULES.map(str::to_owned).into_iter().zip(rates).collect::<Vec<_>>();
    let open = RwSignal::new(false);
    view! {
        <div class="train-controls" role="group" aria-label=words.controls>
            <KeySelect key=Key::Task label=words.task options=tasks />
            <TrainSlider key=Key::Knob label=text(move || training::task(task.get()).knob) />
            {part(move || has_window.get().then(|| view! { <TrainSlider key=Key::Window label=words.window tip=words.window_tip /> }))}
            <TrainNumber key=Key::TrainUnits label=words.units />
            <TrainNumber key=Key::Rate label=words.rate />
            <TrainNumber key=Key::Clip label=words.clip hint=words.never tip=words.clip_tip />
            <KeySelect key=Key::TrainStart label=words.start options=plain(&SCHEMES) default=scheme />
            {part(move || has_bias.get().then(|| view! { <TrainNumber key=Key::TrainBias label=words.bias /> }))}
            <AblationSelect />
            {part(move || has_temperature.get().then(|| view! { <TrainSlider key=Key::Temperature label=words.temperature step=0.1 tip=words.temperature_tip /> }))}
            <div class="train-more">
                <Disclosure label=words.more open>
                    <div class="train-fields">
                        <KeySelect key=Key::Rule label=words.rule options=plain(&RULES) />
                        <KeySelect key=Key::Schedule label=words.schedule options=schedules />
                        <TrainNumber key=Key::Layers label=words.layers />
                        <TrainNumber key=Key::Dropout label=words.dropout />
                        <TrainNumber key=Key::Batch label=words.batch />
                        <TrainNumber key=Key::Steps label=words.steps />
                        <TrainNumber key=Key::TrainSeed label=words.seed />
                        <TrainNumber key=Key::Seeds label=words.seeds />
                        <TrainNumber key=Key::Until label=words.until hint=words.until_tip />
                        <TrainNumber key=Key::Chunk label=words.chunk hint=words.chunk_tip />
                        <TrainNumber key=Key::Cases label=words.cases hint=words.cases_tip />
                        <TrainNumber key=Key::Patience label=words.patience hint=words.patience_tip />
                        <TrainNumber key=Key::Parts label=words.parts hint=words.parts_tip />
                        <div class="train-check">
                            <KeyCheckbox key=Key::EqualSizes label=words.equal />
                            <p class="kit-note">{words.equal_tip}</p>
                        </div>
                        {part(move || forecasts.get().then(|| view! {
                            <div class="train-check">
                                <KeyCheckbox key=Key::Raw label=words.raw />
                                <p class="kit-note">{words.raw_tip}</p>
                            </div>
                        }))}
                    </div>
                </Disclosure>
            </div>
        </div>
    }
}
