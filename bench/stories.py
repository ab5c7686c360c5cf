"""A comparison of any size, written by rule: for measuring what becomes of it, never for what it says."""

from __future__ import annotations

from collections.abc import Iterator

from daylight.model import (
    About,
    Absent,
    Attribution,
    Block,
    Comparison,
    Count,
    Difference,
    Entity,
    Figure,
    MadeBy,
    Moment,
    Place,
    Report,
    Source,
    Span,
    Spelling,
    Statement,
)

SPEAKERS = ("Marta Okonjo-Lind", "Tobias Venn", "Ivo Brandt", "Petra Holloway", "Sunniva Hartwell", "Gideon Abernault")
SAID = "that {count} boats along the wall had been damaged in the storm of the {day}th"
QUOTED = "“We will not put one deckhand at risk for timetable {count}, and that is all,”"


def made_story(reports: int, statements: int) -> Comparison:
    """A story of so many reports and statements; every second statement stands in a quarter of the reports.

    A report of 40 has 55 utterances and about 1,000 words, and hardly anything but utterances.
    """
    told: list[list[tuple[int, bool]]] = [[] for _ in range(reports)]
    for row in range(statements):
        for i in range(max(2, reports // 4) if row % 2 else 1):
            told[(7 * row + i) % reports].append((row, (row + i) % 3 == 0))
    made = [_report(number, rows) for number, rows in enumerate(told)]
    by_row: dict[int, list[Attribution]] = {}
    for _, attributions in made:
        for row, attribution in attributions:
            by_row.setdefault(row, []).append(attribution)
    everything = tuple(report for report, _ in made)
    spoken = {row: tuple(found) for row, found in sorted(by_row.items())}
    return Comparison(
        MadeBy("0", "0", ()),
        everything,
        tuple(_entity(i, everything) for i in range(len(SPEAKERS))),
        tuple(one for found in spoken.values() for one in found),
        tuple(_statement(row, found, everything) for row, found in spoken.items()),
        tuple(_differences(spoken)),
        (),
        (),
        (),
        tuple(Count(f"n-{row:010x}", tuple(_figures(found))) for row, found in spoken.items() if row % 4 == 1),
    )


def _report(number: int, rows: list[tuple[int, bool]]) -> tuple[Report, list[tuple[int, Attribution]]]:
    """A report that tells these statements, in a paragraph each."""
    key = f"r-{number:010x}"
    text, blocks, found = "", [], []
    for row, quoted in rows:
        start = len(text)
        words = (QUOTED if quoted else SAID).format(count=100 + row + number % 2, day=1 + row % 28)
        name = SPEAKERS[row % len(SPEAKERS)]
        content = Span(start + len(name) + 6, start + len(name) + 6 + len(words))
        text += f"{name} said {words} on Tuesday.\n\n"
        blocks.append(Block(Span(start, len(text) - 2), "body"))
        who, cue = Span(start, start + len(name)), Span(start + len(name) + 1, start + len(name) + 5)
        day = Moment(Span(content.end + 1, content.end + 11), f"2031-03-{1 + row % 28:02d}")
        found.append((row, _attribution(key, row, (who, cue, content), quoted, day if row % 5 == 0 else None)))
    source = Source(f"{key}.txt", "0" * 64, "text/plain")
    head = (
        f"Storm, report {number}",
        f"Outlet {number}",
        f"https://outlet.example/{number}",
        f"2031-03-{1 + number % 28:02d}",
    )
    report = Report(key, text, source, tuple(blocks), *head, language="en")
    return report, found


def _attribution(report: str, row: int, spans: tuple[Span, Span, Span], quoted: bool, time: Moment | None) -> Attribution:
    source, cue, content = ((span,) for span in spans)
    kind = "direct" if quoted else "indirect"
    key = f"a-{row:05x}{report[-5:]}"
    return Attribution(key, report, kind, source, cue, content, speaker=_speaker(row), time=time, rule="made")  # type: ignore[arg-type]


def _speaker(row: int) -> str:
    return f"e-{row % len(SPEAKERS):010x}"


def _entity(number: int, reports: tuple[Report, ...]) -> Entity:
    name = SPEAKERS[number]
    places = tuple(Place(r.id, Span(at, at + len(name))) for r in reports if (at := r.text.find(name)) >= 0)
    return Entity(_speaker(number), "person", name, (Spelling(name, "preferred", places),))


def _statement(row: int, found: tuple[Attribution, ...], reports: tuple[Report, ...]) -> Statement:
    here = {one.report for one in found}
    absent = tuple(Absent(report.id, "not-in-report") for report in reports if report.id not in here)
    return Statement(f"s-{row:010x}", _speaker(row), tuple(one.id for one in found), absent)


def _differences(spoken: dict[int, tuple[Attribution, ...]]) -> Iterator[Difference]:
    for row, found in spoken.items():
        about, key = About("statement", f"s-{row:010x}"), f"d-{row:010x}"
        evidence = tuple(Place(one.report, one.content[0]) for one in found[:2])
        if len(found) == 1:
            yield Difference(key, "only-here", about, evidence, "Only one report carries this.", "made", 0.9)
        elif row % 3 == 0:
            words = "The figures differ: one report prints “101”, the other “102”."
            yield Difference(key, "number", about, evidence, words, "made", 0.8, (("101", "102"),))


def _figures(found: tuple[Attribution, ...]) -> Iterator[Figure]:
    for one in found:
        start = one.content[0].start + 5
        yield Figure(one.report, Span(start, start + 3), 100.0, "", None, one.id)
