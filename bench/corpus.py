"""``python -m bench.corpus [--articles N | --made N] [--workers N] [--engine local|ray]``: a corpus from files to tables.

The corpus is news and copies of it made by rule (``eval.copies``), as JSON lines. It is run twice, over a quarter of the
articles and over all of them, in a process of its own each: articles a second by the clock and of one processor, the time
that each stage takes, and the memory of the largest process, which should not grow with the corpus. On a busy machine look
at processor time, which is known of each stage with one worker. A digest of all tables is the same on both engines. A run
over what is done says what resuming costs.

``--made`` measures how far the stages go that look at the whole corpus: copies and stories of so many made texts of 500
words, all within four weeks, without hearing and comparing.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from bench.copies import texts_of
from daylight.corpus import Options, inputs, run
from daylight.corpus.run import related
from daylight.corpus.stages import reading
from daylight.engine import Local, Pace, Site, carry_out
from eval.copies import Made, corpus
from eval.data import NoData
from eval.disguise import WAYS

ARTICLES = 10_000
FIRST_DAY = date(2031, 1, 1)
DAYS = 365
"""Originals are spread over a year; a copy follows within two days."""

DAYS_OF_MADE = 28


@dataclass(frozen=True)
class Job:
    """A run; not ``whole``: copies and stories alone."""

    source: Path
    out: Path
    engine: str
    workers: int
    whole: bool = True


@dataclass
class Measured:
    """One run: how each stage went, and processor time at its end; seconds in all; megabytes of the largest process; a
    digest of all files of the tables."""

    stages: dict[str, Pace] = field(default_factory=dict)
    processor: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0
    megabytes: float = 0.0
    bytes: str = ""


def write(folder: Path, made: Sequence[Made]) -> Path:
    """The articles as JSON lines, a thousand in a file."""
    folder.mkdir()
    draw = random.Random(1)  # noqa: S311 (not for secrets: the same days every time)
    days: dict[str | None, int] = {}
    lines = []
    for one in made:
        day = days.setdefault(one.original or one.article.id, draw.randrange(DAYS)) + (draw.randrange(3) if one.way else 0)
        published = (FIRST_DAY + timedelta(day)).isoformat()
        outlet = f"Outlet {draw.randrange(40)}"
        lines.append(json.dumps({"id": one.article.id, "text": one.article.text, "published": published, "outlet": outlet}))
    for first in range(0, len(lines), 1000):
        (folder / f"{first:08d}.jsonl").write_text("\n".join(lines[first : first + 1000]) + "\n", "utf-8")
    return folder


def write_made(folder: Path, count: int) -> Path:
    """New texts, every tenth an edited copy, as JSON lines."""
    folder.mkdir()
    for number, texts in enumerate(texts_of(0, count)):
        days = ((FIRST_DAY + timedelta(line % DAYS_OF_MADE)).isoformat() for line in range(len(texts)))
        lines = [json.dumps({"text": text, "published": day}) for text, day in zip(texts, days, strict=True)]
        (folder / f"{number:08d}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def measure(job: Job) -> Measured:
    """One run in a process of its own."""
    here, there = multiprocessing.Pipe()
    child = multiprocessing.get_context("spawn").Process(target=_run, args=(there, job))
    child.start()
    found: Measured = here.recv()
    child.join()
    return found


def _run(there: Connection, job: Job) -> None:
    from daylight.engine.cluster import Cluster

    measured = Measured()

    def watch(pace: Pace) -> None:
        measured.stages[pace.stage] = pace
        measured.processor[pace.stage] = _processor()

    began = time.monotonic()
    with Local(job.workers) if job.engine == "local" else Cluster(job.workers) as machine:
        site = Site(machine, job.out, watch)
        if job.whole:
            run([job.source], site, Options())
        else:
            pieces = inputs.pieces_of(inputs.inputs_of([job.source]))
            related(site, carry_out(site, reading.Read(), pieces, reading.FOLDERS).files(reading.READ))
        measured.seconds = time.monotonic() - began
    measured.processor["all"] = _processor()
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    measured.megabytes = max(own, others) / 1024
    measured.bytes = _digest(job.out)
    there.send(measured)


def _digest(out: Path) -> str:
    files = sorted(path for path in out.rglob("*.parquet"))
    lines = (f"{path.relative_to(out)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:20]


def _processor() -> float:
    """Seconds of processor time of this process and of those that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def show(articles: int, measured: Measured) -> None:
    """Print one run."""
    seconds, processor = measured.seconds, measured.processor["all"]
    rates = f"{articles / seconds:.2f}/s by the clock, {articles / processor:.2f}/s of one processor"
    print(f"{articles:,} articles: {rates}, {seconds:.0f} s, {measured.megabytes:.0f} MB")
    print(f"  all tables: {measured.bytes}")
    before = 0.0
    for name, pace in measured.stages.items():
        used = measured.processor[name] - before
        before = measured.processor[name]
        print(f"  {name:10s} {pace.seconds:8.1f} s by the clock, {used:8.1f} s of processors, {pace.total:8,d} of its units")


def show_made(count: int, engine: str, workers: int) -> None:
    """Print the runs over a quarter of the made texts, and over all."""
    with tempfile.TemporaryDirectory() as folder:
        for number in (count // 4, count):
            source = write_made(Path(folder) / f"in-{number}", number)
            show(number, measure(Job(source, Path(folder) / f"out-{number}", engine, workers, whole=False)))


def main() -> None:
    """Make the corpus, run it, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N", help=f"how many ({ARTICLES:,})")
    parser.add_argument("--workers", type=int, default=2, metavar="N", help="processes (2)")
    parser.add_argument("--engine", choices=["local", "ray"], default="local", help="what carries the stages out (local)")
    parser.add_argument("--made", type=int, default=0, metavar="N", help="made texts, for copies and stories alone")
    args = parser.parse_args()
    if args.made:
        show_made(args.made, args.engine, args.workers)
        return
    try:
        made = corpus(1 + args.articles // (len(WAYS) + 3))[: args.articles]
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    with tempfile.TemporaryDirectory() as folder:
        for number in (len(made) // 4, len(made)):
            source = write(Path(folder) / f"in-{number}", made[:number])
            job = Job(source, Path(folder) / f"out-{number}", args.engine, args.workers)
            show(number, measure(job))
        again = measure(job)
        print(f"once more, with nothing to do: {again.seconds:.2f} s")


if __name__ == "__main__":
    main()
