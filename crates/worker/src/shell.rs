//! The thin shell around the actors: it hears messages, carries effects out in the browser, and brings what comes of them
//! back as events. It decides nothing.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::panic::PanicHookInfo;
use std::rc::{Rc, Weak};

use js_sys::{Float32Array, Float64Array, Function, Reflect, Uint8Array, global};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort, Window};

use learn::net::layers_of;
use model::command::Own;
use model::settings::Net;
use port::{Answer, Client, MAKE, PORT, Phase, Request, Start, cause_of, numbers_of, opened, sealed};

use crate::actor::{Actor, Beside, Effect, Event, Piece, Timer, Whom};
use crate::artist::{Around, Artist};
use crate::files::{Alone, Files};
use crate::helper::Helper;
use crate::keeper::Keeper;
use crate::maker::Maker;
use crate::trainer::Trainer;

/// So much of a file tells whose run it is.
const HEAD: u32 = 4096;
/// Of a larger file that a person brings only a part is read: of a table its head and its end.
const WHOLE: f64 = 64e6;
/// Of a text so much is read.
const TEXT: f64 = 8e6;
/// Of a table for the Lab so much: its text may be half as long.
const TABLE: f64 = 2.0 * model::sequence::brought::LIMIT as f64;
/// A file is read in pieces of so many bytes.
const PIECE: f64 = 4e6;
/// So much of the head of a large table.
const TABLE_HEAD: f64 = 65536.0;

/// Listens for requests, and says so: to whoever started this worker, or, in a page that can have none, at the port
/// that it gives.
pub fn serve() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        say_why(panic);
    }));
    match own_port() {
        Some(port) => Shell::listen(port, false),
        None => Shell::listen(global().unchecked_into(), true),
    }
}

/// The port that a page gives in which this code runs.
fn own_port() -> Option<MessagePort> {
    Reflect::get(&global(), &PORT.into()).ok().and_then(|port| port.dyn_into::<MessagePort>().ok())
}

/// Tells whoever started this worker that it has failed, and why.
fn say_why(panic: &PanicHookInfo) {
    let cause = panic.payload_as_str().unwrap_or(words::causes::words().no_text).to_owned();
    let port = own_port().unwrap_or_else(|| global().unchecked_into());
    // If this fails too, the browser tells of the error.
    let _ = port.post_message(&sealed(0, &Answer::Failed(cause), None).0);
}

/// The actors of a worker. Most workers use one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Role {
    Artist,
    Trainer,
    Helper,
    Maker,
}

impl Role {
    /// Those that work in slices.
    const SLICED: [Self; 3] = [Self::Artist, Self::Trainer, Self::Maker];

    /// Who takes a request in.
    fn of(request: &Request) -> Self {
        match request {
            Request::Train(..) => Self::Trainer,
            Request::Share(..) => Self::Helper,
            Request::Make(..) | Request::StopMaking => Self::Maker,
            _ => Self::Artist,
        }
    }
}

/// A worker.
struct Shell {
    /// The worker; or the page, whose clocks and files have the same names.
    scope: DedicatedWorkerGlobalScope,
    /// Where requests come in and answers go: a worker speaks as a port does.
    port: MessagePort,
    /// Nobody else works in this thread.
    alone: bool,
    files: Files,
    artist: RefCell<Artist>,
    trainer: RefCell<Trainer>,
    helper: RefCell<Helper>,
    maker: RefCell<Maker>,
    keeper: RefCell<Keeper>,
    /// What has come and is to be taken in.
    events: RefCell<VecDeque<(Role, Event)>>,
    /// It is being taken in.
    busy: Cell<bool>,
    /// The workers that this one has started.
    clients: RefCell<HashMap<Whom, Rc<Client>>>,
    /// Files that are this worker's alone.
    locks: RefCell<HashMap<String, Alone>>,
    timers: RefCell<HashMap<Timer, i32>>,
    /// The room of an answer that has been read: the next run is written there.
    room: RefCell<Option<Float64Array>>,
    /// Counts what a person has brought: a file is read as long as nothing else comes.
    bringing: Cell<u32>,
    /// Where the word for the next slice is put in: behind whatever has been said.
    slices: OnceCell<MessagePort>,
    me: Weak<Self>,
}

