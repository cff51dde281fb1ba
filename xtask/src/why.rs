//! `cargo xtask size --why`: which crates and which functions the weight of the WebAssembly is. It is made once more as it
//! ships, but with the names of its functions.

use crate::compile::{self, Order};
use crate::tools::Toolbox;
use crate::{bundle, process, slim, split};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// How many functions are listed.
const FUNCTIONS: usize = 10;

/// Crates with a smaller share of the whole than this are listed together.
const LEAST_SHARE: f64 = 0.005;

/// The standard library: what it defines for a trait of another crate is that crate's.
const STANDARD: [&str; 3] = ["alloc", "core", "std"];

/// Whose weight is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whose {
    /// The page's own, in its two parts: what the first view waits for, and what comes later.
    Page,
    /// The worker's.
    Worker,
}

/// A WebAssembly module by its parts, in bytes. The names themselves, which do not ship, are not counted.
#[derive(Debug, Default, PartialEq)]
struct Weights {
    /// Each function's name, as the compiler mangles it, and the length of its code.
    functions: Vec<(String, usize)>,
    /// Texts and tables.
    data: usize,
    /// All the rest: types, imports, exports, the table of functions.
    rest: usize,
}

impl Weights {
    fn whole(&self) -> usize {
        self.functions.iter().map(|(_, bytes)| bytes).sum::<usize>() + self.data + self.rest
    }
}

/// Prints what a module weighs, by crate, and its largest functions.
///
/// # Errors
/// When a tool can't be had, the code doesn't compile, or the module has no names.
pub fn print(whose: Whose) -> Result<()> {
    for (subject, module) in make(&Toolbox::ready()?, whose)? {
        println!("\n{}", told(subject, &weigh(&module)?));
    }
    Ok(())
}

/// Makes the modules as `cargo xtask build` does, and leaves their names in them. Each comes with what it is called.
fn make(tools: &Toolbox, whose: Whose) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let (profile, package, program) = match whose {
        Whose::Page => ("release", "unrolled", "app"),
        Whose::Worker => ("worker", "worker", "worker"),
    };
    let order = Order { profile, package: Some(package), programs: &[program], flags: Some(bundle::without_paths()) };
    let programs = compile::compile(tools, &order)?;
    let folder = process::root().join("target/why");
    // The slimmer looks for a name with the mark of a build.
    let name = format!("{program}-why");
    for program in programs {
        compile::bind_as(tools, &program, &name, &folder, &["--no-demangle"])?;
    }
    let file = folder.join(format!("{name}_bg.wasm"));
    match whose {
        Whose::Page => slim::slim(tools, &folder, slim::Keep::FunctionNames)?,
        Whose::Worker => optimise(tools, &file)?,
    }
    let files = match whose {
        Whose::Page => {
            vec![("page's first part", file), ("page's later part", folder.join(split::Names::of(&name).later))]
        }
        Whose::Worker => vec![("worker", file)],
    };
    let read = |(subject, file): (&'static str, PathBuf)| {
        let module = std::fs::read(&file).with_context(|| format!("{} could not be read", file.display()))?;
        Ok((subject, module))
    };
    files.into_iter().map(read).collect()
}

/// As Trunk does with the worker, by `data-wasm-opt` in `index.html`.
fn optimise(tools: &Toolbox, file: &Path) -> Result<()> {
    process::run(tools.program("wasm-opt").args(["-O3", "-g"]).arg(file).arg("-o").arg(file))
}

