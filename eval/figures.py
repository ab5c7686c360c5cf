"""Figures: a value with its count and how far chance may move it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure in per cent, higher is better. ``n`` counts the cases behind it; ``low`` and ``high`` bound the 95 %
    bootstrap interval, None where it was not drawn. A ``detail`` explains another figure and gets no floor."""

    name: str
    value: float
    n: int
    low: float | None = None
    high: float | None = None
    detail: bool = False


def share(name: str, right: float, total: int, *, detail: bool = False) -> Figure:
    """The figure for ``right`` of ``total`` cases."""
    return Figure(name, 100 * right / total if total else 100.0, total, detail=detail)


def bootstrap(groups: Sequence[T], statistic: Callable[[Sequence[T]], float], draws: int = DRAWS) -> tuple[float, float]:
    """The 95 % interval of a statistic when whole groups (articles, events) are drawn again with replacement."""
    rng = random.Random(1)  # noqa: S311 (not for secrets: the same draws every time)
    values = sorted(statistic(rng.choices(groups, k=len(groups))) for _ in range(draws))
    return values[int(0.025 * draws)], values[min(draws - 1, int(0.975 * draws))]


def table(figures: Iterable[Figure]) -> str:
    """The figures as lines of text."""
    return "\n".join(_line(figure) for figure in figures)


def _line(figure: Figure) -> str:
    interval = "" if figure.low is None or figure.high is None else f"  [{figure.low:.1f} – {figure.high:.1f}]"
    return f"{figure.name:44s} {figure.value:6.1f}  n {figure.n:5d}{interval}"
