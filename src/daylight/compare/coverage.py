"""What a single report carries. Absent is never denied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from daylight.compare.explain import only_in
from daylight.lexicon import load
from daylight.model import About, Annotated, Attribution, Difference, Place, Statement
from daylight.offsets import digest

SPOKEN, MINDS = "communication", frozenset({"belief", "attitude"})
"""Classes of cues. Others tell what somebody decides or does, or what a paper shows.

Of 60 differences of this kind that were read in 46 reports, 15 were of no statement: most stood under such cues, were noun
phrases, or were in the reporter's own voice.
"""


VERBS = frozenset({"VERB", "AUX"})


def only_here(
    statement: Statement, cells: Sequence[Attribution], reports: Mapping[str, Annotated], label: Mapping[str, str]
) -> list[Difference]:
    """One difference where all cells stand in one of several reports and one of them says something.

    Its score is that of the surest cell.
    """
    if len({one.report for one in cells}) != 1 or len(label) < 2:
        return []
    if not any(_is_news(one, reports[one.report]) for one in cells):
        return []
    evidence = tuple(Place(one.report, span) for one in cells for span in one.content)
    about = About("statement", statement.id)
    score = round(max(one.score for one in cells), 3)
    text = only_in(label[cells[0].report])
    return [Difference(digest("d", "only-here", statement.id), "only-here", about, evidence, text, "coverage", score)]


def says_something(one: Attribution, annotated: Annotated) -> bool:
    """Whether the content says something and does not only name it: it is direct speech, or holds a verb."""
    inside = [i for span in one.content for i in annotated.tokens_in(span)]
    if not inside or one.kind == "direct":
        return True
    known = set(inside)
    roots = (annotated.tokens[i] for i in inside if annotated.tokens[i].head == i or annotated.tokens[i].head not in known)
    return any(token.pos in VERBS for token in roots)


def _is_news(one: Attribution, annotated: Annotated) -> bool:
    """Whether a cell is somebody's statement: exact words, what is said, or what a named speaker thinks or wants."""
    cue_class = one.rule.split("/")[1] if one.rule.count("/") > 1 else SPOKEN
    if cue_class != SPOKEN and not (one.speaker and cue_class in MINDS):
        return False
    if one.kind != "indirect":
        return True
    verbs = any(annotated.tokens[i].pos in VERBS for span in one.content for i in annotated.tokens_in(span))
    return (verbs or not annotated.tokens) and not _is_narrated(one, annotated)


def _is_narrated(one: Attribution, annotated: Annotated) -> bool:
    """Whether the source is the reporter, alone or with everybody: "we can see that …"."""
    words = {annotated.report.slice(span).casefold() for span in one.source}
    return bool(words) and words <= set(load("pronouns")["narrators"].split())
