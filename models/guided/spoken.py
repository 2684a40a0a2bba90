"""Making whole sentences of telegraphic words: "line cut by roadworks" → "The line was cut by …".

Only what is surely missing is put in: an article, a form of "be", the one who acts. Words that make
no sentence even so are left as they are, and the caller sets them behind a lead of its own.
"""

import re
from dataclasses import dataclass

from models.guided.tagging import Word, lexicon, tag, word_set

_FINITE = re.compile(
    r"(?i)^(?:is|are|was|were|am|has|have|had|do|does|did|'s|'re|'m|'ve|goes|went|comes|came|gets|got|"
    r"takes|took|says|said|makes|made|gives|gave|runs|ran|starts|ends|opens|closes|works|needs|means|"
    r"brings|sends|sent|rings|rang|writes|wrote|checks|knows|knew|thinks|keeps|kept|left|lost|sold|"
    r"found|put|sat|paid|forgot|missed|fitted|leaves|stays|costs|fits|lasts|reads|looks|asks|wants|"
    r"can|could|will|would|may|might|must|shall|should|won|ca|wo|'ll|'d|can't|won't)$"
)
_PARTICIPLE = (
    r"cut|sent|lost|found|broken|made|put|given|moved|cancelled|canceled|closed|booked|fixed|delayed|"
    r"damaged|repaired|replaced|gone|taken|printed|corrected|cleared|changed|refunded|postponed|checked|"
    r"blocked|punctured|dyed|stolen|refused|removed|updated|swapped|ordered|packed|posted|restored|"
    r"affected|added|stopped|forgotten|stuck|sorted"
)
_NOT_BEFORE = "".join(
    rf"(?<!\b{word})"
    for word in ("is", "was", "are", "were", "be", "been", "has", "have", "we", "you", "I", "being")
)
_AFTER = "by|in|at|on|to|from|since|yesterday|today|this|last|now|until|again|out|off"
_PASSIVE = re.compile(
    rf"(?i)^((?:\S+ ){{0,3}}?\S+?){_NOT_BEFORE} ({_PARTICIPLE})(?= (?:{_AFTER})\b|$)"
)
_ITS = re.compile(  # a state with nobody in it
    r"(?i)^(?:back|ready|due|closed|open|available|sold out|out of stock|in stock|off sale|full|"
    r"free of charge|on its way|on the way|on sale|planned|cancelled|postponed|under way|normal|"
    r"known)\b"
)
_DONE = re.compile(rf"(?i)^(?:{_PARTICIPLE})(?= (?:{_AFTER}|for)\b|$)")
_ASKED = (  # what the person is asked to do
    "send|bring|keep|post|put|ring|call|email|text|message|show|try|press|stop|wait|skip|return|come|"
    "pick|drop|click|restart|update|use|leave|look|write"
)
_PLEASE = re.compile(r"(?i)^(?:send|email|message|ring|call|text|show|write|bring) ")
_MASS = frozenset("people staff both all most some half each anyone everyone nobody".split())
_UNITS = {"min": "minutes", "secs": "seconds", "sec": "seconds", "mths": "months", "mo": "months"}
_IT_IS = re.compile(
    r"(?i)\bits(?= (?:an?|the|not|now|still|on|in|open|closed|free|ok|fine|allowed|stuck|back|"
    r"ready|been|only|all|our|too|done|fixed)\b)"
)
_TO = re.compile(r"(?i)\b(went|go|goes|going|moved|moving|sent|next|back) 2\b")


@dataclass(frozen=True)
class Said:
    """Words and whether they make a whole sentence; without a capital or a stop."""

    text: str
    is_whole: bool


def in_full(words: str) -> Said:
    """Give telegraphic words as a sentence where that takes no guess, else as they are."""
    text = _IT_IS.sub("it's", _TO.sub(r"\1 to", words))
    text = re.sub(
        r"(?<=\d )(?:min|secs?|mths|mo)\b", lambda match: _UNITS[match.group().lower()], text
    )
    text = re.sub(r"(?i)\b(?:by|in|via|per) (?:pm|dm|pms|dms|msg)\b", "by private message", text)
    text = re.sub(r"(?i)^pm (?=us\b)", "message ", text)
    text = re.sub(r"\s\+\s", " and ", text).replace(" & ", " and ")
    equal = re.match(r"^((?:\S+ ){0,2}\S+)\s*=\s*(?=[^=]+$)", text)
    if equal:
        verb = "are" if _is_plural(equal.group(1)) else "is"
        text = f"{equal.group(1)} {verb} {text[equal.end() :]}"
    yes = re.match(r"(?i)^(yes|no|nope|true|right)\b[,!.]*\s+(?=\S)", text)
    if yes and yes.group(1).lower() in ("yes", "true", "right"):
        rest = in_full(text[yes.end() :])
        return Said(f"yes, {rest.text}" if yes.group(1).lower() == "yes" else rest.text, True)
    tagged = tag(text)
    if not tagged:
        return Said(text, False)
    return _repaired(text, tagged)


def _repaired(text: str, tagged: list[Word]) -> Said:
    first = tagged[0]
    if re.match(r"(?i)^no \w+(?:\s\w+)?(?:$|,| at | on | for | in | left| yet| needed)", text):
        return Said(f"there's {text}", True)
    if re.match(r"(?i)^(?:need|needs)\b", text):
        return Said(re.sub(r"(?i)^needs?\b", "we need", text), True)
    if re.match(rf"(?i)^(?:{_ASKED})\b(?! (?:is|are|was|were|will|has)\b)", text):
        return Said(f"please {text}" if _PLEASE.match(text) else text, True)
    if re.match(r"(?i)^(?:can|could|will|won't|may) ", text):
        return Said(f"we {text}", True)
    if first.kind == "verb" and first.lower.endswith("ing") and _acts(tagged):
        return Said(f"we're {text}", True)
    if _ITS.match(text):
        return Said(f"it's {text}", True)
    if _DONE.match(text):
        return Said(f"it was {text}", True)
    passive = _PASSIVE.match(text)
    if passive and not _has_finite(tag(passive.group(1))):
        verb = "were" if _is_plural(passive.group(1)) else "was"
        rest = text[passive.end(1) :]
        return Said(_with_article(f"{passive.group(1)} {verb}{rest}"), True)
    if first.kind in ("pronoun", "possessive", "determiner") or first.lower in ("there", "it"):
        return Said(text, any(word.kind in ("verb", "modal") for word in tagged))
    if _has_finite(tagged[1:6]):
        return Said(_with_article(text), True)
    return Said(text, _has_finite(tagged[1:]) and first.kind != "noun")


def _has_finite(words: list[Word]) -> bool:
    return any(_FINITE.match(word.text) or word.kind == "modal" for word in words)


def _acts(words: list[Word]) -> bool:
    """Say whether an opening "-ing" is what we do, not part of a name ("dispensing lead")."""
    named = words[1].kind in ("noun", "adjective", "verb")
    return len(words) > 2 and (not named or words[1].lower in word_set("time"))


def _is_plural(subject: str) -> bool:
    head = subject.split()[-1].lower()
    return (head.endswith("s") and not head.endswith("ss")) or subject.lower().startswith("both")


def _with_article(text: str) -> str:
    """Put "the" before a bare noun that opens a sentence."""
    words = tag(text)
    first = words[0]
    bare = (
        first.kind == "noun"
        and first.text.islower()
        and lexicon().get(first.lower) == "noun"
        and first.lower not in _MASS
    )
    return f"the {text}" if bare else text
