//! Playing the plan against a server: fill in variables, send, judge, take variables from the answer.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::against::{self, Normal, Tape};
use crate::cases;
use crate::client::{Call, Client};
use crate::contract::{Contract, Operation, parameter_of};
use crate::judge::{Finding, Judge, Received, Rule};
use crate::plan::{Accept, Plan, Step, Story, Until};
use crate::project::Project;
use crate::report::{self, Exchange, Kind, Recorder, Report, SERVER, Setup, Verdict};
use crate::streams::Streams;
use crate::trial::Trial;
use crate::variables::{Missing, Variables};
use crate::{Mode, Options, RunError, gateway, silence, terminal};

/// Longest wait for a state that another call brings about, and the pause between two looks.
const STATE_LIMIT: Duration = Duration::from_secs(10);
const LOOK_AGAIN: Duration = Duration::from_millis(50);
/// The case of a server that stopped answering.
const GIVEN_UP: &str = "gives up";
/// How long a long poll is given.
const LONG_POLL: Duration = Duration::from_secs(1);

/// The recording of a replay, for another server to be held against.
pub(crate) struct Recorded {
    url: String,
    tape: Arc<Tape>,
}

/// What is to be replayed.
type Prepared = (Options, Contract, Plan);

/// Plays the plan and records what is answered.
pub(crate) async fn record(
    prepared: Prepared,
    progress: &mut (dyn FnMut(&Exchange) + Send),
) -> Result<Recorded, RunError> {
    let (report, tape) = play(prepared, true, None, progress).await?;
    if report.exchanges().any(|exchange| exchange.case == GIVEN_UP) {
        return Err(RunError::Silent { url: report.base_url });
    }
    Ok(Recorded { url: report.base_url, tape })
}

/// Plays the plan and judges what is answered, also beside what another server answered.
pub(crate) async fn replay(
    prepared: Prepared,
    other: Option<&Recorded>,
    progress: &mut (dyn FnMut(&Exchange) + Send),
) -> Result<Report, RunError> {
    Ok(play(prepared, other.is_some(), other, progress).await?.0)
}

async fn play(
    (mut options, contract, plan): Prepared,
    taped: bool,
    other: Option<&Recorded>,
    progress: &mut (dyn FnMut(&Exchange) + Send),
) -> Result<(Report, Arc<Tape>), RunError> {
    let recorder = Arc::new(Recorder::new(&contract, &plan.reported));
    let client = Client::new(&options)?.recorded(Arc::clone(&recorder));
    let version = client.version().await?;
    let corrections = std::mem::take(&mut options.corrections);
    let judge = Judge::new(&contract, corrections).map_err(RunError::Schemas)?;
    let judge = Arc::new(judge.recorded(Arc::clone(&recorder)));
    let project = Project::make().await.map_err(RunError::Project)?;
    let tape = Arc::new(Tape::new(Normal::new(&project.directory, &project.outside, client.base())));
    let mut trial = Trial::new(client, judge, &contract, &project, &options, &plan, progress);
    trial.tape = taped.then(|| Arc::clone(&tape));

    let began = Instant::now();
    let playing = trial.play_all();
    tokio::select! {
        played = playing => played?,
        () = trial.client.silenced() => trial.give_up(),
    }
    if let Some(other) = other {
        let differences = against::compare(&tape, &other.tape, &other.url, &trial.told());
        differences.into_iter().for_each(|told| trial.tell(told));
    }
    let base_url = trial.client.base().to_owned();
    let (exchanges, requests) = trial.into_told();
    let report = Report::make(report::Played {
        base_url,
        server_version: version,
        setup: Setup::of(&options),
        elapsed: began.elapsed(),
        contract: &contract,
        recorder: &recorder,
        exchanges,
        requests,
        reported: &plan.reported,
    });
    Ok((report, tape))
}

/// A judged answer, and its body for the steps that follow.
struct Played {
    status: Option<u16>,
    verdict: Verdict,
    body: Option<Value>,
    /// The answer as it came, where it is to be kept.
    received: Option<Received>,
}

