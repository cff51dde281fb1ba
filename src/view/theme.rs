//! Light and dark: the style sheet is the one source of colours; figures read theirs from it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, MediaQueryList};

use figures::{Palette, Ramp, Rgb};

use super::figure::take_away;

const STORED: &str = "unrolled-theme";

/// The theme in force and what the person asked for.
#[derive(Clone, Copy)]
pub struct Theme {
    /// The colours of the figures.
    pub palette: RwSignal<Palette>,
    /// Whether the page is being printed.
    pub printing: RwSignal<bool>,
    dark: RwSignal<bool>,
}

impl Theme {
    /// The stored choice, else what the system prefers; follows the system until a choice is made.
    #[must_use]
    pub fn new() -> Self {
        let dark = RwSignal::new(stored().unwrap_or_else(|| system().is_some_and(|query| query.matches())));
        let theme = Self { palette: RwSignal::new(Palette::default()), printing: RwSignal::new(false), dark };
        if let Some(choice) = stored() {
            mark_root(choice);
        }
        theme.palette.set(read_palette(dark.get_untracked()));
        if let Some(query) = system() {
            let changed = Closure::<dyn Fn()>::new(move || {
                if stored().is_none() {
                    theme.apply(system().is_some_and(|query| query.matches()));
                }
            });
            // Without the listener the theme stays as it was at the start.
            let _ = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
            changed.forget();
        }
        theme
    }

    /// The other theme, remembered for the next visit.
    pub fn toggle(&self) {
        let dark = !self.dark.get_untracked();
        mark_root(dark);
        if let Ok(Some(storage)) = window().local_storage() {
            // Where storage is full or forbidden the choice lasts for this visit.
            let _ = storage.set_item(STORED, name(dark));
        }
        self.apply(dark);
    }

    /// Whether the dark theme is in force.
    #[must_use]
    pub fn is_dark(&self) -> bool {
        self.dark.get_untracked()
    }

    /// The colours of the figures in the dark theme, or in the light one.
    #[must_use]
    pub fn palette_of(&self, dark: bool) -> Palette {
        read_palette(dark)
    }

    /// Gives figures the light colours as long as the page is printed; `redraw` draws them at once, since what is printed
    /// waits for no frame.
    pub fn follow_print(self, redraw: impl Fn() + Copy + 'static) {
        let print = move |on: bool| {
            self.palette.set(read_palette(!on && self.dark.get_untracked()));
            self.printing.set(on);
            redraw();
            if !on {
                take_away();
            }
        };
        let _ = window_event_listener_untyped("beforeprint", move |_| print(true));
        let _ = window_event_listener_untyped("afterprint", move |_| print(false));
        // A browser's preview on the screen.
        if let Ok(Some(query)) = window().match_media("print") {
            let own = query.clone();
            let changed = Closure::<dyn Fn()>::new(move || print(own.matches()));
            // Without the listener the two events are heard.
            let _ = query.add_event_listener_with_callback("change", changed.as_ref().unchecked_ref());
            changed.forget();
        }
    }

    fn apply(&self, dark: bool) {
        self.dark.set(dark);
        self.palette.set(read_palette(dark));
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::new()
    }
}

fn name(dark: bool) -> &'static str {
    if dark { "dark" } else { "light" }
}

fn stored() -> Option<bool> {
    let stored = window().local_storage().ok()??.get_item(STORED).ok()??;
    match stored.as_str() {
        "dark" => Some(true),
        "light" => Some(false),
        _ => None,
    }
}

fn system() -> Option<MediaQueryList> {
    window().match_media("(prefers-color-scheme: dark)").ok()?
}

fn root() -> Option<Element> {
    document().document_element()
}

fn mark_root(dark: bool) {
    if let Some(root) = root() {
        // An attribute with a valid name can always be set.
        let _ = root.set_attribute("data-theme", name(dark));
    }
}

/// The colours of the style sheet as the browser works them out for an element of that theme: also a person's own.
fn read_palette(dark: bool) -> Palette {
    let probe = root().zip(document().create_element("i").ok()).and_then(|(root, probe)| {
        root.append_child(&probe).ok()?;
        // Without the attribute it has the theme in force.
        let _ = probe.set_attribute("data-theme", name(dark));
        probe.dyn_into::<HtmlElement>().ok()
    });
    let style = probe.as_ref().and_then(|probe| window().get_computed_style(probe).ok()?);
    let color = |name: &str| {
        let set = |property: &str, value: &str| probe.as_ref()?.style().set_property(property, value).ok();
        set("forced-color-adjust", "none");
        set("color", &format!("var({name})"));
        let text = style.as_ref().and_then(|style| style.get_property_value("color").ok()).unwrap_or_default();
        Rgb::parse(&text).unwrap_or_default()
    };
    let ramp = |name: &str, n: usize| Ramp((0..n).map(|i| color(&format!("--{name}-{i}"))).collect());
    let palette = Palette {
        paper: color("--paper"),
        ink: color("--ink"),
        ink_soft: color("--ink-2"),
        line: color("--line"),
        cells: [color("--rnn"), color("--lstm"), color("--gru")],
        backward: color("--backward"),
        alarm: color("--alarm"),
        signed: ramp("signed", 9),
        gradient: ramp("gradient", 5),
    };
    if let Some(probe) = probe {
        probe.remove();
    }
    palette
}

/// Whether the person asked for less motion.
#[must_use]
pub fn reduced_motion() -> bool {
    window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches())
}
