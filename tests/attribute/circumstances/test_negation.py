"""What negates the cue, and what negates only the content."""

from __future__ import annotations

import pytest

from daylight.attribute.rules.engine import attribute
from tests.conftest import Annotator


@pytest.mark.parametrize(
    "text",
    [
        "Ada Bell denied that the money was gone.",
        "Ada Bell did not say that the money was gone.",
        "Ada Bell didn’t say whether the money was gone.",
        "Ada Bell has never said that the money was gone.",
        "Ada Bell refused to say whether the money was gone.",
        "Ada Bell declined to say whether the money was gone.",
        "Ada Bell failed to mention that the money was gone.",
        "No official said that the money was gone.",
        "Nobody said that the money was gone.",
        "Neither of them said that the money was gone.",
        "Ada Bell would not confirm that the money was gone.",
    ],
)
def test_it_was_not_said_or_said_to_be_not_so(annotated: Annotator, text: str) -> None:
    assert [a.negated for a in attribute(annotated(text))] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Bell said that the money was not gone.",
        "Ada Bell said that nobody had taken the money.",
        "Ada Bell, not Tom Orr, said that the money was gone.",
        "Ada Bell said there was no money.",
        "Ada Bell insisted that she had never seen the money.",
    ],
)
def test_a_negated_content_was_said(annotated: Annotator, text: str) -> None:
    assert [a.negated for a in attribute(annotated(text))] == [False]
