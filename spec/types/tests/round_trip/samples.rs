//! Samples of every schema of the contract go through the types.

use serde_json::Value;

use crate::sampler::samples;
use crate::{contract, difference, generated};

fn check(
    contract: &Value,
    what: &str,
    schema: &Value,
    round_trip: crate::RoundTrip,
    failures: &mut Vec<String>,
) -> usize {
    let samples = samples(contract, schema);
    for sample in &samples {
        match round_trip(sample) {
            Ok(again) => failures.extend(difference(sample, &again, what)),
            Err(error) => failures.push(format!("{what}: {error}: {sample}")),
        }
    }
    samples.len()
}

#[test]
fn samples_of_every_schema_survive() {
    let contract = contract();
    let mut failures = Vec::new();
    let mut count = 0;
    for (name, round_trip) in generated::COMPONENTS {
        let schema = &contract["components"]["schemas"][*name];
        count += check(&contract, name, schema, *round_trip, &mut failures);
    }
    for (path, item) in contract["paths"].as_object().expect("paths") {
        for operation in item.as_object().expect("a path item").values() {
            let id = operation["operationId"].as_str().expect("an id");
            let body = operation.pointer("/requestBody/content/application~1json/schema");
            if let (Some(schema), Some((_, round_trip))) =
                (body, generated::BODIES.iter().find(|(other, _)| *other == id))
            {
                count += check(&contract, &format!("{id} body"), schema, *round_trip, &mut failures);
            }
            let answer = operation.pointer("/responses/200/content/application~1json/schema");
            if let (Some(schema), Some((_, round_trip))) =
                (answer, generated::ANSWERS.iter().find(|(other, _)| *other == id))
            {
                count +=
                    check(&contract, &format!("{id} answer of {path}"), schema, *round_trip, &mut failures);
            }
        }
    }
    assert!(failures.is_empty(), "{} of {count} samples:\n{}", failures.len(), failures.join("\n"));
    assert!(count > 800, "the sampler made {count} samples only");
}
