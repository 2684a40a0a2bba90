"""A thing in a note and what is said of it without a verb: "servers down", "part due 12 March"."""

import re

from models.guided.articles import a_or_an, takes_on, with_article, with_articles
from models.guided.grammar import (
    DETERMINERS,
    JOINING,
    MOST_WORDS_OF_A_SUBJECT,
    NUMBERED,
    PREPOSITIONS,
    SUBJECT,
    Said,
    core,
    has_object,
    is_participle,
    is_plural,
    words_of,
)
from models.guided.shorthand import is_name
from models.guided.tagging import lexicon
from models.guided.times import DAY, FUTURE, MONEY, OVER, SPAN, TIME


def moved(adverbs: list[str]) -> str:
    """Give adverbs as they stand inside a verb, each with a space behind it."""
    return "".join(f"{adverb} " for adverb in adverbs)


def predicated(words: list[str], text: str) -> Said | None:
    """Complete a thing and what is said of it: "servers down", "part due 12 March"."""
    for at in range(1, min(len(words), MOST_WORDS_OF_A_SUBJECT + 1)):
        if words[at - 1][-1:] in ",;:":
            return None
        previous = core(words[at - 1])
        if not _ends_a_thing(previous, words, at):
            continue
        rest = words[at:]
        bare = core(rest[0])
        if bare in PREPOSITIONS and _predicate_later(words, at):
            continue
        said = _said_of(" ".join(words[:at]), rest)
        if said:
            return Said(with_articles(with_article(said)), True, " ".join(words[:at]))
        if bare in JOINING:
            return None
    return None


def _predicate_later(words: list[str], at: int) -> bool:
    """Say whether a phrase belongs to the thing, as in "stand at Palms closed since noon"."""
    for later in range(at + 2, min(len(words), at + 6)):
        if words[later - 1][-1:] in ",;:":
            return False
        bare = core(words[later])
        if core(words[later - 1]) in DETERMINERS | PREPOSITIONS | words_of("adverbs"):
            continue
        if bare in words_of("states") - {
            "over",
            "out",
            "off",
            "down",
            "back",
            "old",
            "new",
            "free",
            "right",
            "here",
            "late",
            "there",
            "outside",
            "inside",
            "half",
            "open",
            "safe",
        } or (
            bare in ("closed", "down", "out", "open", "free", "wrong", "old", "full")
            and later + 1 >= len(words)
        ):
            return True
        if is_participle(bare) and not has_object(words, later):
            return True
        if bare == "being":
            return True
    return False


def _ends_a_thing(word: str, words: list[str], at: int) -> bool:
    """Say whether a word can be the last of a noun phrase."""
    if word in DETERMINERS - {"one", "all", "both"} or word in PREPOSITIONS | JOINING:
        return False
    if words[at - 1][:1].isupper() and not words[at - 1].isupper():
        return True
    if at < len(words) and re.match(r"\d", word) and re.match(r"[£$€]\d", words[at]):
        return True
    if (
        re.fullmatch(r"[\d.]+", word)
        and at < len(words)
        and (core(words[at]) == "being" or is_participle(core(words[at])))
    ):
        return True
    if re.fullmatch(r"[\d.]+", word):
        return at > 1 and core(words[at - 2]) in NUMBERED
    if re.search(r"\d", word):
        return True
    after = core(words[at]) if at < len(words) else ""
    if word == "one" and lexicon().get(after) == "noun":
        return False
    if word in (
        "one",
        "ones",
        "rest",
        "all",
        "both",
        "others",
        "yours",
        "ours",
        "lift",
        "fix",
        "update",
        "refund",
        "print",
        "order",
        "lead",
        "tech",
        "card",
        "left",
        "post",
    ):
        return True
    if at == 1 and word in words_of("ours"):
        return True
    kind = lexicon().get(word)
    return (
        kind in ("noun", None)
        or is_name(word)
        or (kind == "verb" and word.endswith("ing") and at > 1)
    )


