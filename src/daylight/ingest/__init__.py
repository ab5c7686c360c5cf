"""Bytes in, reports out: files, folders, standard input, text in memory."""

from daylight.ingest.files import read

__all__ = ["read"]
