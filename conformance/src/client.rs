//! Sending one call and receiving its whole answer, within bounds.

use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use reqwest::{RequestBuilder, Response, header};
use serde_json::Value;
use url::{Host, Url};

use crate::judge::{Finding, Received, Rule};
use crate::pace::Pace;
use crate::report::Recorder;
use crate::silence::Silence;
use crate::{Options, RunError};

/// No answer of the contract comes near this.
pub(crate) const MOST_BODY_BYTES: usize = 64 * 1024 * 1024;
/// The longest wait for one answer. What goes far beyond it is no time that can be counted to.
const MOST_LIMIT: Duration = Duration::from_secs(24 * 60 * 60);

/// The server under trial.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    http: reqwest::Client,
    base: Url,
    credentials: Option<(String, String)>,
    limit: Duration,
    pace: Arc<Pace>,
    silence: Arc<Silence>,
    /// Who counts what was asked.
    recorder: Option<Arc<Recorder>>,
}

/// A call, all variables filled in.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub method: String,
    /// Decoded segments; they are encoded when sent.
    pub segments: Vec<String>,
    pub query: Vec<(String, String)>,
    pub body: Option<Value>,
}

/// Why no whole answer arrived.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CallError {
    #[error("no whole answer within {0:?}")]
    Late(Duration),
    #[error("the body is larger than {MOST_BODY_BYTES} bytes")]
    Large,
    #[error("the connection broke: {}", chain(.0))]
    Broken(#[source] reqwest::Error),
}

impl From<CallError> for Finding {
    fn from(error: CallError) -> Finding {
        Finding::new(Rule::Transport, "", error.to_string())
    }
}

impl Client {
    pub fn new(options: &Options) -> Result<Client, RunError> {
        let wrong = || RunError::BaseUrl { url: options.base_url.clone() };
        let mut base = Url::parse(&options.base_url).map_err(|_| wrong())?;
        if !matches!(base.scheme(), "http" | "https") || base.cannot_be_a_base() {
            return Err(wrong());
        }
        let mut credentials = options
            .password
            .clone()
            .map(|password| (options.username.clone().unwrap_or_else(|| "opencode".to_owned()), password));
        if let Some(password) = base.password().map(str::to_owned) {
            credentials.get_or_insert((base.username().to_owned(), password));
        }
        // Credentials stay out of requests' URLs, messages and reports.
        if base.set_username("").is_err() || base.set_password(None).is_err() {
            return Err(wrong());
        }
        if !base.has_host() {
            return Err(wrong());
        }
        let mut http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
        if is_loopback(&base) {
            http = http.no_proxy();
        }
        if base.scheme() == "http" {
            // Nobody is asked for a certificate, so the machine's are not read.
            http = http.tls_certs_only([]);
        }
        let http = http.build().map_err(|source| RunError::Unreachable { url: base.to_string(), source })?;
        Ok(Client {
            http,
            base,
            credentials,
            limit: options.limit.min(MOST_LIMIT),
            pace: Arc::new(Pace::new(options.rate)),
            silence: Arc::default(),
            recorder: None,
        })
    }

    /// Tells this one of each call that is answered.
    pub fn recorded(self, recorder: Arc<Recorder>) -> Client {
        Client { recorder: Some(recorder), ..self }
    }

    /// For calls that were sent by other means.
    pub fn record(&self, call: &Call, status: u16) {
        if let Some(recorder) = &self.recorder {
            let query = call.query.iter().map(|(name, _)| name.as_str());
            recorder.called(&call.method, &call.segments, query, call.body.as_ref(), status);
        }
    }

    /// The base URL without credentials.
    pub fn base(&self) -> &str {
        self.base.as_str().trim_end_matches('/')
    }

    /// The same, taken apart.
    pub fn base_url(&self) -> &Url {
        &self.base
    }

    /// User name and password.
    pub fn credentials(&self) -> Option<(&str, &str)> {
        self.credentials.as_ref().map(|(user, password)| (user.as_str(), password.as_str()))
    }

