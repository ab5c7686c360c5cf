"""The app over a library of its own, which holds the story of the pier; comparing takes no time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from daylight import pipeline
from daylight.decisions import (
    NO_DECISIONS,
    Decisions,
    decide_blocks,
    decide_differences,
    decide_people,
    decide_statements,
)
from daylight.model import Comparison, Report
from daylight.web import urls
from daylight.web.app import create_app
from daylight.web.desk import Desk
from tests.decisions.story import ANNOTATED
from tests.report.pier import PIER

if TYPE_CHECKING:
    from fastapi import FastAPI

HOST = "127.0.0.1:8050"
NOTHING_SAID = Comparison(PIER.made_by, (), (), (), (), (), (), (), ())


def compared(
    given: Iterable[Report], _: object, tell: Callable[[str], None], decisions: Decisions = NO_DECISIONS
) -> Comparison:
    """What is said in the reports of the pier, where they are among those given, after what people decided."""
    tell("comparing")
    reports, on_blocks = decide_blocks(tuple(given), decisions)
    found = PIER if {r.id for r in PIER.reports} <= {r.id for r in reports} else NOTHING_SAID
    entities, attributions, on_people = decide_people(ANNOTATED, found.entities, found.attributions, decisions)
    statements, on_statements = decide_statements(reports, attributions, found.statements, decisions)
    differences, on_differences = decide_differences(found.differences, decisions)
    speakers = {a.id: a.speaker for a in attributions}
    known = {e.id for e in entities} | {s.id for s in statements} | set(speakers)
    return replace(
        found,
        reports=reports,
        entities=entities,
        attributions=attributions,
        statements=tuple(replace(s, speaker=speakers[s.attributions[0]]) for s in statements),
        differences=tuple(d for d in differences if d.about.id in known),
        positions=() if decisions.all else found.positions,
        decisions=tuple(replace(d, about=()) for d in (*on_blocks, *on_people, *on_statements, *on_differences)),
    )


@dataclass(frozen=True, slots=True)
class Visitor:
    """A browser, or a program, that knows the app's token."""

    app: FastAPI
    client: TestClient
    story: str

    @property
    def token(self) -> str:
        return str(self.app.state.token)

    @property
    def desk(self) -> Desk:
        found: Desk = self.app.state.desk
        return found

    def get(self, address: str, **more: Any) -> Response:
        return self.client.get(address, **more)

    def send(self, address: str, **fields: Any) -> Response:
        """Send a form; where it begins a job, wait for its end, and give the address that it leads to."""
        files = fields.pop("files", None)
        data = {name.replace("_", "-") if name.startswith("page_") else name: value for name, value in fields.items()}
        answer = self.client.post(address, data=data | {"token": self.token}, files=files, follow_redirects=False)
        return self.wait(answer) if answer.headers.get("location", "").startswith("/jobs/") else answer

    def wait(self, answer: Response) -> Response:
        for _ in range(200):
            shown = self.client.get(answer.headers["location"], follow_redirects=False)
            if shown.status_code != 200 or "data-job" not in shown.text:
                return shown
            time.sleep(0.01)
        raise AssertionError("the job does not end")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(pipeline, "compare", compared)
    made = Desk(tmp_path / "library.db")
    yield made
    made.jobs.close()


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    """Somebody at a browser, before a library with one story."""
    app = create_app(desk, frozenset({HOST}))
    client = TestClient(app, base_url=f"http://{HOST}", headers={"accept": "text/html"}, raise_server_exceptions=False)
    with desk.open() as library:
        story = library.add(PIER.reports, {}, None).story
        library.rename_story(story, "The pier")
    made = Visitor(app, client, story)
    made.wait(Response(303, headers={"location": urls.job(desk.again(story).id)}))
    return made
