"""Problems as answers: whatever goes wrong leaves the server in the same form."""

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from server import errors, logs
from server.bodies import LARGEST_BODY, in_time
from server.errors import CandorError
from server.media import PROBLEM

DRAINED_BYTES = 16_000_000
DRAINED_S = 5.0

_KNOWN: dict[int, CandorError] = {
    400: errors.Unreadable("The request cannot be read; see that it is whole."),
    404: errors.NotFound("There is no such route; see /v1/openapi.json."),
    405: errors.MethodRefused("The route does not take this method; see /v1/openapi.json."),
    413: errors.TooLarge(f"The body is over {LARGEST_BODY:,} bytes; send less."),
    415: errors.WrongMediaType("Send the body as application/json."),
}


def handle_problems(app: Flask) -> None:
    """Make every error of an app leave as a problem."""
    app.register_error_handler(CandorError, problem_response)
    app.register_error_handler(HTTPException, _from_http)
    app.register_error_handler(Exception, _from_mistake)


def problem_response(error: CandorError) -> Response:
    """Give the answer that tells of an error."""
    _drain()
    problem = error.problem(request.path)
    response = Response(problem.model_dump_json(), error.status, mimetype=PROBLEM)
    if error.retry_after_s is not None:
        response.headers["Retry-After"] = str(error.retry_after_s)
    if error.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def unexpected() -> CandorError:
    """Give the error that stands for a mistake of ours; it says nothing of the exception."""
    return CandorError("The server made a mistake; its log says where. Try again.")


def _from_http(error: HTTPException) -> Response:
    known = _KNOWN.get(error.code or 500)
    if known is None and error.code and 400 <= error.code < 500:
        known = _KNOWN[400]
    response = problem_response(known or unexpected())
    if error.code == 405 and (methods := getattr(error, "valid_methods", None)):
        response.headers["Allow"] = ", ".join(sorted(methods))
    return response


def _from_mistake(error: Exception) -> Response:
    logs.mistake(error)
    return problem_response(unexpected())


def _drain() -> None:
    """Read what is still coming, up to a bound: who is still sending would not see the answer."""
    stream = request.environ["wsgi.input"]
    ends = request.environ.get("wsgi.input_terminated", False)
    left = min(request.content_length or (DRAINED_BYTES if ends else 0), DRAINED_BYTES)
    with in_time(DRAINED_S):
        try:
            while left > 0 and (chunk := stream.read(min(left, 65_536))):
                left -= len(chunk)
        except Exception as error:  # whatever else comes, the answer is known already
            logs.write("debug", "undrained", kind=type(error).__name__)
