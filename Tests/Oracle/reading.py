"""Reads a content folder: site, regions, datasets with their rows, indicators. Every scalar of YAML is text (rule 29)."""

import csv
import datetime
import glob
import os
from fractions import Fraction

import yaml

import formats
import quantities


TOTALS = ("合计", "总计", "汇总")


class Trouble(Exception):
    """The content is not what this program can compute from; says where."""


def load_yaml(path):
    with open(path, encoding="utf-8-sig") as file:
        return yaml.load(file, Loader=yaml.BaseLoader) or {}


def listed(value):
    return value if isinstance(value, list) else [value]


def yes(value):
    return str(value).lower() in ("true", "yes", "是")


def fraction(text):
    """A threshold or factor: 98% is 98/100."""
    text = str(text).strip()
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def days_of(text):
    return int(str(text).rstrip("d天")) if text else 0


class Region:
    def __init__(self, code, name, aliases, parent, level, first, last):
        self.code, self.name, self.aliases = code, name, aliases
        self.parent_code, self.level, self.first, self.last = parent, level, first, last
        self.parent, self.children, self.base = None, [], {}
        self.before, self.after = [], []  # the units it took over from, and those that took over from it

    def valid(self, day):
        return (not self.first or self.first <= day) and (not self.last or day <= self.last)

    def origins(self, day):
        """What the region was on a day: itself, the one it was renamed from, those merged into it; nothing before a split."""
        if self.valid(day):
            return [self]
        if not self.before or day >= self.first or any(old.after != [self] for old in self.before):
            return []
        parts = [old.origins(day) for old in self.before]
        return [place for part in parts for place in part] if all(parts) else []

    def subtree(self):
        yield self
        for child in self.children:
            yield from child.subtree()

    def base_value(self, column, day):
        """Rule 11: the region's own value, or the sum of its children's that exist on the day."""
        if column in self.base:
            return self.base[column]
        parts = [part for part in (child.base_value(column, day) for child in self.children if child.valid(day)) if part]
        if not parts:
            return None
        value, exactness = Fraction(0), quantities.EXACT
        for part in parts:
            value, exactness = value + part[0], quantities.combine(exactness, part[1])
        return value, exactness, parts[0][2] if len(parts) == 1 else None


class Site:
    def __init__(self, folder):
        self.folder = folder
        self.yaml = load_yaml(os.path.join(folder, "site.yaml"))
        self.levels = [(level["id"], level["title"]) for level in self.yaml["levels"]]
        self.at_least = fraction(self.yaml.get("reporting", {}).get("at_least", "90%"))
        self.stops = self.yaml.get("on_refused", "stop") == "stop"
        self.below = int(self.yaml.get("disclosure", {}).get("below", 0) or 0)
        self.base_columns = {}
        for column in self.yaml.get("base_columns", []):
            for name in (column["name"], column["title"]):
                self.base_columns[name] = (column["name"], yes(column.get("approximate", "false")))
        self.regions = self.read_regions()
        self.root = self.place(self.yaml["root"], None)

    def level(self, name):
        for index, level in enumerate(self.levels):
            if name in level:
                return index
        raise Trouble(f"no level {name!r} in site.yaml")

    def read_regions(self):
        path = os.path.join(self.folder, "regions.csv")
        regions = []
        with open(path, encoding="utf-8-sig", newline="") as file:
            for line, row in enumerate(csv.DictReader(file), 2):
                region = Region(
                    row["code"], row["name"], [a for a in row["aliases"].split("|") if a], row["parent"],
                    self.level(row["level"]), quantities.date(row["valid_from"] or ""), quantities.date(row["valid_to"] or ""))
                region.replaces = (row.get("replaces") or "").split("|")
                for heading, (column, approximate) in self.base_columns.items():
                    if row.get(heading):
                        value = quantities.amount(row[heading], approximate)
                        if value is None:
                            raise Trouble(f"{path}:{line}: cannot read {heading} {row[heading]!r}")
                        region.base[column] = value
                regions.append(region)
        self.by_name = {}
        for region in regions:
            for name in {region.code, region.name, *region.aliases}:
                self.by_name.setdefault(name, []).append(region)
            if region.parent_code:
                region.parent = next(
                    (r for r in regions if r.code == region.parent_code and r is not region), None)
                if region.parent is None:
                    raise Trouble(f"{path}: {region.name} has no parent {region.parent_code}")
                region.parent.children.append(region)
        for region in regions:
            if not region.first:
                continue
            eve = region.first - datetime.timedelta(1)
            named = [code for code in region.replaces if code] + [region.code]
            for old in regions:
                ended = old.last and old.last < region.first and (old.code != region.code or old.last == eve)
                latest = not any(o.code == old.code and o.last and old.last and old.last < o.last < region.first for o in regions)
                if old.code in named and ended and latest and old is not region:
                    region.before.append(old)
                    old.after.append(region)
        return regions

    def place(self, text, day):
        """Rule 25: a code, a name, an alias, or a path of names."""
        *path, last = [part.strip() for part in text.strip().split("/")]
        found = self.by_name.get(last, [])
        for name in reversed(path):
            found = [r for r in found if any(name in (a.name, *a.aliases) for a in ancestors(r))]
        if day and len(found) > 1:
            found = [r for r in found if r.valid(day)]
        if len(found) != 1:
            raise Trouble(f"{'no' if not found else 'more than one'} place {text!r}")
        return found[0]


