//! The list of keys.

use words::laboratory::words;

/// The sheet: every key and what it does, in the Lab or while training.
#[must_use]
pub fn sheet(training: bool) -> String {
    let words = words();
    let training_keys = [
        ("Space", words.key_train),
        ("P", words.key_p),
        ("Ctrl Z, Ctrl Shift Z", words.key_undo),
        ("Page Down, Page Up", words.key_pages),
        ("?", words.key_help),
    ];
    let keys = [
        ("Space", words.key_space),
        ("← →", words.key_arrows),
        ("Shift ← →", words.key_shift),
        ("B", words.key_b),
        ("Home End", words.key_home),
        ("1 2 3", words.key_lanes),
        ("↑ ↓", words.key_updown),
        ("L", words.key_l),
        ("M", words.key_m),
        ("P", words.key_p),
        ("Ctrl Z, Ctrl Shift Z", words.key_undo),
        ("Page Down, Page Up", words.key_pages),
        ("?", words.key_help),
    ];
    let keys: &[(&str, &str)] = if training { &training_keys } else { &keys };
    let rows: String = keys.iter().map(|(key, what)| format!("<dt><kbd>{key}</kbd></dt><dd>{what}</dd>")).collect();
    format!("<h2>{}</h2><dl>{rows}</dl>", words.keys_title)
}
