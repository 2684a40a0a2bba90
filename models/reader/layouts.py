"""How texts, and a comment with what stands around it, are laid out as tokens."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from models.prompt import Brief
from models.reader.shape import END, THEM, US

TOKENIZER = Path(__file__).parent.parent / "candor-small" / "tokenizer.json"
COMMENT, TURN, NOTE, FACT, POST, BRAND = 100, 24, 24, 24, 20, 12  # tokens of each, at most
ALONE = 60  # tokens of a text by itself
TURNS, FACTS = 2, 4


@dataclass(frozen=True)
class Layout:
    """Token ids, of which the first `own` are the comment's."""

    ids: tuple[int, ...]
    own: int


def around(brief: Brief) -> Layout:
    """Lay out a comment with the thread, note, facts, post and brand around it."""
    own = [THEM, *tokens(brief.comment, COMMENT), END]
    rest: list[int] = []
    for turn in brief.thread[-TURNS:]:
        rest += [US if turn.who == "us" else THEM, *tokens(turn.text, TURN), END]
    if brief.note:
        rest += [US, *tokens(brief.note, NOTE), END]
    for fact in brief.facts[:FACTS]:
        rest += [*tokens(fact, FACT), END]
    if brief.post:
        rest += [US, *tokens(brief.post, POST), END]
    return Layout((*own, *rest, *tokens(brief.brand.what, BRAND), END), len(own))


def alone(text: str, who: int) -> tuple[int, ...]:
    """Lay out a text by itself, said by THEM or US."""
    return (who, *tokens(text, ALONE), END)


@lru_cache(maxsize=256)
def tokens(text: str, most: int) -> tuple[int, ...]:
    """Give a text's tokens: of a long one, its first two thirds and its end."""
    ids: list[int] = tokenizer().encode(text, add_special_tokens=False).ids
    if len(ids) > most:
        ids = ids[: most * 2 // 3] + ids[len(ids) - (most - most * 2 // 3) :]
    return tuple(ids)


@cache
def tokenizer() -> Tokenizer:
    """Read candor-small's tokenizer once."""
    return Tokenizer.from_file(str(TOKENIZER))
