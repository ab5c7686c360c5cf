"""Read one file into a report."""

from __future__ import annotations

import hashlib
from pathlib import Path

from daylight.clean import blocks_of
from daylight.model import Report, Source
from daylight.settings import DEFAULT, Settings


def read(path: str | Path, settings: Settings = DEFAULT) -> Report:
    """Read one report from a file."""
    data = Path(path).read_bytes()
    text = data.decode("utf-8")
    source = Source(path=str(path), sha256=hashlib.sha256(data).hexdigest(), media_type="text/plain")
    return Report(id=Path(path).stem, text=text, source=source, blocks=blocks_of(text), language="en")
