//! The order in which changes are told: that of the new document.

use std::collections::HashSet;

use indexmap::IndexMap;

/// The names of both sides in the order of the new one; what is gone comes where it was.
pub(super) fn in_order<'a>(
    old: impl Iterator<Item = &'a str>,
    new: impl Iterator<Item = &'a str>,
) -> Vec<&'a str> {
    let new: Vec<&str> = new.collect();
    let stays: HashSet<&str> = new.iter().copied().collect();
    // What is gone, by the name that it followed.
    let mut gone: IndexMap<Option<&str>, Vec<&str>> = IndexMap::new();
    let mut last = None;
    for name in old {
        if stays.contains(name) {
            last = Some(name);
        } else {
            gone.entry(last).or_default().push(name);
        }
    }
    let mut all: Vec<&str> = gone.swap_remove(&None).unwrap_or_default();
    for name in new {
        all.push(name);
        all.extend(gone.swap_remove(&Some(name)).into_iter().flatten());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_comes_where_it_was() {
        let order = |old: &str, new: &str| in_order(old.split(' '), new.split(' ')).join(" ");
        assert_eq!(order("a b c d", "a c e d"), "a b c e d");
        assert_eq!(order("x a y", "b a"), "x b a y");
        assert_eq!(order("a b", "b a"), "b a");
    }
}
