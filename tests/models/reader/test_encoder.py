"""The numpy encoder against the torch net that is trained."""

import numpy as np
import torch

from models.reader.batches import filled
from models.reader.encoder import Encoder
from models.reader.net import Reader

TEXTS = [[3, 900, 17, 2500, 1], [3, 44, 1]]


def noisy() -> Reader:
    """Give a reader whose layers all do something."""
    torch.manual_seed(0)
    net = Reader()
    for weight in net.parameters():
        if weight.ndim == 2:
            torch.nn.init.normal_(weight, 0, 0.05)
        weight.data = weight.data.half().float()  # as it is kept
    return net


def test_says_what_the_net_says() -> None:
    net = noisy()
    encoder = Encoder({name: value.numpy() for name, value in net.state_dict().items()})
    with torch.no_grad():
        for text in TEXTS:
            wanted = net(torch.tensor([text]))[0].numpy()
            assert np.allclose(encoder.states(text), wanted, atol=1e-4)


def test_filling_up_changes_no_state() -> None:
    net = noisy()
    with torch.no_grad():
        together = net(filled(TEXTS))[1, :3]
        alone = net(torch.tensor(TEXTS[1:]))[0]
    assert torch.allclose(together, alone, atol=1e-5)


def test_a_state_knows_both_sides() -> None:
    net = noisy()
    with torch.no_grad():
        one, other = net(torch.tensor([[3, 900, 1], [3, 900, 7]]))[:, 1]
        left, right = net(torch.tensor([[3, 900, 1], [3, 900, 7]]), causal=True)[:, 1]
    assert not torch.allclose(one, other, atol=1e-3)
    assert torch.allclose(left, right, atol=1e-5)
