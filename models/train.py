"""Training candor-small, one command a stage, the same script on CPU and GPU.

    python -m models.train pretrain  --recipe cpu    public text and the exchanges, whole
    python -m models.train exchanges --recipe cpu    the serving prompt, loss on the replies
    python -m models.train preference --recipe cpu   good replies against bad ones
    python -m models.train export    --recipe cpu    bfloat16 weights to models/candor-small

Each stage saves a checkpoint every few minutes and at the end of `--minutes`, and goes on from it.
The rate is level in pretraining, and with `--cool` falls to nothing over the last part of the run;
over the exchanges and the pairs it falls all the way.
"""

import argparse
import json
import math
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import LlamaConfig, LlamaForCausalLM

from models.batches import Batch, forest, windows
from models.data.course import Course
from models.data.lesson import written
from models.data.preferences import pairs
from models.data.written import exchanges
from models.losses import branch_losses, loss_of, preference_loss
from models.muon import muon_and_adamw
from models.pack import SEED, Tree, pack_pairs, pack_text, pack_trees, read_windows
from models.tokenizer import CONTEXT, AnyTokenizer, load

HERE = Path(__file__).parent
SHIPPED = HERE / "candor-small"
RUNS = HERE / "runs"
SAVE_EVERY_S = 240
WARM_UP_STEPS = 40
COOLING = 0.3  # of a run with --cool: the part in which the rate falls to nothing
OWN_TEXTS = "own_texts.jsonl"  # what the model wrote, beside the checkpoints (own_texts.py)
SEEN = "candor_pretraining_tokens"  # in the shipped config: how much public text it has read
SHARD = "15MB"  # small enough to be carried in parts from a machine that trains

Recipe = dict[str, Any]
Loss = Callable[[LlamaForCausalLM, Batch, torch.device], Tensor]


def new_model(shape: dict[str, Any], tokenizer: AnyTokenizer) -> LlamaForCausalLM:
    """Give a Llama of a recipe's shape with fresh weights."""
    torch.manual_seed(SEED)
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(tokenizer),
            max_position_embeddings=CONTEXT,
            tie_word_embeddings=True,
            pad_token_id=tokenizer.pad_token_id,
            bos_token_id=None,
            eos_token_id=tokenizer.eos_token_id,
            **shape,
        )
    )


def shipped_or_new(shape: dict[str, Any], tokenizer: AnyTokenizer) -> LlamaForCausalLM:
    """Give the shipped model in float32 where it has the shape, else one of fresh weights."""
    model = new_model(shape, tokenizer)
    config = LlamaConfig.from_pretrained(SHIPPED)
    if all(getattr(config, name) == value for name, value in shape.items()):
        model = LlamaForCausalLM.from_pretrained(SHIPPED, dtype=torch.float32)
    return model


def optimizers_of(model: nn.Module, settings: Recipe) -> list[torch.optim.Optimizer]:
    """Give Muon for the matrices of the layers and AdamW for all the rest."""
    rates = settings["muon_rate"], settings["adam_rate"]
    return muon_and_adamw(model, lambda name: "embed" not in name, rates)


