"""Where a sentence may begin, told to the parser before it decides.

The parser breaks sentences where it sees fit; here it is held to what the marks on the page say for sure: no sentence
begins after a word, a comma or a colon, within a name's initials, or with a closing quotation mark. Places that the marks
leave undecided stay the parser's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from daylight.lexicon import load
from daylight.model import Quotation, Span

SHORT_QUOTATION = 40
"""Code points up to which a quotation is not broken inside: “Yes! We won,” he said."""

MAX_NAME = 4
"""Most words of a name, title included, between a quotation and the verb of speech after it."""

LOWER_CASE_TEXT = 0.3
"""Share of sentence ends followed by a lower-case word from which on a text counts as written without capitals."""

_FINAL = frozenset(".?!…")
_INITIALISM = re.compile(r"(?:[A-Z]\.)+")
_CLOSING = frozenset("\"'”’»)]}」』")


class Word(NamedTuple):
    """A token before parsing: its span in the report and its text."""

    span: Span
    text: str


class Marks(NamedTuple):
    """Offsets of a report at which an opening mark stands, a closing one, and those inside short quotations."""

    opening: frozenset[int]
    closing: frozenset[int]
    short: frozenset[int]


def marks_of(quotations: Iterable[Quotation]) -> Marks:
    """The places in a report that its quotations say something about."""
    every = list(quotations)
    short = [q for q in every if q.span.end - q.span.start <= SHORT_QUOTATION]
    return Marks(
        frozenset(q.span.start for q in every),
        frozenset(i for q in every for i in range(q.inner.end, q.span.end)),
        frozenset(i for q in short for i in range(q.inner.start, q.inner.end)),
    )


def sentence_starts(words: Sequence[Word], marks: Marks) -> Iterator[bool | None]:
    """For each word of a piece whether a sentence begins there; None leaves it to the parser."""
    capitals = not _without_capitals(words)
    for i, word in enumerate(words):
        if i == 0:
            yield True
        elif _held(words, i, marks) or not _ends_sentence(words, i - 1) or (capitals and word.text[0].islower()):
            yield False
        elif _glued(words, i) or _after_quoted_stop(words, i, marks) or _opens(words, i, marks):
            yield True
        else:
            yield None


def _held(words: Sequence[Word], i: int, marks: Marks) -> bool:
    """Whether quotation marks hold a word to the one before it."""
    start = words[i].span.start
    before = words[i - 1].span.start
    return start in marks.closing or start in marks.short or before in marks.opening or _narrates(words, i, marks)


def _ends_sentence(words: Sequence[Word], i: int) -> bool:
    """Whether a sentence may end with a word: with its stop, or with closing marks after a stop."""
    while i > 0 and words[i].text in _CLOSING:
        i -= 1
    text = words[i].text
    if text[-1] not in _FINAL:
        return False
    if text == "." and i > 0 and words[i - 1].span.end == words[i].span.start:
        return words[i - 1].text not in _before_names()
    initial = len(text) == 2 and text[0].isupper() and i > 0 and words[i - 1].text[0].isupper()
    return not initial and text[:-1] not in _before_names()


@cache
def _before_names() -> frozenset[str]:
    return frozenset(load("sentences")["before_names"])


def _opens(words: Sequence[Word], i: int, marks: Marks) -> bool:
    """Whether a quotation opens after a stop that is no initialism's: after "the F.B.I." it may be a few words quoted."""
    return words[i].span.start in marks.opening and not _INITIALISM.fullmatch(words[i - 1].text)


def _glued(words: Sequence[Word], i: int) -> bool:
    """Whether the blank after a full stop was lost before a word: "forces.He"."""
    if i < 2 or words[i - 1].text != "." or not words[i].text.istitle():
        return False
    before, stop, word = words[i - 2], words[i - 1], words[i]
    return before.text.islower() and before.span.end == stop.span.start and stop.span.end == word.span.start


def _after_quoted_stop(words: Sequence[Word], i: int, marks: Marks) -> bool:
    """Whether a closing mark that follows a full stop stands before a capital: the quoted sentence ended with it."""
    if i < 2 or words[i - 1].span.start not in marks.closing:
        return False
    return words[i - 2].text[-1] == "." and words[i].text[0].isupper()


def _narrates(words: Sequence[Word], i: int, marks: Marks) -> bool:
    """Whether a name and a verb of speech follow a closing mark: “Who goes there?” Tom Brandt asked."""
    if words[i - 1].span.start not in marks.closing:
        return False
    after = words[i : i + MAX_NAME + 1]
    verb = next((k for k, word in enumerate(after) if word.text in _narrators()), 0)
    stop = words[i - 2].text[-1] if i > 1 else ""
    return verb > 0 and stop != "." and all(word.text[0].isupper() for word in after[:verb])


@cache
def _narrators() -> frozenset[str]:
    return frozenset(load("quotemarks")["narrator"])


def _without_capitals(words: Sequence[Word]) -> bool:
    after = [words[i + 1].text for i, word in enumerate(words[:-1]) if word.text == "."]
    return sum(text[0].islower() for text in after) > LOWER_CASE_TEXT * len(after) + 1
