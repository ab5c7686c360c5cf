"""Fixtures that every room's tests may use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from daylight.annotate import annotate
from daylight.clean import blocks_of
from daylight.model import Annotated, Report, Source

Annotator = Callable[..., Annotated]


@pytest.fixture(scope="session")
def annotated() -> Annotator:
    """Annotate a text: ``annotated("Ada Bell said …")``; keywords go to the report (``id``, ``published``, …)."""

    def make(text: str, **fields: str) -> Annotated:
        fields.setdefault("id", "r-test")
        report = Report(
            text=text, source=Source(None, "0" * 64, "text/plain"), blocks=blocks_of(text), language="en", **fields
        )
        return annotate([report])[0]

    return make
