//! Choose: questions that lead to advice by a table of rules. Each reason links to its experiment, and costs are counted.

mod advised;
mod rules;

pub use advised::{Advised, Cost, Costs, Question, Size, answers, questions};
pub use rules::{Advice, DEFAULTS, QUESTIONS, RULES, Rule, glance, pair, rule};
