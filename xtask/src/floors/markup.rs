//! No markup in strings: what the page shows is drawn by components, so no string literal holds a tag, nothing hands a
//! text to the browser's parser of HTML, and no attribute `data-key` or `data-command` is read back by a handler.
//!
//! Looked at are all programs and libraries but those that write files ([`WRITERS`]), with the tokens of their macros; not
//! their tests and not their documentation.

use super::source::World;
use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use std::collections::BTreeMap;
use syn::visit::{self, Visit};
use syn::{Attribute, Lit, Meta};

/// What writes files, and may: these tools, what a chart and a code are taken along as, and what is copied into another page.
const WRITERS: [&str; 4] =
    ["xtask/", "crates/figures/src/code.rs", "crates/figures/src/svg.rs", "crates/model/src/frame/snippet.rs"];

/// What has the browser read a text as HTML, in web-sys's and leptos's names.
const PARSERS: [&str; 8] = [
    "inner_html",
    "set_inner_html",
    "outer_html",
    "set_outer_html",
    "insert_adjacent_html",
    "set_html_unsafe",
    "DomParser",
    "create_contextual_fragment",
];

/// The same in JavaScript's names, by which a text can ask for them.
const PARSERS_IN_SCRIPTS: [&str; 6] =
    ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "DOMParser", "createContextualFragment"];

/// Attributes that one big handler reads back.
const HANDLES: [&str; 2] = ["data-key", "data-command"];

/// Places that break the rule, by file.
pub type Found = BTreeMap<String, Vec<Place>>;

/// A place that breaks the rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    line: usize,
    what: String,
}

impl Place {
    /// What stands at a place of a file.
    pub fn new(at: Span, what: String) -> Self {
        Self { line: at.start().line, what }
    }

    /// The file, the line, and what stands there.
    pub fn told(&self, file: &str) -> String {
        format!("{file}:{}: {}", self.line, self.what)
    }
}

/// All places that break the rule.
pub fn found(world: &World) -> Found {
    let looked_at = world.files.iter().filter(|file| !WRITERS.iter().any(|writer| file.name.starts_with(writer)));
    let places = looked_at.map(|file| (file.name.clone(), places(&file.tree)));
    places.filter(|(_, places)| !places.is_empty()).collect()
}

/// That there is no such place; else which there are.
///
/// # Errors
/// With a line for each place.
pub fn judged(found: &Found) -> Result<&'static str, String> {
    let told = |(file, places): (&String, &Vec<Place>)| places.iter().map(|place| place.told(file)).collect::<Vec<_>>();
    let all: Vec<String> = found.iter().flat_map(told).collect();
    if all.is_empty() { Ok("0 places with markup") } else { Err(format!("markup in texts:\n{}", all.join("\n"))) }
}

/// The places of a file, in their order.
fn places(tree: &syn::File) -> Vec<Place> {
    let mut finder = Finder::default();
    finder.visit_file(tree);
    finder.0
}

/// Finds the places of one file.
#[derive(Default)]
struct Finder(Vec<Place>);

impl Finder {
    fn add(&mut self, at: Span, what: String) {
        self.0.push(Place::new(at, what));
    }

    /// A literal counts once, however much it holds.
    fn literal(&mut self, literal: &Lit) {
        let text = match literal {
            Lit::Str(text) => text.value(),
            Lit::ByteStr(text) => String::from_utf8_lossy(&text.value()).into_owned(),
            Lit::CStr(text) => text.value().to_string_lossy().into_owned(),
            _ => return,
        };
        if let Some(tag) = tag(&text) {
            self.add(literal.span(), format!("a tag in a text: {tag}"));
        } else if let Some(name) = PARSERS_IN_SCRIPTS.iter().chain(&HANDLES).find(|name| has_word(&text, name)) {
            self.add(literal.span(), format!("`{name}` in a text"));
        }
    }

