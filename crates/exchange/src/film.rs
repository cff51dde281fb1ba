//! A film as an MP4 file: the frames as an encoder made them, with what a player must know of them.

use std::num::NonZeroU32;

use port::exchange::Shape;
use shiguredo_mp4::boxes::{Avc1Box, AvccBox, SampleEntry, VisualSampleEntryFields as Visual, Vp09Box, VpccBox};
use shiguredo_mp4::mux::{Mp4FileMuxer, Mp4FileMuxerOptions, Sample, estimate_maximum_moov_box_size};
use shiguredo_mp4::{Decode, TrackKind, Uint};

/// The codecs that are tried, the one first that most players know. All are of a level for 1920 × 1080 at 30 frames a second: H.264
/// in its main profile (ISO/IEC 14496-10, 4.0), and VP9 (profile 0, 4.0, 8 bits).
pub const CODECS: [&str; 3] = ["avc1.4d0028", "avc1.420028", "vp09.00.40.08"];

/// Of VP9 as it is written above: profile, level, bits, and that each colour stands for two by two pixels (4:2:0).
const VP9: (u8, u8, u8, u8) = (0, 40, 8, 1);
/// BT.709, by its number in ISO/IEC 23091-2: primaries, transfer and matrix alike.
const BT709: u8 = 1;

/// A frame as the encoder made it: its bytes, and whether a player can begin with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Encoded {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it needs none of those before.
    pub is_key: bool,
}

/// The file. `setup` is what the encoder says of itself for a decoder: of H.264 its `AVCDecoderConfigurationRecord`.
///
/// # Errors
/// What cannot be written, in the library's words.
pub fn film(shape: Shape, codec: &str, setup: &[u8], frames: &[Encoded]) -> Result<Vec<u8>, String> {
    let told = |fault: &dyn std::fmt::Debug| format!("{fault:?}");
    let mut entry = Some(entry(shape, codec, setup)?);
    let options = Mp4FileMuxerOptions {
        reserved_moov_box_size: estimate_maximum_moov_box_size(&[frames.len()]),
        ..Mp4FileMuxerOptions::default()
    };
    if frames.is_empty() {
        return Err(String::new());
    }
    let mut muxer = Mp4FileMuxer::with_options(options).map_err(|fault| told(&fault))?;
    let mut file = muxer.initial_boxes_bytes().to_vec();
    for frame in frames {
        let sample = Sample {
            track_kind: TrackKind::Video,
            sample_entry: entry.take(),
            keyframe: frame.is_key,
            timescale: NonZeroU32::new(shape.rate).unwrap_or(NonZeroU32::MIN),
            duration: 1,
            composition_time_offset: None,
            data_offset: file.len() as u64,
            data_size: frame.bytes.len(),
        };
        file.extend(&frame.bytes);
        muxer.append_sample(&sample).map_err(|fault| told(&fault))?;
    }
    let whole = muxer.finalize().map_err(|fault| told(&fault))?;
    for (place, bytes) in whole.offset_and_bytes_pairs() {
        let from = usize::try_from(place).map_err(|fault| told(&fault))?;
        let until = from + bytes.len();
        file.resize(file.len().max(until), 0);
        file[from..until].copy_from_slice(bytes);
    }
    Ok(file)
}

