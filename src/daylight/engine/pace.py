"""How far a stage is, how fast it goes, and how long it will take."""

from __future__ import annotations

from dataclasses import dataclass, replace

_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True, slots=True)
class Pace:
    """A stage at work. ``done`` and ``total`` are weights of pieces, ``kept`` what an earlier run had done of them."""

    stage: str
    total: int
    kept: int = 0
    done: int = 0
    failed: int = 0
    seconds: float = 0.0

    def after(self, weight: int, seconds: float, failed: bool = False) -> Pace:
        """The pace once a piece more has come back."""
        return replace(self, done=self.done + weight, seconds=seconds, failed=self.failed + failed)

    @property
    def rate(self) -> float:
        """Weight a second in this run; 0.0 while nothing has come back."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds to the end at this rate; None while it cannot be known."""
        return (self.total - self.kept - self.done) / self.rate if self.rate else None

    def __str__(self) -> str:
        """One line: "compare: 320 of 1,000, 12.5/s, 54 s left"."""
        parts = [f"{self.kept + self.done:,} of {self.total:,}"]
        if self.kept:
            parts.append(f"{self.kept:,} of them before")
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        if self.rate:
            parts.append(f"{self.rate:,.1f}/s")
        if self.left:
            parts.append(f"{duration(self.left)} left")
        return f"{self.stage}: {', '.join(parts)}"


def duration(seconds: float) -> str:
    """Seconds for a person: "54 s", "12 min", "3 h 05 min"."""
    whole = round(seconds)
    if whole < 2 * _MINUTE:
        return f"{whole} s"
    if whole < 2 * _HOUR:
        return f"{whole // _MINUTE} min"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE:02d} min"
