//! Series, real and simulated: a vector of channels a time step, and the next value of the first channel as the target.
//! Workers ship the series' rows; the page starts with an empty [`Library`] and is sent the rows of a series when it
//! first reads it.

use std::sync::{Arc, LazyLock};

use super::{Example, Input, LONGEST, Row, SHORTEST, Sequence, Text, rows, simulated, token};
use crate::keys::Choice;

/// A shipped or simulated series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dataset {
    /// CO2 at Mauna Loa, monthly, ppm.
    Co2,
    /// Sunspot activity, yearly.
    Sunspots,
    /// Sea-surface temperature of the eastern Pacific, monthly, °C.
    SeaSurface,
    /// Weather of Seattle, daily: highest temperature, lowest temperature, precipitation, wind.
    Weather,
    /// One spoken /ae/: a frame of 12 LPC cepstrum coefficients at each step.
    Speech,
    /// Simulated clicks on a shop's pages, as tokens.
    Clicks,
    /// A simulated moving dot: frames of 8 × 8 pixels.
    Frames,
}

impl Dataset {
    /// Every series, in the order of the list on the page.
    pub const ALL: [Self; 7] =
        [Self::Co2, Self::Sunspots, Self::SeaSurface, Self::Weather, Self::Speech, Self::Clicks, Self::Frames];

    /// The key in the address and in the list of sequences.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Co2 => "co2",
            Self::Sunspots => "sunspots",
            Self::SeaSurface => "sst",
            Self::Weather => "weather",
            Self::Speech => "speech",
            Self::Clicks => "clicks",
            Self::Frames => "frames",
        }
    }

    /// The longest sequence of this series in time steps, without the last target.
    #[must_use]
    pub fn longest(self) -> usize {
        match self {
            // 309 years, the last of which is only a target.
            Self::Sunspots => 308,
            // 26 frames.
            Self::Speech => 25,
            _ => LONGEST,
        }
    }

    /// The number of channels.
    #[must_use]
    pub fn channels(self) -> usize {
        match self {
            Self::Weather => 4,
            Self::Speech => 12,
            Self::Frames => 64,
            _ => 1,
        }
    }

    /// Whether the target is the next value. Otherwise the loss is v·h and nothing is normalised.
    #[must_use]
    pub fn is_forecast(self) -> bool {
        !matches!(self, Self::Clicks | Self::Frames)
    }

    /// The unit of the first channel; empty if it has none.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Co2 => "ppm",
            Self::Sunspots => "sunspots",
            Self::SeaSurface | Self::Weather => "°C",
            Self::Speech | Self::Clicks | Self::Frames => "",
        }
    }

    /// The text of its shipped file.
    fn csv(self) -> &'static str {
        match self {
            Self::Co2 => include_str!("../../../../static/sets/co2-mauna-loa-monthly.csv"),
            Self::Sunspots => include_str!("../../../../static/sets/sunspots-yearly.csv"),
            Self::SeaSurface => include_str!("../../../../static/sets/sea-surface-temperature-monthly.csv"),
            Self::Weather => include_str!("../../../../static/sets/seattle-weather-daily.csv"),
            Self::Speech => include_str!("../../../../static/sets/japanese-vowels-utterance.csv"),
            Self::Clicks | Self::Frames => "",
        }
    }

    /// All its rows in order, with the channel to forecast first. Months that the source lacks are interpolated
    /// linearly.
    fn shipped(self) -> Vec<Row> {
        let rows = rows(self.csv());
        match self {
            Self::Co2 => {
                let rows = rows.map(|(when, values)| (when, values[0])).collect();
                fill_months(rows).into_iter().map(|(when, value)| (when, vec![value])).collect()
            }
            Self::Sunspots | Self::SeaSurface => rows.collect(),
            // In the file precipitation comes before the temperatures.
            Self::Weather => rows.map(|(when, v)| (when, vec![v[1], v[2], v[0], v[3]])).collect(),
            // The file counts frames from 0, and ends each with the speaker.
            Self::Speech => rows.enumerate().map(|(t, (_, v))| ((t + 1).to_string(), v[..12].to_vec())).collect(),
            Self::Clicks => simulated::clicks(),
            Self::Frames => simulated::frames(),
        }
    }
}

/// How a label becomes a token, with all of Unicode's tables.
#[derive(Clone, Copy, Debug)]
struct Folding(fn(&str) -> String);

/// There is only one.
impl PartialEq for Folding {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The rows of the available series: all of them in a worker; in the page those that a worker has sent. A worker's library has
/// Unicode's tables as well.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// By the number of the series.
    rows: [Option<Arc<[Row]>>; Dataset::ALL.len()],
    /// The example that was brought last, and the choices that it follows from.
    example: Option<(Vec<Choice>, Arc<Example>)>,
    /// None in the page, which folds what needs no tables.
    folding: Option<Folding>,
}

