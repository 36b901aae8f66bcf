//! The generator on every operation of the contract: what fits, what does not, and that both are always the same.

use super::*;
use crate::contract::Contract;

struct Workshop {
    contract: Contract,
    judge: Judge,
    table: Table,
    variables: Variables,
}

impl Workshop {
    fn new() -> Workshop {
        let contract = crate::embedded_contract();
        let judge = Judge::new(&contract, Vec::new()).expect("the contract compiles");
        let table = Table::embedded();
        let mut variables = Variables::default();
        for (name, id) in &table.unknown {
            variables.set(name, json!(id));
        }
        for name in ["directory", "worktree"] {
            variables.set(name, json!("/tmp"));
        }
        Workshop { contract, judge, table, variables }
    }

    fn cases(&self, seed: u64, most: usize) -> Vec<(&Operation, Vec<Case>)> {
        let Workshop { contract, judge, table, variables } = self;
        let generator = Generator { contract, judge, table, seed, most };
        let operations = contract.operations.values();
        operations.map(|operation| (operation, generator.cases(operation, variables).collect())).collect()
    }

    fn of(&self, operation: &str, most: usize) -> Vec<Case> {
        let Workshop { contract, judge, table, variables } = self;
        Generator { contract, judge, table, seed: 0, most }
            .cases(&contract.operations[operation], variables)
            .collect()
    }
}

fn is_valid(case: &Case) -> bool {
    case.expect == Expect::Accepted
}

#[test]
fn of_every_operation_valid_cases_fit_and_invalid_ones_do_not() {
    let workshop = Workshop::new();
    let (mut valid, mut invalid) = (0, 0);
    for (operation, cases) in workshop.cases(3, 60) {
        assert!(
            cases.first().is_some_and(|case| is_valid(case) || workshop.is_limited(operation)),
            "{}",
            operation.id
        );
        for case in cases {
            let call = case.step.filled(operation, &workshop.variables, "/tmp").expect("known variables");
            let found = misfits(&workshop.contract, &workshop.judge, operation, &call);
            match &case.expect {
                Expect::Accepted => {
                    valid += 1;
                    assert_eq!(found, [], "{}: {}: {call:?}", operation.id, case.name);
                }
                Expect::NotFound { .. } => assert_eq!(found, [], "{}: {}: {call:?}", operation.id, case.name),
                Expect::Refused(breach) => {
                    invalid += 1;
                    assert_eq!(found.len(), 1, "{}: {}: {call:?}", operation.id, case.name);
                    assert!(breach.at.starts_with(&found[0].at), "{breach:?}");
                    let contract = workshop.contract.document.pointer(&breach.contract);
                    assert!(contract.is_some(), "{breach:?} points nowhere");
                }
            }
        }
    }
    assert!(valid > 600 && invalid > 600, "{valid} valid and {invalid} invalid cases");
}

impl Workshop {
    fn is_limited(&self, operation: &Operation) -> bool {
        self.table.find(&operation.id, |rule| rule.only_invalid.as_ref()).is_some()
    }
}

