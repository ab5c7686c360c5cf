"""The figures of a story: every count that a report prints, those of the same thing together.

A listing, no finding: two figures that stand together may both be right (a level now, a level in spring). Where they exclude
each other, a difference says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from daylight.compare.folding import Unit, lemma, units
from daylight.compare.numbers import Quantity, quantities
from daylight.lexicon import load
from daylight.model import STORY_ROLES, Annotated, Attribution, Count, Figure, Report, Span, Story
from daylight.offsets import digest

SMALLEST = 10
"""Plain counts below this in words ("two ministers") are listed only where another report counts the same thing."""

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_OF = re.compile(r"\s+of\s+")
_SIGNS = "$€£"
_CLAUSE = ".;!?:,—–("


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what it was read as; ``head`` is the first word of what it counts, as a lemma, "" for none."""

    figure: Figure
    quantity: Quantity
    head: str


def find_figures(story: Story) -> tuple[Count, ...]:
    """What is counted, in the order in which the story first counts it; the figures in the order of the reports."""
    said = _said(story.attributions)
    groups: dict[tuple[str | float, ...], list[Counted]] = {}
    for report in story.reports:
        for counted in _figures(report, said.get(report.report.id, [])):
            groups.setdefault(_thing(counted), []).append(counted)
    texts = {report.report.id: report.report for report in story.reports}
    worth = (group for group in groups.values() if _tells(group, texts[group[0].figure.report]))
    return tuple(_count(counted.figure for counted in group) for group in worth)


def _said(attributions: Iterable[Attribution]) -> dict[str, list[tuple[Span, str]]]:
    """The contents of each report, the shorter first: the nearest source of a figure is the innermost."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for one in attributions:
        found.setdefault(one.report, []).extend((span, one.id) for span in one.content)
    return {report: sorted(spans, key=lambda x: x[0].end - x[0].start) for report, spans in found.items()}


def _figures(report: Annotated, said: list[tuple[Span, str]]) -> Iterator[Counted]:
    for sentence in report.sentences:
        if report.report.blocks[sentence.block].role not in STORY_ROLES:
            continue
        text, start = report.report.slice(sentence.span), sentence.span.start
        for quantity in quantities(text):
            if _YEAR.fullmatch(text, *quantity.span):
                continue
            here = _moved(_printed(text, quantity.span), start)
            name = _noun(report, quantity, _naming(text, quantity), start)
            unit, counted = (quantity.unit, name) if quantity.unit else _measured(report.report, name)
            source = next((key for content, key in said if content.covers(here)), None)
            figure = Figure(report.report.id, here, quantity.figure, unit, counted, source)
            yield Counted(figure, quantity, _head(report.report, name))


def _head(report: Report, name: Span | None) -> str:
    return next((lemma(unit.key) for unit in units(report.slice(name))), "") if name else ""


def _measured(report: Report, name: Span | None) -> tuple[str, Span | None]:
    """The unit of measure that ``name`` begins with, "" for none, and what is measured: "hectare" and "potatoes"."""
    lists, measure = load("numbers"), []
    for unit in units(report.slice(name)) if name else ():
        word = lemma(unit.key)
        if word in lists["measure_qualifiers"]:
            measure.append(word)
        elif word in lists["measures"] or word in lists["durations"]:
            measure.append(word)
            of = _OF.match(report.text, name.start + unit.span.end, name.end) if name else None
            return " ".join(measure), Span(of.end(), name.end) if of and name else None
        else:
            break
    return "", name


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _noun(report: Annotated, quantity: Quantity, name: Span | None, start: int) -> Span | None:
    """``name`` in the report's text, ended before a verb ("ministers met") unless a tally is counted ("people died")."""
    if name is None or quantity.tally:
        return _moved(name, start) if name else None
    tokens = [report.tokens[i] for i in report.tokens_in(_moved(name, start))]
    verb = next((i for i, token in enumerate(tokens) if i and token.pos in {"VERB", "AUX"}), len(tokens))
    return Span(tokens[0].span.start, tokens[verb - 1].span.end) if tokens else None


def _printed(text: str, span: Span) -> Span:
    """The figure with the sign of a currency before it."""
    signed = span.start > 0 and text[span.start - 1] in _SIGNS
    return Span(span.start - 1, span.end) if signed else span


def _naming(text: str, quantity: Quantity) -> Span | None:
    """The words after a figure that say what it counts ("hectares of seed potatoes"), None where a unit alone follows.

    They end at the first word that only joins, unless it is "of" or leads on to a tally ("people are known to have died").
    """
    found: list[Span] = []
    for unit in _clause(text, quantity.span.end):
        if lemma(unit.key) in quantity.things or _tally(unit, quantity.tally):
            found.append(unit.span)
            if _tally(unit, quantity.tally):
                break
        elif unit.key not in _JOINING[bool(found)] and not quantity.tally and unit.key != quantity.unit:
            break
    return Span(found[0].start, found[-1].end) if found else None


_JOINING = (frozenset({"a", "an", "per", "of", "the", "more", "other"}), frozenset({"of", "the"}))
"""Words that may stand before, and between, the words that say what is counted."""


def _clause(text: str, start: int) -> Iterator[Unit]:
    """The words from ``start`` to the end of the clause, or to the next figure."""
    last = start
    for unit in units(text):
        if unit.span.start < start:
            continue
        if any(mark in text[last : unit.span.start] for mark in _CLAUSE) or unit.number is not None:
            return
        last = max(last, unit.span.end)
        yield unit


def _tally(unit: Unit, name: str) -> bool:
    return bool(name) and (_tallies().get(unit.key) or _tallies().get(lemma(unit.key))) == name


@cache
def _tallies() -> dict[str, str]:
    return {word: one["name"] for one in load("tallies")["tally"] for word in one["words"]}


def _thing(counted: Counted) -> tuple[str | float, ...]:
    """What a figure counts, so far as its words tell: figures with equal keys count one thing.

    A bare unit, and a length of time ("five years"), measures anything: such figures go together only where they are equal.
    """
    quantity, head = counted.quantity, counted.head
    if quantity.tally:
        return quantity.tally, quantity.whom, quantity.unit
    measures_anything = not head or head in load("numbers")["durations"]
    return quantity.unit, head, quantity.figure if measures_anything else ""


def _tells(group: list[Counted], report: Report) -> bool:
    """Whether it is a count that a reader would look up: "two ministers" in one report is none."""
    first = group[0]
    small = first.quantity.figure < SMALLEST and not any(char.isdigit() for char in report.slice(first.figure.span))
    known = bool(first.quantity.unit or first.quantity.tally)
    return known or not small or len({counted.figure.report for counted in group}) > 1


def _count(figures: Iterable[Figure]) -> Count:
    found = tuple(figures)
    return Count(digest("n", *(f"{f.report}:{f.span.start}-{f.span.end}" for f in found)), found)
