//! `GET /doc`: the contract this server keeps, as the original serves it; for a browser, a page one can read.
//!
//! The page is made of the same document and of `operations.txt`, which says what is built. It loads nothing.

mod notation;
mod page;

use std::sync::OnceLock;

use bytes::Bytes;
use dropshot::{ApiDescription, ApiEndpoint, ApiEndpointVersions, Body, HttpError, RequestContext};
use http::header::{ACCEPT, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue, Method, Response};

use crate::CONTRACT;
use crate::app::App;

pub(super) fn module() -> ApiDescription<App> {
    let mut module = ApiDescription::new();
    let every = ApiEndpointVersions::all();
    let endpoint = ApiEndpoint::new("doc".to_owned(), doc, Method::GET, "application/json", "/doc", every);
    module.register(endpoint).expect("a literal path needs no parameters, and it is alone in its module");
    module
}

async fn doc(rqctx: RequestContext<App>) -> Result<Response<Body>, HttpError> {
    let (mime, body) = match wants_page(rqctx.request.headers()) {
        true => ("text/html; charset=utf-8", Body::from(page())),
        false => ("application/json", Body::from(CONTRACT)),
    };
    let mut response = Response::new(body);
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(mime));
    response.headers_mut().insert(VARY, HeaderValue::from_name(ACCEPT));
    Ok(response)
}

/// Browsers name `text/html`; clients ask for JSON, for anything, or for nothing in particular.
fn wants_page(headers: &HeaderMap) -> bool {
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    accept.split(',').any(|range| range.split(';').next().is_some_and(|mime| mime.trim() == "text/html"))
}

/// Made when the first browser asks, since most servers never meet one.
fn page() -> Bytes {
    static PAGE: OnceLock<Bytes> = OnceLock::new();
    let make = || {
        let contract = serde_json::from_str(CONTRACT).expect("the contract is JSON: the build checked it");
        page::html(&contract).into()
    };
    PAGE.get_or_init(make).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_browser_gets_the_page() {
        let wants = |accept: &'static str| {
            wants_page(&HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(accept))]))
        };
        assert!(wants("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        assert!(wants("application/json;q=0.1, text/html;q=0.9"));
        assert!(!wants("*/*") && !wants("application/json") && !wants("") && !wants("text/htmlx"));
        assert!(!wants_page(&HeaderMap::new()));
    }

    #[test]
    fn the_page_shows_every_operation_and_schema_and_loads_nothing() {
        let page = page();
        let page = std::str::from_utf8(&page).expect("UTF-8");
        let contract: serde_json::Value = serde_json::from_str(CONTRACT).expect("JSON");
        let operations = contract["paths"].as_object().expect("paths").values();
        let ids = operations.flat_map(|methods| methods.as_object().expect("methods").values());
        let ids: Vec<_> = ids.map(|operation| operation["operationId"].as_str().expect("an id")).collect();
        assert!(ids.len() >= 98);
        for id in ids {
            assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        }
        for name in contract["components"]["schemas"].as_object().expect("schemas").keys() {
            assert_eq!(page.matches(&format!("id=\"schema-{name}\"")).count(), 1, "{name}");
        }
        for target in page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap_or_default()) {
            let anchor = target.strip_prefix('#').expect("links stay on the page");
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor} leads nowhere");
        }
        for outside in ["src=", "@import", "url(", "<link", "http-equiv"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}
