"""Private data: personal details repeated in public, or asked for where all can read."""

import re
from collections.abc import Iterator

from server.checks.case import Case, Found, look_once
from server.checks.likely import is_likely, severity_of
from server.checks.mood import is_question, is_trouble
from server.checks.numbers import values
from server.checks.patterns import search
from server.checks.sentences import Sentence, sentences
from server.checks.words import content, lines, plain, tokens
from server.schemas import Severity

_HEALTH = frozenset(word for line in lines("health.txt") for word in line.split())
_AFFAIRS = frozenset(word for line in lines("affairs.txt") for word in line.split())
# The endings by which medicines are named.
_MEDICINE = re.compile(
    r"(?<!\w)\w{3,20}(?:olol|pril|statin|cillin|zepam|zolam|oxetine|prazole|sartan|mycin|caine|tidine|"
    r"triptan|gliptin|parin|umab|ximab|zumab|lukast|setron|dipine|formin|traline|thiazide|profen)"
)
_DETAIL = (
    r"(?:(?:phone|mobile|telephone|cell|order|account|booking|customer|card|policy|"
    r"membership|member|loyalty|reservation|invoice|contract|client|patient|tax|vat|"
    r"passport|tracking|case|reference|insurance|meter|id|serial|ticket|catalogue|"
    r"employee|licence|license|number) (?:number|numbers|no|reference|details|id|code)s?|"
    r"number ?plates?|registration|(?:your |his |her )e-?mail|e-?mail address(?:es)?|the "
    r"e-?mail and|(?:home |postal |street |full |delivery |billing |your |house "
    r")address(?:es)?|which address|what address|what's the address|date of birth|birth "
    r"date|due date|full names?|real names?|surname|(?:bank|card|contact|payment|"
    r"personal) details|post ?code|zip code|staying in|iban|sort codes?|pin|password|last "
    r"(?:four|4) digits|(?:four|4) digits of|(?:street|house) (?:and house )?number|"
    r"what's the street|which street|diagnos\w+|prescri\w+|medication|dose|injur(?:y|ies)|"
    r"savings|salary|income|(?<!a )mobile|hospital|gp\b|room (?:number|are you)|which (?:school|"
    r"bone|doctor|clinic)|school called|name and room|how (?:advanced|long have you been "
    r"(?:blind|deaf|ill|sick|disabled|diabetic|pregnant))|which hotel and|where "
    r"(?:exactly )?do you live|how much do you (?:earn|weigh|owe|make)|what do you "
    r"(?:earn|owe)|your (?:weight|religion|passport|diagnosis|condition|medical history|"
    r"bank|ethnicity|age\b|national insurance|social security|mother's maiden)|are you "
    r"(?:pregnant|ill|disabled|divorced|religious|on medication)|what are you (?:taking|"
    r"being treated|suffering)|what's wrong with (?:you|him|her)|which (?:medicine|drug|"
    r"tablets|treatment|flat)|photo of your (?:id|passport|card|licence|prescription|"
    r"bank)|first and last name|name and (?:address|number|phone|date)|what time are you "
    r"(?:home|out|away)|when (?:are|will) you (?:be )?(?:away|out|at home)|ssn|cvv|card(?:'s)? "
    r"expiry|expiry date (?:of|on) (?:your|the) card|security code|login|username)"
)
_PERSONAL = re.compile(rf"\b{_DETAIL}(?![a-z])")
_ASKS = re.compile(
    r"\b(?:post|share|leave|write|put|reply with|tell (?:me|us)|send|give (?:me|us)|drop|"
    r"comment|let (?:me|us) (?:know|have)|type|include|add|provide|confirm|paste|need|"
    r"message)\b|\bplease\W*$"
)
_PUBLIC = re.compile(
    r"\b(?:here|below|in (?:a|the|this) (?:comment|reply|thread)s?|in (?:a )?reply|reply "
    r"with|under this|in public|publicly|(?:as a )?comment)\b"
)
_PRIVATE = re.compile(
    r"\b(?:dms?|pms?|direct|private(?:ly)?|privat|message|messages|messaging|messenger|"
    r"inbox|e-?mail (?:it|us|me|them|to)|by (?:e-?mail|phone|text|mail|post)|whatsapp|"
    r"(?:call|ring|phone|text) (?:us|me|it|to)|(?:on|in|to|by|at|with) (?:\w+ "
    r"){0,2}(?:chat|desk|form|counter|till|phone)|not here|(?:don't|do not|never) (?:post|"
    r"put|write|share))\b"
)
_SENSITIVE = re.compile(
    r"\b(?:card number|last (?:four|4)|date of birth|password|pin|iban|sort codes?|savings|"
    r"diagnos\w+|how advanced|dose|prescri\w+|hospital|which bone|gp\b|injury|how long "
    r"have you been (?:blind|deaf|ill|sick|pregnant)|school called|due date)"
)
_MAIL = re.compile(r"\b(?:send|mail|write)\b[^.?!]*@\w")
_ORDER = re.compile(
    r"\b(?:order|invoice|serial|ticket|case|reference|tracking|number) (?:number|no|ref|"
    r"plate)s?\b"
)
_WORD = re.compile(r"[^\W\d_][\w']*")
_LONG = 4
_NEAR = 120  # so far from the question the words "in a message" still speak of it
_HOME = re.compile(
    r"\b(?:i live|we live|my (?:address|house|home|flat|place|mum|mother|dad|street|road)|"
    r"our (?:house|home|flat|address|street)|delivered to|address)\b"
)
_WARNS = re.compile(
    r"\b(?:don't|do not|never|please not|without|remove|delete|take (?:\w+ ){0,4}(?:down|"
    r"out|off)|rather than|instead of|no need|not)\b"
)
_STREET = re.compile(
    r"\b(?:\d+[a-z]?\s)?(?:[A-Z][\w'\u2019]+\s){1,2}(?:Street|St|Road|Rd|Lane|Close|Avenue|Ave|"
    r"Drive|Court|Crescent|Terrace|Row|Cottages|Gardens|Grove|Way|Place|Hill|Park|Square|"
    r"Mews)\b"
)
_PLATE_OR_POSTCODE = re.compile(
    r"\b(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[Ff]lat \d+[a-z]?|"
    r"[Aa]partment \d+)\b"
)
# Where somebody lives or goes, told to all.
_WHEREABOUTS = re.compile(
    r"\b(?:[Ww]ent to|[Ss]igned for by|[Hh]anded to|[Ll]eft with|[Ii]t's with|[Tt]aken in by) "
    r"(?:an? )?(?:(?:Mr|Mrs|Ms|Miss|Dr|[A-Z])\.? )?[A-Z][\w'\u2019]+[^.!?]{0,20}\b(?:at|in|from) "
    r"(?:[Ff]lat|[Nn]umber|[Nn]o\.?|[Aa]partment|[Rr]oom) ?\d+\w?"
    r"|\b(?!It|That|This|We|They|You|The)[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:,? (?:he|she))? "
    r"(?:no longer |now |still )?"
    r"(?:(?:lives|goes to school) (?:in|at|near|round|on (?!in\b|your\b))\b|goes to St\b)"
)
_IN_A_ROOM = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][\w'\u2019-]+ (?:in|at|from|of) "
    r"(?:(?:[Ff]lat|[Nn]umber|[Nn]o\.?|[Aa]partment|[Rr]oom|[Ww]ard|[Uu]nit|[Cc]abin) ?)?\d+\w?\b"
)
_CODE = re.compile(
    r"(?<![\w£$€#])#?(?=[\w-]*\d{3})(?=[\w-]*\d)[A-Za-z\d]+(?:-[A-Za-z\d]+)*(?![\w%])"
)
_ID_WORD = re.compile(
    r"\b(?:order|orders|account|booking|ref|reference|customer|card|policy|ticket|case|"
    r"tracking|parcel|invoice|member|membership|number|no|ending(?: in)?|reg|plate|"
    r"pnr|claim|code|pin|password|patient|file|meter|id)(?: number| no| id| ref)?\.?:? ?#?$"
)


