//! The lessons, walked from the first step to the last by the keyboard alone; progress, addresses, the pages beside them.

use course::lesson::{Figures, Guess, Place, is_touched, judged, lessons, program, reference};
use course::runs::{Slow, run_at};
use engine::trace::{CellKind, Quantity};
use fantoccini::key::Key;
use model::lab::Run;
use model::sequence::Library;
use model::settings::{Settings, State};
use words::format;

use crate::browser::{CLIPBOARD_REFUSES, NO_CLIPBOARD, Page, Setup};

/// What is said of an answer, once it is shown.
const VERDICT: &str = "document.querySelector('.lesson-verdict')";

/// A button of the lesson by its name.
fn button(name: &str) -> String {
    format!("[...document.querySelectorAll('.lesson button')].find((own) => own.innerText.trim() === '{name}')")
}

/// Waits until a step is drawn as it is in the address.
fn wait_for(page: &Page, place: &Place) {
    let said = format!("Lesson {} · step {} of {}", place.number + 1, place.step + 1, place.page.entries.len());
    page.wait_until(&said, &format!("document.querySelector('.lesson-place')?.textContent.startsWith('{said}')"));
    page.wait_until(&place.name(), &format!("location.hash.includes('lesson={}')", place.name()));
}

/// Tabs to the guess, and moves it from where it stands to a value or an option.
fn guess(page: &Page, ask: &Guess, value: f64) {
    let wanted = match ask {
        Guess::Choice { options, .. } => button(options[value as usize].0),
        _ => "document.querySelector('.lesson-ask [type=range]')".to_owned(),
    };
    let is_there = format!("document.activeElement === {wanted}");
    for _ in 0..120 {
        if page.holds(&is_there) {
            break;
        }
        page.press(Key::Tab);
    }
    assert!(page.holds(&is_there), "Tab leads to {wanted}");
    let (low, high, step) = match ask {
        Guess::Choice { .. } => return page.press(' '),
        Guess::Ratio { .. } => (-6.0, 0.0, 0.05),
        Guess::Number { scale, .. } => {
            let [low, high, step] = scale.map(|text| text.parse::<f64>().unwrap());
            (low, high, step)
        }
    };
    let (from_low, from_high) = (((value - low) / step).round(), ((high - value) / step).round());
    if from_low <= from_high {
        page.press(Key::Home);
        page.press_times(from_low.max(0.0) as usize, Key::Right);
    } else {
        page.press(Key::End);
        page.press_times(from_high.max(0.0) as usize, Key::Left);
    }
}

/// The guess that is right, and one that is wrong.
fn guesses(ask: &Guess, answer: f64) -> [f64; 2] {
    match ask {
        Guess::Choice { options, .. } => [answer, ((answer as usize + 1) % options.len()) as f64],
        Guess::Ratio { .. } => {
            let power = answer.log10().clamp(-6.0, 0.0);
            [power, if power < -3.0 { 0.0 } else { -6.0 }]
        }
        Guess::Number { scale, .. } => {
            let [low, high, _] = scale.map(|text| text.parse::<f64>().unwrap());
            [answer, if answer < low.midpoint(high) { high } else { low }]
        }
    }
}

/// An answer as it is told where nothing was guessed: a number, or the number of an option.
fn told(ask: &Guess, said: &str) -> f64 {
    let answer = said.strip_prefix("The answer: ").and_then(|said| said.strip_suffix('.')).unwrap();
    match ask {
        Guess::Choice { options, .. } => {
            // A name may begin another one.
            let begun = options.iter().enumerate().filter(|(_, (name, _))| answer.starts_with(name));
            let first = begun.max_by_key(|(_, (name, _))| name.len());
            first.unwrap_or_else(|| panic!("{said}: {options:?}")).0 as f64
        }
        Guess::Ratio { .. } => panic!("no run of training is asked for a share: {said}"),
        Guess::Number { .. } => {
            let number: String = answer.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
            let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
            number[..end].parse().unwrap()
        }
    }
}

