"""Of whom or what a word is said: its grammatical subject, so that two denials are of one thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from daylight.compare.folding import Unit
from daylight.compare.frame import sense
from daylight.compare.topics import Voice
from daylight.lexicon import load
from daylight.model import Annotated, Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_FIRST = {"i", "we"}

CLIMB = 3
"""How many heads up from a word its subject may hang: "is not going to have to pay"."""


class Subject(NamedTuple):
    """A subject's part of speech, its sense, and the folded word."""

    pos: str
    sense: str
    word: str


def same_subject(x: Voice, y: Voice, governed: str, reports: Mapping[str, Annotated]) -> bool:
    """Whether both may say ``governed`` (a sense) of one thing; where a subject is not known they may."""
    left, right = (_subjects(one, governed, reports[one.cell.attribution.report]) for one in (x, y))
    return not left or not right or any(_compatible(a, b) for a in left for b in right)


def _compatible(a: Subject, b: Subject) -> bool:
    if a.word in _FIRST or b.word in _FIRST:
        other = b if a.word in _FIRST else a
        return other.pos != "NOUN" or _may_be_i(other.sense)
    if "PRON" in {a.pos, b.pos} or a.pos != b.pos:
        return True
    return a.sense == b.sense


@cache
def _holders() -> frozenset[str]:
    offices = (form for group in load("offices")["offices"] for form in group)
    return frozenset([*offices, *load("stances")["selves"]])


def _may_be_i(word: str) -> bool:
    """Whether a noun may be how others name one who says "I" or "we": an office, a body."""
    return word in _holders()


def _subjects(one: Voice, governed: str, annotated: Annotated) -> list[Subject]:
    """The subjects of every place where the voice has the word; [] where one of them has none."""
    found = []
    for unit in one.words:
        if sense(unit) != governed:
            continue
        subject = next(
            (s for place in one.cell.content.places(unit.span) for s in _subject(annotated, place.span.start)), None
        )
        if subject is None:
            return []
        found.append(subject)
    return found


def _subject(annotated: Annotated, offset: int) -> list[Subject]:
    at = next((i for i, start in enumerate(annotated.starts) if start == offset), None)
    for _ in range(CLIMB):
        if at is None:
            return []
        head = annotated.tokens[at]
        inside = range(*_sentence(annotated, head))
        kids = [annotated.tokens[i] for i in inside if annotated.tokens[i].head == at and i != at]
        named = next((kid for kid in kids if kid.dep in _SUBJECTS), None)
        if named is not None:
            word = named.text.casefold()
            return [Subject(named.pos, sense(Unit(named.lemma.casefold(), named.span)), word)]
        at = head.head if head.head != at else None
    return []


def _sentence(annotated: Annotated, token: Token) -> tuple[int, int]:
    held = annotated.sentences[token.sentence]
    return held.first, held.last
