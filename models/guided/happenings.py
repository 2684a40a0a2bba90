"""What happened to somebody who praises us or tells a story, in their own clauses.

Only for comments that are known to be friendly: whether a clause is good news is not looked at, but
that nothing in it doubts, denies or tells of trouble.
"""

import re
from collections.abc import Callable
from itertools import takewhile

from models.guided.broken import is_broken
from models.guided.clauses import Clause, clauses, with_pairs
from models.guided.heard import helpers
from models.guided.kin import CLOSEST, MEN, WOMEN
from models.guided.person import joined, to_them
from models.guided.phrases import swears
from models.guided.tagging import Word, sentences, tag, tidy, word_set

MOST = 2
MOST_WORDS = 18
FEWEST_WORDS = 5
MOST_LETTERS = 70  # a longer clause is no better for it
_GLOOM = word_set("trouble") - frozenset(
    "gone late lost charged waiting cold closed twice double again still".split()
)
_DOUBT = re.compile(
    r"(?i)\b(?:not|never|but|no|if|though|although|however|until|unless|wish|would|could|should|"
    r"hope|except|sorry|why|died|death|dead|funeral|passed away|hospital|cancer|ill|sick|ago i|"
    r"blind|deaf|stammer\w*|wheelchair|disab\w*|miscarr\w*|divorce\w*|wonder|think|thought|guess|maybe|need|want|hate|hated|terrified|scared|afraid|cheaper|"
    r"lazy|cried|cry\w*|tears|rough|lonely|alone|argu\w+|screamed|fell|broke|nothing|nobody|how|what)\b|n't\b|\?"
)
_KIN = (
    rf"(?:{CLOSEST}|mam|partner|nana|"
    r"granny|grandmother|grandpa|grandfather|uncle|aunt|auntie|cousin|friend|"
    r"grandson|granddaughter|grandchild|kids|children|boys|girls|parents|family|little one|"
    r"boy|girl|lad|kid|toddler|baby|niece|nephew|dog|cat|puppy|kitten|horse|pony)"
)
_SHE = re.compile(
    rf"(?i)\b(?:{WOMEN}|mam|nana|granny|grandmother|aunt|auntie|niece|granddaughter|girl)\b"
)
_HE = re.compile(rf"(?i)\b(?:{MEN}|grandpa|grandfather|uncle|nephew|grandson|boy|lad)\b")
_OTHERS = re.compile(  # somebody else whom "he" or "she" may stand for
    r"(?i:\b(?:a|an|the|this|that|your|one|young|old|another|her|his|their) (?:\w+ ){0,2}?"
    r"(?:m[ae]n|wom[ae]n|lad|lass|bloke|guy|chap|fella|fellow|lady|ladies|stranger|student|teacher|doctor|"
    r"nurse|vet|driver|founder|boss|owner|manager|neighbou?r|boy|girl|kid|child|person|colleague|waiter|"
    r"waitress|cashier|coach|priest|vicar|king|queen|singer|player|one))\b|"
    r"(?<=[a-z,] )(?!I\b)[A-Z][a-z]+"
)
_PLURAL = re.compile(r"(?i)(?:[^s]s|children)$")
_DID = re.compile(
    r"(?i)^(?:\w{2,}ed|paid|sent|came|took|made|stood|sat|found|drove|rang|kept|gave|saw|read|"
    r"brought|let|taught|got|put|cut|held|went|knew|always|just|even|really|actually|literally)$"
)
_SAID = re.compile(
    r"(?i)^(?:said|told|asked|answered|replied|charged|missed|ruined|took|cost|"
    r"rejected|refused|ignored|forgot|lost|broke|blocked|cancelled|banned|declined|turned)$"
)
_THANKED_FOR = re.compile(
    r"(?i)\b(?:thank|thanks|shout ?out|kudos|well done|hats off)\b(?P<who>.{2,40}?) "
    r"for (?P<done>[a-z]+ing [^.!?,;]+)"
)
_STATES = re.compile(
    r"(?i)^(?:my \w+|our \w+|i|we)(?: \w+)? ?(?:'m|'re|is|am|are|was|were|'s|watch|live|wants?|"
    r"wanted|knows?|remember|had to|have been|had been|work|bought|asked|told|said|says?|got|go|"
    r"went in|ordered|came in|saw|works?|lives?|lived|grew up|comes?|came back|used to|like to)\b"
)
_NEWS = re.compile(  # an "I" or a "we" whose doing is worth naming
    r"(?i)\b(?:first|finally|thanks to|since|every|again|back|stayed|passed|won|finished|"
    r"cried|laughed|danced|sang|walked|married|met|learnt|learned|came back|grew|made|baked|"
    r"built|ran|rode|slept|lost \w+ kilos?)\b"
)


def good_turns(comment: str) -> list[str]:
    """Give what we did for them, said to them: "we fixed your screen in 25 minutes"."""
    ours = helpers(comment)
    return _told(comment, ours, lambda clause: _is_ours(clause, ours))


def deeds(comment: str) -> list[str]:
    """Give what one of ours is thanked for: "Mr Okafor staying late to help your daughter"."""
    ours = helpers(comment)
    for words in sentences(comment) if ours else []:
        thanked = _THANKED_FOR.search(joined(words))
        if thanked and ours[0].split()[-1] in thanked["who"]:
            done = joined(to_them(tag(thanked["done"])))
            if len(done.split()) <= MOST_WORDS and not _DOUBT.search(done):
                return [f"{ours[0]} {done}"]
    return []


