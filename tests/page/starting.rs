//! What is said where the page cannot start.

use crate::browser::{Page, Setup};

/// Waits until the message of the loading screen, which comes after a while, can be seen.
fn assert_explained(page: &Page) {
    page.wait_until(
        "the message can be seen",
        "document.querySelector('#boot .wait') && getComputedStyle(document.querySelector('#boot .wait')).visibility === 'visible'",
    );
    let message = page.text("document.querySelector('#boot').innerText");
    assert!(message.contains("cargo xtask serve") && message.contains("WebAssembly"), "{message}");
}

#[test]
fn a_browser_without_webassembly_is_told() {
    let page = Setup::default()
        .running_first("delete window.WebAssembly;")
        .tolerating("WebAssembly is not defined")
        .open_in_vain("");
    assert_explained(&page);
}

#[test]
fn a_browser_without_simd_is_told() {
    // Such a browser refuses the module when it compiles it.
    let refuse = "const refuse = async () => { throw new WebAssembly.CompileError('no SIMD'); }; \
        WebAssembly.instantiateStreaming = WebAssembly.instantiate = WebAssembly.compile = refuse;";
    let page = Setup::default().running_first(refuse).tolerating("no SIMD").open_in_vain("");
    assert_explained(&page);
}

#[test]
fn a_browser_without_the_colours_of_the_style_sheet_is_told() {
    let old = "const supports = CSS.supports; CSS.supports = (...all) => !all[0].includes('light-dark') && supports.apply(CSS, all);";
    let page = Setup::default().running_first(old).tolerating("light-dark").open_in_vain("");
    assert_explained(&page);
    assert!(page.holds("document.querySelector('.wait').innerText.includes('Chrome 123')"));
}

#[test]
fn a_page_that_is_opened_as_a_file_says_what_to_run() {
    let page = Setup::default()
        .tolerating("CORS policy")
        .tolerating("Failed to fetch")
        .tolerating("net::ERR_FAILED")
        .tolerating("integrity")
        .tolerating("Content Security Policy")
        .open_in_vain("");
    page.visit_file("index.html");
    assert_explained(&page);
}

#[test]
fn the_message_is_not_seen_where_the_page_starts() {
    assert!(!Page::open("view=lab").holds("document.getElementById('boot')"));
}
