"""Installing: makes the virtual environment and puts in it what Candor needs, no more.

Run by the Makefile with whatever Python is there, so that even an old one gives a clear sentence;
it needs nothing but the standard library: `python3 -I server/install.py .venv [extra]`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent.parent
TORCH = "torch==2.13.0"
SHIPPED = ROOT / "models" / "candor-small"


class CannotInstall(Exception):
    """The message is one sentence that says what to do."""


def install(folder: Path, extra: str = "") -> None:
    """Make the environment where there is none, and install Candor into it."""
    python = folder / "bin" / "python"
    if not python.exists() or _fails([str(python), "-m", "pip", "--version"], quiet=True):
        _make(folder)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "-qq"]
    if _fails([*pip, "show", "torch"], quiet=True):
        _install_torch(python, pip)
    wanted = f"{ROOT}[{extra}]" if extra else str(ROOT)
    if _fails([*pip, "install", "--editable", wanted]):
        raise CannotInstall("The packages could not be installed (see above); run it again.")
    # Without it the first start takes some ten seconds longer.
    _fails([str(python), "-m", "models.runtime", str(SHIPPED)], quiet=True)


def _make(folder: Path) -> None:
    if sys.version_info[:2] < OLDEST:
        raise CannotInstall(
            f"Candor needs Python 3.11 or newer and this is {sys.version.split()[0]}; install a "
            "newer one (python.org) and run `make PYTHON=python3.12 run`."
        )
    print(f"Making a virtual environment in {folder}", flush=True)
    if _fails([sys.executable, "-m", "venv", str(folder)], quiet=True):
        shutil.rmtree(str(folder), ignore_errors=True)
        raise CannotInstall(
            "Python could not make a virtual environment; install its venv module "
            "(on Debian and Ubuntu: apt install python3-venv) and run it again."
        )


def _install_torch(python: Path, pip: list[str]) -> None:
    """Install torch as it suits the machine: without a graphics card, without its libraries."""
    print("Installing torch and the other packages; this takes a few minutes", flush=True)
    uv = [str(python), "-m", "uv", "pip", "install", "--quiet", "--python", str(python)]
    if sys.platform != "linux" or _has_nvidia():
        ways = [[[*pip, "install", TORCH]]]
    else:
        ways = [
            [[*pip, "install", f"{TORCH}+cpu"]],
            [[*pip, "install", "uv"], [*uv, "--torch-backend", "cpu", TORCH]],
        ]
    # Only the last way may speak: the ones before it are allowed to fail.
    done = any(not any(_fails(step, quiet=way is not ways[-1]) for step in way) for way in ways)
    if not done:
        raise CannotInstall(
            "torch could not be installed (see above); see that this machine reaches its "
            "package sources and run it again."
        )


def _has_nvidia() -> bool:
    return shutil.which("nvidia-smi") is not None and not _fails(["nvidia-smi"], quiet=True)


def _fails(command: list[str], *, quiet: bool = False) -> bool:
    sink = subprocess.DEVNULL if quiet else None
    return subprocess.call(command, stdout=sink, stderr=sink) != 0


if __name__ == "__main__":
    try:
        install(Path(sys.argv[1]).absolute(), *sys.argv[2:])
    except CannotInstall as error:
        sys.exit(f"candor: {error}")
