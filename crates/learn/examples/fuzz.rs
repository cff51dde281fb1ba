//! Tries every reader with texts that nobody would write: the cases, changed by chance. `cargo xtask fuzz` runs it. It fails
//! where a reader panics, takes long or takes much memory, and leaves the input in a file.

use std::alloc::{GlobalAlloc, Layout, System};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use intake::{Choices, DateOrder, Decimal, Limits, Separator, decode, read, series};
use learn::own::check_text;
use model::sequence::{By, Text, brought, folded};

/// A reader of bytes, with what a person has decided and what can be used.
type Reader = fn(&[u8], &Choices, Limits);

/// Every reader there is.
const READERS: [(&str, Reader); 6] = [
    ("decode", |bytes, _, _| drop(decode(bytes))),
    ("table", table),
    // The Lab's field takes no more.
    ("lab", |bytes, _, _| with_text(&bytes[..bytes.len().min(brought::LIMIT)], |text| drop(brought::check(text)))),
    ("text", |bytes, _, _| with_text(bytes, |text| drop(check_text(text, None)))),
    ("words", |bytes, _, _| with_text(bytes, words)),
    ("nets", |bytes, _, _| drop(nets::read(bytes))),
];

/// The longest that one input may take.
const LONGEST: Duration = Duration::from_secs(10);
/// After so long an input is given up.
const HANGS: Duration = Duration::from_secs(60);
/// The most memory for a byte of input, and for any input.
const MEMORY: (usize, usize) = (60, 16 << 20);
/// The most bytes of an input.
const LARGEST: usize = 2 << 20;

fn with_text(bytes: &[u8], read: fn(&str)) {
    if let Ok(decoded) = decode(bytes) {
        read(&decoded.text);
    }
}

/// A text as tokens of the Lab, both ways.
fn words(text: &str) {
    for by in [By::Words, By::Characters] {
        drop(Text::new(text, by).map(|text| text.sequence(folded)));
    }
}

fn table(bytes: &[u8], choices: &Choices, limits: Limits) {
    let Ok(decoded) = decode(bytes) else { return };
    if let Ok(mut table) = read(&decoded.text, choices) {
        drop(series(&mut table, choices, limits));
    }
}

/// What a person may decide; half of them decide nothing.
fn choices(chance: &mut Chance) -> Choices {
    if chance.one_in(2) {
        return Choices::default();
    }
    let maybe = |chance: &mut Chance| [None, Some(false), Some(true)][chance.below(3)];
    let separator = chance.one_in(2).then(|| Separator::ALL[chance.below(5)]);
    Choices {
        separator,
        head: maybe(chance),
        decimal: [None, Some(Decimal::Point), Some(Decimal::Comma)][chance.below(3)],
        dates: chance.one_in(3).then(|| DateOrder::ALL[chance.below(3)]),
        stand_ins: maybe(chance),
        totals: maybe(chance),
        sorted: maybe(chance),
        target: chance.one_in(4).then(|| chance.below(9)),
        without: (0..chance.below(4)).map(|_| chance.below(9)).collect(),
        with: (0..chance.below(4)).map(|_| chance.below(9)).collect(),
    }
}

/// Numbers that follow from a seed.
#[derive(Clone)]
struct Chance(engine::chance::Chance);

impl Chance {
    fn new(seed: u64) -> Self {
        Self(engine::chance::Chance::new(seed))
    }

    /// Below a number, which may be 0.
    fn below(&mut self, n: usize) -> usize {
        ((self.0.unit() * n as f64) as usize).min(n.saturating_sub(1))
    }