    fn name(&mut self, name: &proc_macro2::Ident) {
        if PARSERS.iter().any(|parser| name == parser) {
            self.add(name.span(), format!("`{name}`"));
        }
    }

    /// What a macro gets: no Rust yet, so each literal and each name counts.
    fn tokens(&mut self, tokens: TokenStream) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut next = 0;
        while let Some(tree) = trees.get(next) {
            let rest = &trees[next..];
            match tree {
                _ if is_documentation(rest) => next += 1,
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => self.literal(&Lit::new(literal.clone())),
                TokenTree::Ident(name) => {
                    self.name(name);
                    if let Some(handle) = HANDLES.iter().find(|handle| is_hyphened(rest, handle)) {
                        self.add(name.span(), format!("`{handle}`"));
                    }
                }
                TokenTree::Punct(_) => {}
            }
            next += 1;
        }
    }
}

impl<'a> Visit<'a> for Finder {
    fn visit_attribute(&mut self, attribute: &'a Attribute) {
        match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident("doc") => {}
            Meta::List(list) => self.tokens(list.tokens.clone()),
            _ => visit::visit_attribute(self, attribute),
        }
    }

    fn visit_lit(&mut self, literal: &'a Lit) {
        self.literal(literal);
    }

    fn visit_ident(&mut self, name: &'a syn::Ident) {
        self.name(name);
    }

    fn visit_macro(&mut self, called: &'a syn::Macro) {
        self.tokens(called.tokens.clone());
    }
}

/// The beginning of the first tag in a text: `<` before a letter, or `</`. In a sentence a space follows the sign.
fn tag(text: &str) -> Option<String> {
    let begins = |at: usize| text[at + 1..].starts_with(|next: char| next == '/' || next.is_ascii_alphabetic());
    let (at, _) = text.match_indices('<').find(|(at, _)| begins(*at))?;
    Some(text[at..].chars().take_while(|letter| *letter != '\n').take(24).collect())
}

/// Whether a text has a word that is part of no longer one.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    text.match_indices(word)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part))
}

/// Whether tokens begin with `#[doc = ".."]`, which is what a comment for documentation is to a macro.
pub fn is_documentation(tokens: &[TokenTree]) -> bool {
    let [TokenTree::Punct(sign), TokenTree::Group(group), ..] = tokens else { return false };
    let first = group.stream().into_iter().next();
    sign.as_char() == '#'
        && group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(name)) if name == "doc")
}

