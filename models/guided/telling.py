"""How a fact is told: as a sentence, where it stands as a label ("Sizing: true to size").

Only words that a fact surely lacks are put in: an article, a form of "be", "take" before a length
of time. What would take a guess stays as it is.
"""

import re
from functools import lru_cache

from models.guided.facts import as_sentence
from models.guided.forms import is_several
from models.guided.shorthand import in_full_words
from models.guided.sound import acts, has_verb, is_sound, words_in
from models.guided.tagging import lexicon, proper_names, tag
from models.guided.times import MONTH, SUM
from models.guided.verbless import and_none, phrased, table, uncapped, words_of
from models.restorer.restore import restored
from models.tables import filled
from models.teller import tell

MOST_WORDS_OF_A_LABEL = 7
MOST_WORDS_OF_A_SETTING = 3
MOST_STRANGE = 2  # words that no lexicon has: then the label is in another language
FEWEST_WORDS = 3  # of a clause that is completed
SURE = 0.5  # of all that is put into a clause, at least
LIKELY = 0.8  # a token in the mean, where a fact is said in other words
_CLAUSE_END = re.compile(r"(?<=[.;]) ")
_WRITTEN = re.compile(  # what begins so was written in whole sentences
    r"(?:The|An?|We|You|They|There|It|Our|Your|If|When|Where|This|That|These|Those|All|Each|Every|"
    r"Any|Both|Some|Most|He|She|I|His|Her|Their|My|Please)(?:'\w+)? "
)
_PARTS = re.compile(r"(?<=[a-z0-9)€%])\. (?=[A-Z0-9£€$])|\n+")
_CROWDED = re.compile(r"(?:[,;].*){3}")  # bits that one verb does not hold together
_LABEL = re.compile(r"^(?P<label>[^.:;,!?\"“”]{2,60}): (?P<rest>\S.*)$", re.DOTALL)
_THING = re.compile(r"^(?!(?:No|From|Until|Since|Old|Each|Every|Up) )[A-Z][\w-]*(?: [a-z-]+){0,2} ")
_MONEY = rf"(?:(?:about|around|from|up to|only) )?{SUM}"
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve)"
_SPAN = (
    r"(?:(?:about|around|up to|at least|under|normally|usually|currently) )?"
    rf"{_COUNT}(?:(?: to |-|–| or ){_COUNT})? "
    r"(?:working |business |full )?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?)\b"
)
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)"
_CLOCK = r"\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)?(?: to |-|–)\d{1,2}(?:[.:]\d\d| ?(?:am|pm))"
_HOURS = re.compile(_CLOCK)
_ON = re.compile(rf"{_DAY}\b|\d{{1,2}} {MONTH}\b|{MONTH} \d")
_WHEN = re.compile(
    rf"(?:every day|every {_DAY}|daily|weekdays|{_DAY}\b|(?:the )?(?:first|last) {_DAY}|"
    rf"\d{{1,2}}(?:-\d{{1,2}})? (?:to \d{{1,2}} )?{MONTH}|{MONTH}\b|"
    rf"{_CLOCK})"
)
_DONE_THEN = re.compile(rf"ed (?:yesterday|last|(?:on )?{_DAY})\b")  # it may be over, or not yet
_FROM_DAY_TO_DAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)s?(?:-| to )")
_SENT = re.compile(  # "Shipping to Norway: 4 to 6 days, 9 euros"
    rf"^(?P<way>(?:Shipping|Delivery|Postage|Courier)(?: to [A-Z][\w ]+)?): (?P<span>{_SPAN}), "
    rf"(?P<price>{_MONEY}\S*)$"
)
_DATED = re.compile(r"(?i)(?:hours|days?|times?|date|deadline|yard|day)$")
_ADVERBIAL = re.compile(
    r"(?i)^(?:from|after|in|on|at|until|since|for|of|with|without|before|by|under|between|if|when|"
    r"over|during|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|good friday|easter|christmas|today|"
    r"tomorrow|tonight|this|next|last|tip|note|exception|claims|current|\d+(?:st|nd|rd|th)?)\b"
)
_LED = re.compile(
    r"(?i)^(?:from|after|in|on|at|until|since|for|before|over|during|today|to\w+|this|next)\b"
)
_THEN = re.compile(r"(?<=\w), (?=(?:reopens|opens|closes|starts|ends|returns|costs|takes)\b)")
_WEB = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?(?=$|[,;]? )")
_PHONE = re.compile(r"^\+?\d[\d ]{6,}(?=$|[,;])")
_NAME = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms)\.? )?[A-ZÀ-Þ][\wà-ÿ'’-]+(?: [A-ZÀ-Þ][\wà-ÿ'’-]+)*(?=[,.;]|$)"
)
_MAIL = re.compile(r"\S+@\S+")
_REACHED = re.compile(  # a person, and where that person is reached
    r"(?:(?:Dr|Mr|Mrs|Ms)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+, (?:[a-z ]+, )?"
    r"(?:\S+@\S+|\+?\d[\d ]{5,})"
)
_DESK = (
    r"(?:[\w'’-]+ ){0,2}(?:desk|office|team|lead|line|department|counter|council|owner|manager)\b"
)
_TO_DO = re.compile(r"[A-Z][a-z]+(?<!ing)(?<!s) (?:an?|the|your)(?: [a-z]+){1,2}")
_PATH = re.compile(
    r"(?:[A-Z]|app\b|gear\b|menu\b|account\b|open|tap|press)"
    r"[\w'’ .+&-]{2,40}(?: > [\w'’ .+&-]{2,40})+"
)
_PRESSES = re.compile(r"(?:open|go to|tap|press|choose|click|hold|use|see) ")
_GIVEN_BACK = re.compile(
    r"(?:an? )?(?:full |half |free |new )?(?:refund|replacement|swap|exchange)\b"
)
_LIST = re.compile(r"(?:[a-z]+(?: [a-z]+)?, )+[a-z]+(?: [a-z]+)?")
_BEHIND = re.compile(
    r" (?:for|of|in|on|to|by|at|from|with|under|over|up to|within|without|after|before|until|per|"
    r"because) "
)
_A_CUSTOMER = r"(?i)(?<!each )(?<!every )(?<!any )(?<!one )\b(?:the )?customer"
_CUSTOMER = (
    (re.compile(rf"{_A_CUSTOMER}'s (choice|word)\b"), r"your \1"),
    (re.compile(rf"{_A_CUSTOMER} (may|can|should|must)\b"), r"you \1"),
    (
        re.compile(
            rf"{_A_CUSTOMER} (keep|send|want|pick|prefer|ask|open|pay|get|choose|decide)s\b"
        ),
        r"you \1",
    ),
    (
        re.compile(
            r"(?i)\b(calls?|rings?|phones?|tells?|to|by) the customer\b(?=$|[.,;]| the| him)"
        ),
        r"\1 you",
    ),
)
_OPENERS = frozenset(("It", "We", "They", "There", "A", "You"))
_ACTORS = frozenset(("we", "you", "it", "they", "nobody", "everyone", "all", "there"))