    /// Below a number, and seldom high.
    fn size(&mut self, n: usize) -> usize {
        if self.one_in(16) { self.below(n) } else { self.below(n / 2) }
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// What is put into texts.
const PIECES: [&str; 62] = [
    ",",
    ";",
    "\t",
    "|",
    " ",
    "\n",
    "\r",
    "\r\n",
    "\"",
    "\"\"",
    "\"\n",
    "\",\"",
    "'",
    "#",
    "%",
    "//",
    "# a,b\n",
    "sep=;\n",
    "=",
    "=\"1\"",
    "(",
    ")",
    "-",
    "−",
    "–",
    "+",
    ".",
    "..",
    ",,",
    "e",
    "E+",
    "1e308",
    "1e-308",
    "1e400",
    "9e99999999999",
    "NaN",
    "inf",
    "-0",
    "999999999999999999999999999999",
    "0.000000000000000000000000000001",
    "1.234",
    "1,234",
    "1 234",
    "$ -",
    "€",
    "R$",
    "\u{a0}",
    "\u{202f}",
    "\u{feff}",
    "\u{200b}",
    "\u{fffd}",
    "😀",
    "é",
    "٣",
    "2024-02-30",
    "9999-12-31T24:00:00+18:00",
    "0001-01-01",
    "31.12.99",
    "25:61:61",
    "2024-W53",
    "-999",
    "<1",
];
/// How files begin that are no texts, and how texts begin that are no tables.
const BEGINNINGS: [&[u8]; 12] = [
    b"PK\x03\x04",
    b"\x89PNG\r\n",
    b"%PDF-",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"<html>",
    b"{\"a\":",
    b"[{",
    b"\x1f\x8b",
    b"\0\0\0\0",
    b"{\\rtf",
];
/// What may separate cells.
const MARKS: &[u8] = b",;\t| ";

/// Changes an input once.
fn change(bytes: &mut Vec<u8>, corpus: &[Vec<u8>], chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    match chance.below(20) {
        0 | 1 => {
            if let Some(byte) = bytes.get_mut(at) {
                *byte ^= 1 << chance.below(8);
            }
        }
        2 => bytes.truncate(at),
        3 => {
            let to = (at + chance.below(200)).min(bytes.len());
            drop(bytes.drain(at..to));
        }
        4 => {
            let other = &corpus[chance.below(corpus.len())];
            bytes.truncate(at);
            bytes.extend_from_slice(&other[chance.below(other.len())..]);
        }
        5..=8 => {
            let piece = chance.of(&PIECES);
            drop(bytes.splice(at..at, piece.bytes()));
        }
        9 => drop(bytes.splice(0..0, BEGINNINGS[chance.below(BEGINNINGS.len())].iter().copied())),
        10 => lines(bytes, chance, |lines, chance| {
            let (from, times) = (chance.below(lines.len()), chance.below(300));
            let line = lines[from].clone();
            lines.splice(from..from, std::iter::repeat_n(line, times));
        }),
        11 => lines(bytes, chance, |lines, chance| {
            let (a, b) = (chance.below(lines.len()), chance.below(lines.len()));
            lines.swap(a, b);
        }),
        12 => {
            // Columns again.
            let (mark, times) = (MARKS[chance.below(MARKS.len())], 1 + chance.below(20));
            lines(bytes, chance, |lines, _| {
                for line in lines.iter_mut().filter(|line| line.len() < 4000) {
                    let own = line.clone();
                    (0..times).for_each(|_| {
                        line.push(mark);
                        line.extend_from_slice(&own);
                    });
                }
            });
        }
        13 => {
            let (from, to) = (MARKS[chance.below(MARKS.len())], MARKS[chance.below(MARKS.len())]);
            bytes.iter_mut().filter(|byte| **byte == from).for_each(|byte| *byte = to);
        }
        14 => {
            // A long cell.
            let (piece, times) = (chance.of(&PIECES), 1 << chance.size(17));
            drop(bytes.splice(at..at, piece.repeat(times).into_bytes()));
        }
        15 => {
            // Very many columns.
            let cell =
                [&[b'1', MARKS[chance.below(MARKS.len())]][..], b"1,", b",", b"a;", b"\"\","][chance.below(5)].to_vec();
            drop(bytes.splice(at..at, cell.repeat(1 << chance.size(18))));
        }
        16 => {
            let quotes = ["\"", "\"\"", "\"a\"\"", "\n\"", ",\"\n", "\"\",\"a\n\"b"];
            let text = chance.of(&quotes).repeat(1 << chance.size(16));
            drop(bytes.splice(at..at, text.into_bytes()));
        }
        17 => {
            // The whole again and again.
            let own = bytes.clone();
            let times = if chance.one_in(10) { 30 } else { 2 };
            (0..times).for_each(|_| bytes.extend_from_slice(&own));
        }
        18 => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let is_low = chance.one_in(2);
            *bytes = text
                .encode_utf16()
                .flat_map(|own| if is_low { own.to_le_bytes() } else { own.to_be_bytes() })
                .collect();
        }
        _ => {
            let digit = b'0' + chance.below(10) as u8;
            bytes.iter_mut().filter(|byte| byte.is_ascii_digit()).for_each(|byte| {
                if chance.one_in(8) {
                    *byte = digit;
                }
            });
        }
    }
    bytes.truncate(LARGEST);
}

/// Changes the lines of an input.
fn lines(bytes: &mut Vec<u8>, chance: &mut Chance, change: impl FnOnce(&mut Vec<Vec<u8>>, &mut Chance)) {
    let mut all: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    change(&mut all, chance);
    *bytes = all.join(&b'\n');
}

/// The memory that is in use, and the most since it was last asked for.
struct Counted {
    now: AtomicUsize,
    most: AtomicUsize,
}

impl Counted {
    /// With nothing in use. An allocator is one for a whole program: it has to be a global.
    const fn new() -> Self {
        Self { now: AtomicUsize::new(0), most: AtomicUsize::new(0) }
    }

