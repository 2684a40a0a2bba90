"""Whether praise is meant the other way: "well done on making it harder to read".

Patterns stand in irony.toml.
"""

import re
from functools import cache, lru_cache

from models.guided.once import KEPT
from models.guided.tagging import tidy
from models.tables import table_of


@lru_cache(maxsize=KEPT)
def mocks(comment: str) -> bool:
    """Say whether praise is meant the other way: "oh great, another one"."""
    plain = tidy(comment)
    return any(signs.search(comment) or signs.search(plain) for signs in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(signs, re.IGNORECASE) for signs in table_of(__file__).values())
