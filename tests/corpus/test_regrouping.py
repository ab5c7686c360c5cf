"""People put reports together and apart: reports are known by their names, and no more is done again than has changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from daylight.corpus import Options, Summary, run
from daylight.corpus.asking import ask
from daylight.corpus.grouping import Cut
from daylight.corpus.regrouping import meant, outcomes
from daylight.corpus.stages import comparing
from daylight.corpus.summary import files_of
from daylight.corpus.tables import table
from daylight.decisions import parse_regrouping
from daylight.engine import Local, Pace, Site, read_table
from tests.corpus.made import REPORTS, RULES, contents, made
from tests.stories.made import DAM, GOATS
from tests.stories.test_grouping import DAM_TOLD_AGAIN, OTHER_DAM

SAID = "\n\nThe water board said that nobody was hurt. “We will know more on Friday,” said its head, Dara Quill."
DAMS = (
    {"id": "dam-1", "url": "https://orrin.example/dam", "published": "2031-03-04", "text": "\n\n".join(DAM) + SAID},
    {"id": "dam-2", "url": "https://hallow.example/1", "published": "2031-03-05", "text": "\n\n".join(DAM_TOLD_AGAIN)},
    {"id": "goats", "published": "2031-03-04", "text": "\n\n".join(GOATS) + SAID},
    {"id": "karst", "published": "2031-03-04", "text": "\n\n".join(OTHER_DAM) + SAID},
)
BEFORE = [["bridge-1", "bridge-2"], ["dam-1", "dam-2"], ["goats"], ["karst"], ["school-1"]]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports that the input puts into events, and others in which it leaves that open."""
    file = tmp_path_factory.mktemp("in") / "news.jsonl"
    file.write_text("".join(f"{json.dumps(report)}\n" for report in (*REPORTS[:3], *DAMS)), "utf-8")
    return file


@pytest.fixture(scope="module")
def plain(source: Path) -> Path:
    """A corpus in which nobody has decided anything."""
    out = source.parent / "out"
    assert made(source, out).finished
    return out


@pytest.fixture
def out(plain: Path, tmp_path: Path) -> Path:
    """The same corpus, to be run again."""
    return Path(shutil.copytree(plain, tmp_path / "out"))


def decided(source: Path, out: Path, text: str, engine: Local | None = None) -> tuple[list[list[str]], Summary]:
    """The stories of a run with these decisions, as the ids that the input gave, and its summary."""
    summary = made(source, out, engine, parse_regrouping(text, "d.toml"))
    return stories(out), summary


def stories(out: Path) -> list[list[str]]:
    given = {row["report"]: row["id"] for path in files_of(out, "reports") for row in read_table(path).to_pylist()}
    found: dict[str, list[str]] = {}
    for path in files_of(out, "stories"):
        for row in read_table(path).to_pylist():
            found.setdefault(row["story"], []).append(given[row["report"]])
    return sorted(map(sorted, found.values()))


def refusals(summary: Summary) -> dict[str, str]:
    return {one.where: one.reason for one in summary.decisions if not one.carried_out}


def test_without_decisions_the_stories_are_those_of_the_input_and_of_likeness(plain: Path) -> None:
    assert stories(plain) == BEFORE


def test_two_stories_are_put_together_and_one_is_parted(source: Path, out: Path) -> None:
    text = """
    [[together]]
    reports = ["goats", "news.jsonl#line 7"]

    [[apart]]
    reports = ["https://orrin.example/dam", "https://hallow.example/1"]
    """
    found, summary = decided(source, out, text)
    assert found == [["bridge-1", "bridge-2"], ["dam-1"], ["dam-2"], ["goats", "karst"], ["school-1"]]
    assert [one.carried_out for one in summary.decisions] == [True, True]
    assert {one.reason for one in summary.decisions} == {""}
    reasons = [row["reason"] for path in files_of(out, "stories") for row in read_table(path).to_pylist()]
    assert reasons.count("a person said so") == 1


def test_the_events_of_the_input_come_first(source: Path, out: Path) -> None:
    text = """
    [[together]]
    reports = ["bridge-1", "school-1"]
    [[apart]]
    reports = ["bridge-1", "bridge-2"]
    """
    found, summary = decided(source, out, text)
    assert found == BEFORE
    assert refusals(summary) == {
        "d.toml, line 2": "the input says that they are of different events: bridge, school",
        "d.toml, line 4": "two of them belong together by another decision or by their event",
    }


