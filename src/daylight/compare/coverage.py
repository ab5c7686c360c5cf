"""What a single report carries. Absent is never denied."""

from __future__ import annotations

from collections.abc import Sequence

from daylight.compare.clauses import is_inferred, says_something, verbs_in
from daylight.compare.explain import only_in
from daylight.compare.folding import lemma, units
from daylight.compare.settling import Index
from daylight.compare.sources import can_speak, in_own_voice
from daylight.lexicon import load
from daylight.model import About, Annotated, Attribution, Difference, Place, Statement
from daylight.offsets import digest

SPOKEN, BELIEF, ATTITUDE = "communication", "belief", "attitude"
"""Classes of cues. Others tell what somebody decides or does, or what a paper shows.

Of 60 differences of this kind that were read in 46 reports, 15 were of no statement: most stood under such cues, were noun
phrases, or were in the reporter's own voice.
"""


UNSAID = ("/whether", "/thing")
"""Frames that tell nothing where the cue is denied: "did not say why"."""


def only_here(statement: Statement, cells: Sequence[Attribution], index: Index) -> list[Difference]:
    """One difference where all cells stand in one of several reports, one of them says something, and no other prints it.

    Its score is that of the surest cell.
    """
    if len({one.report for one in cells}) != 1 or len(index.labels) < 2:
        return []
    report = index.reports[cells[0].report]
    if not any(_is_news(one, report, index) for one in cells):
        return []
    if all(index.printed.elsewhere(" ".join(map(report.report.slice, one.content)), one.report) for one in cells):
        return []
    evidence = tuple(Place(one.report, span) for one in cells for span in one.content)
    about = About("statement", statement.id)
    score = round(max(one.score for one in cells), 3)
    text = only_in(index.labels[cells[0].report])
    return [Difference(digest("d", "only-here", statement.id), "only-here", about, evidence, text, "coverage", score)]


def _is_news(one: Attribution, annotated: Annotated, index: Index) -> bool:
    """Whether a cell is somebody's statement: exact words, what is said, or what somebody named thinks or wants."""
    cue_class = one.rule.split("/")[1] if one.rule.count("/") > 1 else SPOKEN
    speaker = index.entities.get(one.speaker or "")
    wished = cue_class == ATTITUDE and speaker is not None and speaker.kind == "person"
    if not (cue_class == SPOKEN or (cue_class == BELIEF and speaker is not None) or wished):
        return False
    if one.kind == "direct":
        return True
    if in_own_voice(one, annotated) or (speaker is None and not can_speak(one, annotated)):
        return False
    return one.kind == "mixed" or _is_told(one, annotated)


def _is_told(one: Attribution, annotated: Annotated) -> bool:
    """Whether indirect speech tells what was said: a clause, or of whom what was said; not what was left unsaid."""
    printed = " ".join(map(annotated.report.slice, one.cue))
    if is_inferred(printed):
        return False
    if not annotated.tokens or says_something(one, annotated):
        return not (one.negated and one.rule.endswith(UNSAID))
    cue = {lemma(unit.key) for unit in units(printed)}
    return verbs_in(one, annotated) and bool(cue & set(load("stances")["addressing_cues"]))
