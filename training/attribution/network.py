"""The network: MiniLM-L6 over word pieces with five features added, a label a word, and two pointers between words.

The pointers are bilinear forms (Dozat and Manning 2017, "Deep biaffine attention", without the hidden layers) with a learnt
bias for the signed distance of two words, in 64 logarithmic buckets.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from daylight.attribute.tagger.features import SIZES
from training.attribution.articles import BASE

LABELS = 7
POINTER = 128
DROPOUT = 0.15
REACH = 32
FOREIGN = ("architectures", "model_type", "transformers_version")


class Tagger(nn.Module):
    """Pieces [B, P], features [B, P, 5], mask [B, P], first pieces of words [B, N] → labels [B, N, 7], cues [B, N, N],
    sources [B, N, N + 1], all logits; the last source column is nobody."""

    def __init__(self, attention: str = "sdpa") -> None:
        super().__init__()
        given = json.loads((BASE / "config.json").read_text("utf-8"))
        config = BertConfig(**{key: value for key, value in given.items() if key not in FOREIGN})
        config.attention_probs_dropout_prob = 0.0  # a fused attention then: half the time of a step
        config._attn_implementation = attention
        self.bert = BertModel(config, add_pooling_layer=False)
        weights = load_file(BASE / "model.safetensors")
        kept = {k.removeprefix("bert."): v for k, v in weights.items() if "pooler" not in k and "position_ids" not in k}
        self.bert.load_state_dict(kept, strict=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        width = config.hidden_size
        self.told = nn.ModuleList(nn.Embedding(size, width) for size in SIZES)
        for table in self.told:
            nn.init.normal_(table.weight, std=0.02)
        self.drop = nn.Dropout(DROPOUT)
        self.label = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(width, LABELS))
        self.cue = Pointer(width)
        self.source = Pointer(width)
        self.nobody = nn.Parameter(torch.zeros(POINTER))

    def forward(self, pieces: Tensor, told: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of labels, cues and sources."""
        embedded = self.bert.embeddings.word_embeddings(pieces)
        for n, table in enumerate(self.told):
            embedded = embedded + table(told[..., n])
        hidden = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        words = self.drop(torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, hidden.size(-1))))
        count = torch.arange(words.size(1), device=words.device)
        apart = count[None, :] - count[:, None]
        bucket = (torch.sign(apart) * torch.clamp(torch.log2(apart.abs().float() + 1) * 4, max=REACH).long() + REACH).long()
        nobody = (self.source.asks(words) * self.nobody).sum(-1) * POINTER**-0.5
        sources = torch.cat([self.source(words, bucket), nobody.unsqueeze(-1)], -1)
        return self.label(words), self.cue(words, bucket), sources


def read(weights: Path, attention: str = "sdpa") -> Tagger:
    """The network with weights from a file, ready to be run."""
    network = Tagger(attention)
    network.load_state_dict(torch.load(weights))
    return network.eval()


class Pointer(nn.Module):
    """A score for each pair of words: how well the second answers the first."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.asks = nn.Linear(width, POINTER)
        self.answers = nn.Linear(width, POINTER)
        self.distance = nn.Embedding(2 * REACH + 1, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, words: Tensor, bucket: Tensor) -> Tensor:
        """Logits [B, N, N] of words [B, N, width] whose distances fall in ``bucket`` [N, N]."""
        return self.asks(words) @ self.answers(words).transpose(1, 2) * POINTER**-0.5 + self.distance(bucket).squeeze(-1)
