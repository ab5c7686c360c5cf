"""Utterances are shown together where no report tells them apart."""

from __future__ import annotations

from daylight.clean import blocks_of
from daylight.model import Comparison, Report, Source
from daylight.pipeline import compare

LONG = (
    "“The pier stays open all winter,” Ilse Brandt said. “The boats go out on Monday morning. Nobody will be turned away.”"
)
PART = "Ilse Brandt said on Friday: “The boats go out on Monday morning.”"
OTHER = "“The school will get a new roof in spring,” Ilse Brandt said."


def compared(*texts: str) -> Comparison:
    source = Source(None, "0" * 64, "text/plain")
    return compare([Report(str(n), t, source, blocks_of(t), language="en") for n, t in enumerate(texts)])


def rows(comparison: Comparison) -> list[list[str]]:
    by_id = {a.id: a for a in comparison.attributions}
    text = {r.id: r for r in comparison.reports}
    found = [[by_id[i] for i in s.attributions] for s in comparison.statements]
    return [[" … ".join(text[a.report].slice(s) for s in a.content) for a in row] for row in found]


def test_a_quotation_that_only_one_report_has_is_one_row() -> None:
    (first, second) = rows(compared(LONG, OTHER))
    assert len(first) == len(second) == 1
    assert "all winter" in first[0]
    assert "turned away" in first[0]


def test_the_sentence_that_another_report_has_stands_beside_it() -> None:
    found = rows(compared(LONG, PART))
    assert ["“The boats go out on Monday morning.", "“The boats go out on Monday morning.”"] in found
    assert len(found) == 3


def test_a_quotation_that_both_print_alike_is_one_row() -> None:
    (row,) = rows(compared(LONG, LONG))
    assert len(row) == 2
    assert all("all winter" in cell and "turned away" in cell for cell in row)


def test_a_paraphrase_of_two_clauses_that_only_one_report_has_is_shown_whole() -> None:
    told = "Ilse Brandt said the pier would stay open all winter and the boats would go out on Monday."
    assert rows(compared(told, OTHER))[0] == ["the pier would stay open all winter and the boats would go out on Monday"]


def test_a_whole_attribution_gets_its_own_id_back() -> None:
    comparison = compared(LONG, OTHER)
    assert {a.part_of for a in comparison.attributions} == {None}
