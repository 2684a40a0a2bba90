"""Language: what an independent checker of grammar (Harper, by Node) finds per hundred words.

Its spelling is left out, since it counts names. Where Node or Harper is not there, nothing is said.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from models.tasks import Line

SCRIPT = Path(__file__).parent / "language.mjs"


def measure(lines: Sequence[Line]) -> dict[str, float]:
    """Give the findings per hundred words over all texts."""
    texts = [line.text for line in lines if line.text]
    counts = findings(texts)
    if counts is None:
        return {}
    words = sum(len(text.split()) for text in texts)
    return {"language": round(100 * sum(counts) / max(1, words), 2)}


def findings(texts: Sequence[str]) -> list[int] | None:
    """Give the number of findings in each text; None where the checker is not installed."""
    node = shutil.which("node")
    if node is None or not (SCRIPT.parents[2] / "node_modules" / "harper.js").exists():
        return None
    checked = subprocess.run(
        [node, str(SCRIPT)],
        input=json.dumps(list(texts)),
        capture_output=True,
        text=True,
        check=True,
        cwd=SCRIPT.parents[2],
    )
    counts: list[int] = json.loads(checked.stdout.splitlines()[-1])
    return counts
