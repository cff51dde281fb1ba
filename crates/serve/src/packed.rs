//! Compresses what travels better so, as a real host does: with gzip, for browsers that take it.

use crate::{Answer, Coding, Request, StatusCode};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};

/// The beginnings of the types that are compressed. Fonts and photographs are compressed in themselves.
const TYPES: [&str; 5] =
    ["text/", "application/json", "application/manifest+json", "application/wasm", "image/svg+xml"];

/// Files as they were compressed, by their paths: each is compressed once, until it changes. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Packed(Arc<Mutex<HashMap<String, Pack>>>);

/// A compressed file.
#[derive(Debug)]
struct Pack {
    /// The hash of the file that was compressed.
    of: u64,
    bytes: Vec<u8>,
}

impl Packed {
    /// The answer in the form in which it travels to whoever asked.
    #[must_use]
    pub fn pack(&self, request: &Request, answer: Answer) -> Answer {
        let kind = TYPES.iter().any(|kind| answer.content_type.starts_with(kind));
        if answer.status != StatusCode::OK || !kind {
            return answer;
        }
        if !request.takes_gzip {
            return Answer { coding: Coding::AsItIs, ..answer };
        }
        match self.gzip(&request.path, &answer.bytes) {
            Some(bytes) => Answer { bytes, coding: Coding::Gzip, ..answer },
            None => Answer { coding: Coding::AsItIs, ..answer },
        }
    }

    /// A file's bytes compressed; none where that makes no fewer of them.
    fn gzip(&self, path: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let of = hasher.finish();
        // What stands there is whole even where somebody panicked.
        let mut packs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let packed = match packs.get(path).filter(|pack| pack.of == of) {
            Some(pack) => pack.bytes.clone(),
            None => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(bytes).ok()?;
                let packed = encoder.finish().ok()?;
                packs.insert(path.to_owned(), Pack { of, bytes: packed.clone() });
                packed
            }
        };
        (packed.len() < bytes.len()).then_some(packed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    const STYLE: &str = "text/css; charset=utf-8";

    fn request(takes_gzip: bool) -> Request {
        Request { path: "/a.css".to_owned(), query: String::new(), takes_gzip }
    }

    fn unpacked(bytes: &[u8]) -> String {
        let mut text = String::new();
        GzDecoder::new(bytes).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_text_is_compressed_for_whoever_takes_it() {
        let style = "p { color: red; } ".repeat(100);
        let packed = Packed::default();
        let answer = packed.pack(&request(true), Answer::found(STYLE, style.clone()));
        assert_eq!((answer.status, answer.content_type, answer.coding), (StatusCode::OK, STYLE, Coding::Gzip));
        assert!(answer.bytes.len() < 100, "{}", answer.bytes.len());
        assert_eq!(unpacked(&answer.bytes), style);
        let answer = packed.pack(&request(false), Answer::found(STYLE, style.clone()));
        assert_eq!((answer.coding, answer.bytes), (Coding::AsItIs, style.into_bytes()));
    }

    #[test]
    fn a_file_that_has_changed_is_compressed_anew() {
        let packed = Packed::default();
        for style in ["a".repeat(200), "b".repeat(200), "a".repeat(200)] {
            for _ in 0..2 {
                let answer = packed.pack(&request(true), Answer::found(STYLE, style.clone()));
                assert_eq!(unpacked(&answer.bytes), style);
            }
        }
    }

    #[test]
    fn what_gains_nothing_goes_as_it_is() {
        let zeros = vec![0; 1000];
        for (kind, coding) in [
            ("font/woff2", Coding::AlwaysAsItIs),
            ("image/png", Coding::AlwaysAsItIs),
            ("application/octet-stream", Coding::AlwaysAsItIs),
            ("application/wasm", Coding::Gzip),
            ("image/svg+xml", Coding::Gzip),
            ("application/json", Coding::Gzip),
            ("text/csv; charset=utf-8", Coding::Gzip),
        ] {
            let answer = Packed::default().pack(&request(true), Answer::found(kind, zeros.clone()));
            assert_eq!(answer.coding, coding, "{kind}");
        }
        let short = Packed::default().pack(&request(true), Answer::found(STYLE, "p{}"));
        assert_eq!((short.coding, short.bytes), (Coding::AsItIs, b"p{}".to_vec()));
        let missing = Answer::refusal(StatusCode::NOT_FOUND);
        assert_eq!(Packed::default().pack(&request(true), missing.clone()), missing);
    }
}
