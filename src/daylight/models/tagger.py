"""The network that marks sources, cues and contents, as int8 (attribution/MODEL_CARD.md)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from daylight.model import ModelDigest
from daylight.models.shipped import WEIGHTS, Shipped, session, uncut_tokenizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "daylight-attribution-int8"
MODEL = Shipped("attribution", WEIGHTS, "1bfc100c1ecb653a7fe06822b4c260afb6a828ea536ce5bedad7094b06b0ad93")

REMEMBERED = 65_536
"""Words whose pieces are kept, at most: news has few others, and cutting them up anew was 2.5 % of the time of a report."""

_met: dict[str, list[int]] = {}


def digest() -> ModelDigest:
    """The name and hash of the model; raises ModelError where it is missing or is not the pinned one."""
    return MODEL.digest(NAME)


def pieces(words: Sequence[str]) -> list[list[int]]:
    """The ids of each word's pieces, none cut; empty for white space. A word that was met before is not cut up again."""
    if len(_met) > REMEMBERED:
        _met.clear()
    new = [word for word in dict.fromkeys(words) if word not in _met]
    for word, row in zip(new, uncut_tokenizer().encode_batch(new, add_special_tokens=False), strict=True):
        _met[word] = row.ids
    return [_met[word] for word in words]


def run(
    ids: Sequence[int], features: Sequence[Sequence[int]], first: Sequence[int]
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Logits for one window of p pieces and n words: labels [n, 7], cues [n, n], sources [n, n + 1], nobody last.

    ``features`` has a row a piece, ``first`` the place of each word's first piece. One window at a time: an int8 network's
    activations are scaled over the batch, and what is found in a report must not depend on its neighbours.
    """
    import numpy as np

    feed = {
        "pieces": np.array([ids], dtype=np.int64),
        "features": np.array([features], dtype=np.int64),
        "first": np.array([first], dtype=np.int64),
    }
    labels, cues, sources = (value[0] for value in session(MODEL).run(["labels", "cues", "sources"], feed))
    return labels, cues, sources
