"""What went wrong, in the commenter's own clauses: "your parcel came crushed"."""

import re

from models.guided.clauses import clauses, with_pairs
from models.guided.kin import CLOSEST
from models.guided.once import once
from models.guided.person import joined, to_them
from models.guided.phrases import Phrase, noun_phrases, swears
from models.guided.rarity import rarity
from models.guided.tagging import Word, sentences, word_set

_TROUBLE = word_set("trouble")
_OPINION = re.compile(
    r"(?i)^(?:you|we)(?:'re|'ve| are| do| did| can| could| would| will|'ll|'d)?"
    r"(?: ?n't| not| just| really| even| only)* "
    r"(?:want|think|know|need|looking|hope|care|mind|say|saying|like|love|hate|feel|guess|mean|"
    r"expect|suppose|believe|get it|blame|sure|going|happy|asking|trying)"
)
_REPORTED = re.compile(
    r"(?i)\b(?:says?|said|thinks?|tells?|told|asks?|asked|knows?|guess|fault|ok|okay|fine|joking|job|interview|exam|"
    r"shouting|angry|alone|anymore|surprised|my|i)\b|"
    r"^(?:we|this|that|there|he|she|you and)\b|^.{0,12}$"
)
_BETWEEN = frozenset("just 've have had even also then already 'd guys lot people".split())
_BAD = {  # what we did: said of them it stands in the passive
    "cancelled": "cancelled", "canceled": "cancelled", "lost": "lost", "froze": "frozen",
    "frozen": "frozen", "closed": "closed", "shut": "shut", "deleted": "deleted",
    "removed": "removed", "raised": "raised", "broke": "broken", "blocked": "blocked",
    "ruined": "ruined", "refused": "refused", "damaged": "damaged", "locked": "locked",
    "stopped": "stopped", "suspended": "suspended", "missed": "missed", "forgot": "forgotten",
    "dropped": "dropped", "smashed": "smashed", "changed": "changed", "moved": "moved",
}  # fmt: skip
_DONE = _BAD | {
    "charged": "charged", "overcharged": "overcharged", "billed": "billed", "sent": "sent",
    "gave": "given", "left": "left", "ignored": "ignored", "banned": "banned", "kept": "kept",
    "fined": "fined", "promised": "promised", "told": "told",
}  # fmt: skip
_THEIR_OWN = re.compile(
    rf"(?i)^(?:you|your (?:\w+ ){{0,2}}?(?:{CLOSEST}|partner|"
    r"kids?|boy|girl|child|children|uncle|aunt|friends?|neighbou?rs?|boss|manager|doctor|vet|cat|dog|ex|family|colleagues?|tenants?|customers?))"
    r"\b(?!'s)"
)
_TURNS = re.compile(r"\bbut\b")  # what stands before it was fine; what comes after stands alone too
_OWN_DOING = re.compile(  # what they did, know or guess is no fault of ours
    r"(?i)(?:^|\band )(?:you (?:missed (?!out)|(?:ca|could|did|do|wo|had|have)(?: ?n't| not) "
    r"(?:prove|remember|believe|see one|say|tell|complain|know|understand|think|imagine|blame|"
    r"notice|accus\w+|mind|recommend)|"
    r"(?:are|were)(?: ?n't| not) (?:accus|complain|blam|ask|look|after|"
    r"angry|really|cross)\w*)|it(?:'s| is| was|(?: is| was)(?: ?n't| not))\b)"
)
MOST_WORDS = 16
MOST = 3
_SUPPOSED = frozenset(("if", "when", "while"))  # what stands after these has perhaps not happened
_NO_FUSS = re.compile(  # words of trouble that tell of none
    r"(?i)\bno (?:fuss|problems?|trouble|hassle|questions|shame)\b|"
    r"\blate (?:father|dad|mother|mum|husband|wife|brother|sister|nan|gran\w*|son|daughter|uncle|"
    r"aunt|friend|dog|cat)\b"
)
_JUDGED = re.compile(  # what they think of it, not what happened
    r"(?i)\b(?:downhill|quality|worse|used to|disgrace\w*|joke|scam|mess|useless|pathetic|clueless|"
    r"rubbish at|as usual|like this|not the same|n't the same|wonder|would even|care|gone wrong|"
    r"(?:the|your|our) \w+[^s\W] (?:come|arrive|break|work|stop|have|do|go)\b|"
    r"(?:is|are|was|were)(?: \w+)? (?:rubbish|terrible|awful|horrible|garbage|disgusting|crap|"
    r"dreadful|appalling|shocking|ridiculous)|nobody wants?|nobody wanted|"
    r"looks? (?:\w+ )?(?:tiny|small|cheap|sad|dull|awful|dated|tired)|"
    r"(?:nobody|no one) asked for|lost (?:a|another|your) customer|a customer was|"
    r"n't(?: \w+)? (?:been|looked|felt|had|slept|tasted|seen)(?: \w+)? "
    r"(?:this|so|such|better)|everyone|everybody)\b"
)
_SUFFERED = re.compile(  # "you were charged twice", "you can't log in", "your mum never got it"
    r"(?i)^(?:you|your \w+(?: \w+)?)(?:'ve| have| had|'re| are| were| was| still| been| just)*"
    r"(?: ?n't| not| never)?(?: (?:been|got|getting|being))* "
    r"(?:charged|overcharged|billed|sent|given|ignored|cut off|locked out|stuck|left|waiting|"
    r"waited|queued|without|missed|refused|turned away|"
    r"(?<=you )(?:(?:ca|could|wo|did) ?n't \w+|cannot \w+|can't \w+)|"
    r"never (?:got|received|heard|came|arrived)|got the wrong|heard nothing|received nothing)"
)


