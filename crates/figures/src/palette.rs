//! The colours a figure is drawn with. The page reads them from its style sheet, so that light and
//! dark have one source.

/// A colour, 0 to 255 a channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// A colour map: colours at even distances, mixed in between.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ramp(pub Vec<Rgb>);

/// All colours of one theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// The page behind the figures.
    pub paper: Rgb,
    /// Text and marks.
    pub ink: Rgb,
    /// Secondary text.
    pub ink_soft: Rgb,
    /// Grid lines and empty bars.
    pub line: Rgb,
    /// RNN, LSTM, GRU.
    pub cells: [Rgb; 3],
    /// What the backward pass has touched.
    pub backward: Rgb,
    /// What is not a number.
    pub alarm: Rgb,
    /// −1 to 1, zero in the paper's tone.
    pub signed: Ramp,
    /// The smallest to the largest gradient of the log scale.
    pub gradient: Ramp,
}

impl Rgb {
    /// Reads `#rrggbb`, or `rgb(r, g, b)` as browsers write it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(channels) = text.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')')) {
            let mut channels = channels.split(", ").map(str::parse);
            let mut next = || channels.next()?.ok();
            return Some(Self(next()?, next()?, next()?));
        }
        let hex = text.trim().strip_prefix('#').filter(|h| h.len() == 6 && h.is_ascii())?;
        let channel = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
        Some(Self(channel(0)?, channel(2)?, channel(4)?))
    }

    /// `#rrggbb`.
    #[must_use]
    pub fn css(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// This colour with a share of another.
    #[must_use]
    pub fn mix(self, other: Self, share: f64) -> Self {
        let channel = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(channel(self.0, other.0), channel(self.1, other.1), channel(self.2, other.2))
    }
}

impl Palette {
    /// Whether the paper is dark.
    #[must_use]
    pub fn is_dark(&self) -> bool {
        let Rgb(red, green, blue) = self.paper;
        u16::from(red) + u16::from(green) + u16::from(blue) < 3 * 128
    }
}

impl Ramp {
    /// The colour at 0..1; beyond that, the end's colour. Black if the ramp is empty.
    #[must_use]
    pub fn at(&self, x: f64) -> Rgb {
        let Some(last) = self.0.len().checked_sub(1) else { return Rgb::default() };
        let place = x.clamp(0.0, 1.0) * last as f64;
        let below = (place as usize).min(last.saturating_sub(1));
        self.0[below].mix(self.0[last.min(below + 1)], place - below as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ramp_goes_through_its_colours() {
        let ramp = Ramp(vec![Rgb(0, 0, 0), Rgb(100, 0, 0), Rgb(100, 200, 0)]);
        assert_eq!(ramp.at(-1.0), Rgb(0, 0, 0));
        assert_eq!(ramp.at(0.25), Rgb(50, 0, 0));
        assert_eq!(ramp.at(0.5), Rgb(100, 0, 0));
        assert_eq!(ramp.at(1.0), Rgb(100, 200, 0));
        assert_eq!(Ramp(vec![Rgb(7, 7, 7)]).at(0.5), Rgb(7, 7, 7));
    }

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(Rgb::parse(" #c8641b"), Some(Rgb(0xc8, 0x64, 0x1b)));
        assert_eq!(Rgb::parse("#c8641b").map(Rgb::css).as_deref(), Some("#c8641b"));
        assert_eq!(Rgb::parse("rgb(200, 100, 27)"), Some(Rgb(200, 100, 27)));
        assert_eq!([Rgb::parse("rgb(200, 100)"), Rgb::parse("rgb(200, 100, 300)")], [None; 2]);
        assert_eq!(Rgb::parse("red"), None);
        assert_eq!(Rgb::parse("#ééé"), None);
    }
}
