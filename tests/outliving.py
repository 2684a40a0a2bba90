"""Outliving: what a test started is ended also where the test is killed and can end nothing."""

import os
import subprocess
from typing import Any


class Afterwards:
    """A command that is run once we call for it, or once we are gone, however we went."""

    def __init__(self, *command: str | os.PathLike[str], **how: Any) -> None:
        # It waits for the end of a pipe that we alone hold; a signal to our group passes it by.
        waits = ["/bin/sh", "-c", 'cat >/dev/null; exec "$@"', "sh", *command]
        self._process = subprocess.Popen(
            waits, stdin=subprocess.PIPE, start_new_session=True, **how
        )

    def now(self) -> None:
        """Run it, and wait until it is done."""
        self._process.communicate()
