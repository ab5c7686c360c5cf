"""What a stage leaves for the next is what it had."""

from __future__ import annotations

from collections.abc import Callable

from daylight.corpus.columns import from_table, to_table
from daylight.model import Annotated, Heard, Moment, Passage, Report, Span
from daylight.pipeline import hear
from tests.corpus.made import RULES


def test_a_report_with_what_is_said_in_it_comes_back_as_it_was(annotated: Callable[..., Annotated]) -> None:
    report = annotated(
        "“We will not sail,” said Ada Bell.\n\nShe said 𝒳 that it was late on Friday.", published="2031-03-03"
    )
    heard = hear(report.report, RULES)
    assert heard.attributions
    assert from_table(to_table([heard, Heard(annotated("Nothing."), ())], Heard), Heard)[0] == heard


def test_what_is_missing_comes_back_missing() -> None:
    values = [Moment(Span(1, 3), None), Moment(Span(0, 1), "2031-03")]
    assert from_table(to_table(values, Moment), Moment) == values
    assert from_table(to_table([], Report), Report) == []


def test_a_value_of_fixed_words_is_text() -> None:
    passage = Passage(Span(0, 4), Span(2, 6), "verbatim")
    assert from_table(to_table([passage], Passage), Passage) == [passage]
