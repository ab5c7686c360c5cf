"""What Daylight finds in each example, in a form whose diff reads well: ``python -m tests.golden`` rewrites the files."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from daylight import Comparison, compare
from daylight.ingest import read_many
from daylight.model import STORY_ROLES, Attribution, Entity, Figure, Report
from daylight.settings import DEFAULT

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
EVENTS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir())


def found_in(event: str) -> dict[str, Any]:
    """Daylight's findings in one example, without offsets and ids."""
    reports, skipped = read_many([EXAMPLES / event], DEFAULT)
    assert not skipped
    return _Reader(compare(reports)).everything()


def rendered(found: dict[str, Any]) -> str:
    """The content of a golden file."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


class _Reader:
    """Looks ids up, so that the golden file can hold names and words instead."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.reports = {report.id: report for report in comparison.reports}
        self.names = {entity.id: entity.name for entity in comparison.entities}
        self.found = {attribution.id: attribution for attribution in comparison.attributions}
        self.told: dict[str, list[str]] = defaultdict(list)
        for difference in comparison.differences:
            cut = " [cut before a qualifier]" if difference.cut_before_qualifier else ""
            self.told[difference.about.id].append(f"{difference.kind}{cut}: {difference.explanation}")

    def everything(self) -> dict[str, Any]:
        return {
            "statements": [self.statement(s.speaker, s.attributions, self.told[s.id]) for s in self.comparison.statements],
            "people and organizations": [
                self.entity(entity) for entity in self.comparison.entities if entity.kind != "place"
            ],
            "positions": [
                {
                    "question": position.question,
                    "opposed": position.opposed,
                    "sides": {self.names[side.speaker]: len(side.statements) for side in position.sides},
                    "explanation": position.explanation,
                }
                for position in self.comparison.positions
            ],
            "copies": [
                f"{self.stem(copy.reports[0])} and {self.stem(copy.reports[1])}: "
                f"{copy.verbatim:.0%} word for word, {copy.reworded:.0%} reworded"
                for copy in self.comparison.copies
            ],
            "figures": [
                " | ".join(f"{self.stem(f.report)}: {self.figure(f)}" for f in count.figures)
                for count in self.comparison.counts
            ],
            "not story": {self.stem(report.id): self.furniture(report) for report in self.comparison.reports},
        }

    def statement(self, speaker: str | None, attributions: tuple[str, ...], told: list[str]) -> dict[str, Any]:
        cells = [self.cell(self.found[i]) for i in attributions]
        return {"speaker": self.names.get(speaker or ""), "said": cells} | ({"differences": told} if told else {})

    def cell(self, attribution: Attribution) -> str:
        words = " … ".join(self.reports[attribution.report].slice(span) for span in attribution.content)
        via = f" via {self.names[attribution.via]}" if attribution.via else ""
        return f"{self.stem(attribution.report)}, {attribution.kind}{via}: {' '.join(words.split())}"

    def entity(self, entity: Entity) -> dict[str, Any]:
        spellings = {s.text: s.status for s in entity.spellings}
        roles = sorted({f"{self.stem(role.report)}: {role.text}" for role in entity.roles})
        told = self.told[entity.id]
        return {"name": entity.name, "spellings": spellings, "roles": roles} | ({"differences": told} if told else {})

    def figure(self, figure: Figure) -> str:
        text = self.reports[figure.report]
        counted = text.slice(figure.counted) if figure.counted else ""
        return " ".join(part for part in (text.slice(figure.span), figure.unit and f"[{figure.unit}]", counted) if part)

    def furniture(self, report: Report) -> list[str]:
        return [
            f"{block.role}: {' '.join(report.slice(block.span).split())[:60]}"
            for block in report.blocks
            if block.role not in STORY_ROLES
        ]

    def stem(self, report: str) -> str:
        return Path(self.reports[report].source.path or report).stem


if __name__ == "__main__":
    for name in EVENTS:
        (HERE / f"{name}.json").write_text(rendered(found_in(name)), encoding="utf-8")
