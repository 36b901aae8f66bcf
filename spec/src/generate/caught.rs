//! Generators of others answer a construct that they do not support by a panic. [`caught`] makes it an error.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use super::GenerateError;

thread_local! {
    /// Whether this thread's panics are caught and told as errors, so that nothing else should be told of them.
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// What `work` gives; a panic in it is an error of `stage`, and leaves no trace on the standard error.
pub(super) fn caught<T>(
    stage: &'static str,
    work: impl FnOnce() -> Result<T, GenerateError>,
) -> Result<T, GenerateError> {
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !CAUGHT.get() {
                usual(panic);
            }
        }));
    });
    let around = CAUGHT.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    CAUGHT.set(around);
    outcome.unwrap_or_else(|panic| Err(GenerateError::at(stage)(&words(&*panic))))
}

fn words(panic: &(dyn Any + Send)) -> String {
    let literal = || panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    let words = panic.downcast_ref::<String>().cloned().or_else(literal);
    words.unwrap_or_else(|| "it does not say why".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error() {
        let told = |outcome: Result<(), GenerateError>| outcome.map_err(|error| error.to_string());
        assert_eq!(told(caught("page", || Ok(()))), Ok(()));
        let failed = caught("page", || panic!("no {}", "ink"));
        assert_eq!(told(failed), Err("the page cannot be generated: no ink".to_owned()));
        let failed = caught("page", || panic!("no paper"));
        assert_eq!(told(failed), Err("the page cannot be generated: no paper".to_owned()));
        assert!(!CAUGHT.get());
    }
}
