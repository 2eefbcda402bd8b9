"""Recomputes the weeks, months and ranks that a built site's tables print, from the days' figures of figures.py."""

import csv
import datetime
import glob
import os
import re
from fractions import Fraction

import quantities

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
DAY = datetime.timedelta(1)


def compare(content, indicators, public):
    """(what differs, how many cells were compared) of all weeks.csv, months.csv and ranking.csv below public/data."""
    tables = Tables(content, indicators)
    for path in sorted(glob.glob(os.path.join(public, "data", "**", "*.csv"), recursive=True)):
        name, folder = os.path.basename(path), os.path.basename(os.path.dirname(path))
        region = tables.by_code.get(folder) or content.site.root
        if name in ("weeks.csv", "months.csv"):
            tables.periods(path, region)
        elif name == "ranking.csv":
            tables.ranking(path, region)
    return tables.problems, tables.cells


class Tables:
    def __init__(self, content, indicators):
        self.content, self.indicators = content, indicators
        self.by_code = {region.code: region for region in content.site.regions}
        self.problems, self.cells = [], 0

    def rows(self, path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
            return header, rows

    def named(self, heading):
        """The indicator of a column's heading: its title, and its unit behind a comma."""
        found = [i for i in self.indicators.values()
                 if heading == i.yaml["title"] or heading.startswith(i.yaml["title"] + "，")]
        return max(found, key=lambda i: len(i.yaml["title"])) if found else None

    def wrong(self, kind, path, place, column, found, wanted):
        self.problems.append((kind, column, f"{path}: {place}: {column} is {found!r}, the oracle has {wanted!r}"))

    # Weeks and months

    def periods(self, path, region):
        header, rows = self.rows(path)
        shown = [self.named(heading) for heading in header[1:-1]]
        for label, *cells in rows:
            first, last = self.dates(label)
            counts = []
            for heading, indicator, cell in zip(header[1:], shown, cells):
                self.cells += 1
                if any(dataset.days and min(dataset.days) > last for dataset in indicator.datasets()):
                    if cell != "":  # nobody was asked yet
                        self.wrong("period", path, label, heading, cell, "")
                    continue
                value, counted = self.period(indicator, region, first, last)
                counts.append(counted)
                if not same(cell, value, indicator.is_percent):
                    self.wrong("period", path, label, heading, cell, value)
            least = min(counts, key=lambda c: Fraction(c[0], c[1]) if c[1] else Fraction(1))
            wanted = f"{least[0]}/{least[1]}"
            complete = all(reported >= due for reported, due in counts)
            found = re.match(r"\d+/\d+", cells[-1])
            self.cells += 1
            if not found or found.group() != wanted or (cells[-1] == wanted) != complete:
                self.wrong("period", path, label, header[-1], cells[-1], wanted)

    def dates(self, label):
        numbers = [int(number) for number in re.findall(r"\d+", label)]
        year = self.content.as_of.year
        if "年" in label:
            first = datetime.date(numbers[0], numbers[1], 1)
            after = (first + 31 * DAY).replace(day=1)
            return first, after - DAY
        first = datetime.date(year, *numbers[:2])
        return first, datetime.date(year, *(numbers[2:] if len(numbers) == 4 else [first.month, numbers[2]]))

    def period(self, indicator, region, first, last):
        """((value or None, exactness), (days with a report, days on which one was due)) of a period."""
        known, heard, due = [], [], 0
        day = first
        while day <= last:
            figure = indicator.figure(region, day) if day <= self.content.as_of else None
            if figure and figure.state == "not_reported":
                figure = None
            if figure:
                known.append((day, figure))
            is_heard = figure is not None and (figure.basis == "own" or figure.reported > figure.carried or figure.reported == 0)
            if is_heard:
                heard.append((day, figure))
            due += 1 if is_heard or self.is_due(indicator, day) else 0
            day += DAY
        return self.combined(indicator, region, known, heard), (len(heard), due)

    def combined(self, indicator, region, known, heard):
        over = indicator.yaml.get("over_time", "last")
        if over == "last":
            if not heard:
                return None
            enough = [figure for _, figure in heard if self.is_enough(indicator, figure)]
            figure = (enough or [figure for _, figure in heard])[-1]
            return (figure.value, figure.exactness) if figure.value is not None else None
        if over == "mean":
            known = [(day, figure) for day, figure in known if figure.value is not None]
        eras = {indicator.era(day) if hasattr(indicator, "eras") else 0 for day, _ in known}
        if not known or len(eras) > 1:
            return None
        exactness = quantities.EXACT
        for _, figure in known:
            exactness = quantities.combine(exactness, figure.exactness)
        if over == "mean":
            return sum((figure.value for _, figure in known), Fraction(0)) / len(known), exactness
        above = sum((figure.numerator or 0 for _, figure in known), Fraction(0))
        if all(figure.denominator is None for _, figure in known):
            return above, exactness
        below = sum((figure.denominator or 0 for _, figure in known), Fraction(0))
        return (above / below * indicator.times, exactness) if below else None

    def is_enough(self, indicator, figure):
        if figure.basis == "own" or figure.is_unit or not figure.expected:
            return True
        return Fraction(figure.reported, figure.expected) >= indicator.at_least()

    def is_due(self, indicator, day):
        """Whether a report of any of its datasets is due on a day; without `expect` one is on every day."""
        return any(due(dataset.yaml.get("expect"), day) for dataset in indicator.datasets())

    # Ranks

    def ranking(self, path, region):
        header, rows = self.rows(path)
        column = next(i for i, heading in enumerate(header[1:], 1) if heading not in ("位次", "位次变化"))
        indicator = self.named(header[column])
        if indicator is None or any(leaf.cohort for leaf in indicator.leaves()):
            return
        level = indicator.datasets()[0].level if indicator.datasets() else None
        units = [unit for unit in region.subtree() if unit.level == level]
        day = self.content.as_of
        while not any((f := indicator.figure(unit, day)) and f.reported for unit in self.content.site.regions if unit.level == level):
            day -= DAY
            if day < self.content.as_of - 4000 * DAY:  # Nobody has reported yet.
                day = self.content.as_of
                break
        now, before = self.ranks(indicator, units, day), self.ranks(indicator, units, day - DAY)
        names = {unit.name: unit for unit in units if unit.valid(day)}
        changed = hasattr(indicator, "eras") and indicator.era(day) != indicator.era(day - DAY)
        for row in rows:
            unit = names[row[0]]
            self.cells += 1
            wanted = str(now.get(unit.code, ""))
            if row[1] != wanted:
                self.wrong("rank", path, row[0], header[1], row[1], wanted)
            if not before or "位次变化" not in header:
                if before and now and "位次变化" not in header:
                    self.wrong("rank", path, row[0], "位次变化", "no column", "a change")
                continue
            if unit.code not in now:
                wanted = ""
            elif changed:
                wanted = "口径调整"
            else:
                wanted = str(before[unit.code] - now[unit.code]) if unit.code in before else "新"
            if row[2] != wanted:
                self.wrong("rank", path, row[0], "位次变化", row[2], wanted)

    def ranks(self, indicator, units, day):
        values = {}
        for unit in units:
            figure = indicator.figure(unit, day) if unit.valid(day) else None
            if figure and figure.value is not None and figure.reported:
                values[unit.code] = figure.value
        down = indicator.yaml.get("better") == "down"
        return {code: 1 + sum(1 for other in values.values() if (other < value if down else other > value))
                for code, value in values.items()}


def due(expect, day):
    """What is reported daily has every day of a period, be it before the first or behind the last report."""
    if expect and expect.startswith("weekly"):
        return WEEKDAYS[day.weekday()] in expect.lower()
    if expect and expect.startswith("monthly"):
        asked = int(re.search(r"by (\d+)T", expect).group(1))
        after = (day.replace(day=1) + 31 * DAY).replace(day=1)
        return day.day == min(asked, (after - DAY).day)
    return True


def same(cell, value, is_percent):
    """Whether a cell has the value: a number where it is exact, else the words it prints."""
    number = re.fullmatch(r"-?\d+(\.\d+)?", cell)
    if value is None:
        return number is None
    value, exactness = value
    if exactness != quantities.EXACT:
        return number is None and cell != ""
    return number is not None and Fraction(cell) == quantities.round_half_away(value * 100 if is_percent else value, 6)
