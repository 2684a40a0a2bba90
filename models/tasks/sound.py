"""Sound: drafts in which the service's own checks find nothing to mend."""

from collections.abc import Sequence

from models.tasks import Line, share

_KINDS = {
    "grounded": {"unsupported_fact"},
    "promises": {"unsupported_promise"},
    "owning": {"non_apology", "blame", "boilerplate", "hard_sell"},
    "private": {"private_data"},
}


def measure(lines: Sequence[Line]) -> dict[str, float]:
    """Give, for each kind of fault, the share of drafts that have it."""
    return {
        f"{name}_faults": share(sum(bool(checks & set(line.checks)) for line in lines), len(lines))
        for name, checks in _KINDS.items()
    }
