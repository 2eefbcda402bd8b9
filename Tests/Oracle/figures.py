"""Computes figures from content as SEMANTICS rules 1 to 15 say, one region and day at a time."""

import datetime
from fractions import Fraction

import quantities
from cases import Cases, Cohort
from reading import Trouble, days_of, fraction, listed, yes

VERBS = ("sum", "count", "count_distinct", "last", "max", "min", "mean", "rolling_mean")


class Figure:
    """`value` is None where there is none; `state` then says why."""

    def __init__(self, state, reported, expected, basis="units", carried=0):
        self.state, self.reported, self.expected = state, reported, expected
        self.basis, self.carried, self.is_unit = basis, carried, False
        self.numerator = self.denominator = self.value = self.written = None
        self.exactness, self.printed, self.why = quantities.EXACT, None, ""


class Leaf:
    """One verb over a dataset's rows, or over a base column of regions.csv (`dataset` is None)."""

    def __init__(self, content, declared, carry, absent, cohort=None, part=None):
        verb = next((v for v in VERBS if v in declared), None)
        if verb is None:
            raise Trouble(f"no verb this program knows in {declared}")
        name, _, field = declared[verb].partition(".")
        self.verb, self.carry, self.absent = verb, carry, absent
        self.dataset = None if name == "regions" else content.datasets[name]
        self.field = field or None
        self.where = declared.get("where", {}) or {}
        self.days = days_of(declared.get("days"))
        if self.dataset:
            for asked in [self.field, *self.where]:
                if asked and asked not in self.dataset.fields:
                    raise Trouble(f"{name} has no field {asked}")
        self.cohort = Cohort(cohort, self.dataset, lambda row, where: matches(row, where, self.dataset.region_field)) if cohort else None
        self.part = part
        if declared.get("by"):
            self.dataset = Cases(self.dataset, declared["by"])

    @property
    def people(self):
        return bool(self.dataset and self.field and self.dataset.fields[self.field].people)

    def matches(self, row):
        if self.cohort and not self.cohort.keeps(row, self.part):
            return False
        return matches(row, self.where, self.dataset.region_field)

    def matches_but_for_time(self, row):
        return matches(row, self.where, self.dataset.region_field) and not self.cohort.is_mature(row)

    def of_rows(self, rows):
        """(value, exactness, written) of one place's rows, None when not known; a set for count_distinct."""
        rows = [row for row in rows if self.matches(row)]
        if self.verb == "count":
            # Rule 8: no matching row of a unit that reported counts 0.
            return Fraction(sum(1 for r in rows if self.field is None or r[self.field] is not None)), quantities.EXACT, None
        if self.verb == "count_distinct":
            return {r[self.field] if not isinstance(r[self.field], tuple) else r[self.field][0]
                    for r in rows if r[self.field] is not None}
        if not rows:
            return (Fraction(0), quantities.EXACT, None) if self.absent or self.dataset.absent else None
        if self.verb == "last":
            rows = rows[-1:]
        cells = [row[self.field] for row in rows]
        # Rule 9: an explicit 未报 is not filled, so what it would enter is not known.
        if any(cell is None for cell in cells):
            return None
        return self.pool(cells)

    def pool(self, parts):
        """Up the tree: rule 11 for mean, max, min and count_distinct; everything else adds."""
        if self.verb == "count_distinct":
            return Fraction(len(set().union(*parts))), quantities.EXACT, None
        values = [part[0] for part in parts]
        exactness = quantities.EXACT
        for part in parts:
            exactness = quantities.combine(exactness, part[1])
        written = parts[0][2] if len(parts) == 1 else None
        if self.verb in ("max", "min"):
            return (max if self.verb == "max" else min)(values), exactness, written
        if self.verb == "mean":
            return sum(values, Fraction(0)) / len(values), exactness, written
        return sum(values, Fraction(0)), exactness, written


def holds(cell, number, text):
    for sign in ("<=", ">=", "!=", "<", ">"):
        if text.startswith(sign):
            other = text[len(sign):].strip()
            if number is None:
                return sign == "!=" and str(cell) != other
            bound = fraction(other)
            return {"<=": number <= bound, ">=": number >= bound, "!=": number != bound,
                    "<": number < bound, ">": number > bound}[sign]
    return number == fraction(text) if number is not None else str(cell) == text


