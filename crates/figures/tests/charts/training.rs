//! The charts of training: losses, sweeps, and what a network answers.

use figures::charts::{accuracy, extent, list, losses, with_recorded};
use figures::{Drawn, Layout, Margins, Mark, Rgb, Scale, Text, reading, table};

use crate::marks::{
    CELLS, GRU, LSTM, RNN, SIZE, SOFT, assert_near, by_labels, column, dots, drawn, palette, rects, texts, vertices,
    word,
};
use crate::samples::{
    CLIPPED, HELD, LIST, NORMS, RECORDED, ahead_chart, answers_chart, clipped_chart, distances_chart, forecast_chart,
    loss_chart, norms_chart, recorded_chart, rights,
};

#[test]
fn sweeps_stand_where_the_table_says_with_their_spread() {
    let chart = accuracy(&[4, 20, 60], &rights(), 0.5);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "50 %", "100 %", false);
    let numbers = table(&chart);
    for (cell, color) in CELLS {
        for (at, right) in dots(&all, color).iter().zip(column(&numbers, cell.name())) {
            assert_near(at.1, y(right), cell.name());
        }
        let area = |d: &Drawn| {
            if let Mark::Area(p) = &d.mark { (d.color == color && p.len() > 3).then(|| p.clone()) } else { None }
        };
        let band = all.iter().find_map(area).expect("three seeds make a band");
        let ends = ["highest", "lowest"].map(|end| column(&numbers, &format!("{}, {end}", cell.name())));
        let round = ends[0].iter().chain(ends[1].iter().rev());
        assert_eq!(band.len(), 6);
        band.iter().zip(round).for_each(|(at, end)| assert_near(at.1, y(*end), cell.name()));
    }
    assert_eq!(numbers.notes, [("guessing".to_owned(), "50.0\u{202f}%".to_owned())]);
    let line = vertices(&all, SOFT, 1.2);
    assert!(line.iter().all(|at| (at.1 - y(0.5)).abs() <= 0.5) && line.len() > 20);
}

#[test]
fn losses_stand_where_the_table_says() {
    let chart = loss_chart(&[0.0, 0.05, 0.051]);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0.01", "1", true);
    let numbers = table(&chart);
    for (cell, color) in CELLS {
        let line = vertices(&all, color, 2.2);
        assert_eq!(line.len(), 50);
        for (at, loss) in line.iter().zip(column(&numbers, cell.name())) {
            assert_near(at.1, y(loss), cell.name());
        }
    }
    let steps = texts(&all).into_iter().find(|text| text.text == "500").expect("the last step is labelled");
    let last = vertices(&all, GRU, 2.2)[49];
    assert_near(last.0, steps.at.0 + steps.width / 2.0, "the last step");
}

#[test]
fn steps_that_were_clipped_have_ticks_at_the_foot_as_high_as_their_share() {
    let chart = clipped_chart();
    let layout = Layout::new(&chart, SIZE, true);
    let all = drawn(&chart, &layout);
    let ticks: Vec<Vec<(f64, f64)>> = (all.iter().filter(|d| d.color == palette().backward))
        .filter_map(|d| if let Mark::Path(points, _) = &d.mark { Some(points.clone()) } else { None })
        .collect();
    assert_eq!(ticks.len(), CLIPPED.len());
    let height = |tick: &[(f64, f64)]| tick[0].1 - tick[1].1;
    for (tick, (step, _)) in ticks.iter().zip(CLIPPED) {
        assert_near(tick[0].0, layout.x(step), "the step");
        assert_near(tick[0].1, layout.to.1, "the foot");
    }
    assert_near(2.0 * height(&ticks[1]), height(&ticks[0]), "half of the steps");
    assert!(height(&ticks[2]) >= 2.0, "a few steps are still seen");
    let numbers = table(&chart);
    assert_eq!(column(&numbers, "steps clipped")[..5], [0.0, 1.0, 0.5, 0.02, 0.0]);
    let told = reading(&chart, 30.0).values;
    let told: Vec<(&str, &str)> = told.iter().map(|value| (&*value.name, &*value.text)).collect();
    assert_eq!(told[1], ("steps clipped", "50.0\u{202f}%"));
}

