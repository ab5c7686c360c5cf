"""The figures of a story: what is listed, and which figures stand together."""

from __future__ import annotations

from dataclasses import replace

from daylight.compare import find_figures
from daylight.model import Attribution, Block, Span, Story
from tests.conftest import Annotator


def listed(annotated: Annotator, *texts: str) -> list[list[tuple[str, str | None]]]:
    """The figures of reports with these texts, and what they count, as printed."""
    reports = tuple(annotated(text, id=f"r-{i}") for i, text in enumerate(texts))
    by_id = {report.report.id: report.report for report in reports}

    def words(report: str, span: Span | None) -> str | None:
        return by_id[report].slice(span) if span else None

    counts = find_figures(Story(reports, (), (), ()))
    return [[(by_id[f.report].slice(f.span), words(f.report, f.counted)) for f in count.figures] for count in counts]


def test_figures_of_one_thing_stand_together_over_the_reports(annotated: Annotator) -> None:
    assert listed(
        annotated, "The flood took 2,300 hectares of seed potatoes.", "Some 3,200 hectares of potatoes are lost."
    ) == [[("2,300", "seed potatoes"), ("3,200", "potatoes")]]


def test_a_tally_is_one_thing_however_it_is_worded(annotated: Annotator) -> None:
    assert listed(annotated, "Three people died in the fire.", "Five fatalities were confirmed.", "Nobody was hurt.") == [
        [("Three", "people died"), ("Five", "fatalities")],
        [("Nobody", "hurt")],
    ]


def test_a_currency_keeps_its_sign_and_is_no_plain_count(annotated: Annotator) -> None:
    assert listed(
        annotated, "The mill costs £1.4 million a year.", "It costs £1.4m a year, and 90 workers their sleep."
    ) == [
        [("£1.4 million", "year"), ("£1.4m", "year")],
        [("90", "workers")],
    ]


def test_lengths_of_time_stand_together_only_where_they_are_equal(annotated: Annotator) -> None:
    assert listed(annotated, "The lease runs for 31 years.", "She served 31 years and he 12 years.") == [
        [("31", None), ("31", None)],
        [("12", None)],
    ]


def test_years_and_small_counts_of_one_report_are_no_figures_to_look_up(annotated: Annotator) -> None:
    assert listed(annotated, "Two ministers met after the 1998 treaty.") == []
    assert listed(annotated, "Two ministers met.", "Two ministers met in Osk.") == [
        [("Two", "ministers"), ("Two", "ministers")]
    ]


def test_a_unit_of_measure_is_told_from_what_is_measured(annotated: Annotator) -> None:
    report = annotated("The lake holds 412 million cubic metres of water.")
    ((figure,),) = [count.figures for count in find_figures(Story((report,), (), (), ()))]
    assert (figure.value, figure.unit) == (412e6, "cubic meter")


def test_captions_count_for_nothing(annotated: Annotator) -> None:
    told = annotated("The storm damaged 2,300 boats.")
    captioned = replace(told, report=replace(told.report, blocks=(Block(told.report.blocks[0].span, "caption"),)))
    assert len(find_figures(Story((told,), (), (), ()))) == 1
    assert find_figures(Story((captioned,), (), (), ())) == ()


def test_a_figure_knows_the_attribution_that_holds_it(annotated: Annotator) -> None:
    text = "Mayor Ada Venn said that 41 boats were damaged."
    report = annotated(text)
    said = Attribution("a-1", "r-test", "indirect", (Span(0, 14),), (Span(15, 19),), (Span(20, 46),))
    ((figure,),) = [count.figures for count in find_figures(Story((report,), (), (said,), ()))]
    assert (figure.value, figure.attribution) == (41.0, "a-1")
