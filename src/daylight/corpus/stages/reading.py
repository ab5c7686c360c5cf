"""The first stage: files of any format to reports, in files of about 64."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from daylight.corpus.columns import to_table
from daylight.corpus.grouping import Cut, grouped, long_digest
from daylight.corpus.inputs import Input, inputs_in
from daylight.corpus.tables import FORMAT, Row, table
from daylight.engine import Output, Piece
from daylight.ingest import Options, read_all
from daylight.model import Report, Skipped
from daylight.settings import DEFAULT, Settings
from daylight.version import VERSION

READ = "work/read"
"""Reports as the next stage takes them."""

FOLDERS = (READ, "reports", "blocks", "skipped/read")

TOGETHER = Cut(mean=64, most=128)
"""Reports in one file, and so in one piece of the next stage: about ten seconds of its work."""

GROUP = 16
"""Reports in a row group: those that share something stand in many files, and only the groups that hold them are read."""


class _Kept(NamedTuple):
    """A report under its id in the corpus, and the id that it had."""

    report: Report
    given: str


@dataclass(frozen=True, slots=True)
class Read:
    """Reads files; what cannot be read becomes a row of "skipped". A file of reports is named after all that is in it, so
    that the stages after this one know it again. ``columns`` says which field of the input holds which fact."""

    settings: Settings = DEFAULT
    columns: Mapping[str, str] = field(default_factory=dict)
    name: str = "read"

    @property
    def digest(self) -> str:
        """Of the settings, the map of the columns and the version."""
        return long_digest(FORMAT, VERSION, self.settings.digest(), sorted(self.columns.items()))

    def __call__(self, root: Path, piece: Piece) -> Iterator[Output]:  # noqa: ARG002 - the files lie outside of it
        """The reports of the files of a piece."""
        skipped: list[Row] = []
        for group in grouped(self._kept(piece, skipped), lambda kept: kept.report.id, TOGETHER):
            reports = [kept.report for kept in group]
            name = f"{long_digest(*map(repr, reports))}.parquet"
            yield Output(f"{READ}/{name}", to_table(reports, Report), GROUP)
            yield Output(f"reports/{name}", table("reports", map(_row, group)))
            yield Output(f"blocks/{name}", table("blocks", (row for report in reports for row in _blocks(report))))
        if skipped:
            yield Output(f"skipped/read/{piece.name}.parquet", table("skipped", skipped))

    def _kept(self, piece: Piece, skipped: list[Row]) -> Iterator[_Kept]:
        options = Options(self.settings, self.columns)
        for one in inputs_in(piece):
            for found in read_all([one.path], options):
                if isinstance(found, Skipped):
                    path = (found.path or one.name).replace(str(one.path), one.name)
                    skipped.append({"stage": self.name, "path": path, "reason": found.reason})
                else:
                    yield _named(found, one)


def _named(found: Report, one: Input) -> _Kept:
    """The report under an id of its own: in a corpus two reports may have the same text, or be given the same id."""
    source = replace(found.source, path=one.name)
    key = long_digest(one.name, source.part, found.id, found.text)
    return _Kept(replace(found, id=f"r-{key}", source=source), found.id)


def _row(kept: _Kept) -> Row:
    report, source = kept.report, kept.report.source
    facts = ("title", "outlet", "url", "published", "retrieved", "language", "event", "text")
    row: Row = {"report": report.id, "id": kept.given, "words": len(report.text.split())}
    row |= {name: getattr(report, name) for name in facts}
    return row | {name: getattr(source, name) for name in ("path", "part", "sha256", "media_type")}


def _blocks(report: Report) -> Iterator[Row]:
    for block in report.blocks:
        place: dict[str, Any] = {"start": block.span.start, "end": block.span.end}
        yield {"report": report.id, "role": block.role, "anchored": bool(block.anchors)} | place
