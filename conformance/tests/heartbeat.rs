//! The heartbeat of an event stream, on a server that beats and on one that is silent.

use std::time::Duration;

use opencode_conformance::{Kind, Options, Report, Rule, Verdict, run, run_with};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// How often a heartbeat is due, and comes where it does.
const INTERVAL: Duration = Duration::from_millis(100);

/// Serves health and an event stream that stays open; everything else gets 501.
async fn serve(beats: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback is there");
    let url = format!("http://{}", listener.local_addr().expect("it is bound"));
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            tokio::spawn(answer(socket, beats));
        }
    });
    url
}

/// Ends with the connection.
async fn answer(mut socket: TcpStream, beats: bool) -> std::io::Result<()> {
    let mut request = Vec::new();
    while !request.windows(4).any(|window| window == b"\r\n\r\n") {
        if socket.read_buf(&mut request).await? == 0 {
            return Ok(());
        }
    }
    let head = |status: u16, kind: &str| {
        format!("HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\nconnection: close\r\n\r\n")
    };
    let json = "application/json";
    if request.starts_with(b"GET /global/health") {
        let body = r#"{"healthy":true,"version":"test"}"#;
        return socket.write_all(format!("{}{body}", head(200, json)).as_bytes()).await;
    }
    if !request.starts_with(b"GET /event") {
        return socket.write_all(head(501, json).as_bytes()).await;
    }
    let event = |kind: &str| format!("data: {{\"type\":\"{kind}\",\"properties\":{{}}}}\n\n");
    let opening = format!("{}{}", head(200, "text/event-stream"), event("server.connected"));
    socket.write_all(opening.as_bytes()).await?;
    let mut ticks = tokio::time::interval(INTERVAL);
    loop {
        ticks.tick().await;
        if beats {
            socket.write_all(event("server.heartbeat").as_bytes()).await?;
        }
    }
}

fn options(url: String, await_heartbeat: bool) -> Options {
    Options {
        only: vec!["event.subscribe".to_owned()],
        kinds: vec![Kind::Stream],
        heartbeat: INTERVAL,
        await_heartbeat,
        ..Options::new(url)
    }
}

async fn replayed(beats: bool, await_heartbeat: bool) -> Report {
    run(options(serve(beats).await, await_heartbeat)).await.expect("the replay can be made")
}

fn verdict(report: &Report) -> &Verdict {
    let heartbeat = report.exchanges().find(|exchange| exchange.case == "heartbeat");
    &heartbeat.expect("the heartbeat is judged").verdict
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_that_beats_in_time_is_right() {
    assert_eq!(verdict(&replayed(true, true).await), &Verdict::Conforms);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_stream_is_found_when_it_is_waited_for() {
    let report = replayed(false, true).await;
    let Verdict::Fails { findings } = verdict(&report) else { panic!("{report}") };
    assert_eq!(findings[0].rule, Rule::Heartbeat);
    assert!(findings[0].message.contains("(0 came in all)"), "{}", findings[0].message);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_replay_says_nothing_of_it() {
    assert!(matches!(verdict(&replayed(false, false).await), Verdict::NotExercised { .. }));
}

/// On a machine that is busy elsewhere, a heartbeat is read long after it came.
#[test]
fn a_replay_that_does_not_get_to_listen_does_not_blame_the_stream() {
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (tell, told) = std::sync::mpsc::sync_channel(1);
    std::thread::spawn(move || {
        runtime().block_on(async {
            let _ = tell.send(serve(true).await);
            std::future::pending::<()>().await;
        });
    });
    let url = told.recv().expect("it listens");
    let mut stopped = false;
    let replay = run_with(options(url, true), |_| {
        // Longer than any heartbeat may be late: the one thread of the replay stands still.
        if !std::mem::replace(&mut stopped, true) {
            std::thread::sleep(Duration::from_secs(7));
        }
    });
    let report = runtime().block_on(replay).expect("the replay can be made");
    assert_eq!(verdict(&report), &Verdict::Conforms);
}