#[test]
fn a_line_is_read_out_between_its_points_by_the_nearest_of_them_with_its_place() {
    let chart = with_recorded(loss_chart(&[0.02]), &[(20.0, 0.4), (50.0, 0.2)]);
    let told = |x: f64| reading(&chart, x).values.into_iter().map(|value| value.text).collect::<Vec<_>>();
    assert_eq!(told(30.0)[0], "0.400 (at 20)");
    assert_eq!(told(50.0)[0], "0.200");
    assert_eq!(told(60.0).len(), 1, "a line that has ended has nothing there");
}

#[test]
fn a_recorded_run_lies_behind_and_is_told_of_until_there_is_another() {
    let chart = recorded_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0.01", "1", true);
    let line = vertices(&all, SOFT, 1.2);
    for (_, loss) in RECORDED {
        assert!(line.iter().any(|at| (at.1 - y(loss)).abs() <= 0.5), "{loss}");
    }
    assert!(texts(&all).iter().any(|text| text.text == "recorded"));
    assert_eq!(chart.series[0].name, "recorded", "below all others");
    assert!(chart.headline.starts_with("Lowest loss so far"), "{}", chart.headline);
    let alone = with_recorded(losses(&[], &[], &extent(&[], &[], 400)), &RECORDED);
    assert_eq!(alone.headline, "Recorded: lowest loss 0.050, at step 250");
    let none = with_recorded(loss_chart(&[0.02]), &[]);
    assert_eq!(none, loss_chart(&[0.02]));
}

#[test]
fn charts_side_by_side_have_the_same_axes() {
    let charts = [loss_chart(&[0.0]), loss_chart(&[0.2])];
    let common = charts[0].extent().join(&charts[1].extent());
    let charts = charts.map(|chart| chart.with_extent(&common));
    let margins = charts.iter().map(|chart| Margins::of(chart, SIZE, true)).reduce(Margins::join).unwrap();
    let axes = charts.map(|chart| {
        let all = drawn(&chart, &Layout::with_margins(&chart, SIZE, true, margins));
        let labels: Vec<Text> = texts(&all).into_iter().filter(|text| text.size == 12.0).cloned().collect();
        labels
    });
    assert_eq!(axes[0], axes[1]);
    assert!(axes[0].len() > 8);
}

#[test]
fn what_stands_beside_others_along_the_same_x_reaches_as_far_as_they_do() {
    let low = forecast_chart();
    let mut high = low.clone();
    high.y.scale = Scale::Linear(100.0, 1000.0);
    let mut other = high.clone();
    other.x.scale = Scale::counted(3);
    let charts = [low.clone(), high.clone(), other.clone()];
    assert_eq!(low.clone().beside(&charts).extent(), high.clone().beside(&charts).extent());
    assert_ne!(low.clone().beside(&charts).extent(), low.extent());
    assert_eq!(high.clone().beside(&charts).extent(), high.extent());
    assert_eq!(other.clone().beside(&charts), other, "along another x");
}

#[test]
fn the_norm_is_cut_where_it_was_clipped() {
    let chart = norms_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0.1", "10", true);
    let line = vertices(&all, GRU, 2.2);
    assert_eq!(line.len(), 4);
    for (at, norm) in line.iter().zip([0.3, 1.0, 1.0, 0.5]) {
        assert_near(at.1, y(norm), "after clipping");
    }
    let thin = vertices(&all, SOFT, 1.2);
    for (_, norm) in NORMS {
        assert!(thin.iter().any(|at| (at.1 - y(norm)).abs() < 0.5), "before clipping: {norm} in {thin:?}");
    }
    assert_eq!(table(&chart).notes[0].0, "clipped at 1.00");
}

