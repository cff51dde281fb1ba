//! `cargo xtask floors`: the structure of the house. Crates stand on floors and use only what is below; between files
//! arrows never lead round in a circle. What an arrow is, `arrows.rs` says.

mod arrows;
mod circles;
mod crates;
mod resolve;
mod source;
mod tokens;

use crate::process;
use anyhow::{Context, Result, ensure};
use circles::{Arrows, Circle};
use crates::Member;
use source::{Root, World};
use std::fmt::Write as _;

/// Every crate of the workspace, the lowest first. A crate may depend on those before it and on no other; a new one gets
/// a place here.
const FLOORS: &[&str] = &[
    "engine",
    "words",
    "model",
    "figures",
    "learn",
    "pictures",
    "course",
    "port",
    "worker",
    "unrolled-serve",
    "unrolled",
    "xtask",
];

/// The circles that there still are, each by its files in order. This may only shrink: a circle that is no more, or has
/// lost a file, must be struck here too, so that it does not come back; a new one is mended, not put in.
const KNOWN: &[&[&str]] = &[&[
    "src/view/address.rs",
    "src/view/controls.rs",
    "src/view/describe.rs",
    "src/view/diagram.rs",
    "src/view/inspector.rs",
    "src/view/keys.rs",
    "src/view/laboratory.rs",
    "src/view/lane.rs",
    "src/view/lit.rs",
    "src/view/locks.rs",
    "src/view/mod.rs",
    "src/view/notices.rs",
    "src/view/page.rs",
    "src/view/reach.rs",
    "src/view/runs.rs",
    "src/view/scrubber.rs",
    "src/view/stage.rs",
    "src/view/store.rs",
    "src/view/tokens.rs",
    "src/view/train.rs",
    "src/view/transport.rs",
]];

/// What was found.
struct House {
    members: Vec<Member>,
    arrows: Arrows,
    circles: Vec<Circle>,
    /// What is wrong between crates.
    upward: Vec<String>,
}

impl House {
    fn read() -> Result<Self> {
        let root = process::root();
        let mut cargo = process::program("cargo");
        let metadata = process::ask(cargo.args(["metadata", "--no-deps", "--format-version", "1"]));
        let metadata = metadata.context("`cargo metadata` failed: run it by itself to see why")?;
        let members = crates::members(&metadata, &root.to_string_lossy())?;
        let world = World::read(&roots(&members), &|file| std::fs::read_to_string(root.join(file)).ok())?;
        let arrows = arrows::arrows(&world);
        Ok(Self { circles: circles::circles(&arrows), upward: crates::upward(&members, FLOORS), members, arrows })
    }

    /// How many circles and upward arrows there are, if they are those that are known.
    fn judged(&self, known: &[&[&str]]) -> Result<String> {
        let differences = differences(&self.circles, known);
        let counts = format!(
            "{}, {} upward between crates",
            count(self.circles.len(), "circle between files", "circles between files"),
            count(self.upward.len(), "arrow", "arrows")
        );
        ensure!(
            self.upward.is_empty() && differences.is_empty(),
            "{counts}\n{}",
            [&self.upward[..], &differences].concat().join("\n")
        );
        Ok(counts)
    }
}

/// Prints every circle, and fails where the house is not as the tables say.
///
/// # Errors
/// When a crate leads upward, circles are not those that are known, or a file can't be read.
pub fn check() -> Result<()> {
    let house = House::read()?;
    for circle in &house.circles {
        println!("{}", told(circle, &house.arrows));
    }
    println!("{}", house.judged(KNOWN)?);
    Ok(())
}

/// Like [`check`], without the circles that are known.
///
/// # Errors
/// Those of [`check`].
pub fn check_quietly() -> Result<()> {
    println!("{}; `cargo xtask floors` lists them", House::read()?.judged(KNOWN)?);
    Ok(())
}

/// Prints every arrow between files.
///
/// # Errors
/// When a file can't be read.
pub fn list() -> Result<()> {
    for ((from, to), items) in House::read()?.arrows {
        println!("{from} -> {to}: {}", items.into_keys().collect::<Vec<_>>().join(", "));
    }
    Ok(())
}

/// Prints the crates and their arrows as a picture, in Markdown.
///
/// # Errors
/// When cargo can't be asked.
pub fn picture() -> Result<()> {
    println!("{}", crates::picture(&House::read()?.members, FLOORS));
    Ok(())
}

/// Where the libraries and programs of all crates begin, and which libraries each knows.
fn roots(members: &[Member]) -> Vec<Root> {
    // Libraries first: a crate's place is known before anything that names it is read.
    let libraries: Vec<(&Member, &str, &str)> = members
        .iter()
        .filter_map(|member| member.library.as_ref().map(|(name, file)| (member, &**name, &**file)))
        .collect();
    let place = |package: &str| libraries.iter().position(|(member, ..)| member.name == package);
    let knows = |member: &Member| {
        let needs = member.needs.iter().filter_map(|need| {
            let place = place(&need.package)?;
            let called = need.called.as_deref().unwrap_or(libraries[place].1);
            Some((called.replace('-', "_"), place))
        });
        needs.collect::<Vec<_>>()
    };
    let own = |member: &Member| place(&member.name).map(|place| (libraries[place].1.to_owned(), place));
    let programs = members.iter().flat_map(|member| member.programs.iter().map(move |file| (member, file)));
    let programs = programs.map(|(member, file)| Root {
        file: file.clone(),
        knows: knows(member).into_iter().chain(own(member)).collect(),
    });
    let libraries = libraries.iter().map(|(member, _, file)| Root { file: (*file).to_owned(), knows: knows(member) });
    libraries.chain(programs).collect()
}

