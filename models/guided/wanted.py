"""Points of a note that begin with a bare verb: what we shall do, or what they are asked to do."""

import re

from models.guided.articles import a_or_an, with_articles
from models.guided.grammar import (
    BE,
    DETERMINERS,
    JOINING,
    PREPOSITIONS,
    Said,
    core,
    has_object,
    is_participle,
    is_plural,
    words_of,
)
from models.guided.tagging import lexicon
from models.guided.times import TIME

_PAID = re.compile(
    r"(?i)^((?:we'll )?(?:refund|credit|waive|pay|cover|reimburse)) (?=(?:\w+ )?(?:fees?|"
    r"charges?|postage|deposit|ticket|"
    r"tickets|order|payments?|difference|fare|rest|delivery|bill|repair|ferry|taxi|return|cost|"
    r"month|lot|price)\b)(?!(?:the|a|an|your|both|all|any|full|half|it|you|this|that|for|in|\d))"
)
_SOMETHING = re.compile(
    r"(?i)^((?:correct|replace|update|reprint|restock|swap|rename|remove|repair|amend|edit|restore|blur|mend|"
    r"fix|review|cancel|post|ship|extend|chase|clean|redo|build|print|honour)) "
    r"(?=[a-z]+\b)(?!(?:the|a|an|your|both|all|any|it|you|this|that|for|in|on|them|everything|"
    r"every|each|these|those|one|two|my|our|his|her|their|today|tomorrow|now|free|half|full|up|to|"
    r"by|with|at|off|out|tonight|next|everyone|anyone|whatever|what)\b)"
)
_YOURS = frozenset("nurse doctor gp vet dentist pharmacist midwife landlord bank council".split())
_ELSEWHERE = re.compile(
    r"(?i)^ask (?:your |the |at )?(nurse|doctor|gp|vet|dentist|pharmacist|midwife|landlord|hut|"
    r"desk|reception|till|counter|bar|office|gate|bank|council)\b(.*)$"
)
_HOW_TO_PAY = frozenset("inside at here by online there cash now in".split())
_IN_GOOD_TIME = frozenset("ahead early now online advance".split())
_SENT_OFF = frozenset("post ship send resend refund replace deliver".split())
_OURS_AS_WELL = frozenset("update swap remove post add".split())  # orders to them no less
_CALLS = frozenset("ring send bring try press email call".split())  # verbs before any noun
_KEEPING = frozenset("keep bring take put return leave".split())
_TO_YOU = frozenset("you it them yours your her him everyone both".split())
_SOMETHING_NEW = re.compile(
    r"(?i)\S+ (?:(?:a|an|the|the \w+) )?(?:new|free|right|replacement|another|full|"
    r"correct|spare|fresh|bookplate|2nd|second|voucher|refund|card|copy|one|two|\d+)\b"
)
_BY_MESSAGE = re.compile(
    r"(?i)^(?:send|message|email|dm|give|private message|text|post|mail)(?: us)?(?: your| the)? "
    r"(.+?) by (?:private message|email)$"
)
_DETAILS = re.compile(
    r"(?i)^(?:send|email|message|text|post|mail|bring|show|attach)(?: us| in| me)?(?: with)? "
    r"(?!(?:you|it back|them back|new|another|out)\b)(.*\b(?:photos?|order|number|reference|"
    r"receipts?|details|screenshots?|proof|address|postcode|serial|email|name|video|cv|"
    r"resume|dates?|invoice|copy of)\b.*)$"
)
_KEPT = re.compile(
    r"(?i)^keep (?:(?:the|that|this|your|both|all) ?\w*(?: \w+)?|it|them|both|yours)$"
)


def ordered(words: list[str], text: str) -> Said | None:
    """Complete what begins with a bare verb: what we shall do, or what they are asked to do."""
    first = core(words[0])
    second = core(words[1]) if len(words) > 1 else ""
    if said := _said_in_one_way(first, second, words, text):
        return said
    if _is_no_order(first, second, words):
        return None
    if said := _sent_to_us(first, second, text) or _given_to_them(first, second, text):
        return said
    if first in words_of("ours") - words_of("theirs") | _OURS_AS_WELL:
        return _done_by_us(first, second, words, text)
    return _done_by_them(first, second, words, text)


