//! Takes in what a person brings to learn from: reads it, has it checked, keeps it in the browser, and says what it is.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;

use crate::host::Host;
use learn::task::sets;
use model::command::Own;
use pictures::training::own::{check_series, check_text, told, unread};
use port::cause_of;

/// Of a larger file only a part is read: of a table its head and its end, of a text its beginning.
const WHOLE: f64 = 8e6;
/// So much of the head of a large table.
const HEAD: f64 = 65536.0;

impl Host {
    /// Takes in a text, or a file.
    pub fn bring(&self, own: Own, text: Option<String>, file: JsValue) {
        let Some(host) = self.me() else { return };
        spawn_local(async move {
            let read = match text {
                Some(text) => Ok((text, None)),
                None => read(own, file).await,
            };
            let (text, cut) = match read {
                Ok(read) => read,
                Err(error) => {
                    return host.send(0, vec![("train-told".into(), unread(&cause_of(&error)))], vec![], false);
                }
            };
            let checked = match own {
                Own::Series => check_series(&text, cut),
                Own::Text => check_text(&text, cut),
            };
            if let Ok(good) = &checked {
                sets::bring(&good.name, &good.text);
                host.write_file(&good.name, good.text.as_bytes()).await;
            }
            host.send(0, vec![("train-told".into(), told(&checked))], vec![], false);
        });
    }
}

/// What a file holds; of how many bytes, if only a part was read.
async fn read(own: Own, file: JsValue) -> Result<(String, Option<f64>), JsValue> {
    let file: Blob = file.dyn_into()?;
    let all = file.size();
    let part = async |from: f64, to: f64| -> Result<String, JsValue> {
        let text = JsFuture::from(file.slice_with_f64_and_f64(from, to)?.text()).await?;
        Ok(text.as_string().unwrap_or_default())
    };
    if all <= WHOLE {
        return Ok((part(0.0, all).await?, None));
    }
    if own != Own::Series {
        return Ok((part(0.0, WHOLE).await?, Some(all)));
    }
    // The first line, in case it is a head; and whole lines of the end.
    let (head, end) = (part(0.0, HEAD).await?, part(all - WHOLE, all).await?);
    let first = head.lines().next().unwrap_or_default();
    let rows = end.split_once('\n').map_or("", |(_, rows)| rows);
    Ok((format!("{first}\n{rows}"), Some(all)))
}
