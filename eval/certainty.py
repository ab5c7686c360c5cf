"""What the words for a score are worth: of what a stage calls certain, likely or possible, how much is right."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.report.labels import CERTAINTIES, certainty
from eval.figures import Figure, share


def by_word(stage: str, judged: Iterable[tuple[float, bool]]) -> list[Figure]:
    """A figure a word, of pairs of a score and whether what was told is right."""
    told = [(certainty(score), right) for score, right in judged]
    return [
        share(
            f"{stage}: right where told as {word}",
            sum(r for w, r in told if w == word),
            sum(w == word for w, _ in told),
            detail=True,
        )
        for word in CERTAINTIES
    ]
