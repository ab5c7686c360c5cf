"""What the input and people say about stories: it comes before any likeness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from daylight.stories.values import Article, Ruling


class Rulings:
    """Articles that belong together or apart. Articles with one event key belong together, with two they do not.

    ``refused`` holds the rulings that cannot be carried out, with the reason: an article that is not there, or two that
    belong together and are to stand apart.
    """

    def __init__(self, articles: Sequence[Article], rulings: Iterable[Ruling]) -> None:
        self._group = {article.id: article.id for article in articles}
        self._event: dict[str, str] = {}
        self._apart: set[frozenset[str]] = set()
        self.refused: list[tuple[Ruling, str]] = []
        for article in articles:
            if article.event is not None:
                self._together(article.id, self._event.setdefault(article.event, article.id))
        known = [ruling for ruling in rulings if self._known(ruling)]
        for ruling in sorted(known, key=lambda ruling: ruling.kind, reverse=True):
            self._carry_out(ruling)
        self._keys = {self._root(first): event for event, first in self._event.items()}

    def key(self, article: str) -> str:
        """What articles that belong together have in common."""
        return self._root(article)

    def by_event(self, article: str) -> str | None:
        """The event key of an article or of those that it belongs with."""
        return self._keys.get(self._root(article))

    def forbid(self, a: str, b: str) -> bool:
        """Whether two articles must stand in two stories."""
        one, other = self._root(a), self._root(b)
        events = (self._keys.get(one), self._keys.get(other))
        return (None not in events and events[0] != events[1]) or frozenset((one, other)) in self._apart

    def _known(self, ruling: Ruling) -> bool:
        missing = [article for article in ruling.articles if article not in self._group]
        if missing:
            self.refused.append((ruling, f"there is no article {missing[0]}"))
        return not missing

    def _carry_out(self, ruling: Ruling) -> None:
        """Put together, or keep apart; those together come first, so that what is kept apart is known by its group."""
        one, other = map(self._root, ruling.articles)
        if ruling.kind == "together":
            self._together(*ruling.articles)
        elif one == other:
            self.refused.append((ruling, "the two belong together by another ruling or by their event"))
        else:
            self._apart.add(frozenset((one, other)))

    def _together(self, a: str, b: str) -> None:
        one, other = sorted((self._root(a), self._root(b)))
        self._group[other] = one

    def _root(self, article: str) -> str:
        while self._group[article] != article:
            self._group[article] = self._group[self._group[article]]
            article = self._group[article]
        return article
