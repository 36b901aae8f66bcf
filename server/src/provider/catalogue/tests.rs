//! Whole catalogues from configurations.

use std::fs;
use std::time::Duration;

use opencode_types::{Auth, Config};

use super::*;
use crate::paths::Environment;
use crate::provider::catalogue::ResolvedModel;
use crate::provider::scripted::Scripted;
use crate::provider::transport::Transport;
use crate::provider::{ChatMessage, LanguageModel, ModelError, ModelRequest};

/// What one test starts from; the fields left alone are empty.
#[derive(Default)]
struct Given {
    config: Value,
    vars: Vec<(&'static str, String)>,
    auth: Value,
    scripted: bool,
}

impl Given {
    fn config(config: Value) -> Self {
        Self { config, ..Self::default() }
    }

    fn try_build(&self) -> Result<Catalogue, CatalogueError> {
        let object = |value: &Value| if value.is_null() { json!({}) } else { value.clone() };
        let config: Config = serde_json::from_value(object(&self.config)).unwrap();
        let auth: IndexMap<String, Auth> = serde_json::from_value(object(&self.auth)).unwrap();
        let vars = self.vars.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let scripted = Scripted::default();
        Catalogue::build(&CatalogueSources {
            config: &config,
            environment: &Environment::new("/nonexistent", "/", vars),
            auth: &auth,
            scripted: self.scripted.then_some(&scripted),
            transport: &Transport::default(),
        })
    }

