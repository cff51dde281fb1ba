//! A canvas that someone looks at: with a pointer, by touch, or with the keyboard.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;

use crate::view::live::text;
use crate::view::stage::Stage;

/// A way from one place of a figure to another, by the key that leads there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By the arrow to the right.
    Right,
    /// By the arrow to the left.
    Left,
    /// By the arrow up.
    Up,
    /// By the arrow down.
    Down,
    /// By Home.
    First,
    /// By End.
    Last,
}

/// Where someone looks at a figure.
pub struct Look<P: Send + Sync + 'static> {
    /// The place that someone looks at; none while nobody does.
    pub looked: RwSignal<Option<P>>,
    /// The place under a pointer, by its distance from the upper left corner in CSS pixels of the figure as designed.
    pub under: Callback<(f64, f64), Option<P>>,
    /// Where a way leads; none where it leads nowhere.
    pub to: Callback<Way, Option<P>>,
    /// What chooses a place.
    pub choose: Option<Choose<P>>,
}

/// What chooses a place of a figure.
pub struct Choose<P: Send + Sync + 'static> {
    /// Chooses it.
    pub place: Callback<P>,
    /// The place that Enter chooses.
    pub here: Signal<Option<P>>,
}

/// The places of a figure as a slider tells them to a screen reader.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Places {
    /// The number of the first.
    pub first: f64,
    /// The number of the last.
    pub last: f64,
    /// The number of the one in sight.
    pub now: f64,
}

impl Way {
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowRight" => Self::Right,
            "ArrowLeft" => Self::Left,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

impl<P: Send + Sync + 'static> Clone for Look<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P: Send + Sync + 'static> Copy for Look<P> {}

impl<P: Send + Sync + 'static> Clone for Choose<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P: Send + Sync + 'static> Copy for Choose<P> {}

impl<P: Copy + Send + Sync + 'static> Look<P> {
    /// Looks where a pointer is over a figure that is drawn so many times as large as designed.
    fn point(self, event: &PointerEvent, zoom: f64) {
        let [x, y] = [event.offset_x(), event.offset_y()].map(|at| f64::from(at) / zoom);
        self.looked.set(self.under.run((x, y)));
    }

    /// Chooses a place, and looks no longer at it.
    fn choose(self, place: Option<P>) {
        if let (Some(choose), Some(place)) = (self.choose, place) {
            self.looked.set(None);
            choose.place.run(place);
        }
    }

    fn press(self, event: &KeyboardEvent) {
        let key = event.key();
        let is_ours = match (&*key, Way::of(&key)) {
            (_, Some(way)) => {
                let place = self.to.run(way);
                if place.is_some() {
                    self.looked.set(place);
                }
                true
            }
            ("Escape", None) if self.looked.with_untracked(Option::is_some) => {
                self.looked.set(None);
                true
            }
            ("Enter" | " ", None) => {
                self.choose(self.choose.and_then(|choose| choose.here.get_untracked()));
                self.choose.is_some()
            }
            _ => false,
        };
        if is_ours {
            event.prevent_default();
            event.stop_propagation();
        }
    }
}

/// The canvas. A pointer over it, and the arrow keys, Home and End while it has the keyboard, look at a place; Escape looks away.
/// A press and Enter choose the place, if that does anything.
#[component]
pub fn LookedAt<P>(
    /// Where someone looks.
    look: Look<P>,
    /// The canvas.
    node: NodeRef<html::Canvas>,
    /// Its classes.
    #[prop(default = "figure-canvas")]
    class: &'static str,
    /// Its height in CSS pixels, as designed.
    height: f64,
    /// What it shows, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// Its places.
    #[prop(into)]
    places: Signal<Places>,
    /// What stands at the place in sight.
    #[prop(into)]
    said: Signal<String>,
) -> impl IntoView
where
    P: Copy + Send + Sync + 'static,
{
    let zoom = expect_context::<Stage>().zoom;
    let number = move |of: fn(&Places) -> f64| text(move || places.with(of).to_string());
    // What a slider is to a screen reader: one place of several, said as it is moved.
    view! {
        <canvas
            node_ref=node
            class=class
            style:height=text(move || format!("{}px", height * zoom.get()))
            role="slider"
            tabindex="0"
            aria-label=label
            aria-valuemin=number(|places| places.first)
            aria-valuemax=number(|places| places.last)
            aria-valuenow=number(|places| places.now)
            aria-valuetext=said
            // A finger that moves scrolls.
            on:pointermove=move |event| if event.pointer_type() != "touch" { look.point(&event, zoom.get_untracked()) }
            on:pointerleave=move |event| if event.pointer_type() != "touch" { look.looked.set(None) }
            on:pointerup=move |event| {
                look.point(&event, zoom.get_untracked());
                look.choose(look.looked.get_untracked());
            }
            on:keydown=move |event| look.press(&event)
            on:blur=move |_| look.looked.set(None)
        ></canvas>
    }
}
