//! The operations on sessions over HTTP: what a client sends, what it gets, and what is left after a restart.

mod fixture;

use fixture::Fixture;
use opencode_server::ids::{MessageId, PartId};
use opencode_server::start;
use opencode_server::store::Change;
use serde_json::{Value, json};

async fn send(fixture: &Fixture, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
    let method = method.parse().expect("a method");
    let mut request = fixture.http.request(method, fixture.url(path));
    if let Some(body) = body {
        request = request.json(&body);
    }
    let answer = request.send().await.expect("an answer");
    let status = answer.status().as_u16();
    (status, answer.json().await.unwrap_or_else(|problem| panic!("{path}: {status}, no JSON: {problem}")))
}

async fn ok(fixture: &Fixture, method: &str, path: &str, body: Option<Value>) -> Value {
    let (status, answer) = send(fixture, method, path, body).await;
    assert_eq!(status, 200, "{method} {path}: {answer}");
    answer
}

async fn get(fixture: &Fixture, path: &str) -> Value {
    ok(fixture, "GET", path, None).await
}

async fn create(fixture: &Fixture, body: Value) -> Value {
    ok(fixture, "POST", "/session", Some(body)).await
}

fn id(session: &Value) -> &str {
    session["id"].as_str().expect("an id")
}

fn ids(sessions: &Value) -> Vec<&str> {
    sessions.as_array().expect("an array").iter().map(id).collect()
}

#[tokio::test]
async fn a_session_lives_from_create_to_delete() {
    let fixture = Fixture::start().await;
    // Also without a body, as some clients do.
    let first = ok(&fixture, "POST", "/session", None).await;
    assert_eq!(first["directory"], fixture.home.project().display().to_string());
    assert_eq!((&first["projectID"], &first["version"]), (&json!("global"), &json!("1.2.6")));
    assert!(first["title"].as_str().is_some_and(|title| title.starts_with("New session - ")), "{first}");

    let rules = json!([{"permission": "bash", "pattern": "*", "action": "ask"}]);
    let second = create(&fixture, json!({"title": "Second", "permission": rules, "unknown": 1})).await;
    assert_eq!((&second["title"], &second["permission"]), (&json!("Second"), &rules));
    let child = create(&fixture, json!({"parentID": id(&first)})).await;
    assert_eq!(child["parentID"], first["id"]);

    let path = format!("/session/{}", id(&first));
    assert_eq!(get(&fixture, &path).await, first);
    assert_eq!(get(&fixture, &format!("{path}/children")).await, json!([child]));
    assert_eq!(ids(&get(&fixture, "/session").await), [id(&child), id(&second), id(&first)]);
    assert_eq!(get(&fixture, "/session/status").await, json!({}));

    let archived = json!({"title": "Renamed", "time": {"archived": 1_700_000_000_000_i64}});
    let updated = ok(&fixture, "PATCH", &path, Some(archived)).await;
    assert_eq!(
        (&updated["title"], &updated["time"]["archived"]),
        (&json!("Renamed"), &json!(1_700_000_000_000_i64))
    );
    assert_eq!(ok(&fixture, "PATCH", &path, Some(json!({}))).await, updated);
    assert_eq!(get(&fixture, &path).await, updated);

    assert_eq!(ok(&fixture, "DELETE", &path, None).await, json!(true));
    assert_eq!(ids(&get(&fixture, "/session").await), [id(&second)]);
    for gone in [path, format!("/session/{}", id(&child))] {
        let (status, body) = send(&fixture, "GET", &gone, None).await;
        assert_eq!((status, &body["name"]), (404, &json!("NotFoundError")), "{gone}");
    }
}

