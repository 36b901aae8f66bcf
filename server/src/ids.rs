//! Identifiers: a prefix, a moment, and chance. `msg_1fb014d4d001UXXh4Fx6jm99GC`.
//!
//! After the prefix come twelve hex digits, the low 48 bits of `milliseconds * 4096 + counter`, and
//! fourteen random characters of `0-9A-Za-z`. The counter starts at 1 in each millisecond. Session
//! ids hold the bitwise complement, so that the newest sorts first; all others ascend. 48 bits of it
//! last 795 days, then the digits start over (next in October 2028): whoever needs an order
//! across that day sorts by time first, as the store does.
//!
//! Each kind is a type of its own, so that a message id can't be taken for a session's. Text from
//! outside becomes an id through `parse`, which checks the prefix and nothing else, as the
//! contract's patterns (`^ses.*`) do; text out of stored or already checked objects through `known`.
//! Start from [`SessionId`]. The random names of sessions are in [`slug`].

pub mod slug;

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::clock;

/// Text that should be an identifier and does not begin as one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field} must start with \"{prefix}\", not be {value:?}")]
pub struct InvalidId {
    /// The member or parameter that held it, by its name in the contract (`sessionID`).
    pub field: &'static str,
    /// What it has to start with (`ses`).
    pub prefix: &'static str,
    /// What it was.
    pub value: String,
}

/// How ids of one kind sort: as they are made, or the newest first.
enum Order {
    Ascending,
    Descending,
}

macro_rules! id_kinds {
    ($($(#[$doc:meta])* $name:ident $prefix:literal $order:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// What every id of this kind starts with, in the contract's patterns too.
            pub const PREFIX: &'static str = $prefix;

            /// A new one, unlike and (in this process) after every one made before.
            pub fn generate() -> Self {
                Self(generate(Self::PREFIX, Order::$order).into())
            }

            /// Takes text from a request; `field` names the member it came in.
            ///
            /// # Errors
            /// [`InvalidId`] if the prefix is another one. Nothing else is checked: clients make
            /// ids of their own, and unknown ones are for the store to find out.
            pub fn parse(field: &'static str, text: impl AsRef<str>) -> Result<Self, InvalidId> {
                let text = text.as_ref();
                if text.starts_with(Self::PREFIX) {
                    return Ok(Self(text.into()));
                }
                Err(InvalidId { field, prefix: Self::PREFIX, value: text.to_owned() })
            }

            /// Takes the id out of an object that was stored, or checked, before. Not checked again,
            /// since old stores and newer servers may hold ids of other forms.
            pub fn known(text: impl AsRef<str>) -> Self {
                Self(text.as_ref().into())
            }
        }

        impl Deref for $name {
            type Target = str;
            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.as_ref().to_owned()
            }
        }
    )*};
}

id_kinds! {
    /// A session. Sorts newest first.
    SessionId "ses" Descending;
    /// A message of a session.
    MessageId "msg" Ascending;
    /// A part of a message.
    PartId "prt" Ascending;
    /// A pending permission request.
    PermissionId "per" Ascending;
    /// A pending question.
    QuestionId "que" Ascending;
    /// A pseudo terminal.
    PtyId "pty" Ascending;
    /// A file with the whole of a tool output that was cut.
    ToolOutputId "tool" Ascending;
}

/// The newest stamp this process has given out; 0 before the first.
static LAST_STAMP: AtomicU64 = AtomicU64::new(0);

fn generate(prefix: &str, order: Order) -> String {
    let now = u64::try_from(clock::now_ms()).unwrap_or(0);
    render(prefix, order, next_stamp(&LAST_STAMP, now))
}

/// A stamp above every earlier one: `now_ms * 4096 + 1`, or the successor of the last one while
/// the clock stands still, goes back, or more than 4095 ids fall into one millisecond.
fn next_stamp(last: &AtomicU64, now_ms: u64) -> u64 {
    let fresh = now_ms * 4096 + 1;
    let after = |last: u64| fresh.max(last + 1);
    // The update never declines, so both arms hold the value before it.
    let (Ok(before) | Err(before)) =
        last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| Some(after(last)));
    after(before)
}

