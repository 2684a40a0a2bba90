"""The remote engine: a model behind any server that speaks as OpenAI's does.

The server renders the prompt in its model's own chat template. All requests run in one event loop
in a thread of its own, so that whoever waits for one can leave, which closes its connection.
"""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, SimpleQueue

import httpx2

from server.engines import Counts, Piece, Prompt, Sampling
from server.engines.calls import Calls
from server.engines.faults import Fault, model_missing
from server.engines.patience import Patience
from server.engines.scoring import NoScores, score
from server.engines.writing import Writing
from server.errors import CandorError, EngineAway, ModelMissing

LOOK_AGAIN_S = 0.05
FRESH_S = 5.0  # how long a look at the server counts
WAIT_FOR_LOOK_S = 4.0
PATIENT = Patience()
HELLO = [{"role": "user", "content": "Hi"}]


class Remote:
    """One model of one server. `writes_freely` and `writes_guided` are the owner's to say."""

    def __init__(
        self,
        url: str,
        key: str,
        model: str,
        *,
        writes_freely: bool = True,
        writes_guided: bool = False,
        at_once: int = 4,
        patience: Patience = PATIENT,
    ) -> None:
        self.model = model
        self.writes_freely = writes_freely
        self.writes_guided = writes_guided
        self.at_once = at_once
        self._calls = Calls(address(url), key, model, patience)
        self._gives_scores = True
        self._is_known = False  # the server has run this model
        self._looked_at = -FRESH_S
        self._fault: CandorError | None = None
        self._looking = asyncio.Lock()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True, name="remote")
        self._thread.start()

    def close(self) -> None:
        """Close all connections and end the thread."""
        asyncio.run_coroutine_threadsafe(self._calls.close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def ready(self) -> bool:
        """Say whether the server has the model; False while it loads. Raises CandorError."""
        look = asyncio.run_coroutine_threadsafe(self._look(), self._loop)
        try:
            look.result(WAIT_FOR_LOOK_S)
        except TimeoutError:
            return self._is_known
        if self._fault:
            raise self._fault
        return True

    def see_length(self, prompt: Prompt) -> None:
        """See that a prompt can be read: only the server can tell, when it reads it."""

    def write(
        self,
        prompts: Sequence[Prompt],
        sampling: Sampling,
        counts: Counts,
        stopped: Callable[[], bool],
    ) -> Iterator[Piece]:
        """Write one candidate a prompt, all at once; closing the iterator closes the requests.

        A fault with the first candidate's request is raised; other candidates that fail just end,
        without a finish reason.
        """
        pieces: SimpleQueue[Piece | None] = SimpleQueue()
        batch = Writing(self._calls, sampling, counts, pieces.put)
        writing = asyncio.run_coroutine_threadsafe(self._write(batch, prompts), self._loop)
        writing.add_done_callback(lambda _: pieces.put(None))
        started = time.perf_counter()
        first: float | None = None
        try:
            while not stopped():
                try:
                    piece = pieces.get(timeout=LOOK_AGAIN_S)
                except Empty:
                    continue
                if piece is None:
                    writing.result()
                    return
                first = first or time.perf_counter()
                yield piece
        finally:
            writing.cancel()
            ended = time.perf_counter()
            counts.prefill_ms += ((first or ended) - started) * 1000
            counts.decode_ms += (ended - (first or ended)) * 1000

    def score(
        self, prompt: Prompt, texts: Sequence[str], counts: Counts, stopped: Callable[[], bool]
    ) -> list[list[float]] | None:
        """Give the log-probability of each token of each text; None where the server cannot."""
        if not self._gives_scores:
            return None
        scoring = asyncio.run_coroutine_threadsafe(
            self._score(prompt, texts, counts, stopped), self._loop
        )
        while not stopped():
            try:
                return scoring.result(LOOK_AGAIN_S)
            except TimeoutError:
                continue
        scoring.cancel()
        return [[] for _ in texts]

    async def _write(self, batch: Writing, prompts: Sequence[Prompt]) -> None:
        try:
            await batch.write(prompts)
        except Fault as fault:
            if isinstance(fault.error, EngineAway | ModelMissing):
                self._saw(fault.error)
            raise fault.error from fault
        self._saw(None)

    async def _score(
        self, prompt: Prompt, texts: Sequence[str], counts: Counts, stopped: Callable[[], bool]
    ) -> list[list[float]] | None:
        try:
            return await score(self._calls, prompt, texts, counts, stopped)
        except NoScores:
            self._gives_scores = False
            return None
        except Fault as fault:
            raise fault.error from fault

    async def _look(self) -> None:
        """Look whether the server has the model, unless that was done just now."""
        async with self._looking:
            if time.monotonic() - self._looked_at < FRESH_S:
                return
            try:
                await self._see_model()
            except Fault as fault:
                self._saw(fault.error)
            else:
                self._saw(None)

    async def _see_model(self) -> None:
        names = await self._calls.names()
        # Some servers take a name that they do not list, so one token is the proof.
        if self._is_known or self.model in (names or ()):
            return
        try:
            await self._calls.whole(self._calls.body(HELLO) | {"max_tokens": 1})
        except Fault as fault:
            if isinstance(fault.error, ModelMissing):
                raise model_missing(self._calls.server, self.model, names) from fault
            raise

    def _saw(self, fault: CandorError | None) -> None:
        self._looked_at, self._fault = time.monotonic(), fault
        self._is_known = fault is None


def address(url: str) -> httpx2.URL:
    """Give the address below which a server's routes lie: `/v1` where only a host was named."""
    given = httpx2.URL(url.strip().rstrip("/"))
    return given.copy_with(path="/v1") if given.path in ("", "/") else given
