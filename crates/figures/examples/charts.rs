//! Writes every chart as an SVG, light and dark, and a page that shows them all: `cargo run -p figures --example charts
//! -- DIR`. Numbers are those of the Lab as it opens; losses and sweeps are made up, since nothing is trained here.
#![allow(clippy::expect_used)]

use std::fmt::Write as _;
use std::path::Path;

use engine::chain::{chain as chain_of, log_singular_values};
use engine::roads::step_shares;
use engine::trace::CellKind;
use figures::charts::{
    ChainOf, Ends, Left, Run as Losses, Sample, Shares, accuracy, chain, cost, extent, factors, gradient_left, losses,
    shares, spectrum,
};
use figures::{Chart, Layout, Margins, Palette, Ramp, Rgb, draw, svg};
use model::lab::Run;
use model::sequence::Library;
use model::settings::Settings;

fn main() {
    let folder = std::env::args().nth(1).expect("a folder to write into");
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).expect("the folder can be made");
    let style = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/tokens.css"));
    let style = style.expect("the style sheet can be read");
    let charts = charts();
    for (theme, dark) in [("light", false), ("dark", true)] {
        let palette = palette(&style, dark);
        let mut page = format!(
            "<!doctype html><meta charset=utf-8><body style=\"background:{};margin:24px\">",
            palette.paper.css()
        );
        for (name, chart, size, margins) in &charts {
            let layout = match margins {
                Some(margins) => Layout::with_margins(chart, *size, true, *margins),
                None => Layout::new(chart, *size, true),
            };
            let text = svg(*size, |drawing| {
                drawing.rect((0.0, 0.0), *size, palette.paper)?;
                draw(drawing, chart, &layout, &palette)
            });
            let text = text.expect("a text takes every mark");
            std::fs::write(folder.join(format!("{name}-{theme}.svg")), &text).expect("the picture can be written");
            write!(page, "<div style=\"display:inline-block;margin:0 36px 28px 0\">{text}</div>")
                .expect("a text grows");
        }
        std::fs::write(folder.join(format!("{theme}.html")), page).expect("the page can be written");
    }
}

type Figure = (String, Chart, (f64, f64), Option<Margins>);

