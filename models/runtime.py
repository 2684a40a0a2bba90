"""Running a causal language model: scoring texts and writing candidates, several at once.

A plain Llama, such as those that ship with Candor, is run by `models.net`, mostly with no need of
torch; any other causal model with a chat template by `models.others`. Prompts of one call
share their beginning (the tone stands last), so that beginning is computed once; the beginnings of
the last few calls are kept, so the next comment of the same brand computes less.

`python -m models.runtime FOLDER` has ready what the first start would compile.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.chat import Chat, Growing, open_chat
from models.draw import Draw
from models.llama import is_plain_llama, read_config
from models.net import LlamaNet
from models.prompt import Message
from models.sampling import Counts, Sampling

ROOM_FOR_A_REPLY = 32  # tokens


class ModelDamaged(Exception):
    """The files of a model are missing or cannot be read."""


class PromptTooLong(Exception):
    """A prompt has more tokens than the model reads."""

    def __init__(self, tokens: int, limit: int) -> None:
        super().__init__(f"{tokens} tokens; this model reads {limit}")
        self.tokens, self.limit = tokens, limit


class Branches(Protocol):
    """Candidates that grow token by token."""

    logits: NDArray[np.float32]  # (candidates, vocabulary): how likely each token is next

    def add(self, drawn: NDArray[np.int64], rows: Sequence[int]) -> None:
        """Let the candidates of these rows grow by a token each; the others have ended."""
        ...


class Net(Protocol):
    """A model that reads and continues tokens."""

    context: int  # how many tokens it reads

    def score(
        self,
        ids: list[int],
        texts: Sequence[Sequence[int]],
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> list[list[float]]:
        """Give the log-probability (nats) of each token of each text after `ids`."""
        ...

    def branch(self, prompts: Sequence[list[int]], counts: Counts) -> Branches:
        """Read prompts that begin alike; give what grows from each."""
        ...


class LanguageModel:
    """A model and its tokenizer."""

    def __init__(self, folder: Path, *, exact: bool = False) -> None:
        """Open a folder; compute as is fastest, or in float32. Raises ModelDamaged."""
        self.name = folder.name
        self.chat, self._net = _open(folder, exact=exact)
        # A model of ours says in its config how it writes: guided, freely, or both.
        self.writes = str(read_config(folder).get("candor_writes", "freely"))
        self._ends = _ends(folder) | {self.chat.end}

    def warm_up(self) -> None:
        """Read and write a little, so that what is compiled at first use is there."""
        prompt: list[Message] = [{"role": "user", "content": "Hello. " * 50}]
        counts = Counts()
        self.score(prompt, ["Hello."], counts, lambda: False)
        for _ in self.write([prompt] * 2, Sampling(max_tokens=2), counts, lambda: False):
            pass

    def prompt_ids(self, prompt: Sequence[Message]) -> list[int]:
        """Give the token ids of a prompt, up to where the reply starts.

        Raises PromptTooLong where no reply would fit behind it.
        """
        ids = self.chat.prompt_ids(prompt)
        limit = self._net.context - ROOM_FOR_A_REPLY
        if len(ids) > limit:
            raise PromptTooLong(len(ids), limit)
        return ids

    def score(
        self,
        prompt: Sequence[Message],
        texts: Sequence[str],
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> list[list[float]]:
        """Give the log-probability (nats) of each token of each text after the prompt."""
        started = time.perf_counter()
        ids = self.prompt_ids(prompt)
        scores = self._net.score(ids, [self.chat.ids(text) for text in texts], counts, stopped)
        counts.prefill_ms += (time.perf_counter() - started) * 1000
        return scores

    def write(
        self,
        prompts: Sequence[Sequence[Message]],
        sampling: Sampling,
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> Iterator[tuple[int, str, str | None]]:
        """Yield (candidate, new text, finish reason or None); all prompts are written at once."""
        started = time.perf_counter()
        all_ids = [self.prompt_ids(prompt) for prompt in prompts]
        branches = self._net.branch(all_ids, counts)
        counts.prefill_ms += (time.perf_counter() - started) * 1000
        started = time.perf_counter()
        draw = Draw(sampling)
        most = min(sampling.max_tokens, self._net.context - max(map(len, all_ids)))
        texts = [Growing(self.chat) for _ in prompts]
        growing = list(range(len(prompts)))
        for step in range(1, most + 1):
            if stopped():
                return
            drawn = draw(branches.logits)  # (growing,)
            counts.output_tokens += len(growing)
            rows = []
            for row, (number, token) in enumerate(zip(growing, drawn.tolist(), strict=True)):
                ended = token in self._ends
                reason = "stop" if ended else "length" if step == most else None
                new = texts[number].add(None if ended else token, final=bool(reason))
                if new or reason:
                    yield number, new, reason
                if not reason:
                    rows.append(row)
            if rows:
                branches.add(drawn[rows], rows)
                growing = [growing[row] for row in rows]
            counts.decode_ms += (time.perf_counter() - started) * 1000
            started = time.perf_counter()
            if not rows:
                return


def _open(folder: Path, *, exact: bool) -> tuple[Chat, Net]:
    try:
        if is_plain_llama(folder):
            return open_chat(folder), LlamaNet(folder, exact=exact)
        from models.others import OtherNet  # transformers takes seconds to import

        return open_chat(folder), OtherNet(folder, exact=exact)
    except Exception as error:  # transformers and safetensors raise many kinds here
        kind = type(error).__name__
        raise ModelDamaged(f"The model in {folder} cannot be read ({kind}).") from error


def _ends(folder: Path) -> set[int | None]:
    """Give the tokens that end a text, as the model's own files say."""
    path = folder / "generation_config.json"
    listed = (json.loads(path.read_bytes()) if path.is_file() else {}).get("eos_token_id")
    return set(listed) if isinstance(listed, list) else {listed}


if __name__ == "__main__":
    LanguageModel(Path(sys.argv[1])).warm_up()
