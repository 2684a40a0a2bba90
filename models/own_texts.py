"""What the trained model writes by itself, and the faults that the service's checks find in it.

    python -m models.own_texts --recipe cpu --comments 300

Goes to own_texts.jsonl beside the recipe's checkpoints, for the preference stage; goes on where it
was stopped.
"""

import argparse
import json
import random
from pathlib import Path

from models.data.written import Exchange, brief_of, exchanges
from models.evaluate import checks_of, request_of
from models.prompt import messages
from models.runtime import LanguageModel
from models.sampling import Counts, Sampling
from models.service import Service, running_service
from models.train import OWN_TEXTS, RUNS, save_model


def main() -> None:
    """Write a text to each comment that has none yet, and ask for its faults."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--recipe", default="cpu", choices=["cpu", "gpu", "rehearsal"])
    parser.add_argument("--comments", type=int, default=300)
    arguments = parser.parse_args()
    folder = RUNS / arguments.recipe
    save_model(arguments.recipe, folder / "model")
    rows = [row for row in exchanges("train") if row["replies"]]
    random.Random(0).shuffle(rows)
    with running_service() as service:
        faulty = collect(
            LanguageModel(folder / "model"), rows[: arguments.comments], service, folder / OWN_TEXTS
        )
    print(json.dumps({"comments": arguments.comments, "newly_faulty": faulty}))


def collect(model: LanguageModel, rows: list[Exchange], service: Service, path: Path) -> int:
    """Append a line for each row that has none; give how many of the new texts have faults."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    known = {json.loads(line)["id"] for line in lines}
    faulty = 0
    with path.open("a", encoding="utf-8") as out:
        for seed, row in enumerate(rows):
            if row["id"] in known:
                continue
            tone = next(iter(row["replies"]))
            text = _write(model, row, tone, seed)
            found = service.post("/v1/checks", checks_of(request_of(service, row, tone), text))
            faults = [one["check"] for one in found["findings"] if one["severity"] != "info"]
            line = {"id": row["id"], "tone": tone, "text": text, "faults": faults}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
            faulty += bool(faults)
    return faulty


def _write(model: LanguageModel, row: Exchange, tone: str, seed: int) -> str:
    pieces = model.write(
        [messages(brief_of(row), tone)], Sampling(seed=seed), Counts(), lambda: False
    )
    return "".join(text for _, text, _ in pieces).strip()


if __name__ == "__main__":
    main()
