"""What a comment asks, said back inside a sentence: "Do you ship to Canada?" → "whether we ship …".

Only questions whose words can be put in order without a guess are said back.
"""

import re
from collections.abc import Iterator

from models.guided.briefly import thing_of
from models.guided.irony import echoes
from models.guided.person import joined
from models.guided.phrases import swears
from models.guided.respelt import respelt
from models.guided.tagging import sentences, tidy
from models.guided.unmarked import is_unmarked
from models.guided.wondered import wondered

MOST_WORDS = 15
MOST_WORDS_OF_A_PLAIN_QUESTION = 20
MOST_WORDS_OF_TWO = 20
MOST_WORDS_OF_A_COMMENT = 40  # in a longer one the first question is seldom the point
_REQUEST = re.compile(
    r"(?i)\b(?:(?:can|could|will|would) (?:you|u|we)(?: guys| all)? (?:please |pls |plz |maybe |"
    r"ever )*"
    r"(?:bring|add|make|do|get|start|stop|sell|have|put|release|open|offer|upload|post|show|cover|"
    r"restock|change|fix|try|include|create|think about|consider)\b|any chance of|"
    r"\bwish (?:you|u|there|it|they|the \w+)(?: guys)?"
    r"(?:'d| would| did| had| was| were| came| could)\b|"
    r"(?:shame|pity|sad) (?:that )?you (?:don't|do n't|dont|no longer|stopped|never)|"
    r"please (?:add|make|bring|restock|do|open|start|stop|come to|consider)|bring back|you should|"
    r"it would be (?:great|nice|good|cool|lovely) (?:if|to)|i wish you|"
    r"^(?:still )?no (?:\w+ )?(?:dates?|shows?|gigs?|stops?|concerts?|tour|shops?|stores?) "
    r"(?:in|for|near) |"
    r"(?:^|[.!] )(?:do|make|add|nerf|buff) (?:(?:a|an|the|more|some)\b|\w+ next\b))"
)
_ACTS_ALONE = (  # behind a verb that opens a comment it has no subject, so that nothing is asked
    "be|been|buy|order|recommend|love|like|have|go|come|use|pay|give|say|eat|shop|stay|book|try|"
    "definitely|certainly|happily|gladly|really|highly|also|totally|rather|never|always|not|just|"
    "had|got|made|to|so|very|amazing|brilliant|great|lovely|perfect|beautiful|do|get|take|see|"
    "visit|return|miss|honestly|absolutely|hardly|only|still"
)
_ASKING = re.compile(
    r"(?i)\?|^(?:is|are|was|were|do|does|did|has|have)n'?t (?:it|this|that|these|those|there|the|"
    r"you|they|we|your|my)\b|"
    r"^(?:(?:hi|hello|hey|ok|so|and|but|sorry|please|guys|also|just wondering|omg|wow|sir|"
    r"anyway)"
    r"[, ]+)*(?:what(?! an? )|what'?s|where'?s|when'?s|(?:was|were) (?:this|that|it|they|there|"
    r"the)|when|where|which|who|whose|why|how|"
    r"do(?! not|n't| \w+ next| (?:the same|an?|one|it|this|more|another)\b)|does|did|"
    r"any|anyone|anybody|price|"
    r"(?:is|are|can|could|will|would|should|may|has|have)"
    rf"(?! (?:{_ACTS_ALONE})\b|'t (?!i|we|you|u\b)|'ve\b)|"
    r"looking for|need|want|interested|not sure|wondering)\b|"
    r"\b(?:wondering|want to know|like to know|tell me|let me know|not sure (?:if|which|what)|"
    r"any idea|how much|how long|do (?:you|u)|can (?:i|we|you|u)|is there|are there|"
    r"looking for|info(?:rmation)? (?:on|about)|interested in|recommend)\b|"
    r"^best (?:one|\w+) for\b|"
    r"^(?:i )?(?:can'?t|cannot|couldn'?t) (?:see|find|locate) (?:the|your|any|a)\b|"
    r", ?(?:and |so |but )?(?:(?:would|will|can|could|do|does|is|are) (?:it|i|we|you|u|this|"
    r"that|they|there|the|my|your)|how (?:much|long|many)|(?:when|where|what time|which \w+) "
    r"(?:is|are|do|does|can|will))\b"
)
_ASKS_NEXT = (
    r"(?:how|what|when|where|which|who|why|do|does|did|is|are|am|can|could|will|would|has|have)\b"
)
_ALSO = re.compile(rf"(?i)[,;:]?(?: -)? (?:and|but|&|also|so) (?=(?:also )?{_ASKS_NEXT})")
_OR = re.compile(rf"(?i)(?<! me)(?<! us),? or (?={_ASKS_NEXT}).*$")  # the first of two says enough
_COMMAS = re.compile(r"[,;:](?= |$)| - |[()]")
_LISTS = re.compile(  # "red, white or blue"
    r"(?i), ?(?:\S+ )?(?:or|and) \S+(?: ones?)?"
)
_PLAIN = re.compile(r"[A-Za-z0-9À-ÿ'’£$€%.:&-]+(?: [A-Za-z0-9À-ÿ'’£$€%.:&-]+)*")
_QUOTED = re.compile(r"(?:^| )'|'(?: |$)")
_MOCKING = re.compile(
    r"(?i)\b(?:true(?! that)|liars?|lying|joking|kidding|seriously|serious|stupid|dumb|blind|deaf|"
    r"ashamed|even|ever going|bother|wrong with|(?:you|u|they|we|i) call (?:this|that|it)|"
    r"think you)\b"
)
_RHETORICAL = re.compile(
    r"(?i)\bwho (?:asked|approved|thought|decided|wanted|designed|signed|comes up|on earth)\b|"
    r"\bhow (?:did|does|is) (?:this|that|it) (?:get|got|even|ever|still|legal|possible|ok|okay|"
    r"allowed|acceptable)|\bwhat(?:'s| is| were| was)? (?:the point|you thinking|next|a joke)\b|"
    r"\bwhy (?:do|does|did|would|must|ca)(?:n't)? (?:i|we|anyone|you) (?:even|bother|always|never|"
    r"keep|have to|insist)|\bare you (?:kidding|joking|serious|having|for real|blind|deaf)|"
    r"\b(?:seriously|really|is this a joke|how hard can it be|what gives)\b ?\?|"
    r"^(?!is it true)(?!(?:when|where|which|what time|how (?:much|long|many|do)|do (?:you|u)|"
    r"is there|are there|can (?:i|we|you|u)|will you|does)\b[^?!]*\?+$|\w+(?: \w+){0,2}\?+$)"
    r"(?s:.*)\?\?|"
    r"(?:£|\$|€)\d[\d.]* for (?:an?|one|two|some|the) [^?!.]{2,25}\?|"
    r"\bhaving a laugh\b|"
    r"^(?:\w+ )?(?:do|are|is|will|can|did|have|does) (?:you|it|they|that|this|we) (?:though|tho)\b|"
    r"^(?:and |so )?where (?:was|were|is) (?:you|this|that|it) "
    r"(?:when|all my life|at the|last \w+)\b|"
    r"\bis that (?:really )?how (?:it|this) works\b|"
    r"[.!,] ?is (?:that|this) (?:even |actually )?(?:legal|a thing|a trap|weird)\W*$|"
    r"\bam i the only one\b|\bis it just me\b|"
    r"\banyone else (?:think|find)|"
    r"^why(?: on earth)? (?:is|are|does|do|would) [^?]{1,40}(?:£|\$|€)\d|^why so expensive|"
    r"\b(?:how much|what) (?:did|do|does|are) (?:they|he|she|it) pay(?:ing)? you|"
    r"\bwho(?:'s| is)? pa(?:id|ys|ying) (?:you|for this)\b"
)
_AROUND = re.compile(
    r"(?i)^(?:(?:hi|hello|hey|ok|so|and|but|sorry|guys|please|also|there|"
    r"everyone|sir|madam|mam|maam|bro|mate|love|oga|"
    r"anyway|(?:(?:quick|silly|honest|genuine|serious|random|stupid|daft) )?question|quick one|"
    r"(?:just )?wondering(?! if\b| whether\b)|curious|"
    r"um|er|well|"
    r"nice|pretty|lovely|beautiful|gorgeous|cool|wow|omg|good|great|interesting|amazing|"
    r"thanks)[, ]+)+|"
    r"(?: (?:lol|haha|please|thanks|thx|tho|though|then|btw|abeg|again|at all)|, ?(?:guys|mate|"
    r"bro|sir|anyone))+$"
)

