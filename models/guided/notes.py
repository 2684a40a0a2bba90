"""Carrying out a note: the manager's hurried point, as sentences said to the commenter."""

import re
from dataclasses import dataclass

from models.guided.spoken import in_full
from models.guided.tagging import lexicon, proper_names, tag, word_set, written_out

_TO_THEM = re.compile(
    r"(?i)^(?:please |pls |just |can you |could you )*"
    r"(?:tell|let|inform|remind|explain to|say to|give)\s+"
    r"(?:him|her|them|the customer|customer|this person|everyone|people)"
    r"(?:\s+know)?(?:\s+that)?[:,]?\s+"
)
_SAYING = re.compile(
    r"(?i)^(?:please |pls |just |and |then |also )*"
    r"(?:say|mention|add|explain|answer|reply)(?:\s+that)?[:,]?\s+"
    r"(?!(?:in|within|by) (?:\d|a |an |two|three|four|five|six|seven|ten))"
)
_PLEADING = re.compile(r"(?i)^(?:please |pls |and |then )*ask (?:him|her|them) to (.+)$")
_ASKING = re.compile(
    r"(?i)^(?:please |pls |just |and |then |also )*ask\s+"
    r"(?:(?:him|her|them)\s+)?(?:for|about|if)?\s*(.+)$"
)
_NOTHING = re.compile(
    r"(?i)^(?:(?:tell|show|ask|thank) (?:him|her|them|everyone)|good (?:spot|catch|point|question|"
    r"idea)|(?:yes )?(?:we|i) know(?: about (?:it|this))?|(?:all )?true|"
    r"(?:yes,? )?(?:an? )?(?:error|typo|mistake|slip)|"
    r"ok|okay|yes|agreed?|fair|sure|noted|reply|answer|apologies)$"
)
_BACK = re.compile(r"(?i)\b(?:you|u|ye|guys)\b.*\bback\b")
_MENTIONED = re.compile(
    r"(?i),? (?:is )?(?:ok|okay|fine|allowed|can be)(?: to)? (?:mention|say|mentioned)$"
)
_SORRY = re.compile(
    r"(?i)\b(?:we'?re (?:very |so |really )?sorry$|"
    r"(?:say sorry|apologi[sz]e)(?: (?:properly|sincerely|first|again|fully|nicely)\b| for (?:the|"
    r"that|this|it|our|any)\b(?: \w+)?)?|"
    r"(?:very |so |really )?sorry(?: first\b| again\b)?|"
    r"(?<!not )our (?:fault|mistake|error|bad)|my (?:fault|mistake)|"
    r"we (?:messed|screwed|got it wrong))\b"
)
_THANKS = re.compile(r"(?i)\b(?:thank (?:him|her|them)|say thanks?|thanks)\b")
_NOT = re.compile(  # what is not to be said, and what is for our own side only
    r"(?i)^(?:(?:please |pls |but )*(?:do not|don't|dont|never|no need to|not)\s+(?:to )?"
    r"(?:promise|mention|say|offer|admit|commit|talk|post|give|name|discuss|soften|argue|explain|"
    r"make|tell|quote|blame|speculate|sell|push|engage|apologi[sz]e|joke|reveal|share|repeat|"
    r"use (?:emojis?|names?|the word|jargon|slang|hashtags?))\b"
    r"|(?:no|nothing about|not|without)\s+(?:promises?|compensation|refund talk|outcome|jargon|"
    r"spin|excuses?|jokes?|emojis?|names?|pressure|details?|link|sorry|apology|sales|hard sell)\b"
    r"|(?:pin|link|tag|hide|delete|log|screenshot|attach)\s+(?:it|this|them|the|him|her)\b"
    r"|(?:own|admit|take) (?:it|that|this|the blame)\b|(?:legal|boss|pr) has\b"
    r"|(?:can|ok to|fine to) mention\b"
    r"|take no chances|answer straight|(?:their|his|her) choice$)"
)
_ADJECTIVE = (
    r"(?:(?:very|really|more|a bit|extra) )?(?:short|brief|concise|plain|simple|clear|straight|"
    r"honest|nice|kind|warm|gentle|friendly|polite|formal|professional|funny|light|playful|calm|"
    r"careful|personal|human|sincere)(?:er)?"
)
_MANNER = re.compile(  # how to say it, which is no part of what is said
    r"(?i)^(?:please |pls |just |and |also |but )*"
    r"(?:(?:be|stay|sound|(?:keep|make) (?:it|this)) )?"
    rf"{_ADJECTIVE}(?:(?:,| and|, and|,? but) {_ADJECTIVE})*"
    r"(?:(?: please| pls)?$|(?:[:,]| that) )"
)
_COMMA = re.compile(  # between points of a hurried note, not inside a sentence
    r",\s+(?!(?:and|but|which|who|so|or|as|not|then|though|please)\b)"
)
_LEANS = re.compile(r"(?i)^(?:if|when|once|because|as|since|although|while|after|before|unless)\b")
_PARTS = re.compile(
    r"(?<=[a-z0-9)])[.;!]+\s+|\s+/\s+|\s+->\s+|"
    r",\s+(?=(?:ask|tell|say|offer|dont|don't|no promise)\b)"
)
_OURS = re.compile(  # what we do; a photo or a number is what they send
    r"(?i)^(?:replace|pay|honou?r|update(?! to \S*\d)|correct|restock) |"
    r"^fix (?!in\b|on\b|for\b|is\b|comes\b|due\b|by\b|"
    r"out\b|planned\b)|^refund (?=the\b|an?\b|you\b|it\b|in full\b|full|half|[£$€\d]|"
    r"(?:\w+ )?(?:fees?|charges?|postage|deposit|ticket|tickets|order|payments?|difference)\b)|"
    r"^(?:send|post|ship|swap|bring) (?=you\b|(?!us\b|me\b|back\b|.*\b(?:photos?|pics?|pictures?|"
    r"order|"
    r"number|details|receipt|dm|pm|private|message|email|proof|address|serial|screenshots?|cv|"
    r"resume|to \S+@|to us|it back|"
    r"them back)\b))|^(?:call|check) (?=you\b|it to you\b)"
)
_DAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "tues": "Tuesday",
    "wed": "Wednesday",
    "weds": "Wednesday",
    "thu": "Thursday",
    "thur": "Thursday",
    "thurs": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_PART_OF_DAY = re.compile(r"(?i)(?:morning|afternoon|evening|night|am|pm)\b")
