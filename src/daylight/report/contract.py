"""The JSON contract ``daylight.comparison/1`` (docs/contract.md)."""

from __future__ import annotations

import json
from dataclasses import asdict

from daylight.model import Comparison

FORMAT = "daylight.comparison/1"


def to_json(comparison: Comparison) -> str:
    """The comparison as one JSON document."""
    return json.dumps({"format": FORMAT} | asdict(comparison), ensure_ascii=False, indent=1)
