"""Altered summaries against harmless rewordings, in pair mode: ``python -m eval.statements [--kinds]``.

Each pair of the SummEdits set is an original summary and an edited one; the label says whether the edit kept the facts. A
score of ``compare_statements`` at SAME or higher says that it did. Nothing is trained or tuned on a domain here; FAR in
``daylight.compare.statements`` was set on the same pairs, so the figure is one of development.
P. Laban and others, SummEdits: measuring LLM ability at factual reasoning, EMNLP 2023.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from daylight.compare import compare_statements
from eval.data import NoData, need
from eval.figures import Figure, bootstrap

SAME = 0.5
"""``compare_statements`` gives this much and more to texts with the same content."""


class Case(NamedTuple):
    """One labelled pair: its domain, whether the facts were kept, our score and the kinds of difference we tell."""

    domain: str
    kept: bool
    score: float
    kinds: tuple[str, ...]


def data() -> list[Path]:
    """The files that the figures depend on."""
    return sorted(need("summedits").glob("summedits_*.json"))


def run() -> list[Case]:
    """Compare every pair whose two summaries differ."""
    found = []
    for path in data():
        domain = path.stem.removeprefix("summedits_")
        for row in json.loads(path.read_text("utf-8")):
            if row["original_summary"] != row["summary"]:
                pair = compare_statements(row["original_summary"], row["summary"])
                found.append(Case(domain, row["label"] == 1, pair.score, pair.kinds))
    return found


def balanced(cases: Sequence[Case]) -> float:
    """Mean of the shares found among kept and among altered pairs, in per cent: balanced accuracy."""
    kept = [case.score >= SAME for case in cases if case.kept]
    altered = [case.score < SAME for case in cases if not case.kept]
    shares = [sum(side) / len(side) for side in (kept, altered) if side]
    return 100 * sum(shares) / len(shares) if shares else 100.0


def figures() -> list[Figure]:
    """Balanced accuracy as the mean over domains, with that of each domain as a detail."""
    cases = run()
    domains = sorted({case.domain for case in cases})
    own = {domain: [case for case in cases if case.domain == domain] for domain in domains}
    mean = sum(balanced(held) for held in own.values()) / len(domains)
    low, high = bootstrap(cases, balanced)
    found = [Figure("statements: altered told from reworded", mean, len(cases), low, high)]
    return found + [Figure(f"statements: {domain}", balanced(held), len(held), detail=True) for domain, held in own.items()]


def main() -> None:
    """Print the figures, and on request how often each kind is told of altered and of kept pairs."""
    parser = argparse.ArgumentParser(description="Score statements that may have been altered.")
    parser.add_argument("--kinds", action="store_true", help="count the kinds told, for altered and for kept pairs")
    args = parser.parse_args()
    try:
        cases = run()
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    for domain in sorted({case.domain for case in cases}):
        own = [case for case in cases if case.domain == domain]
        print(f"{domain:20s} {balanced(own):5.1f}  n {len(own)}")
    counts = Counter((kind, case.kept) for case in cases for kind in case.kinds)
    for kind in sorted({kind for kind, _ in counts}) if args.kinds else ():
        print(f"{kind:20s} altered {counts[kind, False]:4d}, kept {counts[kind, True]:4d}")


if __name__ == "__main__":
    main()
