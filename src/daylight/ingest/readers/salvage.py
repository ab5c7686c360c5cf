"""Where reading of a broken WARC file can go on."""

from __future__ import annotations

import re
import zlib
from io import BufferedReader

_STARTS = re.compile(rb"\x1f\x8b\x08|\x28\xb5\x2f\xfd|(?<=\n)WARC/1\.")
_STEP = 1_000_000
_LONGEST_START = 8


def next_record(stream: BufferedReader, at: int) -> int | None:
    """The offset of the next place from ``at`` on where a record, plain or packed, begins; None where there is none."""
    while True:
        stream.seek(at)
        window = stream.read(_STEP)
        for match in _STARTS.finditer(window):
            if _is_start(stream, at + match.start()):
                return at + match.start()
        if len(window) < _STEP:
            return None
        at += _STEP - _LONGEST_START


def _is_start(stream: BufferedReader, at: int) -> bool:
    """Whether what looks like the beginning of a packed record is one: three bytes may stand anywhere by chance."""
    stream.seek(at)
    head = stream.read(4_096)
    if not head.startswith(b"\x1f\x8b"):
        return True
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 64).startswith(b"WARC/")
    except zlib.error:
        return False
