//! The laboratory: its pictures are opened, read, clicked on and changed; their numbers are the engine's.

use engine::chain::chain;
use engine::fork::{Branch, rest};
use engine::halflife::half_lives;
use engine::run;
use engine::trace::{CellKind, Form, Pass, Quantity, Road, Spot, equations};
use fantoccini::key::Key;
use measure::space;
use model::keys::{self, PICTURES};
use model::lab::draws::Draws;
use model::lab::kept::{Probe, swaps};
use model::lab::{Run, readout};
use model::settings::Settings;
use words::laboratory::words;

use crate::browser::{Page, Setup, Shifts, parse};
use crate::number::{assert_close, assert_computed};
use model::sequence::Library;

/// What the pictures are called in the list, in the order of their keys.
fn names() -> [&'static str; 20] {
    let words = words();
    [
        words.chain,
        words.roads,
        words.spectrum,
        words.saturation,
        words.triangle,
        words.hears,
        words.cures,
        words.ablation,
        words.unit,
        words.why,
        words.edit,
        words.data,
        words.gates,
        words.fork,
        words.halflives,
        words.kept,
        words.draws,
        words.after,
        words.space,
        words.brackets,
    ]
}

/// Chooses an entry of the list by its name.
fn choose(page: &Page, name: &str) {
    page.click(&page.labelled("#pictures", name));
}

/// The picture that is open, with a selector of what stands in it.
fn within(picture: &str, css: &str) -> String {
    format!("#laboratory [data-picture={picture}] {css}")
}

/// The pictures that have no numbers before a network is read that has learned their task: each has a button that reads one.
const GATES: &str = "gates";
const BRACKETS: &str = "brackets";

/// What stands in a picture once its numbers are there.
fn ready(picture: &str) -> String {
    within(picture, if [GATES, BRACKETS].contains(&picture) { "p button" } else { "details" })
}

/// The exact numbers that a figure of the picture tells, one a series; the first figure has place 0, the last −1.
fn told(figure: i32) -> String {
    format!(
        "[...[...document.querySelectorAll('#laboratory .figure')].at({figure})?.querySelectorAll('.figure-told b') ?? []]\
         .map(own => own.dataset.number)"
    )
}

/// The logarithm of the chain's norm that the picture shows for a cell, at the step in focus.
fn shown_norm(cell: CellKind) -> String {
    format!(
        "[...document.querySelectorAll('#laboratory .figure')][0]?.querySelectorAll('.figure-told li')?.values()\
         .find(own => own.querySelector('span').textContent === '{}')?.querySelector('b').dataset.number",
        cell.name()
    )
}

fn assert_chain_is_computed(page: &Page, settings: &Settings, at: usize) {
    let computed = Run::new(settings, &settings.sequence(Library::shipped()));
    for cell in CellKind::ALL {
        let expected = chain(computed.lane(cell).trace.top(), settings.read_step()).log_norm[at];
        let near = 1e-9 * expected.abs().max(1.0);
        page.wait_until(
            &format!("the chain's norm of {} is {expected}", cell.name()),
            &format!("Math.abs({} - ({expected:e})) <= {near:e}", shown_norm(cell)),
        );
    }
}

#[test]
fn every_picture_is_opened_from_the_list_and_closed_again() {
    let page = Page::open("view=lab");
    for (picture, name) in PICTURES.into_iter().zip(names()) {
        choose(&page, name);
        let details = within(picture, "details");
        page.wait_until("it is this one, with its numbers", &format!("document.querySelector('{}')", ready(picture)));
        assert!(page.holds(&format!("document.querySelector('{}')", within(picture, "h3"))));
        assert!(page.fragment().contains(&format!("picture={picture}")));
        assert!(!page.holds("document.querySelector('.inspector')"), "the picture stands in its place");
        if [GATES, BRACKETS].contains(&picture) {
            continue;
        }
        page.script(&format!("document.querySelector('{details}').open = true"), vec![]);
        page.wait_until("its table is there", &format!("document.querySelector('{details} table')"));
    }
    choose(&page, words().cell);
    page.wait_until("the inspector is back", "document.querySelector('.inspector')");
    // One of them has led to the loss.
    assert_eq!(page.fragment(), "at=13");
}

/// Where everything stands that is not of a picture: lanes, words, the list and the panel itself.
const STANDS: &str = "JSON.stringify([...document.querySelectorAll( \
    '.unrolled, .lane, .lane canvas, .words li, .reach, .controls > *, .transport > *, .side, #pictures label, #pictures .kit-group-name')] \
    .map(own => own.getBoundingClientRect()).map(own => [own.left, own.top, own.width, own.height].map(Math.round)))";

