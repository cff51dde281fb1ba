//! Films of both passes and of a training run: what a player makes of them is as long as they say, and shows what the page shows.

use fantoccini::key::Key;
use serde_json::Value;

use crate::browser::{Page, Setup};
use crate::training::{rest, say};

/// Five steps, each of its usual time.
const SHORT: &str = "view=lab&sequence=impulse&length=5&units=6";
/// How long that film is: 5 steps forward and 5 back of 0.42 s, and three times at rest.
const SECONDS: f64 = 10.0 * 0.42 + 0.5 + 0.7 + 2.0;
/// Two frames of a film.
const TWO_FRAMES: f64 = 2.0 / 30.0;

/// Opens the sheet of what is shared.
fn open_sheet(page: &Page) {
    page.settle();
    page.script("document.querySelector('#share').click()", vec![]);
    page.wait_until("there is something to film", "document.querySelector('.film')");
}

fn press(page: &Page, label: &str) {
    let press = "[...document.querySelectorAll('.film button')].find(own => own.textContent === arguments[0]).click()";
    page.script(press, vec![label.into()]);
}

/// Makes a film, and has a player outside of the page's policy read it: how long it is, its size, and at parts of its time how
/// colourful so many columns of it are.
fn played(page: &Page, times: &[f64]) -> Value {
    page.script("window.made.length = 0", vec![]);
    press(page, "Make the film");
    page.wait_long_until("the film is made", "window.made.length > 0");
    page.wait_until("it is said", "document.querySelector('.film [role=status]').textContent.startsWith('Saved')");
    let kind = page.text("window.made[0].type");
    let film = page.made(
        "async file => { const bytes = new Uint8Array(await file.arrayBuffer()); let text = ''; \
         for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192)); \
         return btoa(text); }",
    );
    page.visit("data:text/html,<title>player</title>");
    page.script_with_callback(PLAYER, vec![film, kind.into(), times.into()])
}

/// Reads a film: `[text in base 64, kind, parts of its time, done]`.
const PLAYER: &str = "const [text, kind, times, done] = arguments; (async () => { \
    const film = document.createElement('video'); film.muted = true; \
    const when = name => new Promise((then, not) => { film.addEventListener(name, then, { once: true }); film.onerror = () => not(film.error.message); }); \
    film.src = `data:${kind.split(';')[0]};base64,${text}`; await when('loadeddata'); \
    const canvas = document.createElement('canvas'), [w, h] = [film.videoWidth, film.videoHeight]; \
    [canvas.width, canvas.height] = [w, h]; const context = canvas.getContext('2d'), colours = []; \
    for (const part of times) { film.currentTime = part * film.duration; await when('seeked'); context.drawImage(film, 0, 0); \
        const columns = []; \
        for (let n = 0; n < 4; n++) { \
            const { data } = context.getImageData(Math.round(w * (0.14 + 0.21 * n)), Math.round(h * 0.2), Math.round(w * 0.19), Math.round(h * 0.7)); \
            let sum = 0; for (let at = 0; at < data.length; at += 4) sum += Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]); \
            columns.push(sum / (data.length / 4)); } \
        colours.push(columns); } \
    return { seconds: film.duration, size: [w, h], colours }; })().then(done, fault => done({ fault: String(fault) }))";

fn columns(played: &Value, time: usize) -> [f64; 4] {
    std::array::from_fn(|n| played["colours"][time][n].as_f64().unwrap_or_else(|| panic!("{played}")))
}

#[test]
fn a_film_of_both_passes_is_as_long_as_they_take_and_shows_step_after_step() {
    let page = Setup::default().keeping_files().preferring("prefers-color-scheme", "light").open(SHORT);
    open_sheet(&page);
    // Before the first step; in the middle of the forward pass; at the end.
    let played = played(&page, &[0.02, (0.5 + 2.1 * 0.5) / SECONDS, 0.98]);
    assert!((played["seconds"].as_f64().unwrap() - SECONDS).abs() <= TWO_FRAMES, "{played}");
    assert_eq!(played["size"], serde_json::json!([1280, 720]));
    let [before, middle, end] = [0, 1, 2].map(|time| columns(&played, time));
    assert!(
        before.iter().zip(end).all(|(before, end)| *before < 0.5 * end),
        "all is faint before it is read: {played}"
    );
    assert!(middle[0] > 3.0 * before[0] && middle[3] < 1.5 * before[3], "the first half has been read: {played}");
    assert!(
        end.iter().zip(middle).all(|(end, middle)| *end > middle),
        "the gradient comes with the second pass: {played}"
    );
}

