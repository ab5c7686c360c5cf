"""``python -m eval.stories [--more] [--undated]``: are the reports of one event put together, and those of others kept out?

Reports of 44 events, two to five of each, among others: PolNeAR dev, and 46 articles on one subject (inflation and
recession), which is no event. B-cubed over the labelled reports: the share of a report's story that is of its event, and the
share of its event's reports that are in its story. An unlabelled article in such a story counts as wrong. ``--more`` adds
PolNeAR train, in which a few articles tell of labelled events (one at least; it counts as wrong). ``--undated`` takes all
dates away.

Beside it stands the common way: TF-IDF, cosine, single linkage within the same window of time, at the threshold that suits
these data best. The four weights of ``stories.grouping`` were fitted on pairs of these reports; word lists were not.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from daylight.stories import Article, group
from daylight.stories.grouping import WINDOW
from daylight.stories.terms import terms_of
from eval.data import NoData, need
from eval.figures import Figure, bootstrap, table

Table = NDArray[np.float32]
Labels = dict[str, str]
"""The event of each labelled report."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [
        need("gold", "reports.json"),
        need("gold", "texts"),
        need("nanco", "documents_recession.json"),
        need("polnear", "dev"),
    ]


def corpus(*parts: str) -> tuple[list[Article], Labels]:
    """The labelled reports, the articles on one subject, and the named parts of PolNeAR."""
    known = json.loads(need("gold", "reports.json").read_text("utf-8"))
    articles = [
        Article(key, need("gold", "texts", f"{key}.txt").read_text("utf-8"), report.get("date"), report["outlet"])
        for key, report in sorted(known.items())
    ]
    for item in json.loads(need("nanco", "documents_recession.json").read_text("utf-8")):
        stored = datetime.fromtimestamp(int(item["id"][:8], 16), UTC).date().isoformat()
        articles.append(Article(f"recession-{item['id']}", f"{item['title']}\n\n{item['content']}", stored, item["domain"]))
    for path in (path for part in parts for path in sorted(need("polnear", part, "text").glob("*.txt"))):
        found = _DATE.search(path.stem)
        articles.append(Article(path.stem, path.read_text("utf-8"), found[0] if found else None, path.stem.split("_")[0]))
    return articles, {key: report["event"] for key, report in known.items()}


def b_cubed(story_of: dict[str, str], labels: Labels) -> dict[str, list[tuple[float, float]]]:
    """Precision and recall of each labelled report, by event."""
    stories: dict[str, list[str]] = defaultdict(list)
    for article, story in story_of.items():
        stories[story].append(article)
    sizes = Counter(labels.values())
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for report, event in labels.items():
        beside = stories[story_of[report]]
        right = sum(labels.get(article) == event for article in beside)
        found[event].append((right / len(beside), right / sizes[event]))
    return found


def measures(events: Sequence[list[tuple[float, float]]]) -> tuple[float, float, float]:
    """Precision, recall and F1, in per cent."""
    rows = np.array([row for event in events for row in event])
    precision, recall = rows.mean(axis=0)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def single_linkage(articles: Sequence[Article], threshold: float) -> dict[str, str]:
    """Stories of the common way: joined where any two articles of them reach the threshold."""
    near = _cosines(articles) >= threshold
    days = np.array([datetime.fromisoformat(a.published).toordinal() if a.published else math.nan for a in articles])
    near &= ~(np.abs(days[:, None] - days[None, :]) > WINDOW)
    number = list(range(len(articles)))
    for a, b in np.argwhere(np.triu(near, 1)).tolist():
        if number[a] != number[b]:
            number = [number[a] if n == number[b] else n for n in number]
    return {article.id: str(n) for article, n in zip(articles, number, strict=True)}


_KEPT: dict[int, Table] = {}


def _cosines(articles: Sequence[Article]) -> Table:
    """Cosines of TF-IDF vectors of all pairs."""
    if id(articles) not in _KEPT:
        counts = [Counter(terms_of(article)) for article in articles]
        having = Counter(term for count in counts for term in count)
        column = {term: i for i, term in enumerate(sorted(having))}
        vectors = np.zeros((len(articles), len(column)), np.float32)
        for row, count in enumerate(counts):
            for term, n in count.items():
                vectors[row, column[term]] = (1 + math.log(n)) * math.log(len(articles) / having[term])
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        _KEPT.clear()
        _KEPT[id(articles)] = vectors @ vectors.T
    return _KEPT[id(articles)]


def _beside(articles: Sequence[Article], labels: Labels) -> tuple[float, tuple[float, float, float]]:
    """The threshold that suits single linkage best, and its measures."""
    tried = [round(0.1 + 0.02 * step, 2) for step in range(26)]
    scored = [(measures(list(b_cubed(single_linkage(articles, t), labels).values())), t) for t in tried]
    best, threshold = max(scored, key=lambda row: row[0][2])
    return threshold, best


def figures(*parts: str, undated: bool = False) -> list[Figure]:
    """Precision, recall and F1 of stories."""
    articles, labels = corpus(*(parts or ("dev",)))
    if undated:
        articles = [replace(article, published=None) for article in articles]
    joined, _ = group(articles)
    events = list(b_cubed({j.article: j.story for j in joined}, labels).values())
    precision, recall, f1 = measures(events)
    low, high = bootstrap(events, lambda drawn: measures(drawn)[2])
    return [
        Figure("stories: B-cubed precision", precision, len(labels)),
        Figure("stories: B-cubed recall", recall, len(labels)),
        Figure("stories: B-cubed F1", f1, len(labels), low, high),
    ]


def main() -> None:
    """Print the figures, those of the common way beside them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--more", action="store_true", help="among PolNeAR train too")
    parser.add_argument("--undated", action="store_true", help="without dates")
    args = parser.parse_args()
    parts = ("dev", "train") if args.more else ("dev",)
    try:
        print(table(figures(*parts, undated=args.undated)))
        articles, labels = corpus(*parts)
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    articles = [replace(article, published=None) for article in articles] if args.undated else articles
    threshold, (precision, recall, f1) = _beside(articles, labels)
    print(f"TF-IDF, single linkage from {threshold}: precision {precision:.1f}, recall {recall:.1f}, F1 {f1:.1f}")


if __name__ == "__main__":
    main()