impl Trial<'_> {
    /// Everything that is asked for, in its order.
    async fn play_all(&self) -> Result<(), RunError> {
        let streams = if self.plays(Kind::Stream) { Some(Streams::open(self).await) } else { None };
        if self.plays(Kind::Story) {
            for story in &self.plan.stories {
                self.play(story).await;
            }
        }
        // What generated cases and attacks bring about is no course of a run.
        streams.iter().for_each(|streams| streams.lenient(true));
        if let Some(tape) = &self.tape {
            tape.begin("");
        }
        if self.plays(Kind::Valid) || self.plays(Kind::Invalid) {
            cases::play(self).await;
        }
        if self.plays(Kind::Gateway) {
            gateway::play(self).await?;
        }
        streams.iter().for_each(|streams| streams.lenient(false));
        if let Some(streams) = &streams {
            streams.play(self).await;
        }
        if self.plays(Kind::Terminal) {
            terminal::play(self).await;
        }
        if let Some(streams) = streams {
            streams.finish(self).await;
        }
        Ok(())
    }

    /// Tells that the server has stopped answering, and of what it was not asked any more.
    fn give_up(&self) {
        let message = format!(
            "{} calls in a row had no answer, nor had /global/health: nothing more was asked",
            silence::MOST
        );
        let told = |operation: &str, request, verdict| Exchange {
            operation: operation.to_owned(),
            kind: Kind::Gateway,
            case: GIVEN_UP.to_owned(),
            request,
            curl: None,
            status: None,
            elapsed_ms: 0,
            verdict,
        };
        let asked: BTreeSet<_> = self.told().into_iter().map(|exchange| exchange.operation).collect();
        let finding = Finding::new(Rule::Transport, "", message);
        self.put(told(SERVER, "GET /global/health".to_owned(), Verdict::of(vec![finding])));
        for id in self.plan.reported.iter().filter(|id| !asked.contains(*id)) {
            let reason = "the server had stopped answering".to_owned();
            self.put(told(id, String::new(), Verdict::NotExercised { reason }));
        }
    }

    async fn play(&self, story: &Story) {
        let mut variables = self.variables();
        if let Some(tape) = &self.tape {
            tape.begin(story.told_as());
        }
        for step in &story.steps {
            let operation = &self.contract.operations[&step.call];
            let began = Instant::now();
            let (call, played) = match self.reason_to_leave_out(story, step, operation) {
                Some(reason) => (None, Played::not_exercised(reason)),
                None => match self.call(operation, step, &variables) {
                    Ok(call) => {
                        let played = self.step(operation, step, &call, &variables).await;
                        (Some(call), played)
                    }
                    Err(missing) => (None, self.probe(operation, missing).await),
                },
            };
            for (name, pointer) in &step.capture {
                if let Some(value) = played.body.as_ref().and_then(|body| body.pointer(pointer)) {
                    variables.set(name, value.clone());
                }
            }
            let case = format!("{}/{}", story.name, step.number);
            if let Some(received) = &played.received {
                self.keep(&operation.id, Kind::Story, &case, received);
            }
            if let Some(tape) = self.tape.as_ref().filter(|_| played.verdict == Verdict::NotBuilt) {
                tape.cut();
            }
            self.tell(Exchange {
                operation: operation.id.clone(),
                kind: Kind::Story,
                case,
                request: call.as_ref().map_or_else(|| operation.line(), Call::line),
                curl: call.map(|call| self.client.curl(&call)),
                status: played.status,
                elapsed_ms: report::millis(began.elapsed()),
                verdict: played.verdict,
            });
        }
    }

    fn reason_to_leave_out(&self, story: &Story, step: &Step, operation: &Operation) -> Option<String> {
        if self.options.mode == Mode::ReadOnly && operation.method != "GET" {
            return Some("it may change something, and the replay is to read only".to_owned());
        }
        if self.options.mode < Mode::Full && step.shared {
            return Some("it concerns the whole server, and the replay is to keep to its project".to_owned());
        }
        (story.git && !self.project.under_git).then(|| "it needs git, which is not there".to_owned())
    }

    /// The call of a step, with the project as its directory.
    fn call(&self, operation: &Operation, step: &Step, variables: &Variables) -> Result<Call, Missing> {
        step.filled(operation, variables, &self.project.directory.to_string_lossy())
    }

    /// What every step may speak of.
    pub(crate) fn variables(&self) -> Variables {
        let mut variables = Variables::default();
        variables.set("directory", self.project.directory.to_string_lossy().into());
        variables.set("outside", self.project.outside.to_string_lossy().into());
        variables
    }

    /// Plays steps that are not told of, because they only prepare a state or take it away.
    ///
    /// # Errors
    /// A step gave no value for a variable, or could not be sent for want of one; said in words.
    pub(crate) async fn prepare(&self, steps: &[Step], variables: &mut Variables) -> Result<(), String> {
        for step in steps {
            let operation = self.contract.operations.get(&step.call);
            let operation = operation.ok_or_else(|| format!("this contract has no {}", step.call))?;
            let call = self.call(operation, step, variables);
            let call = call.map_err(|Missing(name)| format!("no earlier answer gave a {name}"))?;
            let played = self.step(operation, step, &call, variables).await;
            for (name, pointer) in &step.capture {
                let value = played.body.as_ref().and_then(|body| body.pointer(pointer));
                let status =
                    played.status.map_or("no answer".to_owned(), |status| format!("status {status}"));
                let value = value.ok_or_else(|| format!("{} gave no {name} ({status})", step.call))?;
                variables.set(name, value.clone());
            }
        }
        Ok(())
    }

    async fn step(&self, operation: &Operation, step: &Step, call: &Call, variables: &Variables) -> Played {
        if let Some(problem) = self.misfit(operation, call) {
            return Played::not_exercised(problem);
        }
        if step.upgrade {
            return self.upgrade(operation, call).await;
        }
        let until = step.until.as_ref().map(|until| until.filled(variables)).transpose();
        let Ok(until) = until else {
            return Played::not_exercised("what it waits for is not known".to_owned());
        };
        let deadline = Instant::now() + STATE_LIMIT;
        loop {
            let played = self.exchange(operation, step, call, variables).await;
            if played.is_last(until.as_ref()) || Instant::now() > deadline {
                return played;
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// A body that this contract does not allow would be the replay's fault, not the server's.
    fn misfit(&self, operation: &Operation, call: &Call) -> Option<String> {
        let (schema, body) = (&operation.body.as_ref()?.schema, call.body.as_ref()?);
        let finding = self.judge.value(schema, body, Rule::Body).into_iter().next()?;
        Some(format!("the case does not fit this contract: {}: {}", finding.pointer, finding.message))
    }

    async fn exchange(
        &self,
        operation: &Operation,
        step: &Step,
        call: &Call,
        variables: &Variables,
    ) -> Played {
        let limit = if step.long_poll { LONG_POLL } else { self.client.limit() };
        let received = match self.client.call(call, limit).await {
            Ok(received) => received,
            Err(_) if step.long_poll => {
                return Played::not_exercised(
                    "nothing was there to be answered with, and it waits".to_owned(),
                );
            }
            Err(error) => return Played::fails(None, vec![error.into()]),
        };
        let played = self.judged(operation, step, &received, variables);
        Played { received: self.tape.is_some().then_some(received), ..played }
    }

    fn judged(
        &self,
        operation: &Operation,
        step: &Step,
        received: &Received,
        variables: &Variables,
    ) -> Played {
        let status = received.status;
        if status == 501 {
            return Played { status: Some(501), verdict: Verdict::NotBuilt, body: None, received: None };
        }
        let accepted = match step.accept {
            Accept::Success => operation.success_statuses(),
            Accept::Documented => vec![status],
        };
        let (mut findings, body) = self.judge.answer(operation, &accepted, received);
        if let Some(body) = body.as_ref().filter(|_| findings.is_empty() && status < 300) {
            findings.extend(unexpected(step, body, variables));
        }
        Played { status: Some(status), verdict: Verdict::of(findings), body, received: None }
    }

    async fn upgrade(&self, operation: &Operation, call: &Call) -> Played {
        match self.client.upgrade(call).await {
            Ok(Received { status: 101, .. }) => {
                Played { status: Some(101), verdict: Verdict::Conforms, body: None, received: None }
            }
            Ok(received) => self.judged(operation, &Step::default(), &received, &Variables::default()),
            Err(error) => Played::fails(None, vec![error.into()]),
        }
    }

    /// A call whose ids never came to be: with invented ones it can only show whether the operation is built.
    async fn probe(&self, operation: &Operation, Missing(name): Missing) -> Played {
        let invented = |segment| if parameter_of(segment).is_some() { "conformance" } else { segment };
        let segments = operation.segments().map(invented).map(str::to_owned).collect();
        let directory = self.project.directory.to_string_lossy().into_owned();
        let query = vec![("directory".to_owned(), directory)];
        let call = Call { method: operation.method.clone(), segments, query, body: None };
        match self.client.call(&call, self.client.limit()).await {
            Ok(Received { status: 501, .. }) => {
                Played { status: Some(501), verdict: Verdict::NotBuilt, body: None, received: None }
            }
            _ => Played::not_exercised(format!("no earlier answer gave a {name}")),
        }
    }
}

/// What the answer does not hold although the call asked for it. A value that rests on an unknown variable is not asked.
fn unexpected(step: &Step, body: &Value, variables: &Variables) -> Vec<Finding> {
    let filled = |(pointer, value): (&String, &Value)| {
        Some((variables.text(pointer).ok()?, variables.fill(value).ok()?))
    };
    let wanted = step.expect.iter().filter_map(filled);
    let wrong = wanted.filter(|(pointer, wanted)| body.pointer(pointer) != Some(wanted));
    let findings = wrong.map(|(pointer, wanted)| {
        let found = body.pointer(&pointer).map_or("nothing".to_owned(), ToString::to_string);
        let message = format!("{} instead of {wanted}", crate::explain::shortened(&found, 80));
        Finding::new(Rule::Value, pointer, message)
    });
    findings.collect()
}

impl Played {
    fn not_exercised(reason: String) -> Played {
        Played { status: None, verdict: Verdict::NotExercised { reason }, body: None, received: None }
    }

    fn fails(status: Option<u16>, findings: Vec<Finding>) -> Played {
        Played { status, verdict: Verdict::Fails { findings }, body: None, received: None }
    }

    /// Whether another try cannot bring what is waited for: it is there, or something else went wrong.
    fn is_last(&self, until: Option<&Until>) -> bool {
        let (pointer, wanted) = match until {
            None => return true,
            // Only a refusal is a matter of time.
            Some(Until::Accepted) => return !matches!(self.status, Some(400..500)),
            Some(Until::Present(pointer)) => (pointer, true),
            Some(Until::Absent(pointer)) => (pointer, false),
        };
        let reached = self.body.as_ref().is_some_and(|body| body.pointer(pointer).is_some() == wanted);
        let on_the_way = match &self.verdict {
            Verdict::Conforms => true,
            // A value that the call is waiting for is not there yet.
            Verdict::Fails { findings } => findings.iter().all(|finding| finding.rule == Rule::Value),
            _ => false,
        };
        reached || !on_the_way
    }
}
