"""Do two outlets' answers to one question say the same? ``python -m eval.nanco``.

Every pair of answers of the NAnCo set, labelled by its clusters; four questions only, so the interval, drawn over answers,
is wide. The likeness is the mean of the cosine of the sentence encoder and the pair model's probability that one follows
from the other; the encoder alone, printed beside it, is better. As the authors of the set do, the threshold is chosen on
other questions: here on three.
P. Laban and others, Discord questions: a computational approach to diversity analysis in news coverage, EMNLP Findings 2022.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from daylight.models.encoder import embed
from daylight.models.pairs import same_content
from eval.command import show_cases
from eval.data import need
from eval.figures import Figure, table

DRAWS = 200


class Case(NamedTuple):
    """Two answers to one question: which they are, whether they say the same, how like they are, and by which threshold."""

    question: int
    first: int
    second: int
    a: str
    b: str
    same: bool
    likeness: float
    cosine: float
    threshold: float = 0.0


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("nanco", "nanco_dev.json")]


def run() -> list[Case]:
    """Every pair of answers of one question, with the threshold of the other questions."""
    questions = json.loads(data()[0].read_text("utf-8"))
    return across([case for i, question in enumerate(questions) for case in _question(i, question["answers"])])


def across(cases: Sequence[Case]) -> list[Case]:
    """The cases, each with the threshold that is best on the other questions."""
    questions = {case.question for case in cases}
    found = {q: best_threshold([case for case in cases if case.question != q]) for q in questions}
    return [case._replace(threshold=found[case.question]) for case in cases]


def _question(number: int, answers: list[dict[str, str]]) -> list[Case]:
    texts = [answer["Answer"] for answer in answers]
    vectors = embed(texts)
    found = []
    for i, j in combinations(range(len(texts)), 2):
        cosine = float(vectors[i] @ vectors[j])
        said = same_content([(texts[i], texts[j])])[0]
        same = answers[i]["cluster_global"] == answers[j]["cluster_global"]
        likeness = (cosine + max(said.same, said.a_follows, said.b_follows)) / 2
        found.append(Case(number, i, j, texts[i], texts[j], same, likeness, cosine))
    return found


def best_threshold(cases: Sequence[Case]) -> float:
    """The threshold with which most comes out right."""
    return max((t / 50 for t in range(1, 50)), key=lambda t: balanced([case._replace(threshold=t) for case in cases]))


def balanced(cases: Sequence[Case]) -> float:
    """Mean of the shares found among the same and among the others, in per cent."""
    sides = [[(c.likeness >= c.threshold) == c.same for c in cases if c.same == same] for same in (True, False)]
    shares = [sum(side) / len(side) for side in sides if side]
    return 100 * sum(shares) / len(shares) if shares else 100.0


def _interval(cases: Sequence[Case]) -> tuple[float, float]:
    """95 %, the answers of each question drawn again with replacement."""
    rng = random.Random(1)  # noqa: S311 (not for secrets: the same draws every time)
    values = []
    for _ in range(DRAWS):
        counts: dict[tuple[int, int], int] = {}
        for question in {case.question for case in cases}:
            answers = sorted({n for case in cases if case.question == question for n in (case.first, case.second)})
            for answer in rng.choices(answers, k=len(answers)):
                counts[question, answer] = counts.get((question, answer), 0) + 1
        again = [
            case
            for case in cases
            for _ in range(counts.get((case.question, case.first), 0) * counts.get((case.question, case.second), 0))
        ]
        values.append(balanced(again or cases))
    values.sort()
    return values[int(0.025 * DRAWS)], values[int(0.975 * DRAWS)]


def figures(cases: Sequence[Case] = ()) -> list[Figure]:
    """Balanced accuracy, and each question's."""
    cases = cases or run()
    low, high = _interval(cases)
    found = [Figure("answers: same position told from another", balanced(cases), len(cases), low, high)]
    alone = across([case._replace(likeness=case.cosine) for case in cases])
    found.append(Figure("answers: by the sentence encoder alone", balanced(alone), len(alone), detail=True))
    for question in sorted({case.question for case in cases}):
        own = [case for case in cases if case.question == question]
        found.append(Figure(f"answers: question {question + 1}", balanced(own), len(own), detail=True))
    return found


def show(cases: list[Case], errors: bool) -> None:
    """Print the figures, on request with the pairs furthest on the wrong side."""
    print(table(figures(cases)))
    wrong = [case for case in cases if (case.likeness >= case.threshold) != case.same]
    for case in sorted(wrong, key=lambda c: -abs(c.likeness - c.threshold))[:40] if errors else ():
        print(f"{'same' if case.same else 'other'} {case.likeness:.2f}  {case.a}  |  {case.b}")


def main() -> None:
    """Print the figures, and on request what came out wrong."""
    show_cases("Score answers that may take the same position.", run, show)


if __name__ == "__main__":
    main()
