//! The widths of a font's characters at one weight, as the generated tables hold them.

/// One cut of a font, in parts of `units` to the em.
pub(super) struct Cut {
    pub units: f64,
    pub ascent: f64,
    pub descent: f64,
    /// By their first character.
    pub runs: &'static [Run],
}

/// Neighbouring characters from `first` on.
pub(super) struct Run {
    pub first: char,
    pub widths: &'static [u16],
}

impl Cut {
    /// The advance of a character in em, if the cut has it.
    pub(super) fn advance(&self, character: char) -> Option<f64> {
        let run = self.runs[..self.runs.partition_point(|run| run.first <= character)].last()?;
        let place = usize::try_from(u32::from(character) - u32::from(run.first)).ok()?;
        run.widths.get(place).map(|&width| f64::from(width) / self.units)
    }
}
