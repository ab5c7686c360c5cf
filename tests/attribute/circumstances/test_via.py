"""The outlet that passes it on."""

from __future__ import annotations

import pytest

from daylight.attribute.rules.engine import attribute
from tests.conftest import Annotator


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Ada Bell told the Harbour Courier that the money was gone.", "the Harbour Courier"),
        ("Ada Bell told the newspaper that the money was gone.", "the newspaper"),
        ("The Brenn Post closed. Ada Bell told HarbourPost that the money was gone.", "HarbourPost"),
        ("“The money is gone,” Ada Bell told Channel Six.", "Channel Six"),
        ("In an interview with the Harbour Courier, Ada Bell said that the money was gone.", "the Harbour Courier"),
        ("“The money is gone,” Ada Bell said in an interview with the Harbour Courier on Friday.", "the Harbour Courier"),
        ("In a statement to the Harbour Courier, Ada Bell said that the money was gone.", "the Harbour Courier"),
        ("“The money is gone,” Ada Bell said in the Harbour Courier.", "the Harbour Courier"),
        ("“The money is gone,” Ada Bell said on Harbour Radio.", "Harbour Radio"),
    ],
)
def test_who_was_told(annotated: Annotator, text: str, outlet: str) -> None:
    (found,) = attribute(annotated(text))
    assert [text[s.start : s.end] for s in found.via_source] == [outlet]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Bell told reporters that the money was gone.",
        "Ada Bell told Tom Orr that the money was gone.",
        "Ada Bell told the court that the money was gone.",
        "Ada Bell said that the Harbour Courier was wrong.",
        "Ada Bell said in a meeting with Tom Orr that the money was gone.",
        "Tom Orr came late. Ada Bell told Orr that the money was gone.",
        "Ada Bell told the Harbour Committee that the money was gone.",
        "Ada Bell called on the Harbour Office to give the money back.",
    ],
)
def test_a_listener_is_no_outlet(annotated: Annotator, text: str) -> None:
    assert [a.via_source for a in attribute(annotated(text))] == [()]