/// Walks one lesson's steps; each question is answered right and wrong.
fn walk(key: &str) {
    let (number, lesson) = lessons()
        .iter()
        .enumerate()
        .find(|(_, (own, _))| *own == key)
        .map(|(number, (_, lesson))| (number, lesson))
        .unwrap();
    let page = Page::open(&format!("lesson={key}"));
    for step in 0..lesson.entries.len() {
        let place = Place::named(&format!("{key}.{}", step + 1)).unwrap();
        wait_for(&page, &place);
        let entry = place.entry();
        let is_set = || !is_touched(&place, &page.state().settings);
        assert!(is_set(), "{}: its cue is applied", place.name());
        assert!(page.holds("!document.querySelector('.lesson-touched')"), "{}", place.name());
        if let Some(ask) = &entry.ask {
            assert!(!page.holds(VERDICT), "{}: it is not told before it is asked for", place.name());
            page.press(Key::PageDown);
            let waits = words::lesson::words().not_run;
            let shown = format!("{VERDICT} && {VERDICT}.innerText.trim() !== '{waits}'");
            page.wait_long_until(&format!("{}: the answer is shown", place.name()), &shown);
            // Without a guess the answer alone is told: the engine's own.
            let said = page.text(&format!("{VERDICT}.innerText.trim()"));
            let answer = if entry.runs.is_empty() {
                let run = run_at(entry.cue).1;
                let own = judged(entry, ask, "", &Figures { slow: &Slow::new(entry.cue), run: &run, rows: &[] });
                assert_eq!(said, own.verdict.said(), "{}", place.name());
                own.answer.unwrap()
            } else {
                told(&ask.guess, &said)
            };
            for (value, class) in guesses(&ask.guess, answer).into_iter().zip(["agrees", "disagrees"]) {
                // Away and back again, to a question that has not been answered.
                let is_first = step == 0 && number == 0;
                let [aside, back] = if is_first { [Key::PageDown, Key::PageUp] } else { [Key::PageUp, Key::PageDown] };
                page.press(aside);
                page.wait_until("it is another step", &format!("!location.hash.includes('lesson={}')", place.name()));
                // On from a question leads its answer first.
                let asks = !is_first && place.on(false).is_some_and(|before| before.entry().ask.is_some());
                page.press_times(if asks { 2 } else { 1 }, back);
                wait_for(&page, &place);
                page.wait_until("it is asked anew", &format!("!{VERDICT}"));
                guess(&page, &ask.guess, value);
                page.wait_until("the guess is taken", "location.hash.includes('guess=')");
                if page.holds("document.activeElement.matches('[type=range]')") {
                    // A slider has the keys of pages to itself.
                    page.press(Key::Tab);
                }
                page.press(Key::PageDown);
                page.wait_long_until(
                    &format!("{}: {value} {class} with {answer}", place.name()),
                    &format!("document.querySelector('.lesson-verdict.{class}')"),
                );
            }
        }
        if step + 1 < lesson.entries.len() {
            page.press(Key::PageDown);
        }
    }
    assert!(
        page.holds("document.querySelector('.lesson-summary') && document.querySelector('.lesson-end .further a')")
    );
    assert!(
        page.holds("document.querySelector('.lesson-rail .done > [aria-current=page]')"),
        "the rail shows that it is done"
    );
}

macro_rules! walks {
    ($($name:ident $key:literal,)*) => {
        $(
            #[test]
            fn $name() {
                walk($key);
            }
        )*

        #[test]
        fn every_lesson_is_walked() {
            let keys: Vec<&str> = lessons().iter().map(|(key, _)| *key).collect();
            assert_eq!(keys, [$($key),*]);
        }
    };
}

walks! {
    sequences_by_keyboard "sequences",
    recurrence_by_keyboard "recurrence",
    backpropagation_by_keyboard "bptt",
    vanishing_by_keyboard "vanishing",
    lstm_by_keyboard "lstm",
    gru_by_keyboard "gru",
    training_by_keyboard "training",
    words_by_keyboard "words",
    series_by_keyboard "series",
    doing_it_yourself_by_keyboard "yourself",
    after_the_transformer_by_keyboard "transformer",
    memory_by_keyboard "memory",
}

