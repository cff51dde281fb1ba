//! Cures side by side: one start, gain, bias or activation beside another, in pairs that differ in one thing.

use leptos::prelude::*;

use kit::{Availability, Button, Choices, Select};
use measure::cures::{Cure, Cures, Scheme};
use model::keys::Key;
use words::fill;
use words::format;
use words::laboratory::words;

use super::compare::Sides;
use crate::view::keyed::{KeyCheckbox, lock};
use crate::view::live::{shows, text};
use crate::view::store::Store;

/// What a cure is called.
fn name(cure: Cure) -> &'static str {
    let words = words();
    match cure {
        Cure::Rnn => words.cure_rnn,
        Cure::RnnGainHalf => words.cure_rnn_half,
        Cure::RnnGainTwo => words.cure_rnn_two,
        Cure::RnnRelu => words.cure_rnn_relu,
        Cure::RnnXavier => words.cure_rnn_xavier,
        Cure::RnnOrthogonal => words.cure_rnn_orthogonal,
        Cure::RnnIdentity => words.cure_rnn_identity,
        Cure::Irnn => words.cure_irnn,
        Cure::RnnNonNormal => words.cure_nonnormal,
        Cure::Lstm => words.cure_lstm,
        Cure::LstmBiasOne => words.cure_lstm_one,
        Cure::LstmBiasThree => words.cure_lstm_three,
        Cure::LstmChrono => words.cure_lstm_chrono,
        Cure::LstmOrthogonal => words.cure_lstm_orthogonal,
        Cure::Gru => words.cure_gru,
        Cure::GruBiasThree => words.cure_gru_three,
        Cure::GruChrono => words.cure_gru_chrono,
        Cure::GruBefore => words.cure_gru_before,
    }
}

/// A pair as it is written in the address.
fn written(pair: [Cure; 2]) -> String {
    pair.map(Cure::key).join("~")
}

/// What of an address puts a cure into its cell's lane. The start of this cell and the other changes of the lanes are taken back
/// with it.
fn put_in(cure: Cure) -> String {
    let setup = cure.setup();
    let yes = |on: bool| if on { "yes" } else { "" };
    let scheme = if setup.scheme == Scheme::Pytorch { "" } else { setup.scheme.key() };
    format!(
        "gain={}&bias={}&{}={scheme}&relu={}&reset_before={}",
        setup.gain,
        setup.bias,
        Key::of_start(setup.cell).name(),
        yes(setup.form.relu),
        yes(setup.form.reset_before)
    )
}

/// Whether a cure is in its cell's lane.
fn is_in(store: Store, cure: Cure) -> bool {
    let setup = cure.setup();
    let scheme = if setup.scheme == Scheme::Pytorch { "" } else { setup.scheme.key() };
    store.settings.with(|settings| {
        let start = settings.written(Key::of_start(setup.cell));
        (settings.gain, settings.bias, start) == (setup.gain, setup.bias, scheme)
            && settings.form(setup.cell) == setup.form
    })
}

/// The picture.
#[component]
pub fn CuresPicture(
    /// Its numbers.
    cures: Memo<Cures>,
) -> impl IntoView {
    let store: Store = expect_context();
    let pair = Memo::new(move |_| cures.with(|cures| cures.pair));
    let choose = move |pair: [Cure; 2]| store.choose_key(Key::Cures, &written(pair));
    let own = (None, words().cure_own.to_owned());
    let pairs = Cure::PAIRS.map(|pair| (Some(pair), pair.map(name).join(" → ")));
    let listed = Signal::derive(move || Some(pair.get()).filter(|pair| Cure::PAIRS.contains(pair)));
    let pairs = Choices::new(std::iter::once(own).chain(pairs).collect(), listed, move |pair: Option<[Cure; 2]>| {
        pair.into_iter().for_each(choose);
    });
    let one = move |label: &'static str, place: usize| {
        let options = Cure::ALL.map(|cure| (cure, name(cure).to_owned())).to_vec();
        let now = Signal::derive(move || pair.get()[place]);
        let choices = Choices::new(options, now, move |cure: Cure| {
            let mut pair = pair.get_untracked();
            pair[place] = cure;
            choose(pair);
        });
        let size = text(move || {
            cures.with(|cures| {
                let (units, count) = (format::count(cures.units[place]), format::count(cures.counts[place]));
                fill(words().cure_size, &[("units", &units), ("count", &count)])
            })
        });
        view! {
            <div class="with-note">
                <Select label choices lock=lock(store, Key::Cures) />
                <p class="kit-note" use:shows=size></p>
            </div>
        }
    };
    let told = text(move || {
        cures.with(|cures| {
            let known = || Cure::ALL.map(Cure::key).join(", ");
            let of = |key: &String| fill(words().unknown_cure, &[("found", key), ("expected", &known())]);
            cures.unknown.as_ref().map(of).unwrap_or_default()
        })
    });
    let second = move || pair.get()[1];
    let put = text(move || {
        let cure = second();
        let name = if is_in(store, cure) { words().cure_is_in } else { words().cure_put_in };
        fill(name, &[("cell", cure.setup().cell.name())])
    });
    let availability = Signal::derive(move || {
        let cure = second();
        if is_in(store, cure) {
            Availability::Off(put.get())
        } else if store.state().would_move_locked("apply", &put_in(cure)) {
            Availability::Off(words::page::words().locked.to_owned())
        } else {
            Availability::Ready
        }
    });
    let press = move |()| store.set_by_key("apply", &put_in(pair.get_untracked()[1]), true);
    let names = Signal::derive(move || pair.get().map(|cure| name(cure).to_owned()));
    let cell = Signal::derive(move || second().setup().cell);
    let sides = Signal::derive(move || cures.with(|cures| cures.sides.clone()));
    view! {
        <p class="message" role="status" use:shows=told></p>
        <Select label=words().cure_pairs choices=pairs lock=lock(store, Key::Cures) />
        <div class="fields">{one(words().cure_against, 0)} {one(words().cure_shown, 1)}</div>
        <KeyCheckbox key=Key::Equal label=words().cure_equal />
        <p>
            <Button label=put availability press=Callback::new(press) />
        </p>
        <Sides sides names cell />
        <Sides sides names cell lengths=true />
    }
}
