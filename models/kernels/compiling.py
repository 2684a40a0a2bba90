"""Compiling: numba makes machine code of functions of arrays, once, and keeps it on disk."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from numba import njit
from numba.core import config
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Bytes = NDArray[np.int8]
Function = TypeVar("Function", bound=Callable[..., Any])

_FOLDER = Path(__file__).parent
_SOURCES = b"".join(path.read_bytes() for path in sorted(_FOLDER.glob("*.py")))
# numba looks whether the file of a function has changed, and what is compiled holds parts of the
# other files too.
_given = config.CACHE_DIR  # type: ignore[attr-defined]
_cache = Path(_given or _FOLDER / "__pycache__") / sha256(_SOURCES).hexdigest()[:12]
config.CACHE_DIR = str(_cache)  # type: ignore[attr-defined]


def compiled(function: Function) -> Function:
    """Compile a function of arrays; it runs without Python's lock, and may divide by nought."""
    # Python's own way to divide can raise, and then nothing is divided many at once.
    compiler = njit(nogil=True, fastmath=True, error_model="numpy", cache=True)
    return cast(Function, compiler(function))
