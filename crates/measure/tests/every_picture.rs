//! Every picture of every kind of sequence and every cell: its numbers are there, and finite where that is promised.

use engine::trace::CellKind;
use measure::saturation::BINS;
use measure::space::{SIDE, Space};
use measure::{Measured, Picture, Scene, measure, measure_whole};
use model::lab::Run;
use model::sequence::Library;
use model::settings::{State, parts};

const SEQUENCES: [&str; 12] = [
    "",
    "sequence=words&text=one",
    "sequence=impulse&length=5&units=1",
    "sequence=co2&length=40&read=20",
    "sequence=sunspots&gain=10",
    "sequence=weather&length=12",
    "sequence=adding&length=30",
    "sequence=copy&length=20",
    "sequence=clicks&length=20",
    "sequence=speech",
    "sequence=frames&length=12",
    "sequence=csv&numbers=1,2;3,5;5,8;7,5;9,0",
];

/// What an address opens: T, H, the step where the loss is read, and the numbers of its picture.
struct Opened {
    steps: usize,
    units: usize,
    read: usize,
    measured: Measured,
}

fn opened(fragment: &str, quick: bool) -> Opened {
    let (state, problems) = State::from_fragment(fragment);
    assert!(problems.is_empty(), "{fragment}: {problems:?}");
    let sequence = state.settings.sequence(Library::shipped());
    let run = Run::new(&state.settings, &sequence);
    let measure = if quick { measure } else { measure_whole };
    let measured = measure(&Scene { quick, state: &state, sequence: &sequence, run: &run, absent: false });
    Opened { steps: sequence.steps(), units: state.settings.units, read: state.settings.read_step(), measured }
}

fn all_finite<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> bool {
    numbers.into_iter().all(|x| x.is_finite())
}

/// Shares of a gradient make 1; of none there is no share.
fn are_shares<'a>(shares: impl IntoIterator<Item = &'a f64>) -> bool {
    let shares: Vec<f64> = shares.into_iter().copied().collect();
    (shares.iter().sum::<f64>() - 1.0).abs() < 1e-6 || shares.iter().any(|x| x.is_nan())
}

