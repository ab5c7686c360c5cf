from __future__ import annotations

from dataclasses import replace

from daylight.compare.stitches import compare_stitches
from daylight.model import Story

from .made import Said, story

FIRST, SECOND, THIRD = "The tunnel is old.", "We asked three times for money.", "It must be closed at night."
LABELS = {"gull": "The Gull", "tern": "The Tern"}


def quoted(tern: str) -> Story:
    """The Gull prints three sentences of one quotation, the Tern two of them, with ``tern`` between."""
    kept = [Said("s-1", "Mara Quill", FIRST, "direct"), Said("s-3", "Mara Quill", THIRD, "direct")]
    made = story({
        "gull": (f"Mara Quill: “{FIRST} {SECOND} {THIRD}”", [*kept, Said("s-2", "Mara Quill", SECOND, "direct")]),
        "tern": (f"Mara Quill: “{FIRST}{tern}{THIRD}”", kept),
    })  # fmt: skip
    return replace(made, attributions=tuple(replace(a, part_of=f"whole-{a.report}") for a in made.attributions))


def test_two_sentences_run_together_are_told_where_another_report_has_more_between_them() -> None:
    (found,) = compare_stitches(quoted(" "), LABELS)
    assert (found.kind, found.rule, found.about.id) == ("reworded-in-quotes", "stitched", "s-3")
    assert found.explanation == f"The Tern prints as one quotation what The Gull parts by “{SECOND}”."


def test_a_mark_of_the_cut_makes_it_none() -> None:
    assert not compare_stitches(quoted(" … "), LABELS)


def test_two_quotations_are_none() -> None:
    assert not compare_stitches(quoted("” she said. “"), LABELS)