_ABOUT = re.compile(
    r"(?i)^(?:and |so )?(?:what about|how about|any news on|any update on|info on|about) "
)


def is_rhetorical(comment: str) -> bool:
    """Say whether what looks like a question asks for no answer: "who asked for this?"."""
    return bool(_RHETORICAL.search(tidy(comment))) or echoes(comment)


def asks(comment: str) -> bool:
    """Say whether a comment asks anything, with or without a question mark."""
    marked = any(_ASKING.search(part.strip()) for part in re.split(r"[.!\n]", comment))
    return marked or is_unmarked(comment)


def asks_plainly(comment: str) -> bool:
    """Say whether a comment is a short question and no more, whatever mark it lacks."""
    short = len(comment.split()) <= MOST_WORDS_OF_A_PLAIN_QUESTION
    plain = short and asks(comment) and bool(asked(comment))
    return plain and not (requests(comment) or is_rhetorical(comment))


def requests(comment: str) -> bool:
    """Say whether a comment asks us to do or make something, which is an idea for us."""
    return bool(_REQUEST.search(tidy(comment)))


def asked(comment: str) -> list[str]:
    """Give the first question as a clause, such as "whether we ship to Canada", if it can be.

    Where a second one is as plain, and both are short, they are given as one clause.
    """
    if len(comment.split()) > MOST_WORDS_OF_A_COMMENT:
        return []
    clauses = [respelt(said) for text in _plain_sentences(comment) for said in _clauses(text)]
    clauses = [one for one in dict.fromkeys(clauses) if len(one.split()) <= MOST_WORDS]
    both = " and ".join(clauses[:2])
    return [both] if 0 < len(both.split()) <= MOST_WORDS_OF_TWO else clauses[:1]


