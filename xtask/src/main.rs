//! `cargo xtask`: everything that is done to this project, from setting up a fresh machine to
//! checking a change. One file a subject; this one reads the command line.

mod browser;
mod bundle;
mod changed;
mod compile;
mod csp;
mod elsewhere;
mod floors;
mod gallery;
mod html;
mod icons;
mod interop;
mod layout;
mod offline;
mod opening;
mod process;
mod serve;
mod size;
mod slim;
mod split;
mod suite;
mod tools;
mod watch;
mod why;
mod zip;

use anyhow::{Result, bail};
use std::path::Path;
use std::process::ExitCode;
use suite::Choice;
use why::Whose;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [--port N] [--no-build]  build the page and serve it on http://127.0.0.1:8080
  watch [--port N]               serve it while you work on it: a change is there in seconds
  test [--only STEP[,STEP]]      run every check, or some; `test --list` names them;
                                 `page:MODULE` is a module of tests/page
  test --changed [BASE]          run what a change since BASE can break; since this
                                 branch left main unless told
  test --interop                 run the programs that the page writes, in PyTorch, Keras, JAX,
                                 candle and burn, whose pinned versions it gets first; apart
                                 from the other checks
  build                          build the page into dist/
  bench                          build the page and measure it in a browser
  bench --start                  how soon the page can be read and answers a key, over a given
                                 line, and how far its layout shifts
  bench --tasks [NAME ...]       train each cell on each task: steps and seconds to its mark
  bench --results [NAME ...]     make the runs that the page ships as recorded, a line each
  bench --weights [NAME ...]     train the default run of each task, and write the weights and
                                 losses that the page ships into static/weights
  bench --peers [OPTION ...]     a training step beside TensorFlow.js and PyTorch
  fuzz [--only files|address|messages] [--minutes N] [--seconds N] [--seed N]
                                 try the readers of a person's files, of the address and of a
                                 frame's messages with their cases, changed by chance
  zip                            pack dist/ into target/unrolled.zip, as `build` does at its end
  icons                          draw the icons of the installed page from static/icon.svg
  gallery                        build the gallery of components into target/gallery/page
  setup                          get the build tools, and nothing else
  floors                         show circles between files, arrows upward between crates and
                                 markup in texts; `--list`: every arrow; `--picture`: the crates in Markdown
  size                           list what dist/ weighs, and fail past the limits
  size --why [--worker]          which crates and functions the page's WebAssembly, or the
                                 worker's, is made of
  csp DIR                        write the hashes of inline scripts into DIR/index.html

The first run gets the wasm target, Trunk, wasm-bindgen and wasm-opt in the pinned
versions, into a cache of your own; later runs find them there.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out one command line, given without the program's name.
fn command(arguments: &[&str]) -> Result<()> {
    match arguments {
        [] | ["help" | "--help" | "-h"] => println!("{HELP}"),
        ["serve", options @ ..] => {
            let options = serve::Options::parse("serve", options)?;
            if options.build {
                bundle::build()?;
            }
            serve::serve(&bundle::dist()?, options.port)?;
        }
        ["watch", options @ ..] => watch::watch(serve::Options::parse("watch", options)?.port)?,
        ["test"] => suite::test(&Choice::default())?,
        ["test", "--list"] => suite::list(),
        ["test", "--only", names] => suite::test(&Choice::only(names)?)?,
        ["test", "--interop"] => interop::test()?,
        ["test", "--changed"] => suite::test(&changed::choice(None)?)?,
        ["test", "--changed", base] => suite::test(&changed::choice(Some(base))?)?,
        ["build"] => bundle::build()?,
        ["zip"] => drop(zip::write(&bundle::dist()?)?),
        ["icons"] => icons::draw()?,
        ["gallery"] => println!("The gallery lies in {}", gallery::build()?.display()),
        ["fuzz", options @ ..] => suite::fuzz(options)?,
        ["bench"] => suite::bench()?,
        ["bench", "--start"] => suite::bench_start()?,
        ["bench", "--tasks", names @ ..] => suite::bench_in_node("benches/tasks.mjs", names)?,
        ["bench", "--results", names @ ..] => suite::bench_in_node("benches/results.mjs", names)?,
        ["bench", "--weights", names @ ..] => suite::bench_weights(names)?,
        ["bench", "--peers", options @ ..] => suite::bench_peers(options)?,
        ["setup"] => drop(tools::Toolbox::ready()?),
        ["floors"] => floors::check()?,
        ["floors", "--list"] => floors::list()?,
        ["floors", "--picture"] => floors::picture()?,
        ["size"] => size::check(&bundle::dist()?)?,
        ["size", "--why"] => why::print(Whose::Page)?,
        ["size", "--why", "--worker"] => why::print(Whose::Worker)?,
        ["csp", folder] => csp::patch(Path::new(folder))?,
        other => bail!("`{}` is not a command of xtask\n\n{HELP}", other.join(" ")),
    }
    Ok(())
}
