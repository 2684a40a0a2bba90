"""Calls: one request to an OpenAI-compatible server, asked again where that is worth it."""

import asyncio
import re
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from itertools import count
from typing import Any, TypeVar

import httpx2

from server.engines import Prompt
from server.engines.chunks import Chunk, read_chunk, read_names
from server.engines.faults import Fault, cut_off, from_status, from_trouble, too_slow
from server.engines.patience import Patience
from server.settings import LOCAL_NAMES

LOOK_S = 10.0  # for a list of models
LARGEST_ERROR = 20_000  # bytes
# What a server may refuse to hear of; it is then asked without.
OPTIONAL = (
    "chat_template_kwargs",
    "reasoning_effort",
    "stream_options",
    "top_logprobs",
    "logprobs",
    "seed",
    "n",
)


Answer = TypeVar("Answer")


class Calls:
    """Requests to one server for one model; what it refused once it is not sent again."""

    def __init__(self, url: httpx2.URL, key: str, model: str, patience: Patience) -> None:
        self.server = f"The model's server at {url.host}" + (f":{url.port}" if url.port else "")
        self.model = model
        self.gives_n = True  # several candidates by one request, as far as is known
        self._patience = patience
        self._refused: set[str] = set()
        self._client = httpx2.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=httpx2.Timeout(None, connect=patience.connect_s),
            # Most servers close an idle connection after five seconds.
            limits=httpx2.Limits(max_connections=None, keepalive_expiry=2),
            trust_env=url.host
            not in LOCAL_NAMES,  # what stays on this machine goes through no proxy
        )

    def body(self, prompt: Prompt) -> dict[str, Any]:
        """Give what every request for a completion has."""
        # Models that can think aloud are asked not to, as vLLM and llama.cpp and as Ollama have it.
        return {
            "model": self.model,
            "messages": prompt,
            "chat_template_kwargs": {"enable_thinking": False},
            "reasoning_effort": "none",
        }

    async def close(self) -> None:
        """Close all connections."""
        await self._client.aclose()

    async def names(self) -> list[str] | None:
        """Give the names of the server's models; None where it has no list. Raises Fault."""
        return await self._patiently(self._names)

    async def whole(self, body: dict[str, Any]) -> Chunk:
        """Give the answer to a request that is not streamed. Raises Fault."""
        return await self._patiently(lambda: self._whole(body))

    async def stream(self, body: dict[str, Any]) -> AsyncGenerator[Chunk]:
        """Yield what the server sends; asks again only where nothing has come yet. Raises Fault.

        Closing the generator closes the connection, and so stops the model.
        """
        for tried in count(1):
            began = False
            try:
                async with aclosing(self._stream_once(body)) as chunks:
                    async for chunk in chunks:
                        began = began or any(choice.is_progress for choice in chunk.choices)
                        yield chunk
                return
            except Fault as fault:
                if began:
                    raise
                await self._wait(fault, tried)

    async def _patiently(self, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        for tried in count(1):
            try:
                return await ask()
            except Fault as fault:
                await self._wait(fault, tried)
        raise AssertionError("waiting ends by raising")

    async def _wait(self, fault: Fault, tried: int) -> None:
        """Wait until it is worth another try. Raises the fault where it is not."""
        wait_s = self._patience.wait_s(tried, fault.after_s)
        if not fault.passes or wait_s is None:
            raise fault
        await asyncio.sleep(wait_s)

    async def _names(self) -> list[str] | None:
        try:
            async with asyncio.timeout(LOOK_S):
                response = await self._client.get("models")
        except TimeoutError as error:
            raise too_slow(self.server, LOOK_S, "no answer") from error
        except httpx2.HTTPError as error:
            raise from_trouble(error, self.server) from error
        status, asked = response.status_code, response.headers.get("retry-after")
        if status in (401, 403, 429, 503):
            raise from_status(status, response.text, asked, self.server, self.model)
        return read_names(response.content) if status == 200 else None

    async def _whole(self, body: dict[str, Any]) -> Chunk:
        try:
            async with asyncio.timeout(self._patience.first_s), self._sent(body) as response:
                return read_chunk(await response.aread(), self.server)
        except TimeoutError as error:
            raise too_slow(self.server, self._patience.first_s, "no answer") from error

    async def _stream_once(self, body: dict[str, Any]) -> AsyncGenerator[Chunk]:
        patience, now = self._patience, asyncio.get_running_loop().time
        ends = now() + patience.whole_s
        waits_for, waited_s = "no word", patience.first_s
        ended = False
        try:
            async with (
                asyncio.timeout(patience.first_s) as limit,
                self._sent(body | {"stream": True}) as response,
            ):
                async for event in httpx2.EventSource(response):
                    if event.data == "[DONE]":
                        break
                    chunk = read_chunk(event.data, self.server)
                    if chunk.error:
                        raise from_status(500, "", None, self.server, self.model)
                    if any(choice.is_progress for choice in chunk.choices):
                        waits_for, waited_s = "no further word", patience.between_s
                        limit.reschedule(min(now() + patience.between_s, ends))
                    ended = ended or any(
                        choice.finish_reason and not choice.index for choice in chunk.choices
                    )
                    yield chunk
        except TimeoutError as error:
            if now() >= ends:
                waits_for, waited_s = "no end", patience.whole_s
            raise too_slow(self.server, waited_s, waits_for) from error
        if not ended:
            raise cut_off(self.server)

    @asynccontextmanager
    async def _sent(self, body: dict[str, Any]) -> AsyncIterator[httpx2.Response]:
        """Ask for a completion, without what the server refuses to hear of; give its answer."""
        try:
            while True:
                kept = {name: body[name] for name in body if name not in self._refused}
                async with self._client.stream("POST", "chat/completions", json=kept) as response:
                    if response.status_code == 200:
                        yield response
                        return
                    why = await _start_of(response)
                    if not self._learns(response.status_code, kept, why):
                        asked = response.headers.get("retry-after")
                        raise from_status(response.status_code, why, asked, self.server, self.model)
        except httpx2.HTTPError as error:
            raise from_trouble(error, self.server) from error

    def _learns(self, status: int, body: dict[str, Any], why: str) -> bool:
        """Note the fields that a server refuses by name; say whether there were any."""
        if status not in (400, 422):
            return False
        named = {name for name in OPTIONAL if re.search(rf"\b{name}\b", why)}
        if "does not support thinking" in why:  # Ollama's words
            named.add("reasoning_effort")
        named &= body.keys()
        self._refused |= named
        return bool(named)


async def _start_of(response: httpx2.Response) -> str:
    """Give the beginning of what a server says of a fault."""
    said = b""
    async for part in response.aiter_bytes():
        said += part
        if len(said) > LARGEST_ERROR:
            break
    return said[:LARGEST_ERROR].decode(errors="replace")
