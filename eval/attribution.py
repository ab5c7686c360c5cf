"""Attributions against PolNeAR: ``python -m eval.attribution [--split dev|train] [--limit N] [--engine rules] [--errors]``.

The measure is that of the data's own scorer: a found attribution is right when its content overlaps the gold content by a
Jaccard index of at least one half and the two sources share a word. Articles are annotated from a cache
(``eval.corpus``), so that a changed rule is measured in seconds. ``--errors`` lists misses by cue and false alarms by rule.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from daylight.attribute import attribute
from daylight.model import Attribution
from daylight.settings import Settings
from eval.corpus import annotated
from eval.data import NoData, need, scorer
from eval.figures import Figure, bootstrap, share

Row = dict[str, Any]
Engine = Literal["tagger", "rules"]
SAID = {"say", "said", "says", "saying"}
CLASSES = (
    "said",
    "told",
    "according to",
    "other communication",
    "colon or dash",
    "not communication",
    "no source",
    "several fragments",
)


@dataclass
class Article:
    """One article's gold and predicted attributions in the scorer's token view, and which found which (gold → predicted)."""

    id: str
    doc: Any
    gold: list[Row]
    pred: list[Row]
    matches: dict[int, int]
    contents: dict[int, int]


@dataclass
class Result:
    """All articles scored. ``measures`` maps a measure to (P, R, F1, n predicted, n gold), in [0, 1]."""

    articles: list[Article]
    measures: dict[str, tuple[float, float, float, int, int]]
    speech: dict[str, tuple[float, float, float, int, int]]
    per_article: list[dict[str, list[float]]] = field(repr=False)
    per_article_speech: list[dict[str, list[float]]] = field(repr=False)


def run(split: str = "dev", limit: int | None = None, engine: Engine = "tagger") -> Result:
    """Attribute every article of a split with one engine and score it."""
    polnear = scorer("polnear_eval")
    home = need("polnear", split)
    gold = dict(sorted(polnear.load_gold(str(home)).items())[:limit])
    reports = annotated([home / "text" / f"{name}.txt" for name in gold])
    settings = Settings(attribution=engine)
    pred = {name: [_plain(a) for a in attribute(report, settings)] for name, report in zip(gold, reports, strict=True)}
    measures, per_article = polnear.evaluate(gold, pred)
    speech, per_article_speech = polnear.evaluate(gold, pred, speech=True)
    articles = [_article(polnear, name, text, rows, pred[name]) for name, (text, rows) in gold.items()]
    return Result(articles, measures, speech, per_article, per_article_speech)


def data() -> list[Path]:
    """The files that the figures depend on."""
    return [need("polnear", "dev")]


def figures() -> list[Figure]:
    """The headline measures on the development split, with intervals over articles, and recall by kind and by cue."""
    result = run()
    found = []
    for title, measures, counts in (
        ("all", result.measures, result.per_article),
        ("speech", result.speech, result.per_article_speech),
    ):
        for name in ("attribution", "attr/content-only", "token/content", "content/strict"):
            _, _, value, _, n = measures[name]
            label = f"attribution: {title}, {name.replace('attr/', '').replace('content/strict', 'strict content')} F1"
            found.append(Figure(label, 100 * value, n, *_interval(counts, name)))
    agree, _, _, n, _ = result.measures["source|content"]
    found.append(Figure("attribution: source right given content", 100 * agree, n))
    for kind in ("direct", "mixed", "indirect"):
        _, recall, _, _, n = result.measures[f"type/{kind}"]
        found.append(Figure(f"attribution: {kind} found", 100 * recall, n))
    by_cue = recall_by_class(result.articles).items()
    found += [share(f"attribution: {name} found", full, n, detail=True) for name, (full, _, n) in by_cue]
    return found + _by_rules_alone()


def _by_rules_alone() -> list[Figure]:
    """The headline measure of the engine that needs no network."""
    result = run(engine="rules")
    both = (("all", result.measures), ("speech", result.speech))
    values = ((title, measures["attribution"]) for title, measures in both)
    return [Figure(f"attribution: rules alone, {title} F1", 100 * value, n) for title, (_, _, value, _, n) in values]


def _interval(per_article: list[dict[str, list[float]]], name: str) -> tuple[float, float]:
    prf = scorer("polnear_eval").prf
    rows = [counts[name] for counts in per_article]
    return bootstrap(rows, lambda drawn: float(100 * prf([sum(column) for column in zip(*drawn, strict=True)])[2]))


def _plain(found: Attribution) -> Row:
    spans = {role: [list(span) for span in getattr(found, role)] for role in ("source", "cue", "content")}
    return spans | {"rule": found.rule, "score": found.score}


def _article(polnear: Any, name: str, text: str, gold: list[Row], pred: list[Row]) -> Article:
    doc = polnear.Doc(text)
    views = [(view | row) | view for row, view in zip(pred, doc.view(pred), strict=True)]
    ours = [view for view in views if view["content"]]
    theirs = [view for view in doc.view(gold) if view["content"]]
    both = polnear.matching(ours, theirs, lambda p, g: polnear.content_ok(p, g) and polnear.source_ok(p, g))
    return Article(name, doc, theirs, ours, both, polnear.matching(ours, theirs, polnear.content_ok))


def words(doc: Any, tokens: frozenset[int]) -> str:
    """The text from the first to the last of some tokens, on one line."""
    if not tokens:
        return ""
    piece: str = doc.text[doc.toks[min(tokens)][0] : doc.toks[max(tokens)][1]]
    return " ".join(piece.split())


def cue_class(doc: Any, row: Row) -> str:
    """The class of a gold attribution by its cue, as in the table of peers."""
    cue = words(doc, row["cue"]).lower()
    if not cue:
        return "colon or dash"
    if "according to" in cue:
        return "according to"
    if set(cue.split()) & SAID:
        return "said"
    if "told" in cue.split():
        return "told"
    return "other communication" if row["speech"] else "not communication"


def classes(doc: Any, row: Row) -> Iterator[str]:
    """Every class that a gold attribution counts in: one by its cue, and those that cut across."""
    yield cue_class(doc, row)
    if not row["source"]:
        yield "no source"
    tokens = sorted(row["content"])
    if tokens[-1] - tokens[0] >= len(tokens):
        yield "several fragments"


def recall_by_class(articles: list[Article]) -> dict[str, tuple[int, int, int]]:
    """For each cue class: found with its source, found by content alone, gold."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for g, row in enumerate(article.gold):
            for name in classes(article.doc, row):
                counts[name].update(gold=1, full=g in article.matches, content=g in article.contents)
    return {name: (counts[name]["full"], counts[name]["content"], counts[name]["gold"]) for name in CLASSES}