fn charts() -> Vec<Figure> {
    let settings = Settings::default();
    let sequence = settings.sequence(&Library::default());
    let run = Run::with(&settings, &sequence, |_| None);
    let (words, read) = (sequence.labels.clone(), settings.read_step());
    let (at, measured) = (9, 1);
    let wide = (760.0, 300.0);
    let mut all: Vec<Figure> = vec![];
    let mut add = |name: &str, chart: Chart, size: (f64, f64)| all.push((name.to_owned(), chart, size, None));

    let cells: Vec<(CellKind, &[f64])> = CellKind::ALL.map(|cell| (cell, &*run.lane(cell).reach)).to_vec();
    let left = Left { cells: &cells, words: &words, read, known_from: 0, at, measured };
    add("left", gradient_left(&left), wide);
    add("left-half", gradient_left(&Left { known_from: 6, ..left.clone() }), wide);
    add("left-phone", gradient_left(&left), (358.0, 260.0));

    let layers = CellKind::ALL.map(|cell| run.lane(cell).trace.top());
    let chains = layers.map(|layer| chain_of(layer, read));
    let of = |n: usize| ChainOf {
        cell: CellKind::ALL[n],
        norm: &chains[n].log_norm,
        mean: &chains[n].log_mean,
        cell_norm: &chains[n].log_cell_norm,
    };
    add("chain", chain(&[of(0), of(1), of(2)], &words, at), (760.0, 360.0));
    add(
        "factors",
        factors(
            &std::array::from_fn::<_, 3, _>(|n| (CellKind::ALL[n], &*chains[n].factor)),
            CellKind::Lstm,
            &words,
            at,
        ),
        (760.0, 240.0),
    );

    let roads: Vec<Vec<f64>> = (1..=read).map(|t| step_shares(layers[1], t)).collect();
    let names: Vec<String> = CellKind::Lstm.roads().iter().map(|road| road.key().to_owned()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    add("roads", shares(&Shares { names: &names, shares: &roads, first: 1, words: &words, at }), wide);

    let values = layers.map(|layer| log_singular_values(layer, at, read));
    let cells: Vec<(CellKind, &[f64])> = CellKind::ALL.into_iter().zip(values.iter().map(Vec::as_slice)).collect();
    add("spectrum", spectrum(&cells, read - at), (560.0, 340.0));

    let three = |middles: [f64; 3], about: f64| -> Ends {
        middles.map(|x| Some([x * (1.0 - about), x, (x * (1.0 + about)).min(1.0)]))
    };
    let rights = [[0.98, 0.99, 0.98], [0.81, 0.98, 0.97], [0.62, 0.97, 0.98], [0.53, 0.96, 0.97], [0.51, 0.78, 0.95]];
    let rights: Vec<Ends> = rights.into_iter().map(|middles| three(middles, 0.04)).collect();
    add("accuracy", accuracy(&[4, 10, 20, 40, 80], &rights, 0.5), (560.0, 320.0));
    let times: Vec<Ends> = (3..8)
        .map(|n| {
            let cost = 4_f64.powi(n) / 300.0;
            [cost, 4.0 * cost, 3.0 * cost].map(|x| Some([x * 0.9, x, x * 1.1]))
        })
        .collect();
    add("cost", cost("ms a step", &[8, 16, 32, 64, 128], &times, false), (420.0, 300.0));

    // Three lanes with the same axes and margins.
    let samples: Vec<Vec<Sample>> = (0..3)
        .map(|cell| {
            let fall = [0.0, 0.0042, 0.0055][cell];
            let sample = |n: i32| {
                let step = f64::from(n) * 10.0;
                let ripple = 1.0 + 0.06 * (step * 0.37).sin() + 0.04 * (step * 1.31).cos();
                let mean = 0.168 * ripple * (-fall * (step - 330.0).max(0.0)).exp().max(0.03);
                Sample { step, mean, low: mean * 0.78, high: mean * 1.3 }
            };
            (1..=152).map(sample).collect()
        })
        .collect();
    let compared = [("guessing 1".to_owned(), 0.167), ("solved".to_owned(), 0.01)];
    let runs: Vec<Losses> =
        (0..3).map(|n| Losses { cell: CellKind::ALL[n], samples: &samples[n], has_seeds: true }).collect();
    let common = extent(&runs, &compared, 4000);
    let lanes: Vec<Chart> = runs.iter().map(|run| losses(std::slice::from_ref(run), &compared, &common)).collect();
    let size = (440.0, 230.0);
    let margins = lanes.iter().map(|chart| Margins::of(chart, size, true)).reduce(Margins::join);
    for (cell, chart) in CellKind::ALL.into_iter().zip(lanes) {
        all.push((format!("loss-{}", cell.key()), chart, size, margins));
    }
    all.push(("loss".to_owned(), losses(&runs, &compared, &common), (760.0, 300.0), None));
    all
}

/// The colours of a theme, from the page’s tokens.
fn palette(style: &str, dark: bool) -> Palette {
    let color = |name: &str| {
        let line = style.split_once(&format!("{name}: light-dark(")).expect("the style sheet has the colour").1;
        let pair = line.split_once(')').expect("the colour ends").0;
        Rgb::parse(pair.split(',').nth(usize::from(dark)).unwrap_or_default()).expect("the colour is one")
    };
    let ramp = |name: &str, n: usize| Ramp((0..n).map(|i| color(&format!("--{name}-{i}"))).collect());
    Palette {
        paper: color("--paper"),
        ink: color("--ink"),
        ink_soft: color("--ink-2"),
        line: color("--line"),
        cells: [color("--rnn"), color("--lstm"), color("--gru")],
        backward: color("--backward"),
        alarm: color("--alarm"),
        signed: ramp("signed", 9),
        gradient: ramp("gradient", 5),
    }
}
