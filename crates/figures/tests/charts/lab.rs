//! The charts of the Lab: what is left of a gradient, and what it is made of.

use engine::trace::CellKind;
use figures::charts::{Beside, Left, Over, Shares, factors, gradient_left, maps, sides_left, ways};
use figures::{Drawn, Layout, Mark, Role, Scale, reading, table};

use crate::marks::{
    CELLS, LSTM, RNN, SIZE, SOFT, assert_near, by_labels, column, dots, drawn, palette, vertices, word,
};
use crate::samples::{
    ARRIVES, FACTORS, WEIGHTS, after_charts, chain_chart, costs_of_scans, counter_chart, depths_chart, draws_chart,
    factors_chart, falling, found_chart, gates_charts, left_chart, moved_chart, road_shares, roads_chart, sentence,
    sides_charts, spectrum_chart, ways_chart,
};

#[test]
fn what_is_left_of_the_gradient_stands_where_the_table_says() {
    let words = sentence();
    let chart = left_chart(&words);
    let layout = Layout::new(&chart, SIZE, true);
    let all = drawn(&chart, &layout);
    let y = by_labels(&all, "0.01 %", "100 %", true);
    let numbers = table(&chart);
    // A word may come twice, its step doesn't.
    assert_eq!([&*numbers.rows[0][0], &numbers.rows[9][0]], ["1 “The”", "10 “old”"]);
    for (cell, color) in CELLS {
        let (dots, shares) = (dots(&all, color), column(&numbers, cell.name()));
        assert_eq!((dots.len(), shares.len()), (13, 13));
        for ((at, share), name) in dots.iter().zip(&shares).zip(&words) {
            assert_near(at.1, y(*share), name);
            assert_near(at.0, word(&all, name), name);
        }
        // The line goes through its dots.
        let line = vertices(&all, color, 2.2);
        assert!(line.len() == 13 && line.iter().zip(&dots).all(|(a, b)| a == b));
    }
}

#[test]
fn what_a_trained_unit_holds_and_its_gates_stand_where_the_tables_say() {
    let words = sentence();
    for chart in gates_charts(&words).into_iter().take(2) {
        let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
        let y = by_labels(&all, "0", "1", false);
        let numbers = table(&chart);
        let own = column(
            &numbers,
            numbers.head.iter().rfind(|name| name.contains("unit 8") || name.contains("forget")).unwrap(),
        );
        let line = vertices(&all, LSTM, 2.2);
        assert_eq!(line.len(), 13);
        line.iter().zip(own).for_each(|(at, number)| assert_near(at.1, y(number), &chart.headline));
    }
    let [held, gates, following] = gates_charts(&words);
    assert!(held.headline.contains("“book”") && held.headline.contains("“books”"), "{}", held.headline);
    assert!(gates.headline.contains("forget gate 95"), "{}", gates.headline);
    assert_eq!(following.headline, "3 of 4 units follow the noun’s number; before training, 0 did");
}

#[test]
fn what_a_counting_unit_holds_stands_where_the_table_says() {
    let chart = counter_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0", "2", false);
    let own = column(&table(&chart), "unit 3 of the LSTM");
    let line = vertices(&all, LSTM, 2.2);
    assert_eq!((line.len(), own[3]), (9, 2.2));
    line.iter().zip(own).for_each(|(at, number)| assert_near(at.1, y(number), "the state"));
    assert!(chart.headline.contains("Unit 3 of the LSTM") && chart.headline.contains("8 of 9"), "{}", chart.headline);
}

#[test]
fn shares_of_right_answers_stand_over_their_depths_with_the_trained_one_marked() {
    let chart = depths_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "70 %", "100 %", false);
    for (cell, color) in CELLS {
        let own = column(&table(&chart), cell.name());
        let line = vertices(&all, color, 2.2);
        assert_eq!((line.len(), own.len()), (10, 10), "{}", cell.name());
        line.iter().zip(own).for_each(|(at, share)| assert_near(at.1, y(share), cell.name()));
    }
    assert_eq!((chart.flags[0].at, chart.flags[0].role), (4.0, figures::Role::Ink));
    assert!(chart.headline.contains("8 deep the LSTM is right at 100"), "{}", chart.headline);
}

