"""The comparison on a terminal. Words of reports are never read as markup, and no control character reaches the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from daylight.model import Comparison
from daylight.report.build import Page, build
from daylight.report.labels import counted
from daylight.report.view import Cell, Finding, Row, Saying, Words
from daylight.report.views.people import Person
from daylight.report.views.positions import SideView

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

SIDE_BY_SIDE = 3
COLUMN = 34
"""Up to this many reports stand side by side, each in at least this many columns of the screen."""

STYLES = {"differs real": "bold yellow", "differs form": "underline", "gap": "dim", "control": "red"}


def to_terminal(comparison: Comparison, console: Console) -> None:
    """Print a summary: counts, the statements that are told differently, people, positions, copies, what was skipped."""
    page = build(comparison)
    _header(page, console)
    _first(page, console)
    for band in page.bands:
        _section(console, f"{band.title}: {counted(len(band.rows), 'statement', 'statements')}")
        if band.anchor == "differ" or len(page.bands) == 1:
            for row in band.rows:
                _row(row, console)
        else:
            _brief(band.rows, console)
    _people(page.people, console)
    _positions(page, console)
    _section(console, "Copies")
    _lines(console, [page.copies.sentence, *(pair.sentence for pair in page.copies.pairs)])
    if page.method.decisions:
        _section(console, "Decided by hand")
        _lines(console, page.method.decisions)
    if page.method.skipped:
        _section(console, "Skipped")
        _lines(console, [f"{what}: {reason}" for what, reason in page.method.skipped])


def _text(*parts: tuple[str, str]) -> Text:
    from rich.text import Text

    return Text.assemble(*parts)


def _lines(console: Console, lines: Iterable[str]) -> None:
    for one in lines:
        console.print(_text((one, "")))


def _hang(console: Console, sign: str, text: Text) -> None:
    """A sign, and the text beside it, its later lines under its first."""
    from rich.table import Table

    grid = Table.grid()
    grid.add_column(width=len(sign), style="bold cyan")
    grid.add_column(overflow="fold")
    grid.add_row(_text((sign, "")), text)
    console.print(grid)


def _section(console: Console, title: str) -> None:
    console.print()
    console.print(_text((title, "bold underline")))


def _header(page: Page, console: Console) -> None:
    console.print(_text((page.headline, "bold")))
    for head in page.heads:
        facts = " · ".join(part for part in (head.title, head.published, f"{head.words:,} words") if part)
        console.print(_text((f"{head.letter}  ", "bold cyan"), (head.name, "bold"), (f"  {facts}", "dim")))
    console.print()
    _lines(console, page.sentences)


def _first(page: Page, console: Console) -> None:
    if not page.first:
        return
    _section(console, "Read first")
    for i, line in enumerate(page.first, start=1):
        facts = f"{line.name} · {line.label} ({line.certainty}): "
        _hang(console, f"{i}. ", _text((facts, "bold yellow"), (line.explanation, "")))


def _brief(rows: Iterable[Row], console: Console) -> None:
    """Rows that need no second look: who, how often, and in which reports."""
    by_speaker: dict[str, list[Row]] = {}
    for row in rows:
        by_speaker.setdefault(row.speaker, []).append(row)
    for speaker, own in by_speaker.items():
        letters = sorted({cell.head.letter for row in own for cell in row.cells if cell.sayings}, key=lambda x: (len(x), x))
        numbers = ", ".join(str(row.number) for row in own)
        console.print(_text((f"  {speaker}", "bold"), (f"  {numbers} in {', '.join(letters)}", "dim")))


def _row(row: Row, console: Console) -> None:
    console.print()
    console.print(_text((f"{row.number}. ", "dim"), (row.speaker, "bold")))
    present = [cell for cell in row.cells if cell.sayings]
    if len(row.cells) <= SIDE_BY_SIDE and console.width >= COLUMN * len(row.cells):
        _beside(row.cells, console)
    else:
        for cell in present:
            _hang(console, f"{cell.head.letter} ", _text(*_cell(cell)))
        absent = [cell.head.letter for cell in row.cells if not cell.sayings]
        if absent:
            console.print(_text((f"nothing from {', '.join(absent)}", "dim italic")))
    for finding in row.findings:
        _finding(finding, console)


def _beside(cells: tuple[Cell, ...], console: Console) -> None:
    """Cells in columns of equal width, each under the letter and the name of its report."""
    from rich.table import Table

    table = Table(expand=True, show_edge=False, pad_edge=False, box=None, header_style="cyan")
    for cell in cells:
        table.add_column(_text((f"{cell.head.letter} ", "bold"), (cell.head.name, "")), ratio=1, overflow="fold")
    table.add_row(*(_text(*_cell(cell)) for cell in cells))
    console.print(table)


def _cell(cell: Cell) -> list[tuple[str, str]]:
    if not cell.sayings:
        return [(cell.absent, "dim italic")]
    parts: list[tuple[str, str]] = []
    for i, saying in enumerate(cell.sayings):
        parts += [("\n" if i else "", ""), *_styled(saying.words), (f"\n{_manner(saying)}", "dim")]
    return parts


def _styled(words: Words) -> list[tuple[str, str]]:
    """The words of a cell, those that differ in bold or underlined."""
    styles: list[str] = []
    parts = []
    for token in words:
        if token.mark and token.type == "open":
            styles.append(STYLES.get(token.mark.css, ""))
        elif token.type == "close":
            styles.pop()
        else:
            parts.append(("…" if "dim" in styles else " ".join(token.text.split("\n")), " ".join(filter(None, styles))))
    return parts


def _manner(saying: Saying) -> str:
    via = f"via {saying.via}" if saying.via else ""
    said = f"{saying.source} {saying.cue}".strip()
    often = f"×{len(saying.again) + 1}" if saying.again else ""
    parts = (f"{saying.label} {often}".strip(), said, via, saying.when, saying.where, _unsaid(saying))
    return " · ".join(part for part in parts if part)


def _unsaid(saying: Saying) -> str:
    """That it is denied or not said, unless the cue beside it says so in the same word."""
    return "" if saying.negated in saying.cue else saying.negated


def _finding(finding: Finding, console: Console) -> None:
    style = "dim" if finding.trivial else "yellow"
    words = (f"{finding.label} ({finding.certainty}): ", f"bold {style}")
    _hang(console, "  • ", _text(words, (finding.explanation, "dim" if finding.trivial else "")))


def _people(people: tuple[Person, ...], console: Console) -> None:
    told = [person for person in people if person.findings or _forms(person) > 1]
    if not told:
        return
    _section(console, "Names and roles as printed")
    for person in told:
        console.print()
        console.print(_text((person.name, "bold"), (f"  {person.kind}", "dim")))
        for cell in person.cells:
            names = [f"{p.text} ({p.label})" if p.status == "garbled" else p.text for p in cell.spellings]
            if printed := ", ".join([*names, *(p.text for p in cell.roles)]):
                _hang(console, f"  {cell.head.letter} ", _text((printed, "")))
        for finding in person.findings:
            _finding(finding, console)


def _forms(person: Person) -> int:
    return len({printed.text for cell in person.cells for printed in cell.spellings})


def _positions(page: Page, console: Console) -> None:
    if not page.positions:
        return
    _section(console, "Positions")
    for position in page.positions:
        console.print()
        console.print(_text((position.question, "bold"), (f"  {position.verdict}, {position.certainty}", "dim")))
        _lines(console, [position.explanation] if position.explanation else [])
        for side in position.sides:
            _side(side, console)
        if position.agreement:
            _side(position.agreement, console, f", {position.claims}")


def _side(side: SideView, console: Console, claims: str = "") -> None:
    """A speaker, and the words that every report prints."""
    numbers = ", ".join(str(row.number) for row in side.rows)
    console.print(_text((f"  {side.speaker}", "cyan"), (f"{claims}  statements {numbers}", "dim")))
    for row in side.rows:
        for cell in row.cells:
            for saying in cell.sayings:
                _hang(console, f"  {cell.head.letter} ", _text(*_styled(saying.words)))
