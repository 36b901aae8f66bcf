//! The order in which changes are told: that of the new document.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::node::Node;

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

/// What the two sides have under one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sides<T> {
    Both(T, T),
    /// It is new.
    New(T),
    /// It is gone.
    Old(T),
}

/// The names of both sides in that order, each with what stands under it.
pub(super) fn paired<'s, N: AsRef<str>, T>(
    old: &'s [(N, T)],
    new: &'s [(N, T)],
) -> Vec<(&'s str, Sides<&'s T>)> {
    let names = |side: &'s [(N, T)]| side.iter().map(|(name, _)| name.as_ref());
    let one = |side: &'s [(N, T)], name: &str| {
        side.iter().find(|(known, _)| known.as_ref() == name).map(|(_, value)| value)
    };
    let sides = |name: &'s str| match (one(old, name), one(new, name)) {
        (Some(old), Some(new)) => Some((name, Sides::Both(old, new))),
        (None, Some(new)) => Some((name, Sides::New(new))),
        (Some(old), None) => Some((name, Sides::Old(old))),
        (None, None) => None,
    };
    in_order(names(old), names(new)).into_iter().filter_map(sides).collect()
}

/// The names of the members of two objects in that order, each with what stands under it on either side. What is no
/// object, or not there, has none.
pub(super) fn members<'a>(
    old: Option<&Node<'a>>,
    new: Option<&Node<'a>>,
) -> Vec<(&'a str, Option<Node<'a>>, Option<Node<'a>>)> {
    fn names<'a>(node: Option<&Node<'a>>) -> impl Iterator<Item = &'a str> {
        node.and_then(Node::object).into_iter().flat_map(|members| members.keys().map(String::as_str))
    }
    let under = |side: Option<&Node<'a>>, name: &str| side.and_then(|node| node.get(name));
    let all = in_order(names(old), names(new)).into_iter();
    all.map(|name| (name, under(old, name), under(new, name))).collect()
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

    #[test]
    fn each_name_has_what_the_sides_have() {
        let pairs = paired(&[("a", 1), ("b", 2)], &[("b", 3), ("c", 4)]);
        assert_eq!(pairs, [("a", Sides::Old(&1)), ("b", Sides::Both(&2, &3)), ("c", Sides::New(&4))]);
    }
}
