"""The Makefile: `make` alone lists every target with a line of its own."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXPECTED = set(
    "run test check fix e2e bench eval train openapi new-platform demo package clean".split()
)


@pytest.fixture(scope="module")
def listed() -> dict[str, str]:
    """Give the targets that `make` lists, and what it says of each."""
    make = shutil.which("make")
    assert make, "Install make."
    text = subprocess.run(
        [make, "-C", str(ROOT), "--no-print-directory"], capture_output=True, text=True, check=True
    )
    return dict(re.findall(r"^make (\S+) +(.+)$", text.stdout, re.MULTILINE))


def test_all_targets_are_listed(listed: dict[str, str]) -> None:
    assert set(listed) == EXPECTED


def test_no_target_is_hidden(listed: dict[str, str]) -> None:
    phony = re.findall(r"^\.PHONY: (\S+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(phony) - {"help"} == set(listed)
