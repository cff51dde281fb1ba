//! The opened chain: what goes by its roads is what the engine says, and its places follow from that.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use engine::roads::step_shares;
use engine::trace::{CellKind, Form, Road};
use figures::{Arrival, Piece, Places, Way, arrivals, openings};
use model::lab::{Lane, Run};
use model::sequence::Library;
use model::settings::State;

fn run_of(address: &str) -> Run {
    let (State { settings, .. }, problems) = State::from_fragment(address);
    assert!(problems.is_empty(), "{problems:?}");
    Run::new(&settings, &settings.sequence(Library::shipped()))
}

/// The engine's own split of what the next cell hands back, times what of the error is left.
fn expected(lane: &Lane, t: usize) -> Arrival {
    let layer = lane.trace.top();
    let (mut straight, mut through) = (0.0, 0.0);
    for (road, share) in layer.cell().roads().iter().zip(step_shares(layer, t + 1)) {
        *(if *road == Road::Carry { &mut straight } else { &mut through }) += share * lane.reach[t];
    }
    Arrival { straight, through }
}

#[test]
fn what_goes_by_each_road_is_the_engines_split_of_the_gradient() {
    for address in [
        "",
        "bias=3",
        "bias=-2&gain=2",
        "closed=lstm.input,lstm.candidate,gru.new",
        "reset_before=yes&relu=yes&coupled=yes",
        "sequence=impulse&length=200&units=4",
    ] {
        let run = run_of(address);
        for cell in CellKind::ALL {
            let lane = run.lane(cell);
            let all = arrivals(&lane.trace);
            assert_eq!(all.len(), lane.trace.read);
            for (t, own) in all.iter().enumerate() {
                let right = expected(lane, t);
                let near = 1e-9 * lane.reach[t];
                assert!(
                    (own.straight - right.straight).abs() <= near && (own.through - right.through).abs() <= near,
                    "{address} {cell:?} {t}: {own:?}, not {right:?}"
                );
            }
        }
    }
}

#[test]
fn roads_that_are_closed_carry_nothing() {
    let run = run_of("closed=lstm.carry,gru.carry");
    for cell in [CellKind::Lstm, CellKind::Gru] {
        let trace = &run.lane(cell).trace;
        let form = trace.top().parameters.form;
        assert!(Way::Straight.is_closed(cell, form) && !Way::Through.is_closed(cell, form));
        let all = arrivals(trace);
        assert!(all.iter().all(|own| own.straight == 0.0 && own.through > 0.0), "{all:?}");
    }
    let shut = run_of("closed=rnn.recurrent,lstm.forget,lstm.input,lstm.candidate,lstm.output");
    for cell in [CellKind::Rnn, CellKind::Lstm] {
        let trace = &shut.lane(cell).trace;
        assert!(Way::Through.is_closed(cell, trace.top().parameters.form));
        assert!(arrivals(trace).iter().all(|own| own.through.abs() < 1e-15));
    }
    // One of several roads through the weights leaves the others.
    let one = run_of("closed=lstm.input").lane(CellKind::Lstm).trace.top().parameters.form;
    assert!(!Way::Through.is_closed(CellKind::Lstm, one));
    assert!(!Way::Straight.is_closed(CellKind::Rnn, Form::default()) || Way::of(CellKind::Rnn) == [Way::Through]);
}

#[test]
fn the_valve_is_as_open_as_its_gate_is_on_average() {
    let run = run_of("bias=1");
    for (cell, gate) in
        [(CellKind::Lstm, engine::trace::Quantity::Forget), (CellKind::Gru, engine::trace::Quantity::Update)]
    {
        let layer = run.lane(cell).trace.top();
        let all = openings(layer);
        assert_eq!(all.len(), layer.steps());
        for (t, opening) in all.iter().enumerate() {
            let values = layer.value(gate, t);
            let (low, high) = values.iter().fold((1.0_f64, 0.0_f64), |(low, high), x| (low.min(*x), high.max(*x)));
            assert!(low <= *opening && *opening <= high);
            let sum: f64 = values.iter().map(|x| x - opening).sum();
            assert!(sum.abs() < 1e-12, "what is above the mean and below it makes nothing: {sum}");
        }
    }
    assert!(openings(run.lane(CellKind::Rnn).trace.top()).is_empty());
}

const WIDE: Places = Places { cell: CellKind::Lstm, steps: 13, width: 832.0, scale: 1.0 };

fn whole(pieces: &[Piece], way: Way) -> Vec<Piece> {
    let mut own: Vec<Piece> = pieces.iter().copied().filter(|piece| piece.way == way).collect();
    own.sort_by(|a, b| a.from.total_cmp(&b.from));
    own
}

