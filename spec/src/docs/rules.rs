//! The common rules of `README.md`: what holds for every operation and is said nowhere else.
//!
//! Prose is here in both languages; numbers and tables are counted from the contract.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::book::{Book, Target};
use super::markdown;
use super::phrase::Detail;
use super::sample::prefix;
use super::words::Language;
use super::{contents, modules};
use crate::document::{Operation, operations, walk};

/// One rule: its key, heading and paragraphs. `{count}` and `{all}` are numbers of operations.
struct Rule {
    key: &'static str,
    heading: &'static str,
    text: &'static str,
}

const ENGLISH: [Rule; 8] = [
    Rule {
        key: "server",
        heading: "The server",
        text: "The examples talk to `http://127.0.0.1:4096`, the address that the server prefers when no port is named. \
Requests and answers are JSON in UTF-8 unless a page says otherwise, and a body needs `content-type: application/json`. \
`GET /doc` answers the contract itself, from which these pages are made.",
    },
    Rule {
        key: "directory",
        heading: "The directory parameter",
        text: "A server works for many projects at once. Which one a request means is told by its directory, an absolute path on the server's machine: \
{count} of {all} operations take it as the query parameter `directory`. \
The header `x-opencode-directory` (percent-encoded) says the same, for clients that keep to one directory; the parameter goes first. \
With neither of them, it is the directory in which the server was started.\n\n\
The first request for a directory makes its instance: configuration, agents, providers. \
It lives until `POST /instance/dispose`.",
    },
    Rule {
        key: "errors",
        heading: "Errors",
        text: "An answer with status 4xx or 5xx carries a JSON object; tell kinds apart by `name` where there is one. \
An operation that this server does not do yet answers 501, and what nobody foresaw is a 500. These are declared:",
    },
    Rule {
        key: "auth",
        heading: "Authentication",
        text: "A server that was started with `OPENCODE_SERVER_PASSWORD` wants basic authentication on every path, event streams and `/doc` included. \
The user is `opencode`, or what `OPENCODE_SERVER_USERNAME` said at its start. Anything else is answered with status 401. \
With curl: `-u \"opencode:$OPENCODE_SERVER_PASSWORD\"`.",
    },
    Rule {
        key: "ids",
        heading: "Identifiers",
        text: "An identifier is a prefix, a moment and chance: `ses_e044a0467ffeJZW0D5UtunDsqQ`. \
Except those of sessions, of which the newest sorts first, they sort as they were made. A client treats them as opaque text. The contract fixes these beginnings:",
    },
    Rule {
        key: "streaming",
        heading: "Streaming",
        text: "A request that makes the model work is answered when the work is done. What happens meanwhile comes as server-sent events: \
subscribe first, then send. Each event is a `data:` line of JSON; the first is `server.connected`, and heartbeats keep the connection open. \
[21-realtime.md](21-realtime.md) has the streams and every event.",
    },
    Rule {
        key: "client",
        heading: "The client",
        text: "Every operation that is a request and an answer is a method of `opencode-client`, named after its id, with the variables of its path as arguments:",
    },
    Rule {
        key: "tables",
        heading: "How to read the tables",
        text: "Members of inline objects stand in the table of the object around them: `time.created` is the member `created` of `time`, \
`parts[].text` belongs to each item of a list, `models.*.cost` to each value of a map. Of a union, `part(\"text\").text` is a member of the object whose tag is `text`, \
and `part(2).text` of its second object, if they have no tag. \
A linked type has a place of its own. `any` is any JSON value. A member that is not marked as required may be absent.",
    },
];

