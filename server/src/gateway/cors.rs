//! Which web pages may read our answers (BEHAVIOUR of the original, kept: see `Origins::allows`).
//!
//! The headers only tell a browser what a page may read. What a page may *do* is decided in `guard`.

use dropshot::Body;
use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_REQUEST_HEADERS, ORIGIN, VARY,
};
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode};

const METHODS: HeaderValue = HeaderValue::from_static("GET,HEAD,PUT,POST,DELETE,PATCH");

/// The allowed origins beyond the built-in ones.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    /// `--cors` values, compared as they are.
    pub extra: Vec<String>,
}

impl Origins {
    /// Pages on this machine (any port, plain HTTP), the desktop shell, the product's own site, and `--cors` values.
    pub fn allows(&self, origin: &str) -> bool {
        matches!(origin, "tauri://localhost" | "http://tauri.localhost" | "https://tauri.localhost")
            || is_local(origin)
            || is_product(origin)
            || self.extra.iter().any(|allowed| allowed == origin)
    }

    /// Puts the origin headers on a finished answer: on every one, refusals included, so that a page can read why.
    pub(super) fn mark(&self, origin: Option<&HeaderValue>, headers: &mut HeaderMap) {
        headers.append(VARY, HeaderValue::from_name(ORIGIN));
        if let Some(origin) = origin
            && origin.to_str().is_ok_and(|origin| self.allows(origin))
        {
            headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        }
    }
}

/// `http://localhost` or `http://127.0.0.1`, with or without a port.
fn is_local(origin: &str) -> bool {
    let Some(authority) = origin.strip_prefix("http://") else { return false };
    let (host, port) = authority.split_once(':').unwrap_or((authority, "0"));
    matches!(host, "localhost" | "127.0.0.1") && port.parse::<u16>().is_ok()
}

/// `https://opencode.ai` or a name below it.
fn is_product(origin: &str) -> bool {
    let Some(host) = origin.strip_prefix("https://") else { return false };
    let label =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    match host.strip_suffix("opencode.ai") {
        Some("") => true,
        Some(below) => below.strip_suffix('.').is_some_and(|names| names.split('.').all(label)),
        None => false,
    }
}

/// Answers any `OPTIONS` request, on any path, with or without an origin, without asking for credentials: a browser
/// sends none here.
pub(super) fn preflight(request: &Request<Body>) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    if let Some(wanted) = request.headers().get(ACCESS_CONTROL_REQUEST_HEADERS) {
        headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, wanted.clone());
        headers.append(VARY, HeaderValue::from_name(ACCESS_CONTROL_REQUEST_HEADERS));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_allowed_as_the_original_does() {
        let origins = Origins { extra: vec!["https://mine.example".to_owned()] };
        for origin in [
            "http://localhost",
            "http://localhost:3000",
            "http://127.0.0.1:65535",
            "tauri://localhost",
            "http://tauri.localhost",
            "https://tauri.localhost",
            "https://opencode.ai",
            "https://app.opencode.ai",
            "https://a.b-c.opencode.ai",
            "https://mine.example",
        ] {
            assert!(origins.allows(origin), "{origin}");
        }
        for origin in [
            "null",
            "",
            "https://localhost:3000",
            "http://localhost:",
            "http://localhost:99999",
            "http://localhost:80.evil.example",
            "http://localhost.evil.example",
            "http://127.0.0.2",
            "http://opencode.ai",
            "https://opencode.ai.evil.example",
            "https://evilopencode.ai",
            "https://.opencode.ai",
            "https://evil.example/.opencode.ai",
            "https://a@b.opencode.ai",
            "https://opencode.ai:8443",
            "https://mine.example:443",
            "https://sub.mine.example",
        ] {
            assert!(!origins.allows(origin), "{origin}");
        }
    }
}
