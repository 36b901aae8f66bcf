//! The page: modules on the left, their operations in the middle, every schema below. One string, no requests.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use serde_json::{Map, Value};

use super::notation::{Escaped, notation};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// One operation of the contract.
struct Operation<'a> {
    id: &'a str,
    method: &'a str,
    path: &'a str,
    json: &'a Value,
}

/// The page for a contract.
pub(super) fn html(contract: &Value) -> String {
    let mut out = String::with_capacity(512 << 10);
    write(&mut out, contract).expect("a string takes everything written to it");
    out
}

fn write(out: &mut String, contract: &Value) -> fmt::Result {
    let modules = modules(contract);
    let count: usize = modules.values().map(Vec::len).sum();
    let version = crate::VERSION;
    write!(
        out,
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>OpenCode API {version}</title>\
         <style>{STYLE}</style></head><body>\n"
    )?;
    write!(
        out,
        "<nav><input id=\"filter\" type=\"search\" placeholder=\"Filter operations\" \
         aria-label=\"Filter operations\" autofocus>\n<ol>"
    )?;
    for (module, operations) in &modules {
        let module = Escaped(module);
        write!(out, "<li><a href=\"#module-{module}\">{module}</a> <small>{}</small>", operations.len())?;
    }
    write!(out, "<li><a href=\"#schemas\">schemas</a></ol></nav>\n<main>")?;
    writeln!(
        out,
        "<header><h1>OpenCode API</h1><p>Contract of release {version}: {count} operations. \
         <span class=\"state open\">501</span> marks those that this server does not have yet. \
         Ask for <code>application/json</code> to get the document itself.</p></header>"
    )?;
    for (module, operations) in &modules {
        let module = Escaped(module);
        writeln!(out, "<section><h2 id=\"module-{module}\">{module}</h2>")?;
        operations.iter().try_for_each(|operation| write_operation(out, operation))?;
        out.write_str("</section>\n")?;
    }
    write_schemas(out, &contract["components"]["schemas"])?;
    writeln!(out, "</main><script>{SCRIPT}</script></body></html>")
}

/// Operations by the first word of their id, in the order of the contract.
fn modules(contract: &Value) -> BTreeMap<&str, Vec<Operation<'_>>> {
    let mut modules = BTreeMap::<_, Vec<_>>::new();
    for (path, methods) in members(&contract["paths"]) {
        for (method, json) in members(methods) {
            let Some(id) = json["operationId"].as_str() else { continue };
            let module = id.split('.').next().unwrap_or(id);
            modules.entry(module).or_default().push(Operation { id, method, path, json });
        }
    }
    modules
}

fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().map(Map::iter).into_iter().flatten()
}

fn write_operation(out: &mut String, operation: &Operation<'_>) -> fmt::Result {
    let Operation { id, method, path, json } = operation;
    let summary = json["summary"].as_str().unwrap_or_default();
    let open = if is_built(id) { "" } else { "<span class=\"state open\">501</span>" };
    writeln!(
        out,
        "<details id=\"{}\"><summary><span class=\"method {method}\">{method}</span> <code>{}</code> \
         <em>{}</em>{open}</summary>",
        Escaped(id),
        Escaped(path),
        Escaped(summary)
    )?;
    let description = json["description"].as_str().unwrap_or_default();
    write!(out, "<p>{}</p><p class=\"id\">{}", Escaped(description), Escaped(id))?;
    if json["deprecated"].as_bool() == Some(true) {
        out.write_str(" <span class=\"state\">deprecated</span>")?;
    }
    out.write_str("</p>\n")?;
    write_parameters(out, &json["parameters"])?;
    if let Some(body) = json.get("requestBody") {
        write_content(out, "Body", "", body)?;
    }
    for (status, response) in members(&json["responses"]) {
        write_content(out, status, response["description"].as_str().unwrap_or_default(), response)?;
    }
    out.write_str("</details>\n")
}

fn write_parameters(out: &mut String, parameters: &Value) -> fmt::Result {
    let Some(parameters) = parameters.as_array().filter(|parameters| !parameters.is_empty()) else {
        return Ok(());
    };
    out.write_str("<table>")?;
    for parameter in parameters {
        let text = |name: &str| parameter[name].as_str().unwrap_or_default();
        let mark = if parameter["required"].as_bool() == Some(true) { "" } else { "?" };
        write!(
            out,
            "<tr><td><code>{}</code>{mark}<td>{}<td><code>{}</code><td>{}",
            Escaped(text("name")),
            Escaped(text("in")),
            notation(&parameter["schema"]),
            Escaped(text("description"))
        )?;
    }
    out.write_str("</table>\n")
}

fn write_content(out: &mut String, label: &str, description: &str, holder: &Value) -> fmt::Result {
    writeln!(out, "<h4>{} <small>{}</small></h4>", Escaped(label), Escaped(description))?;
    for (mime, content) in members(&holder["content"]) {
        if mime != "application/json" {
            write!(out, "<p><code>{}</code></p>", Escaped(mime))?;
        }
        writeln!(out, "<pre>{}</pre>", notation(&content["schema"]))?;
    }
    Ok(())
}

fn write_schemas(out: &mut String, schemas: &Value) -> fmt::Result {
    out.write_str("<section><h2 id=\"schemas\">schemas</h2>\n")?;
    let mut schemas: Vec<_> = members(schemas).collect();
    schemas.sort_by_key(|(name, _)| name.to_lowercase());
    for (name, schema) in schemas {
        let name = Escaped(name);
        writeln!(
            out,
            "<details id=\"schema-{name}\"><summary><code>{name}</code></summary><pre>{}</pre></details>",
            notation(schema)
        )?;
    }
    out.write_str("</section>\n")
}

/// What `operations.txt` says; an operation it does not know is not built.
fn is_built(id: &str) -> bool {
    opencode_api::OPERATIONS.iter().any(|operation| operation.id == id && operation.built)
}
