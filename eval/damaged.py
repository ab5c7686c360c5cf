"""Whether mangled names lead to their person: ``python -m eval.damaged [--errors]``.

Texts are our examples and, where the data is, development articles. Their names are mangled by a seeded generator
(``eval.mangle``); whose each name is, is known from the clean text. Two stories are made of each text: the damaged report
beside the clean one, and two reports damaged each in its own way.

Counted is each printed form of a name in a damaged report. *Right*: its entity is, in the other report, the same person.
*False*: its entity is another person's: in the other report, or where it meets nobody there, in its own. Else it was *kept
apart*. The wording around the names is the same in both reports, so sentences are aligned more easily than in life: the
figures without aligned sentences are given as well.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from daylight.ingest.text import read_text
from daylight.model import Annotated, Entity, SentencePair, Span
from daylight.resolve import resolve
from eval.corpus import annotated, story_of
from eval.data import ROOT, NoData, need
from eval.figures import Figure, bootstrap
from eval.mangle import WAYS, Damaged, Named, Placed, damage

STORIES = ("beside the original", "two damaged reports")


class Case(NamedTuple):
    """One printed form in a damaged report, and where it led: "right", "false" or "apart"."""

    text: str
    story: str
    way: str
    printed: str
    person: str
    outcome: str
    led_to: str = ""


class _Marked(NamedTuple):
    """A report of a story, and whose names stand where in it."""

    report: str
    names: tuple[Placed, ...]


def data() -> list[Path]:
    """The files that the figures with a floor depend on. Raises NoData where only our examples are there."""
    return _examples() + sorted(need("polnear", "dev", "text").glob("*.txt"))


def _examples() -> list[Path]:
    return sorted((ROOT / "examples").glob("*/*.txt"))


def run(*, aligned: bool = True) -> list[list[Case]]:
    """The cases of each text; of our examples alone where the data is absent."""
    try:
        paths = data()
    except NoData:
        paths = _examples()
    return [list(_cases(path.stem, clean, aligned)) for path, clean in zip(paths, annotated(paths), strict=True)]


def _cases(name: str, clean: Annotated, aligned: bool) -> Iterable[Case]:
    text = clean.report.text
    names = _people(clean)
    whole = Damaged(text, tuple(Placed(n.span, n.person, "", text[n.span.start : n.span.end]) for n in names))
    damaged = [damage(text, names, f"{name} {n}") for n in range(2)]
    for story, versions in zip(STORIES, ((whole, damaged[0]), tuple(damaged)), strict=True):
        reports, pairs = story_of([read_text(version.text, id=f"r{n}") for n, version in enumerate(versions)])
        found = _entities(reports, pairs if aligned else ())
        marked = [_Marked(f"r{n}", version.names) for n, version in enumerate(versions)]
        for own, other in (marked[::-1],) if story == STORIES[0] else (marked, marked[::-1]):
            yield from _outcomes(name, story, found, own, other)


def _entities(reports: Sequence[Annotated], pairs: Sequence[SentencePair]) -> list[Entity]:
    return [entity for entity in resolve(reports, (), pairs)[0] if entity.kind == "person"]


def _people(clean: Annotated) -> list[Named]:
    """The names of the persons of a clean report, each person by its preferred name, in order."""
    return sorted(
        Named(place.span, entity.name)
        for entity in _entities([clean], ())
        for spelling in entity.spellings
        for place in spelling.mentions
    )


def _outcomes(name: str, story: str, entities: Sequence[Entity], own: _Marked, other: _Marked) -> Iterable[Case]:
    """Where each form of ``own`` leads to in ``other``."""
    at = {e.id: _owners(e, own) for e in entities}, {e.id: _owners(e, other) for e in entities}
    forms: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
    for placed in own.names:
        forms[placed.person, placed.way, placed.text].append(placed.span)
    for (person, way, printed), spans in sorted(forms.items()):
        entity = _entity_at(spans, own.report, entities)
        there = at[1][entity.id] if entity else Counter[str]()
        here = Counter({p: n for p, n in at[0][entity.id].items() if p != person}) if entity else Counter[str]()
        led_to = max(there, key=lambda p: (there[p], p == person, p), default="")
        if led_to:
            outcome = "right" if led_to == person else "false"
        else:
            led_to = max(here, key=lambda p: (here[p], p), default="")
            outcome = "false" if led_to and here[led_to] > len(spans) else "apart"
        yield Case(name, story, way, printed, person, outcome, led_to)


def _entity_at(spans: Sequence[Span], report: str, entities: Sequence[Entity]) -> Entity | None:
    """The entity that most of some places name."""
    counted = Counter(
        i
        for i, entity in enumerate(entities)
        for spelling in entity.spellings
        for place in spelling.mentions
        if place.report == report and any(place.span.overlaps(span) for span in spans)
    )
    return entities[max(counted, key=lambda i: (counted[i], -i))] if counted else None


def _owners(entity: Entity, marked: _Marked) -> Counter[str]:
    """Whose names an entity's are in one report."""
    places = [p.span for spelling in entity.spellings for p in spelling.mentions if p.report == marked.report]
    return Counter(placed.person for placed in marked.names if any(placed.span.overlaps(span) for span in places))