_BEFORE_A_DAY = frozenset("on by until next this or and from before after".split())
_SURELY_DAYS = frozenset("mon tue tues weds thu thur thurs fri".split())
_BASE = {"is": "are", "has": "have", "was": "were", "goes": "go", "does": "do"}
_AGREEING = re.compile(
    r"\byou (is|has|was|goes|does|(?!always|perhaps|this|his|its|as|us|yes)[a-z]{3,}(?<!s)s)\b"
)
_PRONOUNS = {
    "she's": "you're",
    "he's": "you're",
    "she'll": "you'll",
    "he'll": "you'll",
    "they're": "they're",
    "she": "you",
    "he": "you",
    "her": "you",
    "him": "you",
    "his": "your",
    "hers": "yours",
    "himself": "yourself",
    "herself": "yourself",
    "i": "I",
}


@dataclass(frozen=True)
class Carried:
    """What a note asks for: sentences to say, a question to ask, and moves to make."""

    sentences: tuple[str, ...] = ()
    question: str = ""
    apologise: bool = False


MOST_WORDS_OF_A_TAIL = 4
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}\b(?!day\b)")
LEADS = ("Here's how it stands: ", "What I can tell you: ", "This is what I know: ")
_THIRD = {
    "he": r"\b(?:he|him|his|man|guy|lad|bloke|driver|boy|son|husband|dad|father|brother)\b",
    "she": r"\b(?:she|her|woman|lady|girl|daughter|wife|mum|mom|mother|sister|nan|gran)\b",
}
_FORMS = {"he": "he|him|his", "she": "she|her"}
_COLLEAGUE = (
    r"(?i)\b(?:driver|engineer|guy|lad|chef|waiter|waitress|manager|fitter|courier|barista|nurse|"
    r"receptionist|technician|colleague)\b.*\b(?:{})\b"
)
_GENDER = {"he": "he", "him": "he", "his": "he", "he's": "he", "he'll": "he", "himself": "he"}
_GENDER |= {
    "she": "she",
    "her": "she",
    "hers": "she",
    "she's": "she",
    "she'll": "she",
    "herself": "she",
}