#[test]
fn the_chain_stands_where_the_table_says_however_deep() {
    let words = sentence();
    let chart = chain_chart(&words);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "10⁻⁶", "1", true);
    let numbers = table(&chart);
    for (cell, color) in CELLS {
        // A second line of the LSTM has a dot of the same colour at the cursor.
        for (at, norm) in vertices(&all, color, 2.2).iter().zip(column(&numbers, cell.name())) {
            assert_near(at.1, y(norm), cell.name());
        }
        // The first dash begins at the first number.
        let mean = column(&numbers, &format!("{}, geometric mean", cell.name()));
        assert_near(vertices(&all, color, 1.6)[0].1, y(mean[0]), "the mean");
    }
    let thin = vertices(&all, LSTM, 1.2);
    let alone = column(&numbers, "LSTM, cell state alone");
    assert_eq!(thin.len(), 13);
    thin.iter().zip(alone).for_each(|(at, norm)| assert_near(at.1, y(norm), "the cell state alone"));
}

#[test]
fn what_is_kept_and_what_is_left_stand_where_the_table_says() {
    let words = sentence();
    for (chart, low, high, is_log, kept) in [
        (moved_chart(&words), "0.1 %", "100 %", true, "state moved"),
        (found_chart(&words), "0 %", "100 %", false, "found by the probe"),
    ] {
        let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
        let y = by_labels(&all, low, high, is_log);
        let numbers = table(&chart);
        for (cell, color) in CELLS {
            let shares = column(&numbers, &format!("{}: {kept}", cell.name()));
            let dots: Vec<_> = dots(&all, color);
            assert_eq!(dots.len(), shares.len(), "{cell:?}");
            dots.iter().zip(&shares).for_each(|(at, share)| assert_near(at.1, y(*share), kept));
            // The first dash begins at the first number.
            let left = column(&numbers, &format!("{}: gradient left", cell.name()));
            let first = vertices(&all, color, 1.6)[0].1;
            if y(left[0]) < SIZE.1 {
                assert_near(first, y(left[0]), "the gradient");
            }
        }
    }
    let said = moved_chart(&words).headline;
    assert!(
        said.starts_with(
            "Read “store” instead of “The”, and the RNN’s last state moves by 100 % of the most it could; 0.024"
        ),
        "{said}"
    );
}

#[test]
fn a_band_holds_the_draws_that_the_table_says() {
    let words = sentence();
    let chart = draws_chart(&words);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0.01 %", "100 %", true);
    let numbers = table(&chart);
    for (cell, color) in CELLS {
        let own = column(&numbers, &format!("{}: this draw", cell.name()));
        dots(&all, color).iter().zip(&own).for_each(|(at, share)| assert_near(at.1, y(*share), "this draw"));
        let areas = all.iter().filter(|drawn| drawn.color == color);
        let band = areas.filter_map(|drawn| if let Mark::Area(shape) = &drawn.mark { Some(shape) } else { None });
        let band = band.max_by_key(|shape| shape.len()).expect("a band");
        assert_eq!(band.len(), 26);
        let first = [1.5, 0.66].map(|by| y(by * falling([0.47, 0.71, 0.8][cell as usize])[0]));
        assert_near(band[0].1, first[0], "its upper end");
        assert_near(band[25].1, first[1], "its lower end");
    }
    assert!(chart.headline.contains("more than 93 of 200 draws"), "{}", chart.headline);
}

