"""Faults: what can go wrong with a remote model, in words that say what to do."""

import re

import httpx2

from server.errors import (
    CandorError,
    EngineAway,
    EngineBusy,
    EngineFailed,
    ModelLoading,
    ModelMissing,
    ThreadTooLong,
)

_TOO_LONG = re.compile(
    r"(?i)context[ _](?:size|length|window)|exceed_context|"
    r"maximum.{0,40}tokens|inputs?.{0,20}tokens"
)
_NO_MODEL = re.compile(r"(?i)model.{0,200}(?:not found|not exist|unknown)|unknown model|pinned to")
_LOADING = re.compile(r"(?i)\bloading\b")
RETRY_AFTER_S = 5


class Fault(Exception):
    """One request went wrong; `passes` where the same request may do well a little later."""

    def __init__(
        self,
        error: CandorError,
        *,
        passes: bool = False,
        after_s: float | None = None,
    ) -> None:
        super().__init__(error.detail)
        self.error = error
        self.status = 0  # of the answer, where there was one
        self.passes = passes
        self.after_s = after_s


def not_understood(server: str) -> Fault:
    """Give the fault of an answer that is not what an OpenAI-compatible server sends."""
    return Fault(
        EngineFailed(
            f"{server} answers, but not as an OpenAI-compatible server does; "
            "see that CANDOR_REMOTE_URL is its address, most often one that ends in /v1."
        )
    )


def cut_off(server: str) -> Fault:
    """Give the fault of an answer that stopped in the middle."""
    return Fault(
        EngineFailed(f"{server} stopped in the middle of a draft; try again."), passes=True
    )


def too_slow(server: str, waited_s: float, what: str) -> Fault:
    """Give the fault of waiting in vain for `what`."""
    return Fault(
        EngineAway(
            f"{server} sent {what} in {waited_s:g} s; see whether it is overloaded, try again, or "
            "set CANDOR_REMOTE_WAIT_S to more seconds."
        )
    )


def model_missing(server: str, model: str, names: list[str] | None) -> Fault:
    """Give the fault of a model that the server does not have; `names` are those it has."""
    has = f"; it has {', '.join(names[:8])}" if names else ""
    return Fault(
        ModelMissing(f"{server} has no model called {model}{has}. Set CANDOR_MODEL to one it has.")
    )


def from_trouble(error: httpx2.HTTPError, server: str) -> Fault:
    """Give the fault behind a connection that failed or broke."""
    if isinstance(error, httpx2.SSEError):
        return not_understood(server)
    if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout):
        away = EngineAway(
            f"{server} cannot be reached; see that it runs and that CANDOR_REMOTE_URL is its "
            "address.",
            retry_after_s=RETRY_AFTER_S,
        )
        return Fault(away, passes=True)
    return cut_off(server)


def from_status(status: int, body: str, retry_after: str | None, server: str, model: str) -> Fault:
    """Give the fault behind an answer that is not 200; its body is read but never shown."""
    after_s = float(retry_after) if retry_after and retry_after.isdecimal() else None
    fault = _judged(status, body, after_s, server, model)
    fault.status = status
    return fault


def _judged(status: int, body: str, after_s: float | None, server: str, model: str) -> Fault:
    if status in (401, 403):
        return Fault(
            EngineFailed(f"{server} refuses the key; set CANDOR_REMOTE_KEY to one that it takes.")
        )
    if status == 429:
        busy = EngineBusy(
            f"{server} has too much to do; try again in a moment.",
            retry_after_s=round(after_s or RETRY_AFTER_S),
        )
        return Fault(busy, passes=True, after_s=after_s)
    if status in (400, 413, 422) and _TOO_LONG.search(body):
        return Fault(
            ThreadTooLong("The thread is too long for the remote model. Select fewer comments.")
        )
    if status in (400, 404, 422) and _NO_MODEL.search(body):
        return model_missing(server, model, None)
    if status == 503 and _LOADING.search(body):
        return Fault(
            ModelLoading("The remote model is still loading; ask again soon.", retry_after_s=1),
            passes=True,
            after_s=after_s,
        )
    if 300 <= status < 400 or status in (404, 405):
        return not_understood(server)
    failed = EngineFailed(f"{server} failed with status {status}; its own log says why. Try again.")
    return Fault(failed, passes=status >= 500, after_s=after_s)
