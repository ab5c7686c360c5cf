"""The table of numbers: figures with what they count, as of when, according to whom."""

from __future__ import annotations

from dataclasses import replace

from daylight.model import Figure
from daylight.report.build import build
from tests.report.pier import PIER, at


def test_a_figure_stands_in_its_words_with_speaker_day_and_report() -> None:
    (boats,) = build(PIER).numbers
    first, second = boats.figures
    assert (first.before, first.printed, first.after) == ("Okonjo-Lind said", "41", "boats had been damaged in the …")
    assert (first.by, first.row) == ("Marta Okonjo-Lind", (2, "#s-0000000003"))
    assert (first.dated, first.told) == ("4 March 2031, 09:30 UTC", False)
    assert (second.head.letter, second.printed) == ("B", "14")


def test_the_difference_about_the_figures_stands_beside_them() -> None:
    (boats,) = build(PIER).numbers
    assert boats.thing == "boats"
    assert boats.findings == (("number", "#d-0000000004"),)
    assert all(figure.differs for figure in boats.figures)


def test_a_figure_that_no_difference_names_is_not_marked() -> None:
    other = Figure("gazette", at("gazette", "Friday"), 5.0)
    (count,) = PIER.counts
    (boats,) = build(replace(PIER, counts=(replace(count, figures=(*count.figures, other)),))).numbers
    assert [figure.differs for figure in boats.figures] == [True, True, False]


def test_the_day_of_an_utterance_is_told_from_that_of_its_report() -> None:
    (count,) = PIER.counts
    dated = replace(count.figures[0], attribution="a-g1")
    (boats,) = build(replace(PIER, counts=(replace(count, figures=(dated,)),))).numbers
    assert (boats.figures[0].dated, boats.figures[0].told) == ("4 March 2031", True)


def test_units_are_plural() -> None:
    (count,) = PIER.counts

    def unit(name: str) -> str:
        made = replace(PIER, counts=(replace(count, figures=(replace(count.figures[0], unit=name),)),))
        return build(made).numbers[0].unit

    assert [unit(name) for name in ("hectare", "cubic meter", "percent", "")] == ["hectares", "cubic metres", "percent", ""]
