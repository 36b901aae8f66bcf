//! `opencode-rs contract record` against servers as they run: what it writes is the contract of this repository, byte
//! for byte.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use opencode_conformance::peers::{Home, Packages, Program, Server, say_aloud};

use crate::world::ours;

#[test]
fn the_real_server_serves_the_contract_byte_for_byte() {
    match Packages::install() {
        Ok(packages) => recorded_twice(&Program::Real(packages.opencode()), Some("1.2.6")),
        Err(missing) => say_aloud("recording the real server's contract", &missing),
    }
}

#[test]
fn our_server_serves_the_contract_byte_for_byte() {
    recorded_twice(&ours(), None);
}

fn recorded_twice(program: &Program, release: Option<&str>) {
    let contract = Path::new(env!("CARGO_MANIFEST_DIR")).join("spec/opencode-api.json");
    let contract = std::fs::read(contract).unwrap();
    let mut recordings = Vec::new();
    for _ in 0..2 {
        // A server of its own each time: what a process keeps must not be why two recordings are the same.
        let home = Home::new().unwrap();
        home.configure(&serde_json::json!({})).unwrap();
        let server = Server::start(program, &home, &[]).unwrap_or_else(|error| panic!("{error}"));
        let file = home.path().join("recorded.json");
        let output = record(&home, &[server.url(), "--out", &file.display().to_string()], &[]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
        for words in ["operations  98", "schemas     149", "version     0.0.3 (OpenAPI 3.1.1)"] {
            assert!(said.contains(words), "{said}");
        }
        if let Some(release) = release {
            assert!(said.contains(&format!("release     {release}\n")), "{said}");
        }
        recordings.push(std::fs::read(file).unwrap());
    }
    assert!(recordings[0] == recordings[1], "two recordings differ");
    if recordings[0] != contract {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (served, kept) = (text(&recordings[0]), text(&contract));
        let same = served.lines().zip(kept.lines()).take_while(|(one, other)| one == other).count();
        panic!(
            "{} bytes are served, {} are kept; line {} differs:\n{:.300}\n{:.300}",
            served.len(),
            kept.len(),
            same + 1,
            served.lines().nth(same).unwrap_or_default(),
            kept.lines().nth(same).unwrap_or_default()
        );
    }
}

#[test]
fn a_server_with_a_password_is_recorded_by_who_knows_it() {
    match Packages::install() {
        Ok(packages) => with_password(&Program::Real(packages.opencode())),
        Err(missing) => say_aloud("recording the real server's contract with a password", &missing),
    }
    with_password(&ours());
}

fn with_password(program: &Program) {
    let home = Home::new().unwrap();
    home.configure(&serde_json::json!({})).unwrap();
    let mut command = program.serve(&home, 0, &[]);
    command.env("OPENCODE_SERVER_PASSWORD", "open sesame");
    let server = Server::spawn(program.name(), command).unwrap_or_else(|error| panic!("{error}"));
    let file = home.path().join("recorded.json");
    let out = file.display().to_string();

    let closed = record(&home, &[server.url(), "--out", &out], &[]);
    let said = String::from_utf8_lossy(&closed.stderr).into_owned();
    assert_eq!(closed.status.code(), Some(2), "{said}");
    assert!(said.contains("the server answers 401 Unauthorized"), "{said}");
    assert!(said.contains("set OPENCODE_SERVER_PASSWORD"), "{said}");
    assert!(!file.exists(), "a refused recording left a file");

    let wrong = record(&home, &[server.url(), "--out", &out, "--password", "sesame"], &[]);
    let said = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert_eq!(wrong.status.code(), Some(2), "{said}");
    assert!(said.contains("does not take this password from the user `opencode`"), "{said}");

    let open = record(&home, &[server.url(), "--out", &out], &[("OPENCODE_SERVER_PASSWORD", "open sesame")]);
    assert!(open.status.success(), "{}", String::from_utf8_lossy(&open.stderr));
    assert!(file.exists());
}

fn record(home: &Home, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    Command::new(PathBuf::from(env!("CARGO_BIN_EXE_opencode-rs")))
        .args(["contract", "record"])
        .args(arguments)
        .env_remove("OPENCODE_SERVER_PASSWORD")
        .env_remove("OPENCODE_SERVER_USERNAME")
        .envs(variables.iter().copied())
        .current_dir(home.path())
        .output()
        .expect("the program runs")
}
