"""Bytes in, reports out: files and folders of any format, standard input, text in memory."""

from daylight.ingest.files import distinct, read, read_bytes, read_lines, read_many
from daylight.ingest.item import Options
from daylight.ingest.readers.records import FIELDS
from daylight.ingest.reading import files_of, read_all, read_all_bytes, read_stream, read_with_bytes
from daylight.ingest.text import Facts, read_text

__all__ = [
    "FIELDS",
    "Facts",
    "Options",
    "distinct",
    "files_of",
    "read",
    "read_all",
    "read_all_bytes",
    "read_bytes",
    "read_lines",
    "read_many",
    "read_stream",
    "read_text",
    "read_with_bytes",
]