#[test]
fn a_picture_moves_nothing_beside_it() {
    for (width, height) in [(1440, 900), (1280, 720)] {
        let page = Setup::default().noting_shifts().screen(width, height).open("view=lab");
        page.settle();
        let stands = page.text(STANDS);
        assert_eq!(page.number("document.querySelector('.side').offsetWidth"), 400.0);
        let mut shifts = Shifts::of(&page).sum();
        for (picture, name) in PICTURES.into_iter().zip(names()).chain([("", words().cell)]) {
            choose(&page, name);
            if picture.is_empty() {
                page.wait_until("the inspector is back", "document.querySelector('.inspector')");
            } else {
                page.wait_until("it is there", &format!("document.querySelector('{}')", ready(picture)));
            }
            page.settle();
            assert_eq!(page.text(STANDS), stands, "{name} moves what stands beside it, at {width} px");
            let now = Shifts::of(&page).sum();
            assert!(now - shifts < 0.001, "{name} shifts by {}: {:?}", now - shifts, Shifts::of(&page).moved());
            shifts = now;
            let wide = "(() => { const own = document.querySelector('#laboratory, .inspector'); return own.scrollWidth - own.clientWidth; })()";
            assert_eq!(page.number(wide), 0.0, "{name} is wider than the panel");
        }
    }
}

#[test]
fn what_hears_what_is_the_first_and_opens_at_the_loss() {
    let page = Page::open("read=9&at=3");
    let first = "document.querySelector('#pictures input').value";
    page.wait_until("the list is there", first);
    assert_eq!(page.text(first), words().hears);
    choose(&page, words().hears);
    page.wait_until("it is there", &format!("document.querySelector('{}')", within("hears", "details")));
    assert_eq!(page.state().focus.step, 8);
    page.chord(&[Key::Control], 'z');
    page.wait_until("one step takes it back", "document.querySelector('.inspector')");
}

#[test]
fn pictures_stand_in_three_groups_with_names_and_arrow_keys_lead_through_all() {
    let page = Page::open("view=lab");
    page.wait_until("the list is there", "document.querySelector('#pictures input')");
    let groups = "[...document.querySelectorAll('#pictures [role=radiogroup] > [role=group]')].map(own => \
        document.getElementById(own.getAttribute('aria-labelledby')).textContent).join(', ')";
    assert_eq!(page.text(groups), "Look, Explain, Change");
    let cut = "[...document.querySelectorAll('#pictures .kit-segment > span')].filter(own => own.scrollWidth > own.clientWidth \
        || own.getClientRects()[0].height > 30).map(own => own.textContent).join(', ')";
    assert_eq!(page.text(cut), "", "a name does not fit");
    page.script("document.querySelector('#pictures input:checked').focus()", vec![]);
    for picture in ["why", GATES, BRACKETS, "roads"] {
        page.press(Key::Down);
        page.wait_until("the next one is there", &format!("document.querySelector('{}')", within(picture, "h3")));
    }
}

#[test]
fn a_picture_is_opened_by_the_keyboard_and_taken_back_by_undo() {
    let page = Page::open("view=lab");
    let roads = page.labelled("#pictures", words().roads);
    page.script(&format!("document.querySelector('{roads}').focus()"), vec![]);
    page.press(' ');
    page.wait_until("the picture is there", &format!("document.querySelector('{}')", within("roads", "canvas")));
    page.chord(&[Key::Control], 'z');
    page.wait_until("it is closed", &format!("!document.querySelector('{}')", within("roads", "h3")));
}

#[test]
fn the_chain_shows_the_engines_norms_and_follows_a_drag() {
    let page = Page::open("picture=chain");
    page.wait_until("the chain is there", &shown_norm(CellKind::Rnn));
    let at = page.state().focus.step;
    assert_chain_is_computed(&page, &page.state().settings, at);
    page.drag("bias", &[2.0, 3.0]);
    assert_chain_is_computed(&page, &page.state().settings, at);
}

#[test]
fn single_steps_of_the_chain_are_told_of_all_cells_with_what_they_mean() {
    let page = Page::open("picture=chain&cell=gru");
    page.wait_until("the chain is there", &shown_norm(CellKind::Rnn));
    let settings = page.state().settings;
    let computed = Run::new(&settings, &settings.sequence(Library::shipped()));
    let at = page.state().focus.step;
    let own = |name: &str| {
        format!(
            "[...[...document.querySelectorAll('#laboratory .figure')].at(1).querySelectorAll('.figure-told li')]\
             .find(own => own.querySelector('span').textContent === '{name}')?.querySelector('b').dataset.number"
        )
    };
    // Its turn comes after that of the first chart, and its last digits after those of a quick look.
    for cell in CellKind::ALL {
        let expected = chain(computed.lane(cell).trace.top(), settings.read_step()).factor[at];
        let is_told = format!("Math.abs(parseFloat({}) - ({expected:e})) <= 1e-9 * {expected:e}", own(cell.name()));
        page.wait_until("the single step is told", &is_told);
    }
    let how = "[...document.querySelectorAll('#laboratory .read')].at(-1)";
    let told = page.text(&format!("{how}.textContent"));
    assert!(told.contains("GRU’s drawn strong") && told.contains("below 1 it must shrink it"), "{told}");
    assert!(page.holds(&format!("{how}.nextElementSibling.matches('.figure')")), "it stands before its chart");
}

