//! `client/src/generated.rs`: progenitor's builder-style client over the types of `opencode-types`.

use progenitor_impl::{GenerationSettings, Generator, HooksMode, InterfaceStyle};
use quote::quote;
use serde_json::Value;

use super::caught::caught;
use super::format::{self, HEADER};
use super::operations::{Answer, Operation};
use super::rework;
use super::{CLIENT, GenerateError, GeneratedFile};
use crate::names::pascal;
use crate::normalise::METHODS;

const STAGE: &str = "client";

/// Generates the client. WebSocket operations are left out: they are no request and answer.
pub(super) fn generate(document: &Value, operations: &[Operation]) -> Result<GeneratedFile, GenerateError> {
    let fail = GenerateError::at(STAGE);
    let mut document = document.clone();
    for operation in operations.iter().filter(|operation| operation.answer == Answer::Websocket) {
        if let Some(item) = document["paths"][&operation.path].as_object_mut() {
            item.remove(&operation.method.to_lowercase());
        }
    }
    if let Some(paths) = document["paths"].as_object_mut() {
        paths.retain(|_, item| METHODS.iter().any(|method| item.get(method).is_some()));
    }
    let mut settings = GenerationSettings::default();
    settings
        .with_interface(InterfaceStyle::Builder)
        .with_hooks(HooksMode::Expected)
        .with_inner_type(quote!(crate::connect::State))
        .with_map_type("::indexmap::IndexMap");
    for name in document["components"]["schemas"].as_object().into_iter().flat_map(|schemas| schemas.keys()) {
        let name = pascal(name);
        settings.with_replacement(&name, format!("::opencode_types::{name}"), std::iter::empty());
    }
    let document: openapiv3::OpenAPI = serde_json::from_value(document).map_err(|error| fail(&error))?;
    let generated =
        caught(STAGE, || Generator::new(&settings).generate_tokens(&document).map_err(|error| fail(&error)))?;
    let mut file = format::file(STAGE, generated)?;
    rework::rework(&mut file, operations);
    let text = format!("{HEADER}{}", format::text(&file));
    Ok(GeneratedFile { path: CLIENT.into(), text })
}
