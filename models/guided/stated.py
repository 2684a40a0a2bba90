"""Points of a note without a verb: a thing and what is said of it, a state, a time, an amount."""

import re

from models.guided.amounts import amount
from models.guided.articles import a_or_an, takes_on, with_articles
from models.guided.grammar import (
    DETERMINERS,
    NOWHERE,
    PREPOSITIONS,
    SUBJECT,
    Said,
    core,
    has_object,
    is_participle,
    is_plural,
    pronoun,
    words_of,
)
from models.guided.predicates import moved, predicated
from models.guided.shorthand import is_name
from models.guided.tagging import lexicon
from models.guided.times import FUTURE, OVER, PAST_TIME, TIME
from models.guided.wanted import ordered

MOST_WORDS_OF_A_NAME = 5
_LATELY = re.compile(r"(?:now|already|off|down|up|out|away|back|on to|to)\b")
_BEFORE_A_STATE = frozenset("not never just already only still now also".split())


def without_verb(words: list[str], text: str, before: str) -> Said:
    """Complete a point without a verb; `before` is what the one before it speaks of."""
    first = core(words[0])
    adverb = 0
    while adverb < len(words) - 1 and core(words[adverb]) in _BEFORE_A_STATE:
        adverb += 1
    head = core(words[adverb])
    if said := ordered(words, text):
        return said
    if first == "not" and len(words) > 1:
        return Said(f"it's {text}", True, "it")
    if first in words_of("we_are") and (len(words) == 1 or behind_of(words) != "noun"):
        return Said(f"we're {text}", True, "we")
    if " then " in text and not re.search(r"(?i)\b(?:we|you|it|they|i)\b", text):
        return Said(f"it's {text}", True, "it")
    if re.match(r"(?i)(?:(?:still|now) )?(?:on (?:leave|holiday|maternity)|off sick|away)\b", text):
        who = pronoun(before) if before[:1].isupper() else ""
        return Said(
            f"{who} is {text}" if who not in ("", "it", "they") else f"they're {text}", True
        )
    if (
        head in words_of("it_is_doing")
        and len(words) > 1
        and lexicon().get(core(words[-1])) != "verb"
    ):
        return Said(f"it's {text}", True, "it")
    if head.endswith("ing") and _is_doing(words[adverb:]):
        return Said(f"we're {with_articles(text)}", True, "we")
    if said := amount(words, text, before):
        return said
    behind = core(words[adverb + 1]) if adverb + 1 < len(words) else ""
    placed = head in PREPOSITIONS - NOWHERE
    if placed and before == "you":
        return Said(text, False)
    if placed and not any(is_participle(core(word)) for word in words[adverb + 2 :]):
        return Said(f"it's {text}", True, "it")
    if (
        head in words_of("states")
        and (head != "back" or behind not in ("to", "of"))
        and (behind in PREPOSITIONS or TIME.match(" ".join(words[adverb + 1 :])))
    ):
        if said := _stating(words, adverb, text, before):
            return said
    if (
        len(words) == 2
        and head in ("fixed", "listed", "limited", "signed")
        and behind_of(words) == "noun"
    ):
        return Said(f"it's a {text}", True, "it")
    told_of = re.search(r"(?i)^\w+ (?:ones?|\w+s) (?:being|not|never|still|now|all|will)\b", text)
    if told_of and (said := predicated(words, text)):
        return said
    if (
        is_participle(head)
        and behind != "of"
        and not (
            head in ("lost", "broken", "missing")
            and len(words) > 1
            and (
                lexicon().get(core(words[adverb + 1] if adverb + 1 < len(words) else "")) == "noun"
            )
        )
    ):
        return _participial(words, adverb, text, before)
    if said := _mishap(words, text):
        return said
    if said := predicated(words, text):
        return said
    if said := _stating(words, adverb, text, before):
        return said
    if (
        first in DETERMINERS | SUBJECT
        and len(words) > 3
        and any(lexicon().get(core(word)) == "verb" for word in words[1:6])
    ):
        return Said(text, True, first)
    return _named_alone(words, text, before)


def behind_of(words: list[str]) -> str:
    """Give the kind of the second word, unless a time begins there."""
    behind = core(words[1])
    if behind in PREPOSITIONS or TIME.match(" ".join(words[1:])) or re.match(r"\d", behind):
        return ""
    return lexicon().get(behind) or ""