#[test]
fn what_is_touched_is_set_back_and_progress_is_kept_and_taken_along() {
    let page = Page::open("lesson=vanishing.2");
    let place = Place::named("vanishing.2").unwrap();
    wait_for(&page, &place);
    page.go_to(&format!("{}&seed=7", page.fragment().trim_start_matches('#')));
    page.wait_until("it is told", "document.querySelector('.lesson-touched')");
    page.script(&format!("{}.click()", button("Back to the lesson")), vec![]);
    page.wait_until("it is set back", "!document.querySelector('.lesson-touched')");
    assert!(page.holds("document.activeElement.matches('.lesson h2')"), "the focus does not go with the button");
    assert!(!is_touched(&place, &page.state().settings));
    let seen = "document.querySelectorAll('.lesson-dots .done, .lesson-dots [aria-current=step]').length";
    assert_eq!(page.number(seen), 1.0);
    page.press(Key::PageUp);
    page.wait_until("two are seen", &format!("{seen} === 2"));
    let along = page.text("document.querySelector('.lesson-export a').getAttribute('href')");
    assert!(along.contains("done=1-vanishing.3"), "{along}");
    page.reload();
    page.wait_until("it is kept", &format!("{seen} === 2"));
    // Learn leads to where it went on.
    page.go_to("lesson=here");
    page.wait_until("the last step", "location.hash.includes('lesson=vanishing.2')");
    page.script(&format!("{}.click()", button("Forget my progress")), vec![]);
    page.wait_until("it is forgotten", &format!("{seen} <= 1"));
    page.script(&format!("{}.click()", button("Bring it back")), vec![]);
    page.wait_until("it is back", &format!("{seen} === 2"));
    // Elsewhere, by its address.
    let other = Page::open(along.trim_start_matches('#'));
    other.wait_until("it came along", &format!("{seen} === 2"));
}

#[test]
fn what_no_lesson_is_and_progress_of_another_version_are_told() {
    let page = Page::open("lesson=nothing.9");
    page.wait_until("it is told", "document.querySelector('.lesson .message')?.textContent.includes('nothing.9')");
    let page = Page::open("lesson=lstm.2&done=9-lstm.1");
    wait_for(&page, &Place::named("lstm.2").unwrap());
    page.wait_until("it is told", "document.querySelector('.lesson-told')?.textContent.includes('another version')");
}

#[test]
fn a_word_is_looked_up_and_each_page_opens() {
    let page = Page::open("lesson=lstm.2");
    wait_for(&page, &Place::named("lstm.2").unwrap());
    page.script("document.querySelector('.lesson-prose .kit-word').click()", vec![]);
    page.wait_until(
        "the word is explained",
        "document.querySelector('.kit-popover:popover-open')?.innerText.includes('All words')",
    );
    page.press(Key::Escape);
    page.wait_until("it is closed", "!document.querySelector('.kit-popover:popover-open')");
    assert!(page.holds("document.activeElement.matches('.lesson-prose .kit-word')"), "the word has the focus again");
    for (key, own) in reference() {
        page.go_to(&format!("view=reference&page={key}"));
        page.wait_until(
            key,
            &format!(
                "document.querySelector('[data-page={key}]') && document.querySelectorAll('.reference article').length >= {}",
                own.entries.len()
            ),
        );
        assert_eq!(page.overhang(), 0.0, "{key}");
    }
}

#[test]
fn the_table_of_compare_is_measured_and_kept() {
    let page = Page::open("view=compare");
    let panel = "(document.querySelector('#sweep-compare-table')?.textContent ?? '')";
    page.wait_until("it is offered", "document.querySelector('#sweep-compare-table button')");
    assert_eq!(page.number("document.querySelectorAll('.claims tbody tr').length"), 9.0);
    let line = "document.querySelector('#sweep-compare-table [role=progressbar]').checkVisibility()";
    page.press_button("#sweep-compare-table", "Run it here");
    page.wait_until("it is under way", line);
    page.press_button("#sweep-compare-table", "Cancel");
    page.wait_until("it is cancelled", &format!("!{line}"));
    page.press_button("#sweep-compare-table", "Run it here");
    page.wait_long_until("it is measured", &format!("{panel}.includes('Measured here, in')"));
    let text = page.text("document.querySelector('.claims').textContent");
    assert!(!text.contains("not measured yet") && text.contains("ms ×"), "{text}");
    page.reload();
    page.wait_until("it is kept", &format!("{panel}.includes('Measured here before')"));
}

/// Every attribute and every text of the page's figure, as it would be read.
const FIGURE: &str = "[...document.querySelectorAll('.bench, .bench *, .spoken')].map(own => \
    [...own.attributes].map(one => one.value).join(' ') + ' ' \
    + [...own.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join(' ')).join(' ')";

