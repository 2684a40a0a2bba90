"""Chunks: what an OpenAI-compatible server sends while it writes, as far as it concerns us."""

from typing import Any

from pydantic import BaseModel, Field, ValidationError

from server.engines.faults import not_understood


class _Token(BaseModel):
    logprob: float


class _Logs(BaseModel):
    content: list[_Token] | None = None


class _Delta(BaseModel):
    content: str | None = None
    reasoning_content: str | None = None  # vLLM before 0.10, llama.cpp, transformers
    reasoning: str | None = None  # vLLM, Ollama


class Choice(BaseModel):
    """New text of one candidate of a request, by its `index` among them."""

    index: int = Field(default=0, ge=0)
    delta: _Delta = _Delta()
    logprobs: _Logs | None = None
    finish_reason: str | None = None

    @property
    def text(self) -> str:
        """Give the text that belongs to the reply."""
        return self.delta.content or ""

    @property
    def logs(self) -> tuple[float, ...]:
        """Give the log-probabilities (nats) of its tokens, where the server sends them."""
        tokens = self.logprobs.content if self.logprobs else None
        return tuple(token.logprob for token in tokens or ())

    @property
    def is_progress(self) -> bool:
        """Say whether the model did something, be it only for itself."""
        delta = self.delta
        return bool(delta.content or delta.reasoning_content or delta.reasoning)


class _Details(BaseModel):
    cached_tokens: int | None = None


class Used(BaseModel):
    """What a request cost, in tokens."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    prompt_tokens_details: _Details | None = None


class Chunk(BaseModel):
    """One event of a stream, or a whole answer."""

    choices: list[Choice] = []
    usage: Used | None = None
    prompt_logprobs: list[dict[str, _Token] | None] | None = None
    error: Any = None


class _Named(BaseModel):
    id: str


class _Names(BaseModel):
    data: list[_Named] | None = None


def read_chunk(text: str | bytes, server: str) -> Chunk:
    """Read what the server called `server` sent. Raises Fault where it makes no sense."""
    try:
        return Chunk.model_validate_json(text)
    except ValidationError as error:
        raise not_understood(server) from error


def read_names(text: bytes) -> list[str] | None:
    """Read a list of models; None where it is none."""
    try:
        return [named.id for named in _Names.model_validate_json(text).data or []]
    except ValidationError:
        return None
