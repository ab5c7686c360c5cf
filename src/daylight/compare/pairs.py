"""Two cells of one row: how the wording stands inside the marks, and what the claims differ in."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.compare.extracts import Cell, Extract
from daylight.compare.findings import Finding
from daylight.compare.folding import units
from daylight.compare.frame import Frame, frame
from daylight.compare.polarity import LIKE, negations
from daylight.compare.statements import find_slots
from daylight.compare.strength import compare_hedges
from daylight.compare.wording import QuotePair, compare_quotes
from daylight.model import DifferenceKind, Place

ROW_SHARE = 0.6
"""As wording.SAME_UTTERANCE, for quotations that alignment has already put into one row."""


LEAST_SHARED = 3
"""Fewest content words in common for a hedge or a denial in the cue to be read as a difference of one claim."""


SHORT = 6
"""Words of the longest stretch that fills one slot of a sentence."""


@dataclass(frozen=True, slots=True)
class Told:
    """One difference between two cells. Places are where the words stand; ``words`` are they as printed."""

    kind: DifferenceKind
    rule: str
    a: tuple[Place, ...]
    b: tuple[Place, ...]
    changed: tuple[tuple[str, str], ...]
    score: float
    cut: str = ""
    note: str = ""


def compare_cells(a: Cell, b: Cell) -> list[Told]:
    """Every difference between two cells of one statement.

    Where both give exact words, a claim differs only where the words do; a longer quotation is no other claim.
    """
    told = _wording(a, b)
    if a.attribution.kind == b.attribution.kind == "direct":
        return told + _typed_changes(told, a, b)
    pair = frame(a.content.text, b.content.text)
    claims = _denied(a, b, pair, [_place(finding, a.content, b.content) for finding in find_slots(pair)])
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
    if sum(_turned(x) - _turned(y) for one in reworded for x, y in one.changed) % 2:
        turning = tuple(pair for one in reworded for pair in one.changed if _turned(pair[0]) != _turned(pair[1]))
        kept.append(Told("polarity", "words", reworded[0].a, reworded[0].b, turning, 0.8))
    return kept


def _turned(words: str) -> int:
    """How often some changed words deny; a long stretch is a claim of its own and turns none."""
    read = units(words)
    return len(negations(read)) if len(read) <= SHORT else 0


def _meet(x: Place, y: Place) -> bool:
    return x.report == y.report and x.span.overlaps(y.span)


def _place(finding: Finding, a: Extract, b: Extract) -> Told:
    words = (a.words(finding.a), b.words(finding.b))
    left, right = a.places(finding.a) or a.all_places(), b.places(finding.b) or b.all_places()
    return Told(finding.kind, finding.rule, left, right, (words,), finding.score, note=finding.note)


def _denied(a: Cell, b: Cell, pair: Frame, claims: list[Told]) -> list[Told]:
    """Take account of denials that stand in the cue: "denied that" turns the content round once more."""
    if a.attribution.negated == b.attribution.negated or pair.mutual < LIKE or len(pair.shared()) < LEAST_SHARED:
        return claims
    kept = [one for one in claims if one.kind != "polarity"]
    if len(kept) == len(claims):
        words = (a.claim.words(), b.claim.words())
        kept.append(Told("polarity", "denied", a.claim.all_places(), b.claim.all_places(), (words,), 0.7))
    return kept


def _wording(a: Cell, b: Cell) -> list[Told]:
    """What differs inside quotation marks, or that only one side claims exact words."""
    if not a.quoted and not b.quoted:
        return []
    if not (a.quoted and b.quoted):
        left, right = _exact_or_all(a), _exact_or_all(b)
        return [Told("quoted-vs-paraphrased", "quoted", left, right, (), 0.9)]
    told = [_quote_told(x, y, compare_quotes(x.text, y.text, ROW_SHARE)) for x, y in _partners(a, b)]
    found = [one for one in told if one]
    return found or _same_slot(a, b)


def _exact_or_all(side: Cell) -> tuple[Place, ...]:
    parts = side.quoted or (side.content,)
    return tuple(place for part in parts for place in part.all_places())


def _partners(a: Cell, b: Cell) -> list[tuple[Extract, Extract]]:
    """Quoted pieces that report one utterance; each piece of the side with more of them has at most one partner."""
    rated = []
    for i, x in enumerate(a.quoted):
        for j, y in enumerate(b.quoted):
            pair = compare_quotes(x.text, y.text, ROW_SHARE)
            if pair.relation != "different":
                rated.append((-pair.score * min(len(x.text), len(y.text)), i, j))
    used: set[tuple[str, int]] = set()
    chosen = []
    for _, i, j in sorted(rated):
        side = ("a", i) if len(a.quoted) >= len(b.quoted) else ("b", j)
        if side not in used:
            used.add(side)
            chosen.append((a.quoted[i], b.quoted[j]))
    return chosen


def _quote_told(x: Extract, y: Extract, pair: QuotePair) -> Told | None:
    if pair.relation in {"same", "different"}:
        return None
    if pair.relation == "typography":
        return Told("typography", "folded", x.all_places(), y.all_places(), (), pair.score)
    if pair.relation == "reworded":
        left = tuple(place for change in pair.changes for place in x.places(change.a))
        right = tuple(place for change in pair.changes for place in y.places(change.b))
        changed = tuple((x.words(change.a), y.words(change.b)) for change in pair.changes)
        return Told("reworded-in-quotes", "words", left or x.all_places(), right or y.all_places(), changed, pair.score)
    return Told("trimmed", pair.relation, x.all_places(), y.all_places(), (), pair.score, pair.lost)


def _same_slot(a: Cell, b: Cell) -> list[Told]:
    """Quoted fragments that fill one slot of the same sentence: “at once” beside “quickly”."""
    if (
        a.attribution.kind != "mixed"
        or b.attribution.kind != "mixed"
        or frame(a.content.text, b.content.text).likeness < LIKE
    ):
        return []
    pair = frame(a.content.text, b.content.text, exact=True)
    told: dict[tuple[Extract, Extract], Told] = {}
    for swap in pair.swaps:
        x = _fragment([place for i in swap.a for place in a.content.places(pair.a[i].span)], a)
        y = _fragment([place for j in swap.b for place in b.content.places(pair.b[j].span)], b)
        if x and y and (x, y) not in told:
            told[x, y] = Told("reworded-in-quotes", "slot", x.all_places(), y.all_places(), ((x.words(), y.words()),), 0.6)
    return list(told.values())


def _fragment(places: list[Place], side: Cell) -> Extract | None:
    """The one quoted fragment that some words stand in."""
    holding = [part for part in side.quoted if any(span.covers(place.span) for place in places for span in part.spans)]
    return holding[0] if len(holding) == 1 and len(units(holding[0].text)) <= SHORT else None
