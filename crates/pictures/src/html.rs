//! Parts of HTML. Whatever a person wrote goes through [`escape`].

use std::fmt::Write;

use model::keys::Key;
use words::format;

/// A text in which nothing is markup.
#[must_use]
pub fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
        out
    })
}

/// A button that sets a setting; pressed where that is its value already.
#[must_use]
pub fn button(key: Key, value: &str, name: &str, pressed: bool) -> String {
    format!("<button data-key=\"{}\" data-value=\"{value}\" aria-pressed=\"{pressed}\">{name}</button>", key.name())
}

/// An entry of a legend: colour, name, number.
#[must_use]
pub fn key(class: &str, name: &str, number: &str) -> String {
    format!("<span><i class=\"{class}\"></i>{name} <b>{number}</b></span> ")
}

/// A share as a percentage; where there is nothing to share, a dash.
#[must_use]
pub fn percent(share: f64) -> String {
    if share.is_finite() { format::percent(share) } else { "–".to_owned() }
}

/// The colours of a map from its lowest level to its highest, with what each end means.
#[must_use]
pub fn ramp(low: &str, high: &str) -> String {
    format!("<p class=\"ramp\">{low} <i></i> {high}</p>")
}

/// A table: a head, and rows of as many cells.
#[must_use]
pub fn table(head: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::from("<table><thead><tr>");
    // Writing to a String cannot fail.
    head.iter().for_each(|cell| write!(out, "<th scope=\"col\">{cell}</th>").unwrap_or_default());
    out.push_str("</tr></thead><tbody>");
    for row in rows {
        out.push_str("<tr>");
        row.iter().for_each(|cell| write!(out, "<td>{cell}</td>").unwrap_or_default());
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_is_no_markup() {
        assert_eq!(
            escape("<img src=x onerror='a(\"b\")'> & c"),
            "&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt; &amp; c"
        );
        assert_eq!(escape("تجربة 👩‍👩‍👧"), "تجربة 👩‍👩‍👧");
    }
}
