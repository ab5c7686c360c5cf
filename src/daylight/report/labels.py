"""What the views call things: ``lexicon/en/report.toml``, and the words for counts and certainty."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from daylight.lexicon import load
from daylight.model import Span
from daylight.report.visible import line

CERTAIN, LIKELY = 0.9, 0.7
"""Score from which a finding is called certain, and likely; below that it is possible.

Of what is called certain 99 % is right in 159 pairs of quotations, 94 % in 436 of summaries and 89 % of 73 differences that
were read; of the likely 86 % of 21, 66 % of 111 and 75 % of 12 (``eval.quotes``, ``eval.statements``, ``eval.accepted``).
"""

CERTAINTIES = ("certain", "likely", "possible")


def label(topic: str, key: str, other: str | None = None) -> str:
    """The words for ``key``; where the list does not have it ``other``, or the key itself."""
    return str(load("report")[topic].get(key, key if other is None else other))


def certainty(score: float) -> str:
    """A score as a word."""
    return CERTAINTIES[0 if score >= CERTAIN else 1 if score >= LIKELY else 2]


def certainty_note() -> str:
    """What the words are worth, for the method block."""
    return (
        f"Findings are called certain, likely or possible after their score (from {CERTAIN}, from {LIKELY}, below). "
        "Where findings were checked by hand, about nine in ten of the certain were right and seven in ten of the likely."
    )


def negation(cue: str) -> str:
    """What a cue that says no does: it denies ("denied", not "did not deny"), or tells that it was not said, or another."""
    printed = [word.strip(",.:") for word in cue.lower().replace("’", "'").split()]
    forms = load("report")["cue"]
    if any(word in forms["denying"] for word in printed):
        turned = any(word.endswith("n't") or word in load("hedges")["negations"] for word in printed)
        return label("negated", "not-denied" if turned else "denied")
    return label("negated", "not-said" if any(word in forms["saying"] for word in printed) else "other")


def number(count: int) -> str:
    """A number that opens a sentence: written out up to twelve."""
    written: list[str] = load("report")["number"]["words"]
    return written[count] if count < len(written) else f"{count:,}"


def opening(count: int, one: str, many: str) -> str:
    """A count that opens a sentence: ``Two differences``, ``No difference``."""
    return f"{number(count)} {one if count < 2 else many}"


def counted(count: int, one: str, many: str) -> str:
    """``1 difference``, ``2 differences``."""
    return f"{count:,} {one if count == 1 else many}"


def joined(parts: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def offsets(spans: Iterable[Span]) -> str:
    """Spans in figures: ``120–164, 180–201``."""
    return ", ".join(f"{span.start}–{span.end}" for span in spans)


def moment(value: str | None) -> str | None:
    """An ISO 8601 date or time as people write it; as it is where it is neither. None stays None."""
    if not value:
        return None
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return line(value)
    day = f"{read.day} {read:%B} {read.year}"
    if len(value) <= len("2031-03-04"):
        return day
    zone = " UTC" if read.utcoffset() == timedelta(0) else f" {read:%z}" if read.tzinfo else ""
    return f"{day}, {read:%H:%M}{zone}"
