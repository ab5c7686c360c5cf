"""Writes stories into a library until it is killed, and names each once it is kept: ``writer.py LIBRARY SEED``."""

from __future__ import annotations

import hashlib
import sys
from itertools import count
from pathlib import Path

from daylight.model import Block, Report, Source, Span
from daylight.store import Library


def report(turn: str, n: int) -> tuple[Report, bytes]:
    """A report that differs from every other."""
    text = f"Report {n} of turn {turn}. " + "The harbour board met again and said nothing new. " * 200
    data = text.encode()
    source = Source(None, hashlib.sha256(data).hexdigest(), "text/plain")
    return Report(f"r-{turn}-{n}", text, source, (Block(Span(0, len(text)), "body"),)), data


def main() -> None:
    """Write until killed."""
    with Library.open(Path(sys.argv[1])) as library:
        for n in count():
            made = [report(sys.argv[2], 3 * n + i) for i in range(3)]
            added = library.add([r for r, _ in made], {r.source.sha256: data for r, data in made})
            print(added.story, flush=True)  # noqa: T201 - the one who kills it reads on


if __name__ == "__main__":
    main()