#[tokio::test]
async fn listings_are_filtered() {
    let fixture = Fixture::start().await;
    let here = create(&fixture, json!({"title": "100% Önologie"})).await;
    let child = create(&fixture, json!({"parentID": id(&here), "title": "child"})).await;
    // Outside of git all directories are of the project `global`.
    let there = ok(&fixture, "POST", "/session?directory=%2Fplain-x", Some(json!({"title": "there"}))).await;
    assert_eq!((&there["directory"], &there["projectID"]), (&json!("/plain-x"), &json!("global")));
    let all = [id(&there), id(&child), id(&here)];
    let future = here["time"]["updated"].as_i64().expect("a time") + 100_000;
    for (query, expected) in [
        ("", &all[..]),
        ("?limit=2", &all[..2]),
        ("?limit=0", &[]),
        ("?limit=-1", &all[..]),
        ("?roots=true", &[all[0], all[2]]),
        ("?roots=false", &all[..]),
        ("?directory=%2Fplain-x", &all[..1]),
        ("?directory=%252Fplain-x", &all[..1]),
        ("?directory=%2Fplain", &[]),
        ("?directory=", &all[..]),
        ("?search=CHI", &[all[1]]),
        ("?search=%C3%B6NO", &[all[2]]),
        ("?search=%25", &[all[2]]),
        ("?search=_", &[]),
        (&format!("?start={future}"), &[]),
        ("?start=1.5", &all[..]),
    ] {
        assert_eq!(ids(&get(&fixture, &format!("/session{query}")).await), expected, "{query}");
    }
    let header = fixture.http.get(fixture.url("/session")).header("x-opencode-directory", "/plain-x");
    let listed: Value = header.send().await.expect("an answer").json().await.expect("JSON");
    assert_eq!(ids(&listed), all, "the header selects the instance and does not filter");
}

#[tokio::test]
async fn wrong_input_is_refused_in_the_contracts_shape() {
    let fixture = Fixture::start().await;
    let session = create(&fixture, json!({})).await;
    let own = format!("/session/{}", id(&session));
    for (method, path, body) in [
        ("POST", "/session", Some(json!({"parentID": "xxx"}))),
        ("POST", "/session", Some(json!({"title": 1}))),
        ("POST", "/session", Some(json!([]))),
        (
            "POST",
            "/session",
            Some(json!({"permission": [{"permission": "bash", "pattern": "*", "action": "zzz"}]})),
        ),
        ("GET", "/session?limit=abc", None),
        ("GET", "/session?start=abc", None),
        ("GET", "/session?roots=maybe", None),
        ("GET", "/session/xyz", None),
        ("DELETE", "/session/xyz", None),
        ("PATCH", "/session/xyz", Some(json!({"title": "t"}))),
        ("PATCH", own.as_str(), Some(json!({"title": 7}))),
        ("PATCH", &own, Some(json!({"time": {"archived": "x"}}))),
        ("GET", "/session/xyz/children", None),
        ("GET", "/session/xyz/message", None),
        ("GET", &format!("{own}/message?limit=abc"), None),
        ("GET", &format!("{own}/message/xyz"), None),
    ] {
        let (status, answer) = send(&fixture, method, path, body).await;
        assert_eq!((status, &answer["success"]), (400, &json!(false)), "{method} {path}: {answer}");
        let errors = answer["errors"].as_array().unwrap_or_else(|| panic!("{method} {path}: {answer}"));
        assert!(errors.iter().all(|error| error["message"].is_string()), "{method} {path}: {answer}");
    }
    let (_, answer) = send(&fixture, "GET", "/session/xyz", None).await;
    assert_eq!(answer["data"], json!({"sessionID": "xyz"}));
    assert_eq!(
        answer["errors"],
        json!([{"origin": "string", "code": "invalid_format", "format": "starts_with", "prefix": "ses",
            "path": ["sessionID"], "message": "Invalid string: must start with \"ses\""}])
    );
}

