use std::os::unix::fs::PermissionsExt;

use super::*;

fn workspace() -> (tempfile::TempDir, Workspace) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    fs::create_dir_all(directory.path().join("a")).expect("a directory");
    for file in ["a/first.rs", "a/gone.rs"] {
        fs::write(directory.path().join(file), "old").expect("written");
    }
    let workspace = Workspace::at(directory.path());
    (directory, workspace)
}

fn change(path: &str, content: Option<&str>) -> Change {
    Change { path: path.to_owned(), bytes: content.map(|content| content.as_bytes().to_vec()) }
}

/// One file of every kind: replaced, new in new directories, taken away.
fn changes() -> [Change; 3] {
    [change("a/first.rs", Some("new")), change("b/c/added.rs", Some("new")), change("a/gone.rs", None)]
}

/// Every file and directory.
fn tree(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(&directory).expect("a directory").flatten() {
            let path = entry.path();
            let content = if path.is_dir() {
                open.push(path.clone());
                String::new()
            } else {
                fs::read_to_string(&path).expect("a file")
            };
            found.push(format!("{} {content}", path.strip_prefix(root).expect("below").display()));
        }
    }
    found.sort();
    found
}

#[test]
fn changes_are_kept_or_undone() {
    let (directory, workspace) = workspace();
    let before = tree(directory.path());
    let after = ["a ", "a/first.rs new", "b ", "b/c ", "b/c/added.rs new"];
    let undone = workspace.begin(&changes()).and_then(Transaction::undo).expect("all can be undone");
    assert_eq!(undone.restored, ["a/first.rs", "b/c/added.rs", "a/gone.rs"]);
    assert_eq!(tree(directory.path()), before);
    drop(workspace.begin(&changes()).expect("all can be written"));
    assert_eq!(tree(directory.path()), before);
    workspace.apply(&changes()).expect("all can be written");
    assert_eq!(tree(directory.path()), after);
    assert_eq!(workspace.recover().expect("nothing to do"), None);
}

#[test]
fn a_failure_leaves_everything_as_it_was() {
    let (directory, workspace) = workspace();
    // A directory stands where the file belongs, or where it is prepared; or it comes in between.
    for (blocked, file) in [("a/z.rs/full", "a/z.rs"), ("a/z.rs.next~/full", "a/z.rs"), ("a", "d")] {
        fs::create_dir_all(directory.path().join(blocked)).expect("a directory");
        let before = tree(directory.path());
        let mut all = changes().to_vec();
        all.extend([change(file, Some("new")), change("d/e", Some("new"))]);
        let error = workspace.apply(&all).expect_err("it cannot be replaced").to_string();
        assert!(error.starts_with(&format!("{file}: cannot be ")), "{error}");
        assert_eq!(tree(directory.path()), before);
        if blocked != "a" {
            fs::remove_dir(directory.path().join(blocked)).expect("it is empty");
            fs::remove_dir(directory.path().join(blocked).parent().expect("it has one"))
                .expect("it is empty");
        }
    }
}

/// What `kill -9` leaves: the lock is gone with the process, the journal is not.
fn killed(workspace: &Workspace) {
    let mut transaction = workspace.begin(&changes()).expect("all can be written");
    transaction.lock = None;
}

#[test]
fn what_a_killed_program_left_is_undone_by_the_next() {
    let (directory, workspace) = workspace();
    let first = directory.path().join("a/first.rs");
    fs::set_permissions(&first, fs::Permissions::from_mode(0o600)).expect("it is ours");
    let before = tree(directory.path());
    killed(&workspace);
    assert_ne!(tree(directory.path()), before);
    let changed = fs::metadata(&first).and_then(|first| first.modified()).expect("a time");
    let undone = workspace.recover().expect("it can be undone").expect("there is something");
    assert_eq!((undone.restored.len(), undone.foreign.len()), (3, 0));
    assert_eq!(tree(directory.path()), before);
    let restored = fs::metadata(&first).expect("it is there");
    assert_eq!(restored.permissions().mode() & 0o777, 0o600);
    assert!(restored.modified().expect("a time") >= changed, "cargo would take the old build for current");

    // Beginning anew does the same first.
    killed(&workspace);
    drop(workspace.begin(&changes()).expect("all can be written"));
    assert_eq!(tree(directory.path()), before);
}