    /// Whether the server is on this machine, and only this machine can reach it.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.base)
    }

    /// For requests that no [`Call`] can tell. Sends no credentials by itself.
    pub fn http(&self) -> &reqwest::Client {
        &self.http
    }

    pub fn limit(&self) -> Duration {
        self.limit
    }

    /// Returns when the next call may be sent; for whoever sends it by other means.
    pub async fn turn(&self) {
        self.pace.turn().await;
    }

    /// Notes whether a call was answered; for whoever sent it by other means.
    pub fn note(&self, answered: bool) {
        self.silence.note(answered);
    }

    /// Returns when the server has stopped answering: several calls in a row, and then not even for its health.
    pub async fn silenced(&self) {
        loop {
            self.silence.lasting().await;
            if self.health().await.is_err() {
                return;
            }
            // An operation that hangs is not yet a server that does.
            self.note(true);
        }
    }

    /// The server's version, when it is one, and lets us in.
    pub async fn version(&self) -> Result<Option<String>, RunError> {
        let url = || self.base().to_owned();
        let response = self.health().await.map_err(|source| RunError::Unreachable { url: url(), source })?;
        let status = response.status().as_u16();
        if status == 401 {
            return Err(RunError::Unauthorized { url: url() });
        }
        let health: Value = response.json().await.unwrap_or_default();
        if status != 200 || health["healthy"] != true {
            return Err(RunError::Stranger { url: url(), status });
        }
        Ok(health["version"].as_str().map(str::to_owned))
    }

    async fn health(&self) -> reqwest::Result<Response> {
        self.turn().await;
        self.request(&Call::get("/global/health")).timeout(self.limit).send().await
    }

    /// Sends what is to be answered within `limit`, in its turn.
    async fn sent<T>(
        &self,
        limit: Duration,
        exchange: impl Future<Output = Result<T, CallError>>,
    ) -> Result<T, CallError> {
        self.turn().await;
        let answered = tokio::time::timeout(limit, exchange).await.unwrap_or(Err(CallError::Late(limit)));
        self.note(answered.is_ok());
        answered
    }

    /// Sends a call and reads its whole answer, within `limit`.
    pub async fn call(&self, call: &Call, limit: Duration) -> Result<Received, CallError> {
        let exchange = async {
            let response = self.request(call).send().await.map_err(CallError::Broken)?;
            self.record(call, response.status().as_u16());
            let (status, content_type) = (response.status().as_u16(), content_type(&response));
            let mut body = Vec::new();
            let mut chunks = response.bytes_stream();
            while let Some(chunk) = chunks.next().await {
                body.extend_from_slice(&chunk.map_err(CallError::Broken)?);
                if body.len() > MOST_BODY_BYTES {
                    return Err(CallError::Large);
                }
            }
            Ok(Received { status, content_type, body })
        };
        self.sent(limit, exchange).await
    }

    /// Asks for a websocket. The connection is closed again; an accepted upgrade has status 101 and no body.
    pub async fn upgrade(&self, call: &Call) -> Result<Received, CallError> {
        let response = self.ask_upgrade(call).await?;
        let (status, content_type) = (response.status().as_u16(), content_type(&response));
        let body = match status {
            101 => Vec::new(),
            _ => match tokio::time::timeout(self.limit, response.bytes()).await {
                Ok(body) => body.map_err(CallError::Broken)?.into(),
                Err(_) => return Err(CallError::Late(self.limit)),
            },
        };
        Ok(Received { status, content_type, body })
    }

    /// Asks for a websocket and gives the answer, which may be one. The head must come within the limit.
    pub async fn ask_upgrade(&self, call: &Call) -> Result<Response, CallError> {
        let request = self
            .request(call)
            .header(header::CONNECTION, "Upgrade")
            .header(header::UPGRADE, "websocket")
            .header(header::SEC_WEBSOCKET_VERSION, "13")
            // Any sixteen bytes will do; these are what the standard's own example sends.
            .header(header::SEC_WEBSOCKET_KEY, "dGhlIHNhbXBsZSBub25jZQ==");
        let head = async { request.send().await.map_err(CallError::Broken) };
        let response = self.sent(self.limit, head).await?;
        self.record(call, response.status().as_u16());
        Ok(response)
    }

    /// Opens an event stream, behind the event with the id `last` where one is given. The head must come within the
    /// limit.
    pub async fn open(&self, call: &Call, last: Option<&str>) -> Result<Response, CallError> {
        let mut request = self.request(call).header(header::ACCEPT, "text/event-stream");
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let head = async { request.send().await.map_err(CallError::Broken) };
        let response = self.sent(self.limit, head).await?;
        self.record(call, response.status().as_u16());
        Ok(response)
    }

    /// A line for a shell that sends the same call.
    pub fn curl(&self, call: &Call) -> String {
        let mut line = format!("curl -X {} '{}'", call.method, quoted(call.url(&self.base).as_str()));
        if let Some((user, _)) = &self.credentials {
            line.push_str(&format!(" -u '{}':\"$OPENCODE_SERVER_PASSWORD\"", quoted(user)));
        }
        if let Some(body) = &call.body {
            let body = quoted(&body.to_string());
            line.push_str(&format!(" -H 'content-type: application/json' --data-raw '{body}'"));
        }
        line
    }

    /// Host with port, and the head of the request, for whoever writes it to a socket by hand. `None`: not plain HTTP.
    pub fn raw(&self, call: &Call) -> Option<(String, String)> {
        let request = self.request(call).build().ok().filter(|request| request.url().scheme() == "http")?;
        let url = request.url();
        let host = format!("{}:{}", url.host_str()?, url.port_or_known_default()?);
        let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
        let mut head = format!("{} {}{query} HTTP/1.1\r\nhost: {host}\r\n", call.method, url.path());
        for (name, value) in request.headers() {
            head.push_str(&format!("{name}: {}\r\n", value.to_str().ok()?));
        }
        head.push_str("\r\n");
        Some((host, head))
    }

    fn request(&self, call: &Call) -> RequestBuilder {
        let method = reqwest::Method::from_bytes(call.method.as_bytes()).unwrap_or(reqwest::Method::GET);
        let mut request = self.http.request(method, call.url(&self.base));
        if let Some((user, password)) = &self.credentials {
            request = request.basic_auth(user, Some(password));
        }
        match &call.body {
            Some(body) => request.json(body),
            None => request,
        }
    }
}

