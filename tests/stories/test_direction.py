from __future__ import annotations

import pytest

from daylight.stories.credits import borrows, credited
from daylight.stories.direction import compare_times, direction
from tests.stories.made import DAM, article


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PORT LUME (Reuters) - A crack was found.", "Reuters"),
        ("A crack in the dam\nPORT LUME, March 4 (AP) — A crack was found.", "Associated Press"),
        ("A crack in the dam\nBy Jo Roe, Associated Press\nA crack was found.", "Associated Press"),
        ("A crack in the dam\nJo Roe | Reuters\nA crack was found.", "Reuters"),
        ("A crack was found.\n\nThe Associated Press contributed to this report.", "Associated Press"),
        ("A crack was found.\n(AFP)", "Agence France-Presse"),
        ("A crack was found.\nWith inputs from PTI", "Press Trust of India"),
        ("A crack was found, an engineer told Reuters by telephone.", None),
        ("He said the ap on his telephone had failed.\nap", None),
        ("The crack, by all accounts, was seen from the tap", None),
    ],
)
def test_an_agency_is_read_where_it_is_credited(text: str, agency: str | None) -> None:
    assert credited(text) == agency


def test_a_text_says_from_whom_it_has_its_news() -> None:
    assert borrows("The dam is closed, according to the Valley Post.", "The Valley Post")
    assert borrows("The Valley Post first reported the crack.", "Valley Post")
    assert not borrows("The Valley Post is sold in the upper town.", "Valley Post")


@pytest.mark.parametrize(
    ("a", "b", "order"),
    [
        ("2031-03-04", "2031-03-05", -1),
        ("2031-03-04", "2031-03-04T10:00:00+00:00", 0),
        ("2031-03-04T10:00:00+02:00", "2031-03-04T09:00:00+00:00", -1),
        ("2031-03-04T10:00:00", "2031-03-04T09:00:00+00:00", 0),
        ("yesterday", "2031-03-04", 0),
        (None, "2031-03-04", 0),
    ],
)
def test_times_are_compared_as_exactly_as_both_are_known(a: str | None, b: str | None, order: int) -> None:
    assert compare_times(a, b) == order


def test_a_credit_outweighs_the_times() -> None:
    agency = article("a", *DAM, published="2031-03-06", outlet="Reuters")
    paper = article("b", "PORT LUME (Reuters) - " + DAM[0], *DAM[1:], published="2031-03-05", outlet="Valley Post")
    first, reason = direction(agency, paper, "edited")
    assert first == "a"
    assert "Reuters" in reason


def test_two_texts_of_one_agency_have_no_order() -> None:
    one, other = (article(key, "PORT LUME (AP) — " + DAM[0], published=f"2031-03-0{n}") for n, key in enumerate("ab", 1))
    assert direction(one, other, "edited")[0] is None


def test_without_times_or_credits_only_a_trimmed_copy_has_an_order() -> None:
    short, long = article("a", *DAM[:2]), article("b", *DAM)
    assert direction(short, long, "trimmed")[0] == "b"
    assert direction(short, long, "edited") == (None, "neither times nor credits tell")