#[test]
fn what_came_after_stands_where_the_table_says_up_to_the_loss() {
    let words = sentence();
    let [left, weights] = after_charts(&words);
    let all = drawn(&left, &Layout::new(&left, SIZE, true));
    let y = by_labels(&all, "0.1 %", "100 %", true);
    let numbers = table(&left);
    let (ink, soft) = (palette().ink, palette().ink_soft);
    for (at, share) in vertices(&all, ink, 2.2).iter().zip(column(&numbers, "minGRU")) {
        assert_near(at.1, y(share), "minGRU");
    }
    // Of three names, and no chain of attention: its places are rings alone.
    assert_eq!(numbers.rows.len(), 12, "nothing after the loss");
    let even = column(&numbers, "attention");
    assert!(even.iter().zip(ARRIVES).all(|(own, share)| (own - share).abs() < 1e-3), "{even:?}");
    assert!(left.headline.contains("7.5") && left.headline.contains("book"), "{}", left.headline);

    let all = drawn(&weights, &Layout::new(&weights, SIZE, true));
    let y = by_labels(&all, "0 %", "10 %", false);
    let bars: Vec<_> = (all.iter().filter(|drawn| drawn.color == ink))
        .filter_map(|drawn| if let Mark::Rect(a, b) = drawn.mark { Some((a, b)) } else { None })
        .filter(|(a, b)| b.0 - a.0 > 11.0)
        .collect();
    assert_eq!(bars.len(), 12);
    for ((a, b), share) in bars.iter().zip(WEIGHTS) {
        assert_near(b.1 - a.1, y(0.0) - y(share), "a weight");
    }
    let even = all.iter().any(|drawn| {
        drawn.color == soft && matches!(&drawn.mark, Mark::Path(points, _) if (points[0].1 - y(1.0 / 12.0)).abs() < 0.6)
    });
    assert!(even, "the line of equal weights");
}

#[test]
fn the_costs_of_a_scan_are_multiples_of_step_by_step() {
    let chart = costs_of_scans(3);
    let numbers = table(&chart);
    let near = |name: &str, expected: [f64; 3]| {
        let own = column(&numbers, name);
        assert!(own.iter().zip(expected).all(|(own, expected)| (own / expected - 1.0).abs() < 0.01), "{name}: {own:?}");
    };
    near("rounds", [4.0 / 15.0, 6.0 / 63.0, 8.0 / 255.0]);
    near("operations", [48.0 / 15.0, 256.0 / 63.0, 1280.0 / 255.0]);
    near("time, measured", [5.0; 3]);
    let headline = chart.headline.replace('\u{a0}', " ");
    assert!(headline.contains("8 rounds") && headline.contains("255 turns"), "{headline}");
    // Before it is measured, there is no line of times, and none is told.
    let counted = costs_of_scans(0);
    assert_eq!(counted.series.len(), 2);
    assert!(!counted.headline.contains("thread"));
}

#[test]
fn shares_of_roads_are_as_high_as_the_table_says() {
    let words = sentence();
    let chart = roads_chart(&words);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0 %", "100 %", false);
    let numbers = table(&chart);
    for (place, series) in chart.series.iter().enumerate() {
        let color = Role::Part(place, 4).color(&palette());
        let bars: Vec<((f64, f64), (f64, f64))> = (all.iter().filter(|drawn| drawn.color == color))
            .filter_map(|drawn| if let Mark::Rect(a, b) = drawn.mark { Some((a, b)) } else { None })
            .filter(|(a, b)| b.0 - a.0 > 11.0)
            .collect();
        let shares = column(&numbers, &series.name);
        assert_eq!(bars.len(), 12);
        for (t, ((a, b), share)) in bars.iter().zip(&shares).enumerate() {
            assert_near(b.1 - a.1, (y(0.0) - y(share.abs())).abs(), &series.name);
            assert_near((a.0 + b.0) / 2.0, word(&all, &words[t + 1]), &series.name);
        }
        // What works against the rest hangs below zero, what helps stands on what came before it.
        let before: f64 = road_shares()[0][..place].iter().sum();
        let (high, low) = (bars[0].0.1, bars[0].1.1);
        if place == 3 {
            assert_near(high, y(0.0), "what works against the rest");
        } else {
            assert_near(low, y(before), "a part of a bar");
        }
    }
}

