//! How fast the page follows the hand: `cargo xtask bench` builds it as it is released and runs this.
//!
//! It reports and does not judge: a slow machine is no bug. In every frame one `input` event with a
//! new value comes from the slider of the gain, as from a hand that drags it.
//!
//! The engine and the drawing clock themselves (`?timing` in the address), and `drag.js` notes when
//! frames begin. What the main thread does is told by Chromium's own tracing, in a second drag of the
//! same kind, since tracing takes some of the machine itself: all tasks of the page's thread, from one
//! input event to the next. So a frame's work is everything: handlers, engine, effects, drawing, style,
//! layout, painting, the canvases' pixels, garbage collection.
#![allow(clippy::expect_used, clippy::unwrap_used)]

mod browser;

use std::time::Duration;

use browser::{Page, Setup, Stretch};
use serde_json::json;

/// How much is measured.
struct Amount {
    /// Frames before anything is counted.
    warm_up: usize,
    /// Frames that are.
    frames: usize,
    /// Times that a pause is asked for.
    pauses: usize,
    /// Pictures of the laboratory.
    pictures: usize,
}

impl Amount {
    /// What tells speeds; or, where `UNROLLED_BENCH` is `tiny`, what shows that the measurement still runs.
    fn get() -> Self {
        if std::env::var("UNROLLED_BENCH").is_ok_and(|amount| amount == "tiny") {
            Self { warm_up: 2, frames: 30, pauses: 2, pictures: 1 }
        } else {
            Self { warm_up: 60, frames: 300, pauses: 20, pictures: PICTURES.len() }
        }
    }
}

/// What a drag gave, in milliseconds.
struct Drag {
    engine: Vec<f64>,
    draw: Vec<f64>,
    intervals: Vec<f64>,
    work: Vec<Stretch>,
    redraws: usize,
    pictures: usize,
}

impl Drag {
    fn run(page: &Page, traced: &Page) -> Self {
        let Amount { warm_up, frames, .. } = Amount::get();
        let arguments = vec![json!("gain"), json!(warm_up), json!(frames)];
        let figures = page.script_with_callback(include_str!("browser/drag.js"), arguments.clone());
        traced.script_with_callback(include_str!("browser/drag.js"), arguments);
        let list = |name: &str| -> Vec<f64> { serde_json::from_value(figures[name].clone()).unwrap() };
        Self {
            engine: list("engine"),
            draw: list("draw"),
            intervals: list("intervals"),
            work: traced.stretches("input").into_iter().skip(warm_up).take(frames).collect(),
            redraws: figures["redraws"].as_u64().unwrap() as usize,
            pictures: figures["pictures"].as_u64().unwrap() as usize,
        }
    }

    fn print(&self) {
        line("three cells with all gradients, median", ms(quantile(&self.engine, 0.5)), "aim: under 4 ms");
        line("three cells with all gradients, 95 % within", ms(quantile(&self.engine, 0.95)), "");
        line("drawing, 95 % within", ms(quantile(&self.draw, 0.95)), "");
        print_frames(&self.intervals, &self.work);
        let frames = Amount::get().frames;
        line("redraws", self.redraws.to_string(), &format!("aim: {frames}, the input frames"));
        if self.pictures > 0 {
            line("redraws of the laboratory's picture", self.pictures.to_string(), &format!("aim: {frames}"));
        }
    }
}

fn ms(x: f64) -> String {
    format!("{x:.1} ms")
}

fn line(what: &str, figure: String, aim: &str) {
    println!("  {what:<52} {figure:>9}   {aim}");
}