fn entry(shape: Shape, codec: &str, setup: &[u8]) -> Result<SampleEntry, String> {
    let pixels = |of: u32| u16::try_from(of).map_err(|fault| fault.to_string());
    let visual = Visual {
        data_reference_index: Visual::DEFAULT_DATA_REFERENCE_INDEX,
        width: pixels(shape.width)?,
        height: pixels(shape.height)?,
        horizresolution: Visual::DEFAULT_HORIZRESOLUTION,
        vertresolution: Visual::DEFAULT_VERTRESOLUTION,
        frame_count: Visual::DEFAULT_FRAME_COUNT,
        compressorname: Visual::NULL_COMPRESSORNAME,
        depth: Visual::DEFAULT_DEPTH,
    };
    if codec.starts_with("avc1") {
        // The record is all of the box but its head.
        let size = u32::try_from(setup.len() + 8).map_err(|fault| fault.to_string())?;
        let whole = [&size.to_be_bytes()[..], b"avcC", setup].concat();
        let (avcc_box, _) = AvccBox::decode(&whole).map_err(|fault| format!("{fault:?}"))?;
        return Ok(SampleEntry::Avc1(Avc1Box { visual, avcc_box, unknown_boxes: vec![] }));
    }
    let (profile, level, bits, subsampling) = VP9;
    let vpcc_box = VpccBox {
        profile,
        level,
        bit_depth: Uint::new(bits),
        chroma_subsampling: Uint::new(subsampling),
        video_full_range_flag: Uint::new(0),
        colour_primaries: BT709,
        transfer_characteristics: BT709,
        matrix_coefficients: BT709,
        codec_initialization_data: vec![],
    };
    Ok(SampleEntry::Vp09(Vp09Box { visual, vpcc_box, unknown_boxes: vec![] }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape { width: 1280, height: 720, rate: 30 };

    /// The content of the first box of a kind, found by the names on the way to it (ISO/IEC 14496-12, 4.2).
    fn find<'a>(mut bytes: &'a [u8], way: &[&str]) -> &'a [u8] {
        for name in way {
            loop {
                let size = u32::from_be_bytes(bytes[..4].try_into().unwrap()) as usize;
                if &bytes[4..8] == name.as_bytes() {
                    bytes = &bytes[8..size];
                    break;
                }
                bytes = &bytes[size..];
            }
        }
        bytes
    }

    fn number(bytes: &[u8], at: usize) -> u32 {
        u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap())
    }

    fn made() -> (Vec<u8>, Vec<Encoded>) {
        let frame = |n: usize| Encoded { bytes: vec![n as u8; 100 + n], is_key: n.is_multiple_of(30) };
        let frames: Vec<Encoded> = (0..90).map(frame).collect();
        (film(SHAPE, "vp09.00.40.08", &[], &frames).unwrap(), frames)
    }

    #[test]
    fn each_frame_lasts_its_time_and_lies_where_the_file_says() {
        let (file, frames) = made();
        let media = find(&file, &["moov", "trak", "mdia"]);
        assert_eq!(number(find(media, &["mdhd"]), 12), 30, "ticks a second");
        let table = find(media, &["minf", "stbl"]);
        // Its version and flags, how many entries, then of each how many frames, and how many ticks.
        let times = find(table, &["stts"]);
        let all: u32 =
            (0..number(times, 4) as usize).map(|n| number(times, 8 + 8 * n) * number(times, 12 + 8 * n)).sum();
        assert_eq!(all, 90, "three seconds");
        let sizes = find(table, &["stsz"]);
        assert_eq!(number(sizes, 8), 90);
        assert!((0..90).all(|n| number(sizes, 12 + 4 * n) as usize == frames[n].bytes.len()));
        let keys = find(table, &["stss"]);
        assert_eq!((0..number(keys, 4) as usize).map(|n| number(keys, 8 + 4 * n)).collect::<Vec<_>>(), [1, 31, 61]);
        let chunks = find(table, &["stco"]);
        let first = number(chunks, 8) as usize;
        let bytes: Vec<u8> = frames.iter().flat_map(|frame| frame.bytes.clone()).collect();
        assert_eq!(&file[first..first + bytes.len()], &bytes[..], "all in one piece, the first first");
        // What a player needs comes before the frames: it can begin before it has all.
        let place = |name: &[u8]| file.windows(4).position(|own| own == name).unwrap();
        assert!(place(b"moov") < place(b"mdat"));
    }

    #[test]
    fn what_an_encoder_says_of_itself_stands_in_the_file_as_it_was() {
        // Main profile, level 4.0, lengths of four bytes, one parameter set of each kind.
        let setup = [1, 0x4d, 0, 0x28, 0xff, 0xe1, 0, 3, 0x67, 1, 2, 1, 0, 2, 0x68, 9];
        let frames = [Encoded { bytes: vec![1, 2, 3], is_key: true }];
        let file = film(SHAPE, "avc1.4d0028", &setup, &frames).unwrap();
        let found = file.windows(4).position(|own| own == b"avcC").unwrap() + 4;
        assert_eq!(&file[found..found + setup.len()], &setup);
        assert!(film(SHAPE, "avc1.4d0028", &[2, 0], &frames).is_err());
        assert!(film(SHAPE, "vp09.00.40.08", &[], &[]).is_err(), "a film has a frame");
        assert!(film(Shape { width: 70_000, ..SHAPE }, "vp09.00.40.08", &[], &frames).is_err());
    }
}
