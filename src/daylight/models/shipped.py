"""Weights that ship with the package: read once, checked against their pinned hash, run on one thread."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from daylight.errors import ModelError
from daylight.model import ModelDigest

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

WEIGHTS = "model.int8.onnx"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A file of one model's folder beside this module, and the SHA-256 that it must have."""

    folder: str
    file: str
    sha256: str

    def read(self) -> bytes:
        """The bytes of the file; raises ModelError where it is missing or is not the pinned one."""
        path = resources.files("daylight.models") / self.folder / self.file
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ModelError(
                f"the model {self.folder} is incomplete: {path} cannot be read. Reinstall daylight-news."
            ) from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise ModelError(
                f"the model {self.folder} was changed: {path} is not the file of this version. Reinstall daylight-news."
            )
        return data

    def digest(self, name: str) -> ModelDigest:
        """The model's name and hash for a result, once the file is known to be the pinned one: a process looks once."""
        _check(self)
        return ModelDigest(name, self.sha256)


PIECES = Shipped("minilm", "tokenizer.json", "2fc687b11de0bc1b3d8348f92e3b49ef1089a621506c7661fbf3248fcd54947e")
"""The word pieces of MiniLM, which every model here reads."""


@cache
def _check(shipped: Shipped) -> None:
    shipped.read()


@cache
def session(weights: Shipped) -> InferenceSession:
    """The network, loaded once. One thread: results must not depend on how many cores there are."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return InferenceSession(weights.read(), options, providers=["CPUExecutionProvider"])


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer as it was exported: it cuts a text at 128 pieces."""
    return _made()


@cache
def uncut_tokenizer() -> Tokenizer:
    """The tokenizer without cutting and padding."""
    made = _made()
    made.no_truncation()
    made.no_padding()
    return made


@cache
def _json() -> str:
    return PIECES.read().decode("utf-8")


def _made() -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(_json())
