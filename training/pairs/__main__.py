"""Make the pair model.

    python -m training.pairs                 everything, in this order
    python -m training.pairs base            NLI and made pairs, nothing that is measured
    python -m training.pairs final export    base and SummEdits, then src/daylight/models/statements
    python -m training.pairs folds           trainings without a part of the SummEdits documents; folds.json beside this file

Run from the root of the repository, with ``PYTHONPATH=src``, in the environment that README.md describes.
"""

from __future__ import annotations

import argparse

import torch

from training.pairs.export import export_final
from training.pairs.train import SEED, WORK, base, final, folds

STEPS = {"base": base, "final": final, "export": export_final, "folds": folds}


def main() -> None:
    """Run the steps that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="*", choices=[*STEPS, []], default=list(STEPS))
    parser.add_argument("--threads", type=int, default=1, help="changes the clock, and the last digits of the weights")
    args = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    for step in args.steps:
        torch.manual_seed(SEED)
        STEPS[step]()


if __name__ == "__main__":
    main()
