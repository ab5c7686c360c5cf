"""Which articles tell of one event: each, in the order of time, joins the story that it is like, or opens one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from daylight.models.encoder import embed
from daylight.offsets import digest
from daylight.stories.lookup import Lookup, Seen, apart, counted
from daylight.stories.outlines import Outline, in_time, outline_of
from daylight.stories.rulings import Rulings
from daylight.stories.terms import Rarity, alike
from daylight.stories.values import COPIES, Article, Edge, EdgeKind, Joined, Ruling

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

_BEST_SENSE = 0.9  # cosine of two openings that are no copies, at most
_MEMBERS = 12  # latest articles of a story with which a new one is compared
_KEPT = 14  # days for which an article is kept, as a member of a story that goes on


class Link(NamedTuple):
    """An article compared with another: log odds that they tell of one event."""

    other: int
    odds: float


class Near(NamedTuple):
    """A strand that an article is like: log odds on average over its members, the likest of them, and where it leads."""

    odds: float
    strand: str
    likest: Seen
    story: str


class Grouper:
    """Puts articles to stories one by one. Give them in the order of time.

    Articles that are like each other are a strand, and a strand is a story. What a person says moves articles from story to
    story and leaves the strands as they are, so that the articles of which nobody says anything stay together.

    ``edges`` are copies already known, each as the ids of two articles and its kind; only typed copies count, a shared
    passage is no evidence of one event. Of articles more than two weeks old no more is kept than what rulings say of them.
    """

    def __init__(self, rulings: Rulings, rarity: Rarity, edges: Iterable[tuple[str, str, EdgeKind]] = ()) -> None:
        self.rulings = rulings
        self.lookup = Lookup(rarity, _KEPT)
        self._rarity = rarity
        self._strand_of: dict[int, str] = {}
        self._story_of: dict[int, str] = {}
        self._members: dict[str, list[int]] = defaultdict(list)
        self._ruled: dict[str, list[str]] = defaultdict(list)
        self._copies: dict[str, list[str]] = defaultdict(list)
        self._bound: dict[str, str] = {}
        self._events: set[str] = set()
        for a, b, kind in edges:
            if kind in COPIES:
                self._copies[a].append(b)
                self._copies[b].append(a)

    def add(self, outline: Outline) -> Joined:
        """The story of one more article."""
        new = self.lookup.read(outline)
        self._forget(new.day)
        strand, joined = self._placed(new)
        number = self.lookup.add(new)
        self._members[strand].append(number)
        self._strand_of[number] = strand
        self._story_of[number] = joined.story
        if self.rulings.speak_of(outline.id):
            for place in {strand, joined.story}:
                self._ruled[place].append(outline.id)
            self._bound.setdefault(self.rulings.key(outline.id), joined.story)
        if outline.event is not None:
            self._events.add(outline.event)
        return joined

    def _forget(self, today: int | None) -> None:
        for number in self.lookup.forget(today):
            del self._story_of[number]
            strand = self._strand_of.pop(number)
            self._members[strand].remove(number)
            if not self._members[strand]:
                del self._members[strand]

    def _placed(self, new: Seen) -> tuple[str, Joined]:
        """The strand and the story of an article. A story has the id of the strand that it was at first."""
        article, event = new.outline.id, new.outline.event
        story = self._bound.get(self.rulings.key(article))
        if story and event in self._events:
            return story, Joined(article, story, f"the input says so: event {event}")
        near = self._nearest(new, story)
        strand = near.strand if near else digest("story", article)
        if story:
            return strand, Joined(article, story, "a person said so")
        if near is None:
            return strand, Joined(article, strand, "the first of its story")
        nearest = near.likest.outline.id
        return strand, Joined(article, near.story, self._reason(new, near.likest), nearest, round(near.odds, 2))

    def _nearest(self, new: Seen, story: str | None) -> Near | None:
        """The strand that an article is like on average; ``story`` is where it belongs whatever it is like."""
        near = max(self._offered(new, story), key=lambda near: (near.odds, near.strand), default=None)
        return near if near and near.odds >= JOINS else None

    def _offered(self, new: Seen, story: str | None) -> Iterator[Near]:
        """Strands that may take the article, by their latest members."""
        links = {link.other: link for link in self._links(new)}
        for strand in sorted({self._strand_of[n] for n in links}):
            if self._forbidden(new, strand):
                continue
            near = self._members[strand][-_MEMBERS:]
            for n in near:
                if n not in links:
                    links[n] = self._link(new, n)
            likest = max((links[n] for n in near), key=lambda link: link.odds).other
            leads = story or self._leads(strand, likest)
            if story or not self._forbidden(new, leads):
                yield Near(sum(links[n].odds for n in near) / len(near), strand, self.lookup.seen[likest], leads)

    def _leads(self, strand: str, likest: int) -> str:
        """The story of a strand; where people took all of it to others, that of the member that is likest."""
        left = any(self._story_of[n] == strand for n in self._members[strand])
        return strand if left else self._story_of[likest]

    def _forbidden(self, new: Seen, place: str) -> bool:
        """Whether an article must stand apart from one of a strand or of a story."""
        return any(self.rulings.forbid(new.outline.id, other) for other in self._ruled.get(place, ()))

    def _links(self, new: Seen) -> list[Link]:
        """Likely articles of the same event, compared."""
        likely = self.lookup.likely(new, WINDOW)
        copies = self._copies.get(new.outline.id, ())
        known = [self.lookup.number[other] for other in copies if other in self.lookup.number]
        likely += [n for n in known if n not in likely and apart(new, self.lookup.seen[n]) <= WINDOW]
        return [link for n in likely if (link := self._link(new, n)).odds >= JOINS]

    def _link(self, new: Seen, number: int) -> Link:
        other = self.lookup.seen[number]
        if self._copied(new, other):
            return Link(number, COPIED)
        odds = BIAS + WHOLE * alike(new.about.whole, other.about.whole) + LEAD * alike(new.about.lead, other.about.lead)
        if None in (new.day, other.day):
            odds -= UNDATED
        if odds + SENSE * _BEST_SENSE < JOINS:  # no vectors could make them one event
            return Link(number, odds)
        return Link(number, odds + SENSE * _sense(new.outline, other.outline))

    def _copied(self, new: Seen, other: Seen) -> bool:
        return other.outline.id in self._copies.get(new.outline.id, ())

    def _reason(self, new: Seen, other: Seen) -> str:
        if self._copied(new, other):
            return "a copy of an article of the story"
        words = ", ".join(self._rarity.shared(new.about, other.about, 5))
        days = apart(new, other)
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
    outlines = in_time(map(outline_of, articles))
    ruled = Rulings(((outline.id, outline.event) for outline in outlines), rulings)
    grouper = Grouper(ruled, counted(outlines), ((*edge.reports, edge.kind) for edge in edges))
    return tuple(grouper.add(outline) for outline in outlines), tuple(ruled.refused)


def _sense(a: Outline, b: Outline) -> float:
    one, other = embed([a.opening, b.opening])
    return float(one @ other)
