//! The rules by name: what each one gives up. A list of loosenings is read with this table beside it.

/// What the generators lack, and what is done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// As it stands in a [`Loosening`](super::Loosening): the keyword or construct that is removed.
    pub name: &'static str,
    /// One sentence: what becomes of it.
    pub effect: &'static str,
}

const fn rule(name: &'static str, effect: &'static str) -> Rule {
    Rule { name, effect }
}

/// All rules, sorted by name.
pub const RULES: &[Rule] = &[
    rule("any-of", "`anyOf` is read as `oneOf`: the first member that fits is taken."),
    rule("any-of-enums", "A union of string enums becomes one enum."),
    rule(
        "any-of-strings",
        "A union of strings becomes any string; the known ones are named in the description.",
    ),
    rule("array-bounds", "The number of items and their uniqueness are not checked."),
    rule("binary", "`format: binary` inside JSON is a string."),
    rule("closed-object", "Members that the contract does not name are accepted."),
    rule("const", "A constant becomes an enum of one value."),
    rule("content-keywords", "A string that holds a document of its own is a plain string."),
    rule("cookie-parameter", "A cookie is neither sent nor read."),
    rule("deepObject", "An object in the query becomes one parameter for each member, named as it is sent."),
    rule(
        "deepObject-free",
        "An object in the query whose members the contract does not name cannot be sent.",
    ),
    rule("default", "The default stands in the description; nobody fills it in."),
    rule("document-keyword", "A part of the document that describes no operation is left out."),
    rule("enum-values", "An enum of anything but strings becomes any value of their type."),
    rule("error-union", "All declared errors of an operation share one type, whatever their status."),
    rule("exclusive-bounds", "An exclusive bound is written as 3.0 writes it."),
    rule("header-parameter", "The client can send the header; the server's signature does not show it."),
    rule("integer", "Every integer has 64 bits; its bounds stand in the description."),
    rule("keyword", "A keyword that the generators do not understand is left out."),
    rule("member-order", "The members of a union are tried in another order: the most demanding first."),
    rule("missing-schema", "A body without a schema may be anything."),
    rule("name-collision", "Of two names that are one in Rust, the second gets a suffix."),
    rule("nested-union", "A union inside a union becomes part of it."),
    rule("null-member", "A union with null becomes nullable."),
    rule("number-bounds", "The bounds of a number stand in the description."),
    rule("number-or-nan", "A number that may be `\"NaN\"` is one number type."),
    rule("operation-id", "An operation without an id gets one from its method and path."),
    rule("operation-keyword", "A part of an operation that is no parameter, body or response is left out."),
    rule("optional-body", "The client always sends a body."),
    rule("optional-container", "An optional list or map is told apart from an empty one."),
    rule("optional-null", "An optional member that is null is read as one that is absent."),
    rule(
        "other-status",
        "A status that is neither a success nor an error, or a range of them, is undeclared.",
    ),
    rule("pattern", "The pattern stands in the description; the server checks it."),
    rule(
        "patternProperties",
        "Keys are not checked against a pattern; every value has the type of the pattern's.",
    ),
    rule("prefixItems", "A tuple becomes a list of that length; its places are not told apart."),
    rule("propertyNames", "The keys of a map are any strings."),
    rule("query-array", "The client repeats the parameter; the server's signature cannot read that."),
    rule("query-object", "An object in the query becomes one parameter for each member."),
    rule("query-union", "A union in the query is sent as text."),
    rule("raw-answer", "An answer that is not JSON is a stream of bytes."),
    rule("raw-body", "A request body that is not JSON is bytes, sent as `application/octet-stream`."),
    rule("ref-siblings", "Texts beside a reference are left out; everything else is kept."),
    rule("reference", "A part that stands elsewhere in the document is copied to where it is used."),
    rule("response-headers", "Headers and links of a response are not part of its type."),
    rule("security", "Credentials belong to the connection, not to the operation."),
    rule("several-media", "Of several media types one is left: JSON if it is there."),
    rule("several-successes", "Of several successes the lowest status is left."),
    rule("string-format", "A string's format stands in the description; it is no type of its own."),
    rule("string-length", "The length of a string stands in the description."),
    rule("success-status", "The server's signature says 200, or 204 without content."),
    rule("trace-method", "A TRACE operation is left out."),
    rule("type-array", "Several types become a union, null makes it nullable."),
    rule("untyped-error", "An error that is not JSON is undeclared."),
    rule("version", "The document is lowered to OpenAPI 3.0.3."),
    rule("websocket", "The operation becomes a WebSocket: the client has no method for it."),
    rule("wildcard-path", "`*` becomes a variable of one path segment; slashes in it are escaped."),
];

/// The rule of this name.
pub fn rule_named(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_sorted_and_say_what_they_do() {
        assert!(RULES.is_sorted_by(|one, other| one.name < other.name));
        for rule in RULES {
            assert!(rule.effect.ends_with('.') && rule.effect.len() > 20, "{}", rule.name);
        }
        assert_eq!(rule_named("const").map(|rule| rule.name), Some("const"));
        assert_eq!(rule_named("nothing"), None);
    }
}
