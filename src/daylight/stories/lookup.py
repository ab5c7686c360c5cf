"""Earlier articles that may tell of the same as a new one: by the weightiest words in common, within days of each other."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from daylight.stories.outlines import Outline
from daylight.stories.terms import About, Rarity

_LOOKED_UP = 400  # latest articles that have a key word in common which are looked at
_NEAREST = 40  # of them, by key words in common, those that are likely


@dataclass(frozen=True, slots=True)
class Seen:
    """An article, what it is about, and the day of its publication as a number, None where it is not known."""

    outline: Outline
    about: About
    day: int | None


class Lookup:
    """The articles of the last days, by number. Give them in the order of time.

    An article is kept for ``days``, so that memory does not grow with the corpus; one without a date stays.
    """

    def __init__(self, rarity: Rarity, days: int) -> None:
        self.seen: dict[int, Seen] = {}
        self.number: dict[str, int] = {}
        self._rarity = rarity
        self._days = days
        self._added = 0
        self._dated: deque[int] = deque()
        self._having: dict[int, dict[int, None]] = defaultdict(dict)

    def read(self, outline: Outline) -> Seen:
        """A new article, ready to be compared."""
        return Seen(outline, self._rarity.about(outline.terms), outline.day)

    def likely(self, new: Seen, days: int) -> list[int]:
        """Articles that have many of its key words in common and are at most so many days apart, likeliest first."""
        common: Counter[int] = Counter()
        for key in new.about.keys:
            common.update(islice(reversed(self._having.get(key, {})), _LOOKED_UP))
        near = [n for n in common if apart(new, self.seen[n]) <= days]
        return sorted(near, key=lambda n: (-common[n], n))[:_NEAREST]

    def add(self, new: Seen) -> int:
        """The number of an article that later ones may be compared with."""
        number, self._added = self._added, self._added + 1
        self.seen[number] = replace(new, outline=replace(new.outline, terms=()))  # weighed, they are in what it is about
        self.number[new.outline.id] = number
        if new.day is not None:
            self._dated.append(number)
        for key in new.about.keys:
            self._having[key][number] = None
        return number

    def forget(self, today: int | None) -> list[int]:
        """Let go of what lies too far before this day; the numbers of it."""
        gone = []
        while today is not None and self._dated and (self.seen[self._dated[0]].day or 0) < today - self._days:
            gone.append(self._dated.popleft())
            old = self.seen.pop(gone[-1])
            del self.number[old.outline.id]
            for key in old.about.keys:
                del self._having[key][gone[-1]]
                if not self._having[key]:
                    del self._having[key]
        return gone


def counted(outlines: Iterable[Outline]) -> Rarity:
    """How rare words are in a corpus that is known as a whole."""
    rarity = Rarity()
    for outline in outlines:
        rarity.count(outline.terms)
    return rarity


def apart(a: Seen, b: Seen) -> int:
    """Days between two articles, 0 where one has no date."""
    return 0 if a.day is None or b.day is None else abs(a.day - b.day)
