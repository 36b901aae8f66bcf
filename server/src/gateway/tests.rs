//! The gateway in front of a small contract of its own, over a real socket, byte by byte.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use bytes::Bytes;
use dropshot::{
    Body, ConfigDropshot, ErrorStatusCode, HttpError, HttpResponseError, HttpResponseOk, HttpServer, Path,
    RequestContext, ServerBuilder, TypedBody,
};
use futures::StreamExt;
use http::{Response, StatusCode};
use opencode_api::support::{ApiError, leave};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use slog::{Discard, Logger, o};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio_util::task::TaskTracker;

use super::*;

const BODY_LIMIT: usize = 1_000;

struct Context {
    gateway: Gateway<Context>,
    open_streams: Arc<AtomicUsize>,
    proceed: Notify,
    finished: AtomicBool,
}

impl Gatekept for Context {
    fn gateway(&self) -> &Gateway<Context> {
        &self.gateway
    }
}

/// An error that leaves its response as the product's own errors do.
#[derive(Debug)]
struct Failure(ApiError);

impl From<HttpError> for Failure {
    fn from(problem: HttpError) -> Failure {
        Failure(ApiError::bad_request(Value::Null, vec![json!({ "message": problem.external_message })]))
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}", self.0.body())
    }
}

impl HttpResponseError for Failure {
    fn status_code(&self) -> ErrorStatusCode {
        let _ = leave(self.0.clone().into_response());
        ErrorStatusCode::from_status(self.0.status()).unwrap_or(ErrorStatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl Serialize for Failure {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.body().serialize(serializer)
    }
}

impl JsonSchema for Failure {
    fn schema_name() -> String {
        "Failure".to_owned()
    }

    fn json_schema(_: &mut schemars::r#gen::SchemaGenerator) -> schemars::schema::Schema {
        true.into()
    }
}

#[derive(Serialize, Deserialize, JsonSchema)]
struct Thing {
    name: String,
}

#[derive(Deserialize, JsonSchema)]
struct ById {
    id: String,
}

#[dropshot::api_description]
trait Things {
    type Context;
    #[endpoint { method = GET, path = "/thing" }]
    async fn list(rqctx: RequestContext<Self::Context>) -> Result<HttpResponseOk<Vec<Thing>>, Failure>;
    #[endpoint { method = POST, path = "/thing" }]
    async fn create(
        rqctx: RequestContext<Self::Context>,
        body: TypedBody<Thing>,
    ) -> Result<HttpResponseOk<Thing>, Failure>;
    #[endpoint { method = GET, path = "/thing/status" }]
    async fn status(rqctx: RequestContext<Self::Context>) -> Result<HttpResponseOk<Thing>, Failure>;
    #[endpoint { method = GET, path = "/stream" }]
    async fn stream(rqctx: RequestContext<Self::Context>) -> Result<Response<Body>, Failure>;
    #[endpoint { method = GET, path = "/panic" }]
    async fn get_panic(rqctx: RequestContext<Self::Context>) -> Result<HttpResponseOk<Thing>, Failure>;
    #[endpoint { method = POST, path = "/panic" }]
    async fn post_panic(rqctx: RequestContext<Self::Context>) -> Result<HttpResponseOk<Thing>, Failure>;
    #[endpoint { method = POST, path = "/wait" }]
    async fn wait(rqctx: RequestContext<Self::Context>) -> Result<HttpResponseOk<Thing>, Failure>;
}

#[dropshot::api_description]
trait ThingsById {
    type Context;
    #[endpoint { method = GET, path = "/thing/{id}" }]
    async fn get(
        rqctx: RequestContext<Self::Context>,
        path: Path<ById>,
    ) -> Result<HttpResponseOk<Thing>, Failure>;
    #[endpoint { method = DELETE, path = "/thing/{id}" }]
    async fn delete(
        rqctx: RequestContext<Self::Context>,
        path: Path<ById>,
    ) -> Result<HttpResponseOk<bool>, Failure>;
}

enum Operations {}

fn named(name: &str) -> Result<HttpResponseOk<Thing>, Failure> {
    Ok(HttpResponseOk(Thing { name: name.to_owned() }))
}

impl Things for Operations {
    type Context = Context;
    async fn list(_: RequestContext<Context>) -> Result<HttpResponseOk<Vec<Thing>>, Failure> {
        Ok(HttpResponseOk(Vec::new()))
    }
    async fn create(
        _: RequestContext<Context>,
        body: TypedBody<Thing>,
    ) -> Result<HttpResponseOk<Thing>, Failure> {
        Ok(HttpResponseOk(body.into_inner()))
    }
    async fn status(_: RequestContext<Context>) -> Result<HttpResponseOk<Thing>, Failure> {
        named("the literal path")
    }
    async fn stream(rqctx: RequestContext<Context>) -> Result<Response<Body>, Failure> {
        struct Open(Arc<AtomicUsize>);
        impl Drop for Open {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::SeqCst);
            }
        }
        let count = Arc::clone(&rqctx.context().open_streams);
        count.fetch_add(1, Ordering::SeqCst);
        let open = Open(count);
        let first = Bytes::from_static(b"data: {}\n\n");
        let frames =
            futures::stream::once(async move { first }).chain(futures::stream::pending()).map(move |data| {
                let _open = &open;
                Ok::<_, std::convert::Infallible>(hyper::body::Frame::data(data))
            });
        Ok(Response::new(Body::wrap(http_body_util::StreamBody::new(frames))))
    }
    async fn get_panic(_: RequestContext<Context>) -> Result<HttpResponseOk<Thing>, Failure> {
        panic!("a secret of the server")
    }
    async fn post_panic(_: RequestContext<Context>) -> Result<HttpResponseOk<Thing>, Failure> {
        panic!("a secret of the server")
    }
    async fn wait(rqctx: RequestContext<Context>) -> Result<HttpResponseOk<Thing>, Failure> {
        rqctx.context().proceed.notified().await;
        rqctx.context().finished.store(true, Ordering::SeqCst);
        named("done")
    }
}

