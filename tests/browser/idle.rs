//! Firefoxes and WebKits that wait for the next test that wants one like them: to start one takes as long as most tests. Every test has an origin
//! of its own, so none finds what another has left.

use std::ops::Deref;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use super::engine::Engine;
use super::session::{Kind, Session};

/// So many browsers may wait at a time: each takes memory, and few tests want an unusual one.
const WAITING: usize = 2;
/// After so many tests a browser has done its work.
const MOST: usize = 30;

static IDLE: Mutex<Vec<Session>> = Mutex::new(vec![]);

/// The drivers that serve one browser at a time and have none.
static DRIVERS: LazyLock<Mutex<Vec<String>>> = LazyLock::new(|| {
    let all = std::env::var("UNROLLED_DRIVERS").unwrap_or_default();
    Mutex::new(all.split_whitespace().map(str::to_owned).collect())
});

/// Nothing is done by halves while a lock is held, so a test that failed with one has broken nothing.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A browser for one test. Where the test succeeds, the browser waits for the next.
pub struct Borrowed(Option<Session>);

impl Borrowed {
    /// One of a kind: one that waits, or one that is started.
    pub fn new(kind: &Kind) -> Self {
        let place = |idle: &[Session]| idle.iter().position(|session| session.kind == *kind);
        let waits = {
            let mut idle = lock(&IDLE);
            place(&idle).map(|place| idle.swap_remove(place))
        };
        Self(Some(waits.unwrap_or_else(|| Session::start(kind))))
    }
}

impl Deref for Borrowed {
    type Target = Session;

    fn deref(&self) -> &Session {
        self.0.as_ref().expect("it is there until it is dropped")
    }
}

impl Drop for Borrowed {
    fn drop(&mut self) {
        let Some(mut session) = self.0.take() else { return };
        session.uses += 1;
        // Whether Chromium shows the focus hangs on what was pressed in another window before.
        let is_fresh = session.kind.engine == Engine::Chromium;
        if is_fresh || std::thread::panicking() || session.uses >= MOST || session.clear().is_err() {
            return;
        }
        let mut idle = lock(&IDLE);
        idle.push(session);
        // The one that has waited longest makes room; it is closed without the lock.
        let last = (idle.len() > WAITING).then(|| idle.remove(0));
        drop(idle);
        drop(last);
    }
}

/// A driver without a browser, for which one that waits may have to end.
pub fn free_driver() -> String {
    if let Some(free) = lock(&DRIVERS).pop() {
        return free;
    }
    let ended = lock(&IDLE).pop();
    drop(ended);
    lock(&DRIVERS).pop().expect("a driver for each test at a time: see UNROLLED_DRIVERS")
}

/// A driver's browser has ended.
pub fn give_back(driver: String) {
    lock(&DRIVERS).push(driver);
}
