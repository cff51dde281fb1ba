//! The page without a network. A service worker keeps it in the browser; it is asked for once the page has started, and nothing
//! here waits for it. Another version of the page is told, and comes when a person chooses it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Function, Reflect};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent, ServiceWorkerContainer, ServiceWorkerRegistration};

use kit::{Button, Progress, ProgressLine};
use words::offline::{self as told, words};

use super::head::named;
use super::live::{flag, part, shows, text};
use super::store::{Store, address};

/// So long the page has the line to itself once its later part is here: worker, styles and fonts are on their way.
const REST: Duration = Duration::from_secs(2);

/// What the service worker is asked for.
#[derive(Clone, Copy)]
enum Order {
    /// What it keeps.
    Tell,
    /// To keep one file more.
    More,
    /// To remove what was kept on demand.
    Less,
    /// To take over from the version before.
    Load,
}

impl Order {
    /// As `static/service_worker.js` calls it.
    fn key(self) -> &'static str {
        match self {
            Self::Tell => "tell",
            Self::More => "more",
            Self::Less => "less",
            Self::Load => "load",
        }
    }
}

/// What the service worker keeps, as it answers each order.
#[derive(Default)]
struct Report {
    /// How many files of those on demand it keeps, of how many.
    kept: usize,
    all: usize,
    /// Their bytes.
    kept_bytes: f64,
    all_bytes: f64,
    /// The bytes of the page itself.
    core_bytes: f64,
    /// Why it could not do what it was asked for; empty if it could.
    cause: String,
}

impl Report {
    /// `None` for what is no report.
    fn read(said: &JsValue) -> Option<Self> {
        let said = Array::is_array(said).then(|| Array::from(said))?;
        let number = |at: u32| said.get(at).as_f64().filter(|number| *number >= 0.0);
        Some(Self {
            kept: number(0)? as usize,
            all: number(1)? as usize,
            kept_bytes: number(2)?,
            all_bytes: number(3)?,
            core_bytes: number(4)?,
            cause: said.get(5).as_string()?,
        })
    }
}

/// How keeping the page stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Standing {
    /// The browser does not offer it here.
    #[default]
    Refused,
    /// It is on its way.
    Awaited,
    /// It could not be done this time.
    Failed,
    /// The page is kept.
    Kept,
}

/// Another version of the page.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Other {
    #[default]
    None,
    /// It is kept, and waits to be chosen.
    Waits,
    /// Another tab has chosen it.
    Taken,
}

/// What is known of keeping the page: plain values behind one signal, since each signal of a type of its own weighs a kilobyte.
#[derive(Default)]
struct Known {
    standing: Cell<Standing>,
    report: RefCell<Report>,
    other: Cell<Other>,
    /// What a person does not want to be told any more.
    dismissed: Cell<Other>,
    /// All is to be kept: each report is followed by an order for one file more.
    wants_all: Cell<bool>,
    /// A person has chosen the other version.
    chosen: Cell<bool>,
    /// The page was kept before it was opened: a change of the service worker is another version.
    was_kept: Cell<bool>,
    registration: RefCell<Option<ServiceWorkerRegistration>>,
    /// Calls [`Keeping::look`].
    looks: RefCell<Option<Function>>,
}

/// What keeps the page.
#[derive(Clone, Copy)]
pub struct Keeping {
    store: Store,
    known: StoredValue<Rc<Known>, LocalStorage>,
    /// Counts what has changed of it.
    turn: RwSignal<usize>,
}

/// The browser's own, where it has one: only in safe origins.
fn container() -> Option<ServiceWorkerContainer> {
    let own = Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?;
    own.is_object().then(|| own.unchecked_into())
}

/// Whether another page shows this one in a frame: a figure in a course is not to be kept whole.
fn is_framed() -> bool {
    window().parent().ok().flatten().is_none_or(|parent| parent != window())
}

fn listen(to: &web_sys::EventTarget, event: &str, act: &Function) {
    // Every browser that has a service worker takes a listener; the same one twice is one.
    let _ = to.add_event_listener_with_callback(event, act);
}

impl Keeping {
    /// Begins to keep the page, a little later; where the page's HTML names no script, or the browser refuses, nothing comes of it.
    pub fn new(store: Store) -> Self {
        let own = Self { store, known: StoredValue::new_local(Rc::default()), turn: RwSignal::new(0) };
        let script = named("offline");
        if let Some(container) = container().filter(|_| !script.is_empty() && !is_framed()) {
            own.known().standing.set(Standing::Awaited);
            set_timeout(move || own.register(container, &script), REST);
        }
        own
    }

