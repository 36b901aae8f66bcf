//! Who is let in, which pages may read and change what, and requests that are none: each time one guard fails.

use std::time::Duration;

use opencode_conformance::{Kind, Rule};
use serde_json::json;

use crate::Mutation;
use crate::answers::mutation;
use crate::http::{Answer, Asked};
use crate::proxy::Corruption;

/// `opencode:a password`, as basic authentication has it.
const LOGIN: &str = "Basic b3BlbmNvZGU6YSBwYXNzd29yZA==";
const ALLOWED: &str = "access-control-allow-origin";

pub fn mutations() -> Vec<Mutation> {
    let mut all = passwords();
    all.extend(pages());
    all.extend(calls());
    all.extend(bodies());
    all
}

fn passwords() -> Vec<Mutation> {
    let locked = |mutation| Mutation { locked: true, ..mutation };
    let asks = |name, only, change| locked(asking(name, only, Rule::Auth, change));
    let answers = |name, only, rule, change| locked(answering(name, only, rule, change));
    vec![
        asks("one operation needs no password", &["config.get"], |asked| {
            if asked.is("GET", "/config") {
                asked.set("Authorization", LOGIN);
            }
        }),
        asks("one change needs no password", &["session.abort"], |asked| {
            if asked.is("POST", "/session/*/abort") {
                asked.set("Authorization", LOGIN);
            }
        }),
        asks("the event stream needs no password", &["event.subscribe"], |asked| {
            if asked.is("GET", "/event") {
                asked.set("Authorization", LOGIN);
            }
        }),
        asks("paths of no operation need no password", &["path.get"], |asked| {
            if asked.is("GET", "/doc") {
                asked.set("Authorization", LOGIN);
            }
        }),
        asks("any password is right", &["path.get"], |asked| {
            if asked.header("Authorization").is_some_and(|value| value.starts_with("Basic")) {
                asked.set("Authorization", LOGIN);
            }
        }),
        asks("the password may be a token", &["path.get"], |asked| {
            if asked.header("Authorization").is_some_and(|value| value.starts_with("Bearer")) {
                asked.set("Authorization", LOGIN);
            }
        }),
        answers("nobody is asked for the password", &["path.get"], Rule::Auth, |_, answer| {
            answer.without("www-authenticate");
        }),
        answers("a refusal cannot be read by pages", &["path.get"], Rule::Cors, |_, answer| {
            if answer.status == 401 {
                answer.without(ALLOWED);
            }
        }),
        answers("a preflight needs the password", &["session.update"], Rule::Cors, |asked, answer| {
            if asked.method == "OPTIONS" && asked.header("Authorization").is_none() {
                answer.status = 401;
            }
        }),
    ]
}

fn pages() -> Vec<Mutation> {
    let cors = |name, only, change| answering(name, only, Rule::Cors, change);
    vec![
        cors("one operation cannot be read by pages", &["path.get"], |asked, answer| {
            if asked.is("GET", "/path") {
                answer.without(ALLOWED);
            }
        }),
        cors("one operation can be read by all pages", &["app.agents"], |asked, answer| {
            if asked.is("GET", "/agent") {
                answer.set(ALLOWED, "*");
            }
        }),
        cors("every page is allowed", &["path.get"], |asked, answer| {
            if asked.method == "GET" {
                answer.set(ALLOWED, asked.header("Origin").unwrap_or("*"));
            }
        }),
        cors("pages that look alike are allowed", &["path.get"], |asked, answer| {
            if let Some(origin) = asked.header("Origin").filter(|origin| origin.contains("opencode.ai")) {
                answer.set(ALLOWED, origin);
            }
        }),
        cors("the desktop application is not allowed", &["path.get"], |asked, answer| {
            if asked.header("Origin").is_some_and(|origin| origin.starts_with("tauri:")) {
                answer.without(ALLOWED);
            }
        }),
        cors("caches are not told", &["path.get"], |_, answer| answer.without("vary")),
        cors("a preflight lacks a method", &["session.update"], |asked, answer| {
            if asked.method == "OPTIONS" {
                answer.set("Access-Control-Allow-Methods", "GET,POST");
            }
        }),
        cors("a preflight lacks a header", &["session.create"], |asked, answer| {
            if asked.method == "OPTIONS" {
                answer.set("Access-Control-Allow-Headers", "content-type");
            }
        }),
        cors("a preflight allows every page", &["path.get"], |asked, answer| {
            if asked.method == "OPTIONS" {
                answer.set(ALLOWED, asked.header("Origin").unwrap_or("*"));
            }
        }),
        cors("changes of our own pages are refused", &["path.get"], |asked, answer| {
            if asked.method == "POST" && asked.header("Origin").is_some() {
                answer.status = 403;
            }
        }),
        asking("any host name will do", &["path.get"], Rule::Origin, |asked| {
            if asked.header("Host").is_some() {
                asked.set("Host", "127.0.0.1");
            }
        }),
        asking("nobody looks where a change comes from", &["path.get"], Rule::Origin, |asked| {
            if asked.method == "POST" {
                asked.without("Origin");
                asked.set("Content-Type", "application/json");
            }
        }),
        asking("a request needs no host", &["path.get"], Rule::Http, |asked| {
            if asked.header("Host").is_none() {
                asked.set("Host", "127.0.0.1");
            }
        }),
    ]
}

