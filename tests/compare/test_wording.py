from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daylight.compare.wording import compare_quotes


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ferry won’t sail,", "The ferry won't sail."),
        ("We lost 12 boats in the U.S. harbour", "We lost twelve boats in the US harbor"),
        ("Sen. Okoro & her aides paid 40 per cent", "Senator Okoro and her aides paid 40%"),
        ("the organisers — all of them — travelled", "The organizers -- all of them -- traveled"),
        ("that f***ing bridge", "that fucking bridge"),
        ("there is good will here", "there is goodwill here"),
        ("I’m gonna say it costs $1.5 million", "I'm going to say it costs 1.5 million dollars"),
        ("He should pay [for] it", "He should pay for it"),
    ],
)
def test_house_style_is_typography(a: str, b: str) -> None:
    assert compare_quotes(a, b).relation in {"same", "typography"}
    assert compare_quotes(b, a).relation in {"same", "typography"}
    assert not compare_quotes(a, b).changed


def test_edge_marks_belong_to_the_sentence_around() -> None:
    assert compare_quotes("The harbour is closed,", "The harbour is closed.").relation == "same"


def test_a_part_is_trimmed_one_way_and_extended_the_other() -> None:
    whole, part = "The harbour is closed and nobody knows for how long", "nobody knows for how long"
    assert compare_quotes(whole, part).relation == "trimmed"
    assert compare_quotes(part, whole).relation == "extended"


def test_a_cut_declared_by_an_ellipsis_is_trimmed() -> None:
    pair = compare_quotes(
        "We will rebuild the old pier, plank by plank, before winter", "We will rebuild the old pier … before winter"
    )
    assert (pair.relation, pair.changed) == ("trimmed", ())


def test_an_undeclared_omission_is_reworded() -> None:
    pair = compare_quotes("We will not rebuild the old pier before winter", "We will rebuild the old pier before winter")
    assert (pair.relation, pair.changed) == ("reworded", (("not", ""),))


@pytest.mark.parametrize(
    ("a", "b", "changed"),
    [
        ("I’d call the whole plan a mess", "I would call the whole plan a mess", (("I’d", "I would"),)),
        ("We reject his visit to the island", "We reject his message to the island", (("visit", "message"),)),
        ("The council has approved the new bridge", "The council had approved the new bridge", (("has", "had"),)),
        ("looks forward to a calm winter here", "I look forward to a calm winter here", (("looks", "look"),)),
    ],
)
def test_changed_words_are_named_as_printed(a: str, b: str, changed: tuple[tuple[str, str], ...]) -> None:
    pair = compare_quotes(a, b)
    assert pair.relation == "reworded"
    assert pair.changed == changed


def test_two_sentences_of_one_speech_are_different() -> None:
    assert (
        compare_quotes("The pier must be rebuilt this year", "Nobody asked the fishermen about the pier").relation
        == "different"
    )


@pytest.mark.parametrize(
    ("rest", "cut"),
    [
        (", but only if the town pays half", True),
        (" unless the storm returns", True),
        (". But the town must pay half", True),
        (" and the town pays half", False),
        (". If you ask me, it is a bargain", False),
        (", but also the lighthouse", False),
    ],
)
def test_a_cut_before_a_qualifier_is_told(rest: str, cut: bool) -> None:
    kept = "We will rebuild the old pier"
    assert compare_quotes(kept + rest, kept).cut_before_qualifier is cut
    assert compare_quotes(kept, kept + rest).cut_before_qualifier is cut


def test_hostile_lengths_stay_cheap() -> None:
    many = " ".join(f"w{i}---" for i in range(20_000))
    assert compare_quotes(many, "word " * 20_000).relation == "different"
    assert compare_quotes(many, "a---" * 20_000).relation == "different"


@given(st.text(max_size=80), st.text(max_size=80))
def test_changes_slice_the_texts(a: str, b: str) -> None:
    pair = compare_quotes(a, b, least_share=0)
    assert all((a[slice(*c.a)], b[slice(*c.b)]) in pair.changed for c in pair.changes)
    assert len(pair.changes) == len(pair.changed)


@given(st.text(max_size=60))
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert compare_quotes(text, text).relation == "same"


def test_a_clause_that_moved_is_compared_where_it_went() -> None:
    a = "To be clear, as part of any storm levy, no boats will be sent to the island"
    b = "To be clear, no boats will be sent to the island as part of their storm levy"
    assert compare_quotes(a, b, least_share=0.6).changed == (("any", "their"),)
    assert compare_quotes(b, a, least_share=0.6).changed == (("their", "any"),)


@pytest.mark.parametrize(
    ("a", "b", "changed"),
    [
        ("We spoke with either our friends or the town", "We spoke either with our friends or the town", "with either"),
        ("Quill, Finch and Reed", "Finch, Quill and Reed", "Quill, Finch"),
        ("You know the old pier better than I", "You knew the old pier better than I am", ""),
    ],
)
def test_words_that_changed_place_or_end_the_sentence_are_one_change(a: str, b: str, changed: str) -> None:
    pair = compare_quotes(a, b)
    assert pair.relation == "reworded"
    assert pair.changed[-1][0] == changed
