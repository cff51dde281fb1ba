//! Prose stands in `words` and in `content/`, where a translator finds all of it, and not beside what draws or computes: no
//! string literal holds two words in a row, a component shows none that has a letter, and none names what it shows.
//!
//! Not looked at: what is printed in a terminal ([`TERMINAL`]), `words` itself, tests, documentation, attributes, the
//! messages of assertions, and lists of classes.

use super::markup::{Found, Place, is_documentation};
use super::source::World;
use proc_macro2::{Spacing, Span, TokenStream, TokenTree};
use syn::visit::Visit;
use syn::{Attribute, Lit};

/// Where prose stands: in the crate that is translated, and in the table of keys, each with its help beside its range.
const WORDS: [&str; 2] = ["crates/words/", "crates/model/src/keys/mod.rs"];

/// What those read who build the page: these tools, the server for trying it out, the gallery of components, what is wrong
/// with a lesson that somebody writes, and the programs that measure; and programs that are copied into other pages.
const TERMINAL: [&str; 8] = [
    "xtask/",
    "crates/serve/",
    "crates/kit/src/bin/",
    "crates/course/src/lesson/check.rs",
    "crates/course/src/lesson/expression.rs",
    "crates/course/src/lesson/parse.rs",
    "crates/model/src/frame/snippet.rs",
    "crates/worker/src/bench.rs",
];

/// Macros whose texts nobody sees unless the code is wrong.
const ASSERTIONS: [&str; 9] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "panic",
    "todo",
    "unreachable",
];

/// What a person reads or hears of a component, by the last part of its name.
const SHOWN: [&str; 10] =
    ["label", "title", "tip", "hint", "caption", "placeholder", "alt", "lock", "headline", "valuetext"];

/// All places with prose where none belongs.
pub fn found(world: &World) -> Found {
    let elsewhere = |name: &str| !WORDS.iter().chain(&TERMINAL).any(|place| name.starts_with(place));
    let looked_at = world.files.iter().filter(|file| elsewhere(&file.name));
    let places = looked_at.map(|file| (file.name.clone(), places(&file.tree)));
    places.filter(|(_, places)| !places.is_empty()).collect()
}

/// That there is no such place; else which there are.
///
/// # Errors
/// With a line for each place.
pub fn judged(found: &Found) -> Result<&'static str, String> {
    if found.is_empty() {
        return Ok("0 places with prose outside `words`");
    }
    let all: Vec<String> =
        found.iter().flat_map(|(file, places)| places.iter().map(move |place| place.told(file))).collect();
    Err(format!("prose belongs into `words` or `content/`:\n{}", all.join("\n")))
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
    fn add(&mut self, at: Span, text: &str) {
        self.0.push(Place::new(at, format!("“{text}”")));
    }

    /// A literal whose place says nothing of what it is for.
    fn literal(&mut self, literal: &Lit) {
        if let Lit::Str(text) = literal
            && is_prose(&text.value())
        {
            self.add(literal.span(), &text.value());
        }
    }

    /// A literal that is read or heard.
    fn shown(&mut self, literal: &Lit) {
        if let Lit::Str(text) = literal
            && has_word(&text.value())
        {
            self.add(literal.span(), &text.value());
        }
    }

    /// What a macro gets: no Rust yet.
    fn tokens(&mut self, tokens: TokenStream) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        let mut next = 0;
        while let Some(tree) = trees.get(next) {
            let rest = &trees[next..];
            match (tree, called(rest)) {
                (_, Some((name, within))) => {
                    self.called(&name, within);
                    next += 2;
                }
                _ if is_documentation(rest) => next += 1,
                (TokenTree::Group(group), _) => self.tokens(group.stream()),
                (TokenTree::Literal(literal), _) => self.literal(&Lit::new(literal.clone())),
                _ => {}
            }
            next += 1;
        }
    }

    fn called(&mut self, name: &str, tokens: TokenStream) {
        match name {
            "view" => self.view(tokens),
            _ if ASSERTIONS.contains(&name) => {}
            _ => self.tokens(tokens),
        }
    }

    /// Components and elements: a literal is the value of an attribute or what is shown.
    fn view(&mut self, tokens: TokenStream) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, tree) in trees.iter().enumerate() {
            match tree {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    let literal = Lit::new(literal.clone());
                    match role(&trees[..at]) {
                        Role::Attribute(name) if name == "class" => {}
                        Role::Attribute(name) if SHOWN.contains(&&*name) => self.shown(&literal),
                        Role::Child => self.shown(&literal),
                        _ => self.literal(&literal),
                    }
                }
                _ => {}
            }
        }
    }
}

