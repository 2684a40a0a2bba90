"""The echo engine: writes a fixed reply from the comment, word by word; for tests."""

import re
import time
from collections.abc import Callable, Iterator, Sequence

from server.engines import Counts, Piece, Prompt, Sampling


class Echo:
    """An engine whose every text is known beforehand."""

    model = "echo"
    writes_freely = True
    writes_guided = True
    at_once = 1

    def __init__(self, *, delay_s: float = 0.0) -> None:
        self.delay_s = delay_s

    def ready(self) -> bool:
        """Say whether the model is loaded: there is none, so always."""
        return True

    def see_length(self, prompt: Prompt) -> None:
        """See that the prompt can be read: any can."""

    def write(
        self,
        prompts: Sequence[Prompt],
        sampling: Sampling,
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> Iterator[Piece]:
        """Write `You wrote: …`, one word of each candidate at a time."""
        texts = [_reply(prompt).split(" ")[: sampling.max_tokens] for prompt in prompts]
        counts.input_tokens += sum(len(_said(prompt).split()) for prompt in prompts)
        for place in range(max(map(len, texts), default=0)):
            for candidate, words in enumerate(texts):
                if stopped():
                    return
                if place < len(words):
                    counts.output_tokens += 1
                    last = place == len(words) - 1
                    text = words[place] if last else f"{words[place]} "
                    yield Piece(candidate, text, "stop" if last else None)
            time.sleep(self.delay_s)

    def score(
        self,
        prompt: Prompt,
        texts: Sequence[str],
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> list[list[float]] | None:
        """Give every letter the same score, so that the shorter text has the better sum."""
        return [[-1.0] * len(text) for text in texts]


def _said(prompt: Prompt) -> str:
    return "\n".join(message["content"] for message in prompt)


def _reply(prompt: Prompt) -> str:
    """Quote the start of the comment that the prompt was rendered with."""
    comment = re.search(r"^Comment(?: by [^:\n]*)?: (.*)$", _said(prompt), re.MULTILINE)
    words = comment[1].split()[:12] if comment else []
    return f"You wrote: {' '.join(words)}" if words else "Thank you."
