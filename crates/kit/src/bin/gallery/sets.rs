//! Controls in their states.

use kit::range::Range;
use kit::{
    Availability, Brought, Button, ButtonKind, Checkbox, Chip, ChipKind, Choices, DefaultMark, FileDrop, Hue, Icon,
    NumberField, Segmented, Select, Slider, Switch, Tabs, TextField,
};
use leptos::prelude::*;

/// Kinds of buttons, pressed, at work and off.
pub fn buttons() -> AnyView {
    let playing = RwSignal::new(false);
    let is_pressed = RwSignal::new(true);
    let theme = RwSignal::new(false);
    let nothing = |()| {};
    view! {
        <div class="states">
            <Button
                label=Signal::derive(move || if playing.get() { "Pause".to_owned() } else { "Send the error back".to_owned() })
                kind=ButtonKind::Primary
                icon=Signal::derive(move || if playing.get() { Icon::Pause } else { Icon::Play })
                press=move |()| playing.update(|playing| *playing = !*playing)
            />
            <Button label="Open the Lab" press=nothing />
            <Button label="Start over" icon=Icon::Again press=nothing />
            <Button label="Copy link" tip="Copy the address of this very picture" press=nothing />
            <Button label="Equal starts" pressed=is_pressed press=move |()| is_pressed.update(|is| *is = !*is) />
            <Button label="Training" icon=Icon::Play availability=Availability::Busy("Step 120 of 400".to_owned()) press=nothing />
            <Button label="Resume" availability=Availability::Off("Nothing has been trained yet: press Train first".to_owned()) press=nothing />
            <Button label="Present" kind=ButtonKind::Icon icon=Icon::Present press=nothing />
            <Button label="Share" kind=ButtonKind::Icon icon=Icon::Share press=nothing />
            <Button label="Dark theme" kind=ButtonKind::Icon icon=Icon::Theme pressed=theme press=move |()| theme.update(|is| *is = !*is) />
            <Button
                label="Undo"
                kind=ButtonKind::Icon
                icon=Icon::Undo
                availability=Availability::Off("There is nothing to undo".to_owned())
                press=nothing
            />
        </div>
    }
    .into_any()
}

#[derive(Clone, Copy, PartialEq)]
enum Pass {
    Read,
    Learn,
}

#[derive(Clone, Copy, PartialEq)]
enum Speed {
    Half,
    One,
    Two,
    Four,
}

/// Two parts, four, locked, and in groups.
pub fn segmented() -> AnyView {
    let pass = RwSignal::new(Pass::Learn);
    let speed = RwSignal::new(Speed::One);
    let passes = || vec![(Pass::Read, "1 Read →".to_owned()), (Pass::Learn, "2 ← Learn".to_owned())];
    let speeds = [(Speed::Half, "½×"), (Speed::One, "1×"), (Speed::Two, "2×"), (Speed::Four, "4×")];
    let speeds = speeds.map(|(speed, name)| (speed, name.to_owned())).to_vec();
    let picture = RwSignal::new(0);
    let pictures = ["What moves y", "The cell", "Roads back", "Edit numbers", "Own data"];
    let pictures = pictures.iter().enumerate().map(|(place, name)| (place, (*name).to_owned())).collect();
    let groups = [("Look", 2), ("Explain", 1), ("Change", 2)].map(|(name, count)| (name.to_owned(), count)).to_vec();
    view! {
        <div class="states">
            <Segmented label="Pass" choices=Choices::of(passes(), pass) />
            <Segmented label="Speed" choices=Choices::of(speeds, speed) />
            <Segmented label="Pass, locked" choices=Choices::of(passes(), pass) lock=Some("Locked by this address".to_owned()) />
            <Segmented label="Picture, in groups" choices=Choices::of(pictures, picture) groups />
        </div>
    }
    .into_any()
}

