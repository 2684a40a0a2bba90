"""Running a causal language model: scoring texts and writing candidates, several at once.

Any causal model that transformers loads and that has a chat template works the same way. Prompts of
one call share their beginning (the tone stands last), so that beginning is computed once; the
beginnings of the last few calls are kept, so the next comment of the same brand computes less.
"""

import copy
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers import AutoModelForCausalLM, AutoTokenizer, DynamicCache
from transformers.utils.logging import disable_progress_bar

from models.prompt import Message
from models.sampling import Counts, Sampling

KEPT_PREFIXES = 4


class ModelDamaged(Exception):
    """The files of a model are missing or cannot be read."""


class PromptTooLong(Exception):
    """A prompt has more tokens than the model reads."""

    def __init__(self, tokens: int, limit: int) -> None:
        super().__init__(f"{tokens} tokens; this model reads {limit}")
        self.tokens, self.limit = tokens, limit


@dataclass
class _Prefix:
    ids: list[int]
    cache: DynamicCache


class LanguageModel:
    """A model, its tokenizer, and the beginnings of prompts that it has read lately."""

    def __init__(self, folder: Path, *, dtype: torch.dtype | None = None) -> None:
        self.tokenizer, self.model = _open(folder, dtype or fastest_dtype())
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model.to(self.device).eval()
        self.name = folder.name
        # A model of ours says in its config how it writes: guided, freely, or both.
        self.writes: str = getattr(self.model.config, "candor_writes", "freely")
        text_config = self.model.config.get_text_config()
        self.context = int(text_config.max_position_embeddings)
        # A sliding window forgets the beginning, so what it read cannot be cut and read on.
        self._keeps_prefixes = not getattr(text_config, "sliding_window", None)
        self._kept: list[_Prefix] = []
        self._ends = self._end_tokens()

    def _end_tokens(self) -> set[int]:
        listed = self.model.generation_config.eos_token_id
        ends = set(listed if isinstance(listed, list) else [listed]) | {self.tokenizer.eos_token_id}
        return {end for end in ends if end is not None}

    def prompt_ids(self, prompt: Sequence[Message]) -> list[int]:
        """Give the token ids of a prompt, up to where the reply starts.

        Raises PromptTooLong where no reply would fit behind it.
        """
        # Models that can think aloud are asked not to; other templates ignore the word.
        ids: list[int] = self.tokenizer.apply_chat_template(
            list(prompt), add_generation_prompt=True, return_dict=False, enable_thinking=False
        )
        if len(ids) + 32 > self.context:
            raise PromptTooLong(len(ids), self.context - 32)
        return ids

    @torch.inference_mode()
    def score(
        self,
        prompt: Sequence[Message],
        texts: Sequence[str],
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> list[list[float]]:
        """Give the log-probability (nats) of each token of each text after the prompt."""
        ids = self.prompt_ids(prompt)
        encoded = [self.tokenizer(text, add_special_tokens=False)["input_ids"] for text in texts]
        scores: list[list[float]] = [[] for _ in texts]
        started = time.perf_counter()
        cache = self._read(ids[:-1], counts)
        order = sorted(range(len(texts)), key=lambda index: len(encoded[index]))
        for start in range(0, len(order), 32):
            if stopped():
                break
            chunk = order[start : start + 32]
            rows = [[ids[-1], *encoded[index]] for index in chunk]
            for index, row in zip(chunk, self._score_rows(cache, rows), strict=True):
                scores[index] = row
            counts.input_tokens += sum(map(len, rows))
        counts.prefill_ms += (time.perf_counter() - started) * 1000
        return scores

    def _score_rows(self, cache: DynamicCache, rows: list[list[int]]) -> list[list[float]]:
        length = max(map(len, rows))
        padded = torch.zeros(len(rows), length, dtype=torch.long, device=self.device)
        for number, row in enumerate(rows):
            padded[number, : len(row)] = torch.tensor(row, device=self.device)
        branched = copy.deepcopy(cache)
        branched.batch_repeat_interleave(len(rows))
        logits = self.model(
            input_ids=padded, past_key_values=branched
        ).logits  # (rows, length, vocabulary)
        logs = logits[:, :-1].float().log_softmax(-1)
        picked = logs.gather(-1, padded[:, 1:, None])[..., 0]  # (rows, length - 1)
        return [picked[number, : len(row) - 1].tolist() for number, row in enumerate(rows)]

    @torch.inference_mode()
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
        shared = _shared_length(all_ids)
        cache = copy.deepcopy(self._read(all_ids[0][:shared], counts))
        cache.batch_repeat_interleave(len(prompts))
        logits, mask, positions = self._read_ends(cache, [ids[shared:] for ids in all_ids], shared)
        counts.input_tokens += sum(len(ids) - shared for ids in all_ids)
        counts.prefill_ms += (time.perf_counter() - started) * 1000
        started = time.perf_counter()
        generator = torch.Generator(self.device)
        if sampling.seed is None:
            generator.seed()
        else:
            generator.manual_seed(sampling.seed)
        room = self.context - int(positions.max()) - 1
        texts = [_Growing(self.tokenizer) for _ in prompts]
        reasons: list[str | None] = [None] * len(prompts)
        for step in range(min(sampling.max_tokens, room)):
            if stopped():
                return
            drawn = _draw(logits, sampling, generator)  # (prompts,)
            counts.output_tokens += reasons.count(None)
            for number, token in enumerate(drawn.tolist()):
                if reasons[number]:
                    continue
                last = step + 1 == min(sampling.max_tokens, room)
                reasons[number] = "stop" if token in self._ends else "length" if last else None
                new = texts[number].add(
                    None if token in self._ends else token, final=bool(reasons[number])
                )
                if new or reasons[number]:
                    yield number, new, reasons[number]
            counts.decode_ms += (time.perf_counter() - started) * 1000
            started = time.perf_counter()
            if all(reasons):
                return
            mask = torch.cat([mask, mask.new_ones(len(prompts), 1)], dim=1)
            positions = positions + 1
            logits = self.model(
                input_ids=drawn[:, None],
                attention_mask=mask,
                position_ids=positions[:, None],
                past_key_values=cache,
            ).logits[:, -1]

    def _read(self, ids: list[int], counts: Counts) -> DynamicCache:
        """Give the cache of a prompt's beginning, from what was kept of it as far as that goes."""
        known = max(self._kept, key=lambda kept: _shared_length([kept.ids, ids]), default=None)
        length = _shared_length([known.ids, ids]) if known and self._keeps_prefixes else 0
        cache = DynamicCache(config=self.model.config)
        if known and length:
            cache = copy.deepcopy(known.cache)
            if length < len(known.ids):
                cache.crop(length - len(known.ids))  # negative: how many tokens to drop
        if length < len(ids):
            rest = torch.tensor([ids[length:]], device=self.device)
            self.model(input_ids=rest, past_key_values=cache, logits_to_keep=1)
        counts.input_tokens += len(ids)
        counts.cached_tokens += length
        if self._keeps_prefixes and length < len(ids):
            self._kept = [_Prefix(ids, cache), *self._kept[: KEPT_PREFIXES - 1]]
        return cache

    def _read_ends(
        self, cache: DynamicCache, ends: list[list[int]], shared: int
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Read what differs between prompts; give (prompts, vocabulary) logits, mask, positions."""
        width = max(map(len, ends))
        ids = torch.zeros(len(ends), width, dtype=torch.long, device=self.device)
        mask = torch.ones(len(ends), shared + width, dtype=torch.long, device=self.device)
        positions = torch.zeros(len(ends), width, dtype=torch.long, device=self.device)
        for row, end in enumerate(ends):
            gap = width - len(end)
            ids[row, gap:] = torch.tensor(end, device=self.device)
            mask[row, shared : shared + gap] = 0
            positions[row, gap:] = torch.arange(shared, shared + len(end), device=self.device)
        logits = self.model(
            input_ids=ids, attention_mask=mask, position_ids=positions, past_key_values=cache
        ).logits[:, -1]
        return logits, mask, positions[:, -1]


def fastest_dtype() -> torch.dtype:
    """Give bfloat16 where this machine multiplies it in hardware, float32 elsewhere."""
    able = torch.cpu.get_capabilities()
    in_hardware = torch.cuda.is_available() or able.get("amx_bf16") or able.get("avx512_bf16")
    return torch.bfloat16 if in_hardware else torch.float32


def _open(folder: Path, dtype: torch.dtype) -> tuple[Any, Any]:
    """Read the tokenizer and the model of a folder. Raises ModelDamaged."""
    disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return (
            AutoTokenizer.from_pretrained(folder, local_files_only=True),
            AutoModelForCausalLM.from_pretrained(folder, local_files_only=True, dtype=dtype),
        )
    except Exception as error:  # transformers and safetensors raise many kinds here
        kind = type(error).__name__
        raise ModelDamaged(f"The model in {folder} cannot be read ({kind}).") from error


class _Growing:
    """A text that grows by tokens and gives only what can no longer change."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self._ids: list[int] = []
        self._given = 0

    def add(self, token: int | None, *, final: bool) -> str:
        if token is not None:
            self._ids.append(token)
        text: str = self._tokenizer.decode(self._ids, skip_special_tokens=True)
        # Half of a character shows as U+FFFD until its other bytes come.
        safe = text if final else text.rstrip("\ufffd")
        new, self._given = safe[self._given :], max(self._given, len(safe))
        return new


def _shared_length(rows: Sequence[Sequence[int]]) -> int:
    """Give how many tokens all rows have in common at their beginning, at most all but one."""
    shortest = min(map(len, rows)) - 1
    for position in range(shortest):
        if len({row[position] for row in rows}) > 1:
            return position
    return max(shortest, 0)


def _draw(logits: Tensor, sampling: Sampling, generator: torch.Generator) -> Tensor:
    if sampling.temperature == 0:
        return logits.argmax(-1)
    chances = (logits.float() / sampling.temperature).softmax(-1)  # (prompts, vocabulary)
    ordered, order = chances.sort(-1, descending=True)
    beyond = ordered.cumsum(-1) - ordered > sampling.top_p
    ordered = ordered.masked_fill(beyond, 0.0)
    picked = torch.multinomial(ordered, 1, generator=generator)
    return order.gather(-1, picked)[:, 0]
