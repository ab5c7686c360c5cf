"""The order of the stages. No other module knows it.

ingest → clean → annotate → attribute │ resolve → align → compare │ report, export. Left of the first bar a report stands
alone; the middle works on the reports of one story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
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
    Entity,
    MadeBy,
    ModelDigest,
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
    examined = tuple(report for report in kept if report.language in EXAMINED_LANGUAGES)
    tell("reading sentences")
    annotated = annotate(examined)
    tell("finding who said what")
    found = _utterances(annotated, settings)
    tell("aligning sentences")
    pairs = pair_sentences(annotated)
    tell("resolving speakers")
    entities, attributions = resolve(annotated, found, pairs)
    entities, on_names = identify(entities, authority)
    entities, attributions, on_people = decide_people(annotated, entities, attributions, decisions)
    tell("aligning statements")
    statements = align(annotated, attributions, entities)
    parted = attributions
    attributions, statements = rejoin(annotated, parted, statements)
    statements, on_statements = decide_statements(examined, attributions, statements, decisions)
    tell("comparing")
    story = Story(annotated, entities, attributions, statements)
    differences, on_differences = decide_differences(find_differences(story), decisions)
    comparison = Comparison(
        made_by=MadeBy(VERSION, settings.digest(), _models(annotated, settings), decisions.digest(), authority.sha256),
        reports=kept,
        entities=entities,
        attributions=attributions,
        statements=_mark_unexamined(statements, skipped),
        differences=differences,
        positions=find_positions(story),
        copies=find_copies(annotated, pairs),
        skipped=(*skipped, *chain.from_iterable(a.skipped for a in annotated), *_silent(examined, attributions)),
        counts=find_figures(story),
        decisions=settle((*on_blocks, *on_names, *on_people, *on_statements, *on_differences), parted, story),
    )
    verify(comparison)
    return comparison


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


def _utterances(annotated: Iterable[Annotated], settings: Settings) -> tuple[Attribution, ...]:
    """What is said in the reports, cut so that each utterance can stand beside its like."""
    told = ((a, whole) for a in annotated for whole in attribute(a, settings) if is_reported_speech(whole))
    return tuple(part for a, whole in told for part in utterances(a, whole))


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


def _models(annotated: Sequence[Annotated], settings: Settings) -> tuple[ModelDigest, ...]:
    """The models that took part: one report alone is not aligned, so neither encoder nor pair model is asked."""
    tagging = (tagger.digest(),) if settings.attribution == "tagger" else ()
    aligning = (encoder.digest(), pair_model.digest()) if len(annotated) > 1 else ()
    return (model_digest(), *tagging, *aligning)


def _mark_unexamined(statements: Iterable[Statement], skipped: Iterable[Skipped]) -> tuple[Statement, ...]:
    gaps = tuple(Absent(item.report, "not-examined") for item in skipped if item.report)
    return tuple(replace(s, absent=s.absent + gaps) for s in statements)


def _silent(examined: Iterable[Report], found: Iterable[Attribution]) -> list[Skipped]:
    speaking = {attribution.report for attribution in found}
    return [Skipped("read, but nobody is reported to say anything in it", r.id) for r in examined if r.id not in speaking]
