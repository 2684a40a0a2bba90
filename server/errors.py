"""Problems: what went wrong, as RFC 9457 has it, always with what to do about it."""

from server.schemas import FieldError, Problem


class CandorError(Exception):
    """An error that a person can do something about; becomes a problem of the API.

    The message says what is wrong and what to do, and is shown as it is.
    """

    slug = "internal"
    title = "Something went wrong"
    status = 500

    def __init__(
        self, detail: str, *, errors: tuple[FieldError, ...] = (), retry_after_s: int | None = None
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = errors
        self.retry_after_s = retry_after_s

    def problem(self, instance: str) -> Problem:
        """Give the problem as the API sends it; `instance` is the path of the request."""
        return Problem(
            type=f"/problems/{self.slug}",
            title=self.title,
            status=self.status,
            detail=self.detail,
            instance=instance,
            errors=list(self.errors),
        )


class ThreadTooLong(CandorError):
    """The thread does not fit into what the model reads."""

    slug, title, status = "thread-too-long", "The thread is too long", 422


class EngineBusy(CandorError):
    """More drafts are asked for than the engine has room for."""

    slug, title, status = "busy", "Too many drafts at once", 429


class EngineFailed(CandorError):
    """The engine could not write."""

    slug, title, status = "engine-failed", "The model could not write", 502


class ModelLoading(CandorError):
    """The model is not there yet."""

    slug, title, status = "model-loading", "The model is still loading", 503
