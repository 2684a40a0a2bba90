"""What training makes small: the loss on replies, and that on pairs of good and bad replies."""

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, logsigmoid
from transformers import LlamaForCausalLM

from models.batches import Batch

ODDS = 0.1  # how much the odds of good against bad weigh beside the loss on the good reply


def token_losses(model: LlamaForCausalLM, batch: Batch, device: torch.device) -> Tensor:
    """Give the loss (nats) of each target of a batch, in the order of its rows."""
    with torch.autocast(device.type, dtype=torch.bfloat16):
        hidden = model.model(
            input_ids=batch.ids.to(device),
            attention_mask=None if batch.mask is None else batch.mask.to(device),
            position_ids=None if batch.positions is None else batch.positions.to(device),
            use_cache=False,
        ).last_hidden_state  # (rows, length, width)
        targets = batch.targets.to(device)
        learnt = targets != -100
        logits = model.lm_head(hidden[learnt])  # (learnt, vocabulary)
    return cross_entropy(logits.float(), targets[learnt], reduction="none")


def loss_of(model: LlamaForCausalLM, batch: Batch, device: torch.device) -> Tensor:
    """Give the mean loss over the targets of a batch, in nats a token."""
    return token_losses(model, batch, device).mean()


def branch_losses(model: LlamaForCausalLM, batch: Batch, device: torch.device) -> Tensor:
    """Give the mean loss (nats a token) of each branch: (rows, branches)."""
    if batch.branches is None:
        raise ValueError("Text in windows has no branches.")
    losses = token_losses(model, batch, device)
    rows, branches = len(batch.ids), int(batch.branches.max()) + 1
    learnt = batch.targets != -100
    places = (torch.arange(rows)[:, None] * branches + batch.branches)[learnt].to(device)
    sums = torch.zeros(rows * branches, device=device).index_add(0, places, losses)
    return (sums / torch.bincount(places, minlength=rows * branches)).view(rows, branches)


def preference_loss(model: LlamaForCausalLM, batch: Batch, device: torch.device) -> Tensor:
    """Give the loss on pairs (good, bad): that on the good reply, and the odds against the bad.

    After ORPO (Hong and others, 2024): no second model is needed to compare with.
    """
    logs = -branch_losses(model, batch, device)  # (rows, 2)
    odds = logs - torch.log1p(-logs.exp().clamp(max=1 - 1e-6))
    return (-logs[:, 0] - ODDS * logsigmoid(odds[:, 0] - odds[:, 1])).mean()
