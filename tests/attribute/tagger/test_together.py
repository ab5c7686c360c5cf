"""What the network found and what the rules found become one list."""

from __future__ import annotations

from daylight.attribute.rules.engine import read
from daylight.attribute.speech import RAISED
from daylight.attribute.tagger.decoding import Run, Tied
from daylight.attribute.tagger.together import together
from daylight.model import Annotated
from tests.conftest import Annotator

Words = tuple[str | None, str, list[str]]


def run(annotated: Annotated, words: str) -> Run:
    """The tokens of some words where they first stand."""
    start = annotated.report.text.index(words)
    return tuple(i for i, t in enumerate(annotated.tokens) if start <= t.span.start < start + len(words))


def joined(annotated: Annotated, *found: tuple[str, str, tuple[str, ...]]) -> list[Words]:
    tied = [
        Tied(run(annotated, s) if s else (), run(annotated, c), tuple(run(annotated, x) for x in content), 0.9)
        for s, c, content in found
    ]
    told = together(read(annotated), tied)
    text = annotated.report.slice
    return [
        (
            text(candidate.source) if candidate.source else None,
            text(annotated.tokens[candidate.cue[0]].span),
            [text(span) for span in spans],
        )
        for candidate, spans in told
    ]


def test_half_a_quotation_is_taken_whole(annotated: Annotator) -> None:
    report = annotated("Ada Bell said the pier was “old but sound”, as ever.")
    assert joined(report, ("Ada Bell", "said", ("the pier was “old",))) == [
        ("Ada Bell", "said", ["the pier was “old but sound”"])
    ]


def test_what_only_the_rules_found_stands_where_they_are_sure(annotated: Annotator) -> None:
    report = annotated("Ada Bell said the pier was shut.")
    assert joined(report) == [("Ada Bell", "said", ["the pier was shut"])]


def test_the_rules_name_the_source_that_the_network_lost(annotated: Annotator) -> None:
    report = annotated("Ada Bell said the pier was shut.")
    assert joined(report, ("", "said", ("the pier was shut",))) == [("Ada Bell", "said", ["the pier was shut"])]


def test_the_network_alone_is_believed(annotated: Annotator) -> None:
    report = annotated("For Ada Bell the old pier was a disgrace.")
    found = joined(report, ("Ada Bell", "For", ("the old pier was a disgrace",)))
    assert found == [("Ada Bell", "For", ["the old pier was a disgrace"])]


def test_nothing_goes_on_from_a_headline(annotated: Annotator) -> None:
    report = annotated("Bell says pier is shut\n\nThe boats stay in the harbour until Monday, and nobody goes out.")
    (told,) = joined(report, ("Bell", "says", ("pier is shut", "The boats stay in the harbour")))
    assert told == ("Bell", "says", ["pier is shut"])


def test_a_signed_quotation_is_the_rules(annotated: Annotator) -> None:
    report = annotated("The day in words.\n\n“The pier is sound and it will stay open.” — Ada Bell")
    found = joined(report, ("", "—", ("The pier is sound",)))
    assert found == [("Ada Bell", "—", ["“The pier is sound and it will stay open.”"])]


def test_a_source_in_another_sentence_gives_way_to_the_subject(annotated: Annotator) -> None:
    report = annotated("Tom Orr came late. Ada Bell said the pier was shut.")
    assert joined(report, ("Tom Orr", "said", ("the pier was shut",))) == [("Ada Bell", "said", ["the pier was shut"])]


def test_what_somebody_seemed_to_say_is_theirs(annotated: Annotator) -> None:
    report = annotated("Ada Bell seemed to rule out a sale of the pier.")
    (told,) = joined(report, ("", "seemed", ("to rule out a sale of the pier",)))
    assert told == ("Ada Bell", "seemed", ["a sale of the pier"])


def test_a_content_without_a_telling_word_is_none(annotated: Annotator) -> None:
    report = annotated("The remarks at the pier were short.")
    assert joined(report, ("", "remarks at", ("the",))) == []


def test_a_content_does_not_end_in_a_preposition(annotated: Annotator) -> None:
    report = annotated("Ada Bell hoped to sue before Christmas.")
    assert joined(report, ("Ada Bell", "hoped", ("to sue before",))) == [("Ada Bell", "hoped", ["to sue before Christmas"])]


def test_a_content_does_not_end_in_a_relative_pronoun(annotated: Annotator) -> None:
    report = annotated("Ada Bell promised an honest sale of the pier, which the crew had doubted.")
    found = joined(report, ("Ada Bell", "promised", ("an honest sale of the pier, which",)))
    assert found == [("Ada Bell", "promised", ["an honest sale of the pier"])]


def test_a_stray_name_after_the_sentence_is_no_content(annotated: Annotator) -> None:
    report = annotated("Ada Bell said the pier was shut. tom orr. Nobody came.")
    found = joined(report, ("Ada Bell", "said", ("the pier was shut. tom orr",)))
    assert found == [("Ada Bell", "said", ["the pier was shut"])]


def test_what_goes_on_from_a_content_of_the_sentence_is_no_content_of_the_next_ones(annotated: Annotator) -> None:
    report = annotated("Ada Bell said what one may tell and not tell is known. She called the pier a disgrace.")
    found = joined(
        report,
        ("Ada Bell", "said", ("what one may tell and",)),
        ("She", "called", ("not tell is known", "the pier a disgrace")),
    )
    assert found == [
        ("Ada Bell", "said", ["what one may tell and not tell is known"]),
        ("She", "called", ["the pier a disgrace"]),
    ]


def test_a_condition_stays_with_what_it_limits(annotated: Annotator) -> None:
    report = annotated("Ada Bell said the pier would stay shut unless it was safe, adding that nobody came.")
    found = joined(
        report,
        ("Ada Bell", "said", ("the pier would stay shut",)),
        ("Ada Bell", "adding", ("unless it was safe", "that nobody came")),
    )
    assert found == [
        ("Ada Bell", "said", ["the pier would stay shut unless it was safe"]),
        ("Ada Bell", "adding", ["that nobody came"]),
    ]


def test_a_source_keeps_the_bracket_that_closes(annotated: Annotator) -> None:
    report = annotated("Senator Ada Bell (I-Brenn) said the pier was shut.")
    found = joined(report, ("Senator Ada Bell (I-Brenn", "said", ("the pier was shut",)))
    assert found == [("Senator Ada Bell (I-Brenn)", "said", ["the pier was shut"])]


def test_what_somebody_seems_to_do_is_marked_as_the_reporters(annotated: Annotator) -> None:
    report = annotated("Bell, Orr seems to give various answers about the pier\n\nNobody came.")
    tied = Tied(run(report, "Orr"), run(report, "seems"), (run(report, "to give various answers about the pier"),), 0.9)
    ((candidate, _),) = together(read(report), [tied])
    assert candidate.frame == RAISED
