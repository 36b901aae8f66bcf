//! `mcp.status`.

use dropshot::{Query, RequestContext};
use opencode_api::mcp::McpApi;
use opencode_api::parameters::InstanceQuery;
use opencode_api::support::{Answer, Undeclared, answer};
use opencode_api::types;

use super::Operations;
use super::request::instance_of;
use crate::app::App;
use crate::mcp;

impl McpApi for Operations {
    type Context = App;

    async fn mcp_status(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<types::Map<types::McpStatus>, Undeclared> {
        answer(mcp::statuses(&instance_of(&context).await?.config.config))
    }
}
