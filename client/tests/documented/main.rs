//! The Rust examples of `docs/api` compile, and what they send is what the types accept.

// The generator decides how generated code looks; nobody calls what only has to compile.
#[allow(dead_code, deprecated, clippy::all)]
#[rustfmt::skip]
mod generated;

type Example = Result<(), Box<dyn std::error::Error>>;

#[test]
fn every_body_is_one_of_its_type() {
    generated::bodies().expect("every body decodes");
}