@once
def problems(comment: str) -> list[Phrase]:
    """Give clauses that say what went wrong, such as "your parcel came crushed", worst first."""
    found: dict[str, float] = {}
    for words in sentences(comment):
        if words[-1].text == "?" or words[0].kind == "question":
            continue
        told = clauses(words)
        alone = [clause for by, clause in told if by not in _SUPPOSED]
        for clause in [*alone, *with_pairs(told)[len(told) :]]:
            suffered = _suffered(clause)
            clause = suffered or clause
            text = joined(to_them(clause))
            trouble = sum(word.lower in _TROUBLE for word in clause) + bool(suffered)
            trouble -= len(_NO_FUSS.findall(text))
            if (
                trouble > 0
                and len(text.split()) <= MOST_WORDS
                and not swears(text)
                and _is_a_fault(text)
            ):
                vague = clause[0].lower in ("it", "this", "that", "they", "he", "she")
                rare = sum(rarity(word.lower) for word in clause) / len(clause)
                found[text] = min(trouble, 3) + rare - vague
    ranked = sorted(found.items(), key=lambda item: -item[1])
    return [Phrase(text, worth) for text, worth in ranked][:MOST]


def _is_a_fault(said: str) -> bool:
    """Say whether a clause tells of what happened to them, not of what they did or think."""
    others = (_REPORTED, _JUDGED, _OWN_DOING, _TURNS)
    if _OPINION.match(said) or any(signs.search(said) for signs in others):
        return False
    if re.search(
        r"(?:n't| (?:a|the|in|of|to|at|on|for|with)|n't (?:it|they|he|she|you)| not)$", said
    ):
        return False
    if re.match(r"no (?:\w+ ){1,2}\w+ing\b", said):
        return False  # "no toilets working" is no sentence
    return not _THEIR_OWN.match(said) or bool(_SUFFERED.match(said))


def _suffered(clause: list[Word]) -> list[Word] | None:
    """Give what we are said to have done as what befell them: "your card was frozen"."""
    if clause[0].lower != "you":
        return None
    at = 1
    while at < len(clause) and clause[at].lower in _BETWEEN:
        at += 1
    verb = clause[at].lower if at < len(clause) else ""
    rest = _to_next_verb(clause[at + 1 :])
    if verb not in _DONE or not rest:
        return None
    done = Word(_DONE[verb], "verb")
    if rest[0].lower in ("me", "us"):
        return [Word("I", "pronoun"), Word("was", "verb"), done, *rest[1:]]
    spans = noun_phrases(rest)
    if verb not in _BAD or not spans or spans[0][0]:
        return None
    end = spans[0][1]
    if len(spans) > 1 and rest[end].lower == "'s" and spans[1][0] == end + 1:
        end = spans[1][1]
    end = next((at for at in range(1, end) if rest[at].kind == "number"), end)
    thing, after = rest[:end], rest[end:]
    if after and after[0].kind == "pronoun":
        return None
    if thing[0].kind not in ("possessive", "determiner"):
        thing = [Word("the", "determiner"), *thing]
    head = thing[-1].lower
    be = "were" if head.endswith("s") and head[-2:] not in ("ss", "us") else "was"
    return [*thing, Word(be, "verb"), done, *after]


def _to_next_verb(words: list[Word]) -> list[Word]:
    """Give words up to an "and" behind which we do something else."""
    for at, word in enumerate(words[:-1]):
        if word.lower in ("and", "then") and words[at + 1].kind in ("verb", "modal", "adverb"):
            return words[:at]
    return words


def is_at_fault(thing: str, comment: str) -> bool:
    """Say whether something bad is said of a thing: "the torn cushion", "the lid leaks"."""
    spoken = [word for word in thing.split() if word not in ("the", "your", "our")]
    if _TROUBLE & set(spoken):
        return True
    head = spoken[-1].lower()
    for words in sentences(comment):
        lowers = [word.lower for word in words]
        for at, lower in enumerate(lowers):
            if lower != head:
                continue
            near = lowers[max(0, at - 2) : at] + lowers[at + 1 : at + 5]
            if "stop" not in [word.kind for word in words[at + 1 : at + 2]] and _TROUBLE & set(
                near
            ):
                return True
    return False
