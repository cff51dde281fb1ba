//! What holds for every chart: its texts, its edges, what is read out of it, and the SVG it is saved as.

use engine::trace::CellKind;
use figures::charts::{ChainOf, Left, chain, gradient_left, spectrum};
use figures::{Chart, Direction, Drawn, Layout, Margins, Mark, Text, draw, read, reading, step, svg, table};

use crate::marks::{LSTM, RNN, SIZE, assert_near, dots, drawn, palette, texts, vertices, word};
use crate::samples::{all_charts, falling, left_chart, loss_chart, sentence};

/// A figure that is hidden has no size, and a page may be very narrow.
#[test]
fn no_size_is_too_small() {
    for chart in all_charts() {
        for size in [(0.0, 0.0), (1.0, 1.0), (30.0, 10.0), (10.0, 300.0)] {
            let all = drawn(&chart, &Layout::new(&chart, size, true));
            assert!(!all.is_empty(), "{} at {size:?}", chart.headline);
            let none = Margins { top: 0.0, right: 0.0, bottom: 0.0, left: 0.0 };
            drawn(&chart, &Layout::with_margins(&chart, size, false, none));
        }
    }
}

#[test]
fn no_text_lies_over_another_or_leaves_the_drawing_or_is_too_small() {
    for chart in all_charts() {
        for size in [SIZE, (1240.0, 400.0), (440.0, 300.0), (358.0, 280.0)] {
            let all = drawn(&chart, &Layout::new(&chart, size, true));
            let texts: Vec<&Text> = texts(&all).into_iter().filter(|text| !text.text.is_empty()).collect();
            for (n, text) in texts.iter().enumerate() {
                let (low, high) = text.room();
                assert!(text.size >= 12.0);
                let inside = low.0 >= -1.0 && low.1 >= -1.0 && high.0 <= size.0 + 1.0 && high.1 <= size.1 + 1.0;
                assert!(inside, "{text:?} leaves {size:?} in “{}”", chart.headline);
                for other in &texts[n + 1..] {
                    let (a, b) = other.room();
                    let apart = high.0 <= a.0 || b.0 <= low.0 || high.1 <= a.1 || b.1 <= low.1;
                    assert!(apart, "{text:?} lies over {other:?} in “{}” at {size:?}", chart.headline);
                }
            }
        }
    }
}

/// The names of lines and of references, wherever they stand.
fn names(chart: &Chart) -> Vec<&str> {
    let labels = chart.series.iter().map(|series| &*series.label).filter(|label| !label.is_empty());
    labels.chain(chart.references.iter().map(|reference| &*reference.name)).collect()
}

#[test]
fn no_name_lies_over_a_bar_or_over_the_line_of_a_reference() {
    for chart in all_charts() {
        for size in [SIZE, (1240.0, 400.0), (440.0, 300.0), (358.0, 280.0)] {
            let layout = Layout::new(&chart, size, true);
            let all = drawn(&chart, &layout);
            let names = names(&chart);
            let own = texts(&all).into_iter().filter(|text| text.size == 13.0 && names.contains(&&*text.text));
            for text in own {
                let ((left, top), (right, foot)) = text.room();
                let is_met = |drawn: &&Drawn| match drawn.mark {
                    // A swatch is smaller than a bar of any chart here is wide, and stands before its name.
                    Mark::Rect(a, b) => left < b.0 && a.0 < right && top < b.1 && a.1 < foot,
                    _ => false,
                };
                let met = all.iter().find(is_met);
                assert!(met.is_none(), "“{}” lies over {met:?} in “{}” at {size:?}", text.text, chart.headline);
                for reference in &chart.references {
                    let line = layout.y(reference.at);
                    let is_beside = left >= layout.to.0 || right <= layout.from.0;
                    let apart = is_beside || line <= top + 1.0 || line >= foot - 1.0;
                    assert!(
                        apart,
                        "“{}” lies over “{}” in “{}” at {size:?}",
                        text.text, reference.name, chart.headline
                    );
                }
            }
        }
    }
}

#[test]
fn the_name_of_a_reference_within_a_plot_goes_where_no_line_is() {
    // All lines run above the reference, and together at its right end; names stand before them.
    let words = sentence();
    let norms: Vec<Vec<f64>> =
        [1.4, 1.2, 1.1].map(|by| (0..13).map(|t| f64::from(12 - t) * f64::ln(by)).collect()).to_vec();
    let of = |n: usize| ChainOf { cell: CellKind::ALL[n], norm: &norms[n], mean: &[], cell_norm: &[] };
    let chart = chain(&[of(0), of(1), of(2)], &words, 1);
    for size in [(440.0, 300.0), (358.0, 280.0)] {
        let layout = Layout::new(&chart, size, true);
        let all = drawn(&chart, &layout);
        let name = texts(&all).into_iter().find(|text| text.text == "keeps its length").expect("it is named");
        let ((left, top), (right, foot)) = name.room();
        let one = layout.y(0.0);
        assert!(left > layout.from.0 && right <= layout.to.0 + 0.5, "{name:?} stands within the plot");
        // Lines lie on the reference or above it: the room is below it, and near.
        assert!(top >= one && foot < one + 24.0, "{name:?}, the reference at {one}");
    }
}

#[test]
fn a_name_gives_way_to_another_line() {
    // The RNN's values end where the LSTM's line, at the same height, goes on.
    let (rnn, lstm): (Vec<f64>, Vec<f64>) = (vec![-1.0, -4.0, -8.0], vec![-8.0; 9]);
    let chart = spectrum(&[(CellKind::Rnn, &rnn), (CellKind::Lstm, &lstm)], 3);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let name = texts(&all).into_iter().find(|text| text.text == "RNN").expect("the line is named");
    let (low, high) = name.room();
    let line = vertices(&all, LSTM, 2.2)[0].1;
    assert!(high.1 < line || low.1 > line, "from {} to {}, the line at {line}", low.1, high.1);
    assert!((name.at.1 - dots(&all, RNN)[2].1).abs() < 40.0);
}

