//! Prints what the build puts beside the page's programs, as JSON: all texts of each language, and what Start shows as the page is
//! opened, its words and the picture of three chains of cells with the engine's numbers. `cargo xtask build` puts it into `index.html`, where it can be read before the page's own code has come; a test of the
//! page compares both.

use engine::trace::CellKind;
use figures::{Inside, Stretch, inside, link, returning, samples};
use model::lab::Run;
use model::sequence::Library;
use model::settings::Settings;
use serde_json::{Map, Value, json};
use words::format::{Digits, Group, Measure};
use words::rich::{Piece, pieces};
use words::start::{one_in, verdict};
use words::{Language, fill};

fn main() {
    let texts = Language::ALL.map(|own| (own.key().to_owned(), words::texts(own)));
    let [first, later] =
        [0, 1].map(|part| Map::from_iter(texts.iter().map(|own| (own.0.clone(), Value::from(&*own.1[part])))));
    let pages = Language::ALL.map(|own| (own.key().to_owned(), Value::from(course::lesson::texts(own))));
    println!("{}", json!({ "first": first, "texts": later, "pages": Map::from_iter(pages), "opening": opening() }));
}

fn opening() -> Value {
    let settings = Settings::default();
    let sequence = settings.sequence(Library::shipped());
    let run = Run::new(&settings, &sequence);
    let (mark, read, steps) = (settings.mark_step(), settings.read_step(), settings.steps());
    let words = words::start::words();
    let page = words::page::words();
    let word = |(step, label): (usize, &String)| json!({ "word": label, "flag": step == mark || step == read });
    let shares = CellKind::ALL.map(|cell| run.lane(cell).reach[mark]);
    let lane = |cell: CellKind| {
        let (own, reach) = (shares[cell as usize], &run.lane(cell).reach[..=read]);
        let number = Group::new(Measure::Share, shares).write(own, Digits::Headline);
        let (last, first) = (&sequence.labels[read], &sequence.labels[mark]);
        let pairs = [("cell", cell.name()), ("share", &number), ("last", last), ("mark", first)];
        let stretches = returning(reach).into_iter().enumerate();
        json!({
            "key": cell.key(),
            "name": cell.name(),
            "about": match cell {
                CellKind::Rnn => words.rnn,
                CellKind::Lstm => words.lstm,
                CellKind::Gru => words.gru,
            },
            "number": number,
            "one_in": one_in(own),
            "told": fill(words.chain, &pairs),
            "inside": match inside(cell) {
                Inside::Curve(curve) => json!({ "curve": curve }),
                Inside::Gated { road, gates } => json!({ "road": road, "gates": gates }),
            },
            "stretches": stretches.skip(mark).map(|(n, of)| json!([of.outline(n), of.opacity()])).collect::<Vec<_>>(),
        })
    };
    let group = Group::new(Measure::Share, samples().map(|(share, _)| share));
    let sample =
        |(share, of): (f64, Stretch)| json!([of.outline(0), of.opacity(), group.write(share, Digits::Significant(1))]);
    let asks = pieces(words.asks).into_iter().map(|piece| match piece {
        Piece::Stressed(word) => json!({ "text": word, "stressed": true }),
        Piece::Text(text) => json!({ "text": text, "stressed": false }),
        // The sentence has no other.
        other => json!({ "text": format!("{other:?}"), "stressed": false }),
    });
    let arrives = fill(words.arrives, &[("mark", &sequence.labels[mark])]);
    json!({
        "title": page.title,
        // The first is this one.
        "views": [
            [page.start, "#"],
            [page.learn, "#lesson=here"],
            [page.lab, "#view=lab"],
            [page.train, "#view=train"],
            [page.compare, "#view=compare"],
            [page.reference, "#view=reference"],
        ],
        "question": words.question,
        "asks": asks.collect::<Vec<_>>(),
        "words": sequence.labels.iter().enumerate().map(word).collect::<Vec<_>>(),
        "link": link(mark, read, steps),
        "steps": steps,
        "lanes": CellKind::ALL.map(lane),
        "whole": words.whole,
        "sentence": sequence.labels.join(" "),
        "verdict": [verdict(&CellKind::ALL.map(|cell| (cell.name(), shares[cell as usize]))), words.draws.to_owned()],
        "scale": [arrives, words.starts.to_owned()],
        "back": words.back,
        "key": samples().map(sample),
        "send": words.send,
        "ways": [words.read, words.learn],
        "own": [words.own, words.own_example],
        "actions": [page.present, page.share, page.theme],
        "hurry": [words.hurry, "#view=reference&page=overview"],
        "doors": [
            [words.lesson, words.lesson_what, "#lesson=sequences.1"],
            [words.lab, words.lab_what, "#view=lab"],
            [words.train, words.train_what, "#view=train&task=agreement"],
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often, over the seeds 1 to 200 of the page's own settings, the RNN keeps least of the gradient at the mark.
    #[test]
    fn the_draws_that_start_tells_of_are_what_the_engine_makes() {
        let settings = Settings::default();
        let sequence = settings.sequence(Library::shipped());
        let keeps_least = |seed: &u64| {
            let run = Run::new(&Settings { seed: *seed, ..settings.clone() }, &sequence);
            let [rnn, lstm, gru] = CellKind::ALL.map(|cell| run.lane(cell).reach[settings.mark_step()]);
            rnn < lstm.min(gru)
        };
        let count = (1..=200).filter(keeps_least).count();
        assert_eq!(count, 200);
        assert!(
            words::start::words()
                .draws
                .contains(&format!("We drew them {count} times, and the RNN kept the least every time"))
        );
    }
}
