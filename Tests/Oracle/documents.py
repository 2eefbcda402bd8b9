#!/usr/bin/env python3
"""Holds a built site's data files against their own descriptions, by other people's programs.

    python3 Tests/Oracle/documents.py public

Every document of `api/v1/` against its JSON Schema (jsonschema), and the published CSV against `datapackage.json`
(frictionless). Exit status: 0 all are valid, 1 some are not, 2 a program is missing.
"""

import json
import pathlib
import sys

try:
    from frictionless import Package
    from jsonschema import Draft202012Validator
except ImportError as problem:
    print(f"documents: {problem}: pip install jsonschema frictionless")
    sys.exit(2)

DAYS = 3  # Of the days' documents, which are all made alike, so many are read.


def documents(folder):
    """Each document with the name of its definition in the schema."""
    yield "index", folder / "index.json"
    for path in sorted(folder.glob("**/*.json")):
        if path.parent.name == "figures":
            continue
        if path.parent != folder:
            yield path.stem, path
    for path in sorted(folder.glob("latest/figures/*.json"))[-DAYS:]:
        yield "day", path


def main(public):
    folder = public / "api" / "v1"
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    wrong = read = 0
    for name, path in documents(folder):
        narrowed = {**schema, "oneOf": [{"$ref": f"#/$defs/{name}"}]}
        document = json.loads(path.read_text(encoding="utf-8"))
        read += 1
        for error in list(Draft202012Validator(narrowed).iter_errors(document))[:3]:
            print(f"{path}: {error.json_path}: {error.message[:200]}")
            wrong += 1
    report = Package(str(public / "datapackage.json")).validate()
    for error in report.flatten(["type", "note"])[:10]:
        print(f"datapackage.json: {error}")
        wrong += 1
    print(f"{read} documents and {len(report.tasks)} tables read, {wrong} errors")
    return 1 if wrong or not read else 0


sys.exit(main(pathlib.Path(sys.argv[1])))
