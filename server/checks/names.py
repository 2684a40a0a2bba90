"""Names in a text: words that stand with a capital where English has none."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from server.checks.sentences import sentences
from server.checks.words import everyday, lines, plain, stem, tokens

_TOKEN = re.compile(r"[^\W\d_][\w'\u2019&-]*")
_FOREIGN_BELOW = 0.6  # of the words that English knows; below that the text is in another language
_NO_NAME = ("ly", "ing", "ed", "ness", "ence", "ance", "ity", "tion", "ment", "ship", "ism", "s")
_ELSEWHERE = frozenset(  # small words of German, French, Spanish, Portuguese, Italian, Dutch
    "der die das und ich ist nicht du mit dem den ein eine wir le les des et vous nous "
    "est pas une el los"
    " las que es por con para na uma os não il di che per non het een niet zijn je van".split()
)
_CALL = re.compile(r"['\u2019]?[-\w]*\s*(?:[,!?.;]|$)")
_OPENS = re.compile(
    r"(?:^|[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff¡¿]|[:;\"“\u2018(*•>/\u2013—-]|[.!?…]\s|\n)\s*$"
)


@dataclass(frozen=True)
class Name:
    """A name: where it stands and as it is written."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=1)
def _usual() -> frozenset[str]:
    """Words with a capital that name nothing to be checked: feasts, languages, big platforms."""
    return frozenset(word for line in lines("capitals.txt") for word in line.split())


@lru_cache(maxsize=1)
def _also_names() -> frozenset[str]:
    return frozenset(word for line in lines("also_names.txt") for word in line.split())


@lru_cache(maxsize=4096)
def _is_usual(word: str, opens: bool) -> bool:
    small = plain(word).removesuffix("'s").strip("-'&")
    if small in _usual():
        return True
    if small in _also_names() and not opens:
        return False
    if small in everyday() or stem(small) in everyday():
        return True
    return all(part in everyday() or part in _usual() for part in re.split(r"[-'&]", small) if part)


def _is_foreign(text: str) -> bool:
    words = [word for word in tokens(text) if word.isalpha()]
    if len(_ELSEWHERE.intersection(words)) > 1:
        return True
    known = sum(word in everyday() for word in words)
    return len(words) > 3 and known < _FOREIGN_BELOW * len(words)


def _follows_unknown(text: str, end: int) -> bool:
    """Whether the next word is a small one that English does not know."""
    following = _TOKEN.match(text, end + 1)
    return (
        following is not None
        and following.group()[0].islower()
        and plain(following.group()) not in everyday()
    )


@lru_cache(maxsize=512)
def names(text: str) -> tuple[Name, ...]:
    """Find the names of a text; a word that opens a sentence counts when no dictionary has it."""
    if _is_foreign(text):
        return ()
    found: list[Name] = []
    starts = {sentence.start for sentence in sentences(text)}
    for match in _TOKEN.finditer(text):
        word = match.group().rstrip("'\u2019-&")
        if (
            not word[0].isupper()
            or len(word) < 2
            or (text[: match.start()][-1:] in "@#/.&" and match.start())
        ):
            continue
        if word.isupper() and len(word) > 1 and not word.isalpha():
            continue
        opens = match.start() in starts or bool(_OPENS.search(text[: match.start()]))
        if opens and (_CALL.match(text, match.end()) or word.endswith(_NO_NAME)):
            continue  # a greeting in any language: "Ahlan, Gethin"
        if opens and _follows_unknown(text, match.end()):
            continue  # "Ingat po kayo"
        if _is_usual(word, opens) or (word.isupper() and (opens or len(word) <= 5)):
            continue
        found.append(Name(match.start(), match.start() + len(word), word))
    return tuple(found)


@lru_cache(maxsize=1024)
def bare(text: str) -> str:
    """Give a text in small letters without accents: "Giedrė" and "giedre" are one name."""
    return "".join(ch for ch in unicodedata.normalize("NFKD", text.casefold()) if ch.isascii())


def is_known(name: Name, text: str) -> bool:
    """Whether a text, already bare, holds the name, or most of it in another form."""
    small = bare(plain(name.text).removesuffix("'s"))
    if small in text:
        return True
    root = small.rstrip("s")
    if root in text or re.sub(r"[^\w]", "", small) in re.sub(r"[^\w]", "", text):
        return True
    return any(part in text for part in re.split(r"[-']", small) if len(part) > 3)
