"""Export the trained pair model to int8 ONNX, and say how near it is to the large one and how fast."""

from __future__ import annotations

import hashlib
import tempfile
import time
from pathlib import Path
from random import Random

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from eval.data import ROOT
from training.pairs.network import Pairs
from training.pairs.rows import made
from training.pairs.train import SEED, WORK, answers, prepared

SHIPPED = ROOT / "src" / "daylight" / "models" / "statements"
INPUTS = ("ids", "text", "place", "form")
OPSET = 17


def export(model: Pairs, target: Path) -> None:
    """Write the network at full precision."""
    example = tuple(torch.ones(2, 5, dtype=torch.long) for _ in INPUTS)
    axes = {name: {0: "n", 1: "m"} for name in INPUTS} | {"answers": {0: "n"}}
    torch.onnx.export(
        model.eval(), example, str(target), input_names=list(INPUTS), output_names=["answers"],
        dynamic_axes=axes, opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def report(model: Pairs, small: Path) -> None:
    """Print the hash, how far the probabilities of int8 lie from the large model's on 300 made pairs, and pairs a second."""
    rows = made(300, Random(SEED + 100))
    whole = np.array(answers(model, rows))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(small), options, providers=["CPUExecutionProvider"])
    feeds = [
        {name: np.array([row], dtype=np.int64) for name, row in pieces._asdict().items()} for pieces, _ in prepared(rows)
    ]
    started = time.perf_counter()
    logits = np.concatenate([session.run(None, feed)[0] for feed in feeds])
    spent = time.perf_counter() - started
    apart = np.abs(1 / (1 + np.exp(-logits)) - whole)[:, 0]
    turned = ((logits[:, 0] >= 0) != (whole[:, 0] >= 0.5)).mean()
    gold = np.array([row.says[0] for row in rows])
    print(f"{small.name} {small.stat().st_size} bytes, sha256 {hashlib.sha256(small.read_bytes()).hexdigest()}")
    print(f"same content, int8 against fp32: {apart.mean():.4f} apart on average, verdict turned in {100 * turned:.1f} %")
    large, little = (100 * ((p[:, 0] >= 0.5) == gold).mean() for p in (whole, 1 / (1 + np.exp(-logits))))
    print(f"made pairs right: fp32 {large:.1f} %, int8 {little:.1f} %")
    print(f"{len(rows) / spent:.0f} pairs/s one at a time on one thread")


def export_final(out: Path = SHIPPED) -> None:
    """Make the model in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    model = Pairs()
    model.load_state_dict(torch.load(WORK / "final.pt"))
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "model.onnx", out / "model.int8.onnx"
        export(model, large)
        quantize_dynamic(large, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        onnx.checker.check_model(str(small))
        report(model, small)
