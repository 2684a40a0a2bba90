"""The catalog: every entry is complete, pinned, free to use, and of a family that is tried."""

import re

import pytest
from transformers import CONFIG_MAPPING

from models import catalog
from models.catalog import Offer, offers
from tests.models.test_templates import FAMILIES

ARCHITECTURES = {
    "Qwen/Qwen2.5": "qwen2",
    "Qwen/Qwen3": "qwen3",
    "HuggingFaceTB/SmolLM2": "llama",
    "HuggingFaceTB/SmolLM3": "smollm3",
    "allenai/OLMo-2": "olmo2",
    "ibm-granite/granite": "granite",
    "microsoft/Phi": "phi3",
}


@pytest.mark.parametrize("offer", offers().values(), ids=lambda offer: offer.name)
def test_an_offer_is_pinned_free_and_runs_here(offer: Offer) -> None:
    assert re.fullmatch(r"[0-9a-f]{40}", offer.revision)
    assert re.fullmatch(r"\w[\w.-]*/[\w.-]+", offer.repo)
    assert re.fullmatch(r"\w[\w.-]*", offer.name)
    assert offer.licence in ("Apache-2.0", "MIT")
    assert offer.template in FAMILIES
    assert 1.9 <= offer.size_gb / offer.billions <= 2.6  # two bytes a parameter, some stored twice
    assert offer.size_gb < offer.memory_gb
    kind = next(kind for start, kind in ARCHITECTURES.items() if offer.repo.startswith(start))
    assert kind in CONFIG_MAPPING


def test_the_smallest_comes_first() -> None:
    sizes = [offer.size_gb for offer in offers().values()]
    assert sizes == sorted(sizes)


def test_a_small_computer_has_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    offer = offers()["qwen2.5-1.5b"]
    monkeypatch.setattr(catalog, "multiplies_bfloat16", lambda: True)
    monkeypatch.setattr(catalog, "memory_gb", lambda: 8.0)
    assert (offer.needs_gb, offer.has_room) == (4.0, True)
    monkeypatch.setattr(catalog, "multiplies_bfloat16", lambda: False)
    assert (offer.needs_gb, offer.has_room) == (8.0, False)