def happenings(comment: str) -> list[str]:
    """Give what they or theirs did, said to them: "you slept eleven on one mattress"."""
    return _told(comment, helpers(comment), _is_theirs)


def _told(comment: str, ours: list[str], suits: Callable[[list[Word]], bool]) -> list[str]:
    known = _known_people(comment, ours)
    found: list[str] = []
    for at, words in enumerate(sentences(comment)):
        if words[-1].text == "?":
            continue
        heard = [*_heard_in(words, is_first=not at), *_done_by(words, ours)]
        for clause in with_pairs(heard):
            named = _with_name(clause, known)
            said = joined(named)
            if _DOUBT.search(said) or swears(said) or is_broken(said) or len(named) > MOST_WORDS:
                continue
            if {word.lower for word in named} & _GLOOM:
                continue
            if suits(named):
                found.append(_ended(joined(to_them(named))))
    ranked = sorted(dict.fromkeys(found), key=lambda text: -min(len(text), MOST_LETTERS))
    return ranked[:MOST]


def _is_ours(clause: list[Word], ours: list[str]) -> bool:
    """Say whether a clause tells what we, or one of us, did to them."""
    text = joined(clause).lower()
    if clause[0].lower == "you":
        return re.search(r"\b(?:me|my|us|our|mine)\b", text) is not None and bool(
            _DID.match(clause[1].text) and not _SAID.match(clause[1].text)
        )
    return len(clause) >= FEWEST_WORDS and any(text.startswith(who.lower()) for who in ours)


def _is_theirs(clause: list[Word]) -> bool:
    """Say whether a clause tells what they or theirs did, and not only what they are."""
    first, text = clause[0].lower, joined(clause).lower()
    if len(clause) < FEWEST_WORDS or _STATES.search(text) or clause[1].lower in ("'d", "'ll"):
        return False
    if any(word.kind == "modal" for word in clause[1:4]):
        return False  # it has not happened yet
    is_kin = first in ("my", "our") and re.match(
        rf"(?:my|our) (?:\w+ )?{_KIN}\b(?! in law|-)", text
    )
    return bool(is_kin) or (first in ("i", "we") and _NEWS.search(text) is not None)


def _heard_in(words: list[Word], *, is_first: bool) -> list[Clause]:
    """Give the clauses of a sentence whose subject stands in it, or surely is the writer."""
    text = joined(words).lower()
    found = [
        (by, clause)
        for by, clause in clauses(words)
        if joined(clause[:2]).lower() in text or (is_first and clause[1].lower == words[0].lower)
    ]
    return list({joined(clause): (by, clause) for by, clause in found}.values())


def _done_by(words: list[Word], ours: list[str]) -> list[Clause]:
    """Give the clause that opens a sentence with the name of one of ours: "Ana held my hand"."""
    if not ours:
        return []
    texts = [word.text for word in words]
    whom = [Word(word, "noun") for word in ours[0].split()]
    after = next((at + 1 for at, text in enumerate(texts) if text == whom[-1].text), len(words))
    told = next((at + 1 for at in range(after, len(words)) if texts[at] == "who"), 0)
    start = told or (after if texts[0] == whom[0].text and after == len(whom) else len(words))
    rest = list(takewhile(lambda word: word.kind != "stop" and word.lower != "but", words[start:]))
    says = len(rest) > 1 and len(rest) + len(whom) >= FEWEST_WORDS
    return [("", [*whom, *rest])] if says else []


def _known_people(comment: str, ours: list[str]) -> dict[str, list[Word]]:
    """Give whom "he" and "she" stand for, where only one such person is spoken of."""
    text = tidy(comment)
    people = list(
        dict.fromkeys(
            match.group().lower()
            for match in re.finditer(rf"(?i)\b(?:my|our) (?:\w+ )?{_KIN}\b(?! in law|-)", text)
        )
    )
    known: dict[str, list[Word]] = {}
    if len(people) == 1 and not ours:
        whom = [Word(word, "possessive" if not at else "noun") for at, word in
                enumerate(people[0].split())]  # fmt: skip
        before = text[: text.lower().find(people[0])]
        several = _PLURAL.search(people[0]) or _OTHERS.search(text)
        for pronoun, sign in (("he", _HE), ("she", _SHE)):
            other = _SHE if sign is _HE else _HE
            only = len(sign.findall(text)) <= 1 and not several
            spoken_of = re.search(rf"(?i)\b{pronoun}\b", before)  # then somebody else is meant
            if only and not spoken_of and (sign.search(people[0]) or not other.search(people[0])):
                known[pronoun] = whom
    elif len(ours) == 1 and not people and " " not in ours[0]:
        known = {pronoun: [Word(ours[0], "noun")] for pronoun in ("he", "she")}
    return known


def _with_name(clause: list[Word], known: dict[str, list[Word]]) -> list[Word]:
    whom = known.get(clause[0].lower, clause[:1])
    twice = clause[1].kind == "modal" or any(word.text == whom[-1].text for word in clause[1:])
    return clause if twice else [*whom, *clause[1:]]


def _ended(text: str) -> str:
    return re.sub(
        r"(?i)[ ,]+(?:honestly|literally|tbh|seriously|lol|haha|cheers|thanks|tho|today|xx*|ever|"
        r"btw|though)+$",
        "",
        text,
    )
