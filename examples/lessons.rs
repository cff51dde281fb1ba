//! Checks pages of prose: makes the runs of each entry, and says what each expression comes to and whether each claim holds.
//!
//! `cargo run --release --example lessons -- FILE…`, or `-- --at SETTINGS EXPRESSION…` for single expressions, or
//! `-- --code PROGRAM SETTINGS` for a program such as `pytorch lstm`.

use std::process::ExitCode;

use course::lesson::{Figures, check, number, page, program};
use course::runs::run_at;
use learn::task::Sets;

/// The data that runs learn from.
const SETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/static/sets");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [first, settings, expressions @ ..] = &arguments[..]
        && first == "--at"
    {
        let run = run_at(settings).1;
        for text in expressions {
            println!("{text} = {:?}", number(text, &Figures { run: &run, rows: &[], cue: settings }));
        }
        return ExitCode::SUCCESS;
    }
    if let [first, code, settings] = &arguments[..]
        && first == "--code"
    {
        let (settings, run) = run_at(settings);
        return match program(code, &settings, &run) {
            Ok(program) => {
                print!("{}", program.text);
                ExitCode::SUCCESS
            }
            Err(why) => {
                eprintln!("{why}");
                ExitCode::FAILURE
            }
        };
    }
    let sets = match Sets::of_folder(SETS) {
        Ok(sets) => sets,
        Err(why) => {
            eprintln!("{SETS}: {why}");
            return ExitCode::FAILURE;
        }
    };
    let mut good = true;
    for file in &arguments {
        println!("== {file}");
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let page = match page(&text) {
            Ok(page) => page,
            Err(wrong) => {
                println!("BAD {wrong}");
                good = false;
                continue;
            }
        };
        for (number, entry) in page.entries.iter().enumerate() {
            println!("-- {} {}", number + 1, entry.heading);
            let start = std::time::Instant::now();
            let (lines, all) = check(entry, &sets);
            lines.iter().for_each(|line| println!("   {line}"));
            if !entry.runs.is_empty() {
                println!("   ({:.0} s, one after the other)", start.elapsed().as_secs_f64());
            }
            good &= all;
        }
    }
    println!("{}", if good { "all is well" } else { "something is BAD" });
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
