"""A starting file: everybody who speaks, as comments to copy from, and one example of each decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath

from daylight.decisions.writing import quoted
from daylight.model import Attribution, Comparison, Entity, Report

HEAD = """\
# Decisions about this story, applied on every run. Keep the file as decisions.toml beside the reports.
# Take the "#" away from what you decide; removing a decision undoes it. A name is any spelling below, or its id.
format = "daylight.decisions/1"

# [[merge]]      # two of these are one
# people = ["…", "…"]
#
# [[split]]      # some mentions of one are another's
# person = "…"
# spellings = ["…"]
# reports = ["…"]
#
# [[rename]]
# person = "…"
# name = "…"
#
# [[reject]]     # nobody who speaks here; or said = "…", nothing that was said; or difference = "d-…"
# person = "…"
#
# [[source]]     # this source is that person; speaker = "" where nobody can know
# source = "the spokesman"
# report = "…"
# speaker = "…"
#
# [[align]]      # these say the same; [[separate]] for those that do not
# said = [{ report = "…", words = "…" }, { report = "…", words = "…" }]
#
# [[block]]      # not story
# words = "Read more about"
# role = "promotion"
"""

FIRST_WORDS = 8
"""Words of a content that a reader knows it by."""


def starting_file(comparison: Comparison) -> str:
    """The text of a decisions file in which nothing is decided yet."""
    return "\n".join([HEAD, *_reports(comparison), *_people(comparison), *_unknown(comparison), *_said(comparison)]) + "\n"


def _reports(comparison: Comparison) -> Iterator[str]:
    yield "# --- reports"
    for report in comparison.reports:
        yield f"# {_quoted(_name(report))}  {_line_of(report.id)}"


def _people(comparison: Comparison) -> Iterator[str]:
    spoken = Counter(a.speaker for a in comparison.attributions)
    for kind in ("person", "organization", "place"):
        found = [e for e in comparison.entities if e.kind == kind]
        if found:
            yield from ("", f"# --- {kind}s, how often each speaks, and as printed")
        yield from (_line(e, spoken[e.id]) for e in sorted(found, key=lambda e: -spoken[e.id]))


def _line(entity: Entity, times: int) -> str:
    others = [_quoted(s.text) + (" (garbled)" if s.status == "garbled" else "") for s in entity.spellings]
    return f"# {_line_of(entity.id)}  {times:>3}  {_quoted(entity.name)}: {', '.join(others)}"


def _unknown(comparison: Comparison) -> Iterator[str]:
    reports = {report.id: report for report in comparison.reports}
    unknown = [a for a in comparison.attributions if a.speaker is None and a.source]
    if unknown:
        yield from ("", "# --- sources that nobody is known for")
    for a in unknown:
        yield f"# source = {_quoted(_words(reports[a.report], a, 'source'))}, report = {_quoted(_name(reports[a.report]))}"


def _said(comparison: Comparison) -> Iterator[str]:
    reports = {report.id: report for report in comparison.reports}
    found = {a.id: a for a in comparison.attributions}
    names = {entity.id: entity.name for entity in comparison.entities}
    yield from ("", "# --- statements")
    for n, statement in enumerate(comparison.statements, 1):
        yield f"# {n}. {_line_of(names.get(statement.speaker or '', 'not known'))}"
        for a in (found[i] for i in statement.attributions):
            words = " ".join(_words(reports[a.report], a, "content").split()[:FIRST_WORDS])
            yield f"#    {{ id = {_quoted(a.id)}, report = {_quoted(_name(reports[a.report]))}, words = {_quoted(words)} }}"


def _words(report: Report, a: Attribution, part: str) -> str:
    return " ".join(report.slice(span) for span in getattr(a, part))


def _name(report: Report) -> str:
    return PurePath(report.source.path).name if report.source.path else report.id


def _quoted(text: str) -> str:
    """A TOML string on one line, white space folded."""
    return quoted(" ".join(text.split()))


def _line_of(text: str) -> str:
    """On one line, so that a comment stays one whatever a report prints."""
    return "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))
