"""That the reader learns what it is taught: each loss falls on a batch that is seen again."""

import torch
from torch import Tensor

from models.reader.heads import Judge
from models.reader.lessons import Pair
from models.reader.pretrain import loss_of, pair_loss
from models.reader.shape import THEM

STEPS = 12
PAIRS = [
    Pair("When do you open?", "We open at nine.", "Dogs are welcome."),
    Pair("My parcel came crushed.", "A crushed parcel is on us."),
    Pair("Lovely photo!", "Glad you like it."),
]


def falls(net: Judge, loss: Tensor) -> Tensor:
    """Take a step."""
    optimizer = torch.optim.AdamW(net.parameters(), 1e-3)
    loss.backward()  # type: ignore[no-untyped-call]
    optimizer.step()
    return loss.detach()


def test_tokens_are_foretold_better() -> None:
    for causal in (True, False):
        torch.manual_seed(0)
        net = Judge()
        ids = torch.randint(5, 50, (4, 33)).where(torch.arange(33) > 0, THEM)
        losses = []
        for _ in range(STEPS):
            net.zero_grad()
            losses.append(falls(net, loss_of(net.reader, ids, causal=causal)))
        assert losses[-1] < losses[0] - 0.5


def test_what_belongs_together_is_told_better() -> None:
    torch.manual_seed(0)
    net = Judge()
    losses = []
    for _ in range(STEPS):
        net.zero_grad()
        losses.append(falls(net, pair_loss(net, PAIRS)))
    assert losses[-1] < losses[0] / 2


def test_a_text_that_comes_again_is_no_other() -> None:
    net = Judge()
    again = [Pair("Hi", "Hello."), Pair("Hey", "Hello.")]
    assert torch.isfinite(pair_loss(net, again))
    assert pair_loss(net, again) < 1e-3
