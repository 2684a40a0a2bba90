"""Making whole sentences of telegraphic words: "line cut by roadworks" → "The line was cut by …".

A small grammar of hurried notes: it looks for the verb, and where there is none for the place where
what is said of a thing begins, and puts in what is surely missing: an article, a form of "be", the
one who acts. Words that make no sentence even so are left as they are for the caller.
"""

import re

from models.guided.articles import with_article, with_articles
from models.guided.grammar import (
    CONTRACTED,
    DETERMINERS,
    OBJECTS,
    Said,
    core,
    has_object,
    is_participle,
    is_plural,
    pronoun,
    table,
    verb_at,
    words_of,
)
from models.guided.points import said_as
from models.guided.shorthand import is_name
from models.guided.stated import without_verb
from models.guided.tagging import lexicon
from models.guided.times import DAY, MONTH, TIME
from models.guided.wanted import ordered

_LEANS = re.compile(r"(?i)^(?:if|when|once|because|as|since|although|while|after|before|unless)\b")


def in_full(words: str, before: str = "") -> Said:
    """Give telegraphic words as a sentence where that takes no guess, else as they are.

    `before` is what the sentence before them speaks of.
    """
    text = _equals(words.strip(" .,;!"))
    if not text:
        return Said("", False)
    if text.lower() in table()["wholes"]:
        return Said(table()["wholes"][text.lower()], True)
    if said := said_as(text):
        return Said(said, True, _subject_of(said))
    behind = re.match(r"(?i)^(.{3,}?),? (yes|no)$", text)
    leads = r"(?i)\b(?:is|says|said|say|a|normally|probably|now|there's|usually)$"
    if behind and not re.search(leads, behind[1]):
        kind = lexicon().get(core(behind[1].split()[0]))
        if kind in ("noun", "adjective") and not TIME.match(behind[1]):
            return Said(f"{behind[2].lower()} for {with_article(behind[1])}", True)
        return _affirmed(behind[2].lower(), in_full(behind[1], before))
    text = re.sub(r"\b(because|cos) (?!of )(?=[a-z]+(?:$|[.,;]))", r"\1 of the ", text)
    on_us = re.match(r"(?i)^((?!it\b|this\b|that\b)\w+(?: \w+)?) (on (?:us|the house)\b.*)$", text)
    told = re.match(r"(?i)^(.{6,}?),? (they say|apparently|they tell us)$", text)
    if told and (full := in_full(told[1], before)).is_whole:
        return Said(f"{full.text}, {told[2]}", True, full.subject)
    if on_us and verb_at(on_us[1].split()) < 0:
        be = "are" if is_plural(on_us[1]) else "is"
        return Said(f"{with_article(on_us[1])} {be} {on_us[2]}", True, on_us[1])
    if plain := re.match(r"(?i)^no,? (un\w+ed|not \w+)$", text):
        return Said(f"no, it's {plain[1]}", True, "it")
    if only := re.match(r"(?i)^((?!it\b|this\b|that\b|if\b)\w+(?: \w+)?) only$", text):
        return Said(f"it's {only[1]} only", True, "it")
    if re.match(
        r"(?i)^no (?:but|not|it's|it|we|we're|you|he|she|they|that's|only|just|sorry|sadly|"
        r"unfortunately|alas|afraid|below|above|"
        r"after|before|because|since|"
        r"if|unless)\b",
        text,
    ):
        return _affirmed("no", in_full(text[3:], before))
    yes = re.match(r"(?i)^(yes|no|nope|yep|yeah|true|right|correct)\b[,!.:]*\s+(?=\S)", text)
    if yes and not re.match(r"(?i)(?:no|right|true|correct) (?=\w)", yes.group().rstrip() + " x"):
        rest = in_full(text[yes.end() :], before)
        return _affirmed(yes[1].lower(), rest)
    if yes and yes.group().rstrip()[-1] in ",!.:":
        rest = in_full(text[yes.end() :], before)
        return _affirmed(yes[1].lower(), rest)
    if " > " in text and len(text.split(" > ")[0].split()) <= 2:
        return Said(f"it's under {text}", True)
    if joint := re.match(
        r"^(\w+(?: \S+){0,8}?),? (so|but|because|and) "
        r"(?=(?:we|you|it|they|I|there)(?:'\w+)? )(.+)$",
        text,
    ):
        first = in_full(joint[1], before)
        if first.is_whole and verb_at(joint[1].split()) < 1:
            return Said(f"{first.text} {joint[2]} {joint[3]}", True, first.subject)
    lead, rest_text = _led(text)
    if not rest_text:
        return Said(text, False)
    full = _completed(rest_text, before, alone=not lead)
    if not full.is_whole and "," in rest_text:
        head, _, tail = rest_text.partition(",")
        full = _completed(head, before, alone=not lead)
        full = Said(f"{full.text},{tail}", full.is_whole, full.subject)
    if not full.is_whole:
        return Said(text, False)
    return Said(f"{lead} {full.text}".strip(), True, full.subject)


