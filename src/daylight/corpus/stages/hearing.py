"""The second stage: what can be known of each report alone. Most of the work is done here, report by report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pyarrow as pa

from daylight.corpus.columns import from_table, to_table
from daylight.corpus.grouping import long_digest
from daylight.corpus.tables import FORMAT, Row, table
from daylight.engine import File, Output, Piece, read_table
from daylight.model import Heard, Report
from daylight.pipeline import hear
from daylight.settings import DEFAULT, Settings
from daylight.version import VERSION

HEARD = "work/heard"
"""Reports with what is said in them, as the last stage takes them."""

FOLDERS = (HEARD, "skipped/hear")

GROUP = 8
"""Reports in a row group: a story's reports stand in many files, and only the groups that hold them are read."""


@dataclass(frozen=True, slots=True)
class Hear:
    """Annotates reports and finds who says what in them. A report that breaks the stage is left out, with the reason."""

    settings: Settings = DEFAULT
    name: str = "hear"

    @property
    def digest(self) -> str:
        """Of the settings and the version, which pins the models."""
        return long_digest(FORMAT, VERSION, self.settings.digest())

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:
        """The reports of one file, each heard."""
        (path,) = piece.inputs
        skipped: list[Row] = []
        heard = self._heard(from_table(read_table(root / path), Report), skipped)
        yield Output(f"{HEARD}/{piece.name}.parquet", pa.concat_tables(heard), GROUP)
        if skipped:
            yield Output(f"skipped/hear/{piece.name}.parquet", table("skipped", skipped))

    def _heard(self, reports: Iterable[Report], skipped: list[Row]) -> Iterator[pa.Table]:
        """One row a report, so that no more than one is held as values."""
        yield to_table((), Heard)
        for report in reports:
            try:
                yield to_table([hear(report, self.settings)], Heard)
            except Exception as error:
                reason = f"it cannot be read, {type(error).__name__}: {error}"
                where = {"path": report.source.path, "report": report.id}
                skipped.append({"stage": self.name, "reason": reason} | where)


def pieces_of(files: Iterable[File]) -> Iterator[Piece]:
    """A piece for each file of reports, which is named after its content."""
    for file in files:
        yield Piece(PurePosixPath(file.path).stem, file.sha256, (file.path,), file.rows)
