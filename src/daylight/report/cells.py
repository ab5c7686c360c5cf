"""Cells: what one report prints for one statement, with the words that differ marked where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from daylight.model import About, AbsenceReason, Attribution, Difference, Place, Span, Statement
from daylight.report.index import Index
from daylight.report.labels import certainty, label, negation
from daylight.report.links import anchor, place_anchor
from daylight.report.marks import Mark, plain, weave
from daylight.report.view import Cell, Changed, Evidence, Finding, Head, Saying, Words
from daylight.report.visible import line
from daylight.report.weight import weight

PAUSES = " ,;:."
"""Marks at the end of a content that belong to the sentence round it, not to the words."""

LONG_EVIDENCE = 160
"""Code points from which evidence is linked and not repeated."""

GAP = Mark(Span(0, 1), "gap", say="words left out here")


def cells(index: Index, statement: Statement) -> tuple[Cell, ...]:
    """One cell for every report, in the order of the reports."""
    sayings: dict[str, list[Saying]] = {key: [] for key in index.heads}
    marks = statement_marks(index, statement)
    for attribution in index.attributions_of(statement):
        sayings[attribution.report].append(_saying(index, attribution, marks))
    reasons = {absent.report: absent.reason for absent in statement.absent}
    return tuple(
        Cell(head, _grouped(sayings[key])) if sayings[key] else _absent(head, reasons.get(key, "not-in-report"))
        for key, head in index.heads.items()
    )


def _grouped(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """The same words once, with every place where the report prints them: a headline is often said again below."""
    same: dict[tuple[str, str], list[Saying]] = {}
    for saying in sayings:
        same.setdefault((saying.kind, line(plain(saying.words)).strip(PAUSES)), []).append(saying)
    return tuple(replace(first, again=tuple(rest)) for first, *rest in same.values())


def _absent(head: Head, reason: AbsenceReason) -> Cell:
    return Cell(head, (), label("absent", reason), unread=reason != "not-in-report")


def _saying(index: Index, attribution: Attribution, marks: list[tuple[str, Mark]]) -> Saying:
    def printed(*spans: Span) -> str:
        return index.printed(attribution.report, spans)

    return Saying(
        href="#" + anchor("attribution", attribution.id),
        offsets=offsets(attribution.content),
        kind=attribution.kind,
        label=label("attribution", attribution.kind),
        words=_content(index, attribution, marks),
        source=printed(*attribution.source),
        cue=printed(*attribution.cue),
        via=printed(*attribution.via_source),
        when=printed(attribution.time.span) if attribution.time else "",
        where=printed(attribution.place.span) if attribution.place else "",
        negated=negation(printed(*attribution.cue)) if attribution.negated else "",
    )


def _content(index: Index, attribution: Attribution, marks: list[tuple[str, Mark]]) -> Words:
    """The words of the content; between its parts a gap that is ours, not the outlet's."""
    text = index.reports[attribution.report].text
    own = [mark for report, mark in marks if report == attribution.report]
    stream: list[Words] = []
    for span in attribution.content:
        if stream:
            stream.append(weave(" ", Span(0, 1), [GAP]))
        stream.append(weave(text, span, [mark for mark in own if mark.span.overlaps(span)]))
    return tuple(token for part in stream for token in part)


def offsets(spans: Iterable[Span]) -> str:
    """Spans in figures: ``120–164, 180–201``."""
    return ", ".join(f"{span.start}–{span.end}" for span in spans)


# --- words that differ ------------------------------------------------------------------------------------------------


def statement_marks(index: Index, statement: Statement) -> list[tuple[str, Mark]]:
    """Where the differences of a statement stand, with the report of each."""
    attributions = index.attributions_of(statement)
    marks: dict[tuple[str, Span], Mark] = {}
    for difference in index.about[About("statement", statement.id)]:
        if difference.kind == "only-here":
            continue
        for place in _places(index, difference, attributions):
            marks.setdefault(place, _mark(difference, place.span))
    return [(report, mark) for (report, _), mark in marks.items()]


def _mark(difference: Difference, span: Span) -> Mark:
    kind = label("kind", difference.kind)
    return Mark(span, f"differs {'form' if difference.trivial else 'real'}", "mark", say=f"differs, {kind}")


def _places(index: Index, difference: Difference, attributions: list[Attribution]) -> Iterator[Place]:
    """The differing words: evidence that is a part of a content, and the changed words where they stand once."""
    contents = [Place(a.report, span) for a in attributions for span in a.content]
    for place in difference.evidence:
        if any(_is_part(index, place, content) for content in contents):
            yield place
    reports = list(dict.fromkeys(place.report for place in difference.evidence))[:2]
    for pair in difference.changed:
        for report, words in zip(reports, pair, strict=False):
            yield from _once(index, words, [c for c in contents if c.report == report])


def _is_part(index: Index, place: Place, content: Place) -> bool:
    """Whether ``place`` lies in ``content`` and leaves words of it out: a mark over all of it would mark nothing."""
    if place.report != content.report or not content.span.covers(place.span):
        return False
    text = index.reports[place.report].text
    rest = text[content.span.start : place.span.start] + text[place.span.end : content.span.end]
    return any(char.isalnum() for char in rest)


def _once(index: Index, words: str, contents: Iterable[Place]) -> Iterator[Place]:
    """Where ``words`` stand in the contents, if they stand there once as whole words: twice, and a mark might mislead."""
    found = [place for content in contents for place in _occurrences(index, words, content)]
    if len(found) == 1:
        yield found[0]


def _occurrences(index: Index, words: str, content: Place) -> Iterator[Place]:
    text = index.reports[content.report].text
    start = text.find(words, *content.span) if words.strip() else -1
    while start >= 0:
        end = start + len(words)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() and words[0].isalnum()) and not (after.isalnum() and words[-1].isalnum()):
            yield Place(content.report, Span(start, end))
        start = text.find(words, end, content.span.end)


# --- differences ------------------------------------------------------------------------------------------------------


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
    if all(words in difference.explanation for pair in difference.changed for words in pair):
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