    fn build(&self) -> Catalogue {
        self.try_build().unwrap()
    }
}

fn usable(catalogue: &Catalogue) -> Vec<(&str, String)> {
    let source =
        |provider: &Provider| serde_json::to_value(provider.source).unwrap().as_str().unwrap().to_owned();
    catalogue.providers().map(|provider| (provider.id.as_str(), source(provider))).collect()
}

fn named(name: &str) -> ModelRef {
    ModelRef::parse(name).unwrap()
}

async fn refusal(model: &ResolvedModel) -> ModelError {
    let request = ModelRequest { messages: vec![ChatMessage::user("hi")], ..ModelRequest::default() };
    model.stream(&request).await.err().expect("a refusal")
}

#[test]
fn nothing_configured_nothing_usable() {
    let catalogue = Given::default().build();
    assert!(usable(&catalogue).is_empty());
    assert!(catalogue.default_models().is_empty());
    assert_eq!(catalogue.default_model(), Err(crate::provider::catalogue::NoProviders));
    let listing = catalogue.listing().unwrap();
    assert_eq!(
        listing.all.iter().map(|provider| provider.id.as_str()).collect::<Vec<_>>(),
        ["anthropic", "openai"]
    );
    assert!(listing.connected.is_empty());
    assert_eq!(listing.default["anthropic"], "claude-sonnet-4-6");
}

#[test]
fn the_table_is_read_whole_and_makes_sense() {
    let catalogue = Given::default().build();
    assert_eq!(catalogue.problems(), [""; 0]);
    for (provider, _, _) in catalogue.all() {
        assert!(provider.models.len() > 5, "{}", provider.id);
        for model in provider.models.values() {
            let name = format!("{}/{}", provider.id, model.id);
            assert!(model.cost.input.0 > 0.0 && model.cost.output.0 > model.cost.input.0, "{name}");
            assert!(model.cost.cache.read.0 < model.cost.input.0, "{name}");
            assert!(model.limit.context.0 > model.limit.output.0 && model.limit.output.0 > 0.0, "{name}");
            assert_eq!(model.release_date.len(), 10, "{name}");
            assert_eq!(
                model.variants.as_ref().is_none_or(IndexMap::is_empty),
                !model.capabilities.reasoning,
                "{name}"
            );
        }
    }
}

#[test]
fn keys_make_providers_usable_and_say_where_they_came_from() {
    let given = Given {
        vars: vec![("ANTHROPIC_API_KEY", "from-env".into())],
        auth: json!({"openai": {"type": "api", "key": "entered"}}),
        ..Given::default()
    };
    let catalogue = given.build();
    assert_eq!(usable(&catalogue), [("anthropic", "env".into()), ("openai", "api".into())]);
    let text = serde_json::to_string(&catalogue.listing().unwrap()).unwrap();
    assert!(!text.contains("from-env") && !text.contains("entered"), "keys stay inside");
    let access = |id: &str| catalogue.entries[id].access.key.clone();
    assert_eq!(
        (access("anthropic").as_deref(), access("openai").as_deref()),
        (Some("from-env"), Some("entered"))
    );
}

#[test]
fn a_configured_key_wins_and_an_empty_one_does_not_count() {
    for (configured, expected) in [("from-config", "from-config"), ("", "entered")] {
        let given = Given {
            config: json!({"provider": {"anthropic": {"options": {"apiKey": configured}}}}),
            vars: vec![("ANTHROPIC_API_KEY", "from-env".into())],
            auth: json!({"anthropic": {"type": "api", "key": "entered"}}),
            ..Given::default()
        };
        let catalogue = given.build();
        assert_eq!(usable(&catalogue), [("anthropic", "config".into())]);
        assert_eq!(catalogue.entries["anthropic"].access.key.as_deref(), Some(expected));
    }
}

#[test]
fn a_configuration_like_the_recorded_one_gives_the_recorded_answer() {
    let catalogue = Given::config(opencode_scripted_model::config_for("http://127.0.0.1:7196")).build();
    assert_eq!(usable(&catalogue), [("fake", "config".into()), ("fakeanth", "config".into())]);
    let defaults = catalogue.default_models();
    assert_eq!((defaults["fake"].as_str(), defaults["fakeanth"].as_str()), ("fake-think", "claude-fake"));
    assert_eq!(catalogue.default_model().unwrap(), named("fake/fake-1"));
    assert_eq!(catalogue.small_model("fake").unwrap().info.id, "fake-small");
    let fake = serde_json::to_value(catalogue.providers().next().unwrap()).unwrap();
    assert_eq!(fake["options"], json!({"apiKey": "test-key", "baseURL": "http://127.0.0.1:7196/v1"}));
    let think = json!({
        "id": "fake-think",
        "api": {"id": "fake-think", "npm": "@ai-sdk/openai-compatible", "url": "http://127.0.0.1:7196/v1"},
        "status": "active", "name": "Fake Think", "providerID": "fake",
        "capabilities": {
            "temperature": false, "reasoning": true, "attachment": false, "toolcall": true,
            "input": {"text": true, "audio": false, "image": false, "video": false, "pdf": false},
            "output": {"text": true, "audio": false, "image": false, "video": false, "pdf": false},
            "interleaved": false,
        },
        "cost": {"input": 0, "output": 0, "cache": {"read": 0, "write": 0}},
        "options": {}, "limit": {"context": 200_000, "output": 8000}, "headers": {},
        "family": "", "release_date": "",
        "variants": {
            "low": {"reasoningEffort": "low"}, "medium": {"reasoningEffort": "medium"}, "high": {"reasoningEffort": "high"},
        },
    });
    assert_eq!(fake["models"]["fake-think"], think);
}

#[test]
fn known_providers_are_extended_and_filtered() {
    let given = Given {
        config: json!({"provider": {
            "anthropic": {"models": {"mine": {}, "claude-sonnet-4-5": {"name": "Renamed"}, "fast": {"id": "claude-haiku-4-5"}}},
            "openai": {"whitelist": ["gpt-5", "gpt-5-mini", "o3"], "blacklist": ["o3"]},
        }}),
        ..Given::default()
    };
    let catalogue = given.build();
    let model = |name: &str| catalogue.model(&named(name)).unwrap().info;
    assert_eq!(model("anthropic/mine").api.npm, "@ai-sdk/anthropic");
    let renamed = model("anthropic/claude-sonnet-4-5");
    assert_eq!((renamed.name.as_str(), renamed.limit.output.0), ("Renamed", 64_000.0));
    let fast = model("anthropic/fast");
    assert_eq!(
        (fast.api.id.as_str(), fast.name.as_str(), fast.cost.input.0),
        ("claude-haiku-4-5", "fast", 1.0)
    );
    let openai = catalogue.providers().find(|provider| provider.id == "openai").unwrap();
    assert_eq!(openai.models.keys().collect::<Vec<_>>(), ["gpt-5", "gpt-5-mini"]);
    assert_eq!(catalogue.small_model("anthropic").unwrap().info.id, "claude-haiku-4-5");
}

#[test]
fn providers_are_enabled_and_disabled() {
    let keys = vec![("ANTHROPIC_API_KEY", "a".to_owned()), ("OPENAI_API_KEY", "o".to_owned())];
    for (config, expected) in [
        (json!({"disabled_providers": ["openai"]}), &["anthropic"][..]),
        (json!({"enabled_providers": ["openai"]}), &["openai"]),
        (json!({"enabled_providers": ["openai"], "disabled_providers": ["openai"]}), &[]),
        (json!({"enabled_providers": []}), &[]),
    ] {
        let catalogue = Given { config, vars: keys.clone(), ..Given::default() }.build();
        let names: Vec<_> = catalogue.providers().map(|provider| provider.id.as_str()).collect();
        assert_eq!(names, expected);
        assert_eq!(catalogue.listing().unwrap().connected, expected);
    }
}

#[test]
fn configured_providers_come_first_and_the_scripted_one_before_all() {
    let mut given = Given {
        config: json!({"provider": {"local": {"models": {"m": {}}}}}),
        vars: vec![("ANTHROPIC_API_KEY", "a".into())],
        ..Given::default()
    };
    assert_eq!(given.build().default_model().unwrap(), named("local/m"));
    given.scripted = true;
    let catalogue = given.build();
    assert_eq!(catalogue.default_model().unwrap(), named("scripted/scripted-1"));
    assert_eq!(usable(&catalogue)[0], ("scripted", "custom".into()));
    given.config["enabled_providers"] = json!(["local"]);
    assert_eq!(given.build().default_model().unwrap(), named("scripted/scripted-1"));
    given.config["model"] = json!("local/m");
    assert_eq!(given.build().default_model().unwrap(), named("local/m"));
}

#[tokio::test]
async fn the_scripted_model_cannot_be_had_by_configuration_alone() {
    let config = json!({"provider": {"scripted": {"npm": wire::SCRIPTED, "models": {"scripted-1": {}}}}});
    let mut given = Given::config(config);
    let model = given.build().model(&named("scripted/scripted-1")).unwrap();
    assert!(matches!(refusal(&model).await, ModelError::Protocol { .. }));
    given.config = json!({"provider": {"scripted": {"options": {"timeout": 20}}}});
    given.scripted = true;
    let model = given.build().model(&named("scripted/scripted-1")).unwrap();
    let request = ModelRequest { messages: vec![ChatMessage::user("[hang]")], ..ModelRequest::default() };
    let items: Vec<_> = futures::StreamExt::collect(model.stream(&request).await.unwrap()).await;
    assert_eq!(items, [Err(ModelError::Silent { limit: Duration::from_millis(20) })]);
}

#[test]
fn what_is_not_found_is_named_with_suggestions() {
    let catalogue = Given::config(opencode_scripted_model::config_for("http://127.0.0.1:1")).build();
    let error = catalogue.model(&named("fake/fake-2")).unwrap_err();
    assert_eq!(error.to_string(), "Model not found: fake/fake-2.");
    assert!(error.suggestions.contains(&"fake-1".to_owned()), "{error:?}");
    let error = catalogue.model(&named("fak/fake-1")).unwrap_err();
    assert_eq!(error.suggestions[0], "fake");
    assert!(catalogue.model(&named("anthropic/claude-opus-4-6")).is_err(), "known, but not usable");

    let catalogue = Given::config(json!({"model": "no-slash"})).build();
    let default = catalogue.default_model().unwrap();
    assert_eq!(catalogue.model(&default).unwrap_err().to_string(), "Model not found: no-slash/.");
}

#[tokio::test]
async fn what_is_missing_is_told_when_the_model_is_asked() {
    let config = json!({"provider": {
        "anthropic": {},
        "lost": {"models": {"m": {}}},
        "odd": {"npm": "@ai-sdk/google-vertex", "models": {"m": {}}},
        "file": {"options": {"baseURL": "file:///etc"}, "models": {"m": {}}},
        "header": {"options": {"baseURL": "http://127.0.0.1:1", "headers": {"bad name": "x"}}, "models": {"m": {}}},
    }});
    let catalogue = Given::config(config).build();
    for (name, expected) in [
        ("anthropic/claude-opus-4-6", "There is no API key for the provider anthropic"),
        ("lost/m", "The provider lost has no address: set `options.baseURL`"),
        ("odd/m", "The provider odd is spoken to through @ai-sdk/google-vertex, which this server cannot"),
        ("file/m", "The address of the provider file is no URL: file:///etc"),
        ("header/m", "The configured header `bad name` cannot be sent"),
    ] {
        let error = refusal(&catalogue.model(&named(name)).unwrap()).await;
        assert!(error.to_string().starts_with(expected), "{error}");
        assert_eq!(matches!(error, ModelError::Auth { .. }), name.starts_with("anthropic"));
    }
}

#[test]
fn a_models_file_adds_and_replaces() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("models.json");
    let models = json!({
        "groq": {"id": "groq", "name": "Groq", "env": ["GROQ_API_KEY"], "npm": "@ai-sdk/groq", "models": {
            "good": {"name": "Good", "tool_call": true},
            "old": {"status": "deprecated"},
            "alpha": {"status": "alpha"},
            "odd": {"limit": "none"},
        }},
        "google": {"env": ["GEMINI_KEY"], "npm": "@ai-sdk/google", "models": {"gemini": {}}},
        "openai": {"name": "Other", "npm": "@ai-sdk/openai", "env": [], "models": {"only": {}}},
    });
    fs::write(&path, models.to_string()).unwrap();
    let mut given = Given {
        vars: vec![
            ("OPENCODE_MODELS_PATH", path.display().to_string()),
            ("GROQ_API_KEY", "g".into()),
            ("GEMINI_KEY", "g".into()),
        ],
        ..Given::default()
    };
    let catalogue = given.build();
    assert_eq!(usable(&catalogue), [("groq", "env".into())], "google speaks none of our formats");
    let groq = catalogue.providers().next().unwrap();
    assert_eq!(groq.models.keys().collect::<Vec<_>>(), ["good"]);
    assert!(
        matches!(catalogue.problems(), [problem] if problem.starts_with("groq/odd: ")),
        "{:?}",
        catalogue.problems()
    );
    let ids: Vec<_> = catalogue.listing().unwrap().all.into_iter().map(|listed| listed.id).collect();
    assert_eq!(ids, ["groq", "anthropic", "openai", "google"]);
    assert_eq!(catalogue.entries["openai"].provider.models.len(), 1);

