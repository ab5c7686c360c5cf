"""Two texts of one statement: what is claimed the same, what differs, or nothing in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from daylight.compare.dates import compare_days
from daylight.compare.findings import Finding
from daylight.compare.folding import akin
from daylight.compare.frame import Frame, Swap, extent, frame
from daylight.compare.numbers import compare_numbers
from daylight.compare.polarity import compare_polarity
from daylight.compare.strength import compare_strength
from daylight.model import DifferenceKind, Span

if TYPE_CHECKING:
    from daylight.models.pairs import Verdict

StatementRelation = Literal["same", "differs", "unrelated"]

UNRELATED = 0.2
"""Below this share of common content words two texts are two statements, unless the pair model finds them the same."""

NEAR = 0.6
"""Least mutual share of content words at which an exchanged word is read as a change of the claim.

Below it, two reports merely tell the thing in their own words.
"""

NAMED = 0.5
"""The same for an exchanged name, which is told by its capital."""

SAME = 0.5
"""Score from which two texts are taken to say the same."""

EVEN = 617 / 337
"""Odds of an altered pair among those that the network learnt from last (SummEdits); a score is given at even odds.

It is taken from the counts, not chosen; thresholds chosen on other domains come to the same (SAME at .32 of the raw answer).
"""

FAR = 0.2
"""Cosine of exchanged words below which no rewording explains them.

On SummEdits, typed slots alone reach 68.2 balanced accuracy (mean of 8 domains), with this 69.4; at 0.25 harmless synonyms
begin to fall below it (66.9), at 0.35 most do (56.3).
"""

CHANGED = 0.9
"""Least probability, by the pair model and whichever text comes first, that an exchange of words alters the claim.

Of 7 exchanges FAR apart in 45 stories it leaves 1; by reading, none of the 7 was a change of the claim. Without FAR it would
tell of a dozen more, mostly two sides of one fact ("remove", "fired") and spellings ("Advisor", "adviser").
"""


@dataclass(frozen=True, slots=True)
class StatementPair:
    """How two texts stand to each other. ``score`` is 0 for surely altered, 1 for surely the same content."""

    relation: StatementRelation
    kinds: tuple[DifferenceKind, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    score: float = 1.0
    findings: tuple[Finding, ...] = ()


def compare_statements(a: str, b: str, verdict: Verdict | None = None) -> StatementPair:
    """Judge two texts that may say the same: typed slots and the pair model, whose ``verdict`` may be given."""
    from daylight.models.pairs import same_content

    pair = frame(a, b)
    typed = typed_slots(pair)
    said = verdict or same_content([(a, b)])[0]
    if pair.likeness < UNRELATED and not typed and said.same < SAME:
        return StatementPair("unrelated", score=round(said.same, 3))
    score = _score(typed, said)
    if score >= SAME:
        return StatementPair("same", score=score)
    findings = tuple(typed or _untyped(pair, said))
    kinds = tuple(dict.fromkeys(f.kind for f in findings))
    changed = tuple((a[slice(*f.a)], b[slice(*f.b)]) for f in findings)
    return StatementPair("differs", kinds, changed, score, findings)


def _score(typed: list[Finding], said: Verdict) -> float:
    """The model's probability of the same content at even odds, times the doubt that each slot leaves."""
    score = said.same * EVEN / (said.same * EVEN + 1 - said.same)
    for finding in typed:
        score *= 1 - finding.score
    return round(score, 3)


def _untyped(pair: Frame, said: Verdict) -> list[Finding]:
    """What the model alone sees: the exchanged words, as a denial where it reads one."""
    kind: DifferenceKind = "polarity" if said.negation == max(said[4:]) else "content"
    held = [(extent(pair.a, swap.a), extent(pair.b, swap.b)) for swap in pair.swaps]
    return [Finding(kind, "pair-model", a, b, round(1 - said.same, 3)) for a, b in held or [(Span(0, 0), Span(0, 0))]]


def typed_slots(pair: Frame) -> list[Finding]:
    """Figures, days, denials, strength and names that differ."""
    typed = compare_numbers(pair.text_a, pair.text_b) + compare_days(pair.text_a, pair.text_b)
    typed += compare_polarity(pair) + compare_strength(pair)
    names = [swap for swap in _free(pair, typed) if pair.mutual >= NAMED and _named(swap, pair)]
    return typed + [Finding("name", "exchanged-name", extent(pair.a, s.a), extent(pair.b, s.b), 0.7) for s in names]


def find_slots(pair: Frame) -> list[Finding]:
    """Everything typed that differs; words that no slot explains only where the pair model sees a change."""
    typed = typed_slots(pair)
    if pair.mutual < NEAR:
        return typed
    rest = [swap for swap in _free(pair, typed) if not _inflected(swap, pair) and _far_apart(swap, pair)]
    told = [swap for swap in rest if _alters(swap, pair) >= CHANGED]
    return typed + [Finding("content", "exchanged-words", extent(pair.a, s.a), extent(pair.b, s.b), 0.5) for s in told]


def _free(pair: Frame, typed: list[Finding]) -> list[Swap]:
    return [swap for swap in pair.swaps if swap.a and swap.b and not _explained(swap, pair, typed)]


def _explained(swap: Swap, pair: Frame, typed: list[Finding]) -> bool:
    left, right = extent(pair.a, swap.a), extent(pair.b, swap.b)
    return any(_touch(left, f.a) or _touch(right, f.b) for f in typed)


def _touch(x: Span, y: Span) -> bool:
    return x.end > x.start and y.end > y.start and x.overlaps(y)


def _named(swap: Swap, pair: Frame) -> bool:
    """Whether a proper name stands where the other text has another one, neither of them found elsewhere in the other."""
    left, right = [pair.a[i] for i in swap.a], [pair.b[j] for j in swap.b]
    if not all(u.capital and u.span.start and u.number is None for u in left + right):
        return False
    return not {u.key for u in left} & {u.key for u in pair.b} and not {u.key for u in right} & {u.key for u in pair.a}


def _far_apart(swap: Swap, pair: Frame) -> bool:
    """Whether the exchanged words have little to do with each other, so that no rewording explains them."""
    from daylight.models.encoder import embed

    vectors = embed([pair.text_a[slice(*extent(pair.a, swap.a))], pair.text_b[slice(*extent(pair.b, swap.b))]])
    return float(vectors[0] @ vectors[1]) < FAR


def _alters(swap: Swap, pair: Frame) -> float:
    """The probability that this exchange, by itself, changes what either text says; the lesser of both."""
    from daylight.models.pairs import same_content

    (start, end), (first, last) = extent(pair.a, swap.a), extent(pair.b, swap.b)
    into_a = f"{pair.text_a[:start]}{pair.text_b[first:last]}{pair.text_a[end:]}"
    into_b = f"{pair.text_b[:first]}{pair.text_a[start:end]}{pair.text_b[last:]}"
    return 1 - max(said.same for said in same_content([(pair.text_a, into_a), (pair.text_b, into_b)]))


def _inflected(swap: Swap, pair: Frame) -> bool:
    """Whether the exchanged words are forms of one another."""
    return all(any(akin(pair.a[i].key, pair.b[j].key) for j in swap.b) for i in swap.a)