impl ThingsById for Operations {
    type Context = Context;
    async fn get(_: RequestContext<Context>, path: Path<ById>) -> Result<HttpResponseOk<Thing>, Failure> {
        match path.into_inner().id.as_str() {
            "missing" => Err(Failure(ApiError::not_found("Thing not found: missing"))),
            id => named(id),
        }
    }
    async fn delete(_: RequestContext<Context>, _: Path<ById>) -> Result<HttpResponseOk<bool>, Failure> {
        Ok(HttpResponseOk(true))
    }
}

struct Peer {
    server: HttpServer<Context>,
}

impl Peer {
    fn start(credentials: Option<Credentials>) -> Peer {
        let logger = Logger::root(Discard, o!());
        let modules = [
            things_mod::api_description::<Operations>().expect("a sound description"),
            things_by_id_mod::api_description::<Operations>().expect("a sound description"),
        ];
        let gateway = Gateway {
            guard: Guard {
                origins: Origins::default(),
                hosts: Hosts { enforced: true, names: Vec::new() },
                credentials,
            },
            modules: Modules::new(modules).expect("modules that fit together"),
            body_limit: BODY_LIMIT,
            tasks: TaskTracker::new(),
            logger: logger.clone(),
        };
        let context = Context {
            gateway,
            open_streams: Arc::default(),
            proceed: Notify::new(),
            finished: AtomicBool::new(false),
        };
        let config = ConfigDropshot {
            bind_address: ([127, 0, 0, 1], 0).into(),
            default_request_body_max_bytes: usize::MAX,
            ..ConfigDropshot::default()
        };
        let entry = api().expect("a sound description");
        let server = ServerBuilder::new(entry, context, logger).config(config).start().expect("a free port");
        Peer { server }
    }

