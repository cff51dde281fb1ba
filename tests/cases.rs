//! What people reported or asked of such networks, each as one small input at the address of the page and one right value, which
//! independent code worked out in float64.

use engine::trace::{CellKind, Quantity};
use learn::task::Sets;
use learn::training::{Session, Setup};
use model::lab::Run;
use model::sequence::Library;
use model::settings::State;

fn run(fragment: &str) -> Run {
    let (state, problems) = State::from_fragment(fragment);
    assert!(problems.is_empty(), "{fragment}: {problems:?}");
    Run::new(&state.settings, &state.settings.sequence(Library::shipped()))
}

/// The address of a network of one unit: for each block the weight of the input, that of the state, and both biases.
fn one_unit(cell: CellKind, blocks: &[[f64; 4]], rest: &str) -> String {
    let key = cell.key();
    let edits: Vec<String> = (blocks.iter().enumerate())
        .flat_map(|(block, numbers)| {
            let names = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];
            names.into_iter().zip(*numbers).map(move |(name, number)| format!("{key}.{name}.{block}.0={number}"))
        })
        .collect();
    format!("units=1&edits={}&{rest}", edits.join(";"))
}

/// A quantity of unit 1 at each step.
fn values(run: &Run, cell: CellKind, quantity: Quantity) -> Vec<f64> {
    let lane = run.lane(cell);
    (0..lane.trace.steps()).map(|t| lane.trace.top().value(quantity, t)[0]).collect()
}

fn assert_near(what: &str, ours: &[f64], right: &[f64]) {
    assert_eq!(ours.len(), right.len(), "{what}");
    for (t, (own, right)) in ours.iter().zip(right).enumerate() {
        // The right values have ten digits.
        assert!((own - right).abs() <= 1e-9 * right.abs() + 6e-11, "{what}, step {}: {own} is not {right}", t + 1);
    }
}

const IMPULSE: &str = "sequence=impulse&length=5";
const NONE: [f64; 4] = [0.0; 4];

#[test]
fn the_update_gate_keeps_the_old_state() {
    let run = run(&one_unit(CellKind::Gru, &[NONE, [0.0, 0.0, 2.0, 0.0], [0.0, 0.0, 1.0, 0.0]], IMPULSE));
    let right = [0.0907842488, 0.1707467498, 0.2411774871, 0.3032126747, 0.3578530867];
    assert_near("h", &values(&run, CellKind::Gru, Quantity::Hidden), &right);
    assert_near("z", &values(&run, CellKind::Gru, Quantity::Update), &[0.8807970779778823; 5]);
}

#[test]
fn the_candidates_recurrent_bias_counts_from_the_first_step() {
    let run = run(&one_unit(CellKind::Gru, &[NONE, NONE, [0.0, 0.0, 0.0, 1.0]], IMPULSE));
    let right = [0.2310585786, 0.3465878679, 0.4043525126, 0.4332348349, 0.4476759961];
    assert_near("h", &values(&run, CellKind::Gru, Quantity::Hidden), &right);
}

#[test]
fn the_reset_stands_after_or_before_the_product() {
    let blocks = |bias: f64| [[0.5, 0.75, 0.1, -0.4], [-0.25, 0.5, -0.2, 0.2], [1.0, -1.5, 0.3, bias]];
    let hidden = |bias: f64, rest: &str| {
        let run = run(&one_unit(CellKind::Gru, &blocks(bias), &format!("{IMPULSE}{rest}")));
        values(&run, CellKind::Gru, Quantity::Hidden)
    };
    let after = [0.5285646632, 0.4270117583, 0.3984919178, 0.3905546835, 0.3883505501];
    assert_near("after", &hidden(0.8, ""), &after);
    let before = [0.5455652740, 0.5621779668, 0.5670580961, 0.5684886405, 0.5689077190];
    assert_near("before", &hidden(0.8, "&reset_before=yes"), &before);
    // Of one unit and without that bias both are the same.
    let (one, other) = (hidden(0.0, ""), hidden(0.0, "&reset_before=yes"));
    assert!(one.iter().zip(&other).all(|(a, b)| (a - b).abs() <= 4.0 * f64::EPSILON * a.abs()), "{one:?} {other:?}");
}

