"""Logs: JSON lines on stderr with routes, numbers and places in the code; no person's words."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

_log = logging.getLogger("candor")


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line of a record: the time, the level, the event and its fields."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": moment, "level": record.levelname.lower(), "event": record.msg}
        return json.dumps(line | getattr(record, "fields", {}))


def start_logs(level: str) -> None:
    """Send the log to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    _log.handlers = [handler]
    _log.setLevel(level.upper())
    _log.propagate = False


def write(level: str, event: str, **fields: Any) -> None:
    """Log an event; its name and fields are ours, never text that came in."""
    _log.log(logging.getLevelNamesMapping()[level.upper()], event, extra={"fields": fields})


def mistake(error: BaseException) -> None:
    """Log a mistake of ours by its kind and places; its message may quote a comment."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
    write("error", "mistake", kind=type(error).__name__, places=places)
