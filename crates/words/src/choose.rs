//! The prose of Choose.

prose!("choose");

messages! {
    wrong(found: &str, default: usize);
    sizes(units: usize => counted, inputs: usize => counted);
    estimate(basis: &str);
    formula(blocks: usize, units: usize, inputs: usize, count: usize => counted);
}
