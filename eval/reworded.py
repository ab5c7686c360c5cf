"""``python -m eval.reworded``: copies in other words, made by rule, told from independent reports of one event.

Each article of PolNeAR dev stands beside itself told in other words (``eval.paraphrase``), among the reports of 44 events.
Found is a pair told as a copy of any kind. Of all pairs told as copies, the made ones are right; two reports of one event by
two outlets count as independent and so as wrong, though some of them go back to one agency's text. The threshold was set
on these reports, not on the made pairs. The two sample reports, rewrites of one original by machine, are told or not: the
last line.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from daylight.stories import COPIES, Article, find_copies, find_reworded
from eval.data import NoData, need
from eval.figures import Figure, share, table
from eval.paraphrase import retell
from eval.stories import corpus

LATER = "/retold"
SAMPLES = "sample"


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("polnear", "dev", "text"), need("gold", "texts"), need("gold", "reports.json")]


def samples() -> list[Article]:
    """The two sample reports."""
    return [
        Article(f"{SAMPLES}-{path.stem}", path.read_text("utf-8"))
        for path in sorted((need().parent / "samples").glob("*.txt"))
    ]


def figures() -> list[Figure]:
    """Recall, precision, independent reports left apart, and the samples."""
    articles, labels = corpus("dev")
    articles = [article for article in articles if not article.id.startswith("recession")]
    made = [replace(a, id=a.id + LATER, text=retell(a.text, a.id)) for a in articles if a.id not in labels]
    everything = [*articles, *made, *samples()]
    edges = find_reworded(everything, find_copies(everything))
    told = {edge.reports: edge.kind for edge in edges if edge.kind in COPIES}
    pairs = [(a.id.removesuffix(LATER), a.id) for a in made]
    others = [ids for ids in told if not ids[0].startswith(SAMPLES)]
    right = sum(ids in set(pairs) for ids in others)
    keys = sorted(labels)
    independent = [(a, b) for n, a in enumerate(keys) for b in keys[n + 1 :] if labels[a] == labels[b]]
    return [
        share("reworded copies found", sum(ids in told for ids in pairs), len(pairs)),
        share("reworded copies: told as copies and made so", right, len(others)),
        share("independent reports not told as copies", sum(ids not in told for ids in independent), len(independent)),
        share("the two samples told as copies", sum(ids[0].startswith(SAMPLES) for ids in told), 1, detail=True),
    ]


def main() -> None:
    """Print the figures."""
    try:
        print(table(figures()))
    except NoData as absent:
        print(f"skipped: {absent}")


if __name__ == "__main__":
    main()
