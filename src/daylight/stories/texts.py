"""Which articles are one text: those that copies make one, closed over each other."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.stories.groups import Groups
from daylight.stories.values import COPIES, EdgeKind


class Texts:
    """Articles by the text that they are. ``edges`` are the ids of two articles and what they are to each other; only
    ``COPIES`` make two articles one text."""

    def __init__(self, edges: Iterable[tuple[str, str, EdgeKind]] = ()) -> None:
        self._groups = Groups()
        for a, b, kind in edges:
            if kind in COPIES:
                self._groups.unite(a, b)

    def of(self, article: str) -> str:
        """The first article, by id, of all that are one text with it."""
        return self._groups.first(article)
