"""The sieve: what it lets through, and that it keeps nothing back."""

import re
from itertools import islice

import pytest

from models.checks.examples import drafts
from models.checks.features import cue_expressions
from models.checks.sieve import Sieve
from models.triage.features import plain


@pytest.mark.parametrize(
    ("expression", "matching", "other"),
    [
        (r"\b(?:refund|swap)s?\b", "two swaps", "two swans"),
        (r"\bnot (?:really )?fair", "that's not fair", "that's not nice"),
        (r"gr[ae]y|black cat", "a grey day", "a green cat"),
        (r"(?<!un)sure(?= of it)", "i'm sure of it", "i'm not certain"),
        (r"(?:very ){2,}late", "very very late", "a long letter"),
    ],
)
def test_a_text_without_the_letters_of_an_expression_is_not_searched_for_it(
    expression, matching, other
):
    sieve = Sieve([expression])
    assert sieve.may_match(matching) == [0]
    assert sieve.may_match(other) == []


def test_an_expression_that_needs_no_letters_is_always_searched_for():
    assert Sieve([r"\d+", "x*", "[a-z]y?"]).may_match("…") == [0, 1, 2]


def test_no_cue_that_matches_is_held_back():
    expressions = cue_expressions()
    sieve, cues = Sieve(expressions), [re.compile(cue) for cue in expressions]
    texts = [plain(words) for one in islice(drafts(), 0, None, 60) for words in one.sentences]
    assert len(texts) > 100
    for text in texts:
        found = {place for place, cue in enumerate(cues) if cue.search(text)}
        assert found <= set(sieve.may_match(text))
