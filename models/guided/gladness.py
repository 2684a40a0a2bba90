"""What in a comment is glad, and what tells of trouble, by its words."""

import re

from models.guided.asked import asks
from models.guided.faults import problems
from models.guided.heard import helpers, praises, waits
from models.guided.irony import mocks
from models.guided.joys import best, dislikes, joys, turns
from models.guided.matters import faults
from models.guided.tagging import tag, tidy, word_set

MOVED = re.compile(
    r"(?i)\b(?:heard|saw|walked|slept|laughed|smiled|sang|danced|smelt|tasted)\b[^.!?]* "
    r"for the first time in (?:years|ages|months|weeks|decades)|\b(?:happy|joyful) tears\b|"
    r"\b(?:years?|months?|weeks|days) (?:sober|clean|smoke[- ]free|cancer[- ]free)\b|in remission|"
    r"\ball[- ]clear\b|\b(?:won't|will not|will never|never) forget (?:it|that|this|you|what you)\b"
)
SURELY_GLAD = re.compile(
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
HIGHLY = re.compile(
    r"(?i)\b(?:lovely|gorgeous|stunning|brilliant|amazing|wonderful|beautiful|perfect|delicious|"
    r"fantastic|excellent|superb|incredible|adore|spot on|spotless|magical|best)\b"
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
    r"\b(?:worst|rough|bad|awful|terrible|hard|rubbish) (?:day|week|month|year)\b[^.!?]{0,20}"
    r"\b(?:and|but|until|till) (?:then )?(?:this|i saw this|you)\b|"
    r"\bnever change\b|\bmy kind of (?:people|place|shop|pub|café|cafe|company|person)\b|"
    r"\bfaith in humanity\b|"
    r"\bmade (?:his|her|their|our) (?:whole )?(?:day|week|year)\b|[🥹😍]"
)
_WELL_MET = re.compile(
    r"(?i)\bthank(?:s| you)(?: \w+){0,3} for (?:dealing|handling|looking|sorting|putting|fixing|"
    r"taking|responding|being)\b[^.!?]{0,40}\bso (?:well|gracefully|kindly|quickly|beautifully|"
    r"patiently|gently|nicely|calmly|fast|patient|kind|gentle|understanding)\b"
)
GRATEFUL = re.compile(r"(?i)\b(?:thank\w*|thx|cheers|grateful|appreciate\w*|ta|bless)\b")
UNHAPPY = re.compile(
    r"(?i)\b(?:worst|bad|badly|sorry|refund|angry|upset|annoy\w*|disappoint\w*|waste\w*|shame\w*|"
    r"unaccept\w*|ridicul\w*|poor\w*|problem\w*|issues?|trouble|complain\w*|mistake|why|again|"
    r"expensive|price|paid|charged?|money|hurt|pain|unfair|unsafe|danger\w*|wish|should|instead)\b|[😡🤬😤👎😠]|\?"
)
MOST_WORDS_OF_PRAISE = 20


def is_glad(comment: str) -> bool:
    """Say whether a comment says what was good, and nothing in it turns against it."""
    moved = MOVED.search(comment)
    return bool(moved or joys(comment) or best(comment) or helpers(comment) or praises(comment))


def is_surely_glad(comment: str) -> bool:
    """Say whether a comment praises highly, or thanks as well, and nothing in it is sour."""
    if tells_of_trouble(comment) or mocks(comment) or asks(comment):
        return False
    high = {match.lower() for match in HIGHLY.findall(comment)}
    thanks = bool(GRATEFUL.search(comment)) and bool(_WARMLY.search(comment))
    return len(high) + thanks > 1 or bool(high and SURELY_GLAD.search(comment))


def is_wholly_glad(comment: str) -> bool:
    """Say whether a few words praise, though some of them stand for trouble elsewhere.

    Of more words it is said where they thank for how trouble was met.
    """
    if _WELL_MET.search(comment) and not (turns(comment) or mocks(comment)):
        return True
    few = len(comment.split()) <= MOST_WORDS_OF_PRAISE
    return few and bool(_WHOLLY_GLAD.search(comment)) and not (turns(comment) or mocks(comment))


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
    return bool(said & word_set("trouble") or UNHAPPY.search(comment))
