"""``daylight compare``."""

from __future__ import annotations

import typer

from daylight.cli.comparing import compared
from daylight.cli.corrections import tell_failed
from daylight.cli.options import (
    AuthorityFile,
    Bom,
    ChosenEngine,
    ChosenFormat,
    Columns,
    DecisionFiles,
    Engine,
    OneTable,
    Outputs,
    Paths,
    Quiet,
)
from daylight.cli.output import emit, warn
from daylight.cli.render import Tabular, deliver, summary, targets_of, told
from daylight.model import Comparison
from daylight.settings import Settings


def compare(  # noqa: PLR0913, PLR0917 - each is an option of the command
    paths: Paths,
    output: Outputs = None,
    format_: ChosenFormat = None,
    decided: DecisionFiles = None,
    authority: AuthorityFile = None,
    table: OneTable = None,
    bom: Bom = False,
    column: Columns = None,
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

    * `daylight compare reports/ -o quotes.csv -o all.xlsx` – tables, with the source in each row
    """
    targets = targets_of(output, format_)
    comparison = compared(paths, decided, authority, quiet, Settings(attribution=attribution.value), column)
    tell_failed(comparison, quiet)
    deliver(comparison, targets, format_, Tabular(table, bom))
    if targets and not quiet:
        emit(summary(comparison, for_screen=True))
        warn(told(targets))
    raise typer.Exit(1 if _unexamined(comparison) else 0)


def _unexamined(comparison: Comparison) -> bool:
    """Whether a report was left out or kept unread; one that was read and quotes nobody is no failure."""
    from daylight.pipeline import EXAMINED_LANGUAGES

    return any(item.path for item in comparison.skipped) or any(
        report.language not in EXAMINED_LANGUAGES for report in comparison.reports
    )
