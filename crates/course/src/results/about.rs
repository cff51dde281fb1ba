//! What is said of a paper: where it is to be found, what it found, what is done here. The prose is in `words`.

use model::command::PaperKey;
use words::results::words;

/// What is said of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// Where it is to be found.
    pub link: &'static str,
    /// The citation.
    pub cite: &'static str,
    /// What it found.
    pub found: &'static str,
    /// What is done here.
    pub here: &'static str,
}

impl About {
    /// The first author and the year, such as `Bengio 1994`.
    #[must_use]
    pub fn short(&self) -> String {
        let mut words = self.cite.split([' ', ',']);
        let (first, year) = (words.next(), words.find(|word| word.len() == 4 && word.parse::<u16>().is_ok()));
        first.into_iter().chain(year).collect::<Vec<_>>().join(" ")
    }
}

/// What is said of a paper.
#[must_use]
pub fn about(paper: PaperKey) -> About {
    let prose = words();
    let (link, cite, found, here) = match paper {
        PaperKey::Bengio1994 => {
            ("https://doi.org/10.1109/72.279181", prose.bengio_cite, prose.bengio_found, prose.bengio_here)
        }
        PaperKey::Hochreiter1997 => (
            "https://doi.org/10.1162/neco.1997.9.8.1735",
            prose.hochreiter_cite,
            prose.hochreiter_found,
            prose.hochreiter_here,
        ),
        PaperKey::Pascanu2013 => {
            ("https://arxiv.org/abs/1211.5063", prose.pascanu_cite, prose.pascanu_found, prose.pascanu_here)
        }
        PaperKey::Chung2014 => {
            ("https://arxiv.org/abs/1412.3555", prose.chung_cite, prose.chung_found, prose.chung_here)
        }
        PaperKey::Le2015 => ("https://arxiv.org/abs/1504.00941", prose.le_cite, prose.le_found, prose.le_here),
        PaperKey::Jozefowicz2015 => (
            "https://proceedings.mlr.press/v37/jozefowicz15.html",
            prose.jozefowicz_cite,
            prose.jozefowicz_found,
            prose.jozefowicz_here,
        ),
        PaperKey::Greff2015 => {
            ("https://arxiv.org/abs/1503.04069", prose.greff_cite, prose.greff_found, prose.greff_here)
        }
        PaperKey::Arjovsky2016 => {
            ("https://arxiv.org/abs/1511.06464", prose.arjovsky_cite, prose.arjovsky_found, prose.arjovsky_here)
        }
        PaperKey::Tallec2018 => {
            ("https://arxiv.org/abs/1804.11188", prose.tallec_cite, prose.tallec_found, prose.tallec_here)
        }
        PaperKey::Madsen2019 => {
            ("https://distill.pub/2019/memorization-in-rnns", prose.madsen_cite, prose.madsen_found, prose.madsen_here)
        }
    };
    About { link, cite, found, here }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_named_in_short() {
        let short = |key: PaperKey| about(key).short();
        assert_eq!(short(PaperKey::Bengio1994), "Bengio 1994");
        assert_eq!(short(PaperKey::Greff2015), "Greff 2015");
        assert!(PaperKey::ALL.iter().all(|key| short(*key).split(' ').count() == 2));
    }
}
