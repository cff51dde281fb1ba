//! What a lecturer's address locks looks locked, and nobody moves it.

use fantoccini::key::Key;

use crate::browser::Page;

/// Whether a control is disabled, and says why.
fn locked(css: &str) -> String {
    format!(
        "(c => (c?.disabled || c?.readOnly || c?.ariaDisabled === 'true') && \
            (c.title.includes('locks') || c.closest('.kit-locked')?.textContent.includes('locks') || \
            (c.getAttribute('aria-describedby') ?? '').split(' ') \
                .some(id => document.getElementById(id)?.textContent.includes('locks'))))(document.querySelector(`{css}`))"
    )
}

fn assert_locked(page: &Page, css: &str) {
    page.wait_until(&format!("{css} looks locked"), &locked(css));
}

fn assert_free(page: &Page, css: &str) {
    page.wait_until(
        &format!("{css} is free"),
        &format!(
            "(c => c?.disabled === false && !c.readOnly && c.ariaDisabled !== 'true')(document.querySelector(`{css}`))"
        ),
    );
}

/// Goes to another address that locks the same: what is locked stays as it is.
fn go_with_locks(page: &Page, fragment: &str, locks: &str) {
    page.go_to(&format!("{fragment}&lock={locks}"));
    page.settle();
}

#[test]
fn what_is_locked_in_the_lab_looks_locked_and_cannot_be_moved() {
    let page = Page::open("units=4&gain=2&seed=7&read=9&lock=units,seed,gain,read");
    for control in ["#units", "#gain", "#seed", "#new-seed", "#read", "#read-here"] {
        assert_locked(&page, control);
    }
    for control in ["#bias", "#mark", "#measure-here", "#sequence", "#scrubber", "#play"] {
        assert_free(&page, control);
    }
    // By the mouse, by a key, by a part of an address, by undo, by the defaults.
    page.drag("units", &[9.0]);
    page.click(".lane canvas");
    page.press('l');
    go_with_locks(&page, "gain=5&seed=8&units=12&bias=3&read=3", "units,seed,gain,read");
    let settings = page.state().settings;
    assert_eq!((settings.units, settings.gain, settings.seed, settings.read), (4, 2.0, 7, Some(8)));
    assert_eq!(settings.bias, 3.0, "the rest is free");
    page.chord(&[Key::Control], 'z');
    page.settle();
    page.script("document.querySelector('#reset').click()", vec![]);
    page.settle();
    let settings = page.state().settings;
    assert_eq!((settings.units, settings.gain, settings.seed, settings.bias), (4, 2.0, 7, 1.0));
    assert!(page.fragment().contains("lock="), "{}", page.fragment());
    // Undo leads to no address before the lock.
    page.go_to("gain=3&lock=gain,cell");
    assert_locked(&page, "#gain");
    assert_free(&page, "#units");
    page.chord(&[Key::Control], 'z');
    page.settle();
    assert_eq!(page.state().settings.gain, 3.0);
    assert_locked(&page, "#gain");
    // Another address frees it.
    page.go_to("gain=3");
    assert_free(&page, "#gain");
}

#[test]
fn a_wrong_name_is_told_as_every_wrong_key_is_and_the_others_count() {
    let page = Page::open("units=4&lock=unitz,units&hide=nothing,views");
    let told = page.text("[...document.querySelectorAll('.problems li')].map(li => li.textContent).join('|')");
    assert!(told.contains("lock=unitz; expected keys of the address"), "{told}");
    assert!(told.contains("hide=nothing; expected names from this list, with commas between: views"), "{told}");
    assert_locked(&page, "#units");
    page.wait_until("the right name hides", "!document.querySelector('.views')?.checkVisibility()");
}

#[test]
fn a_locked_playhead_and_focus_stay() {
    let page = Page::open("pass=forward&step=4&cell=gru&at=3&unit=2&lock=step,cell,unit,speed,present,equations");
    for control in
        ["#scrubber", "#play", "#home", "#left", "#turn input", "#speed", "#present", ".inspector input[type=radio]"]
    {
        assert_locked(&page, control);
    }
    let before = page.state();
    page.press_times(3, Key::Right);
    page.press(' ');
    page.press('b');
    page.press('1');
    page.press('p');
    page.settle();
    let after = page.state();
    assert_eq!((after.playhead, after.focus, after.presenting), (before.playhead, before.focus, false));
    assert!(!page.is_playing());
    page.click("#lane-rnn");
    assert_eq!(page.state().focus.cell, before.focus.cell);
}

#[test]
fn what_is_locked_in_a_picture_or_in_train_looks_locked() {
    let page = Page::open("picture=ablation&cell=lstm&forget=0.5&lock=forget,picture");
    assert_locked(&page, "#forget");
    assert_free(&page, "#input");
    assert_locked(&page, "#pictures [value='Product of steps']");
    // The class page's own example.
    let page = Page::open("view=train&task=adding&t_knob=30&lock=task,t_knob,relu,view");
    for control in ["#task", "#t_without", ".views button:not([aria-current])"] {
        assert_locked(&page, control);
    }
    // A slider keeps the keyboard, and says why it does not move.
    let knob = "document.querySelector('#t_knob')";
    let says =
        format!("{knob}?.ariaDisabled === 'true' && {knob}.closest('.kit-locked')?.textContent.includes('locks')");
    page.wait_until("the knob looks locked", &says);
    assert_free(&page, "#t_units");
    page.wait_until("it stands where it is locked", &format!("{knob}.value === '30'"));
    go_with_locks(&page, "task=copy&t_knob=9&view=results&relu=yes&t_units=8", "task,t_knob,relu,view");
    page.wait_until("the rest is free", "document.querySelector('#t_units').value === '8'");
    assert_eq!(
        page.state().to_fragment(),
        "lock=task%2Ct_knob%2Crelu%2Cview&t_knob=30&t_units=8&task=adding&view=train"
    );
    // Once the lock goes, so does its look.
    page.go_to("view=train&task=adding&t_knob=30");
    page.wait_until("the knob is free", &format!("{knob}?.ariaDisabled == null"));
    assert_free(&page, "#task");
}

#[test]
fn a_lessons_step_sets_its_figure_and_then_the_lock_holds() {
    let page = Page::open("lesson=lstm.1&lock=unit");
    page.wait_until("the figure is set", "location.hash.includes('part=forget')");
    page.settle();
    assert_eq!(page.state().focus.unit, 3, "as the step has it");
    page.go_to("lesson=lstm.6&cell=lstm&part=cell&unit=2&at=12&lock=unit");
    page.wait_until("the lock holds", "!location.hash.includes('unit=2')");
    let focus = page.state().focus;
    assert_eq!((focus.unit, focus.step), (3, 11));
}
