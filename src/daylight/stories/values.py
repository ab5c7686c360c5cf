"""What the corpus stages take and give: plain values, known by the ids of texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from daylight.model import STORY_ROLES, BlockRole, Passage, Span

EdgeKind = Literal["same", "trimmed", "edited", "reworded", "passage", "quotation", "boilerplate"]

COPIES: frozenset[EdgeKind] = frozenset({"same", "trimmed", "edited", "reworded"})
"""Kinds that make two texts one for counting. The others share a part and no more; nothing is closed over them."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text of a corpus. Ids are unique in it.

    ``parts`` are the stretches that belong to the story (headline and body), in order; empty for the whole text.
    ``published`` is ISO 8601, a date or a date with time, None where not known. ``event`` is a key by which the input
    itself says which texts are of one event, None where it does not say.
    """

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    parts: tuple[Span, ...] = ()
    event: str | None = None


class Placed(Protocol):
    """A block of a report: where it stands, and its role."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def role(self) -> BlockRole:
        """What it is."""


class Told(Protocol):
    """Of a report, what makes an article: a ``Report`` is one."""

    @property
    def text(self) -> str:
        """All of it."""

    @property
    def published(self) -> str | None:
        """As in ``Article``."""

    @property
    def outlet(self) -> str | None:
        """As in ``Article``."""

    @property
    def blocks(self) -> Sequence[Placed]:
        """Its parts, in order."""


def article_of(report: Told, key: str, event: str | None) -> Article:
    """A report as the corpus stages take it: what belongs to the story, when, and where it appeared."""
    parts = tuple(block.span for block in report.blocks if block.role in STORY_ROLES)
    return Article(key, report.text, report.published, report.outlet, parts, event)


@dataclass(frozen=True, slots=True)
class Edge:
    """Two texts of which one was made from the other, or both from a third, or which share a part. ``reports`` is sorted.

    - same: the words are the same, but for what stands around the story
    - trimmed: one is the other with parts left out
    - edited: most of one stands in the other, with words changed, added or moved
    - reworded: most of one is told in the other in other words, in the same order
    - passage, quotation, boilerplate: a part stands in both: text, words inside quotation marks, or text that many
      articles carry

    ``shares`` are the parts of each text's words that stand in the passages, ``equal`` how many of the words of the
    passages are the same, all in [0, 1]. ``first`` is the text that came first where times or evidence tell, and
    ``reason`` says why, or why it cannot be told.
    """

    reports: tuple[str, str]
    kind: EdgeKind
    shares: tuple[float, float]
    equal: float
    passages: tuple[Passage, ...]
    first: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """An article and the story that it was put to, with the reason in words.

    ``nearest`` is the article of the story that it is most like, and ``score`` the log odds that the two tell of one event;
    both are None for an article that opened its story, or was put there by a key or a person.
    """

    article: str
    story: str
    reason: str
    nearest: str | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided of two articles or more: all are of one event ("together"), or each two of two ("apart")."""

    kind: Literal["together", "apart"]
    articles: tuple[str, ...]
