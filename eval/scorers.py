"""All scorers, in the order of the stages, each run by itself so that one without data leaves the others standing."""

from __future__ import annotations

import importlib
import time
from collections.abc import Iterator
from typing import NamedTuple

from eval.data import NoData, digest
from eval.figures import Figure

SCORERS = (
    "annotation",
    "attribution",
    "speakers",
    "damaged",
    "names",
    "alignment",
    "quotes",
    "slots",
    "statements",
    "nanco",
    "ists",
    "event",
    "copies",
    "reworded",
    "stories",
)


class Outcome(NamedTuple):
    """What one scorer gave: figures and the digest of their data, or why it was skipped."""

    scorer: str
    figures: tuple[Figure, ...]
    data: str
    seconds: float
    skipped: str = ""


def outcomes() -> Iterator[Outcome]:
    """Run every scorer in turn, in this process, so that models are loaded once."""
    for name in SCORERS:
        began = time.monotonic()
        module = importlib.import_module(f"eval.{name}")
        try:
            key = digest(module.data())
            figures = tuple(module.figures())
        except NoData as absent:
            yield Outcome(name, (), "", time.monotonic() - began, str(absent))
        else:
            yield Outcome(name, figures, key, time.monotonic() - began)
