//! The crates of the workspace, as cargo knows them, and which stands above which.

use anyhow::{Context, Result};
use serde_json::Value;
use std::fmt::Write as _;

/// A crate of the workspace.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Member {
    /// Its package's name.
    pub name: String,
    /// What it depends on, of the workspace or not.
    pub needs: Vec<Need>,
    /// The library's name and first file.
    pub library: Option<(String, String)>,
    /// The first files of its programs.
    pub programs: Vec<String>,
}

/// A line of a crate's dependencies: tests' and build scripts' too.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// The package's name.
    pub package: String,
    /// What code calls it, where the line gives it another name.
    pub called: Option<String>,
}

/// Reads what `cargo metadata --no-deps` prints; files as they stand below `root`, with `/`.
///
/// # Errors
/// When it is not what cargo is known to print.
pub fn members(metadata: &str, root: &str) -> Result<Vec<Member>> {
    let metadata: Value = serde_json::from_str(metadata).context("`cargo metadata` printed no JSON")?;
    let packages = metadata["packages"].as_array().context("`cargo metadata` printed no list of packages")?;
    packages.iter().map(|package| member(package, root)).collect()
}

fn member(package: &Value, root: &str) -> Result<Member> {
    let list = |key: &str| package[key].as_array().map_or(&[][..], Vec::as_slice);
    let needs = list("dependencies").iter().map(|line| {
        let called = line["rename"].as_str().map(str::to_owned);
        Ok(Need { package: text(line, "name")?, called })
    });
    let mut member = Member { name: text(package, "name")?, needs: needs.collect::<Result<_>>()?, ..Member::default() };
    for target in list("targets") {
        let file = text(target, "src_path")?.replace('\\', "/");
        let file = file.strip_prefix(&root.replace('\\', "/")).unwrap_or(&file).trim_start_matches('/').to_owned();
        let is = |kinds: &[&str]| {
            let all = target["kind"].as_array().map_or(&[][..], Vec::as_slice);
            all.iter().any(|kind| kinds.iter().any(|known| kind == known))
        };
        if is(&["lib", "rlib", "cdylib", "dylib", "staticlib", "proc-macro"]) {
            member.library = Some((text(target, "name")?.replace('-', "_"), file));
        } else if is(&["bin"]) {
            member.programs.push(file);
        }
    }
    Ok(member)
}

fn text(value: &Value, key: &str) -> Result<String> {
    let text = value[key].as_str().with_context(|| format!("`cargo metadata` printed no `{key}` in {value}"))?;
    Ok(text.to_owned())
}

/// What is wrong between crates: each arrow that does not lead down, and where the table of floors, lowest first, and
/// the workspace differ.
pub fn upward(members: &[Member], floors: &[&str]) -> Vec<String> {
    let floor = |name: &str| floors.iter().position(|floor| *floor == name);
    let is_member = |name: &str| members.iter().any(|member| member.name == name);
    let mut wrong = Vec::new();
    for member in members {
        let Some(own) = floor(&member.name) else {
            wrong.push(format!("{} has no floor: give it a place in the table, above all it depends on", member.name));
            continue;
        };
        for need in member.needs.iter().filter(|need| is_member(&need.package)) {
            if let Some(other) = floor(&need.package).filter(|other| *other >= own) {
                let (name, package) = (&member.name, &need.package);
                let stands = if other == own { "is the same" } else { "stands above it" };
                wrong.push(format!("{name} depends on {package}, which {stands}: expected only crates below {name}"));
            }
        }
    }
    let gone = floors.iter().filter(|floor| !is_member(floor));
    wrong.extend(gone.map(|floor| format!("{floor} has a floor and is no crate of the workspace: strike it")));
    wrong
}

/// The floors as a picture in Mermaid's language, the highest crate at the top.
pub fn picture(members: &[Member], floors: &[&str]) -> String {
    let mut picture = String::from("```mermaid\nflowchart TD\n");
    let standing = floors.iter().rev().filter_map(|floor| members.iter().find(|member| member.name == *floor));
    for member in standing {
        let mut below: Vec<&str> = floors.iter().rev().copied().collect();
        below.retain(|floor| member.needs.iter().any(|need| need.package == *floor));
        let arrow = if below.is_empty() { String::new() } else { format!(" --> {}", below.join(" & ")) };
        let _ = writeln!(picture, "    {}{arrow}", member.name);
    }
    picture + "```"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(name: &str, needs: &[&str]) -> Member {
        let needs = needs.iter().map(|need| Need { package: (*need).to_owned(), called: None }).collect();
        Member { name: name.to_owned(), needs, ..Member::default() }
    }

    const FLOORS: &[&str] = &["ground", "first", "roof"];

    fn house() -> Vec<Member> {
        vec![member("roof", &["first", "ground", "serde"]), member("ground", &["serde"]), member("first", &["ground"])]
    }

    #[test]
    fn arrows_lead_down() {
        assert_eq!(upward(&house(), FLOORS), [""; 0]);
    }

    #[test]
    fn an_arrow_upward_is_refused_and_so_is_one_to_itself() {
        let mut house = house();
        house[1] = member("ground", &["roof"]);
        assert_eq!(
            upward(&house, FLOORS),
            ["ground depends on roof, which stands above it: expected only crates below ground"]
        );
        house[1] = member("ground", &["ground"]);
        assert_eq!(upward(&house, FLOORS).len(), 1);
    }

    #[test]
    fn who_has_no_floor_and_a_floor_that_nobody_has_are_refused() {
        let mut house = house();
        house.push(member("shed", &["ground"]));
        assert_eq!(
            upward(&house, FLOORS),
            ["shed has no floor: give it a place in the table, above all it depends on"]
        );
        house.truncate(2);
        assert_eq!(upward(&house, FLOORS), ["first has a floor and is no crate of the workspace: strike it"]);
    }

    #[test]
    fn the_picture_has_the_highest_at_the_top() {
        assert_eq!(
            picture(&house(), FLOORS),
            "```mermaid\nflowchart TD\n    roof --> first & ground\n    first --> ground\n    ground\n```"
        );
    }

    #[test]
    fn what_cargo_prints_is_read() {
        let printed = r#"{"packages": [{"name": "a-b", "targets": [
            {"kind": ["lib"], "name": "a-b", "src_path": "/house/a/src/lib.rs"},
            {"kind": ["bin"], "name": "app", "src_path": "/house/a/src/main.rs"},
            {"kind": ["test"], "name": "all", "src_path": "/house/a/tests/all.rs"}],
            "dependencies": [{"name": "c", "rename": null}, {"name": "d", "rename": "e"}]}]}"#;
        let found = members(printed, "/house").unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].library, Some(("a_b".to_owned(), "a/src/lib.rs".to_owned())));
        assert_eq!(found[0].programs, ["a/src/main.rs"]);
        assert_eq!(found[0].needs[1], Need { package: "d".to_owned(), called: Some("e".to_owned()) });
        assert!(members("{}", "/house").unwrap_err().to_string().contains("no list of packages"));
    }
}
