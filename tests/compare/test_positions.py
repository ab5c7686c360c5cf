from __future__ import annotations

import pytest

from daylight.compare import find_positions
from daylight.model import Position, Side

from .made import Said, story


def test_two_who_differ_are_set_side_by_side_with_the_claim_that_they_do_not() -> None:
    a = "there will be no soldiers sent to the island"
    b = "sending soldiers to the island is on the table"
    c = "there is no daylight between him and Odo Finch"
    d = "the harvest was good"
    made = story(
        {
            "gull": (
                f"Mara Quill said {a}. Odo Finch said {b}. Mara Quill said {c}. Odo Finch said {d}.",
                [
                    Said("no", "Mara Quill", a),
                    Said("maybe", "Odo Finch", b),
                    Said("one", "Mara Quill", c),
                    Said("farm", "Odo Finch", d),
                ],
            )
        }
    )
    (found,) = find_positions(made)
    assert found.opposed
    assert {(side.speaker, side.statements) for side in found.sides} == {
        ("e-Mara Quill", ("no",)),
        ("e-Odo Finch", ("maybe",)),
    }
    assert found.question == "soldiers sent to the island"
    assert "Yet Mara Quill is reported as saying that there is “no daylight”." in found.explanation
    assert found.agreement == Side("e-Mara Quill", ("one",))


def test_a_shift_of_one_speaker_is_told() -> None:
    a, b = "ferries to the island will not sail", "ferries to the island may not sail"
    c = "ferries to the island will sail"
    text = f"Mara Quill said {a}. Mara Quill said {b}. Odo Finch said {c}."
    told = [Said("a", "Mara Quill", a), Said("b", "Mara Quill", b), Said("c", "Odo Finch", c)]
    (found,) = find_positions(story({"gull": (text, told)}))
    assert found.opposed
    assert "Mara Quill is reported with “will not” and with “may not”." in found.explanation


def test_a_comment_against_anothers_remarks_is_opposed() -> None:
    a, b = "the ferry will not sail this winter", "remarks by Mara Quill were a mistake"
    text = f"Mara Quill said {a}. Odo Finch said {b}."
    (found,) = find_positions(story({"gull": (text, [Said("a", "Mara Quill", a), Said("b", "Odo Finch", b)])}))
    assert found.opposed
    assert found.explanation == "Odo Finch speaks against what Mara Quill said."


def test_a_comment_is_beside_what_its_own_report_gives_before_it() -> None:
    short, long = "the ferry will not sail this winter", "the ferry will not sail this winter nor in the spring"
    first, b = "the harbour was dredged in the autumn", "remarks by Mara Quill were a mistake"
    made = story(
        {
            "gull": (
                f"Mara Quill said {first}. Mara Quill said {short}. Odo Finch said {b}.",
                [Said("first", "Mara Quill", first), Said("ferry", "Mara Quill", short), Said("b", "Odo Finch", b)],
            ),
            "tern": (f"Mara Quill said {long}.", [Said("ferry", "Mara Quill", long)]),
        }
    )
    (found,) = find_positions(made)
    assert found.sides[0] == Side("e-Mara Quill", ("ferry",))


def test_what_is_commented_on_stands_in_its_own_question_too() -> None:
    a, c = "the ferry will not sail to the island this winter", "the ferry will sail to the island this winter"
    b = "remarks by Mara Quill were a mistake"
    text = f"Mara Quill said {a}. Odo Finch said {b}. Jon Reed said {c}."
    told = [Said("a", "Mara Quill", a), Said("b", "Odo Finch", b), Said("c", "Jon Reed", c)]
    found = find_positions(story({"gull": (text, told)}))
    assert {frozenset(key for side in one.sides for key in side.statements) for one in found} == {
        frozenset("ab"),
        frozenset("ac"),
    }


def test_what_another_is_said_to_want_is_no_position_of_the_speaker() -> None:
    a, b = "Odo Finch opposes a levy on boats", "a levy on boats is fair"
    text = f"Mara Quill said {a}. Jon Reed said {b}. Odo Finch slept."
    told = [Said("a", "Mara Quill", a), Said("b", "Jon Reed", b), Said("c", "Odo Finch", "slept")]
    assert find_positions(story({"gull": (text, told)})) == ()


def test_speakers_on_different_matters_make_no_position() -> None:
    a, b = "the ferry will not sail this winter", "the school roof leaks"
    text = f"Mara Quill said {a}. Odo Finch said {b}."
    assert find_positions(story({"gull": (text, [Said("a", "Mara Quill", a), Said("b", "Odo Finch", b)])})) == ()


def both(a: str, b: str, second: str = "Odo Finch") -> tuple[Position, ...]:
    text = f"Mara Quill said {a}. {second} said {b}."
    return find_positions(story({"gull": (text, [Said("a", "Mara Quill", a), Said("b", second, b)])}))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the bell on the ferry sounded at once", "the bell on the ferry never rang"),
        ("an early sale of the old pier is still on the table", "there will be no sale of the old pier"),
    ],
)
def test_one_affirms_what_the_other_denies(a: str, b: str) -> None:
    assert [position.opposed for position in both(a, b)] == [True]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the bell on the ferry never rang", "there was no bell on the ferry, only a man shouting"),
        ("the mayor was never aware of contact with smugglers", "the town had not been in contact with smugglers"),
        ("is it true that the pier pays no levy?”", "the pier pays a levy"),
    ],
)
def test_two_who_both_deny_do_not_stand_against_each_other(a: str, b: str) -> None:
    assert not any(position.opposed for position in both(a, b))


def test_nobody_is_set_beside_himself_under_a_like_name() -> None:
    a, b = "the bell on the ferry sounded at once", "the bell on the ferry never rang"
    assert both(a, b, "Mara Quille") == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "the pier and the ferry levy have nothing to do with smugglers",
            "the ferry levy was made for smugglers at the pier",
        ),
        ("if there is no levy on boats, there will be no pier", "a levy on boats will pay for the pier"),
        ("some support the levy on boats and others oppose it", "she would oppose the levy on boats"),
        ("in the old days she said she opposed the levy on boats", "he would support the levy on boats"),
    ],
)
def test_a_denial_that_is_not_the_speaker_s_own_makes_no_opposition(a: str, b: str) -> None:
    assert not any(position.opposed for position in both(a, b))
