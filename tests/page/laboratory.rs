//! The laboratory: its pictures are opened, read, clicked on and changed; their numbers are the engine's.

use engine::chain::chain;
use engine::run;
use engine::trace::{CellKind, Form, Pass, Quantity, Road, Spot, equations};
use fantoccini::key::Key;
use model::keys::{self, PICTURES};
use model::lab::{Run, readout};
use model::settings::Settings;

use crate::browser::{Page, Setup, parse};
use crate::number::{assert_close, assert_computed};
use model::sequence::Library;

fn wait_for_the_list(page: &Page) {
    page.wait_until("the list of pictures is there", "document.querySelector('#pictures button')");
}

fn open(page: &Page, picture: &str) {
    wait_for_the_list(page);
    page.click(&format!("#pictures [data-value={picture}]"));
    page.wait_until("the picture is there", "document.querySelector('#laboratory h3')");
    page.settle();
}

/// The logarithm of the chain's norm that the picture shows for a cell, at the step in focus.
fn shown_norm(row: usize) -> String {
    format!("document.querySelectorAll('#chain-reading [data-value]')[{row}].dataset.value")
}

fn assert_chain_is_computed(page: &Page, settings: &Settings, at: usize) {
    let computed = Run::new(settings, &settings.sequence(Library::shipped()));
    for (row, cell) in CellKind::ALL.into_iter().enumerate() {
        let expected = chain(computed.lane(cell).trace.top(), settings.read_step()).log_norm[at];
        let near = 1e-9 * expected.abs().max(1.0);
        page.wait_until(
            &format!("the chain's norm of {} is {expected}", cell.name()),
            &format!("Math.abs({} - ({expected:e})) <= {near:e}", shown_norm(row)),
        );
    }
}

#[test]
fn every_picture_is_opened_from_the_list_and_closed_again() {
    let page = Page::open("");
    for picture in PICTURES {
        open(&page, picture);
        page.wait_until(
            "it is this one",
            &format!("document.querySelector('#laboratory :is([id^={picture}-], [data-picture={picture}])')"),
        );
        assert!(page.fragment().contains(&format!("picture={picture}")));
        assert!(!page.holds("document.querySelector('.inspector')"), "the picture stands in its place");
        page.wait_until("it has a table", "document.querySelector('#laboratory details')");
        page.script("document.querySelector('#laboratory details').open = true", vec![]);
        page.wait_until("its table is there", "document.querySelector('#laboratory details table')");
    }
    page.click("#pictures [data-value='']");
    page.wait_until("the inspector is back", "document.querySelector('.inspector')");
    assert_eq!(page.fragment(), "");
}

#[test]
fn a_picture_is_opened_by_the_keyboard_and_taken_back_by_undo() {
    let page = Page::open("");
    wait_for_the_list(&page);
    page.script("document.querySelector('#pictures [data-value=roads]').focus()", vec![]);
    page.press(Key::Enter);
    page.wait_until("the picture is there", "document.querySelector('#roads-steps svg')");
    page.chord(&[Key::Control], 'z');
    page.wait_until("it is closed", "!document.querySelector('#roads-steps')");
}

#[test]
fn the_chain_shows_the_engines_norms_and_follows_a_drag() {
    let page = Page::open("picture=chain");
    page.wait_until("the chain is there", "document.querySelector('#chain-reading [data-value]')");
    let at = page.state().focus.step;
    assert_chain_is_computed(&page, &page.state().settings, at);
    page.drag("bias", &[2.0, 3.0]);
    assert_chain_is_computed(&page, &page.state().settings, at);
}

#[test]
fn a_click_in_a_picture_chooses_the_step() {
    let page = Page::open("picture=chain");
    page.wait_until("the chain is there", "document.querySelector('#chain-curves [data-steps]')");
    page.point_at("#chain-curves [data-steps]", 8.5 / 13.0, 0.5);
    page.click_here();
    assert_eq!(page.state().focus.step, 8);
    assert_chain_is_computed(&page, &page.state().settings, 8);
}

