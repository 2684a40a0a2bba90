"""Listening in the database: what was heard in some days, counted by person."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, case, func, select

from server.schemas import Feeling, Intent, Platform, Risk
from server.store.database import Database
from server.store.tables import feedback, heard, heard_themes

PEOPLE = func.count(heard.c.person.distinct())
COMMENTS = func.count(heard.c.comment_hash.distinct())  # drafts may be finished at once
LAST_FIRST = (
    heard.c.day.desc(),
    heard.c.seen_at.desc(),
    heard.c.suggestion_id,
)  # as the index has them
FURTHEST = ("posted", "handed_over", "copied", "ignored", "rejected", "taken_back")


@dataclass(frozen=True)
class Scope:
    """Whose comments of which days; both days are among them."""

    first: date
    last: date
    brand_voice_id: str | None = None
    platform: Platform | None = None
    intents: Collection[Intent] = ()

    @property
    def days(self) -> int:
        """Give how many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Scope":
        """Give as many days before it."""
        day = timedelta(days=1)
        return replace(self, first=self.first - day * self.days, last=self.first - day)

    def where(self) -> list[ColumnElement[bool]]:
        """Give what chooses its comments, each by the suggestion that counts."""
        chosen = [
            heard.c.counts,
            heard.c.day.between(self.first.toordinal(), self.last.toordinal()),
        ]
        if self.brand_voice_id:
            chosen.append(heard.c.brand_voice_id == self.brand_voice_id)
        if self.platform:
            chosen.append(heard.c.platform == self.platform)
        if self.intents:
            chosen.append(heard.c.intent.in_(self.intents))
        return chosen


@dataclass(frozen=True)
class Heard:
    """One comment that was read."""

    suggestion_id: str
    brand_voice_id: str | None
    person: str
    platform: Platform
    author: str
    intent: Intent
    feeling: Feeling
    risk: Risk
    seen_at: datetime
    url: str
    comment: str


@dataclass(frozen=True)
class Tally:
    """How many comments have one value in a column, and how many people wrote them."""

    value: str
    comments: int
    people: int


_OF_ONE = [heard.c[field.name] for field in fields(Heard)]