@lru_cache(maxsize=256)  # every tone tells it
def told(fact: str) -> str:
    """Give a fact as sentences, with the words put in that its labels surely lack."""
    text = _to_them(fact.strip())
    parts = [part for part in _PARTS.split(text) if part]
    by_rule = " ".join(as_sentence(_completed(_told(part))) for part in parts)
    if all(map(_is_written, parts)) or (is_sound(by_rule) and not _CROWDED.search(text)):
        return by_rule
    return _in_other_words(text) or by_rule


def _in_other_words(text: str) -> str:
    """Give a jotted text as the teller says it; "" where that is a guess, or joins bits barely."""
    said = None if _DONE_THEN.search(text) else tell.told(text)
    if said is None or said.mean < LIKELY or not is_sound(said.text):
        return ""
    return said.text if words_in(said.text) - words_in(text) else ""


def _is_written(part: str) -> bool:
    """Say whether a part was written as a sentence."""
    return not _LABEL.match(part) and bool(_WRITTEN.match(part) or acts(part))


def led(answer: str, sentence: str) -> str:
    """Give a sentence behind the answer that it explains: "Yes, the soup is vegan."."""
    first = re.match(r"[\w'’-]+", sentence)
    word = first[0] if first else ""
    known = word.lower() in lexicon() and word.lower() not in proper_names()
    plain = (known and word[1:].islower()) or word.split("'")[0] in _OPENERS
    return f"{answer}, {uncapped(sentence) if plain else sentence}"


