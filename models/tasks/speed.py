"""Speed: from the request to the complete checked draft, as a caller sees it."""

import statistics
from collections.abc import Sequence

from models.tasks import Line


def measure(lines: Sequence[Line]) -> dict[str, float]:
    """Give the median and the 95th percentile of the seconds a draft took."""
    times = sorted(line.seconds for line in lines if line.seconds)
    if len(times) < 2:
        return {}
    return {
        "seconds_p50": round(statistics.median(times), 2),
        "seconds_p95": round(times[int(0.95 * (len(times) - 1))], 2),
    }