    given.vars.push(("OPENCODE_ENABLE_EXPERIMENTAL_MODELS", "1".into()));
    assert!(given.build().model(&named("groq/alpha")).is_ok());
    for broken in ["", "[]", "{\"x\": 5}"] {
        fs::write(&path, broken).unwrap();
        let error = given.try_build().err().expect("an error").to_string();
        assert!(error.contains("models.json (OPENCODE_MODELS_PATH)"), "{error}");
    }
    fs::remove_file(&path).unwrap();
    assert!(given.try_build().is_err());
}

#[test]
fn the_model_used_last_is_the_default_while_it_exists() {
    let home = tempfile::tempdir().unwrap();
    let state = home.path().join("opencode");
    fs::create_dir_all(&state).unwrap();
    let recent = json!({"recent": [
        {"providerID": "gone", "modelID": "m"},
        {"odd": true},
        {"providerID": "two", "modelID": "b"},
    ]});
    fs::write(state.join("model.json"), recent.to_string()).unwrap();
    let mut given = Given {
        config: json!({"provider": {"one": {"models": {"a": {}}}, "two": {"models": {"b": {}}}}}),
        vars: vec![("XDG_STATE_HOME", home.path().display().to_string())],
        ..Given::default()
    };
    assert_eq!(given.build().default_model().unwrap(), named("two/b"));
    given.config["model"] = json!("one/a");
    assert_eq!(given.build().default_model().unwrap(), named("one/a"));
    fs::write(state.join("model.json"), "broken").unwrap();
    given.config["model"].take();
    given.config.as_object_mut().unwrap().shift_remove("model");
    assert_eq!(given.build().default_model().unwrap(), named("one/a"));
}

