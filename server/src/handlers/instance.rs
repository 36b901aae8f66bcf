//! `instance.dispose`.

use dropshot::{Query, RequestContext};
use opencode_api::instance::InstanceApi;
use opencode_api::parameters::InstanceQuery;
use opencode_api::support::{Answer, Undeclared, answer};

use super::Operations;
use super::request::directory_of;
use crate::app::App;

impl InstanceApi for Operations {
    type Context = App;

    async fn instance_dispose(
        context: RequestContext<App>,
        _: Query<InstanceQuery>,
    ) -> Answer<bool, Undeclared> {
        context.context().instances.dispose(&directory_of(&context)?);
        answer(true)
    }
}
