"""A note's "he", "she" and "they" as the one it is said to, unless they are somebody else."""

import re

from models.guided.kin import CLOSEST, MEN, WOMEN
from models.guided.tagging import proper_names, tag, word_set

_MEN = rf"\b(?:{MEN}|man|guy|lad|bloke|boy|grandpa|uncle|gentleman)\b"
_WOMEN = rf"\b(?:{WOMEN}|woman|lady|girl|grandmother|aunt|auntie|aunty|waitress)\b"
_THIRD = {"he": rf"(?:\b(?:he|him|his)\b|{_MEN})", "she": rf"(?:\b(?:she|her)\b|{_WOMEN})"}
ROLE = (
    r"(?:driver|engineer|guy|lad|chef|waiter|waitress|manager|fitter|courier|barista|nurse|doctor|"
    r"vet|receptionist|technician|colleague|cleaner|guide|teacher|coach|captain|skipper|author|"
    r"owner|boss|head|lead|editor|plumber|joiner|baker|rider|officer|warden|guard|conductor|"
    r"captioner|porter|keeper|gardener|cashier|assistant|clerk|agent|operator|lady|girl|man|boy|"
    r"steward|bouncer|lifeguard|instructor|trainer|therapist|stylist|barber|dentist|pharmacist|librarian|carer|farmer|builder|electrician|painter|singer|actor|referee|photographer|developer|founder|director|volunteer|"
    r"picker|packer|stitcher|printer|translator|caretaker|locksmith|surveyor|inspector|supervisor|nanny|"
    r"stockist|landlord|landlady|tenant|neighbour|neighbor|mechanic|solicitor|dispatcher|handler|designer|buyer|accountant|temp|trainee|apprentice|intern|tech|host|speaker)"
)
_OBJECT = {"he": "him", "she": "her"}
_THEIR_KIN = {
    "he": r"(?i)\bmy (?:\w+ )?(?:husband|son|dad|father|brother|grandad|grandpa|uncle|boy)\b",
    "she": r"(?i)\bmy (?:\w+ )?(?:wife|daughter|mum|mom|mother|sister|nan|gran|grandma|aunt)\b",
}
_FORMS = {
    "he": r"(?:he|him|his|himself)(?:'s|'ll|'d)?",
    "she": r"(?:she|her|hers|herself)(?:'s|'ll|'d)?",
}
_GENDER = {
    form: gender
    for gender, forms in {
        "he": "he him his he's he'll he'd himself",
        "she": "she her hers she's she'll she'd herself",
        "they": "they them their theirs they're they'll they've they'd themselves",
    }.items()
    for form in forms.split()
}
_SUBJECT = re.compile(r"(?i)^(?:he|she|they)(?:'s|'ll|'d|'re|'ve)?$")
_COMMENTERS = (  # what is said of one who wrote to us
    r"(?i)\b{0}(?:'s| is|'re| are) (?:(?:so|quite|absolutely|totally|probably|half|not) )?"
    r"(?:right|welcome|entitled|owed|due|wrong|spot on|correct|not charged|on the list|eligible|"
    r"covered|in luck)\b|"
    r"\b{0}(?:'ll| will)? (?:can|gets?(?! (?:\w+ed|told|sacked|the sack)\b)|"
    r"keeps?|needs? to|need not|paid|booked|ordered|must|could|may|has to|"
    r"doesn't have|doesn't need|"
    r"should (?:bring|come|try|use|ring|call|send|keep|get|see|ask|have got|write))\b|"
    r"\b(?:refund|send|sending|email|message|owe|pay|credit|sorry to|offer|give) {1}\b|"
    r"\b{2} (?:order|account|money|booking|card|parcel|deposit|ticket|bill|name on|right|"
    r"refund|area|profile|"
    r"street|road|line|house|flat|postcode|email|e-mail|inbox|router|meter|phone|name and)\b|"
    r"\b(?:wants? to|will|would like to|going to|to) (?:call|ring|phone|email|message|write to|"
    r"meet|hear from) {1}\b"
)
_PEOPLE = re.compile(
    r"(?i)\b(?:drivers|staff|people|police|bank|kids|children|neighbours|crew|team|guys|lads|they|them|users|"
    r"customers|members|parents|visitors|players|engineers|volunteers|owners|sellers|"
    r"suppliers|council|courier|company|couriers|builders|roadworks)\b"
)
_PLURAL = re.compile(
    r"(?i)\b(?!this|us|yes|his|is|was|its|as|plus|bus|has|does|always|sorry|news|days|hours|"
    r"weeks|months|minutes|years|hers|yours|ours|needs|wants|gets|says|goes|comes|times)"
    r"[a-z]{2,}s\b"
)
_YOU = {
    "he": "you",
    "she": "you",
    "they": "you",
    "him": "you",
    "them": "you",
    "his": "your",
    "their": "your",
    "hers": "yours",
    "theirs": "yours",
    "himself": "yourself",
    "herself": "yourself",
    "themselves": "yourselves",
    "he'll": "you'll",
    "she'll": "you'll",
    "they'll": "you'll",
    "he's": "you're",
    "she's": "you're",
    "they're": "you're",
    "they've": "you've",
    "he'd": "you'd",
    "she'd": "you'd",
    "they'd": "you'd",
}
_BASE = {
    "is": "are",
    "has": "have",
    "was": "were",
    "goes": "go",
    "does": "do",
    "isn't": "aren't",
    "hasn't": "haven't",
    "wasn't": "weren't",
    "doesn't": "don't",
}
_NOT_A_VERB = "always|perhaps|this|his|its|as|us|yes|less|thus|unless|across|plus|yours|sometimes"
_ADVERB = r"(?:(?:never|always|still|also|already|just|only|really|now|then) )?"
_AGREEING = re.compile(
    rf"\b[Yy]ou ({_ADVERB})(isn't|hasn't|wasn't|doesn't|is|has|was|goes|does|"
    rf"(?!(?:{_NOT_A_VERB})\b)[a-z]{{3,}}(?<![su])s)(?=[\s.,;!?]|$)"
)
_KIN = re.compile(
    r"(?i)\b(to|with|for|from|ring|rings|call|calls|phone|tell|of|meet|invite|ask) "
    rf"({CLOSEST}|granny)\b(?!')"
)
_TO_A_PERSON = re.compile(
    r"(?i)\b(?:tell|ask|rings?|calls?|phones?|emails?|messages?|refund|thank|invite|owe|help|pay|"
    r"(?:sorry|talk|talks|speak|speaks|send|give|offer) to|"
    r"(?:test|talk|speak|work|meet|chat)s?(?:ing)? with) them\b|"
    r"\b(?:send|give|offer|get|bring|post) them (?:an?|the|\d|new|our)\b"
)
_CHOOSING = re.compile(r"(?i)\b(?:his|her|their) (choice|pick|call)\b(?! (?:to|that))")
_PERFECT = re.compile(r"\byou're (?=(?:been|got|had|gone|paid|done|sent|waited|lost|bought)\b)")
_GIVING = frozenset(
    "send give offer bring get show post ship lend make hand buy owe pay find tell reserve sends "
    "gives brings gets posts sent gave giving sending bringing hold".split()
)
_NEW = frozenset(
    "new free full fresh replacement spare another second voucher refund different right bigger "
    "smaller copy discount".split()
)


