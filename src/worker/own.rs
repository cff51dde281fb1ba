//! Takes in what a person brings to learn from: reads it, has it checked, keeps it in the browser, and says what it is.

use std::rc::Weak;

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;

use super::host::Host;
use super::kept;
use crate::task::train::sets;
use crate::training::own::{SERIES, check_series, check_text, told};

/// Of a larger file only a part is read: of a table its head and its end, of a text its beginning.
const WHOLE: f64 = 8e6;
/// So much of the head of a large table.
const HEAD: f64 = 65536.0;

impl Host {
    /// Takes in a file or a text under a key.
    pub fn bring(&self, key: &str, what: JsValue) {
        let Some(host) = self.course.own.get().and_then(Weak::upgrade) else { return };
        let key = key.to_owned();
        spawn_local(async move {
            let Ok((text, cut)) = read(&key, what).await else { return };
            let checked = if key == SERIES { check_series(&text, cut) } else { check_text(&text, cut) };
            if let Ok(good) = &checked {
                sets::bring(&good.name, &good.text);
                // Where the browser keeps nothing, those that train have nowhere to read it: they say so.
                let _ = kept::write(&host.scope, &good.name, good.text.as_bytes()).await;
            }
            host.send(0, vec![("train-told".into(), told(&checked))], false);
        });
    }
}

/// What a file or a text holds; of how many bytes, if only a part was read.
async fn read(key: &str, what: JsValue) -> Result<(String, Option<f64>), JsValue> {
    if let Some(text) = what.dyn_ref::<JsString>() {
        return Ok((text.into(), None));
    }
    let file: Blob = what.dyn_into()?;
    let all = file.size();
    let part = async |from: f64, to: f64| -> Result<String, JsValue> {
        let text = JsFuture::from(file.slice_with_f64_and_f64(from, to)?.text()).await?;
        Ok(text.as_string().unwrap_or_default())
    };
    if all <= WHOLE {
        return Ok((part(0.0, all).await?, None));
    }
    if key != SERIES {
        return Ok((part(0.0, WHOLE).await?, Some(all)));
    }
    // The first line, in case it is a head; and whole lines of the end.
    let (head, end) = (part(0.0, HEAD).await?, part(all - WHOLE, all).await?);
    let first = head.lines().next().unwrap_or_default();
    let rows = end.split_once('\n').map_or("", |(_, rows)| rows);
    Ok((format!("{first}\n{rows}"), Some(all)))
}
