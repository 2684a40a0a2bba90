"""A question whose verb stands before its subject, in the order of a clause.

"Do you ship to Canada" is "whether we ship to Canada", and "what's in it" is "what is in it".
"""

import re
from collections.abc import Sequence
from functools import cache, partial

from models.guided.briefly import theirs
from models.guided.forms import is_several, past, third
from models.guided.person import joined
from models.guided.tagging import Word, lexicon, proper_names, tag
from models.tables import table_of, words_in

MOST_WORDS_OF_HOW = 4
FEW_WORDS = 3
MOST_WORDS_OF_A_SUBJECT = 4
_BE = frozenset(("is", "are", "am", "was", "were", "'s", "'re"))
_HAVE = frozenset(("has", "have"))
_MODAL = frozenset(("can", "could", "will", "would", "may", "should", "must", "'ll", "'d"))
_DO = frozenset(("do", "does", "did"))
WH = frozenset(("what", "when", "where", "which", "who", "whose", "why", "how"))
_SIMPLE = frozenset(
    """i you we they it this that there he she anyone anybody someone somebody everyone everybody
    nobody these those one""".split()
)
_BASE = frozenset(  # verbs that look like nouns behind one
    """reach cover fit work come ship run last include contain cost need take have support open
    close start end stop go stock sell offer test use mean count apply charge deliver allow return
    change serve show play stay look smell taste wash own do""".split()
)
NAMING = frozenset(("noun", "adjective", "number"))
_STATE_OF_TWO = re.compile(
    r"(?i)(?:gluten|dairy|nut|sugar|lactose|alcohol|plastic|wheat|egg|soy|lead|cruelty|step|tax) "
    r"free|"
    r"(?:frost|water|wind|fire|rust|child|weather|shower|oven) (?:proof|resistant|safe)|"
    r"(?:dog|pram|child|kid|family|pet|buggy|baby|wheelchair|beginner|eco|vegan) friendly|"
    r"(?:machine|dishwasher|hand) washable|(?:wheelchair|buggy|pram) accessible"
)
_POINTING = frozenset(("this", "that", "these", "those"))
_YOU = frozenset(("u", "ya", "ye", "yous", "yis"))
_ENDS_A_NAME = frozenset(("one", "ones", "better", "worse", "more", "less"))
_LEADING_ON = frozenset(("preposition", "adverb", "adjective", "verb", "to"))
_OR_ACTS = re.compile(r" or (\w+)\b.*$")  # "does it fade or stop": one verb is put in order
_OF_US = re.compile(r"(?i)\b(?:me|us|my|our)\b")


def ordered(text: str) -> str:
    """Give the clause of a question whose verb stands before its subject; or ""."""
    words = [Word("you", "pronoun") if word.lower in _YOU else word for word in tag(text)]
    at = _verb_at(words)
    if at is None:
        return _of_its_subject(words)
    how, verb, rest = words[:at], words[at].lower, words[at + 1 :]
    if not how and verb in _BE | _DO | _HAVE and rest and rest[0].lower == "n't":
        rest = rest[1:]  # who asks "isn't it" wants to know whether it is
    if not rest or rest[0].lower in ("n't", "not") or (how and not _is_how(how)):
        return ""
    verb = {"'s": "is", "'re": "are", "'ll": "will", "'d": "would"}.get(verb, verb)
    if verb == "is" and rest[0].lower == "got":
        verb = "has"  # "who's got the tickets"
    lead = how[0].lower + joined(how)[len(how[0].text) :] if how else "whether"
    its_own = how and how[0].lower in ("what", "who", "which", "whose")
    if its_own and (verb in _BE and _says_of_it(rest[0])):
        return f"{lead} {verb} {theirs(joined(rest))}"
    if its_own and (verb == "has" or verb in _MODAL) and rest[0].kind == "verb":
        return f"{lead} {verb} {theirs(joined(rest))}"
    size = _subject(rest, verb)
    if verb in _BE and not how:
        size = _before_its_state(rest) or size
    if not size:
        return ""
    subject, after = rest[:size], rest[size:]
    while after and after[0].lower in ("guys", "lot", "people", "all", "both") and size == 1:
        after = after[1:]
    if verb in _DO:
        return _of_do(lead, verb, subject, after)
    if verb in _BE:
        return _of_be(lead, verb, subject, after, asked=bool(how))
    if verb in _HAVE:
        return _of_have(lead, verb, subject, after)
    return _of_modal(lead, verb, subject, after)


