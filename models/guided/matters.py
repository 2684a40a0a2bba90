"""What a comment is about, in our own words: "the damaged table and the missing leg", "the price".

Patterns stand in matters.toml, each with the name of what it hears. A name is a noun phrase that
stands after "sorry about" (a fault) or "I hear you on" (a view), and states no fact of ours.
"""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from models.guided.phrases import swears
from models.guided.tagging import lexicon, tidy, word_set

MOST_AT_ONCE = 2
MOST_LETTERS_OF_A_SMALL_WORD = 4
_NO_MATTER = frozenset(
    """again ever once here there about after until what that this so no not one ones lots
    two three many more very just really still even only already anything nothing everything
    something someone everyone anyone nobody both each half yours ours mine rest while arm
    arms leg legs foot feet ankle wrist finger head heart back hand voice
    word words news silence sweat promise promises law rule news dawn""".split()
)
_BESIDE = frozenset(
    ("being kept in the dark", "the silence from us", "the canned answers", "the missing apology")
)
_MACROS = {
    "{X}": r"(?P<t>[a-z][a-z-]{2,})",
    "{N}": r"(?P<n>(?:\d+|an?|half an|a few|several|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirty|forty|fifty) (?:minutes?|hours?|days?|weeks?|months?|years?|nights?))",
    "{Q}": r"(?:\d+|two|three|four|five|six|seven|eight|ten|several)",
}


@cache
def _rows(kind: str) -> list[tuple[re.Pattern[str], tuple[str, ...]]]:
    text = (Path(__file__).parent / "matters.toml").read_text(encoding="utf-8")
    rows = []
    for signs, *names in tomllib.loads(text)[kind]:
        for macro, pattern in _MACROS.items():
            signs = signs.replace(macro, pattern)
        rows.append((re.compile(signs), tuple(names)))
    return rows


def faults(comment: str) -> list[str]:
    """Give the name of what went wrong, two things joined by "and"; nothing where none is known."""
    return list(_faults(comment))


@lru_cache(maxsize=64)  # the plan and the slots both ask for it
def _faults(comment: str) -> tuple[str, ...]:
    found: list[tuple[int, int, str]] = []
    text = tidy(comment).lower()
    for signs, names in _rows("fault"):
        match = signs.search(text)
        name = _name(match, names) if match else ""
        if match and name and not any(_overlaps(match, start, end) for start, end, _ in found):
            found.append((match.start(), match.end(), name))
    named: list[str] = []
    for _, _, name in sorted(found):
        if not any(_stems(name) & _stems(other) for other in named):
            named.append(name)
    if len(named) == 1 and named[0] in _BESIDE:  # the silence is seldom all there is
        named = [*(view for view in views(comment) if view != "the price"), *named]
    return (" and ".join(named[:MOST_AT_ONCE]),) if named else ()


def views(comment: str) -> list[str]:
    """Give the name of what they hold an opinion of; nothing where none is known."""
    text = tidy(comment).lower()
    for signs, names in _rows("view"):
        match = signs.search(text)
        if match and (name := _name(match, names)):
            return [name]
    return []


def _name(match: re.Match[str], names: tuple[str, ...]) -> str:
    caught = {key: value for key, value in match.groupdict().items() if value}
    if "n" in caught:
        caught["long"] = _hyphened(caught["n"])
    for name in names:
        wanted = re.findall(r"\{(\w+)\}", name)
        if all(key in caught and _is_sayable(key, caught[key]) for key in wanted):
            return name.format(**caught)
    return ""


def _hyphened(amount: str) -> str:
    """Give an amount as it stands before a noun: "25-minute", "hour-long"."""
    count, unit = amount.rsplit(" ", 1)
    if count in ("a few", "several"):
        return "long"
    one = unit.rstrip("s")
    return f"{one}-long" if count in ("a", "an") else f"{count.replace(' an', '')}-{one}"


def _is_sayable(key: str, caught: str) -> bool:
    """Say whether what was caught is a thing that can be named."""
    if key != "t":
        return True
    head = caught.split()[-1]
    known = lexicon().get(head)
    unsayable = head in _NO_MATTER or head in word_set("empty") | word_set("time")
    return not unsayable and known in (None, "noun") and not swears(caught)


def _stems(name: str) -> set[str]:
    return {word[:5] for word in name.split() if len(word) > MOST_LETTERS_OF_A_SMALL_WORD}


def _overlaps(match: re.Match[str], start: int, end: int) -> bool:
    return match.start() < end and start < match.end()
