"""The model as a judge: what it reads, and what it is asked for."""

from collections.abc import Sequence

from models.guided.judge import ModelJudge
from models.guided.write import write_guided
from models.prompt import Brief, Message

PRICE, DOGS = "A day ticket costs 12 pounds.", "Dogs stay on a lead."
ASKED = Brief(comment="how much is a day ticket?", author="Ada Bell", facts=(DOGS, PRICE))


class Model:
    """Scores every text alike, and keeps what it was asked."""

    def __init__(self) -> None:
        self.prompts: list[list[Message]] = []
        self.texts: list[str] = []

    def __call__(self, prompt: list[Message], texts: Sequence[str]) -> list[list[float]]:
        """Give a nat a text."""
        self.prompts.append(prompt)
        self.texts += texts
        return [[-1.0] for _ in texts]


def test_the_model_reads_the_comment_but_no_fact_nor_a_name() -> None:
    model = Model()
    tones = ["plain", "warm"]
    judge = ModelJudge(ASKED, "plain", model)
    (draft, *_) = write_guided(ASKED, intent="question", feeling="", tones=tones, judge=judge)
    assert "12 pounds" in draft.text
    assert model.prompts
    for prompt in model.prompts:
        assert ASKED.comment in prompt[1]["content"]
        assert PRICE not in prompt[1]["content"]
        assert DOGS not in prompt[1]["content"]
        assert "Ada" not in prompt[1]["content"]


def test_what_is_said_in_any_case_is_not_judged_and_the_rest_once() -> None:
    model = Model()
    judge = ModelJudge(ASKED, "plain", model)
    write_guided(ASKED, intent="question", feeling="", tones=["plain", "warm"], judge=judge)
    assert not [text for text in model.texts if "12 pounds" in text]
    assert len(model.texts) == len(set(model.texts)) > 1


def test_where_the_engine_cannot_score_all_sentences_are_alike() -> None:
    assert ModelJudge(ASKED, "plain", lambda *_: None)(["Yes.", "No."]) == [0.0, 0.0]
