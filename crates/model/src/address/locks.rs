//! Settings that a lecturer's address locks. A locked setting keeps its value, whatever tries to change it.

use super::fields::{copy, read, write};
use crate::keys::{Key, Scope};
use crate::settings::{Settings, State};

impl State {
    /// This state with every setting that `before` locks reset to its value there, the locks included.
    #[must_use]
    pub fn with_locks_of(mut self, before: &Self) -> Self {
        if !before.settings.has_locks() {
            return self;
        }
        let locked = Key::ALL.iter().filter(|key| before.settings.is_locked(**key));
        locked.for_each(|key| copy(&mut self, before, *key));
        self.clamped()
    }

    /// A locked setting that another state has otherwise; none if that keeps all of them.
    #[must_use]
    pub fn moved_locked(&self, next: &Self) -> Option<Key> {
        if !self.settings.has_locks() {
            return None;
        }
        let locked = Key::ALL.iter().copied().filter(|key| self.settings.is_locked(*key));
        locked.into_iter().find(|key| write(self, *key) != write(next, *key))
    }

    /// Whether these locks hold for what another address names: it has the same ones. Where only a lesson's step stood
    /// in the address, they take hold once the step has set its figure.
    #[must_use]
    pub fn locks_stay(&self, next: &Self) -> bool {
        let (here, there) = (self.settings.text(Key::Lesson), next.settings.text(Key::Lesson));
        let completes = here == "here" || here == there || there.split('.').next() == Some(here);
        let of = Self::of(self.settings.clone());
        let is_bare = self.settings.without(Scope::Lesson) == Settings::default()
            && (self.playhead, self.focus) == (of.playhead, of.focus);
        let sets_its_figure = completes && !here.is_empty() && is_bare;
        !sets_its_figure && self.settings.value(Key::Lock) == next.settings.value(Key::Lock)
    }

    /// Whether setting the key `name` to `value` would change a locked setting. If the name is `apply`, `value` is a
    /// part of an address, which may set several keys.
    #[must_use]
    pub fn would_move_locked(&self, name: &str, value: &str) -> bool {
        let moves = |name: &str, value: &str| {
            let locked = Key::named(name).filter(|key| self.settings.is_locked(*key));
            locked.is_some_and(|key| {
                let mut other = self.clone();
                read(&mut other, key, value).is_ok() && write(&other, key) != write(self, key)
            })
        };
        match name {
            "apply" => form_urlencoded::parse(value.as_bytes()).any(|(name, value)| moves(&name, &value)),
            _ => moves(name, value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(fragment: &str) -> State {
        State::from_fragment(fragment).0
    }

    /// Two values of each key, with what else has to stand in the address.
    const PAIRS: [(&str, &str); 14] = [
        ("sequence=impulse&length=20", "sequence=copy&length=30"),
        ("sequence=words&text=one+two", "sequence=characters&text=three"),
        ("sequence=csv&numbers=1;2;3;4;5;6", "sequence=impulse"),
        ("sequence=co2&normalised=no", "sequence=sst"),
        ("units=4&gain=2&bias=0&seed=7", "units=9&gain=3&bias=1&seed=8"),
        ("read=9&mark=3", "read=8"),
        ("pass=forward&step=4&speed=2&present=yes", "pass=backward&step=3&speed=4"),
        ("cell=rnn&at=3&unit=2&part=gradient&equations=backward", "cell=gru&at=4&unit=5&part=token"),
        ("picture=roads&closed=lstm.carry&relu=yes&forget=1", "picture=chain"),
        ("start_rnn=identity&edits=x.1.0=2", "start_rnn=xavier"),
        ("view=train&task=copy&t_knob=30&t_rate=0.1&t_rule=sgd", "view=results&task=order&t_knob=9&t_rule=adam"),
        ("lesson=lstm.1&guess=0.5", "lesson=lstm.2&shown=yes"),
        ("q_length=long&q_units=12", "q_length=short"),
        ("unit_w=5&latch_n=3&gate=forget&tensor=new_pre", "unit_w=6"),
    ];

    #[test]
    fn any_key_can_be_locked_and_then_stays() {
        for (one, other) in PAIRS {
            for key in one.split('&').map(|pair| pair.split_once('=').unwrap().0) {
                let before = state(&format!("{one}&lock={key}"));
                let key = Key::named(key).unwrap();
                assert!(before.settings.is_locked(key));
                let after = state(other).with_locks_of(&before);
                assert_eq!(write(&after, key), write(&before, key), "{} of {one}", key.name());
                assert!(after.settings.is_locked(key), "the lock stays as well");
                assert_ne!(write(&state(other), key), write(&before, key), "else it shows nothing");
            }
        }
    }

    #[test]
    fn a_lessons_step_sets_its_figure_and_then_the_lock_holds() {
        let cases = [
            ("lesson=lstm.1&lock=unit", "lesson=lstm.1&unit=4&at=11&lock=unit", false),
            ("lesson=here&lock=unit", "lesson=gru.2&unit=4&lock=unit", false),
            // Its figure stands already: the step's own address comes again.
            ("lesson=lstm.6&at=12&lock=unit", "lesson=lstm.6&unit=2&at=12&lock=unit", true),
            ("lesson=lstm.1&at=11&lock=unit", "lesson=lstm.2&unit=2&at=11&lock=unit", true),
            ("unit=2&lock=unit", "unit=3&lock=gain", false),
        ];
        for (before, after, stays) in cases {
            assert_eq!(state(before).locks_stay(&state(after)), stays, "{before} to {after}");
        }
    }

    #[test]
    fn what_is_not_locked_moves() {
        let before = state("units=4&gain=2&lock=gain");
        let after = state("units=9&gain=3").with_locks_of(&before);
        assert_eq!((after.settings.units, after.settings.gain), (9, 2.0));
        assert_eq!(state("units=9").with_locks_of(&state("units=4")), state("units=9"));
    }

    #[test]
    fn a_locked_sequence_keeps_what_belongs_to_it() {
        let before = state("sequence=co2&length=40&read=20&mark=3&lock=sequence");
        let after = state("sequence=copy&length=90&gain=2").with_locks_of(&before);
        assert_eq!(after.settings.source, before.settings.source);
        assert_eq!((after.settings.length, after.settings.read, after.settings.mark), (40, Some(19), Some(2)));
        assert_eq!(after.settings.gain, 2.0);
        // The length alone, of another sequence.
        let before = state("sequence=co2&length=40&lock=length");
        assert_eq!(state("sequence=copy").with_locks_of(&before).settings.length, 40);
        // Another text of the same kind is free.
        let before = state("sequence=words&text=one+two&lock=sequence");
        assert_eq!(state("sequence=words&text=three").with_locks_of(&before).settings.steps(), 1);
    }

    #[test]
    fn a_button_that_would_move_what_is_locked_is_known() {
        let locked = state("gain=2&view=train&lock=gain,view,t_knob");
        for (name, value) in [("gain", "3"), ("apply", "units=3&gain=1"), ("apply", "lesson=&view="), ("t_knob", "9")] {
            assert!(locked.would_move_locked(name, value), "{name}={value}");
        }
        for (name, value) in [("gain", "2"), ("units", "3"), ("apply", "gain=2&units=3"), ("gain", "x"), ("none", "1")]
        {
            assert!(!locked.would_move_locked(name, value), "{name}={value}");
        }
    }
}
