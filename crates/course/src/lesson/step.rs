//! A lesson as HTML: the rail, a step's prose, its runs, the way on.

use super::code::programs;
use super::expression::Figures;
use super::pages::{Place, all, lessons};
use super::parse::{Entry, Guess};
use super::progress::Progress;
use super::prose::{inline, paragraph, term_id, terms};
use super::question::{answered, question};
use super::rows_of;
use crate::results::{Shown, buttons};
use learn::sweep::Row;
use model::command::{Command, SweepKey};
use model::keys::{Key, Scope};
use model::lab::Run;
use model::settings::{Settings, State};
use pictures::html::{escape, table};
use words::fill;
use words::format;
use words::lesson::words;

/// All that a step is drawn from.
pub struct Drawn<'a> {
    /// The page as it stands.
    pub state: &'a State,
    /// The Lab's run at the step's own settings.
    pub run: &'a Run,
    /// The run of the page as it stands, where the step has programs for it.
    pub figure: Option<&'a Run>,
    /// How its runs of training stand.
    pub sweep: &'a Shown,
    /// How long they take, in seconds; 0 if that is not known.
    pub seconds: f64,
    /// What has been done so far.
    pub progress: &'a Progress,
    /// What is to be said once.
    pub said: &'a str,
    /// The guess that stood there when the step was opened: what is dragged since is not written over.
    pub opened: &'a str,
    /// Whether the page may copy.
    pub copies: bool,
}

/// The address of a place: its settings, and what of the page's own goes on: presenting, what is hidden.
#[must_use]
pub fn address(place: &Place, state: &State) -> String {
    let cue = place.entry().cue;
    let and = if cue.is_empty() { "" } else { "&" };
    let present = if state.presenting { "&present=yes" } else { "" };
    format!("#lesson={}{and}{cue}{present}{}", place.name(), chosen(state, &[Key::Hide, Key::Lock]))
}

/// The address of a place that was named alone: the same, with the guess and whether the answer is shown.
#[must_use]
pub fn completed(place: &Place, state: &State) -> String {
    address(place, state) + &chosen(state, &[Key::Guess, Key::Shown])
}

/// Some choices, as they stand in an address.
fn chosen(state: &State, keys: &[Key]) -> String {
    let pair = |key: &Key| match state.settings.written(*key) {
        "" => String::new(),
        value => format!("&{}={}", key.name(), form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>()),
    };
    keys.iter().map(pair).collect()
}

/// Settings without what belongs to lessons.
fn plain(settings: &Settings) -> Settings {
    settings.without(Scope::Lesson)
}

/// Whether the figure is no longer as the step set it.
#[must_use]
pub fn is_touched(place: &Place, settings: &Settings) -> bool {
    plain(settings) != State::from_fragment(place.entry().cue).0.settings
}

/// Whether nothing has been chosen but the place.
#[must_use]
pub fn is_bare(settings: &Settings) -> bool {
    plain(settings) == Settings::default()
}