def matches(row, where, region_field):
    for field, wanted in where.items():
        cell = row["place"].name if field == region_field else row[field]
        if cell is None:
            return False
        number = cell[0] if isinstance(cell, tuple) else None
        if not any(holds(cell, number, text) for text in listed(wanted)):
            return False
    return True


FORMULA = {*VERBS, "ratio", "difference", "cohort", "chapman", "where", "days", "by", "definition", "note"}


def in_force(declared, day):
    """What is declared for a day; a day of None is the present."""
    for before in declared.get("before", []):
        if day is not None and day <= datetime.date.fromisoformat(before["until"]):
            lasting = {key: value for key, value in declared.items() if key not in FORMULA}
            return {**lasting, **{key: value for key, value in before.items() if key != "until"}}
    return declared


def last_days(content, name):
    """The last days of an indicator's earlier definitions and of those that any of its formulas names, ascending."""
    declared = content.indicators[name]
    found = {datetime.date.fromisoformat(before["until"]) for before in declared.get("before", [])}
    for formula in [declared, *declared.get("before", [])]:
        for operand in formula.get("ratio", []) + formula.get("difference", []):
            if isinstance(operand, str):
                found.update(last_days(content, operand))
    return sorted(found)


class Changing:
    """An indicator whose definition changes: on each day the one in force."""

    def __init__(self, content, name, days):
        self.eras = [(day, Indicator(content, name, on=day)) for day in days]
        self.present = Indicator(content, name)

    def __getattr__(self, asked):
        return getattr(self.present, asked)

    def figure(self, region, day):
        return next((era for last, era in self.eras if day <= last), self.present).figure(region, day)

    def era(self, day):
        """Which of its definitions holds on a day, by number."""
        return sum(1 for last, _ in self.eras if day > last)


