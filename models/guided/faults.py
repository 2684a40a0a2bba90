"""What went wrong, in the commenter's own clauses: "your parcel came crushed"."""

import re

from models.guided.broken import is_broken
from models.guided.clauses import clauses, starts_clause, with_pairs
from models.guided.kin import CLOSEST
from models.guided.once import once
from models.guided.person import joined, to_them
from models.guided.phrases import Phrase, noun_phrases, swears
from models.guided.rarity import rarity
from models.guided.tagging import Word, lexicon, nouns, sentences, tag, word_set

_TROUBLE = word_set("trouble")
_OPINION = re.compile(
    r"(?i)^(?:you|we)(?:'re|'ve| are| do| did| can| could| would| will|'ll|'d)?"
    r"(?: ?n't| not| just| really| even| only)* "
    r"(?:want|think|know|need|looking|hope|care|mind|say|saying|like|love|hate|feel|guess|mean|"
    r"expect|suppose|believe|get it|blame|sure|going|happy|asking|trying)"
)
_REPORTED = re.compile(
    r"(?i)\b(?:says?|said|thinks?|tells?|told|asks?|asked|knows?|guess|fault|ok|okay|fine|joking|job|interview|exam|"
    r"promised|quoted|shouting|angry|alone|anymore|surprised|my|i)\b|"
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
    r"(?i)(?:^|\band )(?:you (?:"
    r"(?:refused|declined|chose|decided)\b|missed (?!out)|"
    r"(?:ca|could|did|do|wo|had|have)(?: ?n't| not) "
    r"(?:prove|remember|believe|see one|say|tell|complain|know|understand|think|imagine|blame|"
    r"notice|accus\w+|mind|recommend)|"
    r"(?:are|were)(?: ?n't| not) (?:accus|complain|blam|ask|look|after|"
    r"angry|really|cross)\w*)|it(?:'s| is| was|(?: is| was)(?: ?n't| not))\b)"
)
MOST_WORDS = 16
MOST = 3
FEWEST_WORDS = 4
MOST_WORDS_NAMED = 10
_OF_A_THING = ("of", "for", "in", "on", "with", "from", "at", "without")
_WHICH = ("first", "second", "third", "fourth", "fifth", "same", "only")
_HAD = ("had", "ordered", "wanted", "bought", "booked", "paid")  # "for 60 pallets we never had"
_POINTING = frozenset(
    "i it this that these those they he she there everything nothing everyone nobody".split()
)
_LEANS = re.compile(  # hangs on other words, tells how things are, or what they did
    r"(?i)\b(?:nobody|no one|it's|it|they|them|he|she|this|that|there)$|"
    r"\b(?:is|was|are|were) (?:a|an|the|in|on|your|our|meant)\b|"
    r"^you (?:had|have|wanted|just|only|were|are|'re|love|loved|like|asked|logged|signed|"
    r"ordered|booked|chose|thought|knew)\b|"
    r"\b(?:than|like|as) (?:you|we)\b"
)
_SUPPOSED = frozenset(("if", "when", "while"))  # what stands after these has perhaps not happened
_NO_FUSS = re.compile(  # words of trouble that tell of none
    r"(?i)\bno (?:fuss|problems?|trouble|hassle|questions|shame)\b|"
    r"\bnothing (?:was|is|were|seemed) (?:ever )?too much(?: trouble| bother| hassle)?\b|"
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
                and not (swears(text) or is_broken(text))
                and _is_a_fault(text)
            ):
                vague = clause[0].lower in ("it", "this", "that", "they", "he", "she")
                rare = sum(rarity(word.lower) for word in clause) / len(clause)
                found[text] = min(trouble, 3) + rare - vague
    ranked = sorted(found.items(), key=lambda item: -item[1])
    return [Phrase(text, worth) for text, worth in ranked][:MOST]


def as_problem(line: str) -> str:
    """Give a line of theirs as a clause to be sorry about; "" where it is none.

    "rider ate one of my wings" becomes "the rider ate one of your wings".
    """
    words = _whole(tag(line.strip("“”")))
    said = joined(to_them(words) if line.startswith("“") else words)
    vague = said.split(" ", 1)[0].lower() in _POINTING
    fit = said and not vague and len(said.split()) <= MOST_WORDS
    fit = fit and not (swears(said) or is_broken(said))
    return said if fit and _is_a_fault(said) and not _LEANS.search(said) else ""


def as_named(line: str) -> str:
    """Give a line of theirs without a verb as a thing to be sorry about: "the 52 minutes of music".

    Gives "" where it is no such line.
    """
    words = tag(line.strip("“”"))
    if not line.startswith("“") or not FEWEST_WORDS <= len(words) <= MOST_WORDS_NAMED:
        return ""
    first, *rest = words
    counts = first.kind == "number" or first.lower in _WHICH
    opens = counts or (first.lower in nouns() and first.kind == "noun")
    head = noun_phrases(words)
    tail = words[head[0][1] :] if head and head[0][0] == 0 else []
    joins = first.lower in _WHICH or (bool(tail) and tail[0].lower in _OF_A_THING)
    says = any(
        word.kind in ("verb", "modal", "stop", "question")
        for word in words
        if word.lower not in _HAD
    )
    said = joined(to_them([Word(first.lower, first.kind), *rest]))
    unfit = swears(said) or _LEANS.search(said) or first.lower in word_set("time")
    unfit = unfit or words[1].lower in ("time", "times")  # "third time this year"
    return f"the {said}" if opens and joins and not says and not unfit else ""


def _whole(words: list[Word]) -> list[Word]:
    """Give words as a clause, the article before its subject; none where they are no clause."""
    if len(words) < FEWEST_WORDS or any(word.kind == "stop" for word in words):
        return []
    first, *rest = words
    says_it = any(word.kind == "verb" for word in rest[:4])
    if first.lower == "only" and rest[0].kind == "number":
        return words if says_it else []
    if first.lower == "mine" or (first.kind == "number" and rest[0].lower == "of"):
        return words if says_it else []
    if starts_clause(words):
        return [Word(first.lower, first.kind), *rest] if first.text != "I" else words
    named = [Word("the", "determiner"), Word(first.lower, "noun"), *rest]
    known = lexicon().get(first.lower) == "noun" and first.lower not in word_set("time")
    after = next((word for word in rest[:3] if word.kind != "noun"), rest[-1])
    says = after.kind in ("verb", "modal") and not after.lower.endswith("ing")
    return named if known and says and starts_clause(named) else []


def _is_a_fault(said: str) -> bool:
    """Say whether a clause tells of what happened to them, not of what they did or think."""
    others = (_REPORTED, _JUDGED, _OWN_DOING, _TURNS)
    if _OPINION.match(said) or any(signs.search(said) for signs in others):
        return False
    if re.search(
        r"(?:n't| (?:a|the|in|of|to|at|on|for|with)|n't (?:it|they|he|she|you)| not|"
        r"'(?:d|ll|re|ve))$",
        said,
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
    if end < len(rest) and rest[end].lower == "of" and spans[1:] and spans[1][0] == end + 1:
        end = spans[1][1]  # "the recipe of the tomato soup"
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