#[test]
fn cells_stand_in_the_middle_of_their_columns_and_leave_room_between_them() {
    // A column is 64 wide.
    assert!((WIDE.middle(0) - 32.0).abs() < 1e-9 && (WIDE.middle(12) - 800.0).abs() < 1e-9);
    let (first, second) = (WIDE.frame(0), WIDE.frame(1));
    assert!((first.x + first.width / 2.0 - 32.0).abs() < 1e-9);
    let (from, to) = WIDE.wire(1);
    assert!((from - (first.x + first.width)).abs() < 1e-9 && (to - second.x).abs() < 1e-9 && to - from > 12.0);
    assert!(first.y >= 0.0 && first.y + first.height <= WIDE.height());
    // Neither road leaves the cell, nor touches the other.
    let (top, foot) = (WIDE.road(Way::Straight), WIDE.road(Way::Through));
    assert!(top - WIDE.half() >= first.y && top + WIDE.half() < foot - WIDE.half());
    assert!(foot + WIDE.half() < WIDE.foot() && WIDE.foot() < first.y + first.height);
}

#[test]
fn a_road_is_as_wide_as_what_it_carries_and_changes_in_the_cells_alone() {
    let all = [Arrival { straight: 1e-3, through: -1e-4 }, Arrival { straight: 0.1, through: 1e-6 }];
    let places = Places { steps: 4, width: 256.0, ..WIDE };
    let pieces = places.pieces(&all);
    let straight = whole(&pieces, Way::Straight);
    // The first cell, a wire, the second cell, a wire, and half of the cell of the loss.
    assert_eq!(straight.len(), 5);
    assert!(
        straight.windows(2).all(|pair| (pair[0].to - pair[1].from).abs() < 1e-9 && pair[0].later == pair[1].earlier)
    );
    assert!((straight[0].from - places.middle(0)).abs() < 1e-9 && (straight[4].to - places.middle(2)).abs() < 1e-9);
    // Three of six decades down are half the width, one is five sixths; strength is the square.
    let (half, wire) = (places.half(), |n: usize| (straight[n].earlier, straight[n].later));
    assert!((wire(1).0 - half / 2.0).abs() < 1e-9 && wire(1).0 == wire(1).1);
    assert!((wire(3).0 - half * 5.0 / 6.0).abs() < 1e-9 && wire(3).0 == wire(3).1);
    assert!((straight[1].strength - 0.25).abs() < 1e-9);
    assert_eq!(wire(2), (wire(1).1, wire(3).0));
    // What works against the rest is as wide as it is large, and says so; a millionth is the paper.
    let through = whole(&pieces, Way::Through);
    assert!(through[1].is_against && !through[3].is_against && !straight[1].is_against);
    assert!((through[1].earlier - half / 3.0).abs() < 1e-9 && through[3].earlier.abs() < 1e-9);
    // All of the error enters by h at the loss.
    let loss = through.last().unwrap();
    assert_eq!((loss.earlier, loss.later, loss.strength), (half, half, 1.0));
    assert!((loss.from - places.middle(2)).abs() < 1e-9);
}

#[test]
fn a_valve_closes_from_both_sides() {
    let (half, y) = (WIDE.half(), WIDE.road(Way::Straight));
    let gap = |opening: f64| {
        let [upper, lower] = WIDE.jaws(3, opening);
        assert!((upper.y - (y - half)).abs() < 1e-9 && (lower.y + lower.height - (y + half)).abs() < 1e-9);
        assert!((upper.x + upper.width / 2.0 - WIDE.middle(3)).abs() < 1e-9);
        lower.y - (upper.y + upper.height)
    };
    for opening in [0.0, 0.25, 0.72, 1.0] {
        assert!((gap(opening) - 2.0 * half * opening).abs() < 1e-9);
    }
    assert!((gap(f64::NAN) - 2.0 * half).abs() < 1e-9);
}

#[test]
fn five_hundred_steps_are_a_line_in_which_each_has_its_part() {
    let places = Places { steps: 500, ..WIDE };
    assert!(!places.has_cells() && !places.is_written());
    let all: Vec<Arrival> = (0..499).map(|t| Arrival { straight: 0.5, through: 10_f64.powi(-(t % 7)) }).collect();
    let pieces = places.pieces(&all);
    for way in [Way::Straight, Way::Through] {
        let own = whole(&pieces, way);
        assert_eq!(own.len(), 499);
        assert!(own.windows(2).all(|pair| (pair[0].to - pair[1].from).abs() < 1e-9));
        assert!((own[0].from - places.middle(0)).abs() < 1e-9 && (own[498].to - places.middle(499)).abs() < 1e-9);
    }
    for (t, piece) in whole(&pieces, Way::Through).iter().enumerate() {
        let sixths = 6.0 - (t % 7) as f64;
        assert!((piece.earlier - places.half() * sixths / 6.0).abs() < 1e-9 && piece.earlier == piece.later);
    }
    // A cell has room from 14 pixels on.
    assert!(Places { steps: 59, ..WIDE }.has_cells() && !Places { steps: 60, ..WIDE }.has_cells());
}

#[test]
fn a_barrier_stands_before_the_loss() {
    let x = WIDE.barrier(12);
    let (before, at) = (WIDE.frame(11), WIDE.frame(12));
    assert!(before.x + before.width < x && x < at.x);
}
