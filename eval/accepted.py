"""How many differences an editor would accept: ``python -m eval.accepted [--of recession|events] [--sample 100 --seed N]``.

With ``--sample``, differences are drawn by seed and printed for reading, each with its evidence and, for what one report is
said to carry alone, the likest sentence of another report. Drawn are the kinds that are not trivial; ``--typed`` leaves out
``only-here`` as well. Without ``--sample`` the verdicts in ``verdicts.jsonl`` are counted again: how many of the differences
that were read are still told, and how many of those were accepted. A verdict has the difference's id, its kind, the seed of
its sample and, for a rejected one, a short reason; none of the corpora's text.

``recession`` is 46 reports of one subject, ``events`` 44 events of two to five reports each. One reader read them; no
agreement is known.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import daylight
from daylight.compare.frame import frame
from daylight.ingest.text import read_text
from daylight.model import TRIVIAL_KINDS, Comparison, Difference, Report
from eval.certainty import by_word
from eval.data import NoData, need
from eval.figures import Figure, share, table

VERDICTS = Path(__file__).with_name("verdicts.jsonl")
SETS = ("recession", "events")
AROUND = 60
"""Code points shown before and after each piece of evidence."""


class Told(NamedTuple):
    """A difference and the comparison that tells it."""

    difference: Difference
    found: Comparison


class Verdict(NamedTuple):
    """What a reader made of one difference; ``reason`` is empty for an accepted one."""

    of: str
    seed: int
    id: str
    kind: str
    reason: str = ""


def stories(of: str) -> Iterator[list[Report]]:
    """The stories of a set, in order; raise NoData where it is not on this machine."""
    if of == "recession":
        rows = json.loads(need("nanco", "documents_recession.json").read_text("utf-8"))
        kept = [row for row in rows if row["content"].strip()]
        yield [read_text(f"{row['title']}\n\n{row['content']}", id=row["id"], outlet=row["domain"]) for row in kept]
        return
    texts: dict[str, list[str]] = {}
    for name, row in json.loads(need("gold", "reports.json").read_text("utf-8")).items():
        texts.setdefault(row["event"], []).append(name)
    for names in texts.values():
        yield [daylight.read(need("gold", "texts", f"{name}.txt")) for name in names]


def told(of: str) -> list[Told]:
    """Every difference of a set that is not trivial."""
    found = (daylight.compare(reports) for reports in stories(of))
    return [Told(d, c) for c in found for d in c.differences if d.kind not in TRIVIAL_KINDS]


def verdicts() -> list[Verdict]:
    """What was read so far."""
    return [Verdict(**json.loads(line)) for line in VERDICTS.read_text("utf-8").splitlines() if line]


def figures(of: str = "recession") -> list[Figure]:
    """Of what was read: how much is still told, and how much of that was accepted; the same for each kind and certainty."""
    present = {one.difference.id: one.difference.score for one in told(of)}
    read = [one for one in verdicts() if one.of == of]
    kept = [one for one in read if one.id in present]
    found = [share(f"accepted: {of}, read and still told", len(kept), len(read), detail=True)]
    found += by_word(f"accepted: {of}", ((present[one.id], not one.reason) for one in kept))
    return found + [_accepted(f"accepted: {of}", kept)] + [
        _accepted(f"accepted: {of}, {kind}", [one for one in kept if one.kind == kind], detail=True)
        for kind in sorted({one.kind for one in kept})
    ]  # fmt: skip


def _accepted(name: str, read: Sequence[Verdict], *, detail: bool = False) -> Figure:
    return share(name, sum(not one.reason for one in read), len(read), detail=detail)


def sample(differences: Iterable[Told], size: int, seed: int) -> list[Told]:
    """Differences drawn without replacement, the same for one seed whatever order they come in."""
    ordered = sorted(differences, key=lambda one: one.difference.id)
    return random.Random(seed).sample(ordered, min(size, len(ordered)))  # noqa: S311 (not for secrets)


def show(number: int, one: Told) -> str:
    """A difference for reading."""
    d, reports = one.difference, {report.id: report for report in one.found.reports}
    lines = [f"{number}. {d.id} {d.kind} ({d.rule}): {d.explanation}"]
    for place in d.evidence:
        text = reports[place.report].text
        before, after = text[max(0, place.span.start - AROUND) : place.span.start], text[place.span.end :][:AROUND]
        lines.append(f"   {place.report}: {before}>>{text[slice(*place.span)]}<<{after}".replace("\n", " "))
    if d.kind == "only-here":
        lines.append(f"   likest elsewhere: {_likest(one)}")
    return "\n".join(lines)


def _likest(one: Told) -> str:
    """The sentence of another report that shares most of what only one report is said to carry."""
    places, reports = one.difference.evidence, {report.id: report for report in one.found.reports}
    own = " ".join(reports[place.report].text[slice(*place.span)] for place in places)
    others = (r.text for r in reports.values() if r.id != places[0].report)
    lines = [line for text in others for line in text.replace("\n", ". ").split(". ") if line.strip()]
    rated = ((pair.likeness * pair.mutual, line) for line in lines if (pair := frame(own, line)).swaps is not None)
    value, line = max(rated, default=(0.0, ""))
    return f"{value:.2f} {line}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Read a sample of differences, or count the verdicts again.")
    parser.add_argument("--of", choices=SETS, default="recession", help="which stories")
    parser.add_argument("--sample", type=int, metavar="N", help="print this many differences for reading")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--typed", action="store_true", help="leave out what only one report carries")
    args = parser.parse_args()
    try:
        if not args.sample:
            print(table(figures(args.of)))
            return
        found = [one for one in told(args.of) if not (args.typed and one.difference.kind == "only-here")]
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    print(dict(Counter(one.difference.kind for one in found)))
    for number, one in enumerate(sample(found, args.sample, args.seed), 1):
        print(show(number, one))


if __name__ == "__main__":
    main()
