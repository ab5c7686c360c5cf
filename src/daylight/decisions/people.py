"""Decisions about who is who: after the reports have been resolved, before their statements are aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from daylight.decisions.cast import Cast
from daylight.decisions.merging import merge
from daylight.decisions.outcome import applied, carry_out, not_applied
from daylight.decisions.refer import Sayings, Unfit
from daylight.decisions.splitting import split
from daylight.decisions.values import Decision, Decisions, Reject, Rename, Speaks, Split
from daylight.decisions.values import Merge as MergeDecision
from daylight.model import About, Annotated, Attribution, Decided, Entity, Place
from daylight.resolve import named


def decide_people(
    reports: Sequence[Annotated], entities: Sequence[Entity], attributions: Sequence[Attribution], decisions: Decisions
) -> tuple[tuple[Entity, ...], tuple[Attribution, ...], tuple[Decided, ...]]:
    """Entities and attributions as people want them, and what became of each decision.

    Splits come first, then merges, names, sources, and what is rejected, so that the order of the file does not matter.
    """
    cast = Cast(reports, tuple(entities), tuple(attributions))
    cast, splits = carry_out(cast, decisions.of(Split), split)
    cast, merges = merge(cast, decisions.of(MergeDecision))
    cast, renames = carry_out(cast, decisions.of(Rename), _rename)
    cast, sources = carry_out(cast, decisions.of(Speaks), _speaks)
    told = [_settled(cast, *outcome) for outcome in (*splits, *merges, *renames, *sources)]
    cast, rejections = carry_out(cast, [d for d in decisions.of(Reject) if not d.difference], _reject)
    return cast.entities, cast.attributions, (*told, *(decided for _, decided in rejections))


def _settled(cast: Cast, decision: Decision, decided: Decided) -> Decided:
    """Tell a decision that another one has undone."""
    undone = decided.status != "not-applied" and not _holds(cast, decision, decided)
    return not_applied(decision, "another decision says otherwise, and comes after it") if undone else decided


def _holds(cast: Cast, decision: Decision, decided: Decided) -> bool:
    keys = [cast.now(about.id) for about in decided.about]
    if isinstance(decision, Split):
        return len(set(keys)) == len(keys)
    if isinstance(decision, Rename):
        return all(entity.name == decision.name for entity in cast.entities if entity.id in keys)
    if isinstance(decision, Speaks):
        speaker = cast.find(decision.speaker).id if decision.speaker else None
        return all(a.speaker == speaker for a in cast.attributions if a.id in keys)
    return True


def _rename(cast: Cast, decision: Rename) -> tuple[Cast, Decided]:
    entity = cast.find(decision.person)
    return cast.changed(entity.id, named(entity, decision.name)), applied(decision, About("entity", entity.id))


def _speaks(cast: Cast, decision: Speaks) -> tuple[Cast, Decided]:
    """Give sources to a speaker; what points at somebody else there points at the new speaker."""
    speaker = cast.find(decision.speaker) if decision.speaker else None
    chosen = _sources(cast, decision)
    keys = {a.id for a in chosen}
    places = {Place(a.report, span) for a in chosen for span in a.source}
    changed = replace(
        cast,
        entities=tuple(_pointed_at(e, places, at=speaker is not None and e.id == speaker.id) for e in cast.entities),
        attributions=tuple(
            replace(a, speaker=speaker.id if speaker else None) if a.id in keys else a for a in cast.attributions
        ),
    )
    return changed, applied(decision, *(About("attribution", a.id) for a in chosen))


def _sources(cast: Cast, decision: Speaks) -> list[Attribution]:
    sayings = Sayings(cast.texts, cast.attributions)
    said = sayings.find(decision.said) if decision.said else list(cast.attributions)
    if decision.source is None:
        return said
    keys = {a.id for a in said}
    found = [a for a in sayings.sourced(decision.source, decision.report) if a.id in keys]
    if not found:
        raise Unfit(f"the source of {decision.said} is not printed as “{decision.source}”")
    return found


def _pointed_at(entity: Entity, places: set[Place], *, at: bool) -> Entity:
    """The entity with the places among its pointers, or with none of them; a name that it is printed by stays its own."""
    if not at:
        return replace(entity, pointers=tuple(p for p in entity.pointers if p not in places))
    printed = [place for spelling in entity.spellings for place in spelling.mentions]
    new = {p for p in places if not any(p.report == q.report and p.span.overlaps(q.span) for q in printed)}
    return replace(entity, pointers=tuple(sorted({*entity.pointers, *new})))


def _reject(cast: Cast, decision: Reject) -> tuple[Cast, Decided]:
    """Leave out a person who is none, or an attribution that is none."""
    if decision.person:
        gone = cast.find(decision.person).id
        left = cast.without([gone]).moved(lambda _report, _spans, key: None if key == gone else key)
        return left, applied(decision)
    found = {a.id for a in Sayings(cast.texts, cast.attributions).find(decision.said)} if decision.said else set()
    return replace(cast, attributions=tuple(a for a in cast.attributions if a.id not in found)), applied(decision)
