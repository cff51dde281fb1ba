//! Models of other libraries are opened: what a file holds is said, and its network steps in the Lab with the states that its own
//! library has.

use crate::browser::{Page, Setup};

/// Four steps that the cases share, and one more.
const NUMBERS: &str = "view=lab&sequence=csv&numbers=1,0;0.5,-1;0,0.25;-0.75,1;0,0&normalised=no";

/// What is said of the file that was opened.
const TOLD: &str = "document.querySelector('#models-told').textContent";

fn opened(fragment: &str) -> Page {
    let page = Setup::default().keeping_files().open(fragment);
    page.wait_until("the Lab stands", "document.querySelector('#models-open')");
    page.settle();
    page
}

/// The bytes of a file among the fixtures.
fn bytes(file: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Opens the sheet, and brings a file of these bytes.
fn bring(page: &Page, name: &str, bytes: &[u8]) {
    page.script("document.querySelector('#models') ?? document.querySelector('#models-open').click()", vec![]);
    page.wait_until("the sheet stands", "document.querySelector('#models input[type=file]')");
    page.script(
        &format!(
            "const sheet = document.querySelector('#models'); if (!sheet.open) document.querySelector('#models-open').click(); \
             const files = new DataTransfer(); files.items.add(new File([new Uint8Array({bytes:?})], arguments[0])); \
             const field = sheet.querySelector('input[type=file]'); field.files = files.files; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ),
        vec![name.into()],
    );
}

/// Shows the first network of the file in the Lab.
fn show(page: &Page) {
    page.wait_until("a network is found", "document.querySelector('#models .models button')");
    page.script("document.querySelector('#models .models button').click()", vec![]);
    page.wait_until("the sheet is closed", "!document.querySelector('#models').open");
}

/// The length of a cell's hidden state at each step, with all digits, as the page saves it.
fn norms(page: &Page, cell: &str) -> Vec<f64> {
    page.wait_until("the run is there", "!document.querySelector('.page.stale')");
    page.script("document.querySelector('#numbers-open').click()", vec![]);
    page.wait_until("the numbers stand", "document.querySelector('#numbers[open] p button')");
    page.have_made("a table", "document.querySelector('#numbers p button').click()");
    let text = page.made("file => file.text()");
    let text = text.as_str().unwrap();
    page.script("document.querySelector('#numbers').close()", vec![]);
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let place = head.iter().position(|name| *name == format!("{cell}_hidden_norm")).unwrap();
    lines.map(|line| line[place].parse().unwrap()).collect()
}

/// ‖h‖ at the four steps, of the cases' networks.
const RNN: [f64; 4] = [1.174_714_930_9, 1.432_138_573_3, 0.931_293_358_2, 0.883_290_775_4];
const LSTM: [f64; 4] = [0.083_044_8, 0.273_711_068_2, 0.226_408_923_3, 0.385_592_308_6];
const GRU: [f64; 4] = [0.475_134_905_9, 0.812_889_784_9, 0.519_255_555_1, 0.311_593_958_2];

#[test]
fn a_model_steps_in_its_lane_with_the_states_of_its_library_beside_the_other_two() {
    let page = opened(NUMBERS);
    let drawn = norms(&page, "lstm");
    let cases = [
        ("cases/models/d1-rnn.safetensors", "rnn", RNN, "RNN, 1\u{a0}layer, 3\u{a0}hidden units"),
        ("cases/models/d1b-lstm-prefixed.safetensors", "lstm", LSTM, "LSTM, 1\u{a0}layer"),
        ("cases/models/d6-keras-lstm.weights.h5", "lstm", LSTM, "2\u{a0}numbers at each step"),
        ("cases/models/d6b-keras-gru-reset-after.weights.h5", "gru", GRU, "GRU, 1\u{a0}layer"),
    ];
    for (file, cell, right, said) in cases {
        bring(&page, file.rsplit('/').next().unwrap(), &bytes(file));
        page.wait_until(file, &format!("document.querySelector('#models .models')?.textContent.includes('{said}')"));
        show(&page);
        page.wait_until(
            file,
            &format!(
                "document.querySelector('.weights').textContent.includes('Your model: {}', 0)",
                cell.to_uppercase()
            ),
        );
        page.wait_until("the address names it", &format!("location.hash.includes('net={cell}-1-2-3-')"));
        let found = norms(&page, cell);
        for (found, right) in found.iter().zip(right) {
            assert!((found - right).abs() < 5e-11, "{file}: {found} {right}");
        }
    }
    // Drawn weights come back, and undo brings the model back.
    page.script("[...document.querySelectorAll('.weights button')].find(own => own.textContent.includes('drawn weights')).click()", vec![]);
    page.wait_until("it is gone", "!location.hash.includes('net=')");
    page.go_to(NUMBERS);
    page.settle();
    assert_eq!(norms(&page, "lstm"), drawn);
}

#[test]
fn a_model_is_still_there_after_a_reload_and_told_where_a_browser_does_not_have_it() {
    let page = opened(NUMBERS);
    bring(&page, "d1-gru.safetensors", &bytes("cases/models/d1-gru.safetensors"));
    show(&page);
    page.wait_until("the address names it", "location.hash.includes('net=gru-1-2-3-')");
    let before = norms(&page, "gru");
    // It is kept by now: the runs above came after it.
    page.script("location.reload()", vec![]);
    page.wait_until("the Lab stands", "document.querySelector('.weights')?.textContent.includes('Your model: GRU')");
    page.settle();
    assert_eq!(norms(&page, "gru"), before);
    let other = page.text("location.hash").replace("net=gru-1-2-3-", "net=gru-1-2-3-0");
    let other = other.replacen("net=gru-1-2-3-0", "net=gru-1-2-3-", 1);
    let mark: String = other.split("net=gru-1-2-3-").nth(1).unwrap().chars().take(16).collect();
    let foreign = other.replace(&mark, "00000000000000aa");
    page.script("location.hash = arguments[0]", vec![foreign.into()]);
    page.wait_until(
        "it is told",
        "document.querySelector('.weights').textContent.includes('does not keep your model')",
    );
}

#[test]
fn what_gives_no_network_is_refused_with_the_reason_and_the_lab_stays() {
    let page = opened(NUMBERS);
    let before = page.text("location.hash");
    let cases = [
        ("cases/models/d8-looks-like-torch.pt", "Python pickle"),
        ("cases/models/d9-cut-off.safetensors", "cut off"),
        ("cases/models/d9b-head-length-huge.safetensors", "its head alone"),
        ("nets/no-both-directions.safetensors", "both directions"),
        ("nets/no-projection.safetensors", "proj_size"),
        ("nets/no-hard-sigmoid.keras", "hard_sigmoid"),
        ("nets/no-clip.onnx", "clip"),
        ("nets/no-five-layers.safetensors", "5 layers"),
        ("nets/no-nan.safetensors", "not finite"),
        ("nets/no-shape.safetensors", "has the shape"),
        ("nets/no-weight.safetensors", "is missing"),
        ("views.txt", "no model file that this page knows"),
    ];
    for (file, said) in cases {
        let mut content = bytes(file);
        content.truncate(20_000);
        bring(&page, file, &content);
        page.wait_until(file, &format!("{TOLD}.includes('{said}')"));
    }
    bring(&page, "d8-looks-like-torch.pt", &bytes("cases/models/d8-looks-like-torch.pt"));
    page.wait_until("the line of Python", "document.querySelector('#models code')?.textContent.includes('save_file')");
    assert_eq!(page.text("location.hash"), before);
    assert_eq!(page.number("document.querySelectorAll('#models .models button').length"), 0.0);
}

#[test]
fn a_model_that_is_dropped_on_the_page_is_opened_and_one_that_is_too_large_is_refused_unread() {
    let page = opened(NUMBERS);
    let bytes = bytes("cases/models/d1-rnn.safetensors");
    page.script(
        &format!(
            "const files = new DataTransfer(); files.items.add(new File([new Uint8Array({bytes:?})], 'dropped.safetensors')); \
             document.body.dispatchEvent(new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer: files }}))"
        ),
        vec![],
    );
    page.wait_until("it is read", &format!("{TOLD}.includes('dropped.safetensors is a safetensors file')"));
    assert_eq!(page.number("document.querySelectorAll('#models[open] .models button').length"), 1.0);
    page.script(
        "const files = new DataTransfer(); files.items.add(new File([new Uint8Array(257e6)], 'large.safetensors')); \
         const field = document.querySelector('#models input[type=file]'); field.files = files.files; \
         field.dispatchEvent(new Event('change', { bubbles: true }))",
        vec![],
    );
    page.wait_until(
        "it is refused",
        &format!("{TOLD}.includes('large.safetensors has ') && {TOLD}.includes('a file may have up to')"),
    );
    assert_eq!(page.number("document.querySelectorAll('#models .models button').length"), 0.0);
}

#[test]
fn training_goes_on_from_a_model_and_says_where_it_cannot() {
    let page = opened("view=lab&sequence=adding&length=20&units=8");
    bring(&page, "lstm-2.safetensors", &bytes("nets/lstm-2.safetensors"));
    show(&page);
    page.wait_until("it is in the Lab", "document.querySelector('.weights').textContent.includes('Your model: LSTM')");
    page.script(
        "[...document.querySelectorAll('.weights button')].find(own => own.textContent.includes('Train it on')).click()",
        vec![],
    );
    let told = "document.querySelector('.train-net')?.textContent ?? ''";
    page.wait_until("Train names it", &format!("({told}).includes('The LSTM learns on from your model')"));
    let here = page.fragment();
    page.go_to(&format!("{}&task=copy", here.trim_start_matches('#')));
    page.wait_until(
        "it does not fit",
        &format!("({told}).includes('cannot read this task') && ({told}).includes('Adding')"),
    );
    page.script("document.querySelector('.train-net button').click()", vec![]);
    page.wait_until("drawn weights", &format!("({told}) === '' && !location.hash.includes('t_net')"));
}
