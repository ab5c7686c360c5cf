"""The engines that every test of this room runs on."""

from __future__ import annotations

import pytest

from daylight.engine import Engine, Local


@pytest.fixture(params=["local", pytest.param("ray", marks=pytest.mark.ray)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Two workers of each engine."""
    if request.param == "local":
        return Local(workers=2)
    found: Engine = request.getfixturevalue("cluster")
    return found
