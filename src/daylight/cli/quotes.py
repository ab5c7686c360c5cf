"""``daylight quotes``."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from daylight.cli.inputs import name, reports_of
from daylight.cli.options import ChosenEngine, Engine, Files, Quiet
from daylight.cli.output import emit
from daylight.model import Attribution, Entity, Report
from daylight.settings import Settings


def quotes(files: Files, attribution: ChosenEngine = Engine.tagger, quiet: Quiet = False) -> None:
    """Give the attributions of each report: source, cue and content, as offsets into its text.

    One JSON line a report: `{"id": file stem, "attributions": [{"source": [[start, end], …], "cue": …, "content": …,
    "kind": …, "speaker": …}], "entities": […]}`. Offsets are half-open and count Unicode code points of the file as it is,
    line ends untranslated; of an HTML file they count in its extracted text.

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
        reports, skipped = reports_of([file], settings)
        name(skipped, quiet)
        failed = failed or bool(skipped)
        for report in reports:
            emit(json.dumps(_line(report, *speakers_and_attributions(report, settings)), ensure_ascii=False))
    raise typer.Exit(1 if failed else 0)


def _line(report: Report, entities: tuple[Entity, ...], found: tuple[Attribution, ...]) -> dict[str, Any]:
    path = report.source.path
    speaking = {attribution.speaker for attribution in found} | {attribution.via for attribution in found}
    return {
        "id": Path(path).stem if path else report.id,
        "path": path,
        "language": report.language,
        "attributions": [asdict(attribution) for attribution in found],
        "entities": [{"id": e.id, "kind": e.kind, "name": e.name} for e in entities if e.id in speaking],
    }
