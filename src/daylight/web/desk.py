"""What the app does with stories: take in reports, compare, keep, correct. The pages and the API ask here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from daylight import pipeline
from daylight.decisions.values import Decision, Decisions
from daylight.errors import InputError
from daylight.ingest.fetch import Fetcher
from daylight.model import Comparison, Skipped
from daylight.settings import DEFAULT, Settings
from daylight.store import Library, StoryRecord, StorySummary, compare_again
from daylight.web.intake import Item, Taken, Tell, take
from daylight.web.jobs import Job, Jobs
from daylight.web.news import News, news


class NotFound(Exception):
    """There is no such story, report or decision; the message says which."""


@dataclass(frozen=True, slots=True)
class Desk:
    """``library`` is the path of the library; ``fetcher`` makes what fetches the addresses of one job.

    ``news`` is what the last comparison of a story changed in it, since the app was started.
    """

    library: Path
    settings: Settings = DEFAULT
    fetcher: Callable[[], Fetcher] = Fetcher
    jobs: Jobs = field(default_factory=Jobs)
    news: dict[str, tuple[News, ...]] = field(default_factory=dict)

    def open(self) -> Library:
        """The library, for one request or job."""
        return Library.open(self.library)

    def stories(self, limit: int, after: str | None) -> tuple[StorySummary, ...]:
        """The stories, those changed last first, behind one of them. Raises NotFound."""
        with self.open() as library:
            if after:
                _known(library, after)
            return library.stories(limit, after)

    def story(self, key: str) -> tuple[StoryRecord, Comparison]:
        """A story and its comparison. Raises NotFound."""
        found = self.record(key)
        with self.open() as library:
            comparison = library.comparison(key)
        if comparison is None:
            raise NotFound("This story is not compared yet; wait for its job to end.")
        return found, comparison

    def record(self, key: str) -> StoryRecord:
        """A story, compared or not. Raises NotFound."""
        with self.open() as library:
            return _known(library, key)

    def rename(self, story: str, title: str) -> None:
        """Call a story otherwise; by nothing, it stays as it is."""
        with self.open() as library:
            _known(library, story)
            if title:
                library.rename_story(story, title)

    def remove(self, story: str) -> None:
        """Remove a story and what was decided about it."""
        with self.open() as library:
            _known(library, story)
            library.remove_story(story)

    def take_out(self, story: str, report: str) -> Job:
        """Take a report out of a story, and compare again."""
        with self.open() as library:
            _known(library, story)
            if report not in {r.id for r in library.reports(story)}:
                raise NotFound("There is no such report in this story.")
            library.remove_report(story, report)
        return self.again(story)

    def undo(self, story: str, decision: str) -> Job:
        """Undo a decision, and compare again."""
        with self.open() as library:
            _known(library, story)
            try:
                library.undo(story, decision)
            except KeyError as error:
                raise NotFound("There is no such decision about this story.") from error
        return self.again(story, "corrections")

    def begin(self, items: Iterable[Item], title: str | None, story: str | None, given: Any = None) -> Job:
        """Take in reports, for a new story or one that is there, and compare."""
        items = list(items)
        if not items:
            raise InputError("nothing to compare", "give a file, a text or an address")

        def work(tell: Tell) -> str:
            return self._add(items, title, story, tell)

        return self.jobs.start("Comparing the reports", work, given)[0]

    def again(self, story: str, anchor: str = "") -> Job:
        """Compare the reports of a story again, as after a correction."""

        def work(tell: Tell) -> str:
            with self.open() as library:
                self._compare(library, story, tell)
            return story

        return self.jobs.start("Comparing again", work, anchor=anchor)[0]

    def decide(self, story: str, decisions: Iterable[Decision], anchor: str = "") -> Job:
        """Keep decisions about a story, and compare again."""
        with self.open() as library:
            for decision in decisions:
                library.decide(story, decision)
        return self.again(story, anchor)

    def compared(self, items: Iterable[Item], decisions: Decisions) -> Comparison:
        """Compare, behind what is being worked on, and keep nothing. Raises InputError where nothing can be read."""
        made: list[Comparison] = []

        def work(tell: Tell) -> str:
            taken = take(items, tell, self.fetcher(), self.settings)
            _check(taken)
            made.append(_with_failed(pipeline.compare(taken.reports, self.settings, tell, decisions), taken.failed))
            return ""

        job, done = self.jobs.start("Comparing", work)
        done.result()
        if not made:
            raise InputError("no comparison", job.failed)
        return made[0]

    def _add(self, items: list[Item], title: str | None, story: str | None, tell: Tell) -> str:
        taken = take(items, tell, self.fetcher(), self.settings)
        _check(taken)
        with self.open() as library:
            added = library.add(taken.reports, taken.originals, story)
            if title:
                library.rename_story(added.story, title)
            self._compare(library, added.story, tell, taken.failed)
        return added.story

    def _compare(self, library: Library, story: str, tell: Tell, failed: Iterable[Skipped] = ()) -> None:
        comparison, changed = compare_again(library, story, self.settings, tell, failed)
        self.news[story] = () if changed.first else news(changed, comparison)


def _known(library: Library, key: str) -> StoryRecord:
    """The story. Raises NotFound."""
    try:
        return library.story(key)
    except KeyError as error:
        raise NotFound("There is no such story; it may have been removed.") from error


def _check(taken: Taken) -> None:
    if not taken.reports:
        told = "; ".join(f"{item.path}: {item.reason}" for item in taken.failed)
        raise InputError("no report could be read", told)


def _with_failed(comparison: Comparison, failed: Iterable[Skipped]) -> Comparison:
    """The comparison, which says too what could not be read."""
    return replace(comparison, skipped=(*failed, *comparison.skipped))