impl Shell {
    /// Listens at a port, and says so.
    fn listen(port: MessagePort, alone: bool) {
        let scope: DedicatedWorkerGlobalScope = global().unchecked_into();
        let navigator = scope.navigator();
        // Measured under Node, this runs where there is no browser.
        let about = |name: &str| Reflect::get(&navigator, &name.into()).unwrap_or_default();
        let around = Around {
            browser: browser(&about("userAgent").as_string().unwrap_or_default()),
            threads: about("hardwareConcurrency").as_f64().unwrap_or_default(),
        };
        let shell = Rc::new_cyclic(|me| Self {
            files: Files::new(navigator),
            scope,
            port: port.clone(),
            alone,
            artist: RefCell::new(Artist::new(around)),
            trainer: RefCell::new(Trainer::new(alone)),
            helper: RefCell::default(),
            maker: RefCell::default(),
            keeper: RefCell::default(),
            events: RefCell::default(),
            busy: Cell::new(false),
            clients: RefCell::default(),
            locks: RefCell::default(),
            timers: RefCell::default(),
            room: RefCell::default(),
            bringing: Cell::new(0),
            slices: OnceCell::new(),
            me: me.clone(),
        });
        shell.prepare_slices();
        let hearing = Rc::clone(&shell);
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some((number, request, beside)) = opened(&event.data()) {
                hearing.hear(number, request, beside);
            }
        });
        port.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
        shell.post(0, &Answer::Ready(MAKE.to_owned()), None);
    }

    /// Listens for the word for the next slice.
    fn prepare_slices(self: &Rc<Self>) {
        let Ok(channel) = MessageChannel::new() else { return };
        let slicing = Rc::clone(self);
        let slice = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let number = event.data().as_f64().unwrap_or_default();
            let role = Role::SLICED.into_iter().find(|role| f64::from(*role as u8) == number);
            slicing.deliver(role.unwrap_or(Role::Maker), Event::Slice);
        });
        channel.port1().set_onmessage(Some(slice.as_ref().unchecked_ref()));
        slice.forget();
        // Set once, here.
        let _ = self.slices.set(channel.port2());
    }

    /// Says something to whoever started this worker. If that has gone it hears nothing.
    fn post(&self, number: u32, answer: &Answer, beside: Option<&JsValue>) {
        let (message, transfer) = sealed(number, answer, beside);
        let _ = self.port.post_message_with_transferable(&message, &transfer);
    }

    /// Takes in what whoever started this worker asks for or says.
    fn hear(&self, number: u32, request: Request, beside: JsValue) {
        match request {
            Request::Run(_) => {
                *self.room.borrow_mut() = beside.dyn_into().ok();
                self.deliver(Role::Artist, Event::Asked(number, request, Beside::Nothing));
            }
            Request::Picture(_) => {
                let numbers = beside.dyn_into::<Float64Array>().ok();
                let copied = numbers.as_ref().map_or(Beside::Nothing, |numbers| Beside::Doubles(numbers.to_vec()));
                *self.room.borrow_mut() = numbers;
                self.deliver(Role::Artist, Event::Asked(number, request, copied));
            }
            Request::Bring(own, None) => self.read_own(own, beside),
            Request::Bring(_, Some(_)) | Request::StopBringing => {
                self.bringing.set(self.bringing.get() + 1);
                self.deliver(Role::Artist, Event::Asked(number, request, Beside::Nothing));
            }
            _ => self.deliver(Role::of(&request), Event::Asked(number, request, beside_of(&beside))),
        }
    }

    /// The time, in milliseconds.
    fn now(&self) -> f64 {
        self.scope.performance().map_or(0.0, |clock| clock.now())
    }

    /// Hands an event to an actor, after those that came before, and carries out what it has done.
    fn deliver(&self, role: Role, event: Event) {
        self.events.borrow_mut().push_back((role, event));
        if self.busy.replace(true) {
            return;
        }
        loop {
            let next = self.events.borrow_mut().pop_front();
            let Some((role, event)) = next else { break };
            let now = || self.now();
            let is_kept = matches!(event, Event::Asked(_, Request::Hold(_), _) | Event::Heard(_, Answer::Hold(..), _));
            if is_kept {
                let effects = self.keeper.borrow_mut().on(event, &now);
                self.carry_out(role, effects);
                continue;
            }
            if let Event::Written(name, kept) = &event {
                let effects = self.keeper.borrow_mut().on(Event::Written(name.clone(), kept.clone()), &now);
                self.carry_out(role, effects);
            }
            let effects = match role {
                Role::Artist => self.artist.borrow_mut().on(event, &now),
                Role::Trainer => self.trainer.borrow_mut().on(event, &now),
                Role::Helper => self.helper.borrow_mut().on(event, &now),
                Role::Maker => self.maker.borrow_mut().on(event, &now),
            };
            self.carry_out(role, effects);
        }
        self.busy.set(false);
    }

    fn carry_out(&self, role: Role, effects: Vec<Effect>) {
        effects.into_iter().for_each(|effect| self.carry_out_one(role, effect));
    }

    fn carry_out_one(&self, role: Role, effect: Effect) {
        match effect {
            Effect::Say(number, answer, Beside::Run(run)) => {
                let numbers = numbers_of(&run, self.room.take());
                self.post(number, &answer, Some(&numbers));
            }
            Effect::Say(number, answer @ Answer::Done, Beside::Nothing) => {
                let room = self.room.take().map(JsValue::from);
                self.post(number, &answer, room.as_ref());
            }
            Effect::Say(number, answer, beside) => self.post(number, &answer, value_of(beside).as_ref()),
            Effect::Slice => {
                // A port of our own takes whatever it is given.
                let word = JsValue::from_f64(f64::from(role as u8));
                let _ = self.slices.get().map(|port| port.post_message(&word));
            }
            Effect::Wake(timer, milliseconds) => self.wake(role, timer, milliseconds),
            Effect::Lock(name) => self.later(async move |shell| {
                let alone = shell.files.alone(&name).await;
                shell.locks.borrow_mut().insert(name.clone(), alone);
                shell.deliver(role, Event::Locked(name));
            }),
            Effect::Unlock(name) => drop(self.locks.borrow_mut().remove(&name)),
            Effect::Read(name) => {
                let remembered = self.keeper.borrow().remembered(&name).map(<[u8]>::to_vec);
                self.later(async move |shell| {
                    let bytes = if remembered.is_some() { remembered } else { shell.files.read(&name).await };
                    shell.deliver(role, Event::Read(name, bytes));
                });
            }
            Effect::Head(name) => {
                let remembered = self.keeper.borrow().remembered(&name).map(<[u8]>::to_vec);
                self.later(async move |shell| {
                    let head = if remembered.is_some() { remembered } else { shell.files.head(&name, HEAD).await };
                    shell.deliver(role, Event::Head(name, head));
                });
            }
            Effect::Write(name, bytes) => {
                self.keeper.borrow_mut().begin(&name, &bytes);
                self.later(async move |shell| {
                    let kept = shell.files.write(&name, &bytes).await;
                    shell.deliver(role, Event::Written(name, kept));
                });
            }
            Effect::Remove(name) => {
                self.keeper.borrow_mut().forget(&name);
                self.later(async move |shell| shell.files.remove(&name).await);
            }
            Effect::Thin(begin, end, most) => self.later(async move |shell| {
                // A browser that cannot list its files keeps them all.
                let _ = shell.files.thin(begin, &end, most).await;
            }),
            Effect::Fetch(name) => self.later(async move |shell| {
                let text = shell.fetch(&name).await;
                shell.deliver(role, Event::Fetched(name, text));
            }),
            Effect::Load(name) => self.later(async move |shell| {
                let bytes = crate::fetched::bytes(&shell.scope, &name, &shell.address_of("weights", &name)).await;
                shell.deliver(role, Event::Loaded(name, bytes.map_err(|error| cause_of(&error))));
            }),
            Effect::Tell(whom, request, beside) => self.client(whom).tell(request, value_of(beside)),
            Effect::Ask(whom, request, beside) => {
                if !self.client(whom).ask(request, value_of(beside)) {
                    let phase = Phase::Failed { cause: String::new(), owed: true };
                    self.deliver(role, Event::Became(whom, phase));
                }
            }
            Effect::Forget(whom) => {
                let client = self.clients.borrow().get(&whom).cloned();
                client.iter().for_each(|client| client.forget());
            }
            Effect::Leave(whom) => {
                self.keeper.borrow_mut().leave(whom);
                self.clients.borrow_mut().remove(&whom);
            }
            // Whoever draws has done so.
            Effect::Redraw => {}
        }
    }

    /// Does something that takes a while.
    fn later<F: Future<Output = ()> + 'static>(&self, act: impl FnOnce(Rc<Self>) -> F + 'static) {
        if let Some(shell) = self.me.upgrade() {
            spawn_local(act(shell));
        }
    }

    /// Has an event come after so many milliseconds, counted anew each time.
    fn wake(&self, role: Role, timer: Timer, milliseconds: i32) {
        if let Some(before) = self.timers.borrow_mut().remove(&timer) {
            self.scope.clear_timeout_with_handle(before);
        }
        let Some(shell) = self.me.upgrade() else { return };
        let act = Closure::once_into_js(move || {
            shell.timers.borrow_mut().remove(&timer);
            shell.deliver(role, Event::Woken(timer));
        });
        let act: &Function = act.unchecked_ref();
        match self.scope.set_timeout_with_callback_and_timeout_and_arguments_0(act, milliseconds) {
            Ok(handle) => drop(self.timers.borrow_mut().insert(timer, handle)),
            // A worker that cannot wait goes on at once.
            Err(_) => self.deliver(role, Event::Woken(timer)),
        }
    }

    /// Another worker, started if it is not there; it is told all that is remembered.
    fn client(&self, whom: Whom) -> Rc<Client> {
        if let Some(client) = self.clients.borrow().get(&whom) {
            return Rc::clone(client);
        }
        let client = self.start(whom);
        self.clients.borrow_mut().insert(whom, Rc::clone(&client));
        let told = self.keeper.borrow_mut().meet(whom);
        self.carry_out(Role::Artist, told);
        client
    }

    fn start(&self, whom: Whom) -> Rc<Client> {
        let role = if matches!(whom, Whom::Helper(_)) { Role::Trainer } else { Role::Artist };
        let (heard, became) = (self.me.clone(), self.me.clone());
        let answered = move |answer: Answer, beside: JsValue| {
            if let Some(shell) = heard.upgrade() {
                shell.deliver(role, Event::Heard(whom, answer, beside_of(&beside)));
            }
            None
        };
        let became = move |phase: Phase| {
            if let Some(shell) = became.upgrade() {
                shell.deliver(role, Event::Became(whom, phase));
            }
        };
        let name = match whom {
            Whom::Trainer(cell) => format!("train-{}", cell.key()),
            Whom::Helper(part) => format!("part-{part}"),
            Whom::Sweeper(place) => format!("sweep-{place}"),
        };
        // The same script as this worker's own; a page that could not have this one has no other.
        let address = self.alone.then(|| self.scope.location().href());
        let is_helper = matches!(whom, Whom::Helper(_));
        let here: Option<Box<dyn Fn(MessagePort)>> =
            if is_helper { None } else { Some(Box::new(|port: MessagePort| Self::listen(port, false))) };
        Client::start(Start {
            address: address.as_deref(),
            name: &name,
            cumulative: !is_helper,
            answered: Box::new(answered),
            became: Box::new(became),
            here,
        })
    }

    /// What a set of data holds; why it cannot be had.
    async fn fetch(&self, file: &str) -> Result<String, String> {
        if file.is_empty() || file.starts_with("own-") || file.starts_with("net-") {
            let remembered = self.keeper.borrow().remembered(file).map(<[u8]>::to_vec);
            let bytes = if remembered.is_some() { remembered } else { self.files.read(file).await };
            let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            // A file that another program has changed is as good as none.
            let net = file.strip_prefix("net-").and_then(Net::named);
            let is_whole = |text: &String| net.is_none_or(|net| layers_of(&net, text).is_some());
            return text.filter(is_whole).ok_or_else(String::new);
        }
        let text = crate::fetched::text(&self.scope, file, &self.address_of("data", file)).await;
        text.map_err(|error| cause_of(&error))
    }

    /// The address of a file in a folder of the page.
    fn address_of(&self, folder: &str, file: &str) -> String {
        // A worker's script lies two folders down.
        let up = if self.scope.is_instance_of::<Window>() { "" } else { "../../" };
        format!("{up}{folder}/{file}")
    }

    /// Reads a file that a person brings, piece by piece, until another is brought or this one is not wanted any more.
    fn read_own(&self, own: Own, file: JsValue) {
        let number = self.bringing.get() + 1;
        self.bringing.set(number);
        self.later(async move |shell| {
            if let Err(error) = shell.read_pieces(own, file, number).await {
                shell.deliver(Role::Artist, Event::Brought(own, Err(cause_of(&error))));
            }
        });
    }

    async fn read_pieces(&self, own: Own, file: JsValue, number: u32) -> Result<(), JsValue> {
        let file: Blob = file.dyn_into()?;
        let all = file.size();
        let part = async |from: f64, to: f64| -> Result<Vec<u8>, JsValue> {
            let buffer = JsFuture::from(file.slice_with_f64_and_f64(from, to)?.array_buffer()).await?;
            Ok(Uint8Array::new(&buffer).to_vec())
        };
        let cut = Some(all).filter(|all| *all > WHOLE);
        if own == Own::Series && cut.is_some() {
            // The first line, in case it is a head; and whole lines of the end.
            let mut bytes = part(0.0, TABLE_HEAD).await?;
            let line = bytes.iter().position(|byte| *byte == b'\n').map_or(0, |place| place + 1);
            bytes.truncate(line);
            let end = part(all - WHOLE, all).await?;
            bytes.extend(end.into_iter().skip_while(|byte| *byte != b'\n').skip(1));
            let piece = Piece { bytes, is_first: true, share: None, cut };
            self.deliver(Role::Artist, Event::Brought(own, Ok(piece)));
            return Ok(());
        }
        let end = all.min(match own {
            Own::Series => WHOLE,
            Own::Text => TEXT,
            Own::Table => TABLE,
        });
        let mut from = 0.0;
        loop {
            let to = end.min(from + PIECE);
            let bytes = part(from, to).await?;
            if self.bringing.get() != number {
                return Ok(());
            }
            let share = (to < end).then_some(to / end);
            let piece = Piece { bytes, is_first: from == 0.0, share, cut: Some(all).filter(|all| *all > end) };
            self.deliver(Role::Artist, Event::Brought(own, Ok(piece)));
            if to >= end {
                return Ok(());
            }
            from = to;
        }
    }
}

