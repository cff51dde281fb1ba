//! What is taken along of the Lab: weights with what they read, programs, every number of the run.

use model::sequence::SENTENCE;

use crate::browser::{Page, Setup};

fn opened(fragment: &str) -> Page {
    let page = Setup::default().keeping_files().open(fragment);
    page.wait_until("the Lab stands", "document.querySelector('#share')");
    page.settle();
    page.script("document.querySelector('#share').click()", vec![]);
    page.wait_until("it can be taken along", "document.querySelector('.along')");
    page
}

/// Presses a button of it, and waits for the file.
fn take(page: &Page, label: &str) {
    page.have_made(
        label,
        "[...document.querySelectorAll('.along button')].find(own => own.textContent.includes(arguments[0])).click()",
    );
}

/// Reads a safetensors file: the shape of each tensor, and the first numbers of `h`.
const TENSORS: &str = "async file => { const bytes = await file.arrayBuffer(), size = Number(new DataView(bytes).getBigUint64(0, true)); \
    const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, size))); delete head.__metadata__; \
    const view = new DataView(bytes, 8 + size), h = head.h.data_offsets[0]; \
    const units = head.h.shape[1], lengths = []; \
    for (let t = 0; t < head.h.shape[0]; t++) { let sum = 0; \
        for (let n = 0; n < units; n++) sum += view.getFloat64(h + 8 * (t * units + n), true) ** 2; lengths.push(Math.sqrt(sum)); } \
    return { shapes: Object.fromEntries(Object.entries(head).map(([name, own]) => [name, own.shape.join('x')])), lengths }; }";

#[test]
fn weights_are_saved_with_the_states_that_the_page_shows() {
    let page = opened("view=lab&units=5");
    take(&page, "Save as CSV");
    let csv = page.made("file => file.text()");
    let csv = csv.as_str().unwrap();
    let mut rows = csv.lines();
    assert_eq!(rows.next(), Some("cell,layer,step,label,quantity,unit,value,gradient"));
    for (place, cell) in ["RNN", "LSTM", "GRU"].into_iter().enumerate() {
        page.script("document.querySelectorAll('.along input[type=radio]')[arguments[0]].click()", vec![place.into()]);
        take(&page, "Save weights");
        let found = page.made(TENSORS);
        let cell = cell.to_lowercase();
        let gates = [1, 4, 3][place];
        assert_eq!(found["shapes"][&format!("{cell}.weight_ih_l0")], format!("{}x8", gates * 5), "{found}");
        assert_eq!(found["shapes"][&format!("{cell}.weight_hh_l0")], format!("{}x5", gates * 5), "{found}");
        let lengths: Vec<f64> = serde_json::from_value(found["lengths"].clone()).unwrap();
        // The same numbers as in the run's own rows.
        let mut sums = vec![0.0; lengths.len()];
        for row in csv.lines().filter(|row| row.starts_with(&format!("{cell},")) && row.contains("\",hidden,")) {
            let step: usize = row.split(',').nth(2).unwrap().parse().unwrap();
            let value: f64 = row.rsplit(',').nth(1).unwrap().parse().unwrap();
            sums[step - 1] += value * value;
        }
        for (found, sum) in lengths.iter().zip(sums) {
            assert!((found - sum.sqrt()).abs() < 1e-14 && sum > 0.0, "{cell}: {found} {}", sum.sqrt());
        }
    }
    take(&page, "Save as JSON");
    let json = page.made("async file => JSON.parse(await file.text())");
    assert_eq!(json["unrolled_run"], 1);
    assert_eq!(json["cells"]["gru"]["update"]["value"][0].as_array().unwrap().len(), 5);
}

#[test]
fn a_program_is_saved_for_each_library() {
    let page = opened("view=lab&units=4&cell=gru");
    for (place, file) in
        ["unrolled-gru-pytorch.py", "unrolled-gru-keras.py", "unrolled-gru-jax.py"].into_iter().enumerate()
    {
        page.choose("along-program", &place.to_string());
        take(&page, "Save program");
        let text = page.made("file => file.text()");
        assert!(text.as_str().unwrap().contains("safetensors"), "{file}: {text}");
    }
}