def _to_them(fact: str) -> str:
    """Say "you" where a fact speaks of the customer, who is the one that it is told to."""
    if re.search(r"(?i)\b(?:they|them|their|a customer|customers)\b", fact):
        return fact
    for of_them, to_them in _CUSTOMER:
        fact = of_them.sub(to_them, fact)
    return fact


def _told(part: str) -> str:
    bare = part.strip().rstrip(".")
    if sent := _SENT.match(bare):
        return f"{sent['way']} takes {sent['span']} and costs {sent['price']}"
    match = _LABEL.match(bare)
    if match is None:
        return phrased(_priced(bare))
    label, rest = match["label"].strip(), match["rest"].strip()
    if _ADVERBIAL.match(label):
        if (opens := re.match(r"(?:open|closed)\b", rest)) and not has_verb(rest[opens.end() :]):
            on = "" if _LED.match(label) else "on "
            return f"{on}{label} we're {rest}"
        return f"{label}, {rest}" if _is_clause(rest) and not has_verb(label) else bare
    if answer := re.match(r"(?i)(yes|no)\b(?=,|;|$)", rest):
        return _affirmed(label, answer[1].lower() == "yes", rest[answer.end() :]) or bare
    told_so = _of_it(label, rest) or _led_to(label, rest)
    told_so = told_so or (_joined(label, rest) if _is_thing(label) else "")
    return told_so or and_none(bare)


def _completed(part: str) -> str:
    """Put the small words into the clauses that have no verb, where that is sure enough."""
    clauses = _CLAUSE_END.split(part)
    for place, clause in enumerate(clauses):
        is_short = len(clause.split()) < FEWEST_WORDS
        if is_short or _WRITTEN.match(clause) or acts(clause) or _DONE_THEN.search(clause):
            continue
        clauses[place] = clause = in_full_words(clause) or clause
        found = restored(clause)
        if found.sureness >= SURE:
            goes_on = clause[0].islower() and place
            clauses[place] = found.text[0].lower() + found.text[1:] if goes_on else found.text
    return " ".join(clauses)


def _affirmed(label: str, yes: bool, more: str) -> str:
    """Give a label under which "yes" or "no" stands as a clause: "yes, it's vegan"."""
    if _is_state(label):
        return f"{'yes, it' if yes else 'no, it'}'s {'' if yes else 'not '}{uncapped(label)}{more}"
    if _is_thing(label) and not _is_plural(label):
        return f"{'yes' if yes else 'no'}, there's {'' if yes else 'no '}{_lowered(label)}{more}"
    return ""


def _of_it(label: str, rest: str) -> str:
    """Give what a label alone says of the thing asked about: "it comes up true to size"."""
    for named, begins, told_as in table()["of_it"]:
        begins = filled(begins, {"MONEY": _MONEY, "SPAN": _SPAN})
        if re.fullmatch(named, label, re.I) and re.match(begins, rest, re.I) and not has_verb(rest):
            behind = re.sub(r"(?i)^(?:within|for|up to) ", "", rest)
            return str(told_as).format(
                _lowered(behind if "within" in told_as else rest), label=label
            )
    return ""


