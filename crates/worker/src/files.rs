//! Files that the browser keeps for this page alone (the origin private file system).
//!
//! A file is written as a stream, whole or not at all. Where files have no streams (Safari before 26) a worker writes
//! it in place, by turns into one of two copies that carry a count and a hash: a copy that was torn is not read.

use js_sys::{ArrayBuffer, AsyncIterator, Function, IteratorNext, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions, FileSystemReadWriteOptions,
    FileSystemSyncAccessHandle, FileSystemWritableFileStream, WorkerNavigator,
};
use words::causes;

use learn::training::{framed, unframed};
use port::cause_of;

/// The files of the page.
pub struct Files {
    navigator: WorkerNavigator,
}

/// A file to oneself, for as long as this lives.
pub struct Alone(Option<Function>);

impl Drop for Alone {
    fn drop(&mut self) {
        // What lets a lock go takes whatever it is given.
        let _ = self.0.take().map(|let_go| let_go.call0(&JsValue::NULL));
    }
}

impl Files {
    /// Those of this page.
    pub fn new(navigator: WorkerNavigator) -> Self {
        Self { navigator }
    }

    /// Waits until no other tab has a file to itself, and has it then. Where there are no locks, or they are refused,
    /// it does not wait.
    pub async fn alone(&self, name: &str) -> Alone {
        let lock = self.lock(name).map(JsFuture::from);
        let granted = match lock {
            Ok(lock) => lock.await,
            Err(error) => Err(error),
        };
        Alone(granted.ok().and_then(|let_go| let_go.dyn_into().ok()))
    }

    /// The promise of a lock: it resolves to what lets it go.
    fn lock(&self, name: &str) -> Result<Promise, JsValue> {
        // Only a safe origin has locks.
        let locks = Reflect::get(&self.navigator, &"locks".into())?;
        let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
        Ok(Promise::new(&mut |granted, refused| {
            let held = Closure::once_into_js(move |_: JsValue| {
                Promise::new(&mut |let_go, _| {
                    // A promise's own function takes whatever it is given.
                    let _ = granted.call1(&JsValue::NULL, &let_go);
                })
            });
            let asked = request.call2(&locks, &name.into(), &held);
            spawn_local(async move {
                let ended = match asked {
                    Ok(asked) => JsFuture::from(asked.unchecked_into::<Promise>()).await,
                    Err(error) => Err(error),
                };
                if ended.is_err() {
                    let _ = refused.call0(&JsValue::NULL);
                }
            });
        }))
    }

