"""Preferences: pairs of a good and a bad reply, and a loss that moves the odds towards the good."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
import torch
from transformers import LlamaConfig, LlamaForCausalLM

from models.batches import Batch, forest
from models.data.preferences import pairs
from models.data.written import exchanges
from models.losses import ODDS, branch_losses, loss_of, preference_loss
from models.pack import pack_pairs
from models.tokenizer import load

TOKENIZER = load(Path(__file__).parents[2] / "models" / "candor-small")
ROWS = [row for row in exchanges("dev") if row.get("bad")][:3]
CPU = torch.device("cpu")
NOWHERE = Path("nowhere")


def _model() -> LlamaForCausalLM:
    torch.manual_seed(0)
    shape: dict[str, Any] = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2}
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(TOKENIZER), num_attention_heads=2, tie_word_embeddings=True, **shape
        )
    )


def _batch() -> Batch:
    written = [pair for pair in pairs(ROWS, "dev", NOWHERE) if not pair.brief.draft]
    (batch,) = forest(pack_pairs(written, TOKENIZER), 100_000, seed=0)
    return batch


def test_each_tone_of_an_exchange_stands_beside_the_bad_reply() -> None:
    written = [pair for pair in pairs(ROWS, "dev", NOWHERE) if not pair.brief.draft]
    assert len(written) == sum(len(row["replies"]) for row in ROWS)
    assert {pair.bad for pair in written} == {row["bad"]["text"] for row in ROWS}


def test_a_draft_that_was_to_be_changed_is_bad_unchanged() -> None:
    changed = pairs([], "train", NOWHERE)
    assert len(changed) > 100
    assert all(pair.bad == pair.brief.draft != pair.good for pair in changed)


def test_own_texts_are_bad_only_where_faults_were_found(tmp_path: Path) -> None:
    own = tmp_path / "own_texts.jsonl"
    tone = next(iter(ROWS[0]["replies"]))
    line = {"id": ROWS[0]["id"], "tone": tone}
    texts = [
        line | {"text": "Ships on 9 May.", "faults": ["unsupported_fact"]},
        line | {"text": "Fine.", "faults": []},
        line | {"id": "of-another-split", "text": "Bad.", "faults": ["blame"]},
    ]
    own.write_text("\n".join(map(json.dumps, texts)))
    (found,) = set(pairs(ROWS, "dev", own)) - set(pairs(ROWS, "dev", NOWHERE))
    assert (found.bad, found.good) == ("Ships on 9 May.", ROWS[0]["replies"][tone])


def test_the_loss_of_each_branch_is_that_of_its_text_alone() -> None:
    model = _model()
    pair = pairs(ROWS, "dev", NOWHERE)[0]
    (both,) = forest(pack_pairs([pair], TOKENIZER), 100_000, seed=0)
    tree = pack_pairs([pair], TOKENIZER)[0]
    found = branch_losses(model, both, CPU)[0].tolist()
    for loss, branch, start in zip(found, tree.branches, tree.starts, strict=True):
        ids = torch.tensor([[*tree.prefix, *branch]])
        targets = ids.clone()
        targets[:, : len(tree.prefix) + start] = -100
        alone = Batch(ids[:, :-1], targets[:, 1:])
        assert loss == pytest.approx(loss_of(model, alone, CPU).item(), rel=0.01)


def test_the_loss_is_that_of_the_good_reply_and_the_odds_against_the_bad() -> None:
    model, batch = _model(), _batch()
    expected = []
    for good, bad in torch.exp(-branch_losses(model, batch, CPU).double()).tolist():
        ratio = math.log(good / (1 - good)) - math.log(bad / (1 - bad))
        expected.append(-math.log(good) + ODDS * math.log(1 + math.exp(-ratio)))
    mean = sum(expected) / len(expected)
    assert preference_loss(model, batch, CPU).item() == pytest.approx(mean, rel=1e-4)


def test_learning_preferences_makes_the_good_replies_likelier_than_the_bad() -> None:
    model, batch = _model(), _batch()
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)

    def lead() -> float:
        with torch.no_grad():
            good, bad = branch_losses(model, batch, CPU).mean(0).tolist()
        return float(bad - good)

    before = lead()
    for _ in range(12):
        preference_loss(model, batch, CPU).backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        optimizer.zero_grad()
    assert lead() > before + 0.1
