from __future__ import annotations

import pytest

from eval.cuts import WAYS, cut
from tests.align.story import report, said

FIRST = report("first", "The pier is safe, Brandt said.")
SECOND = report(
    "second", "Brandt said that the pier is safe and sound, but that the quay must be closed by May. It is old.", "End."
)
A = said(FIRST, "The pier is safe", None)
B = said(SECOND, "that the pier is safe and sound, but that the quay must be closed by May", None)


@pytest.mark.parametrize(
    ("way", "content"),
    [
        ("as given", "that the pier is safe and sound, but that the quay must be closed by May"),
        ("to the sentence", "Brandt said that the pier is safe and sound, but that the quay must be closed by May."),
        ("with the next sentence", "that the pier is safe and sound, but that the quay must be closed by May. It is old."),
        ("the longest clause", ", but that the quay must be closed by May"),
        ("without the first words", "is safe and sound, but that the quay must be closed by May"),
    ],
)
def test_each_way_changes_the_content_of_every_second_report(way: str, content: str) -> None:
    same, changed = cut(way, [FIRST, SECOND], [A, B])
    assert same == A
    assert SECOND.report.slice(changed.content[0]).strip() == content
    assert changed.id == B.id


@pytest.mark.parametrize("way", WAYS)
def test_a_short_content_stays(way: str) -> None:
    short = said(FIRST, "The pier is safe", None)
    (kept,) = cut(way, [SECOND, FIRST], [short])
    assert kept.content[0].start == 0
    assert kept.content[0].end >= short.content[0].end
