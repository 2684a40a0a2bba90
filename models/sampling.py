"""How a model is asked to draw, and what that cost: shared by whoever runs one."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sampling:
    """How a model draws: temperature 0 takes the likeliest token."""

    max_tokens: int = 120
    temperature: float = 0.8
    top_p: float = 0.95
    seed: int | None = None


@dataclass
class Counts:
    """What was read and written for one suggestion; filled in while it is made."""

    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    prefill_ms: float = 0.0
    decode_ms: float = 0.0
