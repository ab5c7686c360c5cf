"""IPTC ninjs, "news in JSON": its three living lines, 1.8, 2.4 and 3.3, told apart by their keys.

Line 1 has one property a body (``body_html``, ``body_text``), lines 2 and 3 a list ``bodies`` of objects with ``role``,
``contenttype`` and ``value``; line 3 writes its keys in camel case (``contentType``, ``versionCreated``). Read without
regard to case the last two are one. Source: the standard's own field lists, iptc.org/standards/ninjs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from daylight.errors import InputError
from daylight.ingest.decode import clean_code_points
from daylight.ingest.item import Item
from daylight.ingest.text import Facts
from daylight.model import Skipped

_MARKUP = re.compile(r"</?(?:p|br|div|blockquote|ul|ol|li|h[1-6]|body|span|a|b|i|em|strong)\b[^<>]{0,2000}>", re.IGNORECASE)
_BODIES = ("body_xhtml", "body_html", "body_richtext", "body_main", "body_text")
"""Line 1, the best first: markup says where paragraphs end and what is a quotation set apart."""
_WITHDRAWN = frozenset({"canceled", "cancelled", "withheld"})
DEEPEST = 3
"""Levels of a package that are read."""


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a ninjs item: an address, and a body or a package."""
    return "uri" in record and "text" not in record and any(_is_telling(key) for key in record)


def _is_telling(key: str) -> bool:
    return key.startswith(("body_", "headline_")) or key in {"bodies", "associations", "standard", "pubstatus", "pubStatus"}


def ninjs_items(record: Mapping[str, Any], part: str | None, depth: int = 0) -> Iterator[Item | Skipped]:
    """The story of an item, or the stories of a package. Raises InputError where there is neither."""
    item = {key.lower(): value for key, value in record.items()}
    if str(item.get("pubstatus", "usable")).lower() in _WITHDRAWN:
        yield Skipped(f"its publisher has withdrawn it (pubstatus {item['pubstatus']})", path=part)
        return
    body = _body(item)
    if body:
        text = clean_code_points(body)
        yield Item(text.encode(), text, "fragment" if _MARKUP.search(text) else "plain", _facts(item), part)
        return
    inside = [found for found in _values(item.get("associations")) if is_ninjs(found)] if depth < DEEPEST else []
    if not inside:
        raise InputError(part or "", "this ninjs item has no body: a picture, or a notice; give the item with its text")
    for number, found in enumerate(inside, 1):
        inner = f"{part}, item {number}" if part else f"item {number}"
        try:
            yield from ninjs_items(found, inner, depth + 1)
        except InputError as error:
            yield Skipped(error.reason, path=inner)


def _body(item: Mapping[str, Any]) -> str | None:
    """The main body, with markup if there is a choice."""
    others = sorted(key for key in item if key.startswith("body_") and key not in _BODIES)
    first = [value for key in (*_BODIES, *others) if isinstance(value := item.get(key), str)]
    listed = [{key.lower(): value for key, value in body.items()} for body in _values(item.get("bodies"))]
    listed = [body for body in listed if isinstance(body.get("value"), str)]
    listed.sort(key=lambda body: (body.get("role", "main") != "main", "html" not in str(body.get("contenttype"))))
    found = [*first, *(body["value"] for body in listed)]
    return next((body for body in found if body.strip()), None)


def _facts(item: Mapping[str, Any]) -> Facts:
    uri = _text(item.get("uri"))
    events = [_text(event.get("uri")) or _name(event) for event in _values(item.get("event") or item.get("events"))]
    return Facts(
        title=_headline(item),
        outlet=_outlet(item),
        url=uri if uri and uri.startswith(("http://", "https://")) else None,
        published=_text(item.get("versioncreated")) or _text(item.get("firstcreated")),
        language=_text(item.get("language")),
        event=events[0] if len(events) == 1 else None,
    )


def _headline(item: Mapping[str, Any]) -> str | None:
    listed = sorted(_values(item.get("headlines")), key=lambda one: one.get("role", "main") != "main")
    told = (item.get("headline"), item.get("headline_main"), *(one.get("value") for one in listed))
    return next((words for value in told if (words := _text(value))), None)


def _outlet(item: Mapping[str, Any]) -> str | None:
    """Who sent it: the first source of information, else the holder of the copyright."""
    sources = _values(item.get("infosource") or item.get("infosources"))
    return next((name for source in sources if (name := _name(source))), None) or _text(item.get("copyrightholder"))


def _name(thing: Mapping[str, Any]) -> str | None:
    return _text(thing.get("name"))


def _text(value: Any) -> str | None:
    """Text of a length that a fact may have, cleaned; None for anything else."""
    return clean_code_points(value.strip()) if isinstance(value, str) and 0 < len(value.strip()) <= 2_000 else None


def _values(value: Any) -> list[Mapping[str, Any]]:
    """The objects of a list, or of an object whose keys are names, as in the associations of line 1."""
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in found if isinstance(one, dict)]
