"""Advising: triage of a comment, or what a person chose to do with it instead."""

from server.hand_off import offer
from server.reading import Reading, read
from server.schemas import Action, Suggestion, Team, Triage, TriageChange
from server.store import Store
from server.suiting import unfit_tones
from server.triage import triage

CHOSEN = "You chose this."
USUAL_TEAM: Team = "support"


def advise(
    reading: Reading, store: Store, action: Action | None = None, hand_over_to: Team = ""
) -> Triage:
    """Give what to do with a comment.

    A choice given here is kept for this very comment and stands until another is made; without
    one, the choice that was kept before stands.
    """
    advised = triage(reading.brief())
    advised = advised.model_copy(update={"unfit_tones": unfit_tones(advised)})
    platform, comment = reading.thread.platform, reading.thread.comments[-1]
    if action is None:
        kept = store.overruled(platform, comment)
        return chosen(advised, kept.action, kept.hand_over_to) if kept else advised
    choice = chosen(advised, action, hand_over_to)
    store.overrule(
        platform,
        comment,
        advised=advised,
        action=choice.action,
        hand_over_to=choice.hand_over_to,
    )
    return choice


def chosen(advised: Triage, action: Action, hand_over_to: Team = "") -> Triage:
    """Give the advice with the action that a person chose in place of its own."""
    team: Team = ""
    if action == "hand_over":
        team = hand_over_to or advised.hand_over_to or USUAL_TEAM
    if (action, team) == (advised.action, advised.hand_over_to):
        return advised
    choice = {"action": action, "hand_over_to": team, "why": CHOSEN, "advised": advised.action}
    return advised.model_copy(update=choice)


def overrule(suggestion_id: str, change: TriageChange, store: Store) -> Suggestion | None:
    """Choose what to do with the comment of a suggestion, without a new draft."""
    made, asked = store.suggestion(suggestion_id), store.suggestion_request(suggestion_id)
    if made is None or asked is None:
        return None
    voice = store.brand_voice(asked.brand_voice_id) if asked.brand_voice_id else None
    reading = read(asked.thread, asked.note, asked, voice, store, recall=True)
    advice = advise(reading, store, change.action, change.hand_over_to)
    changed = made.model_copy(update={"triage": advice, "hand_off": offer(reading, advice)})
    store.change_suggestion(changed)
    return changed
