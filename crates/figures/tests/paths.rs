//! Paths in a plane, drawn and read back: a mark goes through the axes as they are drawn, by their labels, and must come to the
//! number that the table behind the figure says.

// In tests a panic is the report.
#![allow(clippy::expect_used)]

use engine::fork::{Branch, fold_bias, rest, turn};
use engine::pair::{End, Pair, Plane};
use engine::trace::CellKind;
use engine::unit::{attractor, descend, error, latch as latched};
use figures::charts::{
    Distance, ForkOf, HoldsOf, RestOf, Rested, RuledOf, SpreadOf, UnitsOf, cliff, halflives, latch, rests, slopes,
    spread, units,
};
use figures::{Drawn, Mark, Palette, Paths, Rgb, Text, record};
use model::keys::{CLIFF_B, CLIFF_W, Key};

const SIZE: (f64, f64) = (440.0, 320.0);
const PAPER: Rgb = Rgb(250, 250, 250);
const INK: Rgb = Rgb(1, 1, 1);
const RNN: Rgb = Rgb(200, 0, 0);

fn palette() -> Palette {
    Palette { paper: PAPER, ink: INK, ink_soft: Rgb(90, 90, 90), cells: [RNN, RNN, RNN], ..Palette::default() }
}

fn drawn(paths: &Paths, size: (f64, f64), looked: Option<usize>) -> Vec<Drawn> {
    record(size, |drawing| paths.draw(drawing, true, looked, &palette())).expect("a record takes every mark")
}

/// The texts, without the edges round them.
fn texts(all: &[Drawn]) -> Vec<&Text> {
    let own = all.iter().filter(|drawn| drawn.color != PAPER);
    own.filter_map(|drawn| if let Mark::Text(text) = &drawn.mark { Some(text) } else { None }).collect()
}

/// The middles of dots of a colour and a radius, in the order in which they were drawn.
fn dots(all: &[Drawn], color: Rgb, radius: f64) -> Vec<(f64, f64)> {
    let own = all.iter().filter(|drawn| drawn.color == color);
    own.filter_map(|drawn| match drawn.mark {
        Mark::Dot(at, own) if (own - radius).abs() < 0.1 => Some(at),
        _ => None,
    })
    .collect()
}

