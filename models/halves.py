"""Weights of the small nets as files: tables in bytes with a scale a row, all else in halves."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SCALES = ".scales"


def halved(arrays: Mapping[str, NDArray[Any]], tables: Collection[str]) -> dict[str, Any]:
    """Give arrays as they are written; `tables` are the names of those that take bytes."""
    written: dict[str, Any] = {}
    for name, value in arrays.items():
        if name in tables:
            scales = np.abs(value).max(1, keepdims=True) / 127
            written[name] = np.round(value / scales).astype(np.int8)
            written[f"{name}{_SCALES}"] = scales.astype(np.float16)
        else:
            written[name] = value.astype(np.float16)
    return written


def load_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Read a file of such arrays and others; numbers are float32 again."""
    with np.load(path) as packed:
        arrays = dict(packed)
    for name in [name for name in arrays if name.endswith(_SCALES)]:
        of = name.removesuffix(_SCALES)
        arrays[of] = arrays[of] * arrays.pop(name).astype(np.float32)
    return {
        name: value.astype(np.float32) if value.dtype == np.float16 else value
        for name, value in arrays.items()
    }
