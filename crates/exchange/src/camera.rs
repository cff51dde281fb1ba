//! Makes a film of frames, one after the other, with the browser's encoder (WebCodecs).

use std::cell::RefCell;
use std::rc::Rc;

use exchange::film::{CODECS, Encoded, film};
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use port::cause_of;
use port::exchange::{File, Film, Filmed, Shape, Unfilmed};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

/// Every so many frames one stands alone, so that a player can jump: two seconds at 30 frames a second.
const APART: u32 = 60;
/// So many frames may wait for the encoder, and so many milliseconds are waited until it is asked again.
const WAITING: u32 = 4;
const WAIT: i32 = 4;
/// Bits a second and a pixel.
const BITS: f64 = 4.0;

#[wasm_bindgen]
extern "C" {
    type VideoEncoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(init: &Object) -> Result<VideoEncoder, JsValue>;
    #[wasm_bindgen(static_method_of = VideoEncoder, js_name = isConfigSupported, catch)]
    fn is_supported(config: &Object) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn configure(this: &VideoEncoder, config: &Object) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn encode(this: &VideoEncoder, frame: &VideoFrame, options: &Object) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch)]
    fn flush(this: &VideoEncoder) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn close(this: &VideoEncoder) -> Result<(), JsValue>;
    #[wasm_bindgen(method, getter, js_name = encodeQueueSize)]
    fn waiting(this: &VideoEncoder) -> u32;

    type VideoFrame;
    #[wasm_bindgen(constructor, catch)]
    fn new(pixels: &JsValue, init: &Object) -> Result<VideoFrame, JsValue>;
    #[wasm_bindgen(method)]
    fn close(this: &VideoFrame);

    type EncodedVideoChunk;
    #[wasm_bindgen(method, getter, js_name = byteLength)]
    fn length(this: &EncodedVideoChunk) -> u32;
    #[wasm_bindgen(method, getter, js_name = type)]
    fn kind(this: &EncodedVideoChunk) -> String;
    #[wasm_bindgen(method, js_name = copyTo)]
    fn copy_to(this: &EncodedVideoChunk, into: &Uint8Array);

    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(act: &Function, milliseconds: i32) -> i32;
}

/// What the encoder has given.
#[derive(Default)]
struct Given {
    frames: Vec<Encoded>,
    setup: Vec<u8>,
    fault: Option<String>,
}

/// A film that is being made.
pub struct Camera {
    encoder: VideoEncoder,
    shape: Shape,
    codec: &'static str,
    taken: u32,
    given: Rc<RefCell<Given>>,
    // They are heard as long as the encoder is there.
    _output: Closure<dyn FnMut(EncodedVideoChunk, JsValue)>,
    _error: Closure<dyn FnMut(JsValue)>,
}

impl Drop for Camera {
    fn drop(&mut self) {
        // One that has failed is closed.
        let _ = self.encoder.close();
    }
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A field of a new object can be set.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn failed(fault: &JsValue) -> Unfilmed {
    Unfilmed::Failed(cause_of(fault))
}

fn config(codec: &str, shape: Shape) -> Object {
    let pixels = f64::from(shape.width) * f64::from(shape.height);
    object(&[
        ("codec", codec.into()),
        ("width", shape.width.into()),
        ("height", shape.height.into()),
        ("framerate", shape.rate.into()),
        ("bitrate", (BITS * pixels).round().into()),
        ("latencyMode", "quality".into()),
        ("avc", object(&[("format", "avc".into())]).into()),
    ])
}

impl Camera {
    async fn begin(shape: Shape) -> Result<Self, Unfilmed> {
        for codec in CODECS {
            let config = config(codec, shape);
            // Where there is no such type, asking for it throws.
            let Ok(asked) = VideoEncoder::is_supported(&config) else { return Err(Unfilmed::NoEncoder) };
            let supported =
                JsFuture::from(asked).await.ok().and_then(|own| Reflect::get(&own, &"supported".into()).ok());
            if supported == Some(JsValue::TRUE) {
                return Self::with(codec, shape, &config);
            }
        }
        Err(Unfilmed::NoEncoder)
    }

    fn with(codec: &'static str, shape: Shape, config: &Object) -> Result<Self, Unfilmed> {
        let given = Rc::new(RefCell::new(Given::default()));
        let into = Rc::clone(&given);
        let output = Closure::new(move |chunk: EncodedVideoChunk, about: JsValue| {
            let bytes = Uint8Array::new_with_length(chunk.length());
            chunk.copy_to(&bytes);
            let mut into = into.borrow_mut();
            into.frames.push(Encoded { bytes: bytes.to_vec(), is_key: chunk.kind() == "key" });
            if let Some(setup) = setup(&about) {
                into.setup = setup;
            }
        });
        let into = Rc::clone(&given);
        let error = Closure::new(move |fault: JsValue| into.borrow_mut().fault = Some(cause_of(&fault)));
        let init = object(&[("output", output.as_ref().clone()), ("error", error.as_ref().clone())]);
        let encoder = VideoEncoder::new(&init).map_err(|fault| failed(&fault))?;
        encoder.configure(config).map_err(|fault| failed(&fault))?;
        Ok(Self { encoder, shape, codec, taken: 0, given, _output: output, _error: error })
    }

