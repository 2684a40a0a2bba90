"""Whom a comment tells of: somebody of theirs, named as we would: "your nan"."""

import re

from models.guided.tagging import tidy

# The closest: whoever looks for kin looks for these, and for others beside them.
MEN = "dad|father|husband|son|brother|grandad"
WOMEN = "mum|mom|mother|wife|daughter|sister|nan|gran|grandma"
CLOSEST = f"{MEN}|{WOMEN}"
CALLED = "dad|mum|mam|mom|nan|gran|grandad|grandma|grandpa"  # as by a name, without "my"

_WHO = (
    rf"(?:great[- ]?)?(?:{CLOSEST}|nans|granny|grandmother|nana|nanna|granddad|grandpa|"
    r"grandfather|pop|daddy|mam|mummy|mama|papa|hubby|"
    r"partner|fianc[ée]e?|girlfriend|boyfriend|sons|daughters|lad|lads|kids?|boys?|girls?|"
    r"children|twins|baby|toddler|grand(?:sons?|daughters?|kids|child|children)|brothers|sisters|"
    r"uncle|aunt|aunty|auntie|nephew|niece|cousin|mates?|friends?|parents|family|dogs?|cats?|puppy|"
    r"kitten|horse|rabbit|students|pupils|class|colleagues?)"
)
_THEIRS = re.compile(
    r"\b(?:my|our) (?:(?:late|little|old|big|wee|youngest|oldest|eldest|younger|older|dear|poor|"
    r"lovely|own|two|three|best|\w+[- ]years?[- ]old) )*(?P<who>" + _WHO + r")\b(?!-|'s)"
)
_THAN = re.compile(r"\b(?:than|like|as) (?:my|our) (?:\w+ )?\w+")  # only compared with
_BARE = re.compile(  # children say "dad" without "my"
    rf"(?:^|[.!?…] |\b(?:and|but|when|because|so|with) )(?P<who>{CALLED})\b(?! (?:joke|jokes|bod))"
)


def kin(comment: str) -> list[str]:
    """Give whom of theirs a comment tells of, the one it names most; nothing where nobody is."""
    text = _THAN.sub("", tidy(comment).lower())
    found = [match["who"] for signs in (_THEIRS, _BARE) for match in signs.finditer(text)]
    return [f"your {max(found, key=found.count)}"] if found else []


_GREETED = (  # who may be sent our regards by whoever writes; of older people only where they live
    "wife|husband|hubby|partner|fiancée?|girlfriend|boyfriend|sons?|daughters?|lads?|kids?|boys?|"
    "girls?|children|twins|baby|toddler|grand(?:sons?|daughters?|kids|child|children)|brothers?|"
    "sisters?|nephew|niece|cousin|family|dogs?|cats?|puppy|kitten|horse|rabbit|students|pupils|class"
)
_ELDER = rf"(?:{MEN}|{WOMEN}|{CALLED}|nana|granny|grandmother|grandfather|amma|mama|papa|parents)"
_IS_THERE = re.compile(
    rf"\b(?:my|our|mum|mom|mam|dad) ?(?P<who>{_ELDER})?(?: is| has| wants?| loves| likes| says| "
    r"thinks| asks| can| sends| uses| sleeps| sits| laughs|"
    r"'s (?:in|at|on|happy|asleep|still|over))\b"
)
_GONE = re.compile(
    r"\b(?:died|dead|death|dying|passed|funeral|late|lost|loss|losing|grave|buried|ashes|hospice|"
    r"memory|miss(?:es|ed)?|wake|in law|always did|rip|heaven|gone|left (?:me|us)|divorc\w*|"
    r"ex|without (?:him|her)|"
    r"(?:until|till|to) the (?:very )?end|cry(?:ing)?|cried|tears|put (?:down|to sleep)|"
    r"used to|would have|'d have|rest in peace)\b"
)


def greeted(comment: str) -> list[str]:
    """Give whom of theirs our regards may go to: nobody where somebody may have died."""
    text = tidy(comment).lower()
    whom = [] if _GONE.search(text) else kin(comment)
    return [
        who
        for who in whom
        if re.fullmatch(_GREETED, who.removeprefix("your "))
        or any(match["who"] == who.removeprefix("your ") for match in _IS_THERE.finditer(text))
    ]
