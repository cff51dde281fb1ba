//! What a file of Keras says of its layers beside their weights: whether they are those that the page has.

use serde_json::Value;

use crate::fault::{Fault, Unsupported};
use crate::network::{Network, Note};

/// The classes of recurrent layers, and how a cell of one is called.
const CLASSES: [&str; 3] = ["LSTM", "GRU", "SimpleRNN"];
const CELL: &str = "Cell";
/// How deep a description may be.
const DEEPEST: usize = 32;

/// A recurrent layer, as it is described.
struct Layer<'a> {
    class: &'a str,
    config: &'a Value,
}

/// Holds each network's layers to what the page's cells have.
///
/// # Errors
/// What a layer has that they do not.
pub(crate) fn check(config: &Value, networks: &mut [Network]) -> Result<(), Fault> {
    let mut layers = vec![];
    collect(config, &mut layers, 0);
    layers.iter().try_for_each(Layer::check)?;
    if layers.is_empty() {
        return Ok(());
    }
    // Which of the file's layers a description is of is not said: they must agree where that makes a difference.
    for two in layers.windows(2).filter(|two| two[0].class == two[1].class) {
        for key in ["activation", "reset_after"] {
            if two[0].config.get(key) != two[1].config.get(key) {
                return Err(two[1].has(format!("{key}={}", two[1].config.get(key).unwrap_or(&Value::Null))));
            }
        }
    }
    let is_before = layers.iter().any(|own| own.config.get("reset_after") == Some(&Value::from(false)));
    let has_relu = layers.iter().any(|own| own.text("activation") == Some("relu"));
    for network in networks {
        let is_unsaid = network.notes.contains(&Note::ResetAfterAssumed);
        for layer in &mut network.layers {
            layer.form.relu |= has_relu;
            layer.form.reset_before |= is_unsaid && is_before;
        }
        let said = [Note::SigmoidAssumed, Note::TanhAssumed, Note::ResetAfterAssumed];
        network.notes.retain(|note| !said.contains(note));
    }
    Ok(())
}

impl Layer<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        self.config.get(key).and_then(Value::as_str)
    }

    fn has(&self, has: String) -> Fault {
        let layer = self.text("name").unwrap_or(self.class).to_owned();
        Fault::Unsupported(Unsupported::Layer { layer, has })
    }

    /// Whether the page's cells have what it asks for.
    fn check(&self) -> Result<(), Fault> {
        match self.text("recurrent_activation") {
            None | Some("sigmoid") => {}
            Some(said) => return Err(self.has(format!("recurrent_activation={said}"))),
        }
        match self.text("activation") {
            None | Some("tanh") => {}
            Some("relu") if self.class == CLASSES[2] => {}
            Some(said) => return Err(self.has(format!("activation={said}"))),
        }
        match self.config.get("go_backwards").and_then(Value::as_bool) {
            Some(true) => Err(self.has("go_backwards=true".to_owned())),
            _ => Ok(()),
        }
    }
}

/// All recurrent layers, wherever they stand.
fn collect<'a>(value: &'a Value, layers: &mut Vec<Layer<'a>>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    if let (Some(class), Some(config)) = (value.get("class_name").and_then(Value::as_str), value.get("config")) {
        let class = class.strip_suffix(CELL).unwrap_or(class);
        if CLASSES.contains(&class) {
            return layers.push(Layer { class, config });
        }
    }
    match value {
        Value::Array(all) => all.iter().for_each(|own| collect(own, layers, depth + 1)),
        Value::Object(all) => all.values().for_each(|own| collect(own, layers, depth + 1)),
        _ => {}
    }
}
