"""``python -m training.stories.commonness``: write ``lexicon/en/commonness.toml`` from PolNeAR train.

How many of 100 articles have a word, for the words that at least two of 100 have. Words that stand with a capital more often
than without are left out: the names of one year's news are not common in another's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import daylight
from daylight.words import fold, words
from eval.data import need

HOME = Path(daylight.__file__).parent / "lexicon" / "en" / "commonness.toml"
LEAST = 2
HEAD = """# How many of 100 news articles have a word: counted on the 840 articles of PolNeAR train, names left out.
# Written by `python -m training.stories.commonness`; a word that is not here stands in fewer than two of 100.
"""


def shares(texts: Sequence[str]) -> dict[str, int]:
    """For each common word the articles of 100 that have it."""
    having: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for text in texts:
        printed = [text[span.start : span.end] for span in words(text)]
        having.update({fold(word) for word in printed})
        lower.update(fold(word) if word[0].islower() else f"^{fold(word)}" for word in printed)
    per = {word: round(100 * count / len(texts)) for word, count in having.items() if word.isalpha()}
    return {word: share for word, share in per.items() if share >= LEAST and lower[word] > lower[f"^{word}"]}


def main() -> None:
    """Write the list."""
    found = shares([path.read_text("utf-8") for path in sorted(need("polnear", "train", "text").glob("*.txt"))])
    rows: dict[int, list[str]] = defaultdict(list)
    for word, share in found.items():
        rows[share].append(word)
    lines = [f'{share} = "{" ".join(sorted(rows[share]))}"' for share in sorted(rows, reverse=True)]
    HOME.write_text(f"{HEAD}\n[words]\n" + "\n".join(lines) + "\n", "utf-8")
    print(f"{len(found)} words")


if __name__ == "__main__":
    main()
