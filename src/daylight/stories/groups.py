"""Articles put together by their ids (union-find)."""

from __future__ import annotations


class Groups:
    """Groups of articles; one that was put together with none is a group by itself, of which nothing is kept."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def first(self, article: str) -> str:
        """The first article, by id, of the group that an article is in."""
        above = self._above
        while (other := above.get(article, article)) != article:
            above[article] = article = above.get(other, other)
        return article

    def unite(self, a: str, b: str) -> tuple[str, str]:
        """Make one group of those of two articles; gives the first of it, and the first of what was added to it."""
        one, other = sorted((self.first(a), self.first(b)))
        if one != other:
            self._above[other] = one
        return one, other
