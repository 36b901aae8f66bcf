//! Structs of typify that decode by `record!` (`spec/types/src/record.rs`) and not by serde's derive.

use std::fmt::Write as _;

use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Fields, Item, ItemStruct, Lit, Meta, MetaNameValue, Path, Token};

/// Takes serde's `Deserialize` from every struct with fields, and writes the `record!` that takes its place.
pub(super) fn take(file: &mut syn::File) -> String {
    let mut text = String::new();
    for item in &mut file.items {
        if let Item::Struct(item) = item
            && let Fields::Named(_) = &item.fields
            && underive(&mut item.attrs)
        {
            write(&mut text, item);
        }
    }
    text
}

/// Whether there was something to take.
fn underive(attributes: &mut [Attribute]) -> bool {
    let mut taken = false;
    for attribute in attributes.iter_mut().filter(|attribute| attribute.path().is_ident("derive")) {
        let Ok(derived) = attribute.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else {
            continue;
        };
        let is_decoding = |path: &Path| path.segments.last().is_some_and(|last| last.ident == "Deserialize");
        if derived.iter().any(is_decoding) {
            taken = true;
            let kept: Punctuated<Path, Token![,]> =
                derived.into_iter().filter(|path| !is_decoding(path)).collect();
            *attribute = syn::parse_quote!(#[derive(#kept)]);
        }
    }
    taken
}

fn write(text: &mut String, item: &ItemStruct) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "\ncrate::record! {{\n    {} {{", item.ident);
    let (rest, named): (Vec<_>, Vec<_>) = item.fields.iter().partition(|field| is_rest(&field.attrs));
    let (optional, required): (Vec<_>, Vec<_>) = named.into_iter().partition(|field| is_option(&field.ty));
    let mut place = 0;
    for (word, fields) in [("required", required), ("optional", optional)] {
        let _ = writeln!(text, "        {word} {{");
        for field in fields {
            let Some(name) = &field.ident else { continue };
            let wire =
                renamed(&field.attrs).unwrap_or_else(|| name.to_string().trim_start_matches("r#").to_owned());
            let _ = writeln!(text, "            {place} {wire:?} {name},");
            place += 1;
        }
        text.push_str("        }\n");
    }
    for field in rest {
        if let Some(name) = &field.ident {
            let _ = writeln!(text, "        rest {name}: {},", code(&field.ty));
        }
    }
    text.push_str("    }\n}\n");
}

fn is_rest(attributes: &[Attribute]) -> bool {
    serde(attributes).any(|meta| meta.path().is_ident("flatten"))
}

fn is_option(kind: &syn::Type) -> bool {
    matches!(kind, syn::Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Option"))
}

fn renamed(attributes: &[Attribute]) -> Option<String> {
    serde(attributes).find_map(|meta| match meta {
        Meta::NameValue(MetaNameValue {
            path,
            value: Expr::Lit(ExprLit { lit: Lit::Str(name), .. }),
            ..
        }) if path.is_ident("rename") => Some(name.value()),
        _ => None,
    })
}

/// What serde's attributes say.
fn serde(attributes: &[Attribute]) -> impl Iterator<Item = Meta> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .filter_map(|attribute| {
            attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()
        })
        .flatten()
}

/// A type as one writes it.
fn code(kind: &syn::Type) -> String {
    kind.to_token_stream().to_string().replace(' ', "")
}
