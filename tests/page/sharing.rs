//! What is shared: a link that opens the same picture, a code that a phone reads, and what is copied into other pages.

use fantoccini::key::Key;

use words::frame::words;

use crate::browser::{CLIPBOARD_REFUSES, NO_CLIPBOARD, Page, Setup};

/// Opens the sheet.
fn share(page: &Page) {
    page.click("#share");
    page.wait_until("the sheet is open", "document.querySelector('#sharing[open] #share-link')");
}

/// What stands in a field of the sheet.
fn field(page: &Page, id: &str) -> String {
    page.text(&format!("document.querySelector('#{id}').value"))
}

/// What another program reads in the code on the page, from the path of its dark squares: `M x y h w v1 H x z`.
fn read_code(page: &Page) -> String {
    const WIDE: usize = 4;
    let path = page.text("document.querySelector('.share-code path:last-of-type').getAttribute('d')");
    let squares = page.number("document.querySelector('.share-code svg').viewBox.baseVal.width") as usize;
    let side = squares * WIDE;
    let mut pixels = vec![255; side * side];
    for run in path.split_terminator('z') {
        let numbers: Vec<usize> = run.split(|own: char| !own.is_ascii_digit()).flat_map(str::parse).collect();
        let [x, y, width, ..] = numbers[..] else { panic!("{run}") };
        for row in y * WIDE..(y + 1) * WIDE {
            pixels[row * side + x * WIDE..row * side + (x + width) * WIDE].fill(0);
        }
    }
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| pixels[y * side + x]);
    image.detect_grids()[0].decode().expect("a code that can be read").1
}

#[test]
fn the_link_has_a_version_can_be_copied_and_opens_the_same_picture() {
    let page = Page::open("bias=2&cell=gru&at=3");
    page.allow(&["clipboardReadWrite", "clipboardSanitizedWrite"]);
    share(&page);
    let link = field(&page, "share-link");
    assert_eq!(link, page.text("location.href").replace('#', "#v=1&"));
    page.press_button("#sharing", words().copy_link);
    page.wait_until(
        "it says so",
        &format!("document.querySelector('#sharing').innerText.includes('{}')", words().copied),
    );
    let script = "const done = arguments[0]; navigator.clipboard.readText().then(done);";
    assert_eq!(page.script_with_callback(script, vec![]), link);
    let before = page.state();
    page.visit("about:blank");
    page.visit(&link);
    page.wait_until_it_stands();
    assert_eq!(page.state(), before);
    assert!(!page.holds("document.querySelector('.problems')"), "its own version is known");
}

#[test]
fn a_phone_reads_the_address_from_the_code() {
    for (address, theme) in [("", "light"), ("picture=chain&gain=1.4", "dark"), ("lesson=lstm.3", "light")] {
        let page = Setup::default().preferring("prefers-color-scheme", theme).open(address);
        share(&page);
        assert_eq!(read_code(&page), field(&page, "share-link"));
        let colours =
            "[...document.querySelectorAll('.share-code path')].map(own => getComputedStyle(own).fill).join()";
        assert_eq!(page.text(colours), "rgb(255, 255, 255),rgb(0, 0, 0)", "black on white in the {theme} theme");
        let names = page.roles_and_names();
        assert!(names.contains(&("image".to_owned(), words().code_name.to_owned())), "{names:?}");
        page.press(Key::Escape);
        page.wait_until("Escape closes it", "!document.querySelector('#sharing[open]')");
        page.wait_until("the keyboard is back", "document.activeElement.id === 'share'");
    }
}

#[test]
fn an_address_that_no_code_holds_is_told_with_its_length() {
    let page = Page::open(&format!("sequence=words&text={}", "word+".repeat(300)));
    share(&page);
    let length = field(&page, "share-link").len();
    let told = page.text("document.querySelector('.share-code').innerText");
    assert!(told.contains(&length.to_string()) && told.contains("1273"), "{told}");
    assert!(!page.holds("document.querySelector('.share-code svg')"));
}

#[test]
fn a_class_reads_the_code_large() {
    let page = Setup::default().screen(1920, 1080).open("view=lab&present=yes");
    page.point(600.0, 400.0);
    share(&page);
    let size = page.number("document.querySelector('.share-code svg').getBoundingClientRect().width");
    assert!(size >= 0.7 * 1080.0, "{size}");
    assert!(page.holds("(own => own.bottom <= innerHeight && own.right <= innerWidth)(document.querySelector('#sharing').getBoundingClientRect())"));
    assert!(page.number("parseFloat(getComputedStyle(document.querySelector('#share-link')).fontSize)") >= 20.0);
    let read = read_code(&page);
    assert!(read.ends_with("#v=1&view=lab"), "a phone of the class does not present: {read}");
}

/// A link that a browser does not let the page copy is selected.
fn assert_link_is_selected(refusal: &'static str) {
    let page = Setup::default().running_first(refusal).open("bias=2&cell=gru&at=3");
    share(&page);
    page.press_button("#sharing", words().copy_link);
    page.wait_until("it is told", "document.querySelector('#sharing').innerText.includes('Ctrl+C')");
    page.wait_until("the link has the keyboard", "document.activeElement.id === 'share-link'");
    let selected =
        "const field = document.activeElement; return field.value.slice(field.selectionStart, field.selectionEnd);";
    assert_eq!(page.script(selected, vec![]), field(&page, "share-link"));
}

#[test]
fn a_link_that_may_not_be_copied_is_selected() {
    assert_link_is_selected(CLIPBOARD_REFUSES);
    assert_link_is_selected(NO_CLIPBOARD);
}

#[test]
fn the_sheet_has_room_on_a_phone_and_nothing_is_asked_of_a_server() {
    let page = Setup::default().phone(390, 844).open("view=lab");
    let before = page.number("performance.getEntriesByType('resource').length");
    page.script("document.querySelector('#share').click()", vec![]);
    page.wait_until("the sheet is open", "document.querySelector('#sharing[open] #share-link')");
    page.settle();
    assert_eq!(page.overhang(), 0.0);
    let wide = "(own => own.scrollWidth - own.clientWidth)(document.querySelector('#sharing'))";
    assert_eq!(page.number(wide), 0.0);
    assert_eq!(page.number("performance.getEntriesByType('resource').length"), before);
}