fn render(prefix: &str, order: Order, stamp: u64) -> String {
    const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let ordered = match order {
        Order::Ascending => stamp,
        Order::Descending => !stamp,
    };
    let mut id = format!("{prefix}_{:012x}", ordered & 0xffff_ffff_ffff);
    id.extend((0..14).map(|_| char::from(ALPHABET[rand::random_range(0..ALPHABET.len())])));
    id
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn has_the_form_that_clients_know() {
        // A recorded session: made at 1795213316778 ms as the first id of its millisecond.
        let stamp = 1_795_213_316_778 * 4096 + 1;
        assert!(render("ses", Order::Descending, stamp).starts_with("ses_e04f2ad55ffe"));
        assert!(render("msg", Order::Ascending, stamp).starts_with("msg_1fb0d52aa001"));
        for id in [String::from(SessionId::generate()), ToolOutputId::generate().into()] {
            let (_, rest) = id.split_once('_').expect("an underscore after the prefix");
            assert_eq!(rest.len(), 26, "{id}");
            assert!(rest[..12].bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')), "{id}");
            assert!(rest[12..].bytes().all(|b| b.is_ascii_alphanumeric()), "{id}");
        }
    }

    #[test]
    fn checks_the_prefix_alone() {
        assert_eq!(&*SessionId::parse("sessionID", "ses_unknown").expect("a prefix"), "ses_unknown");
        assert_eq!(&*MessageId::parse("messageID", "msg").expect("the bare prefix"), "msg");
        let wrong = MessageId::parse("messageID", "ses_1").expect_err("a session's id");
        assert_eq!((wrong.field, wrong.prefix, &*wrong.value), ("messageID", "msg", "ses_1"));
        assert!(PartId::parse("partID", "").is_err());
    }

    #[test]
    fn is_unique_and_ordered_across_threads() {
        let made = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| Vec::from_iter((0..5_000).map(|_| MessageId::generate()))))
                .collect();
            threads.into_iter().map(|t| t.join().expect("no panic")).collect::<Vec<_>>()
        });
        for of_one_thread in &made {
            assert!(of_one_thread.is_sorted_by(|a, b| a[..16] < b[..16]));
        }
        let all: HashSet<&str> = made.iter().flatten().map(|id| &id[..16]).collect();
        assert_eq!(all.len(), 20_000, "no two stamps are equal");
    }

    proptest! {
        /// Whatever the clock does, stamps ascend, and follow the clock when it goes forward.
        #[test]
        fn stamps_ascend(clock in prop::collection::vec(1_795_000_000_000_u64..1_795_000_000_020, 1..300)) {
            let last = AtomicU64::new(0);
            let mut before = 0;
            let mut latest_ms = 0;
            for now in clock {
                let stamp = next_stamp(&last, now);
                prop_assert!(stamp > before);
                if now > latest_ms && now * 4096 > before {
                    prop_assert_eq!(stamp, now * 4096 + 1);
                }
                latest_ms = latest_ms.max(now);
                before = stamp;
            }
        }

        /// Text order is stamp order, upwards or downwards, within one turn of the 48 bits.
        #[test]
        fn text_sorts_as_stamps_do(turn in 0_u64..3, a in 0_u64..1 << 48, b in 0_u64..1 << 48) {
            prop_assume!(a != b);
            let (a, b) = ((turn << 48) + a, (turn << 48) + b);
            let up = render("msg", Order::Ascending, a) < render("msg", Order::Ascending, b);
            let down = render("ses", Order::Descending, a) < render("ses", Order::Descending, b);
            prop_assert_eq!(up, a < b);
            prop_assert_eq!(down, a > b);
        }
    }
}