fn number(text: &str) -> f64 {
    text.replace('−', "-").parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

/// Where two labels of each axis stand, and their numbers: those under the plane from left to right, those beside it from the
/// top.
fn by_labels(all: &[Drawn]) -> impl Fn((f64, f64)) -> (f64, f64) {
    let labels: Vec<&Text> = texts(all).into_iter().filter(|text| text.size == 12.0).collect();
    let low = labels.iter().map(|text| text.at.1).fold(0.0, f64::max);
    let (under, beside): (Vec<&Text>, Vec<&Text>) = labels.into_iter().partition(|text| text.at.1 == low);
    let across: Vec<(f64, f64)> = under.iter().map(|text| (number(&text.text), text.at.0 + text.width / 2.0)).collect();
    let down: Vec<(f64, f64)> = beside.iter().map(|text| (number(&text.text), text.at.1 - 0.36 * 12.0)).collect();
    let line = |points: Vec<(f64, f64)>| {
        let ((a, from), (b, to)) = (points[0], points[points.len() - 1]);
        move |x: f64| from + (x - a) / (b - a) * (to - from)
    };
    let (x, y) = (line(across), line(down));
    move |(a, b)| (x(a), y(b))
}

fn assert_near(mark: (f64, f64), number: (f64, f64), what: &str) {
    let off = (mark.0 - number.0).abs().max((mark.1 - number.1).abs());
    assert!(off <= 0.5, "{what}: drawn at {mark:?}, the numbers belong at {number:?}");
}

fn descended(clip: Option<f64>) -> Vec<[f64; 3]> {
    let points = descend([5.6, -2.35], 1.0, clip, 40).into_iter();
    points.map(|[w, b]| [w, b, error(w, b).0]).collect()
}

/// The error at the middles of 8 × 8 fields, as it is worked out there.
fn fields() -> Vec<f64> {
    let at = |place: usize, (low, high): (f64, f64)| low + (place as f64 + 0.5) / 8.0 * (high - low);
    (0..64).map(|i| error(at(i % 8, CLIFF_W), at(7 - i / 8, CLIFF_B)).0).collect()
}

fn of_the_cliff() -> Paths {
    cliff(&fields(), 8, &descended(None), &descended(Some(0.05)))
}

fn of_the_latch() -> Paths {
    latch(1.5, &latched(1.5, 0.1, 12), attractor(1.5))
}

/// A state at rest of a branch, at w and b, along an axis.
fn rested(branch: Branch, along: Key, at: f64, other: f64) -> Option<Rested> {
    let (w, b) = if along == Key::ForkW { (at, other) } else { (other, at) };
    rest(branch, w, b).map(|h| [at, h, w * (1.0 - h * h)])
}

/// A unit at rest, from places of the axis; its state has come there from a first place, or jumped.
fn of_the_fork<T>(along: Key, at: f64, other: f64, jump: Option<Rested>, make: impl Fn(&ForkOf) -> T) -> T {
    let (low, high) = along.range();
    let curve = |branch: Branch| -> Vec<Rested> {
        let places = (0..=40).map(|n| low + (high - low) * f64::from(n) / 40.0);
        places.filter_map(|at| rested(branch, along, at, other)).collect()
    };
    let curves = [Branch::Upper, Branch::Middle, Branch::Lower].map(curve);
    let side = if jump.is_some() { Branch::Lower } else { Branch::Upper };
    let now = rested(side, along, at, other).expect("there is a state");
    let trail: Vec<Rested> =
        jump.iter().flat_map(|[at, from, to]| [[*at, *from, 1.0], [*at, *to, 0.1]]).chain([now]).collect();
    let stable: Vec<f64> =
        [Branch::Upper, Branch::Lower].iter().filter_map(|b| rested(*b, along, at, other)).map(|r| r[1]).collect();
    let (w, b) = if along == Key::ForkW { (at, other) } else { (other, at) };
    make(&ForkOf {
        along,
        w,
        b,
        curves: curves.each_ref().map(Vec::as_slice),
        stable: &stable,
        trail: &trail,
        stops: &(0..trail.len()).collect::<Vec<_>>(),
        jump,
    })
}

#[test]
fn every_branch_stands_where_its_states_are_and_the_unstable_one_is_dashed() {
    for (along, at, other) in [(Key::ForkW, 1.5, 0.1), (Key::ForkB, 0.2, 2.0)] {
        let paths = of_the_fork(along, at, other, None, rests);
        let all = drawn(&paths, SIZE, None);
        let place = by_labels(&all);
        let h = rested(Branch::Upper, along, at, other).expect("it is there")[1];
        let dots = dots(&all, INK, 4.5);
        assert_near(dots[0], place((at, h)), "the state that was dragged");
        let solid: Vec<&Vec<(f64, f64)>> = (all.iter().filter(|d| d.color == RNN))
            .filter_map(|d| {
                if let Mark::Path(points, width) = &d.mark {
                    ((*width - 2.2).abs() < 0.1).then_some(points)
                } else {
                    None
                }
            })
            .collect();
        assert_eq!(solid.len(), 2, "two stable branches");
        let upper = paths.guides[1].points.iter().zip(solid[0]);
        upper.for_each(|(numbers, mark)| assert_near(*mark, place(*numbers), "an upper state"));
        assert!(all.iter().filter(|d| d.color == RNN).count() > 6, "and dashes");
        let named: Vec<&str> =
            texts(&all).iter().map(|text| &*text.text).filter(|text| text.ends_with("table")).collect();
        assert_eq!(named, ["unstable", "stable", "stable"]);
    }
}

/// Half-lives of two cells of three units, before and after.
const HALVES: [[f64; 3]; 4] = [[1.0, 0.9, 1.1], [2.0, 40.0, 21.0], [1.0, 1.2, 0.8], [20.0, 0.5, 3.0]];

fn of_halves(is_trained: bool) -> Paths {
    let rows = [(CellKind::Lstm, "bias 0"), (CellKind::Lstm, "now"), (CellKind::Gru, "bias 0"), (CellKind::Gru, "now")];
    let rows: Vec<RuledOf> =
        rows.into_iter().zip(&HALVES).map(|((cell, name), steps)| RuledOf { cell, name, steps }).collect();
    halflives(&rows, Distance { steps: 20, word: "friend" }, is_trained)
}

#[test]
fn a_unit_has_a_mark_at_its_half_life_in_the_row_of_its_network() {
    let paths = of_halves(false);
    let all = drawn(&paths, SIZE, None);
    let x = |name: &str| texts(&all).iter().find(|text| text.text == name).map(|text| text.at.0 + text.width / 2.0);
    let (one, hundred) = (x("1").expect("a label"), x("100").expect("a label"));
    let rows: Vec<f64> = ["LSTM, bias 0", "LSTM, now", "GRU, bias 0", "GRU, now"]
        .map(|name| texts(&all).iter().find(|text| text.text == name).expect("a row").at.1 - 0.36 * 12.0)
        .to_vec();
    assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "the first is at the top");
    let marks = dots(&all, RNN, 2.4);
    assert_eq!(marks.len(), 12);
    for (n, (mark, steps)) in marks.iter().zip(HALVES.iter().flatten()).enumerate() {
        assert!((mark.0 - (one + steps.log10() / 2.0 * (hundred - one))).abs() < 0.6, "{steps}: {mark:?}");
        assert!((mark.1 - rows[n / 3]).abs() < (rows[1] - rows[0]) / 2.0, "within its row");
    }
    assert_eq!(paths.reading(1).values[1].text, "40.0");
    assert_eq!(paths.table().rows.len(), 3);
}

