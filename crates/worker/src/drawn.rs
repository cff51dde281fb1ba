//! What of the page a worker has drawn already, so that only what has changed is sent.

use std::collections::HashMap;

use pictures::parts::Part;
use pictures::patch::Markup;

/// What stands in the page, by the id of its element.
#[derive(Default)]
pub struct Drawn(HashMap<String, (String, Markup)>);

impl Drawn {
    /// Of parts those that are not on the page as they are; from now on they are.
    pub fn changed(&mut self, parts: Vec<(String, String)>) -> Vec<Part> {
        let sent = &mut self.0;
        let mut changed = Vec::new();
        for (id, html) in parts {
            if sent.get(&id).is_some_and(|(old, _)| *old == html) {
                continue;
            }
            let whole = !html.starts_with('<');
            let markup = if whole { Markup::default() } else { Markup::parse(&html) };
            let changes = sent.get(&id).filter(|_| !whole).and_then(|(_, old)| markup.since(old));
            changed.push(match changes {
                Some(changes) => Part::Changes(id.clone(), changes),
                None => Part::Whole(id.clone(), html.clone()),
            });
            sent.insert(id, (html, markup));
        }
        changed
    }
}