#[tokio::test]
async fn unknown_ids_are_not_found() {
    let fixture = Fixture::start().await;
    let session = create(&fixture, json!({})).await;
    for (method, path, message) in [
        ("GET", "/session/ses_x".to_owned(), "Session not found: ses_x"),
        ("PATCH", "/session/ses_x".to_owned(), "Session not found: ses_x"),
        ("DELETE", "/session/ses_x".to_owned(), "Session not found: ses_x"),
        ("GET", "/session/ses_x/children".to_owned(), "Session not found: ses_x"),
        ("GET", "/session/ses_x/message".to_owned(), "Session not found: ses_x"),
        ("GET", "/session/ses_x/message/msg_x".to_owned(), "Session not found: ses_x"),
        ("GET", format!("/session/{}/message/msg_x", id(&session)), "Message not found: msg_x"),
    ] {
        let answer = send(&fixture, method, &path, None).await;
        let expected = json!({"name": "NotFoundError", "data": {"message": message}});
        assert_eq!(answer, (404, expected), "{method} {path}");
    }
}

/// Commits a message of one part, as a turn would.
async fn message(fixture: &Fixture, session: &str, created: i64) -> Value {
    let message = MessageId::generate();
    let info = json!({"id": &*message, "sessionID": session, "role": "user", "time": {"created": created},
        "agent": "build", "model": {"providerID": "p", "modelID": "m"}});
    let part = json!({"id": &*PartId::generate(), "sessionID": session, "messageID": &*message, "type": "text",
        "text": format!("said at {created}")});
    let changes = vec![
        Change::Message(serde_json::from_value(info.clone()).expect("a message")),
        Change::Part(serde_json::from_value(part.clone()).expect("a part")),
    ];
    let directory = fixture.home.project().display().to_string().into();
    fixture.server.app().store.commit(&directory, changes).await.expect("a commit");
    json!({"info": info, "parts": [part]})
}

#[tokio::test]
async fn messages_are_read_back_whole() {
    let fixture = Fixture::start().await;
    let session = create(&fixture, json!({})).await;
    let path = format!("/session/{}/message", id(&session));
    assert_eq!(get(&fixture, &path).await, json!([]));
    let first = message(&fixture, id(&session), 10).await;
    let second = message(&fixture, id(&session), 20).await;
    assert_eq!(get(&fixture, &path).await, json!([first, second]));
    assert_eq!(get(&fixture, &format!("{path}?limit=1")).await, json!([second]));
    assert_eq!(get(&fixture, &format!("{path}?limit=0")).await, json!([first, second]));
    assert_eq!(get(&fixture, &format!("{path}?limit=1.5")).await, json!([first, second]));
    assert_eq!(get(&fixture, &format!("{path}?limit=-1")).await, json!([]));
    assert_eq!(get(&fixture, &format!("{path}?limit=-9007199254740991")).await, json!([]));
    let one = format!("{path}/{}", first["info"]["id"].as_str().expect("an id"));
    assert_eq!(get(&fixture, &one).await, first);
}

#[tokio::test]
async fn a_broken_configuration_does_not_hide_what_is_stored() {
    let fixture = Fixture::start().await;
    let session = create(&fixture, json!({})).await;
    let broken = fixture.home.project().join("broken");
    std::fs::create_dir(&broken).expect("a directory");
    std::fs::write(broken.join("opencode.json"), "{ \"a\": ").expect("a configuration");
    let query = format!("?directory={}", broken.display());
    let (status, body) = send(&fixture, "POST", &format!("/session{query}"), None).await;
    assert_eq!((status, &body["name"]), (500, &json!("ConfigJsonError")));
    assert_eq!(get(&fixture, &format!("/session/{}{query}", id(&session))).await, session);
}

#[tokio::test]
async fn a_restarted_server_has_everything() {
    let fixture = Fixture::start().await;
    let session = create(&fixture, json!({"title": "Stays"})).await;
    let said = message(&fixture, id(&session), 10).await;
    let Fixture { server, home, http } = fixture;
    server.shutdown().await;
    let server = start(home.config()).await.expect("a server that starts again");
    let fixture = Fixture { server, home, http };
    assert_eq!(get(&fixture, "/session").await, json!([session]));
    assert_eq!(get(&fixture, &format!("/session/{}/message", id(&session))).await, json!([said]));
}