/// Whether tokens begin with a name of two parts and a hyphen, as an attribute of a component's.
fn is_hyphened(tokens: &[TokenTree], name: &str) -> bool {
    let [TokenTree::Ident(first), TokenTree::Punct(hyphen), TokenTree::Ident(last), ..] = tokens else { return false };
    hyphen.as_char() == '-' && name.split_once('-').is_some_and(|(start, end)| first == start && last == end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::floors::source::{Root, parse};

    /// What is found in a file, with its lines.
    #[track_caller]
    fn assert_found(text: &str, expected: &[(usize, &str)]) {
        let places = places(&parse(text).unwrap());
        let found: Vec<(usize, &str)> = places.iter().map(|place| (place.line, &*place.what)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_tag_is_found_in_any_literal() {
        assert_found("\nconst A: &str = \"a <b>\";", &[(2, "a tag in a text: <b>")]);
        assert_found("fn f() { g(r#\"</p class=\"x\"\"#) }", &[(1, "a tag in a text: </p class=\"x\"")]);
        assert_found("const A: &[u8] = b\"<svg\";", &[(1, "a tag in a text: <svg")]);
        assert_found("const A: &CStr = c\"<i>\";", &[(1, "a tag in a text: <i>")]);
        assert_found("#[case(\"<i>\")] struct A;", &[(1, "a tag in a text: <i>")]);
        assert_found("const A: &str = \"x\\u{3c}b>\";", &[(1, "a tag in a text: <b>")]);
        assert_found("fn f(a: &str) { match a { \"<b>\" => {} _ => {} } }", &[(1, "a tag in a text: <b>")]);
    }

    #[test]
    fn a_literal_counts_once_and_each_literal_counts() {
        assert_found(
            "fn f() { g(\"<b data-key=x>a</b>\", \"</i>\") }",
            &[(1, "a tag in a text: <b data-key=x>a</b>"), (1, "a tag in a text: </i>")],
        );
    }

    #[test]
    fn what_macros_get_is_looked_at_however_deep() {
        assert_found(
            "fn f() {\n    write!(out, \"{}\", format!(\n        r\"<td>{x}\"))\n}",
            &[(3, "a tag in a text: <td>{x}")],
        );
        assert_found("messages! {\n    saved(n: u8) => [\"a <sup>\"];\n}", &[(2, "a tag in a text: <sup>")]);
        assert_found(
            "fn f() { view! { <p title=\"<b>\" inner_html=text data-key=\"at\" data-keys=1>{x}</p> } }",
            &[(1, "a tag in a text: <b>"), (1, "`inner_html`"), (1, "`data-key`")],
        );
    }

    #[test]
    fn what_parses_a_text_is_found_by_its_name() {
        assert_found("fn f() { element.set_inner_html(&text); }", &[(1, "`set_inner_html`")]);
        assert_found("use web_sys::{DomParser, Element};", &[(1, "`DomParser`")]);
        assert_found("fn f() { Reflect::set(e, \"innerHTML\") }", &[(1, "`innerHTML` in a text")]);
        assert_found("const A: &str = \"[data-key],[data-command]\";", &[(1, "`data-key` in a text")]);
        assert_found("const A: &str = \"[data-keys] data-key-x\";", &[]);
    }

    #[test]
    fn sentences_components_types_and_documentation_are_no_markup() {
        assert_found("const A: &str = \"a < b, 1<2, <= and <-, x <\";", &[]);
        assert_found("fn f<'a>(a: Vec<&'a str>) -> bool { a.len() <b }", &[]);
        assert_found("fn f() { view! { <p class=\"a\">\"no tag\"</p> } }", &[]);
        assert_found("//! Gives <b>.\n/// Has `</b>`.\nstruct A { /** <i> */ a: u8 }", &[]);
        assert_found("messages! {\n    /// Shown in a <p>.\n    a => \"b\";\n}", &[]);
        assert_found("const A: char = '<';", &[]);
    }

    #[test]
    fn tests_may_hold_markup() {
        assert_found("#[cfg(test)] mod tests { const A: &str = \"<b>\"; }", &[]);
        assert_found("#[test] fn f() { assert_eq!(x, \"<b>\") }", &[]);
        assert_found("impl A { #[cfg(test)] fn f() { g(\"<b>\") } }", &[]);
        assert_found("#[cfg(not(test))] fn f() { g(\"<b>\") }", &[(1, "a tag in a text: <b>")]);
    }

    #[test]
    fn what_writes_files_may_hold_markup_and_nothing_else_may() {
        let world = |file: &str| {
            let root = Root { file: file.to_owned(), knows: vec![] };
            World::read(&[root], &|_| Some("const A: &str = \"<b>\";".to_owned())).unwrap()
        };
        assert_eq!(found(&world("xtask/src/main.rs")), Found::new());
        assert_eq!(found(&world("crates/figures/src/svg.rs")), Found::new());
        assert_eq!(found(&world("src/main.rs")).into_keys().collect::<Vec<_>>(), ["src/main.rs"]);
    }

    #[test]
    fn every_place_is_told() {
        let place = |line: usize| Place { line, what: "`inner_html`".to_owned() };
        let found = Found::from([("a.rs".to_owned(), vec![place(3), place(7)])]);
        assert_eq!(judged(&found), Err("markup in texts:\na.rs:3: `inner_html`\na.rs:7: `inner_html`".to_owned()));
        assert_eq!(judged(&Found::new()), Ok("0 places with markup"));
    }
}
