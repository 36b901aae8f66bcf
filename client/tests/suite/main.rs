//! The client against both servers: every case runs on ours and on the real one from npm.
//!
//! A case is an async function over a [`Subject`] that panics if something is wrong; `CASES` lists them. Each gets a
//! project of its own on a server that all cases of a run share, so it may not dispose of everything, and may not count
//! sessions that are not its own. What cannot hold on one of the two servers stands in `differences.toml` with its
//! reason and the words that its failure says; an entry whose case passes or fails with other words, or that names no
//! case, fails the run. That our server has not built an operation yet (`server/api/operations.txt`) is no difference: a
//! case may end there with the refusal that says so.
//!
//! Every operation of the contract is called: a `Relay` notes which ones are, and a whole run that missed one fails.
//!
//! `SUITE=prompts cargo test -p opencode-client --test suite` runs the cases whose name contains that word.

mod conversations;
mod differences;
mod operations;
mod prompts;
mod reads;
mod relay;
mod requests;
mod sessions;
mod settings;
mod steering;
mod subject;
mod surroundings;
mod terminals;

use std::time::Duration;

use futures::future::BoxFuture;
use futures::{FutureExt as _, StreamExt as _};
use opencode_conformance::peers;

use differences::Differences;
use subject::{Place, Subject};

/// The longest that one case may take.
const LIMIT: Duration = Duration::from_secs(90);

/// Cases at a time: a machine with two cores should be busy, not crowded.
const AT_ONCE: usize = 3;

type Case = (&'static str, fn(Subject) -> BoxFuture<'static, ()>);

macro_rules! cases {
    ($($module:ident::$case:ident),* $(,)?) => {
        &[$((concat!(stringify!($module), "::", stringify!($case)), |subject| $module::$case(subject).boxed())),*]
    };
}

const CASES: &[Case] = cases![
    conversations::an_answer_is_streamed_and_whole,
    conversations::a_wait_ends_with_the_run,
    conversations::an_abort_ends_the_run,
    conversations::permissions_are_replied_to,
    conversations::questions_are_answered,
    operations::a_session_lives_and_ends,
    operations::a_directory_is_one_of_its_own,
    operations::a_stranger_is_refused,
    operations::a_wrong_request_is_told_by_its_issues,
    operations::what_is_not_there_is_typed,
    operations::the_contract_has_not_drifted,
    prompts::an_answer_comes_whole_and_in_pieces,
    prompts::a_run_that_cannot_start_is_an_error,
    reads::of_the_server_and_its_projects,
    reads::of_agents_and_providers,
    reads::of_sessions,
    reads::of_commands_and_skills,
    reads::of_files,
    reads::of_searches,
    reads::of_tools,
    reads::of_permissions_and_questions,
    reads::of_mcp_servers,
    reads::of_terminals,
    reads::of_language_servers,
    requests::for_permissions_are_replied_to_in_two_ways,
    requests::of_questions_are_answered_or_dismissed,
    sessions::have_lists_of_what_is_done_and_to_do,
    sessions::are_forked,
    sessions::are_reverted_and_brought_back,
    sessions::are_summarised,
    sessions::are_begun_with_a_look_at_the_project,
    sessions::run_commands,
    sessions::run_lines_of_a_shell,
    sessions::have_parts_that_change,
    sessions::are_not_shared_where_that_is_off,
    settings::of_a_project_are_changed,
    settings::hold_keys,
    settings::tell_how_to_sign_in,
    settings::begin_no_sign_in_with_an_unknown_provider,
    settings::end_no_sign_in_that_was_not_begun,
    settings::are_left_with_their_instance,
    steering::is_told_by_events,
    steering::waits_for_a_request,
    surroundings::projects_are_renamed,
    surroundings::worktrees_come_and_go,
    surroundings::mcp_servers_are_added_and_turned_off,
    surroundings::mcp_servers_that_are_programs_need_no_sign_in,
    surroundings::terminals_are_listed_and_named,
    surroundings::the_log_is_written_to,
    surroundings::all_events_are_told_with_their_directory,
    terminals::talk_and_tell_their_exit_code,
    terminals::are_replayed_from_any_count,
    terminals::have_a_size,
];

/// One after the other when all of `CASES` are done: they end what belongs to everybody.
const LAST: &[Case] = cases![settings::of_all_projects_are_changed, settings::are_left_with_all_instances];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn our_server() {
    let place = Place::ours().await;
    run(&place).await;
    place.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_real_server() {
    match tokio::task::block_in_place(peers::Packages::install) {
        Ok(packages) => {
            let place = Place::real(&packages).await;
            run(&place).await;
            place.end().await;
        }
        Err(missing) => peers::say_aloud("the suite on the real server", &missing),
    }
}

/// Runs all cases and says of each that failed why.
async fn run(place: &Place) {
    let wish = std::env::var("SUITE").unwrap_or_default();
    let mut differences = Differences::of(place.name());
    let mut verdicts = verdicts(place, CASES, &wish, AT_ONCE).await;
    verdicts.extend(self::verdicts(place, LAST, &wish, 1).await);
    let mut wrong: Vec<String> = Vec::new();
    for (name, verdict) in verdicts {
        match (verdict, differences.take(name)) {
            (Ok(()), None) => {}
            (Err(why), None) if !place.is_real() && is_unbuilt(&why) => {}
            (Err(why), Some(expected)) if why.contains(&expected.says) => {}
            (Err(why), Some(expected)) => {
                wrong.push(format!(
                    "{name} fails, but not with the words {:?} of its entry: {why}",
                    expected.says
                ));
            }
            (Ok(()), Some(expected)) => {
                let reason = expected.reason;
                wrong.push(format!("{name} passes; remove its entry from differences.toml ({reason})"));
            }
            (Err(why), None) => wrong.push(format!("{name}: {why}")),
        }
    }
    if wish.is_empty() {
        wrong.extend(
            differences.left().map(|name| format!("differences.toml names {name}, which is no case")),
        );
        let mut uncalled = place.uncalled();
        if !reads::can_search(place.is_real()) {
            uncalled.retain(|operation| !reads::SEARCHES.contains(operation));
        }
        if !uncalled.is_empty() {
            wrong.push(format!("no case called {}", uncalled.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "on {}\n{}\n{}", place.name(), wrong.join("\n"), place.said());
}

/// Runs the cases whose name contains `wish`, so many at once.
async fn verdicts(
    place: &Place,
    cases: &'static [Case],
    wish: &str,
    at_once: usize,
) -> Vec<(&'static str, Result<(), String>)> {
    let chosen = cases.iter().filter(|(name, _)| name.contains(wish));
    futures::stream::iter(chosen)
        .map(|(name, case)| async move {
            let case = tokio::spawn(tokio::time::timeout(LIMIT, case(place.subject(name))));
            let verdict = match case.await {
                Ok(Ok(())) => Ok(()),
                Ok(Err(_)) => Err(format!("not done after {} s", LIMIT.as_secs())),
                Err(panic) => Err(said(panic)),
            };
            (*name, verdict)
        })
        .buffer_unordered(at_once)
        .collect()
        .await
}

/// Whether a case ended at an operation that our server is known not to have.
fn is_unbuilt(why: &str) -> bool {
    let refusal = |operation: relay::Operation| format!("{} is not implemented yet", operation.id);
    relay::operations()
        .filter(|operation| !operation.is_built)
        .any(|operation| why.contains(&refusal(operation)))
}

fn said(panic: tokio::task::JoinError) -> String {
    let panic = panic.into_panic();
    panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "it panicked".to_owned())
}