/// The parts of the step that the address names.
#[must_use]
pub fn parts(drawn: &Drawn) -> Vec<(String, String)> {
    let words = words();
    let settings = &drawn.state.settings;
    let frame = ["rail", "prose", "run", "ask", "guess", "foot", "code"]
        .map(|part| format!("<div id=\"lesson-{part}\"></div>"));
    let [rail_frame, frame @ ..] = frame;
    let mut parts = vec![("lesson".to_owned(), format!("{rail_frame}<article>{}</article>", frame.concat()))];
    let Some(place) = Place::of(settings) else {
        let found = escape(settings.text(Key::Lesson));
        parts.push(("lesson-rail".into(), rail(drawn, None)));
        parts.push((
            "lesson-prose".into(),
            format!("<p class=\"message\">{}</p>", fill(words.unknown, &[("found", &found)])),
        ));
        parts.push(("lesson-foot".into(), format!("<div class=\"turn\"{}></div>", drawn_step(drawn))));
        parts.extend(["run", "ask", "guess", "code"].map(|part| (format!("lesson-{part}"), String::new())));
        return parts;
    };
    let entry = place.entry();
    let rows = rows_of(entry, &drawn.sweep.outcomes);
    let figures = Figures { run: drawn.run, rows: &rows };
    let shown = settings.is(Key::Shown);
    let mut wrong = vec![];
    let n = (place.number + 1).to_string();
    let at = [("n", &*n), ("step", &(place.step + 1).to_string()), ("all", &place.page.entries.len().to_string())];
    let heading = format!(
        "<small role=\"status\">{}</small><h2>{}</h2>",
        fill(words.place, &at),
        inline(entry.heading, &figures, &mut wrong)
    );
    let body: String = entry.prose.iter().map(|text| paragraph(text, &figures, &mut wrong)).collect();
    let tries: String = entry
        .tries
        .iter()
        .map(|text| format!("<p class=\"try\"><b>{}</b> {}</p>", words.try_it, inline(text, &figures, &mut wrong)))
        .collect();
    let waits = entry.ask.is_some() && !shown;
    let covers = if waits { covers(entry) } else { String::new() };
    let offers: String = entry.offers.iter().map(|name| format!("<i class=\"offers-{}\"></i>", escape(name))).collect();
    let beside = ["picture=", "part=", "equations="].iter().any(|key| entry.cue.contains(key));
    let marks = format!(
        "<div hidden>{offers}{}{}</div>{}",
        limits(settings),
        if beside { "<i class=\"beside\"></i>" } else { "" },
        covers
    );
    parts.push(("lesson-rail".into(), rail(drawn, Some(&place))));
    let texts = entry.prose.iter().map(String::as_str).chain(entry.tries.iter().copied());
    let after = entry.ask.iter().flat_map(|ask| ask.then.iter().copied());
    let definitions = definitions(texts.chain(after), &figures);
    parts.push(("lesson-prose".into(), format!("{heading}{body}{tries}{definitions}{marks}")));
    parts.push((
        "lesson-run".into(),
        if rows.is_empty() { String::new() } else { runs_of(place.sweep(), drawn.sweep, drawn.seconds, &rows) },
    ));
    let (question, said) = match &entry.ask {
        None => (String::new(), String::new()),
        Some(ask) => (
            question(ask, settings.written(Key::Guess), drawn.opened),
            answered(ask, settings, shown, &figures, &mut wrong),
        ),
    };
    parts.push(("lesson-ask".into(), question));
    parts.push(("lesson-guess".into(), said));
    parts.push(("lesson-foot".into(), foot(&place, drawn, waits)));
    parts.push(("lesson-code".into(), programs(&entry.code, &plain(settings), drawn.figure, waits, drawn.copies)));
    debug_assert!(wrong.is_empty(), "{}: {wrong:?}", place.name());
    parts
}

/// What of the figure in the Lab is covered until the answer is shown, as marks that the style reads: all that would tell
/// it, and no more.
fn covers(entry: &Entry) -> String {
    let words = words();
    let asked: Vec<&str> = match entry.ask.as_ref().map(|ask| &ask.guess) {
        Some(Guess::Choice { options, .. }) => options.iter().map(|(_, text)| *text).collect(),
        Some(Guess::Ratio { answer } | Guess::Number { answer, .. }) => vec![answer],
        None => vec![],
    };
    let names = |known: &[&str]| asked.iter().any(|text| text.split_whitespace().any(|word| known.contains(&word)));
    let focus = entry.cue.split('&').find_map(|pair| pair.strip_prefix("at=")).unwrap_or_default();
    let is_worked_out = entry.cue.contains("equations=backward") && names(&[focus]);
    let (class, text) = if entry.cue.contains("view=") {
        return String::new();
    } else if names(&["value", "gradient"]) || is_worked_out {
        ("whole", words.covered)
    } else if names(&["left", "kept"]) {
        ("gradients", words.covered_part)
    } else if names(&["parameters"]) {
        ("size", words.covered_part)
    } else {
        return String::new();
    };
    format!("<div class=\"covers {class}\"><span>{text}</span></div>")
}

/// Marks of what a lecturer's address hides; the style reads them.
#[must_use]
pub fn limits(settings: &Settings) -> String {
    settings.names(Key::Hide).iter().map(|name| format!("<i class=\"hides-{name}\"></i>")).collect()
}

