//! Which directory a request is about. A pure function of the request; whether the directory exists is nobody's question
//! here.

use std::borrow::Cow;
use std::sync::Arc;

use http::HeaderValue;
use url::form_urlencoded;

/// The header that names the directory, for clients that cannot change the URL.
pub const HEADER: &str = "x-opencode-directory";

/// The query parameter that does.
pub const PARAMETER: &str = "directory";

/// The parameter was given more than once.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("more than one `{PARAMETER}`")]
pub struct SeveralDirectories(pub Vec<String>);

/// The directory of a request with this raw query and header, literally: relative paths, `~`, trailing slashes and links
/// stay as they are. The parameter wins over the header, both over `own`, the server's directory; an empty value counts
/// as not given. A value is percent-decoded once more, since a header can only carry it encoded; one that is not well
/// encoded is taken as it is.
///
/// # Errors
/// [`SeveralDirectories`]: an answer about the wrong one would be worse than none.
pub fn select(
    query: Option<&str>,
    header: Option<&HeaderValue>,
    own: &Arc<str>,
) -> Result<Arc<str>, SeveralDirectories> {
    let parameters = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    let mut given: Vec<Cow<'_, str>> =
        parameters.filter(|(name, _)| name == PARAMETER).map(|(_, value)| value).collect();
    if given.len() > 1 {
        return Err(SeveralDirectories(given.into_iter().map(Cow::into_owned).collect()));
    }
    let header = header.map(|value| String::from_utf8_lossy(value.as_bytes()));
    let chosen = given.pop().filter(|value| !value.is_empty()).or(header.filter(|value| !value.is_empty()));
    Ok(match chosen {
        Some(value) => decoded(&value).into(),
        None => own.clone(),
    })
}

/// Without its percent escapes, if all of them are well formed and the result is UTF-8.
fn decoded(value: &str) -> Cow<'_, str> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let (Some(high), Some(low)) = (digit(), digit()) else { return Cow::Borrowed(value) };
        bytes.push((high * 16 + low) as u8);
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(value), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(query: &str, header: Option<&'static [u8]>) -> String {
        let header = header.map(|value| HeaderValue::from_bytes(value).unwrap());
        select(Some(query), header.as_ref(), &"/own".into()).unwrap().to_string()
    }

    #[test]
    fn recorded_choices() {
        for (query, header, expected) in [
            ("", None, "/own"),
            ("directory=/t/plain", None, "/t/plain"),
            ("a=1&directory=%2Ft%2Fplain&b=2", None, "/t/plain"),
            ("", Some(b"/t/plain".as_slice()), "/t/plain"),
            ("", Some(b"%2Ft%2Fpl%C3%A4in"), "/t/pläin"),
            ("directory=%252Ft%252Fplain", None, "/t/plain"),
            ("directory=/t/a", Some(b"/t/b"), "/t/a"),
            ("directory=", Some(b"/t/b"), "/t/b"),
            ("directory", None, "/own"),
            ("directory=", Some(b""), "/own"),
            ("directory=src", None, "src"),
            ("directory=~", None, "~"),
            ("directory=/t/", None, "/t/"),
            ("directory=%ZZ", None, "%ZZ"),
            ("directory=100%25", None, "100%"),
            ("directory=/a%25FFb", None, "/a%FFb"),
            ("directory=a+b", None, "a b"),
            ("directory=a%252Bb", None, "a+b"),
            ("directories=/x", None, "/own"),
        ] {
            assert_eq!(chosen(query, header), expected, "{query} {header:?}");
        }
        assert_eq!(&*select(None, None, &"/own".into()).unwrap(), "/own");
    }

    #[test]
    fn two_are_refused() {
        let error = select(Some("directory=/a&directory=/b"), None, &"/own".into()).unwrap_err();
        assert_eq!(error, SeveralDirectories(vec!["/a".to_owned(), "/b".to_owned()]));
    }
}