class Run:
    """One stage of one recipe: its model, its optimizers, where it stands, and its checkpoint."""

    def __init__(
        self,
        recipe: str,
        stage: str,
        settings: Recipe,
        model: Any,
        loss: Loss = loss_of,
        begun: int = 0,
    ) -> None:
        self.folder = RUNS / recipe
        self.checkpoint = self.folder / f"{stage}.pt"
        self.log = self.folder / f"{stage}.jsonl"
        self.loss = loss
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model = model
        self.model.to(self.device)
        if settings.get("compile"):
            self.model.model.compile()  # in place: the checkpoint's names stay the same
        self.optimizers = optimizers_of(model, settings)
        self.base_rates = [group["lr"] for o in self.optimizers for group in o.param_groups]
        self.step = self.begun = begun  # batches seen, and how many before these optimizers began
        self.folder.mkdir(parents=True, exist_ok=True)
        if self.checkpoint.exists():
            self._load()

    def _load(self) -> None:
        state = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        self.model.load_state_dict(state["model"])
        for optimizer, saved in zip(self.optimizers, state["optimizers"], strict=True):
            optimizer.load_state_dict(saved)
        self.step, self.begun = state["step"], state["begun"]

    def save(self) -> None:
        """Write the checkpoint whole or not at all."""
        partial = self.checkpoint.with_suffix(".partial")
        torch.save(
            {
                "model": self.model.state_dict(),
                "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
                "step": self.step,
                "begun": self.begun,
            },
            partial,
        )
        partial.rename(self.checkpoint)

    def learn(self, batch: Batch, rate: float) -> float:
        """Take one step at `rate` times the recipe's rates; give the loss."""
        groups = [group for o in self.optimizers for group in o.param_groups]
        for group, base in zip(groups, self.base_rates, strict=True):
            group["lr"] = base * rate * min(1.0, (self.step + 1 - self.begun) / WARM_UP_STEPS)
        loss = self.loss(self.model, batch, self.device)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        for optimizer in self.optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        self.step += 1
        return loss.item()

    def go(
        self,
        batches: Iterator[Batch],
        steps: int,
        minutes: float,
        *,
        cooling: float,
        dev: list[Batch],
    ) -> None:
        """Learn until `steps` are done or `minutes` are over, saving on the way and at the end.

        `cooling` is the last part of it (0 to 1) in which the rate falls to nothing.
        """
        started = saved = time.monotonic()
        tokens = 0
        self.model.train()
        while self.step < steps and time.monotonic() - started < minutes * 60:
            batch = next(batches)
            elapsed = (time.monotonic() - started) / 60
            left = 1 - max(self.step / steps, elapsed / minutes)
            rate = min(1.0, left / cooling) if cooling else 1.0
            loss = self.learn(batch, rate)
            tokens += batch.ids.numel()
            if not math.isfinite(loss):
                raise FloatingPointError(
                    f"The loss is {loss} at step {self.step}; lower the rates."
                )
            if self.step % 20 == 0:
                speed = tokens / (time.monotonic() - started)
                self.report(
                    step=self.step, of=steps, loss=round(loss, 4), tokens_per_s=round(speed)
                )
            if time.monotonic() - saved > SAVE_EVERY_S:
                self.save()
                self.report(step=self.step, dev_loss=round(self.measure(dev), 4))
                saved = time.monotonic()
        self.save()
        self.report(step=self.step, of=steps, dev_loss=round(self.measure(dev), 4))

    @torch.no_grad()
    def measure(self, batches: list[Batch]) -> float:
        """Give the mean loss over held-out batches, in nats a token."""
        self.model.eval()
        losses = [self.loss(self.model, batch, self.device).item() for batch in batches]
        self.model.train()
        return sum(losses) / len(losses)

    def report(self, **values: float) -> None:
        """Write one line to the log and the screen."""
        line = json.dumps(values)
        print(line, flush=True)
        with self.log.open("a") as log:
            log.write(line + "\n")


def pretrain(name: str, recipe: Recipe, minutes: float, cooling: float) -> None:
    """Learn from public text and whole exchanges at a level rate.

    Goes on from the shipped weights where they have the recipe's shape, and from the text where
    they stopped, so that each run on a small machine adds to the last.
    """
    settings, tokenizer = recipe["pretrain"], load(SHIPPED)
    model = shipped_or_new(recipe["shape"], tokenizer)
    packed = RUNS / name / "pretrain.bin"
    if not packed.exists():
        count = pack_text(packed, tokenizer, settings["megabytes"], settings["exchange_repeats"])
        print(json.dumps({"packed_tokens": count}), flush=True)
    begun = getattr(model.config, SEEN, 0) // settings["batch_tokens"]
    run = Run(name, "pretrain", settings, model, begun=begun)
    rows = settings["batch_tokens"] // settings["window"]
    batches = windows(read_windows(packed, settings["window"]), rows, SEED)
    for _ in range(run.step):
        next(batches)
    run.go(
        batches,
        settings["tokens"] // settings["batch_tokens"],
        minutes,
        cooling=cooling,
        dev=_dev(tokenizer),
    )


def learn_exchanges(name: str, recipe: Recipe, minutes: float, cooling: float) -> None:
    """Learn the replies, in the serving prompt, from the pretrained weights."""
    settings, tokenizer = recipe["exchanges"], load(SHIPPED)
    run = Run(name, "exchanges", settings, trained(name, "pretrain", tokenizer))
    rows = list(exchanges("train"))[: settings.get("limit")]
    course, size = Course(rows, settings["shares"], SEED), settings["batch_tokens"]
    trees_of = lru_cache(1)(lambda epoch: pack_trees(course.epoch(epoch), tokenizer))
    steps = settings["epochs"] * len(forest(trees_of(0), size, SEED))  # epochs are alike in length
    batches = _epochs(trees_of, size)
    for _ in range(run.step):
        next(batches)
    run.go(batches, steps, minutes, cooling=cooling, dev=_dev(tokenizer))


