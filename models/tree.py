"""A tree of tokens: texts that begin alike share their beginning."""

from collections.abc import Sequence

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

    def add(self, ids: Sequence[int]) -> list[int]:
        """Add a text; give the number of each of its tokens in the tree."""
        at, path = ROOT, []
        for depth, token in enumerate(ids):
            child = self._children.setdefault((at, token), len(self.ids))
            if child == len(self.ids):
                self.ids.append(token)
                self.parents.append(at)
                self.depths.append(depth)
            path.append(at := child)
        return path

    def sees(self) -> NDArray[np.bool_]:
        """Say of each token (row) which it sees: those it grew from, and itself."""
        seen = np.eye(len(self), dtype=np.bool_)
        for number, parent in enumerate(self.parents):
            if parent != ROOT:
                seen[number] |= seen[parent]
        return seen
