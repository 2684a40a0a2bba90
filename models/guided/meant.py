"""What a comment is meant as, where its words tell more than triage took from them."""

import re
from collections.abc import Mapping

from models.guided.asked import asked, asks, asks_plainly, is_rhetorical, requests
from models.guided.faults import problems
from models.guided.gladness import (
    DELIGHT,
    GRATEFUL,
    HIGHLY,
    UNHAPPY,
    is_glad,
    is_surely_glad,
    is_wholly_glad,
    tells_of_trouble,
)
from models.guided.heard import despairs, helpers, losses, praises, tries, waits
from models.guided.intents import ASKING, FAULT, OURS, PRAISED, PRAISING, UNSERIOUS
from models.guided.irony import echoes, mocks
from models.guided.joys import dislikes, turns
from models.guided.matters import faults, harms, is_vague
from models.guided.mended import MOST_WORDS_OF_A_TURN, Words, mended
from models.guided.should import should
from models.guided.unmarked import is_unmarked
from models.prompt import Brief
from models.triage.kinds import DOUBTFUL, kind_of

_TO_KNOW = re.compile(  # who asks to be told something asks, whatever else it sounds like
    r"(?i)\b(?:can|could|would|will) (?:you|someone|somebody)(?: please| pls| kindly)? "
    r"(?:tell|send|let|explain|confirm|show|remind|clarify|advise|e-?mail|forward) (?:me|us)\b|"
    r"^(?:are|is|does|will|has) (?:\S+ ){2,6}\S+$"
)
_OWN_FAULT = re.compile(r"(?i)\b(?:my (?:own )?(?:fault|mistake|bad|error)|i messed up|silly me)\b")
_OWN_SLIP = re.compile(  # owned up to, and not what somebody says it was
    r"(?i)(?:^|[,.(!;] ?)(?:totally |entirely |probably |all |also |completely |i know,? )?"
    r"my (?:own )?(?:fault|mistake|bad)(?: again| too| entirely)?(?=[,.)!;]|$)"
)
_GLAD = re.compile(
    r"(?i)\b(?:lov\w+|like[sd]?|enjoy\w*|great|good|nice|happy|glad|fun\w*|laugh\w*|smil\w+|worth|"
    r"proud|kind\w*|friendly|helpful|better|wow|cried|tears|favou?rite|legend|hero|saved|finally|"
    r"respect|sang|married|miss(?:ed)? you|years?|star|10/10|joke\w*|lol|reputation|dignity)\b|!!"
)
_HINDERED = re.compile(  # "couldn't get my wheelchair past the stands"
    r"(?i)\b(?:could|can|wo|would|did|do|does|was|were)(?:n't| not)\b[^.!?]*\b(?:my|our|me|us)\b"
)
_BITTER = re.compile(  # a word of praise alone at the end of what went wrong
    r"(?i)(?<=[.!?,…]) *(?:lovely|great|brilliant|perfect|fantastic|wonderful|nice|cheers|charming|"
    r"excellent|superb|well done|good job|great job|nice one|love that|love it)\W*$"
)
_LAUGHS = re.compile(
    r"(?i)\b(?:lol|lmao|haha\w*|hehe|jk|kidding|joking)\b|\(not really\)|[😂🤣😅😄😆😜]"
)
_LAID_AT_OURS = re.compile(
    r"(?i)\b(?:you|your|staff|still|again|account|bill\w*|charged?|refund\w*|letters?|cancel\w*|nobody|"
    r"no one|never|lost (?:his|her|my)|wrong|late(?! (?:brother|sister|dad|mum|mom|father|mother|"
    r"husband|wife|nan|gran\w*|uncle|aunt|friend|son|daughter)))\b"
)
_WANTS_A_PERSON = re.compile(
    r"(?i)\b(?:need|want|speak to|talk to|get hold of|is there) (?:a |an )?"
    r"(?:real |actual |proper )?(?:person|human|somebody|someone)\b"
)
_DECLINES = re.compile(
    r"(?i)\b(?:already do|no|nope|nah|i'm good|i'm ok|hard pass),? thanks?\b\W*$"
)
TAKEN_FOR_OTHERS = frozenset(("praise", "thanks", "off_topic", "suggestion", "story"))
_THEIR_TROUBLE = re.compile(
    r"(?i)\b(?:my|mine|we|us|i|still|again|no|not|never|why|wrong|happen\w*|fault)\b|n't\b"
)
_OF_THEIRS = re.compile(r"(?i)\b(?:my|mine|we|us|i|again|never|why|wrong|happen\w*|fault)\b|[!]")
HARDLY_SOUR = 0.1  # with less likely trouble no words make a complaint of what triage is sure of
SURE = 0.6  # where triage is as sure of the kind, words say nothing against it
HALF_SOUR = 0.15  # the same where what went wrong has a name
SOUR = 0.3  # where trouble is as likely, and no word is glad, it is not surely friendly
UNKNOWN: Mapping[str, float] = {}
SURELY_SOUR = 0.85  # as likely a few words without any of trouble must be a complaint to be one
FAIRLY_SOUR = 0.75  # the same of more words
FEW_WORDS = 12
MOST_WORDS_UNNAMED = 30  # in a longer complaint without a named matter some word tells of it


