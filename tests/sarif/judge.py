"""Holds SARIF logs against a schema, and says what does not fit: judge.py SCHEMA FILE…"""

import json
import sys

import jsonschema


def faults(schema, log):
    """What does not fit, and where."""
    judge = jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
    return [f"{'/'.join(map(str, fault.path))}: {fault.message[:200]}" for fault in judge.iter_errors(log)]


def main(schema, *files):
    with open(schema, encoding="utf-8") as text:
        schema = json.load(text)
    # A judge that lets everything pass judges nothing.
    assert faults(schema, {"version": "2.1.0", "runs": [{"results": []}]}), "the schema asks for nothing"
    bad = 0
    for file in files:
        with open(file, encoding="utf-8") as text:
            log = json.load(text)
        found = faults(schema, log)
        bad += len(found)
        results = sum(len(run["results"]) for run in log["runs"])
        print(f"{file}: {results} results, {len(found)} faults", *found[:10], sep="\n  ")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
