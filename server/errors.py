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


class Unreadable(CandorError):
    """The body cannot be read at all."""

    slug, title, status = "unreadable", "The body cannot be read", 400


class TokenMissing(CandorError):
    """No device's token came along, or one that is not known."""

    slug, title, status = "token-missing", "This device is not paired", 401


class OriginRefused(CandorError):
    """Another page than the extension or the desk asks."""

    slug, title, status = "origin-refused", "This page may not use the server", 403


class CodeRefused(CandorError):
    """The pairing code is wrong, too old, or was tried too often."""

    slug, title, status = "code-refused", "The pairing code does not fit", 403


class NotFound(CandorError):
    """There is nothing of that name here."""

    slug, title, status = "not-found", "There is nothing here", 404


class MethodRefused(CandorError):
    """The route is there, but not for this method."""

    slug, title, status = "method-refused", "The route does not take this method", 405


class NotAcceptable(CandorError):
    """None of the kinds of answer that are asked for can be given."""

    slug, title, status = "not-acceptable", "No such kind of answer", 406


class Conflict(CandorError):
    """What is asked for does not go with what is stored."""

    slug, title, status = "conflict", "This does not fit what is stored", 409


class TooLarge(CandorError):
    """The body is larger than the server takes."""

    slug, title, status = "too-large", "The body is too large", 413


class AddressTooLong(CandorError):
    """The address of a request is longer than the server reads."""

    slug, title, status = "address-too-long", "The address is too long", 414


class HeadersTooLarge(CandorError):
    """A request has more or longer headers than the server reads."""

    slug, title, status = "headers-too-large", "The headers are too large", 431


class WrongMediaType(CandorError):
    """The body is not of the kind that the route takes."""

    slug, title, status = "wrong-media-type", "The body is of the wrong kind", 415


class HostRefused(CandorError):
    """The server is asked under a name that is not its own."""

    slug, title, status = "host-refused", "The server has another name", 421


class Invalid(CandorError):
    """The body was read, and some fields are at fault."""

    slug, title, status = "invalid", "Some fields are at fault", 422


class ThreadTooLong(CandorError):
    """The thread does not fit into what the model reads."""

    slug, title, status = "thread-too-long", "The thread is too long", 422


class TooSlow(CandorError):
    """The body did not arrive in time."""

    slug, title, status = "too-slow", "The body took too long", 408


class TooOften(CandorError):
    """The device asks for more drafts than one may."""

    slug, title, status = "too-often", "Too many drafts in a minute", 429


class EngineBusy(CandorError):
    """More drafts are asked for than the engine has room for."""

    slug, title, status = "busy", "Too many drafts at once", 429


class EngineFailed(CandorError):
    """The engine could not write."""

    slug, title, status = "engine-failed", "The model could not write", 502


class EngineAway(CandorError):
    """The server that runs the model does not answer."""

    slug, title, status = "engine-away", "The model's server does not answer", 503


class DatabaseAway(CandorError):
    """The database does not answer."""

    slug, title, status = "database-away", "The database does not answer", 503


class ModelMissing(CandorError):
    """The server that runs models does not have the one that is set."""

    slug, title, status = "model-missing", "The model is not there", 502


class Stopping(CandorError):
    """The server ends; it takes nothing new."""

    slug, title, status = "stopping", "The server is being stopped", 503


class ModelLoading(CandorError):
    """The model is not there yet."""

    slug, title, status = "model-loading", "The model is still loading", 503


class CannotStart(Exception):
    """The program cannot start; the message is one sentence that says what to do."""
