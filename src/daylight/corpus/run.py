"""The order of the stages of a corpus. No other module knows it.

read → hear → copies → stories → compare: the first two are maps over reports, the next two look at all of them, the last is
a map over stories.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from daylight.corpus import comparing, copying, hearing, inputs, reading, telling
from daylight.corpus.comparing import Members, Where
from daylight.corpus.summary import Summary, summarized, write_summary
from daylight.engine import Outcome, Site, carry_out, read_table
from daylight.errors import InputError
from daylight.settings import DEFAULT, Settings

_LOCK = "work/lock"
_REPORT_ID = "annotated.report.id"


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is told. ``columns`` maps a fact ("text", "outlet") to the field of the input that holds it."""

    settings: Settings = DEFAULT
    columns: Mapping[str, str] = field(default_factory=dict)


def run(paths: Iterable[Path], site: Site, options: Options) -> Summary:
    """Make the tables of a corpus in ``site.root``, or what is missing of them, and say what was found.

    Raises InputError where there is nothing to read, and where another run is at work in the folder.
    """
    found = inputs.inputs_of(paths)
    with _alone(site.root):
        write_summary(site.root, Summary(options.settings))
        summary = summarized(site.root, options.settings, _stages(found, site, options))
        write_summary(site.root, summary)
    return summary


def stories_of(root: Path) -> Iterator[Members]:
    """The stories of a corpus with the places of their reports; a report that could not be heard is in none."""
    heard = sorted((root / hearing.HEARD).glob("*.parquet"))
    places = {key: Where(f"{hearing.HEARD}/{path.name}", row) for path in heard for row, key in enumerate(_ids(path))}
    members: dict[str, list[Where]] = {}
    for path in sorted((root / telling.STORIES).glob("*.parquet")):
        table = read_table(path, ["story", "report"])
        for story, report in zip(table["story"].to_pylist(), table["report"].to_pylist(), strict=True):
            if report in places:
                members.setdefault(story, []).append(places[report])
    return (Members(story, tuple(found)) for story, found in members.items())


def _stages(found: Iterable[inputs.Input], site: Site, options: Options) -> dict[str, Outcome]:
    settings = options.settings
    read = carry_out(site, reading.Read(settings, options.columns), inputs.pieces_of(found), reading.FOLDERS)
    files = read.files(reading.READ)
    heard = carry_out(site, hearing.Hear(settings), hearing.pieces_of(files), hearing.FOLDERS)
    copies = carry_out(site, copying.Copies(), copying.pieces_of(files), copying.FOLDERS)
    together = telling.pieces_of((*files, *copies.files(copying.COPIES)))
    told = carry_out(site, telling.Stories(), together, telling.FOLDERS)
    stories = comparing.pieces_of(stories_of(site.root))
    compared = carry_out(site, comparing.Compare(settings), stories, comparing.FOLDERS)
    return {"read": read, "hear": heard, "copies": copies, "stories": told, "compare": compared}


def _ids(path: Path) -> list[str]:
    """The ids of the reports in a file, in order; nothing else of it is read."""
    rows = read_table(path, [_REPORT_ID])["annotated"].to_pylist()
    return [row["report"]["id"] for row in rows]


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Hold the folder for this run; the system lets go of it when the process ends, however it ends."""
    path = root / _LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise InputError(str(root), "another run is at work in this folder; wait for it, or give another") from error
        yield
