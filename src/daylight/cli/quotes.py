"""``daylight quotes``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from daylight.cli.inputs import name, stream_of
from daylight.cli.options import ChosenEngine, Columns, Engine, Files, Quiet
from daylight.cli.output import emit
from daylight.model import Attribution, Entity, Report, Skipped
from daylight.settings import Settings


def quotes(files: Files, column: Columns = None, attribution: ChosenEngine = Engine.tagger, quiet: Quiet = False) -> None:
    """Give the attributions of each report: source, cue and content, as offsets into its text.

    One JSON line a report: `{"id": file stem, "attributions": [{"source": [[start, end], …], "cue": …, "content": …,
    "kind": …, "speaker": …}], "entities": […]}`; the id is the report's own where a file has several. Offsets are
    half-open and count Unicode code points of the file as it is, line ends untranslated; of an HTML file they count in its
    extracted text.

    **Examples**

    * `daylight quotes report.txt`

    * `daylight quotes archive/ > quotes.jsonl`

    * `daylight quotes report.txt --attribution rules`

    * `daylight quotes report.txt | jq -r '.attributions[] | [.kind, .rule, .score] | @tsv'`
    """
    from daylight.pipeline import speakers_and_attributions

    settings = Settings(attribution=attribution.value)
    failed = False
    for file in files:
        for found in stream_of(file, settings, column):
            if isinstance(found, Skipped):
                name([found], quiet)
                failed = True
            else:
                emit(json.dumps(_line(found, *speakers_and_attributions(found, settings)), ensure_ascii=False))
    raise typer.Exit(1 if failed else 0)


def _line(report: Report, entities: tuple[Entity, ...], found: tuple[Attribution, ...]) -> dict[str, Any]:
    path = report.source.path
    speaking = {attribution.speaker for attribution in found} | {attribution.via for attribution in found}
    return {
        "id": Path(path).stem if path and report.source.part is None else report.id,
        "path": path,
        "language": report.language,
        "attributions": [asdict(attribution) for attribution in found],
        "entities": [{"id": e.id, "kind": e.kind, "name": e.name} for e in entities if e.id in speaking],
    }
