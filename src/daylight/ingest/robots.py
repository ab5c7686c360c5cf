"""What the owner of a site lets programs read: robots.txt, as RFC 9309 has it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protego import Protego

MOST_BYTES = 500_000
"""RFC 9309, section 2.5: at least 500 kibibytes are to be read; what lies beyond may be left."""

Get = Callable[[str], Awaitable[tuple[int, bytes]]]
"""Gives the status and the body of an address; raises where there is no answer."""


@dataclass(slots=True)
class Robots:
    """The rules of the sites that were asked, each read once."""

    agent: str
    known: dict[str, Protego | None] = field(default_factory=dict)

    async def allow(self, url: str, site: str, get: Get) -> bool:
        """Whether ``url`` of ``site`` ("https://news.example") may be read."""
        if site not in self.known:
            self.known[site] = await _rules(site, get)
        rules = self.known[site]
        return rules is not None and bool(rules.can_fetch(url, self.agent))


async def _rules(site: str, get: Get) -> Protego | None:
    """The rules of a site; none where it cannot say them now (section 2.3.1.4: then everything is disallowed)."""
    from protego import Protego

    status, body = await get(f"{site}/robots.txt")
    if status >= 500:
        return None
    return Protego.parse(body[:MOST_BYTES].decode("utf-8", "replace") if status == 200 else "")
