"""Whether two texts say the same: MiniLM-L6 over the two side by side, int8 (statements/MODEL_CARD.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from daylight.model import ModelDigest
from daylight.models.marks import EQUAL, NONE, STOP, Marked, mark
from daylight.models.shipped import WEIGHTS, Shipped, session, uncut_tokenizer

if TYPE_CHECKING:
    from tokenizers import Tokenizer

NAME = "minilm-pairs-int8"
MODEL = Shipped("statements", WEIGHTS, "8ef13fd39ad29efcd5f6933be4ea57e582c5ace6afb8849be663946851f5c99c")
START, BETWEEN = 101, 102
"""Ids of [CLS] and [SEP]."""

MAX_PIECES = 160
"""Pieces of both texts together; each side is cut to what the other leaves of it."""

_CACHED_PAIRS = 1 << 14


class Pieces(NamedTuple):
    """What the network reads of a pair, a number a piece: id, which text, place and form of its word."""

    ids: list[int]
    text: list[int]
    place: list[int]
    form: list[int]


class Verdict(NamedTuple):
    """Probabilities, each by itself: the same content, b says nothing that a does not, the reverse, one subject; then the
    kinds of edit, should the content differ: an entity or figure, an opposite, a claim more or less, a denial."""

    same: float
    b_follows: float
    a_follows: float
    related: float
    entity: float
    antonym: float
    inserted: float
    negation: float


UNCHANGED = Verdict(1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0)
"""Of texts that no word tells apart."""


def same_content(pairs: Iterable[tuple[str, str]]) -> list[Verdict]:
    """What the model says of each pair (a, b), in order; the same whichever pairs stand beside it.

    Each pair is run alone, for the activations of an int8 network are scaled over the batch. Only the words near a change
    are read, so long texts cost no more than short ones. Raises ModelError where the shipped model is not the pinned one.
    """
    return [_verdict(a, b) for a, b in pairs]


def digest() -> ModelDigest:
    """The name and hash of the model; raises ModelError where it is missing or is not the pinned one."""
    return MODEL.digest(NAME)


def read(a: str, b: str, tokenizer: Tokenizer) -> Pieces:
    """Both texts as the network reads them."""
    return arrange(mark(a, b), tokenizer)


def arrange(marked: Sequence[Sequence[Marked]], tokenizer: Tokenizer) -> Pieces:
    """[CLS] a [SEP] b [SEP], each piece with the marks of its word."""
    sides = [[(piece, word) for word in side[:MAX_PIECES] for piece in _pieces(word.text, tokenizer)] for side in marked]
    room = _room(len(sides[0]), len(sides[1]))
    rows = [(START, 0, NONE, 0)]
    for text, side in enumerate(sides):
        rows += [(piece, text, word.place, word.form) for piece, word in side[: room[text]]]
        rows.append((BETWEEN, text, NONE, 0))
    return Pieces(*map(list, zip(*rows, strict=True)))


def _room(a: int, b: int) -> tuple[int, int]:
    """How many pieces of each text are read: half the room, and what the other does not need."""
    room = MAX_PIECES - 3
    keep_a = min(a, max(room // 2, room - b))
    return keep_a, min(b, room - keep_a)


def _pieces(word: str, tokenizer: Tokenizer) -> Sequence[int]:
    ids: list[int] = tokenizer.encode(word, add_special_tokens=False).ids
    return ids


@lru_cache(maxsize=_CACHED_PAIRS)
def _verdict(a: str, b: str) -> Verdict:
    import numpy as np

    marked = mark(a, b)
    if all(word.place == EQUAL or word.form == STOP for side in marked for word in side):
        return UNCHANGED
    feed = {name: np.array([row], dtype=np.int64) for name, row in arrange(marked, uncut_tokenizer())._asdict().items()}
    (logits,) = session(MODEL).run(["answers"], feed)[0]
    return Verdict(*(round(float(x), 4) for x in 1 / (1 + np.exp(-logits.astype(np.float64)))))
