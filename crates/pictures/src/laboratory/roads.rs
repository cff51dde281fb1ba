//! The roads: by which of its terms a cell hands the gradient back, step by step and over the whole way,
//! and what becomes of it when a road is closed.

use engine::trace::{CellKind, Form, Road};
use measure::Scene;
use measure::compare::Side;
use measure::roads::{Roads, Way};
use model::keys::{Key, road_name};
use words::fill;
use words::format;

use super::compare;
use crate::html::{button, cells, escape, key, percent, table};
use crate::svg::Svg;
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 6] = ["roads-cells", "roads-steps", "roads-ways", "roads-close", "roads-effect", "roads-table"];

/// Shares of each step, shares of the whole way, and the curve with closed roads over the one without.
pub fn draw(scene: &Scene, Roads { steps, ways, sides }: &Roads) -> Vec<String> {
    let cell = scene.state.focus.cell;
    let form = scene.run.lane(cell).trace.top().parameters.form;
    vec![
        cells(cell),
        one_step(scene, cell, form, steps),
        whole_way(scene, cell, form, ways),
        doors(scene, cell, form),
        effect(scene, cell, form, sides),
        numbers(cell, form, steps, ways),
    ]
}

/// The name of a road, in a form of a cell.
fn name(cell: CellKind, form: Form, road: Road) -> &'static str {
    let words = words();
    match (road, cell) {
        (Road::Recurrent, _) if form.relu => words.road_recurrent_relu,
        (Road::Recurrent, _) => words.road_recurrent,
        (Road::Carry, CellKind::Gru) => words.road_update_carry,
        (Road::Carry, _) => words.road_carry,
        (Road::Input, _) => words.road_input,
        (Road::Forget, _) => words.road_forget,
        (Road::Candidate, _) => words.road_candidate,
        (Road::Output, _) => words.road_output,
        (Road::New, _) => words.road_new,
        (Road::Update, _) => words.road_update,
        (Road::Reset, _) => words.road_reset,
    }
}

/// Shares stacked at each step: what is positive upwards, what is negative downwards.
fn stacked(shares: &[Vec<f64>], first: usize, steps: usize, at: usize, classes: &[String], label: &str) -> String {
    const HEIGHT: f64 = 130.0;
    const LIMIT: f64 = 3.0;
    let sum = |keep: fn(f64) -> bool| {
        let sums = shares.iter().map(|s| s.iter().copied().filter(|x| keep(*x)).sum::<f64>());
        sums.fold(0.0_f64, |most, x| if x.abs() > most.abs() { x } else { most })
    };
    // In halves, so that the axis stands still while a slider moves a little.
    let high = ((sum(|x| x > 0.0) * 2.0).ceil() / 2.0).clamp(1.0, LIMIT);
    let low = ((sum(|x| x < 0.0) * 2.0).floor() / 2.0).clamp(-LIMIT, 0.0);
    let y = |x: f64| 6.0 + (high - x.clamp(low, high)) / (high - low) * (HEIGHT - 14.0);
    let mut svg = Svg::new(HEIGHT);
    let width = Svg::column(steps);
    let mut bars = vec![Vec::new(); classes.len()];
    for (place, shares) in shares.iter().enumerate() {
        let left = Svg::x(first + place, steps) - width * 0.46;
        let (mut up, mut down) = (0.0, 0.0);
        for (share, bars) in shares.iter().zip(&mut bars).filter(|(share, _)| share.is_finite()) {
            let from = if *share >= 0.0 { &mut up } else { &mut down };
            let (a, b) = (y(*from), y(*from + share));
            *from += share;
            bars.push(((left, a.min(b)), (width * 0.92, (a - b).abs())));
        }
    }
    bars.iter().zip(classes).for_each(|(bars, class)| svg.bars(class, bars));
    for (mark, name) in [(0.0, "0"), (1.0, "1"), (low, ""), (high, "")] {
        let class = if name.is_empty() { "grid" } else { "one" };
        svg.line(class, (crate::svg::LEFT, y(mark)), (crate::svg::WIDTH, y(mark)));
        svg.text("tick end", (crate::svg::LEFT - 5.0, y(mark) + 4.0), name);
    }
    svg.line("here", (Svg::x(at, steps), 2.0), (Svg::x(at, steps), HEIGHT - 4.0));
    svg.steps(steps, (0.0, HEIGHT));
    svg.finish(label)
}