def test_a_name_that_means_none_or_several_is_told_and_costs_nothing_else(source: Path, out: Path) -> None:
    text = """
    [[together]]
    reports = ["goats", "horses", "karst"]
    [[apart]]
    reports = ["dam-1", "news.jsonl"]
    """
    found, summary = decided(source, out, text)
    assert ["goats", "karst"] in found
    together, apart = summary.decisions
    assert (together.carried_out, together.reason.startswith("there is no report “horses”")) == (True, True)
    assert (apart.carried_out, "“news.jsonl” may be any of r-" in apart.reason) == (False, True)
    assert apart.reason.endswith(" and others; give the id")


def test_two_names_for_one_report_are_one(source: Path, out: Path) -> None:
    text = """
    [[apart]]
    reports = ["dam-1", "https://orrin.example/dam", "dam-2"]
    [[together]]
    reports = ["goats", "news.jsonl#line 6"]
    """
    found, summary = decided(source, out, text)
    assert found == [["bridge-1", "bridge-2"], ["dam-1"], ["dam-2"], ["goats"], ["karst"], ["school-1"]]
    apart, together = summary.decisions
    assert (apart.carried_out, together.carried_out) == (True, False)
    assert apart.reason == "“dam-1” and “https://orrin.example/dam” are one report"


def test_an_id_of_the_corpus_means_its_report_whatever_the_input_says(tmp_path: Path) -> None:
    rows = [{"report": "r-1", "id": "a", "url": "a", "path": "a.txt"}, {"report": "r-2", "id": "r-1", "path": "b.txt"}]
    pq.write_table(table("reports", rows), tmp_path / "reports.parquet")
    found = meant(parse_regrouping('[[apart]]\nreports = ["r-1", "b.txt", "a"]'), [tmp_path / "reports.parquet"])
    assert found[0].ruling
    assert found[0].ruling.articles == ("r-1", "r-2")
    assert [one.reason for one in outcomes(found, {found[0].ruling: "no"})] == ["“r-1” and “a” are one report; no"]


def test_copies_that_people_keep_apart_are_found_by_a_question(source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.jsonl"
    copy.write_text(source.read_text("utf-8") + json.dumps(DAMS[0] | {"id": "dam-3"}) + "\n", "utf-8")
    decided(copy, tmp_path / "out", '[[apart]]\nreports = ["dam-1", "dam-3"]')
    found = {row["id"]: row for row in ask(tmp_path / "out", "where-reports-stand", {}).to_pylist()}
    assert found["dam-3"]["story"] in found["dam-1"]["shares_with"]
    assert found["school-1"]["shares_with"] is None


def test_a_rerun_does_the_stories_and_the_comparisons_that_changed(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "TOGETHER", Cut(mean=1, most=1))
    made(source, tmp_path)
    before = contents(tmp_path)
    last: dict[str, Pace] = {}
    site = Site(Local(), tmp_path, lambda pace: last.__setitem__(pace.stage, pace))
    run([source], site, Options(RULES, decisions=parse_regrouping('[[together]]\nreports = ["goats", "karst"]')))
    assert {stage for stage, pace in last.items() if pace.done} == {"stories", "compare"}
    assert last["compare"].done == 2
    assert stories(tmp_path) != BEFORE
    made(source, tmp_path)
    assert contents(tmp_path) == before


def test_the_order_of_the_file_and_the_number_of_processes_change_nothing(source: Path, tmp_path: Path) -> None:
    tables = [
        '[[together]]\nreports = ["goats", "karst"]\n',
        '[[apart]]\nreports = ["dam-1", "dam-2", "goats"]\n',
        '[[apart]]\nreports = ["karst", "goats"]\n',
        '[[together]]\nreports = ["goats", "bridge-1"]\n',
        '[[together]]\nreports = ["goats", "school-1"]\n',
    ]
    one, other = tmp_path / "one", tmp_path / "other"
    summary = decided(source, one, "".join(tables))[1]
    assert len(refusals(summary)) == 2
    decided(source, other, "".join(tables[::-1]), Local(workers=2))
    assert contents(other) == contents(one)
    assert (other / "corpus.json").read_bytes() == (one / "corpus.json").read_bytes()
    kept = json.loads((one / "corpus.json").read_text("utf-8"))["decisions"]
    assert [one["carried_out"] for one in kept].count(False) == 2
