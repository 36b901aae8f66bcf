//! Revisions that git does not have, and what it says where there is no git at all.

use std::fs::File;

use crate::program::{CONTRACT, Folder, run};
use crate::{TOO_LARGE, refuses};

#[test]
fn a_revision_is_read_and_what_git_cannot_find_is_told() {
    let folder = Folder::new();
    refuses(
        &folder,
        "git:HEAD:a.json",
        "git:HEAD:a.json: git says: not a git repository (or any of the parent directories): .git",
    );
    folder.git(&["init", "--quiet"]);
    refuses(&folder, "git:HEAD:a.json", "git:HEAD:a.json: unknown revision `HEAD`");
    folder.write("spec/a.json", CONTRACT);
    folder.write("bad.json", "{");
    folder.git(&["add", "."]);
    folder.git(&["commit", "--quiet", "--message", "one"]);
    folder.write("spec/a.json", "something else");
    for revision in ["HEAD", "main", "main@{0}", ""] {
        let run = folder.run(&["record", &format!("git:{revision}:spec/a.json")]);
        assert_eq!(run.code, 0, "{revision}: {}", run.errors);
        assert!(run.output == CONTRACT, "{revision}");
    }
    for (from, told) in [
        ("git:v9:spec/a.json", "git:v9:spec/a.json: unknown revision `v9`"),
        (
            "git:main:a.json",
            "git:main:a.json: there is no `a.json` in revision `main`\n  \
             help: the path is that from the root of the repository",
        ),
        ("git:main:spec", "git:main:spec: `spec` is no file in revision `main`, but a tree"),
        (
            "git:main",
            "git:main: this names no file of a revision\n  \
             help: write git:REV:PATH, for example git:main:spec/opencode-api.json",
        ),
        ("git:--help:a", "git:--help:a: git has no such names"),
        (
            "git:main:bad.json",
            "git:main:bad.json:1:2: not JSON: expected a member name in double quotes, the document ends\n  \
             at #\n  | {\n  |  ^",
        ),
    ] {
        refuses(&folder, from, told);
    }
    let mut command = folder.command(&["record", "git:main:spec/a.json"]);
    let without = run(command.env("PATH", folder.path("nothing")));
    assert_eq!((without.code, without.output.as_str()), (2, ""));
    assert_eq!(without.errors, "git:main:spec/a.json: git is not installed, or not in PATH\n");
}

#[test]
fn a_shallow_clone_says_that_it_is_one() {
    let folder = Folder::new();
    folder.git(&["init", "--quiet", "all"]);
    for content in ["one", "two"] {
        folder.write("all/a.json", content);
        folder.git(&["-C", "all", "add", "."]);
        folder.git(&["-C", "all", "commit", "--quiet", "--message", content]);
    }
    let all = format!("file://{}", folder.path("all").display());
    folder.git(&["clone", "--quiet", "--depth", "1", &all, "part"]);
    let mut command = folder.command(&["record", "git:HEAD~1:a.json"]);
    let shallow = run(command.current_dir(folder.path("part")));
    assert_eq!(shallow.code, 2);
    assert_eq!(
        shallow.errors,
        "git:HEAD~1:a.json: unknown revision `HEAD~1`\n  \
         help: this clone has only a part of the history: fetch the revision first\n"
    );
}

#[test]
fn a_large_file_of_a_revision_is_refused_unread() {
    let folder = Folder::new();
    folder.git(&["init", "--quiet"]);
    File::create(folder.path("huge.json")).and_then(|file| file.set_len(65 << 20)).expect("a sparse file");
    folder.git(&["add", "."]);
    refuses(&folder, "git::huge.json", &format!("git::huge.json: cannot be read: {TOO_LARGE}"));
}
