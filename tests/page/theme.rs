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
    let light = Page::open("view=lab");
    let dark = Setup::default().preferring("prefers-color-scheme", "dark").open("view=lab");
    assert!(paper(&light) > 0.9 && paper(&dark) < 0.2);
    for (light, dark) in light.pictures().iter().zip(dark.pictures()) {
        assert_ne!(light, &dark);
    }
    assert_eq!(light.shares(), dark.shares());
}

#[test]
fn the_button_chooses_the_theme_and_the_choice_is_remembered() {
    let page = Setup::default().preferring("prefers-color-scheme", "dark").open("view=lab");
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
    let page = Setup::default().preferring("prefers-color-scheme", "light").open("view=lab");
    let light = page.pictures();
    page.prefer("prefers-color-scheme", "dark");
    page.settle();
    assert!(paper(&page) < 0.2);
    assert_ne!(page.pictures(), light);
    page.prefer("prefers-color-scheme", "light");
    page.settle();
    assert_eq!(page.pictures(), light);
}

/// Colours as the page is printed: what is painted, and what is written.
fn printed(page: &Page) -> (Vec<String>, [String; 4]) {
    let colors = "['body', 'h2', '.how', '.number strong'].map(css => document.querySelector(css)) \
        .map(getComputedStyle).map(style => style.color + ' on ' + style.backgroundColor)";
    (serde_json::from_value(page.value(colors)).unwrap(), page.pictures())
}

#[test]
fn whatever_the_theme_paper_is_white_and_ink_is_dark() {
    let light = Page::open("view=lab");
    light.click("#theme");
    light.click("#theme");
    let dark = Setup::default().preferring("prefers-color-scheme", "light").open("view=lab");
    dark.click("#theme");
    let screen = dark.pictures();
    for page in [&light, &dark] {
        page.print();
        page.settle();
    }
    assert_eq!(printed(&dark), printed(&light));
    assert_eq!(dark.text("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)");
    dark.show();
    dark.settle();
    assert_eq!(dark.pictures(), screen, "on the screen it is dark again");
}

#[test]
fn a_page_that_is_printed_at_once_has_light_pictures() {
    let page = Setup::default().preferring("prefers-color-scheme", "light").open("view=lab");
    // What is printed waits for no frame: what stands there when the event is over is on the paper.
    let print = "dispatchEvent(new Event('beforeprint')); \
        const printed = ['lane-rnn', 'lane-lstm', 'lane-gru', 'reach'].map(id => document.getElementById(id).toDataURL()); \
        dispatchEvent(new Event('afterprint')); return printed;";
    let light = page.script(print, vec![]);
    page.settle();
    page.click("#theme");
    let dark = page.pictures();
    assert_eq!(page.script(print, vec![]), light);
    page.settle();
    assert_eq!(page.pictures(), dark);
}

/// How many pixels of a canvas are nearly white.
fn white(page: &Page, id: &str) -> f64 {
    page.number(&format!(
        "(own => {{ const all = own.getContext('2d').getImageData(0, 0, own.width, own.height).data; let white = 0; \
         for (let n = 0; n < all.length; n += 4) white += Math.min(all[n], all[n + 1], all[n + 2], all[n + 3]) > 200; \
         return white; }})(document.getElementById('{id}'))"
    ))
}

#[test]
fn in_a_persons_own_colours_and_with_more_contrast_charts_and_pressed_buttons_can_be_read() {
    for (feature, value) in [("forced-colors", "active"), ("prefers-contrast", "more")] {
        let page =
            Setup::default().preferring("prefers-color-scheme", "dark").preferring(feature, value).open("view=lab");
        page.prefer_these(&[("prefers-color-scheme", "dark"), (feature, value)]);
        page.reload();
        assert!(white(&page, "reach") > 100.0, "{feature}: axes and their texts are white: {}", white(&page, "reach"));
        let pressed = "document.querySelector('.views [aria-current]')";
        let [text, ground]: [String; 2] = serde_json::from_value(page.value(&format!(
            "(own => {{ const style = getComputedStyle(own); return [style.color, style.backgroundColor]; }})({pressed})"
        )))
        .unwrap();
        assert_ne!(text, ground, "{feature}");
    }
}

#[test]
fn each_view_has_a_title_of_its_own() {
    let page = Page::open("");
    assert!(page.text("document.title").starts_with("Unrolled: "));
    for (fragment, title) in [
        ("view=lab", "Lab · Unrolled"),
        ("view=train", "Train · Unrolled"),
        ("lesson=vanishing.1", "Learn · Unrolled"),
        ("view=reference", "Reference · Unrolled"),
    ] {
        page.go_to(fragment);
        page.wait_until(title, &format!("document.title === '{title}'"));
    }
    page.go_to("");
    page.wait_until("Start has its own again", "document.title.startsWith('Unrolled: ')");
}
