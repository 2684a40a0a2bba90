"""Hand-off: the note for a colleague: what was said, what we promised before, what is needed."""

from collections.abc import Iterator

from server.checks.sentences import sentences
from server.people import day
from server.platform_names import PLATFORM_NAMES
from server.reading import Reading
from server.schemas import Colleagues, HandOffOffer, Promise, Triage

EARLIER_TURNS = 4
LONGEST_QUOTE = 600  # characters of what was said before; the comment itself is quoted whole

NEEDED: dict[Colleagues, str] = {
    "support": "Please look into it, and tell us what we can say and by when.",
    "pr": "Please say whether and how we answer before anything more is posted.",
    "product": "Please say whether this is known, and what we may tell them about it.",
    "legal": "Please say what we may answer, and whether we should answer at all.",
    "safety": "Please look at this before anything else, and tell us what to do and to say.",
    "marketing": "Please say whether we take this up, and who answers.",
}


def offer(reading: Reading, advice: Triage) -> HandOffOffer | None:
    """Give the note for the team that a comment is handed over to; None where it is not."""
    if advice.action != "hand_over" or not advice.hand_over_to:
        return None
    return HandOffOffer(to=advice.hand_over_to, note=note(reading, advice, advice.hand_over_to))


def note(reading: Reading, advice: Triage, to: Colleagues) -> str:
    """Write the note: plain sentences, a paragraph each; what people wrote is quoted as it is."""
    return "\n\n".join(
        "\n".join(part)
        for part in (
            list(_said(reading)),
            list(_before(reading)),
            list(_promised(reading)),
            list(_needed(reading, advice, to)),
        )
        if part
    )


def _said(reading: Reading) -> Iterator[str]:
    who = reading.author or "Somebody"
    platform = reading.thread.platform
    place = "" if platform == "generic" else f" on {PLATFORM_NAMES[platform]}"
    yield f"{who} wrote{place}: “{reading.comment}”"
    if reading.thread.post:
        yield f"It stands under this post: “{_short(reading.thread.post)}”"
    if reading.thread.url:
        yield f"The thread: {reading.thread.url}"


def _before(reading: Reading) -> Iterator[str]:
    """Yield what they and we said before; what others wrote is nobody's business here."""
    turns = [turn for turn in reading.earlier if turn.who != "other"][-EARLIER_TURNS:]
    for turn in turns:
        said = "We answered" if turn.who == "us" else "Before, they wrote"
        yield f"{said}: “{_short(turn.text)}”"
    if turns or reading.person is None:
        return
    for exchange in reading.person.exchanges[:1]:
        yield f"Before, they wrote: “{_short(exchange.comment)}”"
        if exchange.reply:
            yield f"We answered on {day(exchange.at, 'UTC')}: “{_short(exchange.reply)}”"


def _promised(reading: Reading) -> Iterator[str]:
    open_to_them = reading.person.promises if reading.person else []
    if not open_to_them:
        yield "We have no open promise to them on record."
    for promise in open_to_them:
        made = day(promise.created_at, promise.time_zone)
        yield f"On {made} we promised: “{promise.quote}”, {_due(promise)}."


def _due(promise: Promise) -> str:
    if promise.due is None:
        return "without a day, and still open"
    return f"due by {day(promise.due, promise.time_zone)} and still open"


def _needed(reading: Reading, advice: Triage, to: Colleagues) -> Iterator[str]:
    if advice.advised is None and advice.why:
        yield f"Why it comes to you: {advice.why}"
    for sentence in sentences(reading.comment):
        if sentence.asks:
            yield f"They ask: “{sentence.text}”"
    if reading.note:
        yield f"Our note on it: “{reading.note}”"
    yield NEEDED[to]


def _short(text: str) -> str:
    """Give a text, or its beginning, with a mark that there is more."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rstrip()} […]"
