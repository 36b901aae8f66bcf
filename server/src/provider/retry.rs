//! When a failed model call is tried again, and after how long. Pure: whoever waits lives in `agent`, which must
//! also discard what the failed call had already streamed. There is no limit on attempts; the user aborts.
//! Start from [`delay`].

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::ModelError;

/// The first wait without a word from the provider; each further one is twice as long.
const FIRST: Duration = Duration::from_secs(2);
/// No wait of our own choosing is longer.
const LONGEST: Duration = Duration::from_secs(30);
/// A provider that asks for more is not believed.
const LONGEST_ASKED: Duration = Duration::from_secs(24 * 60 * 60);

/// The wait before the next attempt, after `attempt` failed ones (1 for the first). `None`: do not try again.
pub fn delay(error: &ModelError, attempt: u32, now: SystemTime) -> Option<Duration> {
    if !error.is_retryable() {
        return None;
    }
    let doubled = FIRST.saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1)));
    Some(error.retry_after(now).unwrap_or(doubled.min(LONGEST)))
}

impl ModelError {
    /// Whether the same call can succeed later. A provider that could not be reached at all and one that stays
    /// silent are reported at once: the first is most often a wrong address, and the second has already cost
    /// minutes.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Api { retryable, .. } => *retryable,
            Self::Overloaded { .. } | Self::Closed => true,
            Self::Auth { .. }
            | Self::ContextOverflow { .. }
            | Self::Stream { .. }
            | Self::Protocol { .. }
            | Self::Silent { .. }
            | Self::Connect { .. } => false,
        }
    }

    /// The wait that the provider asked for in `retry-after-ms` or `retry-after` (seconds or an HTTP date,
    /// RFC 9110 section 10.2.3). A wait of nothing does not count: retries have no limit, so they must have a pace.
    pub fn retry_after(&self, now: SystemTime) -> Option<Duration> {
        let Self::Api { headers, .. } = self else { return None };
        let milliseconds = headers.get("retry-after-ms").and_then(|text| duration(text, 1000.0));
        let seconds = || {
            let text = headers.get("retry-after")?;
            duration(text, 1.0).or_else(|| http_date(text)?.duration_since(now).ok())
        };
        milliseconds.or_else(seconds).filter(|wait| !wait.is_zero() && *wait <= LONGEST_ASKED)
    }

    /// The text of the session status `retry`.
    pub fn retry_message(&self) -> String {
        let message = self.to_string();
        if matches!(self, Self::Overloaded { .. }) || message.contains("Overloaded") {
            return "Provider is overloaded".to_owned();
        }
        message
    }
}

