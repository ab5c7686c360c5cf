"""A writer that is killed at any moment loses nothing that was confirmed, and leaves nothing half-written."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from daylight.store import Library

WRITER = Path(__file__).parent / "writer.py"
KILLS = 6


def test_what_was_confirmed_survives_every_kill(tmp_path: Path) -> None:
    path, chance = tmp_path / "library.db", random.Random(7)  # noqa: S311 - chance, no secret
    confirmed: list[str] = []
    for turn in range(KILLS):
        command = [sys.executable, str(WRITER), str(path), str(turn)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - our own script
            assert child.stdout is not None
            first = child.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.15))
            child.kill()
            confirmed += [first.strip(), *(line.strip() for line in child.stdout if line.endswith("\n"))]
    with Library.open(path) as library:
        assert library.problems() == ()
        stories = {story.id: story for story in library.stories(100_000)}
        assert set(confirmed) <= stories.keys()
        assert len(confirmed) >= KILLS
        assert all(len(library.reports(key)) == stories[key].reports > 0 for key in stories)
