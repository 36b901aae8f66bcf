//! `decode`: how fast the recorded events of OpenCode 1.2.6 are read.
//!
//! Two tables. JSON through [`opencode_types::Event`] beside an enum of the same members that serde tries one after the
//! other (`untagged`), by kind of event: only the outermost union differs, both enums hold the very same structs. The
//! last row has the members in another order, in which what tells the unions apart comes late. Then
//! the bytes of an event stream to decoded events, with allocations, and over loopback beside the JavaScript client:
//! see `stream`.

mod stream;

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, ensure};
use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{CellAlignment, Table};
use opencode_types::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Each kind of event is decoded for about this long per enum.
const MILLISECONDS: u128 = 200;

#[derive(Deserialize, Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "the mirror is laid out like the enum it is compared with")]
pub(crate) enum Untagged {
    ServerConnected(EventServerConnected),
    GlobalDisposed(EventGlobalDisposed),
    TuiPromptAppend(EventTuiPromptAppend),
    TuiCommandExecute(EventTuiCommandExecute),
    TuiToastShow(EventTuiToastShow),
    TuiSessionSelect(EventTuiSessionSelect),
    InstallationUpdated(EventInstallationUpdated),
    InstallationUpdateAvailable(EventInstallationUpdateAvailable),
    ProjectUpdated(EventProjectUpdated),
    ServerInstanceDisposed(EventServerInstanceDisposed),
    FileEdited(EventFileEdited),
    WorktreeReady(EventWorktreeReady),
    WorktreeFailed(EventWorktreeFailed),
    LspClientDiagnostics(EventLspClientDiagnostics),
    PermissionAsked(EventPermissionAsked),
    PermissionReplied(EventPermissionReplied),
    SessionStatus(EventSessionStatus),
    SessionIdle(EventSessionIdle),
    QuestionAsked(EventQuestionAsked),
    QuestionReplied(EventQuestionReplied),
    QuestionRejected(EventQuestionRejected),
    TodoUpdated(EventTodoUpdated),
    PtyCreated(EventPtyCreated),
    PtyUpdated(EventPtyUpdated),
    PtyExited(EventPtyExited),
    PtyDeleted(EventPtyDeleted),
    FileWatcherUpdated(EventFileWatcherUpdated),
    McpToolsChanged(EventMcpToolsChanged),
    McpBrowserOpenFailed(EventMcpBrowserOpenFailed),
    LspUpdated(EventLspUpdated),
    VcsBranchUpdated(EventVcsBranchUpdated),
    CommandExecuted(EventCommandExecuted),
    MessageUpdated(EventMessageUpdated),
    MessageRemoved(EventMessageRemoved),
    MessagePartUpdated(EventMessagePartUpdated),
    MessagePartDelta(EventMessagePartDelta),
    MessagePartRemoved(EventMessagePartRemoved),
    SessionCompacted(EventSessionCompacted),
    SessionCreated(EventSessionCreated),
    SessionUpdated(EventSessionUpdated),
    SessionDeleted(EventSessionDeleted),
    SessionDiff(EventSessionDiff),
    SessionError(EventSessionError),
}

fn main() -> anyhow::Result<()> {
    run()
}

fn run() -> anyhow::Result<()> {
    let recorded = recorded_events()?;
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN).set_header(["event", "recorded", "by tag", "untagged", "times faster"]);
    let (mut all_tagged, mut all_untagged, mut count) = (0.0, 0.0, 0);
    for (kind, events) in &recorded {
        let (tagged, untagged) = (time::<Event>(events)?, time::<Untagged>(events)?);
        all_tagged += tagged * events.len() as f64;
        all_untagged += untagged * events.len() as f64;
        count += events.len();
        table.add_row(row(kind, events.len(), tagged, untagged));
    }
    ensure!(count > 0, "no recorded events");
    table.add_row(row(
        "all, as often as recorded",
        count,
        all_tagged / count as f64,
        all_untagged / count as f64,
    ));
    let as_ours: Vec<String> =
        recorded.values().flatten().map(|event| by_name(event)).collect::<Result<_, _>>()?;
    table.add_row(row(
        "all, as our server writes them",
        count,
        time::<Event>(&as_ours)?,
        time::<Untagged>(&as_ours)?,
    ));
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    println!("{table}");
    println!("{}", stream::compare(&recorded.into_values().flatten().collect::<Vec<_>>())?);
    Ok(())
}

fn row(kind: &str, count: usize, tagged: f64, untagged: f64) -> [String; 5] {
    let nanoseconds = |value: f64| format!("{value:.0} ns");
    let ratio = format!("{:.1}", untagged / tagged);
    [kind.to_owned(), count.to_string(), nanoseconds(tagged), nanoseconds(untagged), ratio]
}

/// The event as our server writes it: with its members in the order of their names, so that a tag comes late.
fn by_name(event: &str) -> serde_json::Result<String> {
    let mut event: Value = serde_json::from_str(event)?;
    event.sort_all_objects();
    Ok(event.to_string())
}

/// Nanoseconds to decode one of `events`, on average. All of them must decode.
fn time<T: DeserializeOwned>(events: &[String]) -> anyhow::Result<f64> {
    for event in events {
        serde_json::from_str::<T>(event).with_context(|| event.clone())?;
    }
    let started = Instant::now();
    let mut decoded = 0_u64;
    while started.elapsed().as_millis() < MILLISECONDS {
        for event in events {
            black_box(serde_json::from_str::<T>(black_box(event)).ok());
            decoded += 1;
        }
    }
    Ok(started.elapsed().as_nanos() as f64 / decoded as f64)
}

/// Recorded events by their type, as text. What one of the two cannot decode is left out, and counted aloud.
fn recorded_events() -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/types/tests/data");
    let mut events = BTreeMap::<String, Vec<String>>::new();
    let mut left_out = 0;
    for entry in std::fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !(name.starts_with("events-") && name.ends_with(".jsonl")) {
            continue;
        }
        for line in std::fs::read_to_string(&path)?.lines() {
            let event: Value = serde_json::from_str(line).with_context(|| path.display().to_string())?;
            // The stream of all directories wraps each event.
            let event = event.get("payload").cloned().unwrap_or(event);
            let kind = event["type"].as_str().unwrap_or("none").to_owned();
            let text = event.to_string();
            let known =
                matches!(serde_json::from_str(&text), Ok(event) if !matches!(event, Event::Unknown(_)));
            if known && serde_json::from_str::<Untagged>(&text).is_ok() {
                events.entry(kind).or_default().push(text);
            } else {
                left_out += 1;
            }
        }
    }
    if left_out > 0 {
        eprintln!("{left_out} recorded events are not in the contract and left out");
    }
    Ok(events)
}