@look_once
def check(case: Case) -> Iterator[Found]:
    """Find details of a person that the text repeats, tells or asks for in public."""
    yield from _repeated(case)
    yield from _told(case)
    yield from _asked_for(case)


def details(text: str) -> list[tuple[int, int]]:
    """Give where a text holds addresses, phones and numbers of a person, in its order."""
    small = plain(text)
    return sorted(
        [
            *_mails_and_phones(text),
            *_numbers(text, small),
            *_streets(text, bool(_HOME.search(small))),
        ]
    )


def _ours(case: Case) -> str:
    turns = " ".join(turn.text for turn in case.thread if turn.who == "us")
    brand = f"{case.brand.name} {case.brand.what}" if case.brand else ""
    return " ".join([*(fact.text for fact in case.facts), case.post, brand, turns])


def _theirs(case: Case) -> str:
    return " ".join([case.comment, *(turn.text for turn in case.thread if turn.who != "us")])


def _repeated(case: Case) -> Iterator[Found]:
    theirs, ours = _theirs(case), _ours(case)
    small_theirs, small_ours = plain(theirs), plain(ours)
    for start, end in (
        *_mails_and_phones(case.text),
        *_numbers(case.text, small_theirs),
        *_streets(case.text, bool(_HOME.search(small_theirs))),
    ):
        written = plain(case.text[start:end]).strip("# ")
        # "Abbot St" and "Abbot Street" are one place.
        place = written.rsplit(" ", 1)[0] if written[0].isdigit() and " " in written else written
        if place in small_theirs and place not in small_ours:
            message = (
                "Do not repeat this in public. Say “your order” or “your address”, and leave the "
                "detail out."
            )
            yield Found("private_data", "error", start, end, message, ("",))
    if (ailment := _ailment(case.text, theirs, ours)) is not None:
        message = (
            "An illness or medicine is theirs to tell, not ours to repeat. Say it without the word."
        )
        # Who asks what an illness means for them is seldom answered without its name.
        severity: Severity = "info" if is_question(case) and not is_trouble(case) else "error"
        yield Found("private_data", severity, *ailment, message)


