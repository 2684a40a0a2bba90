"""People: what was said with one before, what is open to them, and how they are forgotten."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from server.schemas import Person, Platform, Promise
from server.store import Store

_CLAUSE = re.compile(r"(?i)(?:\S+ ){0,5}?(?:\S*['’](?:ll|re|m)|will|are|is)\b|expect|consider")
EXCHANGES_OF_A_PERSON = 50
EXCHANGES_BESIDE_A_DRAFT = 3


def person(platform: Platform, author: str, store: Store) -> Person:
    """Give all that is known of a person, what is due first; nothing known is empty lists."""
    exchanges, count = store.exchanges(platform, author, EXCHANGES_OF_A_PERSON)
    made = store.promises(200, platform=platform, author=author).data
    settled = [promise for promise in made if promise.status != "open"]
    return Person(
        platform=platform,
        author=author,
        exchange_count=count,
        exchanges=exchanges,
        promises=[*store.open_promises(platform, author), *settled],
        hand_offs=store.hand_offs_of(platform, author),
    )


def remembered(platform: Platform, author: str, comment: str, store: Store) -> Person | None:
    """Give what matters while one comment is answered; None for the unnamed and the unknown.

    These are the last exchanges about other comments, open promises (what is due first), and
    open hand-offs.
    """
    if not author:
        return None
    exchanges, count = store.exchanges(platform, author, EXCHANGES_BESIDE_A_DRAFT + 1)
    before = [exchange for exchange in exchanges if exchange.comment != comment]
    known = Person(
        platform=platform,
        author=author,
        exchange_count=count - (len(exchanges) - len(before)),
        exchanges=before[:EXCHANGES_BESIDE_A_DRAFT],
        promises=store.open_promises(platform, author),
        hand_offs=[one for one in store.hand_offs_of(platform, author) if one.status == "open"],
    )
    return known if known.exchanges or known.promises or known.hand_offs else None


def promised(promise: Promise) -> str:
    """Say a promise as a sentence that a reply may hold, its date as a day of the calendar."""
    what = promise.what.rstrip(" .!")
    by = f" by {day(promise.due, promise.time_zone)}" if promise.due else ""
    if _CLAUSE.match(what):
        return f"We promised: {what}{by}."
    if promise.who.lower() in ("we", "i"):
        return f"We promised to {what}{by}."
    return f"We promised that {promise.who} would {what}{by}."


def day(moment: datetime, time_zone: str) -> str:
    """Give the day of a moment where it was said, as people write it: Friday 7 March."""
    local = moment.astimezone(ZoneInfo(time_zone))
    return f"{local:%A} {local.day} {local:%B}"
