//! Problems, simulated series and a person's own numbers: what is chosen or brought is what the lanes read.

use model::settings::{SEQUENCES, Source, source_key};
use words::laboratory::words;

use crate::browser::Page;
use crate::number::assert_computed;

#[test]
fn every_sequence_of_the_list_is_the_engines() {
    let page = Page::open("view=lab");
    // What a trained network makes of an example, `weights.rs` compares.
    for key in SEQUENCES.into_iter().filter(|key| *key != "example") {
        page.choose_sequence(key);
        let settings = page.state().settings;
        assert_eq!(source_key(&settings.source), key);
        assert_eq!(page.number("Number(document.getElementById('scrubber').max)") as usize, settings.steps() - 1);
        assert_computed(&page, &settings);
    }
}

#[test]
fn what_is_generated_follows_its_length() {
    let page = Page::open("view=lab");
    for key in ["adding", "copy", "clicks", "frames"] {
        page.choose_sequence(key);
        for length in [5.0, 120.0, 500.0] {
            page.drag("length", &[length]);
            assert_computed(&page, &page.state().settings);
        }
    }
}

#[test]
fn the_page_says_what_is_real_and_what_is_not() {
    let page = Page::open("sequence=speech");
    let told = "document.getElementById('more').textContent";
    for (key, words) in [
        ("speech", "CC BY 4.0"),
        ("clicks", "Simulated"),
        ("frames", "Simulated"),
        ("adding", "Generated"),
        ("copy", "Generated"),
        ("csv", "Your own numbers"),
    ] {
        page.choose_sequence(key);
        page.wait_until(&format!("{key} has its source"), &format!("{told}.includes('{words}')"));
    }
}

#[test]
fn sixty_four_channels_are_shown_in_the_edit_picture_and_the_numbers() {
    let page = Page::open("sequence=frames&picture=edit");
    page.wait_until(
        "every pixel has a field",
        "document.querySelectorAll('#laboratory .edit-line:first-of-type input').length === 64",
    );
    page.go_to("sequence=frames");
    page.click("#numbers-open");
    page.wait_until("there is a row a frame", "document.querySelectorAll('#numbers tbody tr').length === 60");
}

const TOLD: &str = "document.getElementById('csv-told')?.innerText ?? ''";

/// Opens the picture for one's own numbers from the list of sequences, with the keyboard in its field.
fn open_data() -> Page {
    let page = Page::open("view=lab");
    page.choose_sequence("csv");
    page.wait_until("there is a field", "document.querySelector('#csv')");
    page.click("#csv");
    page
}

fn use_it(page: &Page) {
    let button = page.button("#laboratory", words().data_use);
    page.click(&button);
    page.wait_until("it is pressed", &format!("document.querySelector('{button}[aria-pressed=true]')"));
    page.settle();
}

fn assert_reads(page: &Page, numbers: &str) {
    let settings = page.state().settings;
    assert!(matches!(&settings.source, Source::Numbers(own) if own.as_str() == numbers), "{:?}", settings.source);
    assert_computed(page, &settings);
}

#[test]
fn a_table_is_typed_told_corrected_and_used() {
    let page = open_data();
    page.write("a,b\n1,2\n3,x\n5,6\n7,8\n9,0");
    page.wait_until("it is told", &format!("({TOLD}).includes('Line 3, column 2')"));
    assert!(page.holds("document.activeElement === document.querySelector('#csv')"), "the field keeps the keyboard");
    assert!(
        !page
            .holds("[...document.querySelectorAll('#laboratory button')].some(own => own.textContent.includes('Use'))")
    );
    let good = "a,b\n1,2\n3,4\n5,6\n7,8\n9,0";
    page.write(good);
    use_it(&page);
    assert_reads(&page, "1,2;3,4;5,6;7,8;9,0");
    assert_eq!(page.text("document.querySelector('#csv').value"), good);
    let shares = page.shares();

    page.reload();
    page.wait_until("the field is there", "document.querySelector('#csv')");
    page.settle();
    assert_eq!(page.shares(), shares);
    assert_eq!(page.text("document.querySelector('#csv').value"), good);
}

#[test]
fn a_file_is_read_into_the_field() {
    let page = open_data();
    let script = "const files = new DataTransfer(); \
        files.items.add(new File(['1;2\\n2;3\\n4;5\\n8;7\\n16;9\\n32;11\\n'], 'own.csv', { type: 'text/csv' })); \
        const field = document.querySelector('#laboratory input[type=file]'); \
        field.files = files.files; \
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, vec![]);
    page.wait_until("the field has its text", "document.querySelector('#csv').value.startsWith('1;2')");
    use_it(&page);
    assert_reads(&page, "1,2;2,3;4,5;8,7;16,9;32,11");
}

#[test]
fn what_was_typed_is_never_lost() {
    let page = open_data();
    let rows: Vec<String> = (0..700).map(|n| format!("{n},{}", n % 7)).collect();
    page.write(&rows.join("\n"));
    page.wait_until("it is told", &format!("({TOLD}).includes('700')"));
    use_it(&page);
    let settings = page.state().settings;
    assert_eq!(settings.steps(), 499);
    assert_computed(&page, &settings);
    assert_eq!(page.number("document.querySelector('#csv').value.split('\\n').length"), 700.0);
    page.click(&page.labelled("#pictures", words().chain));
    page.wait_until("another picture is there", "document.querySelector('#laboratory [data-picture=chain] canvas')");
    page.click(&page.labelled("#pictures", words().data));
    page.wait_until("the text is back", "document.querySelector('#csv')?.value.split('\\n').length === 700");
}
