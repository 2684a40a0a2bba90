"""Examples: what was said to like comments before, and how the brand puts a fact there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.guided.facts import rare_stems
from server import checks, evidence
from server.checks.case import Case, Fact
from server.checks.grounding import known
from server.checks.numbers import values
from server.checks.sentences import sentences
from server.checks.words import content, plain
from server.disclosing import undisclosed
from server.likeness import likeness
from server.store import Store
from server.store.examples import Example

MOST = 2  # the model was trained with up to two examples
LOOKED_AT = 8
NOT = re.compile(
    r"\b(?:no|not|never|none|nothing|without|only|until|unless|stopp\w+|end\w*)\b|n't\b"
)
ALIKE = 0.3  # of the rare words of two comments together, both have
_OF_WHOLES = ("unanswered", "generic", "left_out")  # checks of a whole reply, not of a sentence
OWN = 0.5  # of the words of a sentence may stand neither in its fact nor in the comment


def like(store: Store, brand_voice_id: str | None, comment: str) -> list[Example]:
    """Give the approved replies of a brand voice to the comments most like this one."""
    asked = rare_stems(comment)
    found = store.examples_with(asked, brand_voice_id, LOOKED_AT)
    alike = [(likeness(asked, rare_stems(example.comment)), example) for example in found]
    best = sorted(alike, key=lambda pair: -pair[0])
    return [example for how_alike, example in best[:MOST] if how_alike >= ALIKE]


def sayings(
    examples: Sequence[Example], case: Case, line: str, store: Store
) -> dict[str, tuple[str, ...]]:
    """Give for the facts of a case the sentences in which they were told before, newest first.

    Such a sentence rests on this one fact, which has not changed since, says no where the fact says
    no, holds all its values, names nobody and has no fault. `case` gives what is known; `line` is
    the disclosure that replies end with.
    """
    facts = {fact.id: fact for fact in case.facts}
    found: dict[str, tuple[str, ...]] = {}
    for example in examples:
        reply = undisclosed(example.reply, line)
        told = replace(case, text=reply, recent=())
        for sentence in sentences(reply):
            rests = [
                one for one in evidence.evidence(told) if sentence.start <= one.start < sentence.end
            ]
            fact = facts.get(rests[0].ref) if len(rests) == 1 else None
            if fact and _tells(sentence.text, fact, example, case) and _stood(fact, example, store):
                found[fact.text] = (*found.get(fact.text, ()), sentence.text)
    return found


def _tells(sentence: str, fact: Fact, example: Example, case: Case) -> bool:
    said, words = known((sentence,)), content(sentence)
    own = words - content(fact.text) - content(case.comment)
    return (
        bool(NOT.search(plain(sentence))) == bool(NOT.search(plain(fact.text)))
        and all(said.holds(value) for value in values(fact.text))
        and len(own) <= OWN * len(words)
        and not words & content(example.author)
        and not checks.run(replace(case, text=sentence, recent=()), _OF_WHOLES)
    )


def _stood(fact: Fact, example: Example, store: Store) -> bool:
    """Say whether a fact is what it was when the example was approved."""
    snippet = store.snippet(fact.id)
    return snippet is None or snippet.updated_at <= example.approved_at
