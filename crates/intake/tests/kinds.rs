//! Small tables as people and programs have them, each with its right numbers, worked out by hand.

use intake::{Choices, DateOrder, Decimal, Fault, Left, Limits, Note, Series, Why, decode, read, series};

const LIMITS: Limits = Limits { least_rows: 3, most_rows: 20_000, most_columns: 8 };

/// A table and what it is.
struct Case {
    about: &'static str,
    text: String,
    /// The names of the columns of numbers, and their values.
    columns: Vec<(&'static str, Vec<f64>)>,
    /// When each row was; not looked at if empty.
    labels: Vec<&'static str>,
    /// What has to be told.
    tells: Vec<fn(&Note) -> bool>,
    /// What must not be told.
    hides: Vec<fn(&Note) -> bool>,
}

/// A table with one column of numbers.
fn one(about: &'static str, text: impl Into<String>, name: &'static str, values: &[f64]) -> Case {
    many(about, text, &[(name, values)])
}

fn many(about: &'static str, text: impl Into<String>, columns: &[(&'static str, &[f64])]) -> Case {
    let columns = columns.iter().map(|(name, values)| (*name, values.to_vec())).collect();
    Case { about, text: text.into(), columns, labels: vec![], tells: vec![], hides: vec![] }
}

impl Case {
    fn at(mut self, labels: &[&'static str]) -> Self {
        self.labels = labels.to_vec();
        self
    }

    fn tells(mut self, is: fn(&Note) -> bool) -> Self {
        self.tells.push(is);
        self
    }

    fn hides(mut self, is: fn(&Note) -> bool) -> Self {
        self.hides.push(is);
        self
    }

    /// What is wrong with how it is read, if anything is.
    fn wrong(&self) -> Option<String> {
        let own = match of(&self.text) {
            Ok(own) => own,
            Err(fault) => return Some(format!("{}: {fault:?}\n{}", self.about, self.text)),
        };
        let columns: Vec<(&str, Vec<f64>)> =
            own.names.iter().map(|name| &**name).zip(own.values.iter().cloned()).collect();
        let near = |a: &[f64], b: &[f64]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9);
        let is_right = columns.len() == self.columns.len()
            && columns.iter().zip(&self.columns).all(|(a, b)| a.0 == b.0 && near(&a.1, &b.1))
            && (self.labels.is_empty() || own.labels == self.labels)
            && self.tells.iter().all(|is| own.notes.iter().any(is))
            && !self.hides.iter().any(|is| own.notes.iter().any(is));
        let seen = || format!("{}\n  read {columns:?}\n  at {:?}\n  told {:?}", self.about, own.labels, own.notes);
        (!is_right).then(|| format!("{}\n  right {:?} {:?}", seen(), self.columns, self.labels))
    }
}

fn of(text: &str) -> Result<Series, Fault> {
    with(text, &Choices::default())
}

fn with(text: &str, choices: &Choices) -> Result<Series, Fault> {
    series(&mut read(text, choices)?, choices, LIMITS)
}

