from __future__ import annotations

import numpy as np

from daylight.stories.candidates import candidates, count_pairs, equal_pairs, of_representatives, parts_of
from daylight.stories.hashing import CHUNK, chunks, words_of
from daylight.stories.shingles import postings, shingles
from tests.stories.made import DAM, GOATS

TEXTS = [" ".join(DAM), " ".join(GOATS), " ".join(DAM[1:] + GOATS[:1]), "", " ".join(DAM), " ".join(GOATS[2:])]


def test_a_word_has_one_hash_in_any_case_and_with_any_diacritic() -> None:
    one, other = words_of("Café “Ěxtra” don’t"), words_of("CAFE extra don't")
    assert one.hashes.tolist() == other.hashes.tolist()
    assert [(int(s), int(e)) for s, e in zip(one.starts, one.ends, strict=True)] == [(0, 4), (6, 11), (13, 16), (17, 18)]


def test_a_word_has_one_hash_wherever_it_stands() -> None:
    text = "the dam " * 30_000
    assert len(np.unique(words_of(text).hashes)) == 2


def test_texts_are_hashed_alike_in_chunks_and_alone() -> None:
    texts = [text * 40 for text in TEXTS]
    assert sum(map(len, texts)) > CHUNK
    found = [
        chunk.hashes[a:b].tolist() for chunk in chunks(texts) for a, b in zip(chunk.bounds, chunk.bounds[1:], strict=False)
    ]
    assert found == [words_of(text).hashes.tolist() for text in texts]


def test_texts_with_the_same_words_have_the_same_hash() -> None:
    hashes = postings(TEXTS).whole.tolist()
    assert hashes[0] == hashes[4]
    assert len(set(hashes)) == 5


def test_no_shingle_reaches_over_the_end_of_a_text() -> None:
    found = postings(TEXTS, sampled=1)
    for number, text in enumerate(TEXTS):
        own = found.hashes[found.texts == number]
        assert sorted(own.tolist()) == sorted(set(shingles(words_of(text).hashes).tolist()))


def test_candidates_are_the_same_from_parts_and_from_the_whole() -> None:
    found = postings(TEXTS, sampled=1)
    hashes, texts = of_representatives(found)
    whole = candidates([count_pairs(hashes, texts)], found.sizes, 0.01)
    part = parts_of(hashes, 4)
    assert set(part.tolist()) == {0, 1, 2, 3}
    parts = candidates([count_pairs(hashes[part == n], texts[part == n]) for n in range(4)], found.sizes, 0.01)
    assert [column.tolist() for column in whole] == [column.tolist() for column in parts]
    assert list(zip(whole.a.tolist(), whole.b.tolist(), strict=True)) == [(0, 2), (1, 2), (1, 5)]


def test_a_shingle_that_too_many_texts_hold_makes_no_candidates() -> None:
    found = postings([f"{name} {DAM[0]}" for name in ("Ann", "Ben", "Cleo", "Dan")], sampled=1)
    hashes, texts = of_representatives(found)
    assert len(count_pairs(hashes, texts, common=4).keys) == 6
    assert len(count_pairs(hashes, texts, common=3).keys) == 0


def test_texts_with_the_same_words_are_pairs_with_the_first_and_texts_without_words_are_not() -> None:
    first, others = equal_pairs(postings([*TEXTS, "..."]).whole)
    assert (first.tolist(), others.tolist()) == ([0], [4])


def test_a_text_that_repeats_a_shingle_counts_once() -> None:
    found = postings([DAM[0] * 50, DAM[0] + GOATS[0]], sampled=1)
    counted = count_pairs(*of_representatives(found))
    assert counted.shared.tolist() == [len(shingles(words_of(DAM[0]).hashes))]
