//! What the program says: answers on standard output, all else on standard error. Nothing here panics when a reader is
//! gone. Start from [`write()`] and [`tell`].

use std::fmt::{self, Display};
use std::io::{self, Write as _};

/// Why something was not written to standard output.
#[derive(Debug)]
pub enum Broken {
    /// Nobody reads it any more; whoever has seen enough is no failure.
    Unread,
    Failed(io::Error),
}

impl Display for Broken {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread => formatter.write_str("nobody reads standard output"),
            Self::Failed(error) => write!(formatter, "standard output: {error}"),
        }
    }
}

/// Writes to standard output, at once.
pub fn write(bytes: &[u8]) -> Result<(), Broken> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Broken::Unread,
        _ => Broken::Failed(error),
    })
}

/// A line on standard error, for whoever reads it.
pub fn tell(line: impl Display) {
    let _ = writeln!(io::stderr(), "{line}");
}
