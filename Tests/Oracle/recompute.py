#!/usr/bin/env python3
"""Recomputes every figure of a built site from its content, independently of the Swift program.

    python3 Tests/Oracle/recompute.py content public/data/figures.csv
    python3 Tests/Oracle/recompute.py content --write mine.csv        # only compute

Exit status: 0 every row agrees, 1 rows differ, 2 the content or the file cannot be read.
"""

import argparse
import collections
import csv
import datetime
import os
import sys
from fractions import Fraction

sys.dont_write_bytecode = True  # nothing of ours is left in the tree

try:
    import yaml  # noqa: F401
except ImportError:
    sys.exit("recompute: needs PyYAML: apt-get install python3-yaml, or pip install pyyaml")

import figures
import periods
import quantities
from reading import Content, Trouble

COLUMNS = ("indicator region date numerator denominator value printed state exactness reported expected basis").split()


def days(content):
    """Every calendar day from the first in the data to the as-of day."""
    starts = [day for d in content.datasets.values() for day in d.days]
    for d in content.datasets.values():
        if d.valid and d.valid.get("from"):
            starts += [row[d.valid["from"]] for row in d.rows if row[d.valid["from"]]]
    day = min([s for s in starts if s <= content.as_of], default=content.as_of)
    while day <= content.as_of:
        yield day
        day += datetime.timedelta(1)


def computed(content, indicators):
    table = {}
    calendar = list(days(content))
    for name, indicator in indicators.items():
        for region in content.site.regions:
            for day in calendar:
                figure = indicator.figure(region, day)
                if figure:
                    table[name, region.code, day.isoformat()] = figure
    return table


def plain(value):
    return "" if value is None else quantities.decimal(value, 6).rstrip("0").rstrip(".")


def as_row(key, f):
    return [*key, plain(f.numerator), plain(f.denominator), plain(f.value), f.printed or "", f.state,
            {quantities.MORE: "more_than"}.get(f.exactness, f.exactness), f.reported, f.expected, f.basis]


