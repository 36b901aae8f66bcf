//! Playing generated cases: each in the state it needs, judged, and made smaller when it fails.
//!
//! Start at [`play`]. What is sent comes from [`generate`](crate::generate); what an answer means stands at
//! [`verdict::Rules`].

mod verdict;

use std::collections::BTreeSet;
use std::time::Instant;

use futures::StreamExt;

use crate::Mode;
use crate::client::Call;
use crate::contract::Operation;
use crate::generate::{Case, Chain, Expect, Generator, Table, misfits, smaller};
use crate::judge::Rule;
use crate::report::{Exchange, Kind, Verdict, millis};
use crate::trial::Trial;
use crate::variables::{Missing, Variables};
use verdict::Rules;

/// The most calls that are sent to make one failure smaller.
const MOST_SHRINKING: usize = 30;
/// After so many calls in a row without an answer, an operation is left alone.
const MOST_SILENCE: usize = 3;

/// Plays the generated cases of all operations that are reported on.
///
/// Operations are played side by side, as many as there are jobs, but each operation's cases one after the other: they
/// share a state. Results are told in the order of the contract, whatever was answered first.
pub(crate) async fn play(trial: &Trial<'_>) {
    let table = Table::embedded();
    let options = trial.options;
    let generator = Generator {
        contract: trial.contract,
        judge: &trial.judge,
        table: &table,
        seed: options.seed,
        most: options.cases,
    };
    let player = Player { trial, generator, rules: Rules::new(trial.contract, &trial.judge) };
    for operation in trial.contract.operations.values().filter(|operation| !trial.reported(&operation.id)) {
        for case in trial.plan.recorded.of(&operation.id) {
            trial.recorded(operation, case, Some("its operation is not reported on"));
        }
    }
    let again = options.again.as_ref();
    let reported = trial.contract.operations.values().filter(|operation| {
        trial.reported(&operation.id) && again.is_none_or(|again| again.generates(&operation.id))
    });
    let alone = |operation: &&Operation| table.find(&operation.id, |rule| rule.alone.as_ref()).is_some();
    let (last, first): (Vec<_>, Vec<_>) = reported.partition(alone);
    for (operations, jobs) in [(first, options.jobs.max(1)), (last, 1)] {
        let played = futures::stream::iter(operations).map(|operation| player.operation(operation));
        let mut played = std::pin::pin!(played.buffered(jobs));
        while let Some(exchanges) = played.next().await {
            trial.tell_all(exchanges);
        }
    }
}

/// What every operation needs.
struct Player<'a, 't> {
    trial: &'a Trial<'t>,
    generator: Generator<'a>,
    rules: Rules<'a>,
}

/// One call and what came of it.
struct Played {
    call: Call,
    status: Option<u16>,
    verdict: Verdict,
    elapsed_ms: u64,
}

/// How far the cases of an operation are.
#[derive(Default)]
struct Course {
    told: Vec<Exchange>,
    /// Calls in a row without an answer.
    silence: usize,
    /// Not even the plainest valid call gets through.
    hopeless: bool,
    /// Nothing more is to be sent.
    over: bool,
}

/// The state that an operation's calls rest on.
struct State<'a> {
    chain: Option<&'a Chain>,
    variables: Variables,
    /// Why it could not be prepared.
    problem: Option<String>,
}

