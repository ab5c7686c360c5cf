"""The labelled pairs that the network learns from: sets from elsewhere, and pairs made by ``alter``."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from daylight.words import diff, fold, words
from eval.data import need
from training.pairs.alter import NAME, Altered, Source, altered, reworded

UNKNOWN = -1.0
TYPES = ("entity_modification", "antonym_swap", "hallucinated_fact_insertion", "negation_insertion_removal")
"""SummEdits' names of the kinds of edit, in the order of the network's outputs."""

Four = tuple[float, float, float, float]
NO_TYPES: Four = (UNKNOWN,) * 4


class Row(NamedTuple):
    """Two texts. ``says``: same content, b follows from a, a follows from b, one subject; ``types``: kinds of edit.

    1 yes, 0 no, UNKNOWN where the set does not say.
    """

    a: str
    b: str
    says: Four
    types: Four = NO_TYPES


class Edit(NamedTuple):
    """A pair of SummEdits: its domain, the place of its document in the domain, and the row."""

    domain: str
    document: int
    row: Row


ENTAILED: Four = (UNKNOWN, 1, UNKNOWN, 1)
NEUTRAL: Four = (0, 0, UNKNOWN, UNKNOWN)
CONTRADICTED: Four = (0, 0, 0, 1)
UNRELATED: Four = (0, 0, 0, 0)
LABELS = {"entailment": ENTAILED, "neutral": NEUTRAL, "contradiction": CONTRADICTED}


def turn(row: Row) -> Row:
    """The same pair the other way round. Insertions and omissions are one kind of edit."""
    same, forward, backward, related = row.says
    return Row(row.b, row.a, (same, backward, forward, related), row.types)


def summedits() -> list[Edit]:
    """Every pair of SummEdits whose two summaries differ."""
    found = []
    for path in sorted(need("summedits").glob("summedits_*.json")):
        documents: list[str] = []
        for item in json.loads(path.read_text("utf-8")):
            if item["doc"] not in documents:
                documents.append(item["doc"])
            if item["original_summary"] != item["summary"]:
                place = documents.index(item["doc"])
                found.append(Edit(path.stem.removeprefix("summedits_"), place, _edited(item)))
    return found


def _edited(item: dict[str, Any]) -> Row:
    kept = float(item["label"] == 1)
    named = item["edit_types"]
    types = tuple(float(kind in named) for kind in TYPES) if named and not kept else NO_TYPES
    backward = 1.0 if kept else UNKNOWN if types[2] else 0.0
    return Row(item["original_summary"], item["summary"], (kept, kept, backward, 1), types)  # type: ignore[arg-type]


def alone(a: str, b: str) -> list[str]:
    """The text a with one of the changes that lead to b, for each of them."""
    own, other = words(a), words(b)
    found = []
    for edit in diff([fold(a[slice(*w)]) for w in own], [fold(b[slice(*w)]) for w in other]):
        if edit.op != "equal":
            (i, j), (k, m) = edit.a, edit.b
            start = own[i].start if i < len(own) else len(a)
            end = own[j - 1].end if j > i else start
            new = b[other[k].start : other[m - 1].end] if m > k else ""
            found.append(f"{a[:start]}{new if j > i else new + ' '}{a[end:]}")
    return found


def entailment(limit: int, random: Random) -> list[Row]:
    """Pairs of the NLI sets, ``limit`` of LingNLI and a third of that of each other one."""
    ling = [row for path in sorted(need("nli", "lingnli").glob("train_*.jsonl")) for row in _jsonl(path)]
    sick = list(_table(need("nli", "sick", "train.csv"), "premise", "hypothesis", "label", ","))
    counter = list(_table(need("nli", "counterfactual", "train.tsv"), "sentence1", "sentence2", "gold_label", "\t"))
    rows = []
    for held, share in ((ling, limit), (sick, limit // 3), (counter, limit // 3)):
        random.shuffle(held)
        rows += held[:share]
    return rows


def _jsonl(path: Path) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line)
        if item["label"] in LABELS:
            yield Row(item["premise"], item["hypothesis"], LABELS[item["label"]])


def _table(path: Path, a: str, b: str, label: str, mark: str) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as stream:
        for item in csv.DictReader(stream, delimiter=mark):
            if item[label] in LABELS:
                yield Row(item[a], item[b], LABELS[item[label]])


def sentences() -> list[Source]:
    """Sentences of 60 to 240 characters of the news texts of PolNeAR's training half."""
    found = []
    for path in sorted(need("polnear", "train", "text").glob("*.txt")):
        text = path.read_text("utf-8")
        names = tuple(sorted(set(NAME.findall(text))))
        for line in text.splitlines():
            held = re.split(r"(?<=[a-z]\.) (?=[A-Z])", line.strip())
            found += [Source(s, names) for s in held if 60 <= len(s) <= 240 and s.endswith(".")]
    return found


def made(limit: int, random: Random) -> list[Row]:
    """``limit`` generated pairs: five altered for four harmless and one of two sentences of one article or of two."""
    held = sentences()
    found: list[Row] = []
    while len(found) < limit:
        place = random.randrange(len(held) - 1)
        source, chance = held[place], random.random()
        if chance < 0.1:
            other = held[place + 1] if chance < 0.05 else random.choice(held)
            found.append(Row(source.text, other.text, UNRELATED))
            continue
        new = altered(source, random) if chance < 0.6 else reworded(source, random)
        if new is not None:
            found.append(_made(source, new))
    return found


def _made(source: Source, new: Altered) -> Row:
    if new.kind is None:
        return Row(source.text, new.text, (1, 1, 1, 1))
    types = tuple(float(kind == new.kind) for kind in range(4))
    return Row(source.text, new.text, (0, float(new.omits), float(new.adds), 1), types)  # type: ignore[arg-type]
