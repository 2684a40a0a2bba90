"""Other libraries that run a model of ours in this process, to be measured beside it."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import ctranslate2
import torch
from ctranslate2.converters import TransformersConverter
from transformers import AutoModelForCausalLM, AutoTokenizer

from models.cores import CORES
from models.in_torch import fastest_dtype

Prompts = Sequence[list[int]]


def ctranslate2_s(folder: Path, prompts: Prompts, tokens: int) -> float:
    """Give the seconds that CTranslate2 in int8 takes for one text of so many tokens."""
    with tempfile.TemporaryDirectory() as home:
        converted = Path(home) / "converted"
        TransformersConverter(str(folder)).convert(converted, quantization="int8")
        config = converted / "config.json"
        stated = json.loads(config.read_bytes())
        # It wants a name for each special token; ours has one alone.
        named = {name: "" for name in stated if name.endswith("_token") and stated[name] is None}
        config.write_text(json.dumps(stated | named))
        generator: Any = ctranslate2.Generator(
            str(converted), compute_type="int8", intra_threads=CORES
        )
    tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)

    def write(ids: list[int]) -> None:
        generator.generate_batch(
            [tokenizer.convert_ids_to_tokens(ids)], max_length=tokens, min_length=tokens
        )

    return _median_s(write, prompts)


@torch.inference_mode()
def generate_s(folder: Path, prompts: Prompts, tokens: int) -> float:
    """Give the seconds that transformers' `generate()` takes for one text of so many tokens."""
    torch.set_num_threads(CORES)
    model: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=fastest_dtype())

    def write(ids: list[int]) -> None:
        given = torch.tensor([ids])
        model.generate(given, max_new_tokens=tokens, min_new_tokens=tokens, do_sample=False)

    return _median_s(write, prompts)


def _median_s(write: Callable[[list[int]], None], prompts: Prompts) -> float:
    write(prompts[0])  # warm
    took = []
    for ids in prompts:
        started = time.perf_counter()
        write(ids)
        took.append(time.perf_counter() - started)
    return statistics.median(took)
