"""What differs inside quotation marks between two cells of one row."""

from __future__ import annotations

from dataclasses import replace

from daylight.compare.extracts import Cell, Extract
from daylight.compare.findings import Told
from daylight.compare.folding import Unit, units
from daylight.compare.frame import extent, frame
from daylight.compare.phrases import only_contracted, phrases
from daylight.compare.polarity import LIKE, negations
from daylight.compare.quote_alignment import Change
from daylight.compare.wording import QuotePair, compare_quotes
from daylight.model import Place
from daylight.words import diff, is_content

ROW_SHARE = 0.6
"""As wording.SAME_UTTERANCE, for quotations that alignment has already put into one row."""

SHORT = 6
"""Words of the longest stretch that fills one slot of a sentence."""

FRAGMENT_WORDS, FRAGMENT_CONTENT = 3, 2
"""Most words, and content words, of a quoted scrap in a reporter's own sentence: a paraphrase, not a cut quotation."""

CORE_WORDS, CORE_COSINE = 2, 0.5
"""Fewest shared senses, and least cosine, at which two unlike quotations in one row are one utterance in other words.

Of the eight such pairs in 48 stories, the two below do not report one utterance.
"""

FORM_ONLY = 0.5
"""Score where only contractions differ: certain, but the last thing that an editor wants to be told."""


def compare_wording(a: Cell, b: Cell) -> list[Told]:
    """What differs inside quotation marks, or that only one side claims exact words."""
    if not a.quoted and not b.quoted:
        return []
    if not (a.quoted and b.quoted):
        return [_paraphrased(_exact_or_all(a), _exact_or_all(b))]
    partners = _partners(a, b)
    if not partners and a.attribution.kind == b.attribution.kind == "direct":
        return [_unlike(a.quoted[0], b.quoted[0])]
    told = [_quote_told(x, y, compare_quotes(x.text, y.text, ROW_SHARE)) for x, y in partners]
    found = [each for one in told if one and not _led_in(one, a, b) for each in _with_scrap(one, a, b)]
    return found or _same_slot(a, b)


def _led_in(told: Told, a: Cell, b: Cell) -> bool:
    """Whether all that a fragment lacks is a function word of the sentence around it: “is the last” beside “the last”."""
    left_out = units(told.left_out)
    if told.kind != "trimmed" or a.attribution.kind == b.attribution.kind == "direct":
        return False
    return len(left_out) == 1 and not is_content(left_out[0].key) and not negations(left_out)


def _paraphrased(a: tuple[Place, ...], b: tuple[Place, ...], words: str = "") -> Told:
    return Told("quoted-vs-paraphrased", "quoted", a, b, (), 0.9, note=words)


def _exact_or_all(side: Cell) -> tuple[Place, ...]:
    parts = side.quoted or (side.content,)
    return tuple(place for part in parts for place in part.all_places())


def _partners(a: Cell, b: Cell) -> list[tuple[Extract, Extract]]:
    """Quoted pieces that report one utterance; each piece of the side with more of them has at most one partner.

    A piece that the other side prints word for word is no rewording of a further one.
    """
    pairs = {
        (i, j): compare_quotes(x.text, y.text, ROW_SHARE) for i, x in enumerate(a.quoted) for j, y in enumerate(b.quoted)
    }
    whole = [at for at, pair in pairs.items() if pair.relation in {"same", "typography"}]
    taken = ({i for i, _ in whole}, {j for _, j in whole})
    rated = []
    for (i, j), pair in pairs.items():
        otherwise = pair.relation == "reworded" and (i in taken[0] or j in taken[1])
        if pair.relation != "different" and not otherwise:
            rated.append((-pair.score * min(len(a.quoted[i].text), len(b.quoted[j].text)), i, j))
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
        told = _reworded(x, y, pair.changes, "words", pair.score)
        form = all(only_contracted(left, right) for left, right in told.changed)
        return replace(told, rule="contractions", score=min(FORM_ONLY, told.score), phrases=()) if form else told
    return Told("trimmed", pair.relation, x.all_places(), y.all_places(), (), pair.score, pair.lost, left_out=pair.left_out)


def _reworded(x: Extract, y: Extract, changes: tuple[Change, ...], rule: str, score: float) -> Told:
    left = tuple(place for change in changes for place in x.places(change.a))
    right = tuple(place for change in changes for place in y.places(change.b))
    changed = tuple((x.words(change.a), y.words(change.b)) for change in changes)
    read = tuple((x.words(one.a), y.words(one.b)) for one in phrases(x.text, y.text, changes))
    return Told("reworded-in-quotes", rule, left or x.all_places(), right or y.all_places(), changed, score, phrases=read)


def _with_scrap(told: Told, a: Cell, b: Cell) -> list[Told]:
    """A difference; a quotation cut to a scrap in a sentence of the reporter's own is paraphrased besides."""
    if told.kind != "trimmed":
        return [told]
    shorter, places = (b, told.b) if told.rule == "trimmed" else (a, told.a)
    scrap = next(part for part in shorter.quoted if part.all_places() == places)
    if shorter.attribution.kind == "direct" or not _is_scrap(units(scrap.text)):
        return [told]
    kept = scrap.words().strip(" .,;:")
    return [replace(told, note=kept), _paraphrased(told.a, told.b, kept)]


def _is_scrap(words: list[Unit]) -> bool:
    return len(words) <= FRAGMENT_WORDS and sum(is_content(unit.key) for unit in words) <= FRAGMENT_CONTENT


def _unlike(x: Extract, y: Extract) -> Told:
    """Two direct quotations that alignment took for one utterance, though most words differ; never no difference at all."""
    from daylight.models.encoder import embed

    shared = frame(x.text, y.text).shared()
    vectors = embed([x.text, y.text])
    if len(shared) >= CORE_WORDS and float(vectors[0] @ vectors[1]) >= CORE_COSINE:
        return _reworded(x, y, tuple(_exchanged(x.text, y.text)), "row", 0.7)
    return Told("content", "row", x.all_places(), y.all_places(), ((x.words(), y.words()),), 0.4)


def _exchanged(a: str, b: str) -> list[Change]:
    """What stands in one text where the other has something else; changes parted by function words only are one."""
    pair = frame(a, b)
    keys_a = [s or u.key for s, u in zip(pair.senses_a, pair.a, strict=True)]
    keys_b = [s or u.key for s, u in zip(pair.senses_b, pair.b, strict=True)]
    edits = list(diff(keys_a, keys_b))
    runs: list[tuple[range, range]] = []
    for at, edit in enumerate(edits):
        sticks_out = edit.op in {"insert", "delete"} and at in {0, len(edits) - 1}
        if edit.op == "equal" or sticks_out:
            continue
        left, right = range(*edit.a), range(*edit.b)
        if runs and not any(pair.senses_a[i] for i in range(runs[-1][0].stop, left.start)):
            first = runs.pop()
            left, right = range(first[0].start, left.stop), range(first[1].start, right.stop)
        runs.append((left, right))
    return [Change(extent(pair.a, tuple(left)), extent(pair.b, tuple(right))) for left, right in runs]


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
