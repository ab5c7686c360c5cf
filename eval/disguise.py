"""Copies of texts made by rule: words edited, sentences moved, cut or put into new text. Seeded, the same every time."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")

Way = Callable[[Sequence[str], "Vocabulary", random.Random], str]
"""How the sentences of an original become the text of a copy."""


class Vocabulary:
    """Words of many texts, and which follow which: for words put in, and for new text that nobody wrote."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.words = [word for text in texts for word in text.split()]
        self.next: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(self.words[:-1]):
            self.next[word].append(at + 1)

    def draw(self, rng: random.Random) -> str:
        """A word, the frequent ones more often."""
        return rng.choice(self.words)

    def text(self, words: int, rng: random.Random) -> str:
        """New text, each word one that follows the last somewhere; starts afresh every 30 words or so."""
        made: list[str] = []
        while len(made) < words:
            followers = self.next.get(made[-1]) if made and rng.random() > 1 / 30 else None
            made.append(self.words[rng.choice(followers)] if followers else self.draw(rng))
        return " ".join(made)


def sentences(text: str) -> list[str]:
    """Sentences of a text, roughly."""
    return [piece for piece in _SENTENCE.split(text) if piece.strip()]


def edited(text: str, share: float, vocabulary: Vocabulary, rng: random.Random) -> str:
    """The text with a share of its words left out, exchanged or followed by another, one as often as the other."""
    made: list[str] = []
    for word in text.split():
        if rng.random() >= share:
            made.append(word)
            continue
        way = rng.randrange(3)
        made += [[], [vocabulary.draw(rng)], [word, vocabulary.draw(rng)]][way]
    return " ".join(made)


def _words_edited(share: float) -> Way:
    return lambda pieces, vocabulary, rng: edited(" ".join(pieces), share, vocabulary, rng)


def _first(share: float) -> Way:
    return lambda pieces, *_: " ".join(pieces[: max(1, round(share * len(pieces)))])


def _moved(pieces: Sequence[str], _: Vocabulary, rng: random.Random) -> str:
    return " ".join(rng.sample(pieces, len(pieces)))


def _in_new_text(share: float, edits: float) -> Way:
    """A share of the sentences, in their order, among new text that makes up the rest of a text as long as the original."""

    def way(pieces: Sequence[str], vocabulary: Vocabulary, rng: random.Random) -> str:
        kept = sorted(rng.sample(range(len(pieces)), max(1, round(share * len(pieces)))))
        old = [edited(pieces[at], edits, vocabulary, rng) for at in kept]
        words = sum(len(piece.split()) for piece in old)
        new = [vocabulary.text(25, rng) + "." for _ in range(max(1, round(words * (1 - share) / share / 25)))]
        for piece in new:
            old.insert(rng.randrange(len(old) + 1), piece)
        return " ".join(old)

    return way


WAYS: Mapping[str, Way] = {
    "5 % of the words edited": _words_edited(0.05),
    "10 % edited": _words_edited(0.1),
    "20 % edited": _words_edited(0.2),
    "30 % edited": _words_edited(0.3),
    "40 % edited": _words_edited(0.4),
    "sentences moved": _moved,
    "first 60 % kept": _first(0.6),
    "first 40 % kept": _first(0.4),
    "first 20 % kept": _first(0.2),
    "half reused, edited": _in_new_text(0.5, 0.1),
    "one fifth reused": _in_new_text(0.2, 0),
}


def mosaic(texts: Sequence[Sequence[str]], rng: random.Random) -> str:
    """A text of one sentence each from 25 texts: it shares a passage with each of them and is a copy of none."""
    return " ".join(rng.choice(pieces) for pieces in rng.sample(texts, min(25, len(texts))))
