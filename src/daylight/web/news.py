"""What a further report, a correction or an undoing changed in a story."""

from __future__ import annotations

from typing import NamedTuple


class News(NamedTuple):
    """A change in words, and the place on the page that shows it; "" where there is none."""

    text: str
    href: str = ""
