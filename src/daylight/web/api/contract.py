"""A comparison as an answer: the JSON of the contract."""

from __future__ import annotations

from typing import Any

from fastapi import Response

from daylight.model import Comparison
from daylight.report import to_json
from daylight.report.contract import FORMAT

ANSWER: dict[int | str, dict[str, Any]] = {
    200: {
        "description": f"A comparison, {FORMAT} (docs/contract.md)",
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["format", "made_by", "reports", "entities", "attributions", "statements", "differences"],
                    "properties": {"format": {"const": FORMAT}},
                }
            }
        },
    }
}


def answer(comparison: Comparison) -> Response:
    """The comparison, as ``--format json`` writes it."""
    return Response(to_json(comparison).encode("utf-8"), media_type="application/json")
