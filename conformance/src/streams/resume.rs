//! A reader that was cut off and comes back with `Last-Event-ID`: nothing is lost, nothing is doubled. Only where the
//! server gives its events ids. Start from [`play`].

use super::actor::{Actor, Hindrance};
use super::reader::{Kept, Reader};
use super::readers::window;
use crate::client::Call;
use crate::judge::{Finding, Rule};

/// Long enough to be cut in the middle.
const PROMPT: &str = "[long 300]";
/// Where it is cut: at this delta.
const CUT_AT: usize = 20;
/// An id that no server gave.
const UNKNOWN: &str = "conformance-unknown";

/// Cuts a reader off in the middle of an answer, lets it come back, and compares it with one that stayed.
pub(super) async fn play(actor: Actor<'_, '_>, call: &Call) -> Result<Vec<Finding>, Hindrance> {
    let client = &actor.trial.client;
    let failed = |problem| format!("the stream cannot be read: {problem}");
    let mut stays = Reader::open(client, call, None).await.map_err(failed)?;
    let mut leaves = Reader::open(client, call, None).await.map_err(failed)?;
    let session = actor.create().await?;
    stays.until(actor.soon(), |kept| kept.is("session.created", &session)).await;
    if stays.kept().last().is_none_or(|kept| kept.id.is_empty()) {
        actor.delete(&session).await?;
        return Err("the server gives its events no ids".to_owned());
    }
    actor.prompt_async(&session, PROMPT).await?;
    let mut deltas = 0;
    let cut = |kept: &Kept| {
        deltas += usize::from(kept.is("message.part.delta", &session));
        deltas == CUT_AT
    };
    let seen = leaves.until(actor.soon(), cut).await.ok_or("the answer is not streamed in deltas")?;
    let mut joined = leaves.kept();
    joined.truncate(seen);
    drop(leaves);
    let last = joined.last().map(|kept| kept.id.clone()).unwrap_or_default();

    let mut returns = match Reader::open(client, call, Some(&last)).await {
        Ok(returns) => returns,
        Err(problem) => {
            return Ok(finding(format!("with the id {last} the stream cannot be opened again: {problem}")));
        }
    };
    stays.until(client.limit(), |kept| kept.is("session.idle", &session)).await;
    actor.delete(&session).await?;
    for reader in [&mut stays, &mut returns] {
        reader.until(actor.soon(), |kept| kept.is("session.deleted", &session)).await;
    }
    let again = returns.kept();
    let mut found = Vec::new();
    if again.first().is_none_or(|kept| kept.kind() != "server.connected") {
        found.extend(finding("the first event after coming back is not server.connected".to_owned()));
    }
    joined.extend(again);
    let whole = window(&stays.kept(), &session).ok_or("session.deleted did not come")?;
    found.extend(lost_or_doubled(&whole, &joined, &session).into_iter().flat_map(finding));
    if let Err(problem) = Reader::open(client, call, Some(UNKNOWN)).await {
        found.extend(finding(format!("with an unknown id the stream cannot be opened: {problem}")));
    }
    Ok(found)
}

/// Compares what a reader saw that stayed with what one saw that was cut off, by the ids.
fn lost_or_doubled(whole: &[Kept], joined: &[Kept], session: &str) -> Option<String> {
    let ids = |kept: &[Kept]| -> Vec<String> { kept.iter().map(|kept| kept.id.clone()).collect() };
    let joined = match window(joined, session) {
        Some(joined) => ids(&joined),
        None => return Some("the reader that came back did not see the end of the session".to_owned()),
    };
    let whole = ids(whole);
    if whole == joined {
        return None;
    }
    let lost = whole.iter().filter(|id| !joined.contains(id)).count();
    let doubled = joined.iter().enumerate().filter(|(at, id)| joined[..*at].contains(id)).count();
    Some(match (lost, doubled) {
        (0, 0) => "after coming back the events are in another order".to_owned(),
        _ => format!(
            "of {} events, {lost} were lost and {doubled} came twice to a reader that came back",
            whole.len()
        ),
    })
}

fn finding(message: String) -> Vec<Finding> {
    vec![Finding::new(Rule::Resume, "", message)]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn events(ids: &[u32]) -> Vec<Kept> {
        let kind = |id: u32| match id {
            1 => "session.created",
            9 => "session.deleted",
            _ => "session.idle",
        };
        let event =
            |id: u32| json!({ "type": kind(id), "properties": { "sessionID": "s", "info": { "id": "s" } } });
        ids.iter().map(|id| Kept { id: id.to_string(), event: event(*id) }).collect()
    }

    #[test]
    fn lost_doubled_and_moved_events_are_found() {
        let whole = events(&[1, 2, 3, 9]);
        let told = |joined: &[u32]| lost_or_doubled(&whole, &events(joined), "s").unwrap_or_default();
        assert_eq!(told(&[1, 2, 3, 9]), "");
        assert!(told(&[1, 3, 9]).contains("1 were lost and 0 came twice"));
        assert!(told(&[1, 2, 2, 3, 9]).contains("0 were lost and 1 came twice"));
        assert!(told(&[1, 3, 2, 9]).contains("another order"));
        assert!(told(&[1, 2]).contains("did not see the end"));
    }
}