#[test]
fn a_listed_provider_has_both_forms() {
    let given = Given { vars: vec![("ANTHROPIC_API_KEY", "k".into())], ..Given::default() };
    let listing = serde_json::to_value(given.build().listing().unwrap()).unwrap();
    let anthropic = &listing["all"][0];
    // The real server's.
    assert_eq!((&anthropic["source"], &anthropic["options"]), (&json!("env"), &json!({})));
    // The contract's.
    assert_eq!(anthropic["npm"], json!("@ai-sdk/anthropic"));
    assert_eq!(anthropic["api"], json!("https://api.anthropic.com/v1"));
    let model = &anthropic["models"]["claude-opus-4-6"];
    assert_eq!(model["providerID"], json!("anthropic"));
    assert_eq!(model["capabilities"]["toolcall"], json!(true));
    for member in ["attachment", "reasoning", "temperature", "tool_call"] {
        assert_eq!(model[member], json!(true), "{member}");
    }
    assert_eq!(model["modalities"], json!({"input": ["text", "image", "pdf"], "output": ["text"]}));
    assert_eq!((&model["cost"]["cache"]["read"], &model["cost"]["cache_read"]), (&json!(0.5), &json!(0.5)));
    assert_eq!(model["cost"]["context_over_200k"]["cache_write"], json!(12.5));
    // What the contract would refuse there.
    assert_eq!((model.get("status"), model.get("interleaved")), (None, None));
}
