//! Choose: plain questions, advice by a table of rules, each reason with its experiment, and what it takes.

mod page;
mod rules;

pub use page::{answers, count, parts};
pub use rules::{Advice, DEFAULTS, QUESTIONS, RULES, Rule, pair, rule};
