"""Checks the JSON Lines on standard input against a JSON Schema: python3 schema.py SCHEMA"""

import json
import sys

import jsonschema


def no_duplicates(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key stands twice: {keys}")
    return dict(pairs)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    validator_class = jsonschema.validators.validator_for(schema)
    validator_class.check_schema(schema)
    validator = validator_class(schema)
    kinds = {}
    failures = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        value = json.loads(line.decode("utf-8"), object_pairs_hook=no_duplicates)
        kinds[value.get("kind")] = kinds.get(value.get("kind"), 0) + 1
        for error in validator.iter_errors(value):
            best = jsonschema.exceptions.best_match([error])
            where = "/".join(str(step) for step in best.absolute_path)
            subject = value.get("codes", value.get("code", value.get("class")))
            print(f"FAILED: {subject}, {where or 'whole line'}: {best.message[:300]}", file=sys.stderr)
            failures += 1
    # A schema that takes anything would pass all the lines above.
    for wrong in ({}, {"kind": "code"}, {"kind": "nonsense", "lang": "en"}, []):
        if validator.is_valid(wrong):
            print(f"FAILED: the schema takes {wrong}", file=sys.stderr)
            failures += 1
    print(kinds)
    for kind in ("code", "class", "comparison", "count", "total"):
        if not kinds.get(kind):
            print(f"FAILED: no line of kind {kind}", file=sys.stderr)
            failures += 1
    return failures > 0


if __name__ == "__main__":
    sys.exit(main())
