"""A further report, or a correction: what is new, what stands in more reports, what is gone."""

from __future__ import annotations

from dataclasses import replace

from daylight.model import Comparison
from daylight.report.links import anchor
from daylight.store import changes
from daylight.web.news import News, news
from tests.report.pier import PIER


def told(before: Comparison, after: Comparison) -> tuple[News, ...]:
    return news(changes(before, after), after)


def test_nothing_new_is_nothing() -> None:
    assert told(PIER, PIER) == ()


def test_statements_are_new_in_more_reports_or_gone() -> None:
    first, *rest = PIER.statements
    shorter = replace(first, id="s-short", attributions=first.attributions[:1])
    before = replace(PIER, statements=(shorter, *rest[1:]), differences=())
    after = replace(PIER, differences=())
    assert told(before, after) == (
        News("1 statement is new", "#" + anchor("statement", rest[0].id)),
        News("1 statement stands now in Wexcombe Courier too", "#" + anchor("statement", first.id)),
        News("1 statement stands now in Coast Wire too", "#" + anchor("statement", first.id)),
    )
    assert News("1 statement is no longer there") in told(after, before)


def test_differences_that_are_more_than_form_are_told_one_by_one_and_those_that_are_gone_counted() -> None:
    empty = replace(PIER, differences=())
    expected = [d for d in PIER.differences if not d.trivial and d.kind != "only-here"]
    assert [one.href for one in told(empty, PIER)] == ["#" + anchor("difference", d.id) for d in expected]
    (gone,) = told(PIER, empty)
    assert gone.text == f"{len(expected)} differences are no longer there"


def test_of_very_many_differences_the_rest_is_counted() -> None:
    one = next(d for d in PIER.differences if d.kind == "number")
    after = replace(PIER, differences=tuple(replace(one, id=f"d-{n}") for n in range(20)))
    assert told(replace(PIER, differences=()), after)[-1].text == "8 differences more"
