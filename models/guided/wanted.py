"""Points of a note that begin with a bare verb: what we shall do, or what they are asked to do."""

import re

from models.guided.articles import a_or_an, with_articles
from models.guided.grammar import Said, core, is_plural, words_of
from models.guided.inquiries import as_theirs
from models.guided.letters import letters, parts
from models.guided.tagging import lexicon

_BY_MESSAGE = re.compile(
    r"(?i)(?:send|message|email|give|text|post|mail)(?: us)?(?: your| the)? "
    r"(.+?) by (private message|email)"
)
_DETAILS = re.compile(
    r"(?i)(send|email|message|attach|mail)(?: us| in| me)?(?: with)? "
    r"(?!(?:you|it|them|new|another|out)\b)(.*\b(?:photos?|order|number|reference|receipts?|"
    r"details|screenshots?|proof|address|postcode|serial|email|name|video|invoice|dates?|"
    r"copy of \w+))"
)
_OUR_OWN = frozenset("right new replacement missing correct spare other".split())
_KEPT = re.compile(
    r"(?i)keep (?:it|them|both|yours|(?:the|that|this|both|all) ?\w*(?: ones?)?|\w+ ones?)"
)
_BACK = re.compile(r"(?i)(?:send|bring|post|ship|return) (?:it|them|both) back\b.*")
_STOPPED = re.compile(r"(?i)stop (?:selling|shipping|stocking|serving|printing|packing|making)\b")
_AGAIN = frozenset("resend replace ship reissue rebook reschedule".split())
_GIVES = frozenset("send post ship bring give get offer lend swap mail".split())
_PAID = re.compile(
    r"(?i)(?:\w+ )?(?:fees?|charges?|postage|deposit|tickets?|order|payments?|difference|fare|rest|"
    r"delivery|bill|cost|month|price)\b"
)
_NEW = re.compile(
    r"(?i)\b((?:send|give|post|get|ship|bring|lend|offer)(?: you)?) (?=(?:new|free|full|fresh|"
    r"replacement|spare|second|voucher|refund|different|copy|discount)\b"
    r"(?! (?:ones|\w+s\b(?<!ss))))"
)
_SAME = re.compile(
    r"(?i)\b((?:send|give|post|get|ship|bring|resend)(?: you)?) (?=(?:right|correct|missing|rest|"
    r"other|original|same)\b)"
)


def wanted(text: str) -> Said | None:
    """Complete what begins with a bare verb, where it is surely one; None where it is not."""
    text = re.sub(r"(?i)^please ", "", text)
    words = parts(text)
    kinds, first = letters(words), core(words[0])
    if first in ("needs", "has") and kinds[1:2] == "t":
        return Said(f"you {'need' if first == 'needs' else 'have'} {text.split(' ', 1)[1]}", True)
    if first not in words_of("ours") | words_of("ours_to_you") | words_of("theirs"):
        return None
    if kinds[1:2] in tuple("bhf,e") or len(words) == 1:
        return None
    for complete in (_sent_to_us, _given_to_them, _done_by_us, _done_by_them):
        if said := complete(first, words, text):
            return said
    return None


def _sent_to_us(first: str, words: list[str], text: str) -> Said | None:
    """Complete what they are asked to send us, or how they get in touch."""
    if private := _BY_MESSAGE.fullmatch(text):
        if re.match(r"(?i)(?:you|us|it|a|new)\b", private[1]):
            return None
        return Said(f"please send us {as_theirs(private[1])} by {private[2]}", True)
    if details := _DETAILS.fullmatch(text):
        verb = "email" if first == "email" else "send"
        return Said(f"please {verb} us {as_theirs(details[2])}", True)
    second = core(words[1])
    reached = second in words_of("in_touch_with") or re.match(r"\+?\d", second) or "@" in second
    if first in words_of("in_touch") and reached and not re.fullmatch(r"\d{1,2}", second):
        return Said(f"please {with_articles(text)}", True)
    return Said(f"please {text}", True) if _BACK.fullmatch(text) else None


def _given_to_them(first: str, words: list[str], text: str) -> Said | None:
    """Complete what we send or give them, or let them keep."""
    second = core(words[1])
    if _KEPT.fullmatch(text):
        kept = re.sub(r"(?i)^keep (?=(?!both)[a-z]+ ones?$)", "keep the ", text)
        return Said(f"you can {kept}", True)
    to_you = first in words_of("ours_to_you") and (
        second == "you" or re.search(r"(?<!back) to you\b", text)
    )
    if (to_you and first in _GIVES) or (first in _GIVES - {"bring"} and second in _OUR_OWN):
        given = _SAME.sub(r"\1 the ", _NEW.sub(r"\1 a ", with_articles(text)))
        return Said(f"we'll {given}", True)
    if first in ("give", "offer") and re.match(
        r".[#$da]" if first == "give" else r".[#$dan]", letters(words)
    ):
        rest = text.split(" ", 1)[1]
        a = "" if is_plural(rest) or re.match(r"[£$€\d]", rest) else a_or_an(rest)
        return Said(f"{'we can offer you' if first == 'offer' else 'you get'} {a}{rest}", True)
    return None


def _done_by_us(first: str, words: list[str], text: str) -> Said | None:
    """Complete what we shall do: "refund express fee", "swap it on Monday"."""
    if _STOPPED.match(text):
        return Said(f"we'll {with_articles(text)}", True)
    if first not in words_of("ours"):
        return None
    kinds = letters(words)
    said = with_articles(text)
    if first in _AGAIN and kinds[1] == "w":
        verb, _, when = text.partition(" ")
        return Said(f"we'll {verb} it {when}", True)
    if re.match(r".[d$o#]|.p", kinds) and core(words[1]) not in ("you", "we", "they", "i"):
        return Said(f"we'll {said}", True) if first not in words_of("theirs") else None
    paid = first in ("refund", "credit", "waive", "pay", "cover") and _PAID.match(
        text.split(" ", 1)[1]
    )
    thing = first in words_of("surely_ours") and re.match(r".a?n+(?:$|[wti,r])", kinds)
    if paid or thing:
        verb, _, rest = said.partition(" ")
        return Said(f"we'll {verb} the {rest}".replace("the the ", "the "), True)
    return None


def _done_by_them(first: str, words: list[str], text: str) -> Said | None:
    """Keep what they are asked or free to do; "please" where a favour is asked of them."""
    if first not in words_of("theirs") or re.match(r"(?i)(?:pass|forward)\b", text):
        return None
    kinds = letters(words)
    sure = lexicon().get(first) == "verb" or re.match(r".[d#$o]|.p", kinds)
    if not sure or kinds[1:2] == "t":
        return None
    please = "please " if first in words_of("kindly") and re.match(r".[do]", kinds) else ""
    return Said(f"{please}{with_articles(text)}", True)
