//! Makes a struct of the texts of each part of the page from `texts/en`, a file a part; and of each language one file with all of
//! them, which the page fetches.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

const TEXTS: &str = "texts";

/// The language that every text is written in first, and that a missing translation falls back to.
const ENGLISH: &str = "en";

/// The texts of a part by their names, in their order.
type Part = Vec<(String, String)>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TEXTS}");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no folder for what is made")?);
    // In a browser all texts are fetched.
    let is_fetched = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32")
        && env::var_os("CARGO_FEATURE_COMPILED").is_none();
    let english = parts(ENGLISH)?;
    for (part, texts) in &english {
        fs::write(out.join(part).with_extension("rs"), code(part, texts, !is_fetched)?)?;
    }
    let (mut files, mut missing) = (String::new(), String::new());
    for folder in fs::read_dir(TEXTS)? {
        let language = folder?.file_name().into_string().map_err(|name| format!("{name:?} is no language"))?;
        let own = parts(&language)?;
        fs::write(out.join(format!("{language}.txt")), file(&language, &english, &own, &mut missing)?)?;
        writeln!(files, "    ({language:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{language}.txt\"))),")?;
    }
    let files = format!(
        "/// All texts of each language, as they are fetched.\npub(super) static FILES: &[(&str, &str)] = &[\n{files}];\n\n\
         /// What a language lacks, and falls back to English for.\n#[cfg(test)]\npub(super) static MISSING: &[&str] = &[\n{missing}];\n"
    );
    fs::write(out.join("languages.rs"), files)?;
    Ok(())
}

/// All parts of a language by their names.
///
/// # Errors
/// With what cannot be read, or is more than a text.
fn parts(language: &str) -> Result<BTreeMap<String, Part>, Box<dyn Error>> {
    let mut parts = BTreeMap::new();
    for entry in fs::read_dir(Path::new(TEXTS).join(language))? {
        let file = entry?.path();
        let texts = texts(&fs::read_to_string(&file)?).map_err(|fault| format!("{}: {fault}", file.display()))?;
        let part = file.file_stem().and_then(|name| name.to_str()).ok_or("a file without a name")?;
        parts.insert(part.to_owned(), texts);
    }
    Ok(parts)
}

/// The texts of a file.
///
/// # Errors
/// With what cannot be read, or is more than a text.
fn texts(text: &str) -> Result<Part, Box<dyn Error>> {
    let resource = parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    let mut texts = vec![];
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            other => return Err(format!("found {other:?}, expected messages and comments").into()),
        };
        let name = message.id.name;
        let text = message.value.map_or_else(|| Err("no text".to_owned()), |pattern| flat(&pattern, None));
        let text =
            text.map_err(|found| format!("{name} has {found}, expected a text, variables and choices by them"))?;
        if texts.iter().any(|own: &(String, String)| own.0 == name) {
            return Err(format!("{name} stands there twice").into());
        }
        texts.push((name.to_owned(), text));
    }
    Ok(texts)
}

/// A text with `{name}` for each variable, and its choices as `src/message.rs` reads them. The space behind a number that a choice
/// goes by is one that no line is broken at.
///
/// # Errors
/// With what else it has.
fn flat(pattern: &Pattern<&str>, counts: Option<&str>) -> Result<String, String> {
    let mut text = String::new();
    let mut is_count = false;
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => match value.strip_prefix(' ').filter(|_| is_count) {
                Some(rest) => text.extend(["\u{a0}", rest]),
                None => text.push_str(value),
            },
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                text.extend(["{", id.name, "}"]);
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(&unescape_unicode_to_string(value));
            }
            PatternElement::Placeable {
                expression: Expression::Select { selector: InlineExpression::VariableReference { id }, variants },
            } => text.push_str(&choice(id.name, variants)?),
            PatternElement::Placeable { expression } => return Err(format!("{expression:?}")),
        }
        is_count = matches!(
            (element, counts),
            (PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) }, Some(name))
                if id.name == name
        );
    }
    Ok(text)
}

