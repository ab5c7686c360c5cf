"""A small network of one hidden layer, for scorers that weigh several of our judgements by cross-validation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

HIDDEN, EPOCHS, BATCH, RATE, DECAY, DROPPED = 64, 14, 64, 3e-3, 3e-4, 0.1
MOMENTS = 0.9, 0.999
"""Of Adam (Kingma and Ba 2015)."""


class Perceptron:
    """Class probabilities of rows of features, which are set to mean 0 and deviation 1 as in training."""

    def __init__(self, rows: Array, classes: NDArray[np.int64], weights: Array, seed: int) -> None:
        """Train on ``rows`` [n, k], their classes [n] and how much each counts [n]."""
        self.random = np.random.default_rng(seed)
        self.centre, self.spread = rows.mean(0), rows.std(0) + 1e-6
        k, count = rows.shape[1], int(classes.max()) + 1
        self.layers = [
            self.random.normal(0, (2 / k) ** 0.5, (k, HIDDEN)), np.zeros(HIDDEN),
            self.random.normal(0, (1 / HIDDEN) ** 0.5, (HIDDEN, count)), np.zeros(count),
        ]  # fmt: skip
        self._train((rows - self.centre) / self.spread, np.eye(count)[classes], weights / weights.mean())

    def __call__(self, rows: Array) -> Array:
        """The probability of each class, [n, classes]."""
        return self._forward((rows - self.centre) / self.spread)[1]

    def _forward(self, rows: Array) -> tuple[Array, Array]:
        hidden = np.maximum(0, rows @ self.layers[0] + self.layers[1])
        logits = hidden @ self.layers[2] + self.layers[3]
        odds = np.exp(logits - logits.max(1, keepdims=True))
        return hidden, odds / odds.sum(1, keepdims=True)

    def _train(self, rows: Array, gold: Array, weights: Array) -> None:
        """Adam, the rate falling linearly; a tenth of the features is left out of each row."""
        first, second = ([np.zeros_like(layer) for layer in self.layers] for _ in range(2))
        orders = [self.random.permutation(len(rows)) for _ in range(EPOCHS)]
        batches = [order[i : i + BATCH] for order in orders for i in range(0, len(rows), BATCH)]
        for step, batch in enumerate(batches, 1):
            seen = rows[batch] * (self.random.random(rows[batch].shape) > DROPPED)
            rate = RATE * (1 - step / (len(batches) + 1))
            for i, slope in enumerate(self._slopes(seen, gold[batch], weights[batch])):
                first[i] = MOMENTS[0] * first[i] + (1 - MOMENTS[0]) * slope
                second[i] = MOMENTS[1] * second[i] + (1 - MOMENTS[1]) * slope**2
                mean, square = first[i] / (1 - MOMENTS[0] ** step), second[i] / (1 - MOMENTS[1] ** step)
                self.layers[i] -= rate * mean / (square**0.5 + 1e-8)

    def _slopes(self, rows: Array, gold: Array, weights: Array) -> list[Array]:
        hidden, told = self._forward(rows)
        out = (told - gold) * weights[:, None] / len(rows)
        back = (out @ self.layers[2].T) * (hidden > 0)
        return [rows.T @ back + DECAY * self.layers[0], back.sum(0), hidden.T @ out + DECAY * self.layers[2], out.sum(0)]


def together(networks: Sequence[Perceptron], rows: Array) -> Array:
    """The mean of what several networks say."""
    said: Array = np.mean([network(rows) for network in networks], axis=0)
    return said
