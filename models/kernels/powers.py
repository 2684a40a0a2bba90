"""Powers of e, in steps that the compiler takes for many numbers at once."""

import numpy as np

from models.kernels.compiling import compiled

LOWEST, HIGHEST = -87, 88  # powers that a float32 holds


@compiled
def exp(power: np.float32) -> np.float32:
    """Give e to a power, as float32.

    2 to the whole part is made of its bits; Taylor's series gives the rest, to 1e-7.
    """
    power = min(max(power, np.float32(LOWEST)), np.float32(HIGHEST))
    twos = np.int32(power * np.float32(1.4426950408889634) + np.float32(127.5))
    rest = power - np.float32(twos - 127) * np.float32(0.6931471805599453)
    series = np.float32(1 / 720)
    for divisor in (120, 24, 6, 2, 1, 1):
        series = series * rest + np.float32(1 / divisor)
    return series * np.int32(twos << 23).view(np.float32)
