from __future__ import annotations

import time
from dataclasses import replace

import pytest

from daylight.align import find_copies, pair_sentences
from daylight.align.verbatim import matches, prose
from daylight.model import Annotated, Copy, Quotation, Span
from tests.align.story import report

WIRE = (
    "A crack of 14 centimetres was found in the Velden dam on Tuesday, and 300 people left their houses by the river.",
    "Engineers from Port Lume will lower the water by two metres before they fill the crack with resin.",
    "The dam was built in 1961 and was last inspected nine years ago, according to the water board.",
)
ANEW = (
    "On Tuesday a crack measuring 14 centimetres was discovered in the Velden dam; 300 residents left their homes.",
    "Before filling the crack with resin, engineers from Port Lume are going to lower the water two metres.",
    "According to the water board, the dam dates from 1961 and its last inspection was nine years ago.",
)
OWN = (
    "Nobody slept much in Velden this week. The bakery opened at three in the morning to feed the volunteers.",
    "Old Ilse Brandt refused to leave her goats. Her neighbours carried them over the hill, one after another.",
    "The council has asked the government for boats, blankets and a second pump.",
)


def copy_of(a: Annotated, b: Annotated) -> Copy | None:
    found = find_copies([a, b], pair_sentences([a, b]))
    return found[0] if found else None


def quoted(made: Annotated) -> Annotated:
    """The report with its curly quotation marks paired."""
    text = made.report.text
    spans = [Span(i, text.index("”", i) + 1) for i, char in enumerate(text) if char == "“"]
    return replace(made, quotations=tuple(Quotation(s, Span(s.start + 1, s.end - 1)) for s in spans))


def test_identical_reports_are_wholly_verbatim() -> None:
    copy = copy_of(report("a", *WIRE), report("b", *WIRE))
    assert copy is not None
    assert (copy.verbatim, copy.reworded) == (1.0, 0.0)
    assert [p.a for p in copy.passages] == [p.b for p in copy.passages]
    assert [p.kind for p in copy.passages] == ["verbatim"] * 3


def test_a_report_that_holds_another_holds_all_of_it() -> None:
    copy = copy_of(report("a", *OWN, *WIRE), report("b", *WIRE))
    assert copy is not None
    assert copy.verbatim == 1.0


def test_a_rewrite_is_reworded_and_not_verbatim() -> None:
    copy = copy_of(report("a", *WIRE), report("b", *ANEW))
    assert copy is not None
    assert copy.verbatim < 0.3
    assert 0.6 < copy.verbatim + copy.reworded <= 1
    assert {p.kind for p in copy.passages} >= {"reworded"}


def test_independent_reports_are_not_listed() -> None:
    assert copy_of(report("a", *WIRE), report("b", *OWN)) is None


def test_a_shared_quotation_alone_is_no_copy() -> None:
    speech = "“We have lost the lower town, and we will not lose the upper one while I hold this office,” she said."
    a, b = quoted(report("a", OWN[0], speech)), quoted(report("b", speech, WIRE[1], WIRE[2]))
    assert copy_of(a, b) is None


def test_the_words_of_a_copied_report_count_even_if_all_of_them_are_quoted() -> None:
    speech = "“We have lost the lower town, and we will not lose the upper one while I hold this office and breathe.”"
    bare = report("b", speech[1:-1])
    assert prose(quoted(report("a", speech))).counted == prose(bare).counted


def test_typography_does_not_hide_a_copy_and_captions_are_no_story() -> None:
    line = "The U.S. envoy doesn't expect a cease-fire before 1,200 observers have come."
    curly = "The US envoy doesn’t expect a ceasefire before 1200 observers have come."
    (match,) = matches(prose(report("a", line)), prose(report("b", curly)))
    assert match.length == 12
    assert list(matches(prose(report("a", line)), prose(report("b", line, roles={0: "caption"})))) == []


@pytest.mark.parametrize("unit", ["the ", "the cat ", "a b c d e f g h i "])
def test_a_text_that_repeats_itself_takes_linear_time(unit: str) -> None:
    a, b = report("a", unit * 5_000), report("b", unit * 5_000)
    started = time.process_time()
    assert find_copies([a, b], ())[0].verbatim == 1.0
    assert time.process_time() - started < 5
