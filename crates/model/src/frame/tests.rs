//! Tests of messages: what is read, what it changes, and why it is refused.

use super::*;
use crate::keys::Key;
use crate::settings::State;
use engine::trace::Pass;
use proptest::prelude::*;

fn text(text: &str) -> Field {
    Field::Text(text.to_owned())
}

/// A message of this version with these fields.
fn message(fields: &[(&str, Field)]) -> Vec<(String, Field)> {
    let mark = (MARK.to_owned(), Field::Number(1.0));
    std::iter::once(mark).chain(fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone()))).collect()
}

fn ask(fields: &[(&str, Field)]) -> Result<Ask, Refusal> {
    Request::read(&message(fields)).expect("it is ours").ask
}

#[track_caller]
fn assert_refused(found: Result<Ask, Refusal>, reason: Reason, parts: [&str; 2]) {
    let refusal = found.expect_err("it is refused");
    let said = refusal.said();
    assert_eq!(refusal.reason, reason, "{said}");
    assert!(refusal.found.contains(parts[0]) && refusal.expected.contains(parts[1]), "{said}");
    assert!(said.contains(&refusal.found) && said.contains(&refusal.expected), "{said}");
}

fn state(address: &str) -> State {
    State::from_address(address).0
}

#[test]
fn each_message_of_the_documentation_is_read() {
    let number = Field::Number;
    let all = [
        (vec![("do", text("open")), ("address", text("#view=lab"))], Ask::Open("#view=lab".into())),
        (vec![("do", text("step")), ("to", number(5.0))], Ask::Step(5, None)),
        (
            vec![("do", text("step")), ("to", number(5.0)), ("pass", text("backward"))],
            Ask::Step(5, Some(Pass::Backward)),
        ),
        (vec![("do", text("play"))], Ask::Play),
        (vec![("do", text("pause"))], Ask::Pause),
        (vec![("do", text("set")), ("key", text("units")), ("value", text("24"))], Ask::Set(Key::Units, "24".into())),
        (vec![("do", text("set")), ("key", text("gain")), ("value", number(1.5))], Ask::Set(Key::Gain, "1.5".into())),
        (
            vec![("do", text("set")), ("key", text("normalised")), ("value", Field::Flag(false))],
            Ask::Set(Key::Normalised, "no".into()),
        ),
        (vec![("do", text("ask")), ("what", text("state"))], Ask::State),
    ];
    for (fields, expected) in all {
        assert_eq!(ask(&fields), Ok(expected));
    }
}

#[test]
fn what_is_none_of_ours_is_left_alone() {
    assert_eq!(Request::read(&[]), None);
    assert_eq!(Request::read(&[("do".into(), text("open"))]), None);
}

#[test]
fn an_answer_has_the_name_of_its_message() {
    let request = Request::read(&message(&[("do", text("play")), ("id", text("a"))])).unwrap();
    assert_eq!(request.id, Some(Id::Text("a".into())));
    let fields = Told::Height(480).fields(Some(Id::Number(7.0)));
    let number = Field::Number;
    let expected = [(MARK, number(1.0)), ("told", text("height")), ("height", number(480.0)), ("id", number(7.0))];
    assert_eq!(fields, expected);
}

