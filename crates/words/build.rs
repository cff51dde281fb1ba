//! Makes a struct of the texts of each part of the page: from `texts/en`, a file a part.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

const TEXTS: &str = "texts/en";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TEXTS}");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no folder for what is made")?);
    for entry in fs::read_dir(TEXTS)? {
        let file = entry?.path();
        let code = code(&fs::read_to_string(&file)?).map_err(|fault| format!("{}: {fault}", file.display()))?;
        let part = Path::new(file.file_stem().ok_or("a file without a name")?);
        fs::write(out.join(part).with_extension("rs"), code)?;
    }
    Ok(())
}

/// The code of a part: its struct, and the texts.
///
/// # Errors
/// With what cannot be read, or is more than a text.
fn code(text: &str) -> Result<String, Box<dyn Error>> {
    let resource = parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    let (mut fields, mut texts) = (String::new(), String::new());
    for entry in resource.body {
        let message = match entry {
            Entry::Message(message) => message,
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
            other => return Err(format!("found {other:?}, expected messages and comments").into()),
        };
        let name = message.id.name;
        let text = message.value.map_or_else(|| Err("no text".to_owned()), |pattern| flat(&pattern));
        let text = text.map_err(|found| format!("{name} has {found}, expected a text, variables and literals"))?;
        writeln!(fields, "    #[doc = {text:?}]\n    pub {name}: &'static str,")?;
        writeln!(texts, "    {name}: {text:?},")?;
    }
    Ok(format!(
        "/// The texts of this part of the page.\n\
         #[derive(Debug)]\n\
         pub struct Words {{\n{fields}}}\n\n\
         /// English.\n\
         pub static EN: Words = Words {{\n{texts}}};\n\n\
         /// The texts in the language of the page.\n\
         #[must_use]\n\
         pub fn words() -> &'static Words {{\n    &EN\n}}\n"
    ))
}

/// A text with `{name}` for each variable.
///
/// # Errors
/// With what else it has.
fn flat(pattern: &Pattern<&str>) -> Result<String, String> {
    let part = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Ok((*value).to_owned()),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            Ok(format!("{{{}}}", id.name))
        }
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
            Ok(unescape_unicode_to_string(value).into_owned())
        }
        PatternElement::Placeable { expression } => Err(format!("{expression:?}")),
    };
    pattern.elements.iter().map(part).collect()
}