def carry_out(note: str, comment: str = "") -> Carried:
    """Give what a note asks for, in full words and said to the commenter.

    "He" and "she" are the commenter, unless the comment or the note itself speaks of such a person.
    """
    note, names = _with_names(note, comment)
    others = frozenset(
        word
        for word, about in _THIRD.items()
        if names
        or re.search(about, comment, re.IGNORECASE)
        or re.search(_COLLEAGUE.format(_FORMS[word]), note)
    )
    fragments: list[str] = []
    sentences: list[str] = []
    question = ""
    lead_at = 0
    for part in _points(note):
        part = part.strip(" .,;!")
        part = _MENTIONED.sub("", _MANNER.sub("", part)).strip()
        if not part or _NOT.match(part) or _NOTHING.match(part):
            continue
        part = _PLEADING.sub(r"\1", part)
        asked = _ASKING.match(part)
        if asked and (wish := re.match(r"(?i)to (?=\w)(.+)", asked.group(1))):
            sentences.append(f"Please {_second_person(written_out(wish[1]), frozenset())}.")
            continue
        if asked:
            question = _as_question(asked.group(1))
            continue
        said = _SAYING.sub("", _TO_THEM.sub("", part)).strip()
        if _SORRY.fullmatch(said) or _THANKS.fullmatch(said) or not said:
            continue
        if re.match(r"(?i)back\b", said) and _BACK.search(comment):
            said = f"we're {said}"
        if re.match(r"(?i)sorry (?:for|about)\b", said):
            continue  # the opening says sorry
        is_sorry = said.lower().startswith("sorry")
        sentence, is_whole = _as_sentence(
            _SORRY.sub("", said).strip(" ,:") if is_sorry else said, others
        )
        if is_sorry and is_whole and re.match(r"(?:It|You|This|That)\b", sentence):
            sentence = f"I know {sentence[:1].lower()}{sentence[1:]}"
        if is_sorry and is_whole and sentence.startswith("We didn't "):
            sentence = f"{sentence.rstrip('.')}, and we should have."
        if sentence and is_whole:
            sentences.append(sentence)
        elif sentence:
            lead_at = lead_at if fragments else len(sentences)
            fragments.append(sentence)
    if fragments:
        lead = LEADS[len(note) % len(LEADS)]
        sentences.insert(lead_at, f"{lead}{', '.join(fragments)}.")
    return Carried(tuple(sentences), question, bool(_SORRY.search(note)))


def _with_names(note: str, comment: str) -> tuple[str, list[str]]:
    """Give the note with the comment's names written as there, and those that it holds."""
    held = []
    for name in dict.fromkeys(_NAME.findall(comment)):
        unknown = name.lower() not in lexicon() or name.lower() in proper_names()
        if unknown and re.search(rf"(?i)\b{name}\b", note):
            held.append(name)
            note = re.sub(rf"(?i)\b{name}\b", name, note)
    return note, held


def _joined_up(pieces: list[str]) -> list[str]:
    """Give pieces of a note with those of few words and no verb set behind the one before."""
    points: list[str] = []
    for piece in pieces:
        words = tag(piece)
        short = len(words) <= MOST_WORDS_OF_A_TAIL and not any(
            word.kind in ("verb", "modal", "pronoun") for word in words
        )
        leads = words and (words[0].kind in ("number", "preposition"))
        whole = in_full(written_out(piece).strip(" .,;!")).is_whole
        if points and short and leads and not whole and not _SORRY.search(piece):
            points[-1] += f", {piece.strip()}"
        else:
            points.append(piece)
    return points


def _points(note: str) -> list[str]:
    """Give the points of a note; commas part them where each says something by itself."""
    points: list[str] = []
    for part in _PARTS.split(note.strip()):
        pieces = _COMMA.split(part)
        whole = [in_full(written_out(piece).strip(" .,;!")).is_whole for piece in pieces]
        told = any(
            _THANKS.fullmatch(_SAYING.sub("", piece))
            or _ASKING.match(piece)
            or _OURS.match(piece)
            or _SORRY.fullmatch(piece.strip(" ."))
            for piece in pieces
        )
        leans = any(_LEANS.match(piece.strip()) for piece in pieces)
        parted = not leans and (any(whole[1:]) or told)
        points += _joined_up(pieces) if parted else [part]
    return points


