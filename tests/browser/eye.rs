//! What a person's eye finds on the page.

use engine::trace::{CellKind, Pass};
use model::playback::Playhead;
use model::settings::State;
use words::page::words;

use super::page::Page;

impl Page {
    /// What follows the `#`, once the page has written it.
    pub fn fragment(&self) -> String {
        self.wait_for_the_address();
        self.text("location.hash.slice(1)")
    }

    /// The state that the address holds, once the page has written it.
    pub fn state(&self) -> State {
        let fragment = self.fragment();
        let (state, problems) = State::from_address(&fragment);
        assert_eq!(problems, [], "the page wrote an address that it cannot read: {fragment}");
        state
    }

    /// Where the playhead is.
    pub fn playhead(&self) -> Playhead {
        let backward = self.holds("document.querySelector('#turn.backward')");
        let step = self.number("Number(document.getElementById('scrubber').value)") as usize;
        Playhead { pass: if backward { Pass::Backward } else { Pass::Forward }, step }
    }

    /// Whether it plays: its button would pause.
    pub fn is_playing(&self) -> bool {
        self.text("document.getElementById('play').textContent.trim()") == words().pause
    }

    /// A lane's big number: the share of the gradient that is left.
    pub fn share(&self, cell: CellKind) -> f64 {
        let number = format!("document.querySelector('#number-{} strong').dataset.value", cell.key());
        parse(&self.text(&number))
    }

    /// The big numbers of the three lanes.
    pub fn shares(&self) -> [f64; 3] {
        CellKind::ALL.map(|cell| self.share(cell))
    }

    /// Begins to note, in every frame, what an expression gives.
    pub fn watch(&self, expression: &str) {
        let script = format!(
            "const seen = window.seen = []; \
            const look = () => {{ const now = {expression}; if (seen.at(-1) !== now) seen.push(now); requestAnimationFrame(look); }}; \
            look();"
        );
        self.script(&script, vec![]);
    }

    /// What has been noted, one after the other, each as often as it changed.
    pub fn watched(&self) -> Vec<String> {
        serde_json::from_value(self.value("window.seen.map(String)")).expect("texts")
    }

    /// Which cell the inspector shows.
    pub fn inspected(&self) -> String {
        self.text("document.querySelector('.inspector .cell-name').dataset.cell")
    }

    /// A canvas as a picture, to compare with another.
    pub fn picture(&self, id: &str) -> String {
        self.text(&format!("document.getElementById('{id}').toDataURL()"))
    }

    /// The pictures of the three lanes and the chart.
    pub fn pictures(&self) -> [String; 4] {
        ["lane-rnn", "lane-lstm", "lane-gru", "reach"].map(|id| self.picture(id))
    }

    /// How far the page can be scrolled sideways.
    pub fn overhang(&self) -> f64 {
        self.number("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    }
}

/// A number as the page's data attributes hold it.
pub fn parse(number: &str) -> f64 {
    number.parse().unwrap_or_else(|_| panic!("{number} is no number"))
}
