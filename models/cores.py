"""Sharing work among the processor's cores."""

import itertools
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
_pool = ThreadPoolExecutor(CORES, thread_name_prefix="core")


def share(start: int, end: int, least: int, work: Callable[[int, int], None]) -> None:
    """Have parts of what is counted worked on side by side, `least` in each; waits for all.

    `work` is called with where its part starts and ends.
    """
    count = end - start
    parts = max(1, min(CORES, count // least))
    edges = [start + count * part // parts for part in range(parts + 1)]
    first, *rest = itertools.pairwise(edges)
    others = [_pool.submit(work, *ends) for ends in rest]
    work(*first)
    for other in others:
        other.result()
