from __future__ import annotations

from daylight.align import pair_sentences
from daylight.model import Annotated, SentencePair
from tests.align.story import report

A = report(
    "a",
    "Mayor Ilse Brandt told reporters on Monday that no library in Oakhaven would close. "
    "She praised the 14 volunteers of the Mill Street branch. The council meets again in June.",
)
B = report(
    "b",
    "Fourteen years ago Oakhaven had no library at all. The council will meet again in June. "
    "“No library in Oakhaven will close,” Brandt told reporters on Monday. "
    "Volunteers from Mill Street, 14 of them, won her praise.",
)


def texts(pairs: tuple[SentencePair, ...], *reports: Annotated) -> set[tuple[str, str]]:
    by_id = {r.report.id: r for r in reports}

    def first_words(name: str, index: int) -> str:
        annotated = by_id[name]
        return " ".join(annotated.report.slice(annotated.sentences[index].span).split()[:3])

    return {(first_words(p.report_a, p.a), first_words(p.report_b, p.b)) for p in pairs}


def test_sentences_that_tell_the_same_are_paired_wherever_they_stand() -> None:
    assert texts(pair_sentences([A, B]), A, B) == {
        ("Mayor Ilse Brandt", "“No library in"),
        ("She praised the", "Volunteers from Mill"),
        ("The council meets", "The council will"),
    }


def test_pairs_come_best_first_with_a_score() -> None:
    scores = [p.score for p in pair_sentences([A, B])]
    assert scores == sorted(scores, reverse=True)
    assert all(0.5 <= s <= 1 for s in scores)


def test_one_sentence_may_be_told_in_two() -> None:
    one = report("a", "The dam held overnight, but engineers measured a crack of 14 centimetres on its north side.")
    two = report("b", "Engineers said the dam held overnight. They measured a crack of 14 centimetres on its north side.")
    assert len(pair_sentences([one, two])) == 2


def test_captions_pair_with_captions_only_and_promotion_with_nothing() -> None:
    line = "Mayor Ilse Brandt opens the Mill Street library in Oakhaven."
    story = report("a", line)
    caption = report("b", line, "Click here for more of Oakhaven.", roles={0: "caption", 1: "promotion"})
    other = report("c", line, "Click here for more of Oakhaven.", roles={0: "caption", 1: "promotion"})
    assert pair_sentences([story, caption]) == ()
    assert texts(pair_sentences([caption, other]), caption, other) == {("Mayor Ilse Brandt", "Mayor Ilse Brandt")}


def test_one_report_alone_or_an_empty_one_has_no_pairs() -> None:
    assert pair_sentences([A]) == ()
    assert pair_sentences([A, report("c", "—")]) == ()


def test_a_report_that_says_one_thing_many_times_has_no_pair_for_each_two_of_them() -> None:
    a, b = report("a", "The dam will hold. " * 300), report("b", "The dam will hold. " * 300)
    assert 300 <= len(pair_sentences([a, b])) <= 300 * 10