/// How evenly frames came, and what the main thread did in each.
fn print_frames(intervals: &[f64], stretches: &[Stretch]) {
    let work: Vec<f64> = stretches.iter().map(|frame| frame.work).collect();
    let processor: Vec<f64> = stretches.iter().map(|frame| frame.processor).collect();
    line("frame intervals up to 17.5 ms", share(intervals, 17.5), "aim: 95 %");
    line("frame intervals, 95 % within", ms(quantile(intervals, 0.95)), "");
    line("frames with up to 10 ms of main-thread work", share(&work, 10.0), "aim: 95 %");
    line("main-thread work a frame, median", ms(quantile(&work, 0.5)), "");
    line("main-thread work a frame, 95 % within", ms(quantile(&work, 0.95)), "");
    line("the processor's time for it, 95 % within", ms(quantile(&processor, 0.95)), "");
}

/// The number that a share of all do not exceed; NaN of none, as where a slow machine answers in none of a few frames.
fn quantile(numbers: &[f64], share: f64) -> f64 {
    if numbers.is_empty() {
        return f64::NAN;
    }
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[((sorted.len() as f64 * share).ceil() as usize).clamp(1, sorted.len()) - 1]
}

/// How many of all do not exceed a limit, as a percentage.
fn share(numbers: &[f64], limit: f64) -> String {
    let within = numbers.iter().filter(|x| **x <= limit).count();
    format!("{:.1} %", 100.0 * within as f64 / numbers.len() as f64)
}

fn measure(length: usize, units: usize, picture: &str) {
    let fragment = format!("sequence=impulse&length={length}&units={units}&picture={picture}");
    let page = Setup::default().query("?timing").open(&fragment);
    let browser = page.value("navigator.userAgent.match(/Chrome\\/[0-9.]+/)[0]");
    let browser = browser.as_str().unwrap_or("an unknown browser");
    let open = if picture.is_empty() { String::new() } else { format!(", with the laboratory's {picture} open") };
    let frames = Amount::get().frames;
    println!("\n{browser}, 1440 × 900, T = {length}, H = {units}{open}, {frames} frames while the gain is dragged:");
    Drag::run(&page, &Setup::default().query("?timing").traced().open(&fragment)).print();
}

#[test]
fn a_slider_is_dragged() {
    measure(200, 32, "");
}

#[test]
fn beyond_the_aims_at_the_largest_setting() {
    measure(500, 64, "");
}

/// The laboratory’s pictures that follow the gain.
const PICTURES: [&str; 10] =
    ["chain", "roads", "spectrum", "saturation", "triangle", "hears", "halflives", "kept", "after", "draws"];

#[test]
fn with_a_picture_of_the_laboratory_open() {
    for picture in PICTURES.into_iter().take(Amount::get().pictures) {
        measure(100, 32, picture);
    }
}

#[test]
fn while_three_workers_train() {
    let fragment = "view=train&task=adding&t_knob=100&t_units=32&t_batch=32&t_steps=999999";
    let script = include_str!("browser/train.js");
    let Amount { warm_up, frames, pauses, .. } = Amount::get();
    let train = |page: &Page| page.script_with_callback(script, vec![json!(warm_up), json!(frames), json!(pauses)]);
    let figures = train(&Setup::default().open(fragment));
    let traced = Setup::default().traced().open(fragment);
    train(&traced);
    let list = |name: &str| -> Vec<f64> { serde_json::from_value(figures[name].clone()).unwrap() };
    let (intervals, answers, pressing) = (list("intervals"), list("answers"), list("pressing"));
    let stretches: Vec<Stretch> = traced.stretches("input").into_iter().skip(warm_up).take(frames).collect();
    println!("\nThree workers training, T = 100, H = 32, 32 sequences, 1440 × 900, {frames} frames, {pauses} pauses:");
    print_frames(&intervals, &stretches);
    line("frames until the button shows a pause, at most", quantile(&pressing, 1.0).to_string(), "aim: 1");
    line("all three rest after, median", ms(quantile(&answers, 0.5)), "");
    line("all three rest after, at most", ms(quantile(&answers, 1.0)), "aim: 100 ms");
    let made: Vec<String> = list("made").iter().map(f64::to_string).collect();
    line("steps made meanwhile, RNN LSTM GRU", made.join(" "), "");
}

