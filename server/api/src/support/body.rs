//! Request bodies: every body of the contract may be absent. What it forbids beyond the types is in `letter`.

use async_trait::async_trait;
use dropshot::{
    ApiEndpointBodyContentType, ClientErrorStatusCode, ExclusiveExtractor, ExtractorMetadata, HttpError,
    RequestContext, ServerContext, TypedBody, UntypedBody,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::error::ApiError;
use super::failure::EXTRACTED;
use super::letter;

/// A JSON body. Without one, `{}` is decoded: whether that is enough is for the type to say.
///
/// # Errors
/// 400 in the contract's shape: text that is not JSON (with line and column), a member of the wrong type or missing
/// (with its path), `null` for a member that may only be absent, a member of a union that the contract does not have, an
/// integer that JavaScript cannot hold, a content type that is not JSON.
#[derive(Clone, Debug)]
pub struct JsonBody<T>(pub T);

impl<T> JsonBody<T> {
    /// The decoded value.
    pub fn into_inner(self) -> T {
        self.0
    }
}

#[async_trait]
impl<T: DeserializeOwned + Serialize + JsonSchema + Send + Sync + 'static> ExclusiveExtractor
    for JsonBody<T>
{
    async fn from_request<C: ServerContext>(
        context: &RequestContext<C>,
        request: http::Request<dropshot::Body>,
    ) -> Result<Self, HttpError> {
        let kind = request
            .headers()
            .get(http::header::CONTENT_TYPE)
            .map(|value| String::from_utf8_lossy(value.as_bytes()).trim().to_ascii_lowercase());
        let body = UntypedBody::from_request(context, request).await?;
        decode(kind.as_deref(), body.as_bytes()).map(Self).map_err(into_http_error)
    }

    fn metadata(content_type: ApiEndpointBodyContentType) -> ExtractorMetadata {
        <TypedBody<T> as ExclusiveExtractor>::metadata(content_type)
    }
}

fn decode<T: DeserializeOwned + Serialize>(content_type: Option<&str>, body: &[u8]) -> Result<T, ApiError> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return from_value(json!({}));
    }
    let media = content_type.unwrap_or("application/json").split(';').next().unwrap_or_default().trim();
    if !(media.is_empty() || media == "application/json" || media.ends_with("+json")) {
        let message = format!("the body must be JSON with `content-type: application/json`, not `{media}`");
        return Err(ApiError::bad_request(Value::Null, vec![json!({ "path": [], "message": message })]));
    }
    let mut input = serde_json::Deserializer::from_slice(body);
    let value: T = opencode_types::strict(|| serde_path_to_error::deserialize(&mut input))
        .map_err(|error| refused(segments(error.path()), error.inner(), body))?;
    input.end().map_err(|error| refused(Vec::new(), &error, body))?;
    match letter::broken(&value, body) {
        Some(letter::Broken { path, message, input }) => {
            Err(ApiError::bad_request(input, vec![json!({ "path": path, "message": message })]))
        }
        None => Ok(value),
    }
}

fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, ApiError> {
    serde_path_to_error::deserialize(&value).map_err(|error| {
        ApiError::bad_request(
            value.clone(),
            vec![json!({ "path": segments(error.path()), "message": error.inner().to_string() })],
        )
    })
}

fn refused(path: Vec<Value>, error: &serde_json::Error, body: &[u8]) -> ApiError {
    // The input goes back to the caller as in the contract's `data`; text that is not JSON does not.
    let data = serde_json::from_slice(body).unwrap_or(Value::Null);
    let message = if error.is_data() { error.to_string() } else { format!("the body is not JSON: {error}") };
    ApiError::bad_request(data, vec![json!({ "path": path, "message": message })])
}

fn segments(path: &serde_path_to_error::Path) -> Vec<Value> {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(json!(index)),
            Segment::Map { key } => Some(json!(key)),
            Segment::Enum { variant } => Some(json!(variant)),
            Segment::Unknown => None,
        })
        .collect()
}

/// For dropshot's extractors, whose only error is `HttpError`; `From<HttpError> for ApiError` finds the body again.
fn into_http_error(error: ApiError) -> HttpError {
    let text = error.body().to_string();
    HttpError {
        status_code: ClientErrorStatusCode::BAD_REQUEST.into(),
        error_code: Some(EXTRACTED.to_owned()),
        internal_message: text.clone(),
        external_message: text,
        headers: None,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, Serialize)]
    struct Input {
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pinned: Option<bool>,
        #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
        extra: serde_json::Map<String, Value>,
    }

    #[derive(Debug, Deserialize, Serialize)]
    struct Needy {
        parts: Vec<Input>,
    }

    #[test]
    fn null_is_no_way_to_leave_a_known_member_out() {
        for (body, path) in [
            (r#"{"parts":[{}, {"title":null}]}"#, json!(["parts", 1, "title"])),
            (r#"{"parts":[{"unknown":null,"pinned":null}]}"#, json!(["parts", 0, "pinned"])),
        ] {
            let error = decode::<Needy>(None, body.as_bytes()).expect_err(body);
            assert_eq!((error.status().as_u16(), &error.body()["errors"][0]["path"]), (400, &path));
        }
    }

    #[test]
    fn null_is_anything_where_anything_may_stand() {
        for body in [
            r#"{"parts":[],"unknown":null}"#,
            r#"{"parts":[{"unknown":{"deep":null},"extra":{"any":null}}]}"#,
            r#"{"parts":[{"title":"null"}]}"#,
        ] {
            assert!(decode::<Needy>(None, body.as_bytes()).is_ok(), "{body}");
        }
    }

    #[test]
    fn an_absent_body_is_an_empty_object() {
        assert_eq!(decode::<Input>(None, b" \n").expect("nothing is required").title, None);
        let error = decode::<Needy>(None, b"").expect_err("parts are required");
        assert!(error.body()["errors"][0]["message"].as_str().is_some_and(|text| text.contains("parts")));
    }

    #[test]
    fn errors_name_the_member_and_return_the_input() {
        let error = decode::<Needy>(Some("application/json; charset=utf-8"), br#"{"parts":[{"title":7}]}"#)
            .expect_err("a title is a text");
        assert_eq!(error.status().as_u16(), 400);
        assert_eq!(error.body()["errors"][0]["path"], json!(["parts", 0, "title"]));
        assert_eq!(error.body()["data"], json!({"parts": [{"title": 7}]}));
        assert_eq!(error.body()["success"], json!(false));
    }

    #[test]
    fn text_that_is_no_json_is_refused_with_its_place() {
        let error = decode::<Input>(None, b"{\"title\": ").expect_err("cut");
        let message = error.body()["errors"][0]["message"].as_str().unwrap_or_default().to_owned();
        assert!(message.contains("not JSON") && message.contains("line 1"), "{message}");
        assert!(decode::<Input>(None, b"{} {}").is_err());
    }

    #[test]
    fn other_media_types_are_refused() {
        let error = decode::<Input>(Some("application/x-www-form-urlencoded"), b"a=b").expect_err("a form");
        assert!(
            error.body()["errors"][0]["message"]
                .as_str()
                .is_some_and(|text| text.contains("application/json"))
        );
        assert!(decode::<Input>(Some(""), b"{}").is_ok());
    }
}
