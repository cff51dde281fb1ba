//! The gates at work: a trained network's best unit beside the one that it had before training.

use leptos::prelude::*;

use figures::Chart;
use figures::charts::{GatesOf, UnitOf, followers, gates, held};
use kit::Button;
use measure::gates::{AtWork, FOLLOWS, Gates, Network, TASK};
use words::laboratory::words;

use super::here::Here;
use super::ships::shipped;
use crate::view::figure::ChartFigure;
use crate::view::keyed::CellChoice;
use crate::view::live::part;
use crate::view::store::Store;

/// The training behind the networks that ship, and how their example is read.
const STEPS: &str = "3000";
const SHAPE: &str = "units=32&length=22&read=22";

fn unit(network: &Network) -> UnitOf<'_> {
    let Network { correlations, unit, held, swapped, gates } = network;
    UnitOf { unit: *unit, held, swapped, gates, correlations }
}

/// The picture.
#[component]
pub fn GatesPicture(
    /// Its numbers.
    numbers: Memo<Gates>,
) -> impl IntoView {
    let store: Store = expect_context();
    let here: Here = expect_context();
    let is_there = Memo::new(move |_| numbers.with(|own| own.0.is_some()));
    // The last numbers, where there are none just now.
    let chart = move |make: fn(&GatesOf) -> Chart| {
        let made = Memo::new(move |last: Option<&Option<Chart>>| {
            let now = numbers.with(|own| {
                let AtWork { noun, other, networks: [before, after] } = own.0.as_ref()?;
                here.words.with(|words| {
                    let (before, after) = (unit(before), unit(after));
                    let (cell, at) = (here.cell.get(), here.at.get());
                    Some(make(&GatesOf { cell, words, noun: *noun, other, before, after, at }))
                })
            });
            now.or_else(|| last.cloned().flatten())
        });
        Signal::derive(move || made.get())
    };
    let drawn = move |make: fn(&GatesOf) -> Chart, height: f64, choose: bool| {
        let chart = chart(make);
        let first = chart.get_untracked()?;
        let chart = Signal::derive(move || chart.get().unwrap_or_else(|| first.clone()));
        Some(match choose {
            true => view! { <ChartFigure chart height choose=here.choose() /> }.into_any(),
            false => view! { <ChartFigure chart height /> }.into_any(),
        })
    };
    let press = Callback::new(move |()| store.set_by_key("apply", &shipped(TASK, STEPS, SHAPE), true));
    view! {
        <CellChoice />
        {part(move || match is_there.get() {
            true => {
                view! {
                    {drawn(held, 260.0, true)}
                    {drawn(gates, 230.0, true)}
                    {drawn(|of| followers(of, FOLLOWS), 200.0, false)}
                }
                .into_any()
            }
            false => {
                view! {
                    <p class="read">{words().gates_none}</p>
                    <p>
                        <Button label=Signal::stored(words().gates_open.to_owned()) press />
                    </p>
                }
                .into_any()
            }
        })}
    }
}
