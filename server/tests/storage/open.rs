//! Opening the database: a new one, the same again, two at once, and files that can't be used.

use std::error::Error as _;
use std::path::Path;
use std::time::Duration;

use opencode_server::events::Bus;
use opencode_server::ids::SessionId;
use opencode_server::store::{Change, SessionFilter, Store, StoreError};
use serde_json::json;
use sqlx::{ConnectOptions, Connection, SqliteConnection, sqlite::SqliteConnectOptions};

use tokio::time::timeout;

use crate::support::{DIRECTORY, Fixture, fixture, logger, session, text, user};

/// Each error must name the file, and must not say twice what its source says.
async fn refused(path: &Path) -> StoreError {
    let Err(error) = Store::open(path, Bus::new(&logger()), logger()).await else {
        panic!("{} was opened", path.display())
    };
    let message = error.to_string();
    assert!(message.contains(&path.display().to_string()), "{message}");
    if let Some(source) = error.source() {
        assert!(!message.contains(&source.to_string()), "{message}");
    }
    error
}

async fn plain(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .connect()
        .await
        .expect("SQLite opens it")
}

async fn run(path: &Path, sql: &'static str) {
    let mut connection = plain(path).await;
    sqlx::raw_sql(sql).execute(&mut connection).await.expect("SQL");
    connection.close().await.expect("closed");
}

#[tokio::test]
async fn a_closed_store_can_be_opened_again_and_has_everything() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    f.commit(vec![
        Change::Message(user("ses_1", "msg_1", 1)),
        Change::Part(text("ses_1", "msg_1", "prt_1", "hello")),
    ])
    .await
    .expect("a commit");
    let before = f.store.messages_json(&id, None).await.expect("readable");
    f.store.close().await;
    let late = f.commit(vec![Change::Message(user("ses_1", "msg_2", 2))]).await;
    assert!(matches!(late, Err(StoreError::Closed)), "{late:?}");
    assert!(!f.path().with_extension("db-wal").exists(), "the log is moved into the database");

    let again = f.open_again().await;
    assert_eq!(again.session(&id).await.expect("readable"), Some(session("ses_1", json!({}))));
    assert_eq!(again.messages_json(&id, None).await.expect("readable"), before);
}

#[tokio::test]
async fn a_dropped_store_loses_nothing_that_was_committed() {
    let Fixture { store, bus, home, directory } = fixture().await;
    store
        .commit(&directory, vec![Change::SessionCreated(session("ses_1", json!({})))])
        .await
        .expect("a commit");
    drop(store);
    let path = home.path().join("data/opencode-rs.db");
    let again = Store::open(&path, bus, logger()).await.expect("the store again");
    assert!(again.session(&SessionId::known("ses_1")).await.expect("readable").is_some());
}

