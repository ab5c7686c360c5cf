"""What people have decided and what an authority file says, from the arguments of a command."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from daylight.cli.inputs import STDIN
from daylight.cli.output import warn
from daylight.model import Comparison, Decided

if TYPE_CHECKING:
    from daylight.decisions import Decisions

BESIDE = "decisions.toml"
"""The name under which a decisions file is found in a folder of reports."""


def decisions_of(paths: Sequence[str], given: Iterable[Path]) -> Decisions:
    """The decisions of the files that are given, else of those that lie in the folders of reports."""
    from daylight.decisions import Decisions, read_decisions

    files = list(given) or [file for path in paths if path != STDIN and (file := Path(path) / BESIDE).is_file()]
    return Decisions(tuple(decision for file in files for decision in read_decisions(file).all))


def tell_failed(comparison: Comparison, quiet: bool) -> None:
    """Name on standard error what could not be carried out, and what the reports speak against."""
    for decided in comparison.decisions:
        if decided.status != "applied" and not quiet:
            warn(told(decided))


def told(decided: Decided) -> str:
    """One line about a decision."""
    status = {"applied": "", "against-evidence": "carried out against the reports: ", "not-applied": "not carried out: "}
    parts = (f"{decided.where}: " if decided.where else "", status[decided.status], decided.text)
    return "".join(parts) + (f" – {decided.reason}" if decided.reason else "")
