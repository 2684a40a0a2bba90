"""The language model as a judge of sentences: fluent here, and about this comment."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.prompt import Brief, Message, messages

Score = Callable[[list[Message], Sequence[str]], list[list[float]] | None]


class ModelJudge:
    """Values sentences by their mean log-probability a token in the prompt of a brief.

    A sentence has the same value in every tone, so each is scored once.
    """

    def __init__(self, brief: Brief, tone: str, score: Score) -> None:
        self._brief, self._tone = brief, tone
        self._score = score
        self._known: dict[str, float] = {}

    def __call__(self, texts: Sequence[str]) -> list[float]:
        """Give the value of each sentence; 0 where the engine cannot score."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        scores = self._score(judged_in(self._brief, self._tone), new) if new else []
        if scores is None:
            return [0.0] * len(texts)
        for text, logs in zip(new, scores, strict=True):
            self._known[text] = sum(logs) / max(1, len(logs))
        return [self._known[text] for text in texts]


def judged_in(brief: Brief, tone: str) -> list[Message]:
    """Give the prompt in which sentences are judged.

    Facts and the author's name are left out: they take time to read, no sentence that is judged
    tells them, and without them what a person wrote ranks no lower.
    """
    return messages(replace(brief, facts=(), author=""), tone)
