"""What a comment is meant as, where its words tell more than triage took from them."""

import re
from collections.abc import Mapping

from models.guided.asked import asked, asks, asks_plainly, is_rhetorical, requests
from models.guided.faults import problems
from models.guided.heard import despairs, helpers, losses, mislaid, praises, waits
from models.guided.intents import ASKING, FAULT, PRAISED, PRAISING, UNSERIOUS
from models.guided.joys import best, dislikes, joys, mocks, turns
from models.guided.matters import faults, harms, is_vague, views
from models.guided.phrases import swears
from models.guided.should import should
from models.guided.tagging import tag, tidy, word_set
from models.guided.unmarked import is_unmarked
from models.prompt import Brief
from models.triage.kinds import DOUBTFUL, kind_of

_MADE_MY_DAY = re.compile(
    r"(?i)\bmade my (?:whole |entire )?(?:day|week|month|year|morning|evening|weekend|trip)\b|"
    r"\b(?:credit|hats off|kudos|shout ?out) to\b"
)
_MOVED = re.compile(
    r"(?i)\b(?:heard|saw|walked|slept|laughed|smiled|sang|danced|smelt|tasted)\b[^.!?]* "
    r"for the first time in (?:years|ages|months|weeks|decades)|\b(?:happy|joyful) tears\b|"
    r"\b(?:years?|months?|weeks|days) (?:sober|clean|smoke[- ]free|cancer[- ]free)\b|in remission|"
    r"\ball[- ]clear\b|\b(?:won't|will not|will never|never) forget (?:it|that|this|you|what you)\b"
)
_SURELY_GLAD = re.compile(
    r"(?i)\b(?:and|but) (?:honestly |actually |still )?it was the best \w+ (?:of|ever)\b|"
    r"\bbig up\b|"
    r"\bcustomers? for life\b|\bwhile (?:he|she|they) (?:was|were) at it\b|\bhats off\b|"
    r"\bhonest (?:garage|bloke|people|place|shop|mechanic|firm|company)\b|\bchef's kiss\b|"
    r"\bsaved (?:my|our) (?:day|life|bacon|holiday|wedding|christmas|weekend)\b|"
    r"\bwhat a (?:place|star|legend|gem|team|crew|man|woman|bloke|lady|find)\b|"
    r"\bnever (?:looked|felt|slept|been) (?:this|so|better)\b|"
    r"\b(?:has|have)(?:n't| not) taken (?:it|them|this|these|the|that)(?: \w+)? off\b|"
    r"\bnot a dry eye\b|\bcould(?: not|n't) have done (?:it|this|that) without\b|"
    r"\b(?:views?|breakfast|sunsets?|cakes?|food|coffee|pies?|buns?) to die for\b|"
    r"\bmuch nicer\b|"
    r"\bwell done(?: to)?(?: the| all| you| your)? (?:team|all|everyone|guys|both|lads)\b|"
    r"\b(?:has|have)(?:n't| not) stopped (?:talking|smiling|wearing|raving|singing)\b|"
    r"\b(?:will|would|'ll) (?:definitely |certainly |happily )?(?:be )?"
    r"(?:order|come|buy|use|visit|shop|stay|book|eat|go)(?:ing)?(?: back| here| from you)? again\b|"
    r"\b(?:we|i)(?:'ll| will) be back\b|\bnever had a (?:reason to leave|bad \w+)\b|"
    r"\bcould(?:n't| not) (?:ask for more|be happier|fault)\b|"
    r"\bcould(?:'ve| have) (?:hugged|kissed)\b|\bi did hug\b|"
    r"\bruined all other\b|\bcan(?:no|')t (?:recommend|thank|fault)\b"
)
_SOUR_THANKS = re.compile(  # "card declined in Rome, thanks guys"
    r"(?i)[,.!;] ?(?:so )?(?:thanks|thank you|cheers|nice one|great job|good job|bravo|well done)"
    r"(?: (?:guys|a lot|a bunch|lot|team|everyone|for that|for nothing|very much))*\W*$"
)
_HIGHLY = re.compile(
    r"(?i)\b(?:lovely|gorgeous|stunning|brilliant|amazing|wonderful|beautiful|perfect|delicious|"
    r"fantastic|excellent|superb|incredible|adore|spotless|magical|best)\b"
)
_WARMLY = re.compile(r"(?i)\b(?:so much|everyone|team|xx*|all of you|from both of us)\b")
DELIGHT = re.compile("[😍🥰🤤😋🤩❤🔥💖💕😻👏🙌]")
_WHOLLY_GLAD = re.compile(  # whatever else a few words sound like
    r"(?i)\btop (?:man|lads?|blokes?|woman|lady|guys?|people|fella)\b|\bwhat service\b|"
    r"\bfair play to\b|\bcredit (?:to|where)\b|\bbless (?:him|her|them|you all|his|their)\b|"
    r"\bstill (?:not over it|buzzing|smiling|laughing)\b|\bmissed (?:it|that) for the world\b|"
    r"\bhighlight of (?:my|our)\b|\bover the moon\b|\bnever laughed so\b|"
    r"\b(?:nobody|no one|none of us|did(?:n't| not)) want(?:ed)? "
    r"(?:to (?:go home|leave)|it to end)\b|"
    r"\b(?:total|absolute|proper|real) (?:gent|gentleman|lady|legend|star|gem|angel|hero|"
    r"diamond)s?\b|"
    r"\b(?:years?|\d+)\b[^.!?]{0,20}\bstill going(?: strong)?\W*$|"
    r"\bfaith in humanity\b|\bmade (?:his|her|their|our) (?:whole )?(?:day|week|year)\b|[🥹😍]"
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
_GRATEFUL = re.compile(r"(?i)\b(?:thank\w*|thx|cheers|grateful|appreciate\w*|ta|bless)\b")
_SORE = ("angry", "frustrated", "disappointed")  # feelings that tell of no praise
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
_UNHAPPY = re.compile(
    r"(?i)\b(?:worst|bad|badly|sorry|refund|angry|upset|annoy\w*|disappoint\w*|waste\w*|shame\w*|"
    r"unaccept\w*|ridicul\w*|poor\w*|problem\w*|issues?|trouble|complain\w*|mistake|why|again|"
    r"expensive|price|paid|charged?|money|hurt|pain|unfair|unsafe|danger\w*|wish|should|instead)\b|[😡🤬😤👎😠]|\?"
)
_BLAMES = re.compile(
    r"(?i)\byou(?:'ve| have)? (?:forgot|lost|sent|left|charged|broke|cancelled|missed|ruined|"
    r"deleted|gave|keep|put)\b"
)
_TO_KNOW = re.compile(  # who asks to be told something asks, whatever else it sounds like
    r"(?i)\b(?:can|could|would|will) (?:you|someone|somebody)(?: please| pls| kindly)? "
    r"(?:tell|send|let|explain|confirm|show|remind|clarify|advise|e-?mail|forward) (?:me|us)\b|"
    r"^(?:are|is|does|will|has) (?:\S+ ){2,6}\S+$"
)
_STILL_BILLED = re.compile(  # after somebody died
    r"(?i)\bstill\b[^.!?]{0,30}\b(?:billed|bills?|charged|charging|paying|letters?|account|texts?|emails?)\b|"
    r"\b(?:account|bill|bank|letters?)\b[^.!?]{0,30}\bstill\b"
)
_LEFT_THERE = re.compile(r"(?i)\b(?:forgot|left|lost) (?:my|our)\b")
_GOT = re.compile(r"(?i)\b(?:received|got|was sent|ordered|bought|my)\b")
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
TAKEN_FOR_OTHERS = frozenset(("praise", "thanks", "off_topic", "suggestion", "story"))
_THEIR_TROUBLE = re.compile(
    r"(?i)\b(?:my|mine|we|us|i|still|again|no|not|never|why|wrong|happen\w*|fault)\b|n't\b"
)
HARDLY_SOUR = 0.1  # with less likely trouble no words make a complaint of what triage is sure of
SURE = 0.6  # where triage is as sure of the kind, words say nothing against it
HALF_SOUR = 0.15  # the same where what went wrong has a name
SOUR = 0.3  # where trouble is as likely, and no word is glad, it is not surely friendly
UNKNOWN: Mapping[str, float] = {}
SURELY_SOUR = 0.85  # as likely a few words without any of trouble must be a complaint to be one
FEW_WORDS = 12
MOST_WORDS_OF_PRAISE = 20
MOST_WORDS_OF_A_TURN = 45  # in a longer comment a "but" is seldom the point


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
    if intent in FAULT and brief.action != "hand_over" and is_surely_glad(brief.comment):
        return "thanks" if _GRATEFUL.search(brief.comment) else "praise"
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
    if brief.action != "hand_over" and not wrong and _is_a_question(intent, brief.comment):
        return "question"
    if intent in ASKING and requests(brief.comment) and not asks(brief.comment):
        return "suggestion"
    likelier = kinds.get("trouble", 0.0) > kinds.get("question", 0.0)
    if intent in ASKING and likelier and wrong:
        return "complaint"
    told = _by_words(intent, brief, answered, feeling)
    unasked = intent == "comparison" and told not in ASKING and not asks(brief.comment)
    if unasked or (intent == "troll" and brief.action == "reply"):
        return told
    turned = turns(brief.comment) and len(brief.comment.split()) <= MOST_WORDS_OF_A_TURN
    thanked = _GRATEFUL.search(brief.comment) or helpers(brief.comment)
    spoilt = turned or faults(brief.comment) or mocks(brief.comment)
    sour = intent in ("praise", "thanks") and bool(spoilt)
    hurt = [name for name in harms(brief.comment) if intent in PRAISING or "your " not in name]
    sour |= kind_of(intent) == "friendly" and bool(hurt) and not thanked
    if sour or (answered and told in ASKING) or kind_of(told) == kind_of(intent):
        return told
    return intent if kinds.get(kind_of(intent), 0.0) >= SURE else told


def _is_a_question(intent: str, comment: str) -> bool:
    """Say whether what triage took for something else is a plain question and nothing more."""
    if intent in ASKING or not asks_plainly(comment):
        return False
    few = len(comment.split()) <= FEW_WORDS
    if intent in TAKEN_FOR_OTHERS:
        return not is_glad(comment) or (few and comment.rstrip().endswith("?"))
    return intent in FAULT and few and not _THEIR_TROUBLE.search(comment)


def is_surely_glad(comment: str) -> bool:
    """Say whether a comment praises highly, or thanks as well, and nothing in it is sour."""
    if tells_of_trouble(comment) or mocks(comment) or asks(comment):
        return False
    high = {match.lower() for match in _HIGHLY.findall(comment)}
    thanks = bool(_GRATEFUL.search(comment)) and bool(_WARMLY.search(comment))
    return len(high) + thanks > 1 or bool(high and _SURELY_GLAD.search(comment))


def is_wholly_glad(comment: str) -> bool:
    """Say whether a few words praise, though some of them stand for trouble elsewhere."""
    few = len(comment.split()) <= MOST_WORDS_OF_PRAISE
    return few and bool(_WHOLLY_GLAD.search(comment)) and not (turns(comment) or mocks(comment))


def is_surely_sour(comment: str, kinds: Mapping[str, float]) -> bool:
    """Say whether a comment tells what went wrong, and has no glad word but a bitter one."""
    said = _BITTER.sub("", comment)
    if any(signs.search(said) for signs in (_HIGHLY, _GRATEFUL, _GLAD, _LAUGHS, DELIGHT)):
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
    intent = _as_told(intent, brief.comment, answered, brief.action, feeling)
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
    if not liked and feeling in ("amused", "happy") and not tells_of_trouble(brief.comment):
        return "joke"
    return "praise" if liked else "criticism"


def is_doubtful(intent: str, comment: str, kinds: Mapping[str, float]) -> bool:
    """Say whether what a comment is meant as is so unsure that a reply must suit any of it."""
    if not kinds or despairs(comment) or losses(comment) or is_wholly_glad(comment):
        return False
    likely = kinds.get("trouble", 0.0) > SOUR
    if intent in FAULT and is_surely_sour(comment, kinds):
        return False
    if intent in FAULT and (
        harms(comment) or (likely and faults(comment) and not is_glad(comment))
    ):
        return False  # what went wrong has a name, and triage half hears it too
    wrong = faults(comment) or problems(comment) or dislikes(comment) or waits(comment)
    if intent in FAULT and len(comment.split()) <= FEW_WORDS and not wrong:
        hindered = _HINDERED.search(comment)
        return kinds.get("trouble", 0.0) < SURELY_SOUR and not (
            _UNHAPPY.search(comment) or hindered
        )
    is_plain = (intent in ASKING and asks(comment)) or (
        intent == "suggestion" and bool(requests(comment))
    )
    glad = is_glad(comment) or DELIGHT.search(comment) or _GRATEFUL.search(comment)
    sour = kind_of(intent) == "friendly" and kinds.get("trouble", 0.0) > SOUR
    sour |= kinds.get("trouble", 0.0) > HALF_SOUR and bool(faults(comment))
    sour &= kind_of(intent) == "friendly"
    return not is_plain and (kinds.get(kind_of(intent), 0.0) < DOUBTFUL or bool(sour and not glad))


def _as_told(intent: str, comment: str, answered: bool, action: str, feeling: str) -> str:
    """Give the intent, mended where the words of the comment surely say another."""
    glad = _SURELY_GLAD.search(comment) and not mocks(comment)
    wrong = bool(faults(comment) or (problems(comment) and not glad))
    if intent == "suggestion" and not _WISHES.search(comment):
        cheered = joys(comment) or best(comment) or _MOVED.search(comment)
        return "complaint" if wrong else "praise" if cheered else "criticism"
    if intent == "suggestion" and _LEFT_THERE.search(comment):
        return "question"
    if intent == "suggestion" and answered and asks(comment) and "?" in comment:
        return "question"
    lived = faults(comment) and _GOT.search(comment)
    if intent == "criticism" and (harms(comment) or should(comment) or lived):
        return "complaint"
    if intent in ("criticism", "comparison") and _BETTER.search(comment):
        return intent if wrong or _WAS.search(comment) else "praise"
    if intent in FAULT and not wrong and _MOVED.search(comment):
        return "praise"
    if intent in (*ASKING, "suggestion") and _LEAVE_US.search(comment):
        return "complaint"
    if intent == "story" and mislaid(comment):
        return "complaint"
    if intent == "story" and losses(comment) and _STILL_BILLED.search(comment):
        return "complaint"
    if intent == "off_topic" and (faults(comment) or "?" in comment):
        return "concern" if faults(comment) else "question" if asks(comment) else intent
    if intent in ("thanks", "praise") and faults(comment):
        if feeling in _SORE or _SOUR_THANKS.search(comment):
            return "complaint"
    insults = _INSULTS.search(comment) or swears(comment)
    if intent == "troll" and action == "reply" and not insults:
        laughs = feeling == "amused" and not (dislikes(comment) or turns(comment))
        return "complaint" if wrong else "joke" if laughs else "criticism"
    if intent == "spam" and action == "reply" and not _LURE.search(comment):
        return "question" if asks(comment) and asked(comment) else "criticism"
    if intent == "crisis":  # nobody despairs here
        return "complaint" if wrong else "concern"
    if intent == "criticism" and action != "reply" and faults(comment):
        return "complaint"
    if intent == "suggestion" and losses(comment):
        return "criticism"
    if intent not in PRAISING and glad:
        return "praise"
    sore = feeling in (*_SORE, "sad", "worried")
    hurt = [name for name in harms(comment) if feeling != "amused" or "your " not in name]
    blamed = (sore or _BLAMES.search(comment)) and faults(comment)
    if intent == "joke" and (hurt or blamed):
        return "complaint"
    likes = praises(comment) or bool(best(comment))
    short = len(comment.split()) <= MOST_WORDS_OF_A_TURN
    if short and intent in ("praise", "thanks") and wrong and not (likes or helpers(comment)):
        if intent == "praise" or not _GRATEFUL.search(comment):
            return "complaint"
    if intent in ("criticism", "accusation") and answered and asked(comment):
        return "question"
    if intent in FAULT and _MADE_MY_DAY.search(comment) and not (faults(comment) or turns(comment)):
        return "praise"
    if intent in ("disappointment", "joke") and not wrong and requests(comment):
        return "suggestion"
    delighted = DELIGHT.search(comment) and not wrong
    turned = turns(comment) and len(comment.split()) <= MOST_WORDS_OF_A_TURN and not delighted
    if intent in PRAISED and (turned or mocks(comment)):
        return "complaint" if wrong else "criticism"
    if intent in PRAISED and dislikes(comment) and not praises(comment):
        return "complaint" if wrong else "criticism"
    if intent == "joke" and not wrong and (joys(comment) or best(comment) or helpers(comment)):
        return "praise"
    gladly = likes or helpers(comment) or (is_glad(comment) and not faults(comment))
    worried = feeling in (*_SORE, "sad", "worried") and wrong and not (losses(comment) or gladly)
    if intent == "story" and worried:
        return "complaint"
    thankful = helpers(comment) or best(comment) or _GRATEFUL.search(comment)
    if intent in UNSERIOUS and hurt and not (thankful or losses(comment)):
        return "complaint"
    if intent == "story" and views(comment) and "closing" in views(comment)[0]:
        return "criticism"
    if intent in FAULT and not wrong:
        cheered = helpers(comment) or joys(comment) or best(comment)
        upset = feeling in _SORE and not likes
        if cheered and not (upset or mocks(comment) or action == "hand_over"):
            return "thanks" if "thank" in comment.lower() else "praise"
        opinion = action == "reply" or (action != "hand_over" and is_rhetorical(comment))
        if views(comment) and not answered and opinion:
            return "criticism"
    if intent in FAULT and not wrong and answered and asks(comment) and "?" in comment:
        return "question"
    if intent in ASKING and is_rhetorical(comment) and not answered:
        return "complaint" if wrong else "criticism"
    return intent


def is_glad(comment: str) -> bool:
    """Say whether a comment says what was good, and nothing in it turns against it."""
    moved = _MOVED.search(comment)
    return bool(moved or joys(comment) or best(comment) or helpers(comment) or praises(comment))


def tells_of_trouble(comment: str) -> bool:
    """Say whether anything in a comment says that something is wrong."""
    if (
        faults(comment)
        or problems(comment)
        or dislikes(comment)
        or turns(comment)
        or waits(comment)
    ):
        return True
    said = {word.lower for word in tag(tidy(comment))}
    return bool(said & word_set("trouble") or _UNHAPPY.search(comment))
