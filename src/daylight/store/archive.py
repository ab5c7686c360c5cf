"""A library as an archive of plain files, which other programs can read, and back."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from daylight.decisions import parse_decisions, write_decisions
from daylight.decisions.values import Decisions
from daylight.errors import DaylightError, LibraryError
from daylight.report.contract import report_to_json
from daylight.report.reading import from_json, report_from_json
from daylight.store.library import Library
from daylight.store.values import StoryRecord

FORMAT = "daylight.library/1"
LARGEST = 256 * 1024 * 1024
"""Bytes of one file of an archive, unpacked, that are read: a report's original may not be larger either."""

ALL = 1_000_000
"""More stories than a library holds."""


def export(library: Library, target: Path) -> int:
    """Write every story as plain files into a ZIP archive; gives how many. Raises LibraryError where that cannot be."""
    stories = library.stories(ALL)
    unfinished = target.with_name(f".{target.name}.part")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("library.json", json.dumps({"format": FORMAT, "stories": len(stories)}))
            kept: set[str] = set()
            for number, summary in enumerate(reversed(stories), start=1):
                for name, data in _files(library, summary.id, kept):
                    archive.writestr(name if name.startswith("originals/") else f"stories/{number:06}/{name}", data)
        unfinished.replace(target)
    except OSError as error:
        raise LibraryError(f"{target}: the archive cannot be written: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return len(stories)


def _files(library: Library, story: str, kept: set[str]) -> Iterator[tuple[str, str | bytes]]:
    yield "story.json", json.dumps(asdict(library.story(story)), ensure_ascii=False)
    reports = library.reports(story)
    yield "reports.jsonl", "".join(report_to_json(report) + "\n" for report in reports)
    comparison = library.document(story)
    if comparison is not None:
        yield "comparison.json", comparison
    decisions = library.decisions(story)
    if decisions.all:
        yield "decisions.toml", write_decisions(decisions)
    for sha256 in {report.source.sha256 for report in reports} - kept:
        kept.add(sha256)
        try:
            yield f"originals/{sha256}", library.original(sha256).data
        except KeyError:
            continue


def load(library: Library, source: Path) -> int:
    """Take in an archive; gives how many stories. A story that is there already gains what it lacks.

    Raises LibraryError where the file is no such archive; stories before the one that is broken are kept.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            head = json.loads(_member(archive, "library.json"))
            if head.get("format") != FORMAT:
                raise LibraryError(f"{source}: this is no archive of a library, or one of a newer version")
            folders = sorted({n.rsplit("/", 1)[0] for n in archive.namelist() if n.startswith("stories/")})
            for folder in folders:
                _take(library, archive, folder)
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, AttributeError) as error:
        raise LibraryError(f"{source}: this archive cannot be read: {error!r}") from error
    return len(folders)


def _take(library: Library, archive: zipfile.ZipFile, folder: str) -> None:
    names = set(archive.namelist())
    story: dict[str, Any] = json.loads(_member(archive, f"{folder}/story.json"))
    try:
        lines = _member(archive, f"{folder}/reports.jsonl").decode().split("\n")
        reports = [report_from_json(line) for line in lines if line]
        sources = {r.source.sha256 for r in reports if f"originals/{r.source.sha256}" in names}
        originals = {sha256: _member(archive, f"originals/{sha256}") for sha256 in sources}
        new = library.restore(StoryRecord(**story), reports, originals)
        key = story["id"]
        if f"{folder}/decisions.toml" in names:
            held = library.decisions(key).all
            decided: Decisions = parse_decisions(_member(archive, f"{folder}/decisions.toml").decode(), folder)
            for decision in decided.all:
                if decision not in held:
                    library.decide(key, decision)
        if f"{folder}/comparison.json" in names and new:
            comparison = from_json(_member(archive, f"{folder}/comparison.json").decode())
            library.save(key, comparison, comparison.made_by.settings)
    except DaylightError as error:
        raise LibraryError(f"{folder}: {error}") from error


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise LibraryError(f"{name}: this file is over the limit of {LARGEST} bytes")
    return data
