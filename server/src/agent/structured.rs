//! An answer of a given shape: the model is made to call a tool whose arguments are the answer.
//!
//! The arguments are kept as they come; they aren't checked against the schema. Start from [`Sink`].

use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use opencode_types::{
    Agent, AssistantMessageError, OutputFormat, OutputFormatJsonSchema, StructuredOutputError,
    StructuredOutputErrorData, UserMessage,
};
use serde_json::{Value, json};

use super::tools::{Call, Output, Toolbox};
use crate::provider::ToolDefinition;

/// The name clients and models know the tool by.
const TOOL: &str = "StructuredOutput";
/// How often a model may be asked again, if the prompt doesn't say.
pub const RETRIES: i64 = 2;

/// The tools of a turn, and one more that takes the answer.
pub struct Sink<'a> {
    tools: &'a dyn Toolbox,
    format: &'a OutputFormatJsonSchema,
    answer: Mutex<Option<Value>>,
}

impl<'a> Sink<'a> {
    /// `None` if the message asks for no shape.
    pub fn for_message(user: &'a UserMessage, tools: &'a dyn Toolbox) -> Option<Sink<'a>> {
        match &user.format {
            Some(OutputFormat::JsonSchema(format)) => Some(Sink { tools, format, answer: Mutex::new(None) }),
            _ => None,
        }
    }

    /// The tool that takes the answer.
    pub fn definition(&self) -> ToolDefinition {
        ToolDefinition {
            name: TOOL.to_owned(),
            description:
                "Give the final answer. Its arguments are the whole answer: call it once, when you are done, \
                          and write no other text."
                    .to_owned(),
            parameters: Value::Object(self.format.schema.0.clone()),
        }
    }

    /// The answer, if the model has given it.
    pub fn take(&self) -> Option<Value> {
        self.answer.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

#[async_trait]
impl Toolbox for Sink<'_> {
    fn definitions(&self, agent: &Agent) -> Vec<ToolDefinition> {
        let mut definitions = self.tools.definitions(agent);
        definitions.push(self.definition());
        definitions
    }

    async fn run(&self, call: Call) -> Result<Output, String> {
        if call.tool != TOOL {
            return self.tools.run(call).await;
        }
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = Some(Value::Object(call.input));
        Ok(Output {
            title: "Structured Output".to_owned(),
            output: "Structured output captured successfully.".to_owned(),
            metadata: json!({"valid": true}).as_object().cloned().unwrap_or_default(),
            attachments: Vec::new(),
        })
    }
}

/// The error of an answer that is only text.
pub fn missing() -> AssistantMessageError {
    AssistantMessageError::StructuredOutputError(StructuredOutputError {
        name: Default::default(),
        data: StructuredOutputErrorData {
            message: "Model did not produce structured output".to_owned(),
            retries: 0.0.into(),
        },
    })
}
