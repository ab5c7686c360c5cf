"""What a run over a corpus found, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daylight.corpus import Summary
    from daylight.corpus.regrouping import Regrouped


def told(summary: Summary, out: Path) -> str:
    """What was read, left out and found, for a person."""
    rows = summary.rows
    texts = "1 independent text" if summary.texts == 1 else f"{summary.texts:,} independent texts"
    lines = [
        f"{rows['reports']:,} reports, {texts}; stories of several reports: {summary.stories:,}",
        f"{rows['attributions']:,} attributions of {rows['statements']:,} statements",
    ]
    for table, kinds in summary.kinds.items():
        counted = ", ".join(f"{number:,} {kind}" for kind, number in kinds.items())
        lines.append(f"{table}: {counted or 'none'}")
    lines += _decided(summary.decisions)
    lines += [f"skipped, {number:,} times: {reason}" for reason, number in summary.skipped.items()]
    lines += [f"failed: {name}: {reason}" for name, reason in summary.failed.items()]
    return "\n".join((*lines, f"the tables are in {out}"))


def _decided(decisions: Sequence[Regrouped]) -> Iterator[str]:
    """How much of what people decided was carried out, and what there is to say of each."""
    from daylight.report.visible import line

    if decisions:
        done = sum(one.carried_out for one in decisions)
        yield f"decisions carried out: {done:,}; not: {len(decisions) - done:,}"
    for one in decisions:
        if one.reason:
            status = "" if one.carried_out else "not carried out: "
            yield line(f"{one.where}: {status}{one.text} – {one.reason}")