def bystanders(note: str, comment: str, named: bool) -> frozenset[str]:
    """Give those of "he", "she" and "they" that are not the commenter.

    "Him" or "her" among them: so are those to whom something is done, since kin was spoken of.
    `named` says that the note has a name that the comment has too.
    """
    found = {gender for gender in ("he", "she") if _is_other(gender, note, comment, named)}
    kin = {_OBJECT[gender] for gender in found if re.search(_THEIR_KIN[gender], comment)}
    they = {"they"} if _they_are_others(note, comment) else set()
    return frozenset(found | kin | they)


_ASKED_AFTER = re.compile(
    r"\b[Ii]s (?:(?:Dr|Mr|Mrs|Ms)\.? )?[A-Z][a-zà-ÿ]+ (?:still|back|there|in|on|working|leaving|ok|"
    r"around|gone|away)\b"
)
_IF_THEY = (
    r"(?i)\bif {0}(?:'d)? (?:can|could|would|has|is ok|replies|(?:send|want|message|email|say|need|"
    r"like|call|ring|bring|get|tell|give|book|order|pay|prefer|show|ask|drop|reply|text|come)s?)\b"
)


def _is_other(gender: str, note: str, comment: str, named: bool) -> bool:
    if re.search(_IF_THEY.format(gender), note):
        return False
    forms = _FORMS[gender]
    first = re.search(rf"(?i)\b{forms}\b", note)
    if not first:
        return False
    before = note[: first.start()]
    other = "she" if gender == "he" else "he"
    taken = re.search(rf"(?i)\b{_FORMS[other]}\b", before)  # the commenter, or whoever was named
    subject = re.search(
        rf"(?i)\b{gender}(?:'s|'ll|'d)?\b|\b{'him' if gender == 'he' else 'her'}self\b", note
    )
    person = re.search(rf"(?i)\b{ROLE}\b", before) or re.search(
        r"(?:^|(?<!\bin)(?<!\bat)(?<!\bfrom)(?<!\bto)(?<!\bnear)(?<!\bon)[ (])(?!I\b|I'|Mon|Tues|"
        r"Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|"
        r"Sep|Oct|Nov|Dec|PDF|ok)[A-Z][a-z]{2,}\b(?!day)",
        before,
    )
    of_theirs = re.search(
        rf"(?i)\b(?:(?:spoke|spoken|talked|talking|word|had a go) (?:to|with)|replaced?|warned|"
        rf"retrained|trained|hired|sacked|fired|trust(?:ed)?) {_FORMS[gender]}\b|"
        rf"(?<!deal )(?<!deals )(?<!speak )(?<!speaks )(?<!talk )(?<!talks )\bwith "
        rf"{_FORMS[gender]}(?=[.,;]|$)|"
        rf"\bon {_FORMS[gender]}(?=[.,;]|$)|"
        rf"\b(?:on|of|by) {_FORMS[gender]} own\b|\ban? {ROLE}\b[^.,;]* {_FORMS[gender]}\b|"
        rf"\b{_FORMS[gender]} (?:words|fault|mistake|shift|idea|day|first|last)\b",
        note,
    )
    if re.search(
        r"(?i)\b(?:his|her) name(?:'s| is)\b|\b(?:he|she)(?:'s| is) (?:called|named)\b", note
    ):
        return True
    if person and (subject or of_theirs) and not taken:
        is_named = person[0].strip(" (")[:1].isupper()
        return is_named or not re.search(rf"(?i)\b{gender} (?:keeps?|gets?|owes)\b", note)
    bound = re.search(rf"(?i)\bsays? {gender} (?:has to|must)\b", note)
    if bound and re.search(rf"(?i)\b{ROLE}\b", comment):
        return True
    whom, whose = ("him", "his") if gender == "he" else ("her", "her")
    if re.search(_COMMENTERS.format(gender, whom, whose), note):
        return False
    spoken_of = re.search(_THIRD[gender], comment, re.IGNORECASE)
    return (
        named
        or spoken_of is not None
        or re.search(rf"(?i)\b(?:host|{ROLE})\b", comment) is not None
        or _ASKED_AFTER.search(comment) is not None
    )


