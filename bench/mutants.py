"""Whether any reader crashes, hangs or swells on a damaged file: ``python -m bench.mutants [--count 10000] [NAME…]``.

A file of each format is damaged by a seeded generator: bits flipped, parts cut out, doubled, moved, taken from another
format, numbers blown up. Beside them stand a few files built to harm: bombs of gzip, zip streams and entities, endless
nesting, endless lines. Each format is read in a child of its own, whose memory is measured: a child that dies names the
mutant. Every mutant must give reports and named failures, whatever it is.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import random
import re
import time
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from bench import made

SEED = 7
LONGEST = 120.0
"""Seconds without a word after which a child is said to hang: four times the limit of one reading."""
NUMBER = re.compile(rb"\d+")


class Outcome(NamedTuple):
    """What reading the mutants of one file came to."""

    name: str
    mutants: int
    reports: int
    refused: int
    raised: tuple[str, ...]
    slowest: float
    megabytes: float


def mutant(data: bytes, others: list[bytes], draw: random.Random) -> bytes:
    """``data`` damaged in one to three ways."""
    for _ in range(draw.randint(1, 3)):
        data = draw.choice(WAYS)(data, others, draw)
    return data


def _flipped(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    damaged = bytearray(data)
    for _n in range(draw.randint(1, 20)):
        if damaged:
            damaged[draw.randrange(len(damaged))] ^= 1 << draw.randrange(8)
    return bytes(damaged)


def _cut_short(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    return data[: draw.randint(0, len(data))]


def _cut_out(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    start, end = sorted(draw.randint(0, len(data)) for _n in range(2))
    return data[:start] + data[end:]


def _doubled(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    start, end = sorted(draw.randint(0, len(data)) for _n in range(2))
    return data[:end] + data[start:end] * draw.choice((1, 1, 1, 50)) + data[end:]


def _spliced(data: bytes, others: list[bytes], draw: random.Random) -> bytes:
    at, other = draw.randint(0, len(data)), draw.choice(others)
    start, end = sorted(draw.randint(0, len(other)) for _n in range(2))
    return data[:at] + other[start:end] + data[at:]


def _noise(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    at = draw.randint(0, len(data))
    return data[:at] + draw.randbytes(draw.randint(1, 40)) + data[at:]


def _blown_up(data: bytes, _: list[bytes], draw: random.Random) -> bytes:
    """One number exchanged for a harmful one."""
    found = list(NUMBER.finditer(data))
    if not found:
        return data
    chosen = draw.choice(found)
    value = draw.choice((b"0", b"-1", b"65536", b"4294967295", b"99999999999999999999", b"9" * 5_000))
    return data[: chosen.start()] + value + data[chosen.end() :]


WAYS: tuple[Callable[[bytes, list[bytes], random.Random], bytes], ...] = (
    _flipped,
    _cut_short,
    _cut_out,
    _doubled,
    _spliced,
    _noise,
    _blown_up,
)


ZEROS = 300_000_000
DEEP = 1_000_000

BOMBS: dict[str, Callable[[], bytes]] = {
    "bomb.jsonl.gz": lambda: gzip.compress(bytes(ZEROS), 1),
    "bomb.csv.gz": lambda: gzip.compress(b"text\n" + bytes(ZEROS), 1),
    "bomb.txt.gz": lambda: gzip.compress(bytes(ZEROS), 1),
    "bomb.warc.gz": lambda: gzip.compress(made.warc_record(bytes(ZEROS)), 1),
    "inner.warc": lambda: made.warc_record(gzip.compress(bytes(ZEROS), 1), head="Content-Encoding: gzip\r\n") + made.warc(),
    "twice.jsonl.gz": lambda: gzip.compress(gzip.compress(bytes(ZEROS), 1), 1),
    "bomb.pdf": lambda: made.pdf(stream=zlib.compress(bytes(ZEROS), 1)),
    "text.pdf": lambda: made.pdf(stream=zlib.compress(b"BT /F1 9 Tf " + b"(words and words) Tj " * 400_000 + b"ET")),
    "bomb.parquet": lambda: made.parquet(["a" * 50_000_000] * 20),
    "deep.json": lambda: b'{"uri": ' + b"[" * DEEP,
    "deep.jsonl": lambda: b'{"text":' * DEEP,
    "wide.json": lambda: b"[" + b"{}," * 3_000_000 + b"{}]",
    "package.json": lambda: b'{"uri":"a","associations":[' * 900 + b"]}" * 900,
    "digits.json": lambda: b'{"uri": ' + b"9" * 5_000_000 + b"}",
    "deep.html": lambda: b"<html><body>" + b"<div>" * DEEP + b"<p>words</p>",
    "deep.rss": lambda: b"<rss><channel><item>" + b"<a>" * DEEP,
    "deep.xml": lambda: b"<newsItem>" + b"<a>" * DEEP,
    "attributes.html": lambda: b"<html><body><p " + b'a="b" ' * DEEP + b">words</p>",
    "quotes.csv": lambda: b'text,title\n"' + b"word " * 3_000_000,
    "line.csv": lambda: b"text,title\n" + b"word, " * 3_000_000,
    "entries.rss": lambda: b"<rss><channel>" + b"<item><title>a</title></item>" * 300_000 + b"</channel></rss>",
    "laughs.rss": lambda: _laughs("rss"),
    "laughs.xml": lambda: _laughs("newsItem"),
    "outside.rss": lambda: _outside("rss"),
    "outside.xml": lambda: _outside("newsItem"),
}
"""Files that are small, or of a lawful size, and built to harm."""


def _laughs(root: str) -> bytes:
    """Entities that double: a billion laughs."""
    told = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    inner = "<channel><item><title>a</title><description>&l11;</description></item></channel>"
    return f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY l0 "lol">{told}]><{root}>{inner}</{root}>'.encode()


def _outside(root: str) -> bytes:
    """An entity that reads a file of the system."""
    inner = "<channel><item><title>a</title><description>&x; &x;</description></item></channel>"
    entity = '<!ENTITY x SYSTEM "file:///etc/passwd">'
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entity}]><{root}>{inner}</{root}>'.encode()


def read(name: str, data: bytes, tell: Callable[[], None] = lambda: None) -> tuple[int, int]:
    """How many reports a file gives, and how many named failures; ``tell`` is called after each."""
    from daylight.ingest import read_all_bytes
    from daylight.model import Skipped

    reports = refused = 0
    for found in read_all_bytes(data, name, name=name):
        refused += isinstance(found, Skipped)
        reports += not isinstance(found, Skipped)
        tell()
    return reports, refused


def mutants_of(name: str, count: int) -> Iterator[bytes]:
    """The mutants of one made-up file, always the same."""
    files = made.files()
    data, others = files[name], list(files.values())
    for n in range(count):
        yield mutant(data, others, random.Random(f"{SEED} {name} {n}"))  # noqa: S311


def _child(name: str, given: bytes | None, count: int, pipe: Connection) -> None:
    """Read the mutants of a file, or a file that is given, and tell before each which it is."""
    for warm in ("story.txt", "page.html"):  # what is imported once is no part of the times
        read(warm, made.files()[warm])
    slowest, reports, refused, raised = 0.0, 0, 0, []
    for n, data in enumerate(mutants_of(name, count) if given is None else [given]):
        pipe.send(n)
        began = time.perf_counter()
        try:
            good, bad = read(name, data, partial(pipe.send, n))
        except Exception as error:
            raised.append(f"{n}: {type(error).__name__}: {str(error)[:80]}")
        else:
            reports, refused = reports + good, refused + bad
        slowest = max(slowest, time.perf_counter() - began)
    pipe.send(Outcome(name, count if given is None else 1, reports, refused, tuple(raised), slowest, _peak()))


def _peak() -> float:
    """The most memory that this process has held, in MB; what it was started from does not count."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1_024  # type: ignore[index]