#[test]
fn units_that_keep_half_over_the_way_are_counted() {
    let said = "3 units of the LSTM and 1 of the GRU keep at least half of what they hold on the 20\u{a0}steps from “friend” to the loss";
    let said = said.replace("3 units", "2 of 3\u{a0}units");
    assert_eq!(of_halves(false).headline, format!("Now {said}; the longest half-life is 40 steps"));
    assert_eq!(of_halves(true).headline, format!("After training, {said}; before training, with bias +1, 2 and 1 did"));
}

#[test]
fn what_a_unit_at_rest_shows_is_said() {
    let said =
        |along, at, other, jump| of_the_fork(along, at, other, jump, |of| [rests(of).headline, slopes(of).headline]);
    let [states, slope] = said(Key::ForkW, 1.5, 0.0, None);
    assert_eq!(states, "With w = 1.5 and b = 0 two states are stable, −0.86 and 0.86; h rests at 0.86");
    assert_eq!(
        slope,
        "At every stable state the slope is below 1; it is 1 only at w = 1.0, where a stable and an unstable state meet"
    );
    let [states, slope] = said(Key::ForkB, 0.5, 0.8, None);
    assert_eq!(states, "With w = 0.8 and b = 0.5 one state is stable: h rests at 0.82");
    assert_eq!(slope, "At every stable state the slope is below 1: at most 0.80, at b = 0");
    let (fold, h) = (fold_bias(2.0), turn(2.0));
    let [states, _] = said(Key::ForkB, -0.7, 2.0, Some([-fold, h, -0.96]));
    assert_eq!(states, "At b = −0.53 the curve ended: h jumped from 0.71 to −0.96, and now rests at −0.99");
}

