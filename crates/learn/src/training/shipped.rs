//! The weights that ship with the page: of each task's default run, one network a cell, where that run ends. One file a
//! task, fetched when the Lab is to show a trained network that this browser has not trained itself.
//!
//! A file is [`framed`]: the version (8 bytes, little-endian), the content's FNV-1a hash (8 bytes), the content. The
//! content is, for RNN, LSTM and GRU in this order, in postcard's form: the run's [identity](Setup::identity), which names
//! task, cell, sizes and seed; the training steps made; the number of bytes that follow; and the weights as IEEE 754
//! half-precision numbers, little-endian. Weights stand in the order of [`Parameters::numbers`] for each layer from the
//! input up, then for each layer of the decoder; then the read-out's matrix row by row, then its bias.

use nalgebra::DMatrix;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::identity::{framed, unframed};
use super::session::Session;
use super::setup::Setup;
use crate::task::Task;
use engine::trace::{CellKind, Parameters};
use engine::train::Weights;
use model::keys::Key;
use model::settings::Settings;

/// The version of the file format. Files of another version are not read.
const FORMAT: u64 = 1;

/// Why weights that ship with the page cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unusable {
    /// The file has another version: it belongs to another version of the page.
    Version,
    /// The file is cut short or otherwise damaged.
    Damaged,
    /// The file holds another run, or a network of other sizes.
    Other,
}

/// One cell's network in a file.
#[derive(Serialize, Deserialize)]
struct Held {
    identity: String,
    step: usize,
    /// Two bytes a number.
    numbers: Vec<u8>,
}

/// A network that ships with the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Shipped {
    /// The training steps that it had made.
    pub step: usize,
    /// Its weights, rounded to half precision.
    pub weights: Weights,
}

impl Setup {
    /// The name of the file that holds the weights of this run: that of its task. `None` if none ships, because the run
    /// is not its task's default one, or because it learns from a person's own data.
    #[must_use]
    pub fn shipped(&self) -> Option<String> {
        let task = self.task();
        let default = default_run(task, self);
        let is_default = CellKind::ALL.iter().all(|cell| default.identity(*cell) == self.identity(*cell));
        (is_default && !task.is_own).then(|| format!("{}.bin", task.key))
    }
}

/// The run with which Train opens for a task, with the data of another setup.
pub(super) fn default_run(task: &Task, with: &Setup) -> Setup {
    let mut settings = Settings::default();
    settings.choose(Key::Task, task.key);
    Setup::new(&settings, &with.level.sets).0
}

/// The content of a task's file: the weights of three runs as they are now, one a cell.
#[must_use]
pub fn write_shipped(sessions: &[Session; 3]) -> Vec<u8> {
    let held = sessions.each_ref().map(|session| {
        let weights = session.weights();
        let numbers = numbers(&weights).flat_map(|number| half(number as f32).to_le_bytes()).collect();
        Held { identity: session.setup.identity(session.cell), step: session.record.step, numbers }
    });
    // Postcard cannot fail here: it writes to memory, and every length is known.
    framed(FORMAT, &postcard::to_allocvec(&held).unwrap_or_default())
}

/// What a file that ships with the page holds, as [`framed`] wrote it with its version.
///
/// # Errors
/// If it has another version, or is damaged.
pub(super) fn opened<T: DeserializeOwned>(bytes: &[u8], format: u64) -> Result<T, Unusable> {
    let version = bytes.first_chunk().map(|first| u64::from_le_bytes(*first));
    if version.is_some_and(|version| version != format) {
        return Err(Unusable::Version);
    }
    let (_, content) = unframed(bytes).ok_or(Unusable::Damaged)?;
    postcard::from_bytes(&content).map_err(|_| Unusable::Damaged)
}

