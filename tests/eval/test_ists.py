from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from eval import ists
from eval.chunks import Rarity, chunks, numbers
from eval.links import Link, f1
from eval.perceptron import Perceptron

EQUI, SIMI = Link(frozenset({"EQUI"}), 5), Link(frozenset({"SIMI"}), 3)
FIRST = ["Harbour board", "to close", "old pier", ",", "residents say"]
SECOND = ["Old pier", "to be shut", "on Friday"]

SENTENCE = """<sentence id="1" status="">
// Board shuts pier .
// Old pier closed
<alignment>
2 <==> 3 // SIMI_FACT // 3 // shuts <==> closed
3 4 <==> 1 2 // SPE2 // 4 // pier . <==> Old pier
1 <==> 0 // NOALI // 0 // Board <==> -not aligned-
</alignment>
</sentence>
"""


def test_the_same_links_are_fully_right() -> None:
    links = {(0, 0): EQUI, (1, 1): SIMI}
    assert f1([(links, links)], types=True, scores=True) == 100.0


def test_types_and_scores_count_where_asked() -> None:
    pairs = [({(0, 0): EQUI}, {(0, 0): SIMI})]
    assert f1(pairs, types=False, scores=False) == 100.0
    assert f1(pairs, types=False, scores=True) == pytest.approx(60.0)
    assert f1(pairs, types=True, scores=False) == 0.0


def test_a_token_of_many_links_counts_once() -> None:
    gold = {(0, 0): EQUI, (0, 1): EQUI, (0, 2): EQUI, (1, 3): EQUI}
    assert f1([(gold, {(1, 3): EQUI})], types=False, scores=False) == pytest.approx(200 * 0.5 / 1.5)


def test_nothing_told_is_nothing_right() -> None:
    assert f1([({(0, 0): EQUI}, {})], types=False, scores=False) == 0.0


def test_the_set_is_read_as_links_of_tokens_without_marks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "ists_headlines" / "train"
    folder.mkdir(parents=True)
    for end, text in (
        ("sent1.chunk.txt", "[ Board ] [ shuts ] [ pier . ]\n"),
        ("sent2.chunk.txt", "[ Old pier ] [ closed ]\n"),
    ):
        (folder / f"STSint.input.headlines.{end}").write_text(text, "utf-8")
    (folder / "STSint.input.headlines.wa").write_text(SENTENCE, "utf-8")
    monkeypatch.setenv("DAYLIGHT_DATA", str(tmp_path))
    (case,) = ists.read()
    assert [chunk.text for chunk in case.first] == ["Board", "shuts", "pier ."]
    assert set(case.gold) == {(1, 2), (2, 0), (2, 1)}
    assert case.gold[1, 2] == Link(frozenset({"SIMI", "FACT"}), 3.0)


def test_chunks_of_one_thing_lie_nearest() -> None:
    first, second = chunks([FIRST, SECOND])
    measured = numbers(first, second, Rarity([first, second]))
    assert measured.shape[:2] == (5, 3)
    assert np.isfinite(measured).all()
    overlap = measured[:, :, 0]
    assert overlap[2].argmax() == 0
    assert overlap[2, 0] == 1.0


def test_a_network_learns_what_no_single_feature_tells() -> None:
    rows = np.random.default_rng(1).choice([-1.0, 1.0], (600, 2))
    classes = (rows[:, 0] * rows[:, 1] > 0).astype(np.int64)
    network = Perceptron(rows, classes, np.ones(600), 0)
    assert (network(rows).argmax(1) == classes).mean() > 0.95