fn calls() -> Vec<Mutation> {
    vec![
        // The server sees GET, and its body goes out.
        Mutation {
            corruption: Corruption {
                request: Some(Box::new(|asked| {
                    if asked.is("HEAD", "/path") {
                        "GET".clone_into(&mut asked.method);
                    }
                })),
                ..Corruption::default()
            },
            ..answering("HEAD has a body", &["path.get"], Rule::Head, |_, _| {})
        },
        answering("HEAD is another status", &["path.get"], Rule::Head, |asked, answer| {
            if asked.method == "HEAD" {
                answer.status = 405;
            }
        }),
        answering("HEAD of a stream fails", &["event.subscribe"], Rule::Head, |asked, answer| {
            if asked.is("HEAD", "/event") {
                answer.status = 500;
            }
        }),
        asking("a method does what another one does", &["path.get"], Rule::Method, |asked| {
            if asked.is("PUT", "/path") {
                "GET".clone_into(&mut asked.method);
            }
        }),
        answering("a wrong method is a 500", &["path.get"], Rule::Method, |asked, answer| {
            if asked.is("PUT", "/path") {
                answer.status = 500;
            }
        }),
        answering("a 405 does not say what is allowed", &["path.get"], Rule::Method, |_, answer| {
            answer.without("allow")
        }),
        answering("an undefined method is a 500", &["path.get"], Rule::Method, |asked, answer| {
            if asked.method == "CONFORM" {
                answer.status = 500;
            }
        }),
        answering("an unknown path is a page", &["path.get"], Rule::Path, |asked, answer| {
            if asked.path.starts_with("/conformance") {
                answer.status = 200;
                answer.set("Content-Type", "text/html");
                answer.body = b"<html>".to_vec();
            }
        }),
        answering("an unknown path is a 404 in plain text", &["path.get"], Rule::Path, |asked, answer| {
            if asked.path.starts_with("/conformance") {
                answer.body = b"Not Found".to_vec();
            }
        }),
        answering("a path that is not UTF-8 is a 500", &["path.get"], Rule::Path, |asked, answer| {
            if asked.path.contains("%ff") {
                answer.status = 500;
            }
        }),
        answering("dot segments lead to files", &["path.get"], Rule::Path, |asked, answer| {
            if asked.path.ends_with("/etc/passwd") {
                answer.status = 200;
                answer.body = b"root:x:0:0:root:/root:/bin/sh".to_vec();
            }
        }),
    ]
}

fn bodies() -> Vec<Mutation> {
    let garbled = |name, only, rule, change: fn(&mut Answer)| {
        let answer = move |asked: &Asked, answer: &mut Answer| {
            if asked.is("POST", "/log") && answer.status == 400 {
                change(answer);
            }
        };
        of(name, only, rule, Corruption { answer: Some(Box::new(answer)), ..Corruption::default() })
    };
    vec![
        garbled("malformed JSON is accepted", &["app.log"], Rule::AcceptedInvalid, |answer| {
            answer.status = 200;
            answer.body = b"true".to_vec();
        }),
        garbled("malformed JSON is a 500", &["app.log"], Rule::ServerError, |answer| answer.status = 500),
        garbled("malformed JSON is refused in plain text", &["app.log"], Rule::ContentType, |answer| {
            answer.set("Content-Type", "text/plain");
            answer.body = b"Malformed JSON".to_vec();
        }),
        garbled("malformed JSON is refused in another form", &["app.log"], Rule::Body, |answer| {
            answer.body = json!({"message": "Malformed JSON"}).to_string().into_bytes();
        }),
        answering(
            "a body of another type is thrown away",
            &["session.create"],
            Rule::AcceptedInvalid,
            |asked, answer| {
                let json = asked.header("Content-Type").is_some_and(|kind| kind.contains("json"));
                if asked.is("POST", "/session")
                    && !json
                    && asked.header("Origin").is_none()
                    && answer.status >= 400
                {
                    answer.status = 200;
                    answer.body = b"true".to_vec();
                }
            },
        ),
        answering("64 MiB are accepted", &["session.create"], Rule::TooLarge, |asked, answer| {
            if asked.header("Transfer-Encoding").is_some() {
                answer.status = 200;
            }
        }),
        answering("a slow client is taken for a fault", &["path.get"], Rule::Slow, |asked, answer| {
            if asked.took > Duration::from_millis(100) {
                answer.status = 500;
            }
        }),
        Mutation {
            limit: 5,
            ..of(
                "one client keeps the others waiting",
                &["path.get"],
                Rule::Slow,
                Corruption { one_at_a_time: true, ..Corruption::default() },
            )
        },
    ]
}

fn asking(name: &'static str, only: &'static [&'static str], rule: Rule, change: fn(&mut Asked)) -> Mutation {
    of(name, only, rule, Corruption { request: Some(Box::new(change)), ..Corruption::default() })
}

fn answering(
    name: &'static str,
    only: &'static [&'static str],
    rule: Rule,
    change: fn(&Asked, &mut Answer),
) -> Mutation {
    of(name, only, rule, Corruption { answer: Some(Box::new(change)), ..Corruption::default() })
}

fn of(name: &'static str, only: &'static [&'static str], rule: Rule, corruption: Corruption) -> Mutation {
    Mutation { kinds: &[Kind::Gateway], ..mutation(name, only, rule, corruption) }
}
