"""From the words of a decision to what they mean in this story; Unfit where they mean nothing, or more than one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations
from pathlib import PurePath

from daylight.decisions.values import Ref, Said
from daylight.model import Attribution, Entity, Report, Span
from daylight.offsets import digest, join
from daylight.words import fold, words

FEWEST_WORDS = 4
"""Words that a content must have at least, to be known again inside a longer one that a decision gives."""


class Unfit(Exception):
    """A decision cannot be carried out here; the message says why, for the person who took it."""


def folded(text: str) -> tuple[str, ...]:
    """The words of a text without what is typography only."""
    return tuple(fold(text[span.start : span.end]) for span in words(text))


def entity_named(ref: Ref, entities: Iterable[Entity]) -> Entity:
    """The one entity that ``ref`` means: by an id, else as printed, else as printed but for case and marks."""
    known = list(entities)
    for key in filter(None, (ref.id, ref.name)):
        if found := [entity for entity in known if entity.id == key]:
            return found[0]
    name = ref.name or ""
    exact = [e for e in known if name == e.name] or [e for e in known if any(name == s.text for s in e.spellings)]
    return _only(exact or [e for e in known if folded(name) and folded(name) in _names(e)], str(ref))


def _names(entity: Entity) -> set[tuple[str, ...]]:
    return {folded(text) for text in (entity.name, *(spelling.text for spelling in entity.spellings))}


def _only(found: Sequence[Entity], what: str) -> Entity:
    if not found:
        raise Unfit(f"nobody is printed as {what} in these reports")
    if len(found) > 1:
        several = ", ".join(f"{entity.name} ({entity.kind}, {entity.id})" for entity in found)
        raise Unfit(f"{what} may be any of {several}; give the id")
    return found[0]


def report_named(name: str, reports: Iterable[Report]) -> Report:
    """The one report of this id, file name (with or without its ending), outlet, title or address."""
    found = [report for report in reports if name in _called(report)]
    if not found:
        raise Unfit(f"there is no report “{name}”; give its file name, outlet or id")
    if len(found) > 1:
        raise Unfit(f"“{name}” may be any of {len(found)} reports; give the file name or the id")
    return found[0]


def _called(report: Report) -> set[str | None]:
    file = PurePath(report.source.path) if report.source.path else None
    return {report.id, report.outlet, report.title, report.url, *((file.name, file.stem, str(file)) if file else ())}


class Sayings:
    """The attributions of a story, found by id or by words."""

    def __init__(self, reports: Sequence[Report], attributions: Sequence[Attribution]) -> None:
        self.reports = {report.id: report for report in reports}
        self.attributions = attributions
        self._ids: dict[str, list[Attribution]] = {a.id: [a] for a in attributions}
        self._content: dict[str, tuple[str, ...]] = {}
        self._ids |= {whole: parts for whole, parts in _wholes(attributions).items() if whole not in self._ids}

    def find(self, said: Said) -> list[Attribution]:
        """The attribution that ``said`` means, or the parts of it where it is cut by utterance."""
        for key in filter(None, (said.id, said.words)):
            if known := self._ids.get(key) or (self._runs.get(key) if key.startswith("a-") else None):
                return known
        found = self._with_words(said) if said.words else []
        if not found:
            raise Unfit(f"{said} is reported nowhere in these reports")
        if len({a.part_of or a.id for a in found}) > 1:
            places = ", ".join(f"{a.id} ({self._name(a)})" for a in found[:5])
            raise Unfit(f"{said} may be any of {places}; give the report, more words or the id")
        return found

    def sourced(self, words_of_source: str, report: str | None) -> list[Attribution]:
        """All attributions whose source is printed so."""
        only = report_named(report, self.reports.values()).id if report else None
        wanted = folded(words_of_source)
        found = [
            a
            for a in self.attributions
            if only in {None, a.report} and wanted in {self._words(a.report, a.source), *self._pieces(a)}
        ]
        if not found:
            raise Unfit(f"no source is printed as “{words_of_source}”{f' in {report}' if report else ''}")
        return found

    def _pieces(self, a: Attribution) -> set[tuple[str, ...]]:
        return {self._words(a.report, (span,)) for span in a.source}

    def _words(self, report: str, spans: Iterable[Span]) -> tuple[str, ...]:
        return folded(" ".join(self.reports[report].slice(span) for span in spans))

    def _with_words(self, said: Said) -> list[Attribution]:
        only = report_named(said.report, self.reports.values()).id if said.report else None
        wanted = folded(said.words or "")
        return [a for a in self.attributions if only in {None, a.report} and wanted and _holds(self._said(a), wanted)]

    def _said(self, a: Attribution) -> tuple[str, ...]:
        if a.id not in self._content:
            self._content[a.id] = self._words(a.report, a.content)
        return self._content[a.id]

    @cached_property
    def _runs(self) -> dict[str, list[Attribution]]:
        """Neighbouring utterances of one attribution, under the id that they have where they are shown as one."""
        return {
            self._joined(parts[i:j]): parts[i:j]
            for parts in _wholes(self.attributions).values()
            for i, j in combinations(range(len(parts) + 1), 2)
        }

    def _joined(self, parts: Sequence[Attribution]) -> str:
        """The id that ``align.rejoin`` makes."""
        content = join((span for a in parts for span in a.content), self.reports[parts[0].report].text)
        return digest("a", parts[0].report, parts[0].cue, content)

    def _name(self, a: Attribution) -> str:
        report = self.reports[a.report]
        return report.outlet or (PurePath(report.source.path).name if report.source.path else report.id)


def _wholes(attributions: Iterable[Attribution]) -> dict[str, list[Attribution]]:
    parts: dict[str, list[Attribution]] = {}
    for a in attributions:
        if a.part_of:
            parts.setdefault(a.part_of, []).append(a)
    return {whole: sorted(found, key=lambda a: a.content) for whole, found in parts.items()}


def _holds(content: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether one of the two runs of words stands in the other; a short content is not looked for in a long one."""
    if len(wanted) <= len(content):
        return _within(wanted, content)
    return len(content) >= FEWEST_WORDS and _within(content, wanted)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(begins(long[i:], short) for i in range(len(long) - len(short) + 1))


def begins(text: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether the words stand at the start of a text; the last of them may be cut."""
    *most, last = wanted
    return list(text[: len(most)]) == most and len(text) > len(most) and text[len(most)].startswith(last)
