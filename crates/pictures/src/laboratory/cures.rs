//! Cures side by side: one start, gain, bias or activation beside another, in pairs that differ in one thing.

use engine::cure::{Scheme, start};
use engine::trace::{CellKind, Form, Trace};
use engine::{Start, parameters, readout_weights, run};
use measure::Scene;
use model::keys::Key;
use model::lab::{inputs, readout};
use words::fill;

use super::compare;
use crate::html::escape;
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 5] = ["cures-pairs", "cures-choice", "cures-reach", "cures-states", "cures-table"];

/// A network before training.
#[derive(Clone, Copy, Debug)]
struct Setup {
    key: &'static str,
    name: &'static str,
    cell: CellKind,
    scheme: Scheme,
    gain: f64,
    bias: f64,
    form: fn(Form) -> Form,
}

/// What can be set beside what.
fn setups() -> Vec<Setup> {
    use CellKind::{Gru, Lstm, Rnn};
    let words = words();
    let plain: fn(Form) -> Form = |form| form;
    let of = |key, name, cell| Setup { key, name, cell, scheme: Scheme::Pytorch, gain: 1.0, bias: 0.0, form: plain };
    let scheme = |scheme, setup: Setup| Setup { scheme, ..setup };
    let gain = |gain, setup: Setup| Setup { gain, ..setup };
    let bias = |bias, setup: Setup| Setup { bias, ..setup };
    let form = |form: fn(Form) -> Form, setup: Setup| Setup { form, ..setup };
    vec![
        of("rnn", words.cure_rnn, Rnn),
        gain(0.5, of("rnn-gain-half", words.cure_rnn_half, Rnn)),
        gain(2.0, of("rnn-gain-two", words.cure_rnn_two, Rnn)),
        form(Form::with_relu, of("rnn-relu", words.cure_rnn_relu, Rnn)),
        scheme(Scheme::Xavier, of("rnn-xavier", words.cure_rnn_xavier, Rnn)),
        scheme(Scheme::Orthogonal, of("rnn-orthogonal", words.cure_rnn_orthogonal, Rnn)),
        scheme(Scheme::Identity, of("rnn-identity", words.cure_rnn_identity, Rnn)),
        form(Form::with_relu, scheme(Scheme::Identity, of("irnn", words.cure_irnn, Rnn))),
        scheme(Scheme::NonNormal, of("rnn-nonnormal", words.cure_nonnormal, Rnn)),
        of("lstm", words.cure_lstm, Lstm),
        bias(1.0, of("lstm-bias-one", words.cure_lstm_one, Lstm)),
        bias(3.0, of("lstm-bias-three", words.cure_lstm_three, Lstm)),
        scheme(Scheme::Chrono, of("lstm-chrono", words.cure_lstm_chrono, Lstm)),
        scheme(Scheme::Orthogonal, of("lstm-orthogonal", words.cure_lstm_orthogonal, Lstm)),
        of("gru", words.cure_gru, Gru),
        bias(3.0, of("gru-bias-three", words.cure_gru_three, Gru)),
        scheme(Scheme::Chrono, of("gru-chrono", words.cure_gru_chrono, Gru)),
        form(Form::with_reset_before, of("gru-before", words.cure_gru_before, Gru)),
    ]
}

/// Pairs that differ in one thing, the first the one that is set against.
const PAIRS: [[&str; 2]; 10] = [
    ["rnn", "rnn-orthogonal"],
    ["rnn", "rnn-gain-two"],
    ["rnn-identity", "irnn"],
    ["rnn", "rnn-nonnormal"],
    ["lstm", "lstm-bias-one"],
    ["lstm-bias-one", "lstm-bias-three"],
    ["lstm", "lstm-chrono"],
    ["gru", "gru-bias-three"],
    ["gru", "gru-before"],
    ["rnn", "lstm"],
];

/// Hidden units of a cell that make its parameters as many as the LSTM's with `units`.
fn equal_units(cell: CellKind, input: usize, units: usize) -> usize {
    let count = |cell: CellKind, h: usize| cell.blocks().len() * h * (input + h + 2);
    let wanted = count(CellKind::Lstm, units);
    (1..=4 * units).min_by_key(|h| count(cell, *h).abs_diff(wanted)).unwrap_or(units)
}

/// Runs one setup on the page's sequence.
fn trace(scene: &Scene, setup: Setup, equal: bool) -> Trace {
    let settings = &scene.state.settings;
    let x = inputs(settings.seed, &scene.sequence.input);
    let hidden = if equal { equal_units(setup.cell, x.width(), settings.units) } else { settings.units };
    let (gain, bias) = (setup.gain, setup.bias);
    let mut weights = parameters(setup.cell, x.width(), Start { seed: settings.seed, hidden, gain, bias });
    start(&mut weights, setup.scheme, settings.seed, gain, bias, scene.sequence.steps());
    weights.form = (setup.form)(Form::default());
    let mut readout = readout(settings, scene.sequence);
    readout.weights = readout_weights(settings.seed, hidden);
    run(weights, x, readout)
}

