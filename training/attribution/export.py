"""Export the network to int8 ONNX, and say how near the small file is to the network and how it does on dev."""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from daylight.attribute.tagger.decoding import Outputs
from daylight.attribute.tagger.features import NO_WORD
from daylight.attribute.tagger.windows import Window
from training.attribution.articles import Article, load
from training.attribution.fit import predicted, scored, tensors
from training.attribution.network import Tagger, read

OPSET = 17
FILE = "model.int8.onnx"


class OneWindow(torch.nn.Module):
    """The network for one window, which needs no mask."""

    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: torch.Tensor, told: torch.Tensor, first: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Logits [1, N, 7], [1, N, N], [1, N, N + 1]."""
        return self.network(pieces, told, torch.ones_like(pieces), first)


def export(weights: Path, out: Path, limit: int | None = None) -> None:
    """Write ``model.int8.onnx`` into ``out`` and print its figures."""
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    network = read(weights, attention="eager")
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "model.onnx", out / FILE
        _write(network, large)
        quantize_dynamic(large, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        onnx.checker.check_model(str(small))
    _report(network, small, load("dev", limit))


def _write(network: Tagger, target: Path) -> None:
    pieces = torch.tensor([[101, 7592, 2088, 102, 7592, 102]])
    told = torch.ones(1, 6, len(NO_WORD), dtype=torch.long)
    torch.onnx.export(
        OneWindow(network).eval(),  # else the exporter puts the network back to training
        (pieces, told, torch.tensor([[1, 2, 4]])),
        str(target),
        input_names=["pieces", "features", "first"],
        output_names=["labels", "cues", "sources"],
        dynamic_axes={
            "pieces": {1: "p"},
            "features": {1: "p"},
            "first": {1: "n"},
            "labels": {1: "n"},
            "cues": {1: "n", 2: "n"},
            "sources": {1: "n", 2: "m"},
        },
        opset_version=OPSET,
        dynamo=False,
    )


def _report(network: Tagger, small: Path, articles: Sequence[Article]) -> None:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(small), options, providers=["CPUExecutionProvider"])

    def quick(window: Window) -> Outputs:
        feed: dict[str, Any] = {
            "pieces": np.array([window.pieces], np.int64),
            "features": np.array([window.features], np.int64),
            "first": np.array([window.first], np.int64),
        }
        return Outputs(*(value[0] for value in session.run(None, feed)))

    same = total = pieces = 0
    spent = 0.0
    for window in (w for a in articles[:20] for w in a.windows):
        with torch.no_grad():
            full = network(*tensors([window]))[0][0].numpy()
        began = time.perf_counter()
        cut = quick(window).labels
        spent += time.perf_counter() - began
        same += int((full.argmax(-1) == cut.argmax(-1)).sum())
        total += len(cut)
        pieces += len(window.pieces)
    print(f"{small.name} {small.stat().st_size} bytes, sha256 {hashlib.sha256(small.read_bytes()).hexdigest()}")
    print(
        f"labels of {total} words: {100 * same / total:.2f} % as at full precision;",
        f"{pieces / spent:.0f} pieces/s on one thread",
    )
    print(json.dumps({"int8, network alone": scored({a.id: predicted(a, quick) for a in articles}, "dev")}))
    print(
        "made with", ", ".join(f"{p} {version(p)}" for p in ("torch", "transformers", "onnx", "onnxruntime", "tokenizers"))
    )