    fn known(self) -> Rc<Known> {
        self.known.get_value()
    }

    /// The same for what shows it.
    fn shown(self) -> Rc<Known> {
        self.turn.track();
        self.known()
    }

    fn set(self, change: impl FnOnce(&Known)) {
        change(&self.known());
        self.turn.update(|turn| *turn += 1);
    }

    fn register(self, container: ServiceWorkerContainer, script: &str) {
        let asked = container.register(script);
        let came = Closure::once(move |registration: JsValue| self.begin(&container, registration.unchecked_into()));
        let failed = Closure::once(move |_: JsValue| self.set(|known| known.standing.set(Standing::Refused)));
        let _ = asked.then2(&came, &failed);
        came.forget();
        failed.forget();
    }

    fn begin(self, container: &ServiceWorkerContainer, registration: ServiceWorkerRegistration) {
        let call = |act: fn(Self)| -> Function {
            Closure::<dyn Fn()>::new(move || act(self)).into_js_value().unchecked_into()
        };
        let looks = call(Self::look);
        listen(&registration, "updatefound", &looks);
        listen(container, "controllerchange", &call(Self::changed));
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| self.hear(&event.data()));
        listen(container, "message", heard.into_js_value().unchecked_ref());
        let known = self.known();
        known.was_kept.set(registration.active().is_some());
        known.registration.replace(Some(registration));
        known.looks.replace(Some(looks));
        self.look();
    }

    /// Takes note of which versions there are.
    fn look(self) {
        let known = self.known();
        let Some(registration) = known.registration.borrow().clone() else { return };
        let (installing, waiting) = (registration.installing(), registration.waiting());
        if known.chosen.get() && waiting.is_none() {
            return reload();
        }
        if let Some(looks) = &*known.looks.borrow() {
            [&installing, &waiting].into_iter().flatten().for_each(|next| listen(next, "statechange", looks));
        }
        if registration.active().is_some() {
            self.set(|known| match known.other.get() {
                _ if waiting.is_some() => known.other.set(Other::Waits),
                Other::Taken => {}
                Other::None | Other::Waits => known.other.set(Other::None),
            });
            self.order(Order::Tell);
        } else if installing.is_none() && waiting.is_none() {
            self.set(|known| known.standing.set(Standing::Failed));
        }
    }

    /// Another service worker has taken over: the first, or that of another version.
    fn changed(self) {
        let known = self.known();
        if known.chosen.get() {
            reload();
        } else if known.was_kept.replace(true) {
            self.set(|known| known.other.set(Other::Taken));
        }
    }

    fn hear(self, said: &JsValue) {
        let Some(report) = Report::read(said) else { return };
        let known = self.known();
        if known.wants_all.get() {
            known.wants_all.set(report.cause.is_empty() && report.kept < report.all);
        }
        // With the last file one button goes, with the first the other: where it had the focus, the one that stays has.
        let stays = if report.kept == report.all { LESS } else { MORE };
        if (report.kept == 0 || report.kept == report.all) && is_focused_within() {
            request_animation_frame(move || drop(element(stays).map(|button| button.focus())));
        }
        self.set(|known| {
            known.report.replace(report);
            known.standing.set(Standing::Kept);
        });
        if known.wants_all.get() {
            self.order(Order::More);
        }
    }

    fn order(self, order: Order) {
        let registration = self.known().registration.borrow().clone();
        let to = registration.and_then(|own| if matches!(order, Order::Load) { own.waiting() } else { own.active() });
        if let Some(worker) = to {
            // A word is always taken.
            let _ = worker.post_message(&order.key().into());
        }
    }

    /// Has the other version take over. What is on screen is in the address; the page is loaded anew once it has.
    fn choose(self) {
        address::write(self.store, false);
        let known = self.known();
        known.chosen.set(true);
        if known.other.get() == Other::Taken {
            return reload();
        }
        self.order(Order::Load);
    }

    /// Has all kept, or stops that.
    fn toggle_all(self) {
        let wants_all = !self.known().wants_all.get();
        self.set(|known| known.wants_all.set(wants_all));
        if wants_all {
            // Without a promise of the browser's it may remove what is kept, where it needs the room. It refuses silently.
            let _ = window().navigator().storage().persist();
            self.order(Order::More);
        }
    }
}

