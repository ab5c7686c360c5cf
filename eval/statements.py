"""Altered summaries against harmless rewordings, in pair mode: ``python -m eval.statements [--errors]``.

Each pair of the SummEdits set is an original summary and an edited one; the label says whether the edit kept the facts. The
shipped pair model learnt from these very pairs, so they are judged here by the answers of four networks trained the same
way, each without one document of every domain: ``training/pairs/folds.json``, made by ``python -m training.pairs folds``.
A score of ``compare_statements`` at SAME or higher says that the facts were kept; nothing was chosen by this figure.

Harmless edits of the set often change more words than altering ones, which a network may learn. "By the worst change alone"
leaves that out: each change of a pair is judged by itself, and the pair by the least of these.
P. Laban and others, SummEdits: measuring LLM ability at factual reasoning, EMNLP 2023.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from daylight.compare import compare_statements
from daylight.compare.statements import SAME
from daylight.models.pairs import UNCHANGED, Verdict
from eval.certainty import by_word
from eval.command import show_cases
from eval.data import ROOT, need
from eval.figures import Figure, bootstrap, share, table

ANSWERS = ROOT / "training" / "pairs" / "folds.json"
TYPES = ("entity_modification", "antonym_swap", "hallucinated_fact_insertion", "negation_insertion_removal")
"""The set's names of edits, in the order of the last four answers."""


class Case(NamedTuple):
    """One labelled pair: its domain and texts, whether the facts were kept, its kinds of edit, and what we say.

    Scores are those of network and typed slots together, of either of them, and of the worst change by itself.
    """

    domain: str
    a: str
    b: str
    kept: bool
    types: tuple[str, ...]
    score: float
    network: float
    slots: float
    worst: float
    told: str


def data() -> list[Path]:
    """The files of the set that the figures depend on; ANSWERS goes with the code."""
    return sorted(need("summedits").glob("summedits_*.json"))


def run() -> list[Case]:
    """Compare every pair whose two summaries differ."""
    answers = json.loads(ANSWERS.read_text("utf-8"))
    return [
        _case(path.stem.removeprefix("summedits_"), row, answers)
        for path in data()
        for row in json.loads(path.read_text("utf-8"))
        if row["original_summary"] != row["summary"]
    ]


def _case(domain: str, row: dict[str, Any], answers: dict[str, Any]) -> Case:
    a, b = row["original_summary"], row["summary"]
    held = answers[hashlib.sha256(f"{a}\0{b}".encode()).hexdigest()[:16]]
    said = Verdict(*held["answers"])
    likeliest = TYPES[max(range(4), key=lambda i: said[4 + i])]
    score, slots = (compare_statements(a, b, verdict).score for verdict in (said, UNCHANGED))
    scores = (score, said.same, slots, held["alone"])
    return Case(domain, a, b, row["label"] == 1, tuple(row["edit_types"]), *scores, likeliest)


def balanced(cases: Sequence[Case], score: Callable[[Case], float] = lambda case: case.score) -> float:
    """Mean of the shares found among kept and among altered pairs, in per cent: balanced accuracy."""
    kept = [score(case) >= SAME for case in cases if case.kept]
    altered = [score(case) < SAME for case in cases if not case.kept]
    shares = [sum(side) / len(side) for side in (kept, altered) if side]
    return 100 * sum(shares) / len(shares) if shares else 100.0


def mean(cases: Sequence[Case], score: Callable[[Case], float] = lambda case: case.score) -> float:
    """Balanced accuracy as the mean over domains."""
    domains = sorted({case.domain for case in cases})
    return sum(balanced([case for case in cases if case.domain == domain], score) for domain in domains) / len(domains)


def figures() -> list[Figure]:
    """Balanced accuracy over domains, by the worst change alone, of each; what words are worth; the kinds of edit."""
    cases = run()
    low, high = bootstrap(cases, mean, 200)
    found = [
        Figure("statements: altered told from reworded", mean(cases), len(cases), low, high),
        Figure("statements: by the worst change alone", mean(cases, lambda case: case.worst), len(cases)),
    ]
    ways: dict[str, Callable[[Case], float]] = {"network": lambda case: case.network, "typed slots": lambda case: case.slots}
    for way, score in ways.items():
        found.append(Figure(f"statements: by the {way} alone", mean(cases, score), len(cases), detail=True))
    for domain in sorted({case.domain for case in cases}):
        own = [case for case in cases if case.domain == domain]
        found.append(Figure(f"statements: {domain}", balanced(own), len(own), detail=domain != "news"))
    found += by_word("statements", ((1 - case.score, not case.kept) for case in cases if case.score < SAME))
    return found + kinds([case for case in cases if case.types and not case.kept])


def kinds(altered: Sequence[Case]) -> list[Figure]:
    """How often the likeliest kind is one of the pair's, a constant answer beside it; and each kind."""
    found = [share("statements: kind of edit right", sum(c.told in c.types for c in altered), len(altered))]
    always = max(sum(kind in case.types for case in altered) for kind in TYPES)
    found.append(share("statements: kind of edit, always the same", always, len(altered), detail=True))
    single = [case for case in altered if len(case.types) == 1]
    for kind in TYPES:
        own = [case for case in single if case.types[0] == kind]
        found.append(share(f"statements: {kind} alone", sum(c.told == kind for c in own), len(own), detail=True))
    return found


def show(cases: list[Case], errors: bool) -> None:
    """Print the figures, on request with the pairs that came out wrong."""
    print(table(figures()))
    for case in cases if errors else ():
        if (case.score >= SAME) != case.kept:
            print(f"\n{case.domain} {'kept' if case.kept else 'altered'} {case.score} {case.types}\n  {case.a}\n  {case.b}")


def main() -> None:
    """Print the figures, and on request what came out wrong."""
    show_cases("Score statements that may have been altered.", run, show)


if __name__ == "__main__":
    main()
