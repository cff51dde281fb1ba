//! Maps: pictures with a pixel for every number. The page paints them in its own colours.

/// A map of so many pixels a row: levels from 0 to 1, NaN where nothing is. `signed` takes the colours of
/// −1 to 1, with 0.5 for zero; else those of the gradient's scale.
#[must_use]
pub fn map(signed: bool, width: usize, levels: impl Iterator<Item = f64>) -> String {
    let level = |x: f64| if x.is_nan() { ' ' } else { char::from(b'0' + (x.clamp(0.0, 1.0) * 63.0).round() as u8) };
    let kind = if signed { 's' } else { 'g' };
    format!("{kind}{width}:{}", levels.map(level).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn a_level_is_a_character() {
        assert_eq!(map(true, 2, [0.0, 0.5, 1.0, f64::NAN].into_iter()), "s2:0Po ");
        assert_eq!(map(false, 1, [-3.0, 7.0].into_iter()), "g1:0o");
    }
}
