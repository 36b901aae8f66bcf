//! The end by this process's will: asked, killed, dropped, cancelled. Whatever the server started ends with it.

use std::os::unix::process::ExitStatusExt as _;
use std::time::{Duration, Instant};

use opencode_client::process::serve;

use crate::world::{LIMIT, LISTEN, Script, gone, members, until};

#[tokio::test]
async fn shutdown_asks_first() {
    let script =
        Script::new(&format!("sleep 1000 &\ntrap 'echo asked > asked; exit 7' TERM; {LISTEN}\nwait"));
    let server = serve(script.options()).await.expect("a server");
    let group = server.id().expect("a running server");
    until("server, child and watcher", || members(group).len() == 3).await;
    let status = server.shutdown().await.expect("a status");
    assert_eq!(status.code(), Some(7));
    gone(group).await;
    assert_eq!(script.written("asked").await, "asked");
}

#[tokio::test]
async fn shutdown_kills_what_does_not_listen() {
    let script = Script::new(&format!("trap '' TERM; sleep 1000 & {LISTEN}\nwhile :; do sleep 1000; done"));
    let server = serve(script.options().grace(Duration::from_millis(100))).await.expect("a server");
    let group = server.id().expect("a running server");
    let started = Instant::now();
    let status = server.shutdown().await.expect("a status");
    assert_eq!(status.signal(), Some(9));
    assert!(started.elapsed() < LIMIT);
    gone(group).await;
}

#[tokio::test]
async fn a_drop_does_not_wait_and_leaves_nothing() {
    let script = Script::new(&format!("trap '' TERM; sleep 1000 & {LISTEN}\nwhile :; do sleep 1000; done"));
    let server = serve(script.options()).await.expect("a server");
    let group = server.id().expect("a running server");
    let started = Instant::now();
    drop(server);
    assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
    gone(group).await;
}

#[tokio::test]
async fn a_start_that_is_given_up_leaves_nothing() {
    let script = Script::new("trap '' TERM; sleep 1000 & echo $$ > group; while :; do sleep 1000; done");
    let group = tokio::select! {
        _ = serve(script.options()) => panic!("it tells no address"),
        group = script.written("group") => group,
    };
    gone(group.parse().expect("an id")).await;
}

#[tokio::test]
async fn an_end_by_itself_is_noticed_and_what_it_left_is_killed() {
    let script =
        Script::new(&format!("sleep 1000 &\n{LISTEN}\nwhile [ ! -e leave ]; do sleep 0.05; done; exit 5"));
    let mut server = serve(script.options()).await.expect("a server");
    let group = server.id().expect("a running server");
    std::fs::write(script.file("leave"), "").expect("a file");
    let status = tokio::time::timeout(LIMIT, server.wait()).await.expect("in time").expect("a status");
    assert_eq!(status.code(), Some(5));
    assert_eq!(server.id(), None);
    assert!(!members(group).is_empty(), "its child is still there");
    drop(server);
    gone(group).await;
}

#[tokio::test]
async fn shutdown_of_a_server_that_has_ended_tells_how() {
    let script = Script::new(&format!("{LISTEN}\nwhile [ ! -e leave ]; do sleep 0.05; done; exit 6"));
    let server = serve(script.options()).await.expect("a server");
    let group = server.id().expect("a running server");
    std::fs::write(script.file("leave"), "").expect("a file");
    until("the watcher alone", || members(group).len() == 1 && !members(group).contains(&group)).await;
    assert_eq!(server.shutdown().await.expect("a status").code(), Some(6));
}

#[tokio::test]
async fn a_group_without_its_watcher_still_loses_its_leader() {
    let script = Script::new(&format!("{LISTEN}\nexec sleep 1000"));
    let server = serve(script.options()).await.expect("a server");
    let group = server.id().expect("a running server");
    until("server and watcher", || members(group).len() == 2).await;
    let watcher = members(group).into_iter().find(|id| *id != group).expect("a watcher");
    let killed = std::process::Command::new("sh").args(["-c", &format!("kill -s KILL {watcher}")]).status();
    assert!(killed.expect("a shell").success());
    until("the end of the watcher", || members(group) == [group]).await;
    let status = server.shutdown().await.expect("a status");
    assert_eq!(status.signal(), Some(9));
}
