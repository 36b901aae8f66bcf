//! Answers that one contract names and the other covers by a range or by `default`: compared like any pair.

use opencode_spec::document::Document;
use serde_json::{Value, json};

use crate::support::{changes, document, lines};

/// A document with one operation that gives these answers.
fn answers(responses: &Value, named: &Value) -> Document {
    document(&json!({
        "openapi": "3.1.1",
        "info": {"title": "t", "version": "1"},
        "paths": {"/thing": {"get": {"operationId": "thing.get", "responses": responses}}},
        "components": {"responses": named},
    }))
}

fn json_of(schema: &Value) -> Value {
    json!({"description": "d", "content": {"application/json": {"schema": schema}}})
}

fn text() -> Value {
    json_of(&json!({"type": "string"}))
}

fn object() -> Value {
    json_of(&json!({"type": "object", "properties": {"e": {"type": "string"}}, "required": ["e"]}))
}

fn done() -> Value {
    json!({"description": "done"})
}

/// Both sides, and what is told there and back, without the operation: it is the same everywhere.
type Row = (Value, Value, &'static [&'static str], &'static [&'static str]);

const OTHER_TYPE: &str = "breaking response-property-type-changed: answer 400";

fn bodies() -> Vec<Row> {
    vec![
        (
            json!({"200": done(), "400": text()}),
            json!({"200": done(), "4XX": object()}),
            &["compatible response-non-success-status-added: answer 4XX", OTHER_TYPE],
            &["compatible response-non-success-status-removed: answer 4XX", OTHER_TYPE],
        ),
        (
            json!({"200": done(), "400": text()}),
            json!({"200": done(), "default": object()}),
            &["compatible response-non-success-status-added: answer default", OTHER_TYPE],
            &["compatible response-non-success-status-removed: answer default", OTHER_TYPE],
        ),
        (
            json!({"200": done(), "default": text()}),
            json!({"200": done(), "default": text(), "400": object()}),
            &[OTHER_TYPE],
            &[OTHER_TYPE],
        ),
        // A range is covered as well.
        (
            json!({"200": done(), "default": text()}),
            json!({"200": done(), "default": text(), "4XX": object()}),
            &["breaking response-property-type-changed: answer 4XX"],
            &["breaking response-property-type-changed: answer 4XX"],
        ),
        // The set of values grows or shrinks, as in any answer.
        (
            json!({"200": done(), "4XX": json_of(&json!({"type": "string"}))}),
            json!({"200": done(), "4XX": text(), "400": json_of(&json!({"type": ["string", "boolean"]}))}),
            &["breaking response-property-type-generalized: answer 400"],
            &["breaking-for-servers response-property-type-specialized: answer 400"],
        ),
    ]
}

fn exactness() -> Vec<Row> {
    let all = |more: &[(&str, Value)]| {
        let mut all = json!({"200": done(), "4XX": text(), "default": object()});
        for (status, answer) in more {
            all[status] = answer.clone();
        }
        all
    };
    vec![
        (all(&[]), all(&[("400", text()), ("500", object()), ("3XX", object())]), &[], &[]),
        (all(&[]), all(&[("400", object())]), &[OTHER_TYPE], &[OTHER_TYPE]),
        (
            all(&[]),
            all(&[("500", text())]),
            &["breaking response-property-type-changed: answer 500"],
            &["breaking response-property-type-changed: answer 500"],
        ),
    ]
}

/// Every status of the narrower side is covered; what the wider one has besides is told.
fn wider() -> Vec<Row> {
    vec![
        (
            json!({"200": text()}),
            json!({"2XX": text()}),
            &["breaking response-success-status-added: answer 2XX"],
            &["breaking response-success-status-removed: answer 2XX"],
        ),
        // Where nothing else is described, `default` stands for a success.
        (
            json!({"200": text()}),
            json!({"default": text()}),
            &["breaking response-success-status-added: answer default"],
            &["breaking response-success-status-removed: answer default"],
        ),
        (
            json!({"200": done(), "400": text()}),
            json!({"200": done(), "4XX": text()}),
            &["compatible response-non-success-status-added: answer 4XX"],
            &["compatible response-non-success-status-removed: answer 4XX"],
        ),
    ]
}

