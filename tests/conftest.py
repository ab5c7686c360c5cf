"""Fixtures that every room's tests may use."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from daylight.annotate import annotate
from daylight.clean import blocks_of
from daylight.model import Annotated, Report, Source

if TYPE_CHECKING:
    from daylight.engine import Engine

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


@pytest.fixture(scope="session")
def cluster() -> Iterator[Engine]:
    """Ray with two workers, begun once for all tests."""
    if importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is not installed: pip install 'daylight-news[ray]'")
    from daylight.engine.cluster import Cluster

    with Cluster(workers=2) as engine:
        yield engine
