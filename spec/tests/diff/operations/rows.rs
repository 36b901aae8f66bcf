//! A small document, and one row for each way in which it can change outside of schemas.

use serde_json::{Value, json};

/// Rules there and back, the place in words, the pointer of what changes, and its values before and after; `null`
/// stands for what is not there.
pub struct Row(pub &'static str, pub &'static str, pub &'static str, pub &'static str, pub Value, pub Value);

pub fn base() -> Value {
    json!({
        "openapi": "3.1.1",
        "info": {"title": "t", "version": "1"},
        "paths": {
            "/thing/{id}": {
                "get": {"operationId": "thing.get", "responses": {"200": {"description": "it"}}},
                "put": {
                    "operationId": "thing.put",
                    "tags": ["one"],
                    "parameters": [
                        {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
                        {"name": "q", "in": "query", "schema": {"type": "string"}},
                    ],
                    "requestBody": {"content": {
                        "application/json": {"schema": {"type": "string"}},
                        "text/plain": {"schema": {"type": "string"}},
                    }},
                    "responses": {
                        "200": {
                            "description": "it",
                            "headers": {"ETag": {"required": true, "schema": {"type": "string"}}},
                            "content": {
                                "application/json": {"schema": {"type": "string"}},
                                "text/event-stream": {"schema": {"type": "string"}},
                            },
                        },
                        "404": {"description": "not there"},
                    },
                },
            },
        },
        "components": {
            "schemas": {"Idle": {"type": "object", "properties": {"a": {"type": "string"}}}},
            "securitySchemes": {"basic": {"type": "http", "scheme": "basic"}},
        },
    })
}

pub fn rows() -> Vec<Row> {
    let put = "/paths/~1thing~1{id}/put";
    let at = |rest: &str| -> &'static str { Box::leak(format!("{put}{rest}").into_boxed_str()) };
    let text = || json!({"schema": {"type": "string"}});
    let q = |member: &str, value: Value| {
        let mut q = json!({"name": "q", "in": "query", "schema": {"type": "string"}});
        q[member] = value;
        q
    };
    let operation = |deprecated: bool| {
        let mut new = json!({"operationId": "thing.new", "responses": {}});
        if deprecated {
            new["deprecated"] = json!(true);
        }
        new
    };
    let none = || Value::Null;
    let asked = || json!([{"basic": []}]);
    let both = || json!([{"basic": []}, {"key": []}]);
    let answer = || json!({"description": "d"});
    vec![
        Row(
            "openapi-version-changed",
            "openapi-version-changed",
            "document: openapi",
            "/openapi",
            json!("3.1.1"),
            json!("3.1.0"),
        ),
        Row(
            "api-version-changed",
            "api-version-changed",
            "document: info.version",
            "/info/version",
            json!("1"),
            json!("2"),
        ),
        Row(
            "api-info-changed",
            "api-info-changed",
            "document: info.title",
            "/info/title",
            json!("t"),
            json!("u"),
        ),
        Row(
            "api-servers-changed",
            "api-servers-changed",
            "document: servers",
            "/servers",
            none(),
            json!([{"url": "/v1"}]),
        ),
        Row(
            "api-tags-changed",
            "api-tags-changed",
            "document: tags",
            "/tags",
            none(),
            json!([{"name": "one"}]),
        ),
        Row(
            "api-keyword-changed",
            "api-keyword-changed",
            "document: webhooks",
            "/webhooks",
            none(),
            json!({"a": {}}),
        ),
        Row("api-keyword-changed", "api-keyword-changed", "document: ", "/future", none(), json!(1)),
        Row(
            "api-keyword-changed",
            "api-keyword-changed",
            "thing.put: ",
            at("/callbacks"),
            none(),
            json!({"a": {}}),
        ),
        Row("extension-changed", "extension-changed", "document: ", "/x-note", json!(1), json!(2)),
        Row(
            "external-docs-changed",
            "external-docs-changed",
            "thing.put: ",
            at("/externalDocs"),
            none(),
            json!({"url": "/"}),
        ),
        Row("summary-changed", "summary-changed", "thing.put: ", at("/summary"), none(), json!("s")),
        Row(
            "description-changed",
            "description-changed",
            "thing.put: answer 404",
            at("/responses/404/description"),
            json!("not there"),
            json!("gone"),
        ),
        Row(
            "title-changed",
            "title-changed",
            "thing.put: query parameter q",
            at("/parameters/1/schema/title"),
            none(),
            json!("t"),
        ),
        Row(
            "example-changed",
            "example-changed",
            "thing.put: query parameter q",
            at("/parameters/1/example"),
            none(),
            json!("t"),
        ),
        Row(
            "comment-changed",
            "comment-changed",
            "thing.put: query parameter q",
            at("/parameters/1/schema/$comment"),
            none(),
            json!("t"),
        ),
        Row(
            "xml-changed",
            "xml-changed",
            "thing.put: query parameter q",
            at("/parameters/1/schema/xml"),
            none(),
            json!({"name": "t"}),
        ),
        Row(
            "api-global-security-added",
            "api-global-security-removed",
            "document: ",
            "/security",
            none(),
            asked(),
        ),
        Row(
            "api-global-security-updated",
            "api-global-security-updated",
            "document: ",
            "/security",
            asked(),
            both(),
        ),
        Row("api-security-added", "api-security-removed", "thing.put: ", at("/security"), none(), asked()),
        Row("api-security-updated", "api-security-updated", "thing.put: ", at("/security"), asked(), both()),
        Row(
            "api-security-component-added",
            "api-security-component-removed",
            "document: security scheme key",
            "/components/securitySchemes/key",
            none(),
            json!({"type": "apiKey"}),
        ),
        Row(
            "api-security-component-changed",
            "api-security-component-changed",
            "document: security scheme basic",
            "/components/securitySchemes/basic/scheme",
            json!("basic"),
            json!("bearer"),
        ),
        Row(
            "endpoint-added",
            "api-removed-without-deprecation",
            "thing.new: ",
            "/paths/~1thing~1{id}/post",
            none(),
            operation(false),
        ),
        Row(
            "endpoint-added",
            "api-removed-with-deprecation",
            "thing.new: ",
            "/paths/~1thing~1{id}/post",
            none(),
            operation(true),
        ),
        Row(
            "endpoint-added",
            "api-path-removed-without-deprecation",
            "thing.new: ",
            "/paths/~1new",
            none(),
            json!({"get": operation(false)}),
        ),
        Row(
            "endpoint-added",
            "api-path-removed-with-deprecation",
            "thing.new: ",
            "/paths/~1new",
            none(),
            json!({"get": operation(true)}),
        ),
        Row(
            "api-operation-id-removed",
            "api-operation-id-added",
            "",
            at("/operationId"),
            json!("thing.put"),
            none(),
        ),
        Row(
            "api-operation-id-changed",
            "api-operation-id-changed",
            "",
            at("/operationId"),
            json!("thing.put"),
            json!("thing.set"),
        ),
        Row(
            "endpoint-deprecated",
            "endpoint-reactivated",
            "thing.put: ",
            at("/deprecated"),
            none(),
            json!(true),
        ),
        Row(
            "api-tag-added",
            "api-tag-removed",
            "thing.put: ",
            at("/tags"),
            json!(["one"]),
            json!(["two", "one"]),
        ),
        Row(
            "new-required-request-parameter",
            "request-parameter-removed",
            "thing.put: header parameter h",
            at("/parameters/2"),
            none(),
            json!({"name": "h", "in": "header", "required": true}),
        ),
        Row(
            "new-optional-request-parameter",
            "request-parameter-removed",
            "thing.put: query parameter r",
            at("/parameters/2"),
            none(),
            json!({"name": "r", "in": "query"}),
        ),
        Row(
            "request-parameter-became-required",
            "request-parameter-became-optional",
            "thing.put: query parameter q",
            at("/parameters/1"),
            q("required", json!(false)),
            q("required", json!(true)),
        ),
        Row(
            "request-parameter-place-changed",
            "request-parameter-place-changed",
            "",
            at("/parameters/1"),
            q("in", json!("query")),
            q("in", json!("header")),
        ),
        Row(
            "request-parameter-serialization-changed",
            "request-parameter-serialization-changed",
            "thing.put: query parameter q",
            at("/parameters/1"),
            q("explode", json!(true)),
            q("style", json!("spaceDelimited")),
        ),
        Row(
            "request-parameter-deprecated",
            "request-parameter-reactivated",
            "thing.put: query parameter q",
            at("/parameters/1/deprecated"),
            none(),
            json!(true),
        ),
        Row(
            "request-body-added-required",
            "request-body-removed",
            "thing.get: body",
            "/paths/~1thing~1{id}/get/requestBody",
            none(),
            json!({"required": true, "content": {}}),
        ),
        Row(
            "request-body-added-optional",
            "request-body-removed",
            "thing.get: body",
            "/paths/~1thing~1{id}/get/requestBody",
            none(),
            json!({"content": {}}),
        ),
        Row(
            "request-body-became-required",
            "request-body-became-optional",
            "thing.put: body",
            at("/requestBody/required"),
            none(),
            json!(true),
        ),
        Row(
            "request-body-media-type-removed",
            "request-body-media-type-added",
            "thing.put: body, text/plain",
            at("/requestBody/content/text~1plain"),
            text(),
            none(),
        ),
        Row(
            "response-success-status-added",
            "response-success-status-removed",
            "thing.put: answer 202",
            at("/responses/202"),
            none(),
            answer(),
        ),
        Row(
            "response-non-success-status-added",
            "response-non-success-status-removed",
            "thing.put: answer 500",
            at("/responses/500"),
            none(),
            answer(),
        ),
        Row(
            "response-non-success-status-added",
            "response-non-success-status-removed",
            "thing.put: answer default",
            at("/responses/default"),
            none(),
            answer(),
        ),
        Row(
            "response-media-type-removed",
            "response-media-type-added",
            "thing.put: answer 200, text/event-stream",
            at("/responses/200/content/text~1event-stream"),
            text(),
            none(),
        ),
        Row(
            "response-header-added",
            "optional-response-header-removed",
            "thing.put: answer 200, header x-more",
            at("/responses/200/headers/X-More"),
            none(),
            text(),
        ),
        Row(
            "required-response-header-removed",
            "response-header-added",
            "thing.put: answer 200, header etag",
            at("/responses/200/headers/ETag"),
            json!({"required": true, "schema": {"type": "string"}}),
            none(),
        ),
        Row(
            "response-header-became-optional",
            "response-header-became-required",
            "thing.put: answer 200, header etag",
            at("/responses/200/headers/ETag/required"),
            json!(true),
            json!(false),
        ),
        Row(
            "response-property-type-changed",
            "response-property-type-changed",
            "thing.put: answer 200, header etag",
            at("/responses/200/headers/ETag/schema/type"),
            json!("string"),
            json!("boolean"),
        ),
        Row(
            "response-property-type-changed",
            "response-property-type-changed",
            "thing.put: answer 200, text/event-stream",
            at("/responses/200/content/text~1event-stream/schema/type"),
            json!("string"),
            json!("object"),
        ),
        Row(
            "request-property-type-changed",
            "request-property-type-changed",
            "thing.put: body, application/json",
            at("/requestBody/content/application~1json/schema/type"),
            json!("string"),
            json!("object"),
        ),
        Row(
            "api-keyword-changed",
            "api-keyword-changed",
            "thing.put: body, application/json",
            at("/requestBody/content/application~1json/encoding"),
            none(),
            json!({"a": {}}),
        ),
        Row(
            "unused-schema-changed",
            "unused-schema-changed",
            "Idle: ",
            "/components/schemas/Idle/type",
            json!("object"),
            json!("string"),
        ),
        Row(
            "api-schema-added",
            "api-schema-removed",
            "Other: ",
            "/components/schemas/Other",
            none(),
            json!({"type": "string"}),
        ),
    ]
}
