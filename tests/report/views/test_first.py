"""What to read first, and in which order what differs is told."""

from __future__ import annotations

from dataclasses import replace

from daylight.model import About, Difference, DifferenceKind
from daylight.report import to_markdown
from daylight.report.build import build
from daylight.report.weight import ORDER
from tests.report.pier import OKONJO, PIER, VENN, place
from tests.report.test_terminal import shown


def difference(row: int, kind: DifferenceKind, score: float = 0.95, about: About | None = None) -> Difference:
    target = about or About("statement", f"s-000000000{row}")
    evidence = (place("gazette", "would close"), place("wire", "may close"))
    words = f"{kind} {row}"
    return Difference(f"d-{row:08x}{ORDER.index(kind):02x}", kind, target, evidence, words, "by-hand", score)


def told(*differences: Difference) -> list[int]:
    """The statements that are told differently, by the last figure of their ids, as they stand."""
    page = build(replace(PIER, differences=differences, positions=()))
    return [int(row.anchor[-1]) for band in page.bands if band.anchor == "differ" for row in band.rows]


def first(*differences: Difference) -> list[str]:
    return [line.explanation for line in build(replace(PIER, differences=differences)).first]


def test_the_weightier_kind_is_told_first_and_equals_in_the_order_of_the_story() -> None:
    kinds: tuple[DifferenceKind, ...] = ("trimmed", "content", "number", "number")
    assert told(*(difference(row, kind) for row, kind in enumerate(kinds, 1))) == [3, 4, 2, 1]


def test_a_row_with_nothing_but_a_possible_difference_is_told_last() -> None:
    assert told(difference(1, "number", 0.5), difference(2, "trimmed", 0.7)) == [2, 1]
    assert told(difference(1, "number", 0.5), difference(1, "trimmed"), difference(2, "superseded")) == [2, 1]


def test_of_one_kind_the_surer_is_told_first() -> None:
    assert told(difference(1, "number", 0.75), difference(2, "number")) == [2, 1]


def test_a_quotation_cut_before_its_unless_weighs_as_much_as_yes_against_no() -> None:
    assert told(difference(1, "attribution"), replace(difference(2, "trimmed"), cut_before_qualifier=True)) == [2, 1]


def test_what_is_read_first_is_one_sentence_a_statement_and_at_most_five_with_the_opposed_position_last() -> None:
    kinds: tuple[DifferenceKind, ...] = ("content", "strength", "polarity", "date-or-place", "superseded")
    lines = first(*(difference(row, kind) for row, kind in enumerate(kinds, 1)), difference(3, "number"))
    assert lines == ["number 3", "date-or-place 4", "strength 2", "content 1", PIER.positions[0].explanation]


def test_no_kind_fills_the_list_and_one_garbled_name_stands_for_all() -> None:
    names = [difference(8, "name", about=About("entity", OKONJO)), difference(9, "name", about=About("entity", VENN))]
    numbers = [difference(row, "number") for row in (1, 2, 3)]
    assert first(*names, *numbers, difference(4, "trimmed"))[:4] == ["number 1", "number 2", "name 8", "trimmed 4"]


def test_form_alone_is_not_read_first() -> None:
    assert first(difference(1, "typography")) == [PIER.positions[0].explanation]


def test_each_view_tells_what_to_read_first() -> None:
    assert "1. Marta Okonjo-Lind, statement 1 · wording differs inside quotation marks (certain): Wording" in shown(200)
    assert "1. **Marta Okonjo-Lind, statement 1**, *wording differs inside quotation marks* (certain): " in to_markdown(PIER)
