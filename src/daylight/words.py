"""Words of a text: where they stand, how they are folded, and how two sequences of them differ."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from anyascii import anyascii

from daylight.lexicon import load
from daylight.model import Span

_WORD = re.compile(
    r"\b[^\W\d_](?:\.[^\W\d_])+\b\.?(?:[-‐‑]\w+)*"  # U.S., a.m., U.S.-led
    r"|\w+(?:(?:['’‘ʼ&\-‐‑]|(?<=\d)[.,:](?=\d))\w+|\*{2,}\w*)*"  # don't, cease-fire, 2,357.5, 10:30, f***ing
)
_INNER_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")

CONTENT_WEIGHT = 4
"""How many equal function words one equal content word outweighs when words are aligned."""

MAX_CELLS = 40_000
"""Largest table that is aligned exactly: two texts of 200 words, 10 ms. Words that stand once on each side cut larger."""

Op = Literal["equal", "replace", "insert", "delete"]


class Edit(NamedTuple):
    """``a[a[0]:a[1]]`` became ``b[b[0]:b[1]]``. An insertion has an empty side in ``a``, a deletion in ``b``."""

    op: Op
    a: tuple[int, int]
    b: tuple[int, int]


def words(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """Where the words of ``text`` stand, inside ``span`` if given. Marks are no words; "don't" and "2,357" are one each."""
    start, end = span or (0, len(text))
    return tuple(Span(m.start(), m.end()) for m in _WORD.finditer(text, start, end))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The word without what is typography only.

    Case, diacritics, the shape of apostrophes and hyphens, hyphens between letters ("cease-fire"), stops of an
    abbreviation ("U.S."), and separators of thousands go. Words that differ otherwise stay apart.
    """
    plain = word if word.isascii() else anyascii(word)
    plain = _INNER_HYPHEN.sub("", plain.casefold().replace("`", "'"))
    if plain[:1].isdigit():
        return _THOUSANDS.sub("", plain)
    return plain.replace(".", "")


@cache
def stopwords() -> frozenset[str]:
    """Folded function words."""
    return frozenset(word for group in load("stopwords").values() for word in group)


def is_content(folded: str) -> bool:
    """Whether a folded word carries content: numbers do, function words do not."""
    return folded not in stopwords()


def diff(a: Sequence[str], b: Sequence[str]) -> tuple[Edit, ...]:
    """How ``b`` differs from ``a``, words compared as given (fold them first to pass over typography).

    The longest common subsequence with content words weighted, so that two texts meet at their content and not at a
    chance "the". No word is lost: the edits cover both sides in order. Exact up to MAX_CELLS; beyond it words that stand
    once on each side are the anchors (patience diff), so that time stays near linear.
    """
    return tuple(_edits(list(_matches(a, b, (0, len(a)), (0, len(b)), anchors=True)), len(a), len(b)))


def _matches(
    a: Sequence[str], b: Sequence[str], range_a: tuple[int, int], range_b: tuple[int, int], *, anchors: bool
) -> Iterator[tuple[int, int]]:
    """Pairs of equal positions, both rising. A stretch too large for a table is cut at anchors, once."""
    (i, i_end), (j, j_end) = range_a, range_b
    while i < i_end and j < j_end and a[i] == b[j]:
        yield i, j
        i, j = i + 1, j + 1
    tail = 0
    while i < i_end - tail and j < j_end - tail and a[i_end - tail - 1] == b[j_end - tail - 1]:
        tail += 1
    i_end, j_end = i_end - tail, j_end - tail
    if (i_end - i) * (j_end - j) <= MAX_CELLS:
        yield from _exact(a, b, (i, i_end), (j, j_end))
    elif anchors:
        yield from _anchored(a, b, (i, i_end), (j, j_end))
    yield from ((i_end + k, j_end + k) for k in range(tail))


def _exact(
    a: Sequence[str], b: Sequence[str], range_a: tuple[int, int], range_b: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """The heaviest common subsequence, by dynamic programming from the end."""
    (i, i_end), (j, j_end) = range_a, range_b
    width = j_end - j
    weight = [CONTENT_WEIGHT if is_content(word) else 1 for word in a[i:i_end]]
    best = [[0] * (width + 1) for _ in range(i_end - i + 1)]
    for x in range(i_end - i - 1, -1, -1):
        row, below, word = best[x], best[x + 1], a[i + x]
        for y in range(width - 1, -1, -1):
            skip = max(below[y], row[y + 1])
            row[y] = max(skip, below[y + 1] + weight[x]) if word == b[j + y] else skip
    x = y = 0
    while x < i_end - i and y < width:
        if a[i + x] == b[j + y] and best[x][y] == best[x + 1][y + 1] + weight[x]:
            yield i + x, j + y
            x, y = x + 1, y + 1
        elif best[x + 1][y] >= best[x][y + 1]:
            x += 1
        else:
            y += 1


def _anchored(
    a: Sequence[str], b: Sequence[str], range_a: tuple[int, int], range_b: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Matches around the words that stand once on each side; without any, the stretches count as wholly different."""
    (i, i_end), (j, j_end) = range_a, range_b
    for anchor_a, anchor_b in rising(_unique(a, b, range_a, range_b)):
        yield from _matches(a, b, (i, anchor_a), (j, anchor_b), anchors=False)
        yield anchor_a, anchor_b
        i, j = anchor_a + 1, anchor_b + 1
    yield from _matches(a, b, (i, i_end), (j, j_end), anchors=False)


def _unique(a: Sequence[str], b: Sequence[str], range_a: tuple[int, int], range_b: tuple[int, int]) -> list[tuple[int, int]]:
    count_a, count_b = Counter(a[slice(*range_a)]), Counter(b[slice(*range_b)])
    place = {b[y]: y for y in range(*range_b) if count_b[b[y]] == 1}
    return [(x, place[a[x]]) for x in range(*range_a) if count_a[a[x]] == 1 and a[x] in place]


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of the pairs, in their order, whose second members rise (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, (_, y) in enumerate(pairs):
        pile = bisect_left(tops, y)
        before.append(ends[pile - 1] if pile else None)
        tops[pile : pile + 1], ends[pile : pile + 1] = [y], [index]
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else None
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _edits(matches: Sequence[tuple[int, int]], len_a: int, len_b: int) -> Iterator[Edit]:
    """Runs of matches as "equal", what lies between as the other three."""
    i = j = 0
    k = 0
    while k < len(matches):
        x, y = matches[k]
        yield from _gap((i, x), (j, y))
        run = k
        while run + 1 < len(matches) and matches[run + 1] == (matches[run][0] + 1, matches[run][1] + 1):
            run += 1
        i, j = matches[run][0] + 1, matches[run][1] + 1
        yield Edit("equal", (x, i), (y, j))
        k = run + 1
    yield from _gap((i, len_a), (j, len_b))


def _gap(a: tuple[int, int], b: tuple[int, int]) -> Iterator[Edit]:
    lost, added = a[0] < a[1], b[0] < b[1]
    if lost and added:
        yield Edit("replace", a, b)
    elif lost:
        yield Edit("delete", a, b)
    elif added:
        yield Edit("insert", a, b)
