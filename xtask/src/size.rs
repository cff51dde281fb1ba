//! Weighs the built page as it travels, and holds it to its limits: what the first view fetches,
//! and what is fetched only when it is asked for.

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use std::path::Path;

/// Most bytes, gzip -9, that the first view may fetch, with the texts of the longest language: a guard against accidents. What a visitor feels is time, which the
/// bench measures; a tighter limit bent the code (numbers read by hand, lists left unsorted) and saved nobody a wait.
const FIRST_VIEW_LIMIT: u64 = 600 * 1024;

/// Most bytes, gzip -9, of the page's later part: the views beside the Lab, lessons, pictures and sheets. It comes once the page
/// answers, or at once for an address that shows one of them. Six pictures of the Lab (gates at work, one unit at rest, half-lives,
/// kept or learnable, many draws, what came after), with what they say, took 60 KB; models of other libraries, with a sentence for
/// each way in which a file can be wrong, what is taken along, frames with their messages and codes, and the page without a network
/// take 45 more; films, with pictures of lanes and chains, 22; pictures of Start, of embeddings and of what moves an output, 5.
/// All texts but those of Start come with it, in the language of the page, of which the longest counts: some of their 33 KB lay in
/// the first view and in the worker.
const VIEWS_LIMIT: u64 = 700 * 1024;

/// Most bytes, gzip -9, that may be fetched after it: the worker, with training and its tasks, the papers, the laboratory, the equations of
/// every form and the samples of real data. Compiled for speed, since training is held to the machine's limit. Typed messages
/// and the table of keys took 46 KB, Unicode's letters and their cases 36, the reader of people's tables with
/// its dates 75, those six pictures' numbers and the steps of lessons on them 42; the limit guards against accidents only, since nobody
/// waits for these to read the page.
const LATER_LIMIT: u64 = 900 * 1024;

/// Most bytes, gzip -9, of the program that reads and writes the files of other libraries: safetensors, npz, HDF5 and ONNX. It is
/// fetched when a person opens a model or takes one along.
const EXCHANGE_LIMIT: u64 = 450 * 1024;

/// Most bytes, gzip -9, of one file of data, which is fetched when its task is chosen.
const SET_LIMIT: u64 = 200 * 1024;

/// Most bytes, gzip -9, of the weights of one task's three networks, which are fetched when the Lab is to show them, or of
/// their recorded losses, about 1 KB. Most
/// tasks take 20 to 80 KB; 96 units that read an alphabet, and a translation's two networks of 64, take 290.
const WEIGHTS_LIMIT: u64 = 300 * 1024;

/// Most bytes, gzip -9, of the fonts and their licences. They are not awaited: other fonts of the same widths stand in for them.
const FONTS_LIMIT: u64 = 120 * 1024;

/// Most bytes, gzip -9, of what keeps the page for offline use: the service worker with its list of files (some 60 of data and weights
/// take 2 KB), the manifest, and the icons, which a browser fetches when the page is installed.
const OFFLINE_LIMIT: u64 = 28 * 1024;

/// What the page asks for once it has started, to be kept; or the browser, to install it.
const OFFLINE: [&str; 3] = ["icons/", "manifest.webmanifest", "service_worker.js"];

/// Folders of `dist/` whose files the first view doesn't fetch. Everything else it does.
const LATER: [&str; 4] = ["data/", "fonts/", "later/", "weights/"];

/// One file of the built page.
#[derive(Debug)]
struct Weight {
    /// Below the folder, with `/`.
    name: String,
    raw: u64,
    gzip: u64,
}

impl Weight {
    fn is_later(&self) -> bool {
        LATER.iter().any(|folder| self.name.starts_with(folder)) || self.is_offline()
    }

    /// Whether it is a language's: its texts or its pages.
    fn is_language(&self, kind: &str) -> bool {
        self.name.starts_with("later/") && self.name.rsplit('/').next().is_some_and(|name| name.starts_with(kind))
    }

    fn is_offline(&self) -> bool {
        OFFLINE.iter().any(|place| self.name.starts_with(place))
    }
}