def ancestors(region):
    while region.parent:
        region = region.parent
        yield region


class Field:
    def __init__(self, declared):
        self.name, self.title = declared["name"], declared.get("title", declared["name"])
        self.headings = {quantities.tidy(h) for h in (self.name, self.title, *declared.get("aliases", []))}
        self.type = declared.get("type", "string")
        self.approximate = yes(declared.get("approximate", "false"))
        self.personal = yes(declared.get("personal", "false"))
        self.people = yes(declared.get("people", "false"))
        self.constraints = declared.get("constraints", {}) or {}


class Dataset:
    """Rows as dictionaries: 'place', 'day' (None in a register), and each field's value or None."""

    def __init__(self, site, path, as_of):
        d = load_yaml(path)
        self.site, self.name, self.yaml = site, d["name"], d
        self.fields = {f.name: f for f in map(Field, d["fields"])}
        self.region_fields, self.region_names = listed(d["region"]), listed(d.get("region_names", []))
        self.region_field = self.region_fields[-1]
        self.places = d.get("places", {})
        self.date_field = d.get("date")
        self.dated = self.date_field is not None
        self.valid = d.get("valid")
        self.rolls_up = d.get("rollup", "sum") != "none"
        self.at_least = fraction(d["reporting"]["at_least"]) if d.get("reporting") else site.at_least
        self.absent = str(d.get("absent", "")) == "0"
        self.within = site.place(d["within"], None) if d.get("within") else site.root
        self.as_of = as_of
        self.rows = []
        self.read_files()
        levels = {row["place"].level for row in self.rows}
        if d.get("level"):
            self.level = site.level(d["level"])
        elif len(levels) == 1 or not self.rolls_up:
            self.level = max(levels, default=0)
        else:
            raise Trouble(f"{path}: rows stand at several levels and no level is declared")
        self.index()

    def read_files(self):
        if "files" not in self.yaml:
            raise Trouble(f"{self.name}: only files are read here, no command")
        names = sorted(glob.glob(os.path.join(self.site.folder, self.yaml["files"])), key=os.fsencode)
        if not names:
            raise Trouble(f"{self.name}: no file matches {self.yaml['files']}")
        key = self.yaml.get("key", [])
        seen = {}
        for name in names:
            for line, row in self.read_file(name):
                here = (row["mapped"],) + tuple(
                    str(row["day"] if k == self.date_field else row[k] if k != self.region_field else row["place"].code)
                    for k in key)
                if key and here in seen:
                    earlier = self.rows[seen[here]]
                    if earlier["cells"] == row["cells"]:
                        continue
                    if self.yaml.get("resent") != "last":
                        raise Trouble(f"{name}:{line}: the key {here} stands twice with different values")
                    if self.newness(row) >= self.newness(earlier):
                        self.rows[seen[here]] = row
                    continue
                seen[here] = len(self.rows)
                self.rows.append(row)

    def read_file(self, name):
        missing = {m["value"] if isinstance(m, dict) else m for m in listed(self.yaml.get("missingValues", []))} | {""}
        kept, totals = [], []
        for line, heading, cells in formats.records(name, [f.headings for f in self.fields.values()]):
            columns = {f.name: i for f in self.fields.values() for i, h in enumerate(heading) if h in f.headings}
            row = {"cells": tuple(map(str, cells))}
            for field in self.fields.values():
                cell = cells[columns[field.name]] if field.name in columns else ""
                text = str(cell).strip()
                row[field.name] = None if text in missing else self.cell(field, text, name, line)
            day = row[self.date_field] if isinstance(self.date_field, str) else None
            if isinstance(self.date_field, dict):
                day = quantities.date(os.path.splitext(os.path.basename(name))[0])
            if isinstance(day, datetime.datetime):
                day = self.reporting_day(day)
            if self.dated and day is None:
                raise Trouble(f"{name}:{line}: no date")
            row["day"] = day
            if not self.meets(row, cells, columns, missing):
                continue
            if row[self.region_field] in TOTALS or str(cells[0]).strip() in TOTALS:
                totals.append((line, row))
                continue
            row["place"], row["mapped"] = self.place(row, day)
            if row["place"] is None:
                continue
            kept.append(row)
            if not (day and day > self.as_of):
                yield line, row
        self.check_totals(name, kept, totals)

    def meets(self, row, cells, columns, missing):
        """Rows that the dataset's `where` passes over are none."""
        for name, wanted in self.yaml.get("where", {}).items():
            if name not in columns:
                continue
            text, wanted = str(cells[columns[name]]).strip(), listed(wanted)
            negated = wanted[0].startswith("!=")
            wanted = [w[2:].strip() for w in wanted] if negated else wanted
            if (text in wanted or ("" in wanted and text in missing)) == negated:
                return False
        return True

    def place(self, row, day):
        """The lowest place that a row names below the others; where `places` says so another, or none."""
        codes = [row[f] for f in self.region_fields]
        names = [row[f] for f in self.region_names] or [None] * len(codes)
        given = [code or name for code, name in zip(codes, names)]
        while given and given[-1] is None:
            given, names = given[:-1], names[:-1]
        best = None
        for texts in (given, names):
            texts = [t for t in texts if t]
            for start in range(len(texts)):
                rule = "/".join(texts[start:])
                if rule in self.places and (best is None or len(texts) - start > best[0]):
                    best = len(texts) - start, "/".join(texts), self.places[rule]
        if best:
            return (None if best[2] == "none" else self.site.place(best[2], day)), best[1]
        texts = [t for t in given if t]
        found = [r for r in self.site.by_name.get(texts[-1], []) if r.valid(day) or not day]
        for text in texts[:-1]:
            found = [r for r in found if any(text in (a.code, a.name, *a.aliases) for a in (r, *ancestors(r)))]
        if len(found) != 1:
            return self.site.place("/".join(texts), day), None
        return found[0], None

    def newness(self, row):
        """Of rows sent again the one known last holds, or that with the latest time; else the last line."""
        time = row.get(self.yaml["known_at"]) if "known_at" in self.yaml else None
        if time is None and "known_at" not in self.yaml and isinstance(self.date_field, str):
            time = row[self.date_field]
        if time is None:
            return datetime.datetime.min
        return time if isinstance(time, datetime.datetime) else datetime.datetime.combine(time, datetime.time())

    def reporting_day(self, moment):
        """What happens behind the dataset's cut-off counts for the next day."""
        hours, minutes = map(int, self.yaml.get("cut_off", "24:00").split(":"))
        past = moment - datetime.datetime.combine(moment.date(), datetime.time())
        late = past > datetime.timedelta(hours=hours, minutes=minutes)
        return moment.date() + datetime.timedelta(1 if late else 0)

    def check_totals(self, name, rows, totals):
        """Rule 21: a 合计 row is an assertion about the file's rows of its date, and no row itself."""
        for line, total in totals:
            for field in self.fields.values():
                if field.type not in ("integer", "number") or field.personal or total[field.name] is None:
                    continue
                known = [r[field.name][0] for r in rows if r["day"] == total["day"] and r[field.name] is not None]
                if sum(known) != total[field.name][0]:
                    raise Trouble(f"{name}:{line}: 合计 of {field.title} is {total[field.name][0]}, the rows add up to {sum(known)}")

    def cell(self, field, text, name, line):
        if field.personal:
            return text
        if field.type in ("integer", "number", "percent"):
            read = quantities.percent(text) if field.type == "percent" else quantities.amount(text, field.approximate)
            low, high = field.constraints.get("minimum"), field.constraints.get("maximum")
            if read is None or (field.type == "integer" and read[0].denominator != 1) \
                    or (low and read[0] < Fraction(low)) or (high and read[0] > Fraction(high)):
                raise Trouble(f"{name}:{line}: refused {field.title} {text!r}")
            return read
        if field.type in ("date", "datetime"):
            read = quantities.moment(text) if field.type == "datetime" else quantities.date(text)
            if read is None:
                raise Trouble(f"{name}:{line}: no date {text!r}")
            return read
        if field.constraints.get("enum") and text not in field.constraints["enum"]:
            raise Trouble(f"{name}:{line}: {field.title} {text!r} is none of the allowed words")
        return text

    def index(self):
        self.sent = {}
        for row in self.rows:
            self.sent.setdefault((row["place"].code, row["day"]), []).append(row)
        # Rule 7: a day on which nobody reported has no figure.
        self.days = {row["day"] for row in self.rows} if self.dated else set()
        self.listed = {row["day"] for row in self.rows if row["place"].level == self.level} if self.absent else set()

    def has_figures(self, day):
        if self.dated:
            return day in self.days
        return bool(self.valid) or day == self.as_of

    def on(self, place, day):
        """The rows of a place that hold on a day; None when it sent nothing."""
        if self.dated:
            rows = self.sent.get((place.code, day))
            if rows is None and day in self.listed and place.level == self.level and place.valid(day):
                return []  # one list for everybody: no row is none
            return rows
        rows = self.sent.get((place.code, None), [])
        if self.valid:
            def holds(row):
                first, last = row.get(self.valid.get("from")), row.get(self.valid.get("to"))
                return (first is None or first <= day) and (last is None or day <= last)
            rows = [row for row in rows if holds(row)]
        return rows or None

    def report(self, place, day, carry):
        """(rows, carried): the report of the day or, within `carry` calendar days, the last one (rule 9)."""
        rows = self.on(place, day)
        if rows is not None or not self.dated:
            return rows, False
        for back in range(1, carry + 1):
            then = day - datetime.timedelta(back)
            # Rule 9 over a new name: the unit is the same; one that was merged or split never sent what would be carried.
            was = place.origins(then)
            rows = self.on(was[0], then) if len(was) == 1 else None
            if rows is not None:
                return rows, True
        return None, False


class Content:
    def __init__(self, folder, as_of=None):
        self.site = Site(folder)
        declared = self.site.yaml.get("as_of", "latest")
        latest = datetime.date.max if declared == "latest" else quantities.date(declared)
        self.as_of = as_of or latest
        paths = sorted(glob.glob(os.path.join(folder, "datasets", "*.yaml")))
        self.datasets = {d.name: d for d in (Dataset(self.site, path, self.as_of) for path in paths)}
        if self.as_of == datetime.date.max:
            self.as_of = max(day for d in self.datasets.values() for day in d.days)
            self.datasets = {d.name: d for d in (Dataset(self.site, path, self.as_of) for path in paths)}
        self.indicators = {}
        for path in sorted(glob.glob(os.path.join(folder, "indicators", "*.yaml"))):
            for name, declared in load_yaml(path).items():
                if name in self.indicators:
                    raise Trouble(f"{path}: the indicator {name} is declared twice")
                self.indicators[name] = declared
