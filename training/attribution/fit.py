"""Fit the network to the articles, and say after each epoch how it does on articles that it was not fitted to."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from daylight.attribute.tagger.decoding import Outputs, decode
from daylight.attribute.tagger.features import NO_WORD
from daylight.attribute.tagger.windows import Window, paragraphs
from eval.data import need, scorer
from training.attribution.articles import NOBODY, UNLABELLED, Article
from training.attribution.network import LABELS, Tagger

WARM = 0.06
LEAST = 0.02
TIE_WEIGHT = 0.3


@dataclass(frozen=True)
class Recipe:
    """How to train. ``rate`` is the encoder's; what is new learns at five times that. ``threads`` changes the clock only."""

    epochs: int = 4
    rate: float = 4e-4
    batch: int = 8
    seed: int = 1
    threads: int = 1
    half: bool = True


Row = dict[str, list[list[int]]]
Example = tuple[Window, list[int], list[int], list[int]]


def examples(articles: Sequence[Article]) -> list[Example]:
    """Each window with the labels of its words, and the places of their cues and sources in it."""
    return [_example(a, w) for a in articles for w in a.windows if w.words]


def _example(article: Article, window: Window) -> Example:
    place = {i: n for n, i in enumerate(window.words)}
    cues = [place.get(int(article.cue_of[i]), UNLABELLED) for i in window.words]
    sources = [
        NOBODY if article.source_of[i] == NOBODY else place.get(int(article.source_of[i]), UNLABELLED) for i in window.words
    ]
    return window, [int(article.roles[i]) for i in window.words], cues, sources


