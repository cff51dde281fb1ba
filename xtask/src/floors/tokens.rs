//! What the tokens of a macro name. They are no Rust before the macro is expanded, so all that looks like a path counts.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Something that tokens name.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its line.
    pub line: usize,
    /// What it is.
    pub what: What,
}

/// What tokens name.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// A path, of one segment or more; and whether it is called, or is a macro's.
    Path(Vec<String>, bool),
    /// `.name(`; and whether it stands after `self`.
    Method(String, bool),
}

/// All that tokens name, in their order.
pub fn mentions(tokens: TokenStream) -> Vec<Mention> {
    let mut mentions = Vec::new();
    scan(&tokens.into_iter().collect::<Vec<_>>(), &[], &mut mentions);
    mentions
}

/// Scans tokens; `before` is the path in front of their braces: `a::{b, c}`.
fn scan(trees: &[TokenTree], before: &[String], mentions: &mut Vec<Mention>) {
    let mut next = 0;
    while let Some(tree) = trees.get(next) {
        next += 1;
        match tree {
            TokenTree::Group(group) => scan(&group.stream().into_iter().collect::<Vec<_>>(), &[], mentions),
            TokenTree::Ident(ident) => {
                let line = ident.span().start().line;
                let mut add = |what: What| mentions.push(Mention { line, what });
                let place = next - 1;
                if is_punct(trees, place.wrapping_sub(1), '.') && !is_punct(trees, place.wrapping_sub(2), '.') {
                    if is_call(trees, next) || is_colons(trees, next) {
                        let of = place.checked_sub(2).and_then(|place| trees.get(place));
                        let of_self = matches!(of, Some(TokenTree::Ident(ident)) if ident == "self");
                        add(What::Method(ident.to_string(), of_self));
                    }
                    continue;
                }
                // A variable of the macro, or a lifetime.
                let is_variable = is_punct(trees, place.wrapping_sub(1), '$') && ident != "crate";
                if is_variable || is_punct(trees, place.wrapping_sub(1), '\'') {
                    continue;
                }
                let rooted = place >= 2 && is_colons(trees, place - 2);
                let start = if rooted { vec![String::new()] } else { before.to_vec() };
                let mut path: Vec<String> = start.into_iter().chain([ident.to_string()]).collect();
                while is_colons(trees, next) {
                    match trees.get(next + 2) {
                        Some(TokenTree::Ident(ident)) => path.push(ident.to_string()),
                        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                            scan(&group.stream().into_iter().collect::<Vec<_>>(), &path, mentions);
                            path.clear();
                        }
                        _ => break,
                    }
                    next += 3;
                }
                if !path.is_empty() {
                    let called = is_call(trees, next) || is_punct(trees, next, '!') && !is_punct(trees, next + 1, '=');
                    mentions.push(Mention { line, what: What::Path(path, called) });
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn is_punct(trees: &[TokenTree], place: usize, wanted: char) -> bool {
    matches!(trees.get(place), Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

/// Whether `::` stands at a place.
fn is_colons(trees: &[TokenTree], place: usize) -> bool {
    let joint = matches!(trees.get(place), Some(TokenTree::Punct(punct)) if punct.spacing() == Spacing::Joint);
    joint && is_punct(trees, place, ':') && is_punct(trees, place + 1, ':')
}

/// Whether round brackets stand at a place.
fn is_call(trees: &[TokenTree], place: usize) -> bool {
    matches!(trees.get(place), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_named(tokens: &str, expected: &[&str]) {
        let named = mentions(tokens.parse().unwrap()).into_iter().map(|mention| match mention.what {
            What::Path(path, called) => format!("{}{}", path.join("::"), if called { "()" } else { "" }),
            What::Method(name, of_self) => format!("{}.{name}", if of_self { "self" } else { "" }),
        });
        assert_eq!(named.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn paths_are_seen() {
        assert_named("\"{}\", crate::words::left(3), B::<C>::new", &["crate::words::left()", "B", "C", "::new"]);
        assert_named("<page::Page store />", &["page::Page", "store"]);
        assert_named("$crate::a, $name::B, &'a str", &["crate::a", "::B", "str"]);
        assert_named("use a::{b, c::D};", &["use", "a::b", "a::c::D"]);
    }

    #[test]
    fn methods_are_seen_and_fields_are_none() {
        assert_named(
            "self.go(1), host.state.lead::<A>(), 0..end(), vec![b.stop()]",
            &["self", "self.go", "host", ".lead", "A", "end()", "vec()", "b", ".stop"],
        );
    }
}
