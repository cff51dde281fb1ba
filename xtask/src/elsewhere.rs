//! The other engines that the page is tested in: Firefox's, and WebKit's in the small browser of its port to GTK. Finds the browser
//! and its driver, and gets them where it may.

use crate::browser::{install, locate, may_install};
use crate::process;
use crate::tools::geckodriver;
use anyhow::{Context, Result, bail};
use std::fmt;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a driver may take to listen, and how often one is started.
const PATIENCE: Duration = Duration::from_secs(20);
const TRIES: usize = 5;

/// An engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Firefox's.
    Firefox,
    /// WebKit's.
    WebKit,
}

impl Engine {
    /// What the tests call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What a person does where it cannot be got.
    fn advice(self) -> &'static str {
        match self {
            Self::Firefox => {
                "Firefox is not here, so nothing is tested in it: install it (Debian: `apt-get install firefox-esr`), \
                 or set FIREFOX to its path"
            }
            Self::WebKit => {
                "WebKit is not here, so nothing is tested in it: install it for GTK with its driver and Xvfb \
                 (Debian: `apt-get install webkit2gtk-driver xvfb`), or set MINIBROWSER, WEBKITWEBDRIVER and XVFB to their paths"
            }
        }
    }

    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }

    fn find(self) -> Option<Found> {
        match self {
            Self::Firefox => {
                Some(Found { browser: locate("FIREFOX", &["firefox-esr", "firefox"])?, driver: None, screen: None })
            }
            Self::WebKit => Some(Found {
                browser: mini_browser()?,
                driver: Some(locate("WEBKITWEBDRIVER", &["WebKitWebDriver"])?),
                screen: Some(locate("XVFB", &["Xvfb"])?),
            }),
        }
    }

    /// Finds the browser, and installs it when this is root's Debian.
    ///
    /// # Errors
    /// [`Absent`] where it is missing and may not be installed; and when what may be installed cannot be, or its screen does not
    /// start.
    pub fn ready(self) -> Result<Elsewhere> {
        let mut found = self.find();
        if found.is_none() && may_install() {
            install(self.packages()).context(self.advice())?;
            found = self.find();
        }
        let Found { browser, driver, screen } = found.ok_or(Absent(self.advice()))?;
        let driver = driver.map_or_else(geckodriver, Ok)?;
        let screen = screen.map(Screen::start).transpose()?;
        Ok(Elsewhere { engine: self, browser, driver, screen })
    }
}

/// A browser that is not here and cannot be got: what a person can do.
#[derive(Debug)]
pub struct Absent(&'static str);

impl fmt::Display for Absent {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str(self.0)
    }
}

impl std::error::Error for Absent {}

/// What was found of it.
struct Found {
    browser: PathBuf,
    /// Its driver; none where that is a tool of ours.
    driver: Option<PathBuf>,
    /// What gives it a screen, if it needs one.
    screen: Option<PathBuf>,
}

/// A browser with another engine, ready to be driven.
pub struct Elsewhere {
    engine: Engine,
    browser: PathBuf,
    driver: PathBuf,
    screen: Option<Screen>,
}

impl Elsewhere {
    /// Starts so many drivers, and tells a run of the tests of them.
    ///
    /// # Errors
    /// When one does not start.
    pub fn drive(&self, count: usize, tests: &mut Command) -> Result<Vec<Driver>> {
        let start = || Driver::start(&self.driver, self.screen.as_ref());
        let drivers = (0..count).map(|_| start()).collect::<Result<Vec<_>>>()?;
        let urls: Vec<_> = drivers.iter().map(|driver| format!("http://127.0.0.1:{}", driver.port)).collect();
        tests
            .env("UNROLLED_ENGINE", self.engine.name())
            .env("UNROLLED_BROWSER", &self.browser)
            .env("UNROLLED_DRIVERS", urls.join(" "));
        Ok(drivers)
    }
}

/// A running driver, which serves one browser at a time. It ends, with its browser, when this is dropped.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start(program: &Path, screen: Option<&Screen>) -> Result<Self> {
        let named = || format!("{} did not start", program.display());
        // Another program may take the port that was free a moment ago.
        for _ in 0..TRIES {
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
            let mut command = process::program(program);
            command.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            if let Some(screen) = screen {
                command.env("DISPLAY", &screen.name);
            }
            // A group of its own: a driver leaves its browser behind when it ends.
            let process = command.process_group(0).spawn().with_context(named)?;
            let mut driver = Self { process, port };
            let start = Instant::now();
            while start.elapsed() < PATIENCE && driver.process.try_wait()?.is_none() {
                if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                    return Ok(driver);
                }
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        bail!(named())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Whether this succeeds or all of them are gone already, nothing is left to do.
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", self.process.id())]).status();
        let _ = self.process.wait();
    }
}

/// The small browser lies beside WebKit's library.
fn mini_browser() -> Option<PathBuf> {
    if let Some(own) = std::env::var_os("MINIBROWSER").filter(|own| !own.is_empty()) {
        return Some(own.into());
    }
    let below = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let libraries = ["/usr/lib", "/usr/libexec"].into_iter().map(PathBuf::from);
    let folders = libraries.flat_map(|folder| below(folder.clone()).chain([folder]));
    folders
        .flat_map(|folder| ["webkitgtk-6.0", "webkit2gtk-4.1"].map(|own| folder.join(own).join("MiniBrowser")))
        .find(|own| own.is_file())
}

/// A screen that nobody sees. It ends when this is dropped.
struct Screen {
    process: Child,
    name: String,
}

impl Screen {
    fn start(program: PathBuf) -> Result<Self> {
        let mut command = process::program(&program);
        // It says on the descriptor 1 which number it has.
        command.args(["-displayfd", "1", "-screen", "0", "2000x1400x24", "-nolisten", "tcp"]);
        let named = || format!("{} did not start", program.display());
        let mut process =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().with_context(named)?;
        let mut number = String::new();
        let output = process.stdout.take().with_context(named)?;
        BufReader::new(output).read_line(&mut number).with_context(named)?;
        anyhow::ensure!(!number.trim().is_empty(), named());
        Ok(Self { process, name: format!(":{}", number.trim()) })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Whether this succeeds or it is gone already, nothing is left to do.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