def _led_to(label: str, rest: str) -> str:
    """Give where a label leads: to a person, to a place in the menu, to a refund."""
    head = _head(label)
    if head in words_of("brought") and _is_plural(label) and not has_verb(rest.split(";")[0]):
        if _NAME.match(rest) or _MAIL.match(rest) or rest.startswith(("our ", "the ")):
            return f"{label} go to {rest}"
        return f"{label} go to the {rest}" if re.match(_DESK, rest) else ""
    plain = _is_thing(label) and label[1:].islower() and head not in words_of("roles")
    if (
        (head in words_of("matters") or (_REACHED.match(rest) and plain))
        and _NAME.match(rest)
        and not has_verb(rest.split(";")[0])
    ):
        return f"for {uncapped(label)}, it's {rest}"
    if _PATH.fullmatch(rest.split(";")[0]) and not re.search(r"\d", label):
        go = "" if _PRESSES.match(rest) else "go to "
        if label.lower() in words_of("deeds") or _TO_DO.fullmatch(label):
            return f"to {label.lower()}, {go}{rest}"
        short = len(label.split()) <= MOST_WORDS_OF_A_SETTING
        return f"for {_named(label)}, {go}{rest}" if short and _is_thing(label) else ""
    if _GIVEN_BACK.match(rest) and not has_verb(rest.split(";")[0]):
        a = "" if rest.startswith(("a ", "an ")) else "a "
        if _LED.match(label) and not has_verb(label):
            return f"{label}, there's {a}{rest}"
        return f"for {uncapped(label)} there's {a}{rest}" if _is_plural(label) else ""
    if label.lower() in ("payment", "payments", "payment methods") and _LIST.fullmatch(rest):
        *ways, last = rest.split(", ")
        return f"you can pay by {', '.join(ways)} or {last}"
    return ""


def _joined(label: str, rest: str) -> str:
    """Give a label and what stands behind it as one clause; nothing where that takes a guess."""
    first = re.split(r"[;,(]", rest)[0]
    if has_verb(first):
        return ""
    be = "are" if _is_plural(label) else "is"
    if _is_state(first):
        if first.lower().startswith("not "):
            return f"{_named(label)} {be}n't {rest[4:]}"
        return f"{_named(label)} {be} {_THEN.sub(', and it ', _lowered(rest))}"
    if re.match(rf"(?i){_SPAN}", rest):
        takes = "take" if be == "are" else "takes"
        each = re.search(r"(?i) an? (?:day|week|month|year)\b", first)
        lasts = each or _head(label) in words_of("lasts")
        return f"{_named(label)} {be if lasts else takes} {_lowered(rest)}"
    if re.match(rf"(?i){_MONEY}", rest):
        return f"{_named(label)} {be} {_lowered(rest)}"
    if _head(label) in words_of("roles") and _NAME.match(rest) and not has_verb(rest):
        return f"our {uncapped(label)} is {rest}"
    if be == "is" and (_WEB.match(rest) or _PHONE.match(rest)):
        return f"{_named(label)} is {'at ' if _WEB.match(rest) else ''}{rest}"
    if _HOURS.match(rest) and not _DATED.search(label):
        return f"{_named(label)} {be} open {rest}" if _head(label) in words_of("places") else ""
    if _WHEN.match(rest) and not _FROM_DAY_TO_DAY.match(rest):
        single = not re.match(r"\S+(?: \S+)? to\b", rest)
        on = "on " if single and _ON.match(rest) and not _DATED.search(label) else ""
        the = "the " if re.match(r"(?:first|last) ", rest) else ""
        return f"{_named(label)} {be} {on}{the}{rest}"
    return ""


