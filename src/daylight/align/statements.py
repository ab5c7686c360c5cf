"""Group attributions into statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from daylight.model import Absent, Annotated, Attribution, Entity, Statement
from daylight.offsets import digest


def align(
    reports: Sequence[Annotated], attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[Statement, ...]:
    """Statements in order of their first attribution; every attribution is in exactly one."""
    rows: dict[tuple[str | None, str], list[Attribution]] = defaultdict(list)
    text = {a.report.id: a.report for a in reports}
    for attribution in attributions:
        words = " ".join(text[attribution.report].slice(s) for s in attribution.content).lower()
        rows[attribution.speaker, words].append(attribution)
    return tuple(
        Statement(
            digest("s", row[0].id),
            speaker,
            tuple(a.id for a in row),
            tuple(Absent(r, "not-in-report") for r in text if r not in {a.report for a in row}),
        )
        for (speaker, _), row in rows.items()
    )
