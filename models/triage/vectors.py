"""Vectors of words: which words stand near which, in public text and in the written comments.

    CANDOR_CORPUS=… python -m models.triage.vectors

Counts of neighbours within five words, as positive pointwise mutual information, cut down to its
strongest directions. Only what the train split holds is read of our own comments.
"""

import json
import lzma
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from sklearn.utils.extmath import randomized_svd

from models.data.written import exchanges
from models.triage.examples import labelled
from models.triage.features import plain, vector_key, words_of

VECTORS = Path(__file__).parent.parent / "runs" / "triage-vectors.npz"
WINDOW = 5
MOST_WORDS = 14_000
WIDTH = 128
REPEATS = 3  # our own comments count so often, being nearest to what will be read
PUBLIC = {
    "comments": 10**9,
    "brand_threads": 10**9,
    "plain": 10**9,
    "dialogues": 10**9,
    "talk": 45 * 10**6,
}
RARE = 1e-3  # a word that is as common as this weighs half


def texts(corpus: Path) -> Iterator[str]:
    """Yield the texts to learn from."""
    for example in labelled("train"):
        yield from [example.brief.comment] * REPEATS
    for row in exchanges("train"):
        yield row["post"]
        yield from (fact["text"] for fact in row["facts"])
        yield from row["replies"].values()
    for name, most_characters in PUBLIC.items():
        read = 0
        with lzma.open(corpus / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                parts = [turn["text"] for turn in row["turns"]] if "turns" in row else [row["text"]]
                yield from parts
                read += sum(map(len, parts))
                if read > most_characters:
                    break


def numbered(corpus: Path) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Give all texts as numbers of words, -1 between two texts; and the key of each number."""
    numbers: dict[int, int] = {}
    blocks, block = [], []
    for text in texts(corpus):
        block += [
            numbers.setdefault(vector_key(word), len(numbers)) for word in words_of(plain(text))
        ]
        block.append(-1)
        if len(block) > 1_000_000:
            blocks.append(np.array(block, np.int32))
            block = []
    return np.concatenate([*blocks, np.array(block, np.int32)]), np.array(list(numbers))


def neighbours(stream: NDArray[np.int32], words: int) -> csr_matrix:
    """Count how often two words stand near each other, nearer ones for more."""
    total = csr_matrix((words, words), dtype=np.float32)
    for start in range(0, len(stream), 4_000_000):
        piece = stream[start : start + 4_000_000]
        text = np.cumsum(piece == -1)
        for distance in range(1, WINDOW + 1):
            left, right = piece[:-distance], piece[distance:]
            near = (left >= 0) & (right >= 0) & (text[distance:] == text[:-distance])
            weights = np.full(int(near.sum()), 1 / distance, np.float32)
            total += coo_matrix((weights, (left[near], right[near])), shape=(words, words)).tocsr()
    return total + total.T


def learn(counts: csr_matrix) -> NDArray[np.float32]:
    """Give a vector of length 1 for each word."""
    cells = counts.tocoo()
    often = np.asarray(counts.sum(1)).ravel()
    context = often**0.75 / (often**0.75).sum()
    information = np.log(cells.data / (often[cells.row] * context[cells.col]))
    kept = information > 0
    surprising = csr_matrix(
        (information[kept], (cells.row[kept], cells.col[kept])), shape=counts.shape
    )
    left, strength, _ = randomized_svd(surprising, WIDTH, n_iter=4, random_state=0)
    vectors = left * np.sqrt(strength)
    result: NDArray[np.float32] = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return result


def main() -> None:
    """Learn the vectors and write them for the training of the network."""
    stream, keys = numbered(Path(os.environ["CANDOR_CORPUS"]))
    counts = np.bincount(stream[stream >= 0], minlength=len(keys))
    # The words of our own comments are met first, three times each, and so are seldom left out.
    common = np.array(
        [number for number, _ in Counter(dict(enumerate(counts))).most_common(MOST_WORDS)]
    )
    place = np.full(len(keys), -2, np.int32)
    place[common] = np.arange(len(common))
    placed = np.where(stream < 0, -1, place[stream])
    vectors = learn(neighbours(placed, len(common)))
    order = np.argsort(keys[common])
    scale = 127 / np.abs(vectors).max()
    frequency = counts[common] / counts.sum()
    VECTORS.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        VECTORS,
        vector_keys=keys[common][order].astype(np.uint32),
        vectors=np.round(vectors * scale).astype(np.int8)[order],
        vector_weights=(RARE / (RARE + frequency)).astype(np.float16)[order],
    )


if __name__ == "__main__":
    main()
