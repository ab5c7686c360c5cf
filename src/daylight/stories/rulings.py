"""What the input and people say about stories: it comes before any likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from daylight.stories.groups import Groups
from daylight.stories.values import Ruling


class Rulings:
    """Articles that belong together or apart. Articles with one event key belong together, with two they do not.

    ``events`` are the ids of all articles with their event keys, in order; nothing is kept of an article of which nobody
    says anything. Rulings are taken in an order of their own, those together first, so that theirs does not matter.
    ``refused`` holds those that cannot be carried out, with the reason: an article that is not there, articles of two events
    that are to stand together, or two that belong together and are to stand apart.
    """

    def __init__(self, events: Iterable[tuple[str, str | None]], rulings: Iterable[Ruling] = ()) -> None:
        self._groups = Groups()
        self._known: set[str] = set()
        self._event: dict[str, str] = {}
        self._apart: dict[str, set[int]] = defaultdict(set)
        self.refused: list[tuple[Ruling, str]] = []
        given = sorted(rulings, key=lambda ruling: (ruling.kind == "apart", sorted(ruling.articles)))
        self._read(events, {article for ruling in given for article in ruling.articles})
        for number, ruling in enumerate(given):
            if reason := self._against(ruling):
                self.refused.append((ruling, reason))
            else:
                self._carry_out(ruling, number)

    def speak_of(self, article: str) -> bool:
        """Whether anybody says anything about an article."""
        return article in self._known

    def key(self, article: str) -> str:
        """What articles that belong together have in common."""
        return self._groups.first(article)

    def forbid(self, a: str, b: str) -> bool:
        """Whether two articles must stand in two stories."""
        one, other = self.key(a), self.key(b)
        if one == other:
            return False
        events = (self._event.get(one), self._event.get(other))
        return None not in events or not self._apart.get(one, set()).isdisjoint(self._apart.get(other, ()))

    def _read(self, events: Iterable[tuple[str, str | None]], named: set[str]) -> None:
        """Put articles together by their events."""
        first: dict[str, str] = {}
        for article, event in events:
            if event is not None or article in named:
                self._known.add(article)
            if event is not None:
                self._together(first.setdefault(event, article), article)
                self._event[self.key(article)] = event

    def _against(self, ruling: Ruling) -> str:
        """Why a ruling cannot be carried out, "" where it can."""
        missing = [article for article in ruling.articles if article not in self._known]
        if missing:
            return f"there is no article {missing[0]}"
        groups = {self.key(article) for article in ruling.articles}
        if ruling.kind == "apart":
            several = len(groups) == len(ruling.articles)
            return "" if several else "two of them belong together by another decision or by their event"
        events = sorted({self._event[group] for group in groups if group in self._event})
        return f"the input says that they are of different events: {', '.join(events)}" if len(events) > 1 else ""

    def _carry_out(self, ruling: Ruling, number: int) -> None:
        """Put together; or keep apart, which is known by the groups, since no more is put together then."""
        if ruling.kind == "apart":
            for article in ruling.articles:
                self._apart[self.key(article)].add(number)
        else:
            for article in ruling.articles[1:]:
                self._together(ruling.articles[0], article)

    def _together(self, a: str, b: str) -> None:
        """Make one group of two, of which no more than one has an event."""
        one, other = self._groups.unite(a, b)
        if other != one and other in self._event:
            self._event[one] = self._event.pop(other)