def _said_in_one_way(first: str, second: str, words: list[str], text: str) -> Said | None:
    """Complete an order whose first two words say what is meant: "ask reception", "keep until"."""
    rest = " ".join(words[1:])
    hopes = first in words_of("we_think") and rest and lexicon().get(second) != "adverb"
    if hopes and second not in ("is", "are", "was", "were", "from", "of"):
        return Said(f"{'I' if first in ('think', 'guess') else 'we'} {text}", True, "we")
    if there := _ELSEWHERE.match(text):
        whose = "your" if there[1] in _YOURS else "at the"
        return Said(f"please ask {whose} {there[1]}{there[2]}", True, "you")
    if first in ("need", "needs") and rest and second not in ("to", "is", "are"):
        return Said(f"we need {rest}", True, "we")
    if first in ("hold", "keep", "save") and second in ("until", "till", "for"):
        return Said(f"we'll {first} it {rest}", True, "we")
    if second == "from" and first in words_of("from_somebody"):
        return Said(f"you'll get {a_or_an(text)}{text}", True, "you")
    if first in ("book", "order") and core(words[-1]) in _IN_GOOD_TIME:
        return Said(text, True, "you")
    if first in _SENT_OFF and TIME.match(rest):
        return Said(f"we'll {first} it {rest}", True, "we")
    if kept := re.match(r"(?i)^keep (?:the )?(\w+ ones?)\b(.*)$", text):
        return Said(f"you can keep the {kept[1]}{kept[2]}", True, "you")
    if back := re.match(r"(?i)^(send|bring|post|ship|return) (it|them|both) back\b(.*)$", text):
        return Said(f"please {back[1]} {back[2]} back{back[3]}", True, "you")
    if first == "pay" and second in _HOW_TO_PAY:
        return Said(f"please {text}", True, "you")
    if first == "say" and second in ("hi", "hello", "hey"):
        return Said(text, True, "you")
    return None


def _is_no_order(first: str, second: str, words: list[str]) -> bool:
    """Say whether words only look like an order: "read by thousands", "phone team being told"."""
    if first in ("read", "cut") and second in ("out", "at", "by", "for", "from"):
        return True
    if first == "correct" and second in ("one", "ones"):
        return True
    if first not in words_of("ours") | words_of("ours_to_you") | words_of("theirs"):
        return True
    if second and (BE.match(second) or second in words_of("states") - words_of("behind_orders")):
        return True
    if first not in ("send", "bring", "keep", "give", "take", "put") and _says_it_later(words):
        return True
    if second in ("or", "and") and lexicon().get(first) == "noun":
        return True
    return second in ("again", "soon", "now") and first != "stop"


def _sent_to_us(first: str, second: str, text: str) -> Said | None:
    """Complete what they are asked to send or tell us."""
    private = _BY_MESSAGE.match(text)
    if private and not re.match(r"(?i)(?:you|us|it|a|new)\b", private[1]):
        return Said(f"please send us your {private[1]} by private message", True, "you")
    to_us = _DETAILS.match(text)
    if to_us and first in ("send", "email", "message", "text", "attach", "mail"):
        verb = "send" if first in ("message", "text", "attach") else first
        return Said(f"please {verb} us {_theirs(to_us[1])}", True, "you")
    whom = second in words_of("in_touch_with") or re.match(r"\+?\d|$", second) or "@" in second
    if first in words_of("in_touch") and whom:
        return Said(f"please {with_articles(text)}", True, "you")
    return None


def _given_to_them(first: str, second: str, text: str) -> Said | None:
    """Complete what we send, offer or give them."""
    to_you = second in _TO_YOU or _SOMETHING_NEW.match(text)
    of_theirs = first in _KEEPING and second in ("it", "them", "both", "your", "yours", "the")
    if first in words_of("ours_to_you") and to_you and not of_theirs:
        return Said(f"we'll {_gives(with_articles(text))}", True, "we")
    if first == "offer":
        offered = re.sub(r"(?i)^offer (?:you )?", "", text)
        return Said(f"we can offer you {_given(offered)}", True, "we")
    if first in ("give", "get") and second not in ("in", "to", "off", "on"):
        rest = re.sub(r"(?i)^\S+ (?:you )?", "", text)
        return Said(f"you get {_given(rest)}", True, "you")
    return None


