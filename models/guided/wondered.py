"""A question as a clause inside a sentence: "do you ship to Canada" is "whether we ship to Canada".

Only words that can be put in order without a guess are turned.
"""

import re

from models.guided.briefly import short_clause, theirs
from models.guided.forms import is_several
from models.guided.inverted import (
    MOST_WORDS_OF_A_SUBJECT,
    NAMING,
    WH,
    is_bare,
    names,
    ordered,
    words_of,
)
from models.guided.person import joined
from models.guided.tagging import Word, tag, word_set
from models.guided.unmarked import unmarked

_VAGUE = frozenset(("chance", "good", "more", "idea", "reason", "movement"))
_SAID_SO = re.compile(  # "can someone tell me if …": what follows is said as it stands
    r"(?i)^(?:(?:can|could|does|do|would|will) (?:any ?(?:one|body)|some(?:one|body)|you)"
    r"(?: please| pls| happen to)? (?:tell me|check|say|confirm|advise|explain|let me know|know)|"
    r"(?:can|could|may) i (?:just )?ask|"
    r"any ?(?:one|body) knows?|(?:i was |i'm |was |just )*(?:wondering|curious|asking)|"
    r"please (?:tell me|check|confirm|let me know)|any idea|"
    r"(?:i )?(?:can't|cannot|couldn't) (?:find out|tell|work out)|"
    r"(?:i'm )?not (?:sure|clear)|(?:tell me|let me know)|"
    r"is it true|(?:i(?:'d| would)? )?(?:just )?(?:like|want|need|wanted) to (?:know|ask|check)) "
    r"(?P<how>if|whether|that|when|where|how|what time|what|why|which|who) (?P<rest>\S+ \S.*)$"
)
_OPINION = re.compile(  # "do you think it fits": what they think is asked as it stands
    r"(?i)^(?:(?:do|would) you (?:think|say|reckon)|any chance(?: that)?) "
    r"(?P<rest>(?:it|this|that|they|these|those|you|there|the \w+)(?:'|\b).*)$"
)
_COMPARED = re.compile(r"(?i)^what(?:'s| is) the difference between (?P<two>.+)$")
_NOT_FOUND = re.compile(
    r"(?i)^(?:i )?(?:can't|cannot|can not|couldn't) (?:see|find|locate) (?P<what>(?:the|your|"
    r"any|a) \w+(?: \w+)?)(?: anywhere)?"
    r"(?: (?:on|in) (?:the|your|this) (?:site|website|app|page|listing))?$"
)
_LIKE = re.compile(
    r"(?i)^(?:what|how)(?:'s| is| are| was) (?P<what>.+?) like"
    r"(?P<more> (?:on|in|at|for|over|with|near|round|this|these|at the) .+| today| now)?$"
)
_HOW_MANY = re.compile(
    r"(?i)^how (?P<how>many|much) (?P<what>\w+(?: \w+)?) (?P<more>(?:for|per|to each|to an?) .+)$"
)
_HOW_LONG = re.compile(
    r"(?i)^how long for (?P<article>an?|the) (?P<what>\w+(?: \w+)?)(?: start to finish)?$"
)
_BEST = re.compile(
    r"(?i)^(?:(?:what|which)(?: one| ones)?(?: is|'s| are|'re)? )?(?:the |your )?best "
    r"(?P<what>one|ones|\w+(?: \w+)?)?(?P<be> is| are)? ?(?P<more>(?:for|to|with|in|on) .+)$"
)
_ANY = re.compile(r"(?i)^any (?P<what>\w[\w' -]*)$")
_PLANS = re.compile(r"(?i)^any plans (?P<what>(?:for|to) .+)$")
_WHICH = re.compile(r"(?i)^which (?!one|ones)\w+$")
_BARE_SORT = {
    "how much": "how much it is",
    "price": "what it costs",
    "prices": "what it costs",
    "cost": "what it costs",
    "when": "when it is",
    "where": "where it is",
}
_FIT_FOR = re.compile(
    r"(?i)^(?P<how>ok|okay|safe|suitable|good|fine|alright|worth) (?P<what>(?:for|to|with|on|in|if|"
    r"getting|buying|going|seeing) .+)$"
)
_KIND_OF = re.compile(
    r"(?i)^(?P<how>(?!is|are|it|for|not|get|a|the)\w+[- ](?:free|proof|friendly|resistant|"
    r"compatible|certified|approved))(?: at all| too)?$"
)
_NEED = re.compile(r"(?i)^need (?P<what>(?:to|a|an) .+)$")
_TAIL = re.compile(
    r"(?i)(?: (?:(?:do|would|did) you (?:think|reckon|know|say)|you think|or not|or what|"
    r"honestly|tbh|really|or something|or anything|or|and(?: if(?: so(?: \w+)?)?)?|"
    r"(?<!\ba )(?<!\bthe )right|atm|now though|in general))+$"
)
_RUN_ON = re.compile(r"(?i)^(how|what|where|who|when)s ")
_OR_IS_IT = re.compile(
    r"(?i)^is (?:it|this) (?:just |only )?(?:me|us) or (?P<rest>.+)$|^(?P<first>\S+ .+?) or "
    r"(?:is|are|do|does|would|will|can|could|should|have|has) (?:it|i|we|you|they|there|that)\b.*$|"
    r"^(?P<once>\S+ .+?) or (?:just|only)\b.*$"
)
_WHY_THEY_ASK = re.compile(
    r"(?i) (?:because|bc|cos|coz|since i|as i|as we|i am|i'm|im|am from|we are|we're|asking|"
    r"thank you|thanks|my|i have|i've|i live|i want|i need)\b.*$"
)
_RUNS_ON = re.compile(  # "is it replaceable mine is flaking"
    r"(?i)(?<! if)(?<! that)(?<! when)(?<! once)(?<! how)(?<! why)(?<! and)(?<! what)(?<! where)"
    r"(?<! does)(?<! whether)(?<! because) "
    r"(?:(?:mine|ours)(?:'s| is| are| was| keeps?| has)|it(?:'?s| has)? (?:been|just|keeps))\b.*$"
)
_UNSURE = re.compile(
    r"(?i)\b(?:we we|make we|we and|and (?:i|we|you|it|they|he|she)\b|because|cos|am from)\b| - |"
    r"\b(?:when|where|why|what) (?:is|are|do|does|can|will)\b|^er it is (?:just )?(?:you|me)$"
)
_TORN = re.compile(r" '|' ")  # whose it is was not seen
_OBJECT = re.compile(r"(?<= )we$")


