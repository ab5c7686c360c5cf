"""Every anchor and permalink of the page, built in one place."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

from daylight.model import Place
from daylight.offsets import digest

_OWN_ID = re.compile(r"[a-z]{1,12}-[0-9a-f]{6,64}(?:-\d{1,4})?", re.ASCII)

What = Literal["report", "statement", "attribution", "difference", "entity", "position", "count"]


def anchor(what: What, key: str) -> str:
    """The anchor of a thing. Ids made by Daylight stand as they are; any other is digested, since it may hold anything."""
    return key if _OWN_ID.fullmatch(key) else digest(what, key)


def place_anchor(place: Place) -> str:
    """The anchor of a stretch of a report's text."""
    return f"{anchor('report', place.report)}_{place.span.start}-{place.span.end}"


def web_address(url: str | None) -> str | None:
    """The URL if a browser may follow it: http or https with a host. Anything else is shown as text, never linked."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    plain = url.isprintable() and not any(char in url for char in " \"'<>\\`")
    return url if parts.scheme in ("http", "https") and parts.hostname and plain else None
