"""What a comment asks, said back inside a sentence: "Do you ship to Canada?" → "whether we ship …".

Only questions whose words can be put in order without a guess are said back.
"""

import re

from models.guided.briefly import short_clause, theirs, thing_of
from models.guided.person import joined
from models.guided.phrases import swears
from models.guided.tagging import Word, sentences, tag, tidy
from models.guided.unmarked import is_unmarked, unmarked

MOST_WORDS = 13
MOST_WORDS_OF_A_COMMENT = 40  # in a longer one the first question is seldom the point
MOST_WORDS_OF_A_SUBJECT = 3
_BE = "is|are|was|were|has|have|'s|'re"
_MODAL = "can|could|will|would|may|should|must"
_MODALS = frozenset(_MODAL.split("|"))
_DO = "do|does|did"
_SIMPLE = frozenset(
    "i you we they it this that there he she anyone anybody someone somebody these those".split()
)
_BASE = frozenset(  # verbs that look like nouns behind one
    """reach cover fit work come ship run last include contain cost need take have support open
    close start end stop go stock sell offer test use mean count apply charge deliver allow return
    change serve show play stay look smell taste wash""".split()
)
_ASKS = re.compile(
    rf"(?i)^(?P<how>what time|what (?:kind|sort|size|colou?rs?) of \w+|how (?:long|much|many \w+|"
    rf"often|big|old|"
    rf"far|late|early)|what (?!more|else)\w+(?= (?:do|does|can|will|should) (?:you|u|we|i|it|"
    rf"they)\b)|when|where|why|how|what|which \w+|which|who)?\s*"
    rf"(?P<aux>{_BE}|{_MODAL}|{_DO})\b\s*(?P<not>not |n't )?(?P<rest>.+)$"
)
_REQUEST = re.compile(
    r"(?i)\b(?:(?:can|could|will|would) (?:you|u|we)(?: guys| all)? (?:please |pls |plz |maybe |"
    r"ever )*"
    r"(?:bring|add|make|do|get|start|stop|sell|have|put|release|open|offer|upload|post|show|cover|"
    r"restock|change|fix|try|include|create|think about|consider)\b|any chance of|"
    r"(?:shame|pity|sad) (?:that )?you (?:don't|do n't|dont|no longer|stopped|never)|"
    r"please (?:add|make|bring|restock|do|open|start|stop|come to|consider)|bring back|you should|"
    r"it would be (?:great|nice|good|cool|lovely) (?:if|to)|i wish you|"
    r"^(?:still )?no (?:\w+ )?(?:dates?|shows?|gigs?|stops?|concerts?|tour|shops?|stores?) "
    r"(?:in|for|near) |"
    r"(?:^|[.!] )(?:do|make|add|nerf|buff) (?:a|an|the|more|some)\b)"
)
_ASKING = re.compile(
    r"(?i)\?|^(?:(?:hi|hello|hey|ok|so|and|but|sorry|please|guys|also|just wondering|omg|wow|sir|"
    r"anyway)"
    r"[, ]+)*(?:what(?! an? )|what'?s|where'?s|when'?s|(?:was|were) (?:this|that|it|they|there|"
    r"the)|when|where|which|who|whose|why|how|is|are|do(?! not|n't)|does|did|can|could|"
    r"will|would|should|may|any|anyone|anybody|price|has|have|"
    r"looking for|need|want|interested|not sure|wondering)\b|"
    r"\b(?:wondering|want to know|like to know|tell me|let me know|not sure (?:if|which|what)|"
    r"any idea|how much|how long|do (?:you|u)|can (?:i|we|you|u)|is there|are there|"
    r"looking for|info(?:rmation)? (?:on|about)|interested in|recommend)\b"
)
_ALSO = re.compile(
    r"(?i),? and (?=(?:how|what|when|where|which|do|does|is|are|can|could|will|has)\b)"
)
_TOLD = re.compile(  # "can someone tell me if …": what follows is said as it stands
    r"(?i)^(?:(?:can|could|does|would|will) (?:any ?(?:one|body)|some(?:one|body)|you|u|yous)"
    r"(?: please| pls)? (?:tell me|check|say|confirm|let me know|know)|do (?:you|u) know|"
    r"(?:i was |i'?m |just )?wondering|please (?:tell me|check|confirm)|any idea|"
    r"is it true|i(?:'d| would)? (?:like|want|need) to know) "
    r"(?P<how>if|whether|that|when|where|how|what time|why|which|who) (?P<rest>\w+ \w.*)$"
)
_PLACED = re.compile(  # "the outage in BS5 fixed yet": the subject goes on to the place
    r"(?i)^((?:the|your|my|this|that) [\w:.]+ (?:in|at|on|near|from|to) [\w'’ -]{1,20}?) "
    r"(?=(?:fixed|sorted|solved|resolved|back|open|closed|ready|available|working|over|still|out|running|late|delayed|cancelled|"
    r"down|up|full|free|safe|on)\b)"
)
_PLAIN = re.compile(r"[A-Za-z0-9À-ÿ'’£$€%.:&-]+(?: [A-Za-z0-9À-ÿ'’£$€%.:&-]+)*")
_UNSURE = re.compile(
    r"(?i)\b(?:when|while|if|or|but|because|we we|make we|(?:after|before|and) (?:i|we|you|it|"
    r"they|he|she))\b| - "
)
_MOCKING = re.compile(
    r"(?i)\b(?:true(?! that)|liars?|lying|joking|kidding|seriously|serious|stupid|dumb|blind|deaf|"
    r"ashamed|actually|even|ever going|bother|wrong with|call (?:this|that|it)|gold|think you)\b"
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
    r"\bhaving a laugh\b|\bam i the only one\b|\bis it just me\b|"
    r"\banyone else (?:think|find)|"
    r"^why(?: on earth)? (?:is|are|does|do|would) [^?]{1,40}(?:£|\$|€)\d|^why so expensive|"
    r"\b(?:how much|what) (?:did|do|does|are) (?:they|he|she|it) pay(?:ing)? you|"
    r"\bwho(?:'s| is)? pa(?:id|ys|ying) (?:you|for this)\b"
)
_AROUND = re.compile(
    r"(?i)^(?:(?:sir|madam|mam|maam) |(?:hi|hello|hey|ok|so|and|but|sorry|guys|please|also|there|"
    r"everyone|sir|madam|bro|mate|love|oga|"
    r"anyway|quick question|quick one|question|silly question|just wondering|wondering|curious|"
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
    return bool(_RHETORICAL.search(tidy(comment)))


def asks(comment: str) -> bool:
    """Say whether a comment asks anything, with or without a question mark."""
    marked = any(_ASKING.search(part.strip()) for part in re.split(r"[.!\n]", comment))
    return marked or is_unmarked(comment)


def requests(comment: str) -> bool:
    """Say whether a comment asks us to do or make something, which is an idea for us."""
    return bool(_REQUEST.search(tidy(comment)))


def asked(comment: str) -> list[str]:
    """Give the first question as a clause, such as "whether we ship to Canada", if it can be."""
    if len(comment.split()) > MOST_WORDS_OF_A_COMMENT:
        return []
    for words in sentences(comment):
        bare = [word for word in words if word.text not in "?!."]
        text = re.sub(r"(?i)\b(you) (?:guys|lot|people)\b", r"\1", _AROUND.sub("", joined(bare)))
        if not _PLAIN.fullmatch(text) or swears(text) or _MOCKING.search(text):
            continue
        clauses = [_clause(part) for part in _ALSO.split(text)]
        clause = " and ".join(part for part in clauses if part) if all(clauses) else ""
        if clause and len(clause.split()) <= MOST_WORDS and not _UNSURE.search(clause[5:]):
            return [clause]
    return []


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


def _clause(text: str) -> str | None:
    if known := short_clause(text) or _told(text) or unmarked(text):
        return known
    match = _ASKS.match(text)
    if match is None or match["not"]:
        return None
    how, aux, rest = (match["how"] or "").lower(), match["aux"].lower(), match["rest"].split()
    if (
        how == "how"
        and aux in ("do", "can")
        and rest[0].lower() in ("i", "we")
        and 1 < len(rest) < 8
    ):
        return f"how to {theirs(' '.join(rest[1:]))}"
    placed = _PLACED.match(" ".join(rest)) if aux in ("is", "are", "was", "were") else None
    subject = len(placed[1].split()) if placed else _subject(rest)
    if not subject:
        return None
    named, after = rest[:subject], rest[subject:]
    lead = how or "whether"
    if how in ("what", "who", "which") and aux in ("is", "are", "'s", "'re", "was", "were"):
        if after and after[0].lower() not in ("to", "for", "of", "in", "on", "from", "with"):
            return None
        be = {"'s": "is", "'re": "are"}.get(aux, aux)
        return f"{lead} {theirs(' '.join([*named, *after]))} {be}"
    if aux in ("do", "does", "did"):
        if not after or (verb := after[0].lower()) in ("n't", "not"):
            return None
        if tag(verb)[0].kind not in ("verb", "noun", "adverb") and verb not in _BASE | {"own"}:
            return None
        if tag(verb)[0].kind == "adverb" and aux == "does":
            return None
        if aux == "did":
            return None
        said = theirs(" ".join(named))
        verb = _third(verb) if aux == "does" else verb
        return f"{lead} {said} {verb} {theirs(' '.join(after[1:]))}".strip()
    if (not after and not how) or (after and aux in _MODALS and not _acts(after[0])):
        return None
    be = {"'s": "is", "'re": "are"}.get(aux, aux)
    said = theirs(" ".join(named))
    be = {
        "we has": "have",
        "you has": "have",
        "we is": "are",
        "you is": "are",
        "you am": "are",
    }.get(f"{said} {be}", be)
    return f"{lead} {said} {be} {theirs(' '.join(after))}".strip()


def _told(text: str) -> str:
    """Give the clause of a question that says itself what it asks: "tell me if …"; or ""."""
    lacking = re.fullmatch(r"(?i)any (?P<what>\w+(?: \w+){0,2})", text)
    if lacking and tag(text)[-1].kind == "noun":
        what = lacking["what"].lower()
        several = what.endswith("s") and not what.endswith("news")
        return f"whether there {'are' if several else 'is'} any {what}"
    if plans := re.fullmatch(r"(?i)any plans (?P<what>(?:for|to) .+)", text):
        return f"whether there are any plans {theirs(plans['what'])}"
    if given := _TOLD.match(text):
        how = given["how"].lower()
        return f"{'whether' if how in ('if', 'that') else how} {theirs(given['rest'])}"
    if compared := re.fullmatch(r"(?i)what(?:'s| is) the difference between (?P<two>.+)", text):
        return f"what the difference is between {theirs(compared['two'])}"
    return ""


def _subject(words: list[str]) -> int:
    """Give how many words the subject has; 0 where that is not sure."""
    if words[0].lower() in _SIMPLE:
        return 1
    if words[0].lower() == "u":
        return 1
    tagged = [
        Word(word.text, "noun") if word.lower in ("one", "ones") else word
        for word in tag(" ".join(words))
    ]
    if len(tagged) < 2:
        return 0
    if tagged[0].kind == "noun":
        following = tagged[1]
        bare = following.kind in ("verb", "adjective") or following.lower in _BASE
        return 1 if bare and len(tagged) == len(words) else 0
    if tagged[0].kind not in ("determiner", "possessive"):
        return 0
    at = 2 if tagged[1].kind in ("determiner", "possessive") else 1
    while at < len(tagged) and tagged[at].kind in ("adjective", "number", "noun"):
        if tagged[at].lower in _BASE and at > 1:
            break
        at += 1
    while at > 1 and tagged[at - 1].kind not in ("noun", "number"):
        at -= 1
    return at if 1 < at <= MOST_WORDS_OF_A_SUBJECT and len(tagged) == len(words) else 0


def _acts(word: str) -> bool:
    """Say whether a word can follow "can you": a verb, or an adverb before one."""
    kind = tag(word)[0].kind
    return kind in ("verb", "adverb", "noun") and word.lower() not in ("on", "in", "at", "to")


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if re.search(r"(?:s|sh|ch|x|o)$", verb):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search(r"[^aeiou]y$", verb) else f"{verb}s"
