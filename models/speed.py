"""How fast the engine itself is, and how fast this machine could be."""

import itertools
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import torch

from models.cores import CORES, share
from models.data.written import Exchange, brief_of
from models.guided.judge import judged_in
from models.kernels.products import pack, product
from models.libraries import ctranslate2_s, generate_s
from models.prompt import messages
from models.runtime import LanguageModel
from models.sampling import Counts, Sampling
from models.service import Service

GUIDELINES = (  # such as a brand writes down, one on each line
    "Say who does it and until when.",
    "Never tell a customer that he is wrong; say what we know.",
    "British spelling, and prices with their currency.",
    "No exclamation marks.",
    "Refunds go to support; settle none in public.",
    "Call it the shop, not the store.",
)
IDLE_S = 10
TRIES = 5
TOKENS = 60
LARGE = 1 << 28  # bytes; far more than any cache holds


def measure(folder: Path, rows: Sequence[Exchange]) -> dict[str, Any]:
    """Measure writing and reading with the model of a folder, beside the limits of the machine."""
    # int8 where this machine multiplies bytes: one for each weight, all read for each token.
    weights = sum(path.stat().st_size for path in folder.glob("*.safetensors")) // 2
    from_memory, from_cache = _bandwidth(LARGE), _bandwidth(weights)
    products = _products()
    model = LanguageModel(folder)
    model.warm_up()
    one, five = _tokens_a_second(model, rows, 1), _tokens_a_second(model, rows, 5)
    first, second = _prefill(folder, rows, ())
    first_of_many, second_of_many = _prefill(folder, rows, GUIDELINES)
    prompts = [model.prompt_ids(messages(brief_of(row), "plain")) for row in rows[:5]]
    return {
        "decode_tokens_a_second": round(one),
        "decode_tokens_a_second_of_5": round(five),
        "bandwidth_gb_a_second": round(from_memory / 1e9, 1),
        "bandwidth_of_so_few_bytes": round(from_cache / 1e9, 1),
        "decode_limit_tokens_a_second": round(from_memory / weights),
        "decode_of_limit": round(one * weights / from_memory, 2),
        "decode_of_limit_of_so_few_bytes": round(one * weights / from_cache, 2),
        "products_gflops": round(products / 1e9),
        "prefill_limit_tokens_a_second": round(products / (2 * weights)),
        "prefill_tokens_a_second": round(first["tokens"] / first["seconds"]),
        "second_comment_cached_tokens": round(second["cached"]),
        "second_comment_read_tokens": round(second["tokens"]),
        "second_comment_prefill": _share(first, second),
        "second_comment_prefill_with_guidelines": _share(first_of_many, second_of_many),
        f"text_of_{TOKENS}_s": {
            "embedded": round(_text_s(model, rows[:5]), 3),
            "CTranslate2": round(ctranslate2_s(folder, prompts, TOKENS), 3),
            "generate()": round(generate_s(folder, prompts, TOKENS), 3),
        },
    }


def memory(service: Service) -> dict[str, int]:
    """Give the memory (MB) of a service: resident, and with shared pages divided or left out."""
    infos = [process.memory_full_info() for process in _family(service)]
    return {
        kind: round(sum(getattr(info, kind) for info in infos) / 1e6)
        for kind in ("rss", "pss", "uss")
    }


def idle(service: Service) -> float:
    """Give the share of one core that a service takes while nobody asks."""
    before = sum(map(_cpu_seconds, _family(service)))
    time.sleep(IDLE_S)
    return round((sum(map(_cpu_seconds, _family(service))) - before) / IDLE_S, 4)


def _family(service: Service) -> list[psutil.Process]:
    parent = psutil.Process(service.process)
    return [parent, *parent.children(recursive=True)]


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def _best_s(work: Callable[[], object], times: int = 7) -> float:
    """Give the least seconds that work took."""
    took = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    return min(took)


def _bandwidth(size: int) -> float:
    """Give the bytes a second that are read of so many, from wherever they lie, by the best way."""
    read = torch.ones(size // 8, dtype=torch.int64)
    took = []
    for cores in (1, CORES):
        torch.set_num_threads(cores)
        took.append(_best_s(read.sum, 20))
    return size / min(took)


def _products() -> float:
    """Give the operations a second of the products that the engine is made of."""
    size, rows = 2048, 256
    random = np.random.default_rng(0)
    packed = pack(random.random((size, size), np.float32))
    given, out = random.random((rows, size), np.float32), np.empty((rows, size), np.float32)

    def part(first: int, end: int) -> None:
        product(given[first:end], packed, out[first:end])

    return 2 * rows * size * size / _best_s(lambda: share(0, rows, 1, part))


def _tokens_a_second(model: LanguageModel, rows: Sequence[Exchange], at_once: int) -> float:
    """Give the tokens a second that are written by so many candidates at once."""
    rates = []
    for seed, row in enumerate(rows):
        counts = Counts()
        prompts = [messages(brief_of(row), "plain")] * at_once
        list(model.write(prompts, Sampling(TOKENS, seed=seed), counts, lambda: False))
        if counts.output_tokens > TOKENS / 2:
            rates.append(1000 * counts.output_tokens / counts.decode_ms)
    return statistics.median(rates)


def _text_s(model: LanguageModel, rows: Sequence[Exchange]) -> float:
    """Give the seconds that reading a prompt and writing TOKENS tokens takes."""
    took = []
    for row in rows:
        counts = Counts()
        prompt = messages(brief_of(row), "plain")
        list(model.write([prompt], Sampling(TOKENS, seed=1), counts, lambda: False))
        took.append(counts.prefill_ms + counts.decode_ms * TOKENS / counts.output_tokens)
    return statistics.median(took) / 1000


def _prefill(
    folder: Path, rows: Sequence[Exchange], guidelines: tuple[str, ...]
) -> list[dict[str, float]]:
    """Give what reading the first comment of all took, and the second one under the same post."""
    post = " ".join(row["post"] for row in rows)[:600]
    read = [
        [_second(folder, one, other, post, guidelines) for _ in range(TRIES)]
        for one, other in itertools.pairwise(rows)
    ]
    # Of each comment the quickest of its tries, of those the middle one.
    return [
        {
            name: statistics.median(min(pair[turn][name] for pair in tries) for tries in read)
            for name in read[0][0][turn]
        }
        for turn in (0, 1)
    ]


def _share(first: dict[str, float], second: dict[str, float]) -> dict[str, float]:
    """Give what the second comment took of the first one's tokens and time."""
    return {
        name: round(second[name] / first[name], 2) for name in ("tokens", "processor", "seconds")
    }


def _second(
    folder: Path, one: Exchange, other: Exchange, post: str, guidelines: tuple[str, ...]
) -> list[dict[str, float]]:
    """Give what reading two comments of one brand and post took, from the service's own counts."""
    model, read = LanguageModel(folder), []
    for row in (one, other):
        under = {**row, "post": post, "platform": one["platform"], "brand": one["brand"]}
        brief, counts = brief_of(under), Counts()
        brief = replace(brief, brand=replace(brief.brand, guidelines=guidelines))
        model.prompt_ids(messages(brief, "plain"))  # the service sees first that it is not too long
        prompt = judged_in(brief, "plain")
        started = time.process_time()
        model.score(prompt, ["Yes."], counts, lambda: False)
        read.append(
            {
                "seconds": counts.prefill_ms / 1000,
                "processor": time.process_time() - started,  # other work takes none of it
                "tokens": counts.input_tokens - counts.cached_tokens,
                "cached": counts.cached_tokens,
            }
        )
    return read
