"""Where the errors of attribution go: ``python -m eval.errors [--engine rules] [--split dev|train] [--limit N]``.

A gold attribution is found, found with a wrong source, or missed; a predicted one is right, has a wrong source, or is false.
The measure is that of ``eval.attribution``. ``python -m eval.attribution --errors`` lists each with its words.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from eval.attribution import Article, Row, classes, cue_class, run
from eval.data import NoData

Groups = Callable[[Article, Row], Iterable[str]]
LENGTHS = ((5, "1 to 5 words"), (10, "6 to 10"), (20, "11 to 20"), (40, "21 to 40"), (10**9, "over 40"))


def by_cue(article: Article, row: Row) -> Iterator[str]:
    """The class of the cue, and whether there is a source and one fragment."""
    return classes(article.doc, row)


def by_kind(article: Article, row: Row) -> Iterator[str]:  # noqa: ARG001
    """Direct, mixed or indirect."""
    yield str(row["type"])


def by_length(article: Article, row: Row) -> Iterator[str]:  # noqa: ARG001
    """Words of the content."""
    yield next(name for most, name in LENGTHS if len(row["content"]) <= most)


def by_outlet(article: Article, row: Row) -> Iterator[str]:  # noqa: ARG001
    """The outlet, from the article's name."""
    yield article.id.split("_")[0]


GROUPINGS: dict[str, Groups] = {"cue": by_cue, "kind": by_kind, "length": by_length, "outlet": by_outlet}


def table(articles: Iterable[Article], groups: Groups) -> dict[str, Counter[str]]:
    """For each group: gold, found, wrong source; predicted, right, false."""
    counts: dict[str, Counter[str]] = {}
    for article in articles:
        for g, row in enumerate(article.gold):
            wrong = g in article.contents and g not in article.matches
            for name in groups(article, row):
                counts.setdefault(name, Counter()).update(gold=1, found=g in article.matches, source=wrong)
        right, content = set(article.matches.values()), set(article.contents.values())
        for p, row in enumerate(article.pred):
            for name in _of_prediction(groups, article, row):
                counts.setdefault(name, Counter()).update(pred=1, right=p in right, false=p not in content)
    return counts


def _of_prediction(groups: Groups, article: Article, row: Row) -> Iterable[str]:
    return [cue_class(article.doc, row)] if groups is by_cue else groups(article, row)


def show(title: str, counts: dict[str, Counter[str]]) -> None:
    """Print one table, the group with most errors first."""
    print(f"\n{'by ' + title:22s}   gold  missed  source  recall   told  false  precision")
    for name, n in sorted(counts.items(), key=lambda item: item[1]["found"] - item[1]["gold"]):
        missed = n["gold"] - n["found"] - n["source"]
        recall, precision = n["found"] / max(n["gold"], 1), n["right"] / max(n["pred"], 1)
        left = f"{name:22s} {n['gold']:6d} {missed:7d} {n['source']:7d} {recall:7.2f}"
        print(left + (f" {n['pred']:6d} {n['false']:6d} {precision:10.2f}" if n["pred"] else ""))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else None)
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles only")
    parser.add_argument("--engine", choices=("tagger", "rules"), default="tagger", help="what finds the attributions")
    args = parser.parse_args()
    try:
        articles = run(args.split, args.limit, args.engine).articles
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    for title, groups in GROUPINGS.items():
        show(title, table(articles, groups))


if __name__ == "__main__":
    main()
