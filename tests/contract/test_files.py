"""Files: short enough to read, each with a first line that says what lives in it."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON = sorted([*ROOT.glob("server/**/*.py"), *ROOT.glob("models/**/*.py")])
SCRIPTS = [
    path
    for ending in ("ts", "tsx")
    for path in sorted(ROOT.glob(f"extension/src/**/*.{ending}"))
    if path.name != "schema.d.ts"
]
LONGEST = 420
USUAL = 140


def lines(path: Path) -> int:
    """Count the lines of a file."""
    return len(path.read_text("utf-8").splitlines())


def test_a_file_can_be_read_in_one_go() -> None:
    assert [path for path in (*PYTHON, *SCRIPTS) if lines(path) > LONGEST] == []


def test_most_files_are_short() -> None:
    assert statistics.median(lines(path) for path in PYTHON) <= USUAL


def test_a_module_opens_with_what_lives_in_it() -> None:
    silent = [path for path in PYTHON if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_what_is_public_has_a_docstring() -> None:
    assert [f"{path}: {name}" for path in PYTHON for name in undescribed(path)] == []


def undescribed(path: Path) -> Iterator[str]:
    """Give the public classes and functions of a module that say nothing of themselves."""
    for node in ast.parse(path.read_text("utf-8")).body:
        is_public = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
        if is_public and not ast.get_docstring(node):
            yield node.name
