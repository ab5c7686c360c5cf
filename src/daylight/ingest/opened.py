"""Files, opened with care: what is no file is refused, and nothing is read beyond a limit."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from daylight.errors import Empty, InputError, NotText, TooLarge
from daylight.settings import Settings

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

HEAD = 65_536
"""Bytes that are looked at to tell what a file is: trackers and comments may stand before the first telling element."""
MEGABYTE = 1_000_000
LONGEST_SAID = 120
"""Characters kept of what a library says of a broken file."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An input, open at its beginning. ``where`` names it to people; ``name`` is its file name, empty where it has none.

    ``size`` is in bytes, None where it is not known before all is read.
    """

    where: str
    name: str
    stream: io.BufferedReader
    size: int | None = None

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        return self.stream.peek(HEAD)[:HEAD]

    def whole(self, settings: Settings) -> bytes:
        """All bytes. Raises TooLarge beyond ``settings.max_bytes``, before reading if it can, Empty where there are none."""
        if (self.size or 0) > settings.max_bytes:
            raise _too_large(self.where, self.size or 0, settings)
        data = self.stream.read(settings.max_bytes + 1)
        if len(data) > settings.max_bytes:
            raise _too_large(self.where, len(data), settings)
        if not data:
            raise Empty(self.where, "this file is empty; give a report with at least one sentence")
        return data


def opened_bytes(data: bytes, where: str, name: str = "") -> Opened:
    """Bytes in memory, as a file that stands open."""
    return Opened(where, name, io.BufferedReader(io.BytesIO(data), HEAD))


class _Unpacked(io.RawIOBase):
    """What gzip data hold, as a stream; raises InputError where they are broken."""

    def __init__(self, file: Opened) -> None:
        self._packed = gzip.GzipFile(fileobj=file.stream)
        self._where = file.where

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        try:
            return self._packed.readinto(buffer)
        except (OSError, EOFError, zlib.error) as error:
            raise broken(self._where, "gzip file", error) from error


def unpacked(file: Opened) -> Opened:
    """What a gzip file holds, under the name without its last suffix."""
    return Opened(file.where, file.name.removesuffix(".gz"), io.BufferedReader(_Unpacked(file), HEAD))


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a file. Raises InputError with a reason for people where that cannot be, also while the file is in use."""
    with _open(path) as stream:
        try:
            yield Opened(str(path), path.name, stream, path.stat().st_size)
        except OSError as error:
            raise refusal(path, error) from error


def _open(path: Path) -> io.BufferedReader:
    try:
        if path.is_dir():
            raise InputError(str(path), "this is a folder where a file was expected; name the files in it")
        if path.exists() and not path.is_file():
            raise NotText(str(path), "this is a device or a pipe, not a file; copy it to a file first")
        return io.BufferedReader(io.FileIO(path), HEAD)
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error


@contextmanager
def foreign(where: str, what: str) -> Iterator[None]:
    """Turn whatever a library raises on a broken file into an InputError that says which file and what it should be."""
    try:
        yield
    except (InputError, GeneratorExit):
        raise
    except Exception as error:
        raise broken(where, what, error) from error


def broken(where: str, what: str, error: Exception) -> NotText:
    """The refusal of a file that its format's library cannot read."""
    said = " ".join(str(error).split())[:LONGEST_SAID] or type(error).__name__
    return NotText(where, f"this is no {what} that can be read ({said}); get it again, or give its text")


def _too_large(where: str, size: int, settings: Settings) -> TooLarge:
    """The refusal of a file over the limit."""
    return TooLarge(
        where,
        f"this file has {size / MEGABYTE:.1f} MB, more than the limit of {settings.max_bytes / MEGABYTE:g} MB; "
        "split it or raise the setting max_bytes",
    )


def refusal(path: Path, error: Exception) -> InputError:
    """What the system said, in words for a user."""
    match error:
        case FileNotFoundError():
            reason = "there is no such file; check the path"
        case PermissionError():
            reason = "this file may not be read; check its permissions"
        case ValueError():
            reason = "this is no path that can exist; check it"
        case _:
            reason = f"this file cannot be read ({error}); check the path and the disk"
    return InputError(str(path), reason)
