//! Who may talk to this server: the checks before any operation is looked up.
//!
//! Three different attackers are kept out. Whoever lacks the password, by HTTP basic authentication. A web page that
//! makes its own name point to this machine (DNS rebinding), by the `Host` the browser sends. A web page that posts to us
//! across origins without reading the answer, by the `Origin` the browser sends.

use std::net::{IpAddr, Ipv6Addr};

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use dropshot::Body;
use http::header::{AUTHORIZATION, HOST, ORIGIN, UPGRADE, WWW_AUTHENTICATE};
use http::{HeaderValue, Method, Request, StatusCode, Version};
use opencode_api::support::ApiError;

use super::Origins;

const REALM: HeaderValue = HeaderValue::from_static("Basic realm=\"Secure Area\"");

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The rules one server applies to each request.
#[derive(Clone, Debug)]
pub struct Guard {
    pub origins: Origins,
    pub hosts: Hosts,
    /// Without these everybody who reaches the socket is admitted.
    pub credentials: Option<Credentials>,
}

impl Guard {
    /// # Errors
    /// 403 for a foreign `Host`, 401 for missing or wrong credentials, 403 for a change asked for by a foreign page.
    pub(super) fn admit(&self, request: &Request<Body>) -> Result<(), ApiError> {
        let host = self.hosts.check(request)?;
        if let Some(credentials) = &self.credentials
            && !credentials.accept(request.headers().get(AUTHORIZATION))
        {
            return Err(ApiError::unknown(StatusCode::UNAUTHORIZED, "Unauthorized")
                .with_header(WWW_AUTHENTICATE, REALM));
        }
        if changes_something(request)
            && let Some(origin) = request.headers().get(ORIGIN)
        {
            let known = origin.to_str().is_ok_and(|origin| {
                self.origins.allows(origin) || host.is_some_and(|host| self.hosts.is_same(origin, host))
            });
            if !known {
                let message = "Changes from pages of this origin are not allowed; see --cors";
                return Err(ApiError::unknown(StatusCode::FORBIDDEN, message));
            }
        }
        Ok(())
    }
}

/// Browsers let any page send these. A WebSocket counts: its opening is a GET, but no origin rule protects it.
fn changes_something(request: &Request<Body>) -> bool {
    !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS)
        || request.headers().contains_key(UPGRADE)
}

/// User name and password of HTTP basic authentication.
#[derive(Clone)]
pub struct Credentials {
    expected: Vec<u8>,
}

impl Credentials {
    pub fn new(username: &str, password: &str) -> Credentials {
        Credentials { expected: format!("{username}:{password}").into_bytes() }
    }

    fn accept(&self, header: Option<&HeaderValue>) -> bool {
        let given = header.and_then(|header| header.to_str().ok()).and_then(|header| {
            let (scheme, token) = header.split_once(' ')?;
            scheme.eq_ignore_ascii_case("basic").then(|| BASE64.decode(token.trim()).ok())?
        });
        given.is_some_and(|given| equal(&given, &self.expected))
    }
}

/// Never shows the password.
impl std::fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Credentials(..)")
    }
}

/// Compares in a time that depends on the lengths alone, so that the answer's delay tells nothing about a common prefix.
fn equal(given: &[u8], expected: &[u8]) -> bool {
    let differences =
        (0..given.len().max(expected.len())).fold(given.len() ^ expected.len(), |found, index| {
            let byte = |bytes: &[u8]| bytes.get(index).copied().unwrap_or_default();
            found | usize::from(byte(given) ^ byte(expected))
        });
    std::hint::black_box(differences) == 0
}

/// The names under which clients may address this server.
#[derive(Clone, Debug, Default)]
pub struct Hosts {
    /// True when the socket is bound to a loopback address: then any other name in a `Host` header means that somebody
    /// made it point here.
    pub enforced: bool,
    /// Configured host name, mDNS domain, hosts of `--cors` values; lower case, no port.
    pub names: Vec<String>,
}

impl Hosts {
    /// # Returns
    /// The host as the client wrote it, port included; none for an HTTP/1.0 client that sent none.
    ///
    /// # Errors
    /// 403 for a name that is not ours, and for two names; 400 where HTTP/1.1 demands one (RFC 9112, 3.2).
    fn check<'a>(&self, request: &'a Request<Body>) -> Result<Option<&'a str>, ApiError> {
        let refuse = || {
            let message = "This server does not answer to that host name; see --hostname";
            ApiError::unknown(StatusCode::FORBIDDEN, message)
        };
        let mut headers = request.headers().get_all(HOST).iter();
        let header = headers.next().map(HeaderValue::to_str).transpose().map_err(|_| refuse())?;
        if headers.next().is_some() {
            return Err(refuse());
        }
        // RFC 9112, 3.2.2: a host in the request target, as HTTP/2 has it, goes before the header.
        let host = request.uri().authority().map(http::uri::Authority::as_str).or(header);
        match host {
            None if request.version() == Version::HTTP_11 => {
                Err(ApiError::unknown(StatusCode::BAD_REQUEST, "An HTTP/1.1 request needs a Host"))
            }
            Some(host) if self.enforced && !self.is_ours(name_of(host)) => Err(refuse()),
            host => Ok(host),
        }
    }

    /// Whether the name can only mean this machine.
    fn is_ours(&self, name: &str) -> bool {
        let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
        name == "localhost"
            || name.ends_with(".localhost")
            || address_of(&name).is_some_and(|address| address.is_loopback())
            || self.names.contains(&name)
    }

    /// Whether a page of `origin` was itself served under `host`. A name that is not known to be ours does not count:
    /// the page may have pointed it here.
    fn is_same(&self, origin: &str, host: &str) -> bool {
        let authority = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        let name = name_of(host);
        authority == Some(host) && (self.is_ours(name) || address_of(name).is_some())
    }
}