#[test]
fn two_runs_stand_where_the_table_says_the_first_dashed_in_grey() {
    let words = sentence();
    let [left, length] = sides_charts(&words);
    for (chart, labels, is_log, steps) in [(left, ["0.1 %", "100 %"], true, 11), (length, ["0", "1"], false, 13)] {
        let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
        let y = by_labels(&all, labels[0], labels[1], is_log);
        let numbers = table(&chart);
        let line = vertices(&all, LSTM, 2.2);
        assert_eq!(line.len(), steps, "it ends at the loss");
        for (at, number) in line.iter().zip(column(&numbers, "changed")) {
            assert_near(at.1, y(number), "the second");
        }
        // The first dash begins at the first number.
        assert_near(vertices(&all, SOFT, 1.6)[0].1, y(column(&numbers, "as it is")[0]), "the first");
    }
}

#[test]
fn singular_values_stand_where_they_belong_beyond_what_a_number_holds() {
    let chart = spectrum_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    // The smallest is e^−440, about 10⁻¹⁹¹.
    let y = by_labels(&all, "10⁻¹⁵⁰", "1", true);
    let numbers = table(&chart);
    let dots = dots(&all, RNN);
    assert_eq!(dots.len(), 12);
    for (at, value) in dots.iter().zip(column(&numbers, "RNN")) {
        assert_near(at.1, y(value), "RNN");
    }
    // Those that a plain decomposition would not find are lines without dots, and as faint.
    let faint = |d: &&Drawn| d.color == LSTM && d.alpha < 0.5 && matches!(&d.mark, Mark::Path(_, w) if *w > 2.0);
    assert_eq!(all.iter().filter(faint).count(), 1);
}

#[test]
fn single_steps_of_all_cells_stand_where_the_table_says_and_the_one_in_focus_is_strong() {
    let words = sentence();
    let chart = factors_chart(&words);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0", "1", false);
    for ((cell, color), numbers) in CELLS.into_iter().zip(FACTORS) {
        let is_focus = cell == CellKind::Gru;
        let line = vertices(&all, color, if is_focus { 2.2 } else { 1.2 });
        // What was not asked for has no place.
        let known: Vec<f64> = numbers.into_iter().filter(|x| !x.is_nan()).collect();
        assert_eq!(line.len(), known.len(), "{}", cell.name());
        line.iter().zip(known).for_each(|(at, factor)| assert_near(at.1, y(factor), cell.name()));
    }
    // All three in one table, in one unit.
    let numbers = table(&chart);
    assert_eq!(column(&numbers, "LSTM"), FACTORS[1]);
    assert_eq!(numbers.notes, [("keeps its length".to_owned(), "1.00".to_owned())]);
    // Steps are counted once all are known.
    assert_eq!(chart.headline, "One step of the GRU stretches a gradient at most 1.2 times");
    let cells = [(CellKind::Gru, &FACTORS[2][1..]), (CellKind::Rnn, &[1.5; 3])];
    let whole = factors(&cells, CellKind::Gru, &words[..3], 2);
    assert_eq!(whole.headline, "1 of 3 steps of the GRU can stretch a gradient");
}

