"""A tree of tokens: texts that begin alike share their beginning."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

ROOT = -1


class Tree:
    """Tokens in the order they came, each with its parent (ROOT: none) and its depth from 0."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.parents: list[int] = []
        self.depths: list[int] = []
        self._children: dict[tuple[int, int], int] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, ids: Sequence[int], after: int = ROOT) -> list[int]:
        """Add a text that grows from a token; give the number of each of its tokens in the tree."""
        at, path = after, []
        for depth, token in enumerate(ids, self.depths[after] + 1 if after != ROOT else 0):
            child = self._children.setdefault((at, token), len(self.ids))
            if child == len(self.ids):
                self.ids.append(token)
                self.parents.append(at)
                self.depths.append(depth)
            path.append(at := child)
        return path

    def sees(self) -> NDArray[np.bool_]:
        """Say of each token (row) which it sees: those it grew from, and itself."""
        seen = np.zeros((len(self), len(self)), np.bool_)
        starts = [at for at, parent in enumerate(self.parents) if parent != at - 1 or at == 0]
        for first, end in pairwise([*starts, len(self)]):  # each grows from the one before it
            if self.parents[first] != ROOT:
                seen[first:end, :first] = seen[self.parents[first], :first]
            seen[first:end, first:end] = np.tri(end - first, dtype=np.bool_)
        return seen
