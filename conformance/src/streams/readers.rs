//! Several readers at once: two of the same stream, the global stream beside that of one directory, and one of another
//! directory. Start from [`observe`], which makes things happen before all of them; the rest compares what they saw.

use serde_json::Value;

use super::actor::{Actor, Hindrance};
use super::reader::{Kept, Reader};
use crate::judge::{Finding, Rule};
use crate::trial::Trial;

/// What happens to no directory alone, or is told of a new one: the stream of a directory does not have it.
const GLOBAL_ONLY: [&str; 4] = ["worktree.ready", "worktree.failed", "project.updated", "global.disposed"];
/// Thinks, answers in pieces, and uses a tool, so that the run has events of many types.
const PROMPT: &str = "[reasoning] [tool:todowrite first;second] [long 20]";

/// What each reader saw of one session from its creation to its deletion.
pub(super) struct Observed {
    first: Vec<Kept>,
    second: Vec<Kept>,
    /// `None`: this contract has no global stream, or it is not there.
    global: Option<Vec<Kept>>,
    elsewhere: Vec<Kept>,
    session: String,
    /// The session in the other directory.
    other: String,
    directory: String,
    outside: String,
}

/// Opens all readers, lets a session live in the project and another one in another directory, and waits until every
/// reader has seen the end of what concerns it, or has had the time for it.
pub(super) async fn observe(trial: &Trial<'_>) -> Result<Observed, Hindrance> {
    let here = Actor::of(trial);
    let there = Actor { directory: &trial.project.outside, ..here };
    let stream = |actor: Actor<'_, '_>, id: &str| {
        actor.call(id, &[], None).ok_or_else(|| format!("the contract has no {id}"))
    };
    let client = &trial.client;
    let call = stream(here, "event.subscribe")?;
    let failed = |problem| format!("/event cannot be read: {problem}");
    let mut first = Reader::open(client, &call, None).await.map_err(failed)?;
    let mut second = Reader::open(client, &call, None).await.map_err(failed)?;
    let call = stream(there, "event.subscribe")?;
    let mut elsewhere = Reader::open(client, &call, None).await.map_err(failed)?;
    let mut global = match stream(here, "global.event") {
        Ok(call) => Reader::open(client, &call, None).await.ok(),
        Err(_) => None,
    };

    let session = here.create().await?;
    let other = there.create().await?;
    here.prompt(&session, PROMPT).await?;
    // What follows the answer is told before the session is gone.
    first.until(here.soon(), |kept| kept.is("session.idle", &session)).await;
    there.delete(&other).await?;
    here.delete(&session).await?;
    for reader in [Some(&mut first), Some(&mut second), global.as_mut()].into_iter().flatten() {
        reader.until(here.soon(), |kept| kept.is("session.deleted", &session)).await;
    }
    elsewhere.until(here.soon(), |kept| kept.is("session.deleted", &other)).await;
    Ok(Observed {
        first: first.kept(),
        second: second.kept(),
        global: global.map(|reader| reader.kept()),
        elsewhere: elsewhere.kept(),
        session,
        other,
        directory: trial.project.directory.to_string_lossy().into_owned(),
        outside: trial.project.outside.to_string_lossy().into_owned(),
    })
}

impl Observed {
    /// Two readers of the same stream see the same events in the same order.
    pub fn two_readers(&self) -> Result<Vec<Finding>, Hindrance> {
        let first = self.window(&self.first, "the first reader");
        let second = self.window(&self.second, "the second reader");
        let difference = match (first, second) {
            (Ok(first), Ok(second)) => difference(("the first reader", &first), ("the second", &second)),
            (Err(problem), _) | (_, Err(problem)) => Some(problem),
        };
        Ok(findings(difference))
    }

    /// The global stream tells the same of a directory as the stream of that directory.
    pub fn global_stream(&self) -> Result<Vec<Finding>, Hindrance> {
        let global = self.global.as_ref().ok_or("/global/event cannot be read")?;
        let of_directory: Vec<_> = global
            .iter()
            .filter(|kept| kept.event["directory"] == self.directory.as_str())
            .filter(|kept| !GLOBAL_ONLY.contains(&kept.kind()))
            .cloned()
            .collect();
        let one = self.window(&self.first, "the reader of /event");
        let all = self.window(&of_directory, "the reader of /global/event");
        let difference = match (one, all) {
            (Ok(one), Ok(all)) => difference(("/event", &one), ("/global/event for that directory", &all)),
            // What is missing here is told of `/event` already.
            (Err(problem), _) => return Err(problem),
            (_, Err(problem)) => Some(problem),
        };
        Ok(findings(difference))
    }

    /// A directory's stream has the events of that directory, and of no other.
    pub fn other_directory(&self) -> Result<Vec<Finding>, Hindrance> {
        let mut found = Vec::new();
        for (stream, directory, foreign, of) in [
            (&self.first, &self.directory, &self.other, &self.outside),
            (&self.elsewhere, &self.outside, &self.session, &self.directory),
        ] {
            if let Some(kept) = stream.iter().find(|kept| kept.session() == foreign) {
                let kind = kept.kind();
                found.push(format!("the stream of {directory} has {kind} of a session in {of}"));
            }
        }
        if !self.elsewhere.iter().any(|kept| kept.is("session.created", &self.other)) {
            found.push(format!("the stream of {} lacks the session.created of its session", self.outside));
        }
        Ok(found.into_iter().flat_map(|message| findings(Some(message))).collect())
    }