fn check(cases: &[Case]) {
    let wrong: Vec<String> = cases.iter().filter_map(Case::wrong).collect();
    assert!(wrong.is_empty(), "{} of {} are wrong\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

fn unproved(note: &Note) -> bool {
    matches!(note, Note::Unproved { .. })
}

fn strange(note: &Note) -> bool {
    matches!(note, Note::Strange { .. })
}

fn dates_proved(note: &Note) -> bool {
    matches!(note, Note::Dates { proved: true, .. })
}

fn dates_guessed(note: &Note) -> bool {
    matches!(note, Note::Dates { proved: false, .. })
}

fn no_head(note: &Note) -> bool {
    matches!(note, Note::NoHead)
}

fn left(note: &Note) -> bool {
    matches!(note, Note::Left(_))
}

fn stand_in(note: &Note) -> bool {
    matches!(note, Note::StandIn { .. })
}

const DAYS: [&str; 5] = ["2024-01-02", "2024-01-03", "2024-01-05", "2024-01-08", "2024-01-31"];
const MONTHS: [&str; 5] = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"];

#[test]
fn banks_and_books() {
    let money = [-1234.5, 250.0, -12.99, 1000.0, -500.0];
    check(&[
        many(
            "German bank",
            "Buchungstag;Betrag;Saldo\n02.01.2024;-1.234,50 €;8.765,50 €\n03.01.2024;250,00 €;9.015,50 €\n05.01.2024;-12,99 €;9.002,51 €\n08.01.2024;1.000,00 €;10.002,51 €\n31.01.2024;-500,00 €;9.502,51 €\n",
            &[("Betrag", &money), ("Saldo", &[8765.5, 9015.5, 9002.51, 10002.51, 9502.51])],
        )
        .at(&DAYS)
        .tells(dates_proved),
        one(
            "Swiss bank",
            "Datum;CHF\n02.01.2024;-1'234.50\n03.01.2024;250.00\n05.01.2024;-12.99\n08.01.2024;1’000.00\n31.01.2024;-500.00\n",
            "CHF",
            &money,
        )
        .at(&DAYS),
        one(
            "French bank",
            "Date;Montant\n02/01/2024;-1\u{a0}234,50\u{a0}€\n03/01/2024;250,00\u{a0}€\n05/01/2024;-12,99\u{a0}€\n08/01/2024;1\u{202f}000,00\u{a0}€\n31/01/2024;-500,00\u{a0}€\n",
            "Montant",
            &money,
        )
        .at(&DAYS),
        one(
            "Indian lakh",
            "Date,Amount (INR)\n2024-01,\"1,23,456.50\"\n2024-02,\"12,34,567.00\"\n2024-03,\"1,00,00,000.00\"\n2024-04,950.25\n2024-05,\"7,654.00\"\n",
            "Amount (INR)",
            &[123_456.5, 1_234_567.0, 10_000_000.0, 950.25, 7654.0],
        )
        .at(&MONTHS),
        one(
            "a dash beside a currency is nought",
            "Month,Profit\n2024-01,\" $1,234.00 \"\n2024-02,\" $-   \"\n2024-03,\" $(1,500.00)\"\n2024-04, $ 12.00 \n2024-05,\" $ (3.50)\"\n",
            "Profit",
            &[1234.0, 0.0, -1500.0, 12.0, -3.5],
        ),
        one(
            "a minus behind, as SAP writes it",
            "Datum;Betrag\n02.01.2024;1.234,50-\n03.01.2024;250,00\n05.01.2024;12,99-\n08.01.2024;1.000,00\n31.01.2024;500,00-\n",
            "Betrag",
            &money,
        ),
        one(
            "debit is told apart from credit by letters: they are no units of one sum",
            "Date,Balance\n2024-01,10.50 Cr\n2024-02,11.50 Cr\n2024-03,12.50 Dr\n2024-04,13.50 Cr\n2024-05,14.50 Cr\n2024-06,15.50 Cr\n",
            "Balance",
            &[10.5, 11.5, 12.5, 13.5, 14.5, 15.5],
        )
        .tells(strange),
        one(
            "a code before the number",
            "date;price\n2024-01;EUR 1.250,00\n2024-02;EUR 980,50\n2024-03;EUR 1.100,25\n2024-04;EUR 7,00\n2024-05;EUR 8,00\n",
            "price",
            &[1250.0, 980.5, 1100.25, 7.0, 8.0],
        ),
        one(
            "Brazilian",
            "data;valor\n02/01/2024;R$ 1.234,50\n03/01/2024;R$ 250,00\n05/01/2024;-R$ 12,99\n08/01/2024;R$ 1.000,00\n31/01/2024;R$ -500,00\n",
            "valor",
            &[1234.5, 250.0, -12.99, 1000.0, -500.0],
        ),
    ]);
}

#[test]
fn marks_between_digits() {
    check(&[
        one(
            "points set thousands apart beside bare hundreds",
            "Datum;Besucher\n02.01.2024;1.250\n03.01.2024;980\n05.01.2024;1.020\n08.01.2024;870\n31.01.2024;2.300\n",
            "Besucher",
            &[1250.0, 980.0, 1020.0, 870.0, 2300.0],
        )
        .tells(unproved),
        one(
            "commas set thousands apart beside bare hundreds, though tabs separate",
            "date\tvisits\n2024-01-02\t1,250\n2024-01-03\t980\n2024-01-05\t1,020\n2024-01-08\t870\n2024-01-31\t2,300\n",
            "visits",
            &[1250.0, 980.0, 1020.0, 870.0, 2300.0],
        )
        .tells(unproved),
        many(
            "what speaks for one column speaks for the others",
            "Monat;2022;2023\nJanuar;1.234;1.345\nFebruar;1.111;987\nMärz;1.500;1.250\n",
            &[("2022", &[1234.0, 1111.0, 1500.0]), ("2023", &[1345.0, 987.0, 1250.0])],
        )
        .tells(unproved),
        one(
            "one cell decides for a comma",
            "t;v\n2024-01;1,250\n2024-02;1,5\n2024-03;2,125\n2024-04;3,750\n2024-05;1,125\n",
            "v",
            &[1.25, 1.5, 2.125, 3.75, 1.125],
        )
        .tells(|note| matches!(note, Note::Commas(cell) if cell == "1,5"))
        .hides(unproved),
        one(
            "one cell decides for thousands",
            "t,v\n2024-01,\"1,250\"\n2024-02,\"1,250,000\"\n2024-03,\"2,125\"\n2024-04,\"3,750\"\n2024-05,\"1,125\"\n",
            "v",
            &[1250.0, 1_250_000.0, 2125.0, 3750.0, 1125.0],
        )
        .hides(unproved),
        one(
            "millions by points",
            "Jahr;Einwohner\n2019;1.234.567\n2020;1.234.890\n2021;1.235.000\n2022;999.999\n2023;1.000.000\n",
            "Einwohner",
            &[1_234_567.0, 1_234_890.0, 1_235_000.0, 999_999.0, 1_000_000.0],
        )
        .hides(unproved),
        one(
            "semicolons with points",
            "t;v\n2024-01;1.5\n2024-02;2.25\n2024-03;-3.5\n2024-04;1234.75\n2024-05;1,234.75\n",
            "v",
            &[1.5, 2.25, -3.5, 1234.75, 1234.75],
        ),
        one(
            "points and a few commas",
            "t;v\n2024-01;1.5\n2024-02;2.5\n2024-03;3,5\n2024-04;4.5\n2024-05;5.5\n2024-06;6.5\n",
            "v",
            &[1.5, 2.5, 3.5, 4.5, 5.5, 6.5],
        )
        .tells(strange),
        many(
            "no head, decimal commas in one column",
            "1,5\n2,25\n3,5\n10,75\n",
            &[("1", &[1.0, 2.0, 3.0, 10.0]), ("2", &[5.0, 25.0, 5.0, 75.0])],
        )
        .tells(|note| matches!(note, Note::OneOrTwo(_))),
        one(
            "a head, decimal commas in one column",
            "Wert\n1,5\n2,25\n-3,5\n10,75\n",
            "Wert",
            &[1.5, 2.25, -3.5, 10.75],
        ),
        one("decimal points in one column", "value\n1.5\n2.25\n-3.5\n10.75\n", "value", &[1.5, 2.25, -3.5, 10.75]),
        one(
            "three decimals beside thousands that are bare",
            "t;v\n2024-01;1.250\n2024-02;1980\n2024-03;2.125\n2024-04;1500\n",
            "v",
            &[1.25, 1980.0, 2.125, 1500.0],
        )
        .tells(unproved),
        many(
            "another column proves the point",
            "t,a,b\n2024-01,1.5,1.255\n2024-02,2.5,2\n2024-03,3.5,1.125\n2024-04,4.5,3\n",
            &[("a", &[1.5, 2.5, 3.5, 4.5]), ("b", &[1.255, 2.0, 1.125, 3.0])],
        )
        .hides(unproved),
        one(
            "spaces set thousands apart",
            "t;v\n2024-01;1 234,5\n2024-02;12 345,5\n2024-03;345,5\n2024-04;1 234 567,5\n",
            "v",
            &[1234.5, 12_345.5, 345.5, 1_234_567.5],
        ),
        one(
            "exponents",
            "t,v\n2024-01,1.5e3\n2024-02,2E-2\n2024-03,1.25E+04\n2024-04,-3.5e0\n",
            "v",
            &[1500.0, 0.02, 12_500.0, -3.5],
        ),
        one(
            "exponents with commas",
            "t;v\n2024-01;1,5E+03\n2024-02;2,0E-02\n2024-03;1,25E+04\n2024-04;-3,5E+00\n",
            "v",
            &[1500.0, 0.02, 12_500.0, -3.5],
        ),
        one("Arabic digits", "t,v\n2024-01,١٢\n2024-02,٣٫٥\n2024-03,٤\n2024-04,٥\n", "v", &[12.0, 3.5, 4.0, 5.0]),
        many(
            "a number that a space cuts is told to be one or two",
            "1 234,50\n2 345,75\n3 450,25\n4 567,50\n",
            &[("1", &[1234.5, 2345.75, 3450.25, 4567.5])],
        )
        .tells(|note| matches!(note, Note::OneOrTwo(_))),
        one(
            "losses with decimal commas alone on a line",
            "R$ 16,55\n(R$ 702,77)\nR$ 571,83\n(R$ 465,83)\n",
            "1",
            &[16.55, -702.77, 571.83, -465.83],
        ),
        many(
            "thousands and a decimal comma alone on a line are told to be one or two",
            "1.234,5\n2.345,7\n3.456,2\n4.567,5\n",
            &[("1", &[1.234, 2.345, 3.456, 4.567]), ("2", &[5.0, 7.0, 2.0, 5.0])],
        )
        .tells(|note| matches!(note, Note::OneOrTwo(_))),
    ]);
}

#[test]
fn units_and_stand_ins() {
    check(&[
        one("bare numbers are no shares", "t,v\n2024-01,5%\n2024-02,6%\n2024-03,0.07\n2024-04,8%\n2024-05,9%\n2024-06,10%\n", "v", &[5.0, 6.0, 7.0, 8.0, 9.0, 10.0]).tells(strange),
        one("two currencies", "t,v\n2024-01,$5\n2024-02,$6\n2024-03,€70\n2024-04,$8\n2024-05,$9\n2024-06,$10\n", "v", &[5.0, 6.0, 7.0, 8.0, 9.0, 10.0]).tells(strange),
        one("units behind", "t,v\n2024-01,5.5 °C\n2024-02,6.5 °C\n2024-03,-7.5 °C\n2024-04,8.5 °C\n", "v", &[5.5, 6.5, -7.5, 8.5]),
        one("thousands by letters are no numbers", "t,n,v\n2024-01,1.2K,1\n2024-02,950,3\n2024-03,1.4M,2\n2024-04,1.1K,5\n", "v", &[1.0, 3.0, 2.0, 5.0]),
        one("-999", "t,v\n2024-01,5.5\n2024-02,-999\n2024-03,7.5\n2024-04,8.5\n2024-05,9.5\n2024-06,8.5\n", "v", &[5.5, 6.5, 7.5, 8.5, 9.5, 8.5]).tells(stand_in),
        one("-9999 and 9999", "t,v\n2024-01,5\n2024-02,-9999\n2024-03,7\n2024-04,9999\n2024-05,9\n2024-06,8\n2024-07,8\n2024-08,8\n2024-09,7\n2024-10,7\n", "v", &[5.0, 6.0, 7.0, 8.0, 9.0, 8.0, 8.0, 8.0, 7.0, 7.0]).tells(stand_in),
        one("-9.99 as an observatory writes it", "t,v\n2024-01,0.55\n2024-02,-9.99\n2024-03,0.75\n2024-04,0.25\n2024-05,0.5\n2024-06,0.5\n", "v", &[0.55, 0.65, 0.75, 0.25, 0.5, 0.5]).tells(stand_in),
        one(
            "words for missing in several languages",
            "t;v\n2024-01;1\n2024-02;k.A.\n2024-03;3\n2024-04;n/a\n2024-05;5\n2024-06;fehlt\n2024-07;7\n2024-08;sin datos\n2024-09;9\n2024-10;keine Daten\n2024-11;11\n2024-12;12\n2025-01;13\n2025-02;14\n2025-03;15\n2025-04;16\n2025-05;17\n2025-06;18\n2025-07;19\n2025-08;20\n2025-09;21\n2025-10;22\n2025-11;23\n2025-12;24\n2026-01;25\n",
            "v",
            &(1..=25).map(f64::from).collect::<Vec<f64>>(),
        ),
        one("a word that nobody knows is told", "t;v\n2024-01;1\n2024-02;2\n2024-03;ausgefallen\n2024-04;4\n2024-05;5\n2024-06;6\n", "v", &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).tells(strange),
    ]);
}

#[test]
fn programs() {
    check(&[
        one("pandas with an index", ",date,value\n0,2024-01-02,1.5\n1,2024-01-03,2.5\n2,2024-01-05,4.5\n3,2024-01-08,3.5\n4,2024-01-31,9.5\n", "value", &[1.5, 2.5, 4.5, 3.5, 9.5]).at(&DAYS),
        many("pandas with an index of dates", ",open,close\n2024-01-02,1.5,2.0\n2024-01-03,2.5,1.0\n2024-01-05,4.5,3.0\n2024-01-08,3.5,5.0\n2024-01-31,9.5,4.0\n", &[("open", &[1.5, 2.5, 4.5, 3.5, 9.5]), ("close", &[2.0, 1.0, 3.0, 5.0, 4.0])]).at(&DAYS),
        one("pandas, a series without a name", ",0\n0,1.5\n1,2.5\n2,4.5\n3,3.5\n", "0", &[1.5, 2.5, 4.5, 3.5]).hides(no_head),
        many("pandas, an array", ",0,1\n0,1.5,7\n1,2.5,9\n2,4.5,8\n3,3.5,3\n", &[("0", &[1.5, 2.5, 4.5, 3.5]), ("1", &[7.0, 9.0, 8.0, 3.0])]).hides(no_head),
        many("an array without its index", "0,1\n1.5,7\n2.5,9\n4.5,8\n3.5,3\n", &[("1", &[0.0, 1.5, 2.5, 4.5, 3.5]), ("2", &[1.0, 7.0, 9.0, 8.0, 3.0])]).tells(no_head),
        one("R, write.table", "\"date\" \"value\"\n\"1\" \"2024-01-02\" 1.5\n\"2\" \"2024-01-03\" 2.5\n\"3\" \"2024-01-05\" 4.5\n\"4\" \"2024-01-08\" 3.5\n\"5\" \"2024-01-31\" 9.5\n", "value", &[1.5, 2.5, 4.5, 3.5, 9.5]).at(&DAYS),
        one("R, write.csv", "\"\",\"date\",\"value\"\n\"1\",\"2024-01-02\",1.5\n\"2\",\"2024-01-03\",2.5\n\"3\",\"2024-01-05\",4.5\n\"4\",\"2024-01-08\",3.5\n\"5\",\"2024-01-31\",NA\n\"6\",\"2024-02-01\",5.5\n\"7\",\"2024-02-02\",5.5\n", "value", &[1.5, 2.5, 4.5, 3.5, 4.5, 5.5, 5.5]),
        many("R prints months beside years", "     Jan Feb Mar Apr\n1949 112 118 132 129\n1950 115 126 141 135\n1951 145 150 178 163\n1952 171 180 193 181\n", &[("Jan", &[112.0, 115.0, 145.0, 171.0]), ("Feb", &[118.0, 126.0, 150.0, 180.0]), ("Mar", &[132.0, 141.0, 178.0, 193.0]), ("Apr", &[129.0, 135.0, 163.0, 181.0])]).at(&["1949", "1950", "1951", "1952"]),
        many("numpy, savetxt with a header", "# t x y\n0.5 1.5 2.5\n1.0 3.5 1.5\n1.5 2.5 4.5\n2.0 9.5 3.5\n", &[("x", &[1.5, 3.5, 2.5, 9.5]), ("y", &[2.5, 1.5, 4.5, 3.5])]),
        one("a head behind a sign", "# date,value\n2024-01,1.5\n2024-02,2.5\n2024-03,4.5\n2024-04,3.5\n2024-05,9.5\n", "value", &[1.5, 2.5, 4.5, 3.5, 9.5]).at(&MONTHS).hides(no_head),
        one("a number sign as a name", "#,value\n1,1.5\n2,2.5\n3,4.5\n4,3.5\n", "value", &[1.5, 2.5, 4.5, 3.5]),
        one("MySQL", "+------------+-------+\n| date       | value |\n+------------+-------+\n| 2024-01-02 |   1.5 |\n| 2024-01-03 |  NULL |\n| 2024-01-05 |   4.5 |\n| 2024-01-08 |  -3.5 |\n| 2024-01-31 |   9.5 |\n+------------+-------+\n5 rows in set\n", "value", &[1.5, 3.0, 4.5, -3.5, 9.5]).at(&DAYS),
        one("PostgreSQL", "    date    | value \n------------+-------\n 2024-01-02 |   1.5\n 2024-01-03 |   2.5\n 2024-01-05 |   4.5\n 2024-01-08 |  -3.5\n 2024-01-31 |   9.5\n(5 rows)\n", "value", &[1.5, 2.5, 4.5, -3.5, 9.5]).at(&DAYS),
        one("Markdown", "| date | value |\n|:---|---:|\n| 2024-01-02 | 1.5 |\n| 2024-01-03 | 2.5 |\n| 2024-01-05 | 4.5 |\n| 2024-01-08 | -3.5 |\n| 2024-01-31 | 9.5 |\n", "value", &[1.5, 2.5, 4.5, -3.5, 9.5]).at(&DAYS),
        many("a trading program", "<DATE>\t<TIME>\t<OPEN>\t<CLOSE>\n2024.01.02\t00:00\t1.5\t2.0\n2024.01.02\t01:00\t2.5\t1.0\n2024.01.02\t02:00\t4.5\t3.0\n2024.01.02\t03:00\t3.5\t5.0\n", &[("<OPEN>", &[1.5, 2.5, 4.5, 3.5]), ("<CLOSE>", &[2.0, 1.0, 3.0, 5.0])]).at(&["2024-01-02 00:00", "2024-01-02 01:00", "2024-01-02 02:00", "2024-01-02 03:00"]),
        one("whole lines in quotes", "\"date,value\"\n\"2024-01,1.5\"\n\"2024-02,2.5\"\n\"2024-03,\"\"1,000.5\"\"\"\n\"2024-04,3.5\"\n\"2024-05,9.5\"\n", "value", &[1.5, 2.5, 1000.5, 3.5, 9.5]).at(&MONTHS),
        one("one column in quotes", "\"Wert\"\n\"1,5\"\n\"2,5\"\n\"4,5\"\n", "Wert", &[1.5, 2.5, 4.5]),
        one("spaces after commas before quotes", "date, value\n2024-01, \"1,234.5\"\n2024-02, \"2,345.5\"\n2024-03, \"345.5\"\n2024-04, \"1,000.0\"\n2024-05, \"0.5\"\n", "value", &[1234.5, 2345.5, 345.5, 1000.0, 0.5]).at(&MONTHS),
    ]);
}

#[test]
fn offices_and_observatories() {
    let many_days: String = (0..40)
        .map(|n| {
            format!("1818;{:02};{:02};1818.{n:03};{:4};-1.0;{:4};1\n", n / 31 + 1, n % 31 + 1, 60 + n % 7, 1 + n % 2)
        })
        .collect();
    let spots: Vec<f64> = (0..40).map(|n| f64::from(60 + n % 7)).collect();
    let counts: Vec<f64> = (0..40).map(|n| f64::from(1 + n % 2)).collect();
    let monthly: String = (0..24)
        .map(|n| {
            format!(
                "{};{:02};{}.{:03};  {}.5;  1.{};  {};1\n",
                1749 + n / 12,
                n % 12 + 1,
                1749 + n / 12,
                42 + n % 12 * 83,
                50 + n % 5,
                n % 9 + 1,
                20 + n % 3
            )
        })
        .collect();
    let noaa = "# --------------------------------------------------------------------\n# USE OF NOAA GML DATA\n# \n# These data are made freely available to the public, and the\n# scientific community, in the belief that their wide dissemination\n# \"will lead\" to greater understanding, and new insights.\n#\n#            decimal       monthly    de-season  #days  st.dev  unc. of\n#             date         average      alized          of days mon mean\n";
    let rows: String = (0..24)
        .map(|n| {
            format!(
                "  {}  {:>2}    {}.{:04}      3{:02}.70      3{:02}.43     {}   -9.99   -0.99\n",
                1958 + (n + 2) / 12,
                (n + 2) % 12 + 1,
                1958 + (n + 2) / 12,
                2027 + (n + 2) % 12 * 600 - 1200 + 400,
                15 + n % 6,
                14 + n % 4,
                20 + n % 9
            )
        })
        .collect();
    let (ppm, season, days): (Vec<f64>, Vec<f64>, Vec<f64>) = (
        (0..24).map(|n| f64::from(315 + n % 6) + 0.7).collect(),
        (0..24).map(|n| f64::from(314 + n % 4) + 0.43).collect(),
        (0..24).map(|n| f64::from(20 + n % 9)).collect(),
    );
    check(&[
        many("monthly means of an observatory", format!("{noaa}{rows}"), &[("4", &ppm), ("5", &season), ("6", &days)]).tells(no_head),
        many("daily sunspots", many_days, &[("5", &spots), ("7", &counts)]),
        many("monthly sunspots", monthly, &[
            ("4", &(0..24).map(|n| f64::from(50 + n % 5) + 0.5).collect::<Vec<f64>>()),
            ("5", &(0..24).map(|n| f64::from(n % 9 + 1) / 10.0 + 1.0).collect::<Vec<f64>>()),
            ("6", &(0..24).map(|n| f64::from(20 + n % 3)).collect::<Vec<f64>>()),
        ]),
        one("per cent signs before lines", "% Global averages\n% compiled, by hand, in 2024\n%\n% Year Anomaly\n 1850 -0.375\n 1851 -0.25\n 1852 -0.5\n 1853 0.125\n", "Anomaly", &[-0.375, -0.25, -0.5, 0.125]).at(&["1850", "1851", "1852", "1853"]),
        one("strokes before lines", "// made by a logger\n// version 2, all rights kept\ntime;level\n2024-01;1,5\n2024-02;2,5\n2024-03;4,5\n2024-04;3,5\n2024-05;9,5\n", "level", &[1.5, 2.5, 4.5, 3.5, 9.5]).at(&MONTHS),
        one("Eurostat", "freq,TIME_PERIOD,OBS_VALUE\nM,2024M01,1.5\nM,2024M02,:\nM,2024M03,4.5\nM,2024M04,3.5\nM,2024M05,9.5\n", "OBS_VALUE", &[1.5, 3.0, 4.5, 3.5, 9.5]).at(&MONTHS),
        many("household power", "Date;Time;Global_active_power;Voltage\n16/12/2006;17:24:00;4.216;234.840\n16/12/2006;17:25:00;5.360;233.630\n16/12/2006;17:26:00;?;233.290\n16/12/2006;17:27:00;0.388;233.740\n16/12/2006;17:28:00;3.666;235.680\n", &[("Global_active_power", &[4.216, 5.36, 2.874, 0.388, 3.666]), ("Voltage", &[234.84, 233.63, 233.29, 233.74, 235.68])]).at(&["2006-12-16 17:24", "2006-12-16 17:25", "2006-12-16 17:26", "2006-12-16 17:27", "2006-12-16 17:28"]),
        one("year, month, day and hour", "No,year,month,day,hour,pm2.5\n1,2010,1,1,0,NA\n2,2010,1,1,1,129\n3,2010,1,1,2,148\n4,2010,1,1,3,159\n5,2010,1,1,4,181\n6,2010,1,1,5,138\n", "pm2.5", &[129.0, 148.0, 159.0, 181.0, 138.0]).at(&["2010-01-01 01:00", "2010-01-01 02:00", "2010-01-01 03:00", "2010-01-01 04:00", "2010-01-01 05:00"]),
        one("year and the name of a month", "Year,Month,Sales\n2023,November,5\n2023,December,7\n2024,January,6\n2024,February,9\n", "Sales", &[5.0, 7.0, 6.0, 9.0]).at(&["2023-11", "2023-12", "2024-01", "2024-02"]),
        one("a date and an hour", "Date,Hour,Load\n2024-01-31,22,5\n2024-01-31,23,7\n2024-02-01,0,6\n2024-02-01,1,9\n", "Load", &[5.0, 7.0, 6.0, 9.0]).at(&["2024-01-31 22:00", "2024-01-31 23:00", "2024-02-01 00:00", "2024-02-01 01:00"]),
        one("broken cells of an old file", "\"Date\",\"Temp\"\n\"1981-01-01\",20.7\n\"1981-01-02\",17.9\n\"1981-01-03\",?0.2\n\"1981-01-04\",14.7\n\"1981-01-05\",15.8\n\"1981-01-06\",15.8\n", "Temp", &[20.7, 17.9, 16.3, 14.7, 15.8, 15.8]).tells(strange),
        one("Trends", "Category: All categories\n\nMonth,bread: (Germany)\n2024-01,10\n2024-02,<1\n2024-03,12\n2024-04,13\n2024-05,9\n2024-06,9\n", "bread: (Germany)", &[10.0, 11.0, 12.0, 13.0, 9.0, 9.0]).tells(strange),
    ]);
}

#[test]
fn forms_of_times() {
    let v = [1.5, 2.5, 4.5, 3.5, 9.5];
    check(&[
        one("quarters", "Quarter,v\n2023-Q2,1.5\n2023-Q3,2.5\n2023-Q4,4.5\n2024-Q1,3.5\n2024-Q2,9.5\n", "v", &v).at(&["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]),
        one("quarters first", "Quartal;v\nQ2/2023;1,5\nQ3/2023;2,5\nQ4/2023;4,5\nQ1/2024;3,5\nQ2/2024;9,5\n", "v", &v).at(&["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]),
        one("weeks", "week,v\n2020-W52,1.5\n2020-W53,2.5\n2021-W01,4.5\n2021-W02,3.5\n2021-W03,9.5\n", "v", &v).at(&["2020-W52", "2020-W53", "2021-W01", "2021-W02", "2021-W03"]),
        one("seconds since 1970", "timestamp,v\n1704067200,1.5\n1704070800,2.5\n1704074400,4.5\n1704078000,3.5\n1704081600,9.5\n", "v", &v).at(&["2024-01-01 00:00", "2024-01-01 01:00", "2024-01-01 02:00", "2024-01-01 03:00", "2024-01-01 04:00"]).tells(|note| matches!(note, Note::Unix(..))),
        one("euros by name and by sign", "t;v\n2024-01-01;1,5 EUR\n2024-01-02;2,5 €\n2024-01-03;€ 4,5\n2024-01-04;3,5 €\n2024-01-05;EUR 9,5\n", "v", &v),
        one("days of a spreadsheet", "Date,v\n45292,1.5\n45293,2.5\n45294,4.5\n45295,3.5\n45296,9.5\n", "v", &v).at(&["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"]).tells(|note| matches!(note, Note::Days(cell, day) if cell == "45292" && day == "2024-01-01")),
        one("months of a spreadsheet, the newest first", "v;Datum\n9,5;45413\n3,5;45383\n4,5;45352\n2,5;45323\n1,5;45292\n", "v", &v).at(&["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"]).tells(|note| *note == Note::NewestFirst),
        one("numbers of another name that might be days", "meters,v\n45292,1.5\n45293,2.5\n45294,4.5\n45295,3.5\n45296,9.5\n", "v", &v).hides(|note| matches!(note, Note::Days(..))),
        one("thousandths since 1970", "ts,v\n1704067200000,1.5\n1704070800000,2.5\n1704074400000,4.5\n1704078000000,3.5\n1704081600000,9.5\n", "v", &v).tells(|note| matches!(note, Note::Unix(..))),
        one("an hour is missing in spring, none with offsets", "t,v\n2024-03-31T00:00:00+01:00,1.5\n2024-03-31T01:00:00+01:00,2.5\n2024-03-31T03:00:00+02:00,4.5\n2024-03-31T04:00:00+02:00,3.5\n2024-03-31T05:00:00+02:00,9.5\n", "v", &v).at(&["2024-03-30 23:00", "2024-03-31 00:00", "2024-03-31 01:00", "2024-03-31 02:00", "2024-03-31 03:00"]).tells(|note| matches!(note, Note::InUtc)).hides(|note| matches!(note, Note::Gaps { .. })),
        one("an hour twice in autumn", "t,v\n2024-10-27 01:00,1.5\n2024-10-27 02:00,2.5\n2024-10-27 02:00,4.5\n2024-10-27 03:00,3.5\n2024-10-27 04:00,9.5\n", "v", &v).tells(|note| matches!(note, Note::Repeated { rows: 1, .. })),
        one("twelve hours", "t,v\n01/31/2024 10:00 PM,1.5\n01/31/2024 11:00 PM,2.5\n02/01/2024 12:00 AM,4.5\n02/01/2024 01:00 AM,3.5\n02/01/2024 02:00 AM,9.5\n", "v", &v).at(&["2024-01-31 22:00", "2024-01-31 23:00", "2024-02-01 00:00", "2024-02-01 01:00", "2024-02-01 02:00"]).tells(dates_proved),
        one("the midnight at a day's end", "t;v\n31.01.2024 22:00;1,5\n31.01.2024 23:00;2,5\n31.01.2024 24:00;4,5\n01.02.2024 01:00;3,5\n01.02.2024 02:00;9,5\n", "v", &v).at(&["2024-01-31 22:00", "2024-01-31 23:00", "2024-02-01 00:00", "2024-02-01 01:00", "2024-02-01 02:00"]),
        one("only a late row proves the day first", "t,v\n09/03/2024,1.5\n10/03/2024,2.5\n11/03/2024,4.5\n12/03/2024,3.5\n13/03/2024,9.5\n", "v", &v).at(&["2024-03-09", "2024-03-10", "2024-03-11", "2024-03-12", "2024-03-13"]).tells(dates_proved),
        one("only a late row proves the month first", "t,v\n3/9/2024,1.5\n3/10/2024,2.5\n3/11/2024,4.5\n3/12/2024,3.5\n3/13/2024,9.5\n", "v", &v).at(&["2024-03-09", "2024-03-10", "2024-03-11", "2024-03-12", "2024-03-13"]).tells(dates_proved),
        one("nothing proves which is the day", "t,v\n01/01/2024,1.5\n01/02/2024,2.5\n01/03/2024,4.5\n01/04/2024,3.5\n01/05/2024,9.5\n", "v", &v).tells(dates_guessed),
        one("dates contradict each other", "t,v\n13/03/2024,1.5\n14/03/2024,2.5\n15/03/2024,4.5\n03/16/2024,3.5\n17/03/2024,9.5\n", "v", &[1.5, 2.5, 4.5, 9.5]).tells(left).tells(dates_guessed),
        one("years of two digits", "t;v\n30.12.99;1,5\n31.12.99;2,5\n01.01.00;4,5\n02.01.00;3,5\n03.01.00;9,5\n", "v", &v).at(&["1999-12-30", "1999-12-31", "2000-01-01", "2000-01-02", "2000-01-03"]).tells(|note| matches!(note, Note::ShortYears(..))),
        one("newest first", "t,v\n2024-05,9.5\n2024-04,3.5\n2024-03,4.5\n2024-02,2.5\n2024-01,1.5\n", "v", &v).at(&MONTHS).tells(|note| matches!(note, Note::NewestFirst)),
        one("in no order", "t,v\n2024-04,3.5\n2024-01,1.5\n2024-05,9.5\n2024-03,4.5\n2024-02,2.5\n", "v", &v).at(&MONTHS).tells(|note| matches!(note, Note::Sorted)),
        one("months are missing", "t,v\n2024-01,1.5\n2024-02,2.5\n2024-06,4.5\n2024-07,3.5\n2024-08,9.5\n", "v", &v).tells(|note| matches!(note, Note::Gaps { places: 1, .. })),
        one("names of months", "Monat;v\nJan 2024;1,5\nFeb 2024;2,5\nMär 2024;4,5\nApr 2024;3,5\nMai 2024;9,5\n", "v", &v).at(&MONTHS),
        one("digits alone", "date,v\n20240102,1.5\n20240103,2.5\n20240105,4.5\n20240108,3.5\n20240131,9.5\n", "v", &v).at(&DAYS),
        one("a day without its midnight", "t;v\n31.01.2024 22:00;1,5\n31.01.2024 23:00;2,5\n01.02.2024;4,5\n01.02.2024 01:00;3,5\n01.02.2024 02:00;9,5\n", "v", &v).at(&["2024-01-31 22:00", "2024-01-31 23:00", "2024-02-01", "2024-02-01 01:00", "2024-02-01 02:00"]),
        one("hours in digits alone", "STATION;MESS_DATUM;TT\n44;2007040122;  11.4\n44;2007040123;   9.4\n44;2007040200;   8.1\n44;2007040201;   7.4\n", "TT", &[11.4, 9.4, 8.1, 7.4]).at(&["2007-04-01 22:00", "2007-04-01 23:00", "2007-04-02 00:00", "2007-04-02 01:00"]),
        one("from and to", "time,price\n01.01.2024 22:00 - 01.01.2024 23:00,1.5\n01.01.2024 23:00 - 02.01.2024 00:00,2.5\n02.01.2024 00:00 - 02.01.2024 01:00,4.5\n31.01.2024 00:00 - 31.01.2024 01:00,3.5\n", "price", &[1.5, 2.5, 4.5, 3.5]).at(&["2024-01-01 22:00", "2024-01-01 23:00", "2024-01-02 00:00", "2024-01-31 00:00"]).tells(dates_proved),
        one("basic form of ISO", "t,v\n20240131T220000,1.5\n20240131T230000,2.5\n20240201T000000,4.5\n", "v", &[1.5, 2.5, 4.5]).at(&["2024-01-31 22:00", "2024-01-31 23:00", "2024-02-01 00:00"]),
        one("the name of a zone", "t,v\n2024-01-31T22:00:00+01:00[Europe/Berlin],1.5\n2024-01-31T23:00:00+01:00[Europe/Berlin],2.5\n2024-02-01T00:00:00+01:00[Europe/Berlin],4.5\n", "v", &[1.5, 2.5, 4.5]).at(&["2024-01-31 22:00", "2024-01-31 23:00", "2024-02-01 00:00"]),
        one("calendar weeks", "KW;Umsatz\nKW 51/2023;1,5\nKW 52/2023;2,5\nKW 1/2024;4,5\nKW 2/2024;3,5\n", "Umsatz", &[1.5, 2.5, 4.5, 3.5]).at(&["2023-W51", "2023-W52", "2024-W01", "2024-W02"]),
        one("quarters in words", "t;v\n3. Quartal 2023;1,5\n4. Quartal 2023;2,5\n1. Quartal 2024;4,5\n", "v", &[1.5, 2.5, 4.5]).at(&["2023-Q3", "2023-Q4", "2024-Q1"]),
        many("names of one letter", "x,y\n1.5,2\n2.5,5\n4.0,4\n9.0,7\n", &[("x", &[1.5, 2.5, 4.0, 9.0]), ("y", &[2.0, 5.0, 4.0, 7.0])]),
        one("seconds in no order are told", "Time (s),v\n0,1.5\n1.0,2.5\n0.5,4.5\n1.5,3.5\n", "v", &[1.5, 2.5, 4.5, 3.5]).tells(|note| matches!(note, Note::NoTimes(Some(_)))),
        one("year and quarter", "Year,Quarter,v\n2023,2,1.5\n2023,3,2.5\n2023,4,4.5\n2024,1,3.5\n2024,2,9.5\n", "v", &v).at(&["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"]),
        one("no times at all", "a\n1.5\n2.5\n4.5\n3.5\n9.5\n", "a", &v).tells(|note| matches!(note, Note::NoTimes(None))),
    ]);
}

#[test]
fn rows_that_are_no_rows() {
    let twelve = |year: i32| (1..=12).map(move |m| format!("{year}-{m:02},{m}\n")).collect::<String>();
    let two_years: Vec<f64> = (1..=12).chain(1..=12).map(f64::from).collect();
    let week: String = (1..=12).map(|n| format!("n{n},{}\n", n * n)).collect();
    let squares: Vec<f64> = (1..=12).map(|n| f64::from(n * n)).collect();
    check(&[
        one("totals between years", format!("month,v\n{}Total 2023,78\n{}Total 2024,78\n", twelve(2023), twelve(2024)), "v", &two_years).tells(left),
        one("a year between months is their total", format!("month,v\n{}2023,78\n{}2024,78\n", twelve(2023), twelve(2024)), "v", &two_years).tells(left),
        one("totals after every three months", "month,v\n2023-01,5\n2023-02,6\n2023-03,7\nQ1 total,18\n2023-04,8\n2023-05,9\n2023-06,7\nQ2 total,24\n", "v", &[5.0, 6.0, 7.0, 8.0, 9.0, 7.0]).tells(left),
        one("a mean at the end", format!("month,v\n{}Average,6.5\n", twelve(2023)), "v", &two_years[..12]).tells(|note| matches!(note, Note::Left(left) if left.why == Why::Mean)),
        one("a mean at the end of rows without times", format!("station,v\n{week}Mean,{}\n", 650.0 / 12.0), "v", &squares).tells(left),
        one("a total at the end of rows without times", format!("station,v\n{week}Summe,650\n"), "v", &squares).tells(left),
        one("a total without a label", format!("month,v\n{},78\n", twelve(2023)), "v", &two_years[..12]).tells(|note| matches!(note, Note::Left(left) if left.why == Why::Total)),
        one("captions below", format!("month,v\n{}\nSource: the office\nNotes: (1) revised, (2) estimated, as of 2024\n* not adjusted\n", twelve(2023)), "v", &two_years[..12]).tells(left),
        one("captions above", format!("Table 4.1\nProduction, by month\n(thousands)\n\nmonth,v\n{}", twelve(2023)), "v", &two_years[..12]).tells(left),
        one("lines of a name and a number above the head", format!("Station,Berlin\nLatitude,52.5\nLongitude,13.4\nmonth,v\n{}", twelve(2023)), "v", &two_years[..12]).tells(|note| matches!(note, Note::Left(Left { why: Why::Above, rows: 3, .. }))),
        one("the same above years", "Latitude,52.5\nyear,v\n1990,1.5\n1991,2.5\n1992,4.5\n1993,3.5\n1994,5.5\n1995,3.5\n1996,2.5\n1997,3\n1998,4\n1999,5\n", "v", &[1.5, 2.5, 4.5, 3.5, 5.5, 3.5, 2.5, 3.0, 4.0, 5.0]).at(&["1990", "1991", "1992", "1993", "1994", "1995", "1996", "1997", "1998", "1999"]),
        one("the head again in the middle", format!("month,v\n{}month,v\n{}", twelve(2023), twelve(2024)), "v", &two_years).tells(left),
        many("units below the head", "time,temp,pressure\n,°C,hPa\n2024-01,1.5,1013\n2024-02,2.5,1009\n2024-03,4.5,1001\n2024-04,3.5,1007\n", &[("temp (°C)", &[1.5, 2.5, 4.5, 3.5]), ("pressure (hPa)", &[1013.0, 1009.0, 1001.0, 1007.0])]),
        many("a head of years", "month,2021,2022,2023\nJan,5,6,7\nFeb,3,5,9\nMar,8,1,2\nApr,5,4,4\n", &[("2021", &[5.0, 3.0, 8.0, 5.0]), ("2022", &[6.0, 5.0, 1.0, 4.0]), ("2023", &[7.0, 9.0, 2.0, 4.0])]).at(&["Jan", "Feb", "Mar", "Apr"]),
        one("no head at all", "2024-01,1.5\n2024-02,2.5\n2024-03,4.5\n2024-04,3.5\n2024-05,9.5\n", "2", &[1.5, 2.5, 4.5, 3.5, 9.5]).at(&MONTHS).tells(no_head),
        many("ragged rows", "t,a,b\n2024-01,1.5,7\n2024-02,2.5\n2024-03,4.5,9\n2024-04,3.5,8,6\n2024-05,9.5,4\n", &[("a", &[1.5, 4.5, 9.5]), ("b", &[7.0, 9.0, 4.0])]).tells(left),
        one("quoted separators and line breaks", "t,what,v\n2024-01,\"rain, snow\",1.5\n2024-02,\"a \"\"hot\"\" day\",2.5\n2024-03,\"first line\nsecond, line\",4.5\n2024-04,,3.5\n2024-05,\"x\",9.5\n", "v", &[1.5, 2.5, 4.5, 3.5, 9.5]).at(&MONTHS),
        one("empty columns", "t,,v,,,\n2024-01,,1.5,,,\n2024-02,,2.5,,,\n2024-03,,4.5,,,\n2024-04,,3.5,,,\n2024-05,,9.5,,,\n,,,,,\n,,,,,\n", "v", &[1.5, 2.5, 4.5, 3.5, 9.5]).at(&MONTHS),
        one("a comma behind each row but the head", "t,v\n2024-01,1.5,\n2024-02,2.5,\n2024-03,4.5,\n2024-04,3.5,\n2024-05,9.5,\n", "v", &[1.5, 2.5, 4.5, 3.5, 9.5]).at(&MONTHS),
        one("a name that is a year", "date,2023\n2023-01,1.5\n2023-02,2.5\n2023-03,4.5\n2023-04,3.5\n", "2023", &[1.5, 2.5, 4.5, 3.5]),
        one("a column that never changes", "t,a,b\n2024-01,1.5,3\n2024-02,2.5,3\n2024-03,4.5,3\n2024-04,3.5,3\n", "a", &[1.5, 2.5, 4.5, 3.5]).tells(|note| matches!(note, Note::Constant(names) if names == &["b"])),
    ]);
}

#[test]
fn many_columns_are_told_to_be_too_many() {
    let head: String = (1..=40).map(|n| format!(",c{n}")).collect();
    let row = |t: usize| format!("2024-0{t}{}\n", (1..=40).map(|n| format!(",{}", t * t + n)).collect::<String>());
    let own =
        of(&format!("t{head}\n{}", (1..=5).map(row).collect::<String>())).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(own.names, ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"]);
    assert_eq!(own.values[7], [9.0, 12.0, 17.0, 24.0, 33.0]);
    assert!(own.notes.contains(&Note::Wide { columns: 40, used: 8 }), "{:?}", own.notes);
}

#[test]
fn what_is_no_table_is_a_fault() {
    for text in [
        "<!DOCTYPE html>\n<html><table><tr><td>1</td></tr></table>",
        "<table><tr><td>1</td></tr>\n<tr><td>2</td></tr></table>",
        "<?xml version=\"1.0\"?>\n<a>1</a>\n<a>2</a>\n",
        "{\"a\": [1, 2, 3]}",
        "{\n  \"dates\": [\n    1,\n    2,\n    3\n  ]\n}\n",
        "[\n  {\n    \"t\": 1,\n    \"v\": 2.5\n  },\n  {\n    \"t\": 2,\n    \"v\": 3.5\n  },\n  {\n    \"t\": 3,\n    \"v\": 3.5\n  }\n]\n",
        "[[1, 2], [2, 3], [3, 5]]",
        "{\\rtf1\\ansi 1,5\\par 2,5\\par 3,5}",
    ] {
        assert!(matches!(of(text), Err(Fault::NoTable(_))), "{text}: {:?}", of(text));
    }
    assert_eq!(of(" \n\n"), Err(Fault::Empty));
    assert!(matches!(of("to be or not to be\nthat is the question\nwhether\n"), Err(Fault::NoNumbers(_))));
    let text = "date,value\n2024-01,1,5\n2024-02,2,5\n2024-03,4,5\n2024-04,3,5\n";
    assert!(matches!(of(text), Err(Fault::Commas(2, 3, _))), "{:?}", of(text));
    assert_eq!(of("t,v\n2024-01,1\n2024-02,2\n"), Err(Fault::Short(2)));
    assert_eq!(of("t,v\n2024-01,1\n2024-02,1\n2024-03,1\n"), Err(Fault::AllConstant));
}

#[test]
fn what_a_person_decides_holds() {
    let text = "t,v\n01/02/2024,\"1,250\"\n01/03/2024,\"1,500\"\n01/04/2024,\"2,250\"\n";
    let own = with(
        text,
        &Choices { decimal: Some(Decimal::Comma), dates: Some(DateOrder::MonthFirst), ..Choices::default() },
    );
    let own = own.unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(own.values, [[1.25, 1.5, 2.25]]);
    assert_eq!(own.labels, ["2024-01-02", "2024-01-03", "2024-01-04"]);
    let chosen = [Note::DatesChosen("01/02/2024".into(), "2024-01-02".into()), Note::DecimalChosen(Decimal::Comma)];
    assert!(chosen.iter().all(|note| own.notes.contains(note)), "{:?}", own.notes);
    assert!(!own.notes.iter().any(|note| matches!(note, Note::Dates { .. } | Note::Commas(_))), "{:?}", own.notes);
}

#[test]
fn a_column_that_was_left_out_is_read_if_a_person_wants_it() {
    let wants = |place: usize| Choices { with: vec![place], ..Choices::default() };
    // What follows from another: the change of the price in per cent, with two decimals.
    let prices = [100.0, 110.0, 99.0, 148.5, 74.25, 81.68, 89.84, 98.83, 108.71, 54.36, 59.79, 65.77];
    let change = |t: usize| if t == 0 { 0.0 } else { 100.0 * (prices[t] / prices[t - 1] - 1.0) };
    let row = |t: usize| format!("2024-01-{:02},{},{:.2}%\n", t + 1, prices[t], change(t));
    let text = format!("t,price,change\n{}", (0..12).map(row).collect::<String>());
    let found = of(&text).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(found.names, ["price"]);
    for choices in [wants(2), Choices { target: Some(2), ..Choices::default() }] {
        let own = with(&text, &choices).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert!(own.names.contains(&"change".to_owned()), "{choices:?}: {:?}", own.names);
        let place = own.names.iter().position(|name| name == "change").unwrap();
        assert_eq!(own.values[place][..4], [0.0, 10.0, -10.0, 50.0]);
        assert!(!own.notes.iter().any(|note| matches!(note, Note::Derived(..))), "{:?}", own.notes);
        assert_eq!(place == 0, choices.target.is_some());
    }
    // What is missing too often: two of six.
    let text = "t,v,w\n2024-01,1,5\n2024-02,2,\n2024-03,4,7\n2024-04,3,\n2024-05,7,9\n2024-06,8,4\n";
    assert_eq!(of(text).unwrap_or_else(|fault| panic!("{fault:?}")).names, ["v"]);
    let own = with(text, &wants(2)).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!((&own.values[1], &own.filled), (&vec![5.0, 6.0, 7.0, 8.0, 9.0, 4.0], &vec![vec![], vec![1, 3]]));
    let told = Note::Filled { column: "w".to_owned(), cells: 2, when: "2024-02".to_owned() };
    assert!(own.notes.contains(&told), "{:?}", own.notes);
    // What does not fit: the others make room, and the order stays that of the table.
    let head: String = (1..=50).map(|n| format!(",c{n}")).collect();
    let row = |t: usize| format!("2024-0{t}{}\n", (1..=50).map(|n| format!(",{}", t * t + n)).collect::<String>());
    let text = format!("t{head}\n{}", (1..=5).map(row).collect::<String>());
    let choices = Choices { with: vec![50, 20], target: Some(45), ..Choices::default() };
    let own = with(&text, &choices).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(own.names, ["c45", "c1", "c2", "c3", "c4", "c5", "c20", "c50"]);
    assert_eq!(own.values[7], [51.0, 54.0, 59.0, 66.0, 75.0]);
    // What never changes cannot be learned from, and is named.
    let text = "t,a,b\n2024-01,1.5,3\n2024-02,2.5,3\n2024-03,4.5,3\n2024-04,3.5,3\n";
    let own = with(text, &wants(2)).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!((own.names, own.still), (vec!["a".to_owned()], vec![2]));
}

#[test]
fn encodings() {
    let utf16: Vec<u8> =
        "Datum;Höhe\r\n02.01.2024;1,5\r\n03.01.2024;2,5\r\n05.01.2024;4,5\r\n08.01.2024;3,5\r\n31.01.2024;9,5\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
    let utf8 = "Datum;Höhe\n02.01.2024;1,5\n03.01.2024;2,5\n05.01.2024;4,5\n08.01.2024;3,5\n31.01.2024;9,5\n";
    let twice = [b"\xef\xbb\xbf\xef\xbb\xbf", utf8.as_bytes()].concat();
    let windows: Vec<u8> = utf8.chars().map(|c| c as u8).collect();
    let dos = [&*windows, b"\x1a"].concat();
    let quoted = format!("\u{feff}\"sep=;\"\r\n{}", utf8.replace('\n', "\r\n"));
    for bytes in [utf16, utf8.into(), twice, windows, dos, quoted.into_bytes(), utf8.replace('\n', "\r").into_bytes()] {
        let text = decode(&bytes).unwrap_or_else(|binary| panic!("{binary:?}")).text;
        let own = of(&text).unwrap_or_else(|fault| panic!("{fault:?}"));
        assert_eq!((own.names, own.labels), (vec!["Höhe".to_owned()], DAYS.map(str::to_owned).to_vec()), "{text}");
        assert_eq!(own.values, [[1.5, 2.5, 4.5, 3.5, 9.5]]);
    }
}
