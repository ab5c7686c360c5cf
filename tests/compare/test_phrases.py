from __future__ import annotations

import pytest

from daylight.compare.phrases import phrases
from daylight.compare.wording import compare_quotes


@pytest.mark.parametrize(
    ("a", "b", "read"),
    [
        ("We have not seen any sign of rain", "We have not seen a sign of rain", [("any sign", "a sign")]),
        (
            "There will not be boats sent to Osk",
            "There will be no boats sent to Osk",
            [("not be boats sent", "be no boats sent")],
        ),
        ("We shall send boats to Osk", "We shall send boats in Osk", [("to Osk", "in Osk")]),
        ("We reject his visit to the island", "We reject his message to the island", [("visit", "message")]),
        ("The dam is not safe", "The dam isn't safe", [("is not", "isn't")]),
        ("We will not mend the pier", "We will mend the pier", [("not mend", "mend")]),
        ("We paid for the pier with it", "We paid for the pier with that", [("pier with it", "pier with that")]),
    ],
)
def test_changed_words_are_shown_with_what_makes_them_readable(a: str, b: str, read: list[tuple[str, str]]) -> None:
    changes = compare_quotes(a, b, least_share=0.5).changes
    assert [(a[slice(*one.a)], b[slice(*one.b)]) for one in phrases(a, b, changes)] == read


def test_a_phrase_does_not_go_on_behind_a_comma() -> None:
    a, b = "We will pay for it, mend the roof and go home", "We will pay for them, mend the roof and go home"
    (one,) = phrases(a, b, compare_quotes(a, b).changes)
    assert (a[slice(*one.a)], b[slice(*one.b)]) == ("pay for it", "pay for them")


def test_phrases_that_come_to_touch_are_one() -> None:
    a, b = "As part of any storm levy on the boats", "As part of their storm levy in the boats"
    (one,) = phrases(a, b, compare_quotes(a, b).changes)
    assert (a[slice(*one.a)], b[slice(*one.b)]) == ("any storm levy on the boats", "their storm levy in the boats")
