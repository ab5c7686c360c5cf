"""Figures that count the same thing and differ.

Only counts are compared: a figure needs a unit (percent, a currency) or a counted noun that both texts share. Years, dates,
times of day and ordinals are no counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

from daylight.compare import tallies
from daylight.compare.findings import MOST, Finding
from daylight.compare.folding import Unit, lemma, units
from daylight.lexicon import load
from daylight.model import Span
from daylight.words import is_content

REACH = 3
"""How many content words after a figure may name what it counts."""

ROUNDING = 0.1
"""How far, relatively, "about" reaches."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count: anything from ``low`` to ``high`` of what ``things`` names (lemmas), in ``unit`` ("" for plain counts).

    ``tally`` names what is counted up as an event goes on ("dead"), "" for anything else, and ``whom`` those whom it counts,
    "" for people in general.
    """

    low: float
    high: float
    unit: str
    things: frozenset[str]
    span: Span
    figure: float
    tally: str = ""
    whom: str = ""


def quantities(text: str) -> list[Quantity]:
    """The counts of a text, in order."""
    words = units(text)
    found, i = [], 0
    while i < len(words):
        if _counts(words, i, text):
            length, quantity = _quantity(words, i, text)
            if quantity.unit or quantity.things or quantity.tally:
                found.append(quantity)
            i += length
            continue
        nobody = _nobody(words, i, text)
        found += [nobody] if nobody else []
        i += 1
    return found


def compare_numbers(a: str, b: str) -> list[Finding]:
    """Counts of the same thing whose values exclude each other.

    Only where each text gives one count of it, and neither figure stands anywhere in the other: a text with two prices a
    gallon compares them itself.
    """
    left, right = quantities(a)[:MOST], quantities(b)[:MOST]
    found = []
    for x in left:
        rivals = [y for y in right if _same_thing(x, y)]
        if len(rivals) != 1 or len([z for z in left if _same_thing(z, rivals[0])]) != 1:
            continue
        (y,) = rivals
        if x.tally and x.figure != y.figure and _agree(x, y):
            found.append(Finding("superseded", "numbers", x.span, y.span, 0.8, _moving(x, y)))
        if not any(_agree(x, z) for z in right) and not any(_agree(z, y) for z in left):
            found.append(Finding("number", "numbers", x.span, y.span, 0.85, _moving(x, y)))
    return found


def _counts(words: list[Unit], i: int, text: str) -> bool:
    """Whether the figure at ``i`` is a count."""
    unit, lists = words[i], load("numbers")
    if unit.number is None:
        return False
    before = words[i - 1].key if i else ""
    after = words[i + 1].key if i + 1 < len(words) else ""
    if after in {"a", "p"} and i + 2 < len(words) and words[i + 2].key == "m":
        after += "m"
    figure = text[unit.span.start : unit.span.end]
    if figure.casefold() == "one" or before in lists["months"] or after in lists["months"] or after in lists["clock"]:
        return False
    year = unit.number.is_integer() and 1500 <= unit.number < 2100 and len(figure) == 4
    return not (year and (before in lists["calendar"] or not is_content(after)))


def _quantity(words: list[Unit], i: int, text: str) -> tuple[int, Quantity]:
    """The count that begins at ``i`` and how many units it takes."""
    lists = load("numbers")
    low = high = figure = words[i].number or 0.0
    end = i + 1
    if i + 2 < len(words) and words[i + 1].key in lists["range_marks"] and words[i + 2].number is not None:
        between = words[i + 1].key != "and" or (i > 0 and words[i - 1].key == "between")
        if between and (words[i + 2].number or 0) > low:
            high, end = words[i + 2].number or high, i + 3
    before = {unit.key for unit in words[max(0, i - 2) : i]}
    if before & set(lists["about"]):
        low, high = low * (1 - ROUNDING), high * (1 + ROUNDING)
    if before & set(lists["at_least"]):
        high = float("inf")
    elif before & set(lists["at_most"]):
        low = float("-inf")
    unit, things = _named(words, end, text)
    span = Span(words[i].span.start, words[end - 1].span.end)
    return end - i, Quantity(low, high, unit, things, span, figure, *tallies.named(words, i, end, text))


def _named(words: list[Unit], start: int, text: str) -> tuple[str, frozenset[str]]:
    """The unit and the counted nouns after a figure, up to the end of the clause."""
    lists = load("numbers")
    things: list[str] = []
    unit, last = "", words[start - 1].span.end
    for word in words[start : start + REACH + 4]:
        if (
            any(mark in text[last : word.span.start] for mark in ".;!?:,—–(")
            or word.number is not None
            or len(things) == REACH
        ):
            break
        last = max(last, word.span.end)
        if word.key == "ago":  # "$4.92 a month ago" counts no months
            return unit, frozenset()
        if not things and not unit and word.key in {"percent", *lists["currencies"]}:
            unit = word.key
        elif is_content(word.key) and word.key not in lists["no_things"]:
            things.append(lemma(word.key))
    return unit, frozenset(things)


def _nobody(words: list[Unit], i: int, text: str) -> Quantity | None:
    """The count of a tally that stands at none: "nobody is missing"."""
    if words[i].key not in load("tallies")["none"]["words"]:
        return None
    end = i + 2 if i + 1 < len(words) and words[i + 1].number == 1 else i + 1
    unit, things = _named(words, end, text)
    tally, whom = tallies.named(words, i, end, text)
    return Quantity(0, 0, unit, things, words[i].span, 0, tally, whom) if tally else None


def _same_thing(x: Quantity, y: Quantity) -> bool:
    if x.tally or y.tally:
        return (x.tally, x.whom, x.unit) == (y.tally, y.whom, y.unit)
    return x.unit == y.unit and bool(x.things & y.things or (x.unit and not (x.things and y.things)))


def _agree(x: Quantity, y: Quantity) -> bool:
    """Whether the two may both be right: ranges that meet, or one figure is the other rounded."""
    return (x.low <= y.high and y.low <= x.high) or _rounds_to(x.figure, y.figure) or _rounds_to(y.figure, x.figure)


def _rounds_to(fine: float, coarse: float) -> bool:
    """Whether ``coarse`` is ``fine`` rounded to two or fewer significant digits."""
    if fine <= 0 or coarse <= 0 or fine < 100:
        return False
    step = 10 ** (floor(log10(fine)) - 1)
    return any(round(fine / s) * s == coarse and coarse % s == 0 for s in (step, step * 10))


def _moving(x: Quantity, y: Quantity) -> str:
    """How the count moves from one text to the other; the caller knows which report is the later one."""
    if not x.tally:
        return ""
    if not tallies.grows(x.tally):
        return "moves"
    return "rises" if y.figure > x.figure else "falls"
