//! `provider.list`.

use dropshot::{Query, RequestContext};
use http::StatusCode;
use opencode_api::parameters::InstanceQuery;
use opencode_api::provider::ProviderApi;
use opencode_api::support::{Answer, ApiError, Undeclared, answer};
use opencode_api::types;

use super::Operations;
use super::request::instance_of;
use crate::app::App;

impl ProviderApi for Operations {
    type Context = App;

    async fn provider_list(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<types::ProviderListResponse, Undeclared> {
        let listing = instance_of(&context).await?.catalogue.listing();
        answer(
            listing
                .map_err(|error| ApiError::unknown(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))?,
        )
    }
}
