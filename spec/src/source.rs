//! Where a new contract comes from: a file, or the URL of a running server.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use crate::diagnostic::Diagnostic;
use crate::document::{Document, Unreadable};

/// A server that does not answer within this time counts as unreachable.
const PATIENCE: Duration = Duration::from_secs(30);

/// Reads the contract that `from` names: `http://…` and `https://…` are fetched, everything else is a path.
///
/// # Errors
/// It cannot be reached or read, or is no contract.
pub fn read(from: &str) -> Result<Document, Unreadable> {
    if from.starts_with("http://") || from.starts_with("https://") {
        Document::from_bytes(from, fetch(from)?)
    } else if from.contains("://") {
        Err(Diagnostic::about(from, "only http:// and https:// can be fetched").into())
    } else {
        Document::read(Path::new(from), from)
    }
}

/// Fetches on a thread of its own, so that it can be called from within an asynchronous program as well.
fn fetch(url: &str) -> Result<Vec<u8>, Unreadable> {
    let fetched = std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(get(url))
        });
        thread.join().unwrap_or_else(|_| Err("the download stopped unexpectedly".into()))
    });
    fetched.map_err(|error| Diagnostic::about(url, format!("cannot be fetched: {}", chain(&*error))).into())
}

async fn get(url: &str) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
    let client = reqwest::Client::builder().timeout(PATIENCE).build()?;
    // A server may show a page to people at the same address.
    let response = client.get(url).header("accept", "application/json").send().await.map_err(without_url)?;
    if !response.status().is_success() {
        return Err(format!("the server answers {}", response.status()).into());
    }
    Ok(response.bytes().await.map_err(without_url)?.to_vec())
}

/// The finding names the URL already.
fn without_url(error: reqwest::Error) -> reqwest::Error {
    error.without_url()
}

/// An error and its causes in one line.
fn chain(error: &(dyn Error + 'static)) -> String {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