#[test]
fn a_road_is_closed_and_the_curve_falls_to_what_the_engine_computes() {
    let page = Page::open("picture=roads&cell=lstm");
    page.wait_until("the doors are there", "document.querySelector('#roads-close button')");
    page.wait_until(
        "both are the same",
        "new Set([...document.querySelectorAll('#roads-effect b')].map(b => b.dataset.value)).size === 1",
    );
    page.click("#roads-close button");
    page.wait_until(
        "they differ",
        "new Set([...document.querySelectorAll('#roads-effect b')].map(b => b.dataset.value)).size === 2",
    );
    assert!(page.fragment().contains("closed=lstm.carry"));
    let state = page.state();
    let sequence = state.settings.sequence(Library::shipped());
    // With every road open, and then by hand with this one closed.
    let mut settings = state.settings.clone();
    settings.choose(keys::Key::Closed, "");
    let computed = Run::new(&settings, &sequence);
    let layer = computed.lane(CellKind::Lstm).trace.top();
    let mut weights = layer.parameters.clone();
    weights.form = Form::default().with_closed(Road::Carry);
    let shut = run(weights, layer.channel(Quantity::X).value.clone(), readout(&state.settings, &sequence)).reach();
    let shown = parse(&page.text("document.querySelectorAll('#roads-effect b')[1].dataset.value"));
    let expected = shut[state.focus.step];
    assert_close("what is left", shown, expected, 1e-9, expected);
    assert!(expected < computed.lane(CellKind::Lstm).reach[state.focus.step]);
    // The lane has it closed too, says so, and leaves the others alone.
    assert_computed(&page, &state.settings);
    let about =
        |cell: &str| page.text(&format!("document.querySelector('.lane[data-cell={cell}] .about').textContent"));
    assert!(about("lstm").contains("gradient: × f") && !about("gru").contains("gradient"), "{}", about("lstm"));
}

#[test]
fn a_gate_is_frozen_and_a_bad_number_is_told_beside_its_field() {
    let page = Page::open("picture=ablation&cell=lstm");
    let left = "document.querySelectorAll('#ablation-reach b')[1]?.dataset.value";
    page.wait_until("the field is there", "document.querySelector('#ablate-forget')");
    let free = page.text(left);
    let freeze = |text: &str| {
        page.click("#ablate-forget");
        page.chord(&[Key::Control], 'a');
        page.write(text);
        page.press(Key::Enter);
    };
    freeze("1");
    page.wait_until("the gradient is another", &format!("{left} !== '{free}'"));
    let state = page.state();
    let sequence = state.settings.sequence(Library::shipped());
    let mut settings = state.settings.clone();
    settings.choose(keys::Key::Forget, "");
    let computed = Run::new(&settings, &sequence);
    let layer = computed.lane(CellKind::Lstm).trace.top();
    let mut weights = layer.parameters.clone();
    weights.form = Form::default().with_frozen(Quantity::Forget, 1.0);
    let frozen = run(weights, layer.channel(Quantity::X).value.clone(), readout(&state.settings, &sequence)).reach();
    let expected = frozen[state.focus.step];
    assert_close("what is left", parse(&page.text(left)), expected, 1e-9, expected);
    assert_computed(&page, &state.settings);

    freeze("1.7");
    let told = "document.querySelector('#ablation-gates .message')?.textContent";
    page.wait_until("it is told", &format!("{told}.includes('Found 1.7')"));
    assert_eq!(page.text(left), free, "the gate stays as it is");
    page.script("document.activeElement.blur()", vec![]);
    page.chord(&[Key::Control], 'z');
    page.wait_until("it is taken back", &format!("{told} === ''"));
    assert_close("what is left", parse(&page.text(left)), expected, 1e-9, expected);
}

/// Every change there is, each in the lane, in its equations and in its diagram.
#[test]
fn the_lanes_run_in_the_chosen_form_and_their_equations_say_so() {
    let changed = "relu=yes&input=0.5&linear_candidate=yes&linear_output=yes&reset_before=yes&update=0.9\
        &closed=lstm.output,gru.new&start_rnn=orthogonal&start_lstm=chrono";
    for (cell, keys) in [
        ("rnn", ["pre_activation", "d_pre_activation"]),
        ("lstm", ["candidate", "d_candidate_pre"]),
        ("gru", ["new_hidden", "d_reset"]),
    ] {
        let page = Page::open(&format!("{changed}&cell={cell}&at=5"));
        page.wait_until("the run is there", "!document.querySelector('.page.stale')");
        page.settle();
        let settings = page.state().settings;
        assert_computed(&page, &settings);
        let computed = Run::new(&settings, &settings.sequence(Library::shipped()));
        let cell = CellKind::ALL.into_iter().find(|c| c.key() == cell).unwrap();
        let trace = &computed.lane(cell).trace;
        let spot = Spot { step: 4, unit: page.state().focus.unit };
        for (pass, tab) in [(Pass::Forward, "forward"), (Pass::Backward, "backward")] {
            page.click(&format!("#tab-{tab}"));
            page.settle();
            let shown =
                page.value("[...document.querySelectorAll('.equation[data-key]')].map(row => row.dataset.value)");
            let shown: Vec<String> = serde_json::from_value(shown).unwrap();
            let written = equations(cell, &settings.form(cell), pass);
            assert_eq!(shown.len(), written.len(), "{cell:?} {pass:?}");
            for (shown, equation) in shown.iter().zip(&written) {
                let expected = equation.expr.number(trace, spot);
                assert_close("an equation", parse(shown), expected, 1e-9, expected.abs().max(1e-12));
            }
            let key = keys[usize::from(pass == Pass::Backward)];
            assert!(page.holds(&format!("document.querySelector('.equation[data-key={key}]')")), "{key}");
        }
        let about = page.text(&format!("document.querySelector('.lane[data-cell={}] .about').textContent", cell.key()));
        let told = match cell {
            CellKind::Rnn => ["ReLU", "orthogonal"],
            CellKind::Lstm => ["i = 0.5", "closed to the gradient: output"],
            CellKind::Gru => ["z = 0.9", "reset before"],
        };
        assert!(told.iter().all(|part| about.contains(part)), "{about}");
    }
}