fn reload() {
    // A browser that refuses goes on with the version that is shown.
    let _ = window().location().reload();
}

/// What is said of another version, in the page's standing place for what is told. A class is not disturbed by it.
#[component]
pub fn NewVersion() -> impl IntoView {
    let keeping: Keeping = expect_context();
    let (store, words) = (keeping.store, words());
    let is_told = Memo::new(move |_| {
        let known = keeping.shown();
        known.other.get() != known.dismissed.get() && known.other.get() != Other::None && !store.presenting.get()
    });
    let said = move || match keeping.shown().other.get() {
        Other::Taken => words.taken,
        _ if store.training.is_on() => words.is_here_training,
        _ => words.is_here,
    };
    let dismiss = move |()| keeping.set(|known| known.dismissed.set(known.other.get()));
    let line = move || {
        view! {
            <p id="new-version">
                <span use:shows=text(said)></span>
                <Button label=words.load press=Callback::new(move |()| keeping.choose()) />
                <Button label=words::page::words().dismiss press=Callback::new(dismiss) />
            </p>
        }
    };
    let own = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let (Some(own), Some(place)) = (own.get(), document().get_element_by_id("notices")) {
            // Where it cannot be moved it stands below the view.
            let _ = place.append_child(&own);
        }
    });
    view! { <div node_ref=own>{part(move || is_told.get().then(line))}</div> }
}

/// The ids of the place where this is told, and of the buttons that keep all and that remove what was kept.
const PLACE: &str = "offline";
const MORE: &str = "offline-more";
const LESS: &str = "offline-less";

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn is_focused_within() -> bool {
    let (place, focused) = (element(PLACE), document().active_element());
    place.is_some_and(|place| place.contains(focused.as_deref()))
}

/// What of the page is kept, and the buttons with which all is kept, or removed again.
#[component]
pub fn Offline() -> impl IntoView {
    let keeping: Keeping = expect_context();
    let words = words();
    let report = move |read: fn(&Report) -> String| text(move || read(&keeping.shown().report.borrow()));
    let is = move |read: fn(&Known, &Report) -> bool| {
        flag(move || {
            let known = keeping.shown();
            known.standing.get() == Standing::Kept && read(&known, &known.report.borrow())
        })
    };
    let page = text(move || match keeping.shown().standing.get() {
        Standing::Refused => words.refused.to_owned(),
        Standing::Awaited => words.awaited.to_owned(),
        Standing::Failed => words.gone_wrong.to_owned(),
        Standing::Kept => told::core(keeping.known().report.borrow().core_bytes),
    });
    let data = report(|own| match own.kept {
        _ if own.all == 0 => String::new(),
        kept if kept == own.all => told::all(own.all, own.all_bytes),
        kept => told::some(kept, own.all, own.kept_bytes),
    });
    let lacks = report(|own| match &*own.cause {
        "" => String::new(),
        cause => told::failed(own.all - own.kept, cause),
    });
    let more = report(|own| told::more(own.all_bytes - own.kept_bytes));
    let progress = Signal::derive(move || {
        let known = keeping.shown();
        let own = known.report.borrow();
        Progress::Part(own.kept as f64 / own.all.max(1) as f64)
    });
    let shown = report(|own| told::progress(own.kept, own.all));
    let is_going = is(|known, _| known.wants_all.get());
    let rests = is(|known, _| !known.wants_all.get());
    let can_keep = is(|_, own| own.kept < own.all);
    let can_remove = is(|known, own| own.kept > 0 && !known.wants_all.get());
    let toggle = text(move || if is_going.get() { words.stop.to_owned() } else { more.get() });
    let hidden = |shown: Signal<bool>| flag(move || !shown.get());
    view! {
        <section class="offline" id=PLACE aria-label=words.title>
            <p role="status" use:shows=page></p>
            <p role="status" hidden=hidden(rests) use:shows=data></p>
            <p role="status" use:shows=lacks></p>
            <div hidden=hidden(is_going)>
                <ProgressLine label=words.more_label progress shown />
            </div>
            <span hidden=hidden(can_keep)>
                <Button label=toggle id=MORE press=Callback::new(move |()| keeping.toggle_all()) />
            </span>
            <span hidden=hidden(can_remove)>
                <Button label=words.less id=LESS press=Callback::new(move |()| keeping.order(Order::Less)) />
            </span>
        </section>
    }
}
