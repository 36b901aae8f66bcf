//! Listing the sessions of a project.

use opencode_types::Session;

use super::SessionError;
use crate::store::{SessionFilter, Store};

/// Sessions listed if the request names no number.
const DEFAULT_LIMIT: u32 = 100;

/// What a request may ask for, each as the contract's parameter of that name.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    /// Only sessions of exactly this directory. To be given only if the query named it: the header selects the instance
    /// and does not filter.
    pub directory: Option<String>,
    /// `Some(true)`: only sessions without a parent.
    pub roots: Option<bool>,
    /// Only sessions updated at this time (ms since 1970) or later.
    pub start: Option<f64>,
    /// Only sessions with this text in their title, whatever the case of the letters. No wildcards.
    pub search: Option<String>,
    /// At most this many, 100 if not given; 0 is none, a negative number is all.
    pub limit: Option<f64>,
}

impl Listing {
    fn filter(self, project: &str) -> SessionFilter {
        SessionFilter {
            project: project.to_owned(),
            directory: self.directory,
            roots: self.roots == Some(true),
            // `as` saturates and takes NaN for 0: a time or number beyond all bounds lists all or nothing.
            start: self.start.map(|start| start.ceil() as i64),
            search: self.search.filter(|text| !text.is_empty()),
            limit: match self.limit {
                None => Some(DEFAULT_LIMIT),
                Some(negative) if negative < 0.0 => None,
                Some(limit) => Some(limit as u32),
            },
        }
    }
}

/// The sessions of a project, in all its directories, the last updated first; archived ones too.
///
/// # Errors
/// [`SessionError::Store`].
pub async fn list(store: &Store, project: &str, listing: Listing) -> Result<Vec<Session>, SessionError> {
    Ok(store.sessions(&listing.filter(project)).await?)
}

/// The same as a JSON array of the contract's `Session`.
///
/// # Errors
/// [`SessionError::Store`].
pub async fn list_json(store: &Store, project: &str, listing: Listing) -> Result<String, SessionError> {
    Ok(store.sessions_json(&listing.filter(project)).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_those_of_the_original() {
        let limit = |limit| Listing { limit, ..Listing::default() }.filter("p").limit;
        assert_eq!(limit(None), Some(100));
        assert_eq!(limit(Some(0.0)), Some(0));
        assert_eq!(limit(Some(2.0)), Some(2));
        assert_eq!(limit(Some(-1.0)), None);
        assert_eq!(limit(Some(1e300)), Some(u32::MAX));
    }

    #[test]
    fn roots_false_is_false() {
        let roots = |roots| Listing { roots, ..Listing::default() }.filter("p").roots;
        assert!(roots(Some(true)));
        assert!(!roots(Some(false)));
        assert!(!roots(None));
    }
}
