"""Sources of several names."""

from __future__ import annotations

import pytest

from .conftest import Story


@pytest.mark.parametrize(
    ("source", "speaker", "beside"),
    [
        ("Owen Tallis and Pia Lund", "Owen Tallis", ["Pia Lund"]),
        ("Both the Harbour Board and the Geologic Office", "Harbour Board", ["Geologic Office"]),
        ("Foreign Minister Owen Tallis and the mayor, Pia Lund,", "Owen Tallis", ["Pia Lund"]),
        ("Owen Tallis, Pia Lund and Rufus Calder", "Owen Tallis", ["Pia Lund", "Rufus Calder"]),
        ("Owen Tallis, the director of the Geologic Office,", "Owen Tallis", []),
        ("Owen Tallis of the Harbour Board", "Owen Tallis", []),
        ("Owen Tallis (Harbour Board)", "Owen Tallis", []),
    ],
)
def test_those_who_say_it_together_are_all_kept(story: Story, source: str, speaker: str, beside: list[str]) -> None:
    found = story(f"{source} said on Monday the dam is safe.", said=[(0, source, "the dam is safe")])
    names = {e.id: e.name for e in found.entities}
    assert found.speaker() == speaker
    assert [names[e] for e in found.attributions[0].co_speakers] == beside