#[test]
fn parameters_are_counted_with_both_biases() {
    let counts = |run: &Run| CellKind::ALL.map(|cell| run.lane(cell).trace.top().parameters.count());
    assert_eq!(counts(&run("sequence=impulse&length=5&units=1")), [4, 16, 12]);
    let rows = "1,2,3,4;5,6,7,8;9,1,2,3;4,5,6,7;8,9,1,2;3,4,5,6";
    assert_eq!(counts(&run(&format!("sequence=csv&numbers={rows}&units=5"))), [55, 220, 165]);
    let state = State::from_fragment("view=train&task=adding&t_units=16").0;
    let setup = Setup::new(&state.settings, &Sets::default()).0;
    assert_eq!(CellKind::ALL.map(|cell| setup.count(cell, setup.units_of(cell))), [337, 1297, 977]);
}

#[test]
fn a_forget_bias_in_both_biases_counts_twice_and_the_pages_own_once() {
    let forget = [0.0, 0.0, 1.0, 1.0];
    let run_of = |forget: [f64; 4]| run(&one_unit(CellKind::Lstm, &[NONE, forget, NONE, NONE], IMPULSE));
    let gate = |run: &Run| values(run, CellKind::Lstm, Quantity::Forget);
    assert_near("both", &gate(&run_of(forget)), &[0.8807970779778823; 5]);
    assert_near("one", &gate(&run_of([0.0, 0.0, 1.0, 0.0])), &[0.7310585786300049; 5]);
}

#[test]
fn the_slope_of_tanh_is_one_minus_the_square() {
    let run = run(&one_unit(CellKind::Rnn, &[[1.0, 1.5, -0.2, 0.0]], "sequence=impulse&length=6"));
    let right = [0.6640367703, 0.6618256038, 0.6599575402, 0.6583729544, 0.6570242375, 0.6558729563];
    assert_near("h", &values(&run, CellKind::Rnn, Quantity::Hidden), &right);
    let left = [0.4419622265, 0.5242853525, 0.6192219418, 0.7286527802, 0.8547459978, 1.0];
    assert_near("left", &run.lane(CellKind::Rnn).reach, &left);
}

#[test]
fn the_blocks_of_an_lstm_are_input_forget_candidate_output() {
    let bias = |own: f64| [0.0, 0.0, own, 0.0];
    let run = run(&one_unit(CellKind::Lstm, &[bias(4.0), bias(1.0), bias(0.5), bias(-2.0)], IMPULSE));
    let first = |quantity: Quantity| values(&run, CellKind::Lstm, quantity)[..1].to_vec();
    for (quantity, right) in [
        (Quantity::Input, 0.9820137900),
        (Quantity::Forget, 0.7310585786),
        (Quantity::Candidate, 0.4621171573),
        (Quantity::Output, 0.1192029220),
        (Quantity::Cell, 0.4538054210),
        (Quantity::Hidden, 0.0506638687),
    ] {
        assert_near(quantity.key(), &first(quantity), &[right]);
    }
}

#[test]
fn padding_changes_the_last_state() {
    let blocks = [[1.0, 0.5, 0.0, 0.0], [-0.5, 0.25, 1.0, 0.0], [2.0, -1.0, 0.0, 0.0], [0.5, 0.75, 0.5, 0.0]];
    let of = |rest: &str| {
        let numbers = "sequence=csv&numbers=1;2;-1;0;0;0&normalised=no";
        run(&one_unit(CellKind::Lstm, &blocks, &format!("{numbers}{rest}")))
    };
    let right = [0.4440309788, 0.7366969454, 0.3951605179, 0.2260160916, 0.0889304293];
    assert_near("h", &values(&of(""), CellKind::Lstm, Quantity::Hidden), &right);
    let left = [0.0668466392, 0.1355110830, 0.2686879197, 0.5734933261, 1.0];
    assert_near("to the end", &of("").lane(CellKind::Lstm).reach, &left);
    let left = [0.1860750605, 0.3371597308, 1.0, 0.0, 0.0];
    assert_near("to step 3", &of("&read=3").lane(CellKind::Lstm).reach, &left);
}

