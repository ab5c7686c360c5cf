"""The engines that every test of this room runs on."""

from __future__ import annotations

import pytest

from daylight.engine import Engine, Local


@pytest.fixture(scope="session")
def local() -> Engine:
    """A pool of processes, begun once for all tests."""
    return Local(workers=2)


@pytest.fixture(params=["local", pytest.param("cluster", marks=pytest.mark.ray)], ids=["local", "ray"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Two workers of each engine."""
    found: Engine = request.getfixturevalue(request.param)
    return found