def _as_question(asked: str) -> str:
    text = _second_person(written_out(asked), frozenset()).strip(" ?.").replace(" + ", " and ")
    if in_private := re.search(r"(?i)[, ]*\b(?:by|in|via) (?:pm|dm)s?\b", text):
        text = text.replace(in_private.group(), "")
        return f"Could you send us {_yours(text)} by private message?"
    text = re.sub(r"(?i)^their\b", "your", text)
    if re.match(r"(?i)^we (?:can|could|may) ", text):
        return f"Could we {text.split(' ', 2)[2]}?"
    if re.match(r"(?i)^(?:which|what|when|where|who|how|why)\b", text):
        words = text.split()
        if len(words) <= 2:
            return f"{text[:1].upper()}{text[1:]} was it?"
        return f"Could you tell us {text}?"
    if re.match(r"(?i)^you\b", text):
        return f"Could you tell us if {text}?"
    if re.match(r"(?i)^(?:the|a|an|your)\b", text):
        return f"Could you tell us {text}?"
    return f"Could you tell us the {text}?"


def _yours(asked: str) -> str:
    """Give what is asked for as theirs: "booking reference" is "your booking reference"."""
    owned = re.match(r"(?i)(?:the|a|an|your|some|which|what|when|where|how|if)\b|\d", asked)
    return asked if owned else f"your {asked}"


def _as_sentence(said: str, others: frozenset[str]) -> tuple[str, bool]:
    """Give the words as said to the commenter, and whether they make a whole sentence."""
    text = _second_person(written_out(said), others).strip(" .,;!")
    text = re.sub(r"(?i)^(?:the )?(?:boss|manager) says? (?:that )?", "", text)
    if not text:
        return "", False
    if re.match(r"(?i)^offer(?:ing)? ", text):
        text = "we can offer you " + text.split(" ", 1)[1]
    elif _OURS.match(text):
        text = f"we'll {text}"
    full = in_full(text)
    if not full.is_whole:
        return full.text, False
    return f"{full.text[:1].upper()}{full.text[1:]}.", True


def _second_person(text: str, others: frozenset[str]) -> str:
    words: list[str] = []
    named = False  # a name before "he" says who he is
    following = text.split()
    for at, word in enumerate(following):
        core = word.rstrip(".,;:!?)")
        lower = core.lower()
        part_of_day = at + 1 < len(following) and _PART_OF_DAY.match(following[at + 1])
        names_day = bool(part_of_day) or (bool(words) and words[-1].lower() in _BEFORE_A_DAY)
        next_word = following[at + 1] if at + 1 < len(following) else ""
        is_other = lower in _GENDER and (named or _GENDER[lower] in others)
        said_so = (
            (None if is_other else _said_of(lower, next_word))
            or (_DAYS.get(lower) if names_day or lower in _SURELY_DAYS else None)
            or core
        )
        named = named or (
            at > 0 and core[:1].isupper() and core[1:].islower() and core not in _DAYS.values()
        )
        words.append(said_so + word[len(core) :])
    said = re.sub(r"\byou're (?=been\b|got\b|had\b|gone\b|paid\b)", "you've ", " ".join(words))
    return _AGREEING.sub(lambda match: f"you {_base(match.group(1))}", said)


def _said_of(pronoun: str, next_word: str) -> str | None:
    """Give the word for the commenter: "her account" is "your account", "her" alone is "you"."""
    thing = next_word.strip(".,;:!?").lower()
    owns = thing not in word_set("time") and thing and tag(thing)[0].kind in ("noun", "adjective")
    return "your" if pronoun == "her" and owns else _PRONOUNS.get(pronoun)


def _base(verb: str) -> str:
    """Give the form that goes with "you": "fishes" becomes "fish"."""
    if verb in _BASE:
        return _BASE[verb]
    return verb[:-2] if re.search(r"(?:sh|ch|ss|x|o)es$", verb) else verb[:-1]
