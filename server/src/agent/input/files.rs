//! File parts of a prompt: read now, told to the model as text or as a `data:` URL.
//!
//! How lines are numbered is in `read`, what a URL means in `url`. Start from [`add`].

use std::path::{Path, PathBuf};

use opencode_types::{FilePart, FilePartInput, FilePartSource, Part};
use serde_json::json;

use super::read::{Range, ReadError, read};
use super::url::{FileUrl, data_url};
use super::{Parts, given_or_new};
use crate::agent::wire::{Place, unknown_error};

const TEXT: &str = "text/plain";
const DIRECTORY: &str = "application/x-directory";
/// Bytes of an image or document at most; providers refuse larger ones, and it is kept in memory and in the store.
const ATTACHMENT: u64 = 32 * 1024 * 1024;

/// Adds the parts of one file: what was called to read it, what it holds if that is text, and the file itself.
pub async fn add(made: &mut Parts, input: FilePartInput, place: &Place) {
    if let Some(FilePartSource::Resource(resource)) = &input.source {
        let name = input.filename.as_deref().unwrap_or(&resource.uri);
        made.parts.push(place.synthetic(format!("Reading MCP resource: {name} ({})", resource.uri)));
        let problem = format!("Failed to read MCP resource {name}: no MCP server is connected");
        return fail(made, place, problem.clone(), problem);
    }
    match FileUrl::parse(&input.url) {
        Ok(FileUrl::File { path, range }) => local(made, input, place, path, range).await,
        Ok(FileUrl::Data { bytes }) if input.mime == TEXT => {
            let called = json!({"filePath": input.filename.as_deref().unwrap_or("data")});
            made.parts.push(place.synthetic(call(&called)));
            made.parts.push(place.synthetic(String::from_utf8_lossy(&bytes).into_owned()));
            made.parts.push(file(input, place));
        }
        Ok(FileUrl::Data { .. } | FileUrl::Other) => made.parts.push(file(input, place)),
        Err(error) => fail(made, place, failure(&input.url, &error), error.to_string()),
    }
}

async fn local(made: &mut Parts, mut input: FilePartInput, place: &Place, path: PathBuf, range: Range) {
    let mut called = json!({"filePath": path});
    if let Some(offset) = range.offset {
        called["offset"] = json!(offset);
    }
    if let Some(limit) = range.limit {
        called["limit"] = json!(limit);
    }
    made.parts.push(place.synthetic(call(&called)));
    let (from, mime) = (path.clone(), input.mime.clone());
    // The only failure of a blocking task without a panic is the end of the runtime.
    let content = match tokio::task::spawn_blocking(move || content(&from, range, &mime)).await {
        Ok(content) => content,
        Err(stopped) => Err(ReadError::Io {
            path: path.display().to_string(),
            source: std::io::Error::other(stopped.to_string()),
        }),
    };
    match content {
        Ok(Content::Shown { text, mime }) => {
            made.parts.push(place.synthetic(text));
            input.mime = mime;
            made.parts.push(file(input, place));
        }
        Ok(Content::Attached { url }) => {
            input.url = url;
            made.parts.push(file(input, place));
        }
        Err(error) => {
            let told = failure(&path.display().to_string(), &error);
            fail(made, place, told, error.to_string());
        }
    }
}

enum Content {
    /// Text that shows the file or directory, and which of the two it is.
    Shown { text: String, mime: String },
    /// The whole file as a `data:` URL.
    Attached { url: String },
}

/// Blocks on the file system.
fn content(path: &Path, range: Range, mime: &str) -> Result<Content, ReadError> {
    let shown = path.display().to_string();
    let found = std::fs::metadata(path).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => ReadError::Missing(shown.clone()),
        _ => ReadError::Io { path: shown.clone(), source },
    })?;
    if found.is_dir() || mime == TEXT || mime == DIRECTORY {
        let mime = if found.is_dir() { DIRECTORY } else { TEXT };
        return read(path, range).map(|text| Content::Shown { text, mime: mime.to_owned() });
    }
    if !found.is_file() {
        return Err(ReadError::Special(shown));
    }
    if found.len() > ATTACHMENT {
        return Err(ReadError::TooLarge { path: shown, bytes: found.len(), limit: ATTACHMENT });
    }
    let bytes = std::fs::read(path).map_err(|source| ReadError::Io { path: shown, source })?;
    Ok(Content::Attached { url: data_url(mime, &bytes) })
}

fn call(input: &serde_json::Value) -> String {
    format!("Called the Read tool with the following input: {input}")
}

fn failure(what: &str, error: &dyn std::error::Error) -> String {
    format!("Read tool failed to read {what} with the following error: {error}")
}

fn fail(made: &mut Parts, place: &Place, told: String, problem: String) {
    made.parts.push(place.synthetic(told));
    made.problems.push(unknown_error(problem));
}

fn file(input: FilePartInput, place: &Place) -> Part {
    FilePart {
        id: given_or_new(input.id),
        session_id: place.session.clone(),
        message_id: place.message.clone(),
        type_: Default::default(),
        filename: input.filename,
        mime: input.mime,
        source: input.source,
        url: input.url,
    }
    .into()
}
