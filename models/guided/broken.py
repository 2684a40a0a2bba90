"""Whether words of theirs are broken English or typed as on a phone: nobody says those back.

Patterns stand in broken.toml. Who writes "the wifi don't arrive" is understood and answered, and
is not shown the slip by having it repeated.
"""

import re
from functools import cache

from models.guided.tagging import tidy
from models.tables import filled, table_of

_SIGNS = (
    "alone", "pronoun", "without", "persons", "tense", "forms", "counted", "typed", "runs_on"
)  # fmt: skip


def is_broken(said: str) -> bool:
    """Say whether a clause of theirs, as written or turned to them, is better not said back."""
    plain = tidy(said.strip("“”")).lower()
    raw = said.strip("“”").lower()
    return any(signs.search(plain) or signs.search(raw) for signs in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    table = table_of(__file__)
    macros = {"MANY": f"(?:{table['many']})", "BARE": f"(?:{table['bare']})"}
    return tuple(re.compile(filled(table[name], macros)) for name in _SIGNS)
