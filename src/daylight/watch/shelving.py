"""New reports, put to the stories that a library has of the same event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daylight.model import Report
from daylight.settings import Settings
from daylight.store import Library, compare_again, sentences
from daylight.stories import article_of, group

LATEST = 200
"""Stories, last changed first, that a new report may belong to. At ten new stories an hour these are the last 20 hours;
the grouping itself looks three days back at most."""

Arrival = tuple[Report, bytes]


@dataclass(frozen=True, slots=True)
class News:
    """A story that has grown: its new reports, and what they changed, in words. ``differences`` counts the new ones."""

    story: str
    title: str
    arrived: tuple[Report, ...]
    reports: int
    differences: int
    changed: tuple[str, ...]


def shelve(library: Library, arrivals: Sequence[Arrival], settings: Settings) -> Iterator[News]:
    """Put each report to the story of its event, or open one, compare each such story again, and tell what changed."""
    stories: dict[str, list[Arrival]] = defaultdict(list)
    known = _known(library)
    for arrival, story in zip(arrivals, _grouped(known, [report for report, _ in arrivals]), strict=True):
        stories[story].append(arrival)
    for story, new in stories.items():
        originals = {report.source.sha256: data for report, data in new}
        added = library.add([report for report, _ in new], originals, story if story in known else None)
        arrived = tuple(report for report, _ in new if report.id not in added.known)
        if arrived:
            yield _compared(library, added.story, arrived, settings)


def _compared(library: Library, story: str, arrived: tuple[Report, ...], settings: Settings) -> News:
    comparison, found = compare_again(library, story, settings)
    return News(
        story=story,
        title=library.story(story).title,
        arrived=arrived,
        reports=len(comparison.reports),
        differences=len(found.differences),
        changed=tuple(sentences(found, comparison)) if len(comparison.reports) > 1 else (),
    )


def _known(library: Library) -> dict[str, tuple[Report, ...]]:
    return {story.id: library.reports(story.id) for story in library.stories(LATEST)}


def _grouped(known: dict[str, tuple[Report, ...]], new: Sequence[Report]) -> list[str]:
    """The story of each new report: one of the known, or a name under which the new ones of one event stand together.

    A report of the library says itself of which event it is, so that nobody's grouping is undone.
    """
    shelved = {f"{story}\n{r.id}": article_of(r, f"{story}\n{r.id}", story) for story, told in known.items() for r in told}
    arrived = [article_of(report, f"new\n{number}", report.event) for number, report in enumerate(new)]
    joined, _ = group([*shelved.values(), *arrived])
    put = {one.article: one.story for one in joined}
    names = {put[key]: article.event for key, article in reversed(shelved.items()) if article.event}
    return [names.get(put[article.id], put[article.id]) for article in arrived]
