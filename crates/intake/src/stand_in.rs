//! Numbers that stand for missing values.

/// Such numbers as programs and instruments write them.
const USUAL: [f64; 26] = [
    -9.99, -9.999, -99.999, -999.999, -9999.99, 99999.9, -200.0, -99.0, -99.9, -99.99, -999.0, -999.9, -999.99,
    -9999.0, -9999.9, -99999.0, -999_999.0, -8888.0, -32768.0, 999.0, 999.9, 9999.0, 9999.9, 99999.0, 999_999.0,
    32767.0,
];

/// The numbers of a column that stand for missing values: usual ones that are farther from all others than the others are
/// from each other. Each with how many cells hold it.
pub(crate) fn stand_ins(values: impl Iterator<Item = f64> + Clone) -> Vec<(f64, usize)> {
    let is_usual = |value: f64| USUAL.contains(&value);
    let mut found: Vec<(f64, usize)> = vec![];
    for value in values.clone().filter(|value| is_usual(*value)) {
        match found.iter_mut().find(|(own, _)| *own == value) {
            Some((_, count)) => *count += 1,
            None => found.push((value, 1)),
        }
    }
    if found.is_empty() {
        return found;
    }
    let others = values.filter(|value| !value.is_nan() && !is_usual(*value));
    let (low, high, count) = others
        .fold((f64::INFINITY, f64::NEG_INFINITY, 0), |(low, high, n), value| (low.min(value), high.max(value), n + 1));
    found.retain(|(value, cells)| {
        let away = (low - value).max(value - high);
        count > *cells && away > high - low
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_far_from_the_others_stands_for_nothing() {
        let of = |values: &[f64]| stand_ins(values.iter().copied());
        assert_eq!(of(&[2.0, 2.5, -200.0, 3.0, -200.0, 1.0]), [(-200.0, 2)]);
        assert_eq!(of(&[-150.0, -200.0, -250.0, -100.0]), []);
        assert_eq!(of(&[100.0, 500.0, 999.0, 900.0]), []);
        assert_eq!(of(&[20.0, 25.0, -999.0, -9999.0, 21.0]), [(-999.0, 1), (-9999.0, 1)]);
        assert_eq!(of(&[1.0, 2.0, 3.0]), []);
    }
}