#[test]
fn what_cannot_be_read_is_refused_with_what_was_found_and_expected() {
    let other = |version: Field| Request::read(&[(MARK.into(), version), ("do".into(), text("play"))]).unwrap().ask;
    assert_refused(other(Field::Number(2.0)), Reason::Version, ["2", "1"]);
    assert_refused(other(text("1")), Reason::Version, ["“1”", "the number 1"]);
    assert_refused(ask(&[]), Reason::Do, ["nothing", "open, step, play"]);
    assert_refused(ask(&[("do", text("delete"))]), Reason::Do, ["delete", "open, step, play"]);
    assert_refused(ask(&[("do", Field::Other("object".into()))]), Reason::Do, ["object", "open"]);
    assert_refused(ask(&[("do", text("play")), ("to", text("5"))]), Reason::Field, ["to: “5”", "unrolled, do, id"]);
    assert_refused(ask(&[("do", text("open"))]), Reason::Field, ["address: nothing", "a text"]);
    for to in [text("5"), Field::Number(1.5), Field::Number(-1.0), Field::Number(f64::NAN), Field::Number(1e300)] {
        assert_refused(ask(&[("do", text("step")), ("to", to)]), Reason::Field, ["to:", "a whole number from 1"]);
    }
    let sideways = [("do", text("step")), ("to", Field::Number(1.0)), ("pass", text("sideways"))];
    assert_refused(ask(&sideways), Reason::Field, ["sideways", "forward or backward"]);
    let unknown = [("do", text("set")), ("key", text("colour")), ("value", text("red"))];
    assert_refused(ask(&unknown), Reason::Key, ["colour", "units"]);
    let infinite = [("do", text("set")), ("key", text("gain")), ("value", Field::Number(f64::INFINITY))];
    assert_refused(ask(&infinite), Reason::Field, ["inf", "a number"]);
    assert_refused(ask(&[("do", text("ask")), ("what", text("secrets"))]), Reason::Field, ["secrets", "state"]);
    assert_refused(ask(&[("do", text("play")), ("id", text(&"a".repeat(65)))]), Reason::Field, ["id", "64"]);
    let many: Vec<_> = (0..9).map(|_| ("a", Field::Flag(true))).collect();
    assert_refused(ask(&many), Reason::Size, ["10 fields", "8 fields"]);
    let long = "a".repeat(LONGEST + 1);
    assert_refused(ask(&[("do", text("open")), ("address", text(&long))]), Reason::Size, ["262145", "262144"]);
}

#[test]
fn an_address_is_opened_whole_or_from_its_sign_on() {
    for address in ["view=train", "#view=train", "https://example.org/unrolled/?embed#v=1&view=train"] {
        assert_eq!(Ask::Open(address.into()).apply(&state("")), Ok((state("view=train"), vec![])), "{address}");
    }
    assert_eq!(Ask::Open("https://example.org/unrolled/".into()).apply(&state("view=lab")), Ok((state(""), vec![])));
    let (next, problems) = Ask::Open("units=32&colour=red".into()).apply(&state("")).unwrap();
    assert_eq!((next.settings.units, problems.len()), (32, 1));
}

#[test]
fn a_step_is_one_of_the_pass() {
    let before = state("read=5");
    let (next, _) = Ask::Step(4, Some(Pass::Backward)).apply(&before).unwrap();
    assert_eq!((next.playhead.step, next.playhead.pass, next.focus.step), (3, Pass::Backward, 3));
    let (next, _) = Ask::Step(13, Some(Pass::Forward)).apply(&before).unwrap();
    assert_eq!(next.playhead.step, 12);
    for (to, pass, last) in [(0, Pass::Forward, "13"), (14, Pass::Forward, "13"), (6, Pass::Backward, "5")] {
        let refused = Ask::Step(to, Some(pass)).apply(&before).unwrap_err();
        assert_eq!((refused.reason, refused.expected), (Reason::Value, format!("a whole number from 1 to {last}")));
    }
}

#[test]
fn a_value_that_cannot_be_used_changes_nothing_whatever_the_key() {
    for (key, wrong) in
        [(Key::Units, "999"), (Key::Gain, "big"), (Key::View, "nowhere"), (Key::Trained, "x"), (Key::Lock, "colour")]
    {
        let refused = Ask::Set(key, wrong.into()).apply(&state("")).unwrap_err();
        assert_eq!(refused.reason, Reason::Value);
        assert!(refused.found.contains(wrong), "{}", refused.said());
    }
    assert_eq!(Ask::Set(Key::View, "lab".into()).apply(&state("view=train")), Ok((state("view=lab"), vec![])));
}

