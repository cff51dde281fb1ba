//! Bytes become a text: UTF-8, UTF-16 in both orders of bytes, or Windows-1252; what is no text is named.

use serde::{Deserialize, Serialize};

/// How a text was encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252. It is taken where bytes are no UTF-8, and cannot be proved.
    Windows1252,
}

impl Encoding {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// A text that was bytes. A mark at its beginning is removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, with `\n` at the end of each line.
    pub text: String,
    /// How it was encoded.
    pub encoding: Encoding,
    /// Characters that could not be read, each replaced by U+FFFD.
    pub replaced: usize,
}

/// What bytes are that are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Binary {
    /// A workbook or a document of an office program.
    Office,
    /// An archive, or something that was packed.
    Archive,
    /// A document in PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Sound or a film.
    Media,
    /// Numbers in the form of a program: HDF5, NumPy, Parquet, SQLite, pickle.
    Data,
    /// A program.
    Program,
    /// Something else.
    Other,
}

/// How files begin that are no texts.
const SIGNATURES: &[(&[u8], Binary)] = &[
    (b"%PDF-", Binary::Pdf),
    (b"\x89PNG\r\n", Binary::Picture),
    (b"\xff\xd8\xff", Binary::Picture),
    (b"GIF8", Binary::Picture),
    (b"II*\0", Binary::Picture),
    (b"MM\0*", Binary::Picture),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Binary::Office),
    (b"\x1f\x8b", Binary::Archive),
    (b"BZh", Binary::Archive),
    (b"\xfd7zXZ\0", Binary::Archive),
    (b"7z\xbc\xaf\x27\x1c", Binary::Archive),
    (b"Rar!\x1a\x07", Binary::Archive),
    (b"\x28\xb5\x2f\xfd", Binary::Archive),
    (b"ID3", Binary::Media),
    (b"OggS", Binary::Media),
    (b"fLaC", Binary::Media),
    (b"\x1aE\xdf\xa3", Binary::Media),
    (b"\x89HDF\r\n", Binary::Data),
    (b"\x93NUMPY", Binary::Data),
    (b"PAR1", Binary::Data),
    (b"SQLite format 3\0", Binary::Data),
    (b"\x80\x02", Binary::Data),
    (b"\x80\x03", Binary::Data),
    (b"\x80\x04", Binary::Data),
    (b"\x80\x05", Binary::Data),
    (b"\x7fELF", Binary::Program),
    (b"MZ\x90\0", Binary::Program),
    (b"\0asm", Binary::Program),
];
/// Parts of an archive that make it a workbook or a document.
const OFFICE: [&[u8]; 5] = [b"[Content_Types].xml", b"xl/", b"word/", b"mimetypeapplication/vnd.oasis", b"_rels/.rels"];
/// So many bytes tell what a file is.
const BEGINNING: usize = 4096;

/// Bytes as a text.
///
/// # Errors
/// If they are no text: what they are, as far as their beginning tells.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Binary> {
    if let Some(binary) = signature(bytes) {
        return Err(binary);
    }
    let (encoding, bytes) = encoding(bytes);
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Utf16Le => utf16(bytes, u16::from_le_bytes),
        Encoding::Utf16Be => utf16(bytes, u16::from_be_bytes),
        Encoding::Windows1252 => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
    };
    // A page break, the end of a text in DOS and the escape of a terminal are found in texts; other control characters are not.
    let strange = text.chars().filter(|c| c.is_control() && !"\t\n\r\u{c}\u{1a}\u{1b}\u{85}".contains(*c)).count();
    let is_zero = text.contains('\0');
    if is_zero || strange * 100 > text.chars().count().max(1) {
        return Err(Binary::Other);
    }
    let replaced = text.matches('\u{fffd}').count();
    Ok(Decoded { text: lines(text), encoding, replaced })
}

/// A text whose lines all end in `\n`, without a mark at its beginning.
#[must_use]
pub(crate) fn lines(text: String) -> String {
    let mut bytes = text.into_bytes();
    if bytes.contains(&b'\r') {
        // Where it lies, as it may be long.
        let (mut to, mut last) = (0, 0);
        for from in 0..bytes.len() {
            let byte = bytes[from];
            if !(byte == b'\n' && last == b'\r') {
                bytes[to] = if byte == b'\r' { b'\n' } else { byte };
                to += 1;
            }
            last = byte;
        }
        bytes.truncate(to);
    }
    let marks = bytes.chunks(3).take_while(|chunk| *chunk == b"\xef\xbb\xbf").count();
    drop(bytes.drain(..3 * marks));
    String::from_utf8(bytes).unwrap_or_default()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text = char::decode_utf16(units).map(|own| own.unwrap_or(char::REPLACEMENT_CHARACTER));
    text.chain(rest.first().map(|_| char::REPLACEMENT_CHARACTER)).collect()
}

/// The characters of Windows-1252 from 0x80 to 0x9f; five of these bytes stand for none. All others are those of Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

