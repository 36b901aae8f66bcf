//! Statuses of answers: exact ones, ranges like `4XX`, and `default`.

/// The answer of `others` that holds for `status`, which they do not name: that of its range, else `default`.
pub(super) fn covering<'s, T>(status: &str, others: &'s [(&'s str, T)]) -> Option<(&'s str, &'s T)> {
    let class = class(status)?;
    let range = |other: &str| is_range(other) && self::class(other) == Some(class);
    let found = others.iter().find(|(other, _)| range(other));
    found
        .or_else(|| others.iter().find(|(other, _)| *other == "default"))
        .map(|(other, answer)| (*other, answer))
}

/// Whether `status` stands for a success in a contract that describes `all`: where there is no success, `default` is it.
pub(super) fn is_success<T>(status: &str, all: &[(&str, T)]) -> bool {
    let is_one = |status: &str| status.starts_with('2');
    is_one(status) || (status == "default" && !all.iter().any(|(other, _)| is_one(other)))
}

/// The first digit of an exact status or of a range; what is neither, like an extension, has none.
fn class(status: &str) -> Option<u8> {
    let [class @ b'1'..=b'5', rest @ ..] = status.as_bytes() else { return None };
    let exact = rest.len() == 2 && rest.iter().all(u8::is_ascii_digit);
    (exact || is_range(status)).then_some(*class)
}

/// Contracts also spell ranges with small letters, which OpenAPI does not.
fn is_range(status: &str) -> bool {
    status.get(1..).is_some_and(|rest| rest.eq_ignore_ascii_case("XX"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_exact_one_covers() {
        let all = [("default", 1), ("4XX", 2), ("5xx", 3), ("404", 4)];
        for (status, found) in
            [("400", "4XX"), ("503", "5xx"), ("5XX", "5xx"), ("301", "default"), ("2XX", "default")]
        {
            assert_eq!(covering(status, &all).map(|(status, _)| status), Some(found), "{status}");
        }
        for status in ["default", "x-note", "40", "4000", "4X0", "", "äXX"] {
            assert_eq!(covering(status, &all), None, "{status}");
        }
        assert_eq!(covering("404", &[("400", 1), ("5XX", 2)]), None);
    }

    #[test]
    fn default_is_a_success_where_no_other_is_described() {
        assert!(is_success("2XX", &[("default", ())]));
        assert!(is_success("default", &[("default", ()), ("404", ())]));
        assert!(!is_success("default", &[("default", ()), ("204", ())]));
        assert!(!is_success("404", &[("404", ())]));
    }
}
