"""Where the data for measuring lies. None of it belongs to the project, so it may be absent: then a scorer is skipped."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


class NoData(Exception):
    """The data that a scorer needs is not on this machine."""


def folder() -> Path:
    """The data folder: the environment variable DAYLIGHT_DATA, else ``../shared/data`` beside the repository."""
    return Path(os.environ.get("DAYLIGHT_DATA") or ROOT.parent / "shared" / "data")


def need(*parts: str) -> Path:
    """A path inside the data folder; raise NoData where it is absent."""
    path = folder().joinpath(*parts)
    if not path.exists():
        raise NoData(f"no data at {path}")
    return path


def scorer(name: str) -> Any:
    """A scorer that came with the data (``name.py`` beside the data folder), imported as a module."""
    path = need().parent / f"{name}.py"
    if not path.exists():
        raise NoData(f"no scorer at {path}")
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        if spec is None or spec.loader is None:
            raise NoData(f"{path} is not a Python module")
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def digest(paths: Iterable[Path]) -> str:
    """Sixteen hexadecimal digits over the names and bytes of files, those of folders included."""
    sha = hashlib.sha256()
    files = {file for path in paths for file in (path.rglob("*") if path.is_dir() else (path,)) if file.is_file()}
    for file in sorted(files):
        if "__pycache__" not in file.parts:
            sha.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return sha.hexdigest()[:16]
