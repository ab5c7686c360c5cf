"""Bytes in, reports out: files, folders, standard input, text in memory."""

from daylight.ingest.files import distinct, read, read_bytes, read_many
from daylight.ingest.lines import read_lines
from daylight.ingest.text import NOTHING_GIVEN, Facts, read_text

__all__ = ["NOTHING_GIVEN", "Facts", "distinct", "read", "read_bytes", "read_lines", "read_many", "read_text"]
