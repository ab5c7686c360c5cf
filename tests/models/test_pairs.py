from __future__ import annotations

import pytest

from daylight.models import pairs
from daylight.models.shipped import uncut_tokenizer

CLAIM = "The harbour board will close the old pier on Monday after the storm."


@pytest.mark.parametrize(
    "other",
    [
        "The harbour board will not close the old pier on Monday after the storm.",
        "The harbour board will close the old pier on Friday after the storm.",
    ],
)
def test_an_altered_claim_is_told_from_the_same_in_other_words(other: str) -> None:
    reworded = "The harbour board is going to shut the old pier on Monday following the storm."
    altered, same = pairs.same_content([(CLAIM, other), (CLAIM, reworded)])
    assert altered.same < 0.5 < same.same


def test_a_denial_is_named() -> None:
    (said,) = pairs.same_content([(CLAIM, CLAIM.replace("will close", "will not close"))])
    assert said.negation == max(said[4:])


def test_a_verdict_does_not_depend_on_its_neighbours() -> None:
    held = [(CLAIM, CLAIM.replace("Monday", "Friday")), ("The ferry sails.", "Bread is dear.")]
    together = pairs.same_content(held)
    pairs._verdict.cache_clear()
    assert [pairs.same_content([pair])[0] for pair in reversed(held)] == together[::-1]


def test_what_no_word_tells_apart_is_the_same() -> None:
    assert pairs.same_content([(CLAIM, CLAIM.upper()), ("", "")]) == [pairs.UNCHANGED] * 2


def test_long_texts_share_the_room() -> None:
    long, longer = "pier " * 300, "ferry " * 900
    pieces = pairs.read(long, longer, uncut_tokenizer())
    assert len(pieces.ids) == pairs.MAX_PIECES
    assert 70 < sum(pieces.text) < 90