#[test]
fn the_three_lanes_are_taken_along_as_a_picture_with_a_shape_for_every_number() {
    let page = opened("view=lab&units=5");
    page.have_made(
        "Picture, SVG",
        "[...document.querySelectorAll('#sharing .take button')].find(own => own.textContent === arguments[0]).click()",
    );
    let text = page.made("file => file.text()");
    let text = text.as_str().unwrap();
    let steps = SENTENCE.split_whitespace().count();
    // h of each cell and c, five units a step; a bar on its ground for each of five gates; the paper.
    let shapes = text.matches("<rect").count();
    assert_eq!(shapes, steps * (4 * 5 + 2 * 5) + 1, "{}", &text[..400]);
    assert!(text.contains("<title>RNN, LSTM and GRU: states"), "{}", &text[..400]);
    // The chart below the lanes and the cell, with what the page says of them.
    let press =
        "[...document.querySelectorAll('#sharing .take button')].find(own => own.textContent === arguments[0]).click()";
    page.choose("along-picture", "1");
    page.have_made("Picture, SVG", press);
    let headline = page.text("document.querySelector('.reach .who > p').textContent");
    let text = page.made("file => file.text()");
    assert!(text.as_str().unwrap().contains(&format!("<title>{headline}</title>")), "{text}");
    page.choose("along-picture", "2");
    page.have_made("Picture, SVG", press);
    let text = page.made("file => file.text()");
    let numbers: Vec<String> = serde_json::from_value(
        page.value("[...document.querySelectorAll('.diagram :is(.number, .name)')].map(own => own.textContent)"),
    )
    .unwrap();
    assert!(numbers.len() > 8, "{numbers:?}");
    for number in numbers {
        assert!(text.as_str().unwrap().contains(&format!("{number}\n</text>")), "{number}: {text}");
    }
}

#[test]
fn the_embeddings_are_taken_along_as_a_picture_with_a_shape_for_every_number() {
    let page = opened("view=lab");
    page.choose("along-picture", "3");
    take(&page, "Picture, SVG");
    let text = page.made("file => file.text()");
    let text = text.as_str().unwrap();
    let steps = SENTENCE.split_whitespace().count();
    assert_eq!(text.matches("<rect").count(), steps * 8 + 1, "each number, and the paper");
    assert!(text.contains("<title>The embedding of each word: 8 random numbers"), "{:.400}", text);
    // Numbers that are read have none.
    let page = opened("view=lab&sequence=impulse");
    assert_eq!(page.number("document.querySelector('#along-picture').options.length"), 3.0);
}

#[test]
fn the_chains_of_start_are_taken_along_with_the_numbers_that_the_page_tells() {
    let page = opened("");
    take(&page, "Picture, SVG");
    let text = page.made("file => file.text()");
    let text = text.as_str().unwrap();
    let verdict = page.text("document.querySelector('.start-verdict b').textContent");
    assert!(text.contains(&format!("<title>How far back can a network learn? {verdict}</title>")), "{:.400}", text);
    for word in SENTENCE.split_whitespace() {
        assert!(text.contains(&format!("{word}\n</text>")) || text.contains(&format!(">{word}</text>")), "{word}");
    }
    let shares = "[...document.querySelectorAll('.start-lane')].map(own => Number(own.querySelector('.start-number').dataset.value))";
    let shares: Vec<f64> = serde_json::from_value(page.value(shares)).unwrap();
    take(&page, "Table, CSV");
    let csv = page.made("file => file.text()");
    let csv = csv.as_str().unwrap();
    // "book" is the second word; shares are in percent.
    let row = csv.lines().find(|row| row.contains("book")).unwrap_or_else(|| panic!("{csv}"));
    let found: Vec<f64> = row.rsplit(',').take(3).map(|own| own.parse().unwrap()).collect();
    for (found, share) in found.iter().rev().zip(&shares) {
        assert!((found - 100.0 * share).abs() <= *share, "{row} {shares:?}");
    }
}
