"""Scoring on a remote server: the log-probabilities of texts that stand in the prompt.

vLLM gives them (`prompt_logprobs`): each text is sent as the model's own turn, and what comes for
the tokens behind the prompt is the text's. Other servers refuse or overlook the question.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

from server.engines import Counts, Prompt
from server.engines.calls import Calls
from server.engines.chunks import Chunk
from server.engines.faults import Fault

AT_ONCE = 8


class NoScores(Exception):
    """The server gives no log-probabilities of what it reads."""


async def score(
    calls: Calls,
    prompt: Prompt,
    texts: Sequence[str],
    counts: Counts,
    stopped: Callable[[], bool],
) -> list[list[float]]:
    """Give the log-probability (nats) of each token of each text. Raises NoScores, Fault."""
    start = len(_logs(await _read(calls, prompt, counts, add_generation_prompt=True)))
    places = asyncio.Semaphore(AT_ONCE)

    async def score_one(text: str) -> list[float]:
        async with places:
            if stopped():
                return []
            turn = {"role": "assistant", "content": text}
            read = await _read(
                calls,
                [*prompt, turn],
                counts,
                add_generation_prompt=False,
                continue_final_message=True,
            )
            return [log for log in _logs(read)[start:] if log is not None]

    return list(await asyncio.gather(*map(score_one, texts)))


async def _read(calls: Calls, prompt: Prompt, counts: Counts, **how: Any) -> Chunk:
    body = {**calls.body(prompt), "max_tokens": 1, "prompt_logprobs": 0, **how}
    try:
        answer = await calls.whole(body)
    except Fault as fault:
        if fault.status in (400, 422):
            raise NoScores from fault
        raise
    if answer.usage:
        counts.input_tokens += answer.usage.prompt_tokens
    return answer


def _logs(answer: Chunk) -> list[float | None]:
    """Give the log-probability of each token that was read; the first has none."""
    if not answer.prompt_logprobs:
        raise NoScores
    # Each place has the token that stands there, by its id.
    return [
        next(iter(place.values())).logprob if place else None for place in answer.prompt_logprobs
    ]
