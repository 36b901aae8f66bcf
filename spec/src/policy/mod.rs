//! Which changes a project accepts, and how grave it finds them.