def read_figures(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if reader.fieldnames != COLUMNS:
            raise Trouble(f"{path}: the header is {reader.fieldnames}, not {COLUMNS}")
        for row in reader:
            yield reader.line_num, row


def same_number(text, value):
    if value is None or text == "":
        return value is None and text == ""
    try:
        return Fraction(text) == quantities.round_half_away(value, 6)
    except ValueError:
        return False


def letters(text):
    return "".join(c for c in text.lower() if c.isalpha())


def differences(row, figure, indicator):
    """(column, found, expected) of all that is wrong in one row; nothing when it agrees."""
    if row["state"] != figure.state:
        # A zero over fewer units than expected is both.
        both = {row["state"], figure.state} == {"zero", "provisional"} and figure.value == 0
        if not both:
            yield "state", row["state"], figure.state
    for column, value in (("denominator", figure.denominator), ("value", figure.value)):
        if not same_number(row[column], value):
            yield column, row[column], plain(value)
    if not same_number(row["numerator"], figure.numerator) \
            and not (indicator.kind == "difference" and row["numerator"] == ""):
        yield "numerator", row["numerator"], plain(figure.numerator)
    yield from printed_differences(row["printed"], figure)
    if figure.value is not None and letters(row["exactness"]) != letters(figure.exactness):
        yield "exactness", row["exactness"], figure.exactness
    if figure.basis == "own" and figure.expected == 0:
        return  # facts of a place alone: nobody is expected, and whose report it is says nothing more
    for column, value in (("reported", figure.reported), ("expected", figure.expected)):
        if row[column] != str(value):
            yield column, row[column], value
    if figure.value is not None and row["basis"] != figure.basis:
        yield "basis", row["basis"], figure.basis


def printed_differences(printed, figure):
    if figure.state == "not_applicable":
        if figure.printed and printed != figure.printed:
            yield "printed", printed, figure.printed
        return
    if figure.value is None:
        if quantities.number_in(printed):
            yield "printed", printed, "no number"
        return
    if quantities.number_in(printed) != quantities.number_in(figure.printed):
        yield "printed", printed, figure.printed
    marks = [m for m in ("多", "余", "约", "近", "左右", "上下", "超过") if m in (figure.written or "")]
    for mark in marks:
        if mark not in printed:
            yield "printed", printed, f"the source's own {figure.written}"
    if figure.exactness != quantities.EXACT and not figure.written:
        mark = "约" if figure.exactness == quantities.ABOUT else "超过"
        if mark not in printed and {"约": "about", "超过": "more than"}[mark] not in printed.lower():
            yield "printed", printed, figure.printed


def compare(content, indicators, table, path):
    """Prints what differs; returns how many rows do, and how many were compared."""
    names = {region.code: region.name for region in content.site.regions}
    problems, seen, order, masked, primary = [], set(), [], 0, []
    axis = set()
    for line, row in read_figures(path):
        key = (row["indicator"], row["region"], row["date"])
        axis.add(row["date"])
        order.append(key)
        where = f"{path}:{line}: {key[0]} {key[1]} {names.get(key[1], '?')} {key[2]}"
        if key in seen:
            problems.append((key[0], "twice", f"{where}: the row stands twice"))
        seen.add(key)
        figure = table.get(key)
        if key[0] not in indicators or key[1] not in names:
            problems.append((key[0], "unknown", f"{where}: no such indicator or region in the content"))
        elif row["state"] == "suppressed":
            masked += 1
            shown = [c for c in ("numerator", "denominator", "value") if row[c]]
            if shown or not indicators[key[0]].people:
                problems.append((key[0], "suppressed", f"{where}: suppressed, but {shown or 'it counts no people'}"))
        elif figure is None:
            if row["value"] or row["state"] not in ("not_reported", "not_applicable"):
                problems.append((key[0], "extra", f"{where}: prints {row['printed']!r}, the oracle has no figure there"))
        else:
            for column, found, wanted in differences(row, figure, indicators[key[0]]):
                problems.append((key[0], column, f"{where}: {column} is {found!r}, the oracle has {wanted!r} ({figure.why})"))
            small = indicators[key[0]].people and indicators[key[0]].kind == "measure" and figure.value
            if small and 0 < figure.value < content.site.below:
                primary.append(where)
    if order != sorted(order, key=lambda k: tuple(part.encode() for part in k)):
        problems.append(("*", "order", f"{path}: rows are not ordered by indicator, region and date"))
    dated = {day.isoformat() for d in content.datasets.values() for day in d.days}
    for key, figure in sorted(table.items()):
        # The days of a register are those the site prints; a reporting day must always be there.
        if key not in seen and figure.value is not None and key[2] in axis | dated:
            problems.append((key[0], "missing", f"{path}: no row {key[0]} {key[1]} {names[key[1]]} {key[2]}; "
                             f"the oracle has {figure.printed!r} ({figure.why})"))
    return problems, len(seen), masked, primary


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("content")
    options.add_argument("figures", nargs="?", help="public/data/figures.csv of the built site")
    options.add_argument("--as-of", type=datetime.date.fromisoformat)
    options.add_argument("--write", metavar="FILE", help="write the oracle's own figures.csv")
    options.add_argument("--limit", type=int, default=5, help="lines shown for each indicator and column")
    options.add_argument("--disclosure", action="store_true", help="count a shown cell of 1 to below-1 people as wrong")
    asked = options.parse_args()
    try:
        content = Content(asked.content, asked.as_of)
        indicators = figures.indicators(content)
        table = computed(content, indicators)
        if asked.write:
            with open(asked.write, "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(COLUMNS)
                writer.writerows(as_row(key, table[key]) for key in sorted(table))
        if not asked.figures:
            print(f"{len(table)} figures of {len(indicators)} indicators computed, as of {content.as_of}")
            return 0
        problems, rows, masked, primary = compare(content, indicators, table, asked.figures)
        public = os.path.dirname(os.path.dirname(os.path.abspath(asked.figures)))
        more, cells = periods.compare(content, indicators, public)
        problems += more
    except (Trouble, OSError, KeyError, ValueError) as trouble:
        print(f"recompute: {type(trouble).__name__}: {trouble}", file=sys.stderr)
        return 2
    if asked.disclosure:
        problems += [(w.split(" ")[1], "disclosure", f"{w}: 1 to {content.site.below - 1} people are shown") for w in primary]
    shown = collections.Counter()
    for name, column, text in problems:
        shown[name, column] += 1
        if shown[name, column] <= asked.limit:
            print(text)
    if problems:
        print("\nby indicator and column:")
        for (name, column), count in sorted(shown.items()):
            print(f"  {count:6} {name} {column}")
    print(f"{cells} cells of weeks, months and ranks compared")
    print(f"{rows} rows of {len(indicators)} indicators compared, {len(problems)} differences; "
          f"{masked} rows suppressed and not compared; {len(primary)} small counts of people shown")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
