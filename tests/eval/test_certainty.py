from __future__ import annotations

from eval.certainty import by_word


def test_each_word_is_measured_by_itself() -> None:
    certain, likely, possible = by_word("pier", [(1.0, True), (0.9, False), (0.8, True), (0.2, False)])
    assert (certain.value, certain.n) == (50.0, 2)
    assert (likely.value, likely.n) == (100.0, 1)
    assert (possible.value, possible.n) == (0.0, 1)
