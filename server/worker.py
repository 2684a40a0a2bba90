"""The worker: gunicorn's with threads, of which no slow client holds one for long."""

import ctypes
import math
import os
import socket
import time
from contextlib import suppress
from typing import Any

from flask import Flask
from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.workers.gthread import _DEFER, ThreadWorker  # type: ignore[attr-defined]

from server.errors import AddressTooLong, CandorError, HeadersTooLarge, Unreadable
from server.media import PROBLEM

BEGINS_S = 0.05  # a browser opens connections that it may never use; no thread waits for those
LONGEST_HEAD_S = 10.0  # for a request line and its headers
TAKEN_S = 1.0  # for the other side to take the last answer
ARENA_MAX, ARENAS = -8, 2  # as mallopt takes them
STAYS_S = 0.3  # for what it was sending on a kept connection when the worker was asked to end


class Worker(ThreadWorker):
    """Ends, when it is asked to, once the drafts are finished that are being written."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._heads: dict[Any, float] = {}  # connections whose request is not read, and until when

    def init_process(self) -> None:
        """Begin to serve, in a process of its own."""
        _share_memory()
        super().init_process()

    def handle(self, conn: Any) -> Any:
        """Answer a request, where one comes; see that the last answer of a connection is taken."""
        if not conn.initialized and not conn.data_ready and not conn.wait_for_data(BEGINS_S):
            return _DEFER
        self._heads[conn] = time.monotonic() + LONGEST_HEAD_S
        try:
            stays = super().handle(conn)
        finally:
            self._heads.pop(conn, None)
        if stays is False:
            # gunicorn waits for it in the loop where every new request comes in.
            _see_taken(conn.sock)
        return stays

    def handle_request(self, req: Any, conn: Any) -> Any:
        """Answer a request that was read."""
        self._heads.pop(conn, None)
        return super().handle_request(req, conn)

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        """Answer what is no request, as whatever goes wrong is answered."""
        if not isinstance(exc, ParseException):
            return super().handle_error(req, client, addr, exc)
        error = _unread(exc)
        problem = error.problem("").model_dump_json().encode()
        head = (
            f"HTTP/1.1 {error.status} {error.title}",
            f"Content-Type: {PROBLEM}",
            f"Content-Length: {len(problem)}",
            "Connection: close",
        )
        with suppress(OSError):  # the other side has hung up
            client.sendall("\r\n".join([*head, "\r\n"]).encode() + problem)

    def murder_pending(self) -> None:
        """End what trickles in: it is looked for every second at least."""
        super().murder_pending()
        for conn, until_s in list(self._heads.items()):
            if time.monotonic() > until_s:
                with suppress(OSError):  # the other side has hung up
                    conn.sock.shutdown(socket.SHUT_RD)

    def handle_exit(self, sig: int, frame: Any) -> None:
        """Turn away who waits for a draft, and take nothing new."""
        app = getattr(self, "wsgi", None)  # none while it is being loaded
        if isinstance(app, Flask):
            app.extensions["candor"].turns.close()
        super().handle_exit(sig, frame)

    def finish_request(self, conn: Any, fs: Any) -> None:
        """Keep a connection for the next request, but not for long once the worker is to end."""
        super().finish_request(conn, fs)
        if not self.alive:
            self._cap_keepalive(math.inf)

    def _cap_keepalive(self, deadline: float) -> None:
        soon = time.monotonic() + STAYS_S
        super()._cap_keepalive(min(deadline, soon))  # type: ignore[misc]

    def run(self) -> None:
        """Serve until the worker is asked to end."""
        super().run()
        if isinstance(self.wsgi, Flask):
            self.wsgi.extensions["candor"].store.engine.dispose()
        os._exit(0)  # all is done, and to take a model apart would take longer than a stop should


def _unread(why: ParseException) -> CandorError:
    if isinstance(why, LimitRequestLine):
        return AddressTooLong("The address is over 4,094 bytes; ask for less.")
    if isinstance(why, LimitRequestHeaders):
        return HeadersTooLarge("There are over 100 headers, or one is over 8,190 bytes; send less.")
    return Unreadable("This is no request of HTTP/1.1; see that it is whole.")


def _share_memory() -> None:
    """Let what one thread gave back serve the next one, where each would keep its own (glibc)."""
    with suppress(AttributeError):
        ctypes.CDLL(None).mallopt(ARENA_MAX, ARENAS)


def _see_taken(connection: socket.socket) -> None:
    with suppress(OSError):  # the other side has hung up
        connection.shutdown(socket.SHUT_WR)
        end_s = time.monotonic() + TAKEN_S
        while (left_s := end_s - time.monotonic()) > 0:
            connection.settimeout(left_s)
            if not connection.recv(65_536):
                break
        connection.shutdown(socket.SHUT_RD)