#[test]
fn the_number_that_answers_is_not_in_the_page_until_it_is_shown_and_all_else_is() {
    let there = |css: &str| format!("document.querySelector('{css}')");
    // Its first digits: the last ones are the machine's own.
    let exact = |x: f64| format::exact(x).chars().take(9).collect::<String>();
    let veils = "[...document.querySelectorAll('.bench .veil')].filter(own => own.checkVisibility()).length";
    for width in [1440, 768, 390] {
        // A state is asked for.
        let place = Place::named("recurrence.3").unwrap();
        let run = run_at(place.entry().cue).1;
        let answer = run.lane(CellKind::Rnn).trace.top().value(Quantity::Hidden, 1)[0];
        let page = Setup::default().screen(width, 900).open("lesson=recurrence.3");
        page.wait_until("it is asked", "document.querySelector('.lesson-ask')");
        page.wait_until("a chip stands in its place", &format!("{veils} >= 2"));
        let figure = page.text(FIGURE);
        for written in [format::number(answer), exact(answer), format!("{answer:.8e}")[..9].to_owned()] {
            assert!(!figure.contains(&written), "{width}: {written} in {figure}");
        }
        // What comes before it is there.
        let before = run.lane(CellKind::Rnn).trace.top().value(Quantity::PreActivation, 1)[0];
        assert!(figure.contains(&format::number(before)), "{width}: {figure}");
        assert!(page.holds(&there(".lane canvas")), "the lane stays");
        assert!(!page.holds("document.querySelector('#numbers-open').checkVisibility()"), "nor is the table to be had");
        page.press(Key::PageDown);
        page.wait_until("it is shown", &format!("{veils} === 0"));
        page.wait_until("with its number", &format!("{FIGURE}.includes('{}')", exact(answer)));
        // What is left of the gradient is asked for.
        let page = Setup::default().screen(width, 900).open("lesson=vanishing.1");
        let left = run_at(Place::named("vanishing.1").unwrap().entry().cue).1.lane(CellKind::Rnn).reach[1];
        page.wait_until("it is asked", "document.querySelector('.lesson-ask')");
        page.wait_until("the figure is there", &format!("{} && {}", there(".lane canvas"), there(".reach canvas")));
        page.wait_until("a chip stands in its place", &format!("{veils} === 1"));
        let figure = page.text(FIGURE);
        for written in [format::share(left), exact(left), format!("{left:.8e}")[..9].to_owned()] {
            assert!(!figure.contains(&written), "{width}: {written} in {figure}");
        }
        let (ribbon, chart) = (page.picture("lane-rnn"), page.picture("reach"));
        page.press(Key::PageDown);
        page.wait_until("it is shown", &format!("{veils} === 0 && {FIGURE}.includes('{}')", exact(left)));
        page.frames(3);
        assert_ne!(page.picture("lane-rnn"), ribbon, "the ribbon is painted now");
        assert_ne!(page.picture("reach"), chart, "and the line is");
    }
}

/// What does not fit of the figure that a step has; where the ways on and back stand.
const FITS: &str = "(() => { \
    const parts = { lanes: ['.stage'], cell: ['.stage', '.inspector'], edit: ['.stage', '#laboratory'], \
        picture: ['#laboratory'], runs: ['.runs-figure'], train: ['.train'] }; \
    const figure = document.querySelector('.page').dataset.figure, wrong = []; \
    const bar = document.querySelector('.transport'), \
        foot = bar.checkVisibility() ? bar.getBoundingClientRect().top : innerHeight; \
    for (const css of parts[figure]) { \
        const own = document.querySelector(css), at = own.getBoundingClientRect(); \
        if (!own.checkVisibility() || at.width < 200) wrong.push(css + ' is not there'); \
        if (at.left < 0 || at.top < 0 || at.right > innerWidth || at.bottom > foot + 1) wrong.push(css + ' leaves the window'); \
        if (own.scrollHeight > own.clientHeight + 1) \
            wrong.push(css + ' is cut by ' + (own.scrollHeight - own.clientHeight)); \
        for (const one of own.querySelectorAll('.result, math, p, h3')) \
            if (one.checkVisibility() && one.getBoundingClientRect().right > at.right + 1) wrong.push(one.textContent + ' is cut'); \
        for (const one of own.querySelectorAll('*')) { \
            const scrolls = one.checkVisibility() && /auto|scroll/.test(getComputedStyle(one).overflow); \
            const [across, down] = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]; \
            if (scrolls && Math.max(across, down) > 1) wrong.push(one.className + ' scrolls by ' + [across, down]); } } \
    const bench = document.querySelector('.bench'); \
    if (bench.checkVisibility() && bench.scrollHeight > bench.clientHeight + 1) \
        wrong.push('the figure is cut by ' + (bench.scrollHeight - bench.clientHeight)); \
    const text = document.querySelector('.lesson-article').getBoundingClientRect(); \
    if (text.width > 441 || text.bottom > innerHeight + 1) wrong.push('the text leaves its column'); \
    return wrong.join('; '); })()";