def wondered(text: str, *, is_whole: bool = True) -> str:
    """Give a question without its mark as a clause, such as "whether we ship to Canada"; or "".

    Where the text is not all that a sentence says, fragments such as "vegan" are not taken for one.
    """
    text = _RUN_ON.sub(r"\1's ", _TAIL.sub("", text))
    if two := _OR_IS_IT.match(text):
        text = two["rest"] or two["first"] or two["once"]
    text = _RUNS_ON.sub("", text)
    for said in dict.fromkeys((text, _WHY_THEY_ASK.sub("", text))):
        bare = (short_clause(said) or unmarked(said) or _of_a_fragment(said)) if is_whole else ""
        clause = _as_it_stands(said) or bare or ordered(said)
        if clause and not (_UNSURE.search(clause[5:]) or _TORN.search(clause)):
            return _OBJECT.sub("us", _with_names(clause.split(": ")[0]))
    return ""


def _as_it_stands(text: str) -> str:
    """Give the clause of a question that says itself what it asks: "tell me if …"; or ""."""
    if given := _SAID_SO.match(text):
        how = given["how"].lower()
        lead = "whether" if how in ("if", "that") else how
        turned = ordered(f"{how} {given['rest']}") if how in WH else ""
        return turned or f"{lead} {theirs(given['rest'])}"
    if text.lower().startswith("whether "):
        return theirs(text)
    if lost := _NOT_FOUND.match(text):
        what = re.sub(r"(?i)^(?:any|a) ", "the ", lost["what"])
        return f"where {theirs(what)} {'are' if is_several(what.split()[-1]) else 'is'}"
    if opinion := _OPINION.match(text):
        return f"whether {theirs(opinion['rest'])}"
    if compared := _COMPARED.match(text):
        return f"what the difference is between {theirs(compared['two'])}"
    if (like := _LIKE.match(text)) and len(like["what"].split()) <= MOST_WORDS_OF_A_SUBJECT:
        be = "are" if is_several(like["what"].split()[-1]) else "is"
        return f"what {theirs(like['what'])} {be} like{theirs(like['more'] or '', ' ')}"
    return ""


