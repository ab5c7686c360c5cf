from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from eval.data import NoData, digest, need
from eval.figures import Figure, bootstrap, share, table
from eval.gate import FLOORS, Floors, complaints, floor_of, updated
from eval.scorers import Outcome


def outcome(value: float, data: str = "d1") -> Outcome:
    return Outcome("quotes", (Figure("quotes: right", value, 10),), data, 0.0)


PINNED = Floors({"quotes: right": 80.0}, {"quotes": "d1"})


@pytest.mark.parametrize(("value", "wrong"), [(80.0, 0), (99.0, 0), (79.96, 1), (12.0, 1)])
def test_a_figure_under_its_floor_is_refused(value: float, wrong: int) -> None:
    assert len(complaints(outcome(value), PINNED)) == wrong


def test_other_data_is_no_comparison() -> None:
    assert "other data" in complaints(outcome(99.0, "d2"), PINNED)[0]


def test_a_figure_that_is_measured_no_more_is_missed() -> None:
    assert "no more" in complaints(Outcome("quotes", (), "d1", 0.0), PINNED)[0]


def test_a_skipped_scorer_passes() -> None:
    assert complaints(Outcome("quotes", (), "", 0.0, "no data"), PINNED) == []


def test_update_raises_a_floor() -> None:
    new, refused = updated([outcome(83.27, "d2")], PINNED, None)
    assert (new.floors, new.data, new.lowered, refused) == ({"quotes: right": 83.2}, {"quotes": "d2"}, [], [])


def test_update_lowers_a_floor_only_for_a_reason() -> None:
    kept, refused = updated([outcome(70.0)], PINNED, None)
    assert kept.floors == PINNED.floors
    assert len(refused) == 1
    lower, refused = updated([outcome(70.0)], PINNED, "new gold")
    assert (lower.floors, refused) == ({"quotes: right": 70.0}, [])
    assert lower.lowered == ["quotes: right: 80.0 to 70.0: new gold"]


def test_floors_survive_their_file(tmp_path: Path) -> None:
    PINNED.write(tmp_path / "floors.json")
    assert Floors.read(tmp_path / "floors.json") == PINNED
    assert Floors.read(tmp_path / "none.json") == Floors()


def test_the_shipped_floors_can_be_read_and_are_shares() -> None:
    shipped = Floors.read(FLOORS)
    assert shipped.floors
    assert all(0 <= floor <= 100 for floor in shipped.floors.values())


def test_a_floor_is_the_figure_cut_to_one_decimal() -> None:
    assert [floor_of(Figure("x", value, 1)) for value in (62.89, 100 * 0.629, 100.0)] == [62.8, 62.9, 100.0]


def test_the_interval_holds_the_statistic_and_repeats() -> None:
    groups = [1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0]

    def mean(drawn: Sequence[float]) -> float:
        return 100.0 * sum(drawn) / len(drawn)

    low, high = bootstrap(groups, mean)
    assert low < mean(groups) < high
    assert (low, high) == bootstrap(groups, mean)


def test_a_table_shows_count_and_interval() -> None:
    assert "75.0" in table([share("x", 3, 4)])
    assert "[70.0 – 80.0]" in table([Figure("x", 75.0, 4, 70.0, 80.0)])


def test_absent_data_is_told_by_its_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DAYLIGHT_DATA", str(tmp_path))
    with pytest.raises(NoData, match="gold"):
        need("gold", "quotes.jsonl")


def test_the_digest_of_data_follows_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("1")
    before = digest([tmp_path])
    (tmp_path / "a.txt").write_text("2")
    assert digest([tmp_path]) != before
