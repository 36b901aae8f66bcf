// Generated from spec/opencode-api.json by `cargo contract regenerate`. Do not edit.
//! The Rust examples of `docs/api`.

use opencode_client::Client;

use super::Example;

pub async fn common_rules() -> Example {
    let client = opencode_client::Client::builder("http://127.0.0.1:4096")
        .directory("/home/me/project")
        .credentials_from_environment()
        .build()?;
    let answer = client.global().health().send().await?;
    println!("{}", answer.version);
    Ok(())
}

pub async fn example_global_health(client: &Client) -> Example {
    let answer = client.global().health().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

#[cfg(feature = "events")]
pub async fn example_global_event(client: &Client) -> Example {
    use futures::StreamExt as _;

    let mut events = client.global_events().await?;
    while let Some(event) = events.next().await {
        println!("{:?}", event?);
    }
    Ok(())
}

pub async fn example_global_config_get(client: &Client) -> Example {
    let answer = client.global().config_get().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_global_config_update(client: &Client) -> Example {
    let body: opencode_client::types::Config = serde_json::from_value(serde_json::json!({}))?;
    let answer = client.global().config_update().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_global_dispose(client: &Client) -> Example {
    let answer = client.global().dispose().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_auth_set(client: &Client) -> Example {
    let body: opencode_client::types::Auth = serde_json::from_value(serde_json::json!({
      "type": "oauth",
      "refresh": "example",
      "access": "example",
      "expires": 1
    }))?;
    let answer = client.auth().set("anthropic").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_auth_remove(client: &Client) -> Example {
    let answer = client.auth().remove("anthropic").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_project_list(client: &Client) -> Example {
    let answer = client.project().list().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_project_current(client: &Client) -> Example {
    let answer = client.project().current().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_project_update(client: &Client) -> Example {
    let body: opencode_client::types::ProjectUpdateBody = serde_json::from_value(serde_json::json!({}))?;
    let answer = client.project().update("project_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_pty_list(client: &Client) -> Example {
    let answer = client.pty().list().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_pty_create(client: &Client) -> Example {
    let body: opencode_client::types::PtyCreateBody = serde_json::from_value(serde_json::json!({}))?;
    let answer = client.pty().create().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_pty_get(client: &Client) -> Example {
    let answer = client.pty().get("pty_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_pty_update(client: &Client) -> Example {
    let body: opencode_client::types::PtyUpdateBody = serde_json::from_value(serde_json::json!({}))?;
    let answer = client.pty().update("pty_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_pty_remove(client: &Client) -> Example {
    let answer = client.pty().remove("pty_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_config_get(client: &Client) -> Example {
    let answer = client.config().get().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_config_update(client: &Client) -> Example {
    let body: opencode_client::types::Config = serde_json::from_value(serde_json::json!({}))?;
    let answer = client.config().update().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_config_providers(client: &Client) -> Example {
    let answer = client.config().providers().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tool_ids(client: &Client) -> Example {
    let answer = client.tool().ids().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tool_list(client: &Client) -> Example {
    let answer = client.tool().list().provider("example").model("example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_worktree_create(client: &Client) -> Example {
    let body: opencode_client::types::WorktreeCreateInput = serde_json::from_value(serde_json::json!({}))?;
    let answer = client.worktree().create().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_worktree_list(client: &Client) -> Example {
    let answer = client.worktree().list().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_worktree_remove(client: &Client) -> Example {
    let body: opencode_client::types::WorktreeRemoveInput = serde_json::from_value(serde_json::json!({ "directory": "/home/me/project" }))?;
    let answer = client.worktree().remove().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_worktree_reset(client: &Client) -> Example {
    let body: opencode_client::types::WorktreeResetInput = serde_json::from_value(serde_json::json!({ "directory": "/home/me/project" }))?;
    let answer = client.worktree().reset().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_experimental_resource_list(client: &Client) -> Example {
    let answer = client.experimental().resource_list().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_list(client: &Client) -> Example {
    let answer = client.session().list().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_create(client: &Client) -> Example {
    let body: opencode_client::types::SessionCreateBody = serde_json::from_value(serde_json::json!({}))?;
    let answer = client.session().create().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_status(client: &Client) -> Example {
    let answer = client.session().status().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_get(client: &Client) -> Example {
    let answer = client.session().get("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_delete(client: &Client) -> Example {
    let answer = client.session().delete("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_update(client: &Client) -> Example {
    let body: opencode_client::types::SessionUpdateBody = serde_json::from_value(serde_json::json!({}))?;
    let answer = client.session().update("ses_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_children(client: &Client) -> Example {
    let answer = client.session().children("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_todo(client: &Client) -> Example {
    let answer = client.session().todo("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_init(client: &Client) -> Example {
    let body: opencode_client::types::SessionInitBody = serde_json::from_value(serde_json::json!({
      "modelID": "claude-sonnet-4-5",
      "providerID": "anthropic",
      "messageID": "msg_example"
    }))?;
    let answer = client.session().init("ses_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_fork(client: &Client) -> Example {
    let body: opencode_client::types::SessionForkBody = serde_json::from_value(serde_json::json!({}))?;
    let answer = client.session().fork("ses_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_abort(client: &Client) -> Example {
    let answer = client.session().abort("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_share(client: &Client) -> Example {
    let answer = client.session().share("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_unshare(client: &Client) -> Example {
    let answer = client.session().unshare("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_diff(client: &Client) -> Example {
    let answer = client.session().diff("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_summarize(client: &Client) -> Example {
    let body: opencode_client::types::SessionSummarizeBody = serde_json::from_value(serde_json::json!({ "providerID": "anthropic", "modelID": "claude-sonnet-4-5" }))?;
    let answer = client.session().summarize("ses_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_messages(client: &Client) -> Example {
    let answer = client.session().messages("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_prompt(client: &Client) -> Example {
    let body: opencode_client::types::SessionPromptBody = serde_json::from_value(serde_json::json!({
      "parts": [
        {
          "type": "text",
          "text": "What does this project do?"
        }
      ]
    }))?;
    let answer = client.session().prompt("ses_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_message(client: &Client) -> Example {
    let answer = client.session().message("ses_example", "message_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_part_delete(client: &Client) -> Example {
    let answer = client
        .part()
        .delete("ses_example", "message_example", "part_example")
        .send()
        .await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_part_update(client: &Client) -> Example {
    let body: opencode_client::types::Part = serde_json::from_value(serde_json::json!({
      "id": "example",
      "sessionID": "ses_example",
      "messageID": "message_example",
      "type": "text",
      "text": "What does this project do?"
    }))?;
    let answer = client
        .part()
        .update("ses_example", "message_example", "part_example")
        .body(body)
        .send()
        .await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_prompt_async(client: &Client) -> Example {
    let body: opencode_client::types::SessionPromptAsyncBody = serde_json::from_value(serde_json::json!({
      "parts": [
        {
          "type": "text",
          "text": "What does this project do?"
        }
      ]
    }))?;
    client.session().prompt_async("ses_example").body(body).send().await?;
    Ok(())
}

pub async fn example_session_command(client: &Client) -> Example {
    let body: opencode_client::types::SessionCommandBody = serde_json::from_value(serde_json::json!({ "arguments": "", "command": "init" }))?;
    let answer = client.session().command("ses_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_shell(client: &Client) -> Example {
    let body: opencode_client::types::SessionShellBody = serde_json::from_value(serde_json::json!({ "agent": "build", "command": "init" }))?;
    let answer = client.session().shell("ses_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_revert(client: &Client) -> Example {
    let body: opencode_client::types::SessionRevertBody = serde_json::from_value(serde_json::json!({ "messageID": "msg_example" }))?;
    let answer = client.session().revert("ses_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_session_unrevert(client: &Client) -> Example {
    let answer = client.session().unrevert("ses_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_permission_respond(client: &Client) -> Example {
    let body: opencode_client::types::PermissionRespondBody = serde_json::from_value(serde_json::json!({ "response": "once" }))?;
    let answer = client
        .permission()
        .respond("ses_example", "permission_example")
        .body(body)
        .send()
        .await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_permission_reply(client: &Client) -> Example {
    let body: opencode_client::types::PermissionReplyBody = serde_json::from_value(serde_json::json!({ "reply": "once" }))?;
    let answer = client.permission().reply("request_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_permission_list(client: &Client) -> Example {
    let answer = client.permission().list().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_question_list(client: &Client) -> Example {
    let answer = client.question().list().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_question_reply(client: &Client) -> Example {
    let body: opencode_client::types::QuestionReplyBody = serde_json::from_value(serde_json::json!({ "answers": [ [ "example" ] ] }))?;
    let answer = client.question().reply("request_example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_question_reject(client: &Client) -> Example {
    let answer = client.question().reject("request_example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_provider_list(client: &Client) -> Example {
    let answer = client.provider().list().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_provider_auth(client: &Client) -> Example {
    let answer = client.provider().auth().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_provider_oauth_authorize(client: &Client) -> Example {
    let body: opencode_client::types::ProviderOauthAuthorizeBody = serde_json::from_value(serde_json::json!({ "method": 1 }))?;
    let answer = client.provider().oauth_authorize("anthropic").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_provider_oauth_callback(client: &Client) -> Example {
    let body: opencode_client::types::ProviderOauthCallbackBody = serde_json::from_value(serde_json::json!({ "method": 1 }))?;
    let answer = client.provider().oauth_callback("anthropic").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_find_text(client: &Client) -> Example {
    let answer = client.find().text().pattern("TODO").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_find_files(client: &Client) -> Example {
    let answer = client.find().files().query("main").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_find_symbols(client: &Client) -> Example {
    let answer = client.find().symbols().query("main").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_file_list(client: &Client) -> Example {
    let answer = client.file().list().path("src/main.rs").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_file_read(client: &Client) -> Example {
    let answer = client.file().read().path("src/main.rs").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_file_status(client: &Client) -> Example {
    let answer = client.file().status().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_mcp_status(client: &Client) -> Example {
    let answer = client.mcp().status().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_mcp_add(client: &Client) -> Example {
    let body: opencode_client::types::McpAddBody = serde_json::from_value(serde_json::json!({
      "name": "example",
      "config": {
        "type": "local",
        "command": [
          "init"
        ]
      }
    }))?;
    let answer = client.mcp().add().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_mcp_auth_start(client: &Client) -> Example {
    let answer = client.mcp().auth_start("example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_mcp_auth_remove(client: &Client) -> Example {
    let answer = client.mcp().auth_remove("example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_mcp_auth_callback(client: &Client) -> Example {
    let body: opencode_client::types::McpAuthCallbackBody = serde_json::from_value(serde_json::json!({ "code": "4f2a9c" }))?;
    let answer = client.mcp().auth_callback("example").body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_mcp_auth_authenticate(client: &Client) -> Example {
    let answer = client.mcp().auth_authenticate("example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_mcp_connect(client: &Client) -> Example {
    let answer = client.mcp().connect("example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_mcp_disconnect(client: &Client) -> Example {
    let answer = client.mcp().disconnect("example").send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_append_prompt(client: &Client) -> Example {
    let body: opencode_client::types::TuiAppendPromptBody = serde_json::from_value(serde_json::json!({ "text": "What does this project do?" }))?;
    let answer = client.tui().append_prompt().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_open_help(client: &Client) -> Example {
    let answer = client.tui().open_help().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_open_sessions(client: &Client) -> Example {
    let answer = client.tui().open_sessions().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_open_themes(client: &Client) -> Example {
    let answer = client.tui().open_themes().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_open_models(client: &Client) -> Example {
    let answer = client.tui().open_models().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_submit_prompt(client: &Client) -> Example {
    let answer = client.tui().submit_prompt().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_clear_prompt(client: &Client) -> Example {
    let answer = client.tui().clear_prompt().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_execute_command(client: &Client) -> Example {
    let body: opencode_client::types::TuiExecuteCommandBody = serde_json::from_value(serde_json::json!({ "command": "init" }))?;
    let answer = client.tui().execute_command().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_show_toast(client: &Client) -> Example {
    let body: opencode_client::types::TuiShowToastBody = serde_json::from_value(serde_json::json!({ "message": "It is done.", "variant": "info" }))?;
    let answer = client.tui().show_toast().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_publish(client: &Client) -> Example {
    let body: opencode_client::types::TuiPublishBody = serde_json::from_value(serde_json::json!({
      "type": "tui.prompt.append",
      "properties": {
        "text": "What does this project do?"
      }
    }))?;
    let answer = client.tui().publish().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_select_session(client: &Client) -> Example {
    let body: opencode_client::types::TuiSelectSessionBody = serde_json::from_value(serde_json::json!({ "sessionID": "ses_example" }))?;
    let answer = client.tui().select_session().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_control_next(client: &Client) -> Example {
    let answer = client.tui().control_next().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_tui_control_response(client: &Client) -> Example {
    let body: serde_json::Value = serde_json::from_value(serde_json::json!("example"))?;
    let answer = client.tui().control_response().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_instance_dispose(client: &Client) -> Example {
    let answer = client.instance().dispose().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_path_get(client: &Client) -> Example {
    let answer = client.path().get().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_vcs_get(client: &Client) -> Example {
    let answer = client.vcs().get().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_command_list(client: &Client) -> Example {
    let answer = client.command().list().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_app_log(client: &Client) -> Example {
    let body: opencode_client::types::AppLogBody = serde_json::from_value(serde_json::json!({
      "service": "example",
      "level": "debug",
      "message": "It is done."
    }))?;
    let answer = client.app().log().body(body).send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_app_agents(client: &Client) -> Example {
    let answer = client.app().agents().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_app_skills(client: &Client) -> Example {
    let answer = client.app().skills().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_lsp_status(client: &Client) -> Example {
    let answer = client.lsp().status().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

pub async fn example_formatter_status(client: &Client) -> Example {
    let answer = client.formatter().status().send().await?;
    println!("{:?}", answer.into_inner());
    Ok(())
}

#[cfg(feature = "events")]
pub async fn example_event_subscribe(client: &Client) -> Example {
    use futures::StreamExt as _;

    let mut events = client.events().await?;
    while let Some(event) = events.next().await {
        println!("{:?}", event?);
    }
    Ok(())
}

/// Runs the example of an operation; nothing for one that has none.
pub async fn example(operation: &str, client: &Client) -> Option<Example> {
    Some(match operation {
        "global.health" => example_global_health(client).await,
        #[cfg(feature = "events")]"global.event" => example_global_event(client).await,
        "global.config.get" => example_global_config_get(client).await,
        "global.config.update" => example_global_config_update(client).await,
        "global.dispose" => example_global_dispose(client).await,
        "auth.set" => example_auth_set(client).await,
        "auth.remove" => example_auth_remove(client).await,
        "project.list" => example_project_list(client).await,
        "project.current" => example_project_current(client).await,
        "project.update" => example_project_update(client).await,
        "pty.list" => example_pty_list(client).await,
        "pty.create" => example_pty_create(client).await,
        "pty.get" => example_pty_get(client).await,
        "pty.update" => example_pty_update(client).await,
        "pty.remove" => example_pty_remove(client).await,
        "config.get" => example_config_get(client).await,
        "config.update" => example_config_update(client).await,
        "config.providers" => example_config_providers(client).await,
        "tool.ids" => example_tool_ids(client).await,
        "tool.list" => example_tool_list(client).await,
        "worktree.create" => example_worktree_create(client).await,
        "worktree.list" => example_worktree_list(client).await,
        "worktree.remove" => example_worktree_remove(client).await,
        "worktree.reset" => example_worktree_reset(client).await,
        "experimental.resource.list" => example_experimental_resource_list(client).await,
        "session.list" => example_session_list(client).await,
        "session.create" => example_session_create(client).await,
        "session.status" => example_session_status(client).await,
        "session.get" => example_session_get(client).await,
        "session.delete" => example_session_delete(client).await,
        "session.update" => example_session_update(client).await,
        "session.children" => example_session_children(client).await,
        "session.todo" => example_session_todo(client).await,
        "session.init" => example_session_init(client).await,
        "session.fork" => example_session_fork(client).await,
        "session.abort" => example_session_abort(client).await,
        "session.share" => example_session_share(client).await,
        "session.unshare" => example_session_unshare(client).await,
        "session.diff" => example_session_diff(client).await,
        "session.summarize" => example_session_summarize(client).await,
        "session.messages" => example_session_messages(client).await,
        "session.prompt" => example_session_prompt(client).await,
        "session.message" => example_session_message(client).await,
        "part.delete" => example_part_delete(client).await,
        "part.update" => example_part_update(client).await,
        "session.prompt_async" => example_session_prompt_async(client).await,
        "session.command" => example_session_command(client).await,
        "session.shell" => example_session_shell(client).await,
        "session.revert" => example_session_revert(client).await,
        "session.unrevert" => example_session_unrevert(client).await,
        "permission.respond" => example_permission_respond(client).await,
        "permission.reply" => example_permission_reply(client).await,
        "permission.list" => example_permission_list(client).await,
        "question.list" => example_question_list(client).await,
        "question.reply" => example_question_reply(client).await,
        "question.reject" => example_question_reject(client).await,
        "provider.list" => example_provider_list(client).await,
        "provider.auth" => example_provider_auth(client).await,
        "provider.oauth.authorize" => example_provider_oauth_authorize(client).await,
        "provider.oauth.callback" => example_provider_oauth_callback(client).await,
        "find.text" => example_find_text(client).await,
        "find.files" => example_find_files(client).await,
        "find.symbols" => example_find_symbols(client).await,
        "file.list" => example_file_list(client).await,
        "file.read" => example_file_read(client).await,
        "file.status" => example_file_status(client).await,
        "mcp.status" => example_mcp_status(client).await,
        "mcp.add" => example_mcp_add(client).await,
        "mcp.auth.start" => example_mcp_auth_start(client).await,
        "mcp.auth.remove" => example_mcp_auth_remove(client).await,
        "mcp.auth.callback" => example_mcp_auth_callback(client).await,
        "mcp.auth.authenticate" => example_mcp_auth_authenticate(client).await,
        "mcp.connect" => example_mcp_connect(client).await,
        "mcp.disconnect" => example_mcp_disconnect(client).await,
        "tui.appendPrompt" => example_tui_append_prompt(client).await,
        "tui.openHelp" => example_tui_open_help(client).await,
        "tui.openSessions" => example_tui_open_sessions(client).await,
        "tui.openThemes" => example_tui_open_themes(client).await,
        "tui.openModels" => example_tui_open_models(client).await,
        "tui.submitPrompt" => example_tui_submit_prompt(client).await,
        "tui.clearPrompt" => example_tui_clear_prompt(client).await,
        "tui.executeCommand" => example_tui_execute_command(client).await,
        "tui.showToast" => example_tui_show_toast(client).await,
        "tui.publish" => example_tui_publish(client).await,
        "tui.selectSession" => example_tui_select_session(client).await,
        "tui.control.next" => example_tui_control_next(client).await,
        "tui.control.response" => example_tui_control_response(client).await,
        "instance.dispose" => example_instance_dispose(client).await,
        "path.get" => example_path_get(client).await,
        "vcs.get" => example_vcs_get(client).await,
        "command.list" => example_command_list(client).await,
        "app.log" => example_app_log(client).await,
        "app.agents" => example_app_agents(client).await,
        "app.skills" => example_app_skills(client).await,
        "lsp.status" => example_lsp_status(client).await,
        "formatter.status" => example_formatter_status(client).await,
        #[cfg(feature = "events")]"event.subscribe" => example_event_subscribe(client).await,
        _ => return None,
    })
}

/// Every body that an example sends.
pub fn bodies() -> Example {
    let body: opencode_client::types::Config = serde_json::from_value(serde_json::json!({}))?;
    let _ = body;
    let body: opencode_client::types::Auth = serde_json::from_value(serde_json::json!({
      "type": "oauth",
      "refresh": "example",
      "access": "example",
      "expires": 1
    }))?;
    let _ = body;
    let body: opencode_client::types::ProjectUpdateBody = serde_json::from_value(serde_json::json!({}))?;
    let _ = body;
    let body: opencode_client::types::PtyCreateBody = serde_json::from_value(serde_json::json!({}))?;
    let _ = body;
    let body: opencode_client::types::PtyUpdateBody = serde_json::from_value(serde_json::json!({}))?;
    let _ = body;
    let body: opencode_client::types::Config = serde_json::from_value(serde_json::json!({}))?;
    let _ = body;
    let body: opencode_client::types::WorktreeCreateInput = serde_json::from_value(serde_json::json!({}))?;
    let _ = body;
    let body: opencode_client::types::WorktreeRemoveInput = serde_json::from_value(serde_json::json!({ "directory": "/home/me/project" }))?;
    let _ = body;
    let body: opencode_client::types::WorktreeResetInput = serde_json::from_value(serde_json::json!({ "directory": "/home/me/project" }))?;
    let _ = body;
    let body: opencode_client::types::SessionCreateBody = serde_json::from_value(serde_json::json!({}))?;
    let _ = body;
    let body: opencode_client::types::SessionUpdateBody = serde_json::from_value(serde_json::json!({}))?;
    let _ = body;
    let body: opencode_client::types::SessionInitBody = serde_json::from_value(serde_json::json!({
      "modelID": "claude-sonnet-4-5",
      "providerID": "anthropic",
      "messageID": "msg_example"
    }))?;
    let _ = body;
    let body: opencode_client::types::SessionForkBody = serde_json::from_value(serde_json::json!({}))?;
    let _ = body;
    let body: opencode_client::types::SessionSummarizeBody = serde_json::from_value(serde_json::json!({ "providerID": "anthropic", "modelID": "claude-sonnet-4-5" }))?;
    let _ = body;
    let body: opencode_client::types::SessionPromptBody = serde_json::from_value(serde_json::json!({
      "parts": [
        {
          "type": "text",
          "text": "What does this project do?"
        }
      ]
    }))?;
    let _ = body;
    let body: opencode_client::types::Part = serde_json::from_value(serde_json::json!({
      "id": "example",
      "sessionID": "ses_example",
      "messageID": "message_example",
      "type": "text",
      "text": "What does this project do?"
    }))?;
    let _ = body;
    let body: opencode_client::types::SessionPromptAsyncBody = serde_json::from_value(serde_json::json!({
      "parts": [
        {
          "type": "text",
          "text": "What does this project do?"
        }
      ]
    }))?;
    let _ = body;
    let body: opencode_client::types::SessionCommandBody = serde_json::from_value(serde_json::json!({ "arguments": "", "command": "init" }))?;
    let _ = body;
    let body: opencode_client::types::SessionShellBody = serde_json::from_value(serde_json::json!({ "agent": "build", "command": "init" }))?;
    let _ = body;
    let body: opencode_client::types::SessionRevertBody = serde_json::from_value(serde_json::json!({ "messageID": "msg_example" }))?;
    let _ = body;
    let body: opencode_client::types::PermissionRespondBody = serde_json::from_value(serde_json::json!({ "response": "once" }))?;
    let _ = body;
    let body: opencode_client::types::PermissionReplyBody = serde_json::from_value(serde_json::json!({ "reply": "once" }))?;
    let _ = body;
    let body: opencode_client::types::QuestionReplyBody = serde_json::from_value(serde_json::json!({ "answers": [ [ "example" ] ] }))?;
    let _ = body;
    let body: opencode_client::types::ProviderOauthAuthorizeBody = serde_json::from_value(serde_json::json!({ "method": 1 }))?;
    let _ = body;
    let body: opencode_client::types::ProviderOauthCallbackBody = serde_json::from_value(serde_json::json!({ "method": 1 }))?;
    let _ = body;
    let body: opencode_client::types::McpAddBody = serde_json::from_value(serde_json::json!({
      "name": "example",
      "config": {
        "type": "local",
        "command": [
          "init"
        ]
      }
    }))?;
    let _ = body;
    let body: opencode_client::types::McpAuthCallbackBody = serde_json::from_value(serde_json::json!({ "code": "4f2a9c" }))?;
    let _ = body;
    let body: opencode_client::types::TuiAppendPromptBody = serde_json::from_value(serde_json::json!({ "text": "What does this project do?" }))?;
    let _ = body;
    let body: opencode_client::types::TuiExecuteCommandBody = serde_json::from_value(serde_json::json!({ "command": "init" }))?;
    let _ = body;
    let body: opencode_client::types::TuiShowToastBody = serde_json::from_value(serde_json::json!({ "message": "It is done.", "variant": "info" }))?;
    let _ = body;
    let body: opencode_client::types::TuiPublishBody = serde_json::from_value(serde_json::json!({
      "type": "tui.prompt.append",
      "properties": {
        "text": "What does this project do?"
      }
    }))?;
    let _ = body;
    let body: opencode_client::types::TuiSelectSessionBody = serde_json::from_value(serde_json::json!({ "sessionID": "ses_example" }))?;
    let _ = body;
    let body: serde_json::Value = serde_json::from_value(serde_json::json!("example"))?;
    let _ = body;
    let body: opencode_client::types::AppLogBody = serde_json::from_value(serde_json::json!({
      "service": "example",
      "level": "debug",
      "message": "It is done."
    }))?;
    let _ = body;
    Ok(())
}