def _is_doing(words: list[str]) -> bool:
    """Say whether an "-ing" at the start is what we do: "posting today", "moving it now"."""
    if len(words) == 1:
        return False
    after = core(words[1])
    head = core(words[0])
    if is_participle(after) and not has_object(words, 1):
        return False
    if head in words_of("not_doing"):
        return False
    return (
        lexicon().get(after) not in ("noun",)
        or after in DETERMINERS | PREPOSITIONS
        or (after in ("today", "tomorrow", "tonight", "yesterday") or head in words_of("doing"))
    )


def _participial(words: list[str], at: int, text: str, before: str) -> Said:
    """Complete what begins with a participle: "sent yesterday", "sold hers", "never called"."""
    if said := _done_by_somebody(words, at, text, before):
        return said
    head, adverbs = core(words[at]), [core(word) for word in words[:at]]
    rest = " ".join(words[at + 1 :])
    who = pronoun(before) if before and before not in ("I", "we", "you") else "it"
    if is_name(who) or who in ("he", "she"):
        who = "it"
    has = "have" if who == "they" else "has"
    over = OVER.search(rest)
    if FUTURE.search(rest) and not over:
        return Said(f"{who} will be {with_articles(text)}", True, who)
    lately = not rest or bool({"already", "just"} & set(adverbs))
    lately = lately or bool(_LATELY.match(rest))
    changed = head not in words_of("states") - {"fixed", "sorted", "tested"}
    if lately and changed and not over:
        done = with_articles(" ".join(words[at:]))
        return Said(f"{who} {has} {moved(adverbs)}been {done}", True, who)
    if head in words_of("states") and not over:
        be = "'re" if who == "they" else "'s"
        return Said(f"{who}{be} {with_articles(text)}", True, who)
    if " since " in f" {rest} ":
        return Said(f"{who} {has} been {with_articles(text)}", True, who)
    return Said(f"{who} {'were' if who == 'they' else 'was'} {with_articles(text)}", True, who)


def _done_by_somebody(words: list[str], at: int, text: str, before: str) -> Said | None:
    """Complete a participle that is what somebody did: "missed the bus", "told the driver"."""
    head, rest = core(words[at]), " ".join(words[at + 1 :])
    someone = before if before in ("he", "she", "you", "I", "we") or is_name(before) else ""
    acts = head in words_of("happens")
    passive = rest.startswith("by ")
    alone = head in ("decided", "agreed", "planned", "finished", "missed", "used") and not rest
    if acts and someone and not (alone or passive):
        return Said(f"{someone} {text}", True, before)
    never = "never" in [core(word) for word in words[:at]]
    if never and (not rest or acts or head in ("told", "rang", "sent", "asked")):
        return Said(f"we {with_articles(text)}", True, "we")
    of_it = head in ("taken", "put", "passed") and re.match(
        r"(?:it|them|her|this|that|you)\b", rest
    )
    if of_it or has_object(words, at):
        past = OVER.search(rest) and (head in words_of("both_forms") or head.endswith("ed"))
        who = "I" if head in words_of("i_did") else "we"
        have = "" if past else "'ve"
        return Said(f"{who}{have} {with_articles(text)}", True, "we")
    if passive or head not in words_of("done_with_others"):
        return None
    if head in ("decided", "agreed") and (not rest or TIME.match(rest)):
        return Said(f"that {'was' if rest else 'is'} {text}".replace("that is", "that's"), True)
    return Said(f"we've {with_articles(text)}", True, "we")


def _stating(words: list[str], adverb: int, text: str, before: str) -> Said | None:
    """Complete a state, a place, a time or an amount with nobody in it."""
    head = core(words[adverb])
    rest = " ".join(words[adverb:])
    who = pronoun(before)
    if is_name(who) or who in ("he", "she", "I", "you"):
        who = "it"
    be = "they're" if who == "they" else "it's"
    noun_behind = (
        len(words) > adverb + 1
        and lexicon().get(core(words[adverb + 1])) == "noun"
        and (
            not TIME.match(" ".join(words[adverb + 1 :]))
            and core(words[adverb + 1]) not in PREPOSITIONS
        )
    )
    if (
        head in words_of("states")
        and not noun_behind
        and head not in ("right", "old", "new", "best")
    ):
        back_on = (
            "on " if head in ("back", "due") and takes_on(" ".join(words[adverb + 1 :])) else ""
        )
        said = f"{' '.join(words[: adverb + 1])} {back_on}{' '.join(words[adverb + 1 :])}".strip()
        if re.search(r"\bsince\b", rest):
            return Said(f"{who} {'have' if who == 'they' else 'has'} been {said}", True, who)
        if OVER.search(rest):
            return Said(f"{who} {'were' if who == 'they' else 'was'} {said}", True, who)
        return Said(f"{be} {with_articles(said)}", True, who)
    ordinal = re.match(r"\d+(?:st|nd|rd|th) (?:one|ones|[a-z]+ (?:back|is|now))\b", rest)
    if not ordinal and (TIME.match(rest) or takes_on(rest)):
        on = "on " if takes_on(rest) else ""
        prefix = " ".join(words[:adverb])
        return Said(f"it's {prefix + ' ' if prefix else ''}{on}{rest}", True, who)
    if head in PREPOSITIONS - NOWHERE:
        return Said(f"{be} {with_articles(text)}", True, who)
    if head in ("for", "like", "about") and len(words) > 1:
        return Said(f"{be} {with_articles(text)}", True, who)
    if adverb and core(words[0]) == "not" and len(words) > 1:
        return Said(f"{be} {with_articles(text)}", True, who)
    if len(words) == 1 and lexicon().get(head) == "adjective":
        return Said(f"{be} {text}", True, who)
    return None


