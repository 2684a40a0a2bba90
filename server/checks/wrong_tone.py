"""Wrong tone: jokes, cheer or belittling under trouble, grief or danger."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found
from server.checks.likely import is_likely, is_sure, severity_of
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
    troubled = is_trouble(case)
    is_merry = is_joking(case) and not is_grave(case)
    is_calm = not troubled and (case.intent is not None or is_question(case))
    # A comment that neither laughs nor complains in words we know still takes no mockery.
    signs, words = (_MERRY, "wrong_tone") if troubled else (_MOCKING, "belittles")
    for sentence in sentences(case.text):
        if is_merry or is_calm:
            is_found, is_heard = None, is_sure("wrong_tone", sentence, case)
        else:
            is_found = signs.search(sentence.text) or search(words, plain(sentence.text))
            is_heard = is_likely("wrong_tone", sentence, case)
        if not (is_found or is_heard):
            continue
        yield Found(
            "wrong_tone",
            "warning" if is_found else severity_of("wrong_tone", sentence, case, "warning"),
            sentence.start,
            sentence.end,
            "They are in trouble; this sounds as if it were funny. Say it plainly, without jokes.",
        )
