"""Whether two statements on one question stand against each other."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from daylight.compare.denials import is_own_denial, own_words
from daylight.compare.folding import lemma, units
from daylight.compare.frame import sense
from daylight.compare.modals import Mark, marks
from daylight.compare.polarity import governed, negations, negators
from daylight.compare.predicates import same_subject
from daylight.compare.topics import Voice
from daylight.lexicon import load
from daylight.model import Annotated
from daylight.words import is_content

VERB_REACH = 4
"""Words between a verb and its object."""

DENIED = 2
"""Words behind a modal within which a negation belongs to it."""

REMARK_REACH = 3
"""Words between a name and the word for what the person said."""


def against(x: Voice, y: Voice, cues: tuple[str, str], reports: Mapping[str, Annotated]) -> bool:
    """Whether one affirms and the other denies what both speak of; ``cues`` are the printed cues.

    One turn and no more: a negation that governs a shared word said of the same subject, a cue that rejects, or opposite
    verbs. Where both deny something, or several turns stand between them, the two are about several things.
    """
    shared = x.topics() & y.topics()
    denied = [_denied(one, shared, reports[one.cell.attribution.report]) for one in (x, y)]
    if all(negators(one.words) or one.cell.attribution.negated for one in (x, y)) and not _opposite_verbs(x, y):
        return False
    if any(not same_subject(x, y, word, reports) for words in denied for word in words):
        return False
    turned = sum(map(len, denied))
    turned += sum(rejects(cue) for cue in cues) + x.cell.attribution.negated + y.cell.attribution.negated
    return turned + _opposite_verbs(x, y) == 1


def _denied(one: Voice, shared: frozenset[str], annotated: Annotated) -> list[str]:
    """The shared senses that the negations of a voice govern; light words stand in the way of others here too."""
    senses = [sense(unit) if is_content(unit.key) else "" for unit in one.words]
    own = [i for i in negations(one.words) if is_own_denial(one, i, annotated)]
    return [word for i in own if (word := governed(one.words, senses, i, shared))]


def rejects(cue: str) -> bool:
    """Whether a cue turns against its content: "ruled out", "denied"."""
    return bool({lemma(unit.key) for unit in units(cue)} & set(load("stances")["opposing_cues"]))


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset((x, y) for a, b in load("stances")["pairs"] for x, y in ((a, b), (b, a)))


def _opposite_verbs(x: Voice, y: Voice) -> bool:
    """Whether opposite verbs govern one shared word."""
    left, right = _verbs(x), _verbs(y)
    sides = [(left[topic], right[topic]) for topic in left.keys() & right.keys()]
    decided = [(v, w) for v, w in sides if not (_both_ways(v) or _both_ways(w))]
    return any((v, w) in _pairs() for before, after in decided for v in before for w in after)


def _both_ways(verbs: set[str]) -> bool:
    """Whether some verbs hold a pair of opposites: "some support the deal and others oppose it"."""
    return any(v in verbs and w in verbs for v, w in _pairs())


def _verbs(one: Voice) -> dict[str, set[str]]:
    """The words before each topic, by topic, as far as the speaker's own position goes."""
    found: dict[str, set[str]] = {}
    for i, topic in enumerate(one.senses[: len(own_words(one))]):
        if topic:
            found.setdefault(topic, set()).update(lemma(u.key) for u in one.words[max(0, i - VERB_REACH) : i])
    return found


def disapproves(one: Voice) -> bool:
    """Whether a statement speaks against somebody's words: a word of disapproval, beside "remarks" or a name."""
    lemmas = {lemma(unit.key) for unit in one.words} | {unit.key for unit in one.words}
    return bool(lemmas & set(load("stances")["disapproval"]))


def own_remarks(one: Voice) -> bool:
    """Whether a statement about a person speaks of "his remarks"."""
    remarks, words = set(load("stances")["remarks"]), one.words
    return any(lemma(y.key) in remarks and x.key in {"his", "her", "their", "its"} for x, y in pairwise(words))


def open_against_closed(x: Voice, y: Voice) -> bool:
    """Whether one keeps a thing possible ("is still on the table") and the other denies one."""
    return any(_leaves_open(v) and bool(negations(w.words)) for v, w in ((x, y), (y, x)))


def _leaves_open(one: Voice) -> bool:
    line = f" {' '.join(unit.key for unit in one.words)} "
    return not negations(one.words) and any(f" {phrase} " in line for phrase in load("stances")["open"])


def claims_agreement(text: str) -> str:
    """The phrase with which a text says that speakers agree; "" for none."""
    line = " ".join(unit.key for unit in units(text))
    return next((phrase for phrase in load("stances")["agreement"] if f" {phrase} " in f" {line} "), "")


def shifts(x: Voice, y: Voice) -> tuple[str, str] | None:
    """The words by which one speaker speaks of one thing with more and with less certainty; None where the two agree."""
    shared = x.topics() & y.topics()
    held = [[m for m in marks(v.words, v.senses) if m.governed in shared or not m.governed] for v in (x, y)]
    ranks = [{mark.rank for mark in found} for found in held]
    if len(shared) < 2 or not (ranks[0] and ranks[1]) or ranks[0] & ranks[1]:
        return None
    return _printed(x, held[0][0]), _printed(y, held[1][0])


def _printed(one: Voice, mark: Mark) -> str:
    """A mark as printed, with the negation behind it: "will not"."""
    last = next((i for i in negators(one.words) if mark.at < i <= mark.at + DENIED), mark.at) if mark.rank < 0 else mark.at
    return one.cell.content.text[one.words[mark.at].span.start : max(u.span.end for u in one.words[mark.at : last + 1])]


def remark_at(one: Voice, at: int, links: tuple[str, ...]) -> bool:
    """Whether a word for remarks stands beside offset ``at`` of the content, joined to it by one of ``links``."""
    remarks = set(load("stances")["remarks"])
    index = next((i for i, unit in enumerate(one.words) if unit.span.end >= at and unit.span.start <= at), None)
    if index is None:
        return False
    near = one.words[max(0, index - REMARK_REACH) : index + REMARK_REACH + 1]
    return any(unit.key in links for unit in near) and any(lemma(unit.key) in remarks for unit in near)
