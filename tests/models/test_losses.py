"""The loss in parts is the loss at once, and teaches the same."""

import torch
from torch.nn.functional import cross_entropy

from models.losses import AT_ONCE, CrossEntropy


def test_the_loss_in_parts_and_its_slopes_are_those_at_once() -> None:
    torch.manual_seed(0)
    count = AT_ONCE * 2 + 7
    hidden, head = torch.randn(count, 16).bfloat16().float(), torch.randn(50, 16).bfloat16().float()
    targets, weights = torch.randint(0, 50, (count,)), torch.rand(count)
    known = []
    for loss_of in (
        lambda states, values: CrossEntropy.apply(states, values, targets),  # type: ignore[no-untyped-call]
        lambda states, values: cross_entropy(states @ values.T, targets, reduction="none"),
    ):
        states, values = hidden.clone().requires_grad_(), head.clone().requires_grad_()
        losses = loss_of(states, values)
        (losses * weights).sum().backward()
        known.append((losses.detach(), states.grad, values.grad))
    for parts, whole in zip(*known, strict=True):
        assert parts is not None and whole is not None
        assert (parts - whole).norm() < 0.02 * whole.norm()  # bfloat16 beside float32
