"""Writing on a remote server: candidates of one prompt by one request, prompts side by side."""

import asyncio
import json
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from server import logs
from server.engines import Counts, Piece, Prompt, Sampling
from server.engines.calls import Calls
from server.engines.chunks import Choice, Used
from server.engines.faults import Fault
from server.engines.thinking import WithoutThinking

LONGEST_REPLY = 4000  # characters; for a server that does not heed max_tokens


@dataclass
class Writing:
    """One batch of candidates; `put` gets every piece as it comes."""

    calls: Calls
    sampling: Sampling
    counts: Counts
    put: Callable[[Piece], None]

    async def write(self, prompts: Sequence[Prompt]) -> None:
        """Write one candidate a prompt. Raises Fault where the first candidate fails."""
        alike: dict[str, list[int]] = {}
        for number, prompt in enumerate(prompts):
            alike.setdefault(json.dumps(prompt), []).append(number)
        try:
            async with asyncio.TaskGroup() as group:
                for numbers in alike.values():
                    group.create_task(self._write_alike(prompts[numbers[0]], numbers))
        except* Fault as faults:
            raise _first(faults) from None

    async def _write_alike(self, prompt: Prompt, numbers: list[int]) -> None:
        """Write candidates of one prompt: by `n`, until the server shows that it heeds none."""
        if len(numbers) > 1 and self.calls.gives_n:
            came = await self._try(prompt, numbers)
            self.calls.gives_n = came is None or came == len(numbers)
            numbers = numbers[came:] if came else []
        async with asyncio.TaskGroup() as group:
            for number in numbers:
                group.create_task(self._try(prompt, [number]))

    async def _try(self, prompt: Prompt, numbers: list[int]) -> int | None:
        """Write candidates by one request; give how many came, None where it failed."""
        try:
            return await self._ask(prompt, numbers)
        except Fault as fault:
            if 0 in numbers:
                raise
            logs.write("warning", "candidate-failed", kind=type(fault.error).__name__)
            return None

    async def _ask(self, prompt: Prompt, numbers: list[int]) -> int:
        sampling = self.sampling
        body = {
            **self.calls.body(prompt),
            "max_tokens": sampling.max_tokens,
            "temperature": sampling.temperature,
            "top_p": sampling.top_p,
            "logprobs": True,
            "top_logprobs": 1,  # for 0 some servers give no log-probabilities at all
            "stream_options": {"include_usage": True},
        }
        if sampling.seed is not None:
            body["seed"] = sampling.seed + numbers[0]
        if len(numbers) > 1:
            body["n"] = len(numbers)
        growing = [_Growing(number, self.put) for number in numbers]
        cost = _Cost()
        try:
            async with aclosing(self.calls.stream(body)) as chunks:
                async for chunk in chunks:
                    cost.add(chunk.usage)
                    for choice in chunk.choices[: len(growing)]:
                        if choice.index < len(growing):
                            growing[choice.index].add(choice)
                    if all(candidate.too_long for candidate in growing):
                        break
        finally:
            cost.count(self.counts, sum(candidate.pieces for candidate in growing))
        return sum(candidate.is_done for candidate in growing)


def _first(faults: BaseExceptionGroup[Fault]) -> BaseException:
    """Give one fault of a group of groups of them."""
    first = faults.exceptions[0]
    return _first(first) if isinstance(first, BaseExceptionGroup) else first


@dataclass
class _Growing:
    """One candidate while it comes in."""

    number: int
    put: Callable[[Piece], None]
    pieces: int = 0
    length: int = 0
    is_done: bool = False
    _visible: WithoutThinking = field(default_factory=WithoutThinking)

    @property
    def too_long(self) -> bool:
        return self.length >= LONGEST_REPLY

    def add(self, choice: Choice) -> None:
        if self.is_done:
            return
        self.pieces += choice.is_progress
        text = self._visible.add(choice.text)
        self.length += len(text)
        reason = "length" if self.too_long else choice.finish_reason
        self.is_done = reason is not None
        text += self._visible.end() if self.is_done else ""
        if text or self.is_done:
            self.put(Piece(self.number, text, reason, choice.logs))


@dataclass
class _Cost:
    """What one request cost; some servers tell it once for each candidate."""

    read: int = 0
    cached: int = 0
    written: int = 0

    def add(self, used: Used | None) -> None:
        if used is None:
            return
        self.read = max(self.read, used.prompt_tokens)
        self.written += used.completion_tokens
        if used.prompt_tokens_details:
            self.cached = max(self.cached, used.prompt_tokens_details.cached_tokens or 0)

    def count(self, counts: Counts, pieces: int) -> None:
        """Add it up; pieces stand for tokens where the server does not count them."""
        counts.input_tokens += self.read
        counts.cached_tokens += self.cached
        counts.output_tokens += self.written or pieces
