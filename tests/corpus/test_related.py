"""Copies and stories of a corpus, made in pieces, are those that one process finds which holds all texts."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from daylight.corpus.grouping import Cut
from daylight.corpus.members import stories_of
from daylight.corpus.places import articles_in, heard_at
from daylight.corpus.stages import indexing, reading
from daylight.corpus.summary import files_of
from daylight.engine import read_table
from daylight.stories import Article, Edge, find_copies, find_reworded, group
from tests.corpus.made import contents, made
from tests.stories.made import DAM, GOATS
from tests.stories.test_reworded import ORIGINAL, REWRITE

EDITED = (DAM[0], DAM[1].replace("two", "three"), *DAM[2:4], DAM[4].replace("boats", "rafts"))
NOTICE = "This article is part of the series on rivers, which readers of the Gazette made possible with their gifts."


def _texts() -> Iterator[tuple[str, ...]]:
    """Copies of each kind, and a notice that twenty articles carry."""
    yield from (DAM, GOATS, DAM, DAM[1:], (*GOATS[:2], DAM[0], *GOATS[2:]), ORIGINAL, REWRITE, EDITED, ("...",), ("...",))
    draw = random.Random(1)  # noqa: S311 (not for secrets: the same words every time)
    yield from ((" ".join(draw.sample(" ".join(GOATS + DAM).split(), 90)), NOTICE) for _ in range(20))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two files of reports."""
    folder = tmp_path_factory.mktemp("in")
    dates = [{"published": f"2031-03-{day % 9 + 1:02d}"} if day % 7 else {} for day in range(100)]
    lines = [json.dumps({"text": "\n\n".join(text)} | date) for text, date in zip(_texts(), dates, strict=False)]
    for name, some in (("a", lines[::2]), ("b", lines[1::2])):
        (folder / f"{name}.jsonl").write_text("\n".join(some), "utf-8")
    return folder


@pytest.fixture(scope="module")
def root(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus in which all hashes are one part."""
    out = tmp_path_factory.mktemp("whole")
    assert made(source, out).finished
    return out


def rows(root: Path, name: str) -> list[dict[str, Any]]:
    return [row for path in files_of(root, name) for row in read_table(path).to_pylist()]


def articles(root: Path) -> list[Article]:
    return [article for path in files_of(root, reading.READ) for article in articles_in(path)]


def plain(edge: Edge) -> tuple[Any, ...]:
    passages = [[*passage.a, *passage.b, passage.kind] for passage in edge.passages]
    return (*edge.reports, edge.kind, *edge.shares, edge.equal, edge.first, edge.reason, json.dumps(passages))


def test_every_edge_is_found(root: Path) -> None:
    edges = find_copies(articles(root))
    assert {edge.kind for edge in edges} >= {"same", "trimmed", "edited", "boilerplate"}
    assert sorted(map(plain, edges)) == sorted(tuple(row.values()) for row in rows(root, "copies/shared"))


def test_copies_in_other_words_are_found(root: Path) -> None:
    everything = articles(root)
    known = find_copies(everything)
    edges = set(find_reworded(everything, known)) - set(known)
    assert "reworded" in {edge.kind for edge in edges}
    assert sorted(map(plain, edges)) == sorted(tuple(row.values()) for row in rows(root, "copies/reworded"))


def test_stories_are_those_of_the_whole(root: Path) -> None:
    everything = articles(root)
    joined, _ = group(everything, find_reworded(everything, find_copies(everything)))
    found = {row["report"]: (row["story"], row["reason"]) for row in rows(root, "stories")}
    assert found == {one.article: (one.story, one.reason) for one in joined}


def test_one_text_is_one_text(root: Path) -> None:
    text = {row["report"]: row["text"] for row in rows(root, "stories")}
    dam = [text[article.id] for article in articles(root) if article.text.startswith(DAM[0])]
    assert len(dam) > 2
    assert len(set(dam)) == 1


def test_more_parts_of_the_hashes_change_nothing(
    root: Path, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "REPORTS_OF_A_PART", 4)
    assert made(source, tmp_path).finished
    assert len(list((tmp_path / "work" / "pairs").iterdir())) == 8
    tables = {path: blob for path, blob in contents(root).items() if not path.startswith("work/")}
    assert tables == {path: blob for path, blob in contents(tmp_path).items() if not path.startswith("work/")}


def test_a_file_more_leaves_the_pairs_of_others_as_they_are(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stage in (reading, indexing):
        monkeypatch.setattr(stage, "TOGETHER", Cut(mean=1, most=1))
    out = tmp_path / "out"
    made(source, out)
    before = {path.name: path.stat().st_mtime_ns for path in (out / "copies" / "shared").iterdir()}
    more = source / "c.jsonl"
    more.write_text(
        json.dumps({"text": "The ferry at Orrin sails again on Friday, its owner said, with a new engine."}), "utf-8"
    )
    try:
        made(source, out)
    finally:
        more.unlink()
    after = {path.name: path.stat().st_mtime_ns for path in (out / "copies" / "shared").iterdir()}
    assert before
    assert after == before


@pytest.mark.parametrize(
    ("reports", "parts"), [(0, 1), (1, 1), (1 << 16, 1), ((1 << 16) + 1, 2), (200_000, 4), (200_000_000, 4096)]
)
def test_parts_grow_with_the_corpus(reports: int, parts: int) -> None:
    assert indexing.parts_for(reports) == parts


def test_of_a_story_that_is_too_large_each_text_comes_before_its_copies(root: Path) -> None:
    text = {row["report"]: row["text"] for row in rows(root, "stories")}
    for members in stories_of(root, 2):
        texts = [text[heard.annotated.report.id] for heard in heard_at(root, members.places)]
        assert len(set(texts[: len(set(texts))])) == len(set(texts))
    assert any(len(members.places) > 3 for members in stories_of(root, 2))
    assert {members.story: sorted(members.places) for members in stories_of(root, 2)} == {
        members.story: sorted(members.places) for members in stories_of(root, 200)
    }
