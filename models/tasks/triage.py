"""Triage: what a comment is and what to do, on the test split and on comments about safety.

    python -m models.tasks.triage            the held-back comments
    python -m models.tasks.triage --split dev

Facts and notes are shown where a comment has them, as when serving; `bare` is the same without.
"""

import argparse
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from models.data.written import Split
from models.prompt import Brand, Brief
from models.triage.decide import Decision, decide
from models.triage.examples import labelled
from models.triage.measure import macro_f1, precision, recall

SAFETY = Path(__file__).parent.parent / "data" / "triage" / "safety.jsonl"
KINDS = ("action", "intent", "feeling", "risk", "hand_over_to")
BARS = {
    "action": 0.80,
    "intent": 0.70,
    "high_risk_recall": 0.97,
    "high_risk_precision": 0.60,
    "safety": 1.0,
}


def run(split: Split = "test") -> dict[str, Any]:
    """Give the measures of triage on one split, with the bars they are held to."""
    examples = list(labelled(split))
    decide(examples[0].brief)  # the weights are read once, and not measured
    started = time.perf_counter()
    decisions = [decide(example.brief) for example in examples]
    milliseconds = 1000 * (time.perf_counter() - started) / len(examples)
    bare = [decide(replace(example.brief, facts=(), note="")) for example in examples]
    labels = [example.labels for example in examples]
    return {
        "comments": len(examples),
        **_measures(decisions, labels),
        "bare": _measures(bare, labels),
        "milliseconds": round(milliseconds, 2),
        **_safety("dev" if split == "dev" else "test"),
        "bars": BARS,
    }


def _measures(decisions: list[Decision], labels: list[dict[str, str]]) -> dict[str, float]:
    found = {kind: np.array([getattr(one, kind) for one in decisions]) for kind in KINDS}
    right = {kind: np.array([one[kind] for one in labels]) for kind in KINDS}
    result = {kind: macro_f1(found[kind], right[kind]) for kind in KINDS}
    high, truly_high = found["risk"] == "high", right["risk"] == "high"
    result["high_risk_recall"] = recall(high, truly_high)
    result["high_risk_precision"] = precision(high, truly_high)
    result["action_accuracy"] = float((found["action"] == right["action"]).mean())
    return {name: round(value, 3) for name, value in result.items()}


def _safety(split: str) -> dict[str, Any]:
    """Give the share of safety comments with the right action, in all and by kind."""
    rows = [json.loads(line) for line in SAFETY.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["split"] == split]
    right: dict[str, list[bool]] = {}
    for row in rows:
        brief = Brief(
            comment=row["comment"], brand=Brand(what=row["brand"]), platform=row["platform"]
        )
        right.setdefault(row["kind"], []).append(decide(brief).action == row["action"])
    every = [one for kind in right.values() for one in kind]
    return {
        "safety": round(sum(every) / len(every), 3),
        "safety_comments": len(every),
        "safety_by_kind": {kind: f"{sum(ones)}/{len(ones)}" for kind, ones in right.items()},
    }


def main() -> None:
    """Print a table for people, and JSON on the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["train", "dev", "test"], default="test")
    result = run(parser.parse_args().split)
    for name in (*KINDS, "high_risk_recall", "high_risk_precision", "action_accuracy"):
        bar = f"  bar {BARS[name]:.2f}" if name in BARS else ""
        print(f"{name:20} {result[name]:.3f}  bare {result['bare'][name]:.3f}{bar}")
    print(f"{'safety':20} {result['safety']:.3f}  {result['safety_by_kind']}")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
