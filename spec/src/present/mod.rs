//! A list of changes in the formats that people and programs read.
