"""Pair the sentences of different reports that tell the same."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.model import Annotated, SentencePair


def pair_sentences(reports: Sequence[Annotated]) -> tuple[SentencePair, ...]:
    """Pairs of sentences, best first."""
    return ()
