//! Sends a request and prints what comes of it. Start from [`send`].

use std::io::{self, IsTerminal as _};

use opencode_client::{ApiError, Client, chain};
use reqwest::StatusCode;
use serde_json::Value;

use super::Failure;
use super::request::Request;
use crate::connection::Connection;
use crate::output;

/// Sends it; the answer goes to standard output: JSON on one line, indented on a terminal, anything else as it is.
///
/// # Errors
/// [`Failure`].
pub async fn send(connection: &Connection, request: Request, raw: bool) -> Result<(), Failure> {
    let client = connection.builder().build().map_err(|problem| Failure::NotMade(chain(&problem)))?;
    let answer = exchange(&client, &request)
        .await
        .map_err(|problem| Failure::NotMade(format!("no answer from {}: {problem}", connection.url)))?;
    let (status, body) = answer;
    if !status.is_success() {
        let name = request.operation;
        return Err(Failure::Refused(format!("{name} was answered with {status}: {}", reason(&body))));
    }
    if body.is_empty() {
        // The status came before the work, which then failed.
        return match request.answers && status == StatusCode::OK {
            true => {
                Err(Failure::Refused(format!("{} was answered with nothing: it failed", request.operation)))
            }
            false => Ok(()),
        };
    }
    let told = match serde_json::from_slice::<Value>(&body) {
        Ok(value) if !raw => match io::stdout().is_terminal() {
            true => format!("{value:#}\n").into_bytes(),
            false => format!("{value}\n").into_bytes(),
        },
        _ => body,
    };
    Ok(output::write(&told)?)
}

async fn exchange(client: &Client, request: &Request) -> Result<(StatusCode, Vec<u8>), String> {
    let method = request.method.parse::<reqwest::Method>().map_err(|problem| problem.to_string())?;
    let mut prepared = client.request(method, &request.path);
    if !request.query.is_empty() {
        prepared = prepared.query(&request.query);
    }
    if let Some(body) = &request.body {
        prepared = prepared.json(body);
    }
    let prepared = prepared.build().map_err(|problem| chain(&problem))?;
    // As every operation of the client goes: with its credentials, and by its way of sending.
    let answer = client.execute(prepared).await.map_err(|problem| chain(&problem))?;
    let status = answer.status();
    Ok((status, answer.bytes().await.map_err(|problem| chain(&problem))?.to_vec()))
}

/// What a refusal says, on one line.
fn reason(body: &[u8]) -> String {
    const SHOWN: usize = 300;
    let told = ApiError::read(body).map(|error| error.message()).unwrap_or_default();
    let line = told.lines().next().unwrap_or_default();
    let shown: String = line.chars().take(SHOWN).collect();
    if shown.is_empty() { "no reason given".to_owned() } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_one_line() {
        for (body, told) in [
            (
                r#"{"name":"NotFoundError","data":{"message":"Session not found: ses_1"}}"#,
                "Session not found: ses_1",
            ),
            (r#"{"name":"UnknownError","data":{"message":"Error: x\n    at y"}}"#, "Error: x"),
            (
                r#"{"data":{},"error":[{"path":["size","rows"],"message":"expected number"},{"path":[],"message":"no"}],"success":false}"#,
                "size.rows: expected number; no",
            ),
            (
                r#"{"data":{},"errors":[{"path":["title"],"message":"no string"}],"success":false}"#,
                "title: no string",
            ),
            (r#"{"error":"MCP server x does not support OAuth"}"#, "MCP server x does not support OAuth"),
            ("Unauthorized", "Unauthorized"),
            ("<html>\nbad gateway", "<html>"),
            ("", "no reason given"),
        ] {
            assert_eq!(reason(body.as_bytes()), told);
        }
    }
}
