//! The contract of a running server.
//!
//! An answer is counted while it arrives (unpacked, if it came packed) and dropped at the limit, so that neither an
//! endless one nor a small one that unpacks to gigabytes fills the memory. Credentials are sent to a server that asks
//! for them, and to no other: the variables that hold them are set for one server, and documents come from many.

use std::error::Error;
use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response, StatusCode, Url};
use serde_json::Value;

use super::Access;
use crate::diagnostic::Diagnostic;
use crate::document::{MAX_BYTES, Unreadable, too_large};

/// A server that is there takes less to accept a connection.
const CONNECT: Duration = Duration::from_secs(10);

/// The release is told if the server says it at once.
const RELEASE: Duration = Duration::from_secs(2);

type Failed = Box<dyn Error + Send + Sync>;

/// The URL of a document.
pub(super) struct Address {
    /// Without user and password.
    url: Url,
    /// As the user wrote it, without user and password.
    shown: String,
    /// From the URL itself: `http://user:password@host/`.
    credentials: Option<(String, String)>,
}

impl Address {
    pub(super) fn parse(from: &str) -> Result<Self, Unreadable> {
        let mut url =
            Url::parse(from).map_err(|error| Diagnostic::about(from, format!("not a URL: {error}")))?;
        let mut shown = from.to_owned();
        let mut credentials = None;
        if !url.username().is_empty() || url.password().is_some() {
            let plain = |text: &str| percent_decoded(text).unwrap_or_else(|| text.to_owned());
            credentials = Some((plain(url.username()), plain(url.password().unwrap_or_default())));
            // Both can only fail for URLs without a host, and those of HTTP have one.
            let _ = url.set_username("");
            let _ = url.set_password(None);
            url.as_str().clone_into(&mut shown);
        }
        if url.path() == "/" && url.query().is_none() {
            url.set_path("/doc");
            shown = format!("{}/doc", shown.trim_end_matches('/'));
        }
        Ok(Self { url, shown, credentials })
    }

    /// How reports name it.
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    /// A proxy that is set for the outside world does not know this machine's servers.
    fn is_here(&self) -> bool {
        let host = self.url.host_str().unwrap_or_default().trim_matches(['[', ']']);
        host == "localhost" || host.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
    }
}

fn percent_decoded(text: &str) -> Option<String> {
    // A query decodes `%xx` as a user name does, but also `+`.
    let query = text.replace('+', "%2B");
    let url = Url::parse(&format!("http://x/?{query}")).ok()?;
    url.query_pairs().next().map(|(name, _)| name.into_owned())
}

/// # Errors
/// One finding that says what went wrong, and what to do where that is known.
pub(super) fn fetch(address: &Address, access: &Access) -> Result<Vec<u8>, Unreadable> {
    on_a_thread(|| get(address, access)).map_err(|error| {
        let finding =
            |words: String| Diagnostic::about(&*address.shown, format!("cannot be fetched: {words}"));
        if let Some(status) = error.downcast_ref::<Refused>() {
            return status.finding(finding(status.to_string()), &access.username()).into();
        }
        match error.downcast_ref::<reqwest::Error>() {
            Some(slow) if slow.is_timeout() && !slow.is_connect() => {
                finding(format!("the whole answer has not come within {} s", access.patience)).into()
            }
            Some(away) if away.is_connect() => {
                finding(chain(&*error)).with_help("is the server running, and at this address?").into()
            }
            _ => finding(chain(&*error)).into(),
        }
    })
}

/// What the server itself says of its version.
pub(super) fn release(address: &Address, access: &Access) -> Option<String> {
    let mut url = address.url.clone();
    url.set_query(None);
    // Behind a proxy, a server may have a path of its own.
    url.set_path(&format!("{}/global/health", url.path().strip_suffix("/doc")?));
    let health = Address { url, shown: String::new(), credentials: address.credentials.clone() };
    let quick = Access { patience: RELEASE.as_secs(), ..access.clone() };
    let bytes = on_a_thread(|| get(&health, &quick)).ok()?;
    let health: Value = serde_json::from_slice(&bytes).ok()?;
    let version = health.get("version")?.as_str()?;
    // It goes into reports as it is.
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-+_".contains(c);
    (version.len() < 40 && version.chars().all(is_plain)).then(|| version.to_owned())
}

