//! The engine as the page runs it, in WebAssembly in a browser: it agrees with PyTorch as it does
//! natively, and what the address holds is read back as it was written.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

mod fixture;

use engine::trace::{CellKind, Pass, Quantity, Series};
use engine::{Readout, run};
use fixture::Fixture;
use js_sys::Array;
use model::lab::{Run, inputs};
use model::playback::Playhead;
use model::sequence::Library;
use model::sequence::{Dataset, Row};
use model::settings::{Part, Settings, Source, State};
use port::{Answer, Request, RunHead, Settled, numbers_of, opened, sealed, write_numbers};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Of the largest number of the tensor at that step.
const TOLERANCE: f64 = 1e-12;

fn assert_close(what: &str, ours: &[f64], torch: &[f64]) {
    assert_eq!(ours.len(), torch.len(), "{what}: shape");
    let scale = torch.iter().fold(0.0_f64, |most, b| most.max(b.abs()));
    let worst = ours.iter().zip(torch).fold(0.0_f64, |most, (a, b)| most.max((a - b).abs()));
    assert!(worst <= TOLERANCE * scale, "{what}: differs by {worst:e} where the largest is {scale:e}");
}

fn assert_series(what: &str, ours: &Series, torch: &Series) {
    assert_eq!(ours.steps(), torch.steps(), "{what}: steps");
    for t in 0..ours.steps() {
        assert_close(&format!("{what} at step {}", t + 1), ours.at(t), torch.at(t));
    }
}

/// Every state, gate and gradient of the three cells, and how much of the gradient is left.
fn assert_agrees(bytes: &[u8]) {
    let torch = Fixture::parse(bytes);
    for cell in CellKind::ALL {
        let readout = Readout { weights: torch.vector("v"), read: torch.read(), targets: torch.targets() };
        let trace = run(torch.parameters(cell, ""), torch.series("x"), readout);
        let what = |name: &str| format!("{}, {name}", cell.key());
        for &quantity in cell.quantities() {
            let (name, channel) = (quantity.key(), trace.top().channel(quantity));
            let of_torch = |name: &str| torch.series(&format!("{}/{name}", cell.key()));
            assert_series(&what(name), &channel.value, &of_torch(name));
            assert_series(&what(&format!("d_{name}")), &channel.gradient, &of_torch(&format!("d_{name}")));
        }
        let lambda = torch.vector(&format!("{}/lambda_norm", cell.key()));
        for (t, (ours, lambda_t)) in trace.reach().iter().zip(&lambda).enumerate() {
            assert_close(&what(&format!("reach at step {}", t + 1)), &[*ours], &[lambda_t / lambda[torch.read()]]);
        }
    }
}

#[wasm_bindgen_test]
fn a_small_case_agrees_with_pytorch() {
    assert_agrees(include_bytes!("fixtures/small.safetensors"));
}

#[wasm_bindgen_test]
fn the_lab_agrees_with_pytorch() {
    assert_agrees(include_bytes!("fixtures/lab.safetensors"));
}

#[wasm_bindgen_test]
fn two_hundred_steps_agree_with_pytorch() {
    assert_agrees(include_bytes!("fixtures/long_default.safetensors"));
}

#[wasm_bindgen_test]
fn the_labs_inputs_are_drawn_as_everywhere() {
    let (torch, settings) = (Fixture::parse(include_bytes!("fixtures/lab.safetensors")), Settings::default());
    assert_eq!(inputs(settings.seed, &settings.sequence(Library::shipped()).input), torch.series("x"));
    let run = Run::new(&settings, &settings.sequence(Library::shipped()));
    for cell in CellKind::ALL {
        assert_eq!(run.lane(cell).trace.top().parameters, torch.parameters(cell, ""));
    }
}

/// What is sent with the numbers of a run that reads no example.
fn head_of(of: Settled, series: Option<Vec<Row>>, absent: bool) -> Box<RunHead> {
    Box::new(RunHead { of, elapsed: 1.5, series, absent, example: None, answers: None, lack: None })
}

#[wasm_bindgen_test]
fn a_run_comes_back_from_the_worker_as_it_was() {
    let start = Settings { units: 5, ..Settings::default() };
    let dragged = Settings { gain: 2.5, bias: 0.35, ..start.clone() };
    assert!(dragged.differs_by_drag(&start));
    let (mut run, expected) = (
        Run::new(&start, &start.sequence(Library::shipped())),
        Run::new(&dragged, &start.sequence(Library::shipped())),
    );
    let numbers = numbers_of(&expected, None);
    let of = || Settled(State::of(dragged.clone()));
    let head = head_of(of(), None, false);
    let (message, transfer) = sealed(7, &Answer::Run(head), Some(&numbers));
    assert_eq!(transfer.length(), 2, "bytes and numbers change hands");
    let (number, answer, numbers) = opened::<Answer>(&message).unwrap();
    assert_eq!(answer, Answer::Run(head_of(of(), None, false)));
    assert_eq!(number, 7);
    let numbers = numbers.dyn_into().unwrap();
    assert!(write_numbers(&numbers, &mut run));
    assert_eq!(run, expected);

    let other = Settings { units: 6, ..start };
    let mut other = Run::new(&other, &other.sequence(Library::shipped()));
    assert!(!write_numbers(&numbers, &mut other), "a run of another shape is not written to");
}

#[wasm_bindgen_test]
fn what_is_said_comes_back_as_it_was_and_nothing_else_is_heard() {
    let state = State::from_fragment("gain=2.5&picture=chain&t_rate=fast").0;
    let picture = Request::Picture(Settled(state.clone()));
    let (message, _) = sealed(3, &picture, None);
    let Some((3, Request::Picture(Settled(back)), beside)) = opened(&message) else {
        panic!("it comes back as it was")
    };
    assert_eq!(back, state);
    assert!(beside.is_undefined());
    assert!(opened::<Answer>(&message).is_none(), "a request is no answer");
    let held = Answer::Hold("own-text".into(), "it keeps <nothing>".into());
    let (message, _) = sealed(9, &held, None);
    assert!(matches!(opened::<Answer>(&message), Some((9, back, _)) if back == held));
    assert!(opened::<Request>(&message).is_none(), "an answer is no request");
    assert!(opened::<Request>(&"gain=2.5".into()).is_none());
    assert!(opened::<Answer>(&Array::of1(&1.into())).is_none());
    for dataset in Dataset::ALL {
        let series = Some(Library::shipped().rows(dataset).to_vec());
        let head = head_of(Settled(state.clone()), series.clone(), true);
        let (message, _) = sealed(1, &Answer::Run(head), None);
        assert!(matches!(opened(&message), Some((1, Answer::Run(head), _)) if head.series == series && head.absent));
    }
}

fn assert_comes_back(state: &State) {
    let fragment = state.to_fragment();
    assert_eq!(State::from_fragment(&fragment), (state.clone(), vec![]), "{fragment}");
}

#[wasm_bindgen_test]
fn an_address_comes_back_as_it_was_written() {
    assert_comes_back(&State::default());
    let settings = Settings { gain: 1.3, bias: -0.45, units: 33, seed: 77, ..Settings::default() };
    let mut state = State::of(settings.with_source(Source::Impulse));
    assert_comes_back(&state);
    state.settings.read = Some(61);
    state.playhead = Playhead { pass: Pass::Backward, step: 40 };
    state.focus.cell = CellKind::Gru;
    state.focus.part = Part::Gate(Quantity::Update);
    state.focus.pass = Pass::Backward;
    assert_comes_back(&state);
}