/// Lists what a folder weighs.
///
/// # Errors
/// When a file can't be read, or a limit is passed.
pub fn check(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    weigh(folder, "", &mut files)?;
    files.sort_by(|a, b| b.gzip.cmp(&a.gzip).then_with(|| a.name.cmp(&b.name)));
    // A visitor fetches one language.
    let (start, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.is_language("first."));
    let (texts, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.is_language("texts."));
    let (pages, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.is_language("pages."));
    let (later, first): (Vec<_>, Vec<_>) = files.into_iter().partition(Weight::is_later);
    let first: Vec<_> = start.into_iter().take(1).chain(first).collect();
    let (offline, later): (Vec<_>, Vec<_>) = later.into_iter().partition(Weight::is_offline);
    let (sets, later): (Vec<_>, Vec<_>) = later.into_iter().partition(|file| file.name.starts_with("data/"));
    let (weights, later): (Vec<_>, Vec<_>) = later.into_iter().partition(|file| file.name.starts_with("weights/"));
    let (fonts, later): (Vec<_>, Vec<_>) = later.into_iter().partition(|file| file.name.starts_with("fonts/"));
    let (views, later): (Vec<_>, Vec<_>) = later.into_iter().partition(|file| file.name.starts_with("later/app"));
    let (exchange, later): (Vec<_>, Vec<_>) = later.into_iter().partition(|file| file.name.contains("/exchange"));
    let later: Vec<_> = pages.into_iter().take(1).chain(later).collect();
    let views: Vec<_> = texts.into_iter().take(1).chain(views).collect();
    let first = report("First view", &first, FIRST_VIEW_LIMIT);
    let views = report("The later part of the page", &views, VIEWS_LIMIT);
    let later = report("Later", &later, LATER_LIMIT);
    let sets = sets.into_iter().map(|file| report("A set of data", &[file], SET_LIMIT));
    let fonts = report("Fonts", &fonts, FONTS_LIMIT);
    let offline = report("Offline", &offline, OFFLINE_LIMIT);
    let weights = weights.into_iter().map(|file| report("Trained weights", &[file], WEIGHTS_LIMIT));
    let exchange = report("What reads and writes models", &exchange, EXCHANGE_LIMIT);
    sets.chain(weights).fold(first.and(views).and(later).and(exchange).and(fonts).and(offline), Result::and)
}

/// Prints one group and holds it to its limit.
fn report(group: &str, files: &[Weight], limit: u64) -> Result<()> {
    println!("{group:<44} {:>10} {:>10}", "bytes", "gzip -9");
    for file in files {
        println!("  {:<42} {:>10} {:>10}", file.name, file.raw, file.gzip);
    }
    let raw: u64 = files.iter().map(|file| file.raw).sum();
    let gzip: u64 = files.iter().map(|file| file.gzip).sum();
    println!("  {:<42} {raw:>10} {gzip:>10} of {limit}\n", "together");
    if gzip > limit {
        bail!(
            "{group} weighs {gzip} bytes gzipped, expected at most {limit}: \
             make a file smaller, or raise the limit in xtask/src/size.rs with the reason"
        );
    }
    Ok(())
}

/// Weighs all files below a folder.
fn weigh(folder: &Path, prefix: &str, into: &mut Vec<Weight>) -> Result<()> {
    let unreadable = || format!("{} could not be read", folder.display());
    for entry in std::fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        if path.is_dir() {
            weigh(&path, &format!("{name}/"), into)?;
            continue;
        }
        let bytes = std::fs::read(&path).with_context(|| format!("{} could not be read", path.display()))?;
        into.push(Weight { name, raw: bytes.len() as u64, gzip: gzip_size(&bytes)? });
    }
    Ok(())
}

fn gzip_size(bytes: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, gzip: u64) -> Weight {
        Weight { name: name.to_owned(), raw: gzip * 2, gzip }
    }

    #[test]
    fn only_named_folders_are_fetched_later() {
        assert!(file("data/sunspots.csv", 1).is_later());
        assert!(file("fonts/sans.woff2", 1).is_later());
        assert!(file("weights/agreement.bin", 1).is_later());
        assert!(file("service_worker.js", 1).is_later());
        assert!(file("icons/512.png", 1).is_later());
        assert!(!file("icon.svg", 1).is_later());
        assert!(!file("data.csv", 1).is_later());
        assert!(!file("main-1a2b_bg.wasm", 1).is_later());
    }

    #[test]
    fn a_group_may_reach_its_limit_and_not_pass_it() {
        let files = [file("a", 60), file("b", 40)];
        report("Test", &files, 100).unwrap();
        let error = report("Test", &files, 99).unwrap_err().to_string();
        assert!(error.contains("100 bytes"), "{error}");
    }

    #[test]
    fn gzip_is_measured() {
        assert!(gzip_size(&[0; 10_000]).unwrap() < 100);
    }
}