impl<'a> Player<'a, '_> {
    async fn operation(&self, operation: &Operation) -> Vec<Exchange> {
        let table = self.generator.table;
        if table.find(&operation.id, |rule| rule.never.as_ref()).is_some() {
            return Vec::new();
        }
        let recorded = self.trial.plan.recorded.of(&operation.id).iter();
        let recorded = recorded.filter(|case| self.trial.wanted(&operation.id, case.kind(), &case.name));
        if let Some(reason) = self.reason_to_leave_out(operation) {
            recorded.for_each(|case| self.trial.recorded(operation, case, Some(&reason)));
            return vec![left_out(operation, reason)];
        }
        let mut state = self.state(operation).await;
        let mut course = Course::default();
        let problem = state.problem.take();
        course.told.extend(problem.clone().map(|problem| left_out(operation, problem)));
        for case in self.generator.cases(operation, &state.variables) {
            if course.over {
                break;
            }
            self.turn(operation, &case, &mut state, &mut course).await;
        }
        for case in recorded {
            let left_out = match self.turn(operation, case, &mut state, &mut course).await {
                true => None,
                false => {
                    Some(problem.clone().unwrap_or_else(|| self.why_not(operation, case, &state, &course)))
                }
            };
            self.trial.recorded(operation, case, left_out.as_deref());
        }
        self.leave(&mut state).await;
        course.told
    }

    /// Plays one case, if there is any sense in it. Whether it was sent.
    async fn turn(
        &self,
        operation: &Operation,
        case: &Case,
        state: &mut State<'a>,
        course: &mut Course,
    ) -> bool {
        // Where the plainest valid call does not get through, the others say nothing new.
        let pointless = course.over || (course.hopeless && case.expect == Expect::Accepted);
        if pointless || !self.trial.wanted(&operation.id, case.kind(), &case.name) {
            return false;
        }
        let Some(played) = self.case(operation, case, state).await else { return false };
        course.silence = if played.status.is_none() { course.silence + 1 } else { 0 };
        course.hopeless |= course.told.iter().all(|exchange| exchange.kind != Kind::Valid)
            && case.expect == Expect::Accepted
            && failure(&played.verdict).is_some_and(|rules| rules.iter().any(keeps_out));
        course.over = played.verdict == Verdict::NotBuilt || course.silence == MOST_SILENCE;
        course.told.push(self.exchange(operation, case, played));
        true
    }

    /// Why a recorded case was not sent.
    fn why_not(&self, operation: &Operation, case: &Case, state: &State<'_>, course: &Course) -> String {
        if course.over {
            return "its operation is not built, or no longer answers".to_owned();
        }
        if course.hopeless {
            return "not even the plainest call of its operation gets through".to_owned();
        }
        let call = match case.step.filled(operation, &state.variables, "/") {
            Ok(call) => call,
            Err(Missing(name)) => return format!("no earlier answer gave a {name}"),
        };
        let misfits = misfits(self.trial.contract, &self.trial.judge, operation, &call);
        let misfits: Vec<_> = misfits.into_iter().map(|misfit| misfit.at).collect();
        match misfits.as_slice() {
            [] => "a part of its path cannot be sent as one".to_owned(),
            places => format!("it does not fit the contract: {} of {}", places.join(", "), operation.id),
        }
    }

    fn reason_to_leave_out(&self, operation: &Operation) -> Option<String> {
        let mode = self.trial.options.mode;
        if mode == Mode::ReadOnly && operation.method != "GET" {
            return Some("it may change something, and the replay is to read only".to_owned());
        }
        let shared = self.generator.table.find(&operation.id, |rule| rule.shared.as_ref());
        shared
            .filter(|_| mode < Mode::Full)
            .map(|reason| format!("it {reason}, and the replay is to keep to its project"))
    }

    /// Plays one case; what is told of a failure is the smallest call that fails in the same way. `None` for a call that,
    /// in the state as it is now, would not be what it was meant to be.
    async fn case(&self, operation: &Operation, case: &Case, state: &mut State<'a>) -> Option<Played> {
        let mut played = self.attempt(operation, case, state).await?;
        let Some(rules) = failure(&played.verdict) else { return Some(played) };
        // An answer that never came would not come faster; and a refusal of what is invalid has a wrong form whatever
        // was wrong.
        let refused = played.status.is_some_and(|status| (400..500).contains(&status));
        if rules.contains(&Rule::Transport) || (refused && case.expect != Expect::Accepted) {
            return Some(played);
        }
        let given = self.generator.table.given(&operation.id);
        let wrong = match &case.expect {
            Expect::Refused(breach) => breach.at.strip_prefix("body ").unwrap_or(&breach.at),
            Expect::Accepted | Expect::NotFound { .. } => "nowhere",
        };
        let fixed = |at: &str| at == wrong || given.at(at).is_some();
        let mut smallest = case.clone();
        let mut left = MOST_SHRINKING;
        'smaller: loop {
            for step in smaller(&smallest.step, &fixed) {
                let candidate = Case { step, ..smallest.clone() };
                if left == 0 {
                    break 'smaller;
                }
                if !self.alike(operation, case, &candidate, &state.variables) {
                    continue;
                }
                left -= 1;
                let Some(again) = self.attempt(operation, &candidate, state).await else { continue };
                if failure(&again.verdict).as_ref() == Some(&rules) {
                    (smallest, played) = (candidate, again);
                    continue 'smaller;
                }
            }
            break;
        }
        Some(played)
    }

    /// Whether a smaller call is still valid, or still invalid for the same reason.
    fn alike(&self, operation: &Operation, case: &Case, smaller: &Case, variables: &Variables) -> bool {
        let misfits = |case: &Case| {
            let call = case.step.filled(operation, variables, "/").ok()?;
            Some(misfits(self.trial.contract, &self.trial.judge, operation, &call))
        };
        self.generator.right(operation, smaller, variables) && misfits(case) == misfits(smaller)
    }

    /// Sends one call, in a state made anew where the one before was used up.
    async fn attempt(&self, operation: &Operation, case: &Case, state: &mut State<'a>) -> Option<Played> {
        if !self.generator.right(operation, case, &state.variables) {
            return None;
        }
        let directory = self.trial.project.directory.to_string_lossy();
        let call = case.step.filled(operation, &state.variables, &directory).ok()?;
        let began = Instant::now();
        let received = self.trial.client.call(&call, self.trial.client.limit()).await;
        let elapsed_ms = millis(began.elapsed());
        let table = self.generator.table;
        let may_refuse = table.may_refuse(&operation.id, &call);
        let verdict = self.rules.verdict(operation, case, &call, may_refuse, &received);
        if let Ok(received) = &received {
            self.trial.keep(&operation.id, case.kind(), &case.name, received);
        }
        let status = received.as_ref().ok().map(|received| received.status);
        // What was left unanswered may still be under way, and the next call would wait for it.
        let mut used_up = received.is_err();
        if status.is_some_and(|status| (200..300).contains(&status)) {
            let body = received.ok().and_then(|received| serde_json::from_slice(&received.body).ok());
            self.undo(operation, &body.unwrap_or_default(), &state.variables).await;
            used_up = table.find(&operation.id, |rule| rule.fresh.as_ref()).is_some();
        }
        if used_up {
            self.leave(state).await;
            *state = self.state(operation).await;
        }
        Some(Played { call, status, verdict, elapsed_ms })
    }

    /// Takes back what an accepted call made.
    async fn undo(&self, operation: &Operation, answer: &serde_json::Value, variables: &Variables) {
        let made = ["/id", "/directory"].into_iter().find_map(|pointer| answer.pointer(pointer));
        let Some(made) = made else { return };
        let mut variables = variables.clone();
        variables.set("answer", made.clone());
        for rule in self.generator.table.rules(&operation.id) {
            // What cannot be taken back stays in the project, which is temporary.
            let _ = self.trial.prepare(&rule.undo, &mut variables).await;
        }
    }

    async fn state(&self, operation: &Operation) -> State<'a> {
        let chain = self.generator.table.chain(operation);
        let mut state = State { chain, variables: self.trial.variables(), problem: None };
        let Some(chain) = chain else { return state };
        if self.trial.options.mode == Mode::ReadOnly {
            state.problem = Some("it needs a state to be made, and the replay is to read only".to_owned());
            return state;
        }
        state.problem = self.trial.prepare(&chain.step, &mut state.variables).await.err();
        state
    }

    async fn leave(&self, state: &mut State<'a>) {
        let Some(chain) = state.chain.take().filter(|_| self.trial.options.mode > Mode::ReadOnly) else {
            return;
        };
        // As with what calls made: the project goes in the end.
        let _ = self.trial.prepare(&chain.undo, &mut state.variables).await;
    }

    fn exchange(&self, operation: &Operation, case: &Case, played: Played) -> Exchange {
        Exchange {
            operation: operation.id.clone(),
            kind: case.kind(),
            case: case.name.clone(),
            request: played.call.line(),
            curl: self.trial.is_repeated(&played.verdict).then(|| self.trial.client.curl(&played.call)),
            status: played.status,
            elapsed_ms: played.elapsed_ms,
            verdict: played.verdict,
        }
    }
}

impl Case {
    fn kind(&self) -> Kind {
        if self.expect == Expect::Accepted { Kind::Valid } else { Kind::Invalid }
    }
}

/// The rules that were broken, if any.
fn failure(verdict: &Verdict) -> Option<BTreeSet<Rule>> {
    match verdict {
        Verdict::Fails { findings } => Some(findings.iter().map(|finding| finding.rule).collect()),
        _ => None,
    }
}

/// Whether a failure of this kind says that the call did not get through at all.
fn keeps_out(rule: &Rule) -> bool {
    matches!(rule, Rule::ServerError | Rule::RefusedValid | Rule::Transport)
}

fn left_out(operation: &Operation, reason: String) -> Exchange {
    Exchange {
        operation: operation.id.clone(),
        kind: Kind::Valid,
        case: "generated calls".to_owned(),
        request: operation.line(),
        curl: None,
        status: None,
        elapsed_ms: 0,
        verdict: Verdict::NotExercised { reason },
    }
}
