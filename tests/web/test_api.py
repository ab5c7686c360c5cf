"""The API: all that the pages do, for programs."""

from __future__ import annotations

import time
from typing import Any

import pytest

from daylight.report import from_json
from daylight.web.problems import MEDIA_TYPE
from tests.report.pier import PIER
from tests.web.conftest import Visitor

REPORT = {"text": "The pier is shut.\n\n“Nobody was hurt,” said the harbour master.", "outlet": "Coast Wire"}


class Program:
    """Asks the API, and waits for jobs."""

    def __init__(self, visitor: Visitor) -> None:
        self.client, self.story = visitor.client, visitor.story
        self.headers = {"x-daylight-token": visitor.token, "accept": "application/json"}

    def ask(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        answer = self.client.request(method, f"/api{path}", json=body, headers=self.headers)
        assert answer.status_code == status, answer.text
        if status >= 400:
            assert answer.headers["content-type"] == MEDIA_TYPE
        return answer.json() if answer.content and "json" in answer.headers["content-type"] else answer.text

    def change(self, method: str, path: str, body: Any = None) -> Any:
        job = self.ask(method, path, body, 202)
        while job["state"] in {"waiting", "working"}:
            time.sleep(0.01)
            job = self.ask("GET", f"/jobs/{job['id']}")
        return job


@pytest.fixture
def program(visitor: Visitor) -> Program:
    return Program(visitor)


def test_a_comparison_is_the_contract_and_nothing_is_kept(program: Program, visitor: Visitor) -> None:
    body = {"reports": [REPORT, REPORT], "decisions": '[[rename]]\nperson = "Venn"\nname = "Zed"\n'}
    answer = visitor.client.post("/api/compare", json=body, headers=program.headers)
    found = from_json(answer.text)
    assert ([report.text for report in found.reports], found.decisions[0].kind) == ([REPORT["text"]] * 2, "rename")
    assert len(program.ask("GET", "/stories")) == 1


def test_a_story_is_made_extended_renamed_and_removed(program: Program) -> None:
    key = program.change("POST", "/stories", {"reports": [REPORT], "title": "Storm"})["story"]
    assert program.ask("GET", f"/stories/{key}")["reports"][0]["outlet"] == "Coast Wire"
    program.change("POST", f"/stories/{key}/reports", {"reports": [{**REPORT, "text": REPORT["text"] + " Again."}]})
    reports = program.ask("GET", f"/stories/{key}")["reports"]
    assert len(reports) == 2
    program.change("DELETE", f"/stories/{key}/reports/{reports[0]['id']}")
    assert program.ask("PATCH", f"/stories/{key}", {"title": "Gale"})["title"] == "Gale"
    left = program.ask("GET", f"/stories/{key}")["reports"][0]["id"]
    assert "remove the story" in program.ask("DELETE", f"/stories/{key}/reports/{left}", status=422)["detail"]
    program.ask("DELETE", f"/stories/{key}", status=204)
    program.ask("GET", f"/stories/{key}", status=404)


def test_statements_come_with_each_report_s_words(program: Program) -> None:
    found = program.ask("GET", f"/stories/{program.story}/statements")
    assert [one["id"] for one in found] == [s.id for s in PIER.statements]
    texts = {report.id: report.text for report in PIER.reports}
    for cell in (cell for one in found for cell in one["cells"]):
        assert cell["words"] == [texts[cell["report"]][start:end] for start, end in cell["spans"]]


def test_a_decision_is_taken_listed_and_undone(program: Program) -> None:
    path = f"/stories/{program.story}/decisions"
    job = program.change("POST", path, {"kind": "rename", "person": "Tobias Venn", "name": "Zed", "note": "his card"})
    assert job["story"] == program.story
    (taken,) = program.ask("GET", path)
    assert (taken["status"], taken["note"]) == ("applied", "his card")
    assert 'name = "Zed"' in program.ask("GET", f"{path}/file")
    program.change("DELETE", f"{path}/{taken['id']}")
    assert program.ask("GET", path)[0]["status"] == "undone"
    assert "needs two names" in program.ask("POST", path, {"kind": "merge", "people": ["Venn"]}, 422)["detail"]


def test_what_is_said_is_found(program: Program) -> None:
    found = program.ask("GET", "/search?q=timetable&limit=1")
    assert any(piece["matched"] for piece in found["items"][0]["snippet"])
    assert found["after"]
    assert program.ask("GET", "/search?speaker=Okonjo-Lind")["items"][0]["statement"]
    assert program.ask("GET", "/speakers?begins=Marta")[0]["name"] == "Marta Okonjo-Lind"


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/compare", {"reports": []}, 422),
        ("POST", "/compare", {"reports": [{"outlet": "no text"}]}, 422),
        ("POST", "/compare", {"reports": [{"text": " "}]}, 422),
        ("POST", "/compare", {"reports": [REPORT], "decisions": "[[marry]]"}, 422),
        ("GET", "/stories/none/comparison", None, 404),
        ("GET", "/jobs/none", None, 404),
        ("GET", "/search?kind=mood", None, 422),
        ("DELETE", "/stories/none", None, 404),
        ("GET", "/nothing", None, 404),
    ],
)
def test_what_goes_wrong_is_told_in_words(program: Program, method: str, path: str, body: Any, status: int) -> None:
    told = program.ask(method, path, body, status)
    assert told["status"] == status
    assert len(told["detail"]) > 8