/// The exact number that a figure tells of a series with this name; NaN before there is one.
fn told_of(page: &Page, figure: i32, name: &str) -> f64 {
    parse(&page.text(&format!(
        "[...[...document.querySelectorAll('#laboratory .figure')].at({figure})?.querySelectorAll('.figure-told li') ?? []]\
         .find(own => own.querySelector('span').textContent === '{name}')?.querySelector('b').dataset.number ?? 'NaN'"
    )))
}

/// Waits for what the open picture takes long for.
fn wait_for_work(page: &Page) {
    page.wait_until("all is worked out", "document.querySelector('#laboratory .going .kit-progress.kit-done')");
}

#[test]
fn what_is_kept_of_a_word_is_the_engines_and_so_is_what_a_probe_finds() {
    let page = Page::open("picture=kept&at=2&units=6");
    wait_for_work(&page);
    let settings = page.state().settings;
    let sequence = settings.sequence(Library::shipped());
    let run = Run::new(&settings, &sequence);
    let mut probe = Probe::new(&run, settings.read_step());
    while probe.advance() {}
    let found = probe.found().expect("all is worked out");
    page.wait_until("the probe has told", &format!("{}.length === 6", told(1)));
    for (cell, found) in CellKind::ALL.into_iter().zip(&found) {
        let trace = &run.lane(cell).trace;
        let swaps = swaps(&sequence, trace.top(), true, &trace.readout_weights, trace.read, |_| true);
        let moved = swaps[1].expect("there are other words").moved;
        let name = cell.name();
        assert_close(name, told_of(&page, 0, &format!("{name}: state moved")), moved, 1e-9, moved);
        let left = run.lane(cell).reach[1];
        assert_close(name, told_of(&page, 0, &format!("{name}: gradient left")), left, 1e-9, left);
        assert_close(name, told_of(&page, 1, &format!("{name}: found by the probe")), found[1].max(0.0), 1e-9, 1.0);
    }
    let said = page.text("document.querySelector('#laboratory .figure figcaption').textContent");
    assert!(said.contains("instead of “book”"), "{said}");
}

#[test]
fn many_draws_fill_in_are_stopped_and_go_on_to_the_engines_band() {
    let page = Page::open("picture=draws&at=2&units=24&sequence=adding&length=120");
    let button = within("draws", ".going button");
    page.wait_until("it has begun", &format!("document.querySelector('{button}')"));
    page.click(&button);
    let label = |word: &str| format!("document.querySelector('{button}').textContent === '{word}'");
    page.wait_until("it is stopped", &label(words().work_go_on));
    page.click(&button);
    wait_for_work(&page);
    let settings = page.state().settings;
    let sequence = settings.sequence(Library::shipped());
    let mut draws = Draws::new(&settings, &sequence);
    while draws.advance() {}
    let own = Run::new(&settings, &sequence);
    for cell in CellKind::ALL {
        let name = cell.name();
        let middle = draws.band(cell, 1)[1];
        assert_close(name, told_of(&page, 0, &format!("{name}: middle draw")), middle, 1e-9, middle);
        let share = own.lane(cell).reach[1];
        assert_close(name, told_of(&page, 0, &format!("{name}: this draw")), share, 1e-9, share);
    }
    let said = page.text("document.querySelector('#laboratory .figure figcaption').textContent");
    assert!(said.contains("of 200 draws"), "{said}");
}

#[test]
fn symbols_of_the_spectrum_are_set_as_in_formulas() {
    let page = Page::open("picture=spectrum&cell=lstm");
    let table = "document.querySelector('#laboratory .kit-table')";
    page.wait_until("the table is there", table);
    for symbols in
        [format!("{table}.querySelectorAll('thead math')"), format!("{table}.querySelectorAll('tbody math')")]
    {
        assert_eq!(page.number(&format!("{symbols}.length")), 2.0);
    }
    let text = page.text("document.querySelector('#laboratory').textContent");
    assert!(!text.contains('_'), "{text}");
}

#[test]
fn a_table_is_named_by_what_it_holds() {
    let page = Page::open("view=lab");
    for picture in ["hears", "data", "edit", "saturation", "triangle"] {
        page.go_to(&format!("picture={picture}"));
        let details = within(picture, "details");
        page.wait_until("the picture is there", &format!("document.querySelector('{details}')"));
        page.script(&format!("document.querySelector('{details}').open = true"), vec![]);
        page.wait_until("its table is there", &format!("document.querySelector('{details} caption')?.textContent"));
        let caption = page.text(&format!("document.querySelector('{details} caption').textContent"));
        assert!(!caption.contains(". ") && !caption.ends_with('.'), "{picture}: {caption}");
        let beside = format!("[...document.querySelectorAll('{}')].map(own => own.textContent)", within(picture, "p"));
        assert!(!page.holds(&format!("{beside}.includes({caption:?})")), "{picture} says it twice: {caption}");
    }
    page.go_to("picture=edit");
    let count = within("edit", ".edit-count span");
    page.wait_until(
        "it is said that there is none",
        &format!("document.querySelector('{count}')?.textContent === '{}'", words().edit_none),
    );
}

