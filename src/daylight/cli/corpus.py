"""``daylight corpus``: run, query, page, import."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from daylight.cli.inputs import columns_of
from daylight.cli.options import ChosenEngine, Columns, Engine, Quiet, format_of
from daylight.cli.output import check_writable, emit, warn, write_atomically
from daylight.cli.render import Tabular, render
from daylight.cli.runs import told
from daylight.cli.shelf import LibraryPath, opened
from daylight.cli.watching import watching
from daylight.errors import InputError
from daylight.settings import Settings

if TYPE_CHECKING:
    from daylight import engine

corpus = typer.Typer(no_args_is_help=True, help="From a folder of any size to tables: who said what, where, in which words.")


class Machine(StrEnum):
    """What carries the stages out."""

    local = "local"
    ray = "ray"


class Answer(StrEnum):
    """How the answer to a question is written."""

    terminal = "terminal"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


Folder = Annotated[Path, typer.Argument(metavar="OUT", help="The folder of the corpus.", show_default=False)]


@corpus.command()
def run(  # noqa: PLR0913, PLR0917 - each is an option of the command
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="IN…", help="Files of any format, and folders, folders in them too.", show_default=False),
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder for the tables.", show_default=False)],
    machine: Annotated[
        Machine, typer.Option("--engine", help="Processes of this machine, or a Ray cluster (daylight-news[ray]).")
    ] = Machine.local,
    workers: Annotated[int, typer.Option(min=1, help="Processes; about 1 GB of memory each.")] = 1,
    address: Annotated[
        str | None,
        typer.Option(help="Of a Ray cluster that is there, such as ray://head:10001 or auto; all machines must see OUT."),
    ] = None,
    column: Columns = None,
    decided: Annotated[
        list[Path] | None,
        typer.Option(
            "--decisions",
            metavar="FILE",
            help="Put reports together or apart as this file says; may be given more than once.",
            show_default=False,
        ),
    ] = None,
    attribution: ChosenEngine = Engine.tagger,
    quiet: Quiet = False,
) -> None:
    """Make the tables of a corpus, or what is missing of them.

    A run that was stopped, however it was, goes on where it was. A run over an input that has changed does again only
    what the change touches. The tables are the same, byte for byte, with any number of workers and on both engines.

    **Examples**

    * `daylight corpus run archive/ out/ --workers 4`

    * `daylight corpus run crawl.warc.gz feeds/*.xml out/`

    * `daylight corpus run news.parquet out/ --column text=body --column outlet=source`

    * `daylight corpus run archive/ /shared/out --engine ray --address auto`

    * `daylight corpus run archive/ out/ --decisions regroup.toml` – [[together]] and [[apart]], each with its `reports`
    """
    _need_tables()
    from daylight.corpus import Options
    from daylight.corpus import run as make
    from daylight.decisions import read_regrouping
    from daylight.engine import Site

    regrouping = tuple(decision for file in decided or () for decision in read_regrouping(file))
    options = Options(Settings(attribution=attribution.value), columns_of(column), regrouping)
    with watching(quiet) as watch, _engine(machine, workers, address) as hands:
        summary = make(inputs, Site(hands, out, watch), options)
    if not quiet:
        emit(told(summary, out))
    raise typer.Exit(0 if summary.finished and not summary.lost else 1)


@corpus.command()
def query(
    out: Folder,
    question: Annotated[
        str | None,
        typer.Argument(metavar="QUESTION", help="A question by its name, or in SQL. Without it: the questions by name."),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="A parameter of the question; % stands for any letters."),
    ] = None,
    form: Annotated[Answer, typer.Option("--format", "-f", help="How the answer is written.")] = Answer.terminal,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the answer here.", show_default=False)
    ] = None,
) -> None:
    """Ask the tables of a corpus a question: one that comes with Daylight, or any in SQL (DuckDB).

    **Examples**

    * `daylight corpus query out/` – the questions, and what they take

    * `daylight corpus query out/ who-said-what --set speaker=%Venn% --set about=%Holloway%`

    * `daylight corpus query out/ reworded-quotes --format csv -o outlets.csv`

    * `daylight corpus query out/ "SELECT kind, count(*) FROM differences GROUP BY kind"`
    """
    _need_tables()
    from daylight.cli.answers import listed, written
    from daylight.corpus.asking import ask, questions

    if question is None:
        emit(listed(questions().values()))
        return
    if output:
        check_writable(output)
    pairs = dict(pair.split("=", 1) for pair in where or () if "=" in pair)
    if len(pairs) != len(where or ()):
        raise typer.BadParameter("--set wants NAME=VALUE, each name once")
    answer = written(ask(out, question, pairs), form.value)
    if output:
        write_atomically(output, answer)
    else:
        emit(answer)


@corpus.command()
def page(
    out: Folder,
    story: Annotated[str, typer.Argument(metavar="STORY", help="The id of a story, or its beginning.", show_default=False)],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The file; its suffix says the format.", show_default=False),
    ],
) -> None:
    """Write the page of one story of a corpus, or any other format of `daylight compare`.

    **Examples**

    * `daylight corpus page out/ y-1a58953a -o page.html`
    """
    _need_tables()
    from daylight.corpus.opening import compared, find_story

    form = format_of(output, None)
    check_writable(output)
    write_atomically(output, render(compared(out, find_story(out, story)), form, Tabular()))
    warn(f"wrote {output}")


@corpus.command("import")
def import_(out: Folder, library: LibraryPath = None, quiet: Quiet = False) -> None:
    """Put the stories of several reports, with their comparisons, into the library.

    A story whose reports are there already is left as it is, with what people decided on it.

    **Examples**

    * `daylight corpus import out/ --library desk.db`
    """
    _need_tables()
    from daylight.corpus.opening import compared, stories_of_several

    count = 0
    with opened(library, make=True) as shelf:
        for members in stories_of_several(out):
            comparison = compared(out, members)
            added = shelf.add(comparison.reports)
            if shelf.comparison(added.story) is None:
                shelf.save(added.story, comparison, comparison.made_by.settings)
                count += 1
    if not quiet:
        warn(f"stories put into the library: {count:,}")


def _engine(machine: Machine, workers: int, address: str | None) -> engine.Engine:
    from daylight.engine import Local

    if machine is Machine.local:
        if address:
            raise typer.BadParameter("--address is for --engine ray")
        return Local(workers)
    from daylight.engine.cluster import Cluster

    return Cluster(workers, address)


def _need_tables() -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise InputError("a corpus", "this needs pyarrow: pip install 'daylight-news[corpus]'") from error