    /// From the creation of the session to its deletion, without what is about the stream itself.
    fn window(&self, kept: &[Kept], whose: &str) -> Result<Vec<Kept>, String> {
        window(kept, &self.session).ok_or_else(|| {
            let has = |kind: &str| kept.iter().any(|kept| kept.is(kind, &self.session));
            let missing = if has("session.created") { "session.deleted" } else { "session.created" };
            format!("{whose} did not see {missing} of a session that was created and deleted")
        })
    }
}

/// From the creation of a session to its deletion, without what is about the stream itself.
pub(super) fn window(kept: &[Kept], session: &str) -> Option<Vec<Kept>> {
    let begin = kept.iter().position(|kept| kept.is("session.created", session))?;
    let end = kept.iter().rposition(|kept| kept.is("session.deleted", session))?;
    Some(kept.get(begin..=end)?.iter().filter(|kept| !kept.of_stream()).cloned().collect())
}

/// How what one reader saw differs from what another saw, if it does.
pub(super) fn difference((one, left): (&str, &[Kept]), (other, right): (&str, &[Kept])) -> Option<String> {
    let inner = |kept: &Kept| -> Value { kept.event.get("payload").unwrap_or(&kept.event).clone() };
    let same = left.iter().zip(right).take_while(|(left, right)| inner(left) == inner(right)).count();
    if same == left.len() && same == right.len() {
        return None;
    }
    let kind = |kept: Option<&Kept>| kept.map_or("nothing more".to_owned(), |kept| kept.kind().to_owned());
    let (here, there) = (kind(left.get(same)), kind(right.get(same)));
    let count = format!("{one} saw {} events, {other} {}", left.len(), right.len());
    Some(if here == there {
        format!("{count}; event {} ({here}) is not the same", same + 1)
    } else {
        format!("{count}; event {} is {here} for the one and {there} for the other", same + 1)
    })
}

fn findings(message: Option<String>) -> Vec<Finding> {
    message.into_iter().map(|message| Finding::new(Rule::Readers, "", message)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn kept(kind: &str, session: &str) -> Kept {
        let event = match kind {
            "session.created" | "session.deleted" => {
                json!({ "type": kind, "properties": { "info": { "id": session } } })
            }
            _ => json!({ "type": kind, "properties": { "sessionID": session } }),
        };
        Kept { id: String::new(), event }
    }

    fn wrapped(directory: &str, kept: Kept) -> Kept {
        Kept { event: json!({ "directory": directory, "payload": kept.event }), ..kept }
    }

    fn life(session: &str) -> Vec<Kept> {
        ["server.connected", "session.created", "server.heartbeat", "session.idle", "session.deleted"]
            .map(|kind| kept(kind, session))
            .to_vec()
    }

    fn observed(change: impl FnOnce(&mut Observed)) -> [usize; 3] {
        let global = life("ses_1").into_iter().map(|kept| wrapped("/a", kept));
        let foreign = life("ses_2").into_iter().map(|kept| wrapped("/b", kept));
        let mut observed = Observed {
            first: life("ses_1"),
            second: life("ses_1"),
            global: Some(global.chain(foreign).collect()),
            elsewhere: life("ses_2"),
            session: "ses_1".to_owned(),
            other: "ses_2".to_owned(),
            directory: "/a".to_owned(),
            outside: "/b".to_owned(),
        };
        change(&mut observed);
        [observed.two_readers(), observed.global_stream(), observed.other_directory()]
            .map(|found| found.expect("exercised").len())
    }

    #[test]
    fn readers_that_see_the_same_are_no_finding() {
        assert_eq!(observed(|_| {}), [0, 0, 0]);
        // A heartbeat comes when it comes; what others do on the global stream is theirs.
        assert_eq!(observed(|observed| drop(observed.second.remove(2))), [0, 0, 0]);
    }

    #[test]
    fn what_one_reader_lacks_or_sees_in_another_order_is_found() {
        assert_eq!(observed(|observed| drop(observed.second.remove(3))), [1, 0, 0]);
        assert_eq!(observed(|observed| drop(observed.second.pop())), [1, 0, 0]);
        assert_eq!(observed(|observed| observed.second.insert(3, kept("x", "ses_1"))), [1, 0, 0]);
        let global = |observed: &mut Observed| drop(observed.global.as_mut().expect("read").remove(3));
        assert_eq!(observed(global), [0, 1, 0]);
    }

    #[test]
    fn events_of_another_directory_are_found() {
        assert_eq!(observed(|observed| observed.elsewhere.push(kept("session.idle", "ses_1"))), [0, 0, 1]);
        assert_eq!(observed(|observed| observed.first.push(kept("session.idle", "ses_2"))), [0, 0, 1]);
        assert_eq!(observed(|observed| observed.elsewhere.clear()), [0, 0, 1]);
    }
}
