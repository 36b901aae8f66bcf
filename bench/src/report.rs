//! Numbers, and how people and programs read them.

use std::path::PathBuf;

use comfy_table::presets::ASCII_MARKDOWN;
use comfy_table::{CellAlignment, Table};
use opencode_conformance::peers::build_folder;
use serde::Serialize;

/// What a number counts, and so which direction is better.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Less is better.
    Seconds,
    /// Less is better.
    Bytes,
    /// More is better.
    PerSecond,
}

#[derive(Serialize)]
struct Row {
    label: String,
    value: f64,
    unit: Unit,
}

/// All numbers of one server, in the order in which they were measured.
#[derive(Serialize)]
pub struct Results {
    server: &'static str,
    rows: Vec<Row>,
}

impl Results {
    pub fn new(server: &'static str) -> Results {
        Results { server, rows: Vec::new() }
    }

    pub fn add(&mut self, label: &str, value: f64, unit: Unit) {
        self.rows.push(Row { label: label.to_owned(), value, unit });
    }
}

/// A row per number; with several subjects also how many times better the first one is than the last.
pub fn table(results: &[Results]) -> Table {
    let mut table = Table::new();
    // Reads well in a terminal, and in the README.
    table.load_style(ASCII_MARKDOWN);
    let mut header = vec!["measured".to_owned()];
    header.extend(results.iter().map(|each| each.server.to_owned()));
    if results.len() > 1 {
        header.push("times better".to_owned());
    }
    table.set_header(header);
    let rows = results.first().map_or(&[][..], |first| &first.rows);
    for row in rows {
        let others =
            results.iter().filter_map(|each| each.rows.iter().find(|other| other.label == row.label));
        let values: Vec<f64> = others.map(|other| other.value).collect();
        let mut cells = vec![row.label.clone()];
        cells.extend(values.iter().map(|value| row.unit.show(*value)));
        if let [ours, .., theirs] = values[..] {
            cells.push(format!("{:.1}", row.unit.times_better(ours, theirs)));
        }
        table.add_row(cells);
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

impl Unit {
    fn show(self, value: f64) -> String {
        match self {
            Unit::Seconds if value < 0.001 => format!("{:.0} µs", value * 1e6),
            Unit::Seconds if value < 1.0 => format!("{:.1} ms", value * 1e3),
            Unit::Seconds => format!("{value:.2} s"),
            Unit::Bytes => format!("{:.1} MiB", value / f64::from(1 << 20)),
            Unit::PerSecond => format!("{value:.0}"),
        }
    }

    fn times_better(self, ours: f64, theirs: f64) -> f64 {
        match self {
            Unit::Seconds | Unit::Bytes => theirs / ours,
            Unit::PerSecond => ours / theirs,
        }
    }
}

/// Writes `bench/<name>.json` in the build folder and says where.
///
/// # Errors
/// The folder or the file cannot be written.
pub fn write(name: &str, results: &[Results]) -> anyhow::Result<PathBuf> {
    let folder = build_folder().join("bench");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.json"));
    std::fs::write(&file, serde_json::to_string_pretty(results)? + "\n")?;
    Ok(file)
}

/// The middle value; the list is sorted on the way. 0 for an empty list.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    quantile(values, 0.5)
}

/// The value below which `share` of an ascending list lies. 0 for an empty list.
pub fn quantile(ascending: &[f64], share: f64) -> f64 {
    let last = ascending.len().saturating_sub(1);
    ascending.get((last as f64 * share).round() as usize).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_says_how_many_times_better_we_are_whatever_the_unit() {
        assert_eq!(Unit::Seconds.times_better(0.1, 1.0), 10.0);
        assert_eq!(Unit::Bytes.times_better(30.0, 300.0), 10.0);
        assert_eq!(Unit::PerSecond.times_better(1000.0, 100.0), 10.0);
    }

    #[test]
    fn quantiles_are_members_of_the_list() {
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), 2.0);
        assert_eq!(quantile(&[1.0, 2.0, 3.0, 4.0], 0.99), 4.0);
        assert_eq!(median(&mut []), 0.0);
    }

    #[test]
    fn a_table_of_two_has_a_row_per_number_and_a_ratio() {
        let mut ours = Results::new("ours");
        ours.add("start", 0.05, Unit::Seconds);
        let mut theirs = Results::new("theirs");
        theirs.add("start", 1.5, Unit::Seconds);
        let text = table(&[ours, theirs]).to_string();
        assert!(text.contains("50.0 ms") && text.contains("1.50 s") && text.contains("30.0"), "{text}");
    }
}
