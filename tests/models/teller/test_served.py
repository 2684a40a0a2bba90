"""What is served computes what was learnt."""

from pathlib import Path

import numpy as np
import torch

from models.halves import load_arrays
from models.teller.net import Teller
from models.teller.served import Net
from models.teller.train import laid_out, save

OWN = 40


def test_numpy_gives_what_torch_gives(tmp_path: Path) -> None:
    torch.manual_seed(1)
    net = Teller(60, OWN).eval()
    words = [f"word{at}" for at in range(60)]
    save(net, words, ["word1"], tmp_path / "w.npz")
    arrays = load_arrays(tmp_path / "w.npz")
    assert [*arrays["free"]] == ["word1"]
    assert [*arrays["vocabulary"]] == words
    net.load_state_dict(
        {name: torch.from_numpy(value) for name, value in arrays.items() if value.dtype.kind == "f"}
    )
    read = ([5, 70, 8, 5], [1, 2, 3, 1], [0, 1, 3, 0])
    told = ([5, 9, 70], [1, 4, 2], [0, 0, 0])
    with torch.no_grad():
        own, pointed, copies = net(*laid_out([(read, told)])[:2])
    share = torch.sigmoid(copies)[0, :, None]
    said = (torch.softmax(own, -1)[0] * (1 - share)).numpy()
    copied = (torch.softmax(pointed, -1)[0] * share).numpy()

    served = Net(arrays)
    seen, state = served.read(read), served.begin()
    for place, (number, ending) in enumerate([(1, 0), (5, 1), (9, 4), (70, 2)]):
        mine, places, state = served.write([number] * 2, [ending] * 2, state.of([0, 0]), seen)
        np.testing.assert_allclose(mine[0], said[place], atol=1e-5)
        np.testing.assert_allclose(places[1], copied[place], atol=1e-5)
