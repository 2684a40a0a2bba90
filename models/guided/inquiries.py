"""What a note wants to know of the commenter, as one question or one plea."""

import re

from models.guided.addressed import ROLE, said_to_them
from models.guided.forms import listed
from models.guided.grammar import words_of
from models.guided.letters import letters, parts

_ASIDE = r"(?:please |just |and |then |also |but |so |can you |could you )*"
_WHOM = (
    r"(?:(?:him|her|them|the customer|customer|you|the mum|the dad|the lady|the man|the guy)\s+)?"
)
_PLEADING = re.compile(
    rf"(?i)^{_ASIDE}(?:ask|get|tell|want|have|invite|need)\s+(?:him|her|them|the "
    rf"(?:mum|dad|lady|man|"
    r"customer|guy)|(?-i:[A-ZÀ-Þ][a-zà-ÿ]+))\s+to\s+(?=\w)(.+)$"
)
_ASKING = re.compile(rf"(?i)^{_ASIDE}ask\s+{_WHOM}(.+)$")
_GETTING = re.compile(
    rf"(?i)^{_ASIDE}(?:get|find out|check|need to know|want to know)\s+{_WHOM}(?:for )?"
    r"((?:which|what|when|where|who|how|if|whether)\b.+)$"
)
_NEEDING = re.compile(
    rf"(?i)^{_ASIDE}(?:we |i )?(?:need|needs|get|want|require|will need|must have|missing|find "
    rf"out)\s+"
    r"(?:(?:his|her|their|your|the|a)\s+)?(.+?)(?: first| from (?:him|her|them|you)| again| "
    r"please)?$"
)
_DETAIL = re.compile(
    r"(?i)\b(?:(?:player|order|account|booking|reference|serial|phone|user|customer|e-?mail|ticket|"
    r"tracking|batch|lot|locker|policy|registration|member(?:ship)?|card|mobile|contact|model|"
    r"invoice) (?:ID|number|code|name|details)|ID|number|reference|address|postcode|post code|zip|"
    r"e?-?mail(?: address)?|(?:last |full |first |sur)?name|receipt|photos?|picture|screenshot|"
    r"details|dates?|times?|branch|shop|model|version|colou?r|flavou?r|batch|size|serial|registration|"
    r"phone|mobile|order|account|iban|postal address|"
    r"number plate)\b"
)
_IN_PRIVATE = re.compile(
    r"(?i)[, ]{0,3}\b(?:by|in|via|as a|as) private messages?\b|[, ]{0,3}\bin private\b|"
    r"[, ]{0,3}\bprivately\b|[, ]{1,3}private$|[, ]{0,3}\bby email\b"
)
_PERSONAL = re.compile(
    r"(?i)\b(?:order|account|booking|reference|phone|mobile|customer|ticket|tracking|policy|member|"
    r"e-?mail|address|postcode|iban|name|registration|serial|receipt|number|contact|invoice)\b"
)
_OTHERWISE = re.compile(r"(?i)\s*,?\s*(?:so (?:we|i|that)\b|if not\b|and we\b|then we\b|;).*$")
_OF_ANOTHER = re.compile(  # whom they are told to ask
    rf"(?i)^{_ASIDE}ask (?:the |our |your )?"
    rf"(?:{ROLE}\b|(?:him|her|them)$|(?!him|her|them|for)\w+ for\b)"
)
_BEST_TIME = re.compile(
    r"(?i)(?:we )?(?:needs?|want|get|ask) (?:(?:him|her|them|you) )?(?:the |a |your )?"
    r"(?:best|good) time(?: to call)?"
)
MOST_WORDS_OF_A_QUESTION = 6
_ELSEWHERE = (
    r"(?:nurse|doctor|gp|vet|dentist|pharmacist|midwife|landlord|hut|desk|reception|till|counter|bar|"
    r"office|gate|staff|bank|council)"
)
_ASKS_OTHERS = re.compile(  # "ask at the desk", "ask for Tom"
    rf"(?i:^(?:please )?ask (?:your |the |at )?{_ELSEWHERE}\b)|"
    r"(?i:^(?:just )?ask for )[A-ZÀ-Þ][a-zà-ÿ]"
)
_WELL = re.compile(
    r"(?i)^(is|are) (?:the |his |her |your |their )?(child|kid|kids|baby|dog|cat|mum|mom|dad|son|"
    r"daughter|everyone|anyone|everybody) (ok|okay|hurt|all right|alright|safe|fine)\??$"
)
_IF_FINE = re.compile(
    r"(?i)^(?:if|whether) (?:it's |it is )?(?:ok|okay|all right|alright|fine)\b\s*(?:if|for us)?\s*"
)
_BASE = {
    "tried": "try",
    "got": "get",
    "used": "use",
    "saw": "see",
    "kept": "keep",
    "checked": "check",
    "received": "receive",
    "had": "have",
}
_PLURAL_BE = {"does": "do", "is": "are", "has": "have", "was": "were"}