impl<'a> Visit<'a> for Finder {
    fn visit_attribute(&mut self, _: &'a Attribute) {}

    fn visit_lit(&mut self, literal: &'a Lit) {
        self.literal(literal);
    }

    fn visit_macro(&mut self, called: &'a syn::Macro) {
        let name = called.path.segments.last().map(|part| part.ident.to_string()).unwrap_or_default();
        self.called(&name, called.tokens.clone());
    }
}

/// Whether a text holds two words in a row, with no more than a mark between them; a comma parts the names of a list. What stands in quotes is a name, such as
/// a font's.
fn is_prose(text: &str) -> bool {
    let is_word = |piece: &str| {
        let bare = piece.trim_matches(['.', ';', ':', '!', '?', '…', '“', '”', '(', ')']);
        bare.chars().count() > 1 && bare.chars().all(|letter| letter.is_alphabetic() || letter == '’')
    };
    let bare = |text: &str, quote: &str| text.split(quote).step_by(2).collect::<Vec<_>>().join(" | ");
    let text = bare(&bare(text, "\""), "'");
    let pieces: Vec<&str> = text.split_whitespace().collect();
    pieces.windows(2).any(|pair| pair.iter().all(|piece| is_word(piece)))
}

/// Whether a text has a word. Signs of formulas have one or two letters.
fn has_word(text: &str) -> bool {
    text.split(|letter: char| !letter.is_alphabetic()).any(|run| run.chars().count() > 2)
}

/// The macro that tokens begin with, and what it gets.
fn called(tokens: &[TokenTree]) -> Option<(String, TokenStream)> {
    match tokens {
        [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(group), ..]
            if mark.as_char() == '!' && mark.spacing() == Spacing::Alone =>
        {
            Some((name.to_string(), group.stream()))
        }
        _ => None,
    }
}

/// What a literal in a view is.
enum Role {
    /// The value of an attribute, by the last part of its name.
    Attribute(String),
    /// What is shown.
    Child,
    /// Part of an expression.
    Other,
}

/// What a literal is that follows these tokens.
fn role(before: &[TokenTree]) -> Role {
    match before {
        [.., TokenTree::Ident(name), TokenTree::Punct(sign)] if sign.as_char() == '=' => {
            Role::Attribute(name.to_string())
        }
        [.., TokenTree::Punct(sign)] if sign.as_char() == '>' => Role::Child,
        [] | [.., TokenTree::Group(_) | TokenTree::Literal(_)] => Role::Child,
        _ => Role::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::floors::source::{Root, parse};

    /// What is found in a file, in order.
    #[track_caller]
    fn assert_found(text: &str, expected: &[&str]) {
        let expected: Vec<String> = expected.iter().map(|text| format!("a.rs:1: “{text}”")).collect();
        let places = places(&parse(text).unwrap());
        let found: Vec<String> = places.iter().map(|place| place.told("a.rs")).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn two_words_in_a_row_are_prose_wherever_they_stand() {
        assert_found("const A: &str = \"the end\";", &["the end"]);
        assert_found("fn f() { g(format!(\"{n} steps, then rest\")) }", &["{n} steps, then rest"]);
        assert_found("fn f() { h!(k(\"Not here.\")) }", &["Not here."]);
        assert_found("fn f() { view! { <p class=if a { \"the end\" } else { b }>{c}</p> } }", &["the end"]);
    }

    #[test]
    fn a_word_that_a_component_shows_is_prose() {
        assert_found("fn f() { view! { <p>\"End\"</p> } }", &["End"]);
        assert_found("fn f() { view! { <p>{a}\" out of \"{b}</p> } }", &[" out of "]);
        assert_found("fn f() { part(view! { <Button label=\"End\" aria-label=\"Stop\" /> }) }", &["End", "Stop"]);
        assert_found("fn f() { a(move || view! { <b>{move || view! { <i>\"off\"</i> }}</b> }) }", &["off"]);
    }

    #[test]
    fn names_signs_classes_paths_and_numbers_are_no_prose() {
        assert_found("const A: &str = \"end\";", &[]);
        assert_found("const A: &str = \"{a} {b}, {c}: 1 px solid-line x y [role=status]\";", &[]);
        assert_found("fn f() { view! { <p class=\"read quiet\" id=\"end\">\"→ \"{a}</p> } }", &[]);
        assert_found("fn f() { view! { <text>\"× W\" <i>\"hh\"</i></text> } }", &[]);
        assert_found("fn f() { view! { <p on:move=move |e| if e.kind() != \"touch\" { g() }></p> } }", &[]);
        assert_found("const A: &str = \"1em 'Some Font', sans-serif\";", &[]);
        assert_found("const A: &str = r#\"\"Some Font\", serif, \"Other Font\"\"#;", &[]);
        assert_found("const A: &str = \"linear-gradient(90deg, {stops}) #more summary-line\";", &[]);
    }

    #[test]
    fn assertions_attributes_documentation_and_tests_may_say_what_they_like() {
        assert_found("fn f() { assert!(a, \"it is here\"); debug_assert_eq!(a, b, \"the same\"); }", &[]);
        assert_found("fn f() { h!(assert!(a, \"it is here\"), \"so it is\") }", &["so it is"]);
        assert_found("/// Two words.\n#[expect(lint, reason = \"there is one\")]\nfn f() {}", &[]);
        assert_found("#[cfg(test)] mod tests { const A: &str = \"the end\"; }", &[]);
        assert_found("messages! { /** Of the end. */ end => \"\"; }", &[]);
    }

    #[test]
    fn words_and_what_a_terminal_shows_may_hold_prose() {
        let found_in = |file: &str| {
            let root = Root { file: file.to_owned(), knows: vec![] };
            found(&World::read(&[root], &|_| Some("const A: &str = \"the end\";".to_owned())).unwrap())
        };
        assert_eq!(found_in("crates/words/src/lib.rs"), Found::new());
        assert_eq!(found_in("xtask/src/main.rs"), Found::new());
        let told = judged(&found_in("src/main.rs")).unwrap_err();
        assert_eq!(told, "prose belongs into `words` or `content/`:\nsrc/main.rs:1: “the end”");
        assert!(judged(&Found::new()).is_ok());
    }
}