#[test]
fn every_operation_with_input_that_can_be_wrong_has_invalid_cases() {
    let workshop = Workshop::new();
    for (operation, cases) in workshop.cases(0, 20) {
        if operation.body.as_ref().is_some_and(|_| operation.id != "tui.control.response") {
            assert!(!cases.iter().all(is_valid), "{}", operation.id);
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_cases_and_another_one_others() {
    let told = |seed| {
        let workshop = Workshop::new();
        let cases = workshop.cases(seed, 30);
        cases.into_iter().map(|(operation, cases)| format!("{} {cases:?}", operation.id)).collect::<Vec<_>>()
    };
    let (first, second) = (told(7), told(8));
    assert_eq!(first, told(7));
    assert_ne!(first, second);
}

#[test]
fn names_tell_the_cases_of_an_operation_apart() {
    for (operation, cases) in Workshop::new().cases(0, 200) {
        let mut names = HashSet::new();
        for case in cases {
            assert!(names.insert((is_valid(&case), case.name.clone())), "{}: {}", operation.id, case.name);
        }
    }
}

#[test]
fn there_are_never_more_or_larger_cases_than_allowed() {
    for (operation, cases) in Workshop::new().cases(1, 12) {
        let valid = cases.iter().filter(|case| is_valid(case)).count();
        assert!(valid <= 12 && cases.len() - valid <= 12, "{}: {}", operation.id, cases.len());
    }
    for (operation, cases) in Workshop::new().cases(1, 200) {
        for case in cases {
            let size = case.step.body.as_ref().map_or(0, |body| body.to_string().len());
            assert!(size < 60_000, "{}: {}: {size} bytes", operation.id, case.name);
        }
    }
}

#[test]
fn each_keyword_of_a_query_has_its_edge_and_its_violation() {
    let cases = Workshop::new().of("find.files", 1000);
    let sent = |name: &str, parameter: &str| {
        let case = cases.iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no case {name}"));
        case.step.query.get(parameter).cloned()
    };
    assert_eq!(sent("query limit: least", "limit"), Some(json!(1)));
    assert_eq!(sent("query limit: greatest", "limit"), Some(json!(200)));
    assert_eq!(sent("query type: enum directory", "type"), Some(json!("directory")));
    assert_eq!(sent("query query: shortest text", "query"), Some(json!("")));
    assert_eq!(sent("query limit: minimum", "limit"), Some(json!(0)));
    assert_eq!(sent("query limit: maximum", "limit"), Some(json!(201)));
    assert_eq!(sent("query limit: type fraction", "limit"), Some(json!(2.5)));
    assert_eq!(sent("query query: required", "query"), None);
    // A number in a query is a text.
    assert!(!cases.iter().any(|case| case.name.starts_with("query query: type")));
}

#[test]
fn bodies_break_one_keyword_at_a_time_down_to_the_members_of_unions() {
    let workshop = Workshop::new();
    let prompt = workshop.of("session.prompt", 1000);
    let body = |name: &str| {
        let case = prompt.iter().find(|case| case.name == name);
        case.unwrap_or_else(|| panic!("no case {name}")).step.body.clone().expect("a body")
    };
    assert_eq!(body("body: required parts"), json!({}));
    assert_eq!(body("body /noReply: type null"), json!({"parts": [], "noReply": null}));
    assert_eq!(
        body("body /parts/0: tag"),
        json!({"parts": [{"type": "conformance-unknown", "text": "conformance"}]})
    );
    assert_eq!(body("body /parts/0: required text text"), json!({"parts": [{"type": "text"}]}));
    assert_eq!(body("body /messageID: pattern"), json!({"parts": [], "messageID": "no match"}));
    let mcp = workshop.of("mcp.add", 1000);
    for keyword in ["additionalProperties", "exclusiveMinimum", "maximum", "const"] {
        let of = |case: &&Case| matches!(&case.expect, Expect::Refused(breach) if breach.keyword == keyword);
        assert!(mcp.iter().any(|case| of(&case)), "{keyword}");
    }
}

#[test]
fn ids_that_nobody_has_are_asked_for_where_the_contract_has_a_404() {
    let workshop = Workshop::new();
    let names = |operation: &str| {
        let cases = workshop.of(operation, 1000).into_iter();
        cases
            .filter(|case| matches!(case.expect, Expect::NotFound { .. }))
            .map(|case| case.name)
            .collect::<Vec<_>>()
    };
    assert_eq!(names("session.get"), ["path sessionID: unknown id"]);
    assert_eq!(
        names("session.message"),
        ["sessionID", "messageID"]
            .map(|id| ["unknown", "malformed"].map(|kind| format!("path {id}: {kind} id")))
            .concat()
    );
    // The contract has no 404 here.
    assert_eq!(names("session.fork"), [] as [&str; 0]);
}

#[test]
fn examples_of_the_contract_are_sent() {
    let document = json!({"paths": {"/x": {"post": {
        "operationId": "x",
        "parameters": [{"in": "query", "name": "colour", "example": "mauve", "schema": {"type": "string", "examples": ["pink"]}}],
        "requestBody": {"content": {"application/json": {
            "schema": {"type": "object", "properties": {"n": {"type": "number"}}},
            "examples": {"large": {"value": {"n": 123_456}}, "wrong": {"value": {"n": "no number"}}},
        }}},
        "responses": {},
    }}}});
    let contract = Contract::read(document).expect("a contract");
    let judge = Judge::new(&contract, Vec::new()).expect("it compiles");
    let (table, variables) = (Table::embedded(), Variables::default());
    let generator = Generator { contract: &contract, judge: &judge, table: &table, seed: 0, most: 100 };
    let cases: Vec<_> = generator.cases(&contract.operations["x"], &variables).collect();
    let bodies = || cases.iter().filter(|case| is_valid(case)).filter_map(|case| case.step.body.as_ref());
    assert!(bodies().any(|body| *body == json!({"n": 123_456})));
    assert!(!bodies().any(|body| body["n"] == "no number"), "an example that does not fit is no valid call");
    for colour in ["mauve", "pink"] {
        assert!(cases.iter().any(|case| case.step.query.get("colour") == Some(&json!(colour))), "{colour}");
    }
}
