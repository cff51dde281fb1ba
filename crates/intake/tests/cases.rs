//! Files as people have them, each with its right numbers.

use intake::{Choices, Encoding, Fault, Limits, Note, Series, Why, decode, read, series};

const LIMITS: Limits = Limits { least_rows: 30, most_rows: 20_000, most_columns: 8 };

fn bytes(file: &str) -> Vec<u8> {
    let path = format!("{}/../../tests/fixtures/cases/{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text(file: &str) -> String {
    decode(&bytes(file)).unwrap_or_else(|binary| panic!("{file}: {binary:?}")).text
}

fn of(text: &str, choices: &Choices) -> Result<Series, Fault> {
    series(&mut read(text, choices)?, choices, LIMITS)
}

fn good(file: &str) -> Series {
    of(&text(file), &Choices::default()).unwrap_or_else(|fault| panic!("{file}: {fault:?}"))
}

fn ends(own: &Series, column: usize) -> (String, f64, String, f64) {
    let (labels, values) = (&own.labels, &own.values[column]);
    let last = values.len() - 1;
    (labels[0].clone(), values[0], labels[last].clone(), values[last])
}

fn left(own: &Series) -> Vec<(Why, usize, &str)> {
    let all = own.notes.iter().filter_map(|note| if let Note::Left(left) = note { Some(left) } else { None });
    all.map(|left| (left.why, left.rows, &*left.begin)).collect()
}

#[test]
fn a_caption_under_the_table_is_left_out_by_name() {
    let own = good("c01-footer.csv");
    assert_eq!(own.labels.len(), 48);
    assert_eq!(ends(&own, 0), ("1949-01".into(), 100.0, "1952-12".into(), 184.0));
    assert_eq!(left(&own), [(Why::NoNumber, 1, "Passengers: monthly totals in thousands.…")]);
}

#[test]
fn an_air_quality_export_has_three_columns_and_says_what_minus_200_is() {
    for file in ["c02-airquality-layout.csv", "c02b-airquality-comma-tail.csv"] {
        let own = good(file);
        assert_eq!(own.names, ["CO(GT)", "PT08.S1(CO)", "T"], "{file}");
        assert_eq!(own.labels.len(), 60);
        assert_eq!((&*own.labels[0], &*own.labels[59]), ("2004-03-10 00:00", "2004-03-12 11:00"));
        let row = |t: usize| [own.values[0][t], own.values[1][t], own.values[2][t]];
        assert_eq!((row(0), row(59)), ([2.0, 1200.0, 13.0], [2.8, 1790.0, 17.1]));
        assert!(own.values[0].iter().all(|value| *value >= 1.0), "filled along lines");
        let stand_in = Note::StandIn { column: "CO(GT)".into(), value: -200.0, cells: 3 };
        let filled = Note::Filled { column: "CO(GT)".into(), cells: 3, when: "2004-03-10 04:00".into() };
        assert_eq!(own.filled[0].len(), 3);
        assert!(own.notes.contains(&stand_in) && own.notes.contains(&filled), "{:?}", own.notes);
        assert!(own.notes.iter().any(|note| matches!(note, Note::Commas(cell) if cell == "2,0")), "{:?}", own.notes);
    }
    // Who knows that it is a number says so.
    let choices = Choices { stand_ins: Some(false), ..Choices::default() };
    let own = of(&text("c02-airquality-layout.csv"), &choices).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(own.values[0][4], -200.0);
}

#[test]
fn newest_first_in_american_dates_is_put_in_order() {
    let own = good("c03-newest-first-us-dates.csv");
    assert_eq!(ends(&own, 0), ("2023-12-01".into(), 994.0, "2024-02-22".into(), 1235.79));
    assert_eq!((own.labels.len(), &*own.names[0]), (60, "Price"));
    assert_eq!(own.names, ["Price", "Open", "High", "Low"]);
    assert!(own.notes.contains(&Note::NewestFirst), "{:?}", own.notes);
    assert!(own.notes.iter().any(|note| matches!(note, Note::Dates { proved: true, .. })), "{:?}", own.notes);
    assert!(own.notes.contains(&Note::Derived("Change %".into(), "Price".into())), "{:?}", own.notes);
    let multiplied = |note: &Note| matches!(note, Note::Multiplied(name, _) if name == "Vol.");
    assert!(own.notes.iter().any(multiplied), "{:?}", own.notes);
}

#[test]
fn lines_above_the_head_are_passed_over_and_what_is_less_than_one_is_filled() {
    let own = good("c04-trends-preamble.csv");
    assert_eq!(own.labels.len(), 60);
    assert_eq!(ends(&own, 0), ("2023-01-01".into(), 10.0, "2024-02-18".into(), 32.0));
    assert_eq!((own.values[0][3], own.values[0][17]), (19.5, 25.5));
    assert_eq!(left(&own), [(Why::Above, 1, "Category: All categories")]);
    let strange = Note::Strange {
        column: "altcoin: (Worldwide)".into(),
        cells: 2,
        first: "<1".into(),
        when: "2023-01-22".into(),
    };
    assert!(own.notes.contains(&strange), "{:?}", own.notes);
}

#[test]
fn three_decimals_behind_a_comma_are_told_as_a_guess_that_can_be_changed() {
    let own = good("c07-three-decimals.csv");
    assert_eq!(own.values[0][..3], [1.25, 1.509, 1.361]);
    assert_eq!(own.values[0][30], 1.287);
    let most = own.values[0].iter().copied().fold(0.0, f64::max);
    let mean = own.values[0].iter().sum::<f64>() / 31.0;
    assert_eq!((most, (mean * 1e4).round() / 1e4), (1.62, 1.4326));
    let told = |note: &Note| matches!(note, Note::Unproved { cell, read: 1.25, other: 1250.0, .. } if cell == "1,250");
    assert!(own.notes.iter().any(told), "{:?}", own.notes);
    let choices = Choices { decimal: Some(intake::Decimal::Point), ..Choices::default() };
    let other = of(&text("c07-three-decimals.csv"), &choices).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(other.values[0][..2], [1250.0, 1509.0]);
}

#[test]
fn money_losses_in_parentheses_and_shares_are_numbers() {
    let own = good("c08-accounting.csv");
    for (t, value) in own.values[0].iter().enumerate() {
        let right = 1500.0 * (t as f64 / 3.0).sin() + 200.0;
        assert!((value - right).abs() < 0.0051, "month {t}: {value} is not {right}");
    }
    assert_eq!((own.values[0].len(), own.values[0].iter().filter(|value| **value < 0.0).count()), (36, 16));
    assert_eq!(own.values[1][..3], [8.0, 7.8, 7.4]);
    assert_eq!(own.units, ["$", "%"]);
    let few = good("c08b-parentheses-few.csv");
    assert_eq!(few.values[0][10], -33.52);
    assert_eq!(few.notes, [Note::Negative("(33.52)".into(), -33.52)]);
}

#[test]
fn signs_and_spaces_that_no_keyboard_has_are_read() {
    let own = good("c09-unicode-minus.csv");
    assert_eq!((own.values[0][..4].to_vec(), own.values[0][30]), (vec![-1.5, 2.5, 3.5, -4.5], -31.5));
    let own = good("c09b-nbsp-thousands.csv");
    assert_eq!((own.values[0][..2].to_vec(), own.values[0][35]), (vec![1200.5, 1201.5], 4235.5));
}

#[test]
fn the_line_sep_is_no_head() {
    for (file, names) in
        [("c10-sep-line.csv", vec!["value"]), ("c10b-sep-line-three-columns.csv", vec!["value", "other"])]
    {
        let own = good(file);
        assert_eq!(own.names, names);
        assert_eq!(
            (own.labels.len(), own.values[0][..4].to_vec(), own.values[0][30]),
            (31, vec![0.5, 1.5, 4.5, 9.5], 16.5)
        );
        if names.len() == 2 {
            assert_eq!((own.values[1][0], own.values[1][30]), (0.0, 30.0));
        }
    }
}

#[test]
fn a_head_may_hold_a_line_break() {
    let own = good("c11-head-with-line-break.csv");
    assert_eq!((own.names, own.units, own.labels.len()), (vec!["Wert (kWh)".to_owned()], vec!["kWh".to_owned()], 31));
    assert_eq!((own.values[0][0], own.values[0][30]), (0.5, 16.5));
}

#[test]
fn every_encoding_gives_the_same_numbers_and_the_same_name() {
    let cases = [
        ("c12-utf16le-bom.csv", Encoding::Utf16Le),
        ("c12d-excel-unicode-text.txt", Encoding::Utf16Le),
        ("c12b-utf8-bom.csv", Encoding::Utf8),
        ("c12c-windows-1252.csv", Encoding::Windows1252),
    ];
    for (file, encoding) in cases {
        assert_eq!(decode(&bytes(file)).map(|own| own.encoding), Ok(encoding), "{file}");
        let own = good(file);
        assert_eq!((own.names.clone(), own.labels.len()), (vec!["Höhe".to_owned()], 40), "{file}");
        assert_eq!((own.values[0][..3].to_vec(), own.values[0][39]), (vec![0.5, 1.5, 4.5], 8.5), "{file}");
    }
    assert!(text("c15-byte-92.txt").contains("It’s"));
}

#[test]
fn a_total_at_the_end_is_left_out() {
    let own = good("c13-total-row.csv");
    assert_eq!((own.labels.len(), ends(&own, 0).2, ends(&own, 0).3), (36, "2022-12".into(), 260.0));
    assert_eq!(left(&own), [(Why::Total, 1, "Total, 9320")]);
}
