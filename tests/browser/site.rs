//! A static server that lives as long as one test.

use std::cell::RefCell;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex};

use tokio::sync::watch;

use super::pseudo::pseudo;
use unrolled_serve::{Answer, Folder, Packed, Request, Server, StatusCode};

/// Every test has a site of its own, and most ask for the same files.
static PACKED: LazyLock<Packed> = LazyLock::new(Packed::default);

/// The name of the script that a page runs first.
const FIRST: &str = "run_first.js";

/// Serves a folder on a free port of this machine, below a path.
pub struct Site {
    /// None while the network is off.
    server: RefCell<Option<Server>>,
    address: SocketAddr,
    below: String,
    host: &'static str,
    shared: Arc<Shared>,
}

/// What the server's thread and the test both know.
struct Shared {
    folder: Folder,
    /// Paths that were asked for in vain.
    missing: Mutex<Vec<String>>,
    /// The file that is answered with 503; none if it is empty.
    refused: Mutex<&'static str>,
    /// The file that is not answered for now; none if it is empty.
    held: watch::Sender<&'static str>,
    /// What stands before the script that starts a worker.
    in_workers: &'static str,
    /// The script that the page runs first; none if it is empty.
    first: Mutex<String>,
    /// Whether the page's texts are given in a language that nobody speaks.
    is_pseudo: Mutex<bool>,
    /// Files of another build: in each a text in the place of another.
    changed: Mutex<Vec<(&'static str, &'static str, String)>>,
}

impl Site {
    /// Serves `folder` below a path such as `/` or `/course/rnn/`. Every worker runs `in_workers` first. The browser knows
    /// the machine by the name `host`, or by its number if that is empty.
    pub fn new(folder: &Path, below: &str, in_workers: &'static str, host: &'static str) -> Self {
        let shared = Arc::new(Shared {
            folder: Folder::new(folder, below),
            missing: Mutex::default(),
            refused: Mutex::default(),
            held: watch::channel("").0,
            in_workers,
            first: Mutex::default(),
            is_pseudo: Mutex::default(),
            changed: Mutex::default(),
        });
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let server = RefCell::new(Some(serve(listener, &shared)));
        Self { server, address, below: below.to_owned(), host, shared }
    }

    /// Ends all connections and takes no more, as if the network were off.
    pub fn go_off(&self) {
        self.server.take();
    }

    /// Serves again, where it did before.
    pub fn go_on(&self) {
        let listener = TcpListener::bind(self.address).expect("the same port");
        *self.server.borrow_mut() = Some(serve(listener, &self.shared));
    }

    /// Gives a file of this name from now on with `new` in the place of `old`, which stands there once.
    pub fn change(&self, name: &'static str, old: &'static str, new: &str) {
        self.shared.changed.lock().unwrap().push((name, old, new.to_owned()));
    }

    /// Puts a script into the page that runs before any of its own.
    pub fn run_first(&self, script: &str) {
        script.clone_into(&mut self.shared.first.lock().unwrap());
    }

    /// Gives the page's texts in a language that nobody speaks.
    pub fn speak_pseudo(&self) {
        *self.shared.is_pseudo.lock().unwrap() = true;
    }

    /// Answers 503 to whoever asks for a file of this name; none is refused if it is empty.
    pub fn refuse(&self, name: &'static str) {
        *self.shared.refused.lock().unwrap() = name;
    }

    /// Lets whoever asks for a file of this name wait until [`Self::release`].
    pub fn hold(&self, name: &'static str) {
        self.shared.held.send_replace(name);
    }

    /// Answers all that wait.
    pub fn release(&self) {
        self.hold("");
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        let address = self.address;
        let host = if self.host.is_empty() { address.ip().to_string() } else { self.host.to_owned() };
        format!("http://{host}:{}", address.port())
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("{}{}", self.origin(), self.below)
    }

    /// The paths that were asked for in vain.
    pub fn missing(&self) -> Vec<String> {
        self.shared.missing.lock().unwrap().clone()
    }
}

fn serve(listener: TcpListener, shared: &Arc<Shared>) -> Server {
    let serving = Arc::clone(shared);
    let answer = move |request: Request| {
        let shared = Arc::clone(&serving);
        async move { PACKED.pack(&request, shared.answer(&request.path).await) }
    };
    Server::start(listener, answer).expect("a server")
}

impl Shared {
    async fn answer(&self, path: &str) -> Answer {
        let is = |name: &str| !name.is_empty() && path.ends_with(name);
        if is(*self.refused.lock().unwrap()) {
            return Answer::refusal(StatusCode::SERVICE_UNAVAILABLE);
        }
        // The sender lives as long as this.
        let _ = self.held.subscribe().wait_for(|held| !is(held)).await;
        let first = self.first.lock().unwrap().clone();
        if !first.is_empty() && path.ends_with(FIRST) {
            return Answer::found("text/javascript", first.into_bytes());
        }
        let mut answer = self.folder.answer(path);
        if answer.status == StatusCode::NOT_FOUND {
            self.missing.lock().unwrap().push(path.to_owned());
        } else if path.ends_with("worker_loader.js") {
            answer.bytes.splice(0..0, self.in_workers.bytes());
        }
        let file = path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or("index.html");
        if file == "index.html" && !first.is_empty() {
            // After the policy, which it has to follow.
            let text = String::from_utf8(answer.bytes).expect("a text");
            let (begin, end) = text.split_once("<title>").expect("a title");
            answer.bytes = format!("{begin}<script src={FIRST}></script><title>{end}").into_bytes();
        }
        if *self.is_pseudo.lock().unwrap() && ["first.en.txt", "texts.en.txt"].contains(&file) {
            answer.bytes = pseudo(&String::from_utf8(answer.bytes).expect("a text")).into_bytes();
        }
        for (_, old, new) in self.changed.lock().unwrap().iter().filter(|(name, ..)| *name == file) {
            let text = String::from_utf8(answer.bytes).expect("a text");
            assert_eq!(text.matches(old).count(), 1, "{old} in {file}");
            answer.bytes = text.replace(old, new).into_bytes();
        }
        answer
    }
}
