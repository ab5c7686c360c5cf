"""Make ``lexicon/en/cues.toml``: how often each cue, with each complement, is an attribution in PolNeAR's training articles.

``python -m training.cues.harvest [--limit N] [--out FILE]``. The rules run with a lexicon that lets every cue pass; each
candidate is compared with the gold attributions as the corpus's own scorer does (content overlap of one half, a shared word
of the source). Candidates whose cue stands inside a gold content are nested attributions, which the corpus does not mark:
they are not counted.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from daylight.attribute.candidate import Candidate
from daylight.attribute.extent import Quoted
from daylight.attribute.grammar import Grammar
from daylight.attribute.rules.continued import SPEECH, continued
from daylight.attribute.rules.cues import Cues, Family, cues
from daylight.attribute.rules.finders import Finder
from daylight.attribute.rules.repair import mended
from daylight.model import Annotated
from eval.corpus import annotated
from eval.data import need, scorer

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src" / "daylight" / "lexicon" / "en" / "cues.toml"
UNMEASURED = frozenset({"signed", "torn"})
"""Frames whose confidence is set by hand (``daylight.attribute.rules.cues``): the articles show none."""
KEEP = 0.4
"""Least precision listed. 0.3, 0.35, 0.4 gave attribution F1 64.5, 64.8, 65.0 on dev, with precision 67, 69, 71."""
WEIGHT = 4.0
"""Occurrences that the mean of the complement counts for."""
OTHERS, LEAN = 8.0, (0.3, 2.0)
"""Weight of a cue's other frames, and how far they may move its mean. Counted on one half of the articles and tried on the
other, candidates above KEEP have F1 79.8 and 78.0 with it, 79.4 and 77.7 without; weights of 2 to 8 differ by 0.1."""
SEEN, SEEN_KNOWN = 3, 2
"""Least occurrences of a cue without and with a class."""
UNKNOWN_MEAN = 0.2
"""Mean of a complement for a cue without a class, at most."""
SUPPOSED = 0.34
"""Least class mean by which a verb of communication gets a complement that the articles hardly show."""
SUPPOSED_FRAMES = {
    "verb": ("quote", "that", "whether", "paren", "object-as", "object"),
    "noun": ("that", "prep-about"),
}
Key = tuple[str, str, str]
Classes = dict[str, dict[str, str]]
Lists = dict[tuple[str, str], dict[str, dict[str, float]]]


class Everything(Cues):
    """A lexicon that lets every cue pass."""

    def __init__(self, quoting: frozenset[str]) -> None:
        super().__init__({})
        self.quoting = quoting

    def score(self, family: Family, lemma: str, frame: str) -> float:  # noqa: ARG002
        """One half, but nothing for a verb that is never tried beside a quotation."""
        return 0.5 if frame != "quote" or lemma.partition(" ")[0] in self.quoting else 0.0

    def knows(self, family: Family, lemma: str) -> bool:  # noqa: ARG002
        """Every cue is known."""
        return True


def count(limit: int | None, quoting: frozenset[str]) -> tuple[Counter[Key], Counter[Key]]:
    """Occurrences and hits of each family, lemma and frame."""
    gold = scorer("polnear_eval").load_gold(str(need("polnear", "train")))
    names = sorted(gold)[:limit]
    total: Counter[Key] = Counter()
    hits: Counter[Key] = Counter()
    for name, article in zip(names, annotated([need("polnear", "train", "text", f"{n}.txt") for n in names]), strict=True):
        for candidate, verdict in judged(article, gold[name], quoting):
            key = (candidate.family, candidate.lemma, candidate.frame)
            total[key] += 1
            hits[key] += verdict
    return total, hits


def judged(article: Annotated, gold: tuple[str, Any], quoting: frozenset[str]) -> Iterator[tuple[Candidate, bool]]:
    """Each candidate of an article that is not nested in gold, and whether it is right."""
    text, attributions = gold
    doc = scorer("polnear_eval").Doc(text)
    rows = [row for row in doc.view(attributions) if row["content"]]
    at: dict[int, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        for token in row["content"]:
            at[token].append(n)
    grammar = Grammar(article, mended(article.tokens, cues().speaks))
    quoted = Quoted(grammar)
    finder = Finder(grammar, quoted, Everything(quoting))
    for candidate in finder.candidates():
        whole = candidate.content
        if candidate.frame in SPEECH:
            whole = continued(grammar, quoted, [candidate], finder.direct.orphans)[0][1]
        content = doc.tokens(whole)
        source = doc.tokens([candidate.source]) if candidate.source else set()
        near = {n for token in content for n in at[token]}
        right = any(
            2 * len(content & rows[n]["content"]) >= len(content | rows[n]["content"])
            and (source & rows[n]["source"] or not (source or rows[n]["source"]))
            for n in near
        )
        head = doc.tokens([grammar.tokens[candidate.head].span])
        if content and (right or not any(head <= rows[n]["content"] for token in head for n in at[token])):
            yield candidate, right


def weigh(total: Counter[Key], hits: Counter[Key], classes: Classes) -> Lists:
    """The cues to list: family and class to lemma to frame to smoothed precision."""
    mean = {
        (f, frame): _mean(total, hits, lambda k, f=f, fr=frame: k[0] == f and k[2] == fr and k[1] in classes[f])
        for f, frame in sorted({(family, frame) for family, _, frame in total})
    }
    lean = _lean(total, hits, mean)
    lists: Lists = defaultdict(lambda: defaultdict(dict))
    for key in sorted(total):
        family, lemma, frame = key
        known = lemma in classes[family]
        prior = mean[family, frame] * lean[key] if known else min(mean[family, frame], UNKNOWN_MEAN)
        precision = (hits[key] + WEIGHT * min(prior, 1.0)) / (total[key] + WEIGHT)
        if (
            total[key] < (SEEN_KNOWN if known else SEEN)
            or precision < KEEP
            or frame in UNMEASURED
            or not lemma.replace("-", "").replace(" ", "").isalpha()
        ):
            continue
        if known or family != "adverb":
            lists[family, classes[family].get(lemma, "other")][lemma][frame] = round(precision, 2)
    suppose(lists, total, hits, classes)
    return lists


def _lean(total: Counter[Key], hits: Counter[Key], mean: dict[tuple[str, str], float]) -> dict[Key, float]:
    """How much oftener a cue is an attribution in its other frames than their means: "rule out" oftener than "go"."""
    found: Counter[tuple[str, str]] = Counter()
    expected: dict[tuple[str, str], float] = defaultdict(float)
    for (family, lemma, frame), n in total.items():
        found[family, lemma] += hits[family, lemma, frame]
        expected[family, lemma] += n * mean[family, frame]
    low, high = LEAN
    return {
        key: min(
            max((found[key[:2]] - hits[key] + OTHERS) / (expected[key[:2]] - n * mean[key[0], key[2]] + OTHERS), low), high
        )
        for key, n in total.items()
    }


def suppose(lists: Lists, total: Counter[Key], hits: Counter[Key], classes: Classes) -> None:
    """Give words of communication that the articles hardly show the mean of their class."""
    for family, frames in SUPPOSED_FRAMES.items():
        for frame in frames:
            prior = _mean(
                total,
                hits,
                lambda k, f=family, fr=frame: k[0] == f and k[2] == fr and classes[f].get(k[1]) == "communication",
            )
            for lemma, kind in sorted(classes[family].items()):
                key = (family, lemma, frame)
                precision = (hits[key] + WEIGHT * prior) / (total[key] + WEIGHT)
                if kind == "communication" and total[key] < SEEN_KNOWN and precision >= SUPPOSED:
                    lists[family, kind][lemma].setdefault(frame, round(precision, 2))


def _mean(total: Counter[Key], hits: Counter[Key], chosen: Any) -> float:
    keys = [key for key in total if chosen(key)]
    return (sum(hits[key] for key in keys) + 1) / (sum(total[key] for key in keys) + 5)


def toml(lists: Lists) -> str:
    """The lexicon as TOML, sorted."""
    lines = [
        "# Cues, by class, with the complements that they take. Made by training/cues/harvest.py: the figures are the",
        "# share of occurrences marked as attributions in PolNeAR's training articles, smoothed to the complement's mean.",
    ]
    for (family, kind), lemmas in sorted(lists.items()):
        lines += ["", f"[{family}.{kind}]"]
        for lemma, frames in sorted(lemmas.items()):
            row = ", ".join(f"{_key(f)} = {p}" for f, p in sorted(frames.items(), key=lambda item: (-item[1], item[0])))
            lines.append(f"{_key(lemma)} = {{ {row} }}")
    return "\n".join(lines) + "\n"


def _key(word: str) -> str:
    return word if word.isascii() and word.replace("-", "").isalnum() else f'"{word}"'


def main() -> None:
    """Count, weigh, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    table = tomllib.loads((HERE / "classes.toml").read_text("utf-8"))
    quoting = frozenset(table.pop("quotation")["verbs"])
    classes = {
        family: {lemma: kind for kind, lemmas in kinds.items() for lemma in lemmas} for family, kinds in table.items()
    }
    lists = weigh(*count(arguments.limit, quoting), classes)
    arguments.out.write_text(toml(lists), "utf-8")
    print(f"{sum(len(lemmas) for lemmas in lists.values())} cues in {arguments.out}")


if __name__ == "__main__":
    main()
