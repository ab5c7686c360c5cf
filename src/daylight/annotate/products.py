"""The matrix products of the language model, by the BLAS that numpy brings, on one thread.

spaCy multiplies with BLIS, which on recent processors makes the whole pipeline a third slower (30 articles: 4.21 s, with
OpenBLAS 2.98 s; tags, heads and names the same for every word). On two threads the same bytes come out, after more time of
the processor and no less by the clock: the matrices are small.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]


def by_numpy(language: Language) -> None:
    """Let every network of the pipeline multiply with numpy."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in language.pipeline:
        model: Any = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = ops


def one_thread() -> AbstractContextManager[object]:
    """A context in which numpy multiplies on the thread that asks."""
    return _controller().limit(limits=1, user_api="blas")  # type: ignore[no-any-return]


@cache
def _controller() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
