"""Points: what several people said in like words, counted once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from models.guided.facts import choose_facts, rare_stems
from models.guided.gladness import is_glad, tells_of_trouble
from models.guided.joys import best, joys
from server.knowledge import fitting
from server.likeness import likeness
from server.listening.quoting import quoted
from server.listening.teams import CRITICISM, PRAISE, QUESTIONS, TROUBLES, WISHES
from server.schemas import Intent, Point
from server.store import Store
from server.store.listening import Heard, Scope

READ = 200  # comments, the last ones
SHOWN = 12
QUOTES = 3
ALIKE = 0.5  # of the rare words of two comments together, both have


@dataclass
class _Alike:
    """Comments that say the same, the newest first."""

    stems: dict[str, float]
    said: list[Heard] = field(default_factory=list)

    @property
    def people(self) -> list[Heard]:
        """Give the newest comment of each person."""
        return list({heard.person: heard for heard in reversed(self.said)}.values())[::-1]

    @property
    def is_grave(self) -> bool:
        """Say whether any of them carries a high risk."""
        return any(heard.risk == "high" for heard in self.said)


def questions(scope: Scope, store: Store, *, names: bool) -> list[Point]:
    """Give what was asked and is answered by no snippet, not even by one that came since."""
    asked = _comments(scope, QUESTIONS, store, open_questions=True)
    left = (alike for alike in _by_people(asked) if not _is_answered(alike.said[0], store))
    return _points(left, names=names)


def wishes(scope: Scope, store: Store, *, names: bool) -> list[Point]:
    """Give what people would like."""
    return _points(_by_people(_comments(scope, WISHES, store)), names=names)


def troubles(scope: Scope, store: Store, *, names: bool) -> list[Point]:
    """Give what went wrong for people."""
    return _points(_by_people(_comments(scope, TROUBLES, store)), names=names)


def criticism(scope: Scope, store: Store, *, names: bool) -> list[Point]:
    """Give what people hold against us, first what is grave."""
    said = _by_people(_comments(scope, CRITICISM, store))
    return _points(sorted(said, key=lambda alike: not alike.is_grave), names=names)


def praise(scope: Scope, store: Store, *, names: bool) -> list[Point]:
    """Give praise that others may be shown, first what says in its own words what was good."""
    glad = (heard for heard in _comments(scope, PRAISE, store) if _can_be_shown(heard))
    telling = sorted(
        islice(glad, 3 * SHOWN), key=lambda heard: not (joys(heard.comment) or best(heard.comment))
    )
    return _points((_Alike({}, [heard]) for heard in telling), names=names)


def _can_be_shown(heard: Heard) -> bool:
    gladly = is_glad(heard.comment) and not tells_of_trouble(heard.comment)
    return gladly and heard.risk == "none" and heard.feeling != "sarcastic"


def _comments(
    scope: Scope, intents: Sequence[Intent], store: Store, *, open_questions: bool = False
) -> list[Heard]:
    wanted = [intent for intent in intents if not scope.intents or intent in scope.intents]
    if not wanted:
        return []
    return store.comments_in(replace(scope, intents=wanted), READ, open_questions=open_questions)


def _by_people(comments: Iterable[Heard]) -> list[_Alike]:
    """Put together what is said in like words, first what most people say."""
    found: list[_Alike] = []
    for heard in comments:
        stems = rare_stems(heard.comment)
        same = next((one for one in found if likeness(one.stems, stems) >= ALIKE), None)
        if same is None:
            found.append(same := _Alike(stems))
        same.said.append(heard)
    return sorted(found, key=lambda alike: -len(alike.people))


def _is_answered(heard: Heard, store: Store) -> bool:
    """Say whether a snippet of today answers what was asked then."""
    facts = fitting(store, heard.brand_voice_id, heard.comment)
    chosen = choose_facts(heard.comment, [fact.text for fact in facts], intent=heard.intent)
    return any(not fact.is_near for fact in chosen)


def _points(said: Iterable[_Alike], *, names: bool) -> list[Point]:
    return list(islice(_drawn(said, names), SHOWN))


def _drawn(said: Iterable[_Alike], names: bool) -> Iterator[Point]:
    for alike in said:
        people = alike.people
        quotes = [quoted(heard, names=names) for heard in people[:QUOTES]]
        yield Point(people=len(people), quotes=quotes)