class Listening(Database):
    """What people told us."""

    def heard_in(self, scope: Scope) -> tuple[int, int]:
        """Give how many comments there are, and of how many people."""
        with self.engine.connect() as connection:
            found = connection.execute(select(COMMENTS, PEOPLE).where(*scope.where())).one()
        return found[0], found[1]

    def heard_by(self, column: str, scope: Scope) -> list[Tally]:
        """Give the comments by what stands in a column, those of most people first."""
        by = heard.c[column]
        chosen = select(by, COMMENTS, PEOPLE).where(*scope.where()).group_by(by)
        with self.engine.connect() as connection:
            rows = connection.execute(chosen.order_by(PEOPLE.desc(), by)).all()
        return [Tally(*row) for row in rows]

    def heard_over_time(
        self, column: str | None, scope: Scope, length: int
    ) -> list[tuple[int, Tally]]:
        """Give the same for each stretch of so many days, with its number; None: of all values."""
        stretch = (heard.c.day - scope.first.toordinal()) // length
        by = [heard.c[column]] if column else []
        chosen = select(stretch, *by, COMMENTS, PEOPLE).where(*scope.where())
        with self.engine.connect() as connection:
            rows = connection.execute(chosen.group_by(stretch, *by).order_by(PEOPLE.desc())).all()
        return [(at, Tally(*rest) if by else Tally("", *rest)) for at, *rest in rows]

    def themes_in(
        self, scope: Scope, limit: int, only: Collection[str] | None = None
    ) -> list[tuple[Tally, bool]]:
        """Give what most people talk about, and whether it is a name of ours; or some themes."""
        name = heard_themes.c.theme
        chosen = (
            select(name, COMMENTS, PEOPLE, func.max(heard_themes.c.is_ours.cast(Integer)))
            .join(heard, heard.c.suggestion_id == heard_themes.c.suggestion_id)
            .where(*scope.where())
            .group_by(name)
            .order_by(PEOPLE.desc(), name)
            .limit(limit)
        )
        if only is not None:
            chosen = chosen.where(name.in_(only))
        with self.engine.connect() as connection:
            return [(Tally(*rest), bool(ours)) for *rest, ours in connection.execute(chosen)]

    def feelings_of(self, names: Collection[str], scope: Scope) -> list[tuple[str, Tally]]:
        """Give for some themes with which feelings people talk of them."""
        name = heard_themes.c.theme
        chosen = (
            select(name, heard.c.feeling, COMMENTS, PEOPLE)
            .join(heard, heard.c.suggestion_id == heard_themes.c.suggestion_id)
            .where(name.in_(names), *scope.where())
            .group_by(name, heard.c.feeling)
            .order_by(PEOPLE.desc(), heard.c.feeling)
        )
        with self.engine.connect() as connection:
            return [(theme, Tally(*rest)) for theme, *rest in connection.execute(chosen)]

    def comments_on(
        self, names: Collection[str], scope: Scope, each: int
    ) -> list[tuple[str, Heard]]:
        """Give the last comments on some themes, so many on each."""
        name = heard_themes.c.theme
        last = func.row_number().over(partition_by=name, order_by=heard.c.seen_at.desc())
        numbered = (
            select(name, heard.c.suggestion_id, last.label("at"))
            .join(heard, heard.c.suggestion_id == heard_themes.c.suggestion_id)
            .where(name.in_(names), *scope.where())
            .subquery()
        )
        chosen = (
            select(numbered.c.theme, *_OF_ONE)
            .join(heard, heard.c.suggestion_id == numbered.c.suggestion_id)
            .where(numbered.c.at <= each)
            .order_by(numbered.c.at)
        )
        with self.engine.connect() as connection:
            return [(theme, Heard(*rest)) for theme, *rest in connection.execute(chosen)]

    def comments_in(self, scope: Scope, limit: int, *, open_questions: bool = False) -> list[Heard]:
        """Give the last comments; with `open_questions` those that no snippet answered."""
        chosen = select(*_OF_ONE).where(*scope.where())
        if open_questions:
            chosen = chosen.where(heard.c.is_open_question)
        chosen = chosen.order_by(*LAST_FIRST).limit(limit)
        with self.engine.connect() as connection:
            return [Heard(*row) for row in connection.execute(chosen)]

    def outcomes_in(self, scope: Scope) -> list[Tally]:
        """Give what became of the comments: of several drafts for one what went furthest."""
        rank = case({outcome: at for at, outcome in enumerate(FURTHEST)}, value=feedback.c.outcome)
        furthest = (
            _with_feedback(heard.c.person, func.min(rank).label("rank"))
            .where(*scope.where())
            .group_by(heard.c.comment_hash, heard.c.person)
            .subquery()
        )
        people = func.count(furthest.c.person.distinct())
        chosen = select(furthest.c.rank, func.count(), people).group_by(furthest.c.rank)
        with self.engine.connect() as connection:
            rows = connection.execute(chosen.order_by(furthest.c.rank)).all()
        return [Tally(FURTHEST[rank], *counted) for rank, *counted in rows]

    def reply_times(
        self, scope: Scope, limit: int
    ) -> list[tuple[datetime, datetime | None, datetime]]:
        """Give of replies to the last comments when these were seen, written, and answered."""
        chosen = (
            _with_feedback(heard.c.seen_at, heard.c.written_at, feedback.c.created_at)
            .where(*scope.where(), feedback.c.outcome == "posted")
            .order_by(*LAST_FIRST)
            .limit(limit)
        )
        with self.engine.connect() as connection:
            return [(row[0], row[1], row[2]) for row in connection.execute(chosen)]


def _with_feedback(*columns: Any) -> Select[Any]:
    """Choose comments with what became of any draft for them."""
    every = heard.alias("every")
    return (
        select(*columns)
        .join(every, every.c.comment_hash == heard.c.comment_hash)
        .join(feedback, feedback.c.suggestion_id == every.c.suggestion_id)
    )