def _of_a_fragment(text: str) -> str:
    """Give the clause of a question that lacks its verb: "best one for curly hair"; or ""."""
    if clause := _BARE_SORT.get(text.lower()):
        return clause
    if best := _BEST.match(text):
        what = (best["what"] or "one").lower()
        return f"which {what} {'are' if is_several(what) else 'is'} best {theirs(best['more'])}"
    if (count := _HOW_MANY.match(text)) and _is_counted(count["what"]):
        are = "you need" if count["more"].lower().startswith("for ") else "there are"
        are = "there is" if are == "there are" and count["how"].lower() == "much" else are
        return f"how {count['how'].lower()} {theirs(count['what'])} {are} {theirs(count['more'])}"
    if (long := _HOW_LONG.match(text)) and _is_counted(long["what"]):
        return f"how long {long['article'].lower()} {theirs(long['what'])} takes"
    if plans := _PLANS.match(text):
        return f"whether there are any plans {theirs(plans['what'])}"
    if (lacking := _ANY.match(text)) and (clause := _any(lacking["what"])):
        return clause
    if _WHICH.match(text) and tag(text)[-1].kind == "noun":
        return f"w{text[1:]} it is"
    if fits := _FIT_FOR.match(text):
        return f"whether it's {fits['how'].lower()} {theirs(fits['what'])}"
    if kind := _KIND_OF.match(text):
        return f"whether it's {kind['how']}"
    if (needs := _NEED.match(text)) and set(needs["what"].split()[1:]) & words_of(
        "needed_by_anyone"
    ):
        return f"whether you need {theirs(needs['what'])}"
    return _of_a_state(text)


def _is_counted(what: str) -> bool:
    """Say whether words name what is counted, and nothing else: "balls", "box rooms"."""
    words = tag(what)
    named = words[-1].kind == "noun" and words[-1].lower not in word_set("time") | {"times"}
    return named and all(word.kind in NAMING for word in words)


def _any(what: str) -> str:
    words = tag(what)
    if words[0].kind == "preposition":
        return f"whether there are any {theirs(what)}"
    front = words[: next((at for at, w in enumerate(words) if w.kind not in NAMING), len(words))]
    more = words[len(front) :]
    if not front or front[-1].kind != "noun" or front[0].lower in _VAGUE:
        return ""
    if more and (more[0].kind not in ("preposition", "to") or any(_acts(w) for w in more[1:])):
        return ""
    many = is_several(front[-1].lower)
    return f"whether there {'are' if many else 'is'} any {theirs(what)}"


def _acts(word: Word) -> bool:
    return word.kind in ("verb", "modal", "pronoun", "question")


def _of_a_state(text: str) -> str:
    """Give the clause of a thing and what it may be: "dogs allowed"; or ""."""
    words = tag(text)
    states = [at for at, word in enumerate(words) if word.lower in words_of("states")]
    if not states or not 1 <= states[0] <= 3:
        return ""
    front = words[: states[0]]
    if any(word.kind not in NAMING for word in front) or not is_bare(front):
        return ""
    be = "are" if is_several(front[-1].text) else "is"
    return f"whether {joined(front)} {be} {theirs(joined(words[states[0] :]))}"


def _with_names(clause: str) -> str:
    for name in names():
        clause = re.sub(rf"(?i)\b{name}\b", name, clause)
    return clause
