"""Training: a stage learns, stops, goes on from its checkpoint, and gives a model that loads."""

from pathlib import Path
from typing import Any

import pytest

from models import train
from models.data.lesson import written
from models.data.written import exchanges
from models.pack import pack_trees
from models.runtime import LanguageModel
from models.tokenizer import load

SHAPE = {
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "num_key_value_heads": 2,
}
SETTINGS = {"muon_rate": 0.02, "adam_rate": 0.01}


@pytest.fixture
def run_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a maker of runs that write to the test's own folder."""
    monkeypatch.setattr(train, "RUNS", tmp_path)
    tokenizer = load(train.SHIPPED)
    return lambda: train.Run("trial", "exchanges", SETTINGS, train.new_model(SHAPE, tokenizer))


def test_a_stage_learns_and_goes_on_from_its_checkpoint(run_of: Any) -> None:
    tokenizer = load(train.SHIPPED)
    trees = pack_trees(written(exchanges("dev"))[:12], tokenizer)
    batches = train._epochs(lambda epoch: trees, 2048)
    dev = [next(batches)]
    first = run_of()
    before = first.measure(dev)
    first.go(batches, 6, 1.0, cooling=0.0, dev=dev)
    assert first.measure(dev) < before
    again = run_of()
    assert again.step == 6
    assert again.measure(dev) == pytest.approx(first.measure(dev), rel=1e-3)


def test_the_rate_falls_to_nothing_over_the_last_part(
    run_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, rates = run_of(), []

    def learn(batch: Any, rate: float) -> float:
        rates.append(rate)
        run.step += 1
        return 1.0

    monkeypatch.setattr(run, "learn", learn)
    monkeypatch.setattr(run, "measure", lambda batches: 1.0)
    trees = pack_trees(written(exchanges("dev"))[:2], load(train.SHIPPED))
    batches = train._epochs(lambda epoch: trees, 2048)
    run.go(batches, 10, 60.0, cooling=0.5, dev=[])
    assert rates[:5] == [1.0] * 5
    assert rates[5:] == pytest.approx([1.0, 0.8, 0.6, 0.4, 0.2], abs=0.01)


def test_the_weights_of_a_stage_load_as_a_model(run_of: Any, tmp_path: Path) -> None:
    run = run_of()
    folder = tmp_path / "model"
    run.model.save_pretrained(folder)
    load(train.SHIPPED).save_pretrained(folder)
    assert LanguageModel(folder).name == "model"
