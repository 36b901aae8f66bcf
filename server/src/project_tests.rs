//! Projects of real repositories, made with the `git` program. Without one, these tests say so and pass: the machine
//! cannot make what they look at.

use std::os::unix::fs::symlink;

use super::*;

struct Place(tempfile::TempDir);

impl Place {
    /// `None`, with a line on standard error, if there is no git.
    fn new() -> Option<Self> {
        if std::process::Command::new("git").arg("--version").output().is_err() {
            eprintln!("SKIPPED: no program `git`, so no repository to look at");
            return None;
        }
        Some(Self(tempfile::tempdir().unwrap()))
    }

    fn path(&self, name: &str) -> PathBuf {
        // On some systems the temporary directory is reached through a link.
        self.0.path().canonicalize().unwrap().join(name)
    }

    fn git(&self, folder: &str, arguments: &[&str]) -> String {
        std::fs::create_dir_all(self.path(folder)).unwrap();
        let output = std::process::Command::new("git")
            .current_dir(self.path(folder))
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.0.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .args([
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@localhost",
                "-c",
                "init.defaultBranch=main",
            ])
            .args(["-c", "protocol.file.allow=always"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// A repository with one commit; answers its hash.
    fn repository(&self, folder: &str) -> String {
        self.git(folder, &["init", "--quiet"]);
        self.git(folder, &["commit", "--quiet", "--allow-empty", "--message", folder]);
        self.git(folder, &["rev-parse", "HEAD"])
    }

    async fn found(&self, folder: &str) -> Found {
        Found::of(self.path(folder)).await
    }
}

#[tokio::test]
async fn outside_of_a_repository() {
    let Some(place) = Place::new() else { return };
    std::fs::create_dir_all(place.path("plain/.git")).unwrap();
    for folder in ["plain", "missing"] {
        let found = place.found(folder).await;
        assert_eq!((found.id.as_str(), found.worktree(), &found.repository), (GLOBAL, Path::new("/"), &None));
        let project = found.project(None, 5);
        assert_eq!(
            serde_json::to_value(project).unwrap(),
            serde_json::json!({"id": "global", "worktree": "/", "time": {"created": 5, "updated": 5}, "sandboxes": []})
        );
    }
}

#[tokio::test]
async fn the_first_commit_is_the_id_and_is_kept() {
    let Some(place) = Place::new() else { return };
    let hash = place.repository("p");
    place.git("p", &["commit", "--quiet", "--allow-empty", "--message", "second"]);
    std::fs::create_dir_all(place.path("p/sub/deep")).unwrap();
    for folder in ["p", "p/sub/deep", "p/sub/missing", "p/.git"] {
        let found = place.found(folder).await;
        assert_eq!((&found.id, found.worktree()), (&hash, place.path("p").as_path()), "{folder}");
        assert!(found.diagnosis.is_none());
    }
    assert_eq!(std::fs::read_to_string(place.path("p/.git/opencode")).unwrap(), hash);
    let project = place.found("p").await.project(None, 5);
    assert_eq!(project.worktree, place.path("p").display().to_string());
    assert!(project.vcs.is_some() && project.sandboxes.is_empty());
}

#[tokio::test]
async fn a_kept_id_counts_unless_it_is_unsound() {
    let Some(place) = Place::new() else { return };
    let hash = place.repository("p");
    let file = place.path("p/.git/opencode");
    for (kept, expected) in [("abc123\n", "abc123"), ("../../etc", hash.as_str()), ("", hash.as_str())] {
        std::fs::write(&file, kept).unwrap();
        assert_eq!(place.found("p").await.id, expected, "{kept:?}");
    }
}

#[tokio::test]
async fn of_several_first_commits_the_smallest() {
    let Some(place) = Place::new() else { return };
    let first = place.repository("p");
    place.git("p", &["checkout", "--quiet", "--orphan", "other"]);
    place.git("p", &["commit", "--quiet", "--allow-empty", "--message", "another beginning"]);
    let second = place.git("p", &["rev-parse", "HEAD"]);
    assert_eq!(place.found("p").await.id, first.min(second));
}

#[tokio::test]
async fn without_commits_it_is_the_global_project_with_a_worktree() {
    let Some(place) = Place::new() else { return };
    place.git("empty", &["init", "--quiet"]);
    let found = place.found("empty").await;
    assert_eq!((found.id.as_str(), found.worktree()), (GLOBAL, place.path("empty").as_path()));
    assert!(found.diagnosis.is_none(), "{:?}", found.diagnosis);
    assert!(found.project(None, 1).vcs.is_some());
    assert!(!place.path("empty/.git/opencode").exists(), "the id may still come");
    assert_eq!(found.repository.unwrap().branch(), "HEAD");
}

#[tokio::test]
async fn a_linked_worktree_is_a_sandbox_of_its_project() {
    let Some(place) = Place::new() else { return };
    let hash = place.repository("p");
    place.git("p", &["worktree", "add", "--quiet", "-b", "feature/x", "../linked"]);
    let found = place.found("linked").await;
    let (main, linked) = (place.path("p"), place.path("linked"));
    assert_eq!((&found.id, found.worktree()), (&hash, linked.as_path()));
    let repository = found.repository.as_ref().unwrap();
    assert_eq!((&repository.main, repository.branch().as_str()), (&main, "feature/x"));

    let linked = linked.display().to_string();
    let first = found.project(None, 1);
    assert_eq!((first.worktree.clone(), first.sandboxes.clone()), (main.display().to_string(), vec![linked]));
    // Seen again: once in the list; created stays. From the main checkout: a folder that is gone leaves the list.
    let again = found.project(Some(first.clone()), 2);
    assert_eq!(again.sandboxes, first.sandboxes);
    assert_eq!((again.time.created, again.time.updated), (Number(1.0), Number(2.0)));
    place.git("p", &["worktree", "remove", "../linked"]);
    assert_eq!(place.found("p").await.project(Some(again), 3).sandboxes, Vec::<String>::new());
}

#[tokio::test]
async fn a_submodule_is_a_project_of_its_own() {
    let Some(place) = Place::new() else { return };
    let inner = place.repository("inner");
    let outer = place.repository("outer");
    place.git("outer", &["submodule", "--quiet", "add", "../inner", "module"]);
    let found = place.found("outer/module").await;
    assert_eq!((&found.id, found.worktree()), (&inner, place.path("outer/module").as_path()));
    assert_eq!(found.project(None, 1).worktree, place.path("outer/module").display().to_string());
    assert_eq!(place.found("outer").await.id, outer);
}

#[tokio::test]
async fn links_are_resolved_in_the_worktree_only() {
    let Some(place) = Place::new() else { return };
    place.repository("p");
    symlink(place.path("p"), place.path("link")).unwrap();
    let repository = place.found("link").await.repository.unwrap();
    assert_eq!((repository.top, repository.worktree), (place.path("link"), place.path("p")));
}

#[tokio::test]
async fn branches() {
    let Some(place) = Place::new() else { return };
    place.repository("p");
    let branch = || Repository::find(&place.path("p")).unwrap().branch();
    assert_eq!(branch(), "main");
    place.git("p", &["pack-refs", "--all"]);
    assert!(!place.path("p/.git/refs/heads/main").exists());
    assert_eq!(branch(), "main");
    place.git("p", &["checkout", "--quiet", "--detach"]);
    assert_eq!(branch(), "HEAD");
}

#[tokio::test]
async fn git_that_is_missing_or_fails_is_told() {
    let Some(place) = Place::new() else { return };
    place.repository("p");
    let repository = Repository::find(&place.path("p")).unwrap();
    let missing = repository.first_commit("no-such-program-as-git").await.unwrap_err();
    assert!(matches!(missing, Diagnosis::NoGit), "{missing}");
    std::fs::write(place.path("p/.git/config"), "[broken").unwrap();
    let found = place.found("p").await;
    assert_eq!(found.id, GLOBAL);
    assert!(matches!(found.diagnosis, Some(Diagnosis::Failed(_))), "{:?}", found.diagnosis);
}