#[test]
fn what_is_locked_stays_whoever_asks() {
    let locked = state("view=lab&units=24&gain=2&lock=units,step,sequence");
    let sets = |key, value: &str| Ask::Set(key, value.to_owned());
    let refused = [
        sets(Key::Units, "12"),
        sets(Key::Sequence, "impulse"),
        sets(Key::Lock, ""),
        Ask::Step(1, Some(Pass::Forward)),
        Ask::Step(2, None),
        Ask::Play,
        Ask::Open("view=lab&gain=2".into()),
        Ask::Open("view=lab&units=24&gain=2".into()),
    ];
    for ask in refused {
        let refusal = ask.apply(&locked).unwrap_err();
        assert_eq!(refusal.reason, Reason::Locked, "{ask:?}: {}", refusal.said());
    }
    // What is not locked goes on, and so does what leaves a locked key as it is.
    assert_eq!(sets(Key::Gain, "3").apply(&locked).unwrap().0.settings.gain, 3.0);
    assert_eq!(sets(Key::Units, "24").apply(&locked).unwrap().0, locked);
    let same = Ask::Open("gain=5&units=24&lock=units,step,sequence".into()).apply(&locked).unwrap().0;
    assert_eq!(same.settings.gain, 5.0);
    assert!(Ask::Pause.apply(&locked).is_ok());
}

#[test]
fn what_a_state_tells_opens_it_again() {
    let own = state("units=24&pass=forward&step=3");
    let Told::State { address, view, step, pass, steps, playing, problems } = Told::of(&own, true, &[]) else {
        panic!("a state");
    };
    assert_eq!(state(&address), own);
    assert!(address.starts_with("v=1&"));
    assert_eq!((view, step, pass, steps, playing, problems), ("lab", 3, Pass::Forward, 13, true, vec![]));
    assert_eq!(super::view(&state("")), "start");
    assert_eq!(super::view(&state("lesson=lstm.1")), "lesson");
}

#[test]
fn every_reason_says_what_to_do() {
    for reason in Reason::ALL {
        let said = Refusal::new(reason, "this".into(), "that").said();
        assert!(said.contains("this") && said.contains("that") && said.ends_with('.'), "{said}");
        assert!(said.split(". ").count() > 1 || said.contains("; "), "it says what to do: {said}");
    }
}

#[test]
fn a_snippet_holds_its_address_and_title_as_attributes() {
    let snippet = snippet("https://a.b/?embed#x=%22&y=1", "A “b” <c> \"d\" & e", 640);
    assert!(snippet.contains(r#"src="https://a.b/?embed#x=%22&amp;y=1""#), "{snippet}");
    assert!(snippet.contains(r#"title="A “b” &lt;c&gt; &quot;d&quot; &amp; e""#), "{snippet}");
    assert!(snippet.contains(r#"height="640" loading="lazy""#), "{snippet}");
    let notebook = notebook("https://a.b/?embed#y=1", 640);
    assert!(notebook.contains(r#"IFrame("https://a.b/?embed#y=1", width="100%", height=640)"#), "{notebook}");
}

fn any_field() -> impl Strategy<Value = Field> {
    prop_oneof![
        "\\PC{0,60}".prop_map(Field::Text),
        prop::sample::select(vec!["open", "step", "set", "ask", "play", "units", "24", "lock=units"]).prop_map(text),
        any::<f64>().prop_map(Field::Number),
        (0_u32..20).prop_map(|n| Field::Number(f64::from(n))),
        any::<bool>().prop_map(Field::Flag),
        "[a-z]{0,9}".prop_map(Field::Other),
    ]
}

proptest! {
    #[test]
    fn no_message_panics_or_moves_what_is_locked(
        fields in prop::collection::vec((prop::sample::select(vec!["do", "id", "to", "pass", "key", "value", "what", "address", "x"]), any_field()), 0..6)
    ) {
        let locked = state("units=24&sequence=impulse&length=20&lock=units,length");
        if let Ok(ask) = ask(&fields)
            && let Ok((next, _)) = ask.apply(&locked)
        {
            prop_assert_eq!(locked.moved_locked(&next), None);
            prop_assert_eq!(next.clone().clamped(), next);
        }
    }
}
