"""The intent that triage took a comment for, mended where its words surely say another."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from models.guided.asked import asked, asks, is_rhetorical, requests
from models.guided.faults import problems
from models.guided.gladness import DELIGHT, GRATEFUL, MOVED, SURELY_GLAD, is_glad
from models.guided.heard import helpers, losses, mislaid, praises
from models.guided.intents import ASKING, FAULT, PRAISED, PRAISING, UNSERIOUS
from models.guided.irony import mocks
from models.guided.joys import best, dislikes, joys, turns
from models.guided.matters import faults, harms, views
from models.guided.phrases import swears
from models.guided.should import should

_MADE_MY_DAY = re.compile(
    r"(?i)\bmade my (?:whole |entire )?(?:day|week|month|year|morning|evening|weekend|trip)\b|"
    r"\b(?:credit|hats off|kudos|shout ?out) to\b"
)
_SOUR_THANKS = re.compile(  # "card declined in Rome, thanks guys"
    r"(?i)[,.!;] ?(?:so )?(?:thanks|thank you|cheers|nice one|great job|good job|bravo|well done)"
    r"(?: (?:guys|a lot|a bunch|lot|team|everyone|for that|for nothing|very much))*\W*$"
)
_LURE = re.compile(  # without any of these nobody is lured, and nobody is to be warned
    r"(?i)https?:|www\.|@\w|\bdm\b|whats ?app|telegram|inbox|\blink|\bbio\b|\bpin\b|card|code|"
    r"click|\bwin|won\b|winner|prize|free|giveaway|claim|invest|\d{5,}|[£$€]\s?\d|% off|verify|"
    r"account|support|agent|promo|outlet|follow|sell|sale|\.(?:com|net|shop|xyz|top|site|online)"
)
_INSULTS = re.compile(
    r"(?i)\b(?:loser|losers|idiots?|stupid|dumb|clowns?|morons?|scum|trash|garbage|liars?|thieves|"
    r"robbers|hate you|shut up|get lost|die\b|ugly|fat|pathetic|babies|cringe|fake)\b"
)
_WISHES = re.compile(  # without any of these nothing is suggested
    r"(?i)\b(?:should|could|would|please|pls|plz|wish|hope|add|more|bring|back|need|want|why not|"
    r"how about|what about|idea|suggest\w*|consider|option|maybe|make|do|try|let|give|less|fewer|"
    r"stop|start|nice|great if|longer|bigger|smaller|version|instead|missing|next)\b|\bpart \d"
)
_BETTER = re.compile(
    r"(?i)\b(?:is|are|so|looks?|feels?|sounds?|works?) (?:so |much |way |far |really )*"
    r"(?:better|nicer|easier|faster|clearer|smoother)(?:[ !.,]|$)(?!(?:before|if|without|off)\b)"
)
_WAS = re.compile(
    r"(?i)\b(?:was|were|used to|old|previous|not|never|than (?:this|yours|you))\b|n't\b"
)
_LEAVE_US = re.compile(
    r"(?i)\bstop (?:calling|ringing|phoning|e-?mailing|spamming|messaging|texting|sending|"
    r"charging) (?:me|us|my)\b"
)
_BLAMES = re.compile(
    r"(?i)\byou(?:'ve| have)? (?:forgot|lost|sent|left|charged|broke|cancelled|missed|ruined|"
    r"deleted|gave|keep|put)\b"
)
_STILL_BILLED = re.compile(  # after somebody died
    r"(?i)\bstill\b[^.!?]{0,30}\b(?:billed|bills?|charged|charging|paying|letters?|account|texts?|emails?)\b|"
    r"\b(?:account|bill|bank|letters?)\b[^.!?]{0,30}\bstill\b"
)
_LEFT_THERE = re.compile(r"(?i)\b(?:forgot|left|lost) (?:my|our)\b")
_GOT = re.compile(r"(?i)\b(?:received|got|was sent|ordered|bought|my)\b")
MOST_WORDS_OF_A_TURN = 45  # in a longer comment a "but" is seldom the point
_ANGRY = ("angry", "frustrated", "disappointed")  # feelings that tell of no praise
_SORE = (*_ANGRY, "sad", "worried")


@dataclass
class Words:
    """A comment with what its words show, looked for once and only where it is asked for."""

    comment: str
    answered: bool
    action: str
    feeling: str

    @cached_property
    def glad(self) -> bool:
        """Whether something is surely glad."""
        return bool(SURELY_GLAD.search(self.comment)) and not mocks(self.comment)

    @cached_property
    def wrong(self) -> bool:
        """Whether something went wrong."""
        return bool(faults(self.comment) or (problems(self.comment) and not self.glad))

    @cached_property
    def cheered(self) -> bool:
        """Whether something is named that was a joy."""
        return bool(joys(self.comment) or best(self.comment))

    @cached_property
    def likes(self) -> bool:
        """Whether something is liked, in so many words."""
        return praises(self.comment) or bool(best(self.comment))

    @cached_property
    def hurt(self) -> bool:
        """Whether anybody comes to harm, and it is no joke on themselves."""
        amused = self.feeling == "amused"
        return any(not amused or "your " not in name for name in harms(self.comment))

    @cached_property
    def short(self) -> bool:
        """Whether a "but" may be the point."""
        return len(self.comment.split()) <= MOST_WORDS_OF_A_TURN

    @cached_property
    def asks_on(self) -> bool:
        """Whether a question stands beside an answer to it."""
        return self.answered and bool(asks(self.comment)) and "?" in self.comment

    @property
    def sour(self) -> str:
        """What is not meant kindly."""
        return "complaint" if self.wrong else "criticism"


def mended(intent: str, words: Words) -> str:
    """Give the intent, mended where the words of the comment surely say another."""
    for of_these, mend in _MENDING:
        if intent in of_these and (told := mend(intent, words)):
            return told
    return intent


def _suggestion(intent: str, words: Words) -> str:
    comment = words.comment
    if not _WISHES.search(comment):
        glad = words.cheered or MOVED.search(comment)
        return "complaint" if words.wrong else "praise" if glad else "criticism"
    if _LEFT_THERE.search(comment) or words.asks_on:
        return "question"
    if _LEAVE_US.search(comment):
        return "complaint"
    return "criticism" if losses(comment) else ""


def _opinion(intent: str, words: Words) -> str:
    comment = words.comment
    if intent == "criticism":
        lived = faults(comment) and _GOT.search(comment)
        if harms(comment) or should(comment) or lived:
            return "complaint"
    if _BETTER.search(comment):
        return intent if words.wrong or _WAS.search(comment) else "praise"
    if intent == "criticism" and words.action != "reply" and faults(comment):
        return "complaint"
    return ""


def _asking(intent: str, words: Words) -> str:
    return "complaint" if _LEAVE_US.search(words.comment) else ""


def _stray(intent: str, words: Words) -> str:
    """Mend what is off the topic, bait or a lure, where it is none."""
    comment, replies = words.comment, words.action == "reply"
    if intent == "off_topic" and (faults(comment) or "?" in comment):
        return "concern" if faults(comment) else "question" if asks(comment) else intent
    if intent == "troll" and replies and not (_INSULTS.search(comment) or swears(comment)):
        laughs = words.feeling == "amused" and not (dislikes(comment) or turns(comment))
        return "complaint" if words.wrong else "joke" if laughs else "criticism"
    if intent == "spam" and replies and not _LURE.search(comment):
        return "question" if asks(comment) and asked(comment) else "criticism"
    return ""


def _story(intent: str, words: Words) -> str:
    comment = words.comment
    if mislaid(comment) or (losses(comment) and _STILL_BILLED.search(comment)):
        return "complaint"
    gladly = words.likes or helpers(comment) or (is_glad(comment) and not faults(comment))
    if words.feeling in _SORE and words.wrong and not (losses(comment) or gladly):
        return "complaint"
    return ""


def _glad(intent: str, words: Words) -> str:
    return "praise" if words.glad else ""


def _in_fault(intent: str, words: Words) -> str:
    """Mend what is no fault after all."""
    comment = words.comment
    if not words.wrong and MOVED.search(comment):
        return "praise"
    if intent == "crisis":  # nobody despairs here
        return "complaint" if words.wrong else "concern"
    return ""


def _joke(intent: str, words: Words) -> str:
    sore = words.feeling in _SORE or _BLAMES.search(words.comment)
    return "complaint" if words.hurt or (sore and faults(words.comment)) else ""


def _praise(intent: str, words: Words) -> str:
    comment = words.comment
    if faults(comment) and (words.feeling in _ANGRY or _SOUR_THANKS.search(comment)):
        return "complaint"
    unkind = words.short and words.wrong and not (words.likes or helpers(comment))
    return "complaint" if unkind and (intent == "praise" or not GRATEFUL.search(comment)) else ""


def _answered(intent: str, words: Words) -> str:
    return "question" if words.answered and asked(words.comment) else ""


def _credited(intent: str, words: Words) -> str:
    comment = words.comment
    spoilt = faults(comment) or turns(comment)
    return "praise" if _MADE_MY_DAY.search(comment) and not spoilt else ""


def _wished(intent: str, words: Words) -> str:
    return "suggestion" if not words.wrong and requests(words.comment) else ""


def _praised(intent: str, words: Words) -> str:
    """Mend what turns against us, or what is no joke but praise."""
    comment = words.comment
    delighted = DELIGHT.search(comment) and not words.wrong
    if (turns(comment) and words.short and not delighted) or mocks(comment):
        return words.sour
    if dislikes(comment) and not praises(comment):
        return words.sour
    joy = not words.wrong and (words.cheered or helpers(comment))
    return "praise" if intent == "joke" and joy else ""


def _harmed(intent: str, words: Words) -> str:
    comment = words.comment
    thankful = helpers(comment) or best(comment) or GRATEFUL.search(comment)
    return "complaint" if words.hurt and not (thankful or losses(comment)) else ""


def _closing(intent: str, words: Words) -> str:
    held = views(words.comment)
    return "criticism" if held and "closing" in held[0] else ""


def _faultless(intent: str, words: Words) -> str:
    """Mend a complaint in which nothing went wrong."""
    comment = words.comment
    if words.wrong:
        return ""
    upset = words.feeling in _ANGRY and not words.likes
    cheered = helpers(comment) or words.cheered
    if cheered and not (upset or mocks(comment) or words.action == "hand_over"):
        return "thanks" if "thank" in comment.lower() else "praise"
    opinion = words.action == "reply" or (words.action != "hand_over" and is_rhetorical(comment))
    if views(comment) and not words.answered and opinion:
        return "criticism"
    return "question" if words.asks_on else ""


def _rhetorical(intent: str, words: Words) -> str:
    return words.sour if is_rhetorical(words.comment) and not words.answered else ""


_Mending = Callable[[str, Words], str]
_EVERY = ASKING | FAULT | UNSERIOUS | {"suggestion", "criticism", "spam"}
_MENDING: tuple[tuple[frozenset[str], _Mending], ...] = (
    (frozenset(("suggestion",)), _suggestion),
    (frozenset(("criticism", "comparison")), _opinion),
    (ASKING, _asking),
    (frozenset(("off_topic", "troll", "spam")), _stray),
    (FAULT, _in_fault),
    (frozenset(("praise", "thanks")), _praise),
    (frozenset(("story",)), _story),
    (_EVERY - PRAISING, _glad),
    (frozenset(("joke",)), _joke),
    (frozenset(("criticism", "accusation")), _answered),
    (FAULT, _credited),
    (frozenset(("disappointment", "joke")), _wished),
    (PRAISED, _praised),
    (UNSERIOUS, _harmed),
    (frozenset(("story",)), _closing),
    (FAULT, _faultless),
    (ASKING, _rhetorical),
)