/// The networks in a task's file, in the order of [`CellKind::ALL`].
///
/// # Errors
/// If the file has another version, is damaged, or holds another run than the setup's.
pub fn read_shipped(bytes: &[u8], setup: &Setup) -> Result<[Shipped; 3], Unusable> {
    let held = opened::<[Held; 3]>(bytes, FORMAT)?;
    let mut networks = vec![];
    for (cell, Held { identity, step, numbers }) in CellKind::ALL.into_iter().zip(held) {
        let mut weights = setup.weights(cell, 0);
        if identity != setup.identity(cell) || numbers.len() != 2 * weights.count() {
            return Err(Unusable::Other);
        }
        let read = numbers.chunks_exact(2).map(|pair| f64::from(single(u16::from_le_bytes([pair[0], pair[1]]))));
        fill(&mut weights, read);
        networks.push(Shipped { step, weights });
    }
    networks.try_into().map_err(|_| Unusable::Damaged)
}

/// The numbers of a network, in the order of the file.
fn numbers(weights: &Weights) -> impl Iterator<Item = f64> {
    let layers = weights.layers.iter().chain(&weights.decoder).flat_map(Parameters::numbers).flatten().copied();
    let head = weights.head.transpose().as_slice().to_vec();
    layers.chain(head).chain(weights.head_bias.iter().copied())
}

/// Writes numbers in the order of the file over a network's own; there are as many.
fn fill(weights: &mut Weights, mut numbers: impl Iterator<Item = f64>) {
    let layers = weights.layers.iter_mut().chain(&mut weights.decoder).flat_map(Parameters::numbers_mut);
    layers.flatten().zip(&mut numbers).for_each(|(place, number)| *place = number);
    let (rows, columns) = weights.head.shape();
    let head: Vec<f64> = numbers.by_ref().take(rows * columns).collect();
    weights.head = DMatrix::from_row_slice(rows, columns, &head);
    weights.head_bias.iter_mut().zip(numbers).for_each(|(place, number)| *place = number);
}

/// A number in half precision: the nearest, of two equally near ones the even. Beyond the largest it is infinite.
fn half(number: f32) -> u16 {
    let bits = number.to_bits();
    let sign = (bits >> 16) as u16 & 0x8000;
    let magnitude = f64::from(number).abs();
    if magnitude.is_nan() {
        return sign | 0x7E00;
    }
    // The distance between two neighbours: 2^-24 below 2^-14, and 2^-10 of the power of two beneath above it.
    let exponent = ((bits >> 23 & 0xFF) as i32 - 127).max(-14);
    let units = (magnitude / 2_f64.powi(exponent - 10)).round_ties_even();
    // A carry into the next power of two lands where that begins.
    let steps = units + f64::from(exponent + 14) * 1024.0;
    sign | steps.min(f64::from(0x7C00)) as u16
}