#[test]
fn what_has_no_place_is_named_and_what_is_beyond_is_pointed_at() {
    let words = sentence();
    let mut shares = falling(0.5);
    shares[..4].copy_from_slice(&[f64::NAN, f64::INFINITY, 0.0, 0.0]);
    let cells = [(CellKind::Rnn, shares.as_slice())];
    let chart = gradient_left(&Left { cells: &cells, words: &words, read: 12, known_from: 0, at: 9, measured: 1 });
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let signs: Vec<&str> = (texts(&all).into_iter().map(|text| text.text.as_str()))
        .filter(|text| ["NaN", "∞", "0"].contains(text))
        .collect();
    assert_eq!(signs, ["NaN", "∞", "0"]);
    assert_eq!(dots(&all, RNN).len(), 9);

    // Of an axis that ends at 10⁻², the line is cut there, and a head points to where it goes on.
    let mut short = left_chart(&words);
    short.y.scale = figures::Scale::log([], (-2, 0));
    let layout = Layout::new(&short, SIZE, true);
    let all = drawn(&short, &layout);
    let line = vertices(&all, RNN, 2.2);
    assert!(line.iter().all(|at| at.1 <= layout.to.1 + 0.1));
    assert_near(line[0].1, layout.to.1, "the edge");
    let heads = |d: &&Drawn| d.color == RNN && matches!(&d.mark, Mark::Area(p) if p.len() == 3);
    assert_eq!(all.iter().filter(heads).count(), 1);
}

#[test]
fn a_place_is_read_out_and_keys_lead_from_one_to_the_next() {
    let words = sentence();
    let chart = left_chart(&words);
    let layout = Layout::new(&chart, SIZE, true);
    let all = drawn(&chart, &layout);
    let read = read(&chart, &layout, word(&all, "old") + 5.0).unwrap();
    assert_eq!((read.x, read.place.as_str()), (9.0, "step 10 “old”"));
    // 0.47³, 0.71³ and 0.8³.
    let texts: Vec<&str> = read.values.iter().map(|value| value.text.as_str()).collect();
    assert_eq!(texts, ["10.4\u{202f}%", "35.8\u{202f}%", "51.2\u{202f}%"]);
    let names: Vec<&str> = read.values.iter().map(|value| value.name.as_str()).collect();
    assert_eq!(names, ["RNN", "LSTM", "GRU"]);

    assert_eq!(step(&chart, None, Direction::On), Some(0.0));
    assert_eq!(step(&chart, Some(9.0), Direction::On), Some(10.0));
    assert_eq!(step(&chart, Some(9.0), Direction::Back), Some(8.0));
    assert_eq!(step(&chart, Some(12.0), Direction::On), Some(12.0));
    assert_eq!(step(&chart, Some(9.0), Direction::First), Some(0.0));
    assert_eq!(step(&chart, Some(9.0), Direction::Last), Some(12.0));

    let losses = loss_chart(&[0.0]);
    assert_eq!(reading(&losses, 30.0).place, "30");
    let all = table(&losses);
    assert_eq!(all.head, ["training steps", "RNN", "RNN, lowest", "RNN, highest"]);
    assert_eq!(all.rows.len(), 50);
}

#[test]
fn an_svg_is_well_formed_and_written_in_the_shipped_faces() {
    for mut chart in all_charts() {
        chart.headline.push_str(" <b>&\"'");
        let layout = Layout::new(&chart, SIZE, true);
        let text = svg(SIZE, |drawing| draw(drawing, &chart, &layout, &palette())).unwrap();
        assert_well_formed(&text);
        assert!(text.contains("&lt;b&gt;&amp;&quot;&apos;"));
        assert!(text.starts_with(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"760\" height=\"320\" viewBox=\"0 0 12160 5120\""
        ));
        // 12 px are 192 steps of the grid: nothing is smaller.
        let sizes =
            text.split("font-size=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse::<f64>().unwrap());
        assert!(sizes.into_iter().all(|size| size >= 191.9));
    }
}

/// Checks tags, attributes and entities.
fn assert_well_formed(text: &str) {
    let mut open: Vec<&str> = vec![];
    let mut rest = text;
    let entities = ["&lt;", "&gt;", "&amp;", "&quot;", "&apos;"];
    let plain = |text: &str| {
        assert!(!text.contains('>'), "{text:?}");
        let escaped = text.match_indices('&').all(|(at, _)| entities.iter().any(|e| text[at..].starts_with(e)));
        assert!(escaped, "{text:?}");
    };
    while let Some((before, tag)) = rest.split_once('<') {
        plain(before);
        assert!(!open.is_empty() || before.trim().is_empty());
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let (tag, is_closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let mut parts = tag.splitn(2, ' ');
        let name = parts.next().unwrap_or_default();
        let mut attributes = parts.next().unwrap_or_default().trim();
        let mut seen = vec![];
        while !attributes.is_empty() {
            let (key, value) = attributes.split_once("=\"").expect("an attribute has a value");
            let (value, more) = value.split_once('"').expect("a value ends");
            plain(value);
            assert!(!seen.contains(&key), "{key} twice");
            seen.push(key);
            attributes = more.trim_start();
        }
        if !is_closed {
            open.push(name);
        }
    }
    assert!(open.is_empty() && rest.trim().is_empty());
}