def in_earnest(
    intent: str,
    brief: Brief,
    answered: bool,
    feeling: str = "",
    kinds: Mapping[str, float] = UNKNOWN,
) -> str:
    """Give the intent to write for: what is handed over or answered is no joke and no bait.

    `kinds` says how likely each kind of comment is; where it is not known, words decide.
    """
    if despairs(brief.comment):
        return "crisis"
    if intent == "thanks" and _DECLINES.search(brief.comment):
        return "joke"
    if losses(brief.comment) and _WANTS_A_PERSON.search(brief.comment):
        return "complaint"
    if intent in OURS and losses(brief.comment) and feeling == "sad" and not answered:
        if not (_LAID_AT_OURS.search(brief.comment) or asks(brief.comment)):
            return "story"
    if intent in FAULT and brief.action != "hand_over" and is_surely_glad(brief.comment):
        return "thanks" if GRATEFUL.search(brief.comment) else "praise"
    if intent in FAULT | {"criticism"} and brief.action != "hand_over":
        if is_wholly_glad(brief.comment):
            return "praise"
    if kind_of(intent) == "friendly" and is_surely_sour(brief.comment, kinds):
        return "complaint"
    wrong = faults(brief.comment) or problems(brief.comment) or dislikes(brief.comment)
    to_know = _TO_KNOW.search(brief.comment) and not is_rhetorical(brief.comment)
    to_know = to_know or is_unmarked(brief.comment)
    if to_know and not wrong and intent not in ASKING and brief.action != "hand_over":
        return "question"
    plain = not wrong and _is_a_question(intent, brief.comment, answered=answered)
    if brief.action != "hand_over" and plain:
        return "question"
    if intent in (*ASKING, "disappointment") and requests(brief.comment):
        if not (wrong or asks(brief.comment)):
            return "suggestion"
    if intent in FAULT and _OWN_FAULT.search(brief.comment) and asks(brief.comment):
        return "question"
    if intent in OURS and _OWN_SLIP.search(brief.comment) and brief.action != "hand_over":
        return "praise" if is_glad(brief.comment) else "story"
    likelier = kinds.get("trouble", 0.0) > kinds.get("question", 0.0)
    answers = answered and len(brief.comment.split()) <= FEW_WORDS and not problems(brief.comment)
    if intent in ASKING and likelier and wrong and not answers:
        return "complaint"
    told = _by_words(intent, brief, answered, feeling)
    unasked = intent == "comparison" and told not in ASKING and not asks(brief.comment)
    if unasked or (intent == "troll" and brief.action == "reply"):
        return told
    turned = turns(brief.comment) and len(brief.comment.split()) <= MOST_WORDS_OF_A_TURN
    thanked = GRATEFUL.search(brief.comment) or helpers(brief.comment)
    spoilt = turned or faults(brief.comment) or mocks(brief.comment)
    sour = intent in ("praise", "thanks") and bool(spoilt)
    hurt = [name for name in harms(brief.comment) if intent in PRAISING or "your " not in name]
    heard = not kinds or kinds.get("trouble", 0.0) > HARDLY_SOUR
    sour |= kind_of(intent) == "friendly" and bool(hurt) and heard and not thanked
    sour |= echoes(brief.comment)
    if sour or (answered and told in ASKING) or kind_of(told) == kind_of(intent):
        return told
    return intent if kinds.get(kind_of(intent), 0.0) >= SURE else told