/// The list of lessons, with what has been done.
fn rail(drawn: &Drawn, here: Option<&Place>) -> String {
    let words = words();
    let entry = |(number, (key, page)): (usize, &'static (&'static str, super::Page<'static>))| {
        let done = drawn.progress.done(key, page.entries.len());
        let is_here = here.is_some_and(|place| place.number == number);
        let first = Place { number, key, page, step: 0 };
        let dots = here.filter(|_| is_here).map_or(String::new(), |place| {
            let dot = |step: usize| {
                let place = Place { step, ..*place };
                let class =
                    match (step == place.step && here.is_some_and(|h| h.step == step), drawn.progress.has(key, step)) {
                        (true, _) => "here",
                        (_, true) => "done",
                        _ => "",
                    };
                format!(
                    "<a class=\"{class}\" href=\"{}\" aria-label=\"{}\"></a>",
                    escape(&address(&place, drawn.state)),
                    step + 1
                )
            };
            format!("<div class=\"dots\">{}</div>", (0..page.entries.len()).map(dot).collect::<String>())
        });
        format!(
            "<li class=\"{}\"><a href=\"{}\"{}><b>{}</b>{}</a>{dots}</li>",
            if done { "done" } else { "" },
            escape(&address(&first, drawn.state)),
            if is_here { " aria-current=\"page\"" } else { "" },
            number + 1,
            escape(page.name)
        )
    };
    let list: String = lessons().iter().enumerate().map(entry).collect();
    let said = if drawn.said.is_empty() {
        String::new()
    } else {
        format!("<p class=\"note\" role=\"status\">{}</p>", drawn.said)
    };
    let print = here.map_or(String::new(), |place| {
        format!("<p class=\"export\"><a href=\"#view=reference&amp;page={}\">{}</a></p>", place.key, words.print)
    });
    let export = here.filter(|_| !drawn.progress.is_empty()).map_or(String::new(), |place| {
        format!(
            "<p class=\"export\"><a href=\"{}&amp;done={}\" title=\"{}\">{}</a> <button class=\"plain\" data-command=\"{}\">{}</button></p>",
            escape(&address(place, drawn.state)),
            drawn.progress.written(),
            words.progress_tip,
            words.progress,
            Command::ForgetProgress.written(),
            words.forget
        )
    });
    format!("<nav aria-label=\"{}\"><ol>{list}</ol></nav>{said}{export}{print}", words.lessons)
}

/// The definitions of the words that some texts name, each to be opened from its word.
pub fn definitions<'a>(texts: impl Iterator<Item = &'a str>, figures: &Figures) -> String {
    let mut named: Vec<&str> = texts.flat_map(terms).collect();
    named.sort_unstable();
    named.dedup();
    let glossary = all().iter().find(|(key, _)| *key == "glossary").map(|(_, page)| page);
    let find = |term: &str| glossary?.entries.iter().find(|entry| is_named(entry.heading, entry.also, term));
    let one = |term: &str| {
        let entry = find(term)?;
        // A word within a definition leads no further.
        let plain: String = entry.prose.concat().replace(['[', ']'], "");
        let mut wrong = vec![];
        Some(format!(
            "<div popover id=\"{}\" class=\"definition\"><b>{}</b> {} <a href=\"#view=reference&amp;page=glossary\">{}</a></div>",
            term_id(term),
            escape(entry.heading),
            inline(&plain, figures, &mut wrong),
            words().glossary
        ))
    };
    named.into_iter().filter_map(one).collect()
}

/// Whether an entry of the glossary goes by a name.
pub fn is_named(heading: &str, also: &str, term: &str) -> bool {
    let mut names = std::iter::once(heading).chain(also.split(", "));
    names.any(|name| name.eq_ignore_ascii_case(term) || format!("{name}s").eq_ignore_ascii_case(term))
}

