"""One corpus for all tests that only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.made import made, write_reports


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a corpus of all made reports."""
    folder = tmp_path_factory.mktemp("corpus")
    assert made(write_reports(folder / "news.jsonl"), folder / "out").finished
    return folder / "out"
