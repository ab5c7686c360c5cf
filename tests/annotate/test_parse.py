from __future__ import annotations

import re
import subprocess
import sys
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.annotate import annotate
from daylight.model import Annotated, Block, Report, Source, Span


def parse(text: str) -> Annotated:
    lines = (Span(*match.span()) for match in re.finditer(r"\S[^\n]*(?<=\S)|\S", text))
    report = Report("r", text, Source(None, "", "text/plain"), tuple(Block(span, "body") for span in lines))
    return annotate([report])[0]


def sentences(text: str) -> list[str]:
    annotated = parse(text)
    return [annotated.report.slice(sentence.span) for sentence in annotated.sentences]


def names(text: str) -> list[tuple[str, str | None]]:
    annotated = parse(text)
    return [(annotated.report.slice(name.span), name.kind) for name in annotated.names]


def test_importing_daylight_loads_no_language_library() -> None:
    code = "import sys, daylight; sys.exit(any(name.split('.')[0] in ('spacy', 'thinc') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603


def test_no_report_gives_nothing() -> None:
    assert annotate([]) == ()


def test_reports_come_out_in_the_order_in_which_they_went_in() -> None:
    reports = [parse(text).report for text in ("Vesna Orly left.", "\n", "The ferry sank.\nNobody drowned.")]
    assert [len(a.sentences) for a in annotate(reports)] == [1, 0, 2]
    assert [a.report for a in annotate(reports)] == reports


def test_a_sentence_never_runs_into_the_next_block() -> None:
    assert sentences("Mayor opens new quay\nVesna Orly said on Friday that the quay was safe.") == [
        "Mayor opens new quay",
        "Vesna Orly said on Friday that the quay was safe.",
    ]


def test_a_full_stop_without_its_blank_ends_a_sentence() -> None:
    assert sentences("The quay is held by local forces.He said so on Friday.") == [
        "The quay is held by local forces.",
        "He said so on Friday.",
    ]


def test_a_sentence_goes_on_in_lower_case_and_after_a_title() -> None:
    assert len(sentences("He spoke with Sen. Tom Brandt of the harbour. and left the room.")) == 1


def test_a_closing_mark_ends_the_sentence_that_it_closes() -> None:
    assert sentences("“The quay is safe.” Orly then left. “Come,” she said.") == [
        "“The quay is safe.”",
        "Orly then left.",
        "“Come,” she said.",
    ]


def test_the_narrator_after_a_question_belongs_to_it() -> None:
    assert (
        len(sentences("“What is to become of all the ferries in the old harbour?” Mayor Tom Brandt asked reporters.")) == 1
    )


def test_marks_are_tokens_of_their_own_though_a_blank_was_lost() -> None:
    assert [token.text for token in parse("Orly said,“Come in.”He did.").tokens] == [
        *("Orly", "said", ",", "“", "Come", "in", ".", "”", "He", "did", "."),
    ]


def test_initials_and_titles_in_the_plural_end_no_sentence() -> None:
    assert len(sentences("Among them are Reps. Anna Lind and K. Orly.")) == 1


def test_a_short_quotation_is_not_broken() -> None:
    assert sentences("“Never! Not once!” she said.") == ["“Never! Not once!” she said."]


def test_names_have_clean_edges() -> None:
    assert names("The United Nations' envoy met Maria Lindgren's lawyer in Berlin.") == [
        ("United Nations", "organization"),
        ("Maria Lindgren", "person"),
        ("Berlin", "place"),
    ]


def test_the_subject_of_an_office_is_no_name() -> None:
    assert names("Defense Secretary Paul Marek met Secretary of State Anna Lind.") == [
        ("Paul Marek", "person"),
        ("Anna Lind", "person"),
    ]


def test_a_word_of_a_million_characters_is_left_out_and_told() -> None:
    annotated = parse("The mayor left. " + "x" * 1_000_000 + " Nobody saw her.")
    assert [annotated.report.slice(s.span) for s in annotated.sentences] == ["The mayor left.", "Nobody saw her."]
    (skipped,) = annotated.skipped
    assert "1,000,000" in skipped.reason


def test_a_long_paragraph_is_read_whole_and_in_time() -> None:
    began = time.process_time()
    annotated = parse("the mayor and " * 2_000 + "(" * 400)
    assert time.process_time() - began < 60
    assert len(annotated.tokens) >= 6_000


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([" ", "\n", ". ", "“", "”", "'", "said", "Orly", "\u2028", "\U0001f600"]), st.text(max_size=5)
        )
    )
)
def test_every_span_slices_and_trees_stay_in_their_sentence(pieces: list[str]) -> None:
    annotated = parse("".join(pieces))
    text = annotated.report.text
    assert all(token.text == text[slice(*token.span)] != "" for token in annotated.tokens)
    assert list(annotated.starts) == [token.span.start for token in annotated.tokens] == sorted(set(annotated.starts))
    for i, sentence in enumerate(annotated.sentences):
        inside = annotated.tokens[sentence.first : sentence.last]
        assert annotated.report.blocks[sentence.block].span.covers(sentence.span)
        assert {token.sentence for token in inside} == {i}
        assert all(sentence.first <= token.head < sentence.last for token in inside)
    assert sum(s.last - s.first for s in annotated.sentences) == len(annotated.tokens)
    assert all(text[slice(*name.span)].strip() == text[slice(*name.span)] != "" for name in annotated.names)