#[test]
fn each_steps_figure_fits_beside_its_text_and_the_ways_on_stay_where_they_are() {
    let foot = "JSON.stringify(document.querySelector('.lesson-turn').getBoundingClientRect())";
    for (width, height) in [(1440, 900), (1280, 720)] {
        let page = Setup::default().screen(width, height).open("lesson=sequences.1");
        let (mut wrong, mut feet) = (vec![], vec![]);
        for (key, lesson) in lessons() {
            for (step, entry) in lesson.entries.iter().enumerate() {
                let place = Place::named(&format!("{key}.{}", step + 1)).unwrap();
                // With the answer of runs, they would have to be made.
                let has_answer = entry.ask.is_some() && entry.runs.is_empty();
                for more in if has_answer { &["", "&shown=yes"][..] } else { &[""] } {
                    page.go_to(&format!("lesson={}&{}{more}", place.name(), entry.cue));
                    wait_for(&page, &place);
                    page.settle();
                    let told = page.text(FITS);
                    if !told.is_empty() {
                        wrong.push(format!("{}{more}: {told}", place.name()));
                    }
                    feet.push(page.text(foot));
                }
            }
        }
        assert!(wrong.is_empty(), "at {width} x {height}:\n{}", wrong.join("\n"));
        feet.dedup();
        assert_eq!(feet.len(), 1, "the ways on move: {feet:?}");
    }
}

/// What is wrong with the figure of a narrow window while the text is read to its end.
const IN_SIGHT: &str = "(() => { \
    const parts = { runs: '.runs-figure', train: '.train' }, wrong = []; \
    const own = document.querySelector(parts[document.querySelector('.page').dataset.figure] ?? '.bench'); \
    for (const down of [document.querySelector('.lesson-text').getBoundingClientRect().top + scrollY, 1e6]) { \
        scrollTo(0, down); \
        const at = own.getBoundingClientRect(); \
        if (Math.min(at.bottom, innerHeight) - Math.max(at.top, 0) < 100) wrong.push('it is out of sight'); } \
    for (const one of own.querySelectorAll('*:not(svg *, .kit-hidden, .kit-hidden *)')) { \
        const at = one.getBoundingClientRect(); \
        if (one.checkVisibility() && at.width > 4 && (at.left < -1 || at.right > innerWidth + 1)) \
            wrong.push(one.tagName + '.' + one.className + ' is cut at a side'); } \
    return wrong.join('; '); })()";