def _equals(text: str) -> str:
    """Put "is" for the sign between two things."""
    equal = re.match(r"^((?:\S+ ){0,3}\S+)\s*=\s*(?=[^=]+$)", text)
    if not equal:
        return text
    if verb_at(equal[1].split()) > 0:
        return f"{equal[1].rstrip()}, which means {text[equal.end() :]}"
    verb = "are" if is_plural(equal[1]) else "is"
    return f"{equal[1]} {verb} {text[equal.end() :]}"


def _affirmed(word: str, rest: Said) -> Said:
    if word in ("true", "right", "correct"):
        return rest
    answer = "yes" if word in ("yes", "yep", "yeah") else "no"
    bare = re.sub(
        r"^(?:it's|they're) (?=(?:on|in|at|by|until|till|from|with|for|after|before) )",
        "",
        re.sub(r"^it takes (?=about |\d)", "", rest.text),
    )
    rest = Said(bare, rest.is_whole, rest.subject)
    if rest.is_whole and re.match(rf"(?i){answer}\b", rest.text):
        return rest
    return Said(f"{answer}, {_small(rest.text)}", True, rest.subject)


def _led(text: str) -> tuple[str, str]:
    """Part words into those that only lead in ("from now on", "so", "on Friday") and the rest."""
    words = text.split()
    at = 0
    while at < len(words) and core(words[at]) in words_of("leading"):
        at += 1
    if at == len(words):
        return "", text
    rest = " ".join(words[at:])
    phrase = re.match(
        rf"(?i)^(?:from (?:now on|then on|(?:next |this )?\S+(?: \d+\w*)?(?: \d{{4}})?)|"
        rf"(?:on|in|by|at|until|till|before|after|this|next|every|any) (?:the )?"
        rf"(?:{DAY}|{MONTH}|morning|week|month|year|weekend|\d[\w:.]*(?: {MONTH})?)|"
        r"for now|until then|till then|in the end|in future|at the moment|of course|by the way|"
        r"as of (?:now|today)|this time|next time|for you|as a rule|"
        r"(?:under|over|above|below|beyond|besides) (?:that|this))(?:,? )(?=\S)",
        rest,
    )
    ordered_after = phrase and core(rest[phrase.end() :].split()[0]) in words_of("theirs")
    if phrase and ordered_after:
        return " ".join([*words[:at], phrase.group().strip()]), rest[phrase.end() :]
    if phrase and verb_at(rest[phrase.end() :].split()) not in (0, -1):
        return " ".join([*words[:at], phrase.group().strip()]), rest[phrase.end() :]
    return " ".join(words[:at]), rest


