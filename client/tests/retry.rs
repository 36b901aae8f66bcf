//! Trying again, against a server that answers by a script.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use opencode_client::reqwest;
use opencode_client::reqwest::dns::{Addrs, Name, Resolve, Resolving};
use opencode_client::types::{SessionCreateBody, SessionPromptBody};
use opencode_client::{Client, Error, Retry};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket, TcpStream};

/// What happens to one request.
#[derive(Clone, Copy)]
enum Step {
    /// The connection ends without an answer.
    Drop,
    /// This status line and these headers, with no body.
    Status(&'static str),
    Json(&'static str),
    /// Nothing at all.
    Silence,
}

const HEALTH: Step = Step::Json(r#"{"healthy":true,"version":"1.2.6"}"#);

/// Answers one request for each step, and then no more. The list holds the requests' first lines.
async fn server(steps: impl Into<VecDeque<Step>>) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let (seen, mut steps) = (Arc::new(Mutex::new(Vec::new())), steps.into());
    let list = seen.clone();
    tokio::spawn(async move {
        while let Some(step) = steps.pop_front() {
            let (mut socket, _) = listener.accept().await.expect("a connection");
            let (mut bytes, mut chunk) = (Vec::new(), [0; 4096]);
            while !bytes.windows(4).any(|window| window == b"\r\n\r\n") {
                match socket.read(&mut chunk).await {
                    Ok(count) if count > 0 => bytes.extend_from_slice(&chunk[..count]),
                    _ => break,
                }
            }
            let line = String::from_utf8_lossy(&bytes).lines().next().unwrap_or_default().to_owned();
            list.lock().expect("no panic").push(line);
            let answer = match step {
                Step::Drop => continue,
                Step::Silence => {
                    tokio::spawn(async move {
                        let _ = socket.read(&mut chunk).await;
                        std::future::pending::<()>().await;
                    });
                    continue;
                }
                Step::Status(head) => {
                    format!("HTTP/1.1 {head}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
                }
                Step::Json(body) => format!(
                    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
                    body.len()
                ),
            };
            socket.write_all(answer.as_bytes()).await.expect("it is read");
            let _ = socket.shutdown().await;
        }
    });
    (url, seen)
}

fn client(url: &str) -> Client {
    let hasty = Retry::attempts(3).pauses(Duration::from_millis(1), Duration::from_millis(5));
    Client::builder(url).retry(hasty).build().expect("a client")
}

fn count(seen: &Mutex<Vec<String>>) -> usize {
    seen.lock().expect("no panic").len()
}

#[tokio::test]
async fn a_get_outlasts_a_restart() {
    let refused = Step::Status("503 Service Unavailable\r\nretry-after: 0");
    let (url, seen) = server([Step::Drop, refused, Step::Status("502 Bad Gateway"), HEALTH]).await;
    let health = client(&url).global().health().send().await.expect("the fourth answer");
    assert!(health.version == "1.2.6" && count(&seen) == 4);
}

#[tokio::test]
async fn the_last_refusal_is_the_result() {
    let (url, seen) = server([Step::Status("503 Service Unavailable"); 9]).await;
    let error = client(&url).global().health().send().await.expect_err("it refuses always");
    assert_eq!((error.status().map(|status| status.as_u16()), count(&seen)), (Some(503), 4));
    let (url, seen) = server([Step::Status("429 Too Many Requests\r\nretry-after: 3600"); 9]).await;
    let error = client(&url).global().health().send().await.expect_err("an hour is too long");
    assert_eq!((error.status().map(|status| status.as_u16()), count(&seen)), (Some(429), 1));
}

#[tokio::test]
async fn what_may_have_been_done_is_not_done_twice() {
    let (url, seen) = server([Step::Drop; 9]).await;
    let error = client(&url).session().create().body(SessionCreateBody::default()).send().await;
    assert!(matches!(error, Err(Error::Transport(_))), "{error:?}");
    assert_eq!(count(&seen), 1);
    let prompt = SessionPromptBody {
        agent: None,
        format: None,
        message_id: None,
        model: None,
        no_reply: None,
        parts: Vec::new(),
        system: None,
        tools: None,
        variant: None,
    };
    let (url, seen) = server([Step::Status("503 Service Unavailable\r\nretry-after: 0"); 9]).await;
    let error = client(&url).session().prompt("ses_1").body(prompt).send().await.expect_err("it refuses");
    assert_eq!((error.status().map(|status| status.as_u16()), count(&seen)), (Some(503), 1));
}

#[tokio::test]
async fn what_was_not_begun_is_sent_again_with_its_body() {
    let session = r#"{"id":"ses_1","slug":"a","projectID":"p","directory":"/","title":"t","version":"1","time":{"created":1,"updated":1}}"#;
    let busy = Step::Status("503 Service Unavailable\r\nretry-after: 0");
    let (url, seen) = server([busy, Step::Json(session)]).await;
    let created = client(&url).session().create().body(SessionCreateBody::default()).send().await;
    assert_eq!(created.expect("the second answer").id, "ses_1");
    assert_eq!(*seen.lock().expect("no panic"), ["POST /session HTTP/1.1", "POST /session HTTP/1.1"]);
}

/// Gives these addresses one after the other, the last one for ever.
struct Names(Mutex<VecDeque<SocketAddr>>);

impl Resolve for Names {
    fn resolve(&self, _: Name) -> Resolving {
        let mut addresses = self.0.lock().expect("no panic");
        let next = if addresses.len() > 1 { addresses.pop_front() } else { addresses.front().copied() };
        let addresses: Addrs = Box::new(next.into_iter());
        Box::pin(std::future::ready(Ok(addresses)))
    }
}

#[tokio::test]
async fn a_post_is_sent_again_if_nobody_was_there() {
    // Bound and not listened to: nobody else can be there.
    let nobody = TcpSocket::new_v4().expect("a socket");
    nobody.bind("127.0.0.1:0".parse().expect("an address")).expect("a port");
    let dead = nobody.local_addr().expect("an address");
    let body = SessionCreateBody::default();
    let refusal = Step::Status("418 I'm a teapot");
    for (attempts, expected) in [(0, None), (1, None), (2, Some(418))] {
        let (url, seen) = server([refusal]).await;
        let alive = url.trim_start_matches("http://").parse().expect("an address");
        let names = Names(Mutex::new([dead, dead, alive].into()));
        let transport = reqwest::Client::builder().no_proxy().dns_resolver(Arc::new(names)).build();
        let client = Client::builder("http://starting.test")
            .transport(transport.expect("a transport"))
            .retry(Retry::attempts(attempts).pauses(Duration::from_millis(1), Duration::from_millis(1)))
            .build()
            .expect("a client");
        let error = client.session().create().body(body.clone()).send().await.expect_err("no session");
        assert_eq!(error.status().map(|status| status.as_u16()), expected, "{error:?}");
        assert_eq!((error.is_connect(), count(&seen)), (expected.is_none(), usize::from(expected.is_some())));
    }
}

#[tokio::test]
async fn a_connection_that_does_not_come_about_is_given_up_and_tried_again() {
    // Nobody accepts: when as many connections wait as may, the next one gets no answer at all.
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.bind("127.0.0.1:0".parse().expect("an address")).expect("a port");
    let address = socket.local_addr().expect("an address");
    let listener = socket.listen(1).expect("a listener");
    let mut waiting = Vec::new();
    while let Ok(connected) =
        tokio::time::timeout(Duration::from_millis(200), TcpStream::connect(address)).await
    {
        waiting.push(connected.expect("a connection"));
        assert!(waiting.len() < 100, "there is no end of connections that may wait");
    }
    let limit = Duration::from_millis(100);
    let client = |attempts| {
        let retry = Retry::attempts(attempts).pauses(Duration::ZERO, Duration::ZERO).within(Duration::MAX);
        let client = Client::builder(format!("http://{address}")).connect_timeout(limit).retry(retry);
        client.build().expect("a client")
    };
    let create = async |client: Client| {
        let body = SessionCreateBody::default();
        client.session().create().body(body).send().await.expect_err("nobody answers")
    };
    let began = Instant::now();
    let error = create(client(2)).await;
    assert!(error.is_connect(), "{error:?}");
    assert!(matches!(error, Error::Timeout { what: "connection", after } if after == limit), "{error:?}");
    assert!(began.elapsed() >= 3 * limit, "three attempts, {:?}", began.elapsed());
    // Once somebody accepts, a later attempt gets through.
    drop(waiting);
    let accepting = async {
        loop {
            let (mut socket, _) = listener.accept().await.expect("a connection");
            tokio::spawn(async move {
                if let Ok(1..) = socket.read(&mut [0; 4096]).await {
                    let refusal = "HTTP/1.1 418 I'm a teapot\r\ncontent-length: 0\r\n\r\n";
                    socket.write_all(refusal.as_bytes()).await.expect("it is read");
                    // The client closes the connection.
                    let _ = socket.read(&mut [0; 4096]).await;
                }
            });
        }
    };
    let error = tokio::select! {
        error = create(client(100)) => error,
        () = accepting => unreachable!("it has no end"),
    };
    assert_eq!(error.status().map(|status| status.as_u16()), Some(418), "{error:?}");
}

#[tokio::test]
async fn a_time_limit_is_told_with_its_length_and_is_final() {
    let (url, _) = server([Step::Silence; 9]).await;
    let alive = url.trim_start_matches("http://").parse().expect("an address");
    let names = Arc::new(Names(Mutex::new([alive; 9].into())));
    let transport = reqwest::Client::builder().no_proxy().dns_resolver(names.clone()).build();
    let limit = Duration::from_millis(50);
    let client = Client::builder("http://silent.test").transport(transport.expect("a transport"));
    let client = client.time_limit(limit).build().expect("a client");
    let late = |result: Result<(), Error>| match result {
        Err(Error::Timeout { what: "answer", after }) => assert_eq!(after, limit),
        other => panic!("{other:?}"),
    };
    late(client.global().health().send().await.map(drop));
    late(client.check_contract().await);
    let request = || client.request(reqwest::Method::GET, "/of/a/newer/server");
    late(client.execute(request().build().expect("a request")).await.map(drop));
    // Counted here rather than at the server, which may be late as well.
    assert_eq!(names.0.lock().expect("no panic").len(), 6, "one connection for each");
    let own = request().timeout(Duration::from_millis(20)).build().expect("a request");
    let result = client.execute(own).await;
    assert!(matches!(&result, Err(Error::Timeout { after, .. }) if after.as_millis() == 20), "{result:?}");
}

#[tokio::test]
async fn what_is_executed_keeps_to_the_rules_of_its_operation() {
    let refused = Step::Status("503 Service Unavailable\r\nretry-after: 0");
    for (method, path, step, times) in [
        (reqwest::Method::POST, "/session/ses_1/message", refused, 1),
        (reqwest::Method::GET, "/tui/control/next", Step::Drop, 1),
        (reqwest::Method::POST, "/session", refused, 4),
        (reqwest::Method::GET, "/session/ses_1/message", Step::Drop, 4),
    ] {
        let (url, seen) = server([step; 9]).await;
        let client = client(&url);
        let answer = client.execute(client.request(method, path).build().expect("a request")).await;
        assert!(answer.is_err() || answer.is_ok_and(|answer| answer.status() == 503), "{path}");
        assert_eq!(count(&seen), times, "{path}");
    }
}
