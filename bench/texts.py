"""Texts to time: real news where the data folder has it, else the project's own examples."""

from __future__ import annotations

import itertools
from pathlib import Path

from eval.data import ROOT, NoData, need

EXAMPLES = ROOT / "examples"


def articles(limit: int) -> tuple[str, list[Path]]:
    """Where the texts come from, and their files."""
    try:
        return "news articles", sorted(need("polnear", "dev", "text").glob("*.txt"))[:limit]
    except NoData:
        return "our examples", sorted(EXAMPLES.glob("*/*.txt"))[:limit]


def story(folder: Path, reports: int, words: int) -> list[Path]:
    """Files of one made-up story: the examples' paragraphs, in turn, until each report has enough words."""
    sources = sorted(path for path in EXAMPLES.glob("*/*.txt") if path.name != "README.txt")
    paragraphs = [line for path in sources for line in path.read_text("utf-8").splitlines() if len(line.split()) > 10]
    return [_write(folder / f"report-{n}.txt", paragraphs[n:] + paragraphs[:n], words) for n in range(reports)]


def _write(path: Path, paragraphs: list[str], words: int) -> Path:
    chosen: list[str] = []
    for paragraph in itertools.cycle(paragraphs):
        if sum(len(line.split()) for line in chosen) >= words:
            break
        chosen.append(paragraph)
    path.write_text("\n\n".join(chosen) + "\n", "utf-8")
    return path
