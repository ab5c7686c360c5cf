"""The method block: what made a comparison, from which sources, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.model import Decided, Skipped, Source
from daylight.report.index import Index
from daylight.report.labels import certainty_note, label, moment
from daylight.report.view import Head
from daylight.report.views.copies import method_note
from daylight.report.visible import line


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a report came from."""

    head: Head
    path: str
    sha256: str
    media_type: str
    retrieved: str


@dataclass(frozen=True, slots=True)
class Method:
    """What made the page, and what it left out."""

    version: str
    settings: str
    models: tuple[tuple[str, str], ...]
    skipped: tuple[tuple[str, str], ...]
    proofs: tuple[Proof, ...]
    certainty: str
    independence: str
    decisions: tuple[str, ...] = ()


def method(index: Index) -> Method:
    """Everything that another analyst needs to walk the way again."""
    made_by = index.comparison.made_by
    return Method(
        version=line(made_by.version),
        settings=line(made_by.settings),
        models=tuple((line(model.name), line(model.sha256)) for model in made_by.models),
        skipped=tuple((_what(index, skipped), line(skipped.reason)) for skipped in index.comparison.skipped),
        proofs=tuple(
            Proof(
                head=index.heads[report.id],
                path=line(_path(report.source)),
                sha256=line(report.source.sha256),
                media_type=line(report.source.media_type),
                retrieved=moment(report.retrieved) or "not recorded",
            )
            for report in index.comparison.reports
        ),
        certainty=certainty_note(),
        independence=method_note(),
        decisions=tuple(_decided(decided) for decided in index.comparison.decisions),
    )


def _path(source: Source) -> str:
    """The file, and which report of it."""
    return ", ".join(filter(None, (source.path or "text handed over in memory", source.part)))


def _decided(decided: Decided) -> str:
    """What was decided, where, and what became of it."""
    where = f"{decided.where}: " if decided.where else ""
    outcome = " – ".join(filter(None, (label("decided", decided.status), decided.reason)))
    return line(f"{where}{decided.text}: {outcome}")


def _what(index: Index, skipped: Skipped) -> str:
    head = index.heads.get(skipped.report or "")
    return f"{head.letter} {head.name}" if head else line(skipped.path or skipped.report or "")