def tensors(windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, features, mask and first pieces of windows, padded to the longest."""
    pieces = max(len(w.pieces) for w in windows)
    words = max(len(w.words) for w in windows)
    ids = torch.zeros(len(windows), pieces, dtype=torch.long)
    told = torch.zeros(len(windows), pieces, len(NO_WORD), dtype=torch.long)
    mask = torch.zeros(len(windows), pieces, dtype=torch.long)
    first = torch.zeros(len(windows), words, dtype=torch.long)
    for n, window in enumerate(windows):
        size = len(window.pieces)
        ids[n, :size] = torch.tensor(window.pieces)
        told[n, :size] = torch.tensor(window.features)
        mask[n, :size] = 1
        first[n, : len(window.words)] = torch.tensor(window.first)
    return ids, told, mask, first


def loss(network: Tagger, batch: Sequence[Example]) -> Tensor:
    """Cross entropy of labels, and of both pointers at a lower weight."""
    windows = [window for window, *_ in batch]
    labels, cues, sources = network(*tensors(windows))
    labels, cues, sources = labels.float(), cues.float(), sources.float()
    most = labels.size(1)
    there = torch.arange(most)[None, :] < torch.tensor([len(w.words) for w in windows])[:, None]
    cues = cues.masked_fill(~there[:, None, :], -1e4)
    sources = torch.cat([sources[..., :-1].masked_fill(~there[:, None, :], -1e4), sources[..., -1:]], -1)
    gold = [torch.full((len(batch), most), UNLABELLED) for _ in range(3)]
    for n, (_, *rows) in enumerate(batch):
        for target, row in zip(gold, rows, strict=True):
            target[n, : len(row)] = torch.tensor(row)
    gold[2][gold[2] == NOBODY] = most
    total = cross_entropy(labels.reshape(-1, LABELS), gold[0].reshape(-1), ignore_index=UNLABELLED)
    for scores, target in ((cues, gold[1]), (sources, gold[2])):
        if (target != UNLABELLED).any():
            flat = scores.reshape(-1, scores.size(-1))
            total = total + TIE_WEIGHT * cross_entropy(flat, target.reshape(-1), ignore_index=UNLABELLED)
    return total


def fit(
    articles: Sequence[Article], tested: Sequence[Article], split: str, recipe: Recipe, weights: Path
) -> list[dict[str, float]]:
    """Train; write the weights after every epoch; return the curve."""
    torch.manual_seed(recipe.seed)
    random.seed(recipe.seed)
    torch.set_num_threads(recipe.threads)
    network, made = Tagger(), examples(articles)
    optimizer = _optimizer(network, recipe)
    steps = recipe.epochs * -(-len(made) // recipe.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min(1, (k + 1) / (WARM * steps)) * max(LEAST, 1 - k / steps)
    )
    curve: list[dict[str, float]] = []
    began = time.time()
    print(f"{len(made)} windows, {steps} steps", flush=True)
    for epoch in range(1, recipe.epochs + 1):
        network.train()
        losses = []
        for batch in _batches(made, recipe.batch):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=recipe.half):
                value = loss(network, batch)
            optimizer.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(value.item())
            if len(losses) % 50 == 0:
                print(
                    f"epoch {epoch}, step {len(losses)}: loss {np.mean(losses[-50:]):.4f}, {time.time() - began:.0f} s",
                    flush=True,
                )
        torch.save(network.state_dict(), weights)
        curve.append({"epoch": epoch, "loss": round(float(np.mean(losses)), 4), **score(network, tested, split)})
        print(json.dumps(curve[-1]), f"{time.time() - began:.0f} s", flush=True)
    return curve


def _optimizer(network: Tagger, recipe: Recipe) -> torch.optim.Optimizer:
    named = [(name, value) for name, value in network.named_parameters() if value.requires_grad]
    body = [value for name, value in named if name.startswith("bert.")]
    new = [value for name, value in named if not name.startswith("bert.")]
    groups = [{"params": body, "lr": recipe.rate}, {"params": new, "lr": 5 * recipe.rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _batches(made: Sequence[Example], size: int) -> Iterator[Sequence[Example]]:
    """Batches of windows of like length, in a drawn order."""
    order = sorted(made, key=lambda example: len(example[0].pieces) + random.random() * 40)  # noqa: S311 (no secret)
    batches = [order[at : at + size] for at in range(0, len(order), size)]
    random.shuffle(batches)
    return iter(batches)


def score(network: Tagger, articles: Sequence[Article], split: str) -> dict[str, float]:
    """The network alone, without the rules beside it, against the gold of a split, in percent."""
    network.eval()

    def run(window: Window) -> Outputs:
        with torch.no_grad():
            labels, cues, sources = network(*tensors([window]))
        return Outputs(labels[0].numpy(), cues[0].numpy(), sources[0].numpy())

    return scored({article.id: predicted(article, run) for article in articles}, split)


def scored(found: dict[str, list[Row]], split: str) -> dict[str, float]:
    """The headline measures of predictions, by the name of the article, in percent."""
    polnear = scorer("polnear_eval")
    gold = {name: row for name, row in polnear.load_gold(str(need("polnear", split))).items() if name in found}
    measures, _ = polnear.evaluate(gold, found)
    speech, _ = polnear.evaluate(gold, found, True)
    wanted = {"attribution": "attribution", "content strict": "content/strict"}
    figures = {title: measures[key][2] for title, key in wanted.items()} | {"speech": speech["attribution"][2]}
    figures |= {kind: measures[f"type/{kind}"][1] for kind in ("direct", "mixed", "indirect")}
    return {title: round(100 * value, 1) for title, value in figures.items()}


def predicted(article: Article, run: Callable[[Window], Outputs]) -> list[Row]:
    """What a network, ``run`` on one window, finds in an article, as the scorer reads it."""
    tokens = article.report.tokens

    def spans(*runs: Sequence[int]) -> list[list[int]]:
        return [[tokens[each[0]].span.start, tokens[each[-1]].span.end] for each in runs if each]

    read = [(window, run(window)) for window in article.windows if window.words]
    return [
        {"source": spans(tied.source), "cue": spans(tied.cue), "content": spans(*tied.content)}
        for tied in decode(paragraphs(article.report), read)
    ]