def _said_of(subject: str, rest: list[str]) -> str:
    """Give a thing and what stands behind it joined by a form of "be"; "" where that guesses."""
    many = is_plural(subject)
    be = "are" if many else "is"
    if core(rest[0]) == "half" and core(rest[1] if len(rest) > 1 else "") == "price":
        return f"{subject} {be} {' '.join(rest)}"
    if re.match(r"\d{3,}[ \d]*$|\+\d|\S+@\S+$|(?:https?:|www\.)\S+$", " ".join(rest)):
        return f"{subject} {be} {' '.join(rest)}"
    if re.fullmatch(r"(?:19|20)\d\d", " ".join(rest)):
        return f"{subject} {be} from {' '.join(rest)}"
    if core(rest[0]) == "by" and len(rest) > 2 and core(rest[1]) == "the":
        return f"{subject} {be} {' '.join(rest)}"
    several = re.match(r"(?i)(?:\d+|two|three|four|five|six|seven|eight|nine|ten) [a-z]", subject)
    days = re.match(rf"(?:{DAY}|today|tomorrow|tonight)\b", " ".join(rest))
    if several and many and (days or core(rest[0]) in PREPOSITIONS - {"off", "up", "down", "of"}):
        return f"there are {subject} {' '.join(rest)}"
    was = "were" if many else "was"
    text = " ".join(rest)
    adverbs: list[str] = []
    while rest and core(rest[0]) in words_of("adverbs"):
        adverbs.append(rest[0])
        rest = rest[1:]
    behind = " ".join(rest)
    if not rest:
        return (
            f"{subject} {be} {text}" if adverbs and adverbs[-1] in ("too", "again", "soon") else ""
        )
    bare = core(rest[0])
    if bare == "being":
        return f"{subject} {be} {text}"
    if (
        bare == "to"
        and len(rest) > 1
        and lexicon().get(core(rest[1])) in ("verb", "noun")
        and (core(rest[1]) not in DETERMINERS and not rest[1][:1].isupper())
    ):
        return (
            f"{subject} will {' '.join(rest[1:])}"
            if core(rest[1])
            in ("follow", "come", "arrive", "go", "start", "reopen", "open", "be", "return")
            else ""
        )
    if bare in words_of("states") and bare not in ("right", "old", "new", "best", "short", "half"):
        follows = core(rest[1]) if len(rest) > 1 else ""
        noun = (
            len(rest) > 1
            and lexicon().get(follows) == "noun"
            and not TIME.match(" ".join(rest[1:]))
            and follows not in PREPOSITIONS
        )
        if noun and bare not in ("due", "back", "out"):
            return ""
        if bare in ("back", "due") and len(rest) > 1:
            on = "on " if takes_on(" ".join(rest[1:])) else ""
            if bare == "back" and re.match(
                r"(?:by|at|around|about|from|on|in) ", " ".join(rest[1:])
            ):
                be = "will be"
            return (
                f"{subject} {be} {''.join(f'{a} ' for a in adverbs)}{bare} {on}{' '.join(rest[1:])}"
            )
        verb = was if OVER.search(behind) else be
        if is_participle(bare) and re.search(r"\bsince\b", behind):
            verb = "have been" if many else "has been"
        if (
            is_participle(bare)
            and FUTURE.search(behind)
            and bare in ("fixed", "fitted", "sorted", "restocked", "tested", "resolved")
        ):
            verb = "will be"
        return f"{subject} {verb} {text}"
    if bare in ("old", "new", "short", "right", "half") and (
        len(rest) == 1 or core(rest[1]) in PREPOSITIONS | {"price", "stock", "staffed"}
    ):
        return f"{subject} {be} {text}"
    if is_participle(bare):
        if FUTURE.search(behind) and not OVER.search(behind):
            verb = "will be"
        elif re.search(r"\b(?:until|till)\b", behind):
            verb = be
        elif re.search(r"\bsince\b", behind) or (len(rest) == 1 and not adverbs):
            verb = "have been" if many else "has been"
        elif (
            "now" in [core(w) for w in rest] + adverbs or "already" in adverbs or "just" in adverbs
        ):
            verb = "have" if many else "has"
            return f"{subject} {verb} {moved(adverbs)}been {behind}"
        else:
            verb = was
        return f"{subject} {verb} {text}"
    if (
        bare.endswith("ing")
        and len(bare) > 4
        and lexicon().get(bare) != "noun"
        and (bare not in ("missing", "including", "during", "following", "regarding"))
    ):
        return f"{subject} {be} {text}"
    if core(subject.split()[0]) in ("less", "more", "fewer", "much"):
        return f"there's {subject} {behind}"
    if (
        OVER.match(behind)
        and not many
        and not re.search(r"[A-Z]", subject[:1])
        and (core(subject.split()[0]) not in DETERMINERS | SUBJECT)
    ):
        return f"there was {a_or_an(subject)}{subject} {behind}"
    if TIME.match(behind) or re.match(rf"(?i){DAY}\b", behind):
        head = core(subject.split()[-1])
        comes = ("come" if many else "comes") if head in words_of("comers") else be
        on = "on " if takes_on(behind) else ""
        return f"{subject} {comes} {moved(adverbs)}{on}{behind}"
    if re.match(rf"(?i)(?:{MONEY})(?:\s|$|/)", behind) and not re.match(
        rf"(?i){MONEY} (?:off|back|cheaper|more|less)", behind
    ):
        return f"{subject} {be} {text}"
    if re.match(rf"(?i){SPAN}\b", behind):
        takes = "take" if many else "takes"
        return f"{subject} {takes} {text}" if not adverbs else f"{subject} {be} {text}"
    if bare in PREPOSITIONS - {
        "of",
        "to",
        "for",
        "than",
        "like",
        "as",
        "per",
        "about",
        "because",
        "by",
    } or (bare == "for" and adverbs):
        verb = was if OVER.search(behind) and not FUTURE.search(behind) else be
        return f"{subject} {verb} {text}" if len(rest) > 1 or bare in ("off", "in", "up") else ""
    if (
        adverbs
        and core(adverbs[0]) in ("not", "still", "already", "never", "only")
        and (
            lexicon().get(bare) in ("adjective", "determiner", "number")
            or bare in DETERMINERS
            or re.match(r"\d", bare)
        )
    ):
        return f"{subject} {be} {text}"
    if lexicon().get(bare) == "adjective" and len(rest) == 1 and not subject.endswith("s'"):
        return f"{subject} {be} {text}"
    return ""