def run(name: str, count: int) -> Outcome:
    """Read the mutants of one file, or one bomb, in a child; a child that dies is an outcome too."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(name, BOMBS[name]() if name in BOMBS else None, count, theirs))
    child.start()
    theirs.close()
    last: object = "start"
    try:
        while not isinstance(last, Outcome):
            last = ours.recv() if ours.poll(LONGEST) else Outcome(name, count, 0, 0, (f"{last}: it hangs",), LONGEST, 0.0)
    except EOFError:
        last = Outcome(name, count, 0, 0, (f"{last}: the reader died ({child.exitcode})",), 0.0, 0.0)
    child.kill()
    child.join()
    return last


def main() -> None:
    """Print a table, as Markdown; exit with 1 where a reader failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="files of bench.made.files and bombs; all without it")
    parser.add_argument("--count", type=int, default=10_000)
    chosen = parser.parse_args()
    names = chosen.names or [*made.files(), *BOMBS]
    print("| file | mutants | reports | refused | raised | slowest s | MB |\n|---|---|---|---|---|---|---|")
    failed = []
    for name in names:
        found = run(name, chosen.count)
        failed += [f"{name} {what}" for what in found.raised]
        columns = (found.mutants, found.reports, found.refused, len(found.raised), f"{found.slowest:.2f}")
        print(f"| {name} | {' | '.join(map(str, columns))} | {found.megabytes:.0f} |", flush=True)
    print("\n".join(failed))
    raise SystemExit(bool(failed))


if __name__ == "__main__":
    main()