def pleading(point: str, others: frozenset[str]) -> str:
    """Give what they are asked to do: "ask her to message us" is "Please message us."."""
    match = _PLEADING.match(point)
    if not match:
        return ""
    wanted = re.sub(
        r"(?i)\b(?:us )?(?:private )?message (?=(?:your |his |her |their |the "
        r")?(?:order|account|"
        r"phone|address|number|name|locker|receipt|booking|email))",
        "send us ",
        match[1],
    )
    wanted = re.sub(r"(?i)\bmessage$", "message us", wanted)
    said = said_to_them(wanted, others)
    private = " by private message" if wanted != match[1] and "private" not in said else ""
    said = re.sub(r"(?i)^(send|email|show|text) (?!us|me|it|them|in|a\b|you)", r"\1 us ", said)
    return f"Please {said}{private}."


def inquiry(point: str, others: frozenset[str]) -> str:
    """Give what a point asks for as one question; "" where it asks for nothing."""
    if _PLEADING.match(point) or _ASKS_OTHERS.match(point):
        return ""
    for read in (_of_them, _known, _told_to_ask, _needed):
        question = read(point, others)
        if question is not None:
            return question
    return _as_typed(point, others)


def _of_them(point: str, others: frozenset[str]) -> str | None:
    """Give a question about them as one to them: "can she come in" is "Can you come in?"."""
    if not re.match(r"(?i)^(?:can|could|would|will|does|did|is|has|was) (?:he|she|they)\b.", point):
        return None
    able = re.match(r"(?i)(?:can|could|would|will)", point)
    said = said_to_them(point.strip(" ?"), frozenset() if able else others)
    said = re.sub(
        r"(?i)^(does|is|has|was) you\b", lambda m: f"{_PLURAL_BE[m[1].lower()]} you", said
    )
    return f"{said[:1].upper()}{said[1:]}?"


def _known(point: str, others: frozenset[str]) -> str | None:
    """Give the question for a few words that are typed for it over and over."""
    if how := re.fullmatch(r"(?i)which (e?-?mail|address|number|account|name)\??", point):
        return f"Which {how[1]} should we use?"
    if re.match(r"(?i)^(?:which|what) \w+ (?:was|is) it\b", point):
        return f"{point[:1].upper()}{point[1:].rstrip('?')}?"
    if re.match(r"(?i)^which ?\?$", point):
        return "Which would you like?"
    if well := _WELL.match(point):
        whose = "" if well[2].lower().startswith(("every", "any")) else "your "
        return f"{well[1].capitalize()} {whose}{well[2]} {well[3]}?"
    return None


def _told_to_ask(point: str, others: frozenset[str]) -> str | None:
    """Give the question of an order to ask; "" where somebody else is to be asked, or asks us."""
    asked = _ASKING.match(point)
    if asked and re.fullmatch(
        r"(?i)(?:for )?(?:a |an )?private message(?: only)?|(?:them )?to message(?: us)?", asked[1]
    ):
        return "Could you send us a private message?"
    if _OF_ANOTHER.match(point):
        return ""
    if asked and re.match(r"(?i)for\b", asked[1]) and not _is_detail(asked[1][4:]):
        return ""  # what they may ask us for
    return _as_question(asked[1], others) if asked else None


def _needed(point: str, others: frozenset[str]) -> str | None:
    """Give the question for what is needed of them."""
    if (wondering := _GETTING.match(point)) and not re.search(r"(?i)^(?:get|check)", point):
        return _as_question(wondering[1], others)
    if _BEST_TIME.fullmatch(point):
        return "What's the best time to reach you?"
    for wanted in (
        _NEEDING.match(point),
        re.match(r"(?i)^(.+) please(?: by private message)?$", point),
    ):
        if wanted and _is_detail(wanted[1]):
            return _request(said_to_them(wanted[1], others), private=_is_personal(wanted[1]))
    return None