#[test]
fn every_stop_stands_where_its_numbers_say() {
    let paths = of_the_cliff();
    let all = drawn(&paths, SIZE, None);
    let place = by_labels(&all);
    let is_seen = |[w, b, _]: &&[f64; 3]| (CLIFF_W.0..=CLIFF_W.1).contains(w) && (CLIFF_B.0..=CLIFF_B.1).contains(b);
    for (clip, color) in [(None, INK), (Some(0.05), RNN)] {
        let points = descended(clip);
        let seen: Vec<&[f64; 3]> = points.iter().filter(is_seen).collect();
        let dots = dots(&all, color, 2.4);
        assert_eq!(dots.len(), seen.len());
        for (dot, [w, b, _]) in dots.iter().zip(seen) {
            assert_near(*dot, place((*w, *b)), "a stop");
        }
    }
    let paths = of_the_latch();
    let all = drawn(&paths, SIZE, Some(3));
    let place = by_labels(&all);
    let states = latched(1.5, 0.1, 12);
    assert_eq!(dots(&all, INK, 2.4).len(), states.len());
    for (dot, (h, _)) in dots(&all, INK, 2.4).iter().zip(&states) {
        assert_near(*dot, place((*h, *h)), "a state");
    }
    // What stays: 0 as a ring, which hides in its dot of paper, and ± the solution of h = tanh(1.5 h).
    let stays = 0.858_559;
    for (dot, h) in dots(&all, RNN, 4.5).iter().zip([stays, -stays]) {
        assert_near(*dot, place((h, h)), "a fixed point");
    }
    assert_near(dots(&all, INK, 4.5)[0], place((states[3].0, states[3].0)), "the stop that is looked at");
}

#[test]
fn a_way_leads_up_to_the_curve_and_across_to_the_diagonal() {
    let paths = of_the_latch();
    let points = &paths.paths[0].points;
    let states = latched(1.5, 0.1, 12);
    assert_eq!(points.len(), 2 * 12 + 1);
    for (n, pair) in states.windows(2).enumerate() {
        assert_eq!(points[2 * n], (pair[0].0, pair[0].0));
        assert_eq!(points[2 * n + 1], (pair[0].0, (1.5 * pair[0].0).tanh()));
    }
}

#[test]
fn a_field_of_the_map_has_the_tone_of_its_error() {
    let paths = of_the_cliff();
    let all = drawn(&paths, SIZE, None);
    let place = by_labels(&all);
    let rects: Vec<_> =
        (all.iter()).filter_map(|d| if let Mark::Rect(a, b) = d.mark { Some((a, b, d.color)) } else { None }).collect();
    for (n, error) in fields().into_iter().enumerate() {
        let middle = |place: usize, (low, high): (f64, f64)| low + (place as f64 + 0.5) / 8.0 * (high - low);
        let at = place((middle(n % 8, CLIFF_W), middle(7 - n / 8, CLIFF_B)));
        let is_here = |((x0, y0), (x1, y1), _): &&((f64, f64), (f64, f64), Rgb)| {
            (*x0..=*x1).contains(&at.0) && (*y0..=*y1).contains(&at.1)
        };
        let (.., color) = rects.iter().find(is_here).expect("the plane is filled");
        // 250 for no error to 90 for the largest, 0.49, by the cube root.
        let tone = 250.0 - 160.0 * (error / 0.49).cbrt();
        assert!((f64::from(color.0) - tone).abs() <= 1.5, "{color:?} for {error}");
    }
}

#[test]
fn what_leaves_the_plane_is_cut_at_its_edge_and_pointed_at() {
    let far = [[6.4, -2.0, 0.1], [40.0, -2.0, 0.2], [41.0, -2.1, 0.2]];
    let paths = cliff(&fields(), 8, &far, &[[5.0, -2.0, 0.1]]);
    let all = drawn(&paths, SIZE, None);
    let layout = paths.layout(SIZE);
    let lines =
        all.iter().filter_map(|d| if let Mark::Path(points, _) = &d.mark { Some((d.color, points)) } else { None });
    for (_, points) in lines.filter(|(color, _)| *color == INK) {
        assert!(points.iter().all(|(x, _)| *x <= layout.to.0 + 8.0), "{points:?}");
    }
    let heads = all.iter().filter(|d| d.color == INK && matches!(&d.mark, Mark::Area(p) if p.len() == 3));
    assert_eq!(heads.count(), 1, "one head where it leaves");
    assert_eq!(paths.reading(1).values[0].number, 40.0, "the numbers are told all the same");
}

