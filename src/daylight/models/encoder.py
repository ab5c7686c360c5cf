"""Vectors of sentences: MiniLM-L6 as int8 (minilm/MODEL_CARD.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from daylight.errors import ModelError
from daylight.model import ModelDigest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

DIMENSIONS = 384
NAME = "all-MiniLM-L6-v2-int8"
PINNED = {
    "model.int8.onnx": "46e56b3d1f84c0f99b04caccd91f1fe63cb80bf6be94c8a241325535c3938c30",
    "tokenizer.json": "2fc687b11de0bc1b3d8348f92e3b49ef1089a621506c7661fbf3248fcd54947e",
}
_CACHED_TEXTS = 1 << 14  # 25 MB of vectors; the sentences and contents of 40 reports are about 4,000


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of unit length, shape ``(len(texts), 384)``, so that a product of two is their cosine.

    Each text is run alone: the activations of an int8 network are scaled over the batch, and a vector must not depend on
    its neighbours. On one thread that costs a third of the speed of a large batch (650 against 950 sentences/s). Texts
    are cut at 128 word pieces. Raises ModelError where the shipped model is not the pinned one.
    """
    import numpy as np

    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    return np.stack([_vector(text) for text in texts])


def digest() -> ModelDigest:
    """The name and hash of the model; raises ModelError where it is missing or is not the pinned one."""
    _checked("model.int8.onnx")
    return ModelDigest(NAME, PINNED["model.int8.onnx"])


@lru_cache(maxsize=_CACHED_TEXTS)
def _vector(text: str) -> NDArray[np.float32]:
    import numpy as np

    pieces = _tokenizer().encode(text)
    feed = {
        "input_ids": np.array([pieces.ids], dtype=np.int64),
        "attention_mask": np.array([pieces.attention_mask], dtype=np.int64),
    }
    vector: NDArray[np.float32] = _session().run(["embedding"], feed)[0][0]
    vector.flags.writeable = False
    return vector


@cache
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return InferenceSession(_checked("model.int8.onnx"), options, providers=["CPUExecutionProvider"])


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(_checked("tokenizer.json").decode("utf-8"))


def _checked(name: str) -> bytes:
    """The bytes of a shipped file, if they are the pinned ones."""
    file = resources.files("daylight.models") / "minilm" / name
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ModelError(f"the sentence model is incomplete: {file} cannot be read. Reinstall daylight-news.") from error
    if hashlib.sha256(data).hexdigest() != PINNED[name]:
        raise ModelError(f"the sentence model was changed: {file} is not the file of this version. Reinstall daylight-news.")
    return data
