//! Proof that the checks of terminals see what they are for: scripted terminals that are wrong in one way at a time. Each
//! way is found by the check that is meant for it, and terminals that are wrong in no way have no finding.

mod wrong_terminal {
    pub mod program;
    pub mod serve;

    /// One way to be wrong.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Fault {
        None,
        UnknownAccepted,
        UnknownFails,
        WrongHandshake,
        NoEcho,
        Deaf,
        NoControl,
        ControlIsText,
        ControlWithoutCursor,
        ControlMiscounts,
        ControlCountsReplay,
        FirstWordsLost,
        NoReplay,
        ReplayTwice,
        CursorIgnored,
        NothingIsEverything,
        OneReader,
        LeavingEndsOthers,
        ResizeIgnored,
        ResizeTurned,
        ExitCodeZero,
        ExitUntold,
        ExitKeepsOpen,
        ExitBreaks,
        ExitClosesOddly,
        RemovalKeepsOpen,
        RemovalUntold,
        RemovedStays,
    }
}

use std::time::Duration;

use futures::StreamExt;
use opencode_conformance::{Kind, Options, Report, Rule, Verdict, run};
use wrong_terminal::Fault;
use wrong_terminal::serve::serve;

const UNKNOWN: &str = "an unknown terminal";
const ECHO: &str = "output and echo";
const FIRST_WORDS: &str = "first words";
const REPLAY: &str = "replay";
const CURSOR: &str = "cursor";
const BOTH: &str = "two connections";
const SIZE: &str = "the size is that of the terminal";
const EXIT: &str = "exit";
const REMOVAL: &str = "removal closes the connection";

/// How many faults are tried at once; more would keep each other waiting.
const AT_ONCE: usize = 6;

/// Each fault, the check that is to find it, and words of what it says.
const FAULTS: [(Fault, &str, &str); 27] = [
    (Fault::UnknownAccepted, UNKNOWN, "is opened for an unknown terminal"),
    (Fault::UnknownFails, UNKNOWN, "answered 500 instead of 404"),
    (Fault::WrongHandshake, ECHO, "sec-websocket-accept"),
    (Fault::NoEcho, ECHO, "is not echoed"),
    (Fault::Deaf, ECHO, "does not answer"),
    (Fault::NoControl, ECHO, "did not come"),
    (Fault::ControlIsText, ECHO, "did not come"),
    (Fault::ControlWithoutCursor, ECHO, "is not a zero byte and"),
    (Fault::ControlMiscounts, ECHO, "the cursor is 8 after 7"),
    (Fault::ControlCountsReplay, CURSOR, "the cursor is"),
    (Fault::FirstWordsLost, FIRST_WORDS, "said \"ready\" at its start"),
    (Fault::NoReplay, REPLAY, "instead of what was said"),
    (Fault::ReplayTwice, REPLAY, "instead of what was said"),
    (Fault::CursorIgnored, CURSOR, "cursor=3 gets"),
    (Fault::NothingIsEverything, CURSOR, "cursor=-1 gets"),
    (Fault::OneReader, BOTH, "the one that typed does not see"),
    (Fault::LeavingEndsOthers, BOTH, "the other sees nothing more"),
    (Fault::ResizeIgnored, SIZE, "31 rows and 97 columns"),
    (Fault::ResizeTurned, SIZE, "97 31"),
    (Fault::ExitCodeZero, EXIT, "pty.exited says 0"),
    (Fault::ExitUntold, EXIT, "pty.exited did not come"),
    (Fault::ExitKeepsOpen, EXIT, "stays open"),
    (Fault::ExitBreaks, EXIT, "the connection broke"),
    (Fault::ExitClosesOddly, EXIT, "closed with 1011"),
    (Fault::RemovalKeepsOpen, REMOVAL, "stays open"),
    (Fault::RemovalUntold, REMOVAL, "pty.deleted did not come"),
    (Fault::RemovedStays, REMOVAL, "can still be connected to"),
];

/// `limit`: what does not come at all is waited for so long.
async fn tried(fault: Fault, limit: Duration) -> Report {
    let kinds = vec![Kind::Terminal];
    let options = Options { kinds, limit, ..Options::new(serve(fault).await) };
    run(options).await.expect("the replay can be made")
}

/// Case and message of each finding.
fn findings(report: &Report) -> Vec<(String, String)> {
    let exchanges = report.exchanges().filter(|exchange| exchange.kind == Kind::Terminal);
    let found = exchanges.flat_map(|exchange| {
        exchange.verdict.findings().iter().map(|finding| {
            assert_eq!(finding.rule, Rule::Terminal);
            (exchange.case.clone(), finding.message.clone())
        })
    });
    found.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn good_terminals_have_no_finding() {
    let report = tried(Fault::None, Duration::from_secs(30)).await;
    assert_eq!(findings(&report), []);
    let told: Vec<_> =
        report.exchanges().map(|exchange| (exchange.case.as_str(), &exchange.verdict)).collect();
    let all = [UNKNOWN, ECHO, FIRST_WORDS, REPLAY, CURSOR, BOTH, EXIT, SIZE, REMOVAL];
    let conforms = |case: &&str| told.contains(&(case, &Verdict::Conforms));
    assert!(told.len() == all.len() && all.iter().all(conforms), "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_is_found_by_the_check_that_is_meant_for_it() {
    // Each on a thread of its own: what one computes must not pass for another's silence.
    let alone = |(fault, case, words)| {
        let runtime = tokio::runtime::Handle::current();
        tokio::task::spawn_blocking(move || runtime.block_on(missed(fault, case, words)))
    };
    let missed: Vec<_> = futures::stream::iter(FAULTS)
        .map(alone)
        .buffer_unordered(AT_ONCE)
        .filter_map(async |missed| missed.expect("no thread panics"))
        .collect()
        .await;
    assert!(missed.is_empty(), "{} are missed:\n{}", missed.len(), missed.join("\n"));
}

/// What was found instead, if this was not.
async fn missed(fault: Fault, case: &str, words: &str) -> Option<String> {
    let found = findings(&tried(fault, Duration::from_secs(5)).await);
    let is_found = found.iter().any(|(of, message)| of == case && message.contains(words));
    (!is_found).then(|| format!("{fault:?}: {case:?} does not say {words:?}, but {found:#?}"))
}
