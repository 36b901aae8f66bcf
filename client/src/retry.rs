//! Trying a request again, where that can do no harm: [`Retry`].

use std::future::Future;
use std::hash::{BuildHasher as _, RandomState};
use std::time::{Duration, SystemTime};

use reqwest::header::RETRY_AFTER;
use reqwest::{Response, StatusCode};
use tokio::time::Instant;

use crate::rules::Safe;

/// How often and how long a request is tried again.
///
/// Tried again is
/// - any request that found no connection, since the server has not seen it;
/// - any request that is answered 429 or 503 with `retry-after`, since the server has not begun with it;
/// - GET, HEAD, PUT and DELETE that are answered 429, 502, 503 or 504, or whose connection breaks before the answer
///   begins; so are `session.abort` and replies to permissions and questions, which change nothing when they come twice.
///   A DELETE or a reply that got through before may be answered 404 then.
///
/// Never tried again are what runs a model (`session.prompt`, `session.prompt_async`, `session.command`,
/// `session.shell`, `session.summarize`, `session.init`) and event streams, which reconnect by themselves;
/// `tui.control.next`, a GET that takes what it reads, only as a POST is. What [`Client::execute`] sends is known by its
/// method and path. The time limit of an answer is final once it passed, that of a connection is not.
///
/// [`Client::execute`]: crate::Client::execute
///
/// Pauses double from the first to the longest, each shortened by chance by up to a half. `retry-after` (seconds or a
/// date) takes their place; a pause that would end after [`within`](Self::within) is not begun: then the last answer or
/// error is the result.
///
/// ```
/// use std::time::Duration;
/// use opencode_client::{Client, Retry};
///
/// let patient = Retry::attempts(10).within(Duration::from_secs(120));
/// let client = Client::builder("http://127.0.0.1:4096").retry(patient).build()?;
/// let blunt = Client::builder("http://127.0.0.1:4096").retry(Retry::never()).build()?;
/// # Ok::<(), opencode_client::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retry {
    attempts: u32,
    first: Duration,
    longest: Duration,
    within: Duration,
}

impl Default for Retry {
    /// Three more attempts within 20 seconds.
    fn default() -> Self {
        Self::attempts(3)
    }
}

impl Retry {
    /// At most this many attempts after the first one, with pauses of 200 ms to 5 s, within 20 seconds.
    #[must_use]
    pub fn attempts(count: u32) -> Self {
        let (first, longest) = (Duration::from_millis(200), Duration::from_secs(5));
        Self { attempts: count, first, longest, within: Duration::from_secs(20) }
    }

    /// One attempt and no more.
    #[must_use]
    pub fn never() -> Self {
        Self::attempts(0)
    }

    /// The first pause and the longest.
    #[must_use]
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        self.first = first;
        self.longest = longest.max(first);
        self
    }

    /// No attempt begins later than this after the first one.
    #[must_use]
    pub fn within(mut self, time: Duration) -> Self {
        self.within = time;
        self
    }

    /// Runs `attempt` until its result is final.
    pub(crate) async fn run<F>(&self, safe: Safe, mut attempt: impl FnMut() -> F) -> reqwest::Result<Response>
    where
        F: Future<Output = reqwest::Result<Response>>,
    {
        let began = Instant::now();
        let mut pause = self.first;
        for _ in 0..self.attempts {
            let result = attempt().await;
            let Some(asked) = safe.again(&result, SystemTime::now()) else { return result };
            let wait = asked.unwrap_or_else(|| shortened(pause));
            if began.elapsed().saturating_add(wait) > self.within {
                return result;
            }
            drop(result);
            tokio::time::sleep(wait).await;
            pause = pause.saturating_mul(2).min(self.longest);
        }
        attempt().await
    }
}

