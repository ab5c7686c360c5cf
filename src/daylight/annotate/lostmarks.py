"""Where a quotation ends whose closing mark was lost."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from daylight.annotate.marks import Mark
from daylight.lexicon import load
from daylight.model import Span
from daylight.offsets import strip

_SENTENCE_END = re.compile(r"(?<![A-Z])[.?!…]+(?=\s|$)")
_STARTS_SPEECH = frozenset(",:.?!…—–-([")
_PUNCTUATION = frozenset(",.?!…")


class End(NamedTuple):
    """The end of a quotation's inner text, of its span, and whether a mark closes it."""

    inner: int
    span: int
    closed: bool


def end_of_unclosed(text: str, opener: Mark, limit: int, singles: Sequence[Mark]) -> End:
    """The end of a quotation that ``opener`` begins and no mark of its family closes before ``limit``.

    In order of evidence: a single mark that closes it by mistake; the narrator's return (", said the mayor"); the end of the
    sentence for a few words quoted in mid-sentence; else the last sentence end before the limit.
    """
    wrong = _closed_by_single(text, opener, limit, singles)
    if wrong is not None:
        return End(wrong.start, wrong.end, True)
    narrator = _narrator().search(text, opener.end, limit)
    if narrator is not None:
        return End(narrator.start() + 1, narrator.start() + 1, False)
    end = strip(Span(opener.end, _sentence_limit(text, opener, limit)), text).end
    return End(end, end, False)


def _closed_by_single(text: str, opener: Mark, limit: int, singles: Sequence[Mark]) -> Mark | None:
    for i in range(bisect_left(singles, opener.end, key=lambda mark: mark.start), len(singles)):
        mark = singles[i]
        if mark.start >= limit or mark.side == "open":
            return None
        if mark.sure and text[mark.start - 1] in _PUNCTUATION:
            return mark
    return None


@cache
def _narrator() -> re.Pattern[str]:
    verbs = "|".join(load("quotemarks")["narrator"])
    return re.compile(rf"[,?!]\s+(?:(?:he|she|they|it|[A-Z][\w.'’-]{{0,30}})\s+){{0,4}}(?:{verbs})\b")


def _sentence_limit(text: str, opener: Mark, limit: int) -> int:
    ends = (match.end() for match in _SENTENCE_END.finditer(text, opener.end, limit))
    if not _begins_sentence(text, opener):
        return next(ends, limit)
    at_edge = limit >= len(text) or text[limit] == "\n"
    return limit if at_edge else max(ends, default=limit)


def _begins_sentence(text: str, opener: Mark) -> bool:
    before = text[max(0, opener.start - 200) : opener.start].rstrip(" \t")
    return not before or before[-1] in _STARTS_SPEECH or before[-1] == "\n"
