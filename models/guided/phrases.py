"""Phrases of a comment that a reply can name: things, ideas, details, quotes."""

import re
from dataclasses import dataclass

from models.guided.person import joined, to_them
from models.guided.ranker import chance
from models.guided.rarity import rarity
from models.guided.tagging import Word, common_words, lexicon, sentences, tidy, word_set

_TIME = word_set("time")
_EMPTY = word_set("empty")  # says nothing when named
_TROUBLE = word_set("trouble")
# Words before a noun that make it nobody's in particular.
_VAGUE = frozenset("his her their its all some any every each what such".split())
_SWEARS = re.compile(
    r"(?i)\b(?:f+u+c+k|shit|crap|bastard|wank|bollock|arse|ass(?:hole)?\b|bitch|cunt|dick|piss|"
    r"damn|"
    r"idiot|moron|scum|retard|kill|die\b|hell\b)"
)
_WISHES = re.compile(
    r"(?i)^(?:open|opening|build|start|release|restock|install|introduce|create|host|print|"
    r"add|adding|bring|bringing|make|making|do|doing|offer|sell|selling|have|having|try|"
    r"get|"
    r"put|want|need|like|love|see|with|about)$"
)
_LACKING = re.compile(
    r"(?i:^(?:still )?no) (?P<what>(?i:date|show|gig|stop|concert|shop|store)) "
    r"(?P<where>(?i:in|near|for) (?P<place>[A-Z][\w-]+))"
)
_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february april june july
    august september october november december christmas easter""".split()
)
_TITLES = frozenset(  # what opens a shown name and is none
    """The Team Family Mr Mrs Ms Miss Dr Prof Sir Nurse Captain Father Sister Rev Old Big Little
    Loving Proud Very Just Only Real Angry Tired Lazy Crazy Lucky Grumpy Busy Mad Simply Not Your My
    Our Royal New Great Super""".split()
)
_IDLE = frozenset(  # said with "no" before it, and nothing that anybody speaks of
    """pressure rush hurry worries worry problem problems offence joke doubt shame idea clue regrets
    regret wonder way thanks question questions notes point need chance excuse matter""".split()
)
_DESCRIBES = re.compile(r"(?:geous|rious|lous|iful|eful|less|ible)$")
_JOINING = {"of", "about", "from", "on", "in", "with", "for", "at"}
MOST_WORDS_OF_A_PURPOSE = 8
_ASKING = frozenset("chance asking ask vote hoping hope wish".split())
_WOULD_LIKE = frozenset("'d would i we really also".split())
_MEANS = frozenset("way option button feature setting place chance tool possibility".split())
MOST_WORDS_OF_A_THING = 6
WORTH_NAMING = 0.2


@dataclass(frozen=True)
class Phrase:
    """A phrase as said to the commenter, and how much it is worth naming."""

    text: str
    worth: float


@dataclass(frozen=True)
class Candidate:
    """A noun phrase as said to the commenter, its head as written, and its features."""

    text: str
    head: str
    features: dict[str, float]


def things(comment: str, post: str = "", most: int = 4) -> list[Phrase]:
    """Give noun phrases of a comment, such as "your parcel" or "the left earbud", best first."""
    ranked: dict[str, float] = {}
    for candidate in candidate_things(comment, post):
        worth = chance("thing", candidate.features)
        ranked[candidate.text] = max(worth, ranked.get(candidate.text, 0.0))
    best = sorted(ranked.items(), key=lambda item: -item[1])
    return [Phrase(text, worth) for text, worth in best if worth > WORTH_NAMING][:most]


def candidate_things(comment: str, post: str = "") -> list[Candidate]:
    """Give all noun phrases that could be named, with features for the fitted judgement."""
    tagged = sentences(comment)
    shown = post.lower()
    found = []
    for number, words in enumerate(tagged):
        for start, end in noun_phrases(words):
            if not _is_sayable(words, start, end, shown):
                continue
            for extended, phrase in enumerate(
                (_as_thing(words[start:end], start == 0), _with_more(words, start, end))
            ):
                if not phrase:
                    continue
                head = phrase[-1]
                features = _features(phrase, head, number, len(tagged)) | {
                    "extended": float(extended),
                    "subject": float(start == 0),
                    "after_verb": float(start > 0 and words[start - 1].kind == "verb"),
                    "after_preposition": float(
                        start > 0 and words[start - 1].kind == "preposition"
                    ),
                    "bare": float(words[start].kind not in ("determiner", "possessive")),
                    "in_post": float(head.lower[:6] in shown),
                    "asked": float(words[-1].text == "?"),
                }
                found.append(Candidate(joined(phrase), head.text, features))
    return found


def _features(phrase: list[Word], head: Word, number: int, count: int) -> dict[str, float]:
    content = [word for word in phrase if word.kind in ("noun", "adjective", "number")]
    rare = [rarity(word.lower) for word in content]
    return {
        f"head={head.lower[:6]}": 1.0,
        "rarity": sum(rare) / max(1, len(rare)),
        "head_rarity": rarity(head.lower),
        "yours": float(phrase[0].lower == "your"),
        "ours": float(phrase[0].lower == "our"),
        "words": float(len(phrase)),
        "only_sentence": float(count == 1),
        "first_sentence": float(number == 0),
        "last_sentence": float(number == count - 1),
        "name": float(head.text[:1].isupper()),
        "number_in": float(any(word.kind == "number" for word in phrase)),
        "adjective_in": float(any(word.kind == "adjective" for word in phrase)),
        "plural": float(head.lower.endswith("s")),
        "unknown_word": float(head.lower not in lexicon()),
        "gerund": float(head.lower.endswith("ing")),
    }


def ideas(comment: str, most: int = 3) -> list[Phrase]:
    """Give what a comment asks for, such as "a smaller bottle", best first."""
    found: list[Phrase] = []
    for words in sentences(comment):
        for start, end in noun_phrases(words):
            before = _asking_word(words, start)
            phrase = words[start : _with_purpose(words, end)]
            if (
                before
                and _WISHES.match(before.text)
                and (len(phrase) > end - start or words[end - 1].lower not in _EMPTY | _TIME)
            ):
                said = to_them(phrase)
                found.append(Phrase(joined(lowered(said)), _worth(said)))
    if lacking := _LACKING.search(tidy(comment)):  # "no date in Glasgow"
        found.append(
            Phrase(
                f"a {lacking['what']} {lacking['where']}".lower().replace(
                    lacking["place"].lower(), lacking["place"]
                ),
                2.0,
            )
        )
    ranked = sorted(found, key=lambda phrase: -phrase.worth)[:most]
    return [
        phrase
        for phrase in ranked
        if len(phrase.text.split()) > 1
        or phrase.text.endswith("s")
        or f"add {phrase.text}" in comment.lower()
    ]


def _asking_word(words: list[Word], start: int) -> Word | None:
    """Give the word that asks for a phrase: "bring back the buns", "any chance of a sale"."""
    before, second = words[:start][-1:], words[:start][-2:-1]
    if not before or not second:
        return before[0] if before else None
    if before[0].lower in ("back", "up"):
        return second[0]
    if before[0].lower == "like" and second[0].lower not in _WOULD_LIKE:
        return None  # "tastes like floor cleaner"
    asks = before[0].lower in ("of", "for") and second[0].lower in _ASKING
    return Word("want", "verb") if asks else before[0]


def _with_purpose(words: list[Word], end: int) -> int:
    """Give where a wish ends: "a way" goes on to what it is for, "to split bills"."""
    placed = end + 1 < len(words) and words[end].lower in ("in", "for", "with", "near", "without")
    if placed and (spans := noun_phrases(words[end + 1 :])) and not spans[0][0]:
        return end + 1 + spans[0][1]
    if words[end - 1].lower not in _MEANS or end >= len(words) or words[end].lower != "to":
        return end
    stop = next((at for at in range(end, len(words)) if words[at].kind == "stop"), len(words))
    return stop if stop - end <= MOST_WORDS_OF_A_PURPOSE else end


def quotes(comment: str, most: int = 2) -> list[Phrase]:
    """Give one to four words of a comment that can stand in quotation marks, the rarest first."""
    quoted = [match.strip(" .,!?") for match in re.findall(r'["“]([^"“”]{3,40})["”]', comment)]
    found = [Phrase(text, 2.0) for text in quoted if 1 <= len(text.split()) <= 4]
    for words in sentences(comment):
        for start, end in noun_phrases(words):
            chunk = words[start:end]
            if len(chunk) > 1 and chunk[0].kind in ("determiner", "possessive"):
                chunk = chunk[1:]
            text = joined(chunk)
            if (
                2 <= len(chunk) <= 4
                and chunk[-1].lower not in _TIME
                and not _SWEARS.search(text)
                and text in comment
            ):
                found.append(Phrase(text, sum(rarity(w.lower) for w in chunk) / len(chunk)))
    return sorted(found, key=lambda phrase: -phrase.worth)[:most]


def first_name(author: str) -> str:
    """Give the first name in a shown name, or "" where it is a handle and not a name."""
    match = re.match(
        r"^([A-ZÀ-Þ][a-zà-ÿ]{1,14}(?:[-'](?!s\b)[A-ZÀ-Þ]?[a-zà-ÿ]+)?)"
        r"(?:\s+(?:[A-ZÀ-Þ][\w.'’-]*|(?:von|van|der|den|de|del|da|dos|di|du|la|le|ter|al|el|bin)(?!\w)[\w.'’-]*)){0,3}$",
        author.strip(),
    )
    titled = match is not None and match.group(1) in _TITLES
    return match.group(1) if match and not titled and len(author.split()) > 1 else ""


def swears(text: str) -> bool:
    """Say whether a text has words that a brand does not say back."""
    return bool(_SWEARS.search(text))


def noun_phrases(words: list[Word]) -> list[tuple[int, int]]:
    """Give where the noun phrases of a sentence start and end."""
    spans = []
    at = 0
    while at < len(words):
        start = at
        if words[at].kind in ("determiner", "possessive"):
            at += 1
        inner = at
        while at < len(words) and words[at].kind in ("adjective", "number", "noun"):
            at += 1
        seen = at
        while at > inner and words[at - 1].kind != "noun":
            at -= 1
        if at > inner:
            at = _owned(words, at)
            spans.append((start, at))
        else:
            at = max(seen, inner + 1)
    return spans


def _owned(words: list[Word], at: int) -> int:
    """Give where a phrase ends whose noun owns another: "my granny | 's bathroom"."""
    end = at + 1
    if at >= len(words) or words[at].lower != "'s":
        return at
    while end < len(words) and words[end].kind in ("adjective", "noun"):
        end += 1
    ends_well = end > at + 1 and words[end - 1].kind == "noun" and words[at + 1].lower != "been"
    return end if ends_well else at


def _as_thing(words: list[Word], opens: bool = False) -> list[Word] | None:
    first, head = words[0], words[-1]
    if (
        head.lower in _EMPTY | _TIME
        or len(head.text) < 3
        or len(words) > 5
        or _SWEARS.search(joined(words))
    ):
        return None
    if any(word.lower in _TIME for word in words[:-1]) and words[0].kind != "determiner":
        return None
    if first.lower in _VAGUE or any(word.lower == "same" for word in words):
        return None
    if first.kind == "possessive":
        return lowered(to_them(words))
    rest = words[1:] if first.kind == "determiner" else words
    if first.lower in ("no", "a", "an") and any(_is_name(word, False) for word in rest):
        return None  # "no Piet", "a monster Otto"
    if first.kind != "determiner" and _is_name(rest[0], opens):
        return rest
    return [Word("the", "determiner"), *lowered(rest)] if rest else None


def _is_sayable(words: list[Word], start: int, end: int, shown: str) -> bool:
    """Say whether a noun phrase can be named: counts, odd bare nouns and strangers' names cannot.

    `shown`: the post's text in lower case; a name that stands in it is no stranger's.
    """
    first, head = words[start], words[end - 1]
    if common_words().get(head.lower) in ("adjective", "adverb") or _DESCRIBES.search(head.lower):
        return False  # "the green", "that good outside", "gorgeous"
    if first.kind == "possessive":
        return True
    if first.lower in ("this", "that") and common_words().get(head.lower) == "verb":
        return False  # "this took me hours"
    if first.lower == "no" and head.lower in _IDLE:
        return False
    if any(word.kind == "number" for word in words[start:end]):
        return False
    if any(_is_name(word, start == 0) and word.lower not in shown for word in words[start:end]):
        return False
    if first.kind == "determiner":
        return first.lower not in ("a", "an") or _TROUBLE & {word.lower for word in words} != set()
    if start and words[start - 1].kind == "pronoun":
        return False  # "nothing shows": a verb after all
    if start > 1 and words[start - 1].kind == "conjunction":
        listed = words[start - 2]
        if listed.kind != "noun" or listed.lower in _TIME:
            return False  # "comes every morning and stares"
    known = lexicon().get(head.lower) == "noun"
    if known and head.lower.endswith("s") and not head.lower.endswith("ss") and len(head.text) > 4:
        return True
    before = words[start - 1].lower if start else ""
    opens = (
        start == 0
        and end < len(words)
        and words[end].kind
        in (
            "verb",
            "modal",
            "adverb",
            "adjective",
        )
    )
    return opens or before in ("no", "without")


def _is_name(word: Word, opens: bool) -> bool:
    """Say whether a word is a name: a capital in mid-sentence, or one that no lexicon has."""
    return word.text[:1].isupper() and (not opens or lexicon().get(word.lower) is None)


def _with_more(words: list[Word], start: int, end: int) -> list[Word] | None:
    if end + 1 >= len(words) or words[end].lower not in _JOINING:
        return None
    for next_start, next_end in noun_phrases(words[end + 1 :])[:1]:
        tail = words[end + 1 + next_start : end + 1 + next_end]
        head = words[start:end]
        if next_start or tail[-1].lower in _TIME or _SWEARS.search(joined(tail)):
            return None
        as_thing = (
            _as_thing(head)
            if head[-1].lower not in ("bit", "part")
            else [Word("the", "determiner"), head[-1]]
        )
        if as_thing and len(as_thing) + 1 + len(tail) <= MOST_WORDS_OF_A_THING:
            return [*as_thing, words[end], *lowered(to_them(tail))]
    return None


def _worth(words: list[Word]) -> float:
    content = [word for word in words if word.kind in ("noun", "adjective", "number")]
    if not content:
        return 0.0
    worth = sum(rarity(word.lower) for word in content) / (len(content) + 0.5)
    return worth + 0.25 * (words[0].lower in ("your", "our")) + 0.05 * min(len(words), 4)


def lowered(words: list[Word]) -> list[Word]:
    """Give words without the capital of a sentence's start."""
    first = words[0]
    if (
        first.text == "I"
        or first.lower in _DATES
        or first.text.isupper()
        or not first.text[:1].isupper()
    ):
        return words
    if first.kind == "noun" and rarity(first.lower) >= 1.0:
        return words
    return [Word(first.lower, first.kind), *words[1:]]