const CHINESE: [Rule; 8] = [
    Rule {
        key: "server",
        heading: "服务",
        text: "示例访问 `http://127.0.0.1:4096`，即未指定端口时服务优先使用的地址。除非页面另有说明，请求与响应均为 UTF-8 编码的 JSON，\
带请求体时需要 `content-type: application/json`。`GET /doc` 返回契约本身，这些页面由它生成。",
    },
    Rule {
        key: "directory",
        heading: "directory 参数",
        text: "一个服务同时为多个项目工作，请求针对哪个项目由目录决定，即服务所在机器上的绝对路径：{all} 个接口中有 {count} 个接受查询参数 `directory`。\
只使用一个目录的客户端也可以发送请求头 `x-opencode-directory`（百分号编码），但查询参数优先。两者都没有时，使用服务启动时所在的目录。\n\n\
对某个目录的第一次请求会创建它的实例：配置、智能体、模型提供方。实例一直存在，直到 `POST /instance/dispose`。",
    },
    Rule {
        key: "errors",
        heading: "错误",
        text: "状态码为 4xx 或 5xx 的响应是一个 JSON 对象；有 `name` 时以它区分种类。本服务尚未实现的接口返回 501，意外的失败返回 500。契约声明了以下错误：",
    },
    Rule {
        key: "auth",
        heading: "认证",
        text: "启动时设置了 `OPENCODE_SERVER_PASSWORD` 的服务要求所有路径使用 Basic 认证，事件流和 `/doc` 也不例外。\
用户名是 `opencode`，或启动时 `OPENCODE_SERVER_USERNAME` 的值。否则返回状态码 401。使用 curl 时：`-u \"opencode:$OPENCODE_SERVER_PASSWORD\"`。",
    },
    Rule {
        key: "ids",
        heading: "标识符",
        text: "标识符由前缀、时刻和随机部分组成：`ses_e044a0467ffeJZW0D5UtunDsqQ`。除会话按新到旧排序外，其余按创建先后排序。客户端应把它们当作不透明的文本。契约规定了以下前缀：",
    },
    Rule {
        key: "streaming",
        heading: "流式传输",
        text: "让模型工作的请求在工作完成后才应答，期间的进展以服务器推送事件到达：先订阅，再发送。每个事件是一行 `data:` 加 JSON；\
第一个是 `server.connected`，心跳保持连接。事件流和所有事件见 [21-realtime.md](21-realtime.md)。",
    },
    Rule {
        key: "client",
        heading: "客户端",
        text: "每个一问一答的接口都是 `opencode-client` 的一个方法，以接口标识命名，路径变量即其参数：",
    },
    Rule {
        key: "tables",
        heading: "如何阅读表格",
        text: "内联对象的字段列在外层对象的表格中：`time.created` 是 `time` 的字段 `created`，`parts[].text` 属于列表的每一项，`models.*.cost` 属于映射的每个值。\
对于联合类型，`part(\"text\").text` 是标签为 `text` 的对象的字段；没有标签时，`part(2).text` 是其中第二个对象的字段。带链接的类型另有说明。`any` 是任意 JSON 值。未标为必填的字段可以缺省。",
    },
];

/// How a client is made.
pub(super) const CLIENT: &str = r#"let client = opencode_client::Client::builder("http://127.0.0.1:4096")
    .directory("/home/me/project")
    .credentials_from_environment()
    .build()?;
let answer = client.global().health().send().await?;
println!("{}", answer.version);"#;

pub(super) fn write(book: &mut Book<'_>) {
    let rules = match book.input.language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    };
    let all = operations(book.input.contract);
    let with_directory = all
        .iter()
        .filter(|operation| operation.parameters().iter().any(|parameter| parameter.name == "directory"))
        .count();
    for rule in rules {
        book.heading(2, rule.heading, Some(Target::Rule(rule.key)));
        let text = rule
            .text
            .replace("{count}", &with_directory.to_string())
            .replace("{all}", &all.len().to_string());
        book.add(&text);
        match rule.key {
            "errors" => errors(book, &all),
            "ids" => prefixes(book),
            "client" => book.add(&markdown::block("rust", CLIENT)),
            _ => {}
        }
    }
    debug_assert_eq!(modules::REALTIME, "21-realtime.md", "the prose names this page");
}

/// Which statuses carry which types, and how many operations declare them.
fn errors(book: &mut Book<'_>, all: &[Operation<'_>]) {
    let words = book.words;
    let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for operation in all {
        for (status, _, response) in operation.responses() {
            if status.starts_with(['4', '5']) || status == "default" {
                let schema = contents(response).next().and_then(|(_, schema)| schema);
                let kind = schema.map_or_else(
                    || words.no_content.to_owned(),
                    |schema| book.kind(&book.types.phrase(schema, Detail::Brief)),
                );
                *counts.entry((status, kind)).or_default() += 1;
            }
        }
    }
    if counts.is_empty() {
        book.add(words.none);
        return;
    }
    let rows = counts
        .into_iter()
        .map(|((status, kind), count)| vec![markdown::code(status), kind, count.to_string()]);
    let table = markdown::table(&[words.status, words.error_type, words.operations], rows);
    book.add(&table);
}

/// Which members begin with which prefix.
fn prefixes(book: &mut Book<'_>) {
    let words = book.words;
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let begins =
        |schema: &'_ Value| schema.get("pattern").and_then(Value::as_str).and_then(prefix).map(str::len);
    walk(book.input.contract, &mut |_, object| {
        let properties = object.get("properties").and_then(Value::as_object).into_iter().flatten();
        let parameter =
            object.get("in").and(object.get("name")).and_then(Value::as_str).zip(object.get("schema"));
        for (name, schema) in properties.map(|(name, schema)| (name.as_str(), schema)).chain(parameter) {
            if let (Some(end), Some(pattern)) =
                (begins(schema), schema.get("pattern").and_then(Value::as_str))
            {
                found.entry(pattern[1..=end].trim_end_matches('_')).or_default().insert(name);
            }
        }
    });
    if found.is_empty() {
        book.add(words.none);
        return;
    }
    let rows = found.into_iter().map(|(prefix, names)| {
        vec![markdown::code(prefix), names.into_iter().map(markdown::code).collect::<Vec<_>>().join(", ")]
    });
    let table = markdown::table(&[words.prefix, words.used_in], rows);
    book.add(&table);
}