class Indicator:
    def __init__(self, content, name, outer=None, on=None):
        d = in_force(content.indicators[name], on)
        self.on = on
        self.content, self.name, self.yaml = content, name, d
        self.carry = days_of(d.get("carry")) or (outer.carry if outer else 0)
        self.absent = str(d.get("absent", "")) == "0"
        self.times = fraction(d.get("times", "1"))
        self.is_percent = d.get("as") == "percent"
        kind = next((k for k in ("ratio", "difference", "chapman") if k in d), None)
        self.kind = "ratio" if "cohort" in d else kind or "measure"
        if kind == "chapman":
            self.parts = [self.operand(d[kind][part]) for part in ("first", "second", "both")]
            self.missed = d[kind].get("estimate", "missed") == "missed"
        elif "cohort" in d:
            cohort = d["cohort"]
            counted = {"count": cohort["dataset"], "by": cohort.get("start") or cohort["due"], "where": d.get("where", {})}
            self.parts = [Leaf(content, counted, 0, False, cohort, part) for part in ("done", "mature")]
        else:
            self.parts = [self.operand(o) for o in d[kind]] if kind else [Leaf(content, d, self.carry, self.absent)]
        decimals_by_default = 1 if self.kind == "ratio" or (self.kind == "measure" and self.parts[0].verb in ("mean", "rolling_mean")) else 0
        self.decimals = int(d.get("decimals", decimals_by_default))
        self.people = yes(d.get("people", "false")) or any(leaf.people for leaf in self.leaves())
        self.cache = {}

    def operand(self, declared):
        if isinstance(declared, str):
            return Indicator(self.content, declared, self, self.on)
        return Leaf(self.content, declared, self.carry, self.absent)

    def leaves(self):
        for part in self.parts:
            yield from part.leaves() if isinstance(part, Indicator) else [part]

    # What a formula makes of its leaves' values: (value, exactness, written, numerator, denominator).
    # Value None with a denominator of 0 is "not applicable".
    def apply(self, values):
        made = [part.apply(values)[:3] if isinstance(part, Indicator) else values[part] for part in self.parts]
        if any(m is None or m[0] is None for m in made):
            return None, quantities.EXACT, None, None, None
        if self.kind == "measure":
            value, exactness, written = made[0]
            shown = written if self.times == 1 else None
            return value * self.times, exactness, shown, value * self.times, None
        if self.kind == "chapman":
            first, second, both = (part[0] for part in made)
            if both > min(first, second):
                return None, quantities.EXACT, None, None, None
            known = first if self.missed else 0
            value = (first + 1) * (second + 1) / (both + 1) - 1
            return (value - known) * self.times, quantities.ABOUT, None, (value - known) * self.times, None
        (a, sure_a, _), (b, sure_b, _) = made
        exactness = quantities.EXACT if sure_a == sure_b == quantities.EXACT else quantities.ABOUT
        if self.kind == "difference":
            return (a - b) * self.times, exactness, None, (a - b) * self.times, None
        return (a / b * self.times if b else None), exactness, None, a, b

    def at_least(self):
        if self.yaml.get("reporting"):
            return fraction(self.yaml["reporting"]["at_least"])
        return max(d.at_least for d in self.datasets()) if self.datasets() else self.content.site.at_least

    def datasets(self):
        return list(dict.fromkeys(leaf.dataset for leaf in self.leaves() if leaf.dataset))

    def figure(self, region, day):
        """None where the indicator has no figure at all: outside its tree, or on a day nobody reported."""
        here = (region, day)
        if here not in self.cache:
            figure = self.cache[here] = self.compute(region, day)
            if figure and figure.state == "not_applicable" and self.waits(region, day):
                figure.printed = None  # not yet due, in the site's own word
        return self.cache[here]

    def waits(self, region, day):
        """Whether cases of the day are not mature yet."""
        units = list(region.subtree())
        return any(leaf.matches_but_for_time(row) for leaf in self.leaves() if leaf.cohort
                   for unit in units for row in leaf.dataset.on(unit, day) or [])

    def compute(self, region, day):
        datasets = self.datasets()
        if not region.valid(day):
            return None
        if not datasets:
            values = {leaf: region.base_value(leaf.field, day) for leaf in self.leaves()}
            return None if None in values.values() else self.finish(values, Figure("value", 0, 0), [])
        if not all(d.has_figures(day) for d in datasets):
            return None
        if any(not d.rolls_up for d in datasets):
            return self.own_place_only(region, day)
        levels = {d.level for d in datasets}
        if len(levels) > 1:
            raise Trouble(f"{self.name}: its datasets report at different levels")
        level = levels.pop()
        inside = all(region is d.within or d.within in list(above(region)) for d in datasets)
        if not inside or region.level > level:
            return None
        return self.rolled_up(region, day, level)

    def own_place_only(self, region, day):
        values = {}
        for leaf in self.leaves():
            rows = leaf.dataset.on(region, day) if leaf.dataset else None
            values[leaf] = (leaf.of_rows(rows) if rows else None) if leaf.dataset else region.base_value(leaf.field, day)
            if values[leaf] is None:
                return None
            if isinstance(values[leaf], set):
                values[leaf] = leaf.pool([values[leaf]])
        return self.finish(values, Figure("value", 0, 0, "own"), [region])

    def at(self, place, day, own):
        """(values by leaf or None, sent every dataset, carried) of one unit, or of a region's own report."""
        values, carried, sent = {}, False, True
        for leaf in self.leaves():
            if leaf.dataset is None:
                values[leaf] = place.base_value(leaf.field, day)
                continue
            rows, old = leaf.dataset.report(place, day, 0 if own else leaf.carry)
            carried |= old
            if rows is None:
                sent = False
                values[leaf] = None
            elif leaf.verb == "rolling_mean":
                continue
            else:
                values[leaf] = leaf.of_rows(rows)
        return (None if not sent or None in values.values() else values), sent, carried

    def rolled_up(self, region, day, level):
        units = [u for u in region.subtree() if u.level == level and u.valid(day)]
        if not units:
            # A region without units that reports for itself: its own total, which stands in for what is not below it.
            values, _, _ = self.at(region, day, own=True)
            figure = Figure("value", 0, 0) if self.yaml.get("basis") == "units" else Figure("value", 1, 1, "own")
            return self.finish(pooled(values, [values]), figure, [region]) if values else None
        states = {u.code: self.at(u, day, own=False) for u in units}
        reported = sum(1 for s in states.values() if s[1])
        figure = Figure("value", reported, len(units), carried=sum(1 for s in states.values() if s[1] and s[2]))
        figure.is_unit = region.level == level
        rolling = any(leaf.verb == "rolling_mean" for leaf in self.leaves())
        if region.level < level and not rolling and self.yaml.get("basis") != "units":
            values, _, _ = self.at(region, day, own=True)
            if values:
                figure.basis = "own"
                return self.finish(pooled(values, [values]), figure, [region])
        parts, used = [], []
        for place in self.atoms(region, day, level, states):
            values = states[place.code][0] if place.code in states else self.at(place, day, own=True)[0]
            if values is not None:
                parts.append(values)
                used.append(place)
        if not parts:
            figure.state = "not_reported"
            figure.why = f"{reported} of {len(units)} units reported, none with every value known"
            return figure
        values = pooled({leaf for leaf in self.leaves() if leaf.verb != "rolling_mean"}, parts)
        for leaf in self.leaves():
            if leaf.verb == "rolling_mean":
                values[leaf] = self.rolling(leaf, region, day)
        return self.finish(values, figure, used)

    def atoms(self, region, day, level, states):
        """Rule 5: units; where nothing below a region reported, its own total stands in for it."""
        if region.level == level:
            return [region] if region.valid(day) else []
        if not any(states[u.code][1] for u in region.subtree() if u.code in states):
            if self.at(region, day, own=True)[0]:
                return [region]
        return [atom for child in region.children for atom in self.atoms(child, day, level, states)]

    def rolling(self, leaf, region, day):
        """Rule 10: the mean of the daily figures of the last N calendar days that exist and meet the threshold."""
        daily = self.content.daily(leaf)
        found = []
        for back in range(leaf.days):
            then = day - datetime.timedelta(back)
            figures = [daily.figure(place, then) for place in region.origins(then)]
            if not figures or any(figure is None or figure.value is None for figure in figures):
                continue
            figure = figures[0]
            if len(figures) > 1:  # those that were merged, all of them known
                found.append((sum(f.value for f in figures), quantities.EXACT, None))
                continue
            enough = figure.expected <= 1 and region.level == leaf.dataset.level \
                or Fraction(figure.reported, figure.expected) >= self.at_least()
            if enough or figure.basis == "own":
                found.append((figure.value, figure.exactness, None))
        if len(found) * 2 < leaf.days:
            return None
        exactness = quantities.EXACT
        for part in found:
            exactness = quantities.combine(exactness, part[1])
        return sum((part[0] for part in found), Fraction(0)) / len(found), exactness, None

    def finish(self, values, figure, used):
        value, exactness, written, figure.numerator, figure.denominator = self.apply(values)
        figure.exactness, figure.written, figure.value = exactness, written, value
        figure.why = f"over {len(used)} of {figure.expected} units" if figure.basis == "units" else "own total"
        if value is None:
            if figure.denominator == 0:
                figure.state = "not_applicable"
                figure.printed = self.yaml.get("zero_den")
            else:
                figure.state = "not_reported"
                figure.why += ", a value is not known"
            return figure
        # Rule 4: carried units are counted apart, they have not sent the day's dataset. A unit itself is 沿用, not provisional.
        # Rule 5: what a region reported itself does not wait for its units.
        if figure.basis == "units" and figure.reported - (0 if figure.is_unit else figure.carried) < figure.expected:
            figure.state = "provisional"
        elif value == 0:
            figure.state = "zero"
        if self.is_percent:
            figure.printed = quantities.printed_percent(value, self.decimals)
        else:
            figure.printed = written or quantities.decimal(value, self.decimals)
        if exactness != quantities.EXACT and not written:
            figure.printed = ("约" if exactness == quantities.ABOUT else "超过") + figure.printed
        return figure


def pooled(leaves, parts):
    return {leaf: leaf.pool([part[leaf] for part in parts]) for leaf in leaves}


def above(region):
    while region.parent:
        region = region.parent
        yield region


def indicators(content):
    """All of the site's indicators, and on `content` the daily sums that rolling means stand on."""
    dailies = {}

    def daily(leaf):
        # One plain sum for each rolling mean; two leaves that ask the same share it.
        where = sorted((k, tuple(listed(v))) for k, v in leaf.where.items())
        key = (leaf.dataset.name, leaf.field, tuple(where), leaf.carry, leaf.absent)
        if key not in dailies:
            name = f"daily {key}"
            content.indicators[name] = {"sum": f"{leaf.dataset.name}.{leaf.field}", "where": leaf.where,
                                        "carry": str(leaf.carry), "absent": "0" if leaf.absent else ""}
            dailies[key] = Indicator(content, name)
            del content.indicators[name]
        return dailies[key]

    content.daily = daily
    changes = {name: last_days(content, name) for name in content.indicators}
    return {name: Changing(content, name, changes[name]) if changes[name] else Indicator(content, name)
            for name in sorted(content.indicators)}
