"""Numbers and dates as sources write them, and as SEMANTICS has them printed. Exact: fractions, never floats."""

import datetime
import re
import unicodedata
from fractions import Fraction

EXACT, ABOUT, MORE = "exact", "about", "morethan"

# 约400, 近200, 7.3万左右 are about; 6000多, 1万余, 超过50 are more than.
ABOUT_BEFORE = ("大约", "约", "近", "将近")
ABOUT_AFTER = ("左右", "上下")
MORE_BEFORE = ("超过", "逾")
MORE_AFTER = ("多", "余", "以上")
PLAIN = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d+(?:\.\d+)?")
WORDS = {"百": 100, "千": 1000, "万": 10000}


def tidy(text):
    """NFKC without white space: how headings and cells are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def combine(left, right):
    """Rule 15 for sums: about with anything is about; more than with exact or more than is more than."""
    if ABOUT in (left, right):
        return ABOUT
    return MORE if MORE in (left, right) else EXACT


def amount(text, approximate):
    """(value, exactness, as written) of a cell, or None when it cannot be read."""
    written = tidy(text)
    rest, exactness = written, EXACT
    for words, kind in ((ABOUT_BEFORE, ABOUT), (MORE_BEFORE, MORE)):
        for word in words:
            if rest.startswith(word):
                rest, exactness = rest[len(word):], kind
                break
    for words, kind in ((ABOUT_AFTER, ABOUT), (MORE_AFTER, MORE)):
        for word in words:
            if rest.endswith(word):
                rest, exactness = rest[: -len(word)], combine(exactness, kind)
                break
    factor = 1
    # 5万余 has lost its 余 by now; 2万多 its 多.
    while rest and rest[-1] in WORDS:
        factor *= WORDS[rest[-1]]
        rest = rest[:-1]
    if rest == "" and factor > 1:
        value = Fraction(factor)
    elif PLAIN.fullmatch(rest):
        value = Fraction(rest.replace(",", "")) * factor
    else:
        return None
    if exactness != EXACT and not approximate:
        return None
    return value, exactness, written if exactness != EXACT else None


def percent(text):
    written = tidy(text)
    if written.endswith("%"):
        read = amount(written[:-1], False)
        return read and (read[0] / 100, EXACT, None)
    return amount(written, False)


DATE = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?(?:\D.*)?|(\d{4})(\d\d)(\d\d)")


def date(text):
    found = DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        return None
    parts = [int(part) for part in found.groups() if part is not None]
    try:
        return datetime.date(*parts)
    except ValueError:
        return None


CLOCK = re.compile(r"(\d{1,2})(?::|时)(\d{1,2})?(?::|分)?(\d{1,2})?")


def moment(text):
    """A day with its time, midnight where none is written; 24时 is the last moment of its own day."""
    day = date(text)
    if day is None:
        return None
    rest = unicodedata.normalize("NFKC", text).strip()
    found = CLOCK.search(rest, 8)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    if hours == 24:
        return datetime.datetime.combine(day, datetime.time.max)
    return datetime.datetime.combine(day, datetime.time(hours, minutes, seconds))


def round_half_away(value, places):
    scaled = abs(value) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    return (-1 if value < 0 else 1) * Fraction(whole, 10**places)


def decimal(value, places):
    rounded = round_half_away(value, places)
    sign = "-" if rounded < 0 else ""
    digits = str(int(abs(rounded) * 10**places)).rjust(places + 1, "0")
    return sign + (digits if places == 0 else digits[:-places] + "." + digits[-places:])


def printed_percent(value, decimals):
    """Rule 2: 100% and 0% only when exact; 99.96% prints 99.9%, 0.04% prints <0.1%."""
    if value in (0, 1):
        return f"{value * 100}%"
    step = Fraction(1, 10**decimals)
    shown = round_half_away(value * 100, decimals)
    if 0 < value < 1 and shown >= 100:
        return decimal(100 - step, decimals) + "%"
    if 0 < value and shown == 0:
        return "<" + decimal(step, decimals) + "%"
    return decimal(shown, decimals) + "%"


def number_in(text):
    """The first number of a printed figure, without thousands separators; '<0.1' keeps its sign of less."""
    found = re.search(r"<?[-−]?\d[\d,]*(?:\.\d+)?", unicodedata.normalize("NFKC", text))
    return found.group().replace(",", "").replace("−", "-") if found else None