#[test]
fn shares_of_the_whole_way_are_told_as_that_and_as_far_as_they_matter() {
    let words = sentence();
    let chart = ways_chart(&words);
    assert_eq!(
        chart.headline,
        "Of the gradient that comes from the loss to “old”, 82\u{202f}% came by one road all the way: pure cell road, ∏ f"
    );
    let step = roads_chart(&words);
    assert_eq!(step.headline, "Going back from “old”, 64\u{202f}% of the gradient comes by one road: cell state, × f");
    let numbers = table(&chart);
    assert_eq!(numbers.head[1..], ["pure cell road, ∏ f, %", "pure hidden road, %", "mixed, %"]);
    assert_eq!(numbers.rows[0][1..], ["55.00", "< 0.01", "45.00"]);
    assert_eq!(numbers.notes, [("all of it".to_owned(), "100\u{202f}%".to_owned())]);
    let read: Vec<String> = reading(&chart, 9.0).values.into_iter().map(|value| value.text).collect();
    assert_eq!(read, ["82.0\u{202f}%", "< 0.001\u{202f}%", "18.0\u{202f}%"]);
    // Where most came by different roads, no road is named.
    let shares = [vec![0.2, 0.1, 0.7]];
    let mixed = ways(&Shares { names: &["a", "b", "mixed"], shares: &shares, first: 0, words: &words, at: 0 });
    assert!(mixed.headline.ends_with("70\u{202f}% changed roads on the way"), "{}", mixed.headline);
}

#[test]
fn what_has_grown_is_told_as_a_multiple_in_one_unit() {
    let words = sentence();
    let (grown, left) = (falling(1.2), falling(0.8));
    let cells = [(CellKind::Rnn, &grown[..]), (CellKind::Lstm, &left[..])];
    let of =
        |cells| gradient_left(&Left { cells, words: &words, read: 12, known_from: 0, at: 1, measured: 1 }).headline;
    // 1.2¹¹ = 7.43, 0.8¹¹ = 0.0859.
    let both =
        "At “book” the gradient of the RNN is 7.4\u{202f}× what it was at the loss, that of the LSTM 0.086\u{202f}×";
    assert_eq!(of(&cells), both);
    assert_eq!(of(&cells[..1]), "At “book” the gradient is 7.4\u{202f}× what it was at the loss");
    assert_eq!(of(&cells[1..]), "At “book” 8.6\u{202f}% of the gradient is left");
    let beside = |name: &'static str, reach: &'static [f64]| Beside { name, reach, lengths: &[] };
    let sides = [beside("as it is", &[0.5, 1.0]), beside("changed", &[3.0, 1.0])];
    let over = Over { cell: CellKind::Lstm, words: &words, read: 1, at: 0 };
    let said =
        "At “The” the gradient is 0.50\u{202f}× what it was at the loss with as it is, 3.0\u{202f}× with changed";
    assert_eq!(sides_left(&sides, &over).headline, said);
}

#[test]
fn rows_and_columns_of_a_map_are_named_at_their_middles() {
    let words = sentence();
    let middle = |layout: &Layout, row: usize, rows: usize| {
        layout.from.1 + (row as f64 + 0.5) / rows as f64 * (layout.to.1 - layout.from.1)
    };
    let units = maps::units(&words, 12).chart();
    let layout = Layout::new(&units, SIZE, false);
    let ticks = layout.y_ticks(&units);
    assert!(ticks.len() > 3);
    for tick in ticks {
        let row: usize = tick.text.parse().unwrap();
        assert_near(layout.y_of(tick.level), middle(&layout, row - 1, 12), "a unit, the first at the top");
    }
    let read = [0, 4, 12];
    let losses = maps::losses(&words, &read).chart();
    let layout = Layout::new(&losses, SIZE, false);
    for tick in layout.y_ticks(&losses) {
        let row = read.iter().position(|step| words[*step] == tick.text).unwrap();
        assert_near(layout.y_of(tick.level), middle(&layout, row, read.len()), "a loss, the first at the top");
    }
    let back = maps::reach(Scale::Linear(0.0, 100.0), 10).chart();
    let layout = Layout::new(&back, SIZE, false);
    assert_near(layout.y(0.0), middle(&layout, 9, 10), "the last step at the bottom");
    assert_near(layout.x(100.0), layout.to.0, "the last step of training");
}