fn duration(text: &str, per_second: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(text.trim().parse::<f64>().ok()? / per_second).ok()
}

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers may send today.
fn http_date(text: &str) -> Option<SystemTime> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut words = text.trim().split_once(", ")?.1.split(' ');
    let day: u64 = words.next()?.parse().ok()?;
    let month = words.next()?;
    let month = MONTHS.iter().position(|name| *name == month)? as u64 + 1;
    let year: u64 = words.next()?.parse().ok()?;
    let mut clock = words.next()?.split(':').map(|number| number.parse::<u64>().ok());
    let (hour, minute, second) = (clock.next()??, clock.next()??, clock.next()??);
    if words.next() != Some("GMT") || !(1970..=9999).contains(&year) || !(1..=31).contains(&day) {
        return None;
    }
    // Days since 1970, with years that begin in March so that the leap day comes last.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1 - 719_468;
    UNIX_EPOCH.checked_add(Duration::from_secs(days * 86_400 + hour * 3600 + minute * 60 + second))
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;

    use super::*;

    /// 1994-11-06T08:49:37Z, the instant of RFC 9110's example.
    const EXAMPLE: Duration = Duration::from_secs(784_111_777);

    fn busy(headers: &[(&str, &str)]) -> ModelError {
        ModelError::Api {
            status: 429,
            message: "Scripted error 429".into(),
            retryable: true,
            headers: headers.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
            body: String::new(),
            url: String::new(),
        }
    }

    #[test]
    fn waits_double_up_to_the_cap() {
        let waits: Vec<_> = (1..=6).map(|n| delay(&busy(&[]), n, UNIX_EPOCH).unwrap().as_secs()).collect();
        assert_eq!(waits, [2, 4, 8, 16, 30, 30]);
        assert_eq!(delay(&busy(&[]), u32::MAX, UNIX_EPOCH), Some(LONGEST));
    }

    #[test]
    fn the_provider_decides_if_it_says_something() {
        for (headers, expected) in [
            (&[("retry-after", "1")][..], 1000),
            (&[("retry-after", "2.5")], 2500),
            (&[("retry-after", "120")], 120_000),
            (&[("retry-after-ms", "1500"), ("retry-after", "9")], 1500),
            (&[("retry-after-ms", "soon"), ("retry-after", "9")], 9000),
            (&[("retry-after", "Sun, 06 Nov 1994 08:49:47 GMT")], 10_000),
        ] {
            let wait = delay(&busy(headers), 1, UNIX_EPOCH + EXAMPLE).unwrap();
            assert_eq!(wait.as_millis(), expected, "{headers:?}");
        }
    }

    #[test]
    fn nonsense_falls_back_to_our_own_pace() {
        for text in [
            "0",
            "-5",
            "NaN",
            "inf",
            "1e300",
            "9999999",
            "tomorrow",
            "Sun, 06 Nov 1994 08:49:27 GMT",
            "Sun, 06",
            "",
        ] {
            let wait = delay(&busy(&[("retry-after", text)]), 2, UNIX_EPOCH + EXAMPLE);
            assert_eq!(wait, Some(Duration::from_secs(4)), "{text}");
        }
    }

    #[test]
    fn http_dates_know_leap_days() {
        let day =
            |text: &str| http_date(text).unwrap().duration_since(UNIX_EPOCH).unwrap().as_secs() / 86_400;
        assert_eq!(http_date("Sun, 06 Nov 1994 08:49:37 GMT"), Some(UNIX_EPOCH + EXAMPLE));
        assert_eq!(day("Thu, 01 Jan 1970 00:00:00 GMT"), 0);
        assert_eq!(day("Thu, 29 Feb 2024 00:00:00 GMT") + 1, day("Fri, 01 Mar 2024 00:00:00 GMT"));
        assert_eq!(day("Sun, 28 Feb 2100 00:00:00 GMT") + 1, day("Mon, 01 Mar 2100 00:00:00 GMT"));
    }

    #[test]
    fn what_is_tried_again() {
        let yes = [busy(&[]), ModelError::Overloaded { message: "x".into() }, ModelError::Closed];
        let no = [
            ModelError::Api {
                status: 400,
                message: String::new(),
                retryable: false,
                headers: IndexMap::new(),
                body: String::new(),
                url: String::new(),
            },
            ModelError::Auth { provider: "p".into(), message: "m".into() },
            ModelError::ContextOverflow { message: "m".into(), body: None },
            ModelError::Stream { message: "m".into() },
            ModelError::Protocol { message: "m".into() },
            ModelError::Silent { limit: LONGEST },
            ModelError::Connect { url: "u".into(), reason: "r".into() },
        ];
        assert!(yes.iter().all(|error| delay(error, 1, UNIX_EPOCH).is_some()));
        assert!(no.iter().all(|error| delay(error, 1, UNIX_EPOCH).is_none()));
    }

    #[test]
    fn the_status_text() {
        assert_eq!(busy(&[]).retry_message(), "Scripted error 429");
        assert_eq!(ModelError::Closed.retry_message(), "Connection reset by server");
        assert_eq!(
            ModelError::Overloaded { message: "Overloaded".into() }.retry_message(),
            "Provider is overloaded"
        );
    }
}
