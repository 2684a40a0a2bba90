"""Dependencies: whatever is imported is declared, and whatever is declared is needed."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
TOOLS = {"mypy", "ruff", "types-gunicorn", "types-psutil", "types-python-dateutil"}
ONLY_READ = {"textblob", "tzdata"}  # files: a word list, and the time zones that browsers know


def imported(*folders: str) -> set[str]:
    """Give the distributions that the files of these folders import."""
    modules = set()
    for path in (path for folder in folders for path in ROOT.glob(f"{folder}/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.split(".")[0])
    outside = modules - sys.stdlib_module_names - {"server", "models", "tests"}
    distributions = packages_distributions()
    return {distributions[module][0].lower().replace("_", "-") for module in outside}


def declared(requirements: list[str]) -> set[str]:
    """Give the names in a list of requirements."""
    return {re.split(r"[^\w-]", requirement)[0].lower() for requirement in requirements}


def test_all_that_is_imported_is_declared() -> None:
    runs = declared(PROJECT["dependencies"])
    develops = declared(PROJECT["optional-dependencies"]["dev"])
    extra = {"werkzeug", "pydantic-core", "markupsafe", "jinja2"}  # come with what is declared
    assert imported("server") - extra <= runs
    assert imported("server", "models", "tests") - extra <= runs | develops


def test_all_that_is_declared_is_imported() -> None:
    requirements = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    assert declared(requirements) - imported("server", "models", "tests") <= TOOLS | ONLY_READ