    /// Begins to look for the most anew. Returns what is in use.
    fn begin(&self) -> usize {
        let now = self.now.load(Ordering::Relaxed);
        self.most.store(now, Ordering::Relaxed);
        now
    }

    /// The most since, beyond what was in use then.
    fn most_beyond(&self, before: usize) -> usize {
        self.most.load(Ordering::Relaxed).saturating_sub(before)
    }
}

#[expect(unsafe_code, reason = "the allocator of the system, with its bytes counted")]
// SAFETY: each call is handed on as it came.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = self.now.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        self.most.fetch_max(now, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        self.now.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counted = Counted::new();

/// The input that is being read, its name, and since when.
type Current = Arc<Mutex<Option<(Instant, String, Vec<u8>)>>>;

/// Reads an input with every reader.
///
/// # Errors
/// What is wrong with a reader.
fn try_all(name: &str, bytes: &[u8], chance: &Chance, current: &Current) -> Result<(), String> {
    let mut chance = chance.clone();
    let choices = choices(&mut chance);
    let limits = Limits { least_rows: chance.below(40), most_rows: 1 + chance.below(3000), most_columns: 8 };
    for (reader, read) in READERS {
        if let Ok(mut own) = current.lock() {
            *own = Some((Instant::now(), format!("{reader}-{name}"), bytes.to_vec()));
        }
        let (before, start) = (ALLOCATOR.begin(), Instant::now());
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(bytes, &choices, limits)));
        let (mut took, memory) = (start.elapsed(), ALLOCATOR.most_beyond(before));
        if took > LONGEST && result.is_ok() {
            // A machine that is busy may stop for a while.
            let start = Instant::now();
            read(bytes, &choices, limits);
            took = took.min(start.elapsed());
        }
        let most = MEMORY.0 * bytes.len() + MEMORY.1;
        let wrong = match () {
            () if result.is_err() => "panic".to_owned(),
            () if took > LONGEST => format!("{:.1} s", took.as_secs_f64()),
            () if memory > most => format!("{} KiB of memory for {} KiB", memory >> 10, bytes.len() >> 10),
            () => continue,
        };
        let wrong = format!("{wrong}, {choices:?}, {limits:?}");
        return Err(format!("{reader}: {wrong}: {}", keep(&format!("{reader}-{name}"), bytes).display()));
    }
    Ok(())
}

/// Writes an input to a file.
fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let target = std::env::current_exe().ok().and_then(|own| Some(own.parent()?.parent()?.parent()?.to_path_buf()));
    let folder = target.unwrap_or_else(std::env::temp_dir).join("fuzz");
    let path = folder.join(name);
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, bytes));
    written.map_or_else(|error| PathBuf::from(format!("{} ({error})", path.display())), |()| path.clone())
}