impl Call {
    pub fn get(path: &str) -> Call {
        let segments = path.split('/').filter(|segment| !segment.is_empty()).map(str::to_owned).collect();
        Call { method: "GET".to_owned(), segments, query: Vec::new(), body: None }
    }

    fn url(&self, base: &Url) -> Url {
        let mut url = base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(&self.segments);
        }
        if !self.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&self.query);
        }
        url
    }

    /// Method, path and query on one line. The directory is left out: it is in every call, and says nothing.
    pub fn line(&self) -> String {
        let mut shown = self.clone();
        shown.query.retain(|(name, _)| name != "directory");
        format!("{} {}", self.method, shown.target())
    }

    /// Path and query, encoded, below the base URL.
    pub fn target(&self) -> String {
        let placeholder = Url::parse("http://host/").expect("a constant URL");
        self.url(&placeholder)[url::Position::BeforePath..].to_owned()
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn content_type(response: &Response) -> Option<String> {
    let value = response.headers().get(header::CONTENT_TYPE)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Text between single quotes of a shell.
pub(crate) fn quoted(text: &str) -> String {
    text.replace('\'', "'\\''")
}

/// An error with its causes, which say more than it does.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(error.source(), |error| error.source());
    let last = causes.last().map(ToString::to_string);
    last.unwrap_or_else(|| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_in_the_url_are_used_but_never_shown() {
        let client = Client::new(&Options::new("http://user:secret@127.0.0.1:1/base/")).expect("a base URL");
        assert_eq!(client.base(), "http://127.0.0.1:1/base");
        assert_eq!(client.credentials, Some(("user".to_owned(), "secret".to_owned())));
    }

    #[test]
    fn a_call_is_repeated_by_a_line_without_the_password() {
        let client = Client::new(&Options::new("http://user:secret@127.0.0.1:1")).expect("a base URL");
        let call = Call { body: Some(serde_json::json!({"a": "it's"})), ..Call::get("/x") };
        assert_eq!(
            client.curl(&call),
            "curl -X GET 'http://127.0.0.1:1/x' -u 'user':\"$OPENCODE_SERVER_PASSWORD\" \
             -H 'content-type: application/json' --data-raw '{\"a\":\"it'\\''s\"}'"
        );
    }

    #[test]
    fn what_is_no_base_url_is_refused() {
        for url in ["", "127.0.0.1:4096", "ftp://x/", "data:,x"] {
            assert!(matches!(Client::new(&Options::new(url)), Err(RunError::BaseUrl { .. })), "{url}");
        }
    }

    #[test]
    fn segments_and_queries_are_encoded_below_the_base() {
        let mut call = Call::get("/session/{id}");
        call.segments[1] = "a/b ?".to_owned();
        call.query = vec![("directory".into(), "/tmp/x".into()), ("limit".into(), "5".into())];
        let base = Url::parse("http://h/base").expect("a URL");
        assert_eq!(
            call.url(&base).as_str(),
            "http://h/base/session/a%2Fb%20%3F?directory=%2Ftmp%2Fx&limit=5"
        );
        assert_eq!(call.line(), "GET /session/a%2Fb%20%3F?limit=5");
    }
}