/// Plain, with a unit, with a default, and locked.
pub fn sliders() -> AnyView {
    let units = RwSignal::new(12.0);
    let bias = RwSignal::new(1.0);
    let gain = RwSignal::new(0.0);
    let signed = move || match bias.get() {
        x if x < 0.0 => format!("−{}", -x),
        x if x > 0.0 => format!("+{x}"),
        _ => "0".to_owned(),
    };
    let ten = move || format!("{:.2}", 10_f64.powf(gain.get()));
    view! {
        <div class="states columns">
            <Slider label="Hidden units" range=Range::new(1.0, 64.0, 1.0) value=units shown=move || units.get().to_string() unit="units" set=move |x| units.set(x) />
            <Slider
                label="Forget bias"
                range=Range::new(-2.0, 6.0, 0.25)
                value=bias
                shown=signed
                set=move |x| bias.set(x)
                default=DefaultMark { value: 0.0, name: "PyTorch: 0".to_owned() }
                tip="Added to the bias of the forget gate"
            />
            <Slider
                label="Recurrent gain"
                range=Range::new(-1.0, 0.5, 0.01)
                value=gain
                shown=ten
                unit="×"
                set=move |x| gain.set(x)
                default=DefaultMark { value: 0.0, name: "default 1.00".to_owned() }
            />
            <Slider
                label="Forget bias, locked"
                range=Range::new(-2.0, 6.0, 0.25)
                value=bias
                shown=signed
                set=move |x| bias.set(x)
                lock=Some("Locked by this address".to_owned())
            />
        </div>
    }
    .into_any()
}

#[derive(Clone, Copy, PartialEq)]
enum View {
    Forward,
    Backward,
    Why,
}

/// Three panels.
pub fn tabs() -> AnyView {
    let view = RwSignal::new(View::Forward);
    let names = [(View::Forward, "Forward"), (View::Backward, "Backward"), (View::Why, "Why")];
    let names = names.map(|(view, name)| (view, name.to_owned())).to_vec();
    let panels = vec![
        view! { <p>"hₜ is worked out from xₜ and hₜ₋₁, from left to right."</p> }.into_any(),
        view! { <p>"The error comes back from right to left."</p> }.into_any(),
        view! { <p>"Each number is traced back to those that made it."</p> }.into_any(),
    ];
    view! { <Tabs label="Equations" choices=Choices::of(names, view) panels=panels /> }.into_any()
}

/// Reads a number between two, and says what is expected.
fn within(low: f64, high: f64) -> impl Fn(String) -> Result<f64, String> + Send + Sync + 'static {
    move |text| {
        let number: Result<f64, _> = text.trim().replace('−', "-").parse();
        let number = number.ok().filter(|number| (low..=high).contains(number));
        number.ok_or_else(|| format!("“{text}” is no number from {low} to {high}"))
    }
}

/// Right, wrong and locked.
pub fn number_fields() -> AnyView {
    let rate = RwSignal::new(0.005);
    let seed = RwSignal::new(7.0);
    // What a person may have typed.
    let wrong = RwSignal::new(0.9);
    view! {
        <div class="states columns">
            <NumberField
                label="Learning rate"
                shown=move || rate.get().to_string()
                hint="From 0 to 1"
                read=within(0.0, 1.0)
                set=move |x| rate.set(x)
            />
            <NumberField label="Length" tip="So many steps have all sequences" shown=move || seed.get().to_string() unit="steps" read=within(1.0, 400.0) set=move |x| seed.set(x) />
            <NumberField label="Dropout" shown=move || wrong.get().to_string() read=within(0.0, 0.5) set=move |x| wrong.set(x) tried=true />
            <NumberField
                label="Seed"
                shown=move || seed.get().to_string()
                read=within(0.0, 999.0)
                set=move |x| seed.set(x)
                lock=Some("Locked by this address".to_owned())
            />
        </div>
    }
    .into_any()
}

/// Right, wrong and locked.
pub fn text_fields() -> AnyView {
    let text = RwSignal::new("I left my keys".to_owned());
    let judge = |text: String| text.trim().is_empty().then(|| "Found no words. Type at least one.".to_owned());
    let take = move |typed: String| {
        if !typed.trim().is_empty() {
            text.set(typed);
        }
    };
    view! {
        <div class="states columns">
            <TextField label="Your text" shown=text judge=judge take=take />
            <TextField label="Your text" shown="" judge=judge take=|_text| {} tried=true />
            <TextField label="Your text" shown=text judge=judge take=take lock=Some("Locked by this address".to_owned()) />
        </div>
    }
    .into_any()
}

