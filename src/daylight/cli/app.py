"""The typer application: the commands, ``--version``, and how a run ends."""

from __future__ import annotations

from typing import Annotated

import typer

from daylight.cli.add import add
from daylight.cli.compare import compare
from daylight.cli.corpus import corpus
from daylight.cli.decisions import decisions
from daylight.cli.library import library
from daylight.cli.output import use_utf8, warn
from daylight.cli.pairs import pairs
from daylight.cli.quotes import quotes
from daylight.cli.search import search
from daylight.cli.serve import serve
from daylight.cli.show import show
from daylight.cli.stories import stories
from daylight.cli.watch import watch
from daylight.errors import DaylightError
from daylight.version import VERSION

EPILOG = "Exit codes: 0 done · 1 some input failed (each is named on stderr, the rest is done) · 2 wrong use"

app = typer.Typer(
    name="daylight",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog=EPILOG)(compare)
app.command(epilog=EPILOG)(quotes)
app.command(epilog=EPILOG)(pairs)
app.command(epilog=EPILOG)(decisions)
app.add_typer(corpus, name="corpus", epilog=EPILOG)
app.command(epilog=EPILOG)(add)
app.command(epilog=EPILOG)(stories)
app.command(epilog=EPILOG)(show)
app.command(epilog=EPILOG)(search)
app.add_typer(library, name="library", epilog=EPILOG)
app.command(epilog=EPILOG)(serve)
app.command(epilog=EPILOG)(watch)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"daylight {VERSION}")
        raise typer.Exit


@app.callback(epilog=EPILOG)
def daylight(
    version: Annotated[  # typer calls _show_version with it
        bool, typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Read several news reports of one event and see the daylight between them.

    Who is reported to have said what, how each report words it, and where the reports and the speakers differ. Works
    offline; needs no key.

    Start with: `daylight compare examples/velmark-dam -o page.html`
    """


def run() -> None:
    """Run the application on the arguments of the process; an error that is no defect of ours shows as one line."""
    use_utf8()
    try:
        app()
    except (DaylightError, OSError) as reason:
        warn(str(reason))
        raise SystemExit(1) from reason
