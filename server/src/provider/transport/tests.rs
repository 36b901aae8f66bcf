//! The transport against a socket that says exactly what a test wants.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::*;

const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
/// Longer than any test may take, shorter than a person's patience.
const BOUND: Duration = Duration::from_secs(10);

/// Answers one request with `pieces`, then waits for the client to close and tells that it did.
async fn server(pieces: Vec<Vec<u8>>, close: bool) -> (SocketAddr, oneshot::Receiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (gone, seen) = oneshot::channel();
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        read_request(&mut socket).await;
        for piece in pieces {
            socket.write_all(&piece).await.unwrap();
            socket.flush().await.unwrap();
        }
        if !close {
            let mut byte = [0];
            while socket.read(&mut byte).await.is_ok_and(|read| read > 0) {}
        }
        let _ = gone.send(());
    });
    (address, seen)
}

async fn read_request(socket: &mut TcpStream) {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    // The bodies of these tests are `{}`.
    while !request.ends_with(b"\r\n\r\n{}") {
        let read = socket.read(&mut buffer).await.unwrap();
        assert_ne!(read, 0, "request cut short");
        request.extend_from_slice(&buffer[..read]);
    }
}

fn call(address: SocketAddr, silence: Option<Duration>) -> Call {
    Call {
        url: format!("http://user:secret@{address}/v1?key=secret").parse().unwrap(),
        headers: HeaderMap::new(),
        body: serde_json::json!({}),
        silence,
    }
}

fn transport(event_bytes: usize) -> Transport {
    Transport::new(Limits { event_bytes, error_bytes: 100, ..Limits::default() })
}

async fn collect(
    pieces: Vec<Vec<u8>>,
    event_bytes: usize,
) -> Result<Vec<Result<String, ModelError>>, ModelError> {
    let (address, _seen) = server(pieces, true).await;
    let events = transport(event_bytes).events(call(address, Some(BOUND))).await?;
    Ok(events.map(|item| item.map(|event| event.data)).collect().await)
}

fn bytes(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

#[tokio::test]
async fn events_arrive_however_the_bytes_are_cut() {
    let body = "data: {\"a\":\"é\"}\n\n: ping\n\nevent: x\r\ndata: one\r\ndata: two\r\n\r\n";
    let expected = vec![Ok("{\"a\":\"é\"}".to_owned()), Ok("one\ntwo".to_owned())];
    let whole = format!("{HEAD}{body}").into_bytes();
    assert_eq!(collect(vec![whole.clone()], 1000).await.unwrap(), expected);
    let single_bytes = whole.iter().map(|byte| vec![*byte]).collect();
    assert_eq!(collect(single_bytes, 1000).await.unwrap(), expected);
}

#[tokio::test]
async fn silence_after_the_headers_ends_the_answer_and_the_connection() {
    let limit = Duration::from_millis(50);
    let (address, seen) = server(vec![bytes(HEAD), bytes("data: one\n\n")], false).await;
    let mut events = transport(1000).events(call(address, Some(limit))).await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap().data, "one");
    assert_eq!(events.next().await.unwrap().unwrap_err(), ModelError::Silent { limit });
    assert!(events.next().await.is_none());
    drop(events);
    timeout(BOUND, seen).await.expect("the socket is closed").unwrap();
}

#[tokio::test]
async fn silence_instead_of_headers_counts_too() {
    let limit = Duration::from_millis(50);
    let (address, seen) = server(vec![], false).await;
    let error = transport(1000).events(call(address, Some(limit))).await.err();
    assert_eq!(error, Some(ModelError::Silent { limit }));
    timeout(BOUND, seen).await.expect("the socket is closed").unwrap();
}

#[tokio::test]
async fn dropping_the_stream_closes_the_connection() {
    let (address, seen) = server(vec![bytes(HEAD), bytes("data: one\n\n")], false).await;
    let mut events = transport(1000).events(call(address, None)).await.unwrap();
    assert!(events.next().await.unwrap().is_ok());
    drop(events);
    timeout(BOUND, seen).await.expect("the socket is closed").unwrap();
}

