//! Input of every bad kind, to the program as a process: one clear message, exit code 2, nothing written, nothing left.

mod git;
#[path = "../program/mod.rs"]
mod program;
mod twice;

use std::fs::File;
use std::io::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use program::server::{Answer, Server};
use program::{CONTRACT, Folder, run};

/// What any command may take, however bad its input: far below what a whole 2 GB file would.
const MEMORY: u64 = 700 << 20;

/// `record` must refuse the source with exactly this, and write nothing.
#[track_caller]
fn refuses(folder: &Folder, from: &str, told: &str) {
    refuses_with(folder, from, &[], told);
}

#[track_caller]
fn refuses_with(folder: &Folder, from: &str, flags: &[&str], told: &str) {
    let before = folder.names();
    let arguments = [&["record", from, "--out", "out.json"], flags].concat();
    let run = folder.run(&arguments);
    assert_eq!((run.code, run.output.as_str()), (2, ""), "{}", run.errors);
    assert_eq!(run.errors.trim_end(), told);
    assert_eq!(folder.names(), before, "something was left");
}

/// Runs a command under a limit of its memory; a command that reads without end dies of it.
#[track_caller]
fn refuses_in_little_memory(folder: &Folder, from: &str, told: &str) {
    let before = folder.names();
    let program = env!("CARGO_BIN_EXE_contract");
    let limited = format!("ulimit -v {} && exec {program} record '{from}' --out out.json", MEMORY >> 10);
    let started = Instant::now();
    let run = run(Command::new("sh").args(["-c", &limited]).current_dir(folder.path("")));
    assert_eq!((run.code, run.output.as_str()), (2, ""), "{}", run.errors);
    assert_eq!(run.errors.trim_end(), told);
    assert!(started.elapsed() < Duration::from_secs(20), "it took {:?}", started.elapsed());
    assert_eq!(folder.names(), before, "something was left");
}

const TOO_LARGE: &str = "it is larger than 64 MiB, the most that is read";

#[test]
fn a_text_that_is_no_contract_is_placed() {
    let folder = Folder::new();
    let refuses = |name: &str, content: &[u8], told: &str| {
        folder.write(name, content);
        refuses(&folder, name, told);
    };
    refuses("empty.json", b"", "empty.json:1:1: not JSON: expected a value, the document ends\n  at #");
    refuses(
        "cut.json",
        b"{\"openapi\": \"3.1.1\",\n \"paths\": {\"/a\": [1, ",
        "cut.json:2:22: not JSON: expected a value, the document ends\n  at #/paths/~1a/1\n  \
         | \"paths\": {\"/a\": [1,\n  |                     ^",
    );
    refuses(
        "old.json",
        b"{\"openapi\": \"3.0.3\", \"paths\": {}}",
        "old.json:1:13: not an OpenAPI 3.1 document: its `openapi` is \"3.0.3\"\n  at #/openapi\n  \
         | {\"openapi\": \"3.0.3\", \"paths\": {}}\n  |             ^",
    );
    refuses(
        "binary.json",
        b"{\"\xff\xfe\": 1}",
        "binary.json:1:3: not JSON: this is not UTF-8 text\n  at #\n  | {\"\n  |   ^",
    );
    refuses(
        "page.html",
        b"<html>",
        "page.html:1:1: not JSON: expected a value, found `<`\n  at #\n  | <html>\n  | ^",
    );
    refuses(
        "marked.json",
        "\u{feff}{}".as_bytes(),
        "marked.json:1:1: not JSON: expected a value, found the character U+FEFF\n  at #\n  | \u{feff}{}\n  | ^",
    );
}

