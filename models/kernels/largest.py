"""The largest of many floats, in steps that the compiler takes for many at once.

It does so for whole numbers alone: the bits of floats are in the order of the floats, those of
negative ones turned about.
"""

import numpy as np

from models.kernels.compiling import Floats, compiled

SIZE = 0x7FFFFFFF  # all bits but the sign


@compiled
def largest(numbers: Floats) -> np.float32:
    """Give the largest number."""
    bits = numbers.view(np.int32)
    most = np.int32(-SIZE)
    for at in range(len(bits)):
        most = max(most, bits[at] ^ ((bits[at] >> np.int32(31)) & np.int32(SIZE)))
    return np.int32(most ^ ((most >> np.int32(31)) & np.int32(SIZE))).view(np.float32)


@compiled
def largest_size(numbers: Floats) -> np.float32:
    """Give the largest number without its sign."""
    bits = numbers.view(np.int32)
    most = np.int32(0)
    for at in range(len(bits)):
        most = max(most, bits[at] & np.int32(SIZE))
    return np.int32(most).view(np.float32)
