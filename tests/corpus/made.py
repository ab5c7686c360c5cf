"""A corpus of a few made-up reports of two events, and the one that is run once for all tests."""

from __future__ import annotations

import json
from pathlib import Path

from daylight.corpus import Options, Summary, run
from daylight.decisions.values import Regroup
from daylight.engine import Engine, Local, Site
from daylight.settings import Settings

RULES = Settings(attribution="rules")
"""Without the network, which these tests do not look at."""

_BRIDGE = "The bridge at Orrin Ferry will stay closed until May, the county said on Monday.\n\n"
REPORTS = (
    {
        "id": "bridge-1",
        "event": "bridge",
        "outlet": "Orrin Post",
        "published": "2031-03-03",
        "text": f"{_BRIDGE}“The bridge will not carry a single lorry before May,” said Dara Quill, the county engineer.\n\n"
        "She said that 40 bolts had to be replaced. Lorries must take the road over Hallow Hill, police said.",
    },
    {
        "id": "bridge-2",
        "event": "bridge",
        "outlet": "Hallow Echo",
        "published": "2031-03-04",
        "text": "“The bridge will not carry one lorry before June,” said Dara Quill, the engineer of the county.\n\n"
        "Quill said that 60 bolts had to be replaced. Tomas Reyl, who runs the ferry, said that he would sail at night.",
    },
    {
        "id": "school-1",
        "event": "school",
        "outlet": "Orrin Post",
        "published": "2031-04-01",
        "text": "The school in Tarn will get a new roof, said Mayor Ilse Brandt.\n\n“We have waited for this for nine "
        "years,” Brandt told parents. She thanked Dara Quill, who had said that the old roof would not last.",
    },
    {
        "id": "french",
        "outlet": "Le Phare",
        "published": "2031-04-02",
        "text": "Le pont restera fermé jusqu’en mai, a annoncé le comté lundi. « Aucun camion ne passera avant le mois de "
        "mai », a déclaré l’ingénieure, qui a remercié les habitants de leur patience pendant les travaux de réparation.",
    },
)


def write_reports(path: Path, *names: str) -> Path:
    """The reports, or those of these ids, as JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    chosen = [report for report in REPORTS if not names or report["id"] in names]
    path.write_text("".join(f"{json.dumps(report)}\n" for report in chosen), "utf-8")
    return path


def made(source: Path, root: Path, engine: Engine | None = None, decisions: tuple[Regroup, ...] = ()) -> Summary:
    """A run over ``source``."""
    return run([source], Site(engine or Local(), root), Options(RULES, decisions=decisions))


def contents(root: Path) -> dict[str, bytes]:
    """All files of the tables, byte for byte."""
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*.parquet"))}
