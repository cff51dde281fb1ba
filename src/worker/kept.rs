//! Files that the browser keeps for this page alone (the origin private file system).

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DedicatedWorkerGlobalScope, File, FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetFileOptions,
    FileSystemWritableFileStream,
};

async fn file(scope: &DedicatedWorkerGlobalScope, name: &str, create: bool) -> Result<FileSystemFileHandle, JsValue> {
    let folder: FileSystemDirectoryHandle =
        JsFuture::from(scope.navigator().storage().get_directory()).await?.unchecked_into();
    let options = FileSystemGetFileOptions::new();
    options.set_create(create);
    Ok(JsFuture::from(folder.get_file_handle_with_options(name, &options)).await?.unchecked_into())
}

/// What a file holds.
///
/// # Errors
/// What the browser reports; where there is no such file, or no place for files, too.
pub async fn read(scope: &DedicatedWorkerGlobalScope, name: &str) -> Result<Vec<u8>, JsValue> {
    let file: File = JsFuture::from(file(scope, name, false).await?.get_file()).await?.unchecked_into();
    let buffer: ArrayBuffer = JsFuture::from(file.array_buffer()).await?.unchecked_into();
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Writes a file, whole or not at all.
///
/// # Errors
/// What the browser reports: no place for files, none left.
pub async fn write(scope: &DedicatedWorkerGlobalScope, name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let stream = JsFuture::from(file(scope, name, true).await?.create_writable()).await?;
    let stream: FileSystemWritableFileStream = stream.unchecked_into();
    JsFuture::from(stream.write_with_js_u8_array(&Uint8Array::from(bytes))?).await?;
    JsFuture::from(stream.close()).await?;
    Ok(())
}