#[test]
fn no_text_lies_over_another_or_leaves_the_drawing() {
    let forks = [(Key::ForkW, 1.5, 0.0), (Key::ForkW, 0.4, 0.3), (Key::ForkB, 0.2, 2.0), (Key::ForkB, 0.0, 0.6)]
        .map(|(along, at, other)| of_the_fork(along, at, other, None, rests));
    let others = [of_the_cliff(), of_the_latch(), latch(0.5, &latched(0.5, -1.0, 0), attractor(0.5))];
    let spaces = [of_units(0.6, false), of_units(0.2, false), of_units(0.6, true), of_spread(), of_sums()];
    for paths in others.into_iter().chain(forks).chain([of_halves(true)]).chain(spaces) {
        for size in [SIZE, (300.0, 280.0), (900.0, 360.0)] {
            let all = drawn(&paths, size, None);
            let texts: Vec<&Text> = texts(&all).into_iter().filter(|text| !text.text.is_empty()).collect();
            for (n, text) in texts.iter().enumerate() {
                let (low, high) = text.room();
                let inside = low.0 >= -1.0 && low.1 >= -1.0 && high.0 <= size.0 + 1.0 && high.1 <= size.1 + 1.0;
                assert!(inside && text.size >= 12.0, "{text:?} leaves {size:?}");
                for other in &texts[n + 1..] {
                    let (a, b) = other.room();
                    let apart = high.0 <= a.0 || b.0 <= low.0 || high.1 <= a.1 || b.1 <= low.1;
                    assert!(apart, "{text:?} lies over {other:?} at {size:?}");
                }
            }
        }
    }
}

#[test]
fn a_stop_is_read_out_and_all_are_in_the_table() {
    let paths = of_the_cliff();
    let reading = paths.reading(0);
    assert_eq!(reading.place, "step 0");
    let told: Vec<(&str, &str)> = reading.values.iter().map(|v| (v.name.as_str(), v.text.as_str())).collect();
    assert_eq!(told[..2], [("as they are: w", "5.60"), ("as they are: b", "−2.35")]);
    assert_eq!(told[3..5], [("clipped: w", "5.60"), ("clipped: b", "−2.35")]);
    let table = paths.table();
    assert_eq!(table.head[..3], ["step", "as they are: w", "as they are: b"]);
    assert_eq!((table.head.len(), table.rows.len()), (7, 41));
    assert_eq!(table.rows[0][..3], ["0", "5.60", "−2.35"]);

    let paths = of_the_latch();
    assert_eq!(paths.table().notes, [("Fixed points".to_owned(), "0 and ±0.859".to_owned())]);
    let layout = paths.layout(SIZE);
    let last = paths.paths[0].stops[12];
    let (stop, distance) = paths.nearest(&layout, (layout.x(last.0) + 1.0, layout.y(last.1))).expect("there are stops");
    assert!(stop >= 10 && distance <= 1.5, "{stop} at {distance}");
    assert_eq!(latch(0.5, &latched(0.5, 0.9, 1), attractor(0.5)).headline, "In 1\u{a0}step h goes from 0.90 to 0.42");
}

