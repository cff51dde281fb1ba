//! The version of an address. An address holds only what differs from the defaults, so a default that changes would change what
//! addresses open that people have kept: whoever changes one raises [`VERSION`], and reads older addresses with the old default.
//!
//! The version stands where an address is handed out: in a link, a code, a frame, a file, on paper. What the page itself writes into
//! the address bar has none, which means version 1 for all time: that line is read by people, too. From version 2 on it has one there,
//! too.

use super::{Problem, fields::shorten};
use words::fill;
use words::keys::words;

/// The version of the addresses that this page writes.
pub const VERSION: u64 = 1;

/// What it is called in an address.
pub const NAME: &str = "v";

/// An address with its version. One without anything has none: it opens Start, whatever that will be.
pub(super) fn with_version(address: String) -> String {
    if address.is_empty() { address } else { format!("{NAME}={VERSION}&{address}") }
}

/// Whether an address says nothing but its version.
pub(super) fn is_bare(fragment: &str) -> bool {
    fragment.is_empty() || fragment.split('&').all(|pair| pair.split('=').next() == Some(NAME))
}

/// What is to be told of the version that stands in an address: that it is newer than this page's, or none. An address with
/// none is of version 1.
pub(super) fn check(written: Option<&str>) -> Option<Problem> {
    let found = written?;
    let version = found.parse::<u64>().ok().filter(|version| *version > 0);
    if version == Some(VERSION) {
        return None;
    }
    // A number that no counter holds is newer, too.
    let is_number = found.bytes().all(|byte| byte.is_ascii_digit()) && found.bytes().any(|byte| byte != b'0');
    let expected = match is_number {
        true => VERSION.to_string(),
        false => fill(words().version, &[("version", &VERSION.to_string())]),
    };
    Some(Problem { key: NAME.to_owned(), found: shorten(found), expected })
}

/// Whether a problem tells of an address that a newer page has made.
pub(super) fn is_newer(problem: &Problem) -> bool {
    problem.key == NAME && problem.expected == VERSION.to_string()
}
