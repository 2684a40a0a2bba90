"""The bank of moves: written sentences with slots, by move, intent and tone."""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data" / "moves"
ENOUGH = 3
_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")


@dataclass(frozen=True)
class Move:
    """One sentence of the bank, with slots such as {thing}.

    No `intents`, `team` or `feelings` fits any.
    """

    id: str
    move: str
    intents: frozenset[str]
    tones: frozenset[str]
    text: str
    slots: frozenset[str]  # in lower case
    feelings: frozenset[str] = frozenset()
    team: str = ""
    case: str = ""

    @property
    def emoji(self) -> int:
        """How many emoji stand in the sentence."""
        return len(_EMOJI.findall(self.text))


@cache
def bank() -> tuple[Move, ...]:
    """Give all moves, in the order of the files."""
    return tuple(
        _move(json.loads(line))
        for path in sorted(FOLDER.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )


def _move(row: dict[str, object]) -> Move:
    def words(key: str) -> frozenset[str]:
        value = row.get(key, [])
        return frozenset(str(item) for item in value) if isinstance(value, list) else frozenset()

    return Move(
        id=str(row["id"]),
        move=str(row["move"]),
        intents=words("intents"),
        tones=words("tones"),
        text=str(row["text"]),
        slots=frozenset(slot.lower() for slot in words("slots")),
        feelings=words("feelings"),
        team=str(row.get("team", "")),
        case=str(row.get("case", "")),
    )


@cache
def _preferred() -> frozenset[str]:
    return frozenset(json.loads((FOLDER / "preferred.json").read_text(encoding="utf-8")))


@cache
def moves_for(move: str, intent: str, tone: str) -> tuple[Move, ...]:
    """Give the sentences of one move that suit an intent and a tone.

    preferred.json names the plain ones that sound right nearly anywhere; where a few of them suit,
    the others are left out.
    """
    suited = [
        m
        for m in bank()
        if m.move == move and tone in m.tones and (not m.intents or intent in m.intents)
    ]
    plain = [m for m in suited if m.id in _preferred()]
    say_anything = [m for m in plain if "line" not in m.slots]  # a line is not always found
    return tuple(plain if len(say_anything) >= ENOUGH else suited)
