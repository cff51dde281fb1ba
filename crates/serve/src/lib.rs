//! A server of static files on this machine: for those who try the built page, and for the page's tests.
//!
//! Whoever starts a [`Server`] answers each request, at once or later; most answers come from a [`Folder`], and [`Packed`]
//! compresses them as a real host would. Each connection is a task of its own, so that an answer that waits holds up no other.

mod coding;
mod folder;
mod packed;

use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::JoinHandle;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderValue, VARY, X_CONTENT_TYPE_OPTIONS,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

pub use coding::Coding;
pub use folder::Folder;
pub use hyper::StatusCode;
pub use packed::Packed;

/// What a browser asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// From the first slash on, as it was sent: `%20` is no space yet.
    pub path: String,
    /// What follows the question mark; empty if there is none.
    pub query: String,
    /// Whether it may be compressed on the way.
    pub takes_gzip: bool,
}

/// What it gets. Browsers are told to ask again each time, and to take the type at its word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whether there is what was asked for.
    pub status: StatusCode,
    /// What the bytes are, such as `text/css`.
    pub content_type: &'static str,
    /// The file, in the form that `coding` says.
    pub bytes: Vec<u8>,
    /// How it travels.
    pub coding: Coding,
}

impl Answer {
    /// What was asked for.
    pub fn found(content_type: &'static str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { status: StatusCode::OK, content_type, bytes: bytes.into(), coding: Coding::AlwaysAsItIs }
    }

    /// A refusal, which says its status in words.
    #[must_use]
    pub fn refusal(status: StatusCode) -> Self {
        let words = status.canonical_reason().unwrap_or_default();
        Self { status, ..Self::found("text/plain; charset=utf-8", words) }
    }
}

/// A server in a thread of its own. It ends, with all that is under way, when this is dropped.
pub struct Server {
    address: SocketAddr,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Answers what is asked there. GET and HEAD alone come to `answer`; all else is refused.
    ///
    /// # Errors
    /// When the system gives no more files or threads.
    pub fn start<F, A>(listener: TcpListener, answer: F) -> io::Result<Self>
    where
        F: Fn(Request) -> A + Send + Sync + 'static,
        A: Future<Output = Answer> + Send + 'static,
    {
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = Builder::new_current_thread().enable_io().build()?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(listener)?
        };
        let (end, ended) = oneshot::channel::<()>();
        let thread = std::thread::Builder::new().name("server".to_owned()).spawn(move || {
            runtime.spawn(accept(listener, Arc::new(answer)));
            // It ends when it is told to, or forgotten.
            let _ = runtime.block_on(ended);
        })?;
        Ok(Self { address, end: Some(end), thread: Some(thread) })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        self.join();
    }

    fn join(&mut self) {
        // If the thread panicked, that has been reported.
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A thread that has ended hears nothing.
        let _ = self.end.take().map(|end| end.send(()));
        self.join();
    }
}

async fn accept<F, A>(listener: tokio::net::TcpListener, answer: Arc<F>)
where
    F: Fn(Request) -> A + Send + Sync + 'static,
    A: Future<Output = Answer> + Send + 'static,
{
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(serve(stream, Arc::clone(&answer)))),
            // Too many files are open, or the browser has gone away: the others go on.
            Err(_) => tokio::task::yield_now().await,
        }
    }
}

