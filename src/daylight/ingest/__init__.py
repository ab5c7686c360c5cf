"""Bytes in, reports out: files, folders, standard input, text in memory."""

from daylight.ingest.files import distinct, read, read_many
from daylight.ingest.lines import read_lines
from daylight.ingest.text import read_text

__all__ = ["distinct", "read", "read_lines", "read_many", "read_text"]
