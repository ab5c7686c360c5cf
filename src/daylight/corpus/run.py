"""The order of the stages of a corpus. No other module knows it.

read → hear → index → pair → candidates → copies → likely → reworded → stories → compare

read, hear and index are maps over reports, copies and reworded over pairs of reports, compare over stories. pair is a map
over parts of all hashes. candidates, likely and stories look at the whole corpus in one piece, but not at its texts.
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from daylight.corpus import inputs, pairs
from daylight.corpus.grouping import one_piece
from daylight.corpus.members import stories_of
from daylight.corpus.register import INDEX
from daylight.corpus.regrouping import Regrouped, meant, outcomes, rulings_of
from daylight.corpus.stages import (
    comparing,
    copying,
    hearing,
    indexing,
    likening,
    pairing,
    reading,
    rewording,
    selecting,
    telling,
)
from daylight.corpus.summary import Summary, summarized, write_summary
from daylight.decisions.values import Regroup
from daylight.engine import File, Outcome, Site, carry_out
from daylight.errors import InputError
from daylight.settings import DEFAULT, Settings
from daylight.stories import Ruling

_LOCK = "work/lock"


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is told. ``columns`` maps a fact ("text", "outlet") to the field of the input that holds it; ``decisions``
    are what people decided about the stories."""

    settings: Settings = DEFAULT
    columns: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Regroup, ...] = ()


def run(paths: Iterable[Path], site: Site, options: Options) -> Summary:
    """Make the tables of a corpus in ``site.root``, or what is missing of them, and say what was found.

    Raises InputError where there is nothing to read, and where another run is at work in the folder.
    """
    found = inputs.inputs_of(paths)
    with _alone(site.root):
        write_summary(site.root, Summary(options.settings))
        summary = summarized(site.root, options.settings, *_stages(found, site, options))
        write_summary(site.root, summary)
    return summary


def related(site: Site, files: Sequence[File], rulings: tuple[Ruling, ...] = ()) -> dict[str, Outcome]:
    """Carry out the stages that say which reports are copies, and which tell of one event. ``files`` are those read."""
    reports = sum(file.rows for file in files)
    index = carry_out(site, indexing.Index(indexing.parts_for(reports)), indexing.pieces_of(files), indexing.FOLDERS)
    known, outlines = index.files(INDEX), index.files(indexing.OUTLINES)
    pair = carry_out(site, pairing.Pair(), pairing.pieces_of(known, index.files(indexing.SHINGLES)), pairing.FOLDERS)
    chosen = one_piece((*known, *pair.files(pairing.PAIRS), *pair.files(pairing.COMMON)))
    candidates = carry_out(site, selecting.Select(), chosen, selecting.FOLDERS)
    sides = pairs.pieces_of(candidates.files(selecting.CANDIDATES), candidates.files(selecting.BOILERPLATE))
    copies = carry_out(site, copying.Copies(), sides, copying.FOLDERS)
    shared = copies.files(copying.COPIES)
    likely = carry_out(site, likening.Likely(), one_piece((*known, *outlines, *shared), reports), likening.FOLDERS)
    reworded = carry_out(site, rewording.Reworded(), pairs.pieces_of(likely.files(likening.LIKELY)), rewording.FOLDERS)
    together = one_piece((*outlines, *shared, *reworded.files(rewording.REWORDED)), reports)
    stories = carry_out(site, telling.Stories(rulings), together, telling.FOLDERS)
    return {
        "index": index,
        "pair": pair,
        "candidates": candidates,
        "copies": copies,
        "likely": likely,
        "reworded": reworded,
        "stories": stories,
    }


def _stages(found: Iterable[inputs.Input], site: Site, options: Options) -> tuple[dict[str, Outcome], tuple[Regrouped, ...]]:
    """What became of the stages, and of what people decided: of that nothing is known where no stories could be made."""
    settings = options.settings
    read = carry_out(site, reading.Read(settings, options.columns), inputs.pieces_of(found), reading.FOLDERS)
    files = read.files(reading.READ)
    heard = carry_out(site, hearing.Hear(settings), hearing.pieces_of(files), hearing.FOLDERS)
    decisions = meant(options.decisions, (site.root / file.path for file in read.files("reports")))
    relations = related(site, files, rulings_of(decisions))
    told = relations["stories"]
    decided = outcomes(decisions, telling.refused_in(site.root, told.files(telling.REFUSED))) if not told.failed else ()
    stories = comparing.pieces_of(stories_of(site.root, settings.max_reports))
    compared = carry_out(site, comparing.Compare(settings), stories, comparing.FOLDERS)
    return {"read": read, "hear": heard} | relations | {"compare": compared}, decided


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
