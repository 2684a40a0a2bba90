"""The weights in a model's safetensors files, read without torch."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

KINDS: dict[str, np.dtype[Any]] = {
    "F32": np.dtype("<f4"),
    "F16": np.dtype("<f2"),
    "BF16": np.dtype("<u2"),
}


@dataclass(frozen=True)
class Table:
    """A tensor as a file has it; numpy itself knows no bfloat16."""

    kind: str
    values: NDArray[Any]

    def __getitem__(self, rows: Any) -> NDArray[np.float32]:
        """Give rows in float32, chosen as in numpy."""
        some: NDArray[Any] = self.values[rows]
        if self.kind == "BF16":  # the upper half of a float32
            some = np.left_shift(some, 16, dtype=np.uint32).view(np.float32)
        return some.astype(np.float32, copy=False)

    def copied(self) -> "Table":
        """Give a copy, which holds on to no file."""
        return Table(self.kind, self.values.copy())


class Weights:
    """The tensors of a folder's files, mapped and not copied."""

    def __init__(self, folder: Path) -> None:
        self._tables: dict[str, Table] = {}
        for path in folder.glob("*.safetensors"):
            file = np.asarray(np.memmap(path, mode="r"))
            start = 8 + int.from_bytes(bytes(file[:8]), "little")
            for name, tensor in json.loads(bytes(file[8:start])).items():
                if name != "__metadata__":
                    first, end = tensor["data_offsets"]
                    values = file[start + first : start + end].view(KINDS[tensor["dtype"]])
                    self._tables[name] = Table(tensor["dtype"], values.reshape(tensor["shape"]))

    def __getitem__(self, name: str) -> NDArray[np.float32]:
        """Give a tensor in float32."""
        return self.table(name)[:]

    def table(self, name: str) -> Table:
        """Give a tensor as it lies in its file."""
        return self._tables[name]
