"""Word lists and rules as data, one folder a language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(topic: str, language: str = "en") -> dict[str, Any]:
    """The parsed TOML file of one topic. The value is shared: do not change it."""
    return tomllib.loads(resources.files(__package__).joinpath(language, f"{topic}.toml").read_text("utf-8"))