#[test]
fn nesting_and_circles_end_in_a_message() {
    let folder = Folder::new();
    for (name, open) in [("arrays.json", "["), ("objects.json", "{\"a\":")] {
        folder.write(name, open.repeat(1_000_000));
        let run = folder.run(&["record", name, "--out", "out.json"]);
        assert_eq!(run.code, 2, "{:.300}", run.errors);
        let place =
            format!("{name}:1:{}: not JSON: more than 127 values are nested here\n", 128 * open.len() + 1);
        assert!(run.errors.starts_with(&place), "{:.300}", run.errors);
    }
    let schemas = |schemas: &str| {
        format!(
            "{{\"openapi\": \"3.1.1\", \"paths\": {{}},\n\"components\": {{\"schemas\": {{\n{schemas}}}}}}}"
        )
    };
    let circle = r##""A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}"##;
    folder.write("circle.json", schemas(circle));
    refuses(
        &folder,
        "circle.json",
        "circle.json:3:15: circular reference: `#/components/schemas/A`, `#/components/schemas/B` are defined by \
         each other\n  at #/components/schemas/A/$ref\n  | \"A\": {\"$ref\": \"#/components/schemas/B\"}, \"B\": \
         {\"$ref\": \"#/components/schemas/A\"}}}}\n  |               ^",
    );
    let tree =
        r##""Tree": {"type": "object", "properties": {"below": {"$ref": "#/components/schemas/Tree"}}}"##;
    let tree = CONTRACT.replacen("\"schemas\": {", &format!("\"schemas\": {{{tree},"), 1);
    folder.write("tree.json", tree);
    let recursive = folder.run(&["record", "tree.json", "--out", "out.json"]);
    assert_eq!(recursive.code, 0, "{}", recursive.errors);
}

#[test]
fn a_part_of_the_wrong_type_is_refused_by_every_command() {
    let folder = Folder::new();
    let whole = r#"{"openapi": "3.1.1", "paths": {"/a": {"get": {"operationId": "a.get", "responses": {
  "200": {"description": "d", "content": {"application/json": CONTENT}}}}}}}"#;
    folder.write("good.json", whole.replace("CONTENT", "{}"));
    folder.write("bad.json", whole.replace("CONTENT", "true"));
    let told = "bad.json:2:63: malformed: expected an object, found true or false\n  \
                at #/paths/~1a/get/responses/200/content/application~1json\n  \
                | \"200\": {\"description\": \"d\", \"content\": {\"application/json\": true}}}}}}}\n  \
                |                                                             ^\n";
    for arguments in [
        &["diff", "good.json", "bad.json"][..],
        &["diff", "bad.json", "good.json"],
        &["lint", "bad.json"],
        &["show", "a.get", "bad.json"],
        &["docs", "bad.json", "--out", "pages"],
        &["record", "bad.json", "--out", "out.json"],
    ] {
        let before = folder.names();
        let run = folder.run(arguments);
        assert_eq!((run.code, run.output.as_str(), run.errors.as_str()), (2, "", told), "{arguments:?}");
        assert_eq!(folder.names(), before, "something was left");
    }
}

