"""``daylight compare``."""

from __future__ import annotations

import sys
from io import StringIO

import typer

from daylight.cli.comparing import compared
from daylight.cli.options import (
    AuthorityFile,
    ChosenEngine,
    ChosenFormat,
    DecisionFiles,
    Engine,
    Format,
    Outputs,
    Paths,
    Quiet,
    format_of,
)
from daylight.cli.output import check_writable, emit, warn, write_atomically
from daylight.model import Comparison
from daylight.settings import Settings

FILE_WIDTH = 100
"""Columns of a summary that goes to a file or a pipe."""


def compare(  # noqa: PLR0913, PLR0917 - each is an option of the command
    paths: Paths,
    output: Outputs = None,
    format_: ChosenFormat = None,
    decided: DecisionFiles = None,
    authority: AuthorityFile = None,
    attribution: ChosenEngine = Engine.tagger,
    quiet: Quiet = False,
) -> None:
    """Compare the reports of one event, and show who is reported to have said what and where the reports differ.

    Without -o the comparison goes to standard output, as a summary for the terminal or in the format that --format
    names. With -o it is written to that file, and the summary is shown.

    **Examples**

    * `daylight compare a.txt b.txt` – a summary in the terminal

    * `daylight compare examples/velmark-dam -o page.html` – a folder of reports; one page to open in a browser

    * `daylight compare *.html --format json | jq '.differences[].explanation'`

    * `cat reports.jsonl | daylight compare - -o page.html -o data.json`
    """
    targets = [(path, format_of(path, format_)) for path in output or ()]
    for path, _ in targets:
        check_writable(path)
    comparison = compared(paths, decided, authority, quiet, Settings(attribution=attribution.value))
    for path, form in targets:
        write_atomically(path, _render(comparison, form))
    if not targets:
        emit(_render(comparison, format_ or Format.terminal, for_screen=True))
    elif not quiet:
        emit(_summary(comparison, for_screen=True))
        warn(f"wrote {', '.join(str(path) for path, _ in targets)}")
    raise typer.Exit(1 if _unexamined(comparison) else 0)


def _unexamined(comparison: Comparison) -> bool:
    """Whether a report was left out or kept unread; one that was read and quotes nobody is no failure."""
    from daylight.pipeline import EXAMINED_LANGUAGES

    return any(item.path for item in comparison.skipped) or any(
        report.language not in EXAMINED_LANGUAGES for report in comparison.reports
    )


def _render(comparison: Comparison, form: Format, for_screen: bool = False) -> str:
    from daylight import report

    match form:
        case Format.html:
            return report.to_html(comparison)
        case Format.json:
            return report.to_json(comparison)
        case Format.markdown:
            return report.to_markdown(comparison)
        case Format.terminal:
            return _summary(comparison, for_screen)


def _summary(comparison: Comparison, for_screen: bool) -> str:
    """The terminal view: coloured and as wide as the screen where a person looks at it, else plain text."""
    from rich.console import Console

    from daylight.report import to_terminal

    text = StringIO()
    screen = for_screen and sys.stdout.isatty()
    to_terminal(comparison, Console(file=text, force_terminal=screen, width=None if screen else FILE_WIDTH))
    return text.getvalue()
