//! The backward pass as it is heard, for those who cannot see the ribbon fade: at each step a tone, the higher the more is left of the
//! gradient in the lane in focus.

use leptos::prelude::*;
use web_sys::AudioContext;

use engine::trace::Pass;

use super::store::Store;

/// The tone where all of the gradient is left, in hertz.
const WHOLE: f32 = 880.0;
/// The lowest tone. What is left of still less is heard as this.
const LOWEST: f32 = 55.0;
/// How long a tone is, in seconds.
const LASTS: f64 = 0.18;
/// How loud it begins, of 1.
const LOUD: f32 = 0.15;

/// The tone of a share of the gradient: a tenth is an octave lower.
fn pitch(share: f64) -> f32 {
    (WHOLE * 2f32.powf(share.log10() as f32)).clamp(LOWEST, 4.0 * WHOLE)
}

/// Lets a tone be heard that fades. A browser that has no sound is silent.
fn play(context: &AudioContext, hertz: f32) -> Option<()> {
    let (tone, volume) = (context.create_oscillator().ok()?, context.create_gain().ok()?);
    let now = context.current_time();
    tone.frequency().set_value(hertz);
    volume.gain().set_value_at_time(LOUD, now).ok()?;
    volume.gain().exponential_ramp_to_value_at_time(0.001, now + LASTS).ok()?;
    tone.connect_with_audio_node(&volume).ok()?.connect_with_audio_node(&context.destination()).ok()?;
    tone.start().ok()?;
    tone.stop_with_when(now + LASTS).ok()
}

/// Lets the playhead be heard as it goes back, as long as a person wants that.
pub fn follow(store: Store) {
    // A browser allows it only once something has been pressed.
    let context = StoredValue::new_local(None::<AudioContext>);
    let heard = Memo::new(move |_| (store.sound.get(), store.playhead.get()));
    Effect::new(move |before: Option<()>| {
        let (is_wanted, at) = heard.get();
        if before.is_none() || !is_wanted || at.pass != Pass::Backward {
            return;
        }
        context.update_value(|context| *context = context.take().or_else(|| AudioContext::new().ok()));
        let cell = store.focus.get_untracked().cell;
        let share = store.run.with_untracked(|run| run.lane(cell).reach.get(at.step).copied());
        if let (Some(share), Some(Some(context))) = (share.filter(|share| *share > 0.0), context.try_get_value()) {
            // Without it the picture tells the same.
            let _ = play(&context, pitch(share));
        }
    });
}