#[test]
fn a_weight_is_put_in_by_hand_and_everything_follows() {
    let page = Page::open("picture=edit&cell=lstm&unit=3");
    page.wait_until("the fields are there", "document.querySelector('#edit-fields input')");
    let before = page.shares();
    let field = "[data-place='lstm.weight_hh.14.4']";
    let put_in = |text: &str| {
        page.click(field);
        page.chord(&[Key::Control], 'a');
        page.write(text);
        page.press(Key::Enter);
    };
    put_in("3.5");
    let number = "document.querySelector('#number-lstm strong').dataset.value";
    page.wait_until("the lane follows", &format!("Number({number}) !== {:e}", before[1]));
    let settings = page.state().settings;
    assert_eq!(settings.edits().collect::<Vec<_>>(), [("lstm.weight_hh.14.4", "3.5")]);
    assert_computed(&page, &settings);
    let after = page.shares();
    assert_eq!((after[0], after[2]), (before[0], before[2]), "the other cells keep their weights");

    // Dragged instead of typed: the field tells the number, the lanes follow, one undo takes it back.
    page.click("[data-place='lstm.weight_hh.14.5']");
    let slider = "[data-prefix$='lstm.weight_hh.14.5='][type=range]";
    for value in ["-1", "-1.5"] {
        page.script(
            &format!(
                "const slider = document.querySelector(\"{slider}\"); slider.focus(); slider.value = {value};
                slider.dispatchEvent(new Event('input', {{ bubbles: true }}))"
            ),
            vec![],
        );
        page.settle();
    }
    assert_eq!(page.text("document.querySelector(\"[data-place='lstm.weight_hh.14.5']\").value"), "-1.5");
    page.script(
        &format!("document.querySelector(\"{slider}\").dispatchEvent(new Event('change', {{ bubbles: true }}))"),
        vec![],
    );
    page.script("document.activeElement.blur()", vec![]);
    page.wait_until(
        "the field is marked",
        "document.querySelector(\"[data-place='lstm.weight_hh.14.5']\").closest('.edited')",
    );
    assert_computed(&page, &page.state().settings);
    assert_ne!(page.shares(), after);
    page.chord(&[Key::Control], 'z');
    page.settle();
    assert_eq!(page.state().settings, settings);

    // The address brings the same picture, and dragging goes on with the number that was put in.
    page.reload();
    page.wait_until("the picture is right", "!document.querySelector('.page.stale')");
    page.settle();
    assert_eq!(page.shares(), after);
    page.drag("bias", &[2.0]);
    assert_computed(&page, &page.state().settings);

    page.wait_until("the fields are there", &format!("document.querySelector(\"{field}\")"));
    put_in("NaN");
    page.wait_until(
        "it is told",
        "document.querySelector('#edit-fields .message:not(:empty)')?.textContent.includes('Found NaN')",
    );
    page.wait_until("there is a way back", "document.querySelector('#edit-fields button[data-key=edits]')");
    page.click("#edit-fields button[data-key=edits]");
    page.wait_until("nothing is put in", "!document.querySelector('#edit-fields button[data-key=edits]')");
    let settings = page.state().settings;
    assert!(!settings.needs_worker(Library::shipped()));
    assert_computed(&page, &settings);
}

#[test]
fn a_cure_is_put_into_the_lane() {
    let page = Page::open("picture=cures&cures=rnn~irnn");
    page.wait_until("the button is there", "document.querySelector('[data-key=apply]')");
    page.click("[data-key=apply]");
    page.wait_until(
        "the lane says so",
        "document.querySelector('.lane[data-cell=rnn] .about').textContent.includes('identity')",
    );
    page.settle();
    let settings = page.state().settings;
    assert_eq!((settings.gain, settings.bias), (1.0, 0.0));
    assert!(settings.form(CellKind::Rnn).relu);
    assert_computed(&page, &settings);
    // One undo takes all of it back.
    page.script("document.activeElement.blur()", vec![]);
    page.chord(&[Key::Control], 'z');
    page.settle();
    assert_computed(&page, &Settings { chosen: vec![], ..Settings::default() });
}

