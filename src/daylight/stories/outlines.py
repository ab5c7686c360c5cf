"""What is kept of an article to find those like it: its words and its opening, not its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from daylight.stories.terms import terms_of
from daylight.stories.values import Article

_OPENING = 600  # characters of which the vector is made; the encoder reads about as many


@dataclass(frozen=True, slots=True)
class Outline:
    """An article without its text: the content words of its story parts, folded, in order (``terms``), and how they open.

    ``published``, ``outlet`` and ``event`` are as in ``Article``.
    """

    id: str
    terms: tuple[str, ...]
    opening: str
    published: str | None = None
    outlet: str | None = None
    event: str | None = None

    @property
    def day(self) -> int | None:
        """The day of publication as a number, None where it is not known."""
        return _day(self.published)


def outline_of(article: Article) -> Outline:
    """The outline of an article."""
    start = article.parts[0].start if article.parts else 0
    opening = " ".join(article.text[start : start + _OPENING].split())
    return Outline(article.id, tuple(terms_of(article)), opening, article.published, article.outlet, article.event)


def in_time(outlines: Iterable[Outline]) -> list[Outline]:
    """Outlines in the order of time and ids, those without a day first."""
    return sorted(outlines, key=time_key)


def time_key(outline: Outline) -> tuple[int, str, str]:
    """What outlines are ordered by."""
    return outline.day or 0, outline.published or "", outline.id


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None
