//! A server of three operations that checks its input by the contract, but for one fault.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

/// What the server does wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not look at the maximum of `size`.
    AcceptsLargeSizes,
    /// It refuses names with other letters than those of ASCII.
    RefusesOtherAlphabets,
    /// It fails with 500 when `limit` is as large as it may be.
    FailsAtTheLimit,
}

/// A running server.
pub struct Shop {
    pub url: String,
    /// Method with target and body of each call, in the order in which they came.
    pub asked: Asked,
}

type Asked = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

impl Shop {
    pub async fn open(fault: Option<Fault>) -> Shop {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback is there");
        let url = format!("http://{}", listener.local_addr().expect("it is bound"));
        let schema = Shop::contract().pointer("/components/schemas/Thing").cloned().expect("a schema");
        let thing = Arc::new(jsonschema::validator_for(&schema).expect("a schema"));
        let asked = Asked::default();
        let calls = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serve(socket, Arc::clone(&thing), fault, Arc::clone(&calls)));
            }
        });
        Shop { url, asked }
    }

    pub fn contract() -> Value {
        let refused = json!({"description": "Refused", "content": {"application/json": {"schema":
            {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}}}});
        let done =
            json!({"description": "Done", "content": {"application/json": {"schema": {"type": "boolean"}}}});
        json!({"openapi": "3.1.0", "info": {"title": "shop", "version": "1"}, "paths": {
            "/things": {
                "get": {
                    "operationId": "thing.list",
                    "parameters": [
                        {"in": "query", "name": "limit", "schema": {"type": "integer", "minimum": 1, "maximum": 50}},
                        {"in": "query", "name": "sorted", "schema": {"type": "boolean"}},
                    ],
                    // No refusal is documented here, yet the server refuses.
                    "responses": {"200": done},
                },
                "post": {
                    "operationId": "thing.make",
                    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                    "responses": {"200": done, "400": refused},
                },
            },
            "/shelves/{shelf}": {"get": {
                "operationId": "shelf.get",
                "parameters": [{"in": "path", "name": "shelf", "required": true, "schema": {"type": "string", "pattern": "^sh[0-9]{2}$"}}],
                "responses": {"200": done, "400": refused},
            }},
        }, "components": {"schemas": {"Thing": {
            "type": "object", "required": ["name"], "additionalProperties": false,
            "properties": {
                "name": {"type": "string"},
                "size": {"type": "integer", "minimum": 1, "maximum": 10},
                "colour": {"enum": ["red", "green"]},
                "labels": {"type": "array", "maxItems": 3, "items": {"type": "string", "minLength": 2}},
                "kind": {"anyOf": [
                    {"type": "object", "required": ["type", "weight"], "properties": {"type": {"const": "heavy"}, "weight": {"type": "number"}}},
                    {"type": "object", "required": ["type"], "properties": {"type": {"const": "light"}}},
                ]},
            },
        }}}})
    }
}

async fn serve(mut socket: TcpStream, thing: Arc<jsonschema::Validator>, fault: Option<Fault>, asked: Asked) {
    let Some((request, body)) = read(&mut socket).await else { return };
    asked.lock().expect("nobody panics with it").push((request.clone(), body.clone()));
    let (status, answer) = answer(&request, &body, &thing, fault);
    let answer = answer.to_string();
    let head = format!(
        "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        answer.len()
    );
    let _ = socket.write_all(format!("{head}{answer}").as_bytes()).await;
}

/// Method with target, and body.
async fn read(socket: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let end = loop {
        let mut chunk = [0; 4096];
        let count = socket.read(&mut chunk).await.ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&chunk[..count]);
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = bytes.split_off(end + 4);
    let have = body.len();
    body.resize(length.unwrap_or(have), 0);
    socket.read_exact(&mut body[have..]).await.ok()?;
    let line = String::from_utf8_lossy(&bytes).lines().next()?.to_owned();
    Some((line, body))
}

fn answer(request: &str, body: &[u8], thing: &jsonschema::Validator, fault: Option<Fault>) -> (u16, Value) {
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let url = Url::parse(&format!("http://host{target}")).expect("a target");
    let refused = || (400, json!({"error": "that does not fit"}));
    let done = || (200, json!(true));
    match (method, url.path()) {
        ("GET", "/global/health") => (200, json!({"healthy": true, "version": "shop"})),
        ("GET", "/things") => {
            let query = |name: &str| {
                url.query_pairs().find(|(found, _)| found == name).map(|(_, text)| text.into_owned())
            };
            let limit = query("limit").map(|text| text.parse::<u32>().unwrap_or_default());
            let sorted = query("sorted").is_none_or(|text| matches!(text.as_str(), "true" | "false"));
            match limit {
                Some(50) if fault == Some(Fault::FailsAtTheLimit) => (500, json!({"error": "oh"})),
                None | Some(1..=50) if sorted => done(),
                _ => refused(),
            }
        }
        ("POST", "/things") => {
            let Ok(mut value) = serde_json::from_slice::<Value>(body) else { return refused() };
            if fault == Some(Fault::AcceptsLargeSizes) && value["size"].as_u64() > Some(10) {
                value["size"] = json!(10);
            }
            let foreign = value["name"].as_str().is_some_and(|name| !name.is_ascii());
            match thing.is_valid(&value) {
                true if foreign && fault == Some(Fault::RefusesOtherAlphabets) => refused(),
                true => done(),
                false => refused(),
            }
        }
        ("GET", path) if path.strip_prefix("/shelves/sh").is_some_and(|digits| digits.len() == 2) => done(),
        _ => refused(),
    }
}
