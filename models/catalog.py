"""The catalog: larger open models that one may download, and what each asks of a computer."""

import os
import platform
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CATALOG = Path(__file__).parent / "catalog.toml"
ROOM = 0.8  # the share of a computer's memory that a model may take


@dataclass(frozen=True)
class Offer:
    """One model of the catalog; sizes in 10^9 bytes, memory for bfloat16."""

    name: str
    repo: str  # on huggingface.co
    revision: str  # the commit that is fetched
    billions: float  # parameters
    size_gb: float
    memory_gb: float
    licence: str
    template: str  # the family of its chat template

    @property
    def needs_gb(self) -> float:
        """Give the memory that it takes on this computer."""
        return self.memory_gb if multiplies_bfloat16() else 2 * self.memory_gb

    @property
    def has_room(self) -> bool:
        """Say whether this computer has that memory."""
        return self.needs_gb <= ROOM * memory_gb()


def offers(path: Path = CATALOG) -> dict[str, Offer]:
    """Give the catalog, by name, the smallest first."""
    entries = tomllib.loads(path.read_text("utf-8")).items()
    found = [Offer(name=name, **entry) for name, entry in entries]
    return {offer.name: offer for offer in sorted(found, key=lambda offer: offer.size_gb)}


@cache
def memory_gb() -> float:
    """Give the memory of this computer, in 10^9 bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


@cache
def multiplies_bfloat16() -> bool:
    """Say whether the processor does; without, weights are kept in float32 (see runtime)."""
    if platform.system() != "Linux":
        return False
    words = set(Path("/proc/cpuinfo").read_text("utf-8").split())
    return bool(words & {"amx_bf16", "avx512_bf16"})
