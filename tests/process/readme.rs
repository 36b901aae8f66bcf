//! The README says what is built; the table of operations knows.

const README: &str = include_str!("../../README.md");
const OPERATIONS: &str = include_str!("../../server/api/operations.txt");

/// Operation ids in one column of the README's table, sorted.
fn told(column: usize) -> Vec<&'static str> {
    let rows = README.lines().skip_while(|line| !line.starts_with("| area |")).skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|line| line.split('|').nth(column));
    let mut ids: Vec<_> = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    ids.sort_unstable();
    ids
}

/// Operation ids in this state, sorted.
fn known(state: &str) -> Vec<&'static str> {
    let rows = OPERATIONS.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let mut ids: Vec<_> = rows.filter(|row| row.first() == Some(&state)).map(|row| row[2]).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn the_table_of_operations_is_told_as_it_is() {
    assert!(!known("done").is_empty());
    assert_eq!(told(2), known("done"), "built");
    assert_eq!(told(3), known("501"), "not built");
    let count = format!("{} of {} work", known("done").len(), known("done").len() + known("501").len());
    assert!(README.contains(&count), "the README does not say that {count}");
}

#[test]
fn the_commands_that_start_and_test_it_are_lines_of_their_own() {
    for command in ["cargo run --release -- serve --scripted-model", "cargo test --workspace"] {
        // `.ci/run` finds the second one by its line.
        assert!(README.lines().any(|line| line == command), "{command}");
    }
}
