from __future__ import annotations

from daylight.model import Span
from eval.rows import likest, pairs
from tests.align.story import report, said

TOLD = report("a", "The pier is safe, Brandt said. She added that the quay must be closed by May.")
PIER, QUAY = said(TOLD, "The pier is safe", None), said(TOLD, "that the quay must be closed by May", None)


def test_a_content_is_found_where_another_cut_shares_most_of_its_words() -> None:
    start = TOLD.report.text.index("the quay")
    assert likest(TOLD.report, [Span(start, start + len("the quay must be closed"))], [PIER, QUAY]) == QUAY


def test_a_content_that_no_attribution_has_is_not_found() -> None:
    start = TOLD.report.text.index("Brandt")
    assert likest(TOLD.report, [Span(start, start + len("Brandt said"))], [PIER, QUAY]) is None


def test_what_was_read_is_two_reports_of_one_event() -> None:
    for pair in pairs():
        assert pair.a[0] != pair.b[0]
        assert {name.startswith(pair.event) for name, _ in (pair.a, pair.b)} == {True}
        assert pair.verdict in {"same", "related", "other"}
        assert pair.weight > 0
        assert all(span.start < span.end for _, content in (pair.a, pair.b) for span in content)
