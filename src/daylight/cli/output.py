"""Data to standard output and files, words for people to standard error."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

import typer

BROKEN_PIPE = 141
"""128 + SIGPIPE: what a shell shows for a program whose reader went away."""


def use_utf8() -> None:
    """Read and write UTF-8 whatever the locale; what it cannot hold becomes an escape instead of a crash."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")


def emit(text: str | bytes) -> None:
    """Write ``text`` and a line end to standard output, or bytes as they are; end quietly where nobody reads on."""
    try:
        if isinstance(text, bytes):
            sys.stdout.buffer.write(text)
        else:
            sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes stdout once more at its end: give it a place that takes everything.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(BROKEN_PIPE) from None


def warn(message: str) -> None:
    """One line to standard error."""
    sys.stderr.write(f"daylight: {message}\n")


def check_writable(path: Path) -> None:
    """Wrong use, said before any work is done, where ``path`` cannot be a file to write."""
    if path.is_dir():
        raise typer.BadParameter(f"{path} is a folder: name a file, such as {path / 'page.html'}")
    if not path.absolute().parent.is_dir():
        raise typer.BadParameter(f"there is no folder {path.parent}: make it first")
    if not os.access(path.absolute().parent, os.W_OK):
        raise typer.BadParameter(f"no permission to write in {path.absolute().parent}")


def write_atomically(path: Path, text: str | bytes) -> None:
    """Write ``text`` in UTF-8, or bytes as they are; ``path`` holds its old content or all of the new, at every moment."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace"))
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """A function that shows which stage is at work: on standard error, and only where somebody looks at it."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield status.update
