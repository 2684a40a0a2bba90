"""How a draft is to sound: which preset an own tone is nearest to, and what guidelines ask for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.prompt import TONES

_NEAR = {  # a preset, and the words of a description that mean it
    "apologetic": r"apolog|sorry|own(?:s|ing)? (?:our|the|up)|contrite|humble",
    "playful": r"play|fun|light|joke|humou?r|witty|cheek|banter|silly",
    "professional": r"profession|formal|business|composed|serious|polished|corporate|official",
    "warm": r"warm|kind|friend|caring|gentle|empath|heart|personal|chatty|welcom|soft",
}
_BRIEF = re.compile(r"(?i)\b(?:short|brief|one[- ]line|one sentence|terse|concise|few words)")
_NO_EMOJI = re.compile(
    r"(?i)\b(?:no|never|avoid|without|don't use|do not use)\b[^.]{0,20}\bemojis?\b"
)
_SIGN = re.compile(
    r"(?i)\b(?:sign(?: off)?|end)(?: \w+){0,2}? (?:with|as)[: ]+[\"'“‘]?([^\"'”’.]{1,40})"
)
_NEVER = re.compile(
    r"(?i)\b(?:never|don't|do not|avoid)(?: ever)? (?:say|use|write|saying|using|writing)? ?"
    r"(?:the words? )?[\"'“‘]([^\"'”’]{2,40})[\"'”’]"
)
_SENTENCES = re.compile(
    r"(?i)\b(?:at most|no more than|maximum(?: of)?|max\.?|up to|only) "
    r"(one|two|three|four|\d) sentences?"
)
_COUNT = {"one": 1, "two": 2, "three": 3, "four": 4}
_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
_STOP = re.compile(r"[.!?](?=\s|$)")


_IN_FULL = (  # a professional reply writes the short forms out
    (r"\b([Ww])on't\b", r"\1ill not"),
    (r"\b([Cc])an't\b", r"\1annot"),
    (r"\b([Ss])han't\b", r"\1hall not"),
    (r"\b(\w+)n't\b", r"\1 not"),
    (r"\bI'm\b", "I am"),
    (r"\b(\w+)'ll\b", r"\1 will"),
    (r"\b(\w+)'re\b", r"\1 are"),
    (r"\b(\w+)'ve\b", r"\1 have"),
    (
        r"(?i)\b(it|that|there|he|she|what|who|here)'s (been|had|got|come|gone|become)\b",
        r"\1 has \2",
    ),
    (r"(?i)\b(it|that|there|he|she|what|who|here|where)'s\b", r"\1 is"),
    (
        r"(?i)\b(i|we|you|he|she|they|it)'d (like|love|rather|be|want|need|have|say|prefer)\b",
        r"\1 would \2",
    ),
)


_IN_SHORT = (  # and all others take them
    (r"\b([Ww])ill not\b", r"\1on't"),
    (r"\b([Cc])an ?not\b", r"\1an't"),
    (r"\b([Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Dd]o|[Dd]oes|[Dd]id|[Hh]as|[Hh]ave|[Ss]hould|[Ww]ould|"
    r"[Cc]ould) not(?= [a-z])", r"\1n't"),
    (r"\b([Ii]t|[Tt]hat|[Tt]here) is(?! to\b)(?= [a-z])", r"\1's"),
    (r"\b([Ww]e|[Yy]ou|[Tt]hey) are(?= [a-z])", r"\1're"),
    (r"\b([Ww]e|[Yy]ou|[Tt]hey|[Ii]t) will(?= [a-z])", r"\1'll"),
)  # fmt: skip


def in_full(text: str) -> str:
    """Give text with the short forms written out: "I'm" is "I am", "can't" is "cannot"."""
    for short, full in _IN_FULL:
        text = re.sub(short, full, text)
    return text


def in_short(text: str) -> str:
    """Give text with the short forms that people speak in: "it is" is "it's"."""
    for full, short in _IN_SHORT:
        text = re.sub(full, short, text)
    return text


_QUOTED = re.compile(r"(“[^”]*”)")


@dataclass(frozen=True)
class Manner:
    """The preset whose sentences are taken, and whether only what is needed is said."""

    preset: str
    is_brief: bool = False

    def said(self, text: str) -> str:
        """Give a sentence as this manner writes it; what it quotes stays as it was written."""
        turned = in_full if self.preset == "professional" else in_short
        parts = _QUOTED.split(text)
        return "".join(part if part.startswith("“") else turned(part) for part in parts)


def manner_of(tone: str, description: str = "") -> Manner:
    """Give the manner of a tone: a preset is its own; an own tone is known by its description."""
    if tone in TONES:
        return Manner(tone)
    said = f"{tone} {description}"
    near = (preset for preset, words in _NEAR.items() if re.search(rf"(?i)\b(?:{words})", said))
    return Manner(next(near, "plain"), bool(_BRIEF.search(said)))


@dataclass(frozen=True)
class Rules:
    """What a brand's guidelines ask of every text, as far as it can be held to word by word."""

    without_emoji: bool = False
    sign_off: str = ""
    most_sentences: int = 0  # 0: as many as it takes
    never: tuple[str, ...] = ()

    def allow(self, text: str) -> bool:
        """Say whether a text keeps to the guidelines."""
        lower = text.lower()
        return not (
            (self.without_emoji and _EMOJI.search(text))
            or (self.most_sentences and len(_STOP.findall(text)) > self.most_sentences)
            or any(words in lower for words in self.never)
        )

    def pictured(self, text: str) -> str:
        """Give a sentence without its pictures where none are wanted."""
        if not self.without_emoji or not _EMOJI.search(text):
            return text
        bare = _EMOJI.sub("", text).replace("\ufe0f", "").strip()
        return bare if bare[-1:] in ".!?" else f"{bare}."

    def signed(self, text: str) -> str:
        """Give a text with the sign-off that is asked for, if any."""
        return f"{text} {self.sign_off}" if self.sign_off else text


def rules_of(guidelines: Sequence[str]) -> Rules:
    """Give what can be held to of a brand's guidelines; the rest is for larger models."""
    together = "\n".join(guidelines)
    sign, most = _SIGN.search(together), _SENTENCES.search(together)
    return Rules(
        without_emoji=bool(_NO_EMOJI.search(together)),
        sign_off=sign.group(1).strip() if sign else "",
        most_sentences=_COUNT.get(most.group(1).lower()) or int(most.group(1)) if most else 0,
        never=tuple(match.lower() for match in _NEVER.findall(together)),
    )
