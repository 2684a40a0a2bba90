"""Scoring and writing with a Llama: one past, and trees of tokens that grow from it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.kept import Kept, shared_length
from models.llama import AT_ONCE, Llama, Past, open_llama
from models.sampling import Counts
from models.tree import Tree


class LlamaNet:
    """A Llama and the beginnings of prompts that it has read lately."""

    def __init__(self, folder: Path, *, exact: bool) -> None:
        self._llama = open_llama(folder, exact=exact)
        self.context = self._llama.shape.context
        self._kept: Kept[Past] = Kept()

    def score(
        self,
        ids: list[int],
        texts: Sequence[Sequence[int]],
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> list[list[float]]:
        """Give the log-probability (nats) of each token of each text after `ids`."""
        scores: list[list[float]] = [[] for _ in texts]
        past = self._begun(ids[:-1], counts)
        *passes, trunk = _passes(ids[past.length :])
        for part in passes:
            _read(self._llama, past, part)
        for tree, paths in _trees(trunk, texts):
            if stopped():
                break
            logs = self._logs(past, tree, len(trunk))
            for number, path in paths.items():
                scores[number] = logs[path].tolist()
            counts.input_tokens += len(tree) - len(trunk)
            past.length += len(trunk) - 1
            trunk[:-1] = []  # the last token is read with every tree
        counts.input_tokens += 1
        self._kept.keep(ids[: past.length], past)
        return scores

    def branch(self, prompts: Sequence[list[int]], counts: Counts) -> "_Branches":
        """Read prompts that begin alike; give what grows from each."""
        shared = min(shared_length(prompts), min(map(len, prompts)) - 1)
        past = self._begun(prompts[0][:shared], counts)
        for part in _passes(prompts[0][past.length : shared]):
            _read(self._llama, past, part)
        self._kept.keep(prompts[0][:shared], past)
        tree = Tree()
        leaves = [tree.add(ids[shared:])[-1] for ids in prompts]
        counts.input_tokens += len(tree)
        return _Branches(self._llama, self._llama.past(past, shared), tree, leaves)

    def _begun(self, ids: list[int], counts: Counts) -> Past:
        """Give the past of as much of the beginning of a prompt as was kept."""
        known, of = self._kept.nearest(ids)
        length = shared_length([of, ids])
        if not known or length < len(of):  # it ends elsewhere, and may be wanted again
            known = self._llama.past(known, length)
        known.length = length
        counts.input_tokens += len(ids)
        counts.cached_tokens += length
        return known

    def _logs(self, past: Past, tree: Tree, trunk: int) -> NDArray[np.float32]:
        """Give the log-probability of each token of a tree behind its trunk of so many."""
        last = trunk - 1  # of the prompt, from which all texts grow
        states = _grow(self._llama, past, tree, last)
        parents, of = np.unique(np.array(tree.parents[trunk:]) - last, return_inverse=True)
        return self._llama.logs(states[parents], of, np.array(tree.ids[trunk:]))


class _Branches:
    """Candidates that grow from prompts: a tree with a leaf for each."""

    def __init__(self, llama: Llama[Any], past: Past, tree: Tree, leaves: list[int]) -> None:
        self._llama, self._past = llama, past
        self._places = np.array(tree.depths)[leaves] + past.length
        self._seen = tree.sees()[leaves]
        self.logits = llama.logits(_grow(llama, past, tree)[leaves])  # (prompts, vocabulary)

    def add(self, drawn: NDArray[np.int64], rows: Sequence[int]) -> None:
        """Let the candidates of these rows grow by a token each; the others have ended."""
        self._places = self._places[rows] + 1
        start = self._past.length + self._seen.shape[1]
        own = np.eye(len(rows), dtype=np.bool_)
        self._seen = np.concatenate([self._seen[rows], own], 1)
        states = self._llama.run(self._past, drawn, self._places, self._seen, start)
        self.logits = self._llama.logits(states)


def _grow(llama: Llama[Any], past: Past, tree: Tree, first: int = 0) -> NDArray[np.float32]:
    """Give the states of the tokens of a tree behind a past from `first` on, (tokens, width)."""
    places = np.array(tree.depths) + past.length
    return llama.run(past, np.array(tree.ids), places, tree.sees(), past.length, first)


def _read(llama: Llama[Any], past: Past, ids: list[int]) -> None:
    """Let a past grow by tokens."""
    tree = Tree()
    tree.add(ids)
    _grow(llama, past, tree, len(ids) - 1)
    past.length += len(ids)


def _passes(ids: list[int]) -> list[list[int]]:
    """Part tokens evenly into as many as are read at once."""
    count = -(-len(ids) // AT_ONCE)
    edges = [len(ids) * number // count for number in range(count + 1)] if count else []
    return [ids[start:end] for start, end in pairwise(edges)]


def _trees(
    trunk: list[int], texts: Sequence[Sequence[int]]
) -> Iterator[tuple[Tree, dict[int, list[int]]]]:
    """Yield trees of texts that begin alike, with the path of each text by its number.

    All grow from the trunk as it is when they are asked for; the paths do not count it.
    """
    tree, paths = Tree(), dict[int, list[int]]()
    tree.add(trunk)
    for number in sorted(range(len(texts)), key=lambda number: list(texts[number])):
        if paths and len(tree) + len(texts[number]) > AT_ONCE:
            yield tree, paths
            tree, paths = Tree(), {}
            tree.add(trunk)
        path = tree.add(texts[number], after=len(trunk) - 1)
        paths[number] = [at - len(trunk) for at in path]
    if paths:
        yield tree, paths
