"""The teller's net in numpy, as served: it reads once, and writes all beams a token at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.near_layers import moved, rms_normed
from models.reader.encoder import Floats, gelu, softmax
from models.teller.tokens import Read

HEADS = 4

Known = tuple[Floats, Floats]  # keys and values: (texts, HEADS, tokens, width of a head) each


@dataclass(frozen=True)
class Seen:
    """What was read, as the layers that write ask for it."""

    known: tuple[Known, ...]
    pointed: Floats  # (tokens, width)


@dataclass(frozen=True)
class State:
    """What the layers that write keep of each beam."""

    known: tuple[Known, ...]
    before: tuple[Floats, ...]  # the last token's states, (beams, width) for each layer
    count: int

    def of(self, beams: Sequence[int]) -> "State":
        """Give the state of some beams, each as often as it is named."""
        chosen = list(beams)
        return State(
            tuple((keys[chosen], values[chosen]) for keys, values in self.known),
            tuple(states[chosen] for states in self.before),
            self.count,
        )


class Net:
    """The net, from the arrays that `train.py` writes."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self._arrays = arrays
        self.own = len(arrays["bias"])
        self._width = arrays["words.weight"].shape[1]
        reading = {name.split(".")[1] for name in arrays if name.startswith("reading.")}
        self._layers = range(len(reading))

    def read(self, read: Read) -> Seen:
        """Read numbers, endings and shapes of a text's tokens."""
        tables = [self._arrays[f"{name}.weight"] for name in ("words", "endings", "shapes")]
        states = sum(
            (table[part] for table, part in zip(tables, read, strict=True)),
            start=self._arrays["places.weight"][: len(read[0])],
        )[None]
        for at in self._layers:
            name, normed = f"reading.{at}", rms_normed(states)
            states = states + self._attended(
                f"{name}.attention", normed, self._known(f"{name}.attention", normed)
            )
            normed = rms_normed(states)
            near = np.concatenate([moved(normed, 1), normed, moved(normed, -1)], -1)
            states = states + self._mixed(f"{name}.around", near)
        states = rms_normed(states)
        known = tuple(self._known(f"writing.{at}.across", states) for at in self._layers)
        return Seen(known, self._applied("pointed", states[0]))

    def begin(self) -> State:
        """Give the state in which nothing is written, of one beam."""
        none = np.zeros((1, HEADS, 0, self._width // HEADS), np.float32)
        return State(
            tuple((none, none) for _ in self._layers),
            tuple(np.zeros((1, self._width), np.float32) for _ in self._layers),
            0,
        )

    def write(
        self, numbers: Sequence[int], endings: Sequence[int], state: State, seen: Seen
    ) -> tuple[Floats, Floats, State]:
        """Write a token more to each beam.

        Gives the chances of each own token that comes next, (beams, own), those of copying each
        token that was read, (beams, tokens), and the new state.
        """
        places = self._arrays["places.weight"]
        states = (
            self._arrays["words.weight"][list(numbers)]
            + self._arrays["endings.weight"][list(endings)]
            + places[len(places) // 2 + state.count]
        )
        known: list[Known] = []
        before: list[Floats] = []
        for at in self._layers:
            name, normed = f"writing.{at}", rms_normed(states)
            keys, values = self._known(f"{name}.attention", normed[:, None])
            old_keys, old_values = state.known[at]
            all_known = np.concatenate([old_keys, keys], 2), np.concatenate([old_values, values], 2)
            known.append(all_known)
            states = states + self._attended(f"{name}.attention", normed[:, None], all_known)[:, 0]
            normed = rms_normed(states)[:, None]
            states = states + self._attended(f"{name}.across", normed, seen.known[at])[:, 0]
            normed = rms_normed(states)
            near = np.concatenate([state.before[at], normed], -1)
            before.append(normed)
            states = states + self._mixed(f"{name}.around", near)
        last = rms_normed(states)
        root = np.float32(self._width**0.5)
        table = self._arrays["words.weight"][: self.own]
        own: Floats = softmax(self._applied("said", last) @ table.T / root + self._arrays["bias"])
        copied = softmax(self._applied("asking", last) @ seen.pointed.T / root)
        share: Floats = (1 / (1 + np.exp(-self._applied("copies", last)))).astype(np.float32)
        return (
            own * (1 - share),
            copied * share,
            State(tuple(known), tuple(before), state.count + 1),
        )

    def _known(self, name: str, states: Floats) -> Known:
        known = self._applied(f"{name}.known", states)
        parted = known.reshape(*known.shape[:2], 2, HEADS, -1).transpose(2, 0, 3, 1, 4)
        return parted[0], parted[1]

    def _attended(self, name: str, states: Floats, known: Known) -> Floats:
        texts, count, _ = states.shape
        asked = self._applied(f"{name}.asking", states)
        asked = asked.reshape(texts, count, HEADS, -1).transpose(0, 2, 1, 3)
        scores = asked @ known[0].transpose(0, 1, 3, 2) / np.float32(asked.shape[-1] ** 0.5)
        mixed = (softmax(scores) @ known[1]).transpose(0, 2, 1, 3)
        return self._applied(f"{name}.out", mixed.reshape(texts, count, -1))

    def _mixed(self, name: str, near: Floats) -> Floats:
        return self._applied(f"{name}.out", gelu(self._applied(f"{name}.mix", near)))

    def _applied(self, layer: str, values: Floats) -> Floats:
        result: Floats = values @ self._arrays[f"{layer}.weight"].T + self._arrays[f"{layer}.bias"]
        return result
