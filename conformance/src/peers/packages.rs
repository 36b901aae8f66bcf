//! The npm packages of the peers: the real server and the real JavaScript client, in the versions that
//! `tests/peers/package-lock.json` pins. They are installed once, into the build folder, without scripts.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Installed packages. A value of this type is the proof that they are there.
#[derive(Clone, Debug)]
pub struct Packages {
    folder: PathBuf,
}

/// Why the peers cannot be had; no fault of the code under test.
#[derive(Debug, thiserror::Error)]
#[error("the npm peers are missing: {0}")]
pub struct MissingPeers(String);

impl Packages {
    /// Installs the packages if the installed ones are not those of the lock file.
    ///
    /// # Errors
    /// npm or node is absent, the registry cannot be reached, or there is no build of the peers for this machine.
    pub fn install() -> Result<Packages, MissingPeers> {
        Packages::install_from("../tests/peers", "peers")
    }

    /// Installs the real server at the later releases that `tests/peers/releases/` pins.
    ///
    /// # Errors
    /// As [`Packages::install`].
    pub fn releases() -> Result<Packages, MissingPeers> {
        Packages::install_from("../tests/peers/releases", "peers-releases")
    }

    fn install_from(pinned: &str, folder: &str) -> Result<Packages, MissingPeers> {
        let pinned = Path::new(env!("CARGO_MANIFEST_DIR")).join(pinned);
        let folder = build_folder().join(folder);
        for program in ["node", "npm"] {
            let found =
                Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
            found.map_err(|error| MissingPeers(format!("`{program} --version`: {error}")))?;
        }
        let failed = |error: std::io::Error| MissingPeers(format!("{}: {error}", folder.display()));
        fs::create_dir_all(&folder).map_err(failed)?;
        // Test programs run side by side: one installs, the others wait. The lock ends with the file.
        let lock = File::create(folder.join("install.lock")).map_err(failed)?;
        lock.lock().map_err(failed)?;
        let wanted = fs::read(pinned.join("package-lock.json")).map_err(failed)?;
        let installed = folder.join("installed-package-lock.json");
        if fs::read(&installed).ok().as_deref() != Some(&wanted) {
            for file in ["package.json", "package-lock.json"] {
                fs::copy(pinned.join(file), folder.join(file)).map_err(failed)?;
            }
            npm_ci(&folder)?;
            fs::write(&installed, &wanted).map_err(failed)?;
        }
        Ok(Packages { folder })
    }

    /// The real server's program, `opencode` 1.2.6.
    #[must_use]
    pub fn opencode(&self) -> PathBuf {
        self.folder.join("node_modules/opencode-linux-x64/bin/opencode")
    }

    /// The real server's program at one of the later releases, for example `1.18.33`.
    #[must_use]
    pub fn release(&self, release: &str) -> PathBuf {
        self.folder.join(format!("node_modules/opencode-{release}/bin/opencode"))
    }

    /// Puts a script of `tests/peers/` beside the packages, where node finds what it imports.
    ///
    /// # Errors
    /// The script cannot be copied.
    pub fn script(&self, name: &str) -> std::io::Result<PathBuf> {
        let script = self.folder.join(name);
        let text = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/peers").join(name))?;
        if fs::read(&script).ok().as_deref() != Some(&text) {
            // Written aside and renamed: another test may be reading the old one.
            let fresh = self.folder.join(format!("{name}.{}", std::process::id()));
            fs::write(&fresh, text)?;
            fs::rename(fresh, &script)?;
        }
        Ok(script)
    }
}

fn npm_ci(folder: &Path) -> Result<(), MissingPeers> {
    let output = Command::new("npm")
        .args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--fetch-retries=2",
            "--fetch-timeout=60000",
        ])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| MissingPeers(format!("`npm ci`: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(MissingPeers(format!("`npm ci` in {} failed: {}", folder.display(), said.trim())))
}

/// Cargo's target folder, found from the running program: it lies in the folder of a profile, which holds cargo's lock.
#[must_use]
pub fn build_folder() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let profile = program.ancestors().find(|folder| folder.join(".cargo-lock").is_file());
    let target = profile.and_then(Path::parent);
    target.map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"), Path::to_path_buf)
}

/// Says that a test did nothing, past the capturing of test output: a silent skip reads as a pass.
/// Where `OPENCODE_RS_REQUIRE_PEERS` is set, as `.ci/run` does, a skip is a failure instead.
///
/// # Panics
/// With `OPENCODE_RS_REQUIRE_PEERS`.
pub fn say_aloud(test: &str, missing: &dyn std::fmt::Display) {
    assert!(std::env::var_os("OPENCODE_RS_REQUIRE_PEERS").is_none(), "{test} cannot run: {missing}");
    let _ = writeln!(std::io::stderr(), "\nSKIPPED {test}: {missing}\n");
}
