#!/usr/bin/env python3
"""Whether a site made as of an earlier day says anything of a later one.

    python3 Tests/Oracle/later.py public 2020-02-14 [--except "2020年2月16日的报道" …]

Reads every text that the site consists of (pages, CSV, JSON, feeds, the search's index) and looks for dates after the
day, in the forms in which the site writes them: 2020-03-16, 2020年3月16日, 3月16日, 2020-03, 2020年3月. Exit status: 0 none,
1 some.
"""

import argparse
import datetime
import pathlib
import re
import sys

TEXTS = {".html", ".csv", ".json", ".xml", ".js", ".txt", ".webmanifest"}
PATTERNS = [
    re.compile(r"(?<!\d)(?P<y>20\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?(?!\d)"),
    re.compile(r"(?:(?P<y>20\d\d)年)?(?<!\d)(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?"),
]


def later(text, day):
    """Each date after the day, as written, with what stands around it."""
    for pattern in PATTERNS:
        for found in pattern.finditer(text):
            year = int(found["y"] or day.year)
            month, number = int(found["m"]), int(found["d"]) if found["d"] else 1
            try:
                date = datetime.date(year, month, number)
            except ValueError:
                continue
            if date > day:
                yield found.group(), text[max(0, found.start() - 25) : found.end() + 25].replace("\n", " ")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("public", type=pathlib.Path)
    parser.add_argument("day", type=datetime.date.fromisoformat)
    parser.add_argument("--except", dest="allowed", action="append", default=[], help="words around a date that may stand")
    parser.add_argument("--ignore", action="append", default=[], help="a folder whose files are made of the others")
    options = parser.parse_args()
    files = wrong = 0
    for path in sorted(options.public.rglob("*")):
        if path.suffix not in TEXTS or not path.is_file() or ".jianbao" in path.parts:
            continue
        if path.relative_to(options.public).parts[0] in options.ignore:
            continue
        files += 1
        text = re.sub(r"<[^>]+>", lambda tag: tag.group() if 'href="' in tag.group() else " ", path.read_text("utf-8"))
        for date, around in later(text, options.day):
            if any(words in around for words in options.allowed):
                continue
            wrong += 1
            if wrong <= 40:
                print(f"{path.relative_to(options.public)}: {date}: …{around}…")
    print(f"{files} files read, {wrong} dates after {options.day}")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
