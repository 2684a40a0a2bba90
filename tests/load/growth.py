"""Growth: what drafts, checks and pages cost as there is more of everything.

`python -m tests.load.growth` prints the median milliseconds at each size of a thing that grows.
`--engine echo` leaves the model out; `--database ADDRESS` measures on an empty PostgreSQL.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import delete, insert

from models.guided.facts import rare_stems
from server import drafting, looking
from server.checks.words import everyday
from server.engines import Engine
from server.engines.choosing import open_engine
from server.errors import ThreadTooLong
from server.listening.listen import listen
from server.people import person
from server.schemas import (
    ChecksRequest,
    ListeningQuery,
    SnippetInput,
    Suggestion,
    SuggestionRequest,
)
from server.settings import Settings
from server.store import Store, open_store
from server.store.heard import hear
from server.store.tables import example_stems, feedback, metadata, suggestions, tones
from tests.server.samples import ADVICE

SIZES = (10, 100, 1000, 10_000)
ROUNDS = 7
COMMENT = "My parcel came crushed and the lid of my kettle does not close. How much is a new one?"
REPLY = "Sorry that the lid came crushed. A new one costs 6 pounds, and we send it on Monday."

Costs = dict[str, float]


class Growth:
    """One store and one engine, and what is put into them."""

    def __init__(self, store: Store, engine: Engine) -> None:
        self.store, self.engine = store, engine
        self._chance = random.Random(1)
        self._words = sorted(word for word in everyday() if 3 < len(word) < 10)
        self._numbers = count(1)

    def text(self, words: int) -> str:
        """Give a text that nobody wrote before, of everyday words."""
        return " ".join(self._chance.choices(self._words, k=words)).capitalize() + "."

    def letters(self) -> Iterator[tuple[int, Costs]]:
        """Measure with longer and longer comments."""
        for size in (100, 300, 1000, 3000, 10_000):
            yield size, self._draft_and_check({"text": f"{COMMENT} {self.text(2000)}"[:size]})

    def comments(self) -> Iterator[tuple[int, Costs]]:
        """Measure with more and more comments in the thread."""
        for size in (1, 3, 10, 30, 100):
            before = [{"author": f"Bob {at}", "text": self.text(20)} for at in range(1, size)]
            yield size, self._draft_and_check(*before, {"text": COMMENT})

    def snippets(self) -> Iterator[tuple[int, Costs]]:
        """Measure with more and more facts that the brand stands by."""
        there = 0
        for size in SIZES:
            facts = [f"{self.text(14)[:-1]} costs {at} pounds." for at in range(there, size)]
            self.store.add_snippets([SnippetInput(text=fact) for fact in facts])
            there = size
            yield size, self._draft_and_check({"text": COMMENT})

    def exchanges(self) -> Iterator[tuple[int, Costs]]:
        """Measure with more and more replies to the person who is answered."""
        there = 0
        for size in SIZES:
            self._post(there, size, lambda _: "Ann")
            there = size
            costs = self._draft_and_check({"author": "Ann", "text": COMMENT})
            costs["the person's page"] = _ms(lambda: person("generic", "Ann", self.store))
            yield size, costs

    def history(self) -> Iterator[tuple[int, Costs]]:
        """Measure with more and more posted replies, each to somebody else."""
        there, forgotten = 0, (f"Bob {number}" for number in count(2))
        for size in SIZES:
            self._post(there, size, lambda at: f"Bob {at}")
            there = size
            costs = self._draft_and_check({"author": "Bob 1", "text": COMMENT})
            costs["the people's page"] = _ms(self.store.people)
            costs["the last shares"] = _ms(self.store.last_shares)
            costs["listening"] = _ms(lambda: listen(ListeningQuery(), self.store))
            costs["the history"] = _ms(self.store.history)
            costs["a search of it"] = _ms(lambda: self.store.history(query="kettle nowhere"))
            costs["forget a person"] = _ms(lambda: self.store.forget("generic", next(forgotten)))
            yield size, costs

    def empty(self) -> None:
        """Take all away but the tones."""
        with self.store.engine.begin() as connection:
            for table in reversed(metadata.sorted_tables):
                if table is not tones:
                    connection.execute(delete(table))

    def _draft_and_check(self, *comments: dict[str, str]) -> Costs:
        asked = SuggestionRequest.model_validate({"thread": {"comments": comments}, "seed": 1})
        typed = ChecksRequest(text=REPLY, thread=asked.thread)
        return {
            "a draft": _ms(lambda: self._draft(asked)),
            "a check": _ms(lambda: looking.look(typed, store=self.store)),
        }

    def _draft(self, asked: SuggestionRequest) -> None:
        for _ in drafting.suggest(asked, engine=self.engine, store=self.store):
            pass

    def _post(self, start: int, end: int, author: Callable[[int], str]) -> None:
        """Put posted replies into the history, one a minute."""
        first = datetime.now(UTC) - timedelta(days=30)
        made, told, stems = [], [], []
        for at in range(start, end):
            moment, id_ = first + timedelta(minutes=at), f"sug_{next(self._numbers):024}"
            comment = {"author": author(at), "text": self.text(15)}
            asked = SuggestionRequest.model_validate({"thread": {"comments": [comment]}})
            made.append(
                {
                    "id": id_,
                    "platform": "generic",
                    "author": author(at),
                    "request": asked.model_dump(mode="json"),
                    "suggestion": {
                        "id": id_,
                        "status": "completed",
                        "text": REPLY,
                        "tone": "plain",
                        "triage": ADVICE.model_dump(mode="json"),
                        "model": "echo",
                        "prompt_version": "1",
                        "created_at": moment.isoformat(),
                    },
                    "created_at": moment,
                }
            )
            found = rare_stems(comment["text"])
            stems += [{"stem": stem, "suggestion_id": id_} for stem in found]
            told.append(
                {
                    "suggestion_id": id_,
                    "outcome": "posted",
                    "text": self.text(15),
                    "human_share": 0.5,
                    "created_at": moment,
                }
            )
        with self.store.engine.begin() as connection:
            connection.execute(insert(suggestions), made)
            connection.execute(insert(feedback), told)
            connection.execute(insert(example_stems), stems)
            for row in made:
                asked = SuggestionRequest.model_validate(row["request"])
                hear(connection, Suggestion.model_validate(row["suggestion"]), asked)


def _ms(do: Callable[[], Any]) -> float:
    """Give the median milliseconds of doing a thing; not a number where the model refuses it."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        try:
            do()
        except ThreadTooLong:
            return float("nan")
        took.append(1000 * (time.perf_counter() - began))
    return median(took)


def main() -> None:
    """Measure what is asked for, and print a table of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", help="letters, comments, snippets, exchanges, history")
    parser.add_argument("--engine", choices=["echo", "embedded"], default="embedded")
    parser.add_argument("--database", default="")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(home=Path(home), engine=chosen.engine, database_url=chosen.database)
        growth = Growth(open_store(settings.database), open_engine(settings))
        while not growth.engine.ready():
            time.sleep(0.1)
        known = (growth.letters, growth.comments, growth.snippets, growth.exchanges, growth.history)
        for measure in known:
            if not chosen.what or measure.__name__ in chosen.what:
                _print(measure.__name__, dict(measure()))
                growth.empty()


def _print(name: str, costs: dict[int, Costs]) -> None:
    print(f"| {name} | {' | '.join(f'{size:,}' for size in costs)} |")
    print(f"| --- |{' ---: |' * len(costs)}")
    for deed in next(iter(costs.values())):
        print(f"| {deed} | {' | '.join(f'{one[deed]:.1f}' for one in costs.values())} |")
    print(flush=True)


if __name__ == "__main__":
    main()