impl Library {
    /// The library of all shipped series. The first call reads them.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Library> = LazyLock::new(|| Library {
            rows: Dataset::ALL.map(|dataset| Some(dataset.shipped().into())),
            example: None,
            folding: Some(Folding(token::folded)),
        });
        &SHIPPED
    }

    /// The token of a word or character. Without tables one that needs them stays as it is.
    #[must_use]
    pub fn token(&self, label: &str) -> String {
        let by_tables = || self.folding.map_or_else(|| label.to_owned(), |Folding(fold)| fold(label));
        token::plain(label).unwrap_or_else(by_tables)
    }

    /// Whether the library makes the tokens of a text.
    #[must_use]
    pub fn can_fold(&self, text: &Text) -> bool {
        self.folding.is_some() || text.is_plain()
    }

    /// Whether the library has the rows of a series.
    #[must_use]
    pub fn has(&self, dataset: Dataset) -> bool {
        self.rows[dataset as usize].is_some()
    }

    /// The rows of a series; `None` if the library lacks them.
    #[must_use]
    pub fn rows(&self, dataset: Dataset) -> &[Row] {
        self.rows[dataset as usize].as_deref().unwrap_or_default()
    }

    /// The example that follows from these choices; `None` if the library lacks it.
    #[must_use]
    pub fn example(&self, of: &[Choice]) -> Option<&Example> {
        self.example.as_ref().filter(|(own, _)| own == of).map(|(_, example)| &**example)
    }

    /// Takes in the example that follows from these choices, in the place of the last one.
    pub fn bring_example(&mut self, of: Vec<Choice>, example: Example) {
        self.example = Some((of, Arc::new(example)));
    }

    /// Adds the rows of a series. Does nothing if there are too few rows, or rows of another width.
    pub fn bring(&mut self, dataset: Dataset, rows: Vec<Row>) {
        let fits = rows.len() > dataset.longest() && rows.iter().all(|(_, row)| row.len() == dataset.channels());
        if fits {
            self.rows[dataset as usize] = Some(rows.into());
        }
    }
}

/// The first `length` steps of a series, normalised to mean 0 and variance 1 over these steps, or as they are. Zeros of
/// the same shape if the library lacks the series.
#[must_use]
pub fn series(dataset: Dataset, library: &Library, length: usize, normalised: bool) -> Sequence {
    let length = length.clamp(SHORTEST, dataset.longest());
    let normalised = normalised && dataset.is_forecast();
    let mut sequence = if library.has(dataset) {
        forecast(library.rows(dataset), length, normalised, dataset.unit())
    } else {
        forecast(&vec![("…".to_owned(), vec![0.0; dataset.channels()]); length + 1], length, normalised, dataset.unit())
    };
    if dataset == Dataset::Clicks {
        sequence.input = Input::Tokens(sequence.labels.clone());
    } else if let (Input::Numbers { next, .. }, false) = (&mut sequence.input, dataset.is_forecast()) {
        next.clear();
    }
    sequence
}

/// The first `length` rows of at least one more; the next value of the first channel is the target.
pub(super) fn forecast(rows: &[Row], length: usize, normalised: bool, unit: &'static str) -> Sequence {
    let channel = |c: usize| -> Vec<f64> { rows.iter().take(length + 1).map(|(_, values)| values[c]).collect() };
    let width = rows[0].1.len();
    let scales: Vec<(f64, f64)> =
        (0..width).map(|c| if normalised { mean_and_deviation(&channel(c)[..length]) } else { (0.0, 1.0) }).collect();
    let scaled =
        |(c, scale): (usize, &(f64, f64))| -> Vec<f64> { channel(c).iter().map(|x| (x - scale.0) / scale.1).collect() };
    let channels: Vec<Vec<f64>> = scales.iter().enumerate().map(scaled).collect();
    Sequence {
        labels: rows.iter().take(length).map(|(when, _)| when.clone()).collect(),
        input: Input::Numbers {
            values: (0..length).flat_map(|t| channels.iter().map(move |channel| channel[t])).collect(),
            channels: width,
            next: channels[0][1..].to_vec(),
            unit,
            scale: scales[0],
        },
    }
}

/// Mean and standard deviation. The deviation is 1 if the values differ by no more than rounding errors.
fn mean_and_deviation(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n;
    let deviation = variance.sqrt();
    (mean, if deviation > mean.abs() * 1e-12 { deviation } else { 1.0 })
}