    /// Takes a frame, and waits until the encoder can take another.
    async fn take(&mut self, pixels: &JsValue) -> Result<(), Unfilmed> {
        let Shape { width, height, rate } = self.shape;
        let microseconds = |n: u32| (f64::from(n) * 1e6 / f64::from(rate)).round();
        let frame = object(&[
            ("format", "RGBX".into()),
            ("codedWidth", width.into()),
            ("codedHeight", height.into()),
            ("timestamp", microseconds(self.taken).into()),
            ("duration", (microseconds(self.taken + 1) - microseconds(self.taken)).into()),
        ]);
        let frame = VideoFrame::new(pixels, &frame).map_err(|fault| failed(&fault))?;
        let is_key = self.taken.is_multiple_of(APART);
        let encoded = self.encoder.encode(&frame, &object(&[("keyFrame", is_key.into())]));
        frame.close();
        encoded.map_err(|fault| failed(&fault))?;
        self.taken += 1;
        while self.encoder.waiting() > WAITING && self.given.borrow().fault.is_none() {
            let wait = Promise::new(&mut |done, _| {
                set_timeout(&done, WAIT);
            });
            JsFuture::from(wait).await.map_err(|fault| failed(&fault))?;
        }
        self.fault()
    }

    fn fault(&self) -> Result<(), Unfilmed> {
        self.given.borrow().fault.clone().map_or(Ok(()), |cause| Err(Unfilmed::Failed(cause)))
    }

    async fn end(self) -> Result<Vec<u8>, Unfilmed> {
        let flushed = self.encoder.flush().map_err(|fault| failed(&fault))?;
        JsFuture::from(flushed).await.map_err(|fault| failed(&fault))?;
        self.fault()?;
        let given = self.given.borrow();
        if given.frames.len() != self.taken as usize {
            return Err(Unfilmed::Failed(format!("{} of {} frames", given.frames.len(), self.taken)));
        }
        film(self.shape, self.codec, &given.setup, &given.frames).map_err(Unfilmed::Failed)
    }
}

/// What an encoder says of itself for a decoder, beside the first frame.
fn setup(about: &JsValue) -> Option<Vec<u8>> {
    let config = Reflect::get(about, &"decoderConfig".into()).ok()?;
    let own = Reflect::get(&config, &"description".into()).ok().filter(|own| own.is_object())?;
    // A buffer, or a view of one.
    let Ok(buffer) = Reflect::get(&own, &"buffer".into()) else { return None };
    if buffer.is_undefined() {
        return Some(Uint8Array::new(&own).to_vec());
    }
    let number = |name: &str| Reflect::get(&own, &name.into()).ok().and_then(|own| own.as_f64()).map(|own| own as u32);
    Some(Uint8Array::new_with_byte_offset_and_length(&buffer, number("byteOffset")?, number("byteLength")?).to_vec())
}

/// Who makes films, one at a time.
#[derive(Clone, Default)]
pub struct Studio(Rc<RefCell<Option<Camera>>>);

impl Studio {
    /// Answers what is asked for of a film, and gives what goes beside the answer.
    pub async fn answer(self, ask: Film, pixels: JsValue) -> (Result<Filmed, Unfilmed>, Option<Vec<u8>>) {
        let camera = self.0.take();
        match (ask, camera) {
            (Film::Begin(shape), before) => {
                drop(before);
                let begun = Camera::begin(shape).await;
                (begun.map(|camera| drop(self.0.replace(Some(camera)))).map(|()| Filmed::Next), None)
            }
            (Film::Frame, Some(mut camera)) => {
                let taken = camera.take(&pixels).await;
                drop(self.0.replace(Some(camera)));
                (taken.map(|()| Filmed::Next), None)
            }
            (Film::End(name), Some(camera)) => match camera.end().await {
                Ok(bytes) => (Ok(Filmed::Whole(File { name, media: "video/mp4".to_owned() })), Some(bytes)),
                Err(why) => (Err(why), None),
            },
            // A frame of a film that was never begun, or has failed.
            (Film::Frame | Film::End(_), None) => (Err(Unfilmed::Failed(String::new())), None),
        }
    }
}