def _they_are_others(note: str, comment: str) -> bool:
    first = re.search(r"(?i)\b(?:they|them|their|theirs|they're|they'll|they've|they'd)\b", note)
    if not first:
        return False
    if re.search(r"(?i)\bif they (?!are\b|were\b|come back\b)", note):
        return False
    before = note[: first.start()]
    several = _PLURAL.search(before) or _PEOPLE.search(before) or _PEOPLE.search(comment)
    if re.match(r"(?i)their", first[0]) and not several:
        return False
    if re.match(r"(?i)them\b", first[0]):
        return bool(several) or not _TO_A_PERSON.search(note)
    if re.search(rf"(?i)\b(?:he|she|him|her|his)\b|\b{ROLE}\b", note):
        return True
    if not re.search(_COMMENTERS.format("they", "them", "their"), note):
        return not re.search(
            r"(?i)\b(?:tell|ask|ring|call|email|refund|send|give|offer|pay|message|sorry to|"
            r"thank) them\b|"
            r"\btheir (?:name|email|address|phone|number|receipt|photo|details)\b|\bthey(?:'re| "
            r"are) both\b",
            note,
        )
    if re.search(
        r"(?i)\b(?:has|have|found|got|kept|keep|hold|ship|fix|check|wrap|bring|post|use|"
        r"put|wash|return|leave|try|clean|wear|sell|make|made|sold|print|printed|order|ordered) "
        r"them\b",
        note,
    ):
        return True
    return bool(several)