/// Checks the numbers of a picture that is measured in full.
fn check(Opened { steps, units, read, measured }: &Opened) -> bool {
    let (steps, units, read) = (*steps, *units, *read);
    let lengths = |sides: &[measure::compare::Side; 2]| {
        sides.iter().all(|side| side.lengths.len() == steps && side.reach.len() == steps && all_finite(&side.lengths))
    };
    match measured {
        Measured::Nothing | Measured::BelowTheLoss(_) => false,
        Measured::Chain(own) => own.chains.iter().all(|chain| {
            let all = [&chain.log_norm, &chain.log_mean, &chain.factor];
            // −∞ is a norm of 0.
            all.iter().all(|logs| logs.iter().all(|x| !x.is_nan() && *x < f64::INFINITY))
                && chain.log_norm.len() == read + 1
        }),
        Measured::Roads(own) => {
            let ways = own.ways.iter().map(|way| [way.along, way.past, way.mixed]);
            own.steps.len() == read
                && own.steps.iter().all(are_shares)
                && ways.into_iter().all(|way| are_shares(&way))
                && lengths(&own.sides)
        }
        Measured::Spectrum(own) => {
            let spreads = [&own.jacobian, &own.weights];
            let values = own.log_values.iter().flatten().flatten();
            spreads.iter().all(|spread| all_finite([&spread.radius, &spread.norm]))
                && own.log_values.is_some()
                && values.into_iter().all(|x| !x.is_nan() && *x < f64::INFINITY)
        }
        Measured::Saturation(own) => {
            let is_share = |x: &f64| (0.0..=1.0).contains(x);
            own.slopes.len() == units * steps
                && own.slopes.iter().all(is_share)
                && own.all.iter().all(|own| is_share(&own.share) && own.shares.iter().all(is_share))
                && own.counts.len() == BINS * steps
                && own.counts.iter().sum::<usize>() == units * steps
        }
        Measured::Triangle(own) => {
            let column = |t: usize| own.shares.iter().filter_map(move |shares| shares.get(t));
            own.half.len() == steps && (0..steps).all(|t| own.losses.len() < steps || are_shares(column(t)))
        }
        Measured::Hears(own) => own.heard.iter().all(|norms| norms.len() == own.at + 1 && all_finite(norms)),
        Measured::Cures(own) => own.unknown.is_none() && lengths(&own.sides),
        Measured::Ablation(own) => lengths(&own.sides),
        Measured::Unit(own) => {
            let paths = own.plain.iter().chain(&own.clipped);
            let latch = own.latch.points.iter();
            all_finite(&own.surface)
                && paths.into_iter().all(|point| all_finite([&point.w, &point.b, &point.error]))
                && latch.into_iter().all(|(h, slope)| all_finite([h, slope]))
                && all_finite([&own.rate, &own.clip, &own.steepest])
        }
        Measured::Why(own) => {
            let brought: f64 = own.rows.iter().map(|row| row.brings).sum();
            let number = own.trail.last().map_or(f64::NAN, |(_, number)| *number);
            number.is_finite() && own.rows.iter().all(|row| all_finite(row.factors.iter().map(|(_, x)| x)) && row.brings.is_finite())
                // A number that is not a sum is one term, or what is read.
                && (own.rows.len() < 2 || (brought - number).abs() <= 1e-9 * number.abs().max(1.0))
        }
        Measured::Edit(own) => {
            all_finite(own.x.iter().chain(&own.weight_ih).chain(&own.weight_hh).chain([&own.bias_ih, &own.bias_hh]))
                && own.weight_hh.len() == units
                && own.x.len() == own.weight_ih.len()
        }
        Measured::Data(_) => true,
        // These sequences are read with weights that are drawn.
        Measured::Gates(own) => own.0.is_none(),
        Measured::Brackets(own) => own.0.is_none(),
        Measured::Halflives(own) => {
            let all = own.cells.iter().flat_map(|cell| cell.starts.iter().chain([&cell.lanes]));
            all.into_iter().all(|own| own.len() == units && all_finite(own) && own.iter().all(|steps| *steps > 0.0))
                && own.distance() < steps
        }
        Measured::Fork(own) => {
            let rests = own.curves.iter().flatten().chain(&own.trail).chain(own.here.iter().flatten());
            all_finite(rests.flat_map(|rest| [&rest.at, &rest.h, &rest.slope]))
                && own.stops.iter().all(|stop| *stop < own.trail.len())
        }
        Measured::Kept(own) => {
            let is_share = |x: &f64| x.is_nan() || *x <= 1.0;
            let found = own.found.iter().flatten();
            own.moved.iter().chain(&own.left).all(|all| all.len() == read + 1)
                && own.found.is_some()
                && found.into_iter().all(|found| found.len() == read + 1 && found.iter().all(is_share))
                && own.going.is_done()
                // A text of one word has no other.
                && (steps == 1 || own.moved.iter().all(all_finite) && own.swapped.iter().all(Option::is_some))
        }
        Measured::Draws(own) => {
            let is_risen = |band: &[f64; 3]| band.is_sorted();
            own.own.iter().all(|all| all.len() == read + 1)
                && own.bands.iter().all(|bands| bands.len() == read + 1 && bands.iter().all(is_risen))
                && own.below.iter().all(|below| below.len() == read + 1)
                && own.going.is_done()
        }
        Measured::Space(Space::Units(own)) => {
            let rests = own
                .rests
                .iter()
                .flat_map(|rest| rest.h.iter().chain(rest.eigenvalues.iter().flat_map(|(a, b)| [a, b])));
            own.ends.len() == SIDE * SIDE && all_finite(rests) && own.path.iter().all(all_finite)
        }
        // These sequences are read with weights that are drawn.
        Measured::Space(Space::Trained(own)) => own.is_none(),
        Measured::After(own) => {
            let lines = own.cells.iter().chain(&own.minimal).chain([&own.attention, &own.shares]);
            let (a, b): (Vec<f64>, Vec<f64>) = own.scan.rounds.iter().flatten().copied().unzip();
            lines.into_iter().all(|line| line.len() == steps && all_finite(line))
                && own.scan.rounds.iter().all(|held| held.len() == steps)
                && all_finite(a.iter().chain(&b))
                && own.lanes.is_none()
        }
    }
}

#[test]
fn every_picture_has_its_numbers_for_every_kind_of_sequence_and_every_cell() {
    for picture in Picture::ALL {
        for (sequence, cell) in SEQUENCES.iter().flat_map(|s| CellKind::ALL.map(|cell| (s, cell))) {
            let fragment = format!("{sequence}&picture={}&cell={}", picture.key(), cell.key());
            let opened = opened(fragment.trim_start_matches('&'), false);
            assert_eq!(opened.measured.picture(), Some(picture), "{fragment}");
            assert!(check(&opened), "{fragment}: {:.600}", format!("{:?}", opened.measured));
        }
    }
}

/// While a slider moves a picture may leave out what takes long, but no picture is without numbers.
#[test]
fn every_picture_has_numbers_while_a_slider_moves() {
    for picture in Picture::ALL {
        let measured = opened(&format!("picture={}", picture.key()), true).measured;
        assert_eq!(measured.picture(), Some(picture));
        assert!(!matches!(measured, Measured::BelowTheLoss(_)));
    }
}

/// Wherever one looks there is a number to trace back.
#[test]
fn every_part_of_every_cell_can_be_asked_why() {
    for cell in CellKind::ALL {
        for part in parts(cell) {
            let part = model::settings::part_key(part);
            for at in [1, 13] {
                for equations in ["forward", "backward"] {
                    let fragment = format!("picture=why&cell={}&part={part}&at={at}&equations={equations}", cell.key());
                    assert!(check(&opened(&fragment, false)), "{fragment}");
                }
            }
        }
    }
}