    fn address(&self) -> SocketAddr {
        self.server.local_addr()
    }

    async fn open(&self, head: &str, body: &str) -> TcpStream {
        let mut socket = TcpStream::connect(self.address()).await.expect("a listening server");
        let host = if head.contains("Host:") { "" } else { "Host: localhost\r\n" };
        let request = format!("{}\r\n{host}Connection: close\r\n\r\n{body}", head.replace('\n', "\r\n"));
        socket.write_all(request.as_bytes()).await.expect("a request written");
        socket
    }

    /// Sends request line and headers (one per line) and a body, and reads until the server closes.
    async fn send(&self, head: &str, body: &str) -> Reply {
        let mut socket = self.open(head, body).await;
        let mut bytes = Vec::new();
        let reading = socket.read_to_end(&mut bytes);
        tokio::time::timeout(Duration::from_secs(10), reading)
            .await
            .expect("an answer")
            .expect("a whole answer");
        Reply::parse(&bytes)
    }

    async fn get(&self, path: &str) -> Reply {
        self.send(&format!("GET {path} HTTP/1.1"), "").await
    }

    async fn post(&self, path: &str, body: &str) -> Reply {
        let length = body.len();
        let head = format!("POST {path} HTTP/1.1\nContent-Type: application/json\nContent-Length: {length}");
        self.send(&head, body).await
    }
}

#[derive(Debug)]
struct Reply {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Reply {
    fn parse(bytes: &[u8]) -> Reply {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no HTTP answer: {text:?}"));
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).expect("a status line");
        let headers = lines.filter_map(|line| line.split_once(": "));
        Reply {
            status: status.parse().expect("a number"),
            headers: headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect(),
            body: body.to_owned(),
        }
    }

    fn header(&self, name: &str) -> String {
        let values = self.headers.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        values.collect::<Vec<_>>().join(", ")
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|problem| panic!("{problem}: {self:?}"))
    }

    /// Asserts the contract's form of an error with a name.
    fn names(&self, status: u16, name: &str) {
        let json = self.json();
        assert_eq!((self.status, json["name"].as_str()), (status, Some(name)), "{self:?}");
        assert!(json["data"]["message"].is_string(), "{self:?}");
        assert_eq!(self.header("content-type"), "application/json");
        assert_eq!(self.header("vary"), "origin");
    }
}

#[tokio::test]
async fn literal_and_variable_paths_stand_side_by_side() {
    let peer = Peer::start(None);
    assert_eq!(peer.get("/thing").await.json(), json!([]));
    assert_eq!(peer.get("/thing/status").await.json(), json!({"name": "the literal path"}));
    assert_eq!(peer.get("/thing/statuses").await.json(), json!({"name": "statuses"}));
    assert_eq!(peer.get("/thing/a%20b?x=1").await.json(), json!({"name": "a b"}));
    assert_eq!(peer.post("/thing", r#"{"name":"x"}"#).await.json(), json!({"name": "x"}));
    let deleted = peer.send("DELETE /thing/x HTTP/1.1", "").await;
    assert_eq!((deleted.status, deleted.json()), (200, json!(true)));
    assert_eq!(deleted.header("vary"), "origin");
}

#[tokio::test]
async fn what_is_not_there_is_answered_in_the_contracts_shape() {
    let peer = Peer::start(None);
    for path in ["/", "/nothing", "/thing/", "/thing/x/", "//thing", "/Thing", "/thing/x/y", "/%74hing"] {
        peer.get(path).await.names(404, "NotFoundError");
    }
    peer.get("/thing/missing").await.names(404, "NotFoundError");

    let wrong = peer.send("PUT /thing HTTP/1.1\nContent-Length: 2", "{}").await;
    wrong.names(405, "UnknownError");
    assert_eq!(wrong.header("allow"), "GET, HEAD, OPTIONS, POST");
    let wrong = peer.send("HEAD /wait HTTP/1.1", "").await;
    assert_eq!((wrong.status, wrong.header("allow").as_str()), (405, "OPTIONS, POST"));
    let wrong = peer.send("TRACE /thing/x HTTP/1.1", "").await;
    assert_eq!((wrong.status, wrong.header("allow").as_str()), (405, "DELETE, GET, HEAD, OPTIONS"));
}

#[tokio::test]
async fn input_a_handler_cannot_read_is_answered_in_the_contracts_shape() {
    let peer = Peer::start(None);
    for body in ["", "{", "[]", r#"{"name":1}"#, "{}"] {
        let reply = peer.post("/thing", body).await;
        let json = reply.json();
        assert_eq!((reply.status, &json["success"]), (400, &json!(false)), "{body}: {reply:?}");
        assert!(json["errors"][0]["message"].is_string(), "{reply:?}");
    }
}

#[tokio::test]
async fn head_is_get_without_its_body() {
    let peer = Peer::start(None);
    let get = peer.get("/thing/status").await;
    let head = peer.send("HEAD /thing/status HTTP/1.1", "").await;
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), get.header("content-length"));
    assert_eq!(head.header("content-type"), get.header("content-type"));
    assert_eq!(peer.send("HEAD /thing/missing HTTP/1.1", "").await.status, 404);
}

