//! Codes are read by another program: what it reads is the text.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use figures::{Code, MOST_CODED};

/// The pixels of a code, each square so many pixels wide: black is 0. They are read from its path: `M x y h w v1 H x z`.
fn pixels(code: &Code, wide: usize) -> (usize, Vec<u8>) {
    let side = code.side as usize * wide;
    let mut all = vec![255; side * side];
    for run in code.path.split_terminator('z') {
        let numbers: Vec<usize> = run
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|number| !number.is_empty())
            .map(|number| number.parse().unwrap())
            .collect();
        let [x, y, width, 1, back] = numbers[..] else { panic!("{run}") };
        assert_eq!(back, x, "each run goes back to where it began");
        for row in y * wide..(y + 1) * wide {
            all[row * side + x * wide..row * side + (x + width) * wide].fill(0);
        }
    }
    (side, all)
}

/// What another program reads in a code.
fn read(code: &Code) -> String {
    let (side, pixels) = pixels(code, 4);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| pixels[y * side + x]);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    grids[0].decode().expect("it can be read").1
}

#[test]
fn another_program_reads_the_address() {
    let page = "https://example.org/unrolled/";
    let long = format!("{page}#v=1&sequence=words&text={}", "word+".repeat(100));
    let most = format!("{page}#v=1&numbers={}", "1%2C".repeat(400));
    for text in [page, "https://example.org/unrolled/#v=1&view=lab&units=32&gain=1.4", &long, &most[..MOST_CODED]] {
        assert_eq!(read(&Code::of(text).expect("it has room")), text);
    }
}

#[test]
fn a_text_of_one_byte_too_many_has_no_code() {
    assert!(Code::of(&"a".repeat(MOST_CODED)).is_some());
    assert_eq!(Code::of(&"a".repeat(MOST_CODED + 1)), None);
}

#[test]
fn a_code_stands_in_a_white_border_of_four_squares() {
    let code = Code::of("https://example.org/").unwrap();
    let (side, pixels) = pixels(&code, 1);
    let dark = |x: usize, y: usize| pixels[y * side + x] == 0;
    for at in 0..side {
        for edge in [0, 1, 2, 3, side - 4, side - 3, side - 2, side - 1] {
            assert!(!dark(at, edge) && !dark(edge, at), "white at {at}, {edge}");
        }
    }
    // The corner of a finder, by the standard.
    assert!(dark(4, 4) && dark(10, 4) && !dark(5, 5) && dark(6, 6));
}

#[test]
fn its_document_is_black_on_white() {
    let code = Code::of("https://example.org/").unwrap();
    let document = code.svg();
    assert!(document.contains(&format!(r#"viewBox="0 0 {0} {0}""#, code.side)));
    assert!(document.contains(r##"fill="#fff" d="M0 0h"##) && document.contains(&code.path));
}
