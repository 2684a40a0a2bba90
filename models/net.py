"""Scoring and writing with a Llama of our own: one past, and trees of tokens that grow from it."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from models.kept import Kept, shared_length
from models.llama import AT_ONCE, Llama, Past
from models.sampling import Counts
from models.tree import Tree


class LlamaNet:
    """A Llama and the beginnings of prompts that it has read lately."""

    def __init__(self, folder: Path, dtype: torch.dtype | None, device: torch.device) -> None:
        self._llama = Llama(folder, dtype, device)
        self.device, self.context = device, self._llama.shape.context
        self._kept: Kept[Past] = Kept()

    def score(
        self,
        ids: list[int],
        texts: Sequence[Sequence[int]],
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> list[list[float]]:
        """Give the log-probability (nats) of each token of each text after `ids`."""
        self._llama.settle()
        scores: list[list[float]] = [[] for _ in texts]
        past = self._read(ids, counts)
        for tree, paths in _trees(texts):
            if stopped():
                break
            logs = self._logs(past, tree)
            for number, path in paths.items():
                scores[number] = [logs[at] for at in path]
            counts.input_tokens += len(tree)
        return scores

    def branch(self, prompts: Sequence[list[int]], counts: Counts) -> "_Branches":
        """Read prompts that begin alike; give what grows from each."""
        self._llama.settle()
        shared = min(shared_length(prompts), min(map(len, prompts)) - 1)
        past = self._read(prompts[0][:shared], counts)
        tree = Tree()
        leaves = [tree.add(ids[shared:])[-1] for ids in prompts]
        counts.input_tokens += len(tree)
        return _Branches(self._llama, past.copied(shared), tree, leaves)

    def _read(self, ids: list[int], counts: Counts) -> Past:
        """Give the past of a prompt, from what was kept of its beginning as far as that goes."""
        known, of = self._kept.nearest(ids)
        length = shared_length([of, ids])
        if not known or length < len(of):  # it ends elsewhere, and may be wanted again
            length = min(length, len(ids) - 1)  # the state of the last token is wanted
            known = known.copied(length) if known else self._llama.past()
        self._llama.read(known, ids[length:])
        counts.input_tokens += len(ids)
        counts.cached_tokens += length
        self._kept.keep(ids, known)
        return known

    def _logs(self, past: Past, tree: Tree) -> list[float]:
        """Give the log-probability of each token of a tree."""
        states = torch.cat([past.last[None], self._llama.grow(past, tree)])
        parents, of = np.unique(np.array(tree.parents) + 1, return_inverse=True)
        logits = self._llama.logits(states[parents.tolist()])  # (tokens that go on, vocabulary)
        picked = logits[of.tolist(), tree.ids]
        logs: list[float] = (picked - logits.logsumexp(-1)[of.tolist()]).tolist()
        return logs


class _Branches:
    """Candidates that grow from prompts: a tree with a leaf for each."""

    def __init__(self, llama: Llama, past: Past, tree: Tree, leaves: list[int]) -> None:
        self._llama, self._past = llama, past
        states = llama.grow(past, tree)[leaves]
        self._end = past.length + len(tree)
        device = llama.device
        self._places = torch.tensor(tree.depths, device=device)[leaves] + past.length
        self._seen = torch.ones(len(leaves), self._end, dtype=torch.bool)
        self._seen[:, past.length :] = torch.from_numpy(tree.sees()[leaves])
        self._seen = self._seen.to(device)
        self.logits = llama.logits(states)  # (prompts, vocabulary)

    def add(self, drawn: Tensor, rows: Tensor) -> None:
        """Let the candidates of these rows grow by a token each; the others have ended."""
        self._places = self._places[rows] + 1
        own = torch.eye(len(rows), dtype=torch.bool, device=rows.device)
        self._seen = torch.cat([self._seen[rows], own], dim=1)
        states = self._llama.run(self._past, drawn, self._places, self._seen, self._end)
        self._end = self._seen.shape[1]
        self.logits = self._llama.logits(states)


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
