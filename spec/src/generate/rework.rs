//! What is changed in progenitor's client: whom it asks for an answer, and with which error it fails.
//!
//! progenitor's `send` gives an error of its own for each operation, keeps the body of an unforeseen answer unread, and
//! knows a wrong body by line and column only. Here it calls the client's own functions instead (`client/src/exchange.rs`
//! and `answer.rs`), which fail with the one error of the client.

use std::collections::HashMap;

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ImplItem, Item, Path, Stmt, Type, parse_quote};

use super::format::escape;
use super::operations::{Operation, Parameter};
use crate::names::{identifier, pascal, snake};

/// Changes all that there is to change in `file`.
pub(super) fn rework(file: &mut syn::File, operations: &[Operation]) {
    file.items.retain(|item| !is_hook_assertion(item) && !is_client_info(item));
    let operations = operations.iter().map(|operation| (pascal(&operation.function()), operation)).collect();
    Rework { operations, current: None }.visit_file_mut(file);
}

/// progenitor asserts that the client implements its hooks; ours does not need them.
fn is_hook_assertion(item: &Item) -> bool {
    matches!(item, Item::Const(item) if text(item).contains("ClientHooks"))
}

/// The fields say it already, to those who may know.
fn is_client_info(item: &Item) -> bool {
    matches!(item, Item::Impl(block) if block.trait_.as_ref().is_some_and(|named| text(&named.0).starts_with("ClientInfo")))
}

struct Rework<'a> {
    /// By the name of the builder.
    operations: HashMap<String, &'a Operation>,
    /// Whose builder is visited.
    current: Option<&'a Operation>,
}

impl<'a> Rework<'a> {
    fn operation(&self, builder: &str) -> Option<&'a Operation> {
        self.operations.get(builder).copied()
    }
}