fn one_step(scene: &Scene, cell: CellKind, form: Form, shares: &[Vec<f64>]) -> String {
    let at = scene.state.focus.step.clamp(1, shares.len().max(1));
    let classes: Vec<String> = cell.roads().iter().map(|road| format!("road {}", road.key())).collect();
    let here = shares.get(at - 1);
    let legend = cell.roads().iter().enumerate().map(|(place, road)| {
        key(&classes[place], name(cell, form, *road), &here.map_or("–".to_owned(), |s| percent(s[place])))
    });
    let moved = at != scene.state.focus.step;
    let how =
        if moved { format!("{} {}", words().roads_moved, words().roads_step) } else { words().roads_step.to_owned() };
    let step = fill(&how, &[("t", &(at + 1).to_string()), ("before", &at.to_string())]);
    format!(
        "<p class=\"read\">{step}</p><p class=\"legend\">{}</p>{}",
        legend.collect::<String>(),
        stacked(shares, 1, scene.sequence.steps(), at, &classes, words().roads_step_label)
    )
}

fn whole_way(scene: &Scene, cell: CellKind, form: Form, ways: &[Way]) -> String {
    let words = words();
    let at = scene.state.focus.step.min(ways.len().saturating_sub(1));
    let names = match cell {
        CellKind::Rnn => {
            let told = fill(words.ways_rnn, &[("road", name(cell, form, Road::Recurrent))]);
            return format!("<p class=\"read\">{told}</p>");
        }
        CellKind::Lstm => [words.way_cell, words.way_hidden, words.way_mixed],
        CellKind::Gru => [words.way_update, words.way_gates, words.way_mixed],
    };
    let classes = ["carry", "candidate", "mixed"].map(|class| format!("road {class}"));
    let shares: Vec<Vec<f64>> = ways.iter().map(|way| vec![way.along, way.past, way.mixed]).collect();
    let here = shares.get(at);
    let legend = names
        .iter()
        .enumerate()
        .map(|(place, name)| key(&classes[place], name, &here.map_or("–".to_owned(), |s| percent(s[place]))));
    let moved = at != scene.state.focus.step;
    let how = if moved { format!("{} {}", words.ways_moved, words.ways_how) } else { words.ways_how.to_owned() };
    let how = fill(&how, &[("t", &(at + 1).to_string())]);
    format!(
        "<p class=\"read\">{how}</p><p class=\"legend\">{}</p>{}",
        legend.collect::<String>(),
        stacked(&shares, 0, scene.sequence.steps(), at, &classes, words.ways_label)
    )
}

/// A button for each road: closed where it is pressed.
fn doors(scene: &Scene, cell: CellKind, form: Form) -> String {
    let closed = scene.state.settings.names(Key::Closed);
    let door = |road: &Road| {
        let key = road_name(cell, *road);
        let others = closed.iter().copied().filter(|other| *other != key);
        let this = (!form.closed(*road)).then_some(key.as_str());
        let value = others.chain(this).collect::<Vec<_>>().join(",");
        button(Key::Closed, &escape(&value), name(cell, form, *road), form.closed(*road))
    };
    let doors: String = cell.roads().iter().map(door).collect();
    format!("<p class=\"read\">{}</p><div class=\"choices\">{doors}</div>", words().roads_close)
}

/// What still reaches back with the roads closed, over what does with all open.
fn effect(scene: &Scene, cell: CellKind, form: Form, sides: &[Side; 2]) -> String {
    let none = if form.with_open_roads() == form {
        format!("<p class=\"read\">{}</p>", words().roads_open)
    } else {
        String::new()
    };
    none + &compare::reach(scene, cell.key(), sides)
}

fn numbers(cell: CellKind, form: Form, steps: &[Vec<f64>], ways: &[Way]) -> String {
    let words = words();
    let ends = match cell {
        CellKind::Rnn => ["", "", ""],
        CellKind::Lstm => [words.way_cell, words.way_hidden, words.way_mixed],
        CellKind::Gru => [words.way_update, words.way_gates, words.way_mixed],
    };
    let roads = cell.roads().iter().map(|road| name(cell, form, *road));
    let head = std::iter::once(words.step).chain(roads).chain(ends.into_iter().filter(|end| !end.is_empty()));
    let head: Vec<String> = head.map(str::to_owned).collect();
    let rows = steps.iter().zip(ways).enumerate().map(|(t, (shares, way))| {
        let way = [way.along, way.past, way.mixed].map(format::number);
        let way = way.into_iter().filter(|_| cell != CellKind::Rnn);
        std::iter::once((t + 1).to_string()).chain(shares.iter().map(|s| format::number(*s))).chain(way).collect()
    });
    table(&head, rows)
}
