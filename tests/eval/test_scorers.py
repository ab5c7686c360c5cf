from __future__ import annotations

from pathlib import Path

import pytest

from eval import annotation, attribution, event, ists, names, nanco, quotes, slots, speakers, statements
from eval.corpus import code_key
from eval.scorers import SCORERS, outcomes

OUTSIDE = tuple(name for name in SCORERS if name != "slots")
"""The scorers whose data is not in the repository."""


def case(score: float, *, same: bool) -> names.Case:
    return names.Case("a", "b", "person", same, score)


def test_best_f1_is_found_between_scores_and_never_inside_a_tie() -> None:
    cases = [case(0.9, same=True), case(0.8, same=True), case(0.8, same=False), case(0.1, same=True)]
    assert names.best_f1(cases) == pytest.approx(200 * 3 / (4 + 3))
    assert names.f1(cases, 0.85) == pytest.approx(200 * 1 / (1 + 3))
    assert max(names.f1(cases, t) for t in (0.1, 0.8, 0.9)) == pytest.approx(names.best_f1(cases))


class Article:
    """The two fields of the corpus scorer's document that cue classes are told from."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.toks = [(m, m + len(w)) for w, m in _offsets(text)]


def _offsets(text: str) -> list[tuple[str, int]]:
    found, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        found.append((word, start))
        start += len(word)
    return found


@pytest.mark.parametrize(
    ("cue", "speech", "expected"),
    [
        ("also said", True, "said"),
        ("according to", True, "according to"),
        ("told", True, "told"),
        ("insisted", True, "other communication"),
        ("hoped", False, "not communication"),
    ],
)
def test_an_attribution_is_classed_by_its_cue(cue: str, speech: bool, expected: str) -> None:
    doc = Article(cue)
    row = {"cue": frozenset(range(len(doc.toks))), "speech": speech, "source": {0}, "content": frozenset({0})}
    assert attribution.cue_class(doc, row) == expected


def test_classes_that_cut_across_are_added() -> None:
    row = {"cue": frozenset[int](), "speech": True, "source": frozenset[int](), "content": frozenset({0, 1, 5})}
    assert list(attribution.classes(Article(""), row)) == ["colon or dash", "no source", "several fragments"]


def test_every_scorer_is_skipped_with_a_reason_where_its_data_is_absent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DAYLIGHT_DATA", str(tmp_path))
    monkeypatch.setattr("eval.scorers.SCORERS", OUTSIDE)
    told = list(outcomes())
    assert tuple(outcome.scorer for outcome in told) == OUTSIDE
    assert all(str(tmp_path) in outcome.skipped for outcome in told)


@pytest.mark.parametrize("module", [annotation, attribution, event, ists, names, nanco, quotes, speakers, statements])
def test_a_scorer_alone_says_that_it_is_skipped(
    module: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DAYLIGHT_DATA", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["eval"])
    module.main()  # type: ignore[attr-defined]
    assert "skipped: no" in capsys.readouterr().out


def test_the_cache_key_is_stable() -> None:
    first = code_key()
    code_key.cache_clear()
    assert code_key() == first


def summary(score: float, *, kept: bool) -> statements.Case:
    return statements.Case("news", "a", "b", kept, (), score, score, score, score, "antonym_swap")


def test_balanced_accuracy_does_not_reward_one_answer() -> None:
    kept = [summary(0.9, kept=True) for _ in range(9)]
    assert statements.balanced([*kept, summary(0.9, kept=False)]) == 50.0
    assert statements.balanced([*kept, summary(0.1, kept=False)]) == 100.0


def test_the_threshold_of_a_question_is_that_of_the_others() -> None:
    cases = [nanco.Case(0, i, j, "a", "b", same, like, like) for i, j, same, like in ((0, 1, True, 0.7), (0, 2, False, 0.3))]
    assert 0.3 < nanco.best_threshold(cases) <= 0.7


@pytest.mark.parametrize(
    ("second", "kind", "outcome"),
    [
        ("Mara Quill said 14 boats were lost in the storm.", "number", "missed"),
        ("Mara Quill said 40 boats were lost in the storm.", "number", "told"),
        ("Mara Quill said 40 boats were lost in the storm.", "", "false"),
        ("Nothing was said by anybody on the island today.", "", "apart"),
    ],
)
def test_a_made_up_pair_is_told_missed_left_alone_or_apart(second: str, kind: str, outcome: str) -> None:
    row = {"slot": "number", "kind": kind, "a": "Mara Quill said 14 boats were lost in the storm.", "b": second}
    assert slots.score(row).outcome == outcome
