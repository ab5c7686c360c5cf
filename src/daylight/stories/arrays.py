"""Kinds of arrays that this room counts with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.uint32]
"""Texts by their number, or how many of something small."""
Places = NDArray[np.int64]
"""Positions, and counts without a bound."""
Flags = NDArray[np.bool_]
Vectors = NDArray[np.float32]


def run_starts(ordered: Hashes | Numbers) -> Places:
    """Where each run of one value begins in an array in which equal values stand together."""
    changes = np.flatnonzero(ordered[1:] != ordered[:-1]) + 1
    return np.concatenate([np.zeros(min(1, len(ordered)), np.int64), changes])
