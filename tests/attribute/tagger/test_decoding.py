"""Labels become runs, contents find their cues, cues their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from daylight.attribute.tagger.decoding import Outputs, Tied, decode
from daylight.attribute.tagger.windows import Window

SURE = 8.0


def outputs(labels: Sequence[int], cues: Mapping[int, int], sources: Mapping[int, int]) -> Outputs:
    """Logits that are sure of a label for each word, and of a cue or source for the words given; -1 is nobody."""
    n = len(labels)
    made = Outputs(np.zeros((n, 7), np.float32), np.zeros((n, n), np.float32), np.zeros((n, n + 1), np.float32))
    made.labels[range(n), list(labels)] = SURE
    for word, cue in cues.items():
        made.cues[word, cue] = SURE
    for word, source in sources.items():
        made.sources[word, source] = SURE
    return made


def window(words: Sequence[int], own: int = 0) -> Window:
    return Window(words=list(words), own=own)


def spans(found: Sequence[Tied]) -> list[tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, ...], ...]]]:
    return [(tied.source, tied.cue, tied.content) for tied in found]


def test_a_sentence_gives_source_cue_and_content() -> None:
    read = outputs([1, 2, 3, 5, 6, 6, 0], {3: 2, 4: 2, 5: 2}, {2: 0})
    assert spans(decode([range(7)], [(window(range(7)), read)])) == [((0, 1), (2,), ((3, 4, 5),))]


def test_a_role_cannot_go_on_where_it_did_not_begin() -> None:
    read = outputs([0, 3, 6, 6, 0], {2: 1, 3: 1}, {1: -1})
    read.labels[2, 5] = SURE - 1
    assert spans(decode([range(5)], [(window(range(5)), read)])) == [((), (1,), ((2, 3),))]


def test_two_fragments_around_a_cue_are_one_content() -> None:
    read = outputs([5, 6, 3, 1, 5, 6], {0: 2, 1: 2, 4: 2, 5: 2}, {2: 3})
    assert spans(decode([range(6)], [(window(range(6)), read)])) == [((3,), (2,), ((0, 1), (4, 5)))]


def test_each_content_goes_to_its_own_cue() -> None:
    read = outputs([1, 3, 5, 1, 3, 5], {2: 1, 5: 4}, {1: 0, 4: 3})
    assert spans(decode([range(6)], [(window(range(6)), read)])) == [((0,), (1,), ((2,),)), ((3,), (4,), ((5,),))]


def test_nobody_is_a_source_too() -> None:
    read = outputs([1, 0, 3, 5], {3: 2}, {2: -1})
    assert spans(decode([range(4)], [(window(range(4)), read)])) == [((), (2,), ((3,),))]


def test_a_run_ends_with_its_paragraph() -> None:
    read = outputs([1, 3, 5, 6], {2: 1, 3: 1}, {1: 0})
    read.labels[3, 5] = SURE - 1
    (only,) = decode([range(3), range(3, 4)], [(window(range(4)), read)])
    assert only.content == ((2,), (3,))


def test_a_content_finds_a_cue_that_stands_in_its_context() -> None:
    first = outputs([1, 3, 5], {2: 1}, {1: 0})
    second = outputs([1, 3, 5, 5, 6], {3: 1, 4: 1}, {})
    found = decode([range(3), range(3, 5)], [(window(range(3)), first), (window(range(5), own=3), second)])
    assert spans(found) == [((0,), (1,), ((2,), (3, 4)))]


def test_nothing_found_is_no_attribution() -> None:
    assert decode([range(3)], [(window(range(3)), outputs([0, 0, 0], {}, {}))]) == []
    assert decode([range(3)], [(window(range(3)), outputs([5, 6, 0], {}, {}))]) == []


def test_a_sure_finding_scores_higher_than_a_doubtful_one() -> None:
    sure = outputs([1, 3, 5], {2: 1}, {1: 0})
    doubtful = outputs([1, 3, 5], {2: 1}, {1: 0})
    doubtful.labels[2, 0] = SURE - 0.5
    scores = [decode([range(3)], [(window(range(3)), read)])[0].score for read in (sure, doubtful)]
    assert 1 >= scores[0] > scores[1] > 0
