"""The engines that every test of this room runs on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from daylight.engine import Engine, Local


@pytest.fixture(scope="session")
def local() -> Iterator[Engine]:
    """A pool of processes, begun once for all tests."""
    with Local(workers=2) as engine:
        yield engine


@pytest.fixture(params=["local", pytest.param("cluster", marks=pytest.mark.ray)], ids=["local", "ray"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Two workers of each engine."""
    found: Engine = request.getfixturevalue(request.param)
    return found
