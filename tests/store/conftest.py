from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import daylight
from daylight.model import Comparison, Report
from daylight.store import Library

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def reports() -> tuple[Report, ...]:
    return tuple(daylight.read(path) for path in sorted((EXAMPLES / "velmark-dam").glob("*.txt")))


@pytest.fixture(scope="session")
def comparison(reports: tuple[Report, ...]) -> Comparison:
    return daylight.compare(reports)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library