def _told(case: Case) -> Iterator[Found]:
    """Find what is told of somebody: where they are, what a record says, what they go through."""
    theirs, ours = content(_theirs(case)), content(_ours(case))
    for match in (*_WHEREABOUTS.finditer(case.text), *_IN_A_ROOM.finditer(case.text)):
        if plain(match.group()) not in plain(_ours(case)):
            message = "Do not say in public where somebody lives or goes. Leave it out."
            yield Found("private_data", "error", match.start(), match.end(), message)
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        record, trouble = search("private_records", low), search("private_troubles", low)
        is_of_record = record and not content(record.group()) <= theirs
        if is_of_record or (trouble and not content(trouble.group()) <= theirs | ours):
            message = "This is a person's own affair. Say it in a private message, or leave it out."
            yield Found("private_data", "error", sentence.start, sentence.end, message)


def _ailment(text: str, theirs: str, ours: str) -> tuple[int, int] | None:
    """Find the first illness that a text names: after they did, in other words, or as a guess."""
    small, theirs, ours = plain(text), plain(theirs), plain(ours)
    found = search("ailments", small)
    if found and found.group() not in ours and search("ailments", theirs):
        return found.span()
    said = set(tokens(ours))
    for match in _WORD.finditer(small):
        if _is_of_health(match.group()) and match.group() not in said:
            return match.span()
    return None


def _is_of_health(word: str) -> bool:
    return word in _HEALTH or bool(_MEDICINE.fullmatch(word))


def _mails_and_phones(text: str) -> Iterator[tuple[int, int]]:
    for value in values(text):
        is_phone = value.kind == "code" and sum(ch.isdigit() for ch in value.text) >= 7
        if value.kind == "mail" or is_phone:
            yield value.start, value.end


def _numbers(text: str, theirs: str) -> Iterator[tuple[int, int]]:
    """Find numbers that the text or the comment calls an order, a code, an account."""
    for match in _CODE.finditer(text):
        place = theirs.find(plain(match.group()).strip("#"))
        before = plain(text[max(0, match.start() - 24) : match.start()])
        told = theirs[max(0, place - 24) : place] if place >= 0 else ""
        is_long = len(match.group()) >= _LONG
        if (
            match.group().startswith("#")
            or _ID_WORD.search(before)
            or (is_long and _ID_WORD.search(told))
        ):
            yield match.start(), match.end()


def _streets(text: str, lives_there: bool) -> Iterator[tuple[int, int]]:
    for match in _PLATE_OR_POSTCODE.finditer(text):
        yield match.span()
    for match in _STREET.finditer(text):
        if match.group()[0].isdigit() or lives_there:
            yield match.span()


def _asked_for(case: Case) -> Iterator[Found]:
    whole = plain(case.text)
    spoken_of = frozenset(tokens(_theirs(case) + " " + _ours(case)))
    for sentence in sentences(case.text):
        low = plain(sentence.text)
        is_of_affairs = sentence.asks and not _AFFAIRS.isdisjoint({*tokens(low)} - spoken_of)
        is_asked = _is_personal(low) and (sentence.asks or _ASKS.search(low))
        is_ruled = (is_of_affairs or is_asked) and _is_public(sentence, low, whole, is_of_affairs)
        if not is_ruled and (
            _WARNS.search(low)
            or _PRIVATE.search(low)
            or (_ORDER.search(low) and not _is_personal(_ORDER.sub(" ", low)))
            or not is_likely("private_data", sentence, case)
        ):
            continue
        yield Found(
            "private_data",
            "error" if is_ruled else severity_of("private_data", sentence, case, "error"),
            sentence.start,
            sentence.end,
            "Everyone can read this here. Ask for it in a private message, or leave it out.",
        )


def _is_personal(low: str) -> bool:
    return bool(_PERSONAL.search(low) or search("private_questions", low))


def _is_public(sentence: Sentence, low: str, whole: str, is_of_affairs: bool) -> bool:
    if _WARNS.search(low) or _PRIVATE.search(low):
        return False
    if _PUBLIC.search(low) and _ASKS.search(low):
        return True
    if _PRIVATE.search(whole, max(0, sentence.start - _NEAR), sentence.end + _NEAR) or _MAIL.search(
        low
    ):
        return False
    # An order number asked for without saying where is a slip of style, not of privacy.
    return sentence.asks and bool(
        is_of_affairs or _SENSITIVE.search(low) or _is_personal(_ORDER.sub(" ", low))
    )
