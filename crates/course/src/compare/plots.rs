//! Sweeps as plots: accuracy against length, cost against hidden units.

use super::{LENGTHS, SIZES};
use engine::trace::CellKind;
use learn::sweep::{Outcome, SEEDS};
use learn::task::Sets;
use learn::training::Setup;
use model::settings::State;
use pictures::html::table;
use pictures::svg::{Decades, LEFT, Svg, WIDTH};
use words::compare::words;
use words::fill;
use words::format;

/// Height of a plot.
const HEIGHT: f64 = 190.0;
/// Lowest and highest share of right answers that is drawn.
const SHARES: (f64, f64) = (0.4, 1.0);

/// The lowest, the middle and the highest of a job's seeds; none where a run is missing.
fn ends(outcomes: &[Option<Outcome>], job: usize, of: fn(&Outcome) -> f64) -> Option<[f64; 3]> {
    let seeds: Option<Vec<f64>> =
        outcomes.get(job * SEEDS..(job + 1) * SEEDS)?.iter().map(|run| run.as_ref().map(of)).collect();
    let mut seeds = seeds?;
    seeds.sort_by(f64::total_cmp);
    Some([seeds[0], seeds[seeds.len() / 2], seeds[seeds.len() - 1]])
}

/// Where the n-th of so many places lies.
fn across(n: usize, all: usize) -> f64 {
    LEFT + 12.0 + n as f64 / (all - 1) as f64 * (WIDTH - LEFT - 30.0)
}

/// What is drawn of each cell at each place: lowest, middle, highest.
type Points = Vec<[Option<[f64; 3]>; 3]>;

fn draw(svg: &mut Svg, points: &Points, y: impl Fn(f64) -> f64) {
    for cell in CellKind::ALL {
        let own: Vec<(f64, [f64; 3])> = points
            .iter()
            .enumerate()
            .filter_map(|(n, cells)| cells[cell as usize].map(|ends| (across(n, points.len()), ends)))
            .collect();
        let key = cell.key();
        let low = own.iter().map(|(x, ends)| (*x, y(ends[0])));
        let high = own.iter().rev().map(|(x, ends)| (*x, y(ends[2])));
        if own.len() > 1 {
            svg.area(&format!("band {key}"), low.chain(high));
        }
        svg.curve(&format!("curve {key}"), own.iter().map(|(x, ends)| Some((*x, y(ends[1])))));
        own.iter().for_each(|(x, ends)| svg.dot(&format!("dot {key}"), (*x, y(ends[1])), 3.0));
    }
}

fn ticks(svg: &mut Svg, places: &[usize], name: &str) {
    for (n, place) in places.iter().enumerate() {
        svg.text("tick middle", (across(n, places.len()), HEIGHT - 14.0), &place.to_string());
    }
    svg.text("tick middle", (WIDTH / 2.0 + LEFT / 2.0, HEIGHT - 2.0), name);
}

fn numbers(places: &[usize], points: &Points, of: fn(f64) -> String) -> String {
    let words = words();
    let head = [words.at, words.cell, words.lowest, words.median, words.highest].map(str::to_owned);
    let lines = places.iter().zip(points).flat_map(|(place, cells)| {
        CellKind::ALL.into_iter().filter_map(move |cell| {
            let [low, middle, high] = cells[cell as usize]?.map(of);
            Some(vec![place.to_string(), cell.name().to_owned(), low, middle, high])
        })
    });
    table(&head, lines)
}

/// Accuracy against length: the picture, and its numbers.
pub fn length(outcomes: &[Option<Outcome>]) -> (String, String) {
    let words = words();
    let points: Points =
        (0..LENGTHS.len()).map(|n| [0, 1, 2].map(|cell| ends(outcomes, 3 * n + cell, |run| run.right))).collect();
    let (top, bottom) = (10.0, HEIGHT - 30.0);
    let y = |share: f64| bottom - (share - SHARES.0) / (SHARES.1 - SHARES.0) * (bottom - top);
    let mut svg = Svg::new(HEIGHT);
    for percent in [40, 60, 80, 100] {
        let at = y(f64::from(percent) / 100.0);
        svg.line("grid", (LEFT, at), (WIDTH, at));
        svg.text("tick end", (LEFT - 6.0, at + 4.0), &format!("{percent}\u{202f}%"));
    }
    svg.line("baseline", (LEFT, y(0.5)), (WIDTH, y(0.5)));
    draw(&mut svg, &points, y);
    ticks(&mut svg, &LENGTHS, words.length_axis);
    let label = fill(words.chart, &[("what", words.length)]);
    (svg.finish(&label), numbers(&LENGTHS, &points, format::percent))
}

/// Cost against hidden units: three pictures, and their numbers.
pub fn size(outcomes: &[Option<Outcome>], equal: bool) -> (String, String) {
    let words = words();
    let setup = |units: usize| {
        let equal = if equal { "&t_equal=yes" } else { "" };
        let state = State::from_fragment(&format!("task=adding&t_knob=50&t_units={units}{equal}")).0;
        Setup::new(&state.settings, &Sets::default()).0
    };
    let one = |x: f64| Some([x; 3]);
    let times: Points = (0..SIZES.len())
        .map(|n| [0, 1, 2].map(|cell| ends(outcomes, 3 * n + cell, |run| run.extra).filter(|ends| ends[0] > 0.0)))
        .collect();
    let counts: Points = SIZES
        .iter()
        .map(|units| CellKind::ALL.map(|cell| one(setup(*units).count(cell, setup(*units).units_of(cell)) as f64)))
        .collect();
    let memory: Points =
        SIZES.iter().map(|units| CellKind::ALL.map(|cell| one(setup(*units).bytes(cell) / 1e6))).collect();
    let plot = |name: &str, points: &Points| {
        let mut svg = Svg::new(HEIGHT);
        let logs: Vec<f64> = points.iter().flatten().flatten().flatten().map(|x| x.log10()).collect();
        let axis = Decades::around(logs.into_iter(), (0, 1), (10.0, HEIGHT - 30.0));
        svg.decades(&axis);
        draw(&mut svg, points, |x| axis.y(x.log10()));
        ticks(&mut svg, &SIZES, words.units_axis);
        format!("<figure><figcaption>{name}</figcaption>{}</figure>", svg.finish(&fill(words.chart, &[("what", name)])))
    };
    let is_timed = times.iter().flatten().any(Option::is_some);
    let time = if is_timed {
        plot(words.milliseconds, &times)
    } else {
        format!("<figure><figcaption>{}: {}</figcaption></figure>", words.milliseconds, words.not_yet)
    };
    let pictures = format!(
        "<div class=\"plots\">{time}{}{}</div>",
        plot(words.parameter_count, &counts),
        plot(words.megabytes, &memory)
    );
    let all = [(words.milliseconds, &times), (words.parameter_count, &counts), (words.megabytes, &memory)];
    let numbers = all.map(|(name, points)| format!("<h4>{name}</h4>{}", numbers(&SIZES, points, format::short)));
    (pictures, numbers.concat())
}
