"""Patience: how long a remote model may take, and when it is asked again."""

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Patience:
    """Times in seconds. `tries` counts requests of which nothing has been read yet."""

    connect_s: float = 3.0
    first_s: float = 60.0  # to the first token: a prompt may be long, a model may have to load
    between_s: float = 15.0  # from one token to the next
    whole_s: float = 180.0
    tries: int = 3
    back_off_s: float = 0.4
    longest_wait_s: float = 8.0

    def wait_s(self, tried: int, asked_s: float | None) -> float | None:
        """Give how long to wait after so many tries; None where it is not worth it.

        A server that names a time is taken at its word, within bounds; else each wait is twice as
        long as the one before, with half of it left to chance so that not all come at once.
        """
        if tried >= self.tries or (asked_s or 0) > self.longest_wait_s:
            return None
        doubled = min(self.back_off_s * 2.0 ** (tried - 1), self.longest_wait_s)
        return max(asked_s or 0.0, doubled * random.uniform(0.5, 1))
