//! A static server that lives as long as one test.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use http::{Response, StatusCode};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::sync::{oneshot, watch};

/// Serves a folder on a free port of this machine, below a path.
pub struct Site {
    address: SocketAddr,
    below: String,
    host: &'static str,
    shared: Arc<Shared>,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What the server's thread and the test both know.
struct Shared {
    folder: PathBuf,
    below: String,
    /// Paths that were asked for in vain.
    missing: Mutex<Vec<String>>,
    /// The file that is answered with 503; none if it is empty.
    refused: Mutex<&'static str>,
    /// The file that is not answered for now; none if it is empty.
    held: watch::Sender<&'static str>,
    /// What stands before the script that starts a worker.
    in_workers: &'static str,
}

impl Site {
    /// Serves `folder` below a path such as `/` or `/course/rnn/`. Every worker runs `in_workers` first. The browser knows
    /// the machine by the name `host`, or by its number if that is empty.
    pub fn new(folder: &Path, below: &str, in_workers: &'static str, host: &'static str) -> Self {
        let shared = Arc::new(Shared {
            folder: folder.to_owned(),
            below: below.to_owned(),
            missing: Mutex::default(),
            refused: Mutex::default(),
            held: watch::channel("").0,
            in_workers,
        });
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (end, ended) = oneshot::channel();
        let serving = Arc::clone(&shared);
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = serve(listener, serving) => {}
                    _ = ended => {}
                }
            });
        });
        Self { address, below: below.to_owned(), host, shared, end: Some(end), thread: Some(thread) }
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
        let host = if self.host.is_empty() { self.address.ip().to_string() } else { self.host.to_owned() };
        format!("http://{host}:{}", self.address.port())
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

impl Drop for Site {
    fn drop(&mut self) {
        // If the thread panicked, that has been reported.
        let _ = self.end.take().map(|end| end.send(()));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Answers each connection apart from the others: one that is slow holds up none.
async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            let service = service_fn(|request: http::Request<hyper::body::Incoming>| {
                let shared = Arc::clone(&shared);
                async move { Ok::<_, Infallible>(shared.answer(request.uri().path()).await) }
            });
            // A browser that has gone away needs no answer.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

impl Shared {
    async fn answer(&self, path: &str) -> Response<Full<Bytes>> {
        let is = |name: &str| !name.is_empty() && path.ends_with(name);
        let status = |status: StatusCode| {
            let mut response = Response::new(Full::default());
            *response.status_mut() = status;
            response
        };
        if is(*self.refused.lock().unwrap()) {
            return status(StatusCode::SERVICE_UNAVAILABLE);
        }
        // The sender lives as long as this.
        let _ = self.held.subscribe().wait_for(|held| !is(held)).await;
        let file = file(&self.folder, &self.below, path);
        let Some((mut bytes, kind)) = file.and_then(|file| Some((std::fs::read(&file).ok()?, kind(&file)))) else {
            self.missing.lock().unwrap().push(path.to_owned());
            return status(StatusCode::NOT_FOUND);
        };
        if path.ends_with("worker_loader.js") {
            bytes.splice(0..0, self.in_workers.bytes());
        }
        Response::builder().header("Content-Type", kind).body(Full::new(Bytes::from(bytes))).expect("a response")
    }
}

/// The file that a path names, or none outside of the folder.
fn file(folder: &Path, below: &str, path: &str) -> Option<PathBuf> {
    let name = path.strip_prefix(below)?;
    let inside = name.split('/').all(|part| part != "..");
    inside.then(|| folder.join(if name.is_empty() { "index.html" } else { name }))
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        "csv" => "text/csv",
        _ => "application/octet-stream",
    }
}