#[tokio::test]
async fn an_event_without_end_is_refused_but_many_short_ones_are_not() {
    let long = format!("{HEAD}data: {}", "x".repeat(2000));
    let items = collect(vec![bytes(&long)], 1000).await.unwrap();
    assert!(
        matches!(&items[..], [Err(ModelError::Protocol { message })] if message.contains("1000 bytes")),
        "{items:?}"
    );

    let many = format!("{HEAD}{}", ": ping\n\ndata: x\r\n\r\n".repeat(500));
    assert_eq!(collect(vec![bytes(&many)], 1000).await.unwrap().len(), 500);
}

#[tokio::test]
async fn a_refusal_carries_status_headers_and_a_cut_body() {
    let body = format!("{{\"error\":{{\"message\":\"no\"}}}}{}", " ".repeat(500));
    let answer = format!(
        "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nSet-Cookie: secret\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    let ModelError::Api { status, message, retryable, headers, body, url } =
        collect(vec![bytes(&answer)], 1000).await.unwrap_err()
    else {
        panic!("no API error")
    };
    assert_eq!((status, message.as_str(), retryable), (429, "no", true));
    assert_eq!(headers.get("retry-after").map(String::as_str), Some("7"));
    assert!(!headers.contains_key("set-cookie"));
    assert_eq!(body.len(), 100);
    assert!(url.starts_with("http://127.0.0.1:") && url.ends_with("/v1"), "{url}");
}

#[tokio::test]
async fn a_refusal_whose_body_never_ends_is_told_all_the_same() {
    let answer = "HTTP/1.1 500 Oops\r\ncontent-length: 1000\r\n\r\nbegun";
    let (address, seen) = server(vec![bytes(answer)], false).await;
    let error = transport(1000).events(call(address, Some(Duration::from_millis(50)))).await.err().unwrap();
    assert!(matches!(&error, ModelError::Api { status: 500, body, .. } if body == "begun"), "{error:?}");
    timeout(BOUND, seen).await.expect("the socket is closed").unwrap();
}

#[tokio::test]
async fn a_page_is_no_answer_and_an_error_object_speaks_for_itself() {
    let answer = |kind: &str, body: &str| {
        format!("HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n{body}", body.len())
            .into_bytes()
    };
    let page = collect(vec![answer("text/html", "<p>hello</p>")], 1000).await.unwrap_err();
    assert!(page.to_string().ends_with("/v1 answered with text/html instead of an event stream"), "{page}");
    let object = collect(vec![answer("application/json", r#"{"error":{"message":"no model"}}"#)], 1000)
        .await
        .unwrap_err();
    assert_eq!(object, ModelError::Stream { message: "no model".into() });
}

#[tokio::test]
async fn a_cut_connection_is_told_from_an_orderly_end() {
    let chunked = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    let cut = collect(vec![bytes(chunked), bytes("b\r\ndata: one\n\n\r\n")], 1000).await.unwrap();
    assert_eq!(cut, [Ok("one".to_owned()), Err(ModelError::Closed)]);
    let whole = collect(vec![bytes(chunked), bytes("b\r\ndata: one\n\n\r\n0\r\n\r\n")], 1000).await.unwrap();
    assert_eq!(whole, [Ok("one".to_owned())]);
}

#[tokio::test]
async fn nobody_listening_is_a_connect_error() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let error = transport(1000).events(call(address, Some(BOUND))).await.err().unwrap();
    assert!(matches!(&error, ModelError::Connect { .. }), "{error:?}");
    let text = error.to_string();
    assert!(text.starts_with(&format!("Unable to connect to http://{address}/v1: ")), "{text}");
    assert!(!text.contains("secret"), "{text}");
}

#[test]
fn credentials_stay_out_of_debug_output() {
    let mut headers = HeaderMap::new();
    insert_header(&mut headers, "x-api-key", "sk-secret").unwrap();
    assert!(!format!("{headers:?}").contains("sk-secret"));
    assert!(insert_header(&mut headers, "bad name", "x").is_err());
    assert!(insert_header(&mut headers, "x-key", "line\nbreak").is_err());
}
