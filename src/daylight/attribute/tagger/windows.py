"""A report in windows that the network can read: whole paragraphs, and what stands before them for context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from daylight.attribute.tagger.features import NO_WORD, Features
from daylight.model import STORY_ROLES, Annotated

PIECES = 224
"""Word pieces in a window, at most: three or four paragraphs of news. Attention costs their square: with the 320 pieces, 96
of them context, that the network was trained on, reading takes 1.4 times as long, and F1 on dev is 74.0, not 74.6."""
CONTEXT = 48
"""Pieces of the paragraphs before a window that it may see, at most: who "he" is stands there."""
PER_WORD = 24
"""Pieces of one word, at most: a longer one is no word of a language."""
BEGIN, END, UNKNOWN = 101, 102, 100
"""The encoder's marks: at the beginning, after each paragraph, for a word it cannot spell."""

Encode = Callable[[Sequence[str]], list[list[int]]]
"""From words to the ids of their pieces."""


@dataclass(slots=True)
class Window:
    """What the network reads at once.

    ``pieces`` and ``features`` are as long as each other; ``first`` holds for each word the place of its first piece,
    ``words`` its index in ``Annotated.tokens``; words before ``own`` are context, tagged in the window before.
    """

    pieces: list[int] = field(default_factory=lambda: [BEGIN])
    features: list[Features] = field(default_factory=lambda: [NO_WORD])
    first: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    own: int = 0


def windows(
    annotated: Annotated, features: Sequence[Features], encode: Encode, most: int = PIECES, context: int = CONTEXT
) -> list[Window]:
    """The windows of a report's story, in order, of ``most`` pieces with ``context``; each word is the own word of one."""
    pieces = [(ids or [UNKNOWN])[:PER_WORD] for ids in encode([token.text for token in annotated.tokens])]
    parts = [part for paragraph in paragraphs(annotated) for part in _bounded(paragraph, pieces, most - context - 4)]
    sizes = [sum(len(pieces[i]) for i in part) + 1 for part in parts]
    made: list[Window] = []
    at = 0
    while at < len(parts):
        before = _before(sizes, at, context)
        window = Window()
        for part in parts[before:at]:
            _add(window, part, pieces, features)
        window.own = len(window.words)
        used = 1 + sum(sizes[before:at])
        first = at
        while at < len(parts) and (at == first or used + sizes[at] <= most):
            _add(window, parts[at], pieces, features)
            used += sizes[at]
            at += 1
        made.append(window)
    return made


def paragraphs(annotated: Annotated) -> list[list[int]]:
    """The tokens of each block of the story."""
    found: list[list[int]] = []
    last = -1
    for sentence in annotated.sentences:
        if annotated.report.blocks[sentence.block].role not in STORY_ROLES:
            continue
        if sentence.block != last:
            found.append([])
            last = sentence.block
        found[-1].extend(range(sentence.first, sentence.last))
    return [paragraph for paragraph in found if paragraph]


def _bounded(paragraph: Iterable[int], pieces: Sequence[Sequence[int]], most: int) -> list[list[int]]:
    """A paragraph in parts of ``most`` pieces, which a window can hold."""
    parts: list[list[int]] = [[]]
    used = 0
    for i in paragraph:
        if parts[-1] and used + len(pieces[i]) > most:
            parts.append([])
            used = 0
        parts[-1].append(i)
        used += len(pieces[i])
    return parts


def _before(sizes: Sequence[int], at: int, context: int) -> int:
    """The first of the parts before ``at`` that fit into the context."""
    used = 1
    while at > 0 and used + sizes[at - 1] <= context:
        at -= 1
        used += sizes[at]
    return at


def _add(window: Window, part: Iterable[int], pieces: Sequence[Sequence[int]], features: Sequence[Features]) -> None:
    for i in part:
        window.first.append(len(window.pieces))
        window.words.append(i)
        window.pieces.extend(pieces[i])
        window.features.extend([features[i]] * len(pieces[i]))
    window.pieces.append(END)
    window.features.append(NO_WORD)
