//! `cargo xtask serve`: serves the built page, to this machine alone.

use anyhow::{Context, Result, anyhow, bail};
use std::future::ready;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use unrolled_serve::{Answer, Folder, Packed, Request, Server};

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

/// Serves a folder until the process is ended, compressed as a real host would.
///
/// # Errors
/// When the port can't be had.
pub fn serve(folder: &Path, port: u16) -> Result<()> {
    let (folder, packed) = (Folder::new(folder, "/"), Packed::default());
    start(port, "serve", move |request| ready(packed.pack(&request, folder.answer(&request.path))))?.wait();
    Ok(())
}

/// Starts a server on a port of this machine for `cargo xtask COMMAND`, and says where.
///
/// # Errors
/// When the port can't be had.
pub fn start<F, A>(port: u16, command: &str, answer: F) -> Result<Server>
where
    F: Fn(Request) -> A + Send + Sync + 'static,
    A: Future<Output = Answer> + Send + 'static,
{
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        if error.kind() == ErrorKind::AddrInUse {
            let other = port.checked_add(1).unwrap_or(8080);
            anyhow!("port {port} is taken: choose another, as in `cargo xtask {command} --port {other}`")
        } else {
            anyhow!("port {port} can't be listened on: {error}")
        }
    })?;
    let server = Server::start(listener, answer).context("the server did not start")?;
    println!("Serving the page on http://{} (end with Ctrl-C)", server.address());
    Ok(server)
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
    fn a_port_that_is_taken_is_told_with_another() {
        let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = holder.local_addr().unwrap().port();
        let error = serve(Path::new("/nowhere"), taken).unwrap_err().to_string();
        assert!(
            error.contains(&format!("port {taken} is taken")) && error.contains("cargo xtask serve --port"),
            "{error}"
        );
    }
}
