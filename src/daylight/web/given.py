"""The form by which reports are given, as items to take in, and as what is shown again where that fails."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.datastructures import FormData, UploadFile

from daylight.ingest import Facts
from daylight.web.corrections import text
from daylight.web.intake import Item, addresses, parted


@dataclass(frozen=True, slots=True)
class Given:
    """What was written in the form. ``action`` is where it is sent, ``story`` the story that it is for, if any."""

    action: str
    story: str | None
    title: str
    text: str
    urls: str
    outlet: str
    published: str


def given(form: FormData, action: str, story: str | None = None) -> Given:
    """The fields of the form but for files, which a browser does not let be filled in again."""
    names = ("title", "text", "urls", "outlet", "published")
    return Given(action, story, **{name: text(form, name) for name in names})


async def items(form: FormData, written: Given) -> list[Item]:
    """The reports of the form: files, then texts, then addresses."""
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    uploaded = [Item(await one.read(), one.filename) for one in files]
    return [*uploaded, *_pasted(written), *addresses(written.urls)]


def sent(form: FormData) -> list[Item]:
    """The page that a browser sent, as it stood there when it was read; where only its address came, that."""
    content, address = text(form, "page"), text(form, "urls")
    if not content:
        return addresses(address)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return [Item(content.encode("utf-8", "replace"), facts=Facts(url=address or None, retrieved=now))]


def _pasted(written: Given) -> list[Item]:
    """The texts; what is said beside the field is said of one text, and of no several."""
    found = parted(written.text)
    facts = Facts(outlet=written.outlet or None, published=written.published or None)
    return [Item(found[0].data, facts=facts)] if len(found) == 1 else found
