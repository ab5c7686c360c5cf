"""Two cells of one row: how the wording stands inside the marks, and what the claims differ in."""

from __future__ import annotations

from daylight.compare.extracts import Cell, Extract
from daylight.compare.findings import Finding, Told
from daylight.compare.folding import lemma, units
from daylight.compare.frame import Frame, frame
from daylight.compare.polarity import LIKE, negations, negators, turns
from daylight.compare.quotations import compare_wording
from daylight.compare.statements import find_slots
from daylight.compare.strength import compare_hedges
from daylight.lexicon import load
from daylight.model import Place

LEAST_SHARED = 3
"""Fewest content words in common for a hedge in the cue to be read as a difference of one claim."""

LEAST_DENIED = 2
"""The same for a denial in the cue; the shorter claim must stand nearly whole in the longer one."""


def compare_cells(a: Cell, b: Cell) -> list[Told]:
    """Every difference between two cells of one statement.

    Where both give exact words, a claim differs only where the words do; a longer quotation is no other claim.
    """
    told = compare_wording(a, b)
    if a.attribution.kind == b.attribution.kind == "direct":
        return told + _typed_changes(told, a, b)
    pair = frame(a.content.text, b.content.text)
    slots = [finding for finding in find_slots(pair) if not (finding.kind == "strength" and _directs(a, b))]
    claims = _denied(a, b, pair, [_place(finding, a.content, b.content) for finding in slots])
    told += [one for one in claims if not (a.quoted and b.quoted) or _beside_the_marks(one, a, b)]
    whole = frame(a.claim.text, b.claim.text)
    if all(one.kind != "strength" for one in told) and len(whole.shared()) >= LEAST_SHARED:
        told += [_place(finding, a.claim, b.claim) for finding in compare_hedges(whole)]
    return told


def _beside_the_marks(one: Told, a: Cell, b: Cell) -> bool:
    """Whether a difference is one of the reporters' own words, or of a kind that holds inside quotation marks too."""
    if one.kind in {"number", "date-or-place", "name"}:
        return True
    exact = [place for side in (a, b) for part in side.quoted for place in part.all_places()]
    return one.kind != "content" and not any(_meet(x, y) for x in (*one.a, *one.b) for y in exact)


def _typed_changes(told: list[Told], a: Cell, b: Cell) -> list[Told]:
    """What changed words inside quotation marks do to the claim: a figure, a date, a denial, a name."""
    reworded = [one for one in told if one.kind == "reworded-in-quotes"]
    if not reworded:
        return []
    places = [place for one in reworded for place in (*one.a, *one.b)]
    found = find_slots(frame(a.content.text, b.content.text))
    typed = [_place(f, a.content, b.content) for f in found if f.kind not in {"content", "polarity"}]
    kept = [one for one in typed if any(_meet(x, y) for x in (*one.a, *one.b) for y in places)]
    return kept + _turned(reworded, a, b)


def _turned(reworded: list[Told], a: Cell, b: Cell) -> list[Told]:
    """A denial among the changed words of one side, of something that the other side affirms."""
    places = [place for one in reworded for place in (*one.a, *one.b)]
    pair = frame(a.content.text, b.content.text)
    held = []
    for words, senses, side in ((pair.a, pair.senses_a, a), (pair.b, pair.senses_b, b)):
        held.append([side.content.places(words[i].span) for i in turns(words, senses, pair.shared())])
    inside = [any(_meet(x, y) for spots in one for x in spots for y in places) for one in held]
    if inside[0] == inside[1] or len(held[0]) == len(held[1]) or reworded[0].rule == "row":
        return []
    turning = tuple(pair for one in reworded for pair in one.changed if _denies(pair[0]) != _denies(pair[1]))
    return [Told("polarity", "words", reworded[0].a, reworded[0].b, turning or reworded[0].changed, 0.8)]


def _denies(words: str) -> bool:
    return bool(negations(units(words)))


def _meet(x: Place, y: Place) -> bool:
    return x.report == y.report and x.span.overlaps(y.span)


def _place(finding: Finding, a: Extract, b: Extract) -> Told:
    words = (a.words(finding.a), b.words(finding.b))
    left, right = a.places(finding.a) or a.all_places(), b.places(finding.b) or b.all_places()
    return Told(finding.kind, finding.rule, left, right, (words,), finding.score, note=finding.note)


def _denied(a: Cell, b: Cell, pair: Frame, claims: list[Told]) -> list[Told]:
    """Take account of denials that stand in the cue: "denied that" turns the content round once more."""
    if a.attribution.negated == b.attribution.negated or pair.likeness < LIKE or len(pair.shared()) < LEAST_DENIED:
        return claims
    kept = [one for one in claims if one.kind != "polarity"]
    if len(kept) < len(claims) or negators(pair.b if a.attribution.negated else pair.a):
        return kept
    words, note = (a.claim.words(), b.claim.words()), "falls" if _concedes(a) else "rises" if _concedes(b) else ""
    denied = Told("polarity", "denied", a.claim.all_places(), b.claim.all_places(), (words,), 0.7, note=note)
    return [*kept, denied]


def _directs(a: Cell, b: Cell) -> bool:
    """Whether a cue says by itself what should be done, so that a modal beside it adds nothing."""
    directives = set(load("strength")["directives"])
    return any(lemma(unit.key) in directives for one in (a, b) for unit in units(one.cue.text) if one.attribution.cue)


def _concedes(one: Cell) -> bool:
    """Whether the cue gives up what was denied before: "admitted that"."""
    return bool({lemma(unit.key) for unit in units(one.cue.text)} & set(load("polarity")["conceding_cues"]))
