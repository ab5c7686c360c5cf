from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.model import Span
from daylight.words import Edit, diff, fold, is_content, words


def texts(text: str) -> list[str]:
    return [text[s.start : s.end] for s in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don’t want a cease-fire.", ["We", "don’t", "want", "a", "cease-fire"]),
        ("It cost 2,357.50, he said at 10:30.", ["It", "cost", "2,357.50", "he", "said", "at", "10:30"]),
        ("U.S.-led forces; the U.S. left at 6 p.m.", ["U.S.-led", "forces", "the", "U.S.", "left", "at", "6", "p.m."]),
        ("'No,' she said — “a f***ing wall”", ["No", "she", "said", "a", "f***ing", "wall"]),
        ("The harbour closed.Then it rained", ["The", "harbour", "closed", "Then", "it", "rained"]),
    ],
)
def test_words_keep_inner_marks_and_leave_outer_ones(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_words_of_a_span_do_not_reach_outside_it() -> None:
    text = "alpha beta gamma"
    assert words(text, Span(6, 10)) == (Span(6, 10),)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Don’t", "don't"),
        ("U.S.", "US"),
        ("cease-fire", "ceasefire"),
        ("2,357", "2357"),
        ("Łódź", "Lodz"),
        ("COÖPERATE", "co-operate"),
    ],
)
def test_fold_drops_typography(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize(
    ("a", "b"), [("we'll", "well"), ("10-12", "1012"), ("1.5", "15"), ("can", "can't"), ("12,5", "125")]
)
def test_fold_keeps_what_is_more_than_typography(a: str, b: str) -> None:
    assert fold(a) != fold(b)


def test_numbers_carry_content_and_function_words_do_not() -> None:
    assert [w for w in ["the", "7", "harbour", "would", "not"] if is_content(w)] == ["7", "harbour"]


def test_diff_names_the_words_that_changed() -> None:
    a = ["there", "will", "be", "no", "ferries", "on", "the", "strait", "this", "winter"]
    b = ["there", "will", "not", "be", "any", "ferries", "on", "the", "strait", "in", "winter"]
    changed = [(a[slice(*e.a)], b[slice(*e.b)]) for e in diff(a, b) if e.op != "equal"]
    assert changed == [([], ["not"]), (["no"], ["any"]), (["this"], ["in"])]


def test_diff_meets_at_content_words_before_function_words() -> None:
    a = ["of", "the", "and", "to", "harbour"]
    b = ["harbour", "of", "the", "and"]
    equal = [a[slice(*e.a)] for e in diff(a, b) if e.op == "equal"]
    assert equal == [["harbour"]]


WORDS = st.lists(st.sampled_from(["the", "of", "no", "harbour", "ferry", "toll", "7"]), max_size=30)


@given(WORDS, WORDS)
def test_diff_loses_no_word_and_equal_stretches_are_equal(a: list[str], b: list[str]) -> None:
    edits = diff(a, b)
    assert [w for e in edits for w in a[slice(*e.a)]] == a
    assert [w for e in edits for w in b[slice(*e.b)]] == b
    assert all((a[slice(*e.a)] == b[slice(*e.b)]) == (e.op == "equal") for e in edits)
    assert all(x.op != "equal" or y.op != "equal" for x, y in pairwise(edits))


def test_diff_of_long_texts_is_anchored_and_near_linear() -> None:
    a = [f"w{i}" if i % 3 else "the" for i in range(20_000)]
    b = [*a[:5_000], "new", *a[5_001:]]
    started = time.process_time()
    assert [e for e in diff(a, b) if e.op != "equal"] == [Edit("replace", (5_000, 5_001), (5_000, 5_001))]
    hostile = diff(["the", "of"] * 5_000, ["of", "the", "no"] * 5_000)
    assert hostile[-1].a[1] == 10_000
    assert time.process_time() - started < 2


def test_words_of_hostile_text_take_linear_time() -> None:
    started = time.process_time()
    for text in ("a-" * 200_000, "a." * 200_000, "1," * 200_000, "'" * 400_000, "**a" * 130_000):
        words(text)
    assert time.process_time() - started < 2