/// A choice: numbers before categories, the default last.
fn choice(name: &str, variants: &[Variant<&str>]) -> Result<String, String> {
    let mut cases = vec![];
    for variant in variants {
        let (rank, key) = match variant.key {
            VariantKey::NumberLiteral { value } => (0, value),
            VariantKey::Identifier { name } => (1, name),
        };
        let rank = if variant.default { 2 } else { rank };
        cases.push((rank, format!("\u{2}{key}\u{3}{}", flat(&variant.value, Some(name))?)));
    }
    cases.sort_by_key(|case| case.0);
    Ok(format!("\u{1}{name}{}\u{4}", cases.into_iter().map(|case| case.1).collect::<String>()))
}

/// The names of a text's variables.
fn variables(text: &str) -> BTreeSet<&str> {
    let put = text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
    let chosen = text.split('\u{1}').skip(1).filter_map(|rest| rest.split_once('\u{2}')).map(|(name, _)| name);
    put.chain(chosen)
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'))
        .collect()
}

/// The code of a part: its struct, and the English texts where they are compiled in.
fn code(part: &str, texts: &Part, is_compiled: bool) -> Result<String, Box<dyn Error>> {
    let (mut fields, mut english, mut read) = (String::new(), String::new(), String::new());
    for (n, (name, text)) in texts.iter().enumerate() {
        writeln!(fields, "    #[doc = {text:?}]\n    pub {name}: &'static str,")?;
        writeln!(english, "    {name}: {text:?},")?;
        writeln!(read, "        {name}: texts[{n}],")?;
    }
    let n = texts.len();
    let (english, compiled) = if is_compiled {
        (format!("/// English.\npub static EN: Words = Words {{\n{english}}};\n\n"), "Some(&EN)")
    } else {
        (String::new(), "None")
    };
    Ok(format!(
        "/// The texts of this part of the page.\n\
         #[derive(Debug)]\n\
         pub struct Words {{\n{fields}}}\n\n\
         {english}\
         fn read(texts: &[&'static str; {n}]) -> Words {{\n    Words {{\n{read}    }}\n}}\n\n\
         /// The texts in the language of the page.\n\
         #[must_use]\n\
         pub fn words() -> &'static Words {{\n\
         \x20   static FETCHED: std::sync::OnceLock<Words> = std::sync::OnceLock::new();\n\
         \x20   crate::language::words(&FETCHED, {part:?}, read, {compiled})\n\
         }}\n"
    ))
}

/// All texts of a language in one file, in the order of the English ones: parts, and in each its name and its texts.
///
/// # Errors
/// With a text that English does not have, or whose variables are others.
fn file(
    language: &str,
    english: &BTreeMap<String, Part>,
    own: &BTreeMap<String, Part>,
    missing: &mut String,
) -> Result<String, Box<dyn Error>> {
    let mut all = String::new();
    for (part, texts) in english {
        let translated: BTreeMap<&String, &String> = own.get(part).into_iter().flatten().map(|(n, t)| (n, t)).collect();
        write!(all, "{part}")?;
        for (name, text) in texts {
            let place = format!("{TEXTS}/{language}/{part}.ftl: {name}");
            let own = match translated.get(name) {
                Some(own) => own,
                None => {
                    writeln!(missing, "    {place:?},")?;
                    text
                }
            };
            let (found, expected) = (variables(own), variables(text));
            if found != expected {
                return Err(format!("{place} has the variables {found:?}, expected {expected:?}").into());
            }
            write!(all, "\u{1f}{own}")?;
        }
        all.push('\u{1e}');
    }
    for (part, texts) in own {
        let known = english.get(part).ok_or_else(|| format!("{TEXTS}/{language}/{part}.ftl is no part of the page"))?;
        if let Some((name, _)) = texts.iter().find(|own| known.iter().all(|known| known.0 != own.0)) {
            return Err(format!("{TEXTS}/{language}/{part}.ftl: {name} is no text of the page").into());
        }
    }
    Ok(all)
}
