"""Words: the code and the docs say what design says, and nothing that nobody should read."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = ("*.py", "*.ts", "*.tsx", "*.html", "*.css", "*.toml", "*.sh", "Makefile")
DOCS = ("*.md",)
NOT_OURS = ("models/data/", "tests/pages/", "tests/golden/", "models/candor-small/")

# Vague drawers for code, markers of unfinished work, silenced tests, places that are nobody's.
FORBIDDEN_IN_CODE = [
    r"\b(?:TODO|FIXME|XXX|HACK)\b",
    r"pytest\.mark\.(?:skip|xfail)",
    r"\b(?:it|test|describe)\.(?:skip|only|todo)\b",
    r"str\((?:error|exception|exc|e)\)\s*[,)}]\s*\d{3}",
    r"console\.log\(",
    r"\binnerHTML\b",
    r"except:\s*$",
]
FORBIDDEN_ANYWHERE = [r"(?<![\w.])/work/", r"(?<![\w.])/root/"]
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}


def tracked(*patterns: str) -> list[Path]:
    """Give the files of the repository that match, except texts that people wrote."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [
        ROOT / name for name in listed if not name.startswith(NOT_OURS) and (ROOT / name).is_file()
    ]


def found(path: Path, patterns: list[str]) -> list[str]:
    """Give the places of a file that have a forbidden word."""
    if path == Path(__file__):
        return []
    lines = path.read_text("utf-8").splitlines()
    return [
        f"{path.name}:{number}: {line.strip()[:80]}"
        for number, line in enumerate(lines, start=1)
        if any(re.search(pattern, line) for pattern in patterns)
    ]


def test_code_has_no_forbidden_words() -> None:
    patterns = FORBIDDEN_IN_CODE + FORBIDDEN_ANYWHERE
    assert [place for path in tracked(*CODE) for place in found(path, patterns)] == []


def test_docs_have_no_forbidden_words() -> None:
    assert [place for path in tracked(*DOCS) for place in found(path, FORBIDDEN_ANYWHERE)] == []


def test_no_file_is_a_drawer() -> None:
    for path in tracked("*.py", "*.ts", "*.tsx"):
        assert (
            not {part.removesuffix(path.suffix) for part in path.relative_to(ROOT).parts}
            & FORBIDDEN_NAMES
        )