#[test]
fn what_came_after_tells_the_engines_numbers_at_the_step_in_focus() {
    let page = Page::open("picture=after&at=2");
    let numbers = told(0);
    page.wait_until("its numbers are there", &format!("{numbers}.length === 6"));
    let settings = page.state().settings;
    let after = model::lab::After::new(&settings, &settings.sequence(Library::shipped()));
    let [mingru, minlstm] = after.minimal.each_ref().map(engine::linear::Minimal::reach);
    // Behind RNN, LSTM and GRU, in the order in which they are drawn.
    for (place, own) in [(3, after.head.reach()[1]), (4, minlstm[1]), (5, mingru[1])] {
        assert_close("what came after", parse(&page.text(&format!("{numbers}[{place}]"))), own, 1e-9, own);
    }
}

#[test]
fn the_rounds_of_a_scan_are_stepped_through_and_timed() {
    let page = Page::open("picture=after&after=scan&at=7");
    let says = |text: &str| {
        format!(
            "[...document.querySelectorAll('{} figcaption')].some(own => own.textContent.replaceAll('\\u00a0', ' ').includes('{text}'))",
            within("after", "")
        )
    };
    page.wait_until("all rounds are shown at first", &says("After 4 rounds all 13 states"));
    page.click(&page.button("#laboratory", words().scan_back));
    page.wait_until("one is taken back", &says("After round 3 of 4, 8 of 13"));
    assert!(page.fragment().contains("scan_round=3"), "{}", page.fragment());
    page.click(&page.button("#laboratory", words().scan_next));
    page.wait_until("it is made again", &says("After 4 rounds"));
    page.click(&page.button("#laboratory", words().scan_play));
    page.wait_until("they are played from the start", &says("After round 0 of 4"));
    page.wait_until("to the end", &says("After 4 rounds"));
    page.click(&page.button("#laboratory", words::results::words().run));
    page.wait_long_until("it is timed, and a ratio told", &says("on one thread"));
    let rows = "document.querySelectorAll('#laboratory .runs-table tbody tr').length";
    assert_eq!(page.number(rows), 5.0);
}

#[test]
fn a_click_in_a_picture_chooses_the_step() {
    let page = Page::open("picture=chain");
    page.wait_until("the chain is there", &shown_norm(CellKind::Rnn));
    let ninth = "document.querySelector('#laboratory .figure-place').textContent.startsWith('step 9 ')";
    let found = (10..48).any(|place| {
        page.point_at("#laboratory .figure-canvas", f64::from(place) / 50.0, 0.5);
        page.holds(ninth)
    });
    assert!(found, "the mouse leads to the ninth step");
    page.click_here();
    assert_eq!(page.state().focus.step, 8);
    assert_chain_is_computed(&page, &page.state().settings, 8);
}