def right(articles: Sequence[Sequence[Case]]) -> float:
    """Of the mangled forms, the share that leads to its person, in per cent."""
    mangled = [case for cases in articles for case in cases if case.way]
    return 100 * sum(case.outcome == "right" for case in mangled) / len(mangled) if mangled else 100.0


def kept_clean(articles: Sequence[Sequence[Case]]) -> float:
    """Of all forms in damaged reports, the share not given to another person, in per cent."""
    every = [case for cases in articles for case in cases]
    return 100 * sum(case.outcome != "false" for case in every) / len(every) if every else 100.0


def figures() -> list[Figure]:
    """Both shares for both stories, with intervals over texts."""
    articles = run()
    found = []
    for story in STORIES:
        own = [[case for case in cases if case.story == story] for cases in articles]
        every = [case for cases in own for case in cases]
        mangled = sum(bool(case.way) for case in every)
        found.append(Figure(f"damaged: {story}, mangled names right", right(own), mangled, *bootstrap(own, right)))
        found.append(Figure(f"damaged: {story}, no false merge", kept_clean(own), len(every), *bootstrap(own, kept_clean)))
    return found


def main() -> None:
    """Print the table by kind of damage, and the false ones on request."""
    parser = argparse.ArgumentParser(description="Score who is who in reports whose names are mangled.")
    parser.add_argument("--errors", action="store_true", help="list the names that led to another person or to nobody")
    args = parser.parse_args()
    articles = run()
    show(articles)
    print("\nwithout aligned sentences")
    show(run(aligned=False))
    for case in (case for cases in articles for case in cases if args.errors and case.outcome != "right"):
        print(f"{case.story} | {case.outcome} | {case.text} | {case.way} | {case.printed} | {case.person} | {case.led_to}")


def show(articles: Sequence[Sequence[Case]]) -> None:
    """Print one table."""
    print(f"{'':22s}" + "".join(f"{story:>36s}" for story in STORIES))
    print(f"{'':22s}" + f"{'right':>18s}{'false':>18s}" * 2)
    for way in (*WAYS, "", None):
        rows = [[c for cases in articles for c in cases if c.story == s and way in {None, c.way}] for s in STORIES]
        print(f"{'all forms' if way is None else way or 'not damaged':22s}" + "".join(map(_shares, rows)))
    mangled = [[c for cases in articles for c in cases if c.story == s and c.way] for s in STORIES]
    print(f"{'all mangled':22s}" + "".join(map(_shares, mangled)))


def _shares(cases: Sequence[Case]) -> str:
    counts = [sum(case.outcome == outcome for case in cases) for outcome in ("right", "false")]
    return "".join(f"{n:5d}/{len(cases):4d} {100 * n / max(1, len(cases)):5.1f} %" for n in counts)


if __name__ == "__main__":
    main()
