"""How long a comparison takes after annotation, by the number of reports: ``python -m bench.compare [REPORTS…]``.

The stages are those of the pipeline, timed one by one by the clock and of the processor; sentences and attributions are made
before. The reports are one subject's, by many outlets; each is cut at WORDS, or filled up from those that follow it, so
that some passages are copies, as in news.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from math import log
from typing import TypeVar

from daylight.align import align, find_copies, pair_sentences, rejoin
from daylight.annotate import annotate
from daylight.attribute import attribute, is_reported_speech, utterances
from daylight.compare import find_differences, find_positions
from daylight.ingest.text import read_text
from daylight.model import Annotated, Attribution, Report, Story
from daylight.resolve import resolve
from eval.data import NoData, need

WORDS = 800
SIZES = (10, 20, 46)
T = TypeVar("T")


class Clock:
    """Seconds of each stage, by the clock and of the processor."""

    def __init__(self) -> None:
        self.stages: dict[str, tuple[float, float]] = {}

    def time(self, stage: str, job: Callable[[], T]) -> T:
        """Do the job and keep its times."""
        began, worked = time.perf_counter(), time.process_time()
        value = job()
        self.stages[stage] = time.perf_counter() - began, time.process_time() - worked
        return value

    def total(self) -> tuple[float, float]:
        """The sums over all stages."""
        return sum(a for a, _ in self.stages.values()), sum(b for _, b in self.stages.values())


def reports(count: int, words: int = WORDS) -> list[Report]:
    """Reports of one subject of about ``words`` words each."""
    texts = [str(d["content"]) for d in json.loads(need("nanco", "documents_recession.json").read_text("utf-8"))]
    return [read_text(_filled(texts[n % len(texts) :] + texts, words), id=f"report-{n}") for n in range(count)]


def _filled(texts: list[str], words: int) -> str:
    paragraphs: list[str] = []
    for line in (line for text in texts for line in text.splitlines() if line.strip()):
        paragraphs.append(line)
        if sum(len(p.split()) for p in paragraphs) >= words:
            break
    return "\n\n".join(paragraphs)


def stages(annotated: tuple[Annotated, ...], said: tuple[Attribution, ...]) -> Clock:
    """Compare annotated reports whose attributions are found, and keep the time of each stage."""
    clock = Clock()
    pairs = clock.time("pair sentences", lambda: pair_sentences(annotated))
    entities, attributions = clock.time("resolve", lambda: resolve(annotated, said, pairs))
    rows = clock.time("align", lambda: align(annotated, attributions, entities))
    attributions, rows = clock.time("rejoin", lambda: rejoin(annotated, attributions, rows))
    story = Story(annotated, entities, attributions, rows)
    clock.time("differences", lambda: find_differences(story))
    clock.time("positions", lambda: find_positions(story))
    clock.time("copies", lambda: find_copies(annotated, pairs))
    return clock


def main() -> None:
    """Print a table of stages for each size, and how the total grows."""
    parser = argparse.ArgumentParser(description="Time a comparison after annotation, by the number of reports.")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="REPORTS", help="numbers of reports")
    sizes = sorted(parser.parse_args().sizes)
    try:
        annotated = tuple(annotate(reports(max(sizes))))
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    said = tuple(u for r in annotated for a in attribute(r) if is_reported_speech(a) for u in utterances(r, a))
    totals = [(count, _show(annotated[:count], said)) for count in sizes]
    (few, low), (many, high) = totals[0], totals[-1]
    if many > few:
        print(
            f"\nfrom {few} to {many} reports the processor time grows with the power {log(high / low) / log(many / few):.2f}"
        )


def _show(annotated: tuple[Annotated, ...], said: tuple[Attribution, ...]) -> float:
    """Print the stages of one size; returns the processor time in all."""
    own = {r.report.id for r in annotated}
    told = tuple(a for a in said if a.report in own)
    clock = stages(annotated, told)
    words = sum(len(r.report.text.split()) for r in annotated)
    print(f"\n{len(annotated)} reports, {words} words, {len(told)} utterances{'clock':>12s} {'processor':>11s}")
    for stage, (seconds, worked) in [*clock.stages.items(), ("in all", clock.total())]:
        print(f"  {stage:36s}{seconds:10.2f} s {worked:9.2f} s")
    return clock.total()[1]


if __name__ == "__main__":
    main()