def _mishap(words: list[str], text: str) -> Said | None:
    """Complete what went wrong: "scanner fault", "burst pipe this morning"."""
    head = core(words[0])
    mishap = next((at for at, w in enumerate(words[:5]) if core(w) in words_of("mishaps")), -1)
    behind = " ".join(words[mishap + 1 :])
    ends = mishap == len(words) - 1 or core(words[mishap + 1]) in PREPOSITIONS
    if mishap < 0 or not (ends or PAST_TIME.match(behind) or TIME.match(behind)):
        return None
    if head in ("my", "our", "a", "an", "the", "your", "their"):
        return Said(f"it was {text}", True)
    known = head in ("known", "common") and mishap < 3
    if any(core(word) in PREPOSITIONS | {"not", "never"} for word in words[:mishap]):
        return None
    if is_plural(" ".join(words[: mishap + 1])):
        return None
    if ends:
        return Said(
            f"{'it’s' if known else 'it was'} {a_or_an(text)}{text}".replace("’", "'"), True
        )
    return Said(f"there {'was' if PAST_TIME.search(behind) else 'is'} {a_or_an(text)}{text}", True)


def _named_alone(words: list[str], text: str, before: str) -> Said:
    """Complete a thing with nothing said of it: "scanner fault", "12 hall chairs with backs"."""
    head = core(words[0])
    if head in ("known",):
        return Said(f"it's a {text}", True)
    if re.match(r"(?i)(?:\d+|two|three|four) of us\b", text):
        return Said(f"there are {text}", True)
    if re.match(r"(?i)(?:one|two|three|four|\d+)[ -](?:person|man|woman|day|way)\b", text):
        return Said(f"it's a {text}", True)
    if len(words) == 1 and re.search(r"\d|^[A-Z]{3,}$", words[0]):
        return Said(f"it's {text}", True)
    if re.match(
        r"(?i)(?:\d+(?:-\d+)?|two|three|four|five|six|seven|eight|nine|ten|several|a few|"
        r"only \d+) ",
        text,
    ):
        if any(is_plural(word) and not word[0].isdigit() for word in words[1:5]):
            return Said(f"there are {text}", True)
        return Said(text, False)
    if head in ("another", "a", "an") and len(words) > 1:
        return Said(f"there's {text}", True)
    if words[0][:1].isupper() and (is_name(head) or len(words) < 3) and not words[0].isupper():
        if len(words) <= 3:
            return Said(f"it's {text}", True)
        return Said(text, False)
    if head in ("our", "my", "the", "a", "an") and len(words) <= MOST_WORDS_OF_A_NAME:
        return Said(f"it's {text}", True)
    if re.match(r"\d+-(?:hour|minute|week|day) \w+s$", text):
        return Said(f"there are {text}", True)
    if re.match(r"\d+-(?:day|week|month|year|hour|minute)$", words[0]) and len(words) > 1:
        lead = (
            "it's"
            if core(words[1]) in ("walk", "drive", "ride", "trip", "fix", "job")
            else "there's"
        )
        return Said(f"{lead} a {text}", True)
    if core(words[-1]) == "only" and len(words) > 1:
        return Said(f"it's {text}", True)
    if before:
        return Said(text, False)
    if len(words) == 1 and head not in ("girl", "boy", "twins", "man", "woman"):
        return Said(text, False)
    sure = all(lexicon().get(core(word)) in ("noun", "adjective") for word in words)
    last = core(words[-1])
    if (
        sure
        and len(words) <= 3
        and not is_plural(text)
        and lexicon().get(last) == "noun"
        and (last not in words_of("bare"))
    ):
        return Said(f"it's {a_or_an(text)}{text}", True)
    return Said(text, False)