#[test]
fn a_film_can_be_stopped_and_begun_again() {
    let page = Setup::default().keeping_files().open("view=lab&units=6");
    open_sheet(&page);
    press(&page, "Make the film");
    page.wait_until("it goes on", "document.querySelector('.film [role=progressbar]')?.ariaValueText?.match(/^[1-9]/)");
    press(&page, "Stop");
    page.wait_until(
        "it is said",
        "document.querySelector('.film [role=status]').textContent.includes('Nothing was saved')",
    );
    assert!(page.holds("window.made.length === 0 && !document.querySelector('.film [role=progressbar]')"));
    page.settle();
    press(&page, "Make the film");
    page.wait_long_until("the film is made", "window.made.length > 0");
}

#[test]
fn a_film_goes_on_while_its_sheet_is_closed_and_tells_how_it_ended() {
    let page = Setup::default().keeping_files().open("view=lab&units=6");
    open_sheet(&page);
    press(&page, "Make the film");
    page.wait_until("it goes on", "document.querySelector('.film [role=progressbar]')");
    page.press(Key::Escape);
    page.wait_until("the sheet is closed", "!document.querySelector('.film')");
    page.wait_long_until("the film is made", "window.made.length > 0");
    let told = "document.querySelector('.film [role=status]').textContent";
    open_sheet(&page);
    page.wait_until("it is told", &format!("{told}.startsWith('Saved as unrolled-')"));
    // Once read it is not told of another film.
    page.press(Key::Escape);
    page.wait_until("the sheet is closed", "!document.querySelector('.film')");
    open_sheet(&page);
    assert_eq!(page.text(told), "");
}

#[test]
fn without_an_encoder_a_film_is_recorded_while_it_plays() {
    let setup = Setup::default().keeping_files().in_workers("delete self.VideoEncoder;");
    let page = setup.open(SHORT);
    open_sheet(&page);
    let played = played(&page, &[]);
    assert!(played["fault"].is_null(), "{played}");
    // How much of it a busy machine records is its own affair.
    assert_eq!(played["size"], serde_json::json!([1280, 720]));
}

#[test]
fn a_training_run_can_be_filmed_and_its_curves_taken_along() {
    let page = Setup::default().keeping_files().open("view=train&t_knob=8&t_units=4&t_steps=200");
    say(&page, "start");
    page.wait_long_until(
        "something is learned",
        "document.querySelector('#train-gru-progress [data-step]')?.dataset.step === '200'",
    );
    rest(&page);
    open_sheet(&page);
    page.script("window.made.length = 0", vec![]);
    page.press_button("#sharing", "Save training curves as CSV");
    page.wait_until("the curves are made", "window.made.length > 0");
    let csv = page.made("file => file.text()");
    let csv = csv.as_str().unwrap();
    assert!(csv.starts_with("cell,quantity,step,value\nrnn,loss,1,"), "{csv}");
    for cell in ["rnn", "lstm", "gru"] {
        for quantity in ["loss", "gradient_norm", "gradient_left_log10"] {
            let rows: Vec<f64> = csv
                .lines()
                .filter_map(|row| row.strip_prefix(&format!("{cell},{quantity},"))?.split_once(',')?.1.parse().ok())
                .collect();
            assert!(rows.len() > 10 && rows.iter().all(|value| !value.is_nan()), "{cell} {quantity}: {}", rows.len());
        }
    }
    // The losses are those of the figure's own table.
    for cell in ["rnn", "lstm", "gru"] {
        let details = format!("document.querySelector('#train-{cell} .train-losses details')");
        page.script(&format!("{details}.open = true"), vec![]);
        page.wait_until("its numbers are there", &format!("{details}.querySelector('tbody tr')"));
        // The column that is named after the cell, and not, say, "recorded".
        let name = cell.to_uppercase();
        let rows: Vec<[String; 2]> = serde_json::from_value(page.value(&format!(
            "(table => {{ const at = [...table.tHead.rows[0].cells].findIndex(own => own.textContent === '{name}'); \
             return [...table.tBodies[0].rows].map(row => [row.cells[0].textContent, row.cells[at].textContent]); \
             }})({details}.querySelector('table'))"
        )))
        .unwrap();
        let mut held = 0;
        for [step, loss] in rows.iter().filter(|[_, loss]| !loss.is_empty()) {
            let row = format!("\n{cell},loss,{step},");
            let start = csv.find(&row).unwrap_or_else(|| panic!("{cell}: no row of step {step}")) + row.len();
            let found: f64 = csv[start..].lines().next().unwrap().parse().unwrap();
            let shown: f64 = loss.parse().unwrap();
            // The table has four decimals.
            assert!((found - shown).abs() <= 0.5001e-4, "{cell}, step {step}: {found} {shown}");
            held += 1;
        }
        assert_eq!(held, 200, "{cell}");
    }
    let played = played(&page, &[0.01, 0.99]);
    assert!((played["seconds"].as_f64().unwrap() - 14.5).abs() <= TWO_FRAMES, "{played}");
    let [before, end] = [0, 1].map(|time| columns(&played, time));
    assert!(end[0] > 2.0 * before[0], "{played}");
}
