//! The version of an address. An address holds only what differs from the defaults, so a default that changes would change what
//! addresses open that people have kept: whoever changes one raises [`VERSION`], and reads older addresses with the old default.
//!
//! The version stands where an address is handed out: in a link, a code, a frame, a file, on paper. What the page itself writes into
//! the address bar has none, which means version 1 for all time: that line is read by people, too. From version 2 on it has one there,
//! too.

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

/// What is expected in the place of the version that stands in an address, where that is newer than this page's, or none. An
/// address with no version is of version 1.
pub(super) fn expected(found: &str) -> Option<String> {
    if found.parse() == Ok(VERSION) {
        return None;
    }
    // A number that no counter holds is newer, too.
    let is_number = found.bytes().all(|byte| byte.is_ascii_digit()) && found.bytes().any(|byte| byte != b'0');
    let version = VERSION.to_string();
    Some(if is_number { version } else { fill(words().version, &[("version", &version)]) })
}

/// Whether what was expected tells of an address that a newer page has made.
pub(super) fn is_newer(expected: &str) -> bool {
    expected == VERSION.to_string()
}
