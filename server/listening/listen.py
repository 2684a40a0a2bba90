"""Listening to the comments of some days: how many, of whom, about what, and what came of it."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from statistics import median, quantiles

from server.errors import Invalid
from server.listening import points
from server.listening.subjects import talked_of
from server.listening.teams import TEAMS
from server.schemas import (
    Answered,
    Count,
    Duration,
    FieldError,
    Listening,
    ListeningQuery,
    Owed,
    Stretch,
)
from server.store import Store
from server.store.listening import Scope, Tally

USUAL_DAYS = 30
LONGEST_DAYS = 3660
LENGTHS = (1, 7, 28, 91)  # days of a stretch
MOST_STRETCHES = 60
LAST_REPLIES = 2000  # whose times are looked at
LISTS = {
    "questions": points.questions,
    "wishes": points.wishes,
    "troubles": points.troubles,
    "criticism": points.criticism,
    "praise": points.praise,
}


def listen(query: ListeningQuery, store: Store, today: date | None = None) -> Listening:
    """Give what people told us. Raises Invalid for days that cannot be asked for together."""
    scope = scope_of(query, today or datetime.now(UTC).date())
    comments, people = store.heard_in(scope)
    comments_before, people_before = store.heard_in(scope.before)
    lists = {
        name: gather(scope, store, names=query.names) if name in TEAMS[query.team].lists else []
        for name, gather in LISTS.items()
    }
    return Listening(
        first=scope.first,
        last=scope.last,
        comments=comments,
        comments_before=comments_before,
        people=people,
        people_before=people_before,
        intents=_counts(store.heard_by("intent", scope)),
        feelings=_counts(store.heard_by("feeling", scope)),
        risks=_counts(store.heard_by("risk", scope)),
        outcomes=_counts(store.outcomes_in(scope)),
        over_time=_over_time(scope, store),
        themes=talked_of(scope, store, names=query.names),
        answered=_answered(scope, store),
        promises=_owed(scope, store),
        **lists,
    )


def scope_of(query: ListeningQuery, today: date) -> Scope:
    """Give whose comments of which days are asked for. Raises Invalid."""
    usual = timedelta(days=USUAL_DAYS - 1)
    first = query.first or (query.last or today) - usual
    last = query.last or max(first, today)
    if not 0 <= (last - first).days < LONGEST_DAYS:
        wrong = "is before the first day" if last < first else "is over ten years after the first"
        fault = FieldError(pointer="?to", detail=f"{wrong}; choose another day")
        raise Invalid(f"The last day {fault.detail}.", errors=(fault,))
    intents = TEAMS[query.team].intents
    return Scope(first, last, query.brand_voice_id, query.platform, intents)


def _counts(tallies: list[Tally]) -> list[Count]:
    return [Count(value=one.value, comments=one.comments, people=one.people) for one in tallies]


def _over_time(scope: Scope, store: Store) -> list[Stretch]:
    length = next(days for days in LENGTHS if scope.days <= days * MOST_STRETCHES)
    by: dict[str, dict[int, list[Tally]]] = {}
    for column in ("intent", "feeling", "risk", None):
        by[column or "all"] = defaultdict(list)
        for at, tally in store.heard_over_time(column, scope, length):
            by[column or "all"][at].append(tally)
    stretches = []
    for at, start in enumerate(range(0, scope.days, length)):
        first = scope.first + timedelta(days=start)
        [whole] = by["all"][at] or [Tally("", 0, 0)]
        stretches.append(
            Stretch(
                first=first,
                last=min(first + timedelta(days=length - 1), scope.last),
                comments=whole.comments,
                people=whole.people,
                intents=_counts(by["intent"][at]),
                feelings=_counts(by["feeling"][at]),
                risks=_counts(by["risk"][at]),
            )
        )
    return stretches


def _answered(scope: Scope, store: Store) -> Answered:
    times = store.reply_times(scope, LAST_REPLIES)
    return Answered(
        since_seen=_duration([(told - seen).total_seconds() for seen, _, told in times]),
        since_written=_duration(
            [(told - written).total_seconds() for _, written, told in times if written]
        ),
    )


def _duration(seconds: list[float]) -> Duration | None:
    took = [max(0.0, one) for one in seconds]
    if not took:
        return None
    most = quantiles(took, n=10, method="inclusive")[-1] if len(took) > 1 else took[0]
    return Duration(count=len(took), median_s=round(median(took)), most_s=round(most))


def _owed(scope: Scope, store: Store) -> Owed:
    return Owed.model_validate(store.owed(scope.brand_voice_id, scope.platform, datetime.now(UTC)))