/// Answers what comes over one connection.
async fn serve<F, A>(stream: TcpStream, answer: Arc<F>)
where
    F: Fn(Request) -> A,
    A: Future<Output = Answer>,
{
    let service = service_fn(async |request| Ok::<_, Infallible>(respond(request, &*answer).await));
    // A browser that has gone away needs no answer.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

async fn respond<F, A>(request: hyper::Request<Incoming>, answer: &F) -> Response<Full<Bytes>>
where
    F: Fn(Request) -> A,
    A: Future<Output = Answer>,
{
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = sent(Answer::refusal(StatusCode::METHOD_NOT_ALLOWED));
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let (path, query) = (request.uri().path().to_owned(), request.uri().query().unwrap_or_default().to_owned());
    let accepted = request.headers().get_all(ACCEPT_ENCODING).iter().filter_map(|list| list.to_str().ok());
    let takes_gzip = coding::takes_gzip(&accepted.collect::<Vec<_>>().join(","));
    sent(answer(Request { path, query, takes_gzip }).await)
}

/// An answer as it is sent; what a HEAD gets of it hyper knows.
fn sent(answer: Answer) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(answer.bytes)));
    *response.status_mut() = answer.status;
    for (name, value) in
        [(CONTENT_TYPE, answer.content_type), (CACHE_CONTROL, "no-cache"), (X_CONTENT_TYPE_OPTIONS, "nosniff")]
    {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    if answer.coding != Coding::AlwaysAsItIs {
        response.headers_mut().insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    if answer.coding == Coding::Gzip {
        response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::time::Duration;

    /// Serves this crate's sources below a path; `/wait` is never answered.
    fn server(below: &str) -> Server {
        let folder = Arc::new(Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"), below));
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let answer = move |request: Request| {
            let folder = Arc::clone(&folder);
            async move {
                if request.path == "/wait" {
                    std::future::pending::<()>().await;
                }
                folder.answer(&request.path)
            }
        };
        Server::start(listener, answer).unwrap()
    }

    /// Asks for a path; the answer comes when it is read.
    fn ask(server: &Server, method: &str, path: &str) -> std::net::TcpStream {
        ask_taking(server, method, path, "")
    }

    /// Asks with more lines in the head.
    fn ask_taking(server: &Server, method: &str, path: &str, more: &str) -> std::net::TcpStream {
        let mut stream = std::net::TcpStream::connect(server.address()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: x\r\n{more}Connection: close\r\n\r\n").unwrap();
        stream
    }

    /// The head of an answer in small letters, and its body.
    fn answer(server: &Server, method: &str, path: &str) -> (String, String) {
        let mut text = String::new();
        ask(server, method, path).read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        (head.to_lowercase(), body.to_owned())
    }

    #[test]
    fn a_file_comes_with_its_type_and_no_browser_keeps_it() {
        let (head, body) = answer(&server("/"), "GET", "/lib.rs?cell=lstm");
        assert!(head.starts_with("http/1.1 200 "), "{head}");
        for line in
            ["content-type: application/octet-stream", "cache-control: no-cache", "x-content-type-options: nosniff"]
        {
            assert!(head.contains(line), "{head}");
        }
        assert_eq!(body, include_str!("lib.rs"));
    }

    #[test]
    fn a_file_is_compressed_for_a_browser_that_takes_it() {
        let style = "p { color: red; } ".repeat(100);
        let whole = style.len();
        let packed = Packed::default();
        let answer = move |request: Request| {
            let answer = packed.pack(&request, Answer::found("text/css; charset=utf-8", style.clone()));
            std::future::ready(answer)
        };
        let server = Server::start(TcpListener::bind("127.0.0.1:0").unwrap(), answer).unwrap();
        let asked = |method: &str, more: &str| {
            let mut bytes = Vec::new();
            ask_taking(&server, method, "/a.css", more).read_to_end(&mut bytes).unwrap();
            let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").unwrap() + 4;
            (String::from_utf8_lossy(&bytes[..end]).to_lowercase(), bytes.len() - end)
        };
        let takes = "Accept-Encoding: br\r\nAccept-Encoding: gzip\r\n";
        let (head, length) = asked("GET", takes);
        assert!(head.contains("content-encoding: gzip") && head.contains("vary: accept-encoding"), "{head}");
        assert!(length < 100 && head.contains(&format!("content-length: {length}\r\n")), "{length}: {head}");
        assert!(head.contains("content-type: text/css; charset=utf-8"), "{head}");
        let (same, nothing) = asked("HEAD", takes);
        assert!(nothing == 0 && same.contains(&format!("content-length: {length}\r\n")), "{same}");
        let (head, length) = asked("GET", "");
        assert!(!head.contains("content-encoding") && head.contains("vary: accept-encoding"), "{head}");
        assert!(length == whole && head.contains(&format!("content-length: {length}\r\n")), "{length}: {head}");
    }

    #[test]
    fn a_head_is_told_the_length_and_gets_no_file() {
        let (head, body) = answer(&server("/"), "HEAD", "/lib.rs");
        assert!(head.contains(&format!("content-length: {}", include_str!("lib.rs").len())), "{head}");
        assert_eq!(body, "");
    }

    #[test]
    fn what_is_not_there_is_404_and_what_would_change_something_405() {
        let server = server("/");
        assert!(answer(&server, "GET", "/missing").0.starts_with("http/1.1 404 "));
        for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
            let (head, _) = answer(&server, method, "/lib.rs");
            assert!(head.starts_with("http/1.1 405 ") && head.contains("allow: get, head"), "{method}: {head}");
        }
    }

    #[test]
    fn a_folder_is_served_below_its_path_only() {
        let server = server("/course/rnn/");
        assert!(answer(&server, "GET", "/course/rnn/lib.rs").0.starts_with("http/1.1 200 "));
        assert!(answer(&server, "GET", "/lib.rs").0.starts_with("http/1.1 404 "));
    }

    #[test]
    fn answers_that_wait_hold_up_none_and_end_with_the_server() {
        let server = server("/");
        let waiting: Vec<_> = (0..20).map(|_| ask(&server, "GET", "/wait")).collect();
        assert!(answer(&server, "GET", "/lib.rs").0.starts_with("http/1.1 200 "));
        drop(server);
        for mut stream in waiting {
            let mut text = String::new();
            // The connection is closed, or reset; a read that waited longer than it may would be an error of another kind.
            let ended = stream.read_to_string(&mut text);
            assert!(ended.map_or_else(|error| error.kind() == io::ErrorKind::ConnectionReset, |bytes| bytes == 0));
        }
    }
}