#[test]
fn a_road_is_closed_and_the_curve_falls_to_what_the_engine_computes() {
    let page = Page::open("picture=roads&cell=lstm");
    let sides = told(-1);
    page.wait_until("both are the same", &format!("{sides}.length === 2 && new Set({sides}).size === 1"));
    page.click(&page.labelled("#laboratory", words().road_carry));
    page.wait_until("they differ", &format!("new Set({sides}).size === 2"));
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
    let shown = parse(&page.text(&format!("{sides}[1]")));
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
    let left = format!("{}[1]", told(0));
    let field = page.labelled("#laboratory", "forget gate");
    page.wait_until("the curves are there", &left);
    let free = page.text(&left);
    let freeze = |text: &str| {
        page.click(&field);
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
    assert_close("what is left", parse(&page.text(&left)), expected, 1e-9, expected);
    assert_computed(&page, &state.settings);

    freeze("1.7");
    let told = "document.querySelector('#laboratory .kit-wrong .kit-note')?.textContent ?? ''";
    page.wait_until("it is told", &format!("({told}).includes('Found 1.7')"));
    page.settle();
    assert_close("the gate stays as it is", parse(&page.text(&left)), expected, 1e-9, expected);
    page.script("document.activeElement.blur()", vec![]);
    page.chord(&[Key::Control], 'z');
    page.wait_until("it is taken back", &format!("({told}) === '' && {left} === '{free}'"));
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
        for (pass, name) in [(Pass::Forward, "Forward"), (Pass::Backward, "Backward")] {
            page.click(&page.labelled(".inspector", name));
            page.settle();
            let shown =
                page.value("[...document.querySelectorAll('.equation:not([hidden])')].map(row => row.dataset.value)");
            let shown: Vec<String> = serde_json::from_value(shown).unwrap();
            let written = equations(cell, &settings.form(cell), pass);
            assert_eq!(shown.len(), written.len(), "{cell:?} {pass:?}");
            for (shown, equation) in shown.iter().zip(&written) {
                let expected = equation.expr.number(trace, spot);
                assert_close("an equation", parse(shown), expected, 1e-9, expected.abs().max(1e-12));
            }
            let key = keys[usize::from(pass == Pass::Backward)];
            assert!(page.holds(&format!("document.querySelector('.equation[data-result={key}]')")), "{key}");
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

/// The field of a weight of the hidden state, in the row that is shown.
fn weight(page: &Page, number: &str) -> String {
    page.labelled("#laboratory .edit-line:last-of-type", number)
}

#[test]
fn a_weight_is_put_in_by_hand_and_everything_follows() {
    let page = Page::open("picture=edit&cell=lstm&unit=3");
    let field = weight(&page, "h₅");
    let before = page.shares();
    let put_in = |text: &str| {
        page.click(&weight(&page, "h₅"));
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
    let value = |field: &str| format!("document.querySelector('{field}').value");
    assert_eq!(page.text(&value(&field)), "3.5");

    // Dragged instead of typed: the field tells the number, the lanes follow, one undo takes it back.
    let beside = weight(&page, "h₆");
    page.click(&beside);
    let slider = page.labelled("#laboratory .edit-slider", "Drag h₆");
    for value in ["-1", "-1.5"] {
        page.script(
            &format!(
                "const slider = document.querySelector('{slider}'); slider.focus(); slider.value = {value};
                slider.dispatchEvent(new Event('input', {{ bubbles: true }}))"
            ),
            vec![],
        );
        page.settle();
    }
    assert_eq!(page.text(&value(&beside)), "-1.5");
    assert!(page.holds(&format!("document.activeElement === document.querySelector('{slider}')")), "it is in the hand");
    page.script(
        &format!("document.querySelector('{slider}').dispatchEvent(new Event('change', {{ bubbles: true }}))"),
        vec![],
    );
    page.script("document.activeElement.blur()", vec![]);
    page.wait_until("the field is marked", &format!("document.querySelector('{beside}').closest('.edited')"));
    page.wait_until("its slider is put away", &format!("!document.querySelector('{slider}')"));
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

    put_in("NaN");
    page.wait_until(
        "it is told",
        "document.querySelector('#laboratory .kit-wrong .kit-note')?.textContent.includes('Found NaN')",
    );
    assert_eq!(page.state().settings.edits().collect::<Vec<_>>(), [("lstm.weight_hh.14.4", "3.5")]);
    // An empty field brings the drawn number back.
    put_in("");
    page.wait_until(
        "the drawn number is back",
        &format!("!['', '3.5', 'NaN'].includes({})", value(&weight(&page, "h₅"))),
    );
    assert_eq!(page.state().settings.edits().count(), 0);
    page.script("document.activeElement.blur()", vec![]);
    page.chord(&[Key::Control], 'z');
    page.wait_until("it is put in again", &format!("{} === '3.5'", value(&weight(&page, "h₅"))));
    let back = page.button("#laboratory", words().edit_reset);
    let is_off = format!("document.querySelector('{back}').ariaDisabled === 'true'");
    assert!(!page.holds(&is_off), "there is a way back");
    page.click(&back);
    page.wait_until("nothing is put in", &is_off);
    assert!(
        page.holds(&format!("document.activeElement === document.querySelector('{back}')")),
        "it keeps the keyboard"
    );
    let settings = page.state().settings;
    assert!(!settings.needs_worker(Library::shipped()));
    assert_computed(&page, &settings);
}

#[test]
fn a_cure_is_put_into_the_lane() {
    let page = Page::open("picture=cures&cures=rnn~irnn");
    page.click(&page.button("#laboratory", "Show the second"));
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
    let number = "document.querySelector('#laboratory .why-number')?.dataset.number";
    page.wait_until("it is there", number);
    let settings = page.state().settings;
    let computed = Run::new(&settings, &settings.sequence(Library::shipped()));
    let layer = computed.lane(CellKind::Lstm).trace.top();
    let shows = |quantity: Quantity, step: usize, unit: usize| {
        let expected = layer.value(quantity, step)[unit];
        assert_close("the number", parse(&page.text(number)), expected, 1e-12, 1.0);
    };
    let way = "#laboratory .why-way";
    let length = format!("document.querySelectorAll('{way} button').length");
    shows(Quantity::Cell, 8, 3);
    // c_9 = f_9 c_8 + i_9 g_9: back to c_8, and from there to its forget gate.
    page.click(&page.button("#laboratory .why-made", "cell state at step 8, unit 4"));
    page.wait_until("the way is longer", &format!("{length} === 2"));
    shows(Quantity::Cell, 7, 3);
    page.wait_until("the keyboard goes along", &format!("document.activeElement.matches('{way} [aria-current]')"));
    page.click(&page.button("#laboratory .why-made", "forget gate at step 8, unit 4"));
    page.wait_until("the way is longer", &format!("{length} === 3"));
    shows(Quantity::Forget, 7, 3);
    page.click(&page.button(way, "cell state at step 9, unit 4"));
    page.wait_until("back at the start", &format!("{length} === 1"));
    shows(Quantity::Cell, 8, 3);
}

#[test]
fn a_slider_of_a_picture_stays_in_the_hand_and_a_box_keeps_the_keyboard() {
    let page = Page::open("picture=unit");
    let slider = page.labelled("#laboratory", words().unit_rate);
    page.script(&format!("window.slider = document.querySelector('{slider}'); window.slider.focus()"), vec![]);
    let told = "[...document.querySelectorAll('#laboratory .read')].find(own => own.textContent.includes('gradient steps'))?.textContent";
    page.wait_until("the text is there", told);
    let before = page.text(told);
    page.press(Key::Right);
    page.press(Key::Right);
    page.wait_until("the text follows", &format!("{told} !== {before:?}"));
    // What the worker measures once it is quiet has come, too.
    page.frames(12);
    assert!(page.holds("document.activeElement === window.slider && window.slider.isConnected"));
    // What is taken back is seen in the slider too.
    let now = "window.slider.value";
    let before = page.text(now);
    page.chord(&[Key::Control], 'z');
    page.wait_until("the slider follows", &format!("{now} !== '{before}'"));

    page.go_to("picture=roads");
    let road = page.labelled("#laboratory", words().road_forget);
    page.script(&format!("window.road = document.querySelector('{road}'); window.road.focus()"), vec![]);
    page.press(' ');
    page.wait_until("it is closed", "window.road.checked");
    page.settle();
    assert!(page.holds("document.activeElement === window.road && window.road.isConnected"));
}

#[test]
fn a_dragged_unit_follows_its_state_jumps_where_that_ends_and_does_not_come_back_the_same_way() {
    let page = Page::open("picture=fork&fork_along=bias&fork_w=2");
    let rests = |b: f64, branch: Branch| {
        let h = rest(branch, 2.0, b).unwrap();
        let shown = format!("{}[1]", told(0));
        page.wait_until(&format!("h rests at {h}"), &format!("Math.abs({shown} - ({h:e})) < 1e-9"));
    };
    rests(0.0, Branch::Upper);
    let slider = page.labelled("#laboratory", words().fork_b);
    page.script(&format!("document.querySelector('{slider}').focus()"), vec![]);
    page.press(Key::Home);
    rests(-1.0, Branch::Lower);
    page.press(Key::Backspace);
    rests(0.0, Branch::Lower);
    let headline = "document.querySelector('#laboratory figcaption').textContent";
    assert!(page.text(headline).starts_with("At b = −0.53 the curve ended"), "{}", page.text(headline));
    page.wait_until("the address has it", "location.hash.includes('fork_b=0')");
    page.reload();
    rests(0.0, Branch::Lower);
    page.script(&format!("document.querySelector('{slider}').focus()"), vec![]);
    page.press(Key::End);
    rests(1.0, Branch::Upper);
    // A place of the slopes is chosen by its key, and the state is led there.
    page.script("document.querySelectorAll('#laboratory .figure-canvas')[1].focus()", vec![]);
    page.press(Key::Home);
    page.press(Key::Enter);
    rests(-1.0, Branch::Lower);
}

/// Waits until the path of two units ends where the engine's does, as the address has them.
fn path_is_the_engines(page: &Page) {
    let settings = page.state().settings;
    let from = [keys::Key::SpaceH1, keys::Key::SpaceH2].map(|key| space::value(&settings, key));
    let own = space::Units::of(space::pair(&settings), from);
    for (place, known) in own.path[own.path.len() - 1].iter().enumerate() {
        let shown = format!("{}[{place}]", told(0));
        page.wait_until(&format!("the path ends at {known}"), &format!("Math.abs({shown} - ({known:e})) < 1e-9"));
    }
}

#[test]
fn a_state_that_is_dragged_goes_where_two_units_lead_it() {
    let page = Page::open("picture=space");
    path_is_the_engines(&page);
    let headline = "document.querySelector('#laboratory figcaption').textContent";
    assert!(page.text(headline).contains("ends at B"), "{}", page.text(headline));
    // By the arrow keys over the boundary, from one basin into the other.
    page.script("document.querySelector('.figure-handle').focus()", vec![]);
    page.press_times(26, Key::Up);
    page.press_times(26, Key::Right);
    page.wait_until("it ends elsewhere", &format!("{headline}.includes('ends at A')"));
    path_is_the_engines(&page);
    page.wait_until(
        "the address has it",
        "location.hash.includes('space_x=-0.38') && location.hash.includes('space_y=1')",
    );
    assert!(page.holds("document.activeElement.matches('.figure-handle')"));
    // By the pointer.
    page.drag_by(".figure-handle", 80.0);
    page.settle();
    assert!(!page.fragment().contains("space_x=-0.38"), "{}", page.fragment());
    path_is_the_engines(&page);
    // An example, by its name.
    page.click(&page.labelled("#laboratory", words().space_turn));
    page.wait_until("nothing is stable", &format!("{headline}.startsWith('No state is stable')"));
    path_is_the_engines(&page);
    page.chord(&[Key::Control], 'z');
    page.wait_until("two are", &format!("{headline}.startsWith('2\u{a0}stable')"));
}

#[test]
fn states_of_networks_that_ship_are_shown_with_the_step_that_is_looked_at() {
    let page = Page::open("picture=space&space_trained=yes");
    page.wait_until("nothing is read yet", "document.querySelector('#laboratory .picture .space-key') === null");
    page.press_button("#laboratory", words().space_parity);
    page.wait_long_until("three planes", "document.querySelectorAll('#laboratory .figure').length === 3");
    wait_for_work(&page);
    let said = |figure: i32| {
        page.text(&format!("[...document.querySelectorAll('#laboratory figcaption')].at({figure}).textContent"))
    };
    // Measured of the networks that ship: see `learn::states`.
    assert!(said(0).starts_with("RNN: the cut is right for 69"), "{}", said(0));
    assert!(
        said(1).starts_with("LSTM: the cut is right for 100") && said(2).starts_with("GRU: the cut is right for 100")
    );
    let place = |step: usize| {
        page.go_to(&format!("picture=space&space_trained=yes&sequence=example&task=parity&trained=4000&at={step}"));
        let read = "document.querySelector('#laboratory .figure-place, #laboratory .figure-told')";
        page.wait_long_until("it is told", &format!("{}.length === 2 && {read}", told(0)));
        page.settle();
        page.text(&format!("{}.join()", told(0)))
    };
    let (one, other) = (place(3), place(12));
    assert_ne!(one, other, "another step, another place");
}

#[test]
fn half_lives_are_the_engines_and_follow_bias_and_flags() {
    let page = Page::open("picture=halflives");
    for fragment in ["picture=halflives", "picture=halflives&bias=3&mark=5&read=11"] {
        page.go_to(fragment);
        let settings = page.state().settings;
        let run = Run::new(&settings, &settings.sequence(Library::shipped()));
        let way = (settings.mark_step(), settings.read_step());
        // As long as nobody looks, the last unit is told: of each cell three starts, and what the lanes show.
        for (place, cell) in [(3, CellKind::Lstm), (7, CellKind::Gru)] {
            let known = half_lives(run.lane(cell).trace.top(), settings.units, way)[settings.units - 1];
            let shown = format!("{}[{place}]", told(0));
            page.wait_until(
                &format!("{fragment}: {known}"),
                &format!("Math.abs({shown} - ({known:e})) < 1e-9 * {known:e}"),
            );
        }
    }
}

#[test]
fn a_table_is_checked_while_it_is_typed_and_becomes_the_sequence() {
    let page = Page::open("picture=data");
    let told = "document.querySelector('#csv-told')?.textContent ?? ''";
    page.wait_until("it asks for numbers", &format!("({told}).includes('Paste at least 5 rows')"));
    let write = |text: &str| {
        page.script(
            "const field = document.querySelector('#csv'); field.focus(); field.value = arguments[0]; \
             field.dispatchEvent(new Event('input', { bubbles: true }));",
            vec![text.into()],
        );
    };
    write("x;y\n1;0\ntwo;1\n4;-1\n8;0.5\n16;2e1");
    page.wait_until("it is told", &format!("({told}).includes('Line 3, column 1 (“x”): found “two”')"));
    assert_eq!(page.text("document.querySelector('#csv').getAttribute('aria-invalid')"), "true");
    write("x;y\n1;0\n2,5;1\n4;-1\n8;2\n16;20");
    page.wait_until("decimal commas are read, and told", &format!("({told}).includes('decimal commas, as in “2,5”')"));
    let text = "x;y\n1;0\n2;1\n4;-1\n8;0.5\n16;2e1";
    write(text);
    page.wait_until("it is read", &format!("({told}).startsWith('5\u{a0}rows, 2\u{a0}columns → 4\u{a0}steps')"));
    assert!(page.holds("document.activeElement.id === 'csv'"), "the field stays in the hand");
    page.wait_until("there is a preview", "document.querySelectorAll('#laboratory .kit-table tbody tr').length === 4");
    let used = page.button("#laboratory", words().data_use);
    page.click(&used);
    page.wait_until("it is used", &format!("document.querySelector('{used}').ariaPressed === 'true'"));
    let settings = page.state().settings;
    assert_eq!(settings.steps(), 4);
    assert_eq!(settings.text(keys::Key::Csv), text);
    assert_computed(&page, &settings);

    // A file, by its beginning.
    page.script(
        "const files = new DataTransfer(); files.items.add(new File(['7\\n'.repeat(9)], 'seven.csv')); \
         const field = document.querySelector('#laboratory input[type=file]'); field.files = files.files; \
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    page.wait_until("it is read", &format!("({told}).startsWith('9\u{a0}rows, 1\u{a0}column → 8\u{a0}steps')"));
    assert!(page.text("document.querySelector('#laboratory .kit-brought').textContent").contains("seven.csv"));
    // Another one, in UTF-16 without a mark.
    page.script(
        "const bytes = Uint8Array.from([...'7\\n'.repeat(11)].flatMap(letter => [letter.charCodeAt(0), 0])); \
         const files = new DataTransfer(); files.items.add(new File([bytes], 'wide.csv')); \
         const field = document.querySelector('#laboratory input[type=file]'); field.files = files.files; \
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![],
    );
    page.wait_until("it is read", &format!("({told}).startsWith('11\u{a0}rows, 1\u{a0}column → 10\u{a0}steps')"));
    assert!(
        page.text("document.querySelector('#laboratory .kit-brought').textContent").contains("wide.csv (UTF-16 LE)")
    );
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
    page.wait_until("the map is there", "document.querySelector('#laboratory .figure-map')?.height === 13");
    let pixels = "document.querySelector('#laboratory .figure-map').toDataURL()";
    let before = page.text(pixels);
    page.click("#theme");
    page.settle();
    assert_ne!(page.text(pixels), before);
}

#[test]
fn nothing_hangs_over_on_a_phone_with_a_picture_open() {
    for picture in PICTURES {
        let page = Setup::default().phone(390, 844).open(&format!("picture={picture}"));
        page.wait_until("the picture is there", &format!("document.querySelector('{}')", ready(picture)));
        page.settle();
        let (shown, all) =
            (page.number("document.documentElement.clientWidth"), page.number("document.documentElement.scrollWidth"));
        assert!(all <= shown, "{picture}: {all} pixels on a screen of {shown}");
    }
}

#[test]
fn the_gates_of_trained_networks_are_read_by_a_button_and_the_rnn_has_none() {
    // Another run of the task is chosen, which nobody has trained.
    let page = Page::open("picture=gates&task=agreement&t_knob=10&t_units=8&t_layers=2&coupled=yes");
    page.wait_until("it says what it needs", &format!("document.querySelector('{}')", ready(GATES)));
    page.press_button("#laboratory", words().gates_open);
    let headline = |n: usize| format!("document.querySelectorAll('#laboratory .figure')[{n}]?.textContent");
    page.wait_until("both numbers are read", &format!("{}?.includes('After “song”')", headline(0)));
    for (cell, gate) in [("lstm", "forget gate"), ("gru", "update gate"), ("rnn", "no gates")] {
        page.go_to(&format!("sequence=example&task=agreement&trained=3000&units=32&picture=gates&cell={cell}"));
        page.wait_until(&format!("the {gate} is told"), &format!("{}?.includes('{gate}')", headline(1)));
        page.wait_until("units are counted", &format!("{}?.includes(' of 32 units')", headline(2)));
    }
    page.press(fantoccini::key::Key::Tab);
    assert_eq!(page.overhang(), 0.0);
}

#[test]
fn the_bracket_counter_reads_a_text_names_its_units_and_tests_deeper_than_trained() {
    let page = Page::open("picture=brackets&task=brackets&t_knob=3&t_units=8");
    page.wait_until("it says what it needs", &format!("document.querySelector('{}')", ready(BRACKETS)));
    page.press_button("#laboratory", words().brackets_open);
    let headline =
        |n: usize| format!("document.querySelectorAll('#laboratory .figure > figcaption')[{n}]?.textContent");
    page.wait_until("the text is read", &format!("{}?.includes('of 19 answers to this text are right')", headline(0)));
    let tiles = "document.querySelectorAll('.counter-text li').length";
    assert_eq!(page.number(tiles), 19.0);
    // Eight deep is what they learned; the RNN comes to the end of its states, the LSTM does not.
    let wrong = "document.querySelectorAll('.counter-text .counter-wrong').length";
    for (cell, errs) in [("lstm", false), ("rnn", true)] {
        page.go_to(&format!(
            "sequence=example&task=brackets&trained=3000&units=16&picture=brackets&cell={cell}&counter_text=((((((((((((a))))))))))))b"
        ));
        let told = format!("of the {}", cell.to_uppercase());
        page.wait_until("the deep text is read", &format!("{0}?.includes('{told}') && {tiles} == 26", headline(0)));
        assert_eq!(page.number(wrong) > 0.0, errs, "{cell}");
    }
    // The second unit of the second list is shown at a press.
    page.script("document.querySelectorAll('.counter-ranks ol')[1].querySelectorAll('button')[1].click()", vec![]);
    page.wait_until("it is compared with the quotes", &format!("{}?.includes('follows the quotes')", headline(0)));
    assert_eq!(page.number("document.querySelectorAll('.counter-ranks [aria-pressed=true]').length"), 1.0);
    page.wait_until("all depths are tested", "document.querySelector('.going')?.textContent.includes('72 of 72')");
    page.wait_until("it is told", &format!("!{}?.includes('…')", headline(1)));
    // What cannot be read is told, and the text that was read stays.
    page.script(
        "const field = document.querySelector('#counter_text'); field.value = 'a(b))'; \
         field.dispatchEvent(new Event('input', { bubbles: true }))",
        vec![],
    );
    page.wait_until("it is told why", "document.querySelector('.counter-texts')?.textContent.includes('none is open')");
    assert_eq!(page.number(tiles), 26.0);
    assert_eq!(page.overhang(), 0.0);
}