def _is_a_question(intent: str, comment: str, *, answered: bool) -> bool:
    """Say whether what triage took for something else is a plain question and nothing more."""
    if intent in ASKING or not asks_plainly(comment):
        return False
    few = len(comment.split()) <= FEW_WORDS
    if answered and intent in ("complaint", "disappointment") and not tells_of_trouble(comment):
        return not _OF_THEIRS.search(comment)
    if intent in TAKEN_FOR_OTHERS:
        return not is_glad(comment) or (few and comment.rstrip().endswith("?"))
    return intent in FAULT and few and not _THEIR_TROUBLE.search(comment)


def is_surely_sour(comment: str, kinds: Mapping[str, float]) -> bool:
    """Say whether a comment tells what went wrong, and has no glad word but a bitter one."""
    said = _BITTER.sub("", comment)
    if any(signs.search(said) for signs in (HIGHLY, GRATEFUL, _GLAD, _LAUGHS, DELIGHT)):
        return False
    if losses(comment):
        return False
    named = bool(faults(comment)) and not is_vague(comment)
    turned = bool(should(comment)) and bool(named or problems(comment))
    turned &= kinds.get("trouble", 0.0) > HARDLY_SOUR
    return turned or (named and kinds.get("trouble", 0.0) >= SOUR)


def _by_words(intent: str, brief: Brief, answered: bool, feeling: str) -> str:
    """Give the intent as action, answer and words would have it."""
    laughs = feeling == "amused" and _LAUGHS.search(brief.comment)
    lightly = laughs and intent in ("complaint", "disappointment")
    if lightly and brief.action == "reply" and not faults(brief.comment):
        intent = "joke"
    intent = mended(intent, Words(brief.comment, answered, brief.action, feeling))
    glad = intent in PRAISED and is_glad(brief.comment)
    grave = brief.hand_over_to == "safety" and intent not in FAULT
    if not glad and (grave or (brief.action in ("hand_over", "move") and intent in UNSERIOUS)):
        told = problems(brief.comment) or faults(brief.comment)
        moved = brief.action == "move"
        if intent in PRAISING and not (told or moved or asks(brief.comment) or grave):
            return intent
        if intent in PRAISING and moved:
            return "complaint"
        return "complaint" if told and not asks(brief.comment) else "concern"
    if answered or brief.action != "reply" or intent not in ASKING:
        return "question" if intent == "troll" and answered else intent
    if requests(brief.comment):
        return "suggestion"
    if asks(brief.comment) or asked(brief.comment):
        return intent
    if faults(brief.comment) and not praises(brief.comment):
        return "complaint"
    liked = praises(brief.comment) or DELIGHT.search(brief.comment)
    light = feeling == "amused" or (feeling == "happy" and not liked)
    if light and not tells_of_trouble(brief.comment):
        return "joke"
    return "praise" if liked else "criticism"


def is_doubtful(
    intent: str, comment: str, kinds: Mapping[str, float], *, answered: bool = False
) -> bool:
    """Say whether what a comment is meant as is so unsure that a reply must suit any of it.

    `answered`: what to tell them is known, or by what name to call what went wrong.
    """
    if not kinds or despairs(comment) or losses(comment) or is_wholly_glad(comment):
        return False
    likely = kinds.get("trouble", 0.0) > SOUR
    if intent in FAULT and is_surely_sour(comment, kinds):
        return False
    if intent in FAULT and (
        harms(comment) or (likely and (faults(comment) or tries(comment)) and not is_glad(comment))
    ):
        return False  # what went wrong has a name, and triage half hears it too
    wrong = faults(comment) or problems(comment) or dislikes(comment) or waits(comment)
    count = len(comment.split())
    most = FEW_WORDS if answered else MOST_WORDS_UNNAMED
    if intent in FAULT and count <= most and not wrong:
        hindered = _HINDERED.search(comment)
        sure = SURELY_SOUR if count <= FEW_WORDS else FAIRLY_SOUR
        return kinds.get("trouble", 0.0) < sure and not (UNHAPPY.search(comment) or hindered)
    is_plain = (intent in ASKING and asks(comment)) or (
        intent == "suggestion" and bool(requests(comment))
    )
    glad = is_glad(comment) or DELIGHT.search(comment) or GRATEFUL.search(comment)
    sour = kind_of(intent) == "friendly" and kinds.get("trouble", 0.0) > SOUR
    sour |= kinds.get("trouble", 0.0) > HALF_SOUR and bool(faults(comment))
    sour &= kind_of(intent) == "friendly"
    return not is_plain and (kinds.get(kind_of(intent), 0.0) < DOUBTFUL or bool(sour and not glad))
