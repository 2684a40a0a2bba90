"""What of the data is only for measuring: one in so many, by a hash of its name."""

import hashlib

HELD_EVERY = 5


def is_held(name: str) -> bool:
    """Whether what has this name (a brand, the id of a pair) is kept for measuring."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") % HELD_EVERY == 0
