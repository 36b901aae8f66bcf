//! The key of a provider: entered by the user, or in a variable. A key in the configuration comes before both; the
//! order of these two is the one observed from OpenCode. Start from [`Keys`].

use indexmap::IndexMap;
use opencode_types::{Auth, ProviderSource};

use crate::paths::Environment;

pub(super) struct Keys<'a> {
    environment: &'a Environment,
    auth: &'a IndexMap<String, Auth>,
}

/// What there is for a provider. A source without a key: the provider takes other variables.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Found {
    pub key: Option<String>,
    pub source: Option<ProviderSource>,
}

impl<'a> Keys<'a> {
    pub fn new(environment: &'a Environment, auth: &'a IndexMap<String, Auth>) -> Self {
        Self { environment, auth }
    }

    /// `env` names the variables of the provider.
    pub fn find(&self, provider: &str, env: &[String]) -> Found {
        if let Some(Auth::Api(entered)) = self.auth.get(provider) {
            return Found { key: Some(entered.key.clone()), source: Some(ProviderSource::Api) };
        }
        let mut set = env.iter().filter_map(|name| Some((name, self.var(name)?))).peekable();
        let source = set.peek().map(|_| ProviderSource::Env);
        // Some providers list regions and accounts beside the key.
        let names_key = |name: &str| name.contains("KEY") || name.contains("TOKEN");
        let key = set.find(|(name, _)| env.len() == 1 || names_key(name)).map(|(_, value)| value.to_owned());
        Found { key, source }
    }

    /// Providers with a login that only a plugin of OpenCode can use.
    pub fn unused(&self) -> impl Iterator<Item = &'a str> {
        self.auth.iter().filter(|(_, auth)| matches!(auth, Auth::Oauth(_))).map(|(id, _)| id.as_str())
    }

    /// `text` with each `${NAME}` replaced by the variable; one that is not set by nothing.
    pub fn substituted(&self, text: &str) -> String {
        let mut parts = text.split("${");
        let mut result = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once('}') {
                Some((name, rest)) => {
                    result.push_str(self.var(name).unwrap_or_default());
                    result.push_str(rest);
                }
                None => {
                    result.push_str("${");
                    result.push_str(part);
                }
            }
        }
        result
    }

    /// A `wellknown` login stands for a variable of its own choice.
    fn var(&self, name: &str) -> Option<&str> {
        let mut logins = self.auth.values();
        let login = || {
            logins.find_map(|auth| match auth {
                Auth::Wellknown(login) if login.key == name => Some(login.token.as_str()),
                _ => None,
            })
        };
        self.environment.var(name).or_else(login)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn environment(vars: &[(&str, &str)]) -> Environment {
        Environment::new(
            "/home/none",
            "/",
            vars.iter().map(|(name, value)| ((*name).into(), (*value).into())),
        )
    }

    fn auth(entries: serde_json::Value) -> IndexMap<String, Auth> {
        serde_json::from_value(entries).unwrap()
    }

    fn found(key: Option<&str>, source: ProviderSource) -> Found {
        Found { key: key.map(str::to_owned), source: Some(source) }
    }

    #[test]
    fn an_entered_key_comes_before_a_variable() {
        let environment = environment(&[("ACME_KEY", "from-env"), ("EMPTY_KEY", "")]);
        let auth = auth(json!({
            "acme": {"type": "api", "key": "entered"},
            "old": {"type": "oauth", "refresh": "r", "access": "a", "expires": 1},
            "https://example.com": {"type": "wellknown", "key": "WELL_KEY", "token": "t"},
        }));
        let keys = Keys::new(&environment, &auth);
        let find = |provider: &str, env: &[&str]| {
            keys.find(provider, &env.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(find("acme", &["ACME_KEY"]), found(Some("entered"), ProviderSource::Api));
        assert_eq!(find("other", &["ACME_KEY"]), found(Some("from-env"), ProviderSource::Env));
        assert_eq!(find("other", &["EMPTY_KEY", "NOT_SET"]), Found::default());
        assert_eq!(find("old", &[]), Found::default());
        assert_eq!(find("well", &["WELL_KEY"]), found(Some("t"), ProviderSource::Env));
        assert_eq!(keys.unused().collect::<Vec<_>>(), ["old"]);
    }

    #[test]
    fn among_several_variables_the_key_is_the_one_called_so() {
        let environment = environment(&[("CLOUD_REGION", "eu"), ("CLOUD_API_KEY", "k"), ("ONLY", "x")]);
        let auth = IndexMap::new();
        let keys = Keys::new(&environment, &auth);
        let find =
            |env: &[&str]| keys.find("p", &env.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(find(&["CLOUD_REGION", "CLOUD_API_KEY"]), found(Some("k"), ProviderSource::Env));
        assert_eq!(find(&["CLOUD_REGION", "ABSENT_KEY"]), found(None, ProviderSource::Env));
        assert_eq!(find(&["ONLY"]), found(Some("x"), ProviderSource::Env));
    }

    #[test]
    fn variables_in_addresses() {
        let environment = environment(&[("ACCOUNT", "a1")]);
        let auth = IndexMap::new();
        let keys = Keys::new(&environment, &auth);
        for (text, expected) in [
            ("https://x/${ACCOUNT}/v1", "https://x/a1/v1"),
            ("${ACCOUNT}${ACCOUNT}", "a1a1"),
            ("x${ABSENT}y", "xy"),
            ("open ${ACCOUNT", "open ${ACCOUNT"),
            ("plain", "plain"),
        ] {
            assert_eq!(keys.substituted(text), expected);
        }
    }
}
