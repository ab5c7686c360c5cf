"""A text made ready for comparison with others: its words as hashes, where they stand, which are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from daylight.model import Span
from daylight.stories.arrays import Flags, Hashes, Places, run_starts
from daylight.stories.hashing import words_of
from daylight.stories.shingles import shingles
from daylight.stories.values import Article

SEED = 3
"""Words of the runs from which passages grow. Of the runs of 3 words a fifth survives when 40 % of the words are changed, of
those of 5 a twelfth."""

_QUOTED = re.compile(r"“[^“”\n]{1,1500}|(?<![^\s(\[—])\"(?=\S)[^\"\n]{1,1500}\"")
"""Curly marks to the closing one or to the end of the paragraph, straight ones only where both stand. A mark that is missing
must not make the rest of the text quoted."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The story words of a text. ``seeds`` are its runs of SEED words, each told apart from its earlier repetitions."""

    hashes: Hashes
    starts: Places
    ends: Places
    quoted: Flags
    seeds: Hashes
    listed: Sequence[int]

    def span(self, first: int, last: int) -> Span:
        """From word ``first`` up to word ``last``, which is left out."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


def read(article: Article) -> Reading:
    """The words of the story parts of an article."""
    found = words_of(article.text)
    story = inside(found.starts, article.parts) if article.parts else np.ones(len(found.starts), np.bool_)
    hashes, starts, ends = found.hashes[story], found.starts[story], found.ends[story]
    return Reading(
        hashes, starts, ends, inside(starts, quoted_spans(article.text)), _numbered(shingles(hashes, SEED)), hashes.tolist()
    )


def quoted_spans(text: str) -> list[Span]:
    """What stands inside quotation marks, in order."""
    return [Span(m.start(), m.end()) for m in _QUOTED.finditer(text)]


def story_text(article: Article) -> str:
    """The story parts of an article, one a line."""
    return "\n".join(article.text[p.start : p.end] for p in article.parts) if article.parts else article.text


def inside(starts: Places, spans: Iterable[Span]) -> Flags:
    """Which words begin inside one of the spans; these are in order and do not overlap."""
    bounds = np.array([edge for span in spans for edge in span], np.int64)
    found: Flags = np.searchsorted(bounds, starts, side="right") % 2 == 1
    return found


def _numbered(hashes: Hashes) -> Hashes:
    """The hashes, told apart where they stand again: the second of one text is compared with the second of another."""
    order = np.argsort(hashes, kind="stable")
    ordered = hashes[order]
    begins = run_starts(ordered)
    sizes = np.diff(begins, append=len(ordered))
    rank = np.arange(len(ordered)) - np.repeat(begins, sizes)
    numbered = hashes.copy()
    numbered[order] += rank.astype(np.uint64) << np.uint64(48)
    return numbered
