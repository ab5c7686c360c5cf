"""Which attributions share a row, given right attributions: ``python -m eval.alignment [--errors]``.

Two hand-made sets: the cells of whole events, each of which belongs to one statement, and labelled pairs of quotations of
one event. The attributions and their speakers are the gold ones, so that nothing but the alignment is measured; names and
pointers inside what is said are resolved by us. The weights of ``daylight.align.odds`` were fitted on these sets and on
two rewrites of one report: the figures tell how well they fit, and keep it so.
``eval.cuts`` asks the same of contents cut as another engine might.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations
from pathlib import Path
from typing import Any, NamedTuple

from daylight.align import align, pair_sentences
from daylight.attribute import attribute
from daylight.model import Annotated, Attribution, Entity, Span, Spelling
from daylight.offsets import digest
from daylight.resolve import resolve
from daylight.words import fold
from eval.command import show_cases
from eval.corpus import annotated
from eval.data import need
from eval.figures import Figure, bootstrap, share

Change = Callable[[Sequence[Annotated], Sequence[Attribution]], Sequence[Attribution]]
"""What is done to the gold attributions of an event before they are aligned; ids stay, or are kept as ``part_of``."""


class Case(NamedTuple):
    """Two gold attributions of two reports: whether they give the same thing said, and whether they share a row."""

    kind: str
    event: str
    a: str
    b: str
    same: bool
    joined: bool


@dataclass
class Told:
    """The gold attributions of one event, its speakers, and what the labels say of pairs of them."""

    attributions: dict[str, Attribution] = field(default_factory=dict)
    speakers: dict[str, str] = field(default_factory=dict)
    labels: dict[tuple[str, str], bool] = field(default_factory=dict)

    def add(self, report: Annotated, span: Sequence[int], kind: Any, speaker: str | None) -> str:
        """Enter one attribution and give its id."""
        found = digest("a", report.report.id, *span)
        if speaker or found not in self.attributions:
            who = digest("gold", speaker) if speaker else None
            self.speakers |= {who: speaker} if who and speaker else {}
            self.attributions[found] = Attribution(
                found, report.report.id, kind, (), (), (Span(span[0], span[1]),), speaker=who, score=1.0
            )
        return found


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("gold", "quotes.jsonl"), need("gold", "events"), need("gold", "texts")]


def run(change: Change = lambda _, attributions: attributions) -> list[Case]:
    """Align the gold attributions of every event, changed if so asked, and look up every labelled pair."""
    return [*_events(change), *_quotations(change)]


def _events(change: Change) -> Iterator[Case]:
    for path in sorted(need("gold", "events").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        reports = _reports(gold["reports"])
        told, row = Told(), {}
        for statement in gold["statements"]:
            for name, cell in statement["cells"].items():
                if cell:
                    row[told.add(reports[name], cell["span"], cell["kind"], statement["speaker"])] = statement["id"]
        related = {frozenset(pair) for pair in gold.get("related", ())}
        for a, b in combinations(row, 2):
            if told.attributions[a].report != told.attributions[b].report and {row[a], row[b]} not in related:
                told.labels[a, b] = row[a] == row[b]
        yield from _cases("cells", gold["event"], list(reports.values()), told, change)


def _quotations(change: Change) -> Iterator[Case]:
    pairs: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in need("gold", "quotes.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        if pair["relation"] != "broken-marks":
            pairs[pair["event"]].append(pair)
    for event, rows in pairs.items():
        reports = _reports({row[side]["report"] for row in rows for side in "ab"})
        told = Told()
        for row in rows:
            a, b = (
                told.add(reports[row[s]["report"]], row[s]["text_span"], "direct", row.get("speaker_" + s, row["speaker"]))
                for s in "ab"
            )
            told.labels[a, b] = row["relation"] != "different"
        yield from _cases("quotations", event, list(reports.values()), told, change)


def _reports(names: Iterable[str]) -> dict[str, Annotated]:
    names = sorted(names)
    return dict(zip(names, annotated([need("gold", "texts", f"{name}.txt") for name in names]), strict=True))


def _cases(kind: str, event: str, reports: Sequence[Annotated], told: Told, change: Change) -> Iterator[Case]:
    entities, attributions = _with_speakers(reports, told)
    changed = list(change(reports, attributions))
    whole = {a.id: a.part_of or a.id for a in changed}
    rows: dict[str, set[str]] = defaultdict(set)
    for statement in align(reports, changed, entities):
        for i in statement.attributions:
            rows[whole[i]].add(statement.id)
    text = {a.id: r.report.slice(a.content[0]) for r in reports for a in attributions if a.report == r.report.id}
    for (a, b), same in told.labels.items():
        yield Case(kind, event, text[a], text[b], same, not rows[a].isdisjoint(rows[b]))


def _with_speakers(reports: Sequence[Annotated], told: Told) -> tuple[tuple[Entity, ...], list[Attribution]]:
    """The entities that we resolve, and the attributions with the entity that is spelt as their gold speaker is."""
    found = tuple(chain.from_iterable(attribute(r) for r in reports))
    entities, _ = resolve(reports, found, pair_sentences(reports))
    spelt = {fold(s.text): e.id for e in reversed(entities) for s in e.spellings}
    made = [
        Entity(i, "person", name, (Spelling(name, "preferred", ()),))
        for i, name in told.speakers.items()
        if fold(name) not in spelt
    ]
    ours = {i: spelt.get(fold(name), i) for i, name in told.speakers.items()}
    return (*entities, *made), [_said_by(a, ours) for a in told.attributions.values()]


def _said_by(attribution: Attribution, ours: dict[str, str]) -> Attribution:
    return replace(attribution, speaker=ours.get(attribution.speaker or ""))


def figures() -> list[Figure]:
    """For each set the share of pairs of one thing said that share a row, and of other pairs that do not."""
    cases = run()
    found = []
    for kind in ("cells", "quotations"):
        for same, title in ((True, "of one thing said joined"), (False, "of different things kept apart")):
            own = [case for case in cases if case.kind == kind and case.same == same]
            figure = share(f"alignment: {kind} {title}", sum(case.joined == same for case in own), len(own))
            found.append(figure if kind == "cells" else _with_interval(figure, own))
    return found


def _with_interval(figure: Figure, cases: Sequence[Case]) -> Figure:
    by_event: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_event[case.event].append(case)
    low, high = bootstrap(list(by_event.values()), lambda groups: _right([case for group in groups for case in group]))
    return Figure(figure.name, figure.value, figure.n, low, high)


def _right(cases: Sequence[Case]) -> float:
    return 100 * sum(case.joined == case.same for case in cases) / len(cases)


def main() -> None:
    """Print the figures, and the wrong pairs on request."""
    show_cases("Score which attributions share a row.", run, _show)


def _show(cases: Sequence[Case], errors: bool) -> None:
    for kind in ("cells", "quotations"):
        own = [case for case in cases if case.kind == kind]
        joined, same = sum(c.joined for c in own), sum(c.same for c in own)
        print(f"{kind}: {sum(c.joined and c.same for c in own)} of {same} joined, {sum(c.joined > c.same for c in own)} of")
        print(f"  {len(own) - same} others joined wrongly ({joined} joined in all)")
    for case in cases if errors else ():
        if case.joined != case.same:
            print(f"\n{case.kind} {case.event}: {'not joined' if case.same else 'joined wrongly'}\n  {case.a}\n  {case.b}")


def pair_f1(cases: Sequence[Case]) -> float:
    """F1, in percent, of the pairs that share a row against those that should."""
    right = sum(case.joined and case.same for case in cases)
    both = sum(case.joined + case.same for case in cases)
    return 200 * right / both if both else 0.0


if __name__ == "__main__":
    main()
