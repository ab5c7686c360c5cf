from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from daylight.model import Span
from daylight.stories import Article, Edge, find_copies
from tests.stories.made import DAM, GOATS, SPEECH, article


def edge_of(a: Article, b: Article) -> Edge | None:
    edges = find_copies([a, b])
    return edges[0] if edges else None


def kind_of(a: Article, b: Article) -> str | None:
    edge = edge_of(a, b)
    return edge.kind if edge else None


def test_the_same_words_in_other_typography_are_the_same_text() -> None:
    plain = article("b", *(line.upper().replace(",", " –") for line in DAM))
    edge = edge_of(article("a", *DAM), plain)
    assert edge is not None
    assert (edge.kind, edge.shares, edge.equal) == ("same", (1.0, 1.0), 1.0)
    assert edge.passages[0].kind == "verbatim"


def test_parts_left_out_make_a_trimmed_copy_and_the_longer_one_is_first() -> None:
    edge = edge_of(article("a", *DAM[:3]), article("b", *DAM))
    assert edge is not None
    assert (edge.kind, edge.first) == ("trimmed", "b")
    assert edge.shares[0] == 1.0


def test_words_changed_make_an_edited_copy() -> None:
    changed = [line.replace("the", "that").replace("Tuesday", "Thursday") for line in DAM]
    edge = edge_of(article("a", *DAM), article("b", *changed))
    assert edge is not None
    assert edge.kind == "edited"
    assert 0.8 < edge.equal < 0.98


def test_sentences_moved_make_an_edited_copy() -> None:
    assert kind_of(article("a", *DAM), article("b", *DAM[::-1])) == "edited"


def test_a_sentence_taken_over_is_a_passage_and_no_copy() -> None:
    edge = edge_of(article("a", *DAM), article("b", *GOATS, DAM[1]))
    assert edge is not None
    assert edge.kind == "passage"
    text = "\n\n".join(DAM)
    assert text[edge.passages[0].a.start : edge.passages[0].a.end] == DAM[1].rstrip(".")


def test_a_speech_in_two_reports_is_a_shared_quotation() -> None:
    assert kind_of(article("a", *DAM[:3], SPEECH), article("b", *GOATS[:3], SPEECH)) == "quotation"


def test_a_quotation_mark_left_open_does_not_make_the_rest_a_quotation() -> None:
    torn = '"' + " ".join(DAM)
    assert kind_of(article("a", torn, SPEECH), article("b", torn)) == "trimmed"


def test_what_many_articles_carry_is_boilerplate() -> None:
    notice = "This article is part of the series on rivers, which readers of the Gazette made possible with their gifts."
    rng = random.Random(1)  # noqa: S311 (not for secrets: the same words every time)
    many = [article(f"{n:02d}", " ".join(rng.sample(" ".join(GOATS + DAM).split(), 90)), notice) for n in range(20)]
    assert {edge.kind for edge in find_copies(many)} == {"boilerplate"}


def test_texts_of_their_own_have_no_edge() -> None:
    assert edge_of(article("a", *DAM), article("b", *GOATS)) is None


def test_only_the_story_is_compared_where_it_is_marked() -> None:
    a, b = article("a", *DAM[:2], *GOATS), article("b", *DAM)
    assert edge_of(a, b)
    start = a.text.index(GOATS[0])
    assert edge_of(replace(a, parts=(Span(start, len(a.text)),)), b) is None


def test_exact_copies_are_joined_to_the_first_and_only_it_is_compared() -> None:
    edges = find_copies([article("c", *DAM), article("a", *DAM), article("b", *DAM), article("d", *DAM[:3])])
    assert [(edge.reports, edge.kind) for edge in edges] == [
        (("a", "b"), "same"),
        (("a", "c"), "same"),
        (("a", "d"), "trimmed"),
    ]


def test_the_order_of_the_input_changes_nothing() -> None:
    articles = [article("a", *DAM), article("b", *DAM[1:]), article("c", *GOATS, DAM[0]), article("d", *GOATS[1:])]
    assert find_copies(articles) == find_copies(articles[::-1])


@pytest.mark.parametrize("text", ["", "one", "\ud800 x", "日本語" * 40, "a" * 200_000, '"' * 5000, "\n" * 5000])
def test_odd_texts_are_read(text: str) -> None:
    assert find_copies([Article("a", text), Article("b", text + " more"), article("c", *DAM)]) is not None


@pytest.mark.parametrize("unit", ["the ", "the cat ", "a b c d e f g h i "])
def test_a_text_that_repeats_itself_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    find_copies([Article("a", unit * 20_000), Article("b", unit * 20_000 + "end")])
    assert time.process_time() - started < 4
