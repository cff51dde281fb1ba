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
        ("views.txt", "no model that this page can read"),
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

/// An archive of NumPy with one array that unpacks to so many bytes: a repetition of one byte, each 258 bytes in 13 bits (RFC 1951,
/// 3.2.6), in a file (APPNOTE 4.3).
fn bomb(unpacked: usize) -> Vec<u8> {
    let mut head = format!("{{'descr': '<f8', 'fortran_order': False, 'shape': ({}, 8), }}", unpacked / 64);
    head.extend(vec![' '; 117 - head.len()]);
    head.push('\n');
    let head = [&b"\x93NUMPY\x01\x00\x76\x00"[..], head.as_bytes()].concat();
    let (mut packed, mut at) = (vec![], 0);
    let mut put = |value: u32, bits: u32, is_code: bool| {
        for n in 0..bits {
            let bit = value >> (if is_code { bits - 1 - n } else { n }) & 1;
            if at % 8 == 0 {
                packed.push(0);
            }
            packed[at / 8] |= (bit as u8) << (at % 8);
            at += 1;
        }
    };
    // The last block, with fixed codes.
    put(1, 1, false);
    put(1, 2, false);
    for byte in head.iter().chain(&[0]) {
        let byte = u32::from(*byte);
        if byte < 144 { put(0x30 + byte, 8, true) } else { put(0x190 + byte - 144, 9, true) }
    }
    for _ in 0..unpacked / 258 {
        put(0xc5, 8, true);
        put(0, 5, true);
    }
    put(0, 7, true);
    let name = b"weight_ih_l0.npy";
    let of = |unpacked: usize| {
        let sizes = [0, packed.len() as u32, unpacked as u32].map(u32::to_le_bytes).concat();
        [&[20, 0, 0, 0, 8, 0, 0, 0, 0, 0][..], &sizes, &[name.len() as u8, 0, 0, 0]].concat()
    };
    let whole = head.len() + 1 + unpacked / 258 * 258;
    let local = [&b"PK\x03\x04"[..], &of(whole), name, &packed].concat();
    let central = [&b"PK\x01\x02\x14\x00"[..], &of(whole), &[0; 14], name].concat();
    let ends = [central.len() as u32, local.len() as u32].map(u32::to_le_bytes).concat();
    [&local[..], &central, b"PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00", &ends, &[0; 2]].concat()
}

/// A model of ONNX whose graph has a node with an attribute that is a graph, and so on, so many deep (onnx.proto: fields 7, 1, 5, 6).
fn nested(depth: usize) -> Vec<u8> {
    let field = |number: u8, content: Vec<u8>| {
        let mut out = vec![number << 3 | 2];
        let mut length = content.len();
        while length > 127 {
            out.push(length as u8 & 127 | 128);
            length >>= 7;
        }
        out.push(length as u8);
        out.extend(content);
        out
    };
    let graph = (0..depth).fold(vec![], |inner, _| field(1, field(5, field(6, inner))));
    [&[8, 8][..], &field(7, graph)].concat()
}

#[test]
fn a_bomb_and_a_graph_in_a_graph_without_end_are_refused_and_the_page_lives() {
    let page = opened(NUMBERS);
    for (name, bytes) in [("bomb.npz", bomb(64 << 20)), ("nested.onnx", nested(2000))] {
        bring(&page, name, &bytes);
        page.wait_until(name, &format!("{TOLD}.includes('{name}') && !{TOLD}.includes('Reading')"));
        let told = page.text(TOLD);
        assert!(told.len() > name.len() + 10 && !told.contains("stopped"), "{told}");
    }
    // What reads files still does.
    let file = "cases/models/d1-rnn.safetensors";
    bring(&page, file, &bytes(file));
    page.wait_until("it is read", &format!("{TOLD}.includes('is a safetensors file')"));
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
        "const files = new DataTransfer(), part = new Blob([new Uint8Array(16e6)]); \
         files.items.add(new File(Array(135).fill(part), 'large.safetensors')); \
         const field = document.querySelector('#models input[type=file]'); field.files = files.files; \
         field.dispatchEvent(new Event('change', { bubbles: true }))",
        vec![],
    );
    page.wait_until(
        "it is refused",
        &format!("{TOLD}.includes('large.safetensors has 2') && {TOLD}.includes('a file may have up to')"),
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
