"""The README: it names every setting, every make target and every command."""

import re
from pathlib import Path

import pytest

from server.cli import candor
from server.settings import Settings

ROOT = Path(__file__).parents[2]
TARGETS = re.findall(r"^([a-z0-9-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def readme() -> str:
    """Give the text of the README."""
    return (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_is_in_the_readme_with_its_default(readme: str, name: str) -> None:
    variable = f"CANDOR_{name.upper()}"
    line = next((line for line in readme.splitlines() if f"`{variable}`" in line), "")
    assert line, f"README.md does not name {variable}."
    default = Settings.model_fields[name].default
    if isinstance(default, str | int) and default != "":
        assert str(default) in line


@pytest.mark.parametrize("target", TARGETS)
def test_a_make_target_is_in_the_readme(readme: str, target: str) -> None:
    assert f"make {target}" in readme


@pytest.mark.parametrize("command", sorted(candor.commands))
def test_a_command_is_in_the_readme(readme: str, command: str) -> None:
    assert f"candor {command}" in readme
