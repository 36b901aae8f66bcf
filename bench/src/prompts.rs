//! A prompt from sending to the end of its answer, as a reader of `/event` sees it.

use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use opencode_conformance::peers::Events;

use crate::subject::Subject;
use opencode_bench::report::{Results, Unit, median};

const LONG: usize = 2000;

/// One answer.
struct Answer {
    first_delta: Duration,
    done: Duration,
    /// Events of any kind from the first delta to `session.idle`.
    events: usize,
    deltas: usize,
}

pub async fn measure(subject: &Subject, rounds: usize, results: &mut Results) -> anyhow::Result<()> {
    let session = subject.caller.create_session().await?;
    let mut events = subject.caller.events().await?;
    // The first prompt of a session also makes its title; that is not what is measured.
    prompt(subject, &mut events, &session, "[say warm]").await?;
    let (mut first, mut done) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let answer = prompt(subject, &mut events, &session, "[say A short answer.]").await?;
        first.push(answer.first_delta.as_secs_f64());
        done.push(answer.done.as_secs_f64());
    }
    results.add("prompt to first delta", median(&mut first), Unit::Seconds);
    results.add("prompt to done", median(&mut done), Unit::Seconds);

    let (mut done, mut rates) = (Vec::new(), Vec::new());
    for _ in 0..rounds.min(3) {
        let answer = prompt(subject, &mut events, &session, &format!("[long {LONG}]")).await?;
        ensure!(answer.deltas > 0, "a long answer without deltas");
        done.push(answer.done.as_secs_f64());
        rates.push(answer.events as f64 / (answer.done - answer.first_delta).as_secs_f64());
    }
    results.add(&format!("answer of {LONG} chunks to done"), median(&mut done), Unit::Seconds);
    results.add(&format!("answer of {LONG} chunks, events/s"), median(&mut rates), Unit::PerSecond);
    Ok(())
}

async fn prompt(subject: &Subject, events: &mut Events, session: &str, text: &str) -> anyhow::Result<Answer> {
    let sent = Instant::now();
    subject.caller.prompt_async(session, text).await?;
    let mut first_delta = None;
    let (mut all, mut deltas) = (0, 0);
    let last = events.until("session.idle after a delta", |arrived| {
        if arrived.is("message.part.delta", session) {
            deltas += 1;
            first_delta.get_or_insert(arrived.at - sent);
        }
        all += usize::from(first_delta.is_some());
        // What a run before left behind may still come in: the end counts only after a beginning.
        first_delta.is_some() && arrived.is("session.idle", session)
    });
    let done = last.await?.at - sent;
    let first_delta = first_delta.context("an answer without deltas")?;
    Ok(Answer { first_delta, done, events: all, deltas })
}