def _done_by_us(first: str, second: str, words: list[str], text: str) -> Said | None:
    """Complete what we shall do, where the first word is surely a verb."""
    if first in ("reprint", "repair", "refund", "swap", "exchange", "review", "upgrade") and (
        second in ("in", "at", "from", "under", "is", "within")
    ):
        return None
    if first in ("fix", "patch", "update", "print", "test", "post", "build") and (
        not second
        or second in PREPOSITIONS
        or second in words_of("states")
        or re.match(r"\d", second)
        or TIME.match(" ".join(words[1:]))
    ):
        return None
    if first == "update" and re.match(r"(?i)update (?:to \S*\d|the app|app|your)", text):
        return Said(f"please {with_articles(text)}", True, "you")
    if lexicon().get(second) == "noun" and second in ("team", "desk", "done", "policy", "date"):
        return None
    return Said(f"we'll {_owned(with_articles(text))}", True, "we")


def _done_by_them(first: str, second: str, words: list[str], text: str) -> Said | None:
    """Complete what they can do or are asked to do, where the first word is surely a verb."""
    if _KEPT.match(text):
        return Said(f"you can {text}", True, "you")
    if first in ("pass", "forward") or first not in words_of("theirs"):
        return None
    is_noun = lexicon().get(first) == "noun"
    if is_noun and (not second or (first not in _CALLS and _is_bare_noun(second))):
        return None
    if first in words_of("seldom_orders") and (
        second in PREPOSITIONS - {"in", "on", "with", "off", "out", "for"}
        or TIME.match(" ".join(words[1:]))
        or re.match(r"\d", second)
    ):
        return None
    please = "please " if first in words_of("kindly") else ""
    return Said(f"{please}{with_articles(text)}", True, "you")


def _is_bare_noun(word: str) -> bool:
    """Say whether a word is a noun behind another noun, and nothing that is acted on."""
    return (
        lexicon().get(word) == "noun"
        and word not in DETERMINERS
        and word not in words_of("the")
        and not re.match(r"\d", word)
    )


def _says_it_later(words: list[str]) -> bool:
    """Say whether what opens like an order is a thing: "phone team being told"."""
    for at in range(1, min(len(words), 5)):
        bare = core(words[at])
        if (
            words[at - 1][-1:] in ",;:"
            or bare in PREPOSITIONS | JOINING
            or bare in ("it", "them", "you", "the")
        ):
            return False
        following = core(words[at + 1]) if at + 1 < len(words) else ""
        if at == 1 and bare.endswith("ed") and lexicon().get(following) == "noun":
            continue
        if bare == "being" or (is_participle(bare) and not has_object(words, at)):
            return bare not in ("used", "signed", "fixed") or at == 1
        if bare.endswith("ing") and core(words[0]) in ("stop", "keep", "try", "avoid", "start"):
            return False
        if bare.endswith("ing") and at <= 2 and lexicon().get(bare) == "verb":
            return True
    return False


def _theirs(what: str) -> str:
    """Give what they are to send as theirs: "photo and order number"."""
    parts = re.split(r" and |, ", what)
    said = []
    for part in parts:
        bare = part.strip()
        if re.match(
            r"(?i)(?:a|an|the|your|two|\d+|it|any|both|photos|screenshots|details|proof)\b", bare
        ):
            said.append(bare)
        elif re.match(r"(?i)(?:photo|screenshot|video|copy)\b", bare):
            said.append(f"a {bare}")
        else:
            said.append(f"your {bare}")
    return " and ".join(said)


def _gives(text: str) -> str:
    """Put "a" before what they are given: "send you new one"."""
    return re.sub(
        r"(?i)\b((?:send|give|post|get|ship|bring|lend|make|offer|find)(?: you)?) (?=(?:new|free|"
        r"full|"
        r"fresh|replacement|spare|second|voucher|refund|different|bookplate|copy|discount)\b"
        r"(?! (?:ones|\w+s\b(?<!ss))))",
        r"\1 a ",
        re.sub(
            r"(?i)\b((?:send|give|post|get|ship|bring|resend)(?: you)?) (?=(?:right|correct|"
            r"missing|rest|other|"
            r"original|same|last|first)\b)",
            r"\1 the ",
            text,
        ),
    )


def _given(what: str) -> str:
    if re.match(r"(?i)(?:a|an|the|your|half|all|both|another|some|any|two|three|\d|[£$€])", what):
        return what
    words = what.split()
    head = next((at for at, word in enumerate(words[:4]) if core(word) in words_of("gifts")), -1)
    many = is_plural(" ".join(words[: head + 1])) if head >= 0 else is_plural(words[0])
    return what if many else f"{a_or_an(what)}{what}"


def _owned(text: str) -> str:
    """Put "the" before what we refund or mend."""
    return _SOMETHING.sub(r"\1 the ", _PAID.sub(r"\1 the ", text))