fn signature(bytes: &[u8]) -> Option<Binary> {
    let beginning = &bytes[..bytes.len().min(BEGINNING)];
    let holds = |part: &&[u8]| beginning.windows(part.len()).any(|window| window == *part);
    if beginning.starts_with(b"PK\x03\x04") {
        return Some(if OFFICE.iter().any(holds) { Binary::Office } else { Binary::Archive });
    }
    if beginning.starts_with(b"RIFF") && beginning.len() > 12 {
        return Some(if &beginning[8..12] == b"WEBP" { Binary::Picture } else { Binary::Media });
    }
    if beginning.get(4..8) == Some(b"ftyp") {
        return Some(Binary::Media);
    }
    SIGNATURES.iter().find(|(begin, _)| beginning.starts_with(begin)).map(|(_, binary)| *binary)
}

/// How bytes are encoded, and the bytes after the mark that says so.
fn encoding(bytes: &[u8]) -> (Encoding, &[u8]) {
    let marks: [(&[u8], Encoding); 3] =
        [(b"\xef\xbb\xbf", Encoding::Utf8), (b"\xff\xfe", Encoding::Utf16Le), (b"\xfe\xff", Encoding::Utf16Be)];
    if let Some((encoding, rest)) = marks.iter().find_map(|(mark, own)| Some((*own, bytes.strip_prefix(*mark)?))) {
        return (encoding, rest);
    }
    // Of a text in UTF-16 without a mark every second byte is zero, as long as its letters are Latin ones.
    let beginning = &bytes[..bytes.len().min(BEGINNING) & !1];
    let zeros = |odd: usize| beginning.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count() * 2;
    let (even, odd) = (zeros(0), zeros(1));
    let half = beginning.len() / 2;
    if beginning.len() >= 4 && odd > half && even * 10 < odd {
        return (Encoding::Utf16Le, bytes);
    }
    if beginning.len() >= 4 && even > half && odd * 10 < even {
        return (Encoding::Utf16Be, bytes);
    }
    let (good, bad) = sequences(bytes);
    (if bad == 0 || good > 10 * bad { Encoding::Utf8 } else { Encoding::Windows1252 }, bytes)
}

/// Characters of several bytes that are UTF-8, and places that are not.
fn sequences(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(good, bad), chunk| {
        let several = chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        (good + several, bad + usize::from(!chunk.invalid().is_empty()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_told_by_its_mark_or_its_bytes() {
        let text = "Höhe\n1,5\n";
        let utf16 = |le: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if le { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
        };
        let with = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let cases = [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (with(b"\xef\xbb\xbf", text.into()), Encoding::Utf8),
            (utf16(true), Encoding::Utf16Le),
            (with(b"\xff\xfe", utf16(true)), Encoding::Utf16Le),
            (utf16(false), Encoding::Utf16Be),
            (with(b"\xfe\xff", utf16(false)), Encoding::Utf16Be),
            (b"H\xf6he\r1,5\r\n".to_vec(), Encoding::Windows1252),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(&bytes), Ok(Decoded { text: text.into(), encoding, replaced: 0 }));
        }
        assert_eq!(decode(b"It\x92s").map(|own| own.text), Ok("It’s".to_owned()));
    }

    /// A table of a well-kept crate says the same; the page does without the crate, whose tables for other encodings weigh
    /// 180 KB.
    #[test]
    fn windows_1252_is_that_of_the_standard() {
        let bytes: Vec<u8> = (0..=255).collect();
        let right = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0;
        assert_eq!(bytes.iter().map(|byte| windows_1252(*byte)).collect::<String>(), right);
        let text = "a€𝄞é";
        for (encoding, unit) in [
            (encoding_rs::UTF_16LE, u16::from_le_bytes as fn([u8; 2]) -> u16),
            (encoding_rs::UTF_16BE, u16::from_be_bytes),
        ] {
            let mut bytes: Vec<u8> = text
                .encode_utf16()
                .flat_map(|own| if unit([1, 0]) == 1 { own.to_le_bytes() } else { own.to_be_bytes() })
                .collect();
            bytes.extend([0xd8, 0xd8]);
            assert_eq!(utf16(&bytes, unit), encoding.decode_without_bom_handling(&bytes).0);
        }
    }

    #[test]
    fn one_broken_byte_does_not_make_another_encoding() {
        let mut bytes = "äöü".repeat(10).into_bytes();
        bytes.push(0xc3);
        let own = decode(&bytes).unwrap_or_else(|binary| panic!("{binary:?}"));
        assert_eq!((own.encoding, own.replaced), (Encoding::Utf8, 1));
    }

    #[test]
    fn what_is_no_text_is_named() {
        let cases: [(&[u8], Binary); 8] = [
            (b"PK\x03\x04\x14\0\x06\0[Content_Types].xml", Binary::Office),
            (b"PK\x03\x04\x14\0\x06\0data.csv", Binary::Archive),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", Binary::Office),
            (b"%PDF-1.7 ...", Binary::Pdf),
            (b"\x89PNG\r\n\x1a\n", Binary::Picture),
            (b"\x80\x04\x95\x10", Binary::Data),
            (b"1,2\n\0\0\0\x01\x02", Binary::Other),
            (b"RIFF\x10\0\0\0WAVEfmt ", Binary::Media),
        ];
        for (bytes, binary) in cases {
            assert_eq!(decode(bytes), Err(binary));
        }
    }
}
