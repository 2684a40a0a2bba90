"""Packing: an exchange's tree trains exactly what separate prompts and replies would."""

from pathlib import Path
from typing import Any

import pytest
import torch
from torch.nn.functional import cross_entropy
from transformers import LlamaConfig, LlamaForCausalLM

from models.batches import forest
from models.data.lesson import written
from models.data.written import brief_of, exchanges, split_of
from models.losses import loss_of
from models.pack import pack_trees
from models.prompt import messages
from models.tokenizer import load

TOKENIZER = load(Path(__file__).parents[2] / "models" / "candor-small")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    """Give a few exchanges that have replies in several tones."""
    return [row for row in exchanges("dev") if len(row["replies"]) > 1][:3]


def test_a_tree_holds_each_prompt_and_reply(rows: list[dict[str, Any]]) -> None:
    for row, tree in zip(rows, pack_trees(written(rows), TOKENIZER), strict=True):
        for (tone, reply), branch in zip(row["replies"].items(), tree.branches, strict=True):
            whole = TOKENIZER.decode([*tree.prefix, *branch])
            told = messages(brief_of(row), tone)
            prompt = TOKENIZER.apply_chat_template(told, tokenize=False, add_generation_prompt=True)
            assert whole == f"{prompt}{reply}<|end|>"


def test_the_loss_of_a_forest_is_that_of_its_replies_one_by_one(rows: list[dict[str, Any]]) -> None:
    torch.manual_seed(0)
    shape = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(TOKENIZER), num_attention_heads=2, tie_word_embeddings=True, **shape
        )
    )
    trees = pack_trees(written(rows), TOKENIZER)
    (batch,) = forest(trees, 100_000, seed=0)
    together = loss_of(model, batch, torch.device("cpu")).item()
    total, count = 0.0, 0
    for tree in trees:
        for branch, start in zip(tree.branches, tree.starts, strict=True):
            ids = torch.tensor([[*tree.prefix, *branch]])
            first = len(tree.prefix) + start
            with torch.no_grad():
                logits = model(ids).logits[0, first - 1 : -1]
            total += cross_entropy(logits, ids[0, first:], reduction="sum").item()
            count += ids.shape[1] - first
    assert together == pytest.approx(total / count, rel=0.01)  # bfloat16 beside float32


def test_no_brand_stands_on_two_sides() -> None:
    sides: dict[str, set[str]] = {}
    for split in ("train", "dev", "test"):
        for row in exchanges(split):
            sides.setdefault(row["brand"]["name"], set()).add(split)
    assert all(len(found) == 1 for found in sides.values())
    assert split_of("Tallow Street Bakery") == split_of("Tallow Street Bakery")