#[test]
fn a_number_is_traced_back_through_what_it_is_made_of() {
    let page = Page::open("picture=why&cell=lstm&at=9&unit=4&part=cell");
    let number = "document.querySelector('#why-made [data-value]')?.dataset.value";
    page.wait_until("it is there", number);
    let settings = page.state().settings;
    let computed = Run::new(&settings, &settings.sequence(Library::shipped()));
    let layer = computed.lane(CellKind::Lstm).trace.top();
    let shows = |quantity: Quantity, step: usize, unit: usize| {
        let expected = layer.value(quantity, step)[unit];
        assert_close("the number", parse(&page.text(number)), expected, 1e-12, 1.0);
    };
    shows(Quantity::Cell, 8, 3);
    // c_9 = f_9 c_8 + i_9 g_9: back to c_8, and from there to its forget gate.
    page.click("#why-made [data-value$='cell.7.3']");
    page.wait_until("the way is longer", "document.querySelectorAll('#why-trail button').length === 2");
    shows(Quantity::Cell, 7, 3);
    page.click("#why-made [data-value$='forget.7.3']");
    page.wait_until("the way is longer", "document.querySelectorAll('#why-trail button').length === 3");
    shows(Quantity::Forget, 7, 3);
    page.click("#why-trail button");
    page.wait_until("back at the start", "document.querySelectorAll('#why-trail button').length === 1");
    shows(Quantity::Cell, 8, 3);
}

#[test]
fn a_slider_of_a_picture_stays_in_the_hand_and_a_button_keeps_the_keyboard() {
    let page = Page::open("picture=unit");
    page.wait_until("the sliders are there", "document.querySelector('[data-key=unit_rate]')");
    page.script("window.slider = document.querySelector('[data-key=unit_rate]'); window.slider.focus()", vec![]);
    let before = page.text("document.getElementById('unit-told').textContent");
    page.press(Key::Right);
    page.press(Key::Right);
    page.wait_until("the text follows", &format!("document.getElementById('unit-told').textContent !== {before:?}"));
    // What the worker draws once it is quiet has come, too.
    page.frames(12);
    assert!(page.holds("document.activeElement === window.slider && window.slider.isConnected"));
    // What is taken back is seen in the slider too.
    let now = "document.querySelector('[data-key=unit_rate]').value";
    let before = page.text(now);
    page.chord(&[Key::Control], 'z');
    page.wait_until("the slider follows", &format!("{now} !== '{before}'"));

    page.go_to("picture=roads");
    page.wait_until("the doors are there", "document.querySelector('#roads-close button')");
    page.script("document.querySelectorAll('#roads-close button')[1].focus()", vec![]);
    page.press(Key::Enter);
    page.wait_until("it is closed", "document.querySelectorAll('#roads-close button')[1].ariaPressed === 'true'");
    assert!(page.holds("document.activeElement === document.querySelectorAll('#roads-close button')[1]"));
}

#[test]
fn what_is_typed_and_what_stands_in_a_bad_address_is_shown_as_text() {
    let page = Page::open("sequence=words&text=%3Cimg+src%3Dx%3E+%3Cb%3Ebold&picture=hears");
    page.wait_until("the tokens are there", "document.querySelector('#laboratory .heard button')");
    assert!(!page.holds("document.querySelector('#laboratory img, #laboratory .heard b b')"));
    page.go_to("picture=%3Cscript%3E");
    page.wait_until("it is told", "document.querySelector('#laboratory').textContent.includes('<script>')");
    assert!(page.text("document.querySelector('#laboratory').textContent").contains("chain, roads"));
}

#[test]
fn maps_are_painted_in_the_colours_of_the_theme() {
    let page = Page::open("picture=triangle");
    page.wait_until("the map is there", "document.querySelector('#triangle-map')?.height === 13");
    let pixels = "document.querySelector('#triangle-map').toDataURL()";
    let before = page.text(pixels);
    page.click("#theme");
    page.settle();
    assert_ne!(page.text(pixels), before);
}

#[test]
fn nothing_hangs_over_on_a_phone_with_a_picture_open() {
    for picture in PICTURES {
        let page = Setup::default().phone(390, 844).open(&format!("picture={picture}"));
        page.wait_until("the picture is there", "document.querySelector('#laboratory h3')");
        page.settle();
        let (shown, all) =
            (page.number("document.documentElement.clientWidth"), page.number("document.documentElement.scrollWidth"));
        assert!(all <= shown, "{picture}: {all} pixels on a screen of {shown}");
    }
}