def _completed(text: str, before: str, *, alone: bool) -> Said:
    words = text.split()
    first = core(words[0])
    if first == "please" and len(words) > 1:
        wanted = ordered(words[1:], " ".join(words[1:]))
        if wanted and re.match(r"please\b", wanted.text):
            return wanted
        return Said(with_articles(text), True)
    if _LEANS.match(text) and alone:
        return _leaning(text, before)
    if CONTRACTED.match(words[0].strip(",")):
        return Said(with_articles(text), True, words[0].split("'")[0])
    if first == "no" and len(words) > 1:
        return _none_of(words, text)
    second = core(words[1]) if len(words) > 1 else ""
    if second in OBJECTS | DETERMINERS and is_participle(first) and has_object(words, 0):
        return without_verb(words, text, before)
    opens = first in words_of("theirs") | words_of("ours") | words_of("ours_to_you")
    said_of_us = first in words_of("we_think") and not re.match(
        r"(?i)\w+ (?:is|are|was|were)\b", text
    )
    if (said_of_us or (opens and second in DETERMINERS | OBJECTS)) and (
        wanted := ordered(words, text)
    ):
        return wanted
    if first.endswith("ing") and second in OBJECTS and first not in words_of("not_doing"):
        return Said(f"we're {text}", True, "we")
    at = verb_at(words)
    if (
        at > 1
        and "or" not in words[:at]
        and first in words_of("theirs")
        and core(words[at]) in _SOLVES
    ):
        return Said(f"{_doing(first)} {' '.join(words[1:])}", True, "it")
    if at > 0:
        subject = " ".join(words[:at])
        named = with_article(text)
        if first in ("i", "we", "you", "it", "they", "he", "she", "there"):
            return Said(with_articles(text), True, first)
        return Said(with_articles(named), True, subject)
    if at == 0:
        return _without_subject(words, text, before)
    return without_verb(words, text, before)


_SOLVES = frozenset("fixes helps works does solves sorts should usually will clears".split())
_DOUBLED = re.compile(r"(?:log|plug|unplug|tap|swap|put|set|stop|get|run|trim|scan|drop|cut|rub)$")


def _doing(verb: str) -> str:
    """Give a verb in "-ing": "log" is "logging", "use" is "using"."""
    if _DOUBLED.search(verb):
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb}ing"


def _leaning(text: str, before: str) -> Said:
    """Complete "if X, do Y" in its second half."""
    text = re.sub(
        r"(?i)^(if (?:not|so|yes|no|possible|needed|unsure|any doubt|in doubt|wrong)) "
        r"(?=\w)(?!there|here|fixed|back|ready|\w+ed\b)",
        r"\1, ",
        text,
    )
    state = re.match(
        r"(?i)^(if|when|once) ((?:still |not |too |very )*(\w+)(?: by (?:the )?\S+| after \S+ "
        r"\S+)?),? (.+)$",
        text,
    )
    if state and (
        lexicon().get(state[3].lower()) == "adjective" or state[3].lower() in words_of("states")
    ):
        rest = in_full(state[4], before)
        if rest.is_whole:
            return Said(f"{state[1]} it's {state[2]}, {_small(rest.text)}", True, rest.subject)
    halves = re.match(r"^(.+?),\s+(.+)$", text)
    if halves and not _LEANS.match(halves[2]):
        first = re.match(r"(\w+) (.+)", halves[1])
        rest = in_full(halves[2], before)
        if first and rest.is_whole:
            condition = _condition(first[1], first[2])
            return Said(f"{condition}, {_small(rest.text)}", True, rest.subject)
    joined = re.match(r"(?i)^(?:if|when|once) .+ (?:we|you|it|they|I)(?:'ll|'re)? \w+", text)
    return Said(text, bool(joined))


def _condition(word: str, rest: str) -> str:
    state = re.fullmatch(
        r"(?i)(yes|no|not|so|possible|needed|unsure|wrong|damaged|late|lost)", rest
    )
    if state:
        return f"{word} {'it is' if state[1].lower() == 'wrong' else ''} {rest}".replace("  ", " ")
    said = in_full(rest)
    return f"{word} {_small(said.text) if said.is_whole else rest}"


def _small(text: str) -> str:
    """Give a sentence for the inside of another: no capital, unless a name stands there."""
    first = re.match(r"[A-Za-z']+", text)
    if not first or first.group() in ("I", "I'm", "I've", "I'll", "I'd"):
        return text
    word = first.group()
    name = is_name(word) or word.isupper() or word.lower().split("'")[0] not in lexicon()
    return text if name else text[0].lower() + text[1:]


