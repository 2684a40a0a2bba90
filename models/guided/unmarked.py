"""Questions that nobody marked as one: "u open boxing day", "kitchen open till", "gel or acrylic".

Only what can hardly be a remark is heard; what can be said back is a clause. Rows in unmarked.toml.
"""

import re
from functools import cache, lru_cache

from models.guided.briefly import theirs
from models.guided.forms import is_several
from models.guided.phrases import swears
from models.guided.tagging import lexicon, tag, tidy, word_set
from models.tables import filled, table_of

MOST_WORDS = 8
MOST_LETTERS = 200  # so much is more than a few words
MOST_WORDS_BEFORE = 12  # an end that asks
_HARMLESS = frozenset(("still", "not", "no", "late"))  # of the words of trouble
_MARKS = re.compile(r"[!,;:…\"“”\n]|\.(?!\d)|(?<!\w)['’]")


def is_unmarked(comment: str) -> bool:
    """Say whether a comment of a few words asks something without a mark."""
    return _heard(comment) is not None


def unmarked(text: str) -> str:
    """Give what such a question asks as a clause, "whether we're open on Boxing Day", or ""."""
    return _heard(text) or ""


@lru_cache(maxsize=256)
def _heard(comment: str) -> str | None:
    text = tidy(comment)
    if len(text) > MOST_LETTERS:
        return None
    bare = re.sub(table_of(__file__)["around"], "", text.rstrip(" .?").lower())
    count = len(bare.split())
    sore = set(bare.split()) & word_set("trouble") - _HARMLESS
    if text.endswith((".", "!")) or not bare or sore or swears(bare):
        return None
    whole = count <= MOST_WORDS and not _MARKS.search(bare)
    for signs, clause in _rows() if whole else ():
        match = signs.fullmatch(bare)
        said = {name: words for name, words in match.groupdict().items() if words} if match else {}
        named = said.get("named", said.get("thing", "") if "{the}" in clause else "")
        if match and (not named or _is_thing(named)):
            return _clause(clause, said, text)
    asks = count <= MOST_WORDS_BEFORE and any(
        re.search(end, bare) for end in table_of(__file__)["ends"]
    )
    return "" if asks else None


def _clause(template: str, said: dict[str, str], text: str) -> str:
    """Fill a template with what was caught; an empty one stays empty."""
    thing = said.get("thing", "")
    rest = theirs(_spelt(said.get("rest", ""), text))
    several = is_several(thing)
    article = "" if several or thing.startswith(("the ", "your ")) else "the "
    return template.format(
        the=theirs(_spelt(f"{article}{thing}", text)) if thing else "",
        be="are" if several else "is",
        state=said.get("state", ""),
        still=said.get("still", ""),
        does=said.get("does", ""),
        rest=f" {rest}" if rest else "",
        theirs=rest,
    )


def _is_thing(words: str) -> bool:
    """Say whether words surely name a thing: all known, a noun last, nobody among them."""
    tagged = tag(words)
    known = all(word.lower in lexicon() for word in tagged)
    return known and tagged[-1].kind == "noun" and not any(w.kind == "pronoun" for w in tagged)


def _spelt(words: str, text: str) -> str:
    """Give words with the capitals that they were typed with, and those of holidays."""
    typed = {word.lower(): word for word in text.split()}
    spelt = " ".join(typed.get(word, word) for word in words.split())
    return re.sub(table_of(__file__)["holiday"], _holiday, spelt)


def _holiday(match: re.Match[str]) -> str:
    return "on " + " ".join(word.capitalize() for word in match[1].split())


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give the rows with their clauses; what is asked of a thing opens with none but a thing."""
    found = []
    table = table_of(__file__)
    for row in table["whole"]:
        signs: str = row["signs"]
        of_a_thing = row.get("thing") or "(?P<thing>" in signs
        signs = filled(signs, {name: table[name] for name in ("THING", "WHEN", "TIME")})
        opens = table["no_thing"] if of_a_thing else ""
        found.append((re.compile(f"{opens}(?:{signs})"), row.get("clause", "")))
    return tuple(found)
