//! axe-core finds no fault in any view, dialog or picture: of WCAG 2.2 up to AA, and of its own good practice; light and dark, on a
//! desktop and on a phone.

use crate::looks::LOOKS;

#[test]
fn axe_finds_no_fault_in_any_view_dialog_or_picture() {
    let found: Vec<&str> = LOOKS.iter().flat_map(|look| &look.faults).map(String::as_str).collect();
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found[..found.len().min(40)].join("\n"));
}
