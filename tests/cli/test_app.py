from __future__ import annotations

import contextlib
import os
import subprocess
import sys

import pytest

from daylight.version import VERSION
from tests.cli.conftest import Daylight

DAYLIGHT = [sys.executable, "-m", "daylight"]
COMMANDS = ("compare", "quotes", "pairs")


def test_version_is_the_package_version(daylight: Daylight) -> None:
    assert daylight("--version").out == f"daylight {VERSION}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples_and_exit_codes(daylight: Daylight, command: str) -> None:
    run = daylight(command, "--help")
    assert run.code == 0
    assert "Examples" in run.out
    assert f"daylight {command}" in run.out
    assert "Exit codes" in run.out


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys, daylight.cli\nsys.argv = ['daylight', '--help']\ntry: daylight.cli.main()\nexcept SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'onnxruntime', 'trafilatura', 'jinja2', 'dateparser'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603
    assert (run.returncode, run.stderr) == (0, "")


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    many = b'{"id": 1, "a": "yes", "b": "yes"}\n' * 20_000
    with subprocess.Popen(  # noqa: S603
        [*DAYLIGHT, "pairs", "--of", "quotes"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdin
        assert run.stdout
        assert run.stderr
        os.set_blocking(run.stdin.fileno(), False)
        run.stdin.write(many[:60_000])
        run.stdout.readline()
        run.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            run.stdin.close()
        errors = run.stderr.read()
    assert errors == b""
    assert run.returncode == 141
