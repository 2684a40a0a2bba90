"""Likeness: how much two comments say the same."""

from collections.abc import Mapping


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Give the share (0 to 1) of the rare words of two comments together that both have.

    They are given by their stems, each with how rare it is (`rare_stems`).
    """
    both = {**one, **other}
    shared = sum(weight for stem, weight in both.items() if stem in one and stem in other)
    return shared / sum(both.values()) if both else 0.0
