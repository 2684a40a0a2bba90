"""The layers: who may import whom."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("server/**/*.py"), *ROOT.glob("models/**/*.py")])

BASE = {
    "schemas", "errors", "settings", "spans", "media", "logs", "platform_names", "check_names",
    "cells",
}  # fmt: skip
DRAFTING = {
    "drafting", "freely", "reading", "triage", "knowledge", "evidence", "checks", "engines",
    "store", "people", "human_share", "feedback", "advising", "suiting", "hand_off", "disclosing",
    "promises", "owning", "selling", "looking", "examples", "listening", "likeness",
    "snippet_files", "importing",
}  # fmt: skip
REQUESTS = {
    "bodies", "metrics", "operations", "parts", "problems", "security", "streaming", "turns",
    "openapi", "watching",
}  # fmt: skip
PROGRAM = {
    "app",
    "asking",
    "cli",
    "desk",
    "doctor",
    "install",
    "launch",
    "model_commands",
    "routes",
    "worker",
}

# What each part of the server may import, beside itself.
MAY_IMPORT = {
    **{name: {"schemas", "errors"} for name in BASE},
    **{name: BASE for name in ("checks", "engines", "store", "triage", "evidence", "knowledge")},
    "evidence": BASE | {"checks"},
    "triage": BASE | {"checks"},
    "knowledge": BASE | {"checks", "store"},
    "examples": BASE | {"checks", "evidence", "disclosing", "likeness", "store"},
    **{name: set[str]() for name in ("human_share", "likeness")},
    "snippet_files": BASE,
    "importing": BASE | {"snippet_files", "store"},
    "listening": BASE | {"checks", "knowledge", "likeness", "store"},
    "promises": BASE | {"checks"},
    **{name: BASE for name in ("suiting", "disclosing")},
    **{name: BASE | {"checks"} for name in ("owning", "selling")},
    "looking": BASE | DRAFTING - {"drafting", "freely", "engines"},
    "hand_off": BASE | {"reading", "people", "checks"},
    "advising": BASE | {"reading", "people", "hand_off", "triage", "suiting", "store"},
    "feedback": BASE | DRAFTING - {"drafting"},
    "people": BASE | {"store"},
    "reading": BASE | DRAFTING - {"drafting"},
    "freely": BASE | {"checks", "engines"},
    "drafting": BASE | DRAFTING,
    **{name: BASE | REQUESTS | {"engines", "store"} for name in REQUESTS},
    "routes": BASE
    | REQUESTS
    | {
        "drafting",
        "looking",
        "advising",
        "feedback",
        "people",
        "promises",
        "listening",
        "importing",
        "snippet_files",
    },
    "desk": BASE | REQUESTS | {"people", "listening"},
    "install": set[str](),
    "doctor": BASE,
    **{
        name: BASE | REQUESTS | DRAFTING | PROGRAM
        for name in ("app", "asking", "cli", "launch", "model_commands", "worker")
    },
}


# A program that measures the checks, and one that builds a whole app to describe it.
STANDS_OUTSIDE = {"evaluate.py", "openapi.py"}


def part(path: Path) -> str:
    """Give the part of the server that a file belongs to."""
    inside = path.relative_to(ROOT / "server")
    return inside.parts[0].removesuffix(".py")


def imported(path: Path, *, lazily: bool = True) -> Iterator[str]:
    """Give the modules that a file imports, those inside functions only when asked for."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree) if lazily else tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def roots(path: Path, *, lazily: bool = True) -> set[str]:
    """Give the packages that a file imports from."""
    return {module.split(".")[0] for module in imported(path, lazily=lazily)}


SERVER = [path for path in FILES if "server" in path.parts and path.name not in STANDS_OUTSIDE]
MODELS = [path for path in FILES if "server" not in path.parts]


def test_each_part_imports_only_what_lies_below_it() -> None:
    too_high = {}
    for path in SERVER:
        own = part(path)
        modules = {module.split(".")[1] for module in imported(path) if "server." in module}
        if above := modules - {own} - MAY_IMPORT.get(own, set()):
            too_high[path] = above
    assert too_high == {}


def test_models_never_import_the_server() -> None:
    assert [path for path in MODELS if "server" in roots(path)] == []


def test_the_server_starts_without_torch() -> None:
    heavy = {"torch", "transformers"}
    assert [path for path in SERVER if roots(path, lazily=False) & heavy] == []
    users = {path.name for path in SERVER if roots(path) & heavy}
    assert users <= {"embedded.py"}


def test_a_migration_stands_alone() -> None:
    migrations = [path for path in SERVER if path.parent.name == "versions"]
    assert len(migrations) > 5
    assert [path for path in migrations if roots(path) & {"server", "models"}] == []


def test_checks_are_pure() -> None:
    outside = {"flask", "sqlalchemy", "socket", "urllib", "http", "random", "time", "datetime"}
    checks = [path for path in SERVER if part(path) == "checks"]
    assert [path for path in checks if roots(path) & outside] == []


def test_every_part_has_a_layer() -> None:
    assert {part(path) for path in SERVER} - {"__init__"} == set(MAY_IMPORT) - {"openapi"}
