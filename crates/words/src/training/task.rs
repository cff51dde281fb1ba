//! What is told of a task: those of Train's texts that are its own, found by its name in the address. Train's controls show them,
//! and so does whatever else names a task.

use super::words;

/// What is told of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// What it is called.
    pub name: &'static str,
    /// What its knob is called.
    pub knob: &'static str,
    /// What it asks.
    pub asks: &'static str,
    /// What its sequences are, and where they come from; may be empty.
    pub about: &'static str,
    /// How its baselines score: with `{baseline}`.
    pub scores: &'static str,
}

/// What is told of a task, by its name in the address; of Adding for any other name.
#[must_use]
pub fn task(key: &str) -> Task {
    let words = words();
    let [name, knob, asks, about, scores] = match key {
        "copy" => [words.copy, words.copy_knob, words.copy_asks, "", words.copy_scores],
        "recall" => [words.recall, words.recall_knob, words.recall_asks, words.recall_about, words.recall_scores],
        "order" => [words.order, words.order_knob, words.order_asks, "", words.order_scores],
        "parity" => [words.parity, words.parity_knob, words.parity_asks, words.parity_about, words.parity_scores],
        "brackets" => {
            [words.brackets, words.brackets_knob, words.brackets_asks, words.brackets_about, words.brackets_scores]
        }
        "agreement" => {
            [words.agreement, words.agreement_knob, words.agreement_asks, words.agreement_about, words.agreement_scores]
        }
        "sentiment" => {
            [words.sentiment, words.sentiment_knob, words.sentiment_asks, words.sentiment_about, words.sentiment_scores]
        }
        "speech_parts" => [
            words.speech_parts,
            words.speech_parts_knob,
            words.speech_parts_asks,
            words.speech_parts_about,
            words.speech_parts_scores,
        ],
        "entities" => {
            [words.entities, words.entities_knob, words.entities_asks, words.entities_about, words.entities_scores]
        }
        "speech" => [words.speech, words.speech_knob, words.speech_asks, words.speech_about, words.speech_scores],
        "frames" => [words.frames, words.frames_knob, words.frames_asks, words.frames_about, words.frames_scores],
        "clicks" => [words.clicks, words.clicks_knob, words.clicks_asks, words.clicks_about, words.clicks_scores],
        "characters" => [
            words.characters,
            words.characters_knob,
            words.characters_asks,
            words.characters_about,
            words.characters_scores,
        ],
        "own_text" => {
            [words.own_text, words.characters_knob, words.own_text_asks, words.own_text_about, words.own_text_scores]
        }
        "next_word" => {
            [words.next_word, words.next_word_knob, words.next_word_asks, words.next_word_about, words.next_word_scores]
        }
        "translation" => [
            words.translation,
            words.translation_knob,
            words.translation_asks,
            words.translation_about,
            words.translation_scores,
        ],
        "co2" => [words.co2, words.ahead, words.co2_asks, words.co2_about, words.co2_scores],
        "sunspots" => [words.sunspots, words.ahead, words.sunspots_asks, words.sunspots_about, words.sunspots_scores],
        "sst" => [words.sst, words.ahead, words.sst_asks, words.sst_about, words.sst_scores],
        "weather" => [words.weather, words.ahead, words.weather_asks, words.weather_about, words.weather_scores],
        "hourly" => [words.hourly, words.ahead, words.hourly_asks, words.hourly_about, words.hourly_scores],
        "employment" => {
            [words.employment, words.ahead, words.employment_asks, words.employment_about, words.employment_scores]
        }
        "market" => [words.market, words.ahead, words.market_asks, words.market_about, words.market_scores],
        "own_series" => {
            [words.own_series, words.ahead, words.own_series_asks, words.own_series_about, words.own_series_scores]
        }
        _ => [words.adding, words.adding_knob, words.adding_asks, "", words.adding_scores],
    };
    Task { name, knob, asks, about, scores }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_task_has_a_name_and_a_question_of_its_own() {
        const OTHERS: [&str; 3] = ["copy", "market", "own_series"];
        for key in OTHERS {
            assert!(task(key).name != task("adding").name && task(key).asks != task("adding").asks, "{key}");
        }
    }
}
