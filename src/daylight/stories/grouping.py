"""Which articles tell of one event: each, in the order of time, joins the story that it is like, or opens one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from daylight.models.encoder import embed
from daylight.offsets import digest
from daylight.stories.lookup import Lookup, Seen, counted, days_between, in_time
from daylight.stories.rulings import Rulings
from daylight.stories.terms import Rarity, alike, shared
from daylight.stories.values import COPIES, Article, Edge, Joined, Ruling

# Logistic regression on 128 pairs of reports of one event against 16,000 of different ones at most 30 days apart (44 events,
# PolNeAR, one subject of economy), rounded: cosines of the rare words of the whole texts, of those of their beginnings, and
# of the vectors of their first sentences.
WHOLE, LEAD, SENSE, BIAS = 15.0, 11.0, 11.5, -14.0

JOINS = 0.0
"""Log odds, on average over the story's articles, from which an article joins."""

UNDATED = 1.0
"""Added to what is asked where one of the two has no date."""

WINDOW = 3
"""Days between an article and the nearest in time of its story, at most."""

COPIED = 5.0
"""Log odds that a copy of an article tells of its event: the times may still keep them apart."""

_OPENING = 600  # characters of which the vector is made; the encoder reads about as many
_BEST_SENSE = 0.9  # cosine of two openings that are no copies, at most
_MEMBERS = 12  # latest articles of a story with which a new one is compared


class Link(NamedTuple):
    """An article compared with another: log odds that they tell of one event."""

    other: int
    odds: float


class Grouper:
    """Puts articles to stories one by one. Give them in the order of time.

    ``edges`` are copies already known; only typed copies count, a shared passage is no evidence of one event.
    """

    def __init__(self, rulings: Rulings, rarity: Rarity, edges: Iterable[Edge] = ()) -> None:
        self.rulings = rulings
        self.lookup = Lookup(rarity)
        self.story_of: list[str] = []
        self.stories: dict[str, list[int]] = defaultdict(list)
        self._copies: dict[str, list[str]] = defaultdict(list)
        self._bound: dict[str, str] = {}
        for edge in edges:
            if edge.kind in COPIES:
                a, b = edge.reports
                self._copies[a].append(b)
                self._copies[b].append(a)

    def add(self, article: Article) -> Joined:
        """The story of one more article."""
        new = self.lookup.read(article)
        joined = self._by_ruling(new) or self._by_likeness(new) or self._opened(new)
        self.stories[joined.story].append(self.lookup.add(new))
        self.story_of.append(joined.story)
        self._bound.setdefault(self.rulings.key(article.id), joined.story)
        return joined

    def _by_ruling(self, new: Seen) -> Joined | None:
        story = self._bound.get(self.rulings.key(new.article.id))
        if story is None:
            return None
        event = self.rulings.by_event(new.article.id)
        said = "a person said so" if event is None else f"the input says so: event {event}"
        return Joined(new.article.id, story, said)

    def _by_likeness(self, new: Seen) -> Joined | None:
        links = {link.other: link for link in self._links(new)}
        options = [
            (sum(links[n].odds for n in near) / len(near), story, max((links[n] for n in near), key=lambda link: link.odds))
            for story, near in self._offered(new, links)
        ]
        best = max(options, key=lambda option: (option[0], option[1]), default=None)
        if best is None or best[0] < JOINS:
            return None
        nearest = self.lookup.seen[best[2].other]
        return Joined(new.article.id, best[1], self._reason(new, nearest), nearest.article.id, round(best[0], 2))

    def _offered(self, new: Seen, links: dict[int, Link]) -> Iterator[tuple[str, list[int]]]:
        """Stories that may take the article, each with the members that it is compared with."""
        for story in sorted({self.story_of[n] for n in links}):
            members = self.stories[story]
            if any(self.rulings.forbid(new.article.id, self.lookup.seen[n].article.id) for n in members):
                continue
            near = members[-_MEMBERS:]
            for n in near:
                if n not in links:
                    links[n] = self._link(new, n)
            yield story, near

    def _links(self, new: Seen) -> list[Link]:
        """Likely articles of the same event, compared."""
        likely = self.lookup.likely(new, WINDOW)
        known = [self.lookup.number[other] for other in self._copies[new.article.id] if other in self.lookup.number]
        likely += [n for n in known if n not in likely and days_between(new, self.lookup.seen[n]) <= WINDOW]
        return [link for n in likely if (link := self._link(new, n)).odds >= JOINS]

    def _link(self, new: Seen, number: int) -> Link:
        other = self.lookup.seen[number]
        if other.article.id in self._copies[new.article.id]:
            return Link(number, COPIED)
        odds = BIAS + WHOLE * alike(new.about.whole, other.about.whole) + LEAD * alike(new.about.lead, other.about.lead)
        if None in (new.day, other.day):
            odds -= UNDATED
        if odds + SENSE * _BEST_SENSE < JOINS:  # no vectors could make them one event
            return Link(number, odds)
        return Link(number, odds + SENSE * _sense(new.article, other.article))

    def _opened(self, new: Seen) -> Joined:
        return Joined(new.article.id, digest("story", new.article.id), "the first of its story")

    def _reason(self, new: Seen, other: Seen) -> str:
        if other.article.id in self._copies[new.article.id]:
            return "a copy of an article of the story"
        words = ", ".join(shared(new.about, other.about, 5))
        days = days_between(new, other)
        when = (
            "a date is missing"
            if None in (new.day, other.day)
            else "the same day"
            if not days
            else f"{days} day{'s' * (days > 1)} apart"
        )
        return f"like an article of the story in: {words}; {when}"


def group(
    articles: Sequence[Article], edges: Iterable[Edge] = (), rulings: Iterable[Ruling] = ()
) -> tuple[tuple[Joined, ...], tuple[tuple[Ruling, str], ...]]:
    """The story of each article, in the order of time and ids, and the rulings that could not be carried out."""
    ordered = in_time(articles)
    ruled = Rulings(ordered, rulings)
    grouper = Grouper(ruled, counted(ordered), edges)
    return tuple(grouper.add(article) for article in ordered), tuple(ruled.refused)


def _sense(a: Article, b: Article) -> float:
    one, other = embed([_opening(a), _opening(b)])
    return float(one @ other)


def _opening(article: Article) -> str:
    start = article.parts[0].start if article.parts else 0
    return " ".join(article.text[start : start + _OPENING].split())
