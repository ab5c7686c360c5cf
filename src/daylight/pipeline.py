"""The order of the stages. No other module knows it.

ingest → clean → annotate → attribute │ resolve → align → compare │ report, export. Left of the first bar a report stands
alone; the middle works on the reports of one story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from daylight.align import align, find_copies, pair_sentences, rejoin
from daylight.annotate import annotate, model_digest
from daylight.attribute import attribute, is_reported_speech, utterances
from daylight.authority import NO_AUTHORITY, Authority, identify
from daylight.compare import find_differences, find_figures, find_positions
from daylight.decisions import (
    NO_DECISIONS,
    Decisions,
    decide_blocks,
    decide_differences,
    decide_people,
    decide_statements,
    settle,
)
from daylight.errors import InputError
from daylight.ingest import distinct
from daylight.invariants import verify
from daylight.model import (
    Absent,
    Annotated,
    Attribution,
    Comparison,
    Decided,
    Entity,
    Heard,
    MadeBy,
    Report,
    Skipped,
    Statement,
    Story,
)
from daylight.models import encoder, tagger
from daylight.models import pairs as pair_model
from daylight.resolve import resolve
from daylight.settings import DEFAULT, Settings
from daylight.version import VERSION

Progress = Callable[[str], None]
"""Called with the name of each stage as it begins."""

EXAMINED_LANGUAGES = frozenset({"en", None})
"""Languages that the stages read; None is a text too short to tell."""

SILENT = "read, but nobody is reported to say anything in it"
"""Why a report is listed in ``skipped`` although nothing failed."""


def compare(
    reports: Iterable[Report],
    settings: Settings = DEFAULT,
    progress: Progress | None = None,
    decisions: Decisions = NO_DECISIONS,
    authority: Authority = NO_AUTHORITY,
) -> Comparison:
    """Compare the reports of one event.

    Reports come out in order of publication, then as given. A report that the stages cannot read is kept and listed in
    ``skipped``. What people decided wins over what the stages found, and over the authority file; what became of each
    decision is in ``decisions``. Raises InputError where there is no report at all.
    """
    tell = progress or (lambda _: None)
    kept, skipped = _screen(reports, settings)
    kept, on_blocks = decide_blocks(kept, decisions)
    tell("reading sentences")
    annotated = annotate(tuple(report for report in kept if report.language in EXAMINED_LANGUAGES))
    tell("finding who said what")
    heard = tuple(Heard(a, _utterances(a, settings)) for a in annotated)
    return _compare(_Given(kept, skipped, heard, settings), tell, _Corrections(decisions, on_blocks, authority))


def hear(report: Report, settings: Settings = DEFAULT) -> Heard:
    """What can be known of a report alone; nothing but the report for a language that is not read."""
    if report.language not in EXAMINED_LANGUAGES:
        return Heard(Annotated(report), ())
    (annotated,) = annotate([report])
    return Heard(annotated, _utterances(annotated, settings))


def compare_heard(heard: Iterable[Heard], settings: Settings = DEFAULT) -> Comparison:
    """Compare the reports of one event that ``hear`` has read, with the same settings: what ``compare`` gives for them."""
    known = {one.annotated.report.id: one for one in heard}
    kept, skipped = _screen((one.annotated.report for one in known.values()), settings)
    examined = tuple(known[report.id] for report in kept if report.language in EXAMINED_LANGUAGES)
    return _compare(_Given(kept, skipped, examined, settings), lambda _: None, _Corrections())


def attributions(report: Report, settings: Settings = DEFAULT) -> tuple[Attribution, ...]:
    """The attributions of one report, with speakers resolved inside it; none for a language that is not read."""
    return speakers_and_attributions(report, settings)[1]


def speakers_and_attributions(
    report: Report, settings: Settings = DEFAULT
) -> tuple[tuple[Entity, ...], tuple[Attribution, ...]]:
    """The entities of one report alone, and its attributions; nothing for a language that is not read."""
    if report.language not in EXAMINED_LANGUAGES:
        return (), ()
    annotated = annotate([report])
    return resolve(annotated, attribute(annotated[0], settings), ())


@dataclass(frozen=True, slots=True)
class _Given:
    """The reports of a story, those that are read with what is said in them, and those that are not."""

    reports: tuple[Report, ...]
    skipped: list[Skipped]
    heard: tuple[Heard, ...]
    settings: Settings


@dataclass(frozen=True, slots=True)
class _Corrections:
    """What people and their files say, and what became of the decisions on blocks."""

    decisions: Decisions = NO_DECISIONS
    on_blocks: tuple[Decided, ...] = ()
    authority: Authority = NO_AUTHORITY


def _compare(given: _Given, tell: Progress, corrections: _Corrections) -> Comparison:
    """The reduce over one story."""
    decisions = corrections.decisions
    annotated = tuple(one.annotated for one in given.heard)
    examined = tuple(a.report for a in annotated)
    tell("aligning sentences")
    pairs = pair_sentences(annotated)
    tell("resolving speakers")
    found = tuple(chain.from_iterable(one.attributions for one in given.heard))
    entities, attributions = resolve(annotated, found, pairs)
    entities, on_names = identify(entities, corrections.authority)
    entities, attributions, on_people = decide_people(annotated, entities, attributions, decisions)
    tell("aligning statements")
    statements = align(annotated, attributions, entities)
    parted = attributions
    attributions, statements = rejoin(annotated, parted, statements)
    statements, on_statements = decide_statements(examined, attributions, statements, decisions)
    tell("comparing")
    story = Story(annotated, entities, attributions, statements)
    differences, on_differences = decide_differences(find_differences(story), decisions)
    unread = chain.from_iterable(a.skipped for a in annotated)
    comparison = Comparison(
        made_by=_made_by(given, corrections),
        reports=given.reports,
        entities=entities,
        attributions=attributions,
        statements=_mark_unexamined(statements, given.skipped),
        differences=differences,
        positions=find_positions(story),
        copies=find_copies(annotated, pairs),
        skipped=(*given.skipped, *unread, *_silent(examined, attributions)),
        counts=find_figures(story),
        decisions=settle((*corrections.on_blocks, *on_names, *on_people, *on_statements, *on_differences), parted, story),
    )
    verify(comparison)
    return comparison


def _utterances(annotated: Annotated, settings: Settings) -> tuple[Attribution, ...]:
    """What is said in a report, cut so that each utterance can stand beside its like."""
    told = (whole for whole in attribute(annotated, settings) if is_reported_speech(whole))
    return tuple(part for whole in told for part in utterances(annotated, whole))


def _screen(reports: Iterable[Report], settings: Settings) -> tuple[tuple[Report, ...], list[Skipped]]:
    """The reports to show, and why some of them, or others, are not examined."""
    given = list(reports)
    if not given:
        raise InputError("compare", "there is no report to compare; give one or more files, a folder, or '-'")
    skipped = [
        Skipped(f"over the limit of {settings.max_reports} reports in one comparison", path=r.source.path or r.id)
        for r in given[settings.max_reports :]
    ]
    kept = tuple(distinct(sorted(given[: settings.max_reports], key=lambda r: (r.published is None, r.published or ""))))
    skipped += [
        Skipped(f"not examined: its language is {r.language}, only English is read", r.id)
        for r in kept
        if r.language not in EXAMINED_LANGUAGES
    ]
    return kept, skipped


def _made_by(given: _Given, corrections: _Corrections) -> MadeBy:
    """What takes part in a comparison: one report alone is not aligned, so neither encoder nor pair model is asked."""
    tagging = (tagger.digest(),) if given.settings.attribution == "tagger" else ()
    aligning = (encoder.digest(), pair_model.digest()) if len(given.heard) > 1 else ()
    models = (model_digest(), *tagging, *aligning)
    decided, known = corrections.decisions.digest(), corrections.authority.sha256
    return MadeBy(VERSION, given.settings.digest(), models, decided, known)


def _mark_unexamined(statements: Iterable[Statement], skipped: Iterable[Skipped]) -> tuple[Statement, ...]:
    gaps = tuple(Absent(item.report, "not-examined") for item in skipped if item.report)
    return tuple(replace(s, absent=s.absent + gaps) for s in statements)


def _silent(examined: Iterable[Report], found: Iterable[Attribution]) -> list[Skipped]:
    speaking = {attribution.report for attribution in found}
    return [Skipped(SILENT, r.id) for r in examined if r.id not in speaking]