def said_to_them(text: str, others: frozenset[str]) -> str:
    """Give words of a note as said to the commenter; `others` are the bystanders."""
    text = _KIN.sub(r"\1 your \2", _CHOOSING.sub(r"your \1", text))
    words: list[str] = []
    said = text.split()
    person = False  # a person before it in the clause does something to the commenter
    for at, word in enumerate(said):
        core = word.rstrip(".,;:!?)")
        lower = core.lower()
        gender = _GENDER.get(lower)
        following = said[at + 1] if at + 1 < len(said) else ""
        object_of = person and not _SUBJECT.match(core) and at > 0
        object_of = object_of and gender in _OBJECT and _OBJECT[gender] not in others
        if gender is None or (gender in others and not (object_of and not lower.endswith("self"))):
            words.append(word)
        else:
            words.append(_you(lower, following, words) + word[len(core) :])
        person = person or (gender in others and bool(_SUBJECT.match(core))) or _acts(core, at)
    joined = " ".join(words)
    joined = _PERFECT.sub("you've ", joined)
    return _AGREEING.sub(lambda match: f"you {match[1]}{_base(match[2])}", joined)


def _acts(core: str, at: int) -> bool:
    return bool(re.fullmatch(ROLE, core.lower())) or (
        core[:1].isupper()
        and core[1:].islower()
        and core != "I"
        and core.lower() in proper_names()
        and at < 3
    )


def _you(form: str, following: str, before: list[str]) -> str:
    """Give the word for the commenter: "her account" is "your account", "her" alone is "you"."""
    if form == "his" and re.match(
        r"(?i)(?:$|[.,;]|by$|on$|at$|in$|is$|was$|today$|for$|to$|now$)", following
    ):
        return "yours"
    if form != "her":
        return _YOU[form]
    thing = following.strip(".,;:!?").lower()
    if before and before[-1].lower() in ("let", "make", "made", "help", "helped", "watch"):
        return "you"
    if thing in ("dm", "pm", "msg", "email", "order", "call", "visit", "right", "own"):
        return "your"
    if thing in (
        "first",
        "back",
        "again",
        "early",
        "direct",
        "personally",
        "later",
        "soon",
        "next",
        "as",
        "so",
        "when",
        "if",
    ):
        return "you"
    gives = bool(before) and before[-1].lower() in _GIVING
    if (
        before
        and before[-1].lower() in ("refund", "credit")
        and thing in ("night", "month", "week", "day", "year")
    ):
        return "your"
    if gives and re.match(r"[\d£$€]", thing):
        return "you"
    if not thing or thing in word_set("time") or (gives and thing in _NEW):
        return "you"
    return "your" if tag(thing)[0].kind in ("noun", "adjective", "number") else "you"


def _base(verb: str) -> str:
    """Give the form that goes with "you": "fishes" becomes "fish"."""
    if verb in _BASE:
        return _BASE[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:sh|ch|ss|x|o)es$", verb) else verb[:-1]