/// Notes the page's tasks of 50 ms and more.
const NOTE_TASKS: &str = "window.tasks = []; \
    new PerformanceObserver(list => list.getEntries().forEach(task => window.tasks.push(task.duration))) \
        .observe({ type: 'longtask', buffered: false });";

#[test]
fn while_three_workers_train_out_of_sight() {
    let page = Setup::default().open("view=train&task=adding&t_steps=999999");
    let steps = || {
        let all = "[...document.querySelectorAll('.train-run [data-step]')].map(one => Number(one.dataset.step))";
        let all: Vec<f64> = serde_json::from_value(page.value(all)).unwrap();
        all.iter().sum::<f64>()
    };
    let tiny = Amount::get().frames < 100;
    let (rounds, lasting) = if tiny { (1, Duration::from_millis(200)) } else { (5, Duration::from_secs(4)) };
    page.script(NOTE_TASKS, vec![]);
    page.wait_until("it can begin", "document.querySelector('#train-toggle')?.textContent === 'Train'");
    page.script("document.querySelector('#train-toggle').click()", vec![]);
    page.wait_until("it trains", "document.querySelectorAll('.train-run [data-running=true]').length === 3");
    let mut made = [0.0; 2];
    for _ in 0..rounds {
        for (hidden, made) in made.iter_mut().enumerate() {
            // What was made last is shown once the page is in sight.
            std::thread::sleep(Duration::from_millis(300));
            let before = steps();
            if hidden == 1 {
                page.hide();
            } else {
                (0..2).for_each(|_| page.press_button("header", words::page::words().theme));
            }
            std::thread::sleep(lasting);
            if hidden == 1 {
                page.reveal();
            }
            std::thread::sleep(Duration::from_millis(300));
            *made += steps() - before;
        }
    }
    let longest: Vec<f64> = serde_json::from_value(page.value("window.tasks")).unwrap();
    let longest = longest.into_iter().fold(0.0, f64::max);
    println!(
        "\nThree workers training, in sight and out of sight in turn, {rounds} times {} s each:",
        lasting.as_secs_f64()
    );
    line("steps out of sight to steps in sight", format!("{:.2}", made[1] / made[0]), "aim: at least 0.5");
    let longest = if longest == 0.0 { "under 50 ms".to_owned() } else { ms(longest) };
    line("the longest task of the page's thread, in sight", longest, "aim: 200 ms at most");
}

#[test]
fn fifty_starts() {
    let run = "view=train&task=adding&t_steps=999999";
    let page = Setup::default().open(run);
    let rounds = if Amount::get().frames < 100 { 6 } else { 50 };
    let press = |is: &str, then: &str| {
        let toggle = "document.querySelector('#train-toggle')";
        page.wait_until(is, &format!("{toggle}?.textContent === '{is}'"));
        page.script(&format!("{toggle}.click()"), vec![]);
        page.wait_until(then, then);
    };
    let all = "[...document.querySelectorAll('.train-run [data-step]')]";
    let memory: Vec<f64> = (0..rounds)
        .map(|_| {
            press("Train", &format!("{all}.length === 3 && {all}.every(one => Number(one.dataset.step) > 0)"));
            press("Pause", "!document.querySelector('.train-run [data-running=true]')");
            page.go_to("view=lab");
            page.go_to(run);
            page.processes().memory()
        })
        .collect();
    // Workers collect their garbage when they like: it falls and rises, and a leak never falls.
    let least = |rounds: &[f64]| rounds.iter().copied().fold(f64::INFINITY, f64::min);
    let (first, last) = (least(&memory[..5]), least(&memory[rounds / 2..]));
    println!("\n{rounds} starts of three runs, left each time:");
    line("memory of the page's processes, first five", format!("{first:.0} MB"), "");
    line("memory later, to that", format!("{:.2}", last / first), "aim: 1.2 at most");
}
