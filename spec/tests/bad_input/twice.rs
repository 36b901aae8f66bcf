//! What is given twice and can be meant only once.

use crate::program::{CONTRACT, Folder};

#[test]
fn a_member_that_stands_twice_is_refused_by_whoever_must_know_what_is_meant() {
    let folder = Folder::new();
    let whole = r#"{"openapi": "3.1.1", "paths": {"/a": {"get": {"operationId": "a.get",
  "summary": "one",MORE "responses": {"204": {"description": "d"}}}}}}"#;
    folder.write("good.json", whole.replace("MORE", ""));
    folder.write("twice.json", whole.replace("MORE", r#" "summary": "two","#));
    let told = "twice.json:2:21: the member `summary` stands twice in this object\n  \
                at #/paths/~1a/get/summary\n  \
                | \"summary\": \"one\", \"summary\": \"two\", \"responses\": {\"204\": {\"description\": \"d\"}}}}}}\n  \
                |                   ^\n";
    for arguments in [
        &["diff", "good.json", "twice.json"][..],
        &["diff", "twice.json", "good.json"],
        &["show", "a.get", "twice.json"],
        &["docs", "twice.json", "--out", "pages"],
    ] {
        let before = folder.names();
        let run = folder.run(arguments);
        assert_eq!((run.code, run.output.as_str(), run.errors.as_str()), (2, "", told), "{arguments:?}");
        assert_eq!(folder.names(), before, "something was left");
    }
    let lint = folder.run(&["lint", "twice.json"]);
    assert!(lint.code == 1 && lint.output.contains("twice.json:2:21: "), "{}", lint.output);
}

#[test]
fn the_standard_input_is_one_contract_and_not_two() {
    let folder = Folder::new();
    let run = folder.run_with_input(&["diff", "-", "-"], CONTRACT.as_bytes());
    assert_eq!((run.code, run.output.as_str()), (2, ""));
    assert_eq!(run.errors, "standard input: it can stand for one of the two contracts only\n");
    folder.write("a.json", CONTRACT);
    for arguments in [["diff", "-", "a.json"], ["diff", "a.json", "-"]] {
        assert_eq!(folder.run_with_input(&arguments, CONTRACT.as_bytes()).code, 0, "{arguments:?}");
    }
}