/// Fetches on a thread of its own, so that it can be called from within an asynchronous program as well.
fn on_a_thread<F: Future<Output = Result<Vec<u8>, Failed>>>(
    get: impl FnOnce() -> F + Send,
) -> Result<Vec<u8>, Failed> {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(get())
        });
        thread.join().unwrap_or_else(|_| Err("the download stopped unexpectedly".into()))
    })
}

async fn get(address: &Address, access: &Access) -> Result<Vec<u8>, Failed> {
    let mut client = Client::builder().connect_timeout(CONNECT).timeout(access.patience());
    if address.is_here() {
        client = client.no_proxy();
    }
    let client = client.build()?;
    // A server may show a page to people at the same address.
    let request = || client.get(address.url.clone()).header("accept", "application/json");
    let mut response = send(request()).await?;
    let mut told = false;
    if response.status() == StatusCode::UNAUTHORIZED {
        let from_access = || Some((access.username(), access.password()?));
        if let Some((username, password)) = address.credentials.clone().or_else(from_access) {
            told = true;
            response = send(request().basic_auth(username, Some(password))).await?;
        }
    }
    if !response.status().is_success() {
        return Err(Refused { status: response.status(), told }.into());
    }
    body(response).await
}

async fn send(request: RequestBuilder) -> Result<Response, Failed> {
    Ok(request.send().await.map_err(reqwest::Error::without_url)?)
}

/// The whole body, up to the limit.
async fn body(mut response: Response) -> Result<Vec<u8>, Failed> {
    if response.content_length().is_some_and(|length| length > MAX_BYTES as u64) {
        return Err(too_large().into());
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(reqwest::Error::without_url)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > MAX_BYTES {
            return Err(too_large().into());
        }
    }
    Ok(bytes)
}

/// The server answers something else than a document.
#[derive(Debug, thiserror::Error)]
#[error("the server answers {status}")]
struct Refused {
    status: StatusCode,
    /// Whether user and password were sent.
    told: bool,
}

impl Refused {
    fn finding(&self, finding: Diagnostic, username: &str) -> Diagnostic {
        match (self.status, self.told) {
            (StatusCode::UNAUTHORIZED, false) => finding.with_help(
                "it wants a password: set OPENCODE_SERVER_PASSWORD, or give --password where the command has it",
            ),
            (StatusCode::UNAUTHORIZED, true) => finding.with_help(format!(
                "it does not take this password from the user `{username}`: see --username and --password"
            )),
            (status, _) if status.is_redirection() => finding.with_help("give the address that it leads to"),
            _ => finding,
        }
    }
}

/// An error and its causes in one line.
fn chain(error: &(dyn Error + 'static)) -> String {
    let causes = std::iter::successors(error.source(), |cause| (*cause).source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(from: &str) -> (String, String, Option<(String, String)>) {
        let Ok(address) = Address::parse(from) else { return (String::new(), String::new(), None) };
        (address.url.to_string(), address.shown, address.credentials)
    }

    #[test]
    fn a_server_without_a_path_is_asked_for_its_contract() {
        let plain = |url: &str, shown: &str| (url.to_owned(), shown.to_owned(), None);
        assert_eq!(address("http://a:1"), plain("http://a:1/doc", "http://a:1/doc"));
        assert_eq!(address("http://a:1/"), plain("http://a:1/doc", "http://a:1/doc"));
        assert_eq!(address("https://a/b.json"), plain("https://a/b.json", "https://a/b.json"));
        assert_eq!(address("http://a/?x"), plain("http://a/?x", "http://a/?x"));
    }

    #[test]
    fn a_password_in_the_address_is_used_and_not_shown() {
        let (url, shown, credentials) = address("http://me:p%40ss+word@a:1/");
        assert_eq!((url.as_str(), shown.as_str()), ("http://a:1/doc", "http://a:1/doc"));
        assert_eq!(credentials, Some(("me".to_owned(), "p@ss+word".to_owned())));
        assert!(Address::parse("http://").is_err());
    }
}
