"""Feedback: what became of a suggestion, how much of it is the person's, what it promises."""

from itertools import takewhile

from models.guided.facts import rare_stems
from server.human_share import human_share
from server.promises.offer import offered
from server.schemas import Feedback, FeedbackAnswer
from server.store import Store

USED = ("posted", "copied")


def take(suggestion_id: str, given: Feedback, store: Store) -> FeedbackAnswer | None:
    """Keep what became of a suggestion, and look at its text; None where there is none."""
    made, asked = store.suggestion(suggestion_id), store.suggestion_request(suggestion_id)
    if made is None or asked is None:
        return None
    share = human_share(given.text, [made.text, *(other.text for other in made.alternatives)])
    if not store.save_feedback(suggestion_id, given, share):
        return None
    if given.outcome in USED and given.text:
        store.keep_example(suggestion_id, rare_stems(asked.thread.comments[-1].text))
    elif given.outcome not in USED:
        store.keep_example(suggestion_id, ())
    untouched = takewhile(lambda share: share == 0, store.last_shares())
    voice = store.brand_voice(asked.brand_voice_id) if asked.brand_voice_id else None
    locale = voice.locale if voice else ""
    return FeedbackAnswer(
        human_share=share,
        untouched_in_a_row=len(list(untouched)),
        promises=offered(given.text, given.posted_at, given.time_zone, locale)
        if given.outcome in USED
        else [],
    )
