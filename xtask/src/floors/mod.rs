//! `cargo xtask floors`: the structure of the house. Crates stand on floors and use only what is below; between files
//! arrows never lead round in a circle. What an arrow is, `arrows.rs` says. No text holds markup (`markup.rs`), and prose stands in `words` (`prose.rs`).

mod arrows;
mod circles;
mod crates;
mod markup;
mod prose;
mod resolve;
mod rules;
mod source;
mod tokens;

use crate::process;
use anyhow::{Context, Error, Result, ensure};
use circles::{Arrows, Circle};
use crates::Member;
use markup::Found;
use source::{Root, World};
use std::fmt::Write as _;

/// Every crate of the workspace, the lowest first. A crate may depend on those before it and on no other; a new one gets
/// a place here.
const FLOORS: &[&str] = &[
    "engine",
    "words",
    "kit",
    "intake",
    "nets",
    "model",
    "figures",
    "learn",
    "measure",
    "course",
    "opening",
    "port",
    "exchange",
    "worker",
    "unrolled-serve",
    "unrolled",
    "xtask",
];

/// What was found.
#[derive(Default)]
struct House {
    members: Vec<Member>,
    arrows: Arrows,
    circles: Vec<Circle>,
    /// What is wrong between crates.
    upward: Vec<String>,
    markup: Found,
    prose: Found,
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
        let (markup, prose) = (markup::found(&world), prose::found(&world));
        Ok(Self {
            circles: circles::circles(&arrows),
            upward: crates::upward(&members, FLOORS),
            members,
            arrows,
            markup,
            prose,
        })
    }

    /// That there is no circle and no upward arrow; else how many there are, and which.
    fn judged(&self) -> Result<String> {
        let counts = format!(
            "{}, {} upward between crates",
            count(self.circles.len(), "circle between files", "circles between files"),
            count(self.upward.len(), "arrow", "arrows")
        );
        let circles = self.circles.iter().map(|circle| told(circle, &self.arrows));
        let faults: Vec<String> = self.upward.iter().cloned().chain(circles).collect();
        ensure!(faults.is_empty(), "{counts}\n{}", faults.join("\n"));
        Ok(counts)
    }
}

/// Says that the house stands; fails with each circle, each arrow upward, any markup in a text, any prose outside `words`, and each rule that a
/// file breaks.
///
/// # Errors
/// When a crate leads upward, files use each other in a circle, hold markup or prose or break a rule, or a file can't be read.
pub fn check() -> Result<()> {
    let house = House::read()?;
    println!("{}", house.judged()?);
    println!("{}", markup::judged(&house.markup).map_err(Error::msg)?);
    println!("{}", prose::judged(&house.prose).map_err(Error::msg)?);
    let broken = rules::broken()?;
    ensure!(broken.is_empty(), "rules of the house are broken:\n{}", broken.join("\n"));
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
    fn a_circle_fails_the_check() {
        let house = House { circles: vec![circle(&["a", "b"])], ..House::default() };
        let error = house.judged().unwrap_err().to_string();
        assert!(
            error.starts_with("1 circle between files, 0 arrows upward between crates\nA circle of 2 files"),
            "{error}"
        );
    }

    #[test]
    fn an_arrow_upward_fails_the_check() {
        let house = |upward: &[&str]| House {
            upward: upward.iter().map(|line| (*line).to_owned()).collect(),
            ..House::default()
        };
        assert_eq!(house(&[]).judged().unwrap(), "0 circles between files, 0 arrows upward between crates");
        let error = house(&["a depends on b"]).judged().unwrap_err().to_string();
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

    #[test]
    fn the_picture_of_the_floors_is_drawn_as_they_are() {
        let text = std::fs::read_to_string(process::root().join("ARCHITECTURE.md")).unwrap();
        let picture = crates::picture(&House::read().unwrap().members, FLOORS);
        assert!(
            text.contains(picture.trim()),
            "`cargo xtask floors --picture` prints another one than ARCHITECTURE.md has"
        );
    }
}
