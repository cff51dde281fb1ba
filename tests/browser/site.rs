//! A static server that lives as long as one test.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use tiny_http::{Header, Request, Response, Server};

/// Serves a folder on a free port of this machine, below a path.
pub struct Site {
    server: Arc<Server>,
    thread: Option<JoinHandle<()>>,
    below: String,
    missing: Arc<Mutex<Vec<String>>>,
    refused: Arc<Mutex<&'static str>>,
}

impl Site {
    /// Serves `folder` below a path such as `/` or `/course/rnn/`.
    pub fn new(folder: &Path, below: &str) -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a free port"));
        let missing = Arc::new(Mutex::new(Vec::new()));
        let refused = Arc::new(Mutex::new(""));
        let thread = {
            let (server, missing, refused) = (Arc::clone(&server), Arc::clone(&missing), Arc::clone(&refused));
            let (folder, below) = (folder.to_owned(), below.to_owned());
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    let refused = *refused.lock().unwrap();
                    if !refused.is_empty() && request.url().ends_with(refused) {
                        // A browser that has gone away needs no answer.
                        let _ = request.respond(Response::empty(503));
                        continue;
                    }
                    answer(request, &folder, &below, &missing);
                }
            })
        };
        Self { server, thread: Some(thread), below: below.to_owned(), missing, refused }
    }

    /// Answers 503 to whoever asks for a file of this name; none is refused if it is empty.
    pub fn refuse(&self, name: &'static str) {
        *self.refused.lock().unwrap() = name;
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://{}", self.server.server_addr())
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("{}{}", self.origin(), self.below)
    }

    /// The paths that were asked for in vain.
    pub fn missing(&self) -> Vec<String> {
        self.missing.lock().unwrap().clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(thread) = self.thread.take() {
            // If the thread panicked, that has been reported.
            let _ = thread.join();
        }
    }
}

fn answer(request: Request, folder: &Path, below: &str, missing: &Mutex<Vec<String>>) {
    let path = request.url().split('?').next().unwrap_or_default().to_owned();
    let file = file(folder, below, &path);
    // A browser that has gone away needs no answer.
    let _ = match file.and_then(|file| Some((std::fs::read(&file).ok()?, kind(&file)))) {
        Some((bytes, kind)) => {
            let kind = Header::from_bytes("Content-Type", kind).expect("a header");
            request.respond(Response::from_data(bytes).with_header(kind))
        }
        None => {
            missing.lock().unwrap().push(path);
            request.respond(Response::empty(404))
        }
    };
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
