"""One reader a format. Each yields items, so that a file of any size is read one report at a time."""

from __future__ import annotations

from daylight.ingest.detect import Format
from daylight.ingest.item import Reader
from daylight.ingest.readers.documents import read_page, read_text_file
from daylight.ingest.readers.feeds import read_feed
from daylight.ingest.readers.jsons import read_json, read_lines
from daylight.ingest.readers.newsml import read_newsml
from daylight.ingest.readers.parquet import read_parquet
from daylight.ingest.readers.pdf import read_pdf
from daylight.ingest.readers.tables import read_csv
from daylight.ingest.readers.warc import read_warc

READERS: dict[Format, Reader] = {
    "text": read_text_file,
    "page": read_page,
    "pdf": read_pdf,
    "feed": read_feed,
    "newsml": read_newsml,
    "ninjs": read_json,
    "json": read_json,
    "lines": read_lines,
    "csv": read_csv,
    "parquet": read_parquet,
    "warc": read_warc,
}
"""By format; gzip is none of its own."""