fn around_bodies() -> Vec<Row> {
    let header = json!({"ETag": {"required": true, "description": "d", "schema": {"type": "string"}}});
    let plain = json!({"description": "d", "content": {"text/plain": {"schema": {"type": "string"}}}});
    let told = |text: &str| {
        json!({
            "description": text,
            "headers": {"ETag": {"description": text, "schema": {"type": "string", "title": text}}},
            "content": {"application/json": {
                "schema": {"type": "string", "description": text},
                "example": text,
            }},
            "x-note": text,
        })
    };
    vec![
        (
            json!({"200": done(), "default": done()}),
            json!({"200": done(), "default": done(), "400": {"description": "d", "headers": header}}),
            &["breaking-for-servers response-required-header-added: answer 400, header etag"],
            &["breaking required-response-header-removed: answer 400, header etag"],
        ),
        (
            json!({"200": done(), "default": text()}),
            json!({"200": done(), "default": text(), "400": plain}),
            &[
                "breaking response-media-type-removed: answer 400, application/json",
                "breaking response-media-type-added: answer 400, text/plain",
            ],
            &[
                "breaking response-media-type-removed: answer 400, text/plain",
                "breaking response-media-type-added: answer 400, application/json",
            ],
        ),
        // Nobody changed a text: these are two answers.
        (
            json!({"200": done(), "default": told("one")}),
            json!({"200": done(), "default": told("one"), "400": told("other")}),
            &[],
            &[],
        ),
        (
            json!({"200": done(), "400": done(), "default": done()}),
            json!({"200": done(), "400": done(), "default": {"description": "d", "links": {}}}),
            &[
                "document-only description-changed: answer default",
                "unknown api-keyword-changed: answer default",
            ],
            &[
                "document-only description-changed: answer default",
                "unknown api-keyword-changed: answer default",
            ],
        ),
        (
            json!({"200": done(), "default": done()}),
            json!({"200": done(), "default": done(), "400": {"description": "d", "links": {}}}),
            &["unknown api-keyword-changed: answer 400"],
            &["unknown api-keyword-changed: answer 400"],
        ),
    ]
}

/// What is told, without the direction and the operation where that is what it is told of.
fn told(old: &Document, new: &Document) -> Vec<String> {
    let short =
        |line: String| line.replacen(" response thing.get: ", ": ", 1).replacen(" thing.get: ", ": ", 1);
    lines(old, new).into_iter().map(short).collect()
}

#[test]
fn a_status_is_compared_with_the_answer_that_covers_it() {
    let rows = [bodies(), exactness(), wider(), around_bodies()].concat();
    for (before, after, there, back) in rows {
        let (old, new) = (answers(&before, &json!({})), answers(&after, &json!({})));
        assert_eq!(told(&old, &new), there, "{before} -> {after}");
        assert_eq!(told(&new, &old), back, "{after} -> {before}");
    }
}

#[test]
fn a_change_says_which_answer_covered_the_status() {
    let old = answers(&json!({"400": text()}), &json!({}));
    let new = answers(&json!({"4XX": object()}), &json!({}));
    for (left, right, how) in [(&old, &new, "(4XX stands for 400 now)"), (&new, &old, "(4XX stood for 400)")]
    {
        let found = changes(left, right);
        let body = found.iter().find(|change| change.rule == "response-property-type-changed");
        let message = body.map(|change| change.message.as_str()).unwrap_or_default();
        assert!(message.ends_with(how), "{message}");
    }
}

#[test]
fn a_named_answer_of_several_statuses_is_told_once() {
    let bad = json!({"$ref": "#/components/responses/Bad"});
    let same = "breaking response-property-type-changed: answer ";
    for (old, new, expected) in [
        // Both sides name the range, and say the same of the statuses in it.
        (json!({"400": bad, "401": bad, "4XX": bad}), json!({"4XX": object()}), vec![format!("{same}4XX")]),
        (
            json!({"200": done(), "400": bad, "401": bad, "default": text()}),
            json!({"200": done(), "default": object()}),
            vec![format!("{same}default"), format!("{same}400")],
        ),
    ] {
        let named = json!({"Bad": text()});
        let (left, right) = (answers(&old, &named), answers(&new, &named));
        assert_eq!(told(&left, &right), expected, "{old} -> {new}");
        assert_eq!(told(&right, &left), expected, "{new} -> {old}");
    }
    // The answer itself changed.
    let (old, new) = (json!({"400": bad, "404": bad}), json!({"4XX": bad}));
    let (left, right) = (answers(&old, &json!({"Bad": text()})), answers(&new, &json!({"Bad": object()})));
    assert_eq!(
        told(&left, &right),
        [
            "compatible response-non-success-status-added: answer 4XX",
            "breaking response-property-type-changed response answer Bad: ",
        ]
    );
}
