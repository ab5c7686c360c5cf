"""The command line that the scorers of labelled cases share."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeVar

from eval.data import NoData

T = TypeVar("T")


def show_cases(description: str, run: Callable[[], list[T]], show: Callable[[list[T], bool], None]) -> None:
    """Score, and show the cases, the wrong ones too with ``--errors``; says that it is skipped where data is absent."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--errors", action="store_true", help="list the cases that came out wrong")
    errors = bool(parser.parse_args().errors)
    try:
        cases = run()
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    show(cases, errors)
