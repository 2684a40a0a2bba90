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


_YOURS = (
    "nurse",
    "doctor",
    "gp",
    "vet",
    "dentist",
    "pharmacist",
    "midwife",
    "landlord",
    "bank",
    "council",
)
_ELSEWHERE = re.compile(
    r"(?i)^(ask) (?:your |the |at )?(nurse|doctor|gp|vet|dentist|pharmacist|midwife|landlord|hut|"
    r"desk|"
    r"reception|till|counter|bar|office|gate|bank|council)\b(.*)$"
)


def ordered(words: list[str], text: str) -> Said | None:
    """Complete what begins with a bare verb: what we shall do, or what they are asked to do."""
    first = core(words[0])
    second = core(words[1]) if len(words) > 1 else ""
    if (
        first in words_of("we_think")
        and len(words) > 1
        and (
            second not in ("is", "are", "was", "were", "from", "of")
            and lexicon().get(second) != "adverb"
        )
    ):
        return Said(f"{'I' if first in ('think', 'guess') else 'we'} {text}", True, "we")
    if first == "ask" and (there := re.match(_ELSEWHERE, text)):
        whose = "your" if there[2] in _YOURS else "at the"
        return Said(f"please ask {whose} {there[2]}{there[3]}", True, "you")
    if first in ("need", "needs") and len(words) > 1 and second not in ("to", "is", "are"):
        return Said(f"we need {' '.join(words[1:])}", True, "we")
    if first in ("hold", "keep", "save") and second in ("until", "till", "for"):
        return Said(f"we'll {first} it {' '.join(words[1:])}", True, "we")
    if first in ("read", "cut") and second in ("out", "at", "by", "for", "from"):
        return None
    if second == "from" and first in (
        "call",
        "email",
        "text",
        "message",
        "letter",
        "visit",
        "reply",
    ):
        return Said(f"you'll get {a_or_an(text)}{text}", True, "you")
    if first in ("book", "order") and core(words[-1]) in (
        "ahead",
        "early",
        "now",
        "online",
        "advance",
    ):
        return Said(text, True, "you")
    if first in ("post", "ship", "send", "resend", "refund", "replace", "deliver") and TIME.match(
        " ".join(words[1:])
    ):
        return Said(f"we'll {first} it {' '.join(words[1:])}", True, "we")
    if kept := re.match(r"(?i)^keep (?:the )?(\w+ ones?)\b(.*)$", text):
        return Said(f"you can keep the {kept[1]}{kept[2]}", True, "you")
    if first == "correct" and second in ("one", "ones"):
        return None
    if back := re.match(r"(?i)^(send|bring|post|ship|return) (it|them|both) back\b(.*)$", text):
        return Said(f"please {back[1]} {back[2]} back{back[3]}", True, "you")
    if first == "pay" and second in (
        "inside",
        "at",
        "here",
        "by",
        "online",
        "there",
        "cash",
        "now",
        "in",
    ):
        return Said(f"please {text}", True, "you")
    if first == "say" and second in ("hi", "hello", "hey"):
        return Said(text, True, "you")
    if first not in words_of("ours") | words_of("ours_to_you") | words_of("theirs"):
        return None
    if second and (
        BE.match(second)
        or second
        in words_of("states")
        - {
            "back",
            "off",
            "down",
            "out",
            "over",
            "free",
            "new",
            "old",
            "full",
            "open",
            "half",
            "right",
            "here",
            "missing",
            "correct",
        }
    ):
        return None
    if first not in ("send", "bring", "keep", "give", "take", "put") and _says_it_later(words):
        return None
    if second in ("or", "and") and lexicon().get(first) == "noun":
        return None
    if second in ("again", "soon", "now") and first != "stop":
        return None
    private = re.match(
        r"(?i)^(?:send|message|email|dm|give|private message|text|post|mail)(?: us)?(?: your| "
        r"the)? "
        r"(.+?) by (?:private message|email)$",
        text,
    )
    if private and not re.match(r"(?i)(?:you|us|it|a|new)\b", private[1]):
        return Said(f"please send us your {private[1]} by private message", True, "you")
    to_us = re.match(
        r"(?i)^(?:send|email|message|text|post|mail|bring|show|attach)(?: us| in| me)?(?: with)? "
        r"(?!(?:you|it back|them back|new|another|out)\b)(.*\b(?:photos?|order|number|reference|"
        r"receipts?|details|screenshots?|proof|address|postcode|serial|email|name|video|cv|"
        r"resume|dates?|invoice|copy of)\b.*)$",
        text,
    )
    if to_us and first in ("send", "email", "message", "text", "attach", "mail"):
        verb = "send" if first in ("message", "text", "attach") else first
        return Said(f"please {verb} us {_theirs(to_us[1])}", True, "you")
    if first in (
        "message",
        "contact",
        "ring",
        "call",
        "phone",
        "email",
        "text",
        "write",
        "reply",
    ) and (
        second
        in (
            "us",
            "me",
            "back",
            "here",
            "the",
            "support",
            "reception",
            "desk",
            "office",
            "shop",
            "to",
            "in",
            "if",
            "first",
            "ahead",
            "before",
            "by",
            "on",
            "with",
            "",
        )
        or re.match(r"\+?\d", second)
        or "@" in second
    ):
        return Said(f"please {with_articles(text)}", True, "you")
    to_you = second in ("you", "it", "them", "yours", "your", "her", "him", "everyone", "both") or (
        re.match(
            r"(?i)\S+ (?:(?:a|an|the|the \w+) )?(?:new|free|right|replacement|another|full|"
            r"correct|spare|fresh|bookplate|2nd|second|voucher|refund|card|copy|one|two|\d+)\b",
            text,
        )
    )
    if (
        first in words_of("ours_to_you")
        and to_you
        and not (
            first in ("keep", "bring", "take", "put", "return", "leave")
            and second in ("it", "them", "both", "your", "yours", "the")
        )
    ):
        return Said(f"we'll {_gives(with_articles(text))}", True, "we")
    if first == "offer":
        return Said(
            f"we can offer you {_given(re.sub(r'(?i)^offer (?:you )?', '', text))}", True, "we"
        )
    if first in ("give", "get") and second not in ("in", "to", "off", "on"):
        rest = re.sub(r"(?i)^\S+ (?:you )?", "", text)
        return Said(f"you get {_given(rest)}", True, "you")
    if first in words_of("ours") and first not in words_of("theirs") - {
        "update",
        "swap",
        "remove",
        "post",
        "add",
    }:
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
    if re.match(
        r"(?i)^keep (?:(?:the|that|this|your|both|all) ?\w*(?: \w+)?|it|them|both|yours)$", text
    ):
        return Said(f"you can {text}", True, "you")
    if first in ("pass", "forward"):
        return None
    if first in words_of("theirs"):
        if (
            lexicon().get(first) == "noun"
            and second
            and (
                lexicon().get(second) in ("noun",)
                and second not in DETERMINERS
                and second not in words_of("the")
                and not re.match(r"\d", second)
            )
            and first not in ("ring", "send", "bring", "try", "press", "email", "call")
        ):
            return None
        if not second and lexicon().get(first) == "noun":
            return None
        if first in (
            "open",
            "close",
            "clear",
            "dry",
            "store",
            "post",
            "plug",
            "update",
            "look",
            "walk",
            "read",
            "book",
            "check",
            "charge",
            "stop",
        ) and (
            second in PREPOSITIONS - {"in", "on", "with", "off", "out", "for"}
            or TIME.match(" ".join(words[1:]))
            or re.match(r"\d", second)
        ):
            return None
        please = (
            "please "
            if first
            in (
                "ring",
                "call",
                "email",
                "text",
                "bring",
                "show",
                "write",
                "send",
                "message",
                "reply",
                "contact",
                "phone",
                "mail",
                "quote",
                "attach",
                "stop",
                "throw",
                "bin",
                "unplug",
                "return",
                "leave",
            )
            else ""
        )
        return Said(f"{please}{with_articles(text)}", True, "you")
    return None


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
