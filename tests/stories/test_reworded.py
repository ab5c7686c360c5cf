from __future__ import annotations

from daylight.stories import Article, Edge, find_copies, find_reworded, group
from tests.stories.made import DAM, GOATS, article

ORIGINAL = (
    *DAM,
    "Mayor Ida Holm said on Wednesday that nobody would go back before the engineers had seen the foundations.",
)
REWRITE = (
    "On Tuesday, 300 inhabitants abandoned their homes when a 14-centimetre fissure was discovered in Velden's dam.",
    "Before filling the fissure with concrete and resin, Port Lume engineers are going to bring the water down two metres.",
    "According to the provincial water board, the dam dates from 1961; its last inspection was nine years ago.",
    "Until Monday, lower town schools remain shut, with valley children bussed to a camp in Orrin.",
    "Boats, tents, blankets and a second hospital pump have been requested of the government by the council.",
    "No one will return until engineers have looked at the foundations, Mayor Ida Holm stated Wednesday.",
)
SPEECHES = tuple(f"“{line}” said Mayor Ida Holm." for line in ORIGINAL)
SPEECHES_AGAIN = tuple(f"Holm said: “{line}”" for line in ORIGINAL)


def found(*articles: Article) -> list[Edge]:
    return [edge for edge in find_reworded(articles, find_copies(articles)) if edge.kind == "reworded"]


def test_a_text_in_other_words_is_told_with_its_sentences_side_by_side() -> None:
    a, b = article("a", *ORIGINAL), article("b", *REWRITE)
    (edge,) = found(a, b)
    assert edge.equal < 0.6
    assert min(edge.shares) > 0.9
    sides = [(a.text[p.a.start : p.a.end], b.text[p.b.start : p.b.end]) for p in edge.passages]
    assert sides == list(zip(ORIGINAL, REWRITE, strict=True))


def test_a_text_that_goes_its_own_way_is_no_rewrite() -> None:
    assert found(article("a", *ORIGINAL), article("b", REWRITE[0], *GOATS, REWRITE[3])) == []


def test_other_order_is_no_rewrite() -> None:
    assert found(article("a", *ORIGINAL), article("b", *REWRITE[::-1])) == []


def test_two_reports_of_one_speech_are_no_rewrite() -> None:
    assert found(article("a", *SPEECHES), article("b", *SPEECHES_AGAIN)) == []


def test_weeks_between_them_keep_two_texts_apart() -> None:
    first = article("a", *ORIGINAL, published="2031-03-04")
    assert found(first, article("b", *REWRITE, published="2031-03-11"))
    assert found(first, article("b", *REWRITE, published="2031-04-04")) == []


def test_a_known_copy_is_not_read_again_and_a_weaker_edge_gives_way() -> None:
    articles = [article("a", *ORIGINAL), article("b", *ORIGINAL[1:]), article("c", ORIGINAL[0], *REWRITE[1:])]
    kinds = {edge.reports: edge.kind for edge in find_reworded(articles, find_copies(articles))}
    assert kinds == {("a", "b"): "trimmed", ("a", "c"): "reworded"}
    assert {edge.reports: edge.kind for edge in find_copies(articles)}["a", "c"] == "passage"


def test_a_rewrite_joins_the_story_of_its_original() -> None:
    articles = [article("a", *ORIGINAL), article("b", *REWRITE)]
    joined, _ = group(articles, found(*articles))
    assert joined[0].story == joined[1].story
    assert joined[1].reason == "a copy of an article of the story"


def test_texts_without_sentences_are_read() -> None:
    assert found(Article("a", ""), Article("b", "...\n\n!"), Article("c", "one two")) == []