def _of_modal(lead: str, verb: str, subject: Sequence[Word], after: Sequence[Word]) -> str:
    if not after or not (after[0].kind in ("verb", "adverb") or _is_base(after[0].lower)):
        return ""
    you = _who(subject, verb, after)
    more = theirs(joined(_as_anyone(after, subject, you)))
    return f"how to {more}" if lead == "how" and you == "you" else f"{lead} {you} {verb} {more}"


def _says_of_it(word: Word) -> bool:
    """Say whether a word behind "what is" goes on about it: "what is in it", "what is new"."""
    if word.kind == "adverb":
        return word.lower in ("on", "in", "out", "up", "off", "there", "here", "up", "down")
    return word.kind in ("preposition", "adjective", "verb") or word.lower in ("new", "wrong")


def _of_do(lead: str, verb: str, subject: Sequence[Word], after: Sequence[Word]) -> str:
    adverbs = [word.text for word in after[: _adverbs(after)]]
    after = after[len(adverbs) :]
    if not after or not _is_base(after[0].lower):
        return ""
    you = _who(subject, verb, after)
    base, more = after[0].lower, theirs(joined(_as_anyone(after[1:], subject, you)), " ")
    more = _OR_ACTS.sub(lambda more: "" if _is_base(more[1]) else more[0], more)
    theirs_to_do = subject[0].lower in ("i", "we") or base in words_of("anyone")
    if lead == "how" and verb == "do" and theirs_to_do and base not in ("have", "need", "know"):
        return f"how to {base}{more}"
    said = {"does": third, "did": _past}.get(verb, str)(base)
    return f"{' '.join([lead, you, *adverbs, said])}{more}" if said else ""


def _of_be(
    lead: str, verb: str, subject: Sequence[Word], after: Sequence[Word], *, asked: bool
) -> str:
    if (not after and not asked) or any(
        word.kind in ("conjunction", "modal", "stop") for word in after[: 1 + _adverbs(after)]
    ):
        return ""
    you = theirs(joined(subject))
    if subject[0].lower == "there":
        front = [word.kind for word in after]
        named = after[: next((at for at, k in enumerate(front) if k == "preposition"), len(after))]
        single = named and named[0].lower in ("a", "an", "one", "any", "still", "only", "some")
        if verb == "is" and named and not single and is_several(named[-1].lower):
            verb = "are"
    if lead in ("what", "who", "which") and after and after[0].kind not in ("preposition", "to"):
        return ""
    verb = {"we is": "are", "you is": "are", "you am": "are"}.get(f"{you} {verb}", verb)
    pointed = subject[0].lower in _SIMPLE and len(subject) == 1
    its_name = lead.split()[0] in ("what", "who", "which") and not (pointed and len(after) > 1)
    if its_name and 0 < len(after) <= FEW_WORDS:
        return f"{lead} {you} {theirs(joined(after))} {verb}"
    if lead.startswith("how ") and subject[0].lower in _SIMPLE:
        after = ()  # "how strict we are": what follows would ask for "we're"
    return f"{lead} {you} {verb}{theirs(joined(after), ' ')}"


def _of_have(lead: str, verb: str, subject: Sequence[Word], after: Sequence[Word]) -> str:
    you = theirs(joined(subject))
    if you in ("we", "you", "they"):
        verb = "have"
    next_one = (after[_adverbs(after) :] or after or [Word("", "stop")])[0]
    happened = next_one.kind == "verb" or next_one.lower == "gone"
    if verb == "have" and you not in ("we", "you", "they") and not is_several(you.split()[-1]):
        return ""
    owned = verb == "have" and after and after[0].lower in ("any", "a", "an", "some", "the")
    return f"{lead} {you} {verb} {theirs(joined(after))}" if happened or owned else ""


