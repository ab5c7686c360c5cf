"""Run the command line in this process, so that the language model is loaded once for all tests."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from daylight.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Run:
    """How one run of ``daylight`` ended."""

    code: int
    out: str
    err: str


Daylight = Callable[..., Run]


@pytest.fixture
def daylight(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Daylight:
    """``daylight("compare", path, stdin="…")`` runs the command; a traceback would fail the test."""

    def run(*arguments: object, stdin: str = "") -> Run:
        monkeypatch.setattr(sys, "argv", ["daylight", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main()
        shown = capsys.readouterr()
        assert "Traceback" not in shown.err
        code = end.value.code
        return Run(code if isinstance(code, int) else 0 if code is None else 1, shown.out, shown.err)

    return run