/// Fills the months that a monthly series lacks by linear interpolation.
#[must_use]
pub fn fill_months(rows: Vec<(String, f64)>) -> Vec<(String, f64)> {
    let month_number = |when: &str| {
        let (year, month) = when.split_once('-')?;
        Some(year.parse::<i32>().ok()? * 12 + month.parse::<i32>().ok()? - 1)
    };
    let name = |month: i32| format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1);
    let mut filled: Vec<(String, f64)> = Vec::with_capacity(rows.len() + 5);
    for (when, value) in rows {
        let here = month_number(&when);
        let last = filled.last().and_then(|(w, v)| Some((month_number(w)?, *v)));
        if let (Some(here), Some((month, before))) = (here, last) {
            let gap = here - month;
            let at = |m: i32| before + (value - before) * f64::from(m - month) / f64::from(gap);
            filled.extend((month + 1..here).map(|m| (name(m), at(m))));
        }
        filled.push((when, value));
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sequence::By;

    #[test]
    fn the_page_folds_alone_what_needs_no_tables() {
        for (text, is_plain) in
            [("The ÄPFEL, “שלום” 喜欢 👩‍👩‍👧 Ёлка", true), ("cafe\u{301}", false), ("STRASSE straße", false)]
        {
            let text = Text::new(text, By::Words).unwrap();
            let (own, all) = (Library::default(), Library::shipped());
            assert_eq!((text.is_plain(), own.can_fold(&text), all.can_fold(&text)), (is_plain, is_plain, true));
            let [own, all] = [&own, all].map(|library| text.sequence(|word| library.token(word)));
            assert_eq!(own == all, is_plain);
        }
    }

    #[test]
    fn the_five_missing_months_are_filled_along_a_line() {
        let rows = Dataset::Co2.shipped();
        assert_eq!(rows.len(), 526);
        let value = |when: &str| rows.iter().find(|(w, _)| w == when).map(|(_, v)| v[0]);
        // 1958-05 is 317.43 and 1958-07 is 315.62 in the source.
        assert!(value("1958-06").is_some_and(|v| (v - (317.43 + 315.62) / 2.0).abs() < 1e-9));
        assert!(["1958-10", "1964-02", "1964-03", "1964-04"].iter().all(|when| value(when).is_some()));
    }

    #[test]
    fn every_length_has_a_next_value() {
        for dataset in Dataset::ALL.into_iter().filter(|dataset| dataset.is_forecast()) {
            for length in [0, SHORTEST, 60, dataset.longest(), 10_000] {
                let sequence = series(dataset, Library::shipped(), length, true);
                let Input::Numbers { values, channels, next, .. } = &sequence.input else { panic!("numbers") };
                assert_eq!(*channels, dataset.channels());
                assert_eq!(values.len(), next.len() * channels);
                let first: Vec<f64> = values.iter().copied().step_by(*channels).collect();
                assert_eq!(first[1..], next[..next.len() - 1]);
                assert_eq!(next.len(), length.clamp(SHORTEST, dataset.longest()));
            }
        }
    }

    #[test]
    fn the_weather_has_its_channels_in_order() {
        let Input::Numbers { values, .. } = series(Dataset::Weather, Library::shipped(), 5, false).input else {
            panic!("numbers")
        };
        // 2012-01-01: 12.8 °C at most, 5.0 °C at least, no rain, 4.7 m/s.
        assert_eq!(values[..4], [12.8, 5.0, 0.0, 4.7]);
    }

    #[test]
    fn the_utterance_is_whole_and_its_numbers_are_the_sources() {
        let rows = Dataset::Speech.shipped();
        assert_eq!(rows.len(), Dataset::Speech.longest() + 1);
        assert!(rows.iter().all(|(_, values)| values.len() == 12 && values.iter().all(|x| x.is_finite())));
        let Input::Numbers { values, .. } = series(Dataset::Speech, Library::shipped(), 25, false).input else {
            panic!("numbers")
        };
        assert_eq!(
            values[..12],
            [1.3039, 0.0673, 0.5977, -0.2715, -0.2368, -0.4111, -0.0148, 0.1132, -0.0582, -0.1731, 0.0931, 0.0992]
        );
    }

    #[test]
    fn a_constant_channel_is_brought_to_zero() {
        let rows: Vec<Row> = (0..9).map(|t| (t.to_string(), vec![0.1, f64::from(t)])).collect();
        let Input::Numbers { values, .. } = forecast(&rows, 8, true, "").input else { panic!("numbers") };
        assert!(values.iter().step_by(2).all(|x| x.abs() < 1e-12));
    }

    #[test]
    fn normalised_means_mean_zero_and_variance_one() {
        let Input::Numbers { values, .. } = series(Dataset::Sunspots, Library::shipped(), 100, true).input else {
            panic!("numbers")
        };
        let (mean, deviation) = mean_and_deviation(&values);
        assert!(mean.abs() < 1e-12 && (deviation - 1.0).abs() < 1e-12);
    }
}
