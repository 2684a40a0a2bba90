"""Ids: a prefix that says what it is, then the time, so that ids sort by age, then chance."""

import hashlib
import secrets
import time
from typing import Literal

Prefix = Literal["sug", "bv", "snip", "prm", "ho", "dev"]

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id(prefix: Prefix) -> str:
    """Give an id that nobody has: 45 bits of milliseconds and 75 of chance, in base 32."""
    return f"{prefix}_{_base32(time.time_ns() // 1_000_000, 9)}{_base32(secrets.randbits(75), 15)}"


def id_of(prefix: Prefix, *named: str) -> str:
    """Give the one id that goes with these words: 120 bits of their hash, in base 32."""
    digest = hashlib.sha256("\0".join(named).encode()).digest()
    return f"{prefix}_{_base32(int.from_bytes(digest[:15]), 24)}"


def _base32(number: int, length: int) -> str:
    return "".join(_DIGITS[number >> 5 * place & 31] for place in reversed(range(length)))
