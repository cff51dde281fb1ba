//! Compare as HTML: the table with its button, the sweeps as plots, pros and cons.

use super::plots;
use super::table::table;
use crate::results::{Shown, buttons};
use crate::runs::TableRuns;
use learn::sweep::rows;
use model::command::{ComparisonKey, SweepKey};
use pictures::html::escape;
use words::compare::words;
use words::fill;

/// All that Compare is drawn from.
pub struct Compared<'a> {
    /// How a sweep stands.
    pub shown: &'a dyn Fn(SweepKey) -> Shown,
    /// How long it takes, in seconds; 0 if that is not known.
    pub seconds: &'a dyn Fn(SweepKey) -> f64,
    /// The runs behind the table.
    pub runs: &'a TableRuns,
    /// The browser's name.
    pub browser: String,
    /// How many threads it says that the machine has.
    pub threads: f64,
}

/// Compare's parts. Those that change lie in a frame that does not, so what has been unfolded stays so.
#[must_use]
pub fn parts(compared: &Compared) -> Vec<(String, String)> {
    const TABLE: SweepKey = SweepKey::Compare(ComparisonKey::Table);
    const LENGTH: SweepKey = SweepKey::Compare(ComparisonKey::Length);
    const UNITS: SweepKey = SweepKey::Compare(ComparisonKey::Units);
    const EQUAL: SweepKey = SweepKey::Compare(ComparisonKey::Equal);
    let words = words();
    let panel = |key: SweepKey| buttons(key, &(compared.shown)(key), (compared.seconds)(key));
    let machine =
        fill(words.machine, &[("browser", &escape(&compared.browser)), ("threads", &compared.threads.to_string())]);
    let plot = |key: SweepKey, title: &str, how: &str| {
        format!(
            "<article class=\"paper\"><h3>{title}</h3><p class=\"how\">{how}</p><div class=\"run\" id=\"sweep-{key}\"></div>\
             <div id=\"sweep-{key}-picture\"></div><details><summary>{}</summary><div class=\"scroll\" tabindex=\"0\" id=\"sweep-{key}-numbers\"></div></details></article>",
            words.numbers
        )
    };
    let frame = format!(
        "<div class=\"papers compare\"><article class=\"paper claims\"><div class=\"run\" id=\"sweep-{TABLE}\"></div>\
         <p class=\"how\">{} {machine}</p><div id=\"sweep-{TABLE}-lines\"></div></article>{}{}{}</div>",
        fill(words.settings, &[("units", "32")]),
        plot(LENGTH, words.length, words.length_how),
        plot(UNITS, words.units_sweep, words.units_how),
        plot(EQUAL, words.equal_sweep, words.equal_how)
    );
    let mut parts = vec![
        ("train-controls".to_owned(), format!("<h2>{}</h2><p class=\"how\">{}</p>", words.title, words.intro)),
        ("train-own".to_owned(), frame),
    ];
    parts.extend(
        ["train-head", "train-buttons", "train-moment", "train-sweep"].map(|id| (id.to_owned(), String::new())),
    );
    let outcomes = |key: SweepKey| (compared.shown)(key).outcomes;
    parts.push((format!("sweep-{TABLE}"), panel(TABLE)));
    parts.push((format!("sweep-{TABLE}-lines"), table(&rows(&outcomes(TABLE)), compared.runs)));
    for key in [LENGTH, UNITS, EQUAL] {
        let (picture, numbers) =
            if key == LENGTH { plots::length(&outcomes(key)) } else { plots::size(&outcomes(key), key == EQUAL) };
        parts.push((format!("sweep-{key}"), panel(key)));
        parts.push((format!("sweep-{key}-picture"), picture));
        parts.push((format!("sweep-{key}-numbers"), numbers));
    }
    parts
}
