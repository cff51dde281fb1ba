//! Cures side by side: one start, gain, bias or activation beside another, in pairs that differ in one thing.

use measure::Scene;
use measure::cures::{Cure, Cures, Scheme};
use model::keys::Key;
use words::fill;

use super::compare;
use crate::html::escape;
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 5] = ["cures-pairs", "cures-choice", "cures-reach", "cures-states", "cures-table"];

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

/// The pairs, the two that are chosen, and their curves.
pub fn draw(scene: &Scene, cures: &Cures) -> Vec<String> {
    let words = words();
    let Cures { pair, equal, sides, .. } = cures;
    let told = cures.unknown.as_ref().map_or(String::new(), |key| {
        let known = Cure::ALL.map(Cure::key).join(", ");
        let text = fill(words.unknown_cure, &[("found", &escape(key)), ("expected", &known)]);
        format!("<p class=\"message\" role=\"status\">{text}</p>")
    });
    let is_pair = Cure::PAIRS.contains(pair);
    let pairs = Cure::PAIRS.iter().map(|own| {
        let [a, b] = own.map(name);
        let selected = if own == pair { " selected" } else { "" };
        format!("<option value=\"{}\"{selected}>{a} → {b}</option>", own.map(Cure::key).join("~"))
    });
    let select = |label: &str, place: usize| {
        let options = Cure::ALL.into_iter().map(|cure| {
            let mut chosen = *pair;
            chosen[place] = cure;
            let selected = if chosen == *pair { " selected" } else { "" };
            format!("<option value=\"{}\"{selected}>{}</option>", chosen.map(Cure::key).join("~"), name(cure))
        });
        let count = words::format::count(cures.counts[place]);
        let size = fill(words.cure_size, &[("units", &cures.units[place].to_string()), ("count", &count)]);
        format!(
            "<label class=\"field\"><span>{label}</span><select data-key=\"cures\">{}</select> <small>{size}</small></label>",
            options.collect::<String>()
        )
    };
    let checked = if *equal { " checked" } else { "" };
    // The first start of this cell and the other changes of the lanes are taken back with it.
    let second = pair[1].setup();
    let form = second.form;
    let yes = |on: bool| if on { "yes" } else { "" };
    let scheme = if second.scheme == Scheme::Pytorch { "" } else { second.scheme.key() };
    let start_key = Key::of_start(second.cell);
    let put_in = format!(
        "gain={}&amp;bias={}&amp;{}={scheme}&amp;relu={}&amp;reset_before={}",
        second.gain,
        second.bias,
        start_key.name(),
        yes(form.relu),
        yes(form.reset_before)
    );
    let settings = &scene.state.settings;
    let is_in = (settings.gain, settings.bias, settings.written(start_key)) == (second.gain, second.bias, scheme)
        && settings.form(second.cell) == form;
    let put_in_name = if is_in { words.cure_is_in } else { words.cure_put_in };
    let disabled = if is_in { " disabled" } else { "" };
    let choice = format!(
        "{told}{}{}<p><button data-key=\"apply\" data-value=\"{put_in}\"{disabled}>{}</button></p><label class=\"field check\"><input type=\"checkbox\" data-key=\"equal\"{checked}> <span>{}</span></label>",
        select(words.cure_against, 0),
        select(words.cure_shown, 1),
        fill(put_in_name, &[("cell", second.cell.name())]),
        words.cure_equal
    );
    let class = second.cell.key();
    vec![
        format!(
            "<label class=\"field\"><span>{}</span><select data-key=\"cures\">{}{}</select></label>",
            words.cure_pairs,
            if is_pair { String::new() } else { format!("<option selected value=\"\">{}</option>", words.cure_own) },
            pairs.collect::<String>()
        ),
        choice,
        compare::reach(scene, class, sides),
        compare::states(scene, class, sides),
        compare::numbers(sides),
    ]
}
