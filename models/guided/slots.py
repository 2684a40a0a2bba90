"""Sentences with slots, and how they are filled."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.guided.bank import Move

_THEIRS = frozenset(
    """asked unanswered query topic thing detail problem idea quote missing wait tries told
    lost helper glad occasion stars matter view joy best liked loved happened said deed
    mention kin about caught line good bad image credited right norm ground peril regards passage
    spot""".split()
)
_SLOT = re.compile(r"\{(\w+)\}")
_NAMED = re.compile(  # the commenter's name with what sets it off, before a stop or a picture
    r",\s*\{name\}(?=[.!?,:;]|$|\s+[^\w\s{“\"(])|\{name\},\s*|\s*\{name\}"
)


@dataclass(frozen=True)
class Filled:
    """A sentence with its slots filled: from which move, with which of their words in which slots.

    `addressed` says whether it calls the commenter by name; `filled` is what its fillings are
    worth, `worth` what the sentence is.
    """

    text: str
    move: str
    id: str
    words: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    emoji: int = 0
    addressed: bool = False
    filled: float = 0.0
    worth: float = 0.0
    asks_for: str = ""
    unnamed: str = ""  # the same without the commenter's name, where it stands in it


Fillings = Mapping[str, list[tuple[str, float]]]  # slot → (text, worth), best first


def fill(move: Move, available: Fillings) -> Iterator[Filled]:
    """Yield the sentence with each way of filling its slots; none where a slot has nothing."""
    if not move.slots <= available.keys():
        return
    theirs = [slot for slot in move.slots if slot in _THEIRS]
    if len({available[slot][0][0] for slot in theirs}) < len(theirs):
        return  # what is liked is not what is found fault with
    addressed = "name" in move.slots and bool(available["name"][0][0])
    nameless = {"name": ""}
    named = [slot for slot in theirs if slot != "missing"]
    depth = max((len(available[slot]) for slot in theirs), default=1)
    for turn in range(depth):
        chosen = {slot: available[slot][min(turn, len(available[slot]) - 1)] for slot in move.slots}
        values = {slot: value for slot, (value, _) in chosen.items()}
        yield Filled(
            text=_set(move.text, values),
            move=move.move,
            id=move.id,
            words=tuple(chosen[slot][0] for slot in named),
            slots=tuple(named),
            addressed=addressed,
            emoji=move.emoji,
            asks_for=values.get("missing", ""),
            filled=sum(worth for _, worth in chosen.values()),
            unnamed=_set(move.text, values | nameless) if addressed else "",
        )


def _set(text: str, values: Mapping[str, str]) -> str:
    if not values.get("name", "x"):
        text = _NAMED.sub("", text)
    filled = _SLOT.sub(lambda match: _cased(match.group(1), values), text)
    filled = re.sub(r"([.!?])\.", r"\1", filled)
    start = re.search(r"[A-Za-zÀ-ÿ]", filled)
    if start and not filled[: start.start()].strip(" \"'“‘"):
        at = start.start()
        filled = filled[:at] + filled[at].upper() + filled[at + 1 :]
    return filled


def _cased(slot: str, values: Mapping[str, str]) -> str:
    value = values[slot.lower()]
    at = 1 if value.startswith("“") else 0
    return value[:at] + value[at : at + 1].upper() + value[at + 1 :] if slot[0].isupper() else value
