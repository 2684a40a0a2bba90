"""What training makes small: the loss on replies, and that on pairs of good and bad replies."""

from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import logsigmoid
from transformers import LlamaForCausalLM

from models.batches import Batch

ODDS = 0.1  # how much the odds of good against bad weigh beside the loss on the good reply
AT_ONCE = 256  # tokens whose values over the whole vocabulary stand in memory together


class CrossEntropy(torch.autograd.Function):
    """Cross entropy in parts, so that the values over the vocabulary stay in the cache."""

    @staticmethod
    def forward(ctx: Any, hidden: Tensor, head: Tensor, targets: Tensor) -> Tensor:
        """Give the loss (tokens,) from states (tokens, width) and the head (vocabulary, width)."""
        hidden, head = hidden.bfloat16(), head.bfloat16()
        losses = torch.empty(len(hidden), device=hidden.device)
        slopes = hidden.new_empty(len(hidden), len(head))  # of the loss by each value
        for start in range(0, len(hidden), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            values = (hidden[part] @ head.T).float()
            logs = values.log_softmax(-1)
            losses[part] = -logs.gather(1, targets[part, None])[:, 0]
            slopes[part] = logs.exp_()
        slopes.scatter_add_(1, targets[:, None], slopes.new_full((len(targets), 1), -1.0))
        ctx.save_for_backward(hidden, head, slopes)
        return losses

    @staticmethod
    def backward(ctx: Any, weights: Tensor) -> tuple[Tensor, Tensor, None]:
        """Give what each state and the head change the loss by; `weights`: (tokens,)."""
        hidden, head, slopes = ctx.saved_tensors
        weights = weights[:, None].to(hidden.dtype)
        return weights * (slopes @ head), slopes.T @ (weights * hidden), None


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
    losses: Tensor = CrossEntropy.apply(hidden[learnt], model.lm_head.weight, targets[learnt])  # type: ignore[no-untyped-call]
    return losses


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