/// Ends the program when an input takes for ever.
fn watch(current: &Current) {
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let Ok(own) = current.lock() else { continue };
        if let Some((start, name, bytes)) = &*own
            && start.elapsed() > HANGS
        {
            eprintln!("{name}: hangs: {}", keep(name, bytes).display());
            std::process::exit(1);
        }
    }
}

/// The files of the corpus, by name.
///
/// # Errors
/// If they cannot be read.
fn corpus() -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let mut files: Vec<PathBuf> = vec![];
    for folder in ["cases", "cases/models", "nets"] {
        for file in std::fs::read_dir(fixtures.join(folder))? {
            files.push(file?.path());
        }
    }
    files.retain(|path| path.is_file());
    files.sort();
    let name = |path: &Path| path.file_name().map_or(String::new(), |own| own.to_string_lossy().into_owned());
    files.iter().map(|path| Ok((name(path), std::fs::read(path)?))).collect()
}

/// The number that follows an option.
fn option(arguments: &[String], name: &str) -> Option<u64> {
    let place = arguments.iter().position(|own| own == name)?;
    arguments.get(place + 1)?.parse().ok()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let seconds = option(&arguments, "--seconds").unwrap_or(60 * option(&arguments, "--minutes").unwrap_or(1));
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    let seed = option(&arguments, "--seed").unwrap_or(now.as_secs());
    println!("seed {seed}, {seconds} s");
    // One input, as it was left in a file.
    if let Some(place) = arguments.iter().position(|own| own == "--input") {
        let path = arguments.get(place + 1).ok_or("--input needs a file")?;
        let bytes = std::fs::read(path)?;
        let separators = Separator::ALL.map(Some);
        for separator in [None].iter().chain(&separators) {
            let choices = Choices { separator: *separator, ..Choices::default() };
            let limits = Limits { least_rows: 30, most_rows: 20_000, most_columns: 8 };
            for (reader, read) in READERS {
                let (before, start) = (ALLOCATOR.begin(), Instant::now());
                read(&bytes, &choices, limits);
                let (took, memory) = (start.elapsed().as_secs_f64(), ALLOCATOR.most_beyond(before));
                let times = memory as f64 / bytes.len().max(1) as f64;
                println!("{reader} {separator:?}: {took:.3} s, {} MB, {times:.1} times the input", memory / 1_000_000);
            }
        }
        return Ok(());
    }
    let corpus = corpus()?;
    let current = Current::default();
    let watched = current.clone();
    std::thread::spawn(move || watch(&watched));
    let hook = std::panic::take_hook();
    // Of the same fault once is enough.
    let told = AtomicUsize::new(0);
    std::panic::set_hook(Box::new(move |info| {
        if told.fetch_add(1, Ordering::Relaxed) < 20 {
            hook(info);
        }
    }));
    let mut wrong: Vec<String> =
        corpus.iter().filter_map(|(name, bytes)| try_all(name, bytes, &Chance::new(seed), &current).err()).collect();
    let bytes: Vec<Vec<u8>> = corpus.into_iter().map(|own| own.1).filter(|own| !own.is_empty()).collect();
    let (start, mut inputs, mut size) = (Instant::now(), 0_u64, 0);
    while start.elapsed().as_secs() < seconds && wrong.len() < 20 {
        // Each input follows from the seed and its number alone.
        let mut chance = Chance::new(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ inputs);
        let mut input = bytes[chance.below(bytes.len())].clone();
        (0..=chance.below(8)).for_each(|_| change(&mut input, &bytes, &mut chance));
        wrong.extend(try_all(&format!("{seed}-{inputs}"), &input, &chance, &current).err());
        (inputs, size) = (inputs + 1, size + input.len());
    }
    let took = start.elapsed().as_secs_f64();
    println!("{inputs} inputs, {:.0} a second, {:.1} MB a second", inputs as f64 / took, size as f64 / took / 1e6);
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