def precision_by_rule(articles: list[Article]) -> dict[str, tuple[int, int]]:
    """For each rule of ours: right predictions and all, most first."""
    right, total = Counter[str](), Counter[str]()
    for article in articles:
        total.update(row["rule"] for row in article.pred)
        right.update(article.pred[p]["rule"] for p in article.matches.values())
    return {rule: (right[rule], n) for rule, n in sorted(total.items(), key=lambda item: (-item[1], item[0]))}


def show(result: Result) -> None:
    """Print the figures as tables."""
    scorer("polnear_eval").show(result.measures)
    for name in ("attribution", "attr/content-only", "source|content"):
        p, r, f, n_pred, n_gold = result.speech[name]
        print(f"{'speech ' + name:25s} P {p:.3f} R {r:.3f} F1 {f:.3f} ({n_pred} found, {n_gold} gold)")
    print(f"\n{'recall by cue':22s} {'gold':>5s} {'full':>6s} {'content':>8s}")
    for name, (full, content, n) in recall_by_class(result.articles).items():
        print(f"{name:22s} {n:5d} {full / max(n, 1):6.2f} {content / max(n, 1):8.2f}")
    print(f"\n{'precision by rule':22s} {'found':>5s} {'right':>6s}")
    for name, (right, n) in precision_by_rule(result.articles).items():
        print(f"{name:22s} {n:5d} {right / n:6.2f}")


def show_errors(result: Result) -> None:
    """Print misses by cue and false alarms by rule and cue, the commonest first, with the words of each."""
    misses: dict[str, list[str]] = defaultdict(list)
    alarms: dict[str, list[str]] = defaultdict(list)
    for article in result.articles:
        for g, row in enumerate(article.gold):
            if g not in article.matches:
                why = "source" if g in article.contents else "content"
                misses[f"{cue_class(article.doc, row)}: {_cue(article, row)}"].append(_line(article, row, why))
        right = set(article.matches.values())
        for p, row in enumerate(article.pred):
            if p not in right:
                why = "source" if p in article.contents.values() else "content"
                alarms[f"{row['rule']}: {_cue(article, row)}"].append(_line(article, row, why))
    for title, groups in (("MISSED", misses), ("FALSE ALARM", alarms)):
        for name, lines in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
            print(f"\n{title} {len(lines)} x {name}")
            print("\n".join(lines))


def _cue(article: Article, row: Row) -> str:
    return words(article.doc, row["cue"]).lower() or "(none)"


def _line(article: Article, row: Row, why: str) -> str:
    source, content = words(article.doc, row["source"]), words(article.doc, row["content"])
    return f"  [{why}] {source!r} => {content[:300]!r}  ({article.id})"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Score attributions on PolNeAR.")
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles only")
    parser.add_argument("--engine", choices=("tagger", "rules"), default="tagger", help="what finds the attributions")
    parser.add_argument("--errors", action="store_true", help="list misses by cue and false alarms by rule")
    args = parser.parse_args()
    try:
        result = run(args.split, args.limit, args.engine)
    except NoData as absent:
        print(f"skipped: {absent}")
        return
    show(result)
    if args.errors:
        show_errors(result)


if __name__ == "__main__":
    main()