/// Two units that read themselves with 1, or 2 where they read each other little, on 24 × 24 fields.
fn with_units<T>(cross: f64, turns: bool, make: impl Fn(&UnitsOf) -> T) -> T {
    let own = if cross < 0.5 { 2.0 } else { 1.0 };
    let pair = Pair { w: [[own, if turns { -cross } else { cross }], [cross, own]], b: [0.0, 0.0] };
    let plane = Plane::of(pair);
    let ends: Vec<Option<u8>> = plane.basins(24).into_iter().map(of_end).collect();
    let of =
        |rest: &engine::pair::Rest| RestOf { h: rest.h, eigenvalues: rest.eigenvalues, is_stable: rest.is_stable() };
    let mut path = vec![[-0.9, 0.5]];
    (0..20).for_each(|step| path.push(pair.next(path[step])));
    make(&UnitsOf {
        pair,
        rests: &plane.rests.iter().map(of).collect::<Vec<_>>(),
        ends: &ends,
        side: 24,
        path: &path,
        end: of_end(plane.end(path[0])).map(usize::from),
        round: pair.round(path[0]),
    })
}

fn of_end(end: End) -> Option<u8> {
    if let End::Rest(place) = end { Some(place as u8) } else { None }
}

fn of_units(cross: f64, turns: bool) -> Paths {
    with_units(cross, turns, units)
}

#[test]
fn states_at_rest_the_path_and_arrows_stand_where_their_numbers_say() {
    for (cross, turns) in [(0.6, false), (0.2, false), (0.6, true)] {
        let paths = of_units(cross, turns);
        let all = drawn(&paths, SIZE, None);
        let place = by_labels(&all);
        let stable = dots(&all, RNN, 4.5);
        with_units(cross, turns, |of| {
            let known: Vec<&RestOf> = of.rests.iter().filter(|rest| rest.is_stable).collect();
            assert_eq!(stable.len(), known.len());
            stable.iter().zip(known).for_each(|(mark, rest)| assert_near(*mark, place(rest.h.into()), "at rest"));
            // Below the path's dots.
            let path = dots(&all, INK, 2.4);
            assert_eq!(path.len(), of.path.len());
            path.iter().zip(of.path).for_each(|(mark, h)| assert_near(*mark, place((*h).into()), "the path"));
            let heads: Vec<&Vec<(f64, f64)>> = (all.iter())
                .filter_map(|d| if let Mark::Area(points) = &d.mark { Some(points) } else { None })
                .collect();
            let by = of.shortened() as f64;
            let grid = (0..169).map(|n| [n % 13, n / 13].map(|n| 2.0 * (n as f64 + 0.5) / 13.0 - 1.0));
            let tips: Vec<(f64, f64)> = grid
                .map(|h| (h, of.pair.next(h)))
                .map(|(h, to)| place((h[0] + (to[0] - h[0]) / by, h[1] + (to[1] - h[1]) / by)))
                .collect();
            for head in &heads {
                assert!(tips.iter().any(|tip| (tip.0 - head[0].0).hypot(tip.1 - head[0].1) < 0.5), "{head:?}");
            }
            assert!(heads.len() > 120, "{} arrows", heads.len());
        });
    }
}

#[test]
fn what_a_plane_of_two_units_shows_is_said() {
    assert_eq!(
        of_units(0.6, false).headline,
        "2\u{a0}stable states: from (−0.90, 0.50) the path ends at B, (−0.89, −0.89)"
    );
    assert_eq!(
        of_units(0.2, false).headline,
        "4\u{a0}stable states: from (−0.90, 0.50) the path ends at C, (−0.93, 0.93)"
    );
    let turns = of_units(0.6, true);
    assert!(
        turns.headline.starts_with("No state is stable: from (−0.90, 0.50) the path never rests"),
        "{}",
        turns.headline
    );
    let notes = turns.table().notes;
    assert_eq!(notes[0].0, "Not stable");
    assert_eq!(notes[0].1, "(0, 0); eigenvalues 1.00 ± 0.600 i");
    assert_eq!(notes[1], ("Never rests".to_owned(), "100\u{202f}% of the plane".to_owned()));
    let notes = of_units(0.6, false).table().notes;
    assert!(notes[0].0 == "A, stable" && notes[0].1.contains("% of the plane end here"), "{notes:?}");
}

const DOTS: [[f64; 3]; 5] =
    [[-2.0, 0.5, -1.0], [-1.5, -0.5, -1.0], [1.0, 0.25, 1.0], [2.5, -1.0, 1.0], [0.5, 2.0, 1.0]];

