//! The operations that concern the server itself, and those it does not have yet.

mod fixture;

use fixture::Fixture;
use serde_json::{Value, json};

async fn send(fixture: &Fixture, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
    let method = method.parse().expect("a method");
    let mut request = fixture.http.request(method, fixture.url(path));
    if let Some(body) = body {
        request = request.json(&body);
    }
    let answer = request.send().await.expect("an answer");
    (answer.status().as_u16(), answer.json().await.expect("JSON"))
}

#[tokio::test]
async fn health_names_the_release_that_is_served() {
    let fixture = Fixture::start().await;
    let answer = send(&fixture, "GET", "/global/health", None).await;
    assert_eq!(answer, (200, json!({"healthy": true, "version": "1.2.6"})));
}

#[tokio::test]
async fn clients_can_log() {
    let fixture = Fixture::start().await;
    for level in ["debug", "info", "warn", "error"] {
        let record = json!({"service": "s", "level": level, "message": "{} 100%", "extra": {"a": 1}});
        assert_eq!(send(&fixture, "POST", "/log", Some(record)).await, (200, json!(true)));
    }
    for wrong in [json!({}), json!({"service": "s", "level": "fatal", "message": "m"})] {
        let (status, body) = send(&fixture, "POST", "/log", Some(wrong.clone())).await;
        assert_eq!((status, &body["success"], &body["data"]), (400, &json!(false), &wrong));
        assert!(body["errors"][0]["message"].is_string(), "{body}");
    }
}

#[tokio::test]
async fn keys_are_kept_in_the_data_directory() {
    let fixture = Fixture::start().await;
    let file = fixture.home.environment().data.join("auth.json");
    let key = json!({"type": "api", "key": "k"});
    assert_eq!(send(&fixture, "PUT", "/auth/a%2Fb", Some(key.clone())).await, (200, json!(true)));
    let stored: Value = serde_json::from_slice(&std::fs::read(&file).expect("a file")).expect("JSON");
    assert_eq!(stored, json!({"a/b": key}));
    assert_eq!(send(&fixture, "PUT", "/auth/a", Some(json!({"type": "nope"}))).await.0, 400);
    for _ in 0..2 {
        assert_eq!(send(&fixture, "DELETE", "/auth/a%2Fb", None).await, (200, json!(true)));
    }
    let stored: Value = serde_json::from_slice(&std::fs::read(&file).expect("a file")).expect("JSON");
    assert_eq!(stored, json!({}));
}

/// `operations.txt` is what people read to know what works.
#[tokio::test]
async fn the_list_of_operations_says_what_is_built() {
    let fixture = Fixture::start().await;
    for operation in opencode_api::OPERATIONS {
        let method = operation.method.parse().expect("a method");
        let path = operation.path.replace(['{', '}'], "");
        let mut request = fixture.http.request(method, fixture.url(&path));
        if operation.websocket {
            request = request
                .header("connection", "upgrade")
                .header("upgrade", "websocket")
                .header("sec-websocket-version", "13")
                .header("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ==");
        }
        let answer = request.send().await.expect("an answer");
        let status = answer.status().as_u16();
        if operation.built {
            assert_ne!(status, 501, "{}", operation.id);
            continue;
        }
        let body: Value = answer.json().await.unwrap_or_else(|problem| panic!("{}: {problem}", operation.id));
        match status {
            501 => assert_eq!(body["name"], "UnknownError", "{}", operation.id),
            // What lacks input is refused before it comes to that.
            400 => assert_eq!(body["success"], false, "{}", operation.id),
            other => panic!("{}: {other} {body}", operation.id),
        }
    }
}

/// Every body of the contract is optional, which the document that dropshot prints cannot say: it is tried here.
#[tokio::test]
async fn every_body_may_be_absent() {
    let fixture = Fixture::start().await;
    let contract: Value = serde_json::from_str(include_str!("../../spec/opencode-api.json")).expect("JSON");
    let (_, session) = send(&fixture, "POST", "/session", None).await;
    let session = session["id"].as_str().expect("a session without a body").to_owned();
    let mut tried = 0;
    for operation in opencode_api::OPERATIONS.iter().filter(|operation| operation.built) {
        let method = operation.method.to_lowercase();
        if contract["paths"][operation.path][&method].get("requestBody").is_none() {
            continue;
        }
        tried += 1;
        let path = operation.path.replace("{sessionID}", &session).replace("{providerID}", "acme");
        let (status, body) = send(&fixture, operation.method, &path, None).await;
        // What `{}` lacks may be said; that there is no body must not matter.
        let message = body["errors"][0]["message"].as_str().unwrap_or_default();
        let fits = status == 200 || (status == 400 && message.starts_with("missing field"));
        assert!(fits, "{}: {status} {body}", operation.id);
    }
    assert!(tried >= 5, "{tried} operations with a body");
}

#[tokio::test]
async fn one_request_is_about_one_directory() {
    let fixture = Fixture::start().await;
    let (status, body) = send(&fixture, "POST", "/instance/dispose?directory=/a&directory=/b", None).await;
    assert_eq!((status, &body["success"]), (400, &json!(false)), "{body}");
}