impl Safe {
    /// Whether to try again, and after which pause if the server asked for one.
    fn again(self, result: &reqwest::Result<Response>, now: SystemTime) -> Option<Option<Duration>> {
        match result {
            _ if self == Self::Never => None,
            Ok(answer) => {
                let asked = retry_after(answer, now);
                let refused = matches!(
                    answer.status(),
                    StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE
                );
                let of_a_proxy =
                    matches!(answer.status(), StatusCode::BAD_GATEWAY | StatusCode::GATEWAY_TIMEOUT);
                let again = match self {
                    Self::Always => refused || of_a_proxy,
                    _ => refused && asked.is_some(),
                };
                again.then_some(asked)
            }
            Err(error) if error.is_connect() => Some(None),
            Err(error) => (self == Self::Always && error.is_request() && !error.is_timeout()).then_some(None),
        }
    }
}

/// Seconds, or a date; a date that has passed is no pause.
pub(crate) fn retry_after(answer: &Response, now: SystemTime) -> Option<Duration> {
    let value = answer.headers().get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    Some(date.duration_since(now).unwrap_or_default())
}

/// Shortened by chance by up to a half. The keys of a fresh hasher are chance enough for that.
pub(crate) fn shortened(pause: Duration) -> Duration {
    let chance = RandomState::new().hash_one(()) as f64 / u64::MAX as f64;
    pause.mul_f64(1.0 - chance / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, header: Option<&str>) -> reqwest::Result<Response> {
        let mut answer = http::Response::builder().status(status);
        if let Some(value) = header {
            answer = answer.header(RETRY_AFTER, value);
        }
        Ok(answer.body("").expect("a response").into())
    }

    #[test]
    fn a_refusal_is_no_answer_to_what_may_be_sent_again() {
        let now = SystemTime::now();
        for (safe, status, header, again) in [
            (Safe::Always, 503, None, true),
            (Safe::Always, 502, None, true),
            (Safe::Always, 500, None, false),
            (Safe::Always, 501, Some("1"), false),
            (Safe::Unseen, 503, None, false),
            (Safe::Unseen, 502, Some("1"), false),
            (Safe::Unseen, 429, Some("1"), true),
            (Safe::Never, 429, Some("1"), false),
        ] {
            let found = safe.again(&answer(status, header), now).is_some();
            assert_eq!(found, again, "{safe:?} {status} {header:?}");
        }
    }

    #[test]
    fn a_pause_is_seconds_or_a_date() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        for (value, pause) in [
            ("3", Some(3)),
            ("Sun, 09 Sep 2001 01:46:50 GMT", Some(10)),
            ("Sun, 09 Sep 2001 01:46:30 GMT", Some(0)),
            ("soon", None),
            ("-1", None),
        ] {
            let found = retry_after(&answer(503, Some(value)).expect("an answer"), now);
            assert_eq!(found, pause.map(Duration::from_secs), "{value}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn attempts_and_time_have_a_bound() {
        let tries = |retry: Retry, header: Option<&'static str>| async move {
            let mut count = 0;
            let began = Instant::now();
            let result = retry
                .run(Safe::Always, || {
                    count += 1;
                    std::future::ready(answer(503, header))
                })
                .await;
            assert_eq!(result.expect("the last answer").status(), 503);
            (count, began.elapsed())
        };
        let (count, time) = tries(Retry::default(), None).await;
        assert_eq!(count, 4);
        assert!(time >= Duration::from_millis(700) && time <= Duration::from_millis(1_420), "{time:?}");
        let (count, time) = tries(Retry::default(), Some("7")).await;
        assert_eq!((count, time.as_secs()), (3, 14));
        assert_eq!(tries(Retry::default(), Some("21")).await, (1, Duration::ZERO));
        assert_eq!(tries(Retry::default(), Some("18446744073709551615")).await, (1, Duration::ZERO));
        assert_eq!(tries(Retry::never(), None).await.0, 1);
        let (count, _) = tries(Retry::attempts(u32::MAX).within(Duration::from_secs(60)), None).await;
        assert!((12..40).contains(&count), "{count}");
    }
}
