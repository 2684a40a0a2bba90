"""Making whole sentences of telegraphic words, where they can be read in one way only.

"Listing fixed" is "The listing is fixed". What is surely missing is put in: an article, a form of
"be", the one who acts. Everything else stays in the words of the note: a gap at the start of a
sentence is English, a wrong word in it is not.
"""

import re
from collections.abc import Callable, Sequence

from models.guided.articles import a_or_an, with_article, with_articles
from models.guided.grammar import Said, core, is_plural, table, words_of
from models.guided.letters import letters, parts
from models.guided.shorthand import is_name
from models.guided.stated import END, THING, TIMED, form_of_be, joined, placed, so, stated, with_the
from models.guided.tagging import lexicon
from models.guided.times import MONEY, OVER
from models.guided.wanted import wanted

Step = Callable[[str, str], Said | None]
_CLAUSES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:r,?)?c.",
        r"(?:r,?)?pr*[bhfvnNsSe].",
        rf"(?:{TIMED},?)?m{{1,2}}r*(?:[bhf].?|S(?:$|[dopwmi#$]))",
        rf"{THING}r*(?:[bh].|f(?:$|[dopwmi#$,rt]))",
        r"d[nNm]{0,2}[nm]r*S(?:$|[dopwmi#$])",
        r"[en]?n?q(?:qm?|m)?r*(?:[Sf](?:$|[dopwmi#$trj,])|e[dopm#a])",
        rf"{THING}(?:i{THING})r*b.",
    )
)

_NONE = re.compile(r"za?[nN]{0,2}[nNsS]((?:i(?:d?[nNsS]+|m|o|p|w+))?)")
_ANSWERS = re.compile(r"(?i)(yes|yep|yeah|no|nope)\b[,.:!]*\s+")
_REFUSES = re.compile(r"z(?:[cpbhxj&rd]|[ae]$)")
_EQUALS = re.compile(r"\s*=\s*")
_ENDS_IN_ANSWER = re.compile(
    r"(?i)(.+?)(?<!\bso)(?<!\bis)(?<!\bsay)(?<!\bsays)(?<!\bsaid)(?<!\ba)(?<!\bor)"
    r"(?<!\breply)(?<!\btext),? (yes|no)"
)
_BACK = re.compile(
    rf"(?i)((?:half|all|the rest|{MONEY})|(?:money|fare|price|cost|fee|deposit|postage|(?:shipping|"
    r"delivery|booking)(?: costs?| fee)?)) back\b(.*)"
)
_IF_SO = re.compile(
    r"(?i)^(if (?:not|so|yes|no|possible|needed|unsure|any doubt|in doubt|wrong)) (?=\w)(?!\w+ed\b)"
)


def in_full(words: str, before: str = "") -> Said:
    """Give telegraphic words as a sentence where that takes no guess, else as they are.

    `before` is what the sentence before them speaks of.
    """
    return _completed(words, before, _STEPS)


def _completed(words: str, before: str, steps: Sequence[Step]) -> Said:
    text = words.strip(" .,;!")
    if not text:
        return Said("", False)
    text = uncapped(text)
    if text.lower() in table()["wholes"]:
        return Said(table()["wholes"][text.lower()], True)
    for complete in steps:
        if said := complete(text, before):
            return said
    return Said(with_articles(_IF_SO.sub(r"\1, ", text)), False)


def _answered(text: str, before: str) -> Said | None:
    """Complete what stands behind "yes" or "no", or before it."""
    answer = _ANSWERS.match(text)
    if answer is None:
        behind = _ENDS_IN_ANSWER.fullmatch(text)
        if behind is None or re.search(r"(?i)\b(?:yes|no)\b", behind[1]):
            return None
        kinds = letters(parts(behind[1]))
        if re.fullmatch(rf"{THING}(?:&{THING})?", kinds):
            return Said(f"{behind[1]}: {behind[2]}", False)
        alone = re.fullmatch(r"[#w$]+|[ae]", kinds) or core(behind[1].split()[0]) == "if"
        return Said(f"{behind[2]}, {behind[1]}", False) if alone else None
    word = "yes" if answer[1][0] in "yY" else "no"
    rest = text[answer.end() :]
    if re.match(r"(?i)no (?=[\w£$€])", text) and not _REFUSES.match(letters(parts(text))):
        return None  # "no dogs"
    said = _completed(rest, before, _STEPS[1:])
    return Said(f"{word}, {uncapped(said.text)}", True, said.subject)


def _equal(text: str, before: str) -> Said | None:
    """Put "is" for the sign between two things, else a colon."""
    halves = _EQUALS.split(text)
    if len(halves) != 2:
        return None
    one, other = halves
    what = rf"(?:{THING}|[#$]){END}"
    if re.fullmatch(rf"{THING}#?", letters(parts(one))) and re.fullmatch(
        what, letters(parts(other))
    ):
        return Said(f"{with_article(one)} {form_of_be(one)} {other}", True, one)
    return Said(f"{one}: {other}", False)


def _clause(text: str, before: str) -> Said | None:
    """Keep what has a subject and a verb of its own."""
    words = parts(text)
    kinds = letters(words)
    if not any(pattern.match(f"{kinds} ") for pattern in _CLAUSES):
        return None
    if re.match(r"r?,?[cp]", kinds) or re.match(TIMED, kinds):
        subject = next(word for word in words if core(word) not in words_of("adverbs"))
        return Said(with_articles(text), True, subject.split("'")[0])
    verb = re.match(rf"{THING}(?:i{THING})?", kinds)
    return Said(with_articles(with_the(text)), True, joined(words[: verb.end() if verb else 1]))


