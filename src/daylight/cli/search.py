"""``daylight search``."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from daylight.cli.output import emit, warn
from daylight.cli.shelf import LibraryPath, opened
from daylight.cli.stories import AsJson
from daylight.model import DifferenceKind

if TYPE_CHECKING:
    from daylight.store import Hit

KINDS: tuple[str, ...] = get_args(DifferenceKind)

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]…", help="Words to look for; in double quotes, words that stand side by side."),
]
SpeakerName = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="What this speaker said, in any spelling.")
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="In this outlet.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="Published on this day or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published on this day or before.")]
Kind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help=f"With a difference of this kind: {', '.join(KINDS)}.")
]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")]


def search(  # noqa: PLR0913, PLR0917 - each is an option of the command
    words: Words = None,
    speaker: SpeakerName = None,
    outlet: Outlet = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    limit: Limit = 20,
    json_: AsJson = False,
    library: LibraryPath = None,
) -> None:
    """Search the library: whole reports by their words; with --speaker or --kind what is reported to have been said.

    **Examples**

    * `daylight search "safety valve" dam`

    * `daylight search --speaker Osterling --since 2031-03-01 dam`

    * `daylight search --kind number --json | jq -r .report`
    """
    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"{kind!r} is no kind of difference; known are {', '.join(KINDS)}", param_hint="--kind")
    from daylight.store import Query

    text = " ".join(f'"{word}"' if " " in word else word for word in words or ())
    query = Query(text, speaker, outlet, since, until, kind)  # type: ignore[arg-type]  # checked above
    if query == Query():
        raise typer.BadParameter("say what to look for: words, a speaker, an outlet, a date or a kind")
    with opened(library) as shelf:
        hits = shelf.search(query, limit)
    for hit in hits.items:
        emit(json.dumps(asdict(hit), ensure_ascii=False) if json_ else _lines(hit))
    if not json_:
        more = f"; the first {len(hits.items)} are shown" if hits.after else ""
        warn(f"{hits.total} {'place' if hits.total == 1 else 'places'} found{more}")
    raise typer.Exit(0)


def _lines(hit: Hit) -> str:
    """A hit for people: where it stands, and its words, those that matched in bold where somebody looks at them."""
    bold, plain = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("", "")
    words = "".join(f"{bold}{_safe(piece)}{plain}" if matched else _safe(piece) for piece, matched in hit.snippet)
    facts = (hit.speaker, hit.outlet or hit.report, hit.published and hit.published[:10], hit.story)
    return f"{_safe(', '.join(filter(None, facts)))} [{hit.span.start}–{hit.span.end}]\n    {words}"


def _safe(text: str) -> str:
    """Text of a report for a terminal: on one line, without anything that could steer it."""
    return "".join(char if char.isprintable() else " " for char in text)
