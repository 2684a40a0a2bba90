"""One move of a plan."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One move of the plan; an optional one may be left out."""

    move: str
    optional: bool = False
    case: str = ""  # which sentences of the move, by their `case` in the bank
