from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from daylight.models.marks import ALONE, CAPITAL, CONTEXT, EQUAL, EXCHANGED, FIGURE, FORM, FUNCTION, MOVED, STOP, mark


def places(a: str, b: str) -> tuple[dict[str, int], dict[str, int]]:
    left, right = mark(a, b)
    return {word.text: word.place for word in left}, {word.text: word.place for word in right}


def test_each_word_knows_whether_the_other_text_has_it() -> None:
    left, right = places("On Monday the ferry sailed to Caddon", "The ferry sails quietly to Orley on Monday")
    assert left["ferry"] == right["ferry"] == EQUAL
    assert left["Monday"] == right["Monday"] == MOVED
    assert (left["sailed"], right["sails"]) == (FORM, FORM)
    assert left["Caddon"] == EXCHANGED
    assert places("The pier is open", "The old pier is open")[1]["old"] == ALONE


def test_typography_is_no_change() -> None:
    left, right = mark("The “U.S.” ferry won’t sail", "the US ferry won't sail")
    assert {word.place for word in (*left, *right)} == {EQUAL}


def test_writing_is_marked() -> None:
    forms = {word.text: word.form for word in mark("The ferry lost 12 planks at Orley.", "The ferry sank.")[0]}
    assert (forms["12"], forms["Orley"], forms["at"], forms["."]) == (FIGURE, CAPITAL, FUNCTION, STOP)


def test_what_is_equal_and_far_from_a_change_is_left_out() -> None:
    tail = " ".join(f"plank{i}" for i in range(200))
    left, right = mark(f"Twelve ferries {tail}", f"Nine ferries {tail}")
    assert len(left) == len(right) == 1 + CONTEXT


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_marked_in_order(a: str, b: str) -> None:
    for text, words in zip((a, b), mark(a, b), strict=True):
        at = 0
        for word in words:
            at = text.index(word.text, at) + len(word.text)
