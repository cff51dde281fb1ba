//! Light and dark.

use crate::browser::{Page, Setup};

/// The lightness of the paper, 0 to 1.
fn paper(page: &Page) -> f64 {
    page.number(
        "getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).slice(0, 3) \
        .reduce((sum, x) => sum + Number(x), 0) / 765",
    )
}

#[test]
fn the_dark_theme_follows_the_system_in_style_and_pictures() {
    let light = Page::open("");
    let dark = Setup::default().preferring("prefers-color-scheme", "dark").open("");
    assert!(paper(&light) > 0.9 && paper(&dark) < 0.2);
    for (light, dark) in light.pictures().iter().zip(dark.pictures()) {
        assert_ne!(light, &dark);
    }
    assert_eq!(light.shares(), dark.shares());
}

#[test]
fn the_button_chooses_the_theme_and_the_choice_is_remembered() {
    let page = Setup::default().preferring("prefers-color-scheme", "dark").open("");
    let dark = page.pictures();
    page.click("#theme");
    assert!(paper(&page) > 0.9);
    let light = page.pictures();
    assert_ne!(light, dark);
    page.reload();
    assert!(paper(&page) > 0.9, "remembered");
    assert_eq!(page.pictures(), light);
    page.click("#theme");
    assert!(paper(&page) < 0.2);
    assert_eq!(page.pictures(), dark);
}

#[test]
fn a_change_of_the_system_is_followed_until_a_choice_is_made() {
    let page = Setup::default().preferring("prefers-color-scheme", "light").open("");
    let light = page.pictures();
    page.prefer("prefers-color-scheme", "dark");
    page.settle();
    assert!(paper(&page) < 0.2);
    assert_ne!(page.pictures(), light);
    page.prefer("prefers-color-scheme", "light");
    page.settle();
    assert_eq!(page.pictures(), light);
}
