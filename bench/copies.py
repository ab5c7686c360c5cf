"""``python -m bench.copies [--originals N] [--documents N]``: candidates for copies, beside MinHash, in one run on one core.

The corpus is that of ``eval.copies``: news, copies of it made by rule, and texts that are none. Each tool takes texts and
gives pairs; processor time is counted, the making of shingles with it. The rate of xxh3 over the same bytes is what the
machine could do if every byte were looked at once. Recall is that of an original with its copy among the pairs.

``--documents`` measures scale instead: so many new texts of 2.5 kB, every tenth an edited copy of an earlier one, hashed
by two processes and paired by two, in parts by hash: seconds of the processor, of the slower of the two. Making the texts
is not counted. The peers are in ``bench/requirements.txt``; where one is not installed its row is left out.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import random
import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, NamedTuple

import numpy as np

from daylight.stories.candidates import candidates, count_pairs, of_representatives, parts_of
from daylight.stories.copies import CANDIDATE
from daylight.stories.shingles import LENGTH, SAMPLED, Postings, postings
from eval.copies import Made, corpus
from eval.data import NoData

Pair = tuple[int, int]
SHOWN = ("10 % edited", "40 % edited", "first 20 % kept", "one fifth reused")
BATCH = 10_000
WORDS = 500
PROCESSES = 2


class Timed(NamedTuple):
    """What a tool gave: pairs of texts, and seconds of the processor."""

    pairs: set[Pair]
    seconds: float


def ours(texts: Sequence[str]) -> Iterable[Pair]:
    """The candidates of Daylight."""
    found = postings(texts)
    pairs = candidates([count_pairs(*of_representatives(found))], found.sizes, CANDIDATE)
    return zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)


def datasketch(texts: Sequence[str], bands: tuple[int, int]) -> Iterable[Pair]:
    """Those of datasketch: MinHash of 128 permutations of the same shingles, ``bands`` of so many rows."""
    tool, xxhash = importlib.import_module("datasketch"), importlib.import_module("xxhash")
    index = tool.MinHashLSH(num_perm=128, params=bands)
    for number, text in enumerate(texts):
        sketch = tool.MinHash(num_perm=128, hashfunc=xxhash.xxh32_intdigest)
        sketch.update_batch([shingle.encode() for shingle in _shingles(text)])
        yield from ((other, number) for other in index.query(sketch))
        index.insert(number, sketch)


def rensa(texts: Sequence[str], bands: int) -> Iterable[Pair]:
    """Those of rensa, with as many permutations."""
    tool = importlib.import_module("rensa")
    index = tool.RMinHashLSH(threshold=0.5, num_perm=128, num_bands=bands)
    for number, text in enumerate(texts):
        sketch = tool.RMinHash(num_perm=128, seed=42)
        sketch.update(list(_shingles(text)))
        yield from ((other, number) for other in index.query(sketch))
        index.insert(number, sketch)


def _shingles(text: str) -> set[str]:
    words = text.lower().split()
    return {" ".join(words[at : at + LENGTH]) for at in range(max(1, len(words) - LENGTH + 1))}


TOOLS: dict[str, Callable[[Sequence[str]], Iterable[Pair]]] = {
    "Daylight": ours,
    "datasketch, 16 bands of 8": lambda texts: datasketch(texts, (16, 8)),
    "datasketch, 64 bands of 2": lambda texts: datasketch(texts, (64, 2)),
    "rensa, 16 bands": lambda texts: rensa(texts, 16),
    "rensa, 64 bands": lambda texts: rensa(texts, 64),
}


def timed(tool: Callable[[Sequence[str]], Iterable[Pair]], texts: Sequence[str]) -> Timed:
    """Run a tool, after once over a few texts so that tables are made."""
    set(tool(texts[:20]))
    began = time.process_time()
    pairs = set(tool(texts))
    return Timed(pairs, time.process_time() - began)


def show_peers(limit: int) -> None:
    """Print the table of tools."""
    made = corpus(limit)
    texts = [one.article.text for one in made]
    size = sum(len(text.encode()) for text in texts)
    print(f"{len(texts)} texts of {size / len(texts):.0f} bytes, one core, processor time; recall by kind of copy")
    print(f"{'':27s} {'texts/s':>8s} {'pairs':>8s} {'right':>6s}  " + "  ".join(f"{way:>16s}" for way in SHOWN))
    for name, tool in TOOLS.items():
        try:
            result = timed(tool, texts)
        except ImportError as absent:
            print(f"{name:27s} left out: {absent}")
            continue
        recalls = "  ".join(f"{_recall(made, result.pairs, way):16.3f}" for way in SHOWN)
        right = sum(made[a].original == made[b].original is not None for a, b in result.pairs) / max(1, len(result.pairs))
        print(f"{name:27s} {len(texts) / result.seconds:8.0f} {len(result.pairs):8d} {right:6.3f}  {recalls}")
    _show_hash(texts, size)


def _recall(made: Sequence[Made], pairs: set[Pair], way: str) -> float:
    originals = {one.original: number for number, one in enumerate(made) if not one.way and one.original}
    wanted = [(originals[str(one.original)], number) for number, one in enumerate(made) if one.way == way]
    return sum(pair in pairs for pair in wanted) / len(wanted)


def _show_hash(texts: Sequence[str], size: int) -> None:
    try:
        xxhash: Any = importlib.import_module("xxhash")
    except ImportError:
        return
    blobs = [text.encode() for text in texts]
    began = time.process_time()
    for _ in range(20):
        for blob in blobs:
            xxhash.xxh3_64_intdigest(blob)
    seconds = (time.process_time() - began) / 20
    print(f"{'xxh3 over the same bytes':27s} {len(texts) / seconds:8.0f}   {size / seconds / 1e9:.1f} GB/s")


def texts_of(first: int, count: int) -> Iterator[list[str]]:
    """Batches of new texts, every tenth an edited copy of the one nine before it; by number, the same in any process."""
    rng = random.Random(first)  # noqa: S311 (not for secrets: the same texts every time)
    syllables = ["".join(pair) for pair in itertools.product("bdfgklmnprstvz", "aeiou")]
    vocabulary = ["".join(pair) for pair in itertools.product(syllables, syllables)]
    for start in range(0, count, BATCH):
        batch: list[list[str]] = []
        for number in range(min(BATCH, count - start)):
            words = rng.choices(vocabulary, k=WORDS)
            if number % 10 == 9:
                old = batch[number - 9]
                words = [new if rng.random() < 0.2 else word for word, new in zip(old, words, strict=True)]
            batch.append(words)
        yield [" ".join(words) for words in batch]


def hashed(first: int, count: int) -> tuple[Postings, float, int]:
    """The postings of a range of texts, the seconds they took, and the bytes read."""
    seconds, size = 0.0, 0
    found: list[Postings] = []
    for number, texts in enumerate(texts_of(first, count)):
        began = time.process_time()
        found.append(postings(texts, SAMPLED, first + number * BATCH))
        seconds += time.process_time() - began
        size += sum(map(len, texts))
    return Postings(*(np.concatenate(column) for column in zip(*found, strict=True))), seconds, size


def paired(found: tuple[Any, Any]) -> tuple[Any, float]:
    """The counted pairs of one part, and the seconds they took."""
    began = time.process_time()
    return count_pairs(*found), time.process_time() - began


def joined_by_part(found: Sequence[Postings]) -> tuple[list[tuple[Any, Any]], Any, int]:
    """The postings of each part of the hashes, how many shingles each text has, and how many postings there are."""
    together = Postings(*(np.concatenate(column) for column in zip(*found, strict=True)))
    hashes, texts = of_representatives(together)
    sizes, count = together.sizes, len(together.hashes)
    del together
    part = parts_of(hashes, PROCESSES)
    return [(hashes[part == n], texts[part == n]) for n in range(PROCESSES)], sizes, count


def show_scale(documents: int) -> None:
    """Print what many documents cost."""
    half = (documents // PROCESSES + 9) // 10 * 10
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        starts = [half * n for n in range(PROCESSES)]
        found, seconds, sizes = zip(
            *pool.map(hashed, starts, [min(half, documents - start) for start in starts]), strict=True
        )
        began = time.process_time()
        parts, shingles, postings_made = joined_by_part(found)
        joined = time.process_time() - began
        del found
        counted = list(pool.map(paired, parts))
    began = time.process_time()
    pairs = candidates([part for part, _ in counted], shingles, CANDIDATE)
    last = time.process_time() - began
    hashing, pairing = max(seconds), max(used for _, used in counted)
    total = hashing + joined + pairing + last
    size = sum(sizes)
    memory = (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        + PROCESSES * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    )
    print(f"{documents} texts, {size / 1e9:.2f} GB, {postings_made} postings, {len(pairs.a)} candidates")
    print(f"hashing {hashing:.1f} s, joining {joined:.1f} s, pairing {pairing:.1f} s, counting {last:.1f} s: {total:.1f} s")
    print(f"{documents / total:.0f} texts/s on {PROCESSES} processes; memory at most {memory / 1e6:.1f} GB")


def main() -> None:
    """Print one table or the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--originals", type=int, default=200, metavar="N", help="articles to copy (200)")
    parser.add_argument("--documents", type=int, default=0, metavar="N", help="measure scale with so many made texts")
    args = parser.parse_args()
    if args.documents:
        show_scale(args.documents)
        return
    try:
        show_peers(args.originals)
    except NoData as absent:
        print(f"skipped: {absent}")


if __name__ == "__main__":
    main()
