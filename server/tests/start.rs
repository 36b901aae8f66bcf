//! The one door: what `start` promises about addresses, mistakes and the end.

mod fixture;

use std::time::{Duration, Instant};

use fixture::{Fixture, Home};
use opencode_server::{ListenError, Port, StartError, start};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test]
async fn a_started_server_answers_at_its_url() {
    let fixture = Fixture::start().await;
    assert_eq!(fixture.server.url(), format!("http://{}", fixture.server.address()));
    let answer = fixture.get("/doc").await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "application/json");
    let contract: serde_json::Value = answer.json().await.expect("JSON");
    assert_eq!(contract["openapi"], "3.1.1");
    assert_eq!(fixture.get("/nowhere").await.status(), 404);
}

#[tokio::test]
async fn a_browser_gets_a_page() {
    let fixture = Fixture::start().await;
    let request = fixture.http.get(fixture.url("/doc")).header("accept", "text/html,*/*;q=0.8");
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.headers()["content-type"], "text/html; charset=utf-8");
    let varies: Vec<_> = answer.headers().get_all("vary").iter().collect();
    assert_eq!(varies, ["accept", "origin"]);
    assert!(answer.text().await.expect("text").starts_with("<!doctype html>"));
}

#[tokio::test]
async fn a_taken_port_is_an_error_only_if_it_was_asked_for() {
    let fixture = Fixture::start().await;
    let taken = fixture.server.address().port();
    let home = Home::new();
    let mut config = home.config();
    config.port = Port::Exactly(taken);
    match start(config).await.err() {
        Some(StartError::Listen(problem @ ListenError::PortTaken(_))) => {
            assert!(problem.to_string().contains(&format!("port {taken}")), "{problem}");
        }
        other => panic!("{other:?}"),
    }
    let mut preferring = Vec::new();
    let homes = [Home::new(), Home::new()];
    for home in &homes {
        let mut config = home.config();
        config.port = Port::Preferred;
        preferring.push(start(config).await.expect("the preferred port or another"));
    }
    assert_ne!(preferring[0].address(), preferring[1].address());
}

#[tokio::test]
async fn a_data_directory_that_cannot_be_made_is_named() {
    let home = Home::new();
    let mut config = home.config();
    config.environment.data = home.project().join("file").join("data");
    std::fs::write(home.project().join("file"), "").expect("a file");
    let problem = start(config).await.err().expect("no server").to_string();
    assert!(problem.contains("file/data"), "{problem}");
}

#[tokio::test]
async fn a_server_that_shuts_down_does_not_wait_for_idle_connections() {
    let fixture = Fixture::start().await;
    let mut idle = TcpStream::connect(fixture.server.address()).await.expect("a connection");
    idle.write_all(b"GET /doc HTTP/1.1\r\nHost: localhost\r\n\r\n").await.expect("a request");
    let mut first = [0; 8];
    idle.read_exact(&mut first).await.expect("the beginning of an answer");
    let address = fixture.server.address();
    let before = Instant::now();
    fixture.server.shutdown().await;
    assert!(before.elapsed() < Duration::from_secs(2), "{:?}", before.elapsed());
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}