def _none_of(words: list[str], text: str) -> Said:
    if re.match(
        r"(?i)^no (?:date|timing|timeline|decision|news|plan|cause|eta|time|word)s?$", text
    ):
        return Said(f"there's {text} yet", True)
    at = verb_at(words)
    if at > 1:
        return Said(text, True, " ".join(words[:at]))
    fine = re.match(r"(?i)^no (\S+(?: \S+){0,2}) ((?:fine|ok|okay|open|welcome|enough)\b.*)$", text)
    if fine and is_plural(fine[1]):
        return Said(f"no, {fine[1]} are {fine[2]}", True)
    plans = re.match(r"(?i)^no (?=longer |more than |later than |earlier than )", text)
    if plans:
        return Said(f"it's {text}", True)
    many = is_plural(
        " ".join(words[1:3]) if len(words) > 2 and core(words[1]) in ("more",) else words[1]
    )
    passive = re.match(
        r"(?i)^(no \S+(?: \S+)?) (needed|required|allowed|charged|left|planned|"
        r"possible|available|included)\b(.*)$",
        text,
    )
    if passive:
        return Said(f"there {'are' if many else 'is'} {text}".replace("there is", "there's"), True)
    return Said(f"there are {text}" if many else f"there's {text}", True)


def _without_subject(words: list[str], text: str, before: str) -> Said:
    """Complete what begins with a verb: "goes out on Monday", "can bring it"."""
    first = core(words[0])
    second = core(words[1]) if len(words) > 1 else ""
    if first in ("can", "could", "may", "might"):
        verb = next((core(w) for w in words[1:] if core(w) not in words_of("adverbs")), "")
        who = "you" if verb in words_of("you_can") else "we"
        if verb == "be":
            who = pronoun(before)
        if who == "you" and re.search(r"\byou\b", text):
            who = pronoun(before) if before[:1].isupper() else "we"
        return Said(f"{who} {with_articles(text)}", True, who)
    if first in words_of("helping"):
        return _helped(first, second, text, before)
    if first in words_of("we_did"):
        return Said(f"we {with_articles(text)}", True, "we")
    who = pronoun(before)
    if is_name(who.split()[0]) or who not in ("it", "they"):
        return Said(f"{who} {with_articles(text)}", True, before)
    said = text
    if who == "they" and first.endswith("s") and first in words_of("acts"):
        said = f"{_plain(words[0])} {' '.join(words[1:])}"
    be = {"is": "are", "was": "were", "has": "have", "does": "do"}
    if who == "they" and first in be:
        said = f"{be[first]} {' '.join(words[1:])}"
    return Said(f"{who} {with_articles(said)}", True, before or "it")


def _helped(first: str, second: str, text: str, before: str) -> Said:
    """Complete what begins with a verb that helps another: "won't happen again"."""
    if first in ("do", "have") and second == "not":
        return Said(f"we {text}", True, "we")
    happens = second in ("be", "take", "cost", "arrive", "come")
    if first in ("will", "won't", "would", "wouldn't") and happens:
        who = pronoun(before)
        return Said(f"{who} {with_articles(text)}", True, who)
    named = before and re.match(r"[A-Z][a-z]+$", before.split()[-1]) is not None
    if first in ("will", "won't", "would") and named:
        return Said(f"{pronoun(before)} {text}", True, before)
    if first in ("are", "were", "aren't", "weren't"):
        who = "they" if is_plural(before) else "we"
        return Said(f"{who} {text}", True, who)
    if first == "don't" and second not in words_of("we_do_not"):
        return Said(f"please {text}", True, "you")
    who = "I" if second in ("know", "think") else "we"
    return Said(f"{who} {with_articles(text)}", True, who)


def _plain(verb: str) -> str:
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:sh|ch|ss|x|o)es$", verb) else verb[:-1]


def _subject_of(said: str) -> str:
    words = said.split()
    at = verb_at(words)
    return " ".join(words[:at]) if at > 0 else ""
