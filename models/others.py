"""Any causal model that transformers loads, of whatever shape."""

import copy
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from transformers import AutoModelForCausalLM, AutoTokenizer, DynamicCache
from transformers.utils.logging import disable_progress_bar

from models.in_torch import device, fastest_dtype
from models.kept import Kept, shared_length
from models.prompt import Message
from models.sampling import Counts

ROWS_AT_ONCE = 32


class OtherChat:
    """A tokenizer and a chat template, as transformers reads them."""

    def __init__(self, folder: Path) -> None:
        # The types of transformers change from release to release.
        self._tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self.end: int | None = self._tokenizer.eos_token_id

    def prompt_ids(self, messages: Sequence[Message]) -> list[int]:
        """Give the tokens of a prompt, up to where the reply starts."""
        # Models that can think aloud are asked not to; other templates ignore the word.
        ids: list[int] = self._tokenizer.apply_chat_template(
            list(messages), add_generation_prompt=True, return_dict=False, enable_thinking=False
        )
        return ids

    def ids(self, text: str) -> list[int]:
        """Give the tokens of a text alone."""
        ids: list[int] = self._tokenizer(text, add_special_tokens=False)["input_ids"]
        return ids

    def text(self, ids: Sequence[int]) -> str:
        """Give the text of tokens, without special ones."""
        text: str = self._tokenizer.decode(ids, skip_special_tokens=True)
        return text


class OtherNet:
    """A model of transformers, scoring and writing in padded rows."""

    def __init__(self, folder: Path, *, exact: bool) -> None:
        disable_progress_bar()  # type: ignore[no-untyped-call]
        loaded: Any = AutoModelForCausalLM.from_pretrained(
            folder, local_files_only=True, dtype=torch.float32 if exact else fastest_dtype()
        )
        self._device = device()
        self._model = loaded.eval().to(self._device)
        config = self._model.config.get_text_config()
        self.context = int(config.max_position_embeddings)
        # A sliding window forgets the beginning, so what it read cannot be cut and read on.
        self._keeps = not getattr(config, "sliding_window", None)
        self._kept: Kept[DynamicCache] = Kept()

    @torch.inference_mode()
    def score(
        self,
        ids: list[int],
        texts: Sequence[Sequence[int]],
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> list[list[float]]:
        """Give the log-probability (nats) of each token of each text after `ids`."""
        scores: list[list[float]] = [[] for _ in texts]
        cache = self._read(ids[:-1], counts)
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        for start in range(0, len(order), ROWS_AT_ONCE):
            if stopped():
                break
            chunk = order[start : start + ROWS_AT_ONCE]
            rows = [[ids[-1], *texts[index]] for index in chunk]
            for index, row in zip(chunk, self._score_rows(cache, rows), strict=True):
                scores[index] = row
            counts.input_tokens += sum(map(len, rows))
        return scores

    @torch.inference_mode()
    def branch(self, prompts: Sequence[list[int]], counts: Counts) -> "_Branches":
        """Read prompts that begin alike; give what grows from each."""
        shared = min(shared_length(prompts), min(map(len, prompts)) - 1)
        cache = copy.deepcopy(self._read(prompts[0][:shared], counts))
        cache.batch_repeat_interleave(len(prompts))
        counts.input_tokens += sum(len(ids) - shared for ids in prompts)
        return _Branches(self._model, cache, [ids[shared:] for ids in prompts], shared)

    def _read(self, ids: list[int], counts: Counts) -> DynamicCache:
        """Give the cache of a prompt's beginning, from what was kept of it as far as that goes."""
        known, of = self._kept.nearest(ids)
        # The last token is read in any case: an empty rest cannot be.
        length = min(shared_length([of, ids]), len(ids) - 1)
        cache = DynamicCache(config=self._model.config)
        if known and of == ids:
            cache, length = known, len(ids)
        elif known and length > 0:
            cache = copy.deepcopy(known)
            cache.crop(length - len(of))  # negative: how many tokens to drop
        if length < len(ids):
            rest = torch.tensor([ids[max(length, 0) :]], device=self._device)
            self._model(input_ids=rest, past_key_values=cache, logits_to_keep=1)
        counts.input_tokens += len(ids)
        counts.cached_tokens += max(length, 0)
        if self._keeps and length < len(ids):
            self._kept.keep(ids, cache)
        return cache

    def _score_rows(self, cache: DynamicCache, rows: list[list[int]]) -> list[list[float]]:
        length = max(map(len, rows))
        padded = torch.zeros(len(rows), length, dtype=torch.long, device=self._device)
        for number, row in enumerate(rows):
            padded[number, : len(row)] = torch.tensor(row, device=self._device)
        branched = copy.deepcopy(cache)
        branched.batch_repeat_interleave(len(rows))
        logits = self._model(
            input_ids=padded, past_key_values=branched
        ).logits  # (rows, length, vocabulary)
        logs = logits[:, :-1].float().log_softmax(-1)
        picked = logs.gather(-1, padded[:, 1:, None])[..., 0]  # (rows, length - 1)
        return [picked[number, : len(row) - 1].tolist() for number, row in enumerate(rows)]


class _Branches:
    """Candidates that grow from prompts, a padded row each."""

    def __init__(
        self,
        model: Any,
        cache: DynamicCache,
        ends: list[list[int]],
        shared: int,
    ) -> None:
        self._model, self._cache = model, cache
        width, device = max(map(len, ends)), model.device
        ids = torch.zeros(len(ends), width, dtype=torch.long, device=device)
        self._mask = torch.ones(len(ends), shared + width, dtype=torch.long, device=device)
        places = torch.zeros(len(ends), width, dtype=torch.long, device=device)
        for row, end in enumerate(ends):
            gap = width - len(end)
            ids[row, gap:] = torch.tensor(end, device=device)
            self._mask[row, shared : shared + gap] = 0
            places[row, gap:] = torch.arange(shared, shared + len(end), device=device)
        self._places = places[:, -1]
        self.logits = self._run(ids, places)

    @torch.inference_mode()
    def add(self, drawn: NDArray[np.int64], rows: Sequence[int]) -> None:
        """Let the candidates of these rows grow by a token each; the others have ended."""
        device = self._mask.device
        going_on = torch.tensor(rows, device=device)
        if len(rows) < len(self._mask):
            self._cache.batch_select_indices(going_on)
        self._mask = torch.cat([self._mask[going_on], self._mask.new_ones(len(rows), 1)], dim=1)
        self._places = self._places[going_on] + 1
        self.logits = self._run(torch.from_numpy(drawn[:, None]).to(device), self._places[:, None])

    def _run(self, ids: Tensor, places: Tensor) -> NDArray[np.float32]:
        logits: Tensor = self._model(
            input_ids=ids,
            attention_mask=self._mask,
            position_ids=places,
            past_key_values=self._cache,
        ).logits
        last: NDArray[np.float32] = logits[:, -1].float().cpu().numpy()
        return last
