"""``daylight decisions``."""

from __future__ import annotations

from typing import Annotated

import typer

from daylight.cli.comparing import compared
from daylight.cli.options import AuthorityFile, ChosenEngine, Columns, DecisionFiles, Engine, Paths, Quiet
from daylight.cli.output import emit
from daylight.model import Comparison
from daylight.settings import Settings

Check = Annotated[bool, typer.Option("--check", help="Say of each decision whether it can be carried out.")]


def decisions(  # noqa: PLR0913, PLR0917 - each is an option of the command
    paths: Paths,
    decided: DecisionFiles = None,
    authority: AuthorityFile = None,
    check: Check = False,
    column: Columns = None,
    attribution: ChosenEngine = Engine.tagger,
    quiet: Quiet = False,
) -> None:
    """List the people and statements of some reports as a decisions file to start from, or check the decisions taken.

    A decisions file says what people know better: merge, split, rename, reject, source, align, separate, block. Kept as
    decisions.toml in the folder of the reports it is applied by every command.

    **Examples**

    * `daylight decisions reports/ > decisions.toml` – everybody by id and spelling, each kind of decision as a comment

    * `daylight decisions reports/ --check` – what became of each decision; exit code 1 where one could not be carried out
    """
    comparison = compared(paths, decided, authority, quiet, Settings(attribution=attribution.value), column)
    if check:
        raise typer.Exit(_check(comparison))
    from daylight.decisions import starting_file

    emit(starting_file(comparison))


def _check(comparison: Comparison) -> int:
    from daylight.cli.corrections import told

    if not comparison.decisions:
        emit("nothing has been decided")
    for one in comparison.decisions:
        emit(("carried out: " if one.status == "applied" else "") + told(one))
    return 1 if any(one.status == "not-applied" for one in comparison.decisions) else 0