def _priced(text: str) -> str:
    """Put "is" between a thing and its price or length: "Guarantee 2 years"."""
    match = _THING.match(text)
    if match is None or has_verb(text.split(";")[0]):
        return text
    thing, rest = match.group().strip(), text[match.end() :]
    is_length = re.match(rf"(?i){_SPAN}", rest) and _head(thing) in words_of("lasts")
    if not (is_length or re.match(rf"(?i){_MONEY}", rest)) or not _is_thing(thing):
        return text
    kinds = [word.kind for word in tag(thing)]
    if kinds[-1] != "noun" or {"verb", "preposition", "adverb"} & set(kinds):
        return text
    return f"{_named(thing)} {'are' if _is_plural(thing) else 'is'} {rest}"


def _is_state(words: str) -> bool:
    """Say whether words begin with what something is: "not offered", "fully booked"."""
    bare = re.sub(
        r"(?i)^(?:not yet|not|never|always|usually|all|only|fully|no longer|now|currently|also) ",
        "",
        words,
    )
    state = bare.split()[0].lower()
    leads_on = re.match(r"(?i)free (?:\w+ ){0,2}(?:and|of|\w+ing)\b", bare)
    return state in words_of("states") and not leads_on


def _is_thing(label: str) -> bool:
    """Say whether a label is a noun phrase in words that are known."""
    if len(label.split()) > MOST_WORDS_OF_A_LABEL:
        return False
    words = tag(_front(label))
    verbs = [word for word in tag(label) if word.kind in ("verb", "modal")]
    strange = sum(
        word.text.islower() and word.text.isalpha() and word.lower not in lexicon()
        for word in tag(label)
    )
    acts = any(
        not re.search(r"(?:ed|ing)$", word.lower) and word.lower not in words_of("roles")
        for word in verbs
    )
    odd = words[0].lower in ("no", "not") or any(word.kind == "pronoun" for word in tag(label))
    is_role = words[-1].lower in words_of("roles")
    nominal = is_role or words[-1].kind in ("noun", "number", "verb", "adverb")
    return nominal and strange < MOST_STRANGE and not (acts or odd)


def _named(label: str) -> str:
    """Give a label as the subject of a sentence, with "the" where it lacks one."""
    words, front = tag(label), tag(_front(label))
    counts = words[0].text[0].isdigit() or words[0].kind in ("determiner", "possessive")
    if counts or _is_plural(label):
        return label
    if front[-1].text[:1].isupper() and (len(front) > 1 or front[-1].lower in proper_names()):
        return label
    if front[-1].lower not in lexicon() and len(front) == 1:
        return label
    first = words[0].lower
    known = (first in lexicon() or first in words_of("states")) and first not in proper_names()
    bare = uncapped(label) if known else label
    nouns = [word.lower for word in front if word.kind != "adverb"] or [front[-1].lower]
    uncountable = nouns[-1] in words_of("mass") or nouns[-1].endswith("ing")
    return bare if uncountable else f"the {bare}"


def _front(label: str) -> str:
    """Give what stands before "for" or "of" in a label: of "fraud line for members" the line."""
    return _BEHIND.split(label)[0]


def _head(label: str) -> str:
    return _front(label).split()[-1].lower()


def _is_plural(label: str) -> bool:
    head = _head(label)
    return head not in proper_names() and (" and " in _front(label) or is_several(head))


def _is_clause(text: str) -> bool:
    """Say whether words surely are a clause: they begin with who acts, and have a verb."""
    first = re.split(r"[;,]", text)[0]
    opens = tag(first)[0]
    acts = opens.kind in ("pronoun", "determiner", "possessive") or opens.lower in _ACTORS
    return acts and has_verb(first)


def _lowered(text: str) -> str:
    """Give what stands behind a label without its capital, unless a name stands there."""
    if re.match(r"\S+ [A-Z]", text):
        return text
    first = text.split()[0].strip(",;").lower()
    return uncapped(text) if first in lexicon() and first not in proper_names() else text
