from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.compare import compare_statements
from daylight.compare.frame import frame
from daylight.compare.polarity import compare_polarity


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("the pier lost 12 planks in the storm", "the pier lost 14 planks in the storm", "number"),
        ("the ferry sails on Friday from the pier", "the ferry sails on Monday from the pier", "date-or-place"),
        ("the town met Mara Quill at the pier", "the town met Odo Finch at the pier", "name"),
        ("the ferry sails in a storm", "the ferry never sails in a storm", "polarity"),
        ("the town board wants to reopen the pier", "the town board declined to reopen the pier", "polarity"),
        ("the ferry will sail in a storm", "the ferry might sail in a storm", "strength"),
    ],
)
def test_what_is_altered_is_typed(a: str, b: str, kind: str) -> None:
    pair = compare_statements(a, b)
    assert (pair.relation, pair.kinds) == ("differs", (kind,))
    assert pair.score < 0.5


def test_other_words_for_the_same_score_high() -> None:
    pair = compare_statements("the town will start to repair the pier", "the town will begin to fix the pier")
    assert (pair.relation, pair.kinds) == ("same", ())
    assert pair.score > 0.5


def test_what_declines_or_fails_denies_nothing() -> None:
    pair = frame(
        "a decline in ferry fares began when the engine failed", "a drop in ferry fares began when the engine broke"
    )
    assert compare_polarity(pair) == []


def test_a_text_is_the_same_as_itself_for_certain() -> None:
    assert compare_statements("the ferry sails on Friday", "The ferry sails on Friday.").score == 1.0


def test_texts_with_nothing_in_common_are_unrelated() -> None:
    assert compare_statements("the ferry sails on Friday", "her aunt bakes excellent bread").relation == "unrelated"


def test_hostile_lengths_end() -> None:
    assert compare_statements("12 roofs may fall " * 4000, "13 roofs will not fall " * 4000).relation in {"same", "differs"}


@settings(deadline=None)  # the first call may load a model
@given(st.text(max_size=60), st.text(max_size=60))
def test_findings_slice_the_texts(a: str, b: str) -> None:
    pair = compare_statements(a, b)
    assert pair.changed == tuple((a[slice(*f.a)], b[slice(*f.b)]) for f in pair.findings)
    assert 0 <= pair.score <= 1


def test_a_hedge_is_shown_with_the_particle_of_its_verb() -> None:
    pair = compare_statements("the town ruled out a new pier", "the town completely ruled out a new pier")
    assert ("", "completely ruled out") in pair.changed
