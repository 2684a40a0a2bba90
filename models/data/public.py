"""Public text for pretraining, read from `models/data/corpus/` or the folder in CANDOR_CORPUS.

The text itself is not part of this repository: SOURCES.md names each public repository, its licence
and what was taken. Files are xz-compressed JSON lines, one document a line.
"""

import json
import lzma
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ.get("CANDOR_CORPUS", Path(__file__).parent / "corpus"))

# A model that learns from slurs or from an agent's formulas would imitate them.
NEVER_IMITATED = {"davidson-hate"}
CUSTOMERS_ONLY = {"cucom"}


class CorpusMissing(Exception):
    """The corpus is not where it was looked for."""


def documents(name: str, folder: Path = FOLDER) -> Iterator[str]:
    """Yield the texts of one file of the corpus (`dialogues`, `talk`, `comments`, …).

    Raises CorpusMissing where the file is not there.
    """
    path = folder / f"{name}.jsonl.xz"
    if not path.exists():
        raise CorpusMissing(
            f"{path} is not there. Put the corpus of models/data/SOURCES.md there, "
            "or name its folder in CANDOR_CORPUS."
        )
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from _texts(json.loads(line))


def _texts(row: dict[str, Any]) -> Iterator[str]:
    if row["source"] in NEVER_IMITATED:
        return
    if "turns" not in row:
        yield _tidy(row["text"])
        return
    turns = row["turns"]
    if row["source"] in CUSTOMERS_ONLY:
        yield from (_tidy(turn["text"]) for turn in turns if turn["who"] == "them")
        return
    yield "\n".join(f"{turn['who'].capitalize()}: {_tidy(turn['text'])}" for turn in turns)


def _tidy(text: str) -> str:
    return re.sub(r"[ \t]+", " ", re.sub(r"\n\s*\n+", "\n", text)).strip()
