"""A spaCy component: ``nlp.add_pipe("daylight")``, in any pipeline.

It reads the text of the document by itself, with the model that this version pins, whatever the pipeline's own is.
``doc._.daylight`` are the attributions of the text with their speakers; ``doc.spans`` has their parts as spans of the
document under "daylight.source", "daylight.cue" and "daylight.content", each labelled with the kind and with the
attribution's id as ``span.id_``. A part that begins or ends inside a token is widened to the token there;
``doc._.daylight`` has it exactly.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from daylight.ingest import read_text
from daylight.model import Attribution
from daylight.pipeline import attributions

NAME = "daylight"
PARTS = ("source", "cue", "content")


@Language.factory(NAME)
def make(nlp: Language, name: str) -> Component:  # noqa: ARG001 - spaCy hands both to every factory
    """The component, for ``nlp.add_pipe``."""
    return Component()


class Component:
    """Adds the attributions of a document's text."""

    def __init__(self) -> None:
        if not Doc.has_extension(NAME):
            Doc.set_extension(NAME, default=())

    def __call__(self, doc: Doc) -> Doc:
        """The document with its attributions; nothing is added where the language of the text is not read."""
        found = attributions(read_text(doc.text)) if doc.text.strip() else ()
        doc._.set(NAME, found)
        for part in PARTS:
            doc.spans[f"{NAME}.{part}"] = list(_spans(doc, found, part))
        return doc


def _spans(doc: Doc, found: tuple[Attribution, ...], part: str) -> Iterator[Span]:
    for a in found:
        for start, end in getattr(a, part):
            span = doc.char_span(start, end, label=a.kind, span_id=a.id, alignment_mode="expand")
            if span is not None:
                yield span
