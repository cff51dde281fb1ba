//! A small static file server for trying the built page on this machine: the right types, nothing
//! kept by the browser, no file from outside the folder, no caller from outside the machine.

use anyhow::{Context, Result, anyhow, bail};
use percent_encoding::percent_decode_str;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server};

/// How many requests are answered at once: as many as a browser opens connections.
const WORKERS: usize = 6;

/// What `cargo xtask serve` and `cargo xtask watch` can be told.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// The port to listen on.
    pub port: u16,
    /// Whether to build the page first.
    pub build: bool,
}

impl Options {
    /// Reads the options after a command.
    ///
    /// # Errors
    /// On anything but `--port N` and, for `serve`, `--no-build`.
    pub fn parse(command: &str, arguments: &[&str]) -> Result<Self> {
        let mut options = Self { port: 8080, build: true };
        let mut rest = arguments;
        loop {
            rest = match rest {
                [] => return Ok(options),
                ["--no-build", rest @ ..] if command == "serve" => {
                    options.build = false;
                    rest
                }
                ["--port", port, rest @ ..] => {
                    options.port = port
                        .parse()
                        .with_context(|| format!("found port `{port}`, expected a number from 0 to 65535"))?;
                    rest
                }
                ["--port"] => bail!("--port needs a number, as in `--port 8081`"),
                [other, ..] => bail!(
                    "`{other}` is no option of {command}, expected --port N{}",
                    match command {
                        "serve" => " or --no-build",
                        _ => "",
                    }
                ),
            }
        }
    }
}

/// Serves a folder until the process is ended.
///
/// # Errors
/// When the port can't be had.
pub fn serve(folder: &Path, port: u16) -> Result<()> {
    let server = listen(port, "serve")?;
    answer_all(&server, |request| answer(request, folder));
    Ok(())
}

/// Listens on a port of this machine for `cargo xtask COMMAND`, and says where.
///
/// # Errors
/// When the port can't be had.
pub fn listen(port: u16, command: &str) -> Result<Server> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        if error.kind() == ErrorKind::AddrInUse {
            let other = port.checked_add(1).unwrap_or(8080);
            anyhow!("port {port} is taken: choose another, as in `cargo xtask {command} --port {other}`")
        } else {
            anyhow!("port {port} can't be listened on: {error}")
        }
    })?;
    let address = listener.local_addr()?;
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("the server did not start: {error}"))?;
    println!("Serving the page on http://{address} (end with Ctrl-C)");
    Ok(server)
}

/// Hands every request to `answer`, until the process is ended.
pub fn answer_all(server: &Server, answer: impl Fn(Request) + Sync) {
    std::thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| server.incoming_requests().for_each(&answer));
        }
    });
}

/// Answers with a file of a folder.
pub fn answer(request: Request, folder: &Path) {
    let reading = matches!(request.method(), Method::Get | Method::Head);
    let file = resolve(folder, request.url());
    let open = file.and_then(|path| Some((File::open(&path).ok()?, path)));
    // A browser that went away is no fault of the server's.
    let _ = match open {
        _ if !reading => request.respond(Response::from_string("only GET and HEAD").with_status_code(405)),
        None => request.respond(Response::from_string("not found").with_status_code(404)),
        Some((file, path)) => request.respond(with_headers(Response::from_file(file), content_type(&path))),
    };
}

/// An answer with its type, which no browser is to keep.
pub fn with_headers<R: Read>(mut response: Response<R>, content_type: &str) -> Response<R> {
    let fields = [("Content-Type", content_type), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")];
    for (name, value) in fields {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

/// The file that an address asks for, `index.html` for a folder; `None` when there is none, or it
/// lies outside the folder.
fn resolve(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part == "." || part == ".." || part.contains(['\\', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // A link may lead outside.
    let real = file.canonicalize().ok()?;
    real.starts_with(folder.canonicalize().ok()?).then_some(real)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_read_and_others_refused() {
        let defaults = Options::parse("serve", &[]).unwrap();
        assert_eq!((defaults.port, defaults.build), (8080, true));
        let given = Options::parse("serve", &["--no-build", "--port", "9000"]).unwrap();
        assert_eq!((given.port, given.build), (9000, false));
        for wrong in [&["--port"][..], &["--port", "x"], &["--port", "70000"], &["--open"]] {
            Options::parse("serve", wrong).unwrap_err();
        }
        Options::parse("watch", &["--no-build"]).unwrap_err();
    }

    #[test]
    fn addresses_lead_to_files_of_the_folder_only() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let inside = |url| resolve(&source, url).is_some();
        assert!(inside("/main.rs"));
        assert!(inside("//main.rs?cell=lstm"));
        assert!(inside("/%6dain.rs"));
        for outside in ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/..\\Cargo.toml"] {
            assert!(!inside(outside), "{outside}");
        }
        assert!(!inside("/"), "no listing where there is no index.html");
        assert!(!inside("/missing"));
    }

    #[test]
    fn a_link_out_of_the_folder_leads_nowhere() {
        let folder = std::env::temp_dir().join(format!("xtask-serve-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("index.html"), "").unwrap();
        std::os::unix::fs::symlink("/etc/hostname", folder.join("out")).unwrap();
        assert!(resolve(&folder, "/").is_some());
        assert!(resolve(&folder, "/out").is_none());
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn wasm_has_the_type_that_streaming_compilation_asks_for() {
        assert_eq!(content_type(Path::new("a/main_bg.wasm")), "application/wasm");
        assert_eq!(content_type(Path::new("main")), "application/octet-stream");
    }
}
