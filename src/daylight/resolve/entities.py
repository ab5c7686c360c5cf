"""Entities from names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from daylight.model import Annotated, Attribution, Entity, Place, SentencePair, Spelling
from daylight.offsets import digest


def resolve(
    reports: Sequence[Annotated], attributions: Sequence[Attribution], pairs: Sequence[SentencePair]
) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    """Entities of the story, and the attributions with their speakers filled in."""
    places: dict[str, list[Place]] = defaultdict(list)
    surname: dict[str, str] = {}
    for annotated in reports:
        for name in annotated.names:
            if name.kind == "person":
                text = annotated.report.slice(name.span)
                key = surname.setdefault(text.split()[-1], text)
                places[key].append(Place(annotated.report.id, name.span))
    entities = []
    owner: dict[Place, str] = {}
    for key, where in places.items():
        entity = Entity(digest("e", key), "person", key, (Spelling(key, "preferred", tuple(where)),))
        owner.update((place, entity.id) for place in where)
        entities.append(entity)

    def speaker(a: Attribution) -> str | None:
        return next((e for s in a.source for p, e in owner.items() if p.report == a.report and s.covers(p.span)), None)

    return tuple(entities), tuple(replace(a, speaker=speaker(a)) for a in attributions)
