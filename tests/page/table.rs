//! The numbers behind the pictures, as a table and as a file.

use engine::trace::CellKind;
use fantoccini::key::Key;

use crate::browser::{Page, parse};
use crate::fixture::Fixture;
use crate::number::assert_close;

#[test]
fn the_table_has_a_row_for_every_step() {
    let page = Page::open("view=lab");
    page.click("#numbers-open");
    assert!(page.holds("document.querySelector('#numbers[open]')"));
    page.wait_until("the table is there", "document.querySelector('#numbers table')");
    assert_eq!(page.number("document.querySelectorAll('#numbers tbody tr').length"), 13.0);
    page.press(Key::Escape);
    assert!(!page.holds("document.querySelector('#numbers[open]')"));
}

#[test]
fn the_file_holds_pytorchs_numbers_in_full() {
    let page = Page::open("view=lab");
    page.click("#numbers-open");
    // The file is looked at where the page hands it over, and not saved.
    let take = "const done = arguments[0]; \
        URL.createObjectURL = file => { window.file = file; return 'blob:here'; }; \
        HTMLAnchorElement.prototype.click = function () { file.text().then(text => done([this.download, text])); }; \
        [...document.querySelectorAll('#numbers button')].find(own => own.textContent.includes('CSV')).click();";
    page.wait_until("the table is there", "document.querySelector('#numbers table')");
    let (name, csv): (String, String) =
        serde_json::from_value(page.script_with_callback(take, vec![])).expect("a name and a text");
    assert_eq!(name, "unrolled.csv");
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    // What is read is there, too: the same embeddings as PyTorch was given.
    let torch = Fixture::load("lab");
    let embeddings = torch.vector("x");
    let first = rows[0].iter().position(|name| *name == "x_1").expect("a column of what is read");
    for (t, row) in rows[1..].iter().enumerate() {
        for k in 0..8 {
            assert_close(
                &format!("x_{} at step {}", k + 1, t + 1),
                parse(row[first + k]),
                embeddings[8 * t + k],
                0.0,
                0.0,
            );
        }
    }
    for cell in CellKind::ALL {
        let lambda = torch.vector(&format!("{}/lambda_norm", cell.key()));
        let head = format!("{}_gradient_left", cell.key());
        let column = rows[0].iter().position(|name| *name == head).expect("a column of the gradient");
        for (t, lambda_t) in lambda.iter().enumerate() {
            let left = lambda_t / lambda[torch.read()];
            assert_close(&format!("{head} at step {}", t + 1), parse(rows[t + 1][column]), left, 1e-12, left);
        }
    }
}
