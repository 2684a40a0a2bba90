"""What the nets that mix neighbouring tokens share in numpy (the restorer and the teller)."""

import numpy as np

from models.reader.encoder import Floats

_EPSILON = np.float32(1e-6)


def rms_normed(states: Floats) -> Floats:
    """Give states with a mean square of one along the last axis."""
    result: Floats = states / np.sqrt((states**2).mean(-1, keepdims=True) + _EPSILON)
    return result


def moved(states: Floats, by: int) -> Floats:
    """Give states (…, tokens, width) one token on (1) or back (-1), with noughts in the gap."""
    result = np.zeros_like(states)
    if by > 0:
        result[..., by:, :] = states[..., :-by, :]
    else:
        result[..., :by, :] = states[..., -by:, :]
    return result