/// The runs of an entry: the button, and what they came to.
pub fn runs_of(key: SweepKey, sweep: &Shown, seconds: f64, rows: &[(&str, Option<Row>)]) -> String {
    let words = words();
    let head = [words.run, words.solved, words.steps, words.loss, words.right_share].map(str::to_owned);
    let line = |(name, row): &(&str, Option<Row>)| match row {
        None => vec![escape(name), "…".into(), String::new(), String::new(), String::new()],
        Some(row) => vec![
            escape(name),
            fill(words.of_runs, &[("n", &row.solved.to_string()), ("all", &row.runs.to_string())]),
            if row.solved * 2 > row.runs { format::count(row.steps as usize) } else { "–".to_owned() },
            format::number(row.all.loss),
            format::percent(row.all.right),
        ],
    };
    if let Some(timed) = timed(rows) {
        return format!("<div class=\"run\">{}</div>{timed}", buttons(key, sweep, seconds));
    }
    let any = sweep.under_way.is_some() || rows.iter().any(|(_, row)| row.is_some());
    let numbers = if any { table(&head, rows.iter().map(line)) } else { String::new() };
    format!("<div class=\"run\">{}</div>{numbers}", buttons(key, sweep, seconds))
}

/// Of runs that only read tokens: how long one takes.
fn timed(rows: &[(&str, Option<Row>)]) -> Option<String> {
    let words = words();
    let line = |(name, row): &(&str, Option<Row>)| {
        let all = row.as_ref()?.all;
        (all.extra > 0.0 && all.loss == 0.0).then(|| vec![escape(name), format::number(1000.0 * all.extra)])
    };
    let lines: Vec<Vec<String>> = rows.iter().map(line).collect::<Option<_>>()?;
    Some(table(&[words.run, words.micro].map(str::to_owned), lines.into_iter()))
}

/// The attribute that tells which step is drawn, as the address has it: until the page's own is drawn its keys wait.
fn drawn_step(drawn: &Drawn) -> String {
    let written = |key| escape(drawn.state.settings.written(key));
    format!(" data-step=\"{} {}\"", written(Key::Lesson), written(Key::Shown))
}

/// The way on and back; at a lesson's end what stays of it.
fn foot(place: &Place, drawn: &Drawn, asks: bool) -> String {
    let words = words();
    let link = |class: &str, to: &Place, name: &str| {
        format!("<a class=\"button {class}\" href=\"{}\">{name}</a>", escape(&address(to, drawn.state)))
    };
    let back = place.on(false).map_or(String::new(), |to| link("back", &to, &format!("← {}", words.back)));
    let is_last = place.step + 1 == place.page.entries.len();
    let next = match place.on(true) {
        _ if asks => {
            // What has not been run is run.
            let runs = !place.entry().runs.is_empty() && !drawn.sweep.outcomes.iter().any(Option::is_some);
            let command = if runs {
                format!(" data-command=\"{}\"", Command::Sweep(place.sweep()).written())
            } else {
                String::new()
            };
            let name = if runs { words.run_and_reveal } else { words.reveal };
            format!("<button class=\"primary next\" data-key=\"shown\" data-value=\"yes\"{command}>{name}</button>")
        }
        Some(to) if is_last => link("primary next", &to, &fill(words.next_lesson, &[("name", &escape(to.page.name))])),
        Some(to) => link("primary next", &to, &format!("{} →", words.next)),
        None => {
            let first = lessons().first().map(|(key, page)| Place { number: 0, key, page, step: 0 });
            first.map_or(String::new(), |first| link("", &first, words.again))
        }
    };
    let touched = if is_touched(place, &drawn.state.settings) {
        format!("<p class=\"touched\">{} {}</p>", words.touched, link("restore", place, words.restore))
    } else {
        String::new()
    };
    let end = if is_last && !asks {
        let reading = place.page.reading.iter().map(|[cite, link, why]| {
            let (cite, link, why) = (escape(cite), escape(link), escape(why));
            format!("<li><a href=\"{link}\" target=\"_blank\" rel=\"noopener\">{cite}</a> {why}</li>")
        });
        format!(
            "<p class=\"summary\"><b>{}</b> {}</p><h3>{}</h3><ul class=\"further\">{}</ul>",
            words.summary,
            escape(place.page.summary),
            words.reading,
            reading.collect::<String>()
        )
    } else {
        String::new()
    };
    format!("{touched}{end}<div class=\"turn\"{}>{back}{next}<small>{}</small></div>", drawn_step(drawn), words.keys)
}
