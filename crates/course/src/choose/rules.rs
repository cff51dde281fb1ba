//! The rule behind the advice: a table, read from the top; the first row that fits gives the advice and its reasons.

use model::keys::Key;
use words::choose::{Words, words};

/// The questions; the table of keys has the answers to each.
pub const QUESTIONS: [Key; 6] = [Key::QLength, Key::QData, Key::QWhere, Key::QNeeds, Key::QFirst, Key::QTask];

/// What is answered where nothing has been chosen.
pub const DEFAULTS: [&str; 6] = ["medium", "some", "cpu", "unknown", "accuracy", "classify"];

/// What is advised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Advice {
    /// The plain RNN.
    Rnn,
    /// The GRU.
    Gru,
    /// The LSTM.
    Lstm,
    /// Both gated cells, side by side.
    Both,
    /// Something linear first.
    Line,
    /// Attention that has read much.
    Transformer,
    /// What is computed at once over long sequences.
    Parallel,
}

/// A row: what of each question fits (nothing: all), the advice, its reasons.
pub struct Rule {
    /// Of [`QUESTIONS`], in their order: the answers that fit, with bars between them; empty for all.
    pub when: [&'static str; 6],
    /// The advice.
    pub advice: Advice,
    /// Its reasons.
    pub reasons: fn(&'static Words) -> Vec<&'static str>,
}

/// The rules.
#[rustfmt::skip]
pub static RULES: &[Rule] = &[
    //            length         data           where       needs            first       task
    Rule { when: ["",            "little",      "",         "",              "",         "forecast"], advice: Advice::Line, reasons: |w| vec![w.reason_line, w.reason_fit] },
    Rule { when: ["",            "",            "",         "",              "baseline", "forecast"], advice: Advice::Line, reasons: |w| vec![w.reason_line, w.reason_teach] },
    Rule { when: ["",            "some|much",   "cpu|gpu",  "",              "accuracy", "generate|translate"], advice: Advice::Transformer, reasons: |w| vec![w.reason_read, w.reason_pretrained] },
    Rule { when: ["",            "little",      "cpu|gpu",  "",              "accuracy", "generate|translate"], advice: Advice::Transformer, reasons: |w| vec![w.reason_fit, w.reason_pretrained] },
    Rule { when: ["endless",     "",            "cpu|gpu",  "far|many|unknown", "",      ""], advice: Advice::Parallel, reasons: |w| vec![w.reason_wait, w.reason_fade] },
    Rule { when: ["short",       "",            "",         "",              "baseline", ""], advice: Advice::Rnn, reasons: |w| vec![w.reason_teach, w.reason_limit, w.reason_short] },
    Rule { when: ["medium|long", "",            "",         "",              "baseline", ""], advice: Advice::Rnn, reasons: |w| vec![w.reason_teach, w.reason_limit, w.reason_vanish] },
    Rule { when: ["short",       "",            "",         "near",          "speed",    ""], advice: Advice::Rnn, reasons: |w| vec![w.reason_short, w.reason_near] },
    Rule { when: ["short",       "",            "edge",     "near",          "",         ""], advice: Advice::Rnn, reasons: |w| vec![w.reason_short, w.reason_stream] },
    Rule { when: ["",            "",            "",         "near",          "",         "classify|forecast|tag"], advice: Advice::Rnn, reasons: |w| vec![w.reason_near, w.reason_tags] },
    Rule { when: ["",            "",            "edge",     "far",           "accuracy", ""], advice: Advice::Lstm, reasons: |w| vec![w.reason_road, w.reason_bias, w.reason_stream] },
    Rule { when: ["",            "",            "edge",     "",              "",         ""], advice: Advice::Gru, reasons: |w| vec![w.reason_light, w.reason_stream, w.reason_vanish] },
    Rule { when: ["medium|long|endless", "",    "",         "far",           "accuracy", ""], advice: Advice::Lstm, reasons: |w| vec![w.reason_vanish, w.reason_road, w.reason_bias] },
    Rule { when: ["",            "",            "",         "",              "speed",    ""], advice: Advice::Gru, reasons: |w| vec![w.reason_light, w.reason_vanish, w.reason_either] },
    Rule { when: ["",            "little",      "",         "",              "",         ""], advice: Advice::Gru, reasons: |w| vec![w.reason_fit, w.reason_light] },
    Rule { when: ["",            "",            "",         "many",          "",         ""], advice: Advice::Both, reasons: |w| vec![w.reason_many, w.reason_either, w.reason_gates] },
    Rule { when: ["",            "",            "",         "",              "",         ""], advice: Advice::Both, reasons: |w| vec![w.reason_either, w.reason_gates, w.reason_bias] },
];

/// The row that fits some answers, one to each question.
#[must_use]
pub fn rule(answers: [&str; 6]) -> &'static Rule {
    let fits = |rule: &&Rule| {
        rule.when.iter().zip(answers).all(|(when, answer)| when.is_empty() || when.split('|').any(|own| own == answer))
    };
    // The last row fits everything.
    RULES.iter().find(fits).unwrap_or(&RULES[RULES.len() - 1])
}

impl Advice {
    /// In words.
    #[must_use]
    pub fn said(self) -> &'static str {
        let words = words();
        match self {
            Self::Rnn => words.advice_rnn,
            Self::Gru => words.advice_gru,
            Self::Lstm => words.advice_lstm,
            Self::Both => words.advice_both,
            Self::Line => words.advice_line,
            Self::Transformer => words.advice_transformer,
            Self::Parallel => words.advice_parallel,
        }
    }
}

