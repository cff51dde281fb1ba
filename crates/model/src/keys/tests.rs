//! Tests of the table of keys: every key goes through the address and back, and says what it expected. `cargo test` alone reads them.

use super::*;
use crate::sequence::Library;
use crate::settings::{Settings, State};

/// Two values of a key that can be used, each with what else has to stand in the address.
fn samples(key: Key) -> [String; 2] {
    let name = key.name();
    let with = |value: &str| format!("{name}={value}");
    match key {
        Key::Sequence => ["sequence=impulse".into(), "sequence=copy".into()],
        Key::Text => ["sequence=words&text=one+two".into(), "sequence=words&text=three".into()],
        Key::Numbers => ["sequence=csv&numbers=1;2;3;4;5;6".into(), "sequence=csv&numbers=6;5;4;3;2;1".into()],
        Key::Length => ["sequence=impulse&length=20".into(), "sequence=impulse&length=30".into()],
        Key::Normalised => ["sequence=co2&normalised=no".into(), "sequence=co2".into()],
        Key::Part => [with("forget"), with("gradient")],
        _ => match key.kind() {
            Flag => [with("yes"), String::new()],
            Whole(_) | Within(_) => [with("7"), with("8")],
            Count((low, high)) => [with(&low.to_string()), with(&high.to_string())],
            Real((low, high)) => [with(&low.to_string()), with(&high.to_string())],
            Step(all) => [with(&all[0].to_string()), with(&all[1].to_string())],
            One(names) | Set(names) => [with(names[0]), with(names[1])],
            Named(names) => [with(names()[0]), with(names()[1])],
            Keys => [with("units"), with("units%2Cgain")],
            Text => [with("a"), with("b")],
        },
    }
}

fn opened(fragment: &str) -> State {
    let (state, problems) = State::from_fragment(fragment);
    assert_eq!(problems, [], "{fragment}");
    state
}

#[test]
fn every_key_has_a_name_of_its_own_and_a_help() {
    for (place, key) in Key::ALL.iter().enumerate() {
        assert_eq!((Key::named(key.name()), *key as usize), (Some(*key), place));
        assert!(key.help().len() > 4 && key.help().starts_with(char::is_uppercase), "{}", key.name());
        assert!(key.name().bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase()), "{}", key.name());
    }
}

#[test]
fn every_key_survives_the_address() {
    for key in Key::ALL {
        let [one, other] = samples(*key).map(|sample| opened(&sample));
        assert_ne!(one, other, "{}", key.name());
        for state in [one, other] {
            assert_eq!(State::from_fragment(&state.to_fragment()), (state, vec![]), "{}", key.name());
        }
    }
}

/// No value holds a comma twice, so it is wrong for every key but a text.
#[test]
fn every_key_says_what_it_expected() {
    for key in Key::ALL.iter().filter(|key| !matches!(key.kind(), Text) || matches!(key, Key::Text | Key::Numbers)) {
        let mut state = State::default();
        let expected = state.expected(*key);
        assert!(expected.len() > 4, "{}", key.name());
        let before = state.clone();
        let (_, problems) = State::from_fragment(&format!("{}=1,,x", key.name()));
        if key.has_a_field_that_tells() {
            assert_eq!(problems, []);
        } else {
            assert_eq!((&problems[0].key, &problems[0].expected), (&key.name().to_owned(), &expected));
        }
        // It does nothing.
        let _ = state.set(key.name(), "1,,x");
        assert!(Key::ALL.iter().all(|own| state.settings.is_same(&before.settings, *own) || own.kind().is_a_list()));
        assert_eq!(CellKind::ALL.map(|cell| state.settings.form(cell)), [Default::default(); 3]);
    }
}

#[test]
fn what_a_change_needs_follows_from_the_scope() {
    for key in Key::ALL {
        let [one, other] = samples(*key).map(|sample| opened(&sample));
        let (old, new) = (&one.settings, &other.settings);
        let scope = key.scope();
        assert_eq!(new.same_run(old), !scope.makes_a_run(), "{}", key.name());
        assert_eq!(old != new, scope.is_undone(), "{}: undo keeps settings", key.name());
        if scope.makes_a_run() {
            assert_eq!(new.differs_by_drag(old), scope == Scope::Drag, "{}", key.name());
        }
        assert_eq!(new.needs_worker(Library::shipped()), scope == Scope::Cell && !is_empty(new), "{}", key.name());
        // A series has to be sent first.
        assert_eq!(
            new.needs_worker(&Library::default()),
            *key == Key::Normalised || scope == Scope::Cell && !is_empty(new)
        );
        assert_eq!(new.without(scope), if scope.has_default() { new.clone() } else { Settings::default() });
    }
}

fn is_empty(settings: &Settings) -> bool {
    settings.chosen.is_empty()
}

#[test]
fn a_list_counts_its_right_names_and_tells_its_wrong_ones() {
    let (state, problems) =
        State::from_fragment("lock=units,colour,,gain&hide=rail,nothing&closed=lstm.carry,gru.carry,x");
    assert_eq!(state.settings.value(Key::Lock), Some(&Value::Keys(vec![Key::Units, Key::Gain])));
    assert_eq!(state.settings.names(Key::Hide), ["rail"]);
    assert_eq!(state.settings.names(Key::Closed), ["lstm.carry", "gru.carry"]);
    let told: Vec<_> = problems.iter().map(|problem| (&*problem.key, &*problem.found)).collect();
    assert_eq!(told, [("closed", "x"), ("hide", "nothing"), ("lock", "colour")]);
    assert_eq!(state.to_fragment().matches("nothing").count(), 1, "what was written stays");
}

#[test]
fn every_road_gate_and_part_of_the_engine_is_in_the_table() {
    let roads = CellKind::ALL.into_iter().flat_map(|cell| cell.roads().iter().map(move |road| road_name(cell, *road)));
    let mut roads: Vec<String> = roads.collect();
    let mut listed = ROADS.map(str::to_owned);
    roads.sort();
    listed.sort();
    assert_eq!(roads, listed);
    for cell in CellKind::ALL {
        assert_eq!(Key::of_start(cell).name(), format!("start_{}", cell.key()));
        cell.gates().iter().for_each(|gate| assert_eq!(Key::of_gate(*gate).scope(), Scope::Cell));
        for part in crate::settings::parts(cell) {
            assert!(all_parts().contains(&crate::settings::part_key(part)), "{part:?}");
        }
    }
}
