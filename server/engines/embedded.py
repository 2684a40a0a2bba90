"""The embedded engine: a model in this process.

It is loaded in the background, so that the server answers at once and says `model-loading`.
"""

import ctypes
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from server import logs
from server.engines import Counts, Piece, Prompt, Sampling, ways
from server.errors import EngineFailed, ThreadTooLong

if TYPE_CHECKING:
    from models.runtime import LanguageModel

M_ARENA_MAX = -8  # glibc's name for how many stores of memory there may be


class Embedded:
    """One model for the whole process; calls are made one at a time, by whoever has the turn."""

    def __init__(self, folder: Path, writes: str = "") -> None:
        self.model = folder.name
        self._writes = writes  # else the model's own config says
        self.writes_freely, self.writes_guided = False, True
        self.at_once = 1
        self._folder = folder
        self._net: LanguageModel | None = None
        self._failure: EngineFailed | None = None
        self._loading = threading.Thread(target=self._load, daemon=True, name="load-model")
        self._loading.start()

    def _load(self) -> None:
        # Threads of torch that spin while they wait make drafts slower on a busy machine.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        with suppress(OSError, AttributeError):  # other systems share what threads give back
            ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)
        try:
            from models.runtime import LanguageModel  # it takes a while to import

            net = LanguageModel(self._folder)
            net.warm_up()
        except Exception as error:  # whatever it is, people must not wait for ever
            logs.mistake(error)
            self._failure = EngineFailed(
                f"The model in {self._folder} could not be loaded ({type(error).__name__}); "
                "put its files back, or choose another model."
            )
            return
        self.writes_freely, self.writes_guided = ways(self._writes or net.writes)
        self._net = net

    def ready(self) -> bool:
        """Say whether the model is loaded. Raises EngineFailed where it cannot be."""
        if self._failure:
            raise self._failure
        return self._net is not None

    def see_length(self, prompt: Prompt) -> None:
        """See that the model can read a prompt and reply to it."""
        from models.runtime import PromptTooLong

        try:
            self._loaded().prompt_ids(prompt)
        except PromptTooLong as error:
            raise _too_long(error) from error

    def write(
        self,
        prompts: Sequence[Prompt],
        sampling: Sampling,
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> Iterator[Piece]:
        """Write one candidate a prompt, all in one batch, piece by piece."""
        from models.runtime import PromptTooLong

        try:
            for candidate, text, reason in self._loaded().write(prompts, sampling, counts, stopped):
                yield Piece(candidate, text, reason)
        except PromptTooLong as error:
            raise _too_long(error) from error

    def score(
        self, prompt: Prompt, texts: Sequence[str], counts: Counts, stopped: Callable[[], bool]
    ) -> list[list[float]] | None:
        """Give the log-probability of each token of each text after the prompt."""
        from models.runtime import PromptTooLong

        try:
            return self._loaded().score(prompt, texts, counts, stopped)
        except PromptTooLong as error:
            raise _too_long(error) from error

    def _loaded(self) -> "LanguageModel":
        self._loading.join()
        if self._net is None:
            raise self._failure or EngineFailed("The model is not loaded; start the server again.")
        return self._net


def _too_long(error: Exception) -> ThreadTooLong:
    return ThreadTooLong(f"The thread is too long ({error}). Select fewer comments.")