def learn_preferences(name: str, recipe: Recipe, minutes: float, cooling: float) -> None:
    """Learn to write the good reply rather than the bad one, from the weights of the exchanges."""
    settings, tokenizer = recipe["preference"], load(SHIPPED)
    model = trained(name, "exchanges", tokenizer)
    run = Run(name, "preference", settings, model, preference_loss)
    own = RUNS / name / OWN_TEXTS
    known = pairs(list(exchanges("train")), "train", own)[: settings.get("limit")]
    trees, size = pack_pairs(known, tokenizer), settings["batch_tokens"]
    kept = pack_pairs(pairs(list(exchanges("dev")), "dev", own)[:200], tokenizer)
    dev = forest(kept, size, SEED)
    run.report(step=run.step, pairs=len(trees), dev_preferred=share_preferred(run, dev))
    batches = _epochs(lambda epoch: trees, size)
    for _ in range(run.step):
        next(batches)
    steps = settings["epochs"] * len(forest(trees, size, SEED))
    run.go(batches, steps, minutes, cooling=cooling, dev=dev)
    run.report(step=run.step, dev_preferred=share_preferred(run, dev))


@torch.no_grad()
def share_preferred(run: Run, batches: list[Batch]) -> float:
    """Give the share of pairs whose good reply is likelier a token than the bad one."""
    losses = torch.cat([branch_losses(run.model, batch, run.device) for batch in batches])
    return round((losses[:, 0] < losses[:, 1]).float().mean().item(), 3)


def export(name: str) -> None:
    """Save the weights of the last stage, in bfloat16 shards, as the shipped model.

    A rehearsal's go to its own folder: they are not meant to be shipped.
    """
    save_model(name, RUNS / name / "model" if name == "rehearsal" else SHIPPED)


def save_model(name: str, folder: Path) -> None:
    """Write what the last stage of a recipe has learnt so far as a model that can be served."""
    tokenizer = load(SHIPPED)
    stage = "preference" if (RUNS / name / "preference.pt").exists() else "exchanges"
    model: Any = trained(name, stage, tokenizer)
    pretrained = torch.load(RUNS / name / "pretrain.pt", map_location="cpu", weights_only=True)
    setattr(model.config, SEEN, pretrained["step"] * _recipe(name)["pretrain"]["batch_tokens"])
    model.config.candor_writes = "guided"  # "both" once `make eval` shows its own drafts as good
    model.to(torch.bfloat16).save_pretrained(folder, max_shard_size=SHARD)
    if folder != SHIPPED:
        tokenizer.save_pretrained(folder)


def trained(name: str, stage: str, tokenizer: AnyTokenizer) -> LlamaForCausalLM:
    """Give a recipe's model as a stage left it, in float32."""
    model = new_model(_recipe(name)["shape"], tokenizer)
    state = torch.load(RUNS / name / f"{stage}.pt", map_location="cpu", weights_only=True)
    model.load_state_dict(state["model"])
    return model


def _epochs(trees_of: Callable[[int], list[Tree]], size: int) -> Iterator[Batch]:
    epoch = 0
    while True:
        yield from forest(trees_of(epoch), size, SEED + epoch)
        epoch += 1


def _dev(tokenizer: AnyTokenizer) -> list[Batch]:
    return forest(pack_trees(written(exchanges("dev"))[:120], tokenizer), 8192, SEED)


def _recipe(name: str) -> Recipe:
    recipes: dict[str, Recipe] = tomllib.loads((HERE / "recipe.toml").read_text())
    return recipes[name]


def main() -> None:
    """Run the stage that was asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stage", nargs="?", choices=[*STAGES, "export"], help="default: all")
    parser.add_argument("--recipe", default="cpu", choices=["cpu", "gpu", "rehearsal"])
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="stop, saved, after this long"
    )
    parser.add_argument(
        "--cool", action="store_true", help="let pretraining's rate fall at the end"
    )
    arguments = parser.parse_args()
    cooling = {"pretrain": COOLING if arguments.cool else 0.0, "exchanges": 1.0, "preference": 1.0}
    for name in [arguments.stage] if arguments.stage else [*STAGES, "export"]:
        if name == "export":
            export(arguments.recipe)
        else:
            STAGES[name](
                arguments.recipe, _recipe(arguments.recipe), arguments.minutes, cooling[name]
            )


STAGES = {"pretrain": pretrain, "exchanges": learn_exchanges, "preference": learn_preferences}

if __name__ == "__main__":
    main()
