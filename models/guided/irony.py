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
    return any(signs.search(comment) or signs.search(plain) for signs in _patterns().values())


def echoes(comment: str) -> bool:
    """Say whether a word of ours is thrown back as a question: "supplier of what. stress?"."""
    echo = _patterns()["echo"]
    return bool(echo.search(comment) or echo.search(tidy(comment)))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(sign, re.IGNORECASE) for name, sign in table_of(__file__).items()}