def _not_doing(text: str, before: str) -> Said | None:
    """Say of us what we are not doing: "not announcing it till Friday"."""
    doing = re.match(r"(?i)not [a-z]{2,}ing\b (?=\w)", text)
    return Said(f"we're {with_articles(text)}", True, "we") if doing else None


def _helped(text: str, before: str) -> Said | None:
    """Complete what begins with a verb that helps another: "won't happen again"."""
    first, _, rest = text.partition(" ")
    first, second = first.lower(), core(rest.split()[0]) if rest else ""
    if first not in words_of("helping") | {"can", "could", "should", "must"} or not second:
        return None
    if letters(parts(rest))[0] in "ir,jw#&$p" or (first == "do" and second != "not"):
        return None
    named = _name_of(before)
    if first in ("can", "could"):
        if second in ("be", "have", "take", "cost", "come", "go"):
            return None
        theirs = second in words_of("you_can") and not re.search(r"\byou\b", text)
        return Said(f"{'you' if theirs else 'we'} {with_articles(text)}", True)
    if first == "should" and re.match(
        r"(?i)should(?:n't)? have been (?:told|informed|warned|asked|offered)\b", text
    ):
        return Said(f"you {text}", True, "you")
    if second in ("be", "been", "happen", "arrive", "cost", "take", "work", "go", "have"):
        of_it = first not in ("don't", "do", "have", "had") and not named
        return Said(f"it {with_articles(text)}", True, "it") if of_it else None
    if first in ("should", "must", "are", "were", "aren't", "weren't"):
        return None
    if first == "don't" and second not in words_of("we_do_not"):
        return Said(f"please {with_articles(text)}", True)
    who = named or "we"
    said = with_articles(text)
    if first == "will" and not named:
        who = "I" if re.search(r"(?i)\bmyself\b", text) else "we"
        return Said(f"{who}'ll {said[5:]}", True, who)
    return Said(f"{who} {said}", True, who)


def _acted(text: str, before: str) -> Said | None:
    """Give what one who was named does: "wants to call you"."""
    named = _name_of(before)
    acts = letters(parts(text))[0] in "Sf" and core(text.split()[0]) in words_of("acts")
    return Said(f"{named} {text}", True, named) if named and acts else None


def _name_of(subject: str) -> str:
    """Give the name of one who was spoken of last; "" where none was."""
    named = re.search(r"(?:^|[a-z] )([A-ZÀ-Þ][a-zà-ÿ]+)$", subject)
    return named[1] if named and named[1].lower() not in ("we", "you", "it", "they") else ""


def _done_by_us(text: str, before: str) -> Said | None:
    """Complete what we have done or are doing: "told the depot", "fixing the map now"."""
    words = parts(text)
    kinds, first = letters(words), core(words[0])
    of_us = len(words) > 1 and core(words[1]) in ("me", "us")
    if first in words_of("i_did") and re.fullmatch(rf".(?:{THING}|o){END}", kinds) and not of_us:
        return Said(f"I've {with_articles(text)}", True, "I")
    if first in words_of("we_did") and re.match(r".t?[dopm]", kinds):
        return Said(f"we {with_articles(text)}", True, "we")
    if re.match(r"e(?:o|d[^wu])", kinds) and not (of_us or _name_of(before)):
        have = "" if OVER.search(text) else "'ve"
        return Said(f"we{have} {with_articles(text)}", True, "we")
    if first in words_of("doing") and re.match(r".[dopw#$m]", kinds):
        return Said(f"we're {with_articles(text)}", True, "we")
    return None


def _none_of(text: str, before: str) -> Said | None:
    """Complete what there is none of: "no fee", "no date"."""
    words = parts(text)
    match = _NONE.fullmatch(letters(words))
    head = core(words[-1 - len(match[1])]) if match else ""
    if match is None or head not in words_of("none_of"):
        return None
    yet = " yet" if head in words_of("not_yet") and not match[1] else ""
    be = "are" if is_plural(head) and not yet else "is"
    return Said(f"there {be} {text}{yet}".replace("there is", "there's"), True)


def _given_back(text: str, before: str) -> Said | None:
    """Complete what comes back to them: "fare back in full"."""
    match = _BACK.fullmatch(text)
    if match is None or not re.fullmatch(rf"{END}|ia", letters(parts(match[2]))):
        return None
    your = "" if re.match(rf"(?i)half|all|the|{MONEY}", match[1]) else "your "
    return Said(f"you get {your}{text}", True, "you")


def _mishap(text: str, before: str) -> Said | None:
    """Complete what went wrong, named in two words or three: "scanner fault", "known bug"."""
    words = text.split()
    if not (len(words) in (1, 2, 3) and core(words[-1]) in words_of("mishaps")):
        return None
    if words[0] == "known":
        return Said(f"it's a {text}", True)
    if words[0] == "wrong" or not re.fullmatch(r"a?n*[nN]", letters(words)):
        return None
    return Said(f"it was {a_or_an(text)}{text}", True)


_STEPS: tuple[Step, ...] = (
    _answered,
    _not_doing,
    _equal,
    _clause,
    _helped,
    _acted,
    lambda text, before: wanted(text),
    _done_by_us,
    _none_of,
    _given_back,
    _mishap,
    stated,
    placed,
    so,
)


def uncapped(text: str) -> str:
    """Give a sentence for the inside of another: no capital, unless a name stands there."""
    first = re.match(r"[A-Za-z']+", text)
    if not first or first[0] == "I" or first[0].startswith("I'"):
        return text
    kind = lexicon().get(first[0].lower().split("'")[0])
    known = kind not in (None, "noun") and not is_name(first[0])
    return text[:1].lower() + text[1:] if known and first[0][1:].islower() else text