def _as_typed(point: str, others: frozenset[str]) -> str:
    """Give a point that is typed as a question, or is one without its mark; else ""."""
    which = re.match(r"(?i)which\b", point)
    point = _OTHERWISE.sub("", point) if which else point
    short = len(point.split()) <= MOST_WORDS_OF_A_QUESTION
    if short and re.match(
        r"(?i)(?:what's|what is|where's|when's|who's|which) (?!left|more|needed|new)", point
    ):
        bare = point.strip(" ?")
        if which:
            single = re.fullmatch(r"(?i)which (?!is\b|was\b)\w+", bare)
            return f"W{bare[1:]}?" if single else _which(bare, private=False)
        return f"{point[:1].upper()}{said_to_them(point[1:].rstrip('?'), others)}?"
    if re.match(r"(?i)(?:it's|that's|you're) .+ right\?$", point):
        return f"{point[:1].upper()}{point[1:-7]}, right?"
    return _plain(point, others) if point.endswith("?") else ""


def _is_detail(what: str) -> bool:
    """Say whether words are a few details of theirs and no more."""
    bare = _IN_PRIVATE.sub("", what)
    parts = re.split(r"(?i) and | or |, ", bare)
    return len(bare.split()) <= 12 and all(
        (
            _DETAIL.search(part)
            and not re.match(
                r"(?i)(?:more|new|another|a new|two|\d|no|our|"
                r"time|to)\b",
                part,
            )
        )
        or re.match(r"(?i)new (?:address|number|email)", part)
        for part in parts
    )


def _is_personal(what: str) -> bool:
    return bool(_PERSONAL.search(what)) or bool(_IN_PRIVATE.search(what))


def _request(what: str, *, private: bool) -> str:
    by = " by private message" if private else ""
    if re.search(r"(?i)\bby email\b", what):
        by = " by email"
    bare = _IN_PRIVATE.sub("", what).strip(" ,.?")
    bare = re.sub(r"(?i)^(?:to know|the|only|just) ", "", bare)
    return f"Could you send us {as_theirs(bare)}{by}?"


def as_theirs(what: str) -> str:
    """Give details as theirs: "photo, order number" is "a photo and your order number"."""
    parts = [part.strip() for part in re.split(r"(?i),? and |, ", what) if part.strip()]
    said = []
    for at, part in enumerate(parts):
        bare = re.sub(r"(?i)^(?:the|his|her|their) (?=\w)", "", part)
        bare = re.sub(
            r"(?i)\b(phone|mobile|serial|order|account|booking|registration)$", r"\1 number", bare
        )
        if re.match(r"(?i)(?:your|a|an|the|which|what|when|where|how|if|some|any|two|\d)\b", bare):
            said.append(bare)
        elif re.match(r"(?i)(?:photo|screenshot|video|picture|copy|scan)\b", bare):
            said.append(f"a {bare}")
        elif at and said[-1].startswith("your ") and not re.match(r"(?i)(?:photos|pictures)", bare):
            said.append(bare)
        else:
            said.append(
                bare if re.match(r"(?i)photos|pictures|screenshots", bare) else f"your {bare}"
            )
    return listed(said)


def _as_question(asked: str, others: frozenset[str]) -> str:
    text = _OTHERWISE.sub("", asked)
    text = re.sub(r"(?i)^(?:for|about) ", "", text).strip(" ?.,")
    question = _of_their_doing(text, others)
    if question is not None:
        return question
    said = said_to_them(text, others - {"he", "she", "they"})
    return _turned(said) or _of_open(said, private=bool(_IN_PRIVATE.search(text)))


def _of_their_doing(text: str, others: frozenset[str]) -> str | None:
    """Give whether it is all right, or what they would, want or did, as a question."""
    if fine := _IF_FINE.match(text):
        rest = said_to_them(text[fine.end() :], others)
        return f"Is it all right {'' if rest.startswith('to ') else 'if '}{rest}?" if rest else ""
    if would := re.match(r"(?i)^(?:if |whether )?(?:he|she|they)(?:'d| would) (.+)$", text):
        return f"Would you {said_to_them(would[1], others)}?"
    if wants := re.match(r"(?i)^(?:if |whether )?(?:he|she|they) (?:wants?|likes?) (.+)$", text):
        return f"Would you like {said_to_them(wants[1], others)}?"
    if did := re.match(
        r"(?i)^(?:if |whether )(?:he|she|they) "
        r"(tried|got|used|saw|kept|checked|received|had) (.+)$",
        text,
    ):
        return f"Did you {_BASE[did[1].lower()]} {said_to_them(did[2], others)}?"
    return None