#[test]
fn marked_numbers_and_the_right_answer_stand_out_at_their_heights() {
    let chart = list(String::new(), &LIST, &[1, 3]);
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0", "1", false);
    let (bars, rings) = (rects(&all, SOFT), dots(&all, Rgb(1, 1, 1)));
    assert_eq!((bars.len(), rings.len()), (5, 2));
    bars.iter().zip(LIST).for_each(|((top, _), number)| assert_near(top.1, y(number), "a number"));
    for (ring, place) in rings.iter().zip([1, 3]) {
        assert_near(ring.1, y(LIST[place]), "a marked number");
        assert_near(ring.0, (bars[place].0.0 + bars[place].1.0) / 2.0, "its place");
    }
    let chart = answers_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0 %", "100 %", false);
    let right = rects(&all, LSTM);
    assert_eq!(right.len(), 1);
    assert_near(right[0].0.1, y(0.3), "the right answer");
    assert_near((right[0].0.0 + right[0].1.0) / 2.0, word(&all, "were"), "over its name");
}

#[test]
fn a_forecast_has_its_band_and_a_ring_where_it_was_far_off() {
    let chart = forecast_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "370", "374", false);
    for (n, at) in vertices(&all, RNN, 2.2).iter().enumerate() {
        assert_near(at.1, y(369.5 + (n % 5) as f64), "a forecast");
    }
    let rings = dots(&all, Rgb(1, 1, 1));
    assert_eq!(rings.len(), 2);
    assert_near(rings[0].1, y(374.0), "what was far off");
    let band = all.iter().find_map(|d| match &d.mark {
        Mark::Area(p) if d.color == RNN && p.len() > 3 => Some(p.clone()),
        _ => None,
    });
    let band = band.expect("a band");
    assert_near(band[0].1, y(370.5), "its upper edge");
    assert_near(band[23].1, y(368.5), "its lower edge");
}

#[test]
fn dates_stand_under_the_columns_in_which_they_begin() {
    let chart = ahead_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let layout = Layout::new(&chart, SIZE, true);
    let labels = ["Jan 1999", "Apr 1999", "Jul 1999", "Oct 1999", "Jan 2000", "Apr 2000", "Jul 2000"];
    for (n, label) in labels.iter().enumerate() {
        assert_near(word(&all, label), layout.x(3.0 * n as f64), label);
    }
    assert!(texts(&all).iter().any(|text| text.text == "time"));
    assert_eq!(reading(&chart, 8.0).place, "Sep 1999");
    assert_eq!(table(&chart).rows[12][0], "Jan 2000");
    let narrow = drawn(&chart, &Layout::new(&chart, (300.0, 200.0), true));
    assert!(
        texts(&narrow).iter().any(|text| text.text == "2000")
            && !texts(&narrow).iter().any(|text| text.text == "Apr 1999")
    );
}

#[test]
fn a_path_begins_at_the_last_value_that_is_read_and_its_errors_stand_by_the_distance() {
    let chart = ahead_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "364", "370", false);
    let path = vertices(&all, GRU, 2.2);
    assert_near(path[0].1, y(374.0), "the last value");
    assert_near(path.last().unwrap().1, y(364.0), "ten steps on");
    let numbers = table(&chart);
    assert_eq!(numbers.head[3], "on its own");
    assert_eq!(numbers.rows.iter().filter(|row| !row[3].is_empty()).count(), 11);
    assert_eq!(numbers.notes, [("last value".to_owned(), "374".to_owned())]);
    // One that runs away does not flatten what is true.
    let Scale::Linear(low, high) = chart.y.scale else { panic!("even") };
    assert!(low > 370.0 - 1.7 * 4.5 && high < 376.0, "{low} {high}");
    let chart = distances_chart();
    let all = drawn(&chart, &Layout::new(&chart, SIZE, true));
    let y = by_labels(&all, "0", "1", false);
    for (cell, color) in CELLS {
        for (at, error) in vertices(&all, color, 2.2).iter().zip(column(&table(&chart), cell.name())) {
            assert_near(at.1, y(error), cell.name());
        }
    }
    assert_eq!(column(&table(&chart), "last value"), HELD);
}
