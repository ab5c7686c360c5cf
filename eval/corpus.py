"""Annotated articles for tuning: parsed once, then read from a cache until the code that makes them changes."""

from __future__ import annotations

import hashlib
import pickle
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import daylight
from daylight.align import pair_sentences
from daylight.annotate import annotate
from daylight.model import Annotated, Report, SentencePair
from eval.data import ROOT, digest

CACHE = ROOT / "build" / "eval"
BATCH = 50
PACKAGE = Path(daylight.__file__).parent
STAGES = ("ingest", "clean", "annotate")


@cache
def code_key() -> str:
    """A digest of everything that decides how an article is annotated: three stages, the word lists they load, the model."""
    code = [file for stage in STAGES for file in sorted((PACKAGE / stage).rglob("*.py"))]
    topics = {name for file in code for name in re.findall(r'load\("(\w+)"\)', file.read_text("utf-8"))}
    lists = [PACKAGE / "lexicon" / "en" / f"{topic}.toml" for topic in topics]
    return digest([*code, *lists, PACKAGE / "model.py"])


def annotated(paths: Sequence[Path]) -> list[Annotated]:
    """The article of each path, annotated, in order."""
    CACHE.mkdir(parents=True, exist_ok=True)
    homes = {path: CACHE / f"{_key(path)}.pickle" for path in paths}
    absent = [path for path in paths if not homes[path].exists()]
    for first in range(0, len(absent), BATCH):
        batch = absent[first : first + BATCH]
        for path, value in zip(batch, annotate([daylight.read(p) for p in batch]), strict=True):
            homes[path].write_bytes(pickle.dumps(value))
    return [pickle.loads(homes[path].read_bytes()) for path in paths]  # noqa: S301 (written by the lines above)


def story_of(reports: Sequence[Report]) -> tuple[tuple[Annotated, ...], tuple[SentencePair, ...]]:
    """The reports of one story, annotated, and the sentences of theirs that tell the same."""
    CACHE.mkdir(parents=True, exist_ok=True)
    parts = [code_key(), _pairing_key(), *(part for report in reports for part in (report.id, report.text))]
    home = CACHE / f"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:24]}.pickle"
    if not home.exists():
        read = tuple(annotate(reports))
        home.write_bytes(pickle.dumps((read, tuple(pair_sentences(read)))))
    found: tuple[tuple[Annotated, ...], tuple[SentencePair, ...]] = pickle.loads(home.read_bytes())  # noqa: S301
    return found


@cache
def _pairing_key() -> str:
    """A digest of the code that pairs sentences."""
    return digest([PACKAGE / "align", PACKAGE / "models" / "encoder.py"])


def _key(path: Path) -> str:
    return hashlib.sha256(f"{code_key()} {path.name} ".encode() + path.read_bytes()).hexdigest()[:24]
