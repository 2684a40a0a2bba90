"""Reading a request: which comment is answered, what stands before it, what is known."""

from dataclasses import dataclass

from models.prompt import Brand, Brief, Turn
from server.checks.case import Case, Earlier, Fact
from server.disclosing import line_for
from server.errors import Invalid
from server.knowledge import fitting, named
from server.people import day, promised, remembered
from server.schemas import (
    BrandVoice,
    Comment,
    FactChoice,
    FieldError,
    OfferedSnippet,
    Person,
    Thread,
    Triage,
)
from server.store import Store

THIS_REPLY = "for this reply alone"
MOST_OWED = 2  # open promises among the facts; the model was trained with few facts


@dataclass(frozen=True)
class Reading:
    """A thread as drafting sees it."""

    comment: str
    author: str
    thread: Thread
    earlier: tuple[Earlier, ...]
    facts: tuple[Fact, ...]
    voice: BrandVoice | None
    note: str
    person: Person | None = None

    def brief(self) -> Brief:
        """Give what triage and the model see; the action is still open."""
        voice = self.voice
        brand = Brand(
            name=voice.name if voice else "",
            what=voice.what if voice else "",
            voice=voice.voice if voice else "",
            guidelines=tuple(line.text for line in voice.guidelines) if voice else (),
        )
        return Brief(
            comment=self.comment,
            brand=brand,
            platform=self.thread.platform,
            post=self.thread.post,
            thread=tuple(Turn(turn.who, turn.text) for turn in self.earlier),
            author=self.author,
            facts=tuple(fact.text for fact in self.facts),
            note=self.note,
        )

    @property
    def snippets(self) -> list[OfferedSnippet]:
        """Give the snippets among the facts."""
        return [
            OfferedSnippet(id=fact.id, text=fact.text, source=fact.source)
            for fact in self.facts
            if fact.id.startswith("snip_")
        ]

    def case(self, text: str, tone: str, triage: Triage | None, recent: tuple[str, ...]) -> Case:
        """Give what checks and evidence look at; the brand stands by its disclosure line."""
        line = line_for(self.voice, self.thread.platform)
        disclosed = (Fact("disclosure", line, "your disclosure line"),) if line else ()
        return Case(
            text=text,
            comment=self.comment,
            author=self.author,
            platform=self.thread.platform,
            post=self.thread.post,
            thread=self.earlier,
            facts=(*self.facts, *disclosed),
            note=self.note,
            tone=tone,
            intent=triage.intent if triage else None,
            feeling=triage.feeling if triage else None,
            risk=triage.risk if triage else "none",
            action=triage.action if triage else "reply",
            brand=self.voice,
            others=tuple(self.thread.others),
            recent=recent,
        )


def read(
    thread: Thread,
    note: str,
    choice: FactChoice,
    voice: BrandVoice | None,
    store: Store,
    *,
    recall: bool = False,
    written: str = "",
) -> Reading:
    """Read a thread: the last comments in a row by one named person are answered as one.

    With `recall` what was said with that person before comes along; open promises always do.
    The snippets are those that were put in by hand and those that fit the comment and, where a
    text is written already, that text; but none that was left out.
    """
    last = thread.comments[-1]
    count = 1
    for comment in reversed(thread.comments[:-1]):
        if not last.author or comment.author != last.author or comment.is_own != last.is_own:
            break
        count += 1
    before, asked = thread.comments[:-count], thread.comments[-count:]
    text = "\n".join(comment.text for comment in asked)
    given = [
        Fact(f"fact_{number}", fact, THIS_REPLY) for number, fact in enumerate(choice.facts, 1)
    ]
    person = remembered(thread.platform, last.author, last.text, store) if recall else None
    owed = [
        Fact(promise.id, promised(promise), f"our reply of {day(promise.created_at, 'UTC')}")
        for promise in (store.open_promises(thread.platform, last.author) if last.author else [])
        if voice is None or promise.brand_voice_id in (None, voice.id)
    ]
    voice_id = voice.id if voice else None
    chosen = named(store, voice_id, choice.snippets_in)
    settled = {*choice.snippets_in, *choice.snippets_out}
    known = [*chosen, *fitting(store, voice_id, text, thread.post, settled)]
    known += [f for f in fitting(store, voice_id, written, left_out=settled) if f not in known]
    return Reading(
        comment=text,
        author=last.author,
        thread=thread,
        earlier=tuple(_earlier(comment, last.author, at) for at, comment in enumerate(before)),
        facts=(*given, *owed[:MOST_OWED], *known),
        voice=voice,
        note=note,
        person=person,
    )


def voice_named(voice_id: str | None, store: Store) -> BrandVoice | None:
    """Give a brand voice by its id. Raises Invalid where there is none of that id."""
    voice = store.brand_voice(voice_id) if voice_id else None
    if voice_id and voice is None:
        raise unknown("brand_voice_id", "There is no such brand voice; choose another one.")
    return voice


def unknown(field_name: str, detail: str) -> Invalid:
    """Give the error for a field of a request that names nothing there is."""
    return Invalid(detail, errors=(FieldError(pointer=f"/{field_name}", detail=detail),))


def _earlier(comment: Comment, author: str, at: int) -> Earlier:
    name = comment.id or f"comment_{at + 1}"
    if comment.is_own:
        return Earlier(name, "us", comment.text)
    return Earlier(name, "them" if comment.author == author else "other", comment.text)
