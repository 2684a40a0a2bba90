"""The line of a comment that carries it, to be said back: "only 2 controllers work".

Clauses say what a comment is about far better than its nouns do. Which clause good replies speak of
is fitted on the written exchanges (`fit.py`), by where it stands, what it is made of and its moods.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from models.guided.broken import is_broken
from models.guided.clauses import starts_clause
from models.guided.person import joined, owned, to_them
from models.guided.phrases import swears
from models.guided.ranker import chance
from models.guided.rarity import rarity
from models.guided.tagging import lexicon, parted, tag, tidy, word_set
from models.prompt import Brief
from models.triage.kinds import kind_of, kinds_of
from models.triage.network import shipped
from models.triage.rules import hits

LIVED = ("complaint", "disappointment")  # what they lived through is said back as it was
FEWEST_WORDS = 3
MOST_WORDS = 15
LEAST_SOUR, MOST_SOUR = 0.5, 0.6  # how likely trouble is by the words of a line alone
LEAST_DENIED = 0.25  # the same for a line that says what is not
LEAST_FRIENDLY = 0.3
LEAST_GRAVE = 0.7
COMMON = 0.35  # words as common as this tell nothing
MOST_STRANGE = 1  # words that no lexicon has: with more of them it is a slip of the pen, or slang
_SPLIT = re.compile(
    r"(?<!\d)[.,](?!\d)\s*|(?<=\d)[.,]\s+|[!?…;\n]+\s*|:\s+|[()\"“”]+|\s[-–—]+\s|"
    r"\s+(?=(?:but|because|so that|although|though|and then|and now) )"
)
_JOINS = re.compile(
    r"(?i)^(?:(?:and|but|so|then|also|plus|well|honestly|i mean|just|now|ok|oh|yes|wow|"
    r"actually|anyway|apparently|otherwise|meanwhile|mostly|sir|madam|ha|haha|lol)\b[ ,]*)+"
)
_TAIL = re.compile(  # what is only sighed behind it
    r"(?i)(?:[ ,]+(?:x+|lol|lmf?ao|haha\w*|tbh|btw|mate|lads|guys|though|tho|omg|bless|jk|ffs))+$"
)
_NOT_ALONE = re.compile(  # hangs on other words, or is said to us
    r"(?i)^(?:because|when|if|that|which|who|whose|like|where|than|to|as|while|until|till|with|for|"
    r"of|from|or|hi|hello|hey|dear|thanks?|thank|please|pls|sorry|cheers|regards|even|not|can|could|"
    r"would|will|do|don't|does|did|is|are|was|were|have|has|what|why|how|any|i(?:'m| am) not|"
    r"i (?:don't|do not|just|would|want|wanted|know|think|guess|hope|will|mean|only)|tell|let|give|"
    r"explain|update|edit|keep|put|stop|make|add|get|come|go|take|bring|fix|try|look|ask|"
    r"sign|join|rt|share|leave|remember|imagine|guess|choose|shut|"
    r"click|check|watch|see|read|call|send|stay|dm|"
    r"\d+ stars?|bought|ordered|booked|paid|it is \w+$|it's \w+$|within|since|"
    r"(?:so |very |really )?(?:disappointed|gutted|annoyed|fed up|furious|upset)|"
    r"(?:nobody|no one) asked|you(?:'ve| have)? (?:just )?lost an?|"
    r"(?:one|another|only|small) thing|you should|their|saw|watched|went in|visited|got the)\b|"
    r"\boh my\b|"
    r"\b(?:and|or|the|a|an|of|to|in|at|my|your|our|is|was|are|with|for|by|who|that|says?|said|"
    r"saying|called|just|so|then|because|it|they|he|she|on|also|it's|been)$"
)
_NEVER_SAID = {"injection", "spam", "slur", "fake_helpdesk", "self_harm", "threat", "emergency"}
_YOU_LAST = re.compile(r"^(your (?:\w+ )?\w+) and you\b")
_UNKIND = re.compile(
    r"(?i)\b(?:shame|useless|idiots?|stupid|crooks?|liars?|thieves|thief|scum|pathetic|clowns?|morons?|"
    r"insane|ugly|fat|hate|dead|died|dies|die|death|cancer)\b|(?:^| )'"
)
_HEALTH = re.compile(  # personal, and never repeated in public
    r"(?i)\b(?:allerg\w*|pregnan\w*|diabet\w*|diagnos\w*|epilep\w*|chemo\w*|surgery|stroke|"
    r"operations?|depress\w*|anxiety|autis\w*|disab\w*|miscarr\w*|hospital|medic\w*|tumou?r|illness)\b"
)
_OWN = re.compile(r"[@#/\\]|\d{4,}|\bwww|\.(?:com|net|org)\b|\[|\]")
_SOLEMN = re.compile(r"(?i)\b(?:passed|gone|lost|late|grave|ashes|funeral|wake|left us)\b")
_TEARS = re.compile(
    r"(?i)\b(?:cr(?:y|ied|ying)|tears|ashamed|worst|awful|terrible|scared|afraid|sorry|hurt\w*|pain\w*|alone)\b"
)
_SOMEBODY = re.compile(r"(?i)(?:he|she|they)\b")  # who that is stands elsewhere
_SMALL_I = re.compile(r"\bi\b")
FEWEST_OF_A_PASSAGE, MOST_OF_A_PASSAGE = 4, 12
FEW_WORDS = 3  # so few say something of a joy only where they tell what was done
_BEFORE_IT = re.compile(  # how it began, not what went wrong
    r"(?i)^(?:i|we)(?:'ve| have| had| just| also)*(?:'m| am| was| were)? ?"
    r"(?:order(?:ed)?|bought|booked|joined|uploaded|left|moved|lived?|work|worked|"
    r"signed up|subscribed|came|chose|wanted|read|saw|"
    r"\d+|a|an|the|from|in|on|at)\b"
    r"(?!.*\b(?:n't|not|never|no|nothing|nobody|only|wrong|broke\w*|off|still)\b)|"
    r"^(?:said|says|see|seen|saw)\b"
)
_AND_I = re.compile(r"(?i)(?:my|our) (?:\w+ )?\w+ and i \w+ ")
_US = re.compile(r"(?i)\b(?:you|your|yours|you're|you've|u|ur)\b")
_FIRST = re.compile(r"(?i)\b(?:i|i'm|i've|i'd|i'll|me|my|mine|we|we're|we've|us|our|myself)\b")
_DENIES = re.compile(r"(?i)n't\b|\b(?:not|no|never|nobody|nothing|without|none|only)\b")


@dataclass(frozen=True)
class Line:
    """A clause of a comment, where it stands among its clauses, and how many there are."""

    text: str
    place: int
    count: int


def lines(comment: str) -> list[Line]:
    """Give the clauses of a comment that could be said back, in order."""
    parts = [part.strip(" ,'*~-") for part in _SPLIT.split(comment)]
    parts = [part for part in parts if part]
    found = []
    for place, part in enumerate(parts):
        text = _TAIL.sub("", _JOINS.sub("", part))
        if FEWEST_WORDS <= len(text.split()) <= MOST_WORDS:
            found.append(Line(text, place, len(parts)))
    return found


def features(line: Line, *, trouble: bool) -> dict[str, float]:
    """Give what tells whether a reply would speak of this line; `trouble`: of the comment."""
    words = [word.lower().strip(",.'\"") for word in line.text.split()]
    rare = [rarity(word) for word in words if word.isalpha()] or [0.0]
    named = {
        "first": line.place == 0,
        "last": line.place == line.count - 1,
        "place": line.place / line.count,
        "alone": 1 / line.count,
        "words": len(words) / 10,
        "rarity": sum(rare) / len(rare),
        "rarest": max(rare),
        "number": any(character.isdigit() for character in line.text),
        "denies": bool(_DENIES.search(line.text)),
        "trouble": bool(set(words) & word_set("trouble")),
        "name": any(word[:1].isupper() for word in line.text.split()[1:]),
        "about_us": bool(_US.search(line.text)),
        "about_them": bool(_FIRST.search(line.text)),
        "opens_i": words[0] in ("i", "i'm", "i've", "we", "we've"),
        "opens_my": words[0] in ("my", "our"),
        "opens_they": words[0] in ("he", "she", "they", "it", "it's", "that", "this"),
        "common": sum(rarity(word) < COMMON for word in words) / len(words),
        "time": bool(set(words) & word_set("time")),
        "verb": any(word.kind == "verb" for word in tag(line.text)),
    }
    named |= {f"sounds_{kind}": likely for kind, likely in _sounds(line.text).items()}
    moods = {f"mood{n}": float(value) for n, value in enumerate(shipped().moods.of(line.text))}
    apart = {f"bad:{name}": value for name, value in {**named, **moods}.items() if trouble}
    return {name: float(value) for name, value in {**named, **moods, **apart}.items()}


def said_back(comment: str, intent: str) -> list[str]:
    """Give the line that carries a comment, as we would say it to them; nothing where none can.

    What speaks of us, and what is an opinion, a charge or a joke, stands in quotation marks: it is
    theirs, and stiff in any other mouth.
    """
    best = _carrying(comment, intent)
    if not best:
        return []
    if not _is_turned(best, intent) or _SOMEBODY.match(best):
        return [f"“{_SMALL_I.sub('I', best)}”"]
    turned = joined(to_them(tag(best))) if _FIRST.search(best) or _US.search(best) else best
    return [owned(_YOU_LAST.sub(r"you and \1", turned))]


def passages(comment: str, intent: str) -> list[str]:
    """Give the line that carries a long friendly comment, in quotation marks as it was written."""
    best = _carrying(comment, intent)
    fits = FEWEST_OF_A_PASSAGE <= len(best.split()) <= MOST_OF_A_PASSAGE
    return [f"“{_SMALL_I.sub('I', best)}”"] if fits and not _SOLEMN.search(best) else []


def _carrying(comment: str, intent: str) -> str:
    """Give the line that a good reply would most likely speak of; "" where none can be said."""
    trouble = kind_of(intent) == "trouble"
    sayable = [
        line
        for line in lines(tidy(parted(comment)))
        if _is_sayable(line.text, comment)
        and not (_BEFORE_IT if trouble else _TEARS).search(line.text)
        and (trouble or not _is_slight(line.text))
        and _sounds_like(line.text, intent)
        and (_bare(line.text) in _bare(comment) or _is_turned(line.text, intent))
    ]

    def carries(line: Line) -> float:
        """Give how likely it is spoken of, less where it sounds like something else."""
        sounds = _sounds(line.text)["trouble"]
        return chance("line", features(line, trouble=trouble)) * (sounds if trouble else 1 - sounds)

    return max(sayable, key=carries).text if sayable else ""


def _bare(text: str) -> str:
    """Give words in small letters without apostrophes, which a quotation may put in."""
    return " ".join(re.sub("['’]", "", text.lower()).split())


def _is_turned(text: str, intent: str) -> bool:
    """Say whether a line is said to them in our words: what is no whole clause is theirs."""
    if intent not in LIVED or _US.search(text):
        return False
    of_kin = owned(text) != text and starts_clause(tag(f"my {text}"))
    return starts_clause(tag(text)) or of_kin or bool(_AND_I.match(text))


@lru_cache(maxsize=256)
def _sounds(text: str) -> dict[str, float]:
    """Give how likely each kind of comment is for these words alone."""
    return kinds_of(shipped().probabilities(Brief(comment=text))["intent"])


def _sounds_like(text: str, intent: str) -> bool:
    """Say whether a line alone sounds as the whole comment is meant."""
    sounds = _sounds(text)
    if intent in ("accusation", "concern", "crisis"):
        return sounds["trouble"] > LEAST_GRAVE
    if intent in ("praise", "thanks"):
        return sounds["friendly"] > LEAST_FRIENDLY and not _DENIES.search(text)
    if kind_of(intent) != "trouble":
        return sounds["trouble"] < MOST_SOUR
    denies = bool(_DENIES.search(text)) and sounds["trouble"] > LEAST_DENIED
    troubled = bool({word.lower for word in tag(text)} & word_set("trouble"))
    return sounds["trouble"] > LEAST_SOUR or denies or troubled


def _is_slight(text: str) -> bool:
    """Say whether a line of something friendly is too few words to tell of anything."""
    return len(text.split()) <= FEW_WORDS and not any(word.kind == "verb" for word in tag(text))


def _is_sayable(text: str, comment: str) -> bool:
    asked = comment[comment.find(text[-6:]) + len(text[-6:]) :].lstrip(" )\"'")[:1] == "?"
    unfit = any(signs.search(text) for signs in (_NOT_ALONE, _OWN, _HEALTH, _UNKIND))
    if asked or unfit or swears(text) or is_broken(text) or _NEVER_SAID & hits(text).keys():
        return False
    tagged = tag(text)
    if tagged[0].kind == "preposition" and not any(w.kind == "verb" for w in tagged):
        return False  # cut off from what it belongs to
    plain = [word for word in tagged if word.text.islower() and word.text.isalpha()]
    strange = [word for word in plain if word.lower not in lexicon()]
    return len(strange) <= MOST_STRANGE and any(word.kind == "noun" for word in tagged)
