//! A day of the calendar, without a clock of its own.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

/// A day in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date of the form YYYY-MM-DD")]
pub struct NoDate;

const SECONDS_PER_DAY: u64 = 86_400;

impl Date {
    /// The day in UTC at this time; the clock's first day if it is set before 1970.
    pub fn of(time: SystemTime) -> Self {
        let seconds = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        let mut days = seconds / SECONDS_PER_DAY;
        let mut date = Self { year: 1970, month: 1, day: 1 };
        // Years, then months, are taken off one by one: there are few, and no formula to believe.
        while days >= days_in_year(date.year) && date.year < u16::MAX {
            days -= days_in_year(date.year);
            date.year += 1;
        }
        while days >= u64::from(date.days_in_month()) && date.month < 12 {
            days -= u64::from(date.days_in_month());
            date.month += 1;
        }
        date.day = u8::try_from(days + 1).unwrap_or(31);
        date
    }

    fn days_in_month(self) -> u8 {
        match self.month {
            2 if is_leap(self.year) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_in_year(year: u16) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let is_shaped = text.len() == 10
            && text.bytes().enumerate().all(|(index, byte)| match index {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !is_shaped {
            return Err(NoDate);
        }
        let (Ok(year), Ok(month), Ok(day)) = (text[..4].parse(), text[5..7].parse(), text[8..].parse())
        else {
            return Err(NoDate);
        };
        let date = Self { year, month, day };
        let exists = (1..=12).contains(&month) && (1..=date.days_in_month()).contains(&day);
        if exists { Ok(date) } else { Err(NoDate) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_clock_gives_the_day() {
        let day = |seconds: u64| Date::of(UNIX_EPOCH + Duration::from_secs(seconds)).to_string();
        assert_eq!(day(0), "1970-01-01");
        assert_eq!(day(951_782_399), "2000-02-28");
        assert_eq!(day(951_782_400), "2000-02-29");
        assert_eq!(day(951_868_800), "2000-03-01");
        assert_eq!(day(1_798_761_599), "2026-12-31");
        assert_eq!(day(1_798_761_600), "2027-01-01");
        assert_eq!(day(4_107_542_399), "2100-02-28");
        assert_eq!(day(4_107_542_400), "2100-03-01");
    }

    #[test]
    fn a_day_is_read_if_it_exists() {
        for text in ["2026-01-31", "2024-02-29", "9999-12-31"] {
            assert_eq!(text.parse::<Date>().map(|date| date.to_string()).as_deref(), Ok(text));
        }
        for text in [
            "",
            "2026-2-01",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026/01/01",
            "2026-01-0é",
            "+026-01-01",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NoDate), "{text}");
        }
    }
}
