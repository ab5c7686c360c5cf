"""Earlier articles that may tell of the same as a new one: by the weightiest words in common, within days of each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from daylight.stories.terms import About, Rarity, terms_of
from daylight.stories.values import Article

_LOOKED_UP = 400  # latest articles that have a key word in common which are looked at
_NEAREST = 40  # of them, by key words in common, those that are likely


@dataclass(frozen=True, slots=True)
class Seen:
    """An article, what it is about, and the day of its publication as a number, None where it is not known."""

    article: Article
    about: About
    day: int | None


class Lookup:
    """The articles seen so far, by number. Give them in the order of time."""

    def __init__(self, rarity: Rarity) -> None:
        self.seen: list[Seen] = []
        self.number: dict[str, int] = {}
        self._rarity = rarity
        self._having: dict[str, list[int]] = defaultdict(list)

    def read(self, article: Article) -> Seen:
        """A new article, ready to be compared."""
        return Seen(article, self._rarity.about(terms_of(article)), _day(article.published))

    def likely(self, new: Seen, days: int) -> list[int]:
        """Articles that have many of its key words in common and are at most so many days apart, likeliest first."""
        common: Counter[int] = Counter()
        for key in new.about.keys:
            common.update(self._having[key][-_LOOKED_UP:])
        near = [n for n in common if days_between(new, self.seen[n]) <= days]
        return sorted(near, key=lambda n: (-common[n], n))[:_NEAREST]

    def add(self, new: Seen) -> int:
        """The number of an article that later ones may be compared with."""
        number = len(self.seen)
        self.seen.append(new)
        self.number[new.article.id] = number
        for key in new.about.keys:
            self._having[key].append(number)
        return number


def counted(articles: Iterable[Article]) -> Rarity:
    """How rare words are in a corpus that is known as a whole."""
    rarity = Rarity()
    for article in articles:
        rarity.count(terms_of(article))
    return rarity


def in_time(articles: Iterable[Article]) -> list[Article]:
    """Articles in the order of time and ids, those without a date first."""
    return sorted(articles, key=lambda article: (article.published or "", article.id))


def days_between(a: Seen, b: Seen) -> int:
    """Days between two articles, 0 where one has no date."""
    return 0 if a.day is None or b.day is None else abs(a.day - b.day)


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None
