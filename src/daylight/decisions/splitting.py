"""One entity becomes two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count

from daylight.decisions.cast import Cast
from daylight.decisions.outcome import applied
from daylight.decisions.refer import Unfit, entity_named, folded, report_named
from daylight.decisions.values import Ref, Split
from daylight.model import About, Decided, Entity, Place, Span, Spelling
from daylight.offsets import digest
from daylight.resolve import named

Owner = Callable[[Place], str]


def split(cast: Cast, decision: Split) -> tuple[Cast, Decided]:
    """Take the named mentions away from an entity, and with them what points at it behind them.

    A pronoun, an office and a source go with the mention that stands over them, else the last one before them in the
    report, else the first after.
    """
    whole = cast.find(decision.person)
    leaves = _chosen(cast, decision, whole)
    if not leaves:
        return cast, _parted_already(cast, decision, whole)
    if leaves == {place for s in whole.spellings for place in s.mentions}:
        raise Unfit(f"every mention of {decision.person} would leave, and nobody be left; use rename")
    name = decision.name or _longest(whole, leaves)
    key = _free_id(cast.entities, whole.kind, name)
    owner = _owner(whole, key, leaves)
    parts = (_part(whole, whole.id, _kept(whole, leaves), owner), _part(whole, key, name, owner))
    changed = cast.changed(whole.id, *parts)

    def move(report: str, spans: Sequence[Span], old: str) -> str:
        return owner(Place(report, spans[0])) if old == whole.id and spans else old

    return changed.moved(move), applied(decision, About("entity", whole.id), About("entity", key))


def _chosen(cast: Cast, decision: Split, whole: Entity) -> set[Place]:
    spelt = {folded(text) for text in decision.spellings}
    where = {report_named(name, cast.texts).id for name in decision.reports}
    return {
        place
        for spelling in whole.spellings
        for place in spelling.mentions
        if (not spelt or folded(spelling.text) in spelt) and (not where or place.report in where)
    }


def _parted_already(cast: Cast, decision: Split, whole: Entity) -> Decided:
    """The reports may have come to tell the two apart by themselves."""
    others = [entity_named(Ref(name=text), cast.entities) for text in decision.spellings]
    if not others or whole in others:
        raise Unfit(f"{decision.person} is not named so in these reports")
    about = dict.fromkeys(About("entity", entity.id) for entity in (whole, *others))
    return applied(decision, *about, reason="they are two already")


def _longest(whole: Entity, leaves: Iterable[Place]) -> str:
    gone = set(leaves)
    return max((s for s in whole.spellings if gone & set(s.mentions)), key=lambda s: (len(s.text.split()), s.text)).text


def _kept(whole: Entity, leaves: set[Place]) -> str:
    """The name of what stays: its own where it is still printed."""
    left = [s for s in whole.spellings if set(s.mentions) - leaves]
    printed = any(s.text == whole.name for s in whole.spellings)
    if any(s.text == whole.name for s in left) or not printed:
        return whole.name
    return max(left, key=lambda s: (len(s.text.split()), len(s.mentions), s.text)).text


def _free_id(entities: Iterable[Entity], kind: str, name: str) -> str:
    taken = {entity.id for entity in entities}
    ids = (digest("e", "split", kind, *folded(name), n) for n in count(1))
    return next(key for key in ids if key not in taken)


def _owner(whole: Entity, key: str, leaves: set[Place]) -> Owner:
    """Whose a place is."""
    places = sorted(place for spelling in whole.spellings for place in spelling.mentions)

    def owner(at: Place) -> str:
        here = [place for place in places if place.report == at.report]
        if not here:
            return whole.id
        before = bisect_right(here, at.span.end - 1, key=lambda place: place.span.start)
        return key if here[max(before - 1, 0)] in leaves else whole.id

    return owner


def _part(whole: Entity, key: str, name: str, owner: Owner) -> Entity:
    """The entity ``key`` with what is its own."""
    own = (replace(s, mentions=tuple(p for p in s.mentions if owner(p) == key)) for s in whole.spellings)
    spellings: tuple[Spelling, ...] = tuple(s for s in own if s.mentions)
    roles = tuple(r for r in whole.roles if owner(Place(r.report, r.span)) == key)
    pointers = tuple(place for place in whole.pointers if owner(place) == key)
    return named(replace(whole, id=key, spellings=spellings, roles=roles, pointers=pointers), name)
