"""What a run found, counted: shown to people, and kept beside the tables."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import get_args

import pyarrow.parquet as pq

from daylight.corpus.regrouping import Regrouped
from daylight.corpus.tables import FORMAT, TableName
from daylight.engine import Outcome, read_table, write_text
from daylight.errors import InputError
from daylight.pipeline import SILENT
from daylight.settings import Settings
from daylight.version import VERSION

FILE = "corpus.json"

_LISTED = 12
"""Reasons for which something was left out that a summary names, the most frequent first."""

_KINDS = {"differences": ["kind", "place"], "copies": ["kind"]}
"""Tables whose rows have kinds, and the columns to count them by."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in a corpus. ``rows`` counts those of each table; ``stories`` those of several reports; ``kinds`` the
    differences and copies; ``skipped`` the most frequent reasons for which something was left out, and ``lost`` how much
    was, reports aside that were read and quote nobody; ``decisions`` says what became of what people decided; ``failed``
    names pieces of work that could not be done, and why. ``finished`` is False while a run is at work, and after one that
    was cut off or failed in part.

    Nothing in it depends on when, where and how fast the run was.
    """

    settings: Settings
    finished: bool = False
    version: str = VERSION
    rows: Mapping[str, int] = field(default_factory=dict)
    stories: int = 0
    texts: int = 0
    kinds: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    skipped: Mapping[str, int] = field(default_factory=dict)
    lost: int = 0
    decisions: tuple[Regrouped, ...] = ()
    failed: Mapping[str, str] = field(default_factory=dict)


def summarized(
    root: Path, settings: Settings, outcomes: Mapping[str, Outcome], decisions: tuple[Regrouped, ...] = ()
) -> Summary:
    """Count what the stages wrote."""
    failed = {f"{stage} {one.piece.name}": one.reason for stage, o in outcomes.items() for one in o.failed}
    stories = Counter(_column(root, "stories", "story"))
    skipped = Counter(_column(root, "skipped", "reason"))
    return Summary(
        settings,
        finished=not failed,
        rows={name: _rows(root, name) for name in get_args(TableName)},
        stories=sum(1 for size in stories.values() if size > 1),
        texts=len(set(_column(root, "stories", "text"))),
        kinds={name: dict(sorted(Counter(_kinds(root, name)).items())) for name in _KINDS},
        skipped=dict(skipped.most_common(_LISTED)),
        lost=skipped.total() - skipped[SILENT],
        decisions=decisions,
        failed=failed,
    )


def write_summary(root: Path, summary: Summary) -> None:
    """Keep a summary beside the tables; in which order and on which lines people decided is not in it."""
    ordered = sorted(summary.decisions, key=lambda one: one.text)
    decisions = [{"text": one.text, "carried_out": one.carried_out, "reason": one.reason} for one in ordered]
    kept = {"format": FORMAT} | asdict(summary) | {"decisions": decisions}
    write_text(root / FILE, json.dumps(kept, indent=1, ensure_ascii=False) + "\n")


def settings_of(root: Path) -> Settings:
    """What the corpus was made with. Raises InputError where there is no corpus, or one of another version."""
    check(root)
    try:
        return Settings(**json.loads((root / FILE).read_text("utf-8"))["settings"])
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(str(root), "this corpus is of another version; do daylight corpus run again") from error


def check(root: Path) -> None:
    """Raise InputError where ``root`` is no folder of a corpus."""
    if not (root / FILE).is_file():
        raise InputError(str(root), "there is no corpus in this folder; make one with daylight corpus run")


def files_of(root: Path, name: str) -> list[Path]:
    """The files of a table, in order."""
    return sorted((root / name).rglob("*.parquet"))


def _rows(root: Path, name: str) -> int:
    return sum(pq.read_metadata(path).num_rows for path in files_of(root, name))


def _column(root: Path, name: str, column: str) -> list[str]:
    return [value for path in files_of(root, name) for value in read_table(path, [column])[column].to_pylist()]


def _kinds(root: Path, name: str) -> list[str]:
    """The kind of each difference or copy; a difference has a row for each of its places."""
    rows = (row for path in files_of(root, name) for row in read_table(path, _KINDS[name]).to_pylist())
    return [row["kind"] for row in rows if row.get("place", 1) == 1]
