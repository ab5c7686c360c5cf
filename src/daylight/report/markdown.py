"""The comparison as Markdown: lists, since a list holds any number of reports, and every word of a report escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from daylight.model import Comparison
from daylight.report.build import Page, build
from daylight.report.marks import plain
from daylight.report.view import Cell, Changed, Finding, Head, Row, Saying
from daylight.report.views.matrix import Band
from daylight.report.views.people import Person
from daylight.report.views.positions import SideView

_ACTIVE = re.compile(r"[\\`*_{}\[\]<>#|~&$^@]|:(?=//|\w+:)|(?<=www)\.", re.IGNORECASE)
"""What acts in the middle of a line. No word of a report ever begins one, so marks of lists and heads need no escape."""


def to_markdown(comparison: Comparison) -> str:
    """The comparison as Markdown (CommonMark), with the same parts as the page, the full texts left out."""
    return "\n".join(_lines(build(comparison))) + "\n"


def escaped(text: str) -> str:
    """Text in which no character does anything in Markdown or HTML. White space becomes single spaces."""
    return _ACTIVE.sub(lambda match: "\\" + match[0], " ".join(text.split()))


def _lines(page: Page) -> Iterator[str]:
    yield from (f"# {page.headline}", "", *(f"- {sentence}" for sentence in page.sentences), "")
    yield from _first(page)
    yield from ("## Reports", "")
    for head in page.heads:
        yield _head(head)
    for band in page.bands:
        yield from _band(band)
    yield from _people(page)
    yield from _positions(page)
    yield from _numbers(page)
    yield from _coverage(page)
    yield from ("", "## Copies", "", page.copies.sentence, "")
    yield from (f"- {pair.sentence}" for pair in page.copies.pairs)
    yield from _method(page)


def _first(page: Page) -> Iterator[str]:
    if page.first:
        yield from ("## Read first", "")
        for i, line in enumerate(page.first, start=1):
            yield f"{i}. **{escaped(line.name)}**, *{line.label}* ({line.certainty}): {escaped(line.explanation)}"
        yield ""


def _head(head: Head) -> str:
    parts = [f"**{escaped(head.name)}**", *(escaped(part) for part in (head.title, head.published) if part)]
    address = f", <{head.address}>" if head.address else f", {escaped(head.url)}" if head.url else ""
    return f"- **{head.letter}** {', '.join(parts)}{address}"


def _band(band: Band) -> Iterator[str]:
    yield from ("", f"## {band.title}", "", band.note)
    for voice in band.voices:
        yield from ("", f"### {escaped(voice.speaker)}", "", *(line for row in voice.rows for line in _alone(row)))
    for row in band.rows if not band.voices else ():
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    yield from ("", f"### {row.number}\\. {escaped(row.speaker)}", "")
    for cell in row.cells:
        if cell.absent:
            yield f"- **{cell.head.letter}** *{cell.absent}*"
        yield from (f"- {_saying(cell, saying)}" for saying in cell.sayings)
    yield from _findings((*row.findings, *([row.alone] if row.alone else [])))


def _alone(row: Row) -> Iterator[str]:
    """What one report alone carries, and which reports could not be looked at."""
    for cell in row.cells:
        for saying in cell.sayings:
            only = f", only here: {row.alone.certainty}" if row.alone else ""
            yield f"- {row.number}\\. {_saying(cell, saying)}{only}"
    yield from (f"- **{cell.head.letter}** *{cell.absent}*" for cell in row.cells if cell.unread)
    yield from _findings(row.findings)


def _saying(cell: Cell, saying: Saying) -> str:
    often = f" ×{len(saying.again) + 1}" if saying.again else ""
    return f"**{cell.head.letter}** {escaped(plain(saying.words))}{often} ({_manner(saying)})"


def _manner(saying: Saying) -> str:
    """How it is said: quoted or not, source and cue as printed, at second hand, when, where."""
    said = (f"{saying.source} {saying.cue}".strip(), saying.via and f"via {saying.via}", saying.when, saying.where)
    unsaid = "" if saying.negated in saying.cue else saying.negated
    return ", ".join(escaped(part) for part in (saying.label, *said, unsaid) if part)


def _findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    for found in findings:
        words = "; ".join(f"{_changed(a)}, {_changed(b)}" for a, b in found.changed)
        yield f"- *{found.label}* ({found.certainty}): {escaped(found.explanation)}{f' ({words})' if words else ''}"


def _changed(side: Changed) -> str:
    return f"{side.letter} “{escaped(side.words)}”" if side.words else f"{side.letter} nothing"


def _people(page: Page) -> Iterator[str]:
    if page.people:
        yield from ("", "## People, organisations and places, as printed")
    for person in page.people:
        yield from ("", f"### {escaped(person.name)} ({person.kind})", "", *_printed(person), *_findings(person.findings))


def _printed(person: Person) -> Iterator[str]:
    for cell in person.cells:
        names = [
            escaped(p.text)
            + (f" ({p.label}{': ' + escaped(p.reason) if p.reason else ''})" if p.status != "preferred" else "")
            for p in cell.spellings
        ]
        roles = [escaped(p.text) for p in cell.roles]
        if names or roles:
            yield f"- **{cell.head.letter}** {'; '.join([*names, *roles])}"


def _positions(page: Page) -> Iterator[str]:
    if page.positions:
        yield from ("", "## Positions")
    for position in page.positions:
        yield from ("", f"### {escaped(position.question)}", "")
        yield f"*{position.verdict}* ({position.certainty}). {escaped(position.explanation)}"
        yield ""
        for side in position.sides:
            yield from _side(side)
        if position.agreement:
            yield from _side(position.agreement, f" ({position.claims})")


def _side(side: SideView, claims: str = "") -> Iterator[str]:
    numbers = ", ".join(str(row.number) for row in side.rows)
    yield f"- **{escaped(side.speaker)}**{claims}: statements {numbers}"
    for row in side.rows:
        yield from (f"  - {_saying(cell, saying)}" for cell in row.cells for saying in cell.sayings)


def _numbers(page: Page) -> Iterator[str]:
    if page.numbers:
        yield from ("", "## Numbers", "")
    for count in page.numbers:
        what = ", in ".join(escaped(part) for part in (count.thing, count.unit) if part) or "plain counts"
        yield f"- {what}{''.join(f' *{label}*' for label, _ in count.findings)}"
        for figure in count.figures:
            words = " ".join(escaped(part) for part in (figure.before, figure.printed, figure.after) if part)
            source = f", according to {escaped(figure.by)}" if figure.by else ""
            dated = f", {escaped(figure.dated)}" if figure.told else ""
            yield f"  - **{figure.head.letter}** {words}{source}{dated}"


def _coverage(page: Page) -> Iterator[str]:
    if page.coverage.speakers:
        yield from ("", "## Who is heard where", "")
    for one in page.coverage.speakers:
        shares = ", ".join(f"{share.head.letter} {share.statements}" for share in one.shares if share.statements)
        yield f"- **{escaped(one.speaker)}**: {shares}"
    if page.coverage.unheard:
        names = (f"{escaped(one.name)} ({', '.join(one.letters)})" for one in page.coverage.unheard)
        yield f"- Named, and reported to say nothing: {', '.join(names)}"


def _method(page: Page) -> Iterator[str]:
    method = page.method
    yield from ("", "## How this was made", "")
    yield f"- Daylight {escaped(method.version)}, settings {escaped(method.settings)}. It does not say who is right."
    yield f"- {method.certainty}"
    yield f"- {method.independence}"
    yield from (f"- Model {escaped(name)}, SHA-256 {escaped(sha)}" for name, sha in method.models)
    yield from (f"- Decided by hand: {escaped(told)}" for told in method.decisions)
    yield from (f"- Skipped: {escaped(what)}: {escaped(reason)}" for what, reason in method.skipped)
    for proof in method.proofs:
        facts = ", ".join(escaped(part) for part in (proof.path, proof.media_type, f"SHA-256 {proof.sha256}"))
        yield f"- **{proof.head.letter}** {facts}"
