//! Configuration, credentials, and ways to sign in. Nothing here leaves this machine: the providers are invented.

use opencode_client::Error;
use opencode_client::types::{Auth, Config, ProviderOauthAuthorizeBody, ProviderOauthCallbackBody};
use serde_json::json;

use super::Subject;
use super::prompts::body;

pub async fn of_a_project_are_changed(Subject { client, .. }: Subject) {
    let name: Config = body(json!({ "username": "größe" }));
    let config = client.config().update().body(name).send().await.expect("a configuration");
    assert_eq!(config.username.as_deref(), Some("größe"));
    client.config().get().send().await.expect("a configuration");
}

/// Alone: every instance of the server begins anew.
pub async fn of_all_projects_are_changed(Subject { client, .. }: Subject) {
    let name: Config = body(json!({ "username": "größe" }));
    let config = client.global().config_update().body(name).send().await.expect("a configuration");
    assert!(config.username.as_deref() == Some("größe") && config.provider.is_some(), "{config:?}");
    let stored = client.global().config_get().send().await.expect("the global configuration");
    assert_eq!(stored.username, config.username);
}

pub async fn hold_keys(Subject { client, .. }: Subject) {
    let key: Auth = body(json!({ "type": "api", "key": "no real key" }));
    assert!(*client.auth().set("suite").body(key).send().await.expect("it is kept"));
    assert!(*client.auth().remove("suite").send().await.expect("it is removed"));
}

pub async fn tell_how_to_sign_in(Subject { client, .. }: Subject) {
    let methods = client.provider().auth().send().await.expect("ways to sign in").into_inner();
    assert!(methods.values().all(|methods| !methods.is_empty()), "{methods:?}");
}

pub async fn begin_no_sign_in_with_an_unknown_provider(Subject { client, .. }: Subject) {
    refused(
        client
            .provider()
            .oauth_authorize("suite")
            .body(body::<ProviderOauthAuthorizeBody>(json!({ "method": 0 })))
            .send()
            .await,
    );
}

pub async fn end_no_sign_in_that_was_not_begun(Subject { client, .. }: Subject) {
    let code: ProviderOauthCallbackBody = body(json!({ "method": 0, "code": "none" }));
    refused(client.provider().oauth_callback("suite").body(code).send().await);
}

/// With words that can be read.
fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) {
    let error = answer.expect_err("there is no such provider");
    assert!(error.api_error().is_some_and(|error| !error.message().is_empty()), "{error:?}");
}

pub async fn are_left_with_their_instance(Subject { client, .. }: Subject) {
    assert!(*client.instance().dispose().send().await.expect("it is disposed of"));
    client.path().get().send().await.expect("another instance");
}

/// Alone, and last: every instance of the server ends.
pub async fn are_left_with_all_instances(Subject { client, .. }: Subject) {
    assert!(*client.global().dispose().send().await.expect("they are disposed of"));
    client.path().get().send().await.expect("another instance");
}
