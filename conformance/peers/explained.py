"""Holds what Schemathesis found against the explanations: explained.py EXPLANATIONS.toml REPORT.json

A finding is a check and an operation. Each needs an explanation, and each explanation a finding, unless it says
`sometimes = true`.
"""

import json
import sys
import tomllib


def main(explanations: str, report: str) -> int:
    with open(explanations, "rb") as file:
        entries = tomllib.load(file)["finding"]
    with open(report, encoding="utf-8") as file:
        report = json.load(file)
    if report["errors"] or not report["complete"] or not report["test_cases"]["generated"]:
        print(f"the run was none: {report['stop_reason']} {report['errors']}")
        return 2

    known = {(entry["check"], operation): entry for entry in entries for operation in entry["operations"]}
    if any(not entry["reason"].strip() for entry in entries):
        print(f"{explanations}: an entry has no reason")
        return 2
    found = {
        (failure["type"], operation) for failure in report["failures"] for operation in failure["operations"]
    }
    new = sorted(found - known.keys())
    gone = sorted(key for key in known.keys() - found if not known[key].get("sometimes"))
    for check, operation in new:
        print(f"not explained: {check} {operation}")
    for check, operation in gone:
        print(f"no longer found, take it out: {check} {operation}")
    asked = f"{report['operations']['tested']} operations, {report['test_cases']['generated']} cases"
    print(f"{asked}: {len(found)} findings, {len(new)} of them not explained, {len(gone)} explanations too many")
    return 1 if new or gone else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