def _of_its_subject(words: Sequence[Word]) -> str:
    """Give a question that keeps its order: "what happens to the old ones"; or ""."""
    if len(words) < 2 or words[0].lower not in ("what", "who", "which"):
        return ""
    at = 1
    while words[0].lower == "which" and at < min(len(words) - 1, 3) and words[at].kind in NAMING:
        at += 1
    verb = words[at]
    does = verb.kind == "verb" or (at == 1 and re.fullmatch(r"[a-z]+s", verb.lower) is not None)
    if not does or verb.lower.endswith("ing") or verb.lower in ("i", "if", "about"):
        return ""
    return f"{joined(words[:at]).lower()} {theirs(joined(words[at:]))}"


def _verb_at(words: Sequence[Word]) -> int | None:
    """Give the place of the verb that stands before its subject."""
    helping = _BE | _HAVE | _MODAL | _DO
    if words and words[0].lower in helping:
        return 0
    if not words or words[0].lower not in WH:
        return None
    places = range(1, min(len(words), MOST_WORDS_OF_HOW + 1))
    return next((at for at in places if words[at].lower in helping), None)


def _is_how(words: Sequence[Word]) -> bool:
    """Say whether words ask for one thing: "what kind of milk", "how strict"."""
    rest = words[1:]
    if not rest:
        return True
    if any(word.kind in ("pronoun", "verb", "modal", "stop", "conjunction") for word in rest):
        return words[0].lower == "how" and len(rest) == 1
    return words[0].lower in ("what", "which", "whose", "how")


def _subject(words: Sequence[Word], verb: str) -> int:
    """Give how many words the subject has; 0 where that is not sure."""
    first, following = words[0], words[1] if len(words) > 1 else Word("", "stop")
    if first.lower in ("this", "that", "these", "those", "one") and following.kind in NAMING:
        pointed = _named(words, 1)
        if pointed > 1 and not (first.lower in ("this", "that") and following.kind == "adjective"):
            return pointed
    if first.lower in _SIMPLE:
        return 1
    if first.kind in ("determiner", "possessive", "number"):
        start = 2 if following.kind in ("determiner", "possessive") else 1
        return _named(words, start)
    size = _named(words, 0)
    while size and not is_bare(words[:size]):
        size -= 1
    if not size:
        return 0
    after = words[size] if len(words) > size else Word("", "stop")
    if verb in _DO:
        return size if _is_base(after.lower) else 0
    states = after.kind in (*_LEADING_ON, "modal", "stop") or after.lower in words_of("states")
    return size if states else 0


def _before_its_state(words: Sequence[Word]) -> int:
    """Give how many words come before what a thing may be: "the sourdough | vegan"; or 0."""
    for at in range(1, len(words) - 1):
        if _STATE_OF_TWO.fullmatch(joined(words[at : at + 2])):
            return at if words[at - 1].kind != "preposition" else 0
    opens = words[0].kind in ("determiner", "possessive") and len(words) >= FEW_WORDS
    if not opens or any(word.kind not in NAMING for word in words[1:]):
        return 0
    state = words[-1].lower in words_of("states")
    one_noun = len(words) == FEW_WORDS and words[1].kind == words[2].kind == "noun"
    return len(words) - 1 if state or (one_noun and words[0].lower not in _POINTING) else 0


