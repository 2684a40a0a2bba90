"""Halves: bfloat16, the upper half of a float32, as keys and values are kept."""

import numpy as np
from numpy.typing import NDArray

from models.kernels.compiling import compiled

Halves = NDArray[np.uint16]


@compiled
def halved(number: np.float32) -> np.uint16:
    """Give the nearest half, of two alike the even one."""
    bits = np.float32(number).view(np.uint32)
    odd = (bits >> np.uint32(16)) & np.uint32(1)
    return np.uint16((bits + np.uint32(0x7FFF) + odd) >> np.uint32(16))
