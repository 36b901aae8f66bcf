//! What a caller does beside prompting, and how refusals look.

use opencode_client::types::{SessionCreateBody, SessionUpdateBody};
use opencode_client::{ApiError, Client, Error};

use super::Subject;

pub async fn a_session_lives_and_ends(Subject { client, .. }: Subject) {
    let session =
        client.session().create().body(SessionCreateBody::default()).send().await.expect("a session");
    let rename = SessionUpdateBody { title: Some("Größe".to_owned()), ..SessionUpdateBody::default() };
    let renamed = client.session().update(&session.id).body(rename).send().await.expect("a new title");
    assert_eq!(renamed.title, "Größe");
    // The other cases have sessions in the same project.
    let listed = client.session().list().search("Größe").limit(1.0).send().await.expect("sessions");
    assert!(
        matches!(listed.as_slice(), [only] if only.id == session.id && only.title == "Größe"),
        "{listed:?}"
    );
    let none = client.session().list().search("no session has this title").send().await.expect("sessions");
    assert!(none.is_empty(), "{none:?}");
    assert!(*client.session().delete(&session.id).send().await.expect("it is deleted"));
    let error = client.session().get(&session.id).send().await.expect_err("it is gone");
    assert!(matches!(error.api_error(), Some(ApiError::NotFound(_))), "{error:?}");
}

pub async fn a_directory_is_one_of_its_own(Subject { client, project, .. }: Subject) {
    let other = project.join("other + more");
    std::fs::create_dir(&other).expect("a folder");
    let there = client.in_directory(&other);
    for (client, directory) in [(&client, &project), (&there, &other)] {
        let path = client.path().get().send().await.expect("paths");
        assert_eq!(std::path::Path::new(&path.directory), directory);
    }
    // A parameter goes before the client's directory.
    let path = client.path().get().directory(other.to_string_lossy()).send().await.expect("paths");
    assert_eq!(std::path::Path::new(&path.directory), other);
}

pub async fn a_stranger_is_refused(Subject { url, .. }: Subject) {
    let stranger = Client::builder(url).build().expect("a client");
    let error = stranger.global().health().send().await.expect_err("it has no password");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401), "{error:?}");
}

pub async fn a_wrong_request_is_told_by_its_issues(Subject { client, .. }: Subject) {
    let body = SessionCreateBody { parent_id: Some("no id".to_owned()), ..SessionCreateBody::default() };
    let error = client.session().create().body(body).send().await.expect_err("no id begins like this");
    assert!(matches!(error.api_error(), Some(ApiError::BadRequest(_))), "{error:?}");
    assert!(error.to_string().contains("parentID: "), "{error}");
}

pub async fn what_is_not_there_is_typed(Subject { client, .. }: Subject) {
    let id = "ses_000000000000aaaaaaaaaaaaaa";
    let error = client.session().get(id).send().await.expect_err("there is no such session");
    let Error::Status(refusal) = &error else { panic!("{error:?}") };
    assert_eq!((refusal.request.as_str(), refusal.status.as_u16()), (&*format!("GET /session/{id}"), 404));
    assert!(error.to_string().contains(&format!("Session not found: {id}")), "{error}");
}

pub async fn the_contract_has_not_drifted(Subject { client, .. }: Subject) {
    if let Err(error) = client.check_contract().await {
        panic!("{error}");
    }
}
