"""Wrong tone: jokes, cheer or belittling under trouble, grief or danger."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.likely import is_likely, severity_of
from server.checks.mood import is_grave, is_joking, is_question, is_trouble
from server.checks.patterns import search
from server.checks.sentences import sentences
from server.checks.words import plain

_MERRY = re.compile(
    "[😂🤣😅😆😄😁😃😀😊☺😉😜😝😛🤪😏😎🥰😍🤗🎉🎊🥳💃🕺💪🤷👋🙈🙉🙊🐔🐶🐱😹😺🔥✨🍄🗝🌟⭐🤡💀😬😋🤭💨💥🧳"
    "🙌👏💕💖🥂🍻🎈🤩😇]"
)
_MOCKING = re.compile("[😂🤣😏😬😜😝🤪😉🤭🙈💀👋]")


def check(case: Case) -> Iterator[Found]:
    """Find cheerful signs and words where the comment is in trouble."""
    if is_joking(case) and not is_grave(case):
        return
    troubled = is_trouble(case)
    if not troubled and (case.intent is not None or is_question(case)):
        return
    # A comment that neither laughs nor complains in words we know still takes no mockery.
    signs, words = (_MERRY, "wrong_tone") if troubled else (_MOCKING, "belittles")
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        is_found = signs.search(sentence.text) or search(words, low)
        if not (is_found or is_likely("wrong_tone", sentence, case)):
            continue
        yield Found(
            "wrong_tone",
            "warning" if is_found else severity_of("wrong_tone", sentence, case, "warning"),
            sentence.start,
            sentence.end,
            "They are in trouble; this sounds as if it were funny. Say it plainly, without jokes.",
        )