/// The pairs, the two that are chosen, and their curves.
pub fn draw(scene: &Scene) -> Vec<String> {
    let words = words();
    let setups = setups();
    let chosen = scene.state.settings.text(Key::Cures);
    let chosen = if chosen.is_empty() { "lstm-bias-one~lstm-bias-three" } else { chosen };
    let (first, second) = chosen.split_once('~').unwrap_or((chosen, chosen));
    let find = |key: &str| setups.iter().find(|setup| setup.key == key);
    let unknown = [first, second].into_iter().find(|key| find(key).is_none());
    let told = unknown.map_or(String::new(), |key| {
        let known = setups.iter().map(|s| s.key).collect::<Vec<_>>().join(", ");
        let text = fill(words.unknown_cure, &[("found", &escape(key)), ("expected", &known)]);
        format!("<p class=\"message\" role=\"status\">{text}</p>")
    });
    let of = |key: &str, otherwise: usize| *find(key).unwrap_or(&setups[otherwise]);
    let pair = [of(first, 0), of(second, 1)];
    let equal = scene.state.settings.is(Key::Equal);
    let traces = pair.map(|setup| trace(scene, setup, equal));
    let traces = [&traces[0], &traces[1]];
    let counts = traces.map(|t| (t.top().hidden(), t.top().parameters.count()));
    let is_pair = PAIRS.contains(&pair.map(|setup| setup.key));
    let pairs = PAIRS.iter().map(|[a, b]| {
        let name = format!("{} → {}", of(a, 0).name, of(b, 0).name);
        let selected = if [*a, *b] == pair.map(|setup| setup.key) { " selected" } else { "" };
        format!("<option value=\"{a}~{b}\"{selected}>{name}</option>")
    });
    let select = |label: &str, place: usize| {
        let options = setups.iter().map(|setup| {
            let mut keys = pair.map(|setup| setup.key);
            keys[place] = setup.key;
            let selected = if setup.key == pair[place].key { " selected" } else { "" };
            format!("<option value=\"{}~{}\"{selected}>{}</option>", keys[0], keys[1], setup.name)
        });
        let (hidden, count) = counts[place];
        let size = fill(words.cure_size, &[("units", &hidden.to_string()), ("count", &words::format::count(count))]);
        format!(
            "<label class=\"field\"><span>{label}</span><select data-key=\"cures\">{}</select> <small>{size}</small></label>",
            options.collect::<String>()
        )
    };
    let checked = if equal { " checked" } else { "" };
    // The first start of this cell and the other changes of the lanes are taken back with it.
    let second = &pair[1];
    let form = (second.form)(Form::default());
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
    let class = pair[1].cell.key();
    vec![
        format!(
            "<label class=\"field\"><span>{}</span><select data-key=\"cures\">{}{}</select></label>",
            words.cure_pairs,
            if is_pair { String::new() } else { format!("<option selected value=\"\">{}</option>", words.cure_own) },
            pairs.collect::<String>()
        ),
        choice,
        compare::reach(scene, class, traces),
        compare::states(scene, class, traces),
        compare::numbers(traces),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::State;

    #[test]
    fn pairs_name_setups_and_those_of_one_cell_differ_in_one_thing() {
        let setups = setups();
        for pair in PAIRS {
            let [a, b] = pair.map(|key| *setups.iter().find(|s| s.key == key).unwrap());
            let forms = [a, b].map(|s| (s.form)(Form::default()));
            let differences =
                [a.cell != b.cell, a.scheme != b.scheme, a.gain != b.gain, a.bias != b.bias, forms[0] != forms[1]];
            assert_eq!(differences.iter().filter(|d| **d).count(), 1, "{pair:?}");
        }
    }

    #[test]
    fn equal_parameters_are_nearly_equal() {
        for cell in CellKind::ALL {
            let h = equal_units(cell, 8, 12);
            let count = cell.blocks().len() * h * (8 + h + 2);
            assert!(count.abs_diff(1056) < 90, "{cell:?} with {h} units has {count}");
        }
        assert_eq!(equal_units(CellKind::Lstm, 8, 12), 12);
    }

    /// Looks at what an address holds.
    fn viewed<T>(fragment: &str, look: impl FnOnce(&Scene) -> T) -> T {
        let (state, _) = State::from_fragment(fragment);
        let sequence = state.settings.sequence(Library::shipped());
        let run = Run::new(&state.settings, &sequence);
        look(&Scene { quick: false, state: &state, sequence: &sequence, run: &run, absent: false })
    }

    /// With the page's own gain and bias the plain setups are the page's own lanes.
    #[test]
    fn a_plain_setup_is_the_lane() {
        viewed("bias=0&sequence=impulse&length=30", |scene| {
            for setup in setups().into_iter().filter(|s| ["rnn", "lstm", "gru"].contains(&s.key)) {
                assert_eq!(trace(scene, setup, false).reach(), scene.run.lane(setup.cell).reach);
            }
        });
    }

    /// A radius below 1, and still the gradient grows at first and vanishes only later.
    #[test]
    fn the_non_normal_preset_grows_and_then_vanishes() {
        let setup = *setups().iter().find(|s| s.key == "rnn-nonnormal").unwrap();
        let trace = viewed("sequence=impulse&length=200&units=16", |scene| trace(scene, setup, false));
        let chain = engine::chain::chain(trace.top(), 199);
        let largest = chain.log_norm.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        assert!(largest > 1.0 && chain.log_norm[0] < -1.0, "grows to e^{largest}, ends at e^{}", chain.log_norm[0]);
    }
}
