//! The chain: how far each step back stretches or shrinks a gradient, and what the steps do together.

use engine::trace::CellKind;
use measure::Scene;
use measure::chain::{Chain, Chains};
use words::fill;
use words::format;

use crate::html::table;
use crate::svg::{Decades, LEFT, Svg, WIDTH, decadic};
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 4] = ["chain-curves", "chain-reading", "chain-factors", "chain-table"];

/// Curves of all cells, the numbers at the step in focus, one cell's single steps, and the table.
pub fn draw(scene: &Scene, Chains { read, at, chains }: &Chains) -> Vec<String> {
    let (steps, at) = (scene.sequence.steps(), *at);
    let cell = scene.state.focus.cell;
    let shown = &chains[CellKind::ALL.iter().position(|c| *c == cell).unwrap_or_default()];
    vec![curves(chains, steps, at), reading(chains, at, *read), factors(cell, shown, steps, at), numbers(chains)]
}

fn curves(chains: &[Chain; 3], steps: usize, at: usize) -> String {
    const HEIGHT: f64 = 220.0;
    let all = chains.iter().flat_map(|c| c.log_norm.iter().chain(&c.log_mean).chain(&c.log_cell_norm));
    // The mean of a singular product has no place; what is far below all norms would press them together.
    let norms = chains.iter().flat_map(|c| c.log_norm.iter().chain(&c.log_cell_norm));
    let least = norms.copied().filter(|x| x.is_finite()).fold(0.0, f64::min);
    let axis = Decades::around(
        all.filter(|log| !log.is_nan()).map(|log| decadic(log.max(3.0 * least - 10.0))),
        (-3, 1),
        (10.0, HEIGHT - 8.0),
    );
    let mut svg = Svg::new(HEIGHT);
    svg.decades(&axis);
    svg.line("here", (Svg::x(at, steps), 6.0), (Svg::x(at, steps), HEIGHT - 4.0));
    for (cell, chain) in CellKind::ALL.into_iter().zip(chains) {
        let place = |logs: &[f64]| {
            // What was not asked for leaves no gap; what is infinite does.
            let known = logs.iter().enumerate().filter(|(_, log)| !log.is_nan());
            let point = |(t, log): (usize, &f64)| log.is_finite().then(|| (Svg::x(t, steps), axis.y(decadic(*log))));
            known.map(point).collect::<Vec<_>>()
        };
        let key = cell.key();
        svg.curve(&format!("curve mean {key}"), place(&chain.log_mean).into_iter());
        svg.curve(&format!("curve thin {key}"), place(&chain.log_cell_norm).into_iter());
        svg.curve(&format!("curve {key}"), place(&chain.log_norm).into_iter());
        if chain.log_norm[at].is_finite() {
            svg.dot(key, (Svg::x(at, steps), axis.y(decadic(chain.log_norm[at]))), 4.0);
        }
    }
    svg.steps(steps, (0.0, HEIGHT));
    svg.finish(words().chain_label)
}

/// A natural logarithm as the number it is of; beyond f64 as a power of ten.
pub fn from_log(log: f64) -> String {
    let number = log.exp();
    if log == f64::NEG_INFINITY {
        "0".into()
    } else if log.is_finite() && (number == 0.0 || number.is_infinite()) {
        format::decade(decadic(log).round() as i32)
    } else {
        format::number(number)
    }
}

fn reading(chains: &[Chain; 3], at: usize, read: usize) -> String {
    let head = fill(words().chain_lag, &[("t", &(at + 1).to_string()), ("lag", &(read - at).to_string())]);
    let row = |(cell, chain): (CellKind, &Chain)| {
        format!(
            "<tr><th class=\"cell-name\" data-cell=\"{}\">{}</th><td data-value=\"{:e}\">{}</td><td>{}</td><td>{}</td></tr>",
            cell.key(),
            cell.name(),
            chain.log_norm[at],
            from_log(chain.log_norm[at]),
            from_log(chain.log_mean[at]),
            format::number(chain.factor[at]),
        )
    };
    let rows: String = CellKind::ALL.into_iter().zip(chains).map(row).collect();
    format!(
        "<table class=\"reading\"><caption>{head}</caption><tbody><tr><td></td><th>{}</th><th>{}</th><th>{}</th></tr>{rows}</tbody></table>",
        words().chain_norm,
        words().chain_mean,
        words().chain_factor,
    )
}

fn factors(cell: CellKind, chain: &Chain, steps: usize, at: usize) -> String {
    const HEIGHT: f64 = 110.0;
    let largest = chain.factor.iter().copied().filter(|x| x.is_finite()).fold(0.0, f64::max);
    // In halves, so that the axis stands still while a slider moves a little.
    let top = ((largest * 2.0).ceil() / 2.0).max(1.5);
    let y = |x: f64| HEIGHT - 8.0 - x.min(top) / top * (HEIGHT - 18.0);
    let mut svg = Svg::new(HEIGHT);
    let known = chain.factor.iter().filter(|x| !x.is_nan()).count().max(1);
    let width = Svg::column(steps) * (chain.factor.len() as f64 / known as f64).min(4.0);
    let (mut bars, mut here) = (Vec::new(), Vec::new());
    for (t, factor) in chain.factor.iter().enumerate().filter(|(_, x)| x.is_finite()) {
        let left = Svg::x(t, steps) - width * 0.42;
        let bar = ((left, y(*factor)), (width * 0.84, HEIGHT - 8.0 - y(*factor)));
        if t == at { &mut here } else { &mut bars }.push(bar);
    }
    svg.bars(&format!("bar {}", cell.key()), &bars);
    svg.bars(&format!("bar here {}", cell.key()), &here);
    for (mark, name) in [(0.0, "0".to_owned()), (1.0, "1".to_owned()), (top, format::short(top))] {
        svg.line(if mark == 1.0 { "one" } else { "grid" }, (LEFT, y(mark)), (WIDTH, y(mark)));
        svg.text("tick end", (LEFT - 5.0, y(mark) + 4.0), &name);
    }
    svg.steps(steps, (0.0, HEIGHT));
    let how = fill(words().factors, &[("cell", cell.name())]);
    format!("<p class=\"read\">{how}</p>{}", svg.finish(words().factors_label))
}

fn numbers(chains: &[Chain; 3]) -> String {
    let words = words();
    let head = CellKind::ALL.into_iter().flat_map(|cell| {
        [words.chain_norm, words.chain_mean, words.chain_factor].map(|what| format!("{} {what}", cell.name()))
    });
    let head: Vec<String> = std::iter::once(words.step.to_owned()).chain(head).collect();
    let known = |t: &usize| !chains[0].log_norm[*t].is_nan() && !chains[0].factor[*t].is_nan();
    let rows = (0..chains[0].log_norm.len()).filter(known).map(|t| {
        let of = |c: &Chain| [from_log(c.log_norm[t]), from_log(c.log_mean[t]), format::number(c.factor[t])];
        std::iter::once((t + 1).to_string()).chain(chains.iter().flat_map(of)).collect()
    });
    table(&head, rows)
}
