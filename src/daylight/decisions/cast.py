"""Who is who in a story, while decisions change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from daylight.decisions.refer import entity_named
from daylight.decisions.values import Ref
from daylight.model import Annotated, Attribution, Entity, Report, Span

Move = Callable[[str, Sequence[Span], str], str | None]
"""From a report, the words that name an entity there, and its id, to the id that it shall have."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a story and what they say. ``became`` leads from ids that are gone to those that they are now."""

    reports: Sequence[Annotated]
    entities: tuple[Entity, ...]
    attributions: tuple[Attribution, ...]
    became: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> list[Report]:
        """The reports without their annotation."""
        return [annotated.report for annotated in self.reports]

    def find(self, ref: Ref) -> Entity:
        """The one entity that ``ref`` means now; Unfit where it means none, or several."""
        now = Ref(self.now(ref.id) if ref.id else None, self.now(ref.name) if ref.name else None)
        return entity_named(now, self.entities)

    def now(self, key: str) -> str:
        """The id that an entity has now."""
        return self.became.get(key, key)

    def without(self, keys: Iterable[str]) -> Cast:
        """Without some of the entities; what names them is to be moved."""
        gone = set(keys)
        return replace(self, entities=tuple(e for e in self.entities if e.id not in gone))

    def changed(self, old: str, *new: Entity) -> Cast:
        """With one entity replaced."""
        entities = [part for e in self.entities for part in (new if e.id == old else (e,))]
        return replace(self, entities=tuple(entities))

    def moved(self, move: Move) -> Cast:
        """With every speaker, second hand and place of the attributions looked at again."""
        return replace(self, attributions=tuple(map(partial(_moved, move), self.attributions)))


def _moved(move: Move, a: Attribution) -> Attribution:
    place = a.place and replace(a.place, entity=_to(move, a.report, (a.place.span,), a.place.entity))
    return replace(
        a,
        speaker=_to(move, a.report, a.source, a.speaker),
        co_speakers=tuple(dict.fromkeys(to for key in a.co_speakers if (to := _to(move, a.report, a.source, key)))),
        via=_to(move, a.report, a.via_source, a.via),
        place=place,
    )


def _to(move: Move, report: str, spans: Sequence[Span], key: str | None) -> str | None:
    return move(report, spans, key) if key else None
