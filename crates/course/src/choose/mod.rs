//! Choose: questions that lead to advice by a table of rules. Each reason links to its experiment, and costs are counted.

mod inline;
mod page;
mod rules;

pub use page::{answers, parts};
pub use rules::{Advice, DEFAULTS, QUESTIONS, RULES, Rule, pair, rule};
