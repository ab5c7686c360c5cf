"""Sentences for an editor, made from the evidence and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from daylight.model import DifferenceKind, Report

LONGEST_LABEL = 40
LONGEST_WORDS = 90

_LEADS: dict[DifferenceKind, str] = {
    "reworded-in-quotes": "Wording differs inside quotation marks",
    "number": "The figures differ",
    "superseded": "A later report gives another figure",
    "date-or-place": "Time or place differs",
    "name": "The names differ",
    "role": "The office differs",
    "polarity": "What one affirms the other denies",
    "strength": "The claim is made more or less firmly",
    "content": "Another part of the claim differs",
}

_LACKING: dict[DifferenceKind, tuple[str, str]] = {
    "strength": ("tells it without", "tell it without"),
    "polarity": ("affirms it", "affirm it"),
    "content": ("tells it without", "tell it without"),
}

LEADS_BY_RULE: dict[tuple[DifferenceKind, str], str] = {
    ("reworded-in-quotes", "contractions"): "Only contractions differ inside the quotation marks",
    ("reworded-in-quotes", "row"): "The quotation marks hold other words",
    ("content", "row"): "The quotation marks hold other words",
    ("content", "condition"): "One side sets a condition",
    ("superseded", "denied"): "A later report says otherwise",
}
"""Instead of the lead of the kind, for findings of one rule."""


@dataclass(frozen=True, slots=True)
class Group:
    """Reports that print the same words. ``words`` is "" where they lack what the others print."""

    labels: tuple[str, ...]
    words: str


def labels(reports: Iterable[Report]) -> dict[str, str]:
    """A short name for each report, unlike the others: its outlet, its title, or the name of its file."""
    kept = list(reports)
    outlets = [report.outlet for report in kept]
    names = {}
    for report in kept:
        outlet = report.outlet if report.outlet and outlets.count(report.outlet) == 1 else None
        path = report.source.path
        names[report.id] = outlet or (shorten(PurePath(path).stem, LONGEST_LABEL) if path else _titled(report))
    taken = list(names.values())
    return {key: name if taken.count(name) == 1 else f"{name} ({key[:12]})" for key, name in names.items()}


def _titled(report: Report) -> str:
    return f"“{shorten(report.title, LONGEST_LABEL)}”" if report.title else report.id[:12]


def shorten(text: str, longest: int = LONGEST_WORDS) -> str:
    """One line of at most ``longest`` code points, cut between words."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def differing(kind: DifferenceKind, groups: Sequence[Group], lead: str = "") -> str:
    """“The figures differ: A prints “12”; B and C print “14”.”"""
    return f"{lead or _LEADS[kind]}: {'; '.join(_side(group, kind) for group in groups)}."


def _side(group: Group, kind: DifferenceKind) -> str:
    many = len(group.labels) > 1
    if not group.words:
        one, several = _LACKING.get(kind, ("has nothing there", "have nothing there"))
        return f"{listed(group.labels)} {several if many else one}"
    return f"{listed(group.labels)} {'print' if many else 'prints'} “{shorten(group.words)}”"


def misspelt(printed: Sequence[tuple[Sequence[str], Sequence[str]]], name: str) -> str:
    """“A prints “Quil” and “Kwill”; B and C print “Qill” for “Quill”.” ``printed`` holds reports and their spellings."""
    sides = (f"{listed(names)} {'print' if len(names) > 1 else 'prints'} {_marked(texts)}" for names, texts in printed)
    return f"{'; '.join(sides)} for “{name}”."


def _marked(texts: Sequence[str]) -> str:
    """“X”, “Y” and “Z”."""
    marked = [f"“{shorten(text, LONGEST_LABEL)}”" for text in texts]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"


def listed(names: Sequence[str]) -> str:
    """“A”, “A and B”, “A, B and C”; from five names on only how many."""
    if len(names) > 4:
        return f"{len(names)} reports"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def trimmed(longer: Sequence[str], shorter: Sequence[str], cut: str, left_out: str = "") -> str:
    """Who prints part of whose quotation, what it leaves out if that is short, and before which clause it stops."""
    many = len(shorter) > 1
    part = (
        f"{listed(shorter)} {'print' if many else 'prints'} only part of the words that {listed(longer)} {_quotes(longer)}"
    )
    if cut:
        return f"{part}, and {'stop' if many else 'stops'} before “{shorten(cut)} …”."
    if 0 < len(left_out) <= LONGEST_WORDS:
        return f"{part}: {'they leave' if many else 'it leaves'} out “{left_out}”."
    return f"{part}."


def scrap(longer: Sequence[str], shorter: Sequence[str], kept: str) -> str:
    """Who prints a word or two of whose quotation."""
    prints = "print" if len(shorter) > 1 else "prints"
    return f"{listed(shorter)} {prints} only “{kept}” of the words that {listed(longer)} {_quotes(longer)}."


def _quotes(names: Sequence[str]) -> str:
    return "quote" if len(names) > 1 else "quotes"


def paraphrased(quoting: Sequence[str], telling: Sequence[str], scrap: str = "") -> str:
    """Who quotes and who paraphrases; ``scrap`` is a word or two that these put in quotation marks."""
    tell = "tell" if len(telling) > 1 else "tells"
    own = "their own words" if len(telling) > 1 else "its own words"
    marked = f", with only “{scrap}” in quotation marks" if scrap else ""
    return f"{listed(quoting)} {_quotes(quoting)} the speaker; {listed(telling)} {tell} it in {own}{marked}."


def typographic(names: Sequence[str]) -> str:
    """Which reports differ in marks and house style only."""
    return f"The same words in {listed(names)}; only marks, spelling or house style differ."


def stitched(report: str, other: str, left_out: str) -> str:
    """Who runs two sentences together, and what another report has between them."""
    return f"{report} prints as one quotation what {other} parts by “{shorten(left_out)}”."


def credited(groups: Sequence[Group]) -> str:
    """Who is named as the speaker where."""
    sides = (f"{listed(g.labels)} {'name' if len(g.labels) > 1 else 'names'} {g.words}" for g in groups)
    return f"The same statement is given to different speakers: {'; '.join(sides)}."


def only_in(label: str) -> str:
    """A single report carries it; absent is never denied."""
    return f"Only {label} carries this; it was not found in the other reports."
