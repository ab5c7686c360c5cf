"""Differences in words, with the places that show them."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.model import About, Difference, Place
from daylight.report.index import Index
from daylight.report.labels import certainty, label, offsets
from daylight.report.links import anchor, place_anchor
from daylight.report.view import Changed, Evidence, Finding
from daylight.report.visible import line
from daylight.report.weight import weight

TOLD = 40
"""Code points of changed words that an explanation must have to have told them: it cuts long ones short."""

LONG_EVIDENCE = 160
"""Code points from which evidence is linked and not repeated."""


def findings(index: Index, about: About) -> tuple[Finding, ...]:
    """The differences about a statement or an entity, real ones first, then the weightiest, then the surest."""
    ordered = sorted(index.about[about], key=lambda d: (d.trivial, weight(d), -d.score, d.id))
    return tuple(finding(index, difference) for difference in ordered)


def finding(index: Index, difference: Difference) -> Finding:
    """A difference in words."""
    return Finding(
        anchor=anchor("difference", difference.id),
        kind=difference.kind,
        label=label("kind", difference.kind),
        certainty=certainty(difference.score),
        explanation=line(difference.explanation),
        trivial=difference.trivial,
        weight=weight(difference),
        changed=_changed(index, difference),
        evidence=evidences(index, difference.evidence, difference.explanation),
        rule=line(difference.rule),
    )


def _changed(index: Index, difference: Difference) -> tuple[tuple[Changed, Changed], ...]:
    """The changed words, each with the letter of its report: the first and the second report of the evidence.

    None where the explanation says them all already.
    """
    if all(words[:TOLD] in difference.explanation for pair in difference.changed for words in pair):
        return ()
    letters = [index.heads[key].letter for key in dict.fromkeys(place.report for place in difference.evidence)]
    a, b = (*letters, "", "")[:2]
    pairs = [(Changed(a, line(left)), Changed(b, line(right))) for left, right in difference.changed]
    return tuple(pair if index.in_order(a, b) else pair[::-1] for pair in pairs)


def evidences(index: Index, places: Iterable[Place], explanation: str) -> tuple[Evidence, ...]:
    """The places that show a finding, in the order of the reports.

    Where cells or the explanation show the words already, one link a report is enough: it leads to the first place.
    """
    found = [_evidence(index, place, explanation) for place in index.ordered(places)]
    return tuple({(e.head.id, e.offsets if e.words else ""): e for e in reversed(found)}.values())[::-1]


def _evidence(index: Index, place: Place, explanation: str) -> Evidence:
    """A place, with its words unless they are long or shown already."""
    words = index.printed(place.report, [place.span])
    news = place.span.end - place.span.start <= LONG_EVIDENCE and not index.quoted(place) and words not in explanation
    return Evidence(
        head=index.heads[place.report],
        href="#" + place_anchor(place),
        offsets=offsets([place.span]),
        words=words if news else None,
    )
