//! The sliders: what they change is what the engine computes, at once, while they are dragged.

use fantoccini::key::Key;
use model::settings::MOST_UNITS;

use crate::browser::{Page, Setup, parse};
use crate::number::assert_computed;

#[test]
fn dragging_the_bias_opens_the_road_of_the_gated_cells() {
    let page = Page::open("view=lab");
    let [rnn, lstm, gru] = page.shares();
    let pictures = page.pictures();

    page.watch("document.querySelector('#number-lstm strong').dataset.value");
    page.drag("bias", &[1.5, 2.0, 2.5, 3.0]);
    let rising: Vec<f64> = page.watched().iter().map(|share| parse(share)).collect();
    assert!(rising.len() >= 4 && rising.is_sorted(), "it rises while the bias is dragged: {rising:?}");

    let settings = page.state().settings;
    assert!((settings.bias - 3.0).abs() < 0.2, "the bias is {}", settings.bias);
    assert_computed(&page, &settings);
    let after = page.shares();
    assert_eq!(after[0], rnn, "the RNN has no gate");
    assert!(after[1] > lstm && after[2] > gru);
    for (now, before) in page.pictures().iter().zip(&pictures).skip(1) {
        assert_ne!(now, before);
    }
}

#[test]
fn dragging_the_gain_turns_the_rnn_from_vanishing_to_growing() {
    let page = Page::open("view=lab");
    page.drag("gain", &[0.2, 0.6, 1.0]);
    let grown = page.state().settings;
    assert!(grown.gain > 5.0, "the gain is {}", grown.gain);
    assert_computed(&page, &grown);
    page.drag("gain", &[0.0, -0.5, -1.0]);
    let vanished = page.state().settings;
    assert!(vanished.gain < 0.2, "the gain is {}", vanished.gain);
    assert_computed(&page, &vanished);
    assert!(page.shares()[0] < 1e-6);
}

#[test]
fn the_number_of_units_can_be_dragged_from_end_to_end() {
    let page = Page::open("view=lab");
    for end in [1.0, MOST_UNITS as f64] {
        page.drag("units", &[20.0, end]);
        let settings = page.state().settings;
        assert_eq!(settings.units as f64, end);
        assert_computed(&page, &settings);
    }
}

/// The tip of a control: what describes it, and whether that is in sight and within the window.
fn tip(page: &Page, control: &str) -> (String, bool) {
    let own = format!("document.querySelector('{control}')");
    let ids =
        format!("({own}.getAttribute('aria-describedby') ?? '').split(' ').map(id => document.getElementById(id))");
    let bubble = format!("{ids}.find(own => own?.matches('.kit-bubble'))");
    let text = page.text(&format!("{bubble}?.textContent ?? ''"));
    let seen = format!(
        "(() => {{ const own = {bubble}, box = own?.getBoundingClientRect(); \
        return own?.checkVisibility() && box.left >= 0 && box.right <= innerWidth && box.top >= 0; }})()"
    );
    (text, page.holds(&seen))
}

fn assert_tips(page: &Page, tips: &[(&str, &str)]) {
    for (control, expected) in tips {
        page.script(&format!("document.querySelector('{control}').scrollIntoView({{ block: 'center' }})"), vec![]);
        // By a key, so that the focus is seen.
        page.press(Key::Shift);
        page.script(&format!("document.querySelector('{control}').focus({{ focusVisible: true }})"), vec![]);
        page.settle();
        let (text, is_seen) = tip(page, control);
        assert!(text.starts_with(expected), "the tip of {control} is {text:?}");
        assert!(is_seen, "the tip of {control} is out of sight while it has the focus");
    }
}

#[test]
fn controls_have_their_tips_back() {
    let page = Page::open("view=lab");
    let own = words::page::words();
    let tips = [("#sequence", own.sequence_tip), ("#more summary", own.more_tip), ("#speed", own.speed_tip)];
    assert_tips(&page, &tips);
    assert_eq!(page.text("document.querySelector('.controls').getAttribute('aria-label')"), own.controls);
    let own = words::training::words();
    let tips = [
        ("#t_knob", "How hard the task is"),
        ("#t_window", own.window_tip),
        ("#t_rate", "The learning rate"),
        ("#t_clip", own.clip_tip),
        ("#t_at", own.moment_tip),
        ("#train-toggle", own.toggle_tip),
        ("#train-step", own.step_tip),
        ("#train-stop", own.stop_tip),
    ];
    for width in [1440, 390] {
        let page = Setup::default().screen(width, 900).open("view=train&task=co2");
        page.wait_until("the task is told", "document.querySelector('#t_window')");
        assert_tips(&page, &tips);
        assert_eq!(page.overhang(), 0.0, "at {width} px a tip hangs over");
    }
}

#[test]
fn a_change_is_taken_back_and_made_again() {
    let page = Page::open("view=lab");
    let start = page.shares();
    page.drag("bias", &[2.0]);
    let changed = page.shares();
    assert_ne!(start, changed);
    page.chord(&[Key::Control], 'z');
    assert_eq!(page.shares(), start);
    page.chord(&[Key::Control, Key::Shift], 'z');
    assert_eq!(page.shares(), changed);
}

#[test]
fn more_holds_the_seed_the_loss_and_the_measured_step() {
    let page = Page::open("view=lab");
    page.click("#more summary");
    page.click("#new-seed");
    page.choose("read", "9");
    page.choose("mark", "3");
    let settings = page.state().settings;
    assert_eq!((settings.seed, settings.read, settings.mark), (2, Some(9), Some(3)));
    assert_computed(&page, &settings);
    page.click("#seed");
    page.write("77");
    page.press(Key::Enter);
    let settings = page.state().settings;
    assert_eq!(settings.seed, 77);
    assert_computed(&page, &settings);
    page.click("#reset");
    assert_eq!(page.fragment(), "view=lab");
}
