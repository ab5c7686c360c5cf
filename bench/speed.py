"""``python -m bench.speed [--articles N]``: words a second from text to attributions with speakers, beside the bare language
pipeline; start-up; and one comparison from the shell.

Both paths read the same texts in turns in one process on one thread, and processor time is counted, so that a busy machine
disturbs them little and alike; the ratio is the figure to compare between machines. Times from the shell include the start
of Python and are given twice: by the clock and of the processor.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.texts import articles, story

ROUNDS = 3
SHELL_RUNS = 3


class Run(NamedTuple):
    """One command from the shell: seconds by the clock and of the processor, peak memory in MB, and whether it succeeded."""

    seconds: float
    processor: float
    megabytes: float
    done: bool


def rates(paths: Sequence[Path]) -> tuple[int, float, float]:
    """Words in the texts, and the best words a second of the whole path and of the bare pipeline."""
    import spacy

    import daylight
    from daylight.annotate.language import home

    texts = [path.read_text("utf-8") for path in paths]
    words = sum(len(text.split()) for text in texts)
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]

    def whole() -> None:
        for path in paths:
            daylight.attributions(daylight.read(path))

    model = spacy.load(home())

    def bare() -> None:
        for _ in model.pipe(paragraphs):
            pass

    daylight.attributions(daylight.read(paths[0]))
    times = [(_seconds(whole), _seconds(bare)) for _ in range(ROUNDS)]
    return words, words / min(a for a, _ in times), words / min(b for _, b in times)


def _seconds(job: Callable[[], None]) -> float:
    began = time.process_time()
    job()
    return time.process_time() - began


def shell(*command: str) -> Run:
    """The fastest of a few runs of a command."""
    return min(_once(command) for _ in range(SHELL_RUNS))


def _once(command: Sequence[str]) -> Run:
    began = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode == 0)


def _row(name: str, run: Run) -> str:
    times = f"{run.seconds:8.2f} s {run.processor:8.2f} s"
    return f"{name:44s} {times} {run.megabytes:8.0f} MB{'' if run.done else '   FAILED'}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Time the per-report path, start-up and one comparison.")
    parser.add_argument("--articles", type=int, default=30, metavar="N", help="how many articles to time (30)")
    args = parser.parse_args()
    show_shell()
    show_rates(args.articles)


def show_shell() -> None:
    """Print start-up times and one comparison. Comes first: a child's peak memory counts that of its parent at the fork."""
    with tempfile.TemporaryDirectory() as folder:
        files = [str(path) for path in story(Path(folder), reports=5, words=800)]
        command = str(Path(sys.executable).with_name("daylight"))
        print(f"{f'from the shell, best of {SHELL_RUNS}':44s} {'clock':>10s} {'processor':>10s} {'peak memory':>11s}")
        print(_row("import daylight", shell(sys.executable, "-c", "import daylight")))
        print(_row("daylight quotes, one report", shell(command, "quotes", files[0])))
        print(_row("daylight compare, 5 reports of 800 words", shell(command, "compare", "--format", "json", *files)))


def show_rates(limit: int) -> None:
    """Print words a second of the whole path and of the bare pipeline."""
    origin, paths = articles(limit)
    words, whole, bare = rates(paths)
    print(f"\n{len(paths)} {origin}, {words} words, one thread, processor time, best of {ROUNDS}")
    print(f"{'text to attributions with speakers':44s} {whole:8.0f} words/s")
    print(f"{'the bare language pipeline':44s} {bare:8.0f} words/s")
    print(f"{'ratio':44s} {whole / bare:8.2f}")


if __name__ == "__main__":
    main()
