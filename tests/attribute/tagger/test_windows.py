"""A report is cut into windows so that each word is tagged once and seen with what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from daylight.attribute.rules.engine import attribute
from daylight.attribute.tagger.features import DEP, POS, SIZES, case, features
from daylight.attribute.tagger.windows import CONTEXT, PIECES, Window, paragraphs, windows
from daylight.model import Annotated
from tests.conftest import Annotator


def one_piece(words: Sequence[str]) -> list[list[int]]:
    return [[7] for _ in words]


def cut(annotated: Annotated) -> list[Window]:
    return windows(annotated, features(annotated, attribute(annotated)), one_piece)


@pytest.fixture(scope="module")
def long(annotated: Annotator) -> Annotated:
    return annotated(
        "\n\n".join(f"Ada Bell said that boat {n} was late. Nobody else had seen it in years." for n in range(90))
    )


def test_each_word_of_the_story_is_some_windows_own_once(long: Annotated) -> None:
    own = [word for window in cut(long) for word in window.words[window.own :]]
    assert own == [i for paragraph in paragraphs(long) for i in paragraph]


def test_windows_are_bounded_and_begin_with_context(long: Annotated) -> None:
    made = cut(long)
    assert len(made) > 2
    assert all(len(window.pieces) <= PIECES for window in made)
    assert all(0 < window.own < CONTEXT for window in made[1:])
    assert made[0].own == 0


def test_features_stand_beside_their_pieces(long: Annotated) -> None:
    for window in cut(long):
        assert len(window.features) == len(window.pieces)
        assert len(window.first) == len(window.words)
        assert all(0 <= value < size for row in window.features for value, size in zip(row, SIZES, strict=True))


def test_a_paragraph_longer_than_a_window_is_cut(annotated: Annotator) -> None:
    made = cut(annotated("Ada Bell said that " + "the boat was late and " * 200 + "nobody came."))
    assert all(len(window.pieces) <= PIECES for window in made)
    assert len(made) > 2


def test_captions_are_not_read(annotated: Annotator) -> None:
    report = annotated("Ada Bell said the pier was shut.\n\nPhoto: Orr/Image Service")
    assert "Image" not in [report.tokens[i].text for window in cut(report) for i in window.words]


def test_the_rules_attributions_are_features(annotated: Annotator) -> None:
    report = annotated("Ada Bell said the pier was “shut”.")
    told = features(report, attribute(report))
    assert [row[4] for row in told] == [2, 2, 3, 4, 4, 4, 4, 4, 4, 1]
    assert [row[1] for row in told][-4:] == [3, 2, 3, 1]


@pytest.mark.parametrize(
    ("word", "expected"), [("—", 1), ("12", 1), ("pier", 2), ("NATO", 3), ("I", 4), ("Bell", 4), ("iPhone", 5)]
)
def test_case(word: str, expected: int) -> None:
    assert case(word) == expected


def test_labels_are_listed_once() -> None:
    assert len(set(POS)) == len(POS)
    assert len(set(DEP)) == len(DEP)