/// The number that half precision stands for; it is exact.
fn single(half: u16) -> f32 {
    let sign = if half & 0x8000 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = (i32::from(half >> 10 & 0x1F), f32::from(half & 0x3FF));
    sign * match exponent {
        0 => fraction * 2_f32.powi(-24),
        31 if fraction == 0.0 => f32::INFINITY,
        31 => f32::NAN,
        _ => (1024.0 + fraction) * 2_f32.powi(exponent - 25),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::Sets;
    use model::settings::State;

    /// Examples of the standard: 1, −2, the largest, the smallest normal and subnormal number, a third, and 0.1.
    #[test]
    fn half_precision_is_that_of_the_standard() {
        let cases = [
            (1.0, 0x3C00),
            (-2.0, 0xC000),
            (65504.0, 0x7BFF),
            (6.103_515_6e-5, 0x0400),
            (5.960_464_5e-8, 0x0001),
            (1.0 / 3.0, 0x3555),
            (0.1, 0x2E66),
            (0.0, 0x0000),
            (1e6, 0x7C00),
            (f32::NEG_INFINITY, 0xFC00),
        ];
        for (number, expected) in cases {
            assert_eq!(half(number), expected, "{number}");
        }
        // Halfway between 1 and the next number, and between that and the one after: to the even one.
        assert_eq!((half(1.0 + 2_f32.powi(-11)), half(1.0 + 3.0 * 2_f32.powi(-11))), (0x3C00, 0x3C02));
        assert!(single(half(f32::NAN)).is_nan());
    }

    #[test]
    fn every_half_precision_number_is_read_as_it_was_written() {
        for bits in (0..=u16::MAX).filter(|bits| bits & 0x7C00 != 0x7C00 || bits & 0x3FF == 0) {
            assert_eq!(half(single(bits)), bits);
        }
    }

    fn sessions(fragment: &str) -> [Session; 3] {
        let settings = State::from_fragment(fragment).0.settings;
        let (setup, _) = Setup::new(&settings, &Sets::default());
        CellKind::ALL.map(|cell| {
            let mut session = Session::new(setup.clone(), cell);
            while session.advance() {}
            session
        })
    }

    const SMALL: &str = "task=recall&t_knob=5&t_units=4&t_batch=4&t_steps=20";

    #[test]
    fn a_run_made_twice_gives_the_same_bytes_and_they_are_read_to_half_precision() {
        let made = sessions(SMALL);
        let bytes = write_shipped(&made);
        assert_eq!(bytes, write_shipped(&sessions(SMALL)));
        let read = read_shipped(&bytes, &made[0].setup).unwrap();
        for (session, Shipped { step, weights }) in made.iter().zip(&read) {
            assert_eq!(*step, 20);
            let pairs: Vec<(f64, f64)> = numbers(&session.weights()).zip(numbers(weights)).collect();
            assert_eq!(pairs.len(), weights.count());
            // 11 bits: half a unit in the last place is 2^-11.
            assert!(pairs.iter().all(|(ours, own)| (ours - own).abs() <= ours.abs() / 2048.0 + 3e-8));
            assert!(pairs.iter().any(|(ours, own)| ours != own), "else nothing was rounded");
        }
    }

    #[test]
    fn a_decoder_and_several_layers_are_read_as_well() {
        let made = sessions("task=translation&t_units=3&t_layers=2&t_batch=4&t_steps=2");
        let read = read_shipped(&write_shipped(&made), &made[0].setup).unwrap();
        for (session, shipped) in made.iter().zip(&read) {
            assert_eq!(shipped.weights.decoder.len(), 2);
            let close = |(ours, own): (f64, f64)| (ours - own).abs() <= ours.abs() / 2048.0 + 3e-8;
            assert!(numbers(&session.weights()).zip(numbers(&shipped.weights)).all(close));
        }
    }

    #[test]
    fn what_is_broken_is_told_and_never_a_panic() {
        let made = sessions(SMALL);
        let (bytes, setup) = (write_shipped(&made), &made[0].setup);
        for length in [0, 1, 7, 8, 15, 16, 17, bytes.len() / 2, bytes.len() - 1] {
            assert_eq!(read_shipped(&bytes[..length], setup), Err(Unusable::Damaged), "{length} bytes");
        }
        let mut flipped = bytes.clone();
        *flipped.last_mut().unwrap() ^= 1;
        assert_eq!(read_shipped(&flipped, setup), Err(Unusable::Damaged));
        let mut newer = bytes.clone();
        newer[0] = 2;
        assert_eq!(read_shipped(&newer, setup), Err(Unusable::Version));
        let other = sessions("task=recall&t_knob=6&t_units=4&t_batch=4&t_steps=1");
        assert_eq!(read_shipped(&bytes, &other[0].setup), Err(Unusable::Other));
        // The right names over another number of weights.
        let held = made.each_ref().map(|own| Held { identity: setup.identity(own.cell), step: 1, numbers: vec![0; 6] });
        let short = framed(FORMAT, &postcard::to_allocvec(&held).unwrap());
        assert_eq!(read_shipped(&short, setup), Err(Unusable::Other));
    }

    #[test]
    fn only_the_default_run_of_a_task_ships() {
        let file =
            |fragment: &str| Setup::new(&State::from_fragment(fragment).0.settings, &Sets::default()).0.shipped();
        assert_eq!(file("task=agreement").as_deref(), Some("agreement.bin"));
        assert_eq!(file("").as_deref(), Some("adding.bin"));
        assert_eq!(file("task=agreement&trained=3000&gain=2&units=32").as_deref(), Some("agreement.bin"));
        for other in ["task=agreement&t_seed=2", "task=agreement&relu=yes", "task=own_text", "t_steps=5"] {
            assert_eq!(file(other), None, "{other}");
        }
    }
}
