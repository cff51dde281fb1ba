//! What a `.keras` file says of its layers beside their weights: whether they are those that the page has.

use serde_json::Value;

use crate::fault::{Fault, Unsupported};
use crate::network::{Network, Note};

/// What each class of layer is called in the file of weights.
const CLASSES: [(&str, &str); 3] = [("LSTM", "lstm"), ("GRU", "gru"), ("SimpleRNN", "simple_rnn")];
/// What a layer may say, and what the page's cells have.
const KNOWN: [(&str, &str); 1] = [("recurrent_activation", "sigmoid")];
/// What must not be asked for.
const NEVER: [&str; 2] = ["go_backwards", "zero_output_for_mask"];

/// Holds each network's layers to what the page's cells have.
///
/// # Errors
/// What a layer has that they do not.
pub(crate) fn check(config: &Value, networks: &mut [Network]) -> Result<(), Fault> {
    let mut layers = vec![];
    collect(config, &mut layers, 0);
    for (class, own) in &layers {
        let name = own.get("name").and_then(Value::as_str).unwrap_or(class).to_owned();
        let wrong = |has: String| Err(Fault::Unsupported(Unsupported::Layer { layer: name.clone(), has }));
        for (key, known) in KNOWN {
            match own.get(key).and_then(Value::as_str) {
                Some(said) if said != known => return wrong(format!("{key}={said}")),
                _ => {}
            }
        }
        match own.get("activation").and_then(Value::as_str) {
            None | Some("tanh") => {}
            Some("relu") if *class == "SimpleRNN" => {}
            Some(said) => return wrong(format!("activation={said}")),
        }
        for key in NEVER {
            if own.get(key).and_then(Value::as_bool) == Some(true) {
                return wrong(format!("{key}=true"));
            }
        }
    }
    let is_all = |key: &str, said: &Value| layers.iter().all(|(_, own)| own.get(key) == Some(said));
    let has_relu = layers.iter().any(|(_, own)| own.get("activation").and_then(Value::as_str) == Some("relu"));
    if has_relu && !is_all("activation", &Value::from("relu")) {
        let has = "activation=relu, activation=tanh".to_owned();
        return Err(Fault::Unsupported(Unsupported::Layer { layer: CLASSES[2].1.to_owned(), has }));
    }
    for network in networks {
        network.notes.retain(|note| !matches!(note, Note::SigmoidAssumed | Note::TanhAssumed));
        for layer in &mut network.layers {
            if has_relu {
                layer.form = layer.form.with_relu();
            }
            let is_unsaid = network.notes.contains(&Note::ResetAfterAssumed);
            if is_unsaid && is_all("reset_after", &Value::from(false)) {
                layer.form = layer.form.with_reset_before();
            }
        }
        if network.notes.contains(&Note::ResetAfterAssumed)
            && layers.iter().all(|(_, own)| own.get("reset_after").is_some())
        {
            network.notes.retain(|note| *note != Note::ResetAfterAssumed);
        }
    }
    Ok(())
}

/// All recurrent layers, wherever they stand.
fn collect<'a>(value: &'a Value, layers: &mut Vec<(&'a str, &'a Value)>, depth: usize) {
    const DEEPEST: usize = 32;
    if depth > DEEPEST {
        return;
    }
    if let (Some(class), Some(config)) = (value.get("class_name").and_then(Value::as_str), value.get("config"))
        && CLASSES.iter().any(|(own, _)| *own == class)
    {
        return layers.push((class, config));
    }
    match value {
        Value::Array(all) => all.iter().for_each(|own| collect(own, layers, depth + 1)),
        Value::Object(all) => all.values().for_each(|own| collect(own, layers, depth + 1)),
        _ => {}
    }
}