#[tokio::test]
async fn head_on_a_stream_leaves_nobody_behind() {
    let peer = Peer::start(None);
    let head = peer.send("HEAD /stream HTTP/1.1", "").await;
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(peer.server.app_private().open_streams.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_reader_that_leaves_is_noticed() {
    let peer = Peer::start(None);
    let open = || peer.server.app_private().open_streams.load(Ordering::SeqCst);
    let mut socket = peer.open("GET /stream HTTP/1.1", "").await;
    let mut seen = Vec::new();
    while !seen.ends_with(b"data: {}\n\n\r\n") {
        assert!(socket.read_buf(&mut seen).await.expect("a readable stream") > 0, "ended early");
    }
    assert_eq!(open(), 1);
    drop(socket);
    until("the stream is freed", || open() == 0).await;
}

#[tokio::test]
async fn a_writer_that_leaves_is_still_served() {
    let peer = Peer::start(None);
    let context = peer.server.app_private();
    let socket = peer.open("POST /wait HTTP/1.1\nContent-Length: 0", "").await;
    until("the handler runs", || context.gateway.tasks.len() == 1).await;
    drop(socket);
    context.proceed.notify_one();
    until("the handler finished", || context.finished.load(Ordering::SeqCst)).await;
}

#[tokio::test]
async fn a_panic_is_an_answer() {
    let peer = Peer::start(None);
    for reply in [peer.get("/panic").await, peer.post("/panic", "").await] {
        reply.names(500, "UnknownError");
        assert!(!reply.body.contains("secret"), "{reply:?}");
    }
    assert_eq!(peer.get("/thing").await.status, 200);
}

#[tokio::test]
async fn a_body_above_the_limit_is_refused() {
    let peer = Peer::start(None);
    let thing = |length: usize| format!(r#"{{"name":"{}"}}"#, "x".repeat(length - 11));
    assert_eq!(peer.post("/thing", &thing(BODY_LIMIT)).await.status, 200);
    peer.post("/thing", &thing(BODY_LIMIT + 1)).await.names(413, "UnknownError");
    peer.post("/thing", &thing(BODY_LIMIT * 3)).await.names(413, "UnknownError");

    let chunk = thing(BODY_LIMIT + 1);
    let chunked = format!("{:x}\r\n{chunk}\r\n0\r\n\r\n", chunk.len());
    let head = "POST /thing HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked";
    peer.send(head, &chunked).await.names(413, "UnknownError");

    let head = format!("POST /thing HTTP/1.1\nExpect: 100-continue\nContent-Length: {}", 1u64 << 40);
    peer.send(&head, "").await.names(413, "UnknownError");
}

#[tokio::test]
async fn origins_are_told_apart() {
    let peer = Peer::start(None);
    let from = async |method: &str, origin: &str| {
        peer.send(&format!("{method} /thing/x HTTP/1.1\nOrigin: {origin}"), "").await
    };
    let allowed = from("GET", "http://localhost:3000").await;
    assert_eq!(
        (
            allowed.status,
            allowed.header("access-control-allow-origin").as_str(),
            allowed.header("vary").as_str()
        ),
        (200, "http://localhost:3000", "origin")
    );
    let denied = from("GET", "https://evil.example").await;
    assert_eq!((denied.status, denied.header("access-control-allow-origin").as_str()), (200, ""));
    from("DELETE", "https://evil.example").await.names(403, "UnknownError");
    assert_eq!(from("DELETE", "https://app.opencode.ai").await.status, 200);
    let same = format!("http://{}", peer.address());
    let head = format!("DELETE /thing/x HTTP/1.1\nHost: {}\nOrigin: {same}", peer.address());
    assert_eq!(peer.send(&head, "").await.status, 200);
    peer.send("GET /thing HTTP/1.1\nHost: evil.example", "").await.names(403, "UnknownError");
}

#[tokio::test]
async fn a_preflight_needs_neither_path_nor_password() {
    let peer = Peer::start(Some(Credentials::new("opencode", "secret")));
    let head = "OPTIONS /nowhere HTTP/1.1\nOrigin: tauri://localhost\nAccess-Control-Request-Headers: content-type, x-a";
    let reply = peer.send(head, "").await;
    assert_eq!((reply.status, reply.body.as_str()), (204, ""));
    assert_eq!(reply.header("access-control-allow-origin"), "tauri://localhost");
    assert_eq!(reply.header("access-control-allow-methods"), "GET,HEAD,PUT,POST,DELETE,PATCH");
    assert_eq!(reply.header("access-control-allow-headers"), "content-type, x-a");
    assert_eq!(reply.header("vary"), "access-control-request-headers, origin");
    assert_eq!(peer.send("OPTIONS /thing HTTP/1.1", "").await.status, 204);
}

#[tokio::test]
async fn a_password_guards_every_path() {
    let peer = Peer::start(Some(Credentials::new("opencode", "secret")));
    for path in ["/thing", "/stream", "/nowhere"] {
        let reply = peer.send(&format!("GET {path} HTTP/1.1\nOrigin: http://localhost:1"), "").await;
        reply.names(401, "UnknownError");
        assert_eq!(reply.header("www-authenticate"), "Basic realm=\"Secure Area\"");
        assert_eq!(reply.header("access-control-allow-origin"), "http://localhost:1");
    }
    let reply = peer.send("GET /thing HTTP/1.1\nAuthorization: Basic b3BlbmNvZGU6c2VjcmV0", "").await;
    assert_eq!(reply.status, 200);
}

#[tokio::test]
async fn http_2_is_spoken_too() {
    let peer = Peer::start(None);
    let client = reqwest::Client::builder().http2_prior_knowledge().build().expect("a client");
    let url = format!("http://{}/thing/status", peer.address());
    let reply = client.get(&url).send().await.expect("an answer");
    assert_eq!((reply.version(), reply.status()), (http::Version::HTTP_2, StatusCode::OK));
}

#[test]
fn two_modules_cannot_serve_one_operation() {
    let module = || things_mod::api_description::<Operations>().expect("a sound description");
    let problem = Modules::new([module(), module()]).err().map(|problem| problem.to_string());
    assert!(problem.is_some_and(|text| text.starts_with("two modules serve")));
}

/// Waits for a state, and says which one if it does not come.
async fn until(state: &str, mut reached: impl FnMut() -> bool) {
    let waiting = async {
        while !reached() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), waiting).await.unwrap_or_else(|_| panic!("never: {state}"));
}
