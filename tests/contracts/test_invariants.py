"""Every span of every output slices its report; nothing said of any text ever breaks the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from daylight.clean import blocks_of
from daylight.errors import InputError, OffsetError
from daylight.invariants import verify
from daylight.model import Comparison, Report, Source, Span
from daylight.pipeline import compare

# Pieces that, thrown together, make text which trips tools of this kind: marks that do not pair, names, cues, furniture.
PIECES = st.sampled_from(
    [
        "Mayor Ilse Brandt",
        "Brandt",
        "she",
        "the harbour ministry",
        " said ",
        " told Harbour Radio that ",
        ", according to ",
        "“We will not close the pier",
        "”",
        '"',
        "'",
        "‘",
        "’s",
        ": ",
        " — ",
        "12 boats",
        "twelve boats were lost",
        " but not before Friday",
        ".",
        ", ",
        "\n\n",
        "\n",
        "\r\n",
        " (Jo Reed/Agency Photos)",
        "Click here to get the app",
        "\u202e",
        "\x00",
        "🛥",
        "e\u0301",
        "<script>",
        "…",
    ]
)
EXAMPLES = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[2] / "examples").glob("*/*.txt"))]
TEXTS = st.lists(PIECES | st.text(max_size=6), min_size=1, max_size=40).map("".join)


def report(text: str, name: str = "r") -> Report:
    return Report(id=name, text=text, source=Source(None, "0" * 64, "text/plain"), blocks=blocks_of(text), language="en")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS, min_size=1, max_size=3))
@example(["Mayor Ilse BrandtBrandt", "Brandt"])
def test_any_texts_give_a_comparison_whose_every_span_fits(texts: list[str]) -> None:
    comparison = compare([report(text) for text in texts])
    verify(comparison)
    assert len({r.id for r in comparison.reports}) == len(texts)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A stretch of a shipped report with pieces put in, words cut out, and an end anywhere."""
    text = draw(st.sampled_from(EXAMPLES))
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + draw(st.integers(1, 1_500))]
    for piece, at, cut in draw(st.lists(st.tuples(PIECES, st.integers(0, 1_500), st.integers(0, 12)), max_size=12)):
        text = text[:at] + piece + text[at + cut :]
    return text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(damaged(), min_size=2, max_size=2))
def test_damaged_reports_give_a_comparison_whose_every_span_fits(texts: list[str]) -> None:
    verify(compare([report(text) for text in texts]))


def test_the_same_reports_give_the_same_comparison() -> None:
    texts = ["Mayor Ilse Brandt said the pier would stay open.", "“The pier stays open,” Brandt said on Friday."]
    assert compare(map(report, texts)) == compare(map(report, texts))


def test_a_comparison_of_nothing_says_so() -> None:
    with pytest.raises(InputError, match="no report"):
        compare([])


@pytest.fixture
def comparison() -> Comparison:
    return compare([report("Mayor Ilse Brandt said the pier would stay open.")])


def test_a_span_past_the_end_is_an_error(comparison: Comparison) -> None:
    (attribution, *_) = comparison.attributions
    wrong = replace(attribution, content=(Span(0, 10_000),))
    with pytest.raises(OffsetError):
        verify(replace(comparison, attributions=(wrong,)))


def test_an_unplaced_attribution_is_an_error(comparison: Comparison) -> None:
    with pytest.raises(OffsetError, match="no statement"):
        verify(replace(comparison, statements=(), differences=()))


def test_text_outside_of_every_block_is_an_error(comparison: Comparison) -> None:
    (only,) = comparison.reports
    with pytest.raises(OffsetError, match="no block"):
        verify(replace(comparison, reports=(replace(only, blocks=()),)))