#[test]
fn what_somebody_has_changed_since_is_left_alone() {
    let (directory, workspace) = workspace();
    killed(&workspace);
    fs::write(directory.path().join("a/first.rs"), "by hand").expect("written");
    fs::write(directory.path().join("b/c/more.rs"), "by hand").expect("written");
    let undone = workspace.recover().expect("it can be undone").expect("there is something");
    assert_eq!(undone.foreign, ["a/first.rs"]);
    assert_eq!(undone.restored, ["b/c/added.rs", "a/gone.rs"]);
    let after = ["a ", "a/first.rs by hand", "a/gone.rs old", "b ", "b/c ", "b/c/more.rs by hand"];
    assert_eq!(tree(directory.path()), after);
}

#[test]
fn two_programs_do_not_write_at_once() {
    let (_directory, workspace) = workspace();
    let first = workspace.begin(&changes()).expect("all can be written");
    let error = workspace.begin(&changes()).expect_err("the first is at work").to_string();
    assert!(error.contains("another `contract` command is writing"), "{error}");
    assert_eq!(workspace.recover().expect("it is not dead"), None);
    first.keep().expect("it can be kept");
}

/// Every file and directory but what a dead program has left for the next.
fn work(root: &Path) -> Vec<String> {
    let mut tree = tree(root);
    tree.retain(|line| !line.starts_with("target"));
    tree
}

/// In how many steps a program that nobody kills does everything.
fn all_steps() -> Vec<String> {
    let (_directory, workspace) = workspace();
    disk::lives_for(usize::MAX, || workspace.apply(&changes())).expect("all can be written");
    disk::steps()
}

#[test]
fn a_program_that_dies_at_any_step_leaves_all_or_nothing() {
    let steps = all_steps();
    let mut kept = 0;
    for life in 0..steps.len() {
        let (directory, workspace) = workspace();
        let before = work(directory.path());
        disk::lives_for(life, || workspace.apply(&changes()).map_err(|error| error.to_string()))
            .map_or_else(|error| assert!(error.contains("it is dead"), "{error}"), |()| kept += 1);
        let has_journal = workspace.path(JOURNAL).join("journal.json").exists();
        let is_new = work(directory.path()) == ["a ", "a/first.rs new", "b ", "b/c ", "b/c/added.rs new"];
        workspace.recover().expect("it can be undone");
        let all = is_new && !has_journal;
        assert!(all || work(directory.path()) == before, "{life} of {steps:?}: {:?}", work(directory.path()));
        // And the next one is not in the way of anybody.
        workspace.apply(&changes()).expect("all can be written");
        assert!(tree(directory.path()).iter().all(|line| !line.contains('~') && !line.contains("target")));
    }
    assert!(kept > 0, "what comes after the journal is no failure");
}

#[test]
fn a_program_that_dies_while_it_puts_back_can_be_followed_by_another() {
    let steps = {
        let (_directory, workspace) = workspace();
        killed(&workspace);
        disk::lives_for(usize::MAX, || workspace.recover()).expect("it can be undone");
        disk::steps()
    };
    for life in 0..steps.len() {
        let (directory, workspace) = workspace();
        let before = work(directory.path());
        killed(&workspace);
        let _ = disk::lives_for(life, || workspace.recover());
        workspace.recover().expect("it can be undone");
        assert_eq!(work(directory.path()), before, "{life} of {steps:?}");
    }
}

#[test]
fn what_a_journal_needs_is_on_the_disk_before_it() {
    let steps = all_steps();
    let at = |step: &str| {
        let found = steps.iter().position(|other| other == step);
        found.unwrap_or_else(|| panic!("{step}: {steps:#?}"))
    };
    let last = |step: &str| steps.iter().rposition(|other| other == step).unwrap_or_default();
    let folder = JOURNAL.rsplit('/').next().expect("it has a name");
    let synced = format!("sync {folder}");
    let order = [
        ("the copies are made", at("copy 0").max(at("copy 2"))),
        ("they have their names", at(&synced)),
        ("the journal is there", at("rename journal.json")),
        (
            "it has its name",
            at(&synced)
                + 1
                + steps[at(&synced) + 1..].iter().position(|step| *step == synced).expect("twice"),
        ),
        ("the new files are written", at("write first.rs.next~").min(at("write added.rs.next~"))),
        ("they are in their places", at("rename first.rs")),
        ("one is gone", at("remove gone.rs")),
        ("their names are saved", at("sync a").min(at("sync c")).min(at("sync b"))),
        ("the journal goes", at("remove journal.json")),
        ("that is saved", last(&synced)),
        ("the copies go", at(&format!("remove all {folder}"))),
    ];
    assert!(order.is_sorted_by_key(|(_, step)| *step), "{order:#?}\n{steps:#?}");
}
