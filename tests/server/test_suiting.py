"""Suiting: nobody jokes under a complaint, nobody apologises for praise."""

from typing import Any

import pytest

from server.suiting import unfit_tones
from tests.server.samples import ADVICE


@pytest.mark.parametrize(
    ("advice", "unfit"),
    [
        ({"intent": "praise", "risk": "none", "feeling": "happy"}, {"apologetic"}),
        ({"intent": "praise", "risk": "low", "feeling": "happy"}, {"playful", "apologetic"}),
        ({"intent": "accusation", "risk": "none"}, {"playful", "apologetic"}),
        ({"intent": "story", "risk": "none", "feeling": "sad"}, {"playful", "apologetic"}),
        ({"intent": "mistake_report", "risk": "none", "feeling": "neutral"}, {"playful"}),
        ({"intent": "complaint", "risk": "high", "feeling": "angry"}, {"playful"}),
    ],
)
def test_a_tone_that_does_not_go_with_a_comment_says_why(
    advice: dict[str, Any], unfit: set[str]
) -> None:
    found = unfit_tones(ADVICE.model_copy(update=advice))
    assert {one.tone for one in found} == unfit
    assert all(one.why for one in found)
