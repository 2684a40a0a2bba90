"""What every tone of a draft says alike: its values, and whether it asks."""

import re
from collections.abc import Sequence

from models.guided.lattice import Layer
from models.guided.slots import Filled
from models.tasks.values import values

_ASKS = re.compile(r"\?(?=\s|$)")


def says_the_same(text: str, first: str) -> bool:
    """Say whether a draft in another tone has the first one's values, and asks where it asks."""
    return values(text) == values(first) and bool(_ASKS.search(text)) == bool(_ASKS.search(first))


def alike(layers: Sequence[Layer], first: str) -> list[Layer]:
    """Give another tone's layers without what the first draft does not say, if others are left."""
    known, asks = values(first), bool(_ASKS.search(first))

    def fits(option: Filled | None) -> bool:
        return option is None or (
            values(option.text) <= known and (asks or not _ASKS.search(option.text))
        )

    return [[option for option in layer if fits(option)] or layer for layer in layers]
