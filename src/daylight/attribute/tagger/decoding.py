"""From the network's scores to attributions: labels by Viterbi, contents tied to cues, cues to sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from daylight.attribute.tagger.windows import Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]
    Log = NDArray[np.float64]

SOURCE, CUE, CONTENT = 1, 3, 5
"""The label that begins a role; the next one goes on with it. 0 is outside."""
INSIDE = (SOURCE + 1, CUE + 1, CONTENT + 1)
LABELS = 7
NEVER = -1e9
UNSEEN = -30.0
"""Log probability of a tie between words that no window holds together."""
TIED = -8.0
"""Log probability below which a content has no cue."""

Run = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outputs:
    """The network's logits for one window of n words: labels [n, 7], cues [n, n], sources [n, n + 1], nobody last."""

    labels: Scores
    cues: Scores
    sources: Scores


@dataclass(frozen=True, slots=True)
class Tied:
    """An attribution in tokens: runs of neighbours. ``source`` is empty where the network says that none is named.

    ``score`` is the mean probability of the labels of cue and content, the smaller of the two, times that of their tie.
    """

    source: Run
    cue: Run
    content: tuple[Run, ...]
    score: float


def decode(paragraphs: Sequence[Sequence[int]], read: Sequence[tuple[Window, Outputs]]) -> list[Tied]:
    """The attributions of one report, in the order of their cues; one a cue."""
    import numpy as np

    rows = _rows(read)
    labels: dict[int, int] = {}
    sure: dict[int, float] = {}
    for paragraph in paragraphs:
        logp = np.stack([rows[i] for i in paragraph])
        for i, label, row in zip(paragraph, _viterbi(logp), logp, strict=True):
            labels[i] = label
            sure[i] = float(np.exp(row[label]))
    sources, cues, contents = (list(_runs(paragraphs, labels, begin)) for begin in (SOURCE, CUE, CONTENT))
    if not cues:
        return []
    tie, name = _ties(read, cues, contents), _names(read, cues, sources)
    told: dict[int, list[int]] = {}
    for n, row in enumerate(tie):
        if row.max() >= TIED:
            told.setdefault(int(row.argmax()), []).append(n)
    found = []
    for cue, held in sorted(told.items()):
        who = int(name[cue].argmax())
        mean = [sum(map(sure.__getitem__, run)) / len(run) for run in (cues[cue], *(contents[n] for n in held))]
        bond = float(np.exp(min(0.0, max(tie[n, cue] for n in held))))
        found.append(
            Tied(
                sources[who] if who < len(sources) else (),
                cues[cue],
                tuple(contents[n] for n in held),
                min(mean[0], max(mean[1:])) * bond,
            )
        )
    return found


def _rows(read: Sequence[tuple[Window, Outputs]]) -> dict[int, Any]:
    """The log probabilities of each word's labels, from the window whose own it is."""
    rows: dict[int, Any] = {}
    for window, outputs in read:
        logp = _log_softmax(outputs.labels)
        for place in range(window.own, len(window.words)):
            rows[window.words[place]] = logp[place]
    return rows


def _log_softmax(logits: Any) -> Log:
    import numpy as np

    wide = logits.astype(np.float64)
    wide -= wide.max(-1, keepdims=True)
    made: Log = wide - np.log(np.exp(wide).sum(-1, keepdims=True))
    return made


def _viterbi(logp: Log) -> list[int]:
    """The best sequence of labels in which a role goes on only where it began.

    Outside and the beginnings may follow anything, so that their best forerunner is the best of all.
    """
    rows: list[list[float]] = logp.tolist()
    best = [row if label not in INSIDE else NEVER for label, row in enumerate(rows[0])]
    back: list[list[int]] = []
    for row in rows[1:]:
        top = max(range(LABELS), key=best.__getitem__)
        before = [top] * LABELS
        for label in INSIDE:
            before[label] = label if best[label] >= best[label - 1] else label - 1
        best = [best[before[label]] + row[label] for label in range(LABELS)]
        back.append(before)
    labels = [max(range(LABELS), key=best.__getitem__)]
    for before in reversed(back):
        labels.append(before[labels[-1]])
    return labels[::-1]


def _runs(paragraphs: Sequence[Sequence[int]], labels: dict[int, int], begin: int) -> Iterator[Run]:
    """The runs of one role; none goes over the end of a paragraph."""
    for paragraph in paragraphs:
        run: list[int] = []
        for i in paragraph:
            if run and labels[i] == begin + 1:
                run.append(i)
                continue
            if run:
                yield tuple(run)
            run = [i] if labels[i] == begin else []
        if run:
            yield tuple(run)


def _ties(read: Sequence[tuple[Window, Outputs]], cues: Sequence[Run], contents: Sequence[Run]) -> Log:
    """Log probability that a content [row] belongs to a cue [column]: the mean over the content's words.

    The window whose own the content is decides; another only where that one does not hold the cue.
    """
    import numpy as np

    tie = np.full((len(contents), len(cues)), UNSEEN)
    for window, outputs in read:
        place = {i: n for n, i in enumerate(window.words)}
        here = [n for n, cue in enumerate(cues) if cue[0] in place and cue[-1] in place]
        if not here:
            continue
        for n, content in enumerate(contents):
            rows = [place[i] for i in content if i in place]
            if not rows:
                continue
            own = rows[0] >= window.own
            logp = _log_softmax(outputs.cues[rows])
            for k in here:
                value = np.logaddexp.reduce(logp[:, [place[i] for i in cues[k]]], axis=1).mean()
                tie[n, k] = value if own else max(value, tie[n, k])
    return tie


def _names(read: Sequence[tuple[Window, Outputs]], cues: Sequence[Run], sources: Sequence[Run]) -> Log:
    """Log probability that a cue [row] has a source [column], or nobody, the last column."""
    import numpy as np

    name = np.full((len(cues), len(sources) + 1), UNSEEN)
    for window, outputs in read:
        place = {i: n for n, i in enumerate(window.words)}
        for n, cue in enumerate(cues):
            at = place.get(cue[0])
            if at is None or (at < window.own and name[n].max() > UNSEEN):
                continue
            logp = _log_softmax(outputs.sources[at])
            name[n] = UNSEEN
            name[n, -1] = logp[-1]
            for k, source in enumerate(sources):
                columns = [place[i] for i in source if i in place]
                if columns:
                    name[n, k] = np.logaddexp.reduce(logp[columns])
    return name