/// What is usually the case, and what is then answered where it is not the default: the guide at a glance.
fn cases() -> [(&'static str, &'static [(Key, &'static str)]); 11] {
    let w = words();
    [
        (w.glance_near, &[(Key::QNeeds, "near")]),
        (w.glance_baseline, &[(Key::QFirst, "baseline")]),
        (w.glance_fast, &[(Key::QFirst, "speed")]),
        (w.glance_edge, &[(Key::QWhere, "edge")]),
        (w.glance_little, &[(Key::QData, "little")]),
        (w.glance_far, &[(Key::QNeeds, "far"), (Key::QLength, "long")]),
        (w.glance_unknown, &[]),
        (w.glance_many, &[(Key::QNeeds, "many")]),
        (w.glance_line, &[(Key::QData, "little"), (Key::QTask, "forecast")]),
        (w.glance_text, &[(Key::QTask, "generate")]),
        (w.glance_endless, &[(Key::QLength, "endless"), (Key::QWhere, "gpu")]),
    ]
}

/// The guide at a glance: each advice once, with the cases that lead to it, as links to their answers in the form of
/// `words::rich`. The advice is what the rules say of those answers.
#[must_use]
pub fn glance() -> Vec<(Advice, Vec<String>)> {
    let mut all: Vec<(Advice, Vec<String>)> = vec![];
    for (case, answered) in cases() {
        let mut answers = DEFAULTS;
        for (key, answer) in answered {
            QUESTIONS.iter().zip(&mut answers).filter(|(own, _)| *own == key).for_each(|(_, own)| *own = answer);
        }
        let fragment: String = answered.iter().map(|(key, answer)| format!("&{}={answer}", key.name())).collect();
        let link = format!("[{case}](#view=choose{fragment})");
        let advice = rule(answers).advice;
        match all.iter_mut().find(|(own, _)| *own == advice) {
            Some((_, cases)) => cases.push(link),
            None => all.push((advice, vec![link])),
        }
    }
    all
}

/// An address of Train, with settings that resemble the answers.
#[must_use]
pub fn pair(answers: [&str; 6], units: usize) -> String {
    let [length, _, _, needs, _, task] = answers;
    let reach = match length {
        "short" => 10,
        "medium" => 40,
        _ => 100,
    };
    let units = units.clamp(1, 128);
    let task = match (task, needs) {
        ("forecast", _) => "task=sst".to_owned(),
        ("tag", _) => "task=speech_parts".to_owned(),
        ("generate", _) => "task=characters".to_owned(),
        ("translate", _) => "task=translation".to_owned(),
        (_, "many") => "task=sentiment".to_owned(),
        _ => format!("task=agreement&t_knob={}", reach.min(60)),
    };
    format!("view=train&{task}&t_units={units}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare;
    use crate::lesson::{Place, all, links};
    use learn::sweep::{Recorded, rows};
    use learn::task::Sets;
    use learn::training::Setup;
    use model::command::{ComparisonKey, SweepKey};
    use model::settings::State;
    use std::collections::HashSet;

    fn combinations() -> Vec<[&'static str; 6]> {
        let mut all = vec![[""; 6]];
        for (n, answers) in QUESTIONS.map(Key::names).into_iter().enumerate() {
            let each = |one: [&'static str; 6]| {
                answers.iter().map(move |answer| {
                    let mut one = one;
                    one[n] = answer;
                    one
                })
            };
            all = all.into_iter().flat_map(each).collect();
        }
        all
    }

    #[test]
    fn every_combination_has_an_advice_with_reasons_that_lead_to_experiments() {
        let mut links_seen = HashSet::new();
        for answers in combinations() {
            let reasons = (rule(answers).reasons)(words());
            assert!((2..=4).contains(&reasons.len()), "{answers:?}");
            for reason in reasons {
                let own = links(reason);
                assert_eq!(own.len(), 1, "{reason}");
                links_seen.extend(own);
            }
        }
        for link in links_seen {
            let (state, problems) = State::from_fragment(link);
            assert_eq!(problems, [], "{link}");
            let (lesson, page) = (state.settings.text(Key::Lesson), state.settings.text(Key::Page));
            assert!(lesson.is_empty() || Place::of(&state.settings).is_some(), "{link}");
            assert!(page.is_empty() || all().iter().any(|(key, _)| *key == page), "{link}");
        }
    }

    #[test]
    fn what_is_said_of_the_plain_rnn_is_what_was_recorded() {
        let text =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sets/recorded.txt")).unwrap();
        let key = ComparisonKey::Length;
        let rows =
            rows(&Recorded::read(&text).outcomes(&SweepKey::Compare(key).to_string(), 3 * compare::jobs(key).len()));
        // Of each length the RNN's, the LSTM's, the GRU's: 4, 10, 20, … words between.
        let solved: Vec<usize> = rows.iter().map(|row| row.unwrap().solved).collect();
        assert_eq!(solved[0], 3, "over four words it keeps up");
        let steps = |n: usize| rows[n].unwrap().steps;
        assert!(steps(0) < 1.2 * steps(1) && steps(0) < 1.2 * steps(2));
        assert!(solved[6] <= 1 && solved[7] == 3 && solved[8] == 3, "over twenty it does not: {solved:?}");
    }

    #[test]
    fn every_rule_is_reached_and_every_default_is_an_answer() {
        let reached: HashSet<*const Rule> =
            combinations().into_iter().map(|answers| std::ptr::from_ref(rule(answers))).collect();
        for (n, own) in RULES.iter().enumerate() {
            assert!(reached.contains(&std::ptr::from_ref(own)), "row {n}");
        }
        assert!(QUESTIONS.iter().zip(DEFAULTS).all(|(key, default)| key.names().contains(&default)));
        for rule in RULES {
            for (when, answers) in rule.when.iter().zip(QUESTIONS.map(Key::names)) {
                assert!(when.is_empty() || when.split('|').all(|own| answers.contains(&own)), "{when}");
            }
        }
    }

    #[test]
    fn the_guide_names_every_advice_once_and_its_links_answer_the_questions_so() {
        let guide = glance();
        let named: HashSet<Advice> = guide.iter().map(|(advice, _)| *advice).collect();
        assert_eq!((named.len(), guide.len()), (7, 7));
        for (advice, cases) in guide {
            for link in cases.iter().flat_map(|case| links(case)) {
                let (state, problems) = State::from_fragment(link);
                assert_eq!(problems, [], "{link}");
                assert_eq!(rule(crate::choose::answers(&state.settings)).advice, advice, "{link}");
            }
        }
    }

    /// No advice is given without regard to the answers: none makes up more than half of them.
    #[test]
    fn no_advice_makes_up_more_than_half_of_the_answers() {
        let all = combinations();
        for advice in RULES.iter().map(|rule| rule.advice) {
            let share = all.iter().filter(|own| rule(**own).advice == advice).count() as f64 / all.len() as f64;
            assert!(share < 0.5, "{advice:?} {share}");
        }
    }

    #[test]
    fn every_pair_of_runs_opens_in_train() {
        for answers in combinations() {
            for units in [1, 128, 1024] {
                let fragment = pair(answers, units);
                let (state, problems) = State::from_fragment(&fragment);
                assert_eq!(problems, [], "{fragment}");
                assert_eq!(Setup::new(&state.settings, &Sets::default()).1, [], "{fragment}");
            }
        }
    }

    #[test]
    fn longer_sequences_never_lead_back_to_the_plain_rnn() {
        let lengths = QUESTIONS[0].names();
        for answers in combinations() {
            let at = |length: &'static str| {
                rule([length, answers[1], answers[2], answers[3], answers[4], answers[5]]).advice
            };
            for pair in lengths.windows(2) {
                assert!(at(pair[0]) == Advice::Rnn || at(pair[1]) != Advice::Rnn, "{answers:?}");
            }
        }
    }
}