impl VisitMut for Rework<'_> {
    fn visit_item_use_mut(&mut self, item: &mut syn::ItemUse) {
        let text = text(item);
        if text.contains("pubuseprogenitor_client::{") {
            *item = parse_quote! {
                #[allow(unused_imports)]
                pub use progenitor_client::{ByteStream, ResponseValue};
            };
        } else if text.contains("usesuper::{encode_path") {
            *item = parse_quote! {
                #[allow(unused_imports)]
                use super::{encode_path, ByteStream, RequestBuilderExt, ResponseValue};
            };
        } else if text.contains("ClientHooks") {
            *item = parse_quote! {
                #[allow(unused_imports)]
                use progenitor_client::{encode_path, RequestBuilderExt};
            };
        }
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Item::Struct(builder) = item {
            let words = "Progenitor's client: the address, the transport, and what every request carries.";
            let text = self.operation(&builder.ident.to_string()).map_or(words.to_owned(), |operation| {
                format!("What the operation `{}` takes.", operation.id)
            });
            document(&mut builder.attrs, &text);
        }
        visit_mut::visit_item_mut(self, item);
    }

    fn visit_item_impl_mut(&mut self, block: &mut syn::ItemImpl) {
        if let Type::Path(path) = &*block.self_ty
            && let Some(kind) = path.path.segments.last()
        {
            self.current = self.operation(&kind.ident.to_string());
            if kind.ident == "Client" {
                // `Client::new` sets a limit of 15 seconds on every request, which would cut prompts and event
                // streams. The operations are in `operations.rs`.
                block.items.retain(
                    |item| matches!(item, ImplItem::Fn(function) if function.sig.ident == "new_with_client"),
                );
            }
        }
        visit_mut::visit_item_impl_mut(self, block);
        self.current = None;
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut syn::ImplItemFn) {
        let name = function.sig.ident.to_string();
        if name == "new" || name == "new_with_client" {
            function.vis = parse_quote!(pub(crate));
        } else if name == "send" {
            document(
                &mut function.attrs,
                "Sends the request and waits for its answer.\n\n# Errors\n[`Error`](crate::Error)",
            );
        } else if let Some(operation) = self.current {
            let parameter =
                operation.parameters.iter().find(|parameter| identifier(&snake(&parameter.name)) == name);
            // The handles take what stands in the path.
            if parameter.is_some_and(|parameter| parameter.place == "path") {
                function.vis = parse_quote!(pub(crate));
            }
            document(&mut function.attrs, &setter(parameter));
        }
        visit_mut::visit_impl_item_fn_mut(self, function);
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        if path.segments.len() == 2
            && path.segments[0].ident == "Error"
            && path.segments[1].ident == "InvalidRequest"
        {
            // Only `Error::InvalidRequest` is left.
            *path = parse_quote!(crate::Error::Request);
        } else if path.segments.len() == 1
            && path.segments[0].ident == "Error"
            && !path.segments[0].arguments.is_empty()
        {
            *path = parse_quote!(crate::Error);
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        if let Some(operation) = block.stmts.iter().find_map(operation_id) {
            // What the block answers is longer than all before it, and none of them.
            let is_answer = |statement: &Stmt| matches!(statement, Stmt::Expr(_, None));
            block.stmts.retain_mut(|statement| {
                is_answer(statement)
                    || match text(statement).as_str() {
                        "letresponse=result?;" => {
                            *statement =
                                parse_quote!(let response = client.exchange(request, #operation).await?;);
                            true
                        }
                        text => !HOOKS.iter().any(|hook| text.starts_with(hook)),
                    }
            });
            drop_version_header(block);
        }
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_expr_match_mut(&mut self, answer: &mut syn::ExprMatch) {
        answer.arms.retain(|arm| !text(&arm.body).contains("Err(Error::ErrorResponse("));
        visit_mut::visit_expr_match_mut(self, answer);
    }

    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        // Everything else is not even written down: most of a file is expressions.
        let text = if let Expr::Call(call) = expression { text(call) } else { String::new() };
        if text == "Err(Error::UnexpectedResponse(response))" {
            *expression = parse_quote!(Err(crate::answer::refusal(response).await));
        } else if text == "ResponseValue::from_response(response)" {
            *expression = parse_quote!(crate::answer::decode(response));
        }
        visit_mut::visit_expr_mut(self, expression);
    }
}

/// What a setter sets; without a parameter it is the body.
fn setter(parameter: Option<&Parameter>) -> String {
    let Some(parameter) = parameter else { return "The body; it must be set.".to_owned() };
    let must = if parameter.required { "; it must be set" } else { "" };
    let words = format!("The parameter `{}` of the {}{must}.", parameter.name, parameter.place);
    let said = escape(parameter.description.trim());
    if said.is_empty() { words } else { format!("{words} {}.", said.trim_end_matches('.')) }
}

/// Replaces the documentation.
fn document(attributes: &mut Vec<syn::Attribute>, text: &str) {
    attributes.retain(|attribute| !attribute.path().is_ident("doc"));
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    let lines: Vec<syn::Attribute> = lines.map(|line| parse_quote!(#[doc = #line])).collect();
    attributes.splice(0..0, lines);
}

/// The statements around an exchange, which ours replaces.
const HOOKS: [&str; 4] = [
    "letinfo=OperationInfo{",
    "client.pre(&mutrequest",
    "letresult=client.exec(request",
    "client.post(&result",
];

/// The name in `let info = OperationInfo { operation_id: "session_prompt" };`.
fn operation_id(statement: &Stmt) -> Option<syn::LitStr> {
    let Stmt::Local(syn::Local { init: Some(init), .. }) = statement else { return None };
    let Expr::Struct(info) = &*init.expr else { return None };
    if !info.path.is_ident("OperationInfo") {
        return None;
    }
    match &info.fields.first()?.expr {
        Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(id), .. }) => Some(id.clone()),
        _ => None,
    }
}

/// progenitor sends the contract's version in a header, of which no server of OpenCode knows.
fn drop_version_header(block: &mut syn::Block) {
    let of_version = |statement: &Stmt| {
        let text = if let Stmt::Local(local) = statement { text(local) } else { String::new() };
        text.starts_with("letmutheader_map=") && text.contains("(1usize)")
    };
    let appends = |statement: &Stmt| matches!(statement, Stmt::Expr(Expr::MethodCall(call), _) if call.method == "append" && text(&call.receiver) == "header_map");
    if !block.stmts.iter().any(of_version) {
        return;
    }
    block.stmts.retain(|statement| !of_version(statement) && !appends(statement));
    block.stmts.iter_mut().for_each(|statement| WithoutHeaders.visit_stmt_mut(statement));
}

/// Drops the call `.headers(header_map)` from a chain.
struct WithoutHeaders;

impl VisitMut for WithoutHeaders {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if let Expr::MethodCall(call) = expression
            && call.method == "headers"
            && call.args.iter().any(|argument| text(argument) == "header_map")
        {
            *expression = (*call.receiver).clone();
        }
        visit_mut::visit_expr_mut(self, expression);
    }
}

/// Code without blanks, to compare with.
fn text(code: &impl ToTokens) -> String {
    code.to_token_stream().to_string().replace([' ', '\n'], "")
}
