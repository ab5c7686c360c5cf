"""How much of one report is another's."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.model import Annotated, Copy, SentencePair


def find_copies(reports: Sequence[Annotated], pairs: Sequence[SentencePair]) -> tuple[Copy, ...]:
    """Pairs of reports that share text."""
    return ()
