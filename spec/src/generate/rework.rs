//! What is changed in progenitor's client: whom it asks for an answer, and with which error it fails.
//!
//! progenitor's `send` gives an error of its own for each operation, keeps the body of an unforeseen answer unread, and
//! knows a wrong body by line and column only. Here it calls the client's own functions instead (`client/src/exchange.rs`
//! and `answer.rs`), which fail with the one error of the client.

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, ImplItem, Item, Path, Stmt, Type, parse_quote};

/// Changes all that there is to change in `file`.
pub(super) fn rework(file: &mut syn::File) {
    file.items.retain(|item| !is_hook_assertion(item) && !is_client_info(item));
    Rework.visit_file_mut(file);
}

/// progenitor asserts that the client implements its hooks; ours does not need them.
fn is_hook_assertion(item: &Item) -> bool {
    matches!(item, Item::Const(item) if text(item).contains("ClientHooks"))
}

/// The fields say it already, to those who may know.
fn is_client_info(item: &Item) -> bool {
    matches!(item, Item::Impl(block) if block.trait_.as_ref().is_some_and(|named| text(&named.0).starts_with("ClientInfo")))
}

struct Rework;

impl VisitMut for Rework {
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

    fn visit_item_impl_mut(&mut self, block: &mut syn::ItemImpl) {
        let own = block.trait_.is_none();
        if own && matches!(&*block.self_ty, Type::Path(path) if path.path.is_ident("Client")) {
            // `Client::new` sets a limit of 15 seconds on every request, which would cut prompts and event streams.
            block.items.retain(|item| !matches!(item, ImplItem::Fn(function) if function.sig.ident == "new"));
        }
        visit_mut::visit_item_impl_mut(self, block);
    }

    fn visit_impl_item_fn_mut(&mut self, function: &mut syn::ImplItemFn) {
        if function.sig.ident == "new" || function.sig.ident == "new_with_client" {
            function.vis = parse_quote!(pub(crate));
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
            block.stmts.retain_mut(|statement| match text(statement).as_str() {
                "letresponse=result?;" => {
                    *statement = parse_quote!(let response = client.exchange(request, #operation).await?;);
                    true
                }
                text => !HOOKS.iter().any(|hook| text.starts_with(hook)),
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
        let text = text(expression);
        if text == "Err(Error::UnexpectedResponse(response))" {
            *expression = parse_quote!(Err(crate::answer::refusal(response).await));
        } else if text == "ResponseValue::from_response(response)" {
            *expression = parse_quote!(crate::answer::decode(response));
        }
        visit_mut::visit_expr_mut(self, expression);
    }
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
        text(statement).starts_with("letmutheader_map=") && text(statement).contains("(1usize)")
    };
    if !block.stmts.iter().any(of_version) {
        return;
    }
    block
        .stmts
        .retain(|statement| !of_version(statement) && !text(statement).starts_with("header_map.append("));
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
