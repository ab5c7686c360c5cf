"""What the input and people say about stories: it comes before any likeness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from daylight.stories.values import Ruling


class Rulings:
    """Articles that belong together or apart. Articles with one event key belong together, with two they do not.

    ``events`` are the ids of all articles with their event keys, in order; nothing is kept of an article of which nobody
    says anything. ``refused`` holds the rulings that cannot be carried out, with the reason: an article that is not
    there, or two that belong together and are to stand apart.
    """

    def __init__(self, events: Iterable[tuple[str, str | None]], rulings: Iterable[Ruling] = ()) -> None:
        self._group: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        self.refused: list[tuple[Ruling, str]] = []
        given = list(rulings)
        first = self._read(events, {article for ruling in given for article in ruling.articles})
        known = [ruling for ruling in given if self._known(ruling)]
        for ruling in sorted(known, key=lambda ruling: ruling.kind, reverse=True):
            self._carry_out(ruling)
        self._keys = {self.key(article): event for event, article in first.items()}

    def speak_of(self, article: str) -> bool:
        """Whether anybody says anything about an article."""
        return article in self._group

    def key(self, article: str) -> str:
        """What articles that belong together have in common."""
        group = self._group
        while (above := group.get(article, article)) != article:
            group[article] = article = group[above]
        return article

    def by_event(self, article: str) -> str | None:
        """The event key of an article or of those that it belongs with."""
        return self._keys.get(self.key(article))

    def forbid(self, a: str, b: str) -> bool:
        """Whether two articles must stand in two stories."""
        one, other = self.key(a), self.key(b)
        events = (self._keys.get(one), self._keys.get(other))
        return (None not in events and events[0] != events[1]) or frozenset((one, other)) in self._apart

    def _read(self, events: Iterable[tuple[str, str | None]], named: set[str]) -> Mapping[str, str]:
        """The first article of each event."""
        first: dict[str, str] = {}
        for article, event in events:
            if event is not None or article in named:
                self._group[article] = article
            if event is not None:
                self._together(article, first.setdefault(event, article))
        return first

    def _known(self, ruling: Ruling) -> bool:
        missing = [article for article in ruling.articles if article not in self._group]
        if missing:
            self.refused.append((ruling, f"there is no article {missing[0]}"))
        return not missing

    def _carry_out(self, ruling: Ruling) -> None:
        """Put together, or keep apart; those together come first, so that what is kept apart is known by its group."""
        one, other = map(self.key, ruling.articles)
        if ruling.kind == "together":
            self._together(*ruling.articles)
        elif one == other:
            self.refused.append((ruling, "the two belong together by another ruling or by their event"))
        else:
            self._apart.add(frozenset((one, other)))

    def _together(self, a: str, b: str) -> None:
        one, other = sorted((self.key(a), self.key(b)))
        self._group[other] = one
