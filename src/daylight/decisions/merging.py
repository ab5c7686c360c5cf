"""Several entities become one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from daylight.decisions.cast import Cast
from daylight.decisions.outcome import Outcome, applied, not_applied
from daylight.decisions.refer import Unfit
from daylight.decisions.values import Merge, Ref
from daylight.model import About, Annotated, Decided, Entity, Place, Span
from daylight.resolve import best_supported, united


def merge(cast: Cast, decisions: Sequence[Merge]) -> tuple[Cast, list[Outcome]]:
    """Make one of all that the decisions put together; all of them at once, so that their order does not matter."""
    groups: dict[str, frozenset[str]] = {e.id: frozenset({e.id}) for e in cast.entities}
    names: dict[str, str] = {}
    told: list[Outcome] = []
    for decision in decisions:
        found, missing = _all_of(cast, decision.people)
        told.append((decision, _judged(cast.reports, decision, found, missing)))
        if found and told[-1][1].status != "not-applied":
            joined = frozenset().union(*(groups[e.id] for e in found))
            groups |= dict.fromkeys(joined, joined)
            names |= dict.fromkeys(joined, decision.name) if decision.name else {}
    merged = _unite(cast, {group for group in groups.values() if len(group) > 1}, names)
    return merged, [(decision, _now_about(merged, decided)) for decision, decided in told]


def _all_of(cast: Cast, refs: Iterable[Ref]) -> tuple[list[Entity], str]:
    """The entities that can be found, each once, and why the others cannot."""
    found: dict[str, Entity] = {}
    missing = []
    for ref in refs:
        try:
            entity = cast.find(ref)
            found[entity.id] = entity
        except Unfit as reason:
            missing.append(str(reason))
    return list(found.values()), "; ".join(missing)


def _judged(reports: Sequence[Annotated], decision: Merge, found: Sequence[Entity], missing: str) -> Decided:
    if len(found) < 2 and missing:
        return not_applied(decision, missing)
    about = [About("entity", entity.id) for entity in found]
    if len(found) < 2:
        return applied(decision, *about, reason="they are one already")
    evidence = named_together(reports, found)
    unlike = "" if len({e.kind for e in found}) == 1 else "they are of different kinds"
    together = "one sentence names them as two" if evidence else ""
    reason = "; ".join(filter(None, (missing, together, unlike)))
    done = applied(decision, *about, reason=reason)
    return replace(done, status="against-evidence", evidence=evidence) if together or unlike else done


def named_together(reports: Sequence[Annotated], entities: Sequence[Entity]) -> tuple[Place, ...]:
    """The first places where one sentence names two of the entities; nothing where none does."""
    for annotated in reports:
        names = [(e.id, span) for e in entities for span in _in(annotated.report.id, e)]
        for sentence in annotated.sentences:
            inside = [(key, span) for key, span in names if sentence.span.covers(span)]
            for (a, first), (b, second) in combinations(inside, 2):
                if a != b and not first.overlaps(second):
                    return tuple(sorted((Place(annotated.report.id, first), Place(annotated.report.id, second))))
    return ()


def _in(report: str, entity: Entity) -> list[Span]:
    return [place.span for spelling in entity.spellings for place in spelling.mentions if place.report == report]


def _unite(cast: Cast, groups: Iterable[frozenset[str]], names: Mapping[str, str]) -> Cast:
    """Each group made one, under the id of the best supported of its members."""
    became = dict(cast.became)
    for group in groups:
        members = [e for e in cast.entities if e.id in group]
        host = best_supported(members)
        others = [e for e in members if e.id != host.id]
        cast = cast.changed(host.id, united(host, others, names.get(host.id))).without(e.id for e in others)
        became |= {e.id: host.id for e in others}
    moved = replace(cast, became=became)
    return moved.moved(lambda _report, _spans, key: moved.now(key))


def _now_about(cast: Cast, decided: Decided) -> Decided:
    keys = Counter(cast.now(about.id) for about in decided.about)
    return replace(decided, about=tuple(About("entity", key) for key in keys))