/// What lies beside a message, as actors know it.
fn beside_of(value: &JsValue) -> Beside {
    if let Some(numbers) = value.dyn_ref::<Float32Array>() {
        Beside::Singles(numbers.to_vec())
    } else if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
        Beside::Bytes(bytes.to_vec())
    } else {
        Beside::Nothing
    }
}

/// What lies beside a message, as it travels.
fn value_of(beside: Beside) -> Option<JsValue> {
    match beside {
        Beside::Nothing => None,
        Beside::Singles(numbers) => Some(Float32Array::from(numbers.as_slice()).into()),
        Beside::Doubles(numbers) => Some(Float64Array::from(numbers.as_slice()).into()),
        Beside::Bytes(bytes) => Some(Uint8Array::from(bytes.as_slice()).into()),
        Beside::Run(run) => Some(numbers_of(&run, None).into()),
    }
}

/// A browser's name and version, as it gives them.
fn browser(agent: &str) -> String {
    let names = ["Firefox/", "Edg/", "Chrome/", "Version/"];
    let found = names.iter().find_map(|name| agent.split(' ').find_map(|word| word.find(name).map(|at| &word[at..])));
    let name = found.map(|word| word.replace('/', " ").replace("Version", "Safari").replace("Edg ", "Edge "));
    // Not all of a version tells something.
    name.map_or(String::new(), |name| name.split('.').next().unwrap_or_default().to_owned())
}
