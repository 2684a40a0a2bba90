"""Features of a sentence for the small models: its words, what is new in it, and what the comment is like."""

import re
from functools import lru_cache

from server.checks.case import Case
from server.checks.mood import is_grave, is_joking, is_question, is_trouble, opens_the_door
from server.checks.patterns import PICTURE, pattern
from server.checks.sentences import Sentence, sentences
from server.checks.sources import known_words, sources
from server.checks.words import STOP_WORDS, content, plain, stem

_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[?!:,]")
_PATTERNS = ("blame", "argues", "hard_sell", "pushes", "wrong_tone", "disclosure", "outcomes", "offers", "non_apologies")


@lru_cache(maxsize=2048)
def pieces(text: str) -> tuple[str, ...]:
    """Give words in small letters, numbers as 0, and the signs that colour a sentence."""
    found = ["0" if piece.isdigit() else piece for piece in _PIECE.findall(plain(text))]
    return tuple(found + ["☺"] * bool(PICTURE.search(text)))


def of_case(case: Case) -> tuple[str, ...]:
    """Give what the comment is like, once for all sentences."""
    flags = (
        ("question", is_question(case)),
        ("trouble", is_trouble(case)),
        ("grave", is_grave(case)),
        ("joking", is_joking(case)),
        ("door", opens_the_door(case)),
        ("facts", bool(case.facts)),
        ("note", bool(case.note.strip())),
    )
    return tuple(name if value else f"no-{name}" for name, value in flags)


def of_sentence(sentence: Sentence, case: Case, about: tuple[str, ...]) -> frozenset[str]:
    """Give the features of one sentence; `about` is what `of_case` gave."""
    words = pieces(sentence.text)
    found = {f"w {word}" for word in words}
    edged = ("<", *words, ">")
    found.update(f"b {one} {two}" for one, two in zip(edged, edged[1:], strict=False))
    found.update(f"t {a} {b} {c}" for a, b, c in zip(edged, edged[1:], edged[2:], strict=False))
    known = known_words(sources(case))
    told = content(case.comment)
    mine = [word for word in words if word not in STOP_WORDS and word.isalpha() and len(word) > 1]
    new = [word for word in mine if stem(word) not in known]
    found.update(f"n {stem(word)}" for word in new)
    found.add(f"new {min(6, len(new))}")
    found.add(f"share {round(4 * len(new) / max(1, len(mine)))}")
    found.add(f"told {min(3, sum(stem(word) in told for word in mine))}")
    found.add(f"length {min(6, len(words) // 5)}")
    found.add(f"first {words[0] if words else ''}")
    low = plain(sentence.text)
    hits = [name for name in _PATTERNS if pattern(name).search(low)]
    found.update(f"p {name}" for name in hits)
    if sentence.start == 0:
        found.add("opens")
    if sentence.end == len(case.text.rstrip()):
        found.add("closes")
    if len(sentences(case.text)) == 1:
        found.add("alone")
    marks = [mark for mark in ("!", "☺", "?") if mark in words]
    for name in about:
        found.add(f"c {name}")
        found.update(f"c {name} {mark}" for mark in marks)
        found.update(f"c {name} {hit}" for hit in hits)
        found.add(f"c {name} new {min(3, len(new))}")
    return frozenset(found)