/// The host part of `host[:port]`, an IPv6 address with its brackets.
fn name_of(authority: &str) -> &str {
    match authority.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => authority,
    }
}

fn address_of(name: &str) -> Option<IpAddr> {
    match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        Some(inner) => inner.parse::<Ipv6Addr>().ok().map(IpAddr::V6),
        None => name.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(method: &str, headers: &[(&str, &str)]) -> Request<Body> {
        let mut request = Request::builder().method(method).uri("/session");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).expect("a request")
    }

    fn guard() -> Guard {
        let hosts = Hosts { enforced: true, names: vec!["box.example".to_owned()] };
        Guard { origins: Origins::default(), hosts, credentials: None }
    }

    fn status(guard: &Guard, method: &str, headers: &[(&str, &str)]) -> u16 {
        guard.admit(&request(method, headers)).map_or_else(|refusal| refusal.status().as_u16(), |()| 200)
    }

    #[test]
    fn a_loopback_server_answers_to_its_own_names_only() {
        let guard = guard();
        for host in [
            "localhost",
            "LOCALHOST:4096",
            "localhost.",
            "app.localhost:1",
            "127.0.0.1:4096",
            "127.8.8.8",
            "[::1]",
            "[::1]:4096",
            "box.example:80",
            "Box.Example",
        ] {
            assert_eq!(status(&guard, "GET", &[("host", host)]), 200, "{host}");
        }
        for host in [
            "evil.example",
            "localhost.evil.example",
            "192.168.1.2:4096",
            "[::2]:4096",
            "::1",
            "",
            "evil.example:4096:1",
            "127.0.0.1.evil.example",
        ] {
            assert_eq!(status(&guard, "GET", &[("host", host)]), 403, "{host}");
        }
        assert_eq!(status(&guard, "GET", &[("host", "localhost"), ("host", "evil.example")]), 403);
        assert_eq!(status(&guard, "GET", &[]), 400, "HTTP/1.1 demands a Host");
        let mut old = request("GET", &[]);
        *old.version_mut() = Version::HTTP_10;
        assert!(guard.admit(&old).is_ok(), "HTTP/1.0 knows no Host");
    }

    #[test]
    fn a_server_on_the_network_answers_to_any_name() {
        let guard = Guard { hosts: Hosts::default(), ..guard() };
        assert_eq!(status(&guard, "GET", &[("host", "whatever.example")]), 200);
    }

    #[test]
    fn a_foreign_page_may_not_change_anything() {
        let guard = guard();
        let from = |origin| [("host", "box.example:4096"), ("origin", origin)];
        for method in ["POST", "PUT", "PATCH", "DELETE"] {
            for origin in ["https://evil.example", "null", "http://evil.example:4096"] {
                assert_eq!(status(&guard, method, &from(origin)), 403, "{method} from {origin}");
            }
            for origin in ["http://localhost:3000", "https://app.opencode.ai", "http://box.example:4096"] {
                assert_eq!(status(&guard, method, &from(origin)), 200, "{method} from {origin}");
            }
            assert_eq!(status(&guard, method, &[("host", "localhost")]), 200, "{method} from no page");
        }
        assert_eq!(status(&guard, "GET", &from("https://evil.example")), 200, "it cannot read the answer");
        let socket = [("host", "localhost"), ("origin", "https://evil.example"), ("upgrade", "websocket")];
        assert_eq!(status(&guard, "GET", &socket), 403);
    }

    #[test]
    fn on_the_network_the_same_origin_must_be_an_address() {
        let guard = Guard { hosts: Hosts::default(), ..guard() };
        let pair = |host, origin| [("host", host), ("origin", origin)];
        assert_eq!(status(&guard, "POST", &pair("10.0.0.2:4096", "http://10.0.0.2:4096")), 200);
        assert_eq!(status(&guard, "POST", &pair("10.0.0.2:4096", "http://10.0.0.3:4096")), 403);
        assert_eq!(status(&guard, "POST", &pair("rebound.example", "http://rebound.example")), 403);
    }

    #[test]
    fn credentials_are_checked_whole() {
        let guard = Guard { credentials: Some(Credentials::new("opencode", "pass:word")), ..guard() };
        let token = |text: &str| format!("Basic {}", base64::prelude::BASE64_STANDARD.encode(text));
        let with = |value: &str| status(&guard, "GET", &[("host", "localhost"), ("authorization", value)]);
        assert_eq!(with(&token("opencode:pass:word")), 200);
        assert_eq!(with(&token("opencode:pass:word").replace("Basic", "bAsIc")), 200);
        assert_eq!(with(token("opencode:pass:word").trim_end_matches('=')), 200);
        for wrong in ["", "opencode", "opencode:", "opencode:pass", "opencode:pass:word ", "x:pass:word"] {
            assert_eq!(with(&token(wrong)), 401, "{wrong}");
        }
        for wrong in ["", "Basic", "Basic ???", "Bearer b3BlbmNvZGU6cGFzczp3b3Jk"] {
            assert_eq!(with(wrong), 401, "{wrong}");
        }
        assert_eq!(status(&guard, "GET", &[("host", "localhost")]), 401);
        assert_eq!(format!("{:?}", Credentials::new("a", "secret")), "Credentials(..)");
    }
}