    /// What a file holds; none if there is no such file.
    pub async fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.kept(name).await.ok()
    }

    /// The first bytes of a file; none if there is no such file.
    pub async fn head(&self, name: &str, most: u32) -> Option<Vec<u8>> {
        let head = async {
            let file: File = JsFuture::from(self.handle(name, false).await?.get_file()).await?.unchecked_into();
            let head = file.slice_with_f64_and_f64(0.0, f64::from(most))?;
            let buffer: ArrayBuffer = JsFuture::from(head.array_buffer()).await?.unchecked_into();
            Ok::<_, JsValue>(Uint8Array::new(&buffer).to_vec())
        };
        match head.await {
            Ok(head) => Some(head),
            Err(_) => self.kept(name).await.ok(),
        }
    }

    /// Writes a file.
    ///
    /// # Errors
    /// Why the browser does not keep it.
    pub async fn write(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        self.keep(name, bytes).await.map_err(|error| cause_of(&error))
    }

    /// Removes a file.
    pub async fn remove(&self, name: &str) {
        let Ok(folder) = self.folder().await else { return };
        for name in [name.to_owned(), copy(name, 0), copy(name, 1)] {
            // One that is not there need not be removed.
            let _ = JsFuture::from(folder.remove_entry(&name)).await;
        }
    }

    /// Of the files whose names begin so and end so keeps those that were written last.
    pub async fn thin(&self, begin: &str, end: &str, most: usize) -> Result<(), JsValue> {
        let folder = self.folder().await?;
        let names: AsyncIterator = folder.keys();
        let mut found = vec![];
        loop {
            let next: IteratorNext = JsFuture::from(names.next()?).await?.unchecked_into();
            let Some(name) = next.value().as_string().filter(|_| !next.done()) else { break };
            let whole = name.trim_end_matches(".0").trim_end_matches(".1");
            if whole.starts_with(begin) && whole.ends_with(end) {
                let handle: FileSystemFileHandle =
                    JsFuture::from(folder.get_file_handle(&name)).await?.unchecked_into();
                let file: File = JsFuture::from(handle.get_file()).await?.unchecked_into();
                found.push((file.last_modified(), whole.to_owned()));
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut seen: Vec<String> = vec![];
        for (_, name) in found {
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        for name in seen.iter().skip(most) {
            self.remove(name).await;
        }
        Ok(())
    }

    async fn folder(&self) -> Result<FileSystemDirectoryHandle, JsValue> {
        // Only a safe origin has storage, and not every browser's has files.
        let storage = Reflect::get(&self.navigator, &"storage".into())?;
        if storage.is_undefined() || !Reflect::has(&storage, &"getDirectory".into())? {
            return Err(JsValue::from_str(causes::words().no_place));
        }
        Ok(JsFuture::from(self.navigator.storage().get_directory()).await?.unchecked_into())
    }

    async fn handle(&self, name: &str, create: bool) -> Result<FileSystemFileHandle, JsValue> {
        let options = FileSystemGetFileOptions::new();
        options.set_create(create);
        let file = self.folder().await?.get_file_handle_with_options(name, &options);
        Ok(JsFuture::from(file).await?.unchecked_into())
    }

    async fn bytes(&self, name: &str) -> Result<Vec<u8>, JsValue> {
        let file: File = JsFuture::from(self.handle(name, false).await?.get_file()).await?.unchecked_into();
        let buffer: ArrayBuffer = JsFuture::from(file.array_buffer()).await?.unchecked_into();
        Ok(Uint8Array::new(&buffer).to_vec())
    }

    /// The copies that are whole, as count and content, by their number.
    async fn copies(&self, name: &str) -> [Option<(u64, Vec<u8>)>; 2] {
        let mut whole = [None, None];
        for (number, place) in whole.iter_mut().enumerate() {
            *place = self.bytes(&copy(name, number)).await.ok().and_then(|bytes| unframed(&bytes));
        }
        whole
    }

    async fn kept(&self, name: &str) -> Result<Vec<u8>, JsValue> {
        let stream = self.bytes(name).await;
        if stream.is_ok() {
            return stream;
        }
        let newest = self.copies(name).await.into_iter().flatten().max_by_key(|(count, _)| *count);
        newest.map_or(stream, |(_, bytes)| Ok(bytes))
    }

    async fn keep(&self, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let folder = self.folder().await?;
        let prototype = Reflect::get(&js_sys::global(), &"FileSystemFileHandle".into())
            .and_then(|class| Reflect::get(&class, &"prototype".into()))?;
        let has = |name: &str| Reflect::has(&prototype, &name.into()).unwrap_or(false);
        if has("createWritable") {
            let stream = JsFuture::from(self.handle(name, true).await?.create_writable()).await?;
            let stream: FileSystemWritableFileStream = stream.unchecked_into();
            JsFuture::from(stream.write_with_js_u8_array(&Uint8Array::from(bytes))?).await?;
            JsFuture::from(stream.close()).await?;
            return Ok(());
        }
        if !has("createSyncAccessHandle") {
            return Err(JsValue::from_str(causes::words().no_place));
        }
        drop(folder);
        let copies = self.copies(name).await;
        let counts = copies.map(|copy| copy.map_or(0, |(count, _)| count));
        let (older, count) = (usize::from(counts[1] < counts[0]), counts[0].max(counts[1]) + 1);
        self.write_in_place(&copy(name, older), &framed(count, bytes)).await
    }

    async fn write_in_place(&self, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
        let file = self.handle(name, true).await?;
        let open: Promise = file.create_sync_access_handle();
        let open: FileSystemSyncAccessHandle = JsFuture::from(open).await?.unchecked_into();
        let write = || {
            open.truncate_with_f64(0.0)?;
            let options = FileSystemReadWriteOptions::new();
            options.set_at(0.0);
            let written = open.write_with_u8_array_and_options(bytes, &options)?;
            open.flush()?;
            if written < bytes.len() as f64 { Err(JsValue::from_str(causes::words().full)) } else { Ok(()) }
        };
        let written = write();
        open.close();
        written
    }
}

/// The name of one of the two copies of a file.
fn copy(name: &str, number: usize) -> String {
    format!("{name}.{number}")
}
