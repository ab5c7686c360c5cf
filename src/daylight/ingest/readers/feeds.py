"""RSS and Atom: the text that a feed itself carries of each entry, whole or a teaser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from daylight.errors import InputError, NotText
from daylight.ingest.decode import clean_code_points
from daylight.ingest.item import Item, Options
from daylight.ingest.opened import Opened, foreign
from daylight.ingest.text import Facts
from daylight.model import Skipped

_TAG_OR_REFERENCE = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>|&[#\w]{2,32};")


def read_feed(file: Opened, options: Options) -> Iterator[Item | Skipped]:
    """One report from each entry that has text. Feeds that are not well formed are read as far as they can be."""
    feed = parsed(file.whole(options.settings), file.where)
    for number, entry in enumerate(feed.entries, 1):
        part = f"entry {number}"
        text = text_of(entry)
        if text:
            yield item_from(text, facts_of(entry, feed.feed), part)
        else:
            yield Skipped("this entry has a title alone; give the page that it leads to", path=part)


def parsed(data: bytes, where: str) -> Any:
    """A feed as feedparser gives it. Raises InputError where the data are none, or have no entry."""
    import feedparser  # type: ignore[import-untyped]

    with foreign(where, "feed"):
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise NotText(where, "this is no RSS or Atom feed; give the address of the feed, not of its page")
    if not feed.entries:
        raise InputError(where, "there is no entry in this feed")
    return feed


def item_from(text: str, facts: Facts, part: str | None = None) -> Item:
    """What a feed carries of an entry, as markup where it has any."""
    return Item(text.encode(), text, "fragment" if _TAG_OR_REFERENCE.search(text) else "plain", facts, part)


def facts_of(entry: Any, feed: Any) -> Facts:
    """What a feed says of an entry."""
    return Facts(
        title=_fact(entry.get("title")),
        outlet=_fact((entry.get("source") or {}).get("title")) or _fact(feed.get("title")),
        url=_fact(entry.get("link")),
        published=_fact(entry.get("published")) or _fact(entry.get("updated")),
        language=_fact(feed.get("language")),
    )


def text_of(entry: Any) -> str:
    """The longest of what an entry has: the story whole if the feed carries it, else its summary."""
    found = [*(part.get("value") for part in entry.get("content") or ()), entry.get("summary")]
    texts = [clean_code_points(text) for text in found if isinstance(text, str)]
    return max(texts, key=len, default="").strip()


def _fact(value: Any) -> str | None:
    words = " ".join(value.split())[:2_000] if isinstance(value, str) else ""
    return clean_code_points(words) or None
