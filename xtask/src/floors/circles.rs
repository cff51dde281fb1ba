//! Circles among arrows.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Arrows between files, and what each names: the item, and the first line that names it.
pub type Arrows = BTreeMap<(String, String), BTreeMap<String, usize>>;

/// Files that all reach each other.
#[derive(Debug, PartialEq)]
pub struct Circle {
    /// In the order of their names.
    pub files: Vec<String>,
    /// The shortest way round by each arrow, the shortest first; the way back to the first file is left out.
    pub ways: Vec<Vec<String>>,
}

/// All circles, the smallest first.
pub fn circles(arrows: &Arrows) -> Vec<Circle> {
    let mut next: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in arrows.keys() {
        next.entry(from).or_default().push(to);
    }
    let reached: BTreeMap<&str, BTreeSet<&str>> = next.keys().map(|&file| (file, reach(file, &next))).collect();
    let both = |a: &str, b: &str| {
        let leads = |from: &str, to: &str| reached.get(from).is_some_and(|files| files.contains(to));
        leads(a, b) && leads(b, a)
    };
    let mut files: Vec<&str> = reached.keys().copied().filter(|file| both(file, file)).collect();
    let mut circles = Vec::new();
    while let Some(&first) = files.first() {
        let (circle, others) = files.into_iter().partition::<Vec<_>, _>(|file| both(first, file));
        circles.push(Circle { ways: ways(&circle, &next), files: circle.into_iter().map(str::to_owned).collect() });
        files = others;
    }
    circles.sort_by_key(|circle| circle.files.len());
    circles
}

/// What a file leads to, itself only by way of others.
fn reach<'a>(file: &str, next: &BTreeMap<&str, Vec<&'a str>>) -> BTreeSet<&'a str> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![file]);
    while let Some(file) = open.pop() {
        for &to in next.get(file).into_iter().flatten() {
            if reached.insert(to) {
                open.push(to);
            }
        }
    }
    reached
}

/// For each arrow of a circle the shortest way round that it is part of, each once.
fn ways(circle: &[&str], next: &BTreeMap<&str, Vec<&str>>) -> Vec<Vec<String>> {
    let mut ways = BTreeSet::new();
    for from in circle {
        for to in next.get(from).into_iter().flatten().filter(|to| circle.contains(to)) {
            let mut way = way(to, from, next);
            let first = way.iter().enumerate().min_by_key(|(_, file)| **file).map_or(0, |(place, _)| place);
            way.rotate_left(first);
            ways.insert((way.len(), way));
        }
    }
    ways.into_iter().map(|(_, way)| way.into_iter().map(str::to_owned).collect()).collect()
}

/// The shortest way between two files, both included.
fn way<'a>(from: &'a str, to: &str, next: &BTreeMap<&str, Vec<&'a str>>) -> Vec<&'a str> {
    let mut before: BTreeMap<&str, &'a str> = BTreeMap::from([(from, from)]);
    let mut open = VecDeque::from([from]);
    while let Some(file) = open.pop_front() {
        if file == to {
            let mut way = vec![file];
            while let Some(&previous) =
                way.last().and_then(|last| before.get(last)).filter(|file| Some(*file) != way.last())
            {
                way.push(previous);
            }
            way.reverse();
            return way;
        }
        for &after in next.get(file).into_iter().flatten() {
            before.entry(after).or_insert_with(|| {
                open.push_back(after);
                file
            });
        }
    }
    vec![]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrows(all: &[&str]) -> Arrows {
        let arrow = |text: &&str| {
            let (from, to) = text.split_once('>').unwrap();
            ((from.to_owned(), to.to_owned()), BTreeMap::new())
        };
        all.iter().map(arrow).collect()
    }

    #[test]
    fn a_tree_has_none() {
        assert_eq!(circles(&arrows(&["a>b", "a>c", "b>d", "c>d"])), []);
    }

    #[test]
    fn two_files_make_one_and_so_do_three() {
        let found = circles(&arrows(&["p>q", "q>r", "r>p", "a>b", "b>a", "b>p"]));
        assert_eq!(found.len(), 2);
        assert_eq!(
            (&found[0].files[..], &found[0].ways[..]),
            (&["a", "b"].map(str::to_owned)[..], &[vec!["a".to_owned(), "b".to_owned()]][..])
        );
        assert_eq!(found[1].files, ["p", "q", "r"]);
        assert_eq!(found[1].ways, [["p", "q", "r"]]);
    }

    #[test]
    fn the_shortest_way_round_comes_first() {
        let found = circles(&arrows(&["a>b", "b>c", "c>a", "c>b"]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].ways, [vec!["b", "c"], vec!["a", "b", "c"]]);
    }
}