def _turned(said: str) -> str:
    """Give a clause with a verb as a question with that verb in front; or ""."""
    if can := re.match(r"(?i)^(?:if |whether )?(we|i) (can|could|may) (.+)$", said):
        return f"{can[2].capitalize()} {'I' if can[1].lower() == 'i' else 'we'} {can[3]}?"
    if can := re.match(
        r"(?i)^(can|could|may|do|does|did|is|are|was|were|has|have|will|would) (.+)$", said
    ):
        return f"{can[1].capitalize()} {can[2]}?"
    if be := re.match(
        r"(?i)^(?:if|whether) (it|that|this|the \w+(?: \w+)?) (is|was|were|are|has|had) (.+)$", said
    ):
        return f"{be[2].capitalize()} {be[1]} {be[3]}?"
    return f"Could you tell us {said}?" if re.match(r"(?i)^(?:if|whether)\b", said) else ""


def _of_open(said: str, *, private: bool) -> str:
    """Give a question for one of two things, for what a clause leaves open, or for details."""
    if choice := re.match(
        r"(?i)^(?!which|what|when|where)([\w£$€.]+(?: \w+){0,2}) or ([\w£$€.]+(?: \w+){0,3})$", said
    ):
        return f"Is it {choice[1]} or {choice[2]}?"
    if re.match(r"(?i)^(?:which|what|when|where|who|how|why)\b", said):
        return _which(said, private=private)
    if re.match(r"(?i)^(?:for )?(?:more )?details?$", said):
        return "Could you tell us a little more about it?"
    if _is_detail(said) or private:
        return _request(
            said, private=_is_personal(said) and not re.fullmatch(r"(?i)size|dates?|name", said)
        )
    if re.match(r"(?i)^you\b", said):
        return f"Could you tell us if {said}?"
    if re.match(r"(?i)^to (?=\w)", said):
        return ""
    owned = re.match(r"(?i)(?:the|a|an|your|some|his|her|their)\b", said)
    return f"Could you tell us {said if owned else f'the {said}'}?"


def _which(said: str, *, private: bool) -> str:
    bare = _IN_PRIVATE.sub("", said)
    by = " by private message" if private else ""
    parts = re.split(r"(?i)\s+and\s+|, ", bare)
    if len(parts) == 1 and len(bare.split()) <= 3 and re.match(r"(?i)(?:which|what)\b", bare):
        if not by and len(bare.split()) > 1:
            several = bare.endswith("s") and not bare.endswith("ss")
            return f"{bare[:1].upper()}{bare[1:]} {'were they' if several else 'was it'}?"
    told = " and ".join(
        part
        if re.match(r"(?i)(?:which|what|when|where|who|how|why|if|your|the)\b", part)
        else f"which {part}"
        if parts[0].lower().startswith("which")
        else f"the {part}"
        for part in parts
    )
    told = re.sub(
        r"(?i)\bwhen (bought|ordered|sent|booked|posted|paid|used|opened)\b",
        r"when you \1 it",
        told,
    )
    told = re.sub(
        r"(?i)\bwhere (bought|ordered|sent|booked|posted|paid|used|opened)\b",
        r"where you \1 it",
        told,
    )
    told = re.sub(
        r"(?i)\b((?:which|what) (?:\w+ )?(?:size|colou?r|model|shop|branch|store|batch|"
        r"route|date|train|bus|one|jumper))$",
        r"\1 it was",
        told,
    )
    return f"Could you tell us {told}{by}?"


def _plain(point: str, others: frozenset[str]) -> str:
    """Give a point that ends with a question mark as a question put to them."""
    bare = point.strip(" ?")
    words = bare.split()
    first = words[0].lower() if words else ""
    if pet := re.match(r"(?i)^(is|are|was) (dog|cat|child|kid|baby|parcel|box) (.+)$", bare):
        return f"{pet[1].capitalize()} your {pet[2]} {pet[3]}?"
    if re.match(
        r"(?i)(?:which|what|when|where|who|how|can|could|would|do|does|did|is|are|was|were|will|has|have)\b",
        bare,
    ):
        if first in ("which", "what") and len(words) <= 3:
            return _which(bare, private=False)
        said = said_to_them(bare, others)
        return f"{said[:1].upper()}{said[1:]}?"
    if fine := re.match(r"(?i)^(\w+) (ok|okay|all right|alright|hurt|fine)$", bare):
        many = fine[1].endswith("s") and not fine[1].endswith("ss")
        return f"{'Are' if many else 'Is'} your {fine[1]} {fine[2]}?"
    if _is_detail(bare) and len(words) <= 5:
        return _request(said_to_them(bare, others), private=_is_personal(bare))
    choice = re.match(r"(?i)^(\S+(?: \S+)?) or (\S+(?: \S+)?)$", bare)
    if choice and first not in words_of("ours"):
        return f"Is it {bare}?"
    thing = re.fullmatch(r"[ae]?[ae]?n?[ns]", letters(parts(bare))) and len(words) > 1
    return f"{bare[:1].upper()}{bare[1:]}?" if thing else ""