#[tokio::test]
async fn two_servers_share_one_database() {
    let f = fixture().await;
    let other = f.open_again().await;
    let theirs = SessionId::known("ses_2");
    f.session("ses_1").await;
    let (mine, yours) = tokio::join!(
        f.commit(Vec::from_iter((0..50).map(|n| Change::Message(user("ses_1", &format!("msg_a{n}"), n))))),
        async {
            other.commit(&f.directory, vec![Change::SessionCreated(session("ses_2", json!({})))]).await?;
            for n in 0..20 {
                other
                    .commit(&f.directory, vec![Change::Message(user("ses_2", &format!("msg_b{n}"), n))])
                    .await?;
            }
            Ok::<_, StoreError>(())
        },
    );
    mine.expect("commits here");
    yours.expect("commits there");
    assert_eq!(f.store.messages(&theirs, None).await.expect("readable").expect("a session").len(), 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_that_start_together_make_one_database() {
    let home = tempfile::tempdir().expect("a temporary directory");
    let path = home.path().join("data/opencode-rs.db");
    let open = || Store::open(&path, Bus::new(&logger()), logger());
    let stores = futures::future::try_join_all((0..4).map(|_| open())).await.expect("all of them open it");
    for (n, store) in stores.iter().enumerate() {
        let session = session(&format!("ses_{n}"), json!({}));
        store.commit(&DIRECTORY.into(), vec![Change::SessionCreated(session)]).await.expect("a commit");
    }
    let everything = SessionFilter { project: "p1".to_owned(), ..SessionFilter::default() };
    for store in &stores {
        assert_eq!(store.sessions(&everything).await.expect("readable").len(), 4);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_waits_while_another_process_writes() {
    let f = fixture().await;
    let id = f.session("ses_1").await;
    let mut other = plain(&f.path()).await;
    sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.expect("the write lock");

    let (store, directory) = (f.store.clone(), f.directory.clone());
    let late = vec![Change::Message(user("ses_1", "msg_1", 1))];
    let mut commit = tokio::spawn(async move { store.commit(&directory, late).await });
    assert!(timeout(Duration::from_millis(100), &mut commit).await.is_err(), "it can't be written yet");
    assert_eq!(f.store.messages(&id, None).await.expect("reads go on"), Some(vec![]));

    sqlx::raw_sql("ROLLBACK").execute(&mut other).await.expect("the lock is free");
    commit.await.expect("no panic").expect("a commit");
}

#[cfg(unix)]
#[tokio::test]
async fn the_files_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let f = fixture().await;
    f.session("ses_1").await;
    for file in [
        "data/opencode-rs.db",
        "data/opencode-rs.db-wal",
        "data/opencode-rs.db-shm",
        "data/opencode-rs.db.lock",
    ] {
        let mode = f.home.path().join(file).metadata().expect(file).permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_named() {
    let home = tempfile::tempdir().expect("a temporary directory");
    let path = home.path().join("opencode-rs.db");
    let garbage = "not a database, but long enough to be mistaken for one ".repeat(100);
    std::fs::write(&path, &garbage).expect("a file");
    assert!(matches!(refused(&path).await, StoreError::Corrupt { .. }));
    assert_eq!(std::fs::read_to_string(&path).expect("still there"), garbage, "it is left as it was");
}

#[tokio::test]
async fn a_damaged_database_is_named() {
    let f = fixture().await;
    f.session("ses_1").await;
    f.store.close().await;
    let mut bytes = std::fs::read(f.path()).expect("the database");
    bytes[100..4096].fill(0xff); // the first page behind the header: the schema
    std::fs::write(f.path(), bytes).expect("a damaged database");
    assert!(matches!(refused(&f.path()).await, StoreError::Corrupt { .. }));
}

#[tokio::test]
async fn a_database_of_a_newer_release_is_left_alone() {
    let f = fixture().await;
    f.session("ses_1").await;
    f.store.close().await;
    run(&f.path(), "PRAGMA user_version = 99").await;
    let error = refused(&f.path()).await;
    assert!(matches!(error, StoreError::Newer { found: 99, .. }), "{error:?}");
}

#[tokio::test]
async fn a_database_of_another_program_is_left_alone() {
    let home = tempfile::tempdir().expect("a temporary directory");
    let path = home.path().join("opencode.db");
    run(&path, "CREATE TABLE session (id TEXT)").await;
    let before = std::fs::read(&path).expect("the database");
    assert!(matches!(refused(&path).await, StoreError::Foreign { .. }));
    assert_eq!(std::fs::read(&path).expect("still there"), before);
}

#[tokio::test]
async fn a_place_that_cant_hold_a_file_is_named() {
    let home = tempfile::tempdir().expect("a temporary directory");
    let directory = home.path().join("opencode-rs.db");
    std::fs::create_dir(&directory).expect("a directory in its place");
    assert!(matches!(refused(&directory).await, StoreError::File { .. }));

    let file = home.path().join("file");
    std::fs::write(&file, "").expect("a file where a directory should be");
    let Err(error) = Store::open(&file.join("opencode-rs.db"), Bus::new(&logger()), logger()).await else {
        panic!("opened below a file")
    };
    assert!(matches!(&error, StoreError::File { path, .. } if *path == file), "{error:?}");
}
