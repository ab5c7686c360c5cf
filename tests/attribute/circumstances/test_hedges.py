"""How far the report itself stands behind an attribution."""

from __future__ import annotations

import pytest

from daylight.attribute.rules.engine import attribute
from tests.conftest import Annotator


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Bell reportedly said that the money was gone.", ["reportedly"]),
        ("Ada Bell allegedly told the crew that the money was gone.", ["allegedly"]),
        ("Ada Bell apparently believes that the money is gone.", ["apparently"]),
        ("Ada Bell may have said that the money was gone.", ["may"]),
        ("Ada Bell might have told the crew that the money was gone.", ["might"]),
        ("Ada Bell seemed to suggest that the money was gone.", ["seemed"]),
        ("Ada Bell appeared to rule out a sale of the pier.", ["appeared"]),
        ("Ada Bell is believed to have said that the money was gone.", ["believed"]),
        ("Ada Bell said that the money was gone.", []),
        ("Ada Bell said that the money was reportedly gone.", []),
        ("Ada Bell said that the money may be gone.", []),
    ],
)
def test_hedges_of_the_cue(annotated: Annotator, text: str, words: list[str]) -> None:
    (found,) = attribute(annotated(text))
    assert [text[s.start : s.end] for s in found.hedges] == words
