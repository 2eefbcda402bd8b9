"""Rows that count for the days of another date field (`by`), and cohorts of them (rule 12)."""

import datetime
import re

from reading import Trouble

SPAN = re.compile(r"(\d+)\s*(m|h|d|分钟|小时|天)")


def span(text):
    found = SPAN.fullmatch(str(text).strip())
    if not found:
        raise Trouble(f"no span of time: {text!r}")
    unit = {"m": "minutes", "分钟": "minutes", "h": "hours", "小时": "hours", "d": "days", "天": "days"}[found[2]]
    return datetime.timedelta(**{unit: int(found[1])})


class Cases:
    """A dataset seen by another date: a row is a case, and a unit without one that day has none."""

    def __init__(self, dataset, field):
        self.source, self.by = dataset, field
        self.name, self.fields, self.region_field = dataset.name, dataset.fields, dataset.region_field
        self.level, self.within, self.rolls_up = dataset.level, dataset.within, dataset.rolls_up
        self.at_least, self.absent, self.dated = dataset.at_least, dataset.absent, True
        self.rows = {}
        days = set(dataset.days)
        for row in dataset.rows:
            day = self.day(row)
            if day:
                days.add(day)
                self.rows.setdefault((row["place"].code, day), []).append(row)
        days = {day for day in days if day <= dataset.as_of}
        self.first, self.last = min(days, default=None), max(days, default=None)
        self.units = {row["place"].code for row in dataset.rows}

    def day(self, row):
        value = row[self.by]
        return self.source.reporting_day(value) if isinstance(value, datetime.datetime) else value

    def has_figures(self, day):
        return self.first is not None and self.first <= day <= self.last

    def on(self, place, day):
        """The cases of a unit; what stands at a place above the units is no total of that place's own."""
        if place.level != self.level or not self.has_figures(day) or not place.valid(day):
            return None
        return self.rows.get((place.code, day), []) if self.absent or place.code in self.units else None

    def report(self, place, day, carry):
        return self.on(place, day), False


class Cohort:
    """Which rows are mature as of the reporting day's end, and which of them succeeded."""

    def __init__(self, declared, dataset, matches):
        self.dataset, self.matches = dataset, matches
        self.start, self.end = declared.get("start") or declared["due"], declared.get("end")
        self.within = span(declared["within"]) if "within" in declared else None
        mature = declared.get("mature_after", declared.get("within"))
        self.mature_after = span(mature) if mature else datetime.timedelta(0)
        self.where = declared.get("where", {}) or {}

    def last_moment(self):
        """The end of the reporting day: its cut-off."""
        hours, minutes = map(int, self.dataset.yaml.get("cut_off", "24:00").split(":"))
        return datetime.datetime.combine(self.dataset.as_of, datetime.time()) \
            + datetime.timedelta(hours=hours, minutes=minutes)

    def is_mature(self, row):
        start = row[self.start]
        if isinstance(start, datetime.datetime):
            return start + self.mature_after <= self.last_moment()
        return start is not None and start + self.mature_after <= self.dataset.as_of

    def succeeded(self, row):
        if self.end is None:
            return self.matches(row, self.where)
        start, end = row[self.start], row[self.end]
        if end is None:
            return False
        known = end <= self.last_moment() if isinstance(end, datetime.datetime) else end <= self.dataset.as_of
        return known and datetime.timedelta(0) <= end - start <= self.within

    def keeps(self, row, part):
        return self.is_mature(row) and (part == "mature" or self.succeeded(row))