/// Takes a module apart.
fn weigh(module: &[u8]) -> Result<Weights> {
    let mut names = BTreeMap::new();
    let (mut imported, mut lengths) = (0, Vec::new());
    let (mut data, mut left_out) = (0, 0);
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("the WebAssembly can't be read")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                }
            }
            Payload::CodeSectionEntry(body) => lengths.push(body.range().len()),
            Payload::DataSection(section) => data = section.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    // With the section's own number, and its length in LEB128, which takes three bytes or more.
                    left_out = section.range().len() + 1 + leb128(section.range().len());
                    for part in sections {
                        if let Name::Function(list) = part? {
                            for naming in list {
                                let naming = naming?;
                                names.insert(naming.index as usize, naming.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    ensure!(!names.is_empty(), "the WebAssembly has no names of functions");
    let code: usize = lengths.iter().sum();
    let name = |place: usize| names.remove(&(imported + place)).unwrap_or_default();
    let functions = (0..lengths.len()).map(name).zip(lengths).collect();
    Ok(Weights { functions, data, rest: module.len().saturating_sub(code + data + left_out) })
}

/// How many bytes a number takes in LEB128.
fn leb128(number: usize) -> usize {
    (usize::BITS - number.max(1).leading_zeros()).div_ceil(7) as usize
}

/// The weights in words.
fn told(subject: &str, weights: &Weights) -> String {
    let whole = weights.whole();
    let share = |bytes: usize| bytes as f64 / whole.max(1) as f64;
    let line = |bytes: usize, what: &str| {
        format!("{:>9.1} kB {:>5.1} %   {what}\n", bytes as f64 / 1000.0, 100.0 * share(bytes))
    };
    let mut crates: BTreeMap<String, usize> = BTreeMap::new();
    for (name, bytes) in &weights.functions {
        *crates.entry(home(&demangled(name))).or_default() += bytes;
    }
    let mut crates: Vec<(String, usize)> = crates.into_iter().collect();
    crates.extend([("(data: texts and tables)".to_owned(), weights.data), ("(all the rest)".to_owned(), weights.rest)]);
    crates.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let (large, small): (Vec<_>, Vec<_>) = crates.into_iter().partition(|(_, bytes)| share(*bytes) >= LEAST_SHARE);
    let mut told = format!(
        "The WebAssembly of the {subject} as it ships, not compressed, by the crate that defines each function:\n"
    );
    large.iter().for_each(|(name, bytes)| told += &line(*bytes, name));
    told += &line(small.iter().map(|(_, bytes)| bytes).sum(), &format!("(crates with less each: {})", small.len()));
    told += &line(whole, "together");
    told += "The largest functions:\n";
    let mut functions: Vec<&(String, usize)> = weights.functions.iter().collect();
    functions.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    functions.iter().take(FUNCTIONS).for_each(|(name, bytes)| told += &line(*bytes, &demangled(name)));
    told
}

/// A name as it stands in the sources, without its hash.
fn demangled(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}

/// The crate that defines a function: of `<T as Trait>::f` that of T, or of the trait where T is the standard library's or
/// any type.
fn home(function: &str) -> String {
    let of = |path: &str| {
        let path = path.trim_start_matches(['<', '&', '(', '[', '*']);
        let path = ["mut ", "const ", "dyn "].iter().fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
        let name = path.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default();
        let is_crate = !name.is_empty() && path[name.len()..].starts_with("::");
        is_crate.then(|| name.to_owned())
    };
    let own = of(function);
    let of_trait = if function.starts_with('<') { implemented(function).and_then(of) } else { None };
    let own = own.filter(|own| of_trait.is_none() || !STANDARD.contains(&&**own));
    own.or(of_trait).unwrap_or_else(|| "(no crate)".to_owned())
}

/// The trait in `<T as Trait>::f`, with what follows it.
fn implemented(function: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, letter) in function.char_indices() {
        match letter {
            '<' => depth += 1,
            // The arrow of a function's type closes nothing.
            '>' if !function[..at].ends_with('-') => depth = depth.saturating_sub(1),
            ' ' if depth == 1 => {
                if let Some(rest) = function[at..].strip_prefix(" as ") {
                    return Some(rest);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A section of a module: its number, its length, what it holds.
    fn section(number: u8, holds: &[u8]) -> Vec<u8> {
        [&[number, holds.len() as u8], holds].concat()
    }

    /// A module that imports one function, defines two, `a::f` and `a::g`, and has five bytes of data.
    fn module() -> Vec<u8> {
        let names = [&b"\x04name\x01\x0d\x02\x01\x04a::f\x02\x04a::g"[..]].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, b"\x01\x60\0\0"),
            section(2, b"\x01\x01m\x01i\0\0"),
            section(3, b"\x02\0\0"),
            section(5, b"\x01\0\x01"),
            section(10, b"\x02\x02\0\x0b\x05\0\x01\x01\x01\x0b"),
            section(11, b"\x01\0\x41\0\x0b\x05hello"),
            section(0, &names),
        ]
        .concat()
    }

    #[test]
    fn a_module_is_weighed_by_its_parts_and_the_names_do_not_count() {
        let module = module();
        let weights = weigh(&module).unwrap();
        assert_eq!(weights.functions, [("a::f".to_owned(), 2), ("a::g".to_owned(), 5)]);
        assert_eq!(weights.data, b"\x01\0\x41\0\x0b\x05hello".len());
        let names = 2 + b"\x04name\x01\x0d\x02\x01\x04a::f\x02\x04a::g".len();
        assert_eq!(weights.whole(), module.len() - names);
        let nameless = &module[..module.len() - names];
        assert!(weigh(nameless).unwrap_err().to_string().contains("no names"));
        weigh(b"no WebAssembly").unwrap_err();
    }

    #[test]
    fn a_number_takes_a_byte_for_each_seven_bits() {
        assert_eq!([0, 127, 128, 16_383, 16_384].map(leb128), [1, 1, 2, 2, 3]);
    }

    #[test]
    fn a_function_is_of_the_crate_that_defines_it() {
        for (function, crate_name) in [
            ("leptos::mount::mount_to_body", "leptos"),
            ("<app::view::Lane as core::fmt::Debug>::fmt", "app"),
            ("<alloc::string::String as tachys::view::Render>::build", "tachys"),
            ("<(A,B) as tachys::view::Render>::build", "tachys"),
            ("<F as app::Draw<core::option::Option<x::Y>>>::draw", "app"),
            ("<&mut app::Lane as core::fmt::Write>::write_str", "app"),
            ("<alloc::vec::Vec<T,A> as core::ops::drop::Drop>::drop", "core"),
            ("<fn(u8) -> u8 as app::Call>::call", "app"),
            ("core::ptr::drop_in_place<app::view::Lane>", "core"),
            ("memcpy", "(no crate)"),
            ("", "(no crate)"),
        ] {
            assert_eq!(home(function), crate_name, "{function}");
        }
    }

    #[test]
    fn names_are_told_as_they_stand_in_the_sources() {
        let mangled = "_ZN6leptos8children6ViewFn3run17h5d8b63cef3f7b49cE";
        assert_eq!(demangled(mangled), "leptos::children::ViewFn::run");
        assert_eq!(demangled("memcpy"), "memcpy");
    }

    #[test]
    fn the_largest_come_first_and_the_small_are_told_together() {
        let function = |name: &str, bytes: usize| (name.to_owned(), bytes);
        let functions =
            vec![function("small::f", 4), function("b::f", 300), function("a::f", 200), function("b::g", 96)];
        let told = told("worker", &Weights { functions, data: 350, rest: 50 });
        let lines: Vec<Vec<&str>> = told.lines().map(|line| line.split_whitespace().collect()).collect();
        let rows: Vec<String> = lines.iter().map(|words| words.join(" ")).collect();
        assert_eq!(
            rows[1..],
            [
                "0.4 kB 39.6 % b",
                "0.3 kB 35.0 % (data: texts and tables)",
                "0.2 kB 20.0 % a",
                "0.1 kB 5.0 % (all the rest)",
                "0.0 kB 0.4 % (crates with less each: 1)",
                "1.0 kB 100.0 % together",
                "The largest functions:",
                "0.3 kB 30.0 % b::f",
                "0.2 kB 20.0 % a::f",
                "0.1 kB 9.6 % b::g",
                "0.0 kB 0.4 % small::f",
            ]
        );
    }
}
