"""The summary on a terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from daylight.model import Comparison
from daylight.report import to_terminal
from tests.report.pier import PIER


def shown(width: int, comparison: Comparison = PIER) -> str:
    out = io.StringIO()
    to_terminal(comparison, Console(file=out, width=width))
    return out.getvalue()


def test_three_reports_stand_side_by_side_where_there_is_room() -> None:
    assert any("A Saltmere Gazette" in line and "C Wexcombe Courier" in line for line in shown(120).splitlines())


def test_they_stand_below_each_other_where_there_is_none() -> None:
    lines = shown(60).splitlines()
    assert "C the pier was to be closed" in [line.rstrip() for line in lines]
    assert any(line.startswith("nothing from C") for line in lines)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(map(len, shown(width).splitlines())) <= width


def test_every_part_is_there() -> None:
    text = shown(100)
    for words in (
        "Seven differences worth reading",
        "number (certain): The number of damaged boats is 41",
        "Martha Okonyo Lind (garbled)",
        "Whether the east pier closes  opposed, likely",
        "  B the pier was safe and would stay open",
        "42% stands in A word for word",
        "pier.jpg: not a text",
    ):
        assert words in text


def test_one_report_alone_lists_its_statements() -> None:
    alone = replace(PIER, statements=(replace(PIER.statements[5], absent=()),), differences=(), positions=())
    assert "that its boats would call at Wexcombe “until further notice”" in shown(200, alone)
