"""What the API says of itself is true, whatever it is asked: requests that schemathesis makes from its description."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from daylight import pipeline
from daylight.web.app import create_app
from daylight.web.desk import Desk
from daylight.web.token import HEADER
from tests.report.pier import PIER
from tests.web.conftest import compared

if TYPE_CHECKING:
    from schemathesis import Case

pytestmark = pytest.mark.described

REQUESTS = 12
"""For each operation."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(pipeline, "compare", compared)
    made = Desk(tmp_path / "library.db")
    with made.open() as library:
        library.save(library.add(PIER.reports).story, PIER, "")
    yield made
    made.jobs.close()


def test_whatever_is_asked_the_answer_is_as_described(desk: Desk) -> None:
    from schemathesis import openapi
    from schemathesis.checks import not_a_server_error
    from schemathesis.core.result import Ok
    from schemathesis.specs.openapi import checks

    true = [
        not_a_server_error,
        checks.status_code_conformance,
        checks.content_type_conformance,
        checks.response_schema_conformance,
    ]
    app = create_app(desk, frozenset({"localhost", "testserver"}))
    headers = {HEADER: app.state.token}
    for found in openapi.from_asgi("/api/openapi.json", app).get_all_operations():
        assert isinstance(found, Ok)
        _ask(found.ok(), true, headers)


def _ask(operation: Any, checks: list[Any], headers: dict[str, str]) -> None:
    @settings(max_examples=REQUESTS, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(operation.as_strategy())
    def ask(case: Case[Any]) -> None:
        case.call_and_validate(headers=headers, checks=checks)

    ask()
