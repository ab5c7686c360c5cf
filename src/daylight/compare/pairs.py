"""Two cells of one row: how the wording stands inside the marks, and what the claims differ in."""

from __future__ import annotations

from daylight.compare.conditions import compare_conditions
from daylight.compare.extracts import Cell, Extract
from daylight.compare.findings import Finding, Told
from daylight.compare.folding import lemma, units
from daylight.compare.frame import Frame, extent, frame
from daylight.compare.polarity import LIKE, NEARLY_ALL, negations, negators, one_claim, turns
from daylight.compare.quotations import compare_wording
from daylight.compare.statements import find_slots
from daylight.compare.strength import compare_hedges
from daylight.lexicon import load
from daylight.model import Place

LEAST_SHARED = 3
"""Fewest content words in common for a hedge in the cue to be read as a difference of one claim."""

LEAST_CONCEDED = 2
"""Fewest content words that what is denied and what is admitted share."""


def compare_cells(a: Cell, b: Cell) -> list[Told]:
    """Every difference between two cells of one statement.

    Where both give exact words, a claim differs only where the words do; a longer quotation is no other claim.
    """
    told = compare_wording(a, b)
    if a.attribution.kind == b.attribution.kind == "direct":
        return told + _typed_changes(told, a, b) + _cut_denial(told, a, b)
    pair = frame(a.content.text, b.content.text)
    claims = _denied(a, b, pair, [_place(finding, a.content, b.content) for finding in _slots(a, b, pair)])
    told += [one for one in claims if not (a.quoted and b.quoted) or _beside_the_marks(one, a, b)]
    whole = frame(a.claim.text, b.claim.text)
    if all(one.kind != "strength" for one in told) and len(whole.shared()) >= LEAST_SHARED:
        told += [_place(finding, a.claim, b.claim) for finding in compare_hedges(whole)]
    return told


def _slots(a: Cell, b: Cell, pair: Frame) -> list[Finding]:
    """What differs in two claims; other words only where little else does, for reports tell one thing in many words."""
    found = find_slots(pair) + compare_conditions(pair)
    if pair.mutual < NEARLY_ALL:
        found = [one for one in found if one.rule != "exchanged-words"]
    return [one for one in found if not (one.kind == "strength" and _directs(a, b))]


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


def _cut_denial(told: list[Told], a: Cell, b: Cell) -> list[Told]:
    """A denial that a marked cut takes out: “This is … a plan that we support”."""
    if not any(one.kind == "trimmed" for one in told):
        return []
    pair = frame(a.content.text, b.content.text)
    left, right = turns(pair.a, pair.senses_a, pair.shared()), turns(pair.b, pair.senses_b, pair.shared())
    marked = any(unit.after_ellipsis for unit in (pair.b if left else pair.a)[1:-1])
    if bool(left) == bool(right) or not marked:
        return []
    at = extent(pair.a if left else pair.b, tuple((left or right)[:1]))
    words = (a.content if left else b.content).words(at)
    places = (a if left else b).content.places(at)
    others = (b if left else a).content.all_places()
    sides = (places, others) if left else (others, places)
    return [Told("polarity", "cut", *sides, ((words, "") if left else ("", words),), 0.8)]


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
    if a.attribution.negated == b.attribution.negated or not _of_one_thing(a, b, pair):
        return claims
    kept = [one for one in claims if one.kind != "polarity"]
    if len(kept) < len(claims) or negators(pair.b if a.attribution.negated else pair.a):
        return kept
    words, note = (a.claim.words(), b.claim.words()), "falls" if _concedes(a) else "rises" if _concedes(b) else ""
    denied = Told("polarity", "denied", a.claim.all_places(), b.claim.all_places(), (words,), 0.7, note=note)
    return [*kept, denied]


def _of_one_thing(a: Cell, b: Cell, pair: Frame) -> bool:
    """Whether two claims are one; one that is admitted is what was denied, though it says more."""
    conceded = _concedes(a) or _concedes(b)
    return one_claim(pair) or (conceded and pair.likeness >= LIKE and len(pair.shared()) >= LEAST_CONCEDED)


def _directs(a: Cell, b: Cell) -> bool:
    """Whether a cue says by itself what should be done, so that a modal beside it adds nothing."""
    directives = set(load("strength")["directives"])
    return any(lemma(unit.key) in directives for one in (a, b) for unit in units(one.cue.text) if one.attribution.cue)


def _concedes(one: Cell) -> bool:
    """Whether the cue gives up what was denied before: "admitted that"."""
    return bool({lemma(unit.key) for unit in units(one.cue.text)} & set(load("polarity")["conceding_cues"]))
