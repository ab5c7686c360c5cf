"""Tokens, sentences, names and quotations of a report, as plain values."""

from daylight.annotate.language import model_digest
from daylight.annotate.parse import annotate

__all__ = ["annotate", "model_digest"]