fn with_spread<'a>(holds: HoldsOf<'a>, told: [f64; 3], path: &'a [[f64; 2]]) -> Paths {
    spread(&SpreadOf {
        cell: CellKind::Gru,
        units: 32,
        holds,
        shares: [0.58, 0.25],
        by_axes: told[0],
        at_end: told[1],
        by_all: told[2],
        dots: &DOTS,
        count: 50,
        path,
        at: 1,
        reach: 3.0,
    })
}

const WAY: [[f64; 2]; 3] = [[-2.0, -1.0], [2.0, 1.5], [0.5, 0.0]];

fn of_spread() -> Paths {
    with_spread(HoldsOf::Class(["even", "odd"], [1.0, 0.0, 0.5]), [1.0, 1.0, 1.0], &WAY)
}

fn of_sums() -> Paths {
    with_spread(HoldsOf::Number(2.0), [0.73, 0.96, 0.98], &WAY)
}

#[test]
fn states_on_their_axes_stand_where_their_numbers_say_and_the_cut_between_them() {
    let paths = of_spread();
    let signed = figures::Ramp(vec![Rgb(0, 0, 255), Rgb(0, 0, 255), Rgb(255, 0, 0), Rgb(255, 0, 0)]);
    let palette = Palette { signed, ..palette() };
    let all = record(SIZE, |drawing| paths.draw(drawing, true, None, &palette)).expect("a record takes every mark");
    let place = by_labels(&all);
    let odd = dots(&all, Rgb(255, 0, 0), 2.0);
    assert_eq!(odd.len(), 3);
    odd.iter().zip(&DOTS[2..]).for_each(|(mark, [x, y, _])| assert_near(*mark, place((*x, *y)), "odd"));
    let rings: Vec<&Vec<(f64, f64)>> = (all.iter().filter(|d| d.color == Rgb(0, 0, 255)))
        .filter_map(|d| if let Mark::Path(points, _) = &d.mark { Some(points) } else { None })
        .collect();
    for (ring, [x, y, _]) in rings.iter().zip(&DOTS) {
        let middle = (f64::midpoint(ring[0].0, ring[5].0), f64::midpoint(ring[0].1, ring[5].1));
        assert_near(middle, place((*x, *y)), "even");
    }
    assert_eq!(rings.len(), 2);
    // x + ½ = 0.
    assert!(paths.guides[0].points.iter().all(|(x, _)| (x + 0.5).abs() < 1e-12), "{:?}", paths.guides[0]);
    assert_near(dots(&all, INK, 4.5)[0], place((2.0, 1.5)), "the step that is looked at");
}

#[test]
fn how_well_axes_tell_is_said() {
    let class = |told| with_spread(HoldsOf::Class(["even", "odd"], [1.0, 0.0, 0.5]), told, &WAY).headline;
    let sum = |told| with_spread(HoldsOf::Number(2.0), told, &WAY).headline;
    assert_eq!(
        class([0.95, 1.0, 1.0]),
        "GRU: the cut is right for 95\u{202f}% of the states, and for 100\u{202f}% of the last ones"
    );
    let units = "all 32\u{a0}units";
    assert_eq!(
        class([0.69, 0.7, 1.0]),
        format!(
            "GRU: the cut is right for 69\u{202f}% of the states seen here, and one through {units} for 100\u{202f}%"
        )
    );
    assert_eq!(
        class([0.55, 0.5, 0.5]),
        format!(
            "GRU: the cut is right for 55\u{202f}% of the states seen here, and one through {units} for 50\u{202f}%: not learned"
        )
    );
    assert_eq!(
        sum([0.73, 0.96, 0.98]),
        "GRU: axis 1 explains 73\u{202f}% of the sum so far, at the last step 96\u{202f}%"
    );
    assert!(sum([0.0001, 0.02, 0.05]).ends_with("not learned"));
}