def _named(words: Sequence[Word], start: int) -> int:
    """Give where a noun phrase ends that begins before `start`; 0 where none does."""
    at = start
    while at < len(words) and _may_name(words[at]):
        if at > start and (_is_done(words, at) or words[at - 1].lower in _ENDS_A_NAME):
            break
        if at > start and words[at].lower in _ENDS_A_NAME - {"one", "ones"}:
            break
        if at > start and words[at].lower in words_of("states") and _goes_on(words, at):
            break
        counted = words[at].kind == "number" and words[at].lower != "one"
        counted = counted and "noun" in [word.kind for word in words[start:at]]
        if counted and at + 1 < len(words) and words[at + 1].kind == "noun":
            break
        ends = words[at].lower.endswith(("ing", "ed")) and at > start
        if ends and (at + 1 == len(words) or words[at + 1].kind not in NAMING):
            break
        at += 1
    while at > start and not (
        words[at - 1].kind in ("noun", "number") or _may_name(words[at - 1], adjectives=False)
    ):
        at -= 1
    if at == start or at - start > MOST_WORDS_OF_A_SUBJECT:
        return 0
    if at + 1 < len(words) and words[at].lower in ("of", "in", "at", "from", "on", "by", "for"):
        more = at + 2 if words[at + 1].kind in ("determiner", "possessive") else at + 1
        end = _named(words, more) if more < len(words) else 0
        goes_on = end and end < len(words) and words[end].kind in ("adjective", "verb", "adverb")
        if goes_on or (end and words[at].lower == "of"):
            return end
    return at


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Say whether a preposition follows: "the feed | safe for hedgehogs"."""
    return at + 1 < len(words) and words[at + 1].kind in ("preposition", "to")


def _is_done(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is what a thing does, and not part of its name.

    In "the rain cover fit" and "the rain cover waterproof" the cover is a thing.
    """
    if words[at].lower not in _BASE:
        return False
    following = words[at + 1] if at + 1 < len(words) else Word("", "stop")
    acts_later = following.kind == "preposition" and any(w.lower in _BASE for w in words[at + 2 :])
    named = following.lower in _BASE | words_of("states") or acts_later
    return not (named and words[at - 1].kind == "noun")


def _may_name(word: Word, *, adjectives: bool = True) -> bool:
    """Say whether a word can stand in the name of a thing."""
    named = word.lower in ("one", "ones") or word.lower in words_of("bare")
    return named or (adjectives and word.kind in NAMING)


def is_bare(words: Sequence[Word]) -> bool:
    """Say whether words can be spoken of without an article: "dogs", "breakfast", "Leeds"."""
    last = words[-1]
    return (
        is_several(last.lower)
        or last.lower in words_of("bare")
        or last.lower in proper_names()
        or last.text[:1].isupper()
    )


def _is_base(word: str) -> bool:
    kind = lexicon().get(word, "") if re.search(r"(?:[^s]|ss)$", word) else ""
    return (
        word in _BASE or word in table_of(__file__)["past"] or kind in ("verb", "noun", "adjective")
    )


def _adverbs(words: Sequence[Word]) -> int:
    at = 0
    while at < len(words) and words[at].lower in words_of("adverbs"):
        at += 1
    return at


def _who(subject: Sequence[Word], helping: str, after: Sequence[Word]) -> str:
    """Give the subject as said to them: their "you" is us, or anyone."""
    said = theirs(joined(subject))
    if said != "we" or subject[0].lower != "you":
        return said
    acting = after[_adverbs(after) :]
    if not acting:
        return said
    verb, more = acting[0].lower, " ".join(word.lower for word in acting[1:])
    if verb in ("need", "have") and (verb == "need" or more.startswith("to ")):
        needed = verb == "have" or set(more.split()[:3]) & words_of("needed_by_anyone")
        return "you" if needed else said
    alone = verb in words_of("anyone_alone") and more and not _OF_US.search(more)
    anyone = helping in _MODAL and (verb in words_of("anyone") or alone)
    return "you" if anyone else said


def _as_anyone(words: Sequence[Word], subject: Sequence[Word], you: str) -> list[Word]:
    """Give what follows a "you" that is anyone: there "you" is not us either."""
    if you != "you" or subject[0].lower != "you":
        return list(words)
    theirs_too = {"you": "i", "your": "my", "u": "i"}
    return [Word(theirs_too.get(word.lower, word.text), word.kind) for word in words]


def _past(verb: str) -> str:
    return str(table_of(__file__)["past"].get(verb) or past(verb))


@cache
def names() -> list[str]:
    """Give the names that hold more than one word, as "Wi-Fi Calling"."""
    return " ".join(table_of(__file__)["names"].split()).split("|")


words_of = partial(words_in, __file__)  # one set of the words by which questions are turned