/// Where circles and those that are known differ.
fn differences(circles: &[Circle], known: &[&[&str]]) -> Vec<String> {
    let is = |circle: &Circle, known: &[&str]| circle.files.iter().map(String::as_str).eq(known.iter().copied());
    let new = circles.iter().filter(|circle| !known.iter().any(|known| is(circle, known)));
    let new = new.map(|circle| {
        let files = circle.files.join(", ");
        format!("not known: a circle of {files}; mend it, or strike from the table the files that left it")
    });
    let gone = known.iter().filter(|known| !circles.iter().any(|circle| is(circle, known)));
    let gone = gone.map(|known| format!("known, and not there: a circle of {}", known.join(", ")));
    let mut differences: Vec<String> = new.chain(gone).collect();
    if !differences.is_empty() {
        differences
            .push("the circles that are known stand in xtask/src/floors/mod.rs, and may only become fewer".to_owned());
    }
    differences
}

/// A circle in words: its files, the ways round, and where each arrow is made.
fn told(circle: &Circle, arrows: &Arrows) -> String {
    let mut told = format!("A circle of {} files, the shortest ways round first:\n", circle.files.len());
    for way in &circle.ways {
        let back = way.iter().chain(way.first()).map(String::as_str);
        let _ = writeln!(told, "  {}", back.collect::<Vec<_>>().join(" -> "));
    }
    let _ = writeln!(told, "  its arrows:");
    for ((from, to), items) in arrows {
        if circle.files.contains(from) && circle.files.contains(to) {
            let _ = writeln!(told, "  {from} -> {to}");
            for (item, line) in items {
                let _ = writeln!(told, "    {from}:{line}: {item}");
            }
        }
    }
    told
}

/// A number with what it counts.
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circle(files: &[&str]) -> Circle {
        let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
        Circle { ways: vec![files.clone()], files }
    }

    #[test]
    fn circles_are_those_that_are_known() {
        let found = [circle(&["a", "b"]), circle(&["c", "d", "e"])];
        assert_eq!(differences(&found, &[&["c", "d", "e"], &["a", "b"]]), [""; 0]);
        assert_eq!(differences(&[], &[]), [""; 0]);
        let new = differences(&found, &[&["a", "b"]]);
        assert!(new[0].starts_with("not known: a circle of c, d, e;"), "{new:?}");
        let fewer = differences(&found[..1], &[&["a", "b"], &["c", "d", "e"]]);
        assert_eq!(fewer[0], "known, and not there: a circle of c, d, e");
        let smaller = differences(&[circle(&["c", "d"])], &[&["c", "d", "e"]]);
        assert_eq!(smaller.len(), 3, "{smaller:?}");
    }

    #[test]
    fn an_arrow_upward_fails_the_check() {
        let house = |upward: &[&str]| House {
            members: vec![],
            arrows: Arrows::new(),
            circles: vec![],
            upward: upward.iter().map(|line| (*line).to_owned()).collect(),
        };
        assert_eq!(house(&[]).judged(&[]).unwrap(), "0 circles between files, 0 arrows upward between crates");
        let error = house(&["a depends on b"]).judged(&[]).unwrap_err().to_string();
        assert_eq!(error, "0 circles between files, 1 arrow upward between crates\na depends on b");
    }

    #[test]
    fn a_circle_is_told_with_its_lines() {
        let arrow = |from: &str, to: &str, items: &[(&str, usize)]| {
            let items = items.iter().map(|(item, line)| ((*item).to_owned(), *line)).collect();
            ((from.to_owned(), to.to_owned()), items)
        };
        let arrows = [arrow("a", "b", &[("B", 3), ("make", 7)]), arrow("a", "c", &[]), arrow("b", "a", &[("A", 1)])];
        assert_eq!(
            told(&circle(&["a", "b"]), &arrows.into()),
            "A circle of 2 files, the shortest ways round first:\n  a -> b -> a\n  its arrows:\n  a -> b\n    \
             a:3: B\n    a:7: make\n  b -> a\n    b:1: A\n"
        );
    }

    #[test]
    fn a_program_knows_its_own_library_and_those_it_depends_on() {
        let need = |package: &str, called: Option<&str>| crates::Need {
            package: package.to_owned(),
            called: called.map(str::to_owned),
        };
        let members = [
            Member {
                name: "the-page".to_owned(),
                needs: vec![need("engine", Some("motor")), need("serde", None)],
                library: Some(("the_page".to_owned(), "lib.rs".to_owned())),
                programs: vec!["main.rs".to_owned()],
            },
            Member {
                name: "engine".to_owned(),
                library: Some(("engine".to_owned(), "engine/lib.rs".to_owned())),
                ..Member::default()
            },
        ];
        let roots = roots(&members);
        assert_eq!(roots.iter().map(|root| &*root.file).collect::<Vec<_>>(), ["lib.rs", "engine/lib.rs", "main.rs"]);
        assert_eq!(roots[0].knows, [("motor".to_owned(), 1)]);
        assert_eq!(roots[2].knows, [("motor".to_owned(), 1), ("the_page".to_owned(), 0)]);
    }
}
