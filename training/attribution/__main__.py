"""Train the tagger and export it.

    python -m training.attribution                      # all of train, figures on dev, then src/daylight/models/attribution
    python -m training.attribution --hold-out huff-post # train without an outlet, test on its articles and on the others'
    python -m training.attribution --weights FILE       # export weights that are there

Run from the root of the repository, with ``PYTHONPATH=src``, in the environment that README.md describes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from eval.data import ROOT
from training.attribution.articles import Article, load
from training.attribution.fit import Recipe, fit, score
from training.attribution.network import read

OUT = ROOT / "src" / "daylight" / "models" / "attribution"
BUILD = ROOT / "build" / "training"


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=Recipe.epochs)
    parser.add_argument("--threads", type=int, default=Recipe.threads, help="changes the clock, not the network")
    parser.add_argument("--full", action="store_true", help="single precision throughout, about twice as slow")
    parser.add_argument("--limit", type=int, help="so many articles of each split only, to try the command")
    parser.add_argument("--hold-out", metavar="OUTLET", help="articles whose name begins so are kept for testing")
    parser.add_argument("--tested", type=int, default=120, help="of those, so many are tested")
    parser.add_argument("--weights", type=Path, help="do not train: export these")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    if args.weights is None:
        args.weights = train(args)
    if not args.hold_out:
        from training.attribution.export import export

        export(args.weights, args.out, args.limit)


def train(args: argparse.Namespace) -> Path:
    """Train as told, and write the weights and the curve."""
    BUILD.mkdir(parents=True, exist_ok=True)
    recipe = Recipe(epochs=args.epochs, threads=args.threads, half=not args.full)
    articles, split = load("train", args.limit), "dev"
    if args.hold_out:
        tested, split = [a for a in articles if outlet(a) == args.hold_out][: args.tested], "train"
        articles = [a for a in articles if outlet(a) != args.hold_out]
    else:
        tested = load("dev", args.limit)
    name = f"attribution-{args.hold_out or 'all'}"
    weights: Path = BUILD / f"{name}.pt"
    curve = fit(articles, tested, split, recipe, weights)
    if args.hold_out:
        others = [a for a in load("dev", args.limit) if outlet(a) != args.hold_out]
        print(json.dumps({"dev without the outlet": score(read(weights), others, "dev")}), flush=True)
    (BUILD / f"{name}.json").write_text(json.dumps(curve, indent=1), "utf-8")
    return weights


def outlet(article: Article) -> str:
    """The outlet of an article, from its name: ``huff-post_2016-05-01_…``."""
    return article.id.split("_")[0]


if __name__ == "__main__":
    main()
