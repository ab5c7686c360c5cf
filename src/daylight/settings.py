"""All options, in one frozen value that travels through the stages and is digested into every result."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of a comparison. Sizes are bytes, lengths code points, times seconds.

    ``attribution`` names the engine that finds attributions: "tagger", a trained network and rules together, or "rules",
    which needs no model but the parser's. ``max_bytes``, ``max_text`` and ``max_seconds`` hold for reading one report.
    """

    attribution: Literal["tagger", "rules"] = "tagger"
    max_bytes: int = 10_000_000
    max_text: int = 400_000
    max_reports: int = 200
    max_seconds: float = 30.0

    def digest(self) -> str:
        """Sixteen hexadecimal digits that change when any option changes."""
        blob = json.dumps(asdict(self), sort_keys=True).encode()
        return hashlib.sha256(blob).hexdigest()[:16]


DEFAULT = Settings()