def _plain_sentences(comment: str) -> Iterator[str]:
    """Yield the sentences of a comment that are meant as they stand, without their mark."""
    for words in sentences(comment):
        bare = [word for word in words if word.text not in "?!."]
        text = re.sub(r"(?i)\b(you) (?:guys|lot|people)\b", r"\1", _AROUND.sub("", joined(bare)))
        if text and not swears(text) and not _MOCKING.search(text):
            yield text


def _clauses(sentence: str) -> list[str]:
    """Give the questions of a sentence as clauses: of the whole, else of its parts."""
    clauses = []
    for part in _ALSO.split(sentence):
        whole = _AROUND.sub("", _OR.sub("", part))
        if _is_plain(whole) and (clause := wondered(whole)):
            clauses.append(clause)
            continue
        bits = [_AROUND.sub("", bit.strip()) for bit in _COMMAS.split(whole)]
        if len(bits) > 1 and not _LISTS.fullmatch(f",{bits[-1]}"):
            found = (wondered(bit, is_whole=False) for bit in bits if _is_plain(bit))
            clauses += [clause for clause in found if clause]
    return clauses


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and not _QUOTED.search(text)


def asked_about(comment: str) -> list[str]:
    """Give what a question names without a verb, such as "the wifi password", if that is sure."""
    if len(comment.split()) > MOST_WORDS_OF_A_COMMENT:
        return []
    for words in sentences(comment):
        if not any(word.text == "?" for word in words):
            continue
        bare = [word for word in words if word.text not in "?!."]
        text = _ABOUT.sub("", _AROUND.sub("", joined(bare)))
        if not _PLAIN.fullmatch(text) or swears(text) or _MOCKING.search(text):
            continue
        thing = thing_of(text)
        if thing:
            return [thing]
    return []
