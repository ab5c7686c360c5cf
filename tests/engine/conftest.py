"""The engines that every test of this room runs on."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator

import pytest

from daylight.engine import Engine, Local


@pytest.fixture(scope="session")
def cluster() -> Iterator[Engine]:
    """Ray with two workers, begun once for all tests."""
    if importlib.util.find_spec("ray") is None:
        pytest.skip("Ray is not installed: pip install 'daylight-news[ray]'")
    import ray

    from daylight.engine.cluster import Cluster

    yield Cluster(workers=2)
    ray.shutdown()


@pytest.fixture(params=["local", pytest.param("ray", marks=pytest.mark.ray)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Two workers of each engine."""
    if request.param == "local":
        return Local(workers=2)
    found: Engine = request.getfixturevalue("cluster")
    return found
