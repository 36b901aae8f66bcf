//! Modules of which no operation is built yet: each answers 501. A module leaves this list for a file of its own.

use super::Operations;
use crate::app::App;

macro_rules! unbuilt {
    ($($module:ident::$api:ident,)*) => {
        $(impl opencode_api::$module::$api for Operations {
            type Context = App;
        })*
    };
}

unbuilt! {
    command::CommandApi,
    experimental::ExperimentalApi,
    file::FileApi,
    find::FindApi,
    formatter::FormatterApi,
    lsp::LspApi,
    permission::PermissionApi,
    project_id::ProjectIdApi,
    provider_id::ProviderIdApi,
    pty::PtyApi,
    question::QuestionApi,
    skill::SkillApi,
    tui::TuiApi,
    vcs::VcsApi,
}
