"""The pair model's trainings: a base that saw nothing of what is measured, and short ones on top of it."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import torch
from tokenizers import Tokenizer

from daylight.models.pairs import Pieces, read
from eval.data import ROOT
from training.pairs.network import WEIGHTS, Pairs, batch, loss
from training.pairs.rows import Row, alone, entailment, made, summedits, turn

WORK = Path(os.environ.get("PAIRS_WORK") or ROOT / "build" / "training" / "pairs")
SEED = 7
BASE_NLI, BASE_MADE = int(os.environ.get("PAIRS_NLI", "4000")), int(os.environ.get("PAIRS_MADE", "7000"))
BATCH = 24
FOLDS = 4
REPEATS = 2
"""Epochs over SummEdits, each beside as many made pairs and entailments as a half of it."""

Learnt = tuple[Pieces, list[float]]


def prepared(rows: Sequence[Row]) -> list[Learnt]:
    """What the network reads and should answer of each row."""
    pieces = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    pieces.no_padding()
    pieces.no_truncation()
    return [(read(row.a, row.b, pieces), [*row.says, *row.types]) for row in rows]


def train(model: Pairs, rows: list[Learnt], rate: float, random: Random) -> None:
    """One pass over ``rows``, in batches of like length, the rate warming up for a tenth of it and falling to nothing."""
    batches = _batches(rows, random)
    for weight in model.encoder.embeddings.word_embeddings.parameters():
        weight.requires_grad = False
    body = [p for p in model.encoder.parameters() if p.requires_grad]
    heads = [*model.answer.parameters(), *model.place.parameters(), *model.form.parameters()]
    optimizer = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": heads, "lr": 5 * rate}], weight_decay=0.01)
    steps = len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / (0.1 * steps), (steps - s) / (0.9 * steps), 1)
    )
    model.train()
    started, total = time.time(), 0.0
    for step, held in enumerate(batches, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*batch([row for row, _ in held]))
        cost = loss(logits.float(), torch.tensor([gold for _, gold in held]))
        optimizer.zero_grad()
        cost.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        total += cost.item()
        if step % 25 == 0 or step == steps:
            print(f"step {step} of {steps}, {time.time() - started:.0f} s, loss {total / (step % 25 or 25):.4f}", flush=True)
            total = 0.0


def _batches(rows: list[Learnt], random: Random) -> list[list[Learnt]]:
    held = list(rows)
    random.shuffle(held)
    stretch = 50 * BATCH
    sorted_rows = [
        row for i in range(0, len(held), stretch) for row in sorted(held[i : i + stretch], key=lambda r: len(r[0].ids))
    ]
    batches = [sorted_rows[i : i + BATCH] for i in range(0, len(sorted_rows), BATCH)]
    random.shuffle(batches)
    return batches


@torch.no_grad()
def answers(model: Pairs, rows: Sequence[Row]) -> list[list[float]]:
    """The eight probabilities of each row."""
    model.eval()
    held = [pieces for pieces, _ in prepared(rows)]
    order = sorted(range(len(held)), key=lambda i: len(held[i].ids))
    found: list[list[float]] = [[] for _ in held]
    for i in range(0, len(order), 32):
        own = order[i : i + 32]
        for at, row in zip(own, torch.sigmoid(model(*batch([held[j] for j in own]))).tolist(), strict=True):
            found[at] = row
    return found


def base() -> None:
    """Everything that is not measured."""
    random = Random(SEED)
    rows = entailment(BASE_NLI, random) + made(BASE_MADE, random)
    rows = [turn(row) if random.random() < 0.3 else row for row in rows]
    model = Pairs()
    train(model, prepared(rows), 1e-4, random)
    torch.save(model.state_dict(), WORK / "base.pt")


def tuned(edits: Sequence[Row], seed: int) -> Pairs:
    """The base, trained on with ``edits`` and other pairs beside them."""
    random = Random(seed)
    torch.manual_seed(seed)
    model = Pairs()
    model.load_state_dict(torch.load(WORK / "base.pt"))
    rows = [turn(row) if random.random() < 0.3 else row for _ in range(REPEATS) for row in edits]
    beside = made(len(rows) // 4, random) + entailment(len(rows) // 6, random)
    train(model, prepared(rows + beside), 8e-5, random)
    return model


def folds() -> None:
    """The answers on each SummEdits pair by a network that saw nothing of its document, without the texts.

    ``alone`` is the least probability of the same content over the changes of the pair, each by itself.
    """
    edits = summedits()
    found = {}
    for fold in range(FOLDS):
        out = [edit.row for edit in edits if edit.document % FOLDS == fold]
        model = tuned([edit.row for edit in edits if edit.document % FOLDS != fold], SEED + fold)
        single = [(i, Row(row.a, b, row.says)) for i, row in enumerate(out) for b in alone(row.a, row.b)]
        worst = [1.0] * len(out)
        for (i, _), given in zip(single, answers(model, [row for _, row in single]), strict=True):
            worst[i] = min(worst[i], given[0])
        for row, given, least in zip(out, answers(model, out), worst, strict=True):
            found[key(row.a, row.b)] = {"answers": [round(x, 4) for x in given], "alone": round(least, 4)}
        right = [(found[key(row.a, row.b)]["answers"][0] >= 0.5) == (row.says[0] == 1) for row in out]
        print(f"fold {fold}: {100 * sum(right) / len(right):.1f} % right of {len(right)}", flush=True)
        lines = ",\n".join(f'"{name}": {json.dumps(value)}' for name, value in sorted(found.items()))
        (WORK / "folds.json").write_text("{\n" + lines + "\n}\n", "utf-8")


def key(a: str, b: str) -> str:
    """Sixteen hexadecimal digits that stand for a pair."""
    return hashlib.sha256(f"{a}\0{b}".encode()).hexdigest()[:16]


def final() -> None:
    """The shipped weights."""
    torch.save(tuned([edit.row for edit in summedits()], SEED).state_dict(), WORK / "final.pt")
