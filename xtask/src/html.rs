//! Reads the start tags of an HTML page: as much of HTML as checking our own page needs.

/// A start tag, in the order of the page.
#[derive(Debug, PartialEq)]
pub struct Tag<'a> {
    /// In lower case.
    pub name: String,
    /// Names in lower case, values without their quotes and as written.
    pub attributes: Vec<(String, &'a str)>,
    /// What stands between this tag and its end tag, for `script` and `style`; empty for others.
    pub text: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| *value)
    }
}

/// Reads all start tags of a page. Comments and end tags are passed over.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, after) = tag(rest);
            found.push(tag);
            rest = after;
        }
    }
    found
}

/// Reads one tag from its name on; returns it and what follows it.
fn tag(source: &str) -> (Tag<'_>, &str) {
    let end = source.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(source.len());
    let name = source[..end].to_ascii_lowercase();
    let (attributes, mut rest) = attributes(&source[end..]);
    let mut text = "";
    if name == "script" || name == "style" {
        let close = format!("</{name}");
        let end = rest.to_ascii_lowercase().find(&close).unwrap_or(rest.len());
        (text, rest) = rest.split_at(end);
    }
    let tag = Tag { name, attributes, text };
    (tag, rest)
}

/// Reads attributes up to the tag's `>`; returns them and what follows it.
fn attributes(mut rest: &str) -> (Vec<(String, &str)>, &str) {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return (found, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (found, after);
        }
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest.len());
        // A stray `=` begins a name.
        let end = if end == 0 { 1 } else { end };
        let name = rest[..end].to_ascii_lowercase();
        let (value, after) = value(&rest[end..]);
        found.push((name, value));
        rest = after;
    }
}

/// Reads `= value`, if one is there; returns it and what follows it.
fn value(source: &str) -> (&str, &str) {
    let Some(rest) = source.trim_start().strip_prefix('=') else {
        return ("", source);
    };
    let rest = rest.trim_start();
    for quote in ['"', '\''] {
        if let Some(quoted) = rest.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = rest.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(rest.len());
    rest.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_their_attributes() {
        let page = r#"<!DOCTYPE html><meta charset=utf-8><LINK REL="a > b" crossorigin href='./x' />"#;
        let tags = tags(page);
        assert_eq!(tags.len(), 2);
        assert_eq!(tags[0].attribute("charset"), Some("utf-8"));
        assert_eq!(tags[1].name, "link");
        assert_eq!(tags[1].attribute("rel"), Some("a > b"));
        assert_eq!(tags[1].attribute("crossorigin"), Some(""));
        assert_eq!(tags[1].attribute("href"), Some("./x"));
    }

    #[test]
    fn scripts_have_their_text_and_comments_are_passed_over() {
        let page = "<!-- <script>no</script> --><script type=module>if (1 < 2) {}</script><p>";
        let tags = tags(page);
        let names: Vec<_> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["script", "p"]);
        assert_eq!(tags[0].text, "if (1 < 2) {}");
    }

    #[test]
    fn a_page_cut_short_is_read_as_far_as_it_goes() {
        for page in ["<", "<p", "<p a=", "<p a='", "<p = >", "<!--", "<script>x"] {
            tags(page);
        }
    }
}