/// The losses that constant answers score: that of a sum of two numbers between 0 and 1, and of blanks before any symbol.
#[test]
fn baselines_are_those_of_the_tasks() {
    let guesses = |fragment: &str| -> Vec<f64> {
        let state = State::from_fragment(fragment).0;
        let setup = Setup::new(&state.settings, &Sets::default()).0;
        (setup.task().baselines)(&setup.level).iter().map(|own| own.loss).collect()
    };
    assert_near("adding", &guesses("view=train&task=adding&t_knob=400"), &[2.0 / 12.0]);
    assert_near("copy 50", &guesses("view=train&task=copy&t_knob=50")[..1], &[0.2970630774]);
    assert_near("copy 200", &guesses("view=train&task=copy&t_knob=200")[..1], &[0.0945200701]);
}

/// At rate 0 the loss stays as it started, and is a mean over steps: the same at both lengths, not twenty times as high.
#[test]
fn at_rate_zero_the_loss_is_that_of_a_guess_at_any_length() {
    for length in [10, 200] {
        let fragment = format!("view=train&task=parity&t_knob={length}&t_rate=0&t_units=8&t_batch=8");
        let setup = Setup::new(&State::from_fragment(&fragment).0.settings, &Sets::default()).0;
        let mut session = Session::new(setup, CellKind::Gru);
        let losses: Vec<f64> = (0..3).map(|_| (session.advance(), session.recent().0).1).collect();
        assert!(losses.iter().all(|loss| (0.6..0.9).contains(loss)), "{length}: {losses:?}");
    }
}

#[test]
fn an_identity_start_with_relu_is_exact() {
    let of = |input: f64, recurrent: f64, rest: &str| {
        run(&one_unit(CellKind::Rnn, &[[input, recurrent, 0.0, 0.0]], &format!("sequence=impulse&{rest}")))
    };
    let hidden = |run: &Run| values(run, CellKind::Rnn, Quantity::Hidden);
    let one = of(1.0, 1.0, "length=500&relu=yes");
    assert!(hidden(&one).iter().chain(&one.lane(CellKind::Rnn).reach).all(|own| *own == 1.0));
    let more = of(1.0, 1.01, "length=500&relu=yes");
    assert_near("1.01", &[more.lane(CellKind::Rnn).reach[0], hidden(&more)[499]], &[143.3393786461; 2]);
    let less = of(1.0, 0.99, "length=500&relu=yes");
    assert_near("0.99", &less.lane(CellKind::Rnn).reach[..1], &[0.0066368516]);
    let dead = of(-1.0, 1.0, "length=500&relu=yes");
    let reach = &dead.lane(CellKind::Rnn).reach;
    assert!(hidden(&dead).iter().chain(&reach[..499]).all(|own| *own == 0.0) && reach[499] == 1.0);
    let tanh = of(1.0, 1.0, "length=100");
    assert_near("tanh", &[hidden(&tanh)[99], tanh.lane(CellKind::Rnn).reach[0]], &[0.1211824417, 0.0037907175]);
}

/// A state that grows by ten a step leaves f64 at step 310; the other cells are untouched.
#[test]
fn beyond_the_largest_number_nothing_else_breaks() {
    let fragment = one_unit(CellKind::Rnn, &[[1.0, 10.0, 0.0, 0.0]], "sequence=impulse&length=500&relu=yes");
    let run = run(&fragment);
    let hidden = values(&run, CellKind::Rnn, Quantity::Hidden);
    let last = hidden.iter().rposition(|own| own.is_finite());
    assert_eq!(last, Some(308), "step 309 is the last");
    assert!((hidden[308] / 1e308 - 1.0).abs() < 1e-12, "{}", hidden[308]);
    for cell in [CellKind::Lstm, CellKind::Gru] {
        assert!(values(&run, cell, Quantity::Hidden).iter().all(|own| own.is_finite()));
    }
}

/// The address goes round no limit: the parts are named, and a network that is too large is not begun.
#[test]
fn limits_hold_for_the_address() {
    let (state, problems) = State::from_fragment("sequence=impulse&units=900&length=100000&gain=1e9&seed=-1");
    assert_eq!(problems.len(), 4, "{problems:?}");
    let settings = &state.settings;
    assert_eq!((settings.units, settings.steps(), settings.gain, settings.seed), (12, 100, 1.0, 1));
    let large = State::from_fragment("view=train&task=adding&t_knob=400&t_units=512&t_layers=4&t_batch=1024").0;
    let setup = Setup::new(&large.settings, &Sets::default()).0;
    assert_eq!(setup.bytes(CellKind::Lstm), 27_200_151_600.0);
}
