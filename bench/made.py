"""Small files of every format that is read, made up: what the readers' tests and their mutants begin from."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterable

PARAGRAPHS = (
    "Harbour minister Ilse Vandermolen said on Monday that the Kestrel ferry would not sail before the inquiry ended.",
    "“We owe it to the families,” she said. “Nobody will be hurried.”",
    "The owner, Otto Krane, told the Pier Gazette that 14 of the 57 lifeboats had been checked and the rest were sound.",
)
STORY = "\n\n".join(PARAGRAPHS)
MARKUP = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
PAGE = (
    "<!DOCTYPE html><html lang=en><head><title>Ferry stays in port</title>"
    '<meta property="og:site_name" content="Pier Gazette"></head><body><nav><a href="/">Home</a></nav>'
    f"<article><h1>Ferry stays in port</h1>{MARKUP}</article></body></html>"
)
FACTS = {
    "title": "Ferry stays in port",
    "outlet": "Pier Gazette",
    "url": "https://pier.example/1",
    "published": "2025-05-05",
}


def json_lines(count: int = 3) -> bytes:
    """One report a line."""
    return b"".join(json.dumps(FACTS | {"text": f"{STORY} {n}"}).encode() + b"\n" for n in range(count))


def table(separator: str = ",") -> bytes:
    """CSV with a text over several lines."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([["text", *FACTS], [STORY, *FACTS.values()], [STORY + " Again.", *FACTS.values()]])
    return out.getvalue().encode()


def parquet(texts: Iterable[str | None] = (STORY, STORY + " Again.")) -> bytes:
    """A Parquet file of a column of texts and one of titles."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    rows = list(texts)
    pq.write_table(pa.table({"text": rows, "title": ["Ferry stays in port"] * len(rows)}), out)
    return out.getvalue()


def feed(body: str = MARKUP) -> bytes:
    """RSS with one whole story and one title alone."""
    escaped = body.replace("&", "&amp;").replace("<", "&lt;")
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Pier Gazette</title><language>en</language>'
        "<item><title>Ferry stays in port</title><link>https://pier.example/1</link>"
        f"<pubDate>Mon, 05 May 2025 10:00:00 GMT</pubDate><description>{escaped}</description></item>"
        "<item><title>More soon</title></item></channel></rss>"
    ).encode()


def atom() -> bytes:
    """Atom with one story as XHTML."""
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Pier Gazette</title><entry>'
        '<title>Ferry stays in port</title><link href="https://pier.example/1"/><updated>2025-05-05T10:00:00Z</updated>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{MARKUP}</div></content></entry></feed>'
    ).encode()


def ninjs(line: int = 3) -> bytes:
    """One item in the first, second or third line of the standard."""
    whole = {"uri": "https://agency.example/1", "type": "text", "language": "en-GB"}
    dates = {"versionCreated" if line == 3 else "versioncreated": "2025-05-05T10:00:00Z"}
    if line == 1:
        return json.dumps(whole | dates | {"headline": FACTS["title"], "pubstatus": "usable", "body_html": MARKUP}).encode()
    kind = "contentType" if line == 3 else "contenttype"
    bodies = [{"role": "main", kind: "text/plain", "value": STORY}, {"role": "main", kind: "text/html", "value": MARKUP}]
    return json.dumps(whole | dates | {"headlines": [{"role": "main", "value": FACTS["title"]}], "bodies": bodies}).encode()


def newsml() -> bytes:
    """One news item with its story as XHTML."""
    return (
        '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:1">'
        '<itemMeta><provider literal="Agency"/><versionCreated>2025-05-05T10:00:00Z</versionCreated>'
        '<pubStatus qcode="stat:usable"/></itemMeta>'
        f'<contentMeta><headline>{FACTS["title"]}</headline><language tag="en-GB"/></contentMeta><contentSet>'
        f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No story</title></head><body>{MARKUP}</body>'
        "</html></inlineXML></contentSet></newsItem>"
    ).encode()


def warc_record(
    page: bytes = PAGE.encode(),
    *,
    url: str = "https://pier.example/1",
    head: str = "",
    status: str = "200 OK",
    charset: str = "utf-8",
) -> bytes:
    """One response as a crawler keeps it."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset={charset}\r\n{head}\r\n".encode() + page
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-05-05T10:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http;msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def warc(*, packed: bool = False, count: int = 3) -> bytes:
    """Some responses; ``packed``: each a gzip member of its own, as is usual."""
    records = [warc_record(url=f"https://pier.example/{n}") for n in range(count)]
    return b"".join(map(gzip.compress, records) if packed else records)


def pdf(lines: Iterable[str] = PARAGRAPHS, stream: bytes | None = None) -> bytes:
    """One page; ``stream`` are its drawing operations, already packed, in the place of those that print ``lines``."""
    shown = "".join(f"({_escaped(line)}) Tj 0 -14 Td " for line in lines)
    packed = zlib.compress(f"BT /F1 10 Tf 40 780 Td {shown}ET".encode("cp1252")) if stream is None else stream
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%b endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + table + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def files() -> dict[str, bytes]:
    """A file of each format under a name that fits it."""
    return {
        "story.txt": STORY.encode(),
        "page.html": PAGE.encode(),
        "story.pdf": pdf(),
        "feed.rss": feed(),
        "feed.atom": atom(),
        "item.json": ninjs(1),
        "item-3.json": ninjs(3),
        "item.xml": newsml(),
        "crawl.warc": warc(),
        "crawl.warc.gz": warc(packed=True),
        "stories.jsonl": json_lines(),
        "stories.jsonl.gz": gzip.compress(json_lines()),
        "stories.csv": table(),
        "stories.parquet": parquet(),
    }
