"""Carrying out a note: the manager's hurried point, as sentences said to the commenter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from models.guided.addressed import bystanders, said_to_them
from models.guided.articles import dated
from models.guided.completed import completed
from models.guided.grammar import Said, core, words_of
from models.guided.handed import handed_to, name_in, will_do
from models.guided.hushed import LONG, SHORTER, WITHHELD, hushed_in, stems, takes_back
from models.guided.inquiries import inquiry, pleading
from models.guided.letters import letters, parts
from models.guided.offered import offered
from models.guided.orders import is_undecided, is_unsaid, to_be_said
from models.guided.pieces import points
from models.guided.purposes import Purpose, purposes
from models.guided.requested import is_wanted, requested
from models.guided.shorthand import in_full_words, is_name
from models.guided.spoken import in_full
from models.guided.tagging import lexicon, written_out
from models.tasks.values import values

_SORRY = re.compile(
    r"(?i)\b(?:we'?re (?:very |so |really )?sorry$|"
    r"(?:say (?:very |so |really )?sorry|apologi[sz]e)(?: (?:properly|sincerely|first|again|fully|"
    r"nicely|profusely)\b| for (?:the|that|this|it|our|any)\b(?: \w+)?|$)?|"
    r"(?:very |so |really |big |huge )?(?:sorry|apologies)(?: first\b| again\b)?|"
    r"(?<!not )our (?:fault|mistake|error|bad|slip|miss|doing|mess|cock-?up)|totally us|on us this|"
    r"my (?:fault|mistake|"
    r"bad|error)|"
    r"we (?:messed|screwed|got it wrong))\b"
)
_THANKS = re.compile(
    r"(?i)\b(?:thank (?:him|her|them|the|you)?\b|say (?:thanks?|thank you)|thanks|thank$)"
)
_ONLY_SORRY = re.compile(
    r"(?i)(?:(?:please |just |and |also |but )*(?:say )?(?:we'?re |we are |i'?m )?"
    r"(?:very |so |really |big |huge )?(?:sorry|apologies|apologi[sz]e)|"
    r"our (?:fault|mistake|error|bad|slip|miss|doing|mess)|my (?:fault|mistake|bad|error))"
    r"(?: (?:to (?:hear|lose|see (?:him|her|them|you) go).*|to lose|"
    r"properly|sincerely|first|again|fully|nicely|profusely|too|both|though|"
    r"(?:for|about) that|to (?:him|her|them|both|all|the \w+|everyone|you)(?: too)?|"
    r"(?:for|about) [^,.;]+|from (?:[^,.;(]|\([^)]*\))+))*"
)
_SORRY_BEFORE = re.compile(r"(?i)^(?:so |very )?sorry(?: that| but)?[ ,:]+")
_SORRY_BEHIND = re.compile(
    r"(?i), (?:so |very |really )?(?:sorry|our (?:fault|mistake|error)|my (?:fault|mistake))$"
)
_BACK = re.compile(r"(?i)\b(?:you|u|ye|guys)\b.*\bback\b")
_SAYS = re.compile(r"(?i)^(?:the |my )?(?:boss|manager|owner) says? (?:that )?")
_NAME = re.compile(r"(?:(?<=[a-zà-ÿ,;&] )|(?<=[a-z]\. ))[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")

_BY_MESSAGE = re.compile(r"(?i)(?<!by )(?<!a )(?<!your )(?<=\w )private message$")
_SHOULD = re.compile(  # "should have rung", of us
    r"(?i)^(?:still,? )?(?:should|could|ought to)(?:n't| not| never)? have (?:told|rung|phoned|"
    r"called|emailed|written|said|asked|checked|warned|replied|answered|noticed|seen|"
    r"spotted|stopped|offered|sent|come|caught|let|explained|apologi[sz]ed|listened|kept|put|"
    r"posted|known|walked|gone|looked)\b"
)
_WRONG = re.compile(r"(?i)^wrong \w+(?: \w+)?$")
_TO_THEM = re.compile(r"(?i)^we (?:\w+ ){1,4}(?:him|her|them)\b")
_REFUSED = re.compile(r"(?i)(?:please |but )?(?:don't|do not|no|not|never|we'?re not)\b")
_WONDERS = re.compile(r"(?i)\?$|^(?:please |just |and |then |also )*(?:ask|need|needs|get|want)\b")


@dataclass(frozen=True)
class Carried:
    """What a note asks for: sentences to say, a question to ask, and moves to make."""

    sentences: tuple[str, ...] = ()
    question: str = ""
    apologise: bool = False
    thank: bool = False
    passes_on: bool = False  # whether it says who takes it over


MOST_WORDS_OF_A_TAIL = 6
MOST_QUESTIONS = 2
MAYBE_SAID = 0.1  # as unlikely to be simply said, what cannot be asked is left
SURELY_OURS = 0.2  # as unlikely to be told, a point is surely for the one who drafts
NEARLY_ALL = 0.7  # of the words of a sentence stand in facts: then they say it
FEW_WORDS = 7
HALF = 0.5  # of the words of a note in English are known, and more


def carry_out(note: str, comment: str = "", around: str = "") -> Carried:
    """Give what a note asks for, in full words and said to the commenter.

    "He" and "she" are the commenter, unless the comment or the note itself speaks of such a person.
    `around` is what else may hold names: the post, the thread, the facts.
    """
    if not _is_english(note):
        return Carried((_sentence(note.strip()),))
    full = WITHHELD.sub("", in_full_words(note, _names_in(comment, around)))
    shared = any(name in full for name in _people_in(comment))
    said = _Said(comment, bystanders(full, comment, shared))
    split = points(full)
    for together, aims in zip(split, purposes(split, comment), strict=True):
        for at, (point, aim) in enumerate(zip(together, aims, strict=True)):
            said.add(point, aim, opens=not at)
    return Carried(
        tuple(dict.fromkeys(said.kept(hushed_in(full, LONG)))),
        " ".join(dict.fromkeys(said.questions[:MOST_QUESTIONS])),
        said.apologises,
        said.thanks,
        said.passes_on,
    )


def told_of(note: str, comment: str) -> Iterator[str]:
    """Yield the points of a note that are not surely for the one who drafts, or mere courtesies."""
    if not _is_english(note):
        return
    split = points(WITHHELD.sub("", in_full_words(note)))
    for together, aims in zip(split, purposes(split, comment), strict=True):
        for point, aim in zip(together, aims, strict=True):
            if aim.told > SURELY_OURS and aim.kind != "own":
                yield to_be_said(point)


@dataclass
class _Said:
    """What the points of a note have come to so far."""

    comment: str
    others: frozenset[str]
    questions: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    of_sentence: list[str] = field(default_factory=list)  # what is said of the note's sentence
    kind: str = ""  # what the point is for
    about: str = ""  # what the last sentence speaks of
    joins: bool = False  # whether the point stands behind another in one sentence of the note
    goes_on: bool = False  # whether the last sentence may go on: it is in the note's own words
    is_passed: bool = False  # whether the last sentence passes the comment on, and ends there
    apologises: bool = False
    thanks: bool = False
    passes_on: bool = False

    def add(self, point: str, aim: Purpose, *, opens: bool) -> None:
        """Carry out one more point; `opens` says that a sentence of the note begins with it."""
        if aim.kind == "ask":
            point = _BY_MESSAGE.sub("by private message", point)
        said_before = self.of_sentence[-1:] if opens else self.of_sentence
        self.of_sentence = [] if opens else self.of_sentence
        alike = aim.kind == self.kind or {aim.kind, self.kind} <= {"say", "own", "pass_on"}
        self.joins, self.kind = not opens and alike, aim.kind
        self.goes_on = self.goes_on and self.joins
        if aim.kind != "hush" and not _REFUSED.match(point):
            self.apologises |= bool(_SORRY.search(point))
            self.thanks |= bool(_THANKS.search(point))
        if takes_back(point):
            self._take_back(said_before)
        elif not aim.is_told or is_undecided(point):
            return
        elif aim.kind == "ask" and is_wanted(point) and self._ask(point, aim):
            return
        elif (self.kind == "ask" or _WONDERS.search(point)) and (
            question := inquiry(point, self.others)
        ):
            self.questions.append(question)
        elif plea := pleading(point, self.others):
            self._say(plea, whole=True)
        elif point.endswith("?"):
            self._ask(point, aim)  # what nobody is sure of is not said
        elif aim.kind != "ask" and (
            whom := handed_to(said_to_them(point, self.others), surely=aim.kind == "pass_on")
        ):
            self._say(f"I'm passing this on to {whom}", whole=True)
            self.about, self.is_passed = name_in(whom), True
        else:
            self._tell(to_be_said(point), aim)

    def _take_back(self, taken: Sequence[str]) -> None:
        """Say nothing of what stands before in the same sentence of the note, or ends the last."""
        self.sentences = [words for words in self.sentences if words not in taken]
        self.of_sentence = []

    def _ask(self, point: str, aim: Purpose) -> bool:
        """Ask for what a point wants, if it wants something of them; say whether it does."""
        question, plea = requested(point, self.others) if aim.kind == "ask" else ("", "")
        if question:
            self.questions.append(question)
        elif plea:
            self._say(plea, whole=True)
        return bool(question or plea)

    def _tell(self, point: str, aim: Purpose) -> None:
        if not point or _ONLY_SORRY.fullmatch(point):
            return
        if re.match(r"(?i)back\b", point) and _BACK.search(self.comment):
            point = f"we're {point}"
        knew = re.match(r"(?i)sorry\b", point) is not None
        bare = _SORRY_BEHIND.sub("", _SORRY_BEFORE.sub("", point) if knew else point)
        about = self.about if self.joins or not self.about[:1].isupper() else ""
        if aim.kind == "own":
            bare = _WRONG.sub(r"it was the \g<0>", _SHOULD.sub(r"we \g<0>", bare))
        theirs = said_to_them(_SAYS.sub("", bare), self._others_in(bare))
        told = in_full(will_do(theirs) or theirs, about)
        if not (told.is_whole or self.joins) and self.kind == "offer":
            told = offered(theirs) or told
        told = replace(told, text=told.text.rstrip(" ,"))
        told = told if aim.kind == "ask" else completed(told, aim.kind)
        if not told.text or not self._is_sound(told, point, aim):
            return
        self.about = told.subject if told.is_whole else self.about
        text = _pleading(told.text) if self.kind == "ask" else told.text
        self._say(_known(text) if knew else text, whole=told.is_whole)

    def _others_in(self, point: str) -> frozenset[str]:
        """Give who is not the commenter: what we did to somebody, and own, we did to them."""
        return frozenset() if self.kind == "own" and _TO_THEM.match(point) else self.others

    def _is_sound(self, told: Said, point: str, aim: Purpose) -> bool:
        """Say whether a point can be said so; what is asked is asked instead."""
        if self.kind == "own":
            said = told.is_whole and told.text.lower() not in ("yes", "no")
            return said and not is_unsaid(point)
        if self.kind == "ask":
            return told.is_whole or not (self._ask(point, aim) or aim.said < MAYBE_SAID)
        return True

    def _say(self, words: str, *, whole: bool) -> None:
        tail = self.sentences and not whole and len(words.split()) <= MOST_WORDS_OF_A_TAIL
        if not (whole or self.is_passed) and (self.goes_on or (tail and self.joins)):
            words = f"{self.sentences.pop()}, {words}"
        self.passes_on |= self.kind == "pass_on"
        self.is_passed = False
        self.sentences.append(words)
        self.of_sentence.append(words)
        self.goes_on = not whole

    def kept(self, hushed: frozenset[str]) -> list[str]:
        """Give what is said as sentences, without what is hushed."""
        said = [_sentence(words) for words in self.sentences]
        return [sentence for sentence in said if not hushed & stems(sentence, LONG)]


def _is_english(note: str) -> bool:
    """Say whether a note is written in English, as far as its words tell."""
    words = [word for word in re.findall(r"[A-Za-zÀ-ž]+", note) if len(word) > 1]
    known = sum(
        word.lower() in lexicon() or is_name(word) or written_out(word) != word for word in words
    )
    return len(words) < FEW_WORDS or known > HALF * len(words)


def beside(carried: Carried, facts: Sequence[str]) -> Carried:
    """Give a carried note without what told facts say as well, where it says more than that."""
    told, known = values(" ".join(facts)), stems(" ".join(facts), SHORTER)

    def is_told(sentence: str) -> bool:
        own = stems(sentence, SHORTER)
        return bool(own) and values(sentence) <= told and len(own & known) >= NEARLY_ALL * len(own)

    kept = tuple(sentence for sentence in carried.sentences if not is_told(sentence))
    return replace(carried, sentences=kept) if kept else carried


def with_courtesies(
    carried: Carried, *, opens_sorry: bool, opens_thanking: bool, asks: bool = False
) -> Carried:
    """Give a carried note with the thanks and the apology in it that the opening does not say."""
    said = list(carried.sentences)
    if carried.thank and not opens_thanking:
        said.append(f"Thank you for {'asking' if asks else 'telling us'}.")
    if carried.apologise and not opens_sorry:
        said.insert(0, "I'm sorry about that.")
    return replace(carried, sentences=tuple(said))


def _pleading(said: str) -> str:
    """Give what they are asked to do with "please" before it."""
    kinds = letters(parts(said))
    orders = core(said.split()[0]) in words_of("theirs") and kinds[1:2] not in ("n", "q", "b", "h")
    return f"please {said}" if orders else said


def _known(said: str) -> str:
    """Give what we are sorry for as known to us, or as what we should have done."""
    if re.match(r"(?:it|you|this|that|the \w+ (?:is|was|are|were))\b", said):
        return f"I know {said}"
    return f"{said}, and we should have" if said.startswith("we didn't ") else said


def _sentence(words: str) -> str:
    said = dated(words)
    named = re.match(r"[a-z][A-Z]", said)  # "iPad"
    said = said if named else f"{said[:1].upper()}{said[1:]}"
    return said if said[-1:] in ".?!" else f"{said}."


def _names_in(comment: str, around: str) -> frozenset[str]:
    """Give the words, in lower case, that are spelt as names in what was written before."""
    held = _NAME.findall(comment) + _NAME.findall(around)
    return frozenset(
        name.lower() for name in held if name.lower() not in lexicon() or is_name(name)
    )


def _people_in(comment: str) -> list[str]:
    return [
        name for name in _NAME.findall(comment) if name.lower() not in lexicon() or is_name(name)
    ]
