"""Scoring and writing with a Llama: one past, and trees of tokens that grow from it."""

from collections.abc import Callable, Iterator, Sequence
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
        past = self._read(ids, counts)
        for tree, paths in _trees(texts):
            if stopped():
                break
            logs = self._logs(past, tree)
            for number, path in paths.items():
                scores[number] = logs[path].tolist()
            counts.input_tokens += len(tree)
        return scores

    def branch(self, prompts: Sequence[list[int]], counts: Counts) -> "_Branches":
        """Read prompts that begin alike; give what grows from each."""
        shared = min(shared_length(prompts), min(map(len, prompts)) - 1)
        past = self._read(prompts[0][:shared], counts)
        tree = Tree()
        leaves = [tree.add(ids[shared:])[-1] for ids in prompts]
        counts.input_tokens += len(tree)
        return _Branches(self._llama, self._llama.past(past, shared), tree, leaves)

    def _read(self, ids: list[int], counts: Counts) -> Past:
        """Give the past of a prompt, from what was kept of its beginning as far as that goes."""
        known, of = self._kept.nearest(ids)
        length = shared_length([of, ids])
        if not known or length < len(of):  # it ends elsewhere, and may be wanted again
            length = min(length, len(ids) - 1)  # the state of the last token is wanted
            known = self._llama.past(known, length)
        rest = ids[length:]
        passes = -(-len(rest) // AT_ONCE)
        for number in range(passes):
            tree = Tree()
            tree.add(rest[len(rest) * number // passes : len(rest) * (number + 1) // passes])
            known.last = _grow(self._llama, known, tree)[-1]
            known.length += len(tree)
        counts.input_tokens += len(ids)
        counts.cached_tokens += length
        self._kept.keep(ids, known)
        return known

    def _logs(self, past: Past, tree: Tree) -> NDArray[np.float32]:
        """Give the log-probability of each token of a tree."""
        states = np.concatenate([past.last[None], _grow(self._llama, past, tree)])
        parents, of = np.unique(np.array(tree.parents) + 1, return_inverse=True)
        return self._llama.logs(states[parents], of, np.array(tree.ids))


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


def _grow(llama: Llama[Any], past: Past, tree: Tree) -> NDArray[np.float32]:
    """Give the state of each token of a tree behind a past, (tokens, width)."""
    places = np.array(tree.depths) + past.length
    return llama.run(past, np.array(tree.ids), places, tree.sees(), past.length)


def _trees(texts: Sequence[Sequence[int]]) -> Iterator[tuple[Tree, dict[int, list[int]]]]:
    """Yield trees of texts that begin alike, with the path of each text by its number."""
    tree, paths = Tree(), dict[int, list[int]]()
    for number in sorted(range(len(texts)), key=lambda number: list(texts[number])):
        if paths and len(tree) + len(texts[number]) > AT_ONCE:
            yield tree, paths
            tree, paths = Tree(), {}
        paths[number] = tree.add(texts[number])
    if paths:
        yield tree, paths
