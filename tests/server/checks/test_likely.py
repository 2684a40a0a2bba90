"""Likely faults: what is made of the judge's odds."""

import pytest

from server.checks import likely
from server.checks.case import Case
from server.checks.sentences import sentences

FAULTS = ("unsupported_fact", "blame", "argues", "hard_sell")


def heard(monkeypatch: pytest.MonkeyPatch, **odds: float) -> list[str]:
    """Give the faults that are likely at some odds, all others being out of the question."""
    all_odds = dict.fromkeys(FAULTS, -8.0) | odds
    monkeypatch.setattr(likely, "judged", lambda *_: all_odds)
    case = Case(text="It was a full house.", comment="no table")
    (sentence,) = sentences(case.text)
    return [name for name in FAULTS if likely.is_likely(name, sentence, case)]


@pytest.mark.parametrize(
    ("odds", "names"),
    [
        ({"blame": 1.0}, ["blame"]),
        ({"blame": -0.5}, []),
        ({"blame": -0.5, "argues": -0.7, "unsupported_fact": -0.9}, ["blame"]),
        ({"blame": -2.5, "argues": -2.7, "unsupported_fact": -2.9}, []),
        ({"blame": 0.4, "argues": 0.3, "hard_sell": 0.8}, ["blame", "hard_sell"]),
    ],
)
def test_of_faults_that_are_likely_only_together_the_likeliest_is_found(monkeypatch, odds, names):
    assert sorted(heard(monkeypatch, **odds)) == sorted(names)
