"""Whole events against gold, as an editor would count: ``python -m eval.event`` prints the scorer's own account.

Each event is compared by the library, written as the JSON contract, and scored by the scorer that came with the data.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import tempfile
from pathlib import Path

import daylight
from daylight.report import to_json
from eval.data import NoData, need, scorer
from eval.figures import Figure, share

MEASURES = {
    "found": "statements found",
    "speaker": "speaker of a found statement right",
    "aligned": "cells of one statement in one row",
    "kinds": "kinds of difference told",
    "people": "people whole and apart",
    "opposed": "opposed positions told",
}
_RATIO = re.compile(r"^(\w+) +(\d+)/(\d+)", re.MULTILINE)
_SPLIT = re.compile(r"^split +(\d+) wrong joins of (\d+)", re.MULTILINE)
_EXTRA = re.compile(r"^extra +(\d+) of (\d+)", re.MULTILINE)


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("gold", "events"), *_texts()]


def _texts() -> list[Path]:
    names = {name for path in _events() for name in json.loads(path.read_text("utf-8"))["reports"]}
    return [need("gold", "texts", f"{name}.txt") for name in sorted(names)]


def _events() -> list[Path]:
    return sorted(need("gold", "events").glob("*.json"))


def run() -> str:
    """Compare and score every event; returns what the scorer prints."""
    module = scorer("event_score")
    out = io.StringIO()
    for path in _events():
        gold = module.event_gold(str(path), str(need("gold", "texts")))
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(out):
            print(path.stem)
            module.score(_compare(gold["reports"], Path(folder)), gold)
    return out.getvalue()


def _compare(texts: dict[str, str], folder: Path) -> object:
    """Our contract for texts that are put into files first, as a user's are."""
    reports = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_bytes(text.encode())
        reports.append(daylight.read(path))
    return json.loads(to_json(daylight.compare(reports)))


def figures() -> list[Figure]:
    """The shares over all events together; no interval, since events are few."""
    account = run()
    counts: dict[str, list[int]] = {}
    for name, right, total in _RATIO.findall(account):
        sums = counts.setdefault(name, [0, 0])
        sums[0] += int(right)
        sums[1] += int(total)
    found = [share(f"event: {title}", *counts[name]) for name, title in MEASURES.items() if name in counts]
    for pattern, title in ((_SPLIT, "other statements kept apart"), (_EXTRA, "told kinds that the gold has too")):
        wrong, total = (sum(int(match[i]) for match in pattern.findall(account)) for i in (0, 1))
        found.append(share(f"event: {title}", total - wrong, total))
    return [figure for figure in found if figure.n]


def main() -> None:
    """Print the scorer's account."""
    try:
        print(run())
    except NoData as absent:
        print(f"skipped: {absent}")


if __name__ == "__main__":
    main()