#[test]
fn files_of_a_policy_that_cannot_be_read_are_told() {
    let folder = Folder::new();
    folder.write("a.json", r#"{"openapi": "3.1.1", "paths": {}}"#);
    folder.write("folder/file", "");
    folder.write("binary", b"\xff\xfe");
    File::create(folder.path("huge")).and_then(|file| file.set_len(2 << 30)).expect("a sparse file");
    for flag in ["--accept", "--severity"] {
        for (name, why) in [
            ("folder", "Is a directory (os error 21)"),
            ("nowhere", "No such file or directory (os error 2)"),
            ("binary", "this is not UTF-8 text"),
            ("huge", TOO_LARGE),
            ("/dev/zero", TOO_LARGE),
        ] {
            let run = folder.run(&["diff", "a.json", "a.json", flag, name]);
            assert_eq!((run.code, run.output.as_str()), (2, ""), "{flag} {name}");
            assert_eq!(run.errors, format!("{name}: cannot be read: {why}\n"), "{flag} {name}");
        }
    }
}

#[test]
fn a_file_is_no_url_because_of_its_name() {
    let folder = Folder::new();
    let text = r#"{"openapi": "3.1.1", "paths": {}}"#;
    folder.write("httpd.json", text);
    folder.write("d.json", text);
    let places = |name: &str| folder.run(&["lint", name]).output.replace(name, "");
    assert_eq!(places("httpd.json"), places("d.json"));
}

#[test]
fn files_that_cannot_be_read_are_told() {
    let folder = Folder::new();
    refuses(&folder, "nowhere.json", "nowhere.json: cannot be read: No such file or directory (os error 2)");
    refuses(&folder, "", ": cannot be read: No such file or directory (os error 2)");
    folder.write("folder/file", "");
    refuses(&folder, "folder", "folder: cannot be read: Is a directory (os error 21)");
    refuses(&folder, "ftp://x/doc", "ftp://x/doc: only http:// and https:// can be fetched");
}

#[test]
fn a_file_of_two_gigabytes_is_refused_unread() {
    let folder = Folder::new();
    // It takes no room on the disk: nothing was ever written to it.
    File::create(folder.path("huge.json")).and_then(|file| file.set_len(2 << 30)).expect("a sparse file");
    let told = format!("huge.json: cannot be read: {TOO_LARGE}");
    refuses_in_little_memory(&folder, "huge.json", &told);
    refuses_in_little_memory(&folder, "/dev/zero", &format!("/dev/zero: cannot be read: {TOO_LARGE}"));
    let endless = folder.path("huge.json");
    let mut command = folder.command(&["record", "-", "--out", "out.json"]);
    let input = run(command.stdin(File::open(endless).expect("it is there")));
    assert_eq!((input.code, input.errors), (2, format!("standard input: cannot be read: {TOO_LARGE}\n")));
}

#[test]
fn values_that_would_fill_the_memory_are_refused() {
    let folder = Folder::new();
    let mut file = File::create(folder.path("wide.json")).expect("a file");
    write!(file, "{{\"openapi\": \"3.1.1\", \"n\": [{}0]}}", "0,".repeat(4 << 20)).expect("written");
    let run = folder.run(&["record", "wide.json", "--out", "out.json"]);
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    let told = "not JSON: the values before this one are more than can be held\n";
    assert!(run.errors.contains(told), "{:.300}", run.errors);
    assert!(!folder.path("out.json").exists());
}

#[test]
fn a_server_that_does_not_answer_with_a_document_is_told() {
    let folder = Folder::new();
    let closed =
        std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
    let run = folder.run(&["record", &format!("http://{closed}"), "--out", "out.json"]);
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    let start = format!("http://{closed}/doc: cannot be fetched: ");
    assert!(run.errors.starts_with(&start) && run.errors.contains("Connection refused"), "{}", run.errors);
    assert!(run.errors.ends_with("help: is the server running, and at this address?\n"), "{}", run.errors);

    for status in ["404 Not Found", "500 Internal Server Error", "403 Forbidden"] {
        let server = Server::start(move |_| Answer::status(status));
        let url = server.url("/doc");
        refuses(&folder, &url, &format!("{url}: cannot be fetched: the server answers {status}"));
    }
    let server = Server::start(|_| Answer::new("200 OK", &["content-type: text/html"], b"<!doctype html>"));
    let url = server.url("/doc");
    refuses(
        &folder,
        &url,
        &format!("{url}:1:1: not JSON: expected a value, found `<`\n  at #\n  | <!doctype html>\n  | ^"),
    );
    refuses(&folder, "http://", "http://: not a URL: empty host");
}

#[test]
fn a_server_that_is_slow_is_not_waited_for_without_end() {
    let folder = Folder::new();
    let silent = Server::start(|_| Answer::Silence);
    let url = silent.url("/doc");
    let told = format!("{url}: cannot be fetched: the whole answer has not come within 1 s");
    refuses_with(&folder, &url, &["--timeout", "1"], &told);

    // It goes on and on, but so slowly that it is never too large.
    let cut =
        Server::start(|_| Answer::Bytes(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"a\"".to_vec()));
    let url = cut.url("/doc");
    let run = folder.run(&["record", &url, "--out", "out.json"]);
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    let start = format!("{url}: cannot be fetched: ");
    assert!(run.errors.starts_with(&start) && run.errors.lines().count() == 1, "{}", run.errors);
    let flag = folder.run(&["record", &url, "--timeout", "0"]);
    assert_eq!(flag.code, 2);
}

#[test]
fn an_endless_answer_is_refused_at_the_limit() {
    let folder = Folder::new();
    let plain = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n";
    let endless =
        Server::start(move |_| Answer::Endless { head: plain.to_owned(), chunk: vec![b' '; 1 << 16] });
    let url = endless.url("/doc");
    refuses_in_little_memory(&folder, &url, &format!("{url}: cannot be fetched: {TOO_LARGE}"));

    let announced = "HTTP/1.1 200 OK\r\ncontent-length: 2147483648\r\n\r\n";
    let announced = Server::start(move |_| Answer::Endless { head: announced.to_owned(), chunk: Vec::new() });
    let url = announced.url("/doc");
    refuses_in_little_memory(&folder, &url, &format!("{url}: cannot be fetched: {TOO_LARGE}"));
}

#[test]
fn a_packed_answer_is_unpacked_and_counted_unpacked() {
    let folder = Folder::new();
    let packed = |content: &[u8]| {
        folder.write("plain", content);
        let output =
            Command::new("gzip").args(["-9", "-c"]).arg(folder.path("plain")).output().expect("gzip runs");
        assert!(output.status.success());
        output.stdout
    };
    let serve = |bytes: Vec<u8>| {
        Server::start(move |request| {
            assert!(request.header("accept-encoding").is_some_and(|names| names.contains("gzip")));
            Answer::new("200 OK", &["content-encoding: gzip"], &bytes)
        })
    };
    let good = serve(packed(CONTRACT.as_bytes()));
    let run = folder.run(&["record", &good.url("/doc"), "--out", "good.json"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(folder.text("good.json") == CONTRACT);

    let small = packed(&vec![b' '; 100 << 20]);
    assert!(small.len() < 1 << 20, "{} bytes", small.len());
    let bomb = serve(small);
    let url = bomb.url("/doc");
    refuses_in_little_memory(&folder, &url, &format!("{url}: cannot be fetched: {TOO_LARGE}"));

    let mut cut = packed(CONTRACT.as_bytes());
    cut.truncate(cut.len() / 2);
    let cut = serve(cut);
    let run = folder.run(&["record", &cut.url("/doc"), "--out", "out.json"]);
    assert_eq!(run.code, 2, "{}", run.errors);
    assert!(
        run.errors.contains("/doc: cannot be fetched: ") && run.errors.lines().count() == 1,
        "{}",
        run.errors
    );
}

#[test]
fn redirects_are_followed_until_they_run_in_a_circle() {
    let folder = Folder::new();
    let server = Server::start(|request| match request.path.as_str() {
        "/doc" => Answer::to("/moved"),
        "/moved" => Answer::json(CONTRACT),
        _ => Answer::to("/round"),
    });
    let run = folder.run(&["record", &server.url("/"), "--out", "good.json"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(folder.text("good.json") == CONTRACT);
    let url = server.url("/round");
    refuses(
        &folder,
        &url,
        &format!("{url}: cannot be fetched: error following redirect: too many redirects"),
    );
}

#[test]
fn a_password_is_told_to_a_server_that_asks_for_it() {
    let folder = Folder::new();
    let server = Server::start(|request| match request.header("authorization") {
        // opencode:sesame
        Some("Basic b3BlbmNvZGU6c2VzYW1l") => Answer::json(CONTRACT),
        _ => Answer::new(
            "401 Unauthorized",
            &["www-authenticate: Basic realm=\"Secure Area\""],
            b"Unauthorized",
        ),
    });
    let url = server.url("/doc");
    refuses(
        &folder,
        &url,
        &format!(
            "{url}: cannot be fetched: the server answers 401 Unauthorized\n  help: it wants a password: set \
             OPENCODE_SERVER_PASSWORD, or give --password where the command has it"
        ),
    );
    for flags in [&["--password", "open"][..], &["--username", "me", "--password", "sesame"]] {
        let user = if flags.len() == 4 { "me" } else { "opencode" };
        refuses_with(
            &folder,
            &url,
            flags,
            &format!(
                "{url}: cannot be fetched: the server answers 401 Unauthorized\n  help: it does not take this \
                 password from the user `{user}`: see --username and --password"
            ),
        );
    }
    let flag = folder.run(&["record", &url, "--password", "sesame"]);
    assert_eq!(flag.code, 0, "{}", flag.errors);
    // A variable that is set to nothing is as good as none, for every command.
    for command in
        [&["record", &url][..], &["lint", &url], &["show", "path.get", &url], &["diff", &url, &url]]
    {
        let mut command = folder.command(command);
        command.env("OPENCODE_SERVER_PASSWORD", "sesame").env("OPENCODE_SERVER_USERNAME", "");
        let variable = run(&mut command);
        assert_eq!(variable.code, 0, "{command:?}: {}", variable.errors);
    }
    let capitals = folder.run(&["record", &url.replace("http", "HTTP"), "--password", "sesame"]);
    assert_eq!(capitals.code, 0, "{}", capitals.errors);
    let address = folder.run(&["record", &url.replace("http://", "http://opencode:sesame@")]);
    assert_eq!(address.code, 0, "{}", address.errors);
    assert!(!address.errors.contains("sesame"), "{}", address.errors);

    // Who does not ask is not told.
    let open = Server::start(|request| {
        assert_eq!(request.header("authorization"), None);
        Answer::json(CONTRACT)
    });
    let run = folder.run(&["record", &open.url("/doc"), "--password", "sesame"]);
    assert_eq!(run.code, 0, "{}", run.errors);
}
