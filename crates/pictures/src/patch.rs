//! What changes in a part while a slider is dragged is mostly numbers and outlines: where only
//! attributes and texts differ, only those are sent, and the browser keeps the elements it has.

use crate::parts::Change;

/// A part taken apart: what stands, and what may change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// The markup without the values of attributes and without texts.
    skeleton: String,
    values: Vec<Value>,
}

/// The value of an attribute, or the text of an element that holds nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Value {
    /// The place of the element among all in the part, from 0.
    element: usize,
    /// The attribute's name; empty for the text.
    name: String,
    value: String,
}

impl Markup {
    /// Takes our own markup apart: tags, attributes in double quotes, text.
    #[must_use]
    pub fn parse(html: &str) -> Self {
        let mut markup = Self::default();
        let mut element = 0;
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            let (text, tag) = rest.split_at(at);
            let (tag, after) = tag.split_at(tag.find('>').map_or(tag.len(), |end| end + 1));
            if markup.closes(tag) {
                markup.values.push(Value { element: element - 1, name: String::new(), value: text.to_owned() });
            } else {
                markup.skeleton.push_str(text);
            }
            markup.tag(tag, element);
            element += usize::from(!tag.starts_with("</"));
            rest = after;
        }
        markup.skeleton.push_str(rest);
        markup
    }

    /// Whether a tag ends the element that the last one began: a text between them is alone in it.
    fn closes(&self, tag: &str) -> bool {
        let name = tag.trim_start_matches("</").trim_end_matches('>');
        let began = self.skeleton.rfind('<').map(|at| &self.skeleton[at + 1..]);
        tag.starts_with("</")
            && began.is_some_and(|began| began.ends_with('>') && began.split([' ', '>']).next() == Some(name))
    }

    /// Takes a tag in, with its attributes apart.
    fn tag(&mut self, tag: &str, element: usize) {
        for (place, piece) in tag.split('"').enumerate() {
            if place % 2 == 0 {
                self.skeleton.push_str(piece);
                continue;
            }
            let name = self.skeleton.trim_end_matches('=').rsplit(' ').next().unwrap_or_default().to_owned();
            self.values.push(Value { element, name, value: piece.to_owned() });
        }
    }

    /// How the older part becomes this one; none where more than attributes and texts has changed.
    #[must_use]
    pub fn since(&self, old: &Self) -> Option<Vec<Change>> {
        if self.skeleton != old.skeleton {
            return None;
        }
        let mut changes = vec![];
        for (new, old) in self.values.iter().zip(&old.values) {
            if new.value == old.value {
                continue;
            }
            // What a person types stands apart from the attribute; what is escaped wants a parser.
            let is_typed = new.name == "value" || (new.name.is_empty() && self.skeleton.contains("<textarea"));
            if is_typed || new.value.contains(['&', '\n']) {
                return None;
            }
            let attribute = Some(new.name.clone()).filter(|name| !name.is_empty());
            changes.push(Change { place: new.element, attribute, value: new.value.clone() });
        }
        Some(changes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The changes, a line each: the element's place, the attribute's name (none for a text), the value.
    fn patch(old: &str, new: &str) -> Option<String> {
        let line =
            |change: Change| format!("{} {} {}\n", change.place, change.attribute.unwrap_or_default(), change.value);
        Some(Markup::parse(new).since(&Markup::parse(old))?.into_iter().map(line).collect())
    }

    #[test]
    fn numbers_and_outlines_are_changed_in_place() {
        let old =
            "<p class=\"read\">left: <b data-value=\"1\">0.1</b> of it</p><svg><path d=\"M0 0\"/><text>a</text></svg>";
        let new =
            "<p class=\"read\">left: <b data-value=\"2\">0.2</b> of it</p><svg><path d=\"M1 1\"/><text>a</text></svg>";
        assert_eq!(patch(old, new).as_deref(), Some("1 data-value 2\n1  0.2\n3 d M1 1\n"));
        assert_eq!(patch(old, old).as_deref(), Some(""));
    }

    #[test]
    fn what_is_built_otherwise_is_sent_whole() {
        let old = "<p>one <b>1</b></p>";
        for new in ["<p>two <b>1</b></p>", "<p>one <b>1</b><i>2</i></p>", "<p>one <b class=\"x\">1</b></p>", ""] {
            assert_eq!(patch(old, new), None, "{new}");
        }
        assert_eq!(patch("<b></b>", "<b>1</b>").as_deref(), Some("0  1\n"));
        assert_eq!(patch("<b>1</b>", "<b>&lt;</b>"), None);
        assert_eq!(patch("<input value=\"1\">", "<input value=\"2\">"), None);
        assert_eq!(patch("plain", "plainer"), None);
        // A field has no end tag: what follows stands beside it.
        assert_eq!(patch("<label><input> a</label>", "<label><input> b</label>"), None);
    }
}