#[test]
fn on_a_phone_a_steps_figure_stays_in_sight_and_is_not_cut_at_a_side() {
    let page = Setup::default().screen(390, 844).open("lesson=sequences.1");
    let mut wrong = vec![];
    for (key, lesson) in lessons() {
        for (step, entry) in lesson.entries.iter().enumerate() {
            let place = Place::named(&format!("{key}.{}", step + 1)).unwrap();
            page.go_to(&format!("lesson={}&{}", place.name(), entry.cue));
            wait_for(&page, &place);
            page.settle();
            let told = page.text(IN_SIGHT);
            if !told.is_empty() {
                wrong.push(format!("{}: {told}", place.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_turn_to_a_step_with_the_same_figure_moves_nothing() {
    let page = Page::open("lesson=lstm.1");
    wait_for(&page, &Place::named("lstm.1").unwrap());
    page.settle();
    let watch = "window.shifted = 0; new PerformanceObserver((list) => { \
        for (const one of list.getEntries()) window.shifted += one.value; }).observe({ type: 'layout-shift' });";
    page.script(watch, vec![]);
    for (key, to) in [(Key::PageDown, "lstm.2"), (Key::PageDown, "lstm.3"), (Key::PageUp, "lstm.2")] {
        page.press(key);
        wait_for(&page, &Place::named(to).unwrap());
        page.settle();
        page.frames(10);
    }
    let shifted = page.number("window.shifted");
    assert!(shifted < 0.003, "{shifted}");
}

#[test]
fn an_answer_that_is_shown_is_in_sight() {
    let page = Setup::default().screen(1280, 720).open("lesson=lstm.8");
    wait_for(&page, &Place::named("lstm.8").unwrap());
    page.press(Key::PageDown);
    page.wait_until("the answer is shown", VERDICT);
    let foot = "document.querySelector('.lesson-turn').getBoundingClientRect().top";
    page.wait_until("it is in sight", &format!("{VERDICT}.getBoundingClientRect().bottom < {foot}"));
    assert!(
        page.holds("document.querySelector('.lesson-ask h3').getBoundingClientRect().top > 50"),
        "so is its question"
    );
}

#[test]
fn before_the_gradient_has_come_what_plays_is_the_reading() {
    let page = Page::open("lesson=sequences.1");
    wait_for(&page, &Place::named("sequences.1").unwrap());
    let reads = format!("document.querySelector('#play').innerText.trim() === '{}'", words::page::words().play_read);
    page.wait_until("it offers to read", &reads);
    for _ in 0..2 {
        page.click("#play");
        page.wait_until("it plays", &format!("!({reads})"));
        page.wait_until("it has been read", &reads);
        let place = page.text("document.querySelector('.transport .where').textContent");
        assert!(place.starts_with("step 3"), "it rests at the last word: {place}");
    }
}

#[test]
fn a_step_that_is_turned_has_the_focus_at_its_heading_and_is_said_once() {
    let page = Page::open("lesson=lstm.1");
    wait_for(&page, &Place::named("lstm.1").unwrap());
    let heading = "document.activeElement.matches('.lesson h2')";
    let said =
        "[...document.querySelectorAll('.page > [role=status].kit-hidden')].map((own) => own.textContent).join('')";
    assert!(!page.holds(heading), "a page that opens leaves the focus where it is");
    page.press(Key::PageDown);
    wait_for(&page, &Place::named("lstm.2").unwrap());
    page.wait_until("its heading has the focus", heading);
    assert!(page.holds("document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent.startsWith('Lesson 5')"));
    assert_eq!(page.text(said), "", "the heading says it");
    // By the list: the focus stays at the link, and the change is said.
    page.script("document.querySelector('.lesson-dots a').focus(); document.activeElement.click()", vec![]);
    wait_for(&page, &Place::named("lstm.1").unwrap());
    page.wait_until("it is said", &format!("{said}.startsWith('Lesson 5 · step 1')"));
    assert!(page.holds("document.activeElement === document.querySelector('.lesson-dots a')"));
    // An answer is said, and the button that showed it leads on.
    let page = Page::open("lesson=vanishing.1");
    page.wait_until("it is asked", "document.querySelector('.lesson-ask')");
    page.script(&format!("{}.focus()", button("Show the answer")), vec![]);
    page.press(' ');
    page.wait_until("the answer is said", &format!("{VERDICT} && {said} === {VERDICT}.innerText.trim()"));
    assert!(page.holds("document.activeElement.innerText.startsWith('Next')"), "the button is the same");
    page.press(' ');
    page.wait_until("the next step", "location.hash.includes('vanishing.2')");
    page.wait_until("its heading has the focus", heading);
}

#[test]
fn a_lecturers_address_hides_and_locks() {
    let page = Page::open("units=4&lock=units,seed&hide=views,gain");
    page.wait_until("it is hidden", "!document.querySelector('.views')");
    page.wait_until("so is the gain", "!document.querySelector('#gain')");
    page.drag("units", &[9.0]);
    page.wait_until(
        "it is as it was",
        "location.hash.includes('units=4') && document.querySelector('#units').value === '4'",
    );
    page.drag("bias", &[3.0]);
    page.wait_until("the rest is free", "location.hash.includes('bias=')");
    assert!(page.fragment().contains("lock=") && page.fragment().contains("hide="));
    // From step to step.
    let page = Page::open("lesson=lstm.1&hide=rail");
    wait_for(&page, &Place::named("lstm.1").unwrap());
    page.press(Key::PageDown);
    wait_for(&page, &Place::named("lstm.2").unwrap());
    assert!(page.fragment().contains("hide=rail"), "{}", page.fragment());
    assert!(page.holds("!document.querySelector('.lesson-rail')"));
    // Opened with its answer.
    let page = Page::open("lesson=vanishing.1&shown=yes");
    page.wait_until("the answer is shown", VERDICT);
    page.wait_until("and its cue applied", "location.hash.includes('cell=rnn')");
    assert_eq!(page.state(), State::from_fragment("lesson=vanishing.1&cell=rnn&at=2&shown=yes").0);
    assert!(page.holds("!document.querySelector('.veil')"));
}

#[test]
fn a_program_follows_the_figure_and_can_be_saved() {
    let page = Page::open("lesson=yourself.1");
    let stands = |code: &str, settings: &Settings| {
        let run = Run::new(settings, &settings.sequence(Library::shipped()));
        let own = program(code, settings, &run).unwrap();
        // Of several programs the one that is saved under this name.
        let here = format!(
            "[...document.querySelectorAll('.program')].find(own => own.querySelector('a[download={:?}]'))",
            own.file
        );
        let prints = format!("{here}?.querySelector('.prints')?.textContent === {:?}", own.prints);
        page.wait_until("it prints what the engine says", &prints);
        let saved = format!("{here}.querySelector('a[download]')");
        assert_eq!(page.text(&format!("decodeURIComponent({saved}.href.split(/,(.*)/s)[1])")), own.text);
        assert_eq!(page.text(&format!("{saved}.download")), own.file);
        assert_eq!(page.text(&format!("{here}.querySelector('pre').textContent")), own.text);
    };
    page.wait_until("the program is there", "document.querySelector('.program pre')?.textContent");
    assert!(!page.holds("document.querySelector('.program .prints')"), "what it prints waits for the answer");
    page.press(Key::PageDown);
    for code in ["scratch rnn", "pytorch rnn", "pytorch lstm"] {
        stands(code, &page.state().settings);
    }
    page.script(&format!("{}.click()", button("Copy")), vec![]);
    page.wait_until("it says that it is copied", "document.querySelector('.program-said').textContent === 'Copied.'");
    page.drag("gain", &[1.5]);
    page.wait_until("it is touched", "location.hash.includes('gain=') && document.querySelector('.lesson-touched')");
    stands("pytorch lstm", &page.state().settings);
    // What no framework has is said.
    let page = Page::open(
        "lesson=yourself.3&sequence=impulse&length=8&units=2&bias=0&cell=gru&at=8&reset_before=yes&shown=yes",
    );
    let said = "document.querySelector('.program .lesson-how')?.textContent.includes('plain cell')";
    page.wait_until("PyTorch has no reset before the product", said);
    assert!(page.holds("document.querySelectorAll('.program .prints').length === 1"), "Keras has");
}

#[test]
fn the_way_back_leads_through_views_and_steps() {
    let page = Page::open("lesson=lstm.1");
    wait_for(&page, &Place::named("lstm.1").unwrap());
    page.press(Key::PageDown);
    wait_for(&page, &Place::named("lstm.2").unwrap());
    page.script("history.back()", vec![]);
    wait_for(&page, &Place::named("lstm.1").unwrap());
    page.script("[...document.querySelectorAll('.views button')].at(-1).click()", vec![]);
    page.wait_until("the pages are there", "document.querySelector('.reference article')?.checkVisibility()");
    page.wait_until("so is their address", "location.hash.includes('view=reference')");
    page.script("history.back()", vec![]);
    wait_for(&page, &Place::named("lstm.1").unwrap());
}

#[test]
fn questions_lead_to_advice_with_reasons() {
    let page = Page::open("view=choose");
    let advice = "document.querySelector('.advice h3').textContent";
    page.wait_until("it advises", "document.querySelector('.advice h3')");
    assert_eq!(page.text(advice), "Try both: GRU and LSTM");
    for answer in ["up to 20 steps", "a baseline, or teaching"] {
        page.script("document.querySelector(arguments[0]).click()", vec![page.labelled("#choose", answer).into()]);
    }
    page.wait_until("a plain RNN", &format!("{advice} === 'A plain RNN'"));
    assert!(
        page.fragment().contains("q_length=short")
            || page.holds(&format!("document.querySelector('{}').checked", page.labelled("#choose", "up to 20 steps")))
    );
    page.chord(&[Key::Control], 'z');
    page.wait_until("it is taken back", &format!("{advice} === 'Try both: GRU and LSTM'"));
    let links = page.number("document.querySelectorAll('.advice li a[href^=\"#\"]').length");
    assert!(links >= 2.0, "{links} reasons lead to experiments");
    page.script("document.querySelector('.advice .kit-button').click()", vec![]);
    page.wait_until(
        "the pair of runs",
        "location.hash.includes('view=train') && document.querySelector('#train-gru .train-who')",
    );
}

#[test]
fn a_slider_has_the_keys_of_pages_to_itself_and_says_its_guess() {
    let page = Page::open("lesson=vanishing.1");
    let place = Place::named("vanishing.1").unwrap();
    wait_for(&page, &place);
    let slider = "document.querySelector('.lesson-ask [type=range]')";
    page.wait_until("it is asked", slider);
    page.script(&format!("{slider}.focus()"), vec![]);
    let before = page.number(&format!("Number({slider}.value)"));
    page.press(Key::PageUp);
    assert!(page.number(&format!("Number({slider}.value)")) > before, "up by a page");
    page.press(Key::PageDown);
    page.press(Key::PageDown);
    assert!(page.number(&format!("Number({slider}.value)")) < before, "down by a page");
    page.press(Key::End);
    page.press_times(20, Key::Left);
    // From 1 in steps of a twentieth of a decade.
    page.wait_until("it says the share", &format!("{slider}.ariaValueText === '10\u{202f}%'"));
    wait_for(&page, &place);
    assert!(!page.holds(VERDICT), "the step is not turned");
}

#[test]
fn a_button_that_was_pressed_does_not_leave_its_keys_to_the_next_questions_slider() {
    let page = Page::open("lesson=vanishing.4");
    wait_for(&page, &Place::named("vanishing.4").unwrap());
    page.wait_until("it is asked", "document.querySelector('.lesson-ask button')");
    page.script("document.querySelector('.lesson-ask button').focus()", vec![]);
    page.press(' ');
    page.press_times(2, Key::PageDown);
    wait_for(&page, &Place::named("vanishing.5").unwrap());
    page.wait_until("the slider is there", "document.querySelector('.lesson-ask [type=range]')");
    page.press(Key::PageDown);
    page.wait_until("it is answered", VERDICT);
}

/// Where so many turns on lead: a question is answered by the first, left by the second.
fn after(turns: usize, from: &Place) -> (Place, bool) {
    (0..turns).fold((*from, false), |(place, shown), _| {
        if place.entry().ask.is_some() && !shown { (place, true) } else { (place.on(true).unwrap(), false) }
    })
}

#[test]
fn no_turn_is_lost_however_fast_a_clicker_is_pressed() {
    let from = Place::named("lstm.1").unwrap();
    let turns = "for (let turn = 0; turn < arguments[0]; turn++) \
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[1], bubbles: true, cancelable: true }));";
    let page = Page::open("lesson=lstm.1");
    wait_for(&page, &from);
    let (to, shown) = after(5, &from);
    page.script(turns, vec![5.into(), "PageDown".into()]);
    wait_for(&page, &to);
    page.wait_until("its answer", &format!("location.hash.includes('shown=yes') === {shown}"));
    assert!(to.step > 1, "{}", to.name());
    page.script(turns, vec![to.step.into(), "PageUp".into()]);
    wait_for(&page, &from);
}

#[test]
fn who_has_left_the_lessons_is_not_led_back() {
    let page = Page::open("view=lab");
    page.wait_until("the worker draws", "document.querySelector('#pictures input')");
    // Learn leads to the step that was reached last, which a worker looks up: meanwhile the reader goes elsewhere.
    let twice = "const done = arguments[0], views = document.querySelectorAll('.views button'); \
        const view = name => [...views].find(own => own.textContent === name); \
        view('Learn').click(); setTimeout(() => { view('Reference').click(); done(); });";
    page.script_with_callback(twice, vec![]);
    page.wait_until("the pages are there", "document.querySelector('.reference article')?.checkVisibility()");
    page.frames(30);
    assert!(page.fragment().starts_with("view=reference"), "{}", page.fragment());
}

#[test]
fn a_program_that_may_not_be_copied_is_selected() {
    for refusal in [CLIPBOARD_REFUSES, NO_CLIPBOARD] {
        let page = Setup::default().running_first(refusal).open("lesson=yourself.1");
        page.wait_until("the program is there", "document.querySelector('.program pre')?.textContent");
        page.click(".program-act button");
        page.wait_until("it is told", "document.querySelector('.program-said').innerText.includes('Ctrl+C')");
        assert_eq!(
            page.text("getSelection().toString().trim()"),
            page.text("document.querySelector('.program pre').textContent.trim()")
        );
    }
}