#[derive(Clone, Copy, PartialEq)]
enum Source {
    Sentence,
    Impulse,
    Adding,
    Sunspots,
}

/// Open and locked.
pub fn selects() -> AnyView {
    let source = RwSignal::new(Source::Sentence);
    let names = || {
        let names = [
            (Source::Sentence, "The book … was excellent"),
            (Source::Impulse, "Impulse: a 1, then zeros"),
            (Source::Adding, "Adding problem"),
            (Source::Sunspots, "Sunspots, a number a year since 1700"),
        ];
        names.map(|(source, name)| (source, name.to_owned())).to_vec()
    };
    view! {
        <div class="states">
            <Select label="Sequence" tip="What the three networks read" choices=Choices::of(names(), source) />
            <Select label="Sequence, locked" choices=Choices::of(names(), source) lock=Some("Locked by this address".to_owned()) />
        </div>
    }
    .into_any()
}

/// Ticked or not, on or off, and locked.
pub fn toggles() -> AnyView {
    let (one, two, three) = (RwSignal::new(true), RwSignal::new(false), RwSignal::new(true));
    let lock = || Some("Locked by this address".to_owned());
    view! {
        <div class="states columns">
            <Checkbox label="Equal starts" checked=one set=move |is| one.set(is) />
            <Checkbox label="Normalised inputs" checked=two set=move |is| two.set(is) />
            <Checkbox label="Squared loss" checked=one set=move |is| one.set(is) lock=lock() />
            <Switch label="Follow the run" on=three set=move |is| three.set(is) />
            <Switch label="Single-key shortcuts" on=two set=move |is| two.set(is) />
            <Switch label="Reduced motion" on=three set=move |is| three.set(is) lock=lock() />
        </div>
    }
    .into_any()
}

/// A word, choices, and things that are kept.
pub fn chips() -> AnyView {
    let (rnn, lstm) = (RwSignal::new(false), RwSignal::new(true));
    let kept = RwSignal::new(true);
    let choice = |chosen: RwSignal<bool>| ChipKind::Choice {
        chosen: chosen.into(),
        choose: Callback::new(move |is| chosen.set(is)),
    };
    let verb = Signal::from("Remove");
    view! {
        <div class="states">
            <Chip label="untrained" />
            <Chip label="solved" icon=Icon::Check />
            <Chip label="diverged" icon=Icon::Warning />
            <Chip label="RNN" hue=Hue("--rnn") kind=choice(rnn) />
            <Chip label="LSTM" hue=Hue("--lstm") kind=choice(lstm) />
            <Chip
                label=Signal::derive(move || if kept.get() { "prices.csv".to_owned() } else { "removed".to_owned() })
                kind=ChipKind::Kept { verb, remove: Callback::new(move |()| kept.set(false)) }
            />
        </div>
    }
    .into_any()
}

/// Waiting, with a file, and refused.
pub fn file_drops() -> AnyView {
    let brought = RwSignal::new(Brought::Nothing);
    let take = move |file: web_sys::File| {
        let name = file.name();
        brought.set(if name.ends_with(".csv") {
            Brought::Taken(format!("{name}: {} bytes", file.size()))
        } else {
            Brought::Refused(format!("“{name}” is no .csv file"))
        });
    };
    let hint = "A .csv file with a number a line, up to 1 MB. It stays on this machine.";
    view! {
        <div class="states whole">
            <FileDrop label="Bring your own numbers" hint=hint accept=".csv,text/csv" brought=brought take=take />
            <FileDrop
                label="Bring your own numbers"
                hint=hint
                brought=Brought::Taken("prices.csv: 240 numbers".to_owned())
                take=|_file: web_sys::File| {}
            />
            <FileDrop
                label="Bring your own numbers"
                hint=hint
                brought=Brought::Refused("“holiday.png” is a picture: expected a .csv file with a number a line".to_owned())
                take=|_file: web_sys::File| {}
            />
        </div>
    }
    .into_any()
}
